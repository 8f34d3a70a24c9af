"""The time in a demo: the real one, until it is set; from there it runs on at the same pace."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")


class Moment(NamedTuple):
    """A moment of the week in the Netherlands. Monday is weekday 0."""

    weekday: int
    hour: int
    minute: int = 0


class Clock:
    """Call it for the time in UTC. It is set and shown as Dutch time."""

    def __init__(self, real: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._real = real
        self._ahead = timedelta()
        self.chosen: Moment | None = None  # None while it follows the real time

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    @property
    def local(self) -> datetime:
        return self().astimezone(HOME)

    def set(self, moment: Moment) -> None:
        """Sets it to this moment, today or on the first such weekday after it."""
        real = self._real()
        today = real.astimezone(HOME)
        wanted = today.replace(hour=moment.hour, minute=moment.minute, second=0, microsecond=0)
        wanted += timedelta(days=(moment.weekday - today.weekday()) % 7)
        self._ahead = wanted.astimezone(UTC) - real
        self.chosen = moment

    def follow(self) -> None:
        """Back to the real time."""
        self._ahead, self.chosen = timedelta(), None
