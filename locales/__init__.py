"""The catalogues: reads them, chooses a language, translates a sentence.

A language is a folder here with `LC_MESSAGES/messages.po`; adding one needs nothing else.
Dutch is the source: the Dutch sentence is the msgid, and the msgstr in `nl` stays empty.
Catalogues are read from `.po` at start, so a changed sentence needs no build step.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from textwrap import shorten

from babel import Locale as Language
from babel import UnknownLocaleError
from babel.core import negotiate_locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from flows import Mistake
from flows.words.chat import LANGUAGE

HERE = Path(__file__).parent
SOURCE = "nl"
MESSAGES = Path("LC_MESSAGES", "messages.po")
TEMPLATE = "messages.pot"
NEVER = "never.txt"
OTHER_BRACES = "does not name the same things in braces as the Dutch; fix its msgstr"


class BrokenCatalogue(Mistake):
    """A catalogue that cannot be used. The message says which file and what to do."""


@dataclass(frozen=True, slots=True)
class Locale:
    """One language: `code` is the name of its folder, `words` maps Dutch to this language."""

    code: str
    words: Mapping[str, str] = field(repr=False)

    def say(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, with its braces filled in. Without a translation it stays Dutch."""
        spoken = self.words.get(sentence) or sentence
        return spoken.format_map(values) if values else spoken

    @property
    def command(self) -> str:
        """The bot command that selects it: Telegram allows small letters, digits and `_`."""
        return self.code.lower().replace("-", "_")

    @property
    def name(self) -> str:
        """The name of the language in that language."""
        return self.say(LANGUAGE)

    @property
    def direction(self) -> str:
        """The way it is written: `ltr` or `rtl`."""
        return Language.parse(self.code, sep="-").text_direction


class Locales(dict[str, Locale]):
    """Every language that has a catalogue, the source first."""

    def choose(self, wish: str | None, among: Iterable[str] = (), otherwise: str = SOURCE) -> Locale:
        """The language for a code from Telegram (`nl`, `nl-BE`, `it-IT`, none); Dutch when there is no match."""
        found = negotiate_locale([wish or otherwise], list(among) or list(self), sep="-") or otherwise
        return next(locale for code, locale in self.items() if code.lower() == found.lower())

    def by_command(self, command: str) -> Locale | None:
        return next((locale for locale in self.values() if locale.command == command), None)

    def called(self, code: str) -> set[str]:
        """What a language is called in each of ours."""
        spoken = (Language.parse(other, sep="-") for other in self)
        return {self[code].name, *(str(Language.parse(code, sep="-").get_display_name(other)) for other in spoken)}

    def after(self, code: str) -> Locale:
        """The next language, which the button on the bottom row offers."""
        codes = list(self)
        return self[codes[(codes.index(code) + 1) % len(codes)]]


def codes(folder: Path = HERE) -> list[str]:
    """The languages that have a catalogue in this folder, the source first."""
    found = sorted(path.parent.parent.name for path in folder.glob(f"*/{MESSAGES}"))
    return sorted(found, key=lambda code: code != SOURCE)


def read(folder: Path = HERE) -> Locales:
    """All catalogues of a folder. Raises `BrokenCatalogue`."""
    locales = Locales()
    for code in codes(folder):
        catalogue = _read_po(folder / code / MESSAGES, code)
        words = {str(message.id): str(message.string) for message in catalogue if message.id and not message.fuzzy}
        for sentence, spoken in words.items():
            if spoken and _braces(spoken) != _braces(sentence):
                raise BrokenCatalogue(f"{code}: {_short(sentence)} {OTHER_BRACES}")
        locales[code] = Locale(code, words)
    if SOURCE not in locales:
        raise BrokenCatalogue(f"{SOURCE}/{MESSAGES} is missing; the guide needs its source language")
    return locales


def faults(folder: Path = HERE) -> Iterator[str]:
    """Faults that block a release, a line each: a sentence that is missing, fuzzy, or has other braces."""
    template = _read_po(folder / TEMPLATE, SOURCE)
    for code in codes(folder):
        catalogue = _read_po(folder / code / MESSAGES, code)
        yield from _promises(folder, code, catalogue)
        for sentence in (str(message.id) for message in template if message.id):
            if fault := _fault(sentence, catalogue.get(sentence), code):
                yield f"{code}: {_short(sentence)} {fault}"


def _fault(sentence: str, translated: Message | None, code: str) -> str:
    if translated is None:
        return "is not in the catalogue; run `make words`"
    if translated.fuzzy:
        return "changed in Dutch; check the translation and remove its `fuzzy` mark"
    if not translated.string:
        return "" if code == SOURCE else "is not translated; fill in its msgstr"
    return "" if _braces(str(translated.string)) == _braces(sentence) else OTHER_BRACES


def _promises(folder: Path, code: str, catalogue: Catalog) -> Iterator[str]:
    """Sentences that promise more than the guide can keep, by the list beside the catalogue."""
    path = folder / code / NEVER
    if not path.exists():
        yield f"{code}: has no {NEVER}; list in it what no page may promise, as in {SOURCE}/{NEVER}"
        return
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    listed = [line for line in lines if line and not line.startswith("#")]
    phrases = [(phrase, re.compile(rf"\b{re.escape(phrase)}")) for phrase in listed]
    for message in catalogue:
        said = str(message.id if code == SOURCE else message.string).lower()
        for phrase, pattern in phrases:
            if pattern.search(said):
                yield f"{code}: {_short(said)} says {phrase!r}, which no page may; see {code}/{NEVER}"


def _read_po(path: Path, code: str) -> Catalog:
    try:
        Language.parse(code, sep="-")
        text = path.read_text("utf-8-sig")  # some editors begin a file with a byte order mark
        return read_po(StringIO(text), locale=code.replace("-", "_"), abort_invalid=True)
    except UnicodeDecodeError:
        raise BrokenCatalogue(f"{code}/{path.name}: is not UTF-8; save it as UTF-8") from None
    except (UnknownLocaleError, ValueError):
        raise BrokenCatalogue(f"{code!r} is no language that Babel knows; rename the folder") from None
    except OSError as error:
        raise BrokenCatalogue(f"{path.name} of {code}: cannot be read ({error.strerror})") from None
    except PoFileError as error:
        why = str(error).rpartition(" on ")[0]
        raise BrokenCatalogue(f"{code}/{path.name}, line {error.lineno + 1}: {why}") from None


def _braces(sentence: str) -> set[str]:
    """The names in braces. A sentence with an unbalanced brace equals no other."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    except ValueError:
        return {sentence}


def _short(sentence: str) -> str:
    return repr(shorten(sentence, 45, placeholder=" …"))
