"""Which of our names a typed text is: as it stands, with one mistake, or as the beginning of one. All are plain."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.api.plain import plain
from flows.helplines import SPOKEN
from locales import Locales

ONE_MISTAKE_FROM = 5
"""Letters of a text in which one may be wrong, missing, too many or changed with its neighbour."""
BEGINS_FROM = 6
"""Letters of a single word that may stand for the name that begins with it."""


our_own = lru_cache(maxsize=10_000)(plain)
"""`plain` for words of ours only: nothing that a visitor typed is kept. A typed text takes a quarter less by it."""

Found = TypeVar("Found")


def listed(locales: Locales, words: str) -> list[str]:
    """The words of a list with commas, in every language."""
    return [our_own(word) for locale in locales.values() for word in locale.say(words, **SPOKEN).split(",")]


def only(found: Collection[Found]) -> Found | None:
    """What was found, unless it is nothing or may be several things."""
    return next(iter(found)) if len(found) == 1 else None


def nearly(typed: str, names: Iterable[str]) -> list[str]:
    """Names with one mistake. Another digit is none: an age is not a slip of another age."""
    if letters(typed) < ONE_MISTAKE_FROM:
        return []
    found = process.extract(typed, list(names), scorer=OSA.distance, score_cutoff=1, limit=None)
    return [name for name, mistakes, _ in found if mistakes and _digits(name) == _digits(typed)]


def begun(typed: str, names: Iterable[str]) -> list[str]:
    """Names of which two words or a long one are typed."""
    if " " not in typed and letters(typed) < BEGINS_FROM:
        return []
    return [name for name in names if name.startswith(typed) and name != typed]


def letters(typed: str) -> int:
    return len(typed) - typed.count(" ")


def _digits(typed: str) -> list[str]:
    return [letter for letter in typed if letter.isdecimal()]
