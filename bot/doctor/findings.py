"""What a check finds, and what is examined."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tabulate import tabulate

from bot.ops.settings import Settings
from locales import Locales


@dataclass(frozen=True, slots=True)
class Installation:
    """What is examined: the settings of an operator's copy, and its catalogues and clock."""

    settings: Settings
    locales: Locales
    now: Callable[[], datetime]
    between_polls: float = 8.0
    """Seconds within which two programs that poll get into each other's way again."""


class State(StrEnum):
    """The result of one check."""

    GOOD = "ok"
    WRONG = "WRONG"
    UNSEEN = "look"
    """It cannot be seen from here."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, and the fix."""

    state: State
    said: str
    fix: str = ""


def good(said: str) -> Finding:
    return Finding(State.GOOD, said)


def wrong(said: str, fix: str) -> Finding:
    return Finding(State.WRONG, said, fix)


def unseen(said: str, fix: str) -> Finding:
    return Finding(State.UNSEEN, said, fix)


_WIDTHS = [None, None, 50, 60]


def table(findings: Mapping[str, Finding]) -> str:
    """For the terminal."""
    rows = [(name, finding.state, finding.said, finding.fix) for name, finding in findings.items()]
    return tabulate(rows, ("", "", "found", "fix"), maxcolwidths=_WIDTHS, disable_numparse=True)
