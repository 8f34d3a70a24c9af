"""While Telegram cannot be reached, or refuses us: when to try again."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries while Telegram cannot be reached."""


class Outage:
    """How long to wait before each next try, twice as long every time; and how long we have been refused. When
    Telegram answers again, a new one begins."""

    pause = FIRST_PAUSE
    refused_since: float | None = None

    def wait(self) -> float:
        """Seconds before the next try."""
        pause, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        return pause

    def refused_for(self, now: float) -> float:
        """Seconds since Telegram refused us for the first time, which may be now."""
        self.refused_since = now if self.refused_since is None else self.refused_since
        return now - self.refused_since
