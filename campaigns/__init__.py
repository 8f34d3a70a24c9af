"""Campaigns: the codes that municipalities put behind their links, and the local help that belongs to them.

They are read from one file, `campaigns.toml`; `campaigns/example.toml` shows every field.
An unknown code starts the guide as usual.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from flows import Mistake

EXAMPLE = Path(__file__).with_name("example.toml")

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,16}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = dict[str, Line]
"""A line in several languages, by language code; Dutch is spoken where one is missing."""


class BrokenCampaigns(Mistake):
    """A campaigns file that cannot be used. The message says where and what is wrong."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Strict):
    """A place that helps nearby: what it is called, what it is for, and how to reach it."""

    name: Words
    about: Words
    phone: Line | None = None
    address: Line | None = None
    hours: Words = {}


class Campaign(_Strict):
    """One code, whose it is, and the help it adds."""

    code: Code
    organisation: Line
    contact: tuple[Contact, ...] = Field(default=(), max_length=6)


class _File(_Strict):
    campaign: tuple[Campaign, ...] = ()


def read(path: Path) -> dict[str, Campaign]:
    """The campaigns of a file, by code. Raises `BrokenCampaigns`."""
    try:
        with path.open("rb") as file:
            campaigns = _File.model_validate(tomllib.load(file)).campaign
    except OSError as error:
        raise BrokenCampaigns(f"{path.name}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BrokenCampaigns(f"{path.name}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BrokenCampaigns(f"{path.name}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise BrokenCampaigns(f"{path.name}: {field}: {first['msg']}") from None
    known = {campaign.code: campaign for campaign in campaigns}
    if len(known) < len(campaigns):
        raise BrokenCampaigns(f"{path.name}: two campaigns share one code; give each its own")
    return known
