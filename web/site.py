"""Writes the pages to a folder: every page, and for each edition its stylesheets, scripts and data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from campaigns import Campaign
from campaigns.folder import OtherFiles, fill
from flows import Mistake
from web import typed_words
from web.contrast import faults
from web.edition import Edition
from web.in_place import script, script_name
from web.templating import HERE
from web.typed_field import TYPED

BUILT = "built.txt"
"""The files of the last build."""
STYLE = "style.css"
STATIC = (STYLE, "page.js", "paper.css", "icon.svg")

VALID = timedelta(days=364)
"""RFC 9116 asks for less than a year."""


class WrongChoice(Mistake):
    """An option that cannot be met. The message names it and says what to do."""


class WrongFolder(Mistake):
    """A folder that cannot be used. The message names it and says what to do."""


def build(
    out: Path, editions: Iterable[Edition], *, theme: str = "", more: Iterable[tuple[str, str | bytes]] = ()
) -> int:
    """Write all editions, each campaign's in a folder named after its code, and return the number of pages.

    `theme` is CSS that follows the stylesheet; `more` are other files by name. Raises `WrongFolder`.
    """
    made = dict([*(file for edition in editions for file in files(edition, theme)), *more])
    try:
        fill(out, {name: text if isinstance(text, bytes) else text.encode() for name, text in made.items()}, BUILT)
    except OtherFiles:
        raise WrongFolder(f"{out}: holds other files; choose an empty or a new folder for --out") from None
    except OSError as error:
        raise WrongFolder(f"{out}: cannot be written ({error.strerror}); choose another --out") from None
    return sum(name.endswith(".html") for name in made)


def files(edition: Edition, theme: str = "") -> Iterator[tuple[str, str]]:
    """Every file of an edition, by its name in the folder of all editions.

    Raises `WrongChoice` for colours that cannot be read.
    """
    top = f"{edition.campaign.code}/" if edition.campaign else ""
    pages = dict(edition.pages())
    for address, html in pages.items():
        yield f"{top}{address}index.html", html
    for locale in edition.languages:
        ours = ((address, html) for address, html in pages.items() if address.startswith(f"{locale.code}/"))
        yield f"{top}{script_name(locale.code)}", script(locale, ours)
    for name in (*STATIC, *TYPED):
        text = (HERE / "static" / name).read_text("utf-8")
        if name == STYLE:
            text += (_colours(edition.campaign) if edition.campaign else "") + theme
            if unreadable := sorted(faults(text)):
                raise WrongChoice(f"{edition.campaign.code if edition.campaign else '--theme'}: {unreadable[0]}")
        yield f"{top}{name}", text
    for name, text in typed_words.files(edition):
        yield f"{top}{name}", text


def _colours(campaign: Campaign) -> str:
    return f":root {{ --brand: {campaign.colour}; --on-brand: {campaign.text_colour}; }}\n"


def chosen(campaigns: Mapping[str, Campaign], code: str) -> Campaign:
    """A campaign by its code. Raises `WrongChoice`."""
    if code not in campaigns:
        known = f"there are {', '.join(campaigns)}" if campaigns else "set WATKANIKDOEN_CAMPAIGNS first"
        raise WrongChoice(f"--campaign {code}: there is no such campaign; {known}")
    return campaigns[code]


def tokens(path: Path | None) -> str:
    """The CSS of a municipality. Raises `WrongChoice` when it cannot be read, or loads something from elsewhere."""
    if path is None:
        return ""
    try:
        css = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise WrongChoice(f"--theme {path}: cannot be read as text; save it as UTF-8") from None
    if re.search(r"@import|url\(", css, re.IGNORECASE):
        raise WrongChoice(f"--theme {path}: loads something with @import or url(); leave that out")
    return css


def logo_of(edition: Edition, drawing: bytes | None) -> list[tuple[str, bytes]]:
    """The file of a campaign's logo, in the folder of its edition."""
    return [(f"{edition.campaign.code}/{edition.campaign.logo_name}", drawing)] if edition.campaign and drawing else []


def security_txt(contact: str, day: date) -> list[tuple[str, str]]:
    """The file that says where a weakness is reported (RFC 9116), valid for a year."""
    lines = f"Contact: {contact}\nExpires: {day + VALID:%Y-%m-%d}T00:00:00Z\nPreferred-Languages: nl, en\n"
    return [(".well-known/security.txt", lines)] if contact else []


def review_book(edition: Edition) -> list[tuple[str, str]]:
    """The files of the review book. Raises `WrongChoice` without the package that counts syllables."""
    try:
        from web import review  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as missing:
        if missing.name != "pyphen":
            raise
        raise WrongChoice("--review: needs pyphen; install the guide with [review], or requirements-dev.lock") from None
    return list(review.files(edition.guide, edition.locales))
