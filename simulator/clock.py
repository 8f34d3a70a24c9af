"""The time of day in a demo: the real one, until somebody sets it; from there it runs on as time does."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")


def _now() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Called, it tells the time in UTC. What is set and shown is the time in the Netherlands."""

    def __init__(self, real: Callable[[], datetime] = _now) -> None:
        self._real = real
        self._ahead = timedelta()
        self.chosen: time | None = None  # what it was set to, and None while it follows the real time

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    @property
    def local(self) -> datetime:
        return self().astimezone(HOME)

    def set(self, hour: int, minute: int = 0) -> None:
        """Makes it this time, today."""
        real = self._real()
        wanted = real.astimezone(HOME).replace(hour=hour, minute=minute, second=0, microsecond=0)
        self._ahead = wanted.astimezone(UTC) - real
        self.chosen = time(hour, minute)

    def follow(self) -> None:
        """Back to the real time."""
        self._ahead, self.chosen = timedelta(), None
