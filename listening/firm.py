"""Phrases that can hardly mean anything but danger to life: these decide, whatever the table says.

A short list for each language, in `locales/<language>/firm.toml`, which a social worker can read and extend.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import DecodeError, Meta, Struct

from flows import Mistake
from flows.routes import CRISIS, Route
from listening.reader import STOP, fold
from locales import HERE, codes

FIRM = "firm.toml"

NEVER = "never"
"""The list of what only sounds like danger to life."""

GAP = r"(?:\w+ ){0,3}"
"""What `...` stands for: at most three other words, so that the work stays in proportion to the text."""

LONG = 8
"""Letters from which a word may be several that are written together."""

Phrases = Annotated[tuple[str, ...], Meta(min_length=1)]


class BrokenPhrases(Mistake):
    """A file of phrases that cannot be read. The message says which, and how to fix it."""


class FirmPhrases(Struct, forbid_unknown_fields=True):
    """What is heard for each route, and what sounds like it and is none of it."""

    acute: Phrases
    suicidal: Phrases
    never: Phrases


class Firm:
    """Finds the phrases of all languages in a text, whatever language its writer uses."""

    def __init__(self, languages: Iterable[FirmPhrases]) -> None:
        written = list(languages)
        phrases = (phrase for one in written for phrase in (*one.acute, *one.suicidal, *one.never))
        self._words = frozenset(fold(word) for phrase in phrases for word in phrase.split() if word.isalpha())
        self._never = _pattern([phrase for one in written for phrase in one.never])
        self._heard = {
            route: _pattern([phrase for one in written for phrase in getattr(one, route.value)])
            for route in Route
            if route in CRISIS
        }
        self._joined = {
            route: _joined(phrase for one in written for phrase in getattr(one, route.value)) for route in self._heard
        }

    @property
    def words(self) -> frozenset[str]:
        """Every word of the phrases, which nothing hides from the reader."""
        return self._words

    def marks(self, words: Sequence[str]) -> frozenset[str]:
        """The names of the lists of which a phrase stands in the text."""
        text = f" {' '.join(word if word != STOP else '.' for word in words)} "
        without = self._never.sub(" ", text)
        found = {route.value for route, pattern in self._heard.items() if pattern.search(without)}
        long = " ".join(word for word in words if len(word) >= LONG)
        found |= {route.value for route, joined in self._joined.items() if any(map(long.__contains__, joined))}
        return frozenset(found | {NEVER} if without != text else found)


def read(folder: Path = HERE) -> Mapping[str, FirmPhrases]:
    """The phrases of every language that has them, by its code. Raises `BrokenPhrases`."""
    return {code: _read(folder / code / FIRM) for code in codes(folder) if (folder / code / FIRM).exists()}


def _read(path: Path) -> FirmPhrases:
    where = f"{path.parent.name}/{path.name}"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=FirmPhrases)
    except OSError as error:
        raise BrokenPhrases(
            f"{where}: cannot be read ({error.strerror}); give the user that runs this read access"
        ) from None
    except UnicodeDecodeError:
        raise BrokenPhrases(f"{where}: is not UTF-8; save it as UTF-8") from None
    except DecodeError as error:
        raise BrokenPhrases(f"{where}: {error}") from None


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for all phrases. `slaa*` is any word that begins so, `...` makes room for other words."""
    return re.compile(f"(?<= )(?:{'|'.join(''.join(map(_piece, phrase.split())) for phrase in phrases)})")


def _joined(phrases: Iterable[str]) -> list[str]:
    """Phrases of several plain words, written together as some people type them: `ikwildood`."""
    return [fold(phrase).replace(" ", "") for phrase in phrases if " " in phrase and phrase[-1].isalpha()]


def _piece(word: str) -> str:
    if word == "...":
        return GAP
    return re.escape(fold(word.rstrip("*"))) + (r"\w* " if word.endswith("*") else " ")
