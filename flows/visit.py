"""A visit: the screen a visitor is on, and what they have told the guide so far.

It is a value that travels in the button. Nothing stores it, so a restart or a second machine loses nobody.
"""

from dataclasses import dataclass
from enum import Flag, auto

START = "welcome"


class Fact(Flag):
    """What a visitor has told us, as far as the flow depends on it. Only `welcome` clears it."""

    NOTHING = 0
    UNSAFE = auto()
    """Talking to the parents first is not safe; every choice that leads there is closed."""
    CHECKED = auto()
    """Answered "none of these" in `talk_check`. Without it, talking counts as unsafe."""


@dataclass(slots=True, unsafe_hash=True)
class Visit:
    """A screen, the facts, and whether there is local help to show.

    `local` comes from the campaign that is running now, never from a button.
    Mutable only because `transitions` writes the new screen onto its model; the guide always hands it a copy.
    """

    screen: str = START
    facts: Fact = Fact.NOTHING
    local: bool = False

    # Guards: choices name them, and the machine calls them before each step.

    def may_talk_to_parents(self) -> bool:
        """Answered "none of these", and nothing since contradicts it."""
        return Fact.CHECKED in self.facts and Fact.UNSAFE not in self.facts

    def is_unsafe_to_talk(self) -> bool:
        return Fact.UNSAFE in self.facts

    def must_check_first(self) -> bool:
        """The question in `talk_check` has not been answered yet."""
        return self.facts is Fact.NOTHING

    def has_local_help(self) -> bool:
        return self.local

    # Callbacks: the machine calls them during a step, to record what the choice tells us.

    def note_unsafe(self) -> None:
        self.facts |= Fact.UNSAFE

    def note_checked(self) -> None:
        self.facts |= Fact.CHECKED

    def forget(self) -> None:
        self.facts = Fact.NOTHING
