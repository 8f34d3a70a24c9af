"""What a helpline is: its number or address, its hours, and where that is said."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows import Mistake

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
STALE_AFTER = timedelta(days=180)
NUMBER = re.compile(r"1\d\d|0\d{2,3}-\d{4,7}|\+31(?: \d{3}){3}")
"""As people dial it: a short one, one from within the country, or one that also works from abroad."""
EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))


class MalformedHelpline(Mistake):
    """A helpline that must not be shown. The message says which one, and what to fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a helpline is open, in Europe/Amsterdam. `days` counts from Monday, 0."""

    opens: time
    closes: time
    days: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise MalformedHelpline(f"hours: opens at {self.opens} and closes at {self.closes}; turn them round")

    def __contains__(self, moment: datetime) -> bool:
        return moment.weekday() in self.days and self.opens <= moment.time() < self.closes


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """One helpline to call, chat with or read.

    `hours` None means day and night. `note` is the short text behind the number (cost, hours).
    `number` is written as people dial it; `url` is https. `source` and `verified_on` say where the facts come from;
    `confirmed_on` is the day when a person contacted the helpline, or None.
    """

    id: str
    name: str
    number: str = ""
    url: str = ""
    hours: Hours | None = None
    note: str = ""
    source: str
    verified_on: date
    confirmed_on: date | None = None

    def __post_init__(self) -> None:
        if self.number and not NUMBER.fullmatch(self.number):
            raise MalformedHelpline(f"helpline {self.id}: {self.number!r} is no number as people dial it")
        if self.url and not re.fullmatch(r"https://[a-z0-9.-]+(/[a-z0-9./-]*)?", self.url):
            raise MalformedHelpline(f"helpline {self.id}: {self.url!r} is not a plain https address")
        if not (self.number or self.url):
            raise MalformedHelpline(f"helpline {self.id}: has no number and no address")
        if not self.source:
            raise MalformedHelpline(f"helpline {self.id}: has no source; fill it in")

    @property
    def is_for_emergencies(self) -> bool:
        """112 and 113: a call to try them would keep a line from somebody in danger."""
        return self.number.startswith("11")

    @property
    def site(self) -> str:
        """The address as people write it: `kindertelefoon.nl`."""
        return self.url.removeprefix("https://").removeprefix("www.").rstrip("/")

    def is_open(self, moment: datetime) -> bool:
        """Whether the helpline is open at this moment, given in Europe/Amsterdam."""
        return self.hours is None or moment in self.hours

    @property
    def last_checked(self) -> date:
        return max(self.verified_on, self.confirmed_on or self.verified_on)

    def is_stale(self, today: date) -> bool:
        return today - self.last_checked > STALE_AFTER


def dial(number: str) -> str:
    """A link that dials a number."""
    if number.startswith("+"):
        number = number.replace("(0)", "")  # (0) is only dialled without the country code
    return "tel:" + "".join(char for char in number if char.isdigit() or char == "+")
