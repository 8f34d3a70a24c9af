"""Campaigns: the codes that municipalities put behind their links, and the local help that belongs to them.

They are read from one file, `campaigns.toml`; `campaigns/example.toml` shows every field.
An unknown code, and one whose period is over or has not begun, starts the guide as usual.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from shutil import copymode
from typing import Annotated

import tomlkit
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)

import locales
from campaigns.colour import text_on
from campaigns.lines import line_of, lines
from flows import Mistake
from flows.web import REVIEW
from locales.speech import Nearby, Said

EXAMPLE = Path(__file__).with_name("example.toml")

FEWEST_COPIES = 100
"""A smaller print run says too much about who got a copy."""

MOST_CONTACTS = 6
"""With lines of at most `LONGEST_LINE` characters, so many contacts fit in one message of Telegram."""

LONGEST_LINE = 120

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Invisible, and they turn the letters after them round."""

_SAID = {
    "missing": "is missing",
    "too_short": "is empty",
    "string_too_short": "is empty",
    "extra_forbidden": "is not known here; is it misspelt?",
}
"""What pydantic says in words of its own."""


class BrokenCampaigns(Mistake):
    """A campaigns file that cannot be used. The message says where and what is wrong; `faults` holds all of it."""

    def __init__(self, faults: list[str]) -> None:
        more = len(faults) - 1
        super().__init__(faults[0] + (f" (and {more} more; `watkanikdoen check` says them all)" if more else ""))
        self.faults = faults


def _code(code: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]{2,16}", code):
        raise ValueError("should be 2 to 16 of the characters a-z, 0-9 and -")
    if code in locales.codes():
        raise ValueError(f"{code!r} is the name of a language; choose another code")
    if code == REVIEW:
        raise ValueError(f"{code!r} is where the web pages have their review book; choose another code")
    return code


def _visible(line: str) -> str:
    if any(unicodedata.category(char) == "Cc" or char in _OVERRIDES for char in line):
        raise ValueError("should be one line, without line breaks or other characters that cannot be seen")
    return line


def _phone(phone: str) -> str:
    if not re.fullmatch(r"[+(]?[0-9][0-9 ()-]*[0-9]", phone) or not 3 <= sum(map(str.isdigit, phone)) <= 15:  # noqa: PLR2004
        raise ValueError('should be a phone number as people dial it, such as "14 030" or "030-286 00 00"')
    return phone


def _colour(colour: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError('should be a colour such as "#14505c": # and six of 0-9 and a-f')
    return colour.lower()


def _language(language: str) -> str:
    known = locales.codes()
    if language not in known:
        raise ValueError(f"the guide does not speak {language!r}; it speaks {' and '.join(known)}")
    return language


def _logo(logo: str) -> str:
    path = PurePosixPath(logo)
    if path.is_absolute() or ".." in path.parts or path.suffix.lower() not in {".svg", ".png"}:
        raise ValueError('should be an SVG or PNG file beside or below this file, such as "logo.svg"')
    return logo


def _print_run(copies: int) -> int:
    if copies < FEWEST_COPIES:
        raise ValueError(
            f"should be at least {FEWEST_COPIES}: the counts of a smaller run say something about single people"
        )
    return copies


def _some(languages: tuple[str, ...]) -> tuple[str, ...]:
    if not languages:
        raise ValueError("names no language; leave it out for all that the guide speaks")
    return languages


def _first(words: object) -> object:
    """A plain line is the only one, and so the same in each language."""
    return {locales.SOURCE: words} if isinstance(words, str) else words


Code = Annotated[str, AfterValidator(_code)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_visible),
]
Language = Annotated[str, AfterValidator(_language)]
Words = Annotated[dict[Language, Line], BeforeValidator(_first)]
"""A line by language code; where a language is missing, the first is shown."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Strict):
    """A place that helps nearby: what it is called, what it is for, and how to reach it."""

    name: Annotated[Words, Field(min_length=1)]
    about: Annotated[Words, Field(min_length=1)]
    phone: Annotated[Line, AfterValidator(_phone)] | None = None
    address: Words = {}
    hours: Words = {}

    def said_in(self, language: str) -> Nearby:
        name, about, address, hours = (
            _said(words, language) for words in (self.name, self.about, self.address, self.hours)
        )
        return Nearby(name, about, self.phone or "", address, hours)


class Campaign(_Strict):
    """One code, whose it is, when and in which languages it runs, the help it adds, and what its print looks like."""

    code: Code
    organisation: Line
    languages: Annotated[tuple[Language, ...], AfterValidator(_some)] = Field(
        default_factory=lambda: tuple(locales.codes())
    )
    default_language: Language = Field(default_factory=lambda data: str(data["languages"][0]))
    """What a visitor reads whose own language is none of `languages`; the first of them when it is not said."""

    starts: date | None = None
    ends: date | None = None
    """The first and the last day on which the code counts, both included, in Europe/Amsterdam."""

    contact: tuple[Contact, ...] = Field(default=(), max_length=MOST_CONTACTS)

    colour: Annotated[str, AfterValidator(_colour)] = "#14505c"
    logo: Annotated[Line, AfterValidator(_logo)] | None = None
    """Path of the logo, from the folder of the file. Only the kit opens it."""

    children: bool = False
    """Whether the print is for children: then it points to De Kindertelefoon, and not to this guide."""

    print_run: Annotated[int, Field(strict=True), AfterValidator(_print_run)] | None = None
    """How many copies are printed."""

    @field_validator("default_language")
    @classmethod
    def _is_one_of_them(cls, language: str, info: ValidationInfo) -> str:
        if language not in info.data.get("languages", [language]):
            raise ValueError("is none of `languages`; add it there or choose another")
        return language

    @field_validator("ends")
    @classmethod
    def _ends_after_it_starts(cls, ends: date | None, info: ValidationInfo) -> date | None:
        if ends and ends < (info.data.get("starts") or ends):
            raise ValueError("lies before `starts`; turn them round")
        return ends

    @property
    def text_colour(self) -> str:
        """What can be read on `colour`."""
        return text_on(self.colour)

    def runs_on(self, day: date) -> bool:
        """Whether the code counts on this day in Europe/Amsterdam."""
        return (self.starts or day) <= day <= (self.ends or day)


def say(words: Words, language: str) -> str:
    """The line in this language, or else in the first that there is; empty when there is none."""
    return words.get(language) or next(iter(words.values()), "")


def _said(words: Words, language: str) -> Said:
    return Said(say(words, language), language if language in words else next(iter(words), language))


def nearby(campaign: Campaign | None, language: str) -> tuple[Nearby, ...]:
    """The local help of a campaign, in a language; none without a campaign."""
    return tuple(contact.said_in(language) for contact in campaign.contact) if campaign else ()


class _File(_Strict):
    campaign: tuple[Campaign, ...] = ()


def read(path: Path) -> dict[str, Campaign]:
    """The campaigns of a file, by code, also those whose period is over. Raises `BrokenCampaigns`."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BrokenCampaigns([f"{path.name}: cannot be read ({error.strerror})"]) from None
    except UnicodeDecodeError:
        raise BrokenCampaigns([f"{path.name}: is not UTF-8; save it as UTF-8"]) from None
    return parse(text, path.name)


def parse(text: str, name: str) -> dict[str, Campaign]:
    """The same from the text of a file of this name."""
    try:
        campaigns = _File.model_validate(tomllib.loads(text)).campaign
    except tomllib.TOMLDecodeError as error:
        raise BrokenCampaigns([f"{name}: {error}"]) from None
    except ValidationError as error:
        raise BrokenCampaigns(_faults(error, text, name)) from None
    known: dict[str, Campaign] = {}
    for place, campaign in enumerate(campaigns):
        if known.setdefault(campaign.code, campaign) is not campaign:
            line = line_of(("campaign", place, "code"), lines(text))
            raise BrokenCampaigns(
                [f"{name}, line {line}: campaign.code: {campaign.code!r} is taken; give each campaign its own"]
            )
    return known


def add(path: Path, fields: Mapping[str, object]) -> None:
    """Write one more campaign at the end of a file, or into a new one; what stands there stays as it is.

    Raises `BrokenCampaigns`, and then nothing is written.
    """
    added = "[[campaign]]\n" + tomlkit.dumps({name: fields[name] for name in Campaign.model_fields if name in fields})
    try:
        file = path.resolve()  # a link goes on leading to it
        whole = file.read_bytes() if file.exists() else b""
        end = b"\r\n" if b"\r\n" in whole else b"\n"
        if whole:
            whole = whole.rstrip(b"\r\n") + 2 * end
        whole += added.encode().replace(b"\n", end)
        parse(whole.decode("utf-8-sig"), path.name)
        new = file.with_name(f"{file.name}.new")
        new.write_bytes(whole)
        if file.exists():
            copymode(file, new)
        new.replace(file)  # whoever reads it meanwhile finds all of it or nothing new
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenCampaigns([f"{path.name}: cannot be written ({getattr(error, 'strerror', 'not UTF-8')})"]) from None


def _faults(error: ValidationError, text: str, name: str) -> list[str]:
    """A line for each thing that is wrong, in the order of the file: its line, the field, and what it should be."""
    begun = lines(text)
    found = []
    for fault in error.errors(include_input=False, include_url=False):
        where = fault["loc"]
        if fault["type"] != "default_factory_not_called":  # follows from a fault in `languages`, which has its own
            field = ".".join(part for part in where if isinstance(part, str) and part != "[key]")
            said = _SAID.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
            found.append((line_of(where, begun), f"{field}: {said}"))
    return [f"{name}, line {line}: {said}" for line, said in sorted(found)]
