"""What stands in the queues, and what they need of whoever answers it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.api.events import Event, Words
from bot.ops import metrics

HELD = 5.0
"""Seconds an update may hold back its confirmation. After that it waits in memory: an offset that stands still shows at
most 100 updates, so one slow chat would in the end silence all others."""

MOST_HELD, PLACES, LEFT = 5, 60, 20
"""Updates of one chat that may always hold their confirmation; of all chats before room is made; and after.
`getUpdates` shows a hundred at a time, so a chat that sends a flood would hide everybody behind it: its updates are
confirmed and wait in memory. While there is room nobody's are, and what somebody typed six times while the network was
away survives a kill."""

MOST_BESIDE = 100
"""Presses of one chat that wait for nothing but that their waiting mark is taken away."""


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
    """An event, what is done with it, and what is confirmed by that: several updates when it stands for several."""

    event: Event
    deed: Deed
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

    @property
    def held(self) -> int:
        return sum(not future.done() for future in self.unconfirmed)

    def wait_in_memory(self) -> None:
        confirm_early(*self.unconfirmed)
        self.unconfirmed = []


def confirm_early(*unconfirmed: asyncio.Future[None]) -> None:
    """Before they are handled: what holds the offset too long would silence others. Each update counts once."""
    for future in unconfirmed:
        if not future.done():
            metrics.UPDATES.labels("waiting_in_memory").inc()
            future.set_result(None)


@dataclass(slots=True)
class ChatQueue:
    """What waits in one chat, and what is done there now. It never holds more than a few turns, whatever is sent."""

    waiting: deque[Waiting] = field(default_factory=deque)
    current: Waiting | None = None

    @property
    def all(self) -> list[Waiting]:
        return [self.current, *self.waiting] if self.current else [*self.waiting]

    def line_up(self, new: Waiting) -> list[Waiting]:
        """In the order in which it was sent: a webhook may bring two updates of a chat the other way round.

        What belongs together becomes one turn. Returns what was overtaken and waits here no longer.
        """
        place = len(self.waiting)
        while place and new.event.is_behind(self.waiting[place - 1].event.update_id):
            place -= 1
        others = list(self.waiting)
        self.waiting.insert(place, new)
        overtaken = []
        for earlier, later in [*((one, new) for one in others[:place]), *((new, one) for one in others[place:])]:
            if together := earlier.event.together(later.event):
                later.hear_with(earlier, together)
            elif earlier.event.is_overtaken_by(later.event):
                overtaken.append(earlier)
            else:
                continue
            self.waiting.remove(earlier)
            if earlier is new:
                break
        return overtaken

    def put_beside(self, new: Waiting) -> None:
        """What was typed is taken away together. Of ever so many presses the oldest makes room: its waiting mark ends
        by itself."""
        if ids := new.event.typed:
            new.event = Words(update_id=new.event.update_id, chat_id=new.event.chat_id, message_ids=ids)
            for one in [*self.waiting]:
                if together := one.event.together(new.event):
                    new.hear_with(one, together)
                    self.waiting.remove(one)
        self.waiting.append(new)
        if len(self.waiting) > MOST_BESIDE:
            oldest = next(one for one in self.waiting if not one.event.typed)
            self.waiting.remove(oldest)
            oldest.confirm()


@dataclass(slots=True)
class Pause:
    """A chat that Telegram makes us wait for; cut short by a wipe."""

    is_long: bool
    cut: asyncio.Event = field(default_factory=asyncio.Event)
