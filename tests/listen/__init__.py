"""How well typed words are understood: messages with their route, and the scores of a listener on them.

The cues were written with `development.tsv`. The author of `held_out.tsv` had not seen the cues, and it was committed
before them; it is only ever scored. Neither is part of the training examples.

    python -m tests.listen        prints the figures
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import mean

from flows.routes import CRISIS, Route
from listening.learn.examples import Example, examples
from listening.listener import Listener
from listening.understanding import Understanding

DEVELOPMENT = Path(__file__).with_name("development.tsv")
HELD_OUT = Path(__file__).with_name("held_out.tsv")
HARMLESS = frozenset({Route.OTHER, Route.GREETING})


@dataclass
class Score:
    """The scores of a listener on some messages."""

    listener: Listener
    messages: list[Example]
    heard: list[Understanding] = field(init=False)

    def __post_init__(self) -> None:
        self.heard = [self.listener.hear(message.text) for message in self.messages]

    @property
    def pairs(self) -> Iterator[tuple[Example, Route]]:
        return ((message, heard.routes[0]) for message, heard in zip(self.messages, self.heard, strict=True))

    @cached_property
    def wanted(self) -> Counter[Route]:
        return Counter(message.route for message in self.messages)

    def recall(self, route: Route, language: str = "") -> float:
        """The share of a route's messages, in one language or all, that lead to it."""
        found = [got is route for message, got in self.pairs if message.route is route and language in message.language]
        return mean(found) if found else 1.0

    def macro(self, language: str = "") -> float:
        """The mean recall of the routes."""
        return mean(self.recall(route, language) for route in self.wanted)

    @property
    def crisis(self) -> float:
        """The share of messages about danger to life that lead to 112 or 113."""
        return mean(got in CRISIS for message, got in self.pairs if message.route in CRISIS)

    @property
    def alarms(self) -> float:
        """The share of harmless messages that are taken for a crisis."""
        return mean(got in CRISIS for message, got in self.pairs if message.route in HARMLESS)

    def lines(self) -> Iterator[str]:
        """The figures, as a table."""
        yield f"{'route':14}{'messages':>9}{'all':>8}{'nl':>8}{'en':>8}"
        for route in Route:
            shares = "".join(f"{self.recall(route, language):8.1%}" for language in ("", "nl", "en"))
            yield f"{route:14}{self.wanted[route]:9}{shares}"
        yield f"{'macro':23}" + "".join(f"{self.macro(language):8.1%}" for language in ("", "nl", "en"))
        yield f"crisis led to 112 or 113 {self.crisis:.1%}, harmless taken for a crisis {self.alarms:.1%}"


def score(listener: Listener, path: Path) -> Score:
    return Score(listener, list(examples(path)))
