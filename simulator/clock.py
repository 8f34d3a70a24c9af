"""The time of day in a demo: the real one, until it is set; from there it runs on at the same pace."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")


def _now() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Call it for the time in UTC. It is set and shown as Dutch time."""

    def __init__(self, real: Callable[[], datetime] = _now) -> None:
        self._real = real
        self._ahead = timedelta()
        self.chosen: time | None = None  # the time it was set to; None while it follows the real time

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    @property
    def local(self) -> datetime:
        return self().astimezone(HOME)

    def set(self, hour: int, minute: int = 0) -> None:
        """Sets it to this time, today."""
        real = self._real()
        wanted = real.astimezone(HOME).replace(hour=hour, minute=minute, second=0, microsecond=0)
        self._ahead = wanted.astimezone(UTC) - real
        self.chosen = time(hour, minute)

    def follow(self) -> None:
        """Back to the real time."""
        self._ahead, self.chosen = timedelta(), None
