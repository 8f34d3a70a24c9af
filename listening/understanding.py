"""The result of listening: the routes of a text, and the cues that matched.

Separate from `listening/listener.py`, so that a caller who only answers need not import the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from flows.answers import ANSWERS, HEARD
from flows.routes import Route


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that mean the same, the route they lead to, and a sentence that they match.

    A phrase is words in order. `<name>` is any word of a family, `...` makes room for more words, `^` is the
    beginning of the text and `$` the end of a sentence, and ` & ` joins phrases that stand near each other. In `hear`
    two other words may stand between two of a phrase; in `unless`, which silences the cue, none. A phrase in `hint`
    means something else as often: it only counts among the examples. `opens` is the screen that answers.
    """

    route: Route
    hear: tuple[str, ...]
    example: str
    unless: tuple[str, ...] = ()
    opens: str = ""
    hint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A cue that matched: in which language, by which of its phrases, and whether that is only a hint."""

    language: str
    cue: Cue
    phrase: str
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text seems to be about: routes in order of priority, at least one, and the cues that matched.

    A route without a cue, or with only a hint, comes from the examples.
    """

    routes: tuple[Route, ...]
    matches: tuple[Match, ...] = ()

    @property
    def opens(self) -> tuple[str, ...]:
        """The screens that the cues open, those of the first route first."""
        opening = [match.cue for match in self.matches if match.cue.opens and match.cue.route in self.routes]
        opening.sort(key=lambda cue: self.routes.index(cue.route))
        return tuple(dict.fromkeys(cue.opens for cue in opening))


def also_meant(understood: Understanding) -> str:
    """The screen to offer before the answer's own: one that a cue opens, or the first of the next route; or nothing.

    A child, or a visitor who writes about something sexual, is offered nothing that could lead to a talk with the
    parents.
    """
    first, *others = understood.routes
    if first in (Route.CHILD, Route.SEXUAL):
        understood, others = Understanding((first,), understood.matches), []
    most_meant = (visit.screen for route in others for visit in ANSWERS[HEARD[route]].meant[:1])
    return next(chain(understood.opens, most_meant), "")
