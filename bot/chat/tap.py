"""What a button carries: where the visitor is and which choice this is, by name, in at most 64 bytes.

The guide keeps nothing about anybody, so the button has to say it all. What comes back is input, not state
we may trust: it only decides what to show, and what it names must exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.answers import DANGER
from flows.steps import TYPED_WORDS
from flows.visit import Fact, Visit

EDITION = "1"
"""Of the format below. A button of another edition opens the page for old buttons."""

DANGER_AGAIN = "danger_again"
"""112 where it stands already, such as in the other language. Nobody chose it, so it is not counted."""

DANGER_HEARD = "danger_heard"
"""112 below an answer to typed words, which the count has to know."""

MAX_BYTES = 64

_FACTS = {"": Fact.NOTHING, "u": Fact.UNSAFE, "c": Fact.CHECKED, "uc": Fact.UNSAFE | Fact.CHECKED}
_LETTERS = {facts: letters for letters, facts in _FACTS.items()}
_ALOUD = "r"
"""Behind the facts, in the reading mode. Without it the mode is the ordinary one, as in every button before it."""
_PACKED = re.compile(
    rf"{EDITION}\|(?P<locale>[a-zA-Z0-9-]{{2,7}})\|(?P<campaign>[a-z0-9-]{{0,16}})"
    rf"\|(?P<screen>[a-z0-9_]{{1,24}})\|(?P<facts>u?c?)(?P<aloud>{_ALOUD}?)\|(?P<trigger>[a-z0-9_]{{0,24}})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Tap:
    """A press on a button. Without a trigger it opens the visit itself: another language, or the way back.

    Triggers that belong to no screen: `WIPE`, the two above, and the names in `flows.answers`.
    """

    locale: str
    campaign: str = ""
    screen: str = ""
    facts: Fact = Fact.NOTHING
    trigger: str = ""
    aloud: bool = False
    """Whether the visitor chose the reading mode."""

    @property
    def answer(self) -> str:
        """What its trigger is called in `flows.answers`, if it is one of those."""
        return DANGER if self.trigger in (DANGER_AGAIN, DANGER_HEARD) else self.trigger

    @property
    def is_choice(self) -> bool:
        """Whether somebody chose a way on. Another language is none, nor is the way back from 112."""
        return self.trigger not in ("", DANGER_AGAIN)

    @property
    def pressed_on(self) -> str:
        """Where the button stood, as `flows.steps` calls it."""
        return TYPED_WORDS if self.trigger == DANGER_HEARD else self.screen

    def pack(self) -> str:
        """As text for the button. Raises `ValueError` above 64 bytes; a test packs every one there is."""
        told = _LETTERS[self.facts] + _ALOUD * self.aloud
        packed = "|".join((EDITION, self.locale, self.campaign, self.screen, told, self.trigger))
        if len(packed.encode()) > MAX_BYTES:
            raise ValueError(f"a button of {self.screen} would carry more than {MAX_BYTES} bytes; shorten its name")
        return packed

    @staticmethod
    def unpack(packed: str) -> Tap | None:
        """None for anything that this edition did not write."""
        found = _PACKED.fullmatch(packed)
        if found is None:
            return None
        locale, campaign, screen, facts, aloud, trigger = found.groups()
        return Tap(locale, campaign, screen, _FACTS[facts], trigger, bool(aloud))

    @classmethod
    def at(cls, visit: Visit, locale: str, campaign: str, trigger: str = "", *, aloud: bool = False) -> Tap:
        return cls(locale, campaign, visit.screen, visit.facts, trigger, aloud)

    def to(self, trigger: str = "", *, locale: str | None = None) -> Tap:
        """The same place and mode with another choice, or in another language."""
        return Tap(locale or self.locale, self.campaign, self.screen, self.facts, trigger, self.aloud)
