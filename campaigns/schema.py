"""What a campaign is: its fields, and the check behind each."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any

from attrs import Attribute, field, frozen
from cattrs.errors import AttributeValidationNote

import locales
from campaigns.colour import text_on
from flows.words.web import FOLDERS
from locales.speech import Nearby, Said

FEWEST_COPIES = 100
"""The counts of a smaller print run would say too much about the people who got one."""

MOST_CONTACTS = 6
"""With lines of at most `LONGEST_LINE` characters, so many contacts fit in one message of Telegram."""

LONGEST_LINE = 120
LONGEST_SHORT = 24
"""With "Een gids van" before it, one line of a phone."""
LONGEST_PHONE = 20
"""With the word for "copy" before it, the label of a button."""

_BREAKS = frozenset({"Cc", "Zl", "Zp"})
"""The categories of control characters, and of the two line breaks of Unicode."""

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Invisible characters that reverse the letters after them."""


def _code(code: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]{2,16}", code):
        raise ValueError("should be 2 to 16 of the characters a-z, 0-9 and -")
    if code in locales.codes():
        raise ValueError(f"{code!r} is the name of a language; choose another code")
    if code in FOLDERS:
        raise ValueError(f"{code!r} is a folder of the web pages; choose another code")
    return code


def _line(line: str) -> str:
    line = line.strip()
    if not line:
        raise ValueError("is empty")
    if len(line) > LONGEST_LINE:
        raise ValueError(f"should have at most {LONGEST_LINE} characters")
    if any(unicodedata.category(char) in _BREAKS or char in _OVERRIDES for char in line):
        raise ValueError("should be one line, without line breaks or other characters that cannot be seen")
    return line


def _short(name: str) -> str:
    if len(name) > LONGEST_SHORT:
        raise ValueError(f"should have at most {LONGEST_SHORT} characters, to fit one line of a phone")
    return name


def _phone(phone: str) -> str:
    if len(phone) > LONGEST_PHONE:
        raise ValueError(f"should have at most {LONGEST_PHONE} characters, to fit a button")
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


def _named(words: dict[str, str]) -> dict[str, str]:
    if not words:
        raise ValueError("is empty")
    return words


def _few(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    if len(contacts) > MOST_CONTACTS:
        raise ValueError(f"should be at most {MOST_CONTACTS}: more do not fit in one message")
    return contacts


# The checks behind a type run in this order when a file is read.
Code = Annotated[str, _code]
Line = Annotated[str, _line]
Language = Annotated[str, _language]
Words = dict[Language, Line]
"""A line by language code. Where a language is missing, the first one is shown."""


@frozen(kw_only=True)
class Contact:
    """A place nearby that helps: its name, what it is for, and how to reach it."""

    name: Annotated[Words, _named]
    about: Annotated[Words, _named]
    phone: Annotated[str, _line, _phone] | None = None
    address: Words = field(factory=dict)
    hours: Words = field(factory=dict)

    def said_in(self, language: str) -> Nearby:
        name, about, address, hours = (
            _said(words, language) for words in (self.name, self.about, self.address, self.hours)
        )
        return Nearby(name, about, self.phone or "", address, hours)


@frozen(kw_only=True)
class Campaign:
    """A code: whose it is, when and in which languages it runs, its local help, and what its print looks like."""

    code: Code
    organisation: Line
    short: Annotated[str, _line, _short] | None = None
    """What the first page calls the organisation, where its name is long."""
    languages: Annotated[tuple[Language, ...], _some] = field(factory=lambda: tuple(locales.codes()))
    default_language: Language = field()
    """For visitors who speak none of `languages`. The first of them when it is left out."""

    starts: date | None = None
    ends: date | None = field(default=None)
    """The first and last day on which the code is valid, both included, in Europe/Amsterdam."""

    contact: Annotated[tuple[Contact, ...], _few] = ()

    colour: Annotated[str, _colour] = "#14505c"
    logo: Annotated[str, _line, _logo] | None = None
    """Path of the logo, relative to the campaigns file. Only the kit opens it."""

    children: bool = False
    """The print is for children: it points to De Kindertelefoon instead of this guide."""

    print_run: Annotated[int, _print_run] | None = None
    """How many copies are printed."""

    @default_language.default
    def _first_language(self) -> str:
        return self.languages[0]

    @default_language.validator
    def _is_one_of_them(self, its: Attribute[str], language: str) -> None:
        if language not in self.languages:
            raise _wrong(its, "is none of `languages`; add it there or choose another")

    @ends.validator
    def _ends_after_it_starts(self, its: Attribute[date | None], ends: date | None) -> None:
        if ends and ends < (self.starts or ends):
            raise _wrong(its, "lies before `starts`; turn them round")

    @property
    def called(self) -> str:
        """The organisation as the first page names it."""
        return self.short or self.organisation

    @property
    def logo_name(self) -> str:
        """What the logo is called wherever we put it; nothing without one."""
        return f"logo{PurePosixPath(self.logo).suffix.lower()}" if self.logo else ""

    @property
    def text_colour(self) -> str:
        """The text colour that is readable on `colour`."""
        return text_on(self.colour)

    def has_ended(self, day: date) -> bool:
        return self.ends is not None and self.ends < day

    def runs_on(self, day: date) -> bool:
        """Whether the code is valid on this day in Europe/Amsterdam."""
        return (self.starts or day) <= day <= (self.ends or day)


def _said(words: Words, language: str) -> Said:
    """The line in this language, or else in the first one given; empty when there is none."""
    code = language if language in words else next(iter(words), language)
    return Said(words.get(code, ""), code)


def nearby(campaign: Campaign | None, language: str) -> tuple[Nearby, ...]:
    """The local help of a campaign, in a language; none without a campaign."""
    return tuple(contact.said_in(language) for contact in campaign.contact) if campaign else ()


def _wrong(its: Attribute[Any], said: str) -> ValueError:
    """For a fault that only shows next to another field."""
    error = ValueError(said)
    error.add_note(AttributeValidationNote("", its.name, its.type))
    return error
