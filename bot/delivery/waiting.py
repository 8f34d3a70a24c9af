"""What stands in the queues, and what they need of whoever answers it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.api.events import Event
from bot.ops import metrics

HELD = 5.0
"""Seconds an update may hold back its confirmation. After that it waits in memory: an offset that stands still shows at
most 100 updates, so one slow chat would in the end silence all others."""

MOST_HELD = 5
"""Updates of one chat that may wait unconfirmed. `getUpdates` shows a hundred at a time, so a chat that sends more
would hide everybody behind it: its updates are confirmed and wait in memory."""


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
    unconfirmed: list[asyncio.Future[None]]
    updates: int = 1

    def hear_with(self, earlier: Waiting, together: Event) -> None:
        """Take over what an earlier turn would have answered."""
        self.event = together
        self.unconfirmed += earlier.unconfirmed
        self.updates += earlier.updates

    def confirm(self) -> None:
        for future in self.unconfirmed:
            if not future.done():
                future.set_result(None)
        self.unconfirmed = []

    def cancel(self) -> None:
        """We were stopped before it was handled."""
        for future in self.unconfirmed:
            future.cancel()

    def wait_in_memory(self) -> None:
        """Confirmed before it is handled: what holds the offset too long would silence others."""
        metrics.UPDATES.labels("waiting_in_memory").inc(len(self.unconfirmed))
        self.confirm()


@dataclass(slots=True)
class ChatQueue:
    """What waits in one chat, and what is answered there now."""

    waiting: deque[Waiting] = field(default_factory=deque)
    current: Waiting | None = None

    @property
    def all(self) -> list[Waiting]:
        return [self.current, *self.waiting] if self.current else [*self.waiting]

    def hold_little(self) -> None:
        """A chat that sends more than a few holds nothing."""
        if sum(one.updates for one in self.all) > MOST_HELD:
            self.wait_in_memory()

    def wait_in_memory(self) -> None:
        for one in self.all:
            one.wait_in_memory()


@dataclass(slots=True)
class Pause:
    """A chat that Telegram makes us wait for; cut short by a wipe."""

    is_long: bool
    cut: asyncio.Event = field(default_factory=asyncio.Event)
