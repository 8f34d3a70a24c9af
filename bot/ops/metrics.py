"""Whether we are alive and ready, and counts of what happened. Closed label sets only: no person is in them.

`/live` is for whoever restarts us, `/ready` for whoever sends people our way, `/metrics` for Prometheus. Under systemd
the same is told over its socket: READY as soon as we try (Telegram may be down for hours, and a start that is given up
would help nobody), the watchdog fed while the intake gives signs of life, STOPPING at the end.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge
from sdnotify import SystemdNotifier  # type: ignore[import-untyped]  # it ships no types

REGISTRY = CollectorRegistry()
UPDATES = Counter("watkanikdoen_updates", "Updates by what became of them.", ["outcome"], registry=REGISTRY)
OUTCOMES = ("handled", "passed_over", "unreadable", "failed", "emergency_page", "waiting_in_memory")
CONFLICTS = Counter("watkanikdoen_conflict", "Polls refused since another process polls.", registry=REGISTRY)
WAITS = Counter("watkanikdoen_asked_to_wait", "Answers that Telegram made us wait for.", registry=REGISTRY)
COUNTS_DROPPED = Counter("watkanikdoen_counts_dropped", "Counts given up, by why.", ["why"], registry=REGISTRY)
WHY = ("full", "late", "unknown")
for _why in WHY:
    COUNTS_DROPPED.labels(_why)
MEMORY_AWAY = Gauge(
    "watkanikdoen_memory_away", "1 while the memory that workers share cannot be used.", registry=REGISTRY
)
MEMORY_FAILURES = Counter("watkanikdoen_memory_failures", "Questions to that memory that failed.", registry=REGISTRY)
for _outcome in OUTCOMES:
    UPDATES.labels(_outcome)  # a count that stands at 0 is shown too: an alarm cannot watch what is not there

GOOD_FOR = 60.0
"""Seconds a good poll counts as ready."""

DEAF_AFTER = 300.0
"""Seconds without a sign of life from the intake before a restart is worth trying. It gives one at each try, also when
Telegram is away, so within a minute or so: that is no crash loop, and what waits in memory then is not thrown away."""


class Pulse:
    """What the intake last told us. Times are seconds of a clock that never goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._good: float | None = None
        self._sign = clock()
        self.closed = False
        """Set: not ready whatever comes in. For the emergency page, and once we stop."""

    def polled(self) -> None:
        self._good = self._sign = self._clock()

    def tried(self) -> None:
        self._sign = self._clock()

    def not_ready(self) -> None:
        self._good = None
        self.tried()

    def is_ready(self) -> bool:
        return not self.closed and self._good is not None and self._clock() - self._good < GOOD_FOR

    def is_alive(self) -> bool:
        """False when the intake has been silent for so long that a restart is better."""
        return self._clock() - self._sign < DEAF_AFTER


PULSE = Pulse()

READY = Gauge("watkanikdoen_ready", "1 while updates come in and the guide answers them.", registry=REGISTRY)


def polled() -> None:
    """Telegram gave us updates, or none, without complaint; or says that the webhook is set and delivers."""
    PULSE.polled()


def tried() -> None:
    """Telegram was asked and did not answer well. We are not ready for that, but neither deaf."""
    PULSE.tried()


def not_ready() -> None:
    """At once, whatever was before."""
    PULSE.not_ready()


def close() -> None:
    """Not ready from here on: the guide cannot be shown, or we are stopping."""
    PULSE.closed = True


def is_ready() -> bool:
    return PULSE.is_ready()


READY.set_function(is_ready)

COUNTS_AGE = Gauge(
    "watkanikdoen_counts_age_seconds", "Since counts were last written, or since the start.", registry=REGISTRY
)


def written(clock: Callable[[], float] = time.monotonic) -> None:
    """The counts are safe in their database."""
    at = clock()
    COUNTS_AGE.set_function(lambda: clock() - at)


written()


@asynccontextmanager
async def shown(listen: str, stop: asyncio.Event, pulse: Pulse = PULSE) -> AsyncIterator[None]:
    """While the block runs: the addresses of `bot/ops/endpoints.py` on `listen` (host:port; empty is off), and word to
    systemd.

    Not ready from the moment that `stop` is set. A port that is taken is logged and goes without: it must not
    keep the guide from people.
    """
    serving = None
    if listen:
        from bot.ops.endpoints import serve  # noqa: PLC0415 - a web server is imported only where one is wanted

        serving = asyncio.ensure_future(serve(listen, pulse, stop))
    telling = asyncio.ensure_future(_tell_systemd(stop, pulse))
    try:
        yield
    finally:
        stop.set()
        await telling
        if serving:
            await serving


async def _tell_systemd(stop: asyncio.Event, pulse: Pulse) -> None:
    """READY, then the watchdog as often as it wants to be fed, then STOPPING. Without systemd only the last wait."""
    notifier = _notifier()
    notifier.notify("READY=1")
    pause = _watchdog_pause()
    while not stop.is_set():
        if pause and pulse.is_alive():
            notifier.notify("WATCHDOG=1")
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            continue
    pulse.closed = True
    notifier.notify("STOPPING=1")
    if isinstance(notifier, SystemdNotifier) and notifier.socket:
        notifier.socket.close()


class _Nobody:
    """Stands in for systemd where there is none."""

    def notify(self, _: str) -> None:
        """Nobody listens."""


def _notifier() -> SystemdNotifier | _Nobody:
    if not os.environ.get("NOTIFY_SOCKET"):
        return _Nobody()
    notifier = SystemdNotifier()
    if notifier.socket:
        notifier.socket.setblocking(False)  # a systemd that does not read must not hold up the loop
    return notifier


def _watchdog_pause() -> float | None:
    """Half the seconds that systemd waits for a sign, or None when it does not wait for ours."""
    asked = os.environ.get("WATCHDOG_USEC", "")
    for_us = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return int(asked) / 1e6 / 2 if asked.isdecimal() and int(asked) and for_us else None
