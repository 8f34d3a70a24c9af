"""Somebody who is upset, or new to the language, can read every screen: the limits of guide.md, in both languages.

Counted are the paragraphs, points and sentences to copy, by day and by night. Not counted are the title, the names
of the choices, the helplines with their numbers, the line about 112, and what is not marked for translation:
the titles of books, and, where another language is read, a Dutch sentence to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import median

import pytest

import locales
from flows.answers import ANSWERS
from flows.helplines import SPOKEN
from flows.map import guide
from flows.screen import Copy, Operator, Part, Points, WhenOpen
from locales import SOURCE, Locale
from locales.readability import Reading, read

MOST_WORDS, MOST_WORDS_FOR_A_CHILD, MEDIAN_WORDS = 120, 60, 60
FOR_WORK = frozenset({"professional", "municipality"})


@dataclass(frozen=True)
class Limits:
    """Of one language: the average and the longest sentence, and how easy a text must be."""

    average: int
    longest: int
    ease: int
    ease_for_work: int
    median_ease: int


LIMITS = {"nl": Limits(12, 18, 75, 60, 85), "en": Limits(15, 20, 70, 50, 80)}
LOCALES = locales.read()
SCREENS = {**guide().screens, **ANSWERS}


def sentences(part: Part, *, by_day: bool) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Points(lines):
            yield from lines
        case Copy(words):
            yield words
        case WhenOpen(_, when_open, when_closed):
            yield when_open if by_day else when_closed
        case Operator(unknown):
            yield unknown


def text(parts: tuple[Part, ...], locale: Locale, *, by_day: bool) -> str:
    spoken = []
    for part in parts:
        is_own_dutch = not isinstance(part, Points) and locale.code == SOURCE
        for sentence in sentences(part, by_day=by_day):
            if is_own_dutch or sentence in LOCALES[SOURCE].words:
                spoken.append(locale.say(sentence, **SPOKEN))
    return "\n".join(spoken)


@cache
def readings(name: str, code: str) -> tuple[Reading, ...]:
    """The screen as it reads by day and by night, in a chat and on a web page, each that differs; nothing when there
    is nothing to read."""
    texts = dict.fromkeys(
        text(parts, LOCALES[code], by_day=by_day)
        for parts in (SCREENS[name].parts, SCREENS[name].web_parts)
        for by_day in (True, False)
    )
    return tuple(read(words, code) for words in texts if words)


def region(name: str) -> str:
    return guide().region(name) if name in guide().screens else ""


every_language = pytest.mark.parametrize("code", LIMITS)


@every_language
def test_sentences_are_short(code: str) -> None:
    for name in SCREENS:
        for reading in readings(name, code):
            assert reading.average_sentence <= LIMITS[code].average, name
            assert reading.longest_sentence <= LIMITS[code].longest, name


@every_language
def test_a_screen_is_short(code: str) -> None:
    for name in SCREENS:
        most = MOST_WORDS_FOR_A_CHILD if region(name) == "child" else MOST_WORDS
        assert [reading.words for reading in readings(name, code) if reading.words > most] == [], name


@every_language
def test_a_screen_is_easy(code: str) -> None:
    limits = LIMITS[code]
    for name in SCREENS:
        least = limits.ease_for_work if region(name) in FOR_WORK else limits.ease
        assert [reading.ease for reading in readings(name, code) if reading.ease < least] == [], name


@every_language
def test_most_screens_are_very_short_and_very_easy(code: str) -> None:
    every = [reading for name in SCREENS for reading in readings(name, code)]
    assert median(reading.words for reading in every) <= MEDIAN_WORDS
    assert median(reading.ease for reading in every) >= LIMITS[code].median_ease


def test_hardly_a_screen_has_nothing_to_read() -> None:
    """So that the tests above cannot pass by reading nothing."""
    silent = [name for name in SCREENS if not readings(name, SOURCE)]
    assert silent == [name for name in silent if name == "local" or name.startswith("books_")]


def test_by_day_and_by_night_are_both_read() -> None:
    assert len(readings("child", SOURCE)) == 2


def test_the_words_of_a_web_page_are_read_too() -> None:
    assert len(readings("privacy", SOURCE)) == 2
