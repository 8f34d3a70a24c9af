"""Whether we are alive and ready, and counters of what happened. Label sets are closed: none can name a person."""

import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Info

from bot.ops.version import VERSION

REGISTRY = CollectorRegistry()
BUILD = Info("watkanikdoen_build", "Which version runs.", registry=REGISTRY)
BUILD.info({"version": VERSION})
UPDATES = Counter("watkanikdoen_updates", "Updates by outcome.", ["outcome"], registry=REGISTRY)
OUTCOMES = ("handled", "passed_over", "unreadable", "failed", "emergency_page", "waiting_in_memory")
CONFLICTS = Counter("watkanikdoen_conflict", "Polls refused because another process polls.", registry=REGISTRY)
WAITS = Counter("watkanikdoen_asked_to_wait", "Answers with which Telegram asked us to wait.", registry=REGISTRY)
COUNTS_DROPPED = Counter("watkanikdoen_counts_dropped", "Counts given up, by reason.", ["why"], registry=REGISTRY)
WHY = ("full", "late", "unknown")
MEMORY_AWAY = Gauge("watkanikdoen_memory_away", "1 while the shared memory cannot be used.", registry=REGISTRY)
MEMORY_FAILURES = Counter("watkanikdoen_memory_failures", "Failed calls to the shared memory.", registry=REGISTRY)
READY = Gauge("watkanikdoen_ready", "1 while updates come in and the guide answers them.", registry=REGISTRY)
COUNTS_AGE = Gauge(
    "watkanikdoen_counts_age_seconds", "Since counts were last written, or since the start.", registry=REGISTRY
)

# An alert cannot watch a series that does not exist yet, so each one starts at 0.
for _outcome in OUTCOMES:
    UPDATES.labels(_outcome)
for _why in WHY:
    COUNTS_DROPPED.labels(_why)

GOOD_FOR = 60.0
"""Seconds for which a good poll counts as ready."""

STALLED_AFTER = 300.0
"""Seconds without any attempt of the intake before a restart is worth trying. Also when Telegram is away it tries about
once a minute, so a restart means that it hangs: no crash loop, and no update held in memory is lost for nothing."""


class Pulse:
    """What the intake reported last. Times come from a monotonic clock."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._good: float | None = None
        self._sign = clock()
        self.closed = False
        """Not ready, whatever the intake reports: the emergency page stands in, or we are stopping."""

    def polled(self) -> None:
        """Telegram gave us updates, or none, without complaint; or says that the webhook is set and delivers."""
        self._good = self._sign = self._clock()

    def tried(self) -> None:
        """Telegram was asked and did not answer well: alive, though not ready for it."""
        self._sign = self._clock()

    def not_ready(self) -> None:
        """At once, however good the last poll was."""
        self._good = None
        self.tried()

    def close(self) -> None:
        self.closed = True

    def is_ready(self) -> bool:
        return not self.closed and self._good is not None and self._clock() - self._good < GOOD_FOR

    def is_alive(self) -> bool:
        """False when the intake has been silent for so long that a restart is better."""
        return self._clock() - self._sign < STALLED_AFTER


PULSE = Pulse()
polled, tried, not_ready, close, is_ready = PULSE.polled, PULSE.tried, PULSE.not_ready, PULSE.close, PULSE.is_ready
READY.set_function(is_ready)


def written(clock: Callable[[], float] = time.monotonic) -> None:
    """The counts are safe in their database."""
    at = clock()
    COUNTS_AGE.set_function(lambda: clock() - at)


written()
