"""What the pages know of the field for typed words: its scripts, and the visits that only words open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from flows.detours import asked_for
from flows.guide import Guide
from flows.visit import START, Fact, Visit
from listening.answer import opened_by
from locales import other_languages
from locales.other_languages import OtherLanguage

TYPED = ("field.js", "listen.js", "decide.js")
"""The scripts that answer typed words; the first one loads the others."""
WORDS = "words.js"
"""What they need in every language (`web/typed_words.py`)."""
NAMED = ("ar", "tr", "pl")
"""The languages that are named beside the way to all of them."""


def answers_file(locale: str) -> str:
    """What the scripts say in a language."""
    return f"answers-{locale}.js"


def scripts(languages: Sequence[str], own: str) -> list[str]:
    """What the field on the first page of a language loads, in this order."""
    codes = sorted(languages, key=lambda other: other != own)
    return [*map(answers_file, codes), *TYPED[1:], WORDS]


def named_languages() -> list[OtherLanguage]:
    others = other_languages.read()
    return [others[code] for code in NAMED]


@cache
def visits_of_words(guide: Guide, *, local: bool) -> frozenset[Visit]:
    """The visits that typed words about a child's own abuse open, and all that links lead to from there. In them a talk
    with the parents is shut."""
    here = replace(guide.begin(local=local), facts=Fact.UNSAFE)
    opened = {opened_by(screen, here, guide) for screen in guide.screens} - {"", START}
    found = set[Visit]()
    waiting = [there for screen in opened if (there := asked_for(guide, screen, here))]
    while waiting:
        visit = waiting.pop()
        if visit not in found and visit.screen != START:
            found.add(visit)
            waiting += [guide.follow(visit, choice.trigger) for choice in guide.choices(visit)]
    return frozenset(found)
