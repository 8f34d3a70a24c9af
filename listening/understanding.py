"""What typed words come down to: the routes that they take, and the cues behind them.

Apart from `listening/listener.py`, which makes it: whoever answers need not know how to listen.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.answers import ANSWERS, HEARD
from flows.routes import Route


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that say the same, where they lead, and a sentence in which they are heard.

    A phrase is words in their order. `<name>` is any word of a family, `...` makes room for more words, `^` is the
    beginning of the text and `$` the end of a sentence, and ` & ` joins phrases that stand near each other. In `hear`
    two other words may stand between two of a phrase; in `unless`, which silences the cue, none. What is in `hint` may
    mean the same, and something else as often: it only counts among the examples. `opens` is the screen that answers.
    """

    route: Route
    hear: tuple[str, ...]
    example: str
    unless: tuple[str, ...] = ()
    opens: str = ""
    hint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A cue that was heard: in which language, by which of its phrases, and whether that is only a hint."""

    language: str
    cue: Cue
    phrase: str
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text seems to be about: routes in order of priority, at least one, and the cues behind them.

    A route that no cue stands for, other than a hint, is told from examples.
    """

    routes: tuple[Route, ...]
    fired: tuple[Match, ...] = ()

    @property
    def opens(self) -> tuple[str, ...]:
        """The screens that answer it, those of the first route first."""
        opening = (fired for fired in self.fired if fired.cue.opens and fired.cue.route in self.routes)
        in_order = sorted(opening, key=lambda fired: self.routes.index(fired.cue.route))
        return tuple(dict.fromkeys(fired.cue.opens for fired in in_order))


def also_meant(heard: Understanding) -> str:
    """The screen to offer before the usual ways of an answer, or nothing: what a cue names, or what else was heard.

    To a child, or about something sexual, nothing is offered that could lead to a talk with the parents.
    """
    first, *others = heard.routes
    if first in (Route.CHILD, Route.SEXUAL):
        heard, others = Understanding((first,), heard.fired), []
    screens = (
        *heard.opens,
        *(ANSWERS[HEARD[route]].meant[0].screen for route in others if ANSWERS[HEARD[route]].meant),
    )
    return next(iter(screens), "")
