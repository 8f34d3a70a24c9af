"""The time in tests: a clock that stands still, and two moments of one day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

DAY = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
"""A Tuesday, 14.00 in Amsterdam: every line is open."""
NIGHT = datetime(2026, 11, 24, 22, 45, tzinfo=UTC)
"""The same day, 23.45: De Kindertelefoon and the chat are closed."""


@dataclass
class StandingClock:
    """A clock that stands still until it is moved."""

    moment: datetime = DAY

    def __call__(self) -> datetime:
        return self.moment

    def later(self, **time: float) -> None:
        self.moment += timedelta(**time)
