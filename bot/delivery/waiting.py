"""What stands in the queues, and what they need of whoever answers it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.api.events import Event
from bot.ops import metrics

HELD = 5.0
"""Seconds an update may hold back its confirmation. After that it waits in memory: an offset that stands still shows at
most 100 updates, so one slow chat would in the end silence all others."""


class UpdateHandler(Protocol):
    """What the queues need of a handler."""

    async def handle(self, event: Event) -> None:
        """Answer it."""

    async def skip(self, event: Event) -> None:
        """Something later overtook it: take away the waiting mark, or the words; draw nothing."""

    async def ask_to_retry(self, event: Event) -> None:
        """Telegram makes us wait in this chat: ask the person to press again in a moment."""


Deed = Callable[[Event], Awaitable[None]]


@dataclass(slots=True, eq=False)
class Waiting:
    """An event, and what is confirmed by it: several updates when several messages are heard together."""

    event: Event
    confirmed: list[asyncio.Future[None]]

    def confirm(self) -> None:
        for future in self.confirmed:
            if not future.done():
                future.set_result(None)

    def cancel(self) -> None:
        """We were stopped before it was handled."""
        for future in self.confirmed:
            future.cancel()

    def wait_in_memory(self) -> None:
        """Confirmed before it is handled: what holds the offset too long would silence others."""
        open_ones = sum(not future.done() for future in self.confirmed)
        metrics.UPDATES.labels("waiting_in_memory").inc(open_ones)
        self.confirm()


@dataclass(slots=True)
class Pause:
    """A chat that Telegram makes us wait for; cut short by a wipe."""

    is_long: bool
    cut: asyncio.Event = field(default_factory=asyncio.Event)
