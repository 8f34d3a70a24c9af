"""Campaigns: the codes that municipalities put behind their links, and the local help that belongs to them.

They are read from one file, `campaigns.toml`; `campaigns/example.toml` shows every field.
An unknown code, and one whose period is over or has not begun, starts the guide as usual.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from shutil import copymode
from typing import Annotated, Any, get_args, get_origin

from attrs import Attribute, field, fields_dict, frozen
from cattrs import BaseConverter, BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

import locales
from campaigns.colour import text_on
from campaigns.lines import Where, line_of, lines
from flows import Mistake
from flows.words.web import REVIEW
from locales.speech import Nearby, Said

EXAMPLE = Path(__file__).with_name("example.toml")

FEWEST_COPIES = 100
"""A smaller print run says too much about who got a copy."""

MOST_CONTACTS = 6
"""With lines of at most `LONGEST_LINE` characters, so many contacts fit in one message of Telegram."""

LONGEST_LINE = 120

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Invisible, and they turn the letters after them round."""


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


def _line(line: str) -> str:
    line = line.strip()
    if not line:
        raise ValueError("is empty")
    if len(line) > LONGEST_LINE:
        raise ValueError(f"should have at most {LONGEST_LINE} characters")
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


def _named(words: dict[str, str]) -> dict[str, str]:
    if not words:
        raise ValueError("is empty")
    return words


def _few(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    if len(contacts) > MOST_CONTACTS:
        raise ValueError(f"should be at most {MOST_CONTACTS}: more do not fit in one message")
    return contacts


# What stands behind a type checks it, in this order, when a file is read.
Code = Annotated[str, _code]
Line = Annotated[str, _line]
Language = Annotated[str, _language]
Words = dict[Language, Line]
"""A line by language code; where a language is missing, the first is shown."""


@frozen(kw_only=True)
class Contact:
    """A place that helps nearby: what it is called, what it is for, and how to reach it."""

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
    """One code, whose it is, when and in which languages it runs, the help it adds, and what its print looks like."""

    code: Code
    organisation: Line
    languages: Annotated[tuple[Language, ...], _some] = field(factory=lambda: tuple(locales.codes()))
    default_language: Language = field()
    """What a visitor reads whose own language is none of `languages`; the first of them when it is not said."""

    starts: date | None = None
    ends: date | None = field(default=None)
    """The first and the last day on which the code counts, both included, in Europe/Amsterdam."""

    contact: Annotated[tuple[Contact, ...], _few] = ()

    colour: Annotated[str, _colour] = "#14505c"
    logo: Annotated[str, _line, _logo] | None = None
    """Path of the logo, from the folder of the file. Only the kit opens it."""

    children: bool = False
    """Whether the print is for children: then it points to De Kindertelefoon, and not to this guide."""

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


@frozen
class _File:
    campaign: Annotated[tuple[Campaign, ...], tuple] = ()


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
        campaigns = _READS.structure(tomllib.loads(text), _File).campaign
    except tomllib.TOMLDecodeError as error:
        raise BrokenCampaigns([f"{name}: {error}"]) from None
    except BaseValidationError as error:
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
    import tomlkit  # noqa: PLC0415 - it takes its time to import, and the bot itself adds nothing

    added = "[[campaign]]\n" + tomlkit.dumps({name: fields[name] for name in fields_dict(Campaign) if name in fields})
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


def _faults(error: Exception, text: str, name: str) -> list[str]:
    """A line for each thing that is wrong, in the order of the file: its line, the field, and what it should be."""
    begun = lines(text)
    found = sorted((line_of(where, begun), _field(where), said) for where, said in _told(error))
    return [f"{name}, line {line}: {field}: {said}" for line, field, said in found]


def _field(where: Where) -> str:
    return ".".join(part for part in where if isinstance(part, str))


def _told(error: Exception, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """What is wrong, and the way to it, of all that cattrs has found at once."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            where = (*where, note.name if isinstance(note, AttributeValidationNote) else note.index)
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from _told(inner, where)
        case ForbiddenExtraKeysError():
            yield from (((*where, key), "is not known here; is it misspelt?") for key in error.extra_fields)
        case KeyError():
            yield where, "is missing"
        case ValueError():
            yield where, str(error)
        case _:  # something that has no fields, where fields should be
            yield where, "should be a table, with fields of its own"


def _wrong(its: Attribute[Any], said: str) -> ValueError:
    """For what only shows beside another field."""
    error = ValueError(said)
    error.add_note(AttributeValidationNote("", its.name, its.type))
    return error


def _reader() -> Converter:
    """Reads a file as it is written, and takes nothing for what it is not: cattrs would make a text of a number."""
    reads = Converter(forbid_extra_keys=True)
    for kind, said in (
        (str, "a text between quotes"),
        (int, "a whole number"),
        (bool, "true or false"),
        (date, "a day such as 2027-01-31"),
    ):
        reads.register_structure_hook(kind, _exactly(kind, said))
    reads.register_structure_hook_factory(lambda kind: hasattr(kind, "__metadata__"), _checked)
    table = reads.get_structure_hook(Words)
    reads.register_structure_hook_func(
        lambda kind: kind == Words,
        # A plain line is the only one, and so the same in each language.
        lambda words, kind: table({locales.SOURCE: words} if isinstance(words, str) else words, kind),
    )
    return reads


def _exactly(kind: type, said: str) -> Callable[[object, object], object]:
    def take(value: object, _: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"should be {said}")
        return value

    return take


def _checked(kind: Any, reads: BaseConverter) -> Callable[[Any, object], Any]:
    """For an `Annotated` type, whose checks stand behind it."""
    inner, *checks = get_args(kind)
    take = reads.get_structure_hook(inner)

    def structure(value: Any, _: object) -> Any:
        if get_origin(inner) is tuple and not isinstance(value, list):
            raise ValueError("should be a list: between [ and ], or parts headed by [[ and ]]")
        value = take(value, inner)
        for check in checks:
            value = check(value)
        return value

    return structure


_READS = _reader()
