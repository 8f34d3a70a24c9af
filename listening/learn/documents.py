"""What each screen is found by: its words in every language, and the example questions beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import locales
from flows.map import guide
from flows.regions.doubts import OWN_PLANS
from flows.routes import Route
from flows.screen import Screen
from listening.learn.examples import Example
from locales import HERE, Locale

QUESTIONS = HERE / "questions.tsv"
ROUTES = {"bystander": Route.QUESTION, "professional": Route.PROFESSIONAL, "municipality": Route.MUNICIPALITY}


def documents(path: Path = QUESTIONS) -> Mapping[str, Sequence[str]]:
    """The texts of each screen, by its name. The nine plans are alike, and chosen rather than found: they have none."""
    spoken, found = locales.read(), {}
    for screen in guide().screens.values():
        if screen not in OWN_PLANS:
            found[screen.name] = [text for code in spoken for text in _said(spoken[code], screen)]
    for row in _rows(path):
        found[row["screen"]].append(row["text"])
    return found


def asked(path: Path = QUESTIONS) -> list[Example]:
    """The example questions of regions where a question is just that, as examples of their route."""
    known = guide()
    return [
        Example(row["text"], ROUTES[known.region(row["screen"])], row["lang"], "questions")
        for row in _rows(path)
        if known.region(row["screen"]) in ROUTES
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _said(locale: Locale, screen: Screen) -> tuple[str, str]:
    """Its title, and all of it."""
    sentences = [locale.say(sentence) for sentence in screen.sentences]
    return sentences[0], " ".join(sentences)
