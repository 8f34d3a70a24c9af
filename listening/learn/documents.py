"""What each screen is found by: its words in every language, the example questions beside it, and the index."""

from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

import locales
from flows.map import guide
from flows.regions.doubts import OWN_PLANS
from flows.routes import Route
from flows.screen import Screen
from flows.words.faq import FAQ
from listening.learn.examples import Example, rows
from locales import HERE, Locale

QUESTIONS, INDEX = HERE / "questions.tsv", HERE / "index.tsv"
OF_REGIONS = {"bystander": Route.QUESTION, "professional": Route.PROFESSIONAL, "municipality": Route.MUNICIPALITY}
OF_SCREENS = {"heard_now": Route.ACUTE, "talk_child_told": Route.TOLD, "pro_child_told": None}
"""The screens with a route of their own. A child that tells something at work may be of two: the examples say which."""
MOST_OF_A_SCREEN = 20
"""Questions in each language. With all of them a route would be as likely as it has screens, and fewer crises would get
their number."""
SIGNALS = {"physical", "emotional", "neglect", "violence", "sexual"}
"""How the names of screens begin that are looked for by what somebody saw."""


def documents(path: Path = QUESTIONS) -> Mapping[str, Sequence[str]]:
    """The texts of each screen, and of each question that is often asked, by its name. The nine plans are alike, and
    chosen rather than found: they have none."""
    spoken, found = locales.read(), {}
    for screen in guide().screens.values():
        if screen not in OWN_PLANS:
            found[screen.name] = [text for code in spoken for text in _said(spoken[code], screen)]
    for name, faq in FAQ.items():
        found[name] = [locale.say(faq.words) for locale in spoken.values()]
    for row in rows(path):
        found[row["screen"]].append(row["text"])
    return found


def index(path: Path = INDEX) -> Mapping[str, Sequence[str]]:
    """The screens of each entry of the index, best first."""
    return {row["text"]: row["screens"].split(", ") for row in rows(path)}


def asked(path: Path = QUESTIONS) -> list[Example]:
    """The first example questions of each screen as examples of their route, where a question of its region has one."""
    alike = itemgetter("screen", "lang")
    return [
        Example(row["text"], route, language, "questions")
        for (screen, language), found in groupby(sorted(rows(path), key=alike), key=alike)
        if (route := _route(screen))
        for row in islice(found, None if screen in OF_SCREENS else MOST_OF_A_SCREEN)
    ]


def _route(screen: str) -> Route | None:
    if screen in FAQ:
        return None
    if screen in OF_SCREENS:
        return OF_SCREENS[screen]
    return Route.BYSTANDER if screen.partition("_")[0] in SIGNALS else OF_REGIONS.get(guide().region(screen))


def _said(locale: Locale, screen: Screen) -> tuple[str, str]:
    """Its title, and all of it."""
    sentences = [locale.say(sentence) for sentence in screen.sentences]
    return sentences[0], " ".join(sentences)
