"""What several workers must know of each other's chats, so that any of them can answer: one at a time, and each once.

One process knows it all by itself (`LocalCoordination`). Several share it: `bot/delivery/redis_coordination.py`.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol, Self

from bot.counting.once_a_week import LocalOnceAWeek, OnceAWeek
from bot.delivery.last_pages import LastPages


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of an update whose turn it is. `newest` and `wiped` are update ids, 0 when there are none."""

    is_known: bool = False
    """It was answered before: nothing is left to do, and there is no turn to end."""
    newest: int = 0
    """The newest update of this chat that was answered."""
    wiped: int = 0
    """The newest wipe among them."""


FREE = Turn()

LATE = 600.0
"""Seconds that the order of a chat is kept: so much later an older update may come, when Telegram tries it again."""
MOST_LATE = 10_000
"""Chats of which it is kept."""


class Coordination(Protocol):
    """A context manager: what it needs is open while the block runs."""

    @property
    def trail(self) -> LastPages:
        """Where the chats are. Of the chat whose turn it is, what all workers know."""

    @property
    def caps(self) -> OnceAWeek:
        """Who has counted this week for what."""

    async def begin(self, chat: int, update_id: int) -> Turn | None:
        """Take the turn in a chat. None while another worker has it; one that is killed has it for seconds only."""

    async def end(self, chat: int, update_id: int, *, answered: bool, wiped: bool) -> None:
        """Give the turn back, and tell what became of the update."""

    def forget_old(self, now: datetime) -> None:
        """Let go of what was kept for its time, also when nobody comes."""

    async def may_fetch(self) -> bool | None:
        """Whether this is the one worker that fetches updates. None when that cannot be known now."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...


class _Order(NamedTuple):
    """Of one chat: when it was answered, and the newest update and wipe by then."""

    at: float
    newest: int
    wiped: int


@dataclass
class LocalCoordination:
    """One process: it is always our turn. The lanes know what comes a second time; a webhook may bring an older update
    of a chat after a newer one, so for some minutes it is kept which was the newest. `seconds` is a clock."""

    trail: LastPages = field(default_factory=LastPages)
    caps: OnceAWeek = field(default_factory=LocalOnceAWeek)
    seconds: Callable[[], float] = time.monotonic
    _orders: OrderedDict[int, _Order] = field(default_factory=OrderedDict, repr=False)

    async def begin(self, chat: int, update_id: int) -> Turn | None:
        self._forget_old_orders()
        order = self._orders.get(chat)
        return Turn(newest=order.newest, wiped=order.wiped) if order else FREE

    async def end(self, chat: int, update_id: int, *, answered: bool, wiped: bool) -> None:
        if answered:
            order = self._orders.pop(chat, None) or _Order(0, 0, 0)
            newest, newest_wipe = max(order.newest, update_id), update_id if wiped else 0
            self._orders[chat] = _Order(self.seconds(), newest, max(order.wiped, newest_wipe))

    def forget_old(self, now: datetime) -> None:
        self.trail.forget_old(now)
        self._forget_old_orders()

    async def may_fetch(self) -> bool | None:
        return True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing was opened."""

    def _forget_old_orders(self) -> None:
        while self._orders and (
            len(self._orders) > MOST_LATE or next(iter(self._orders.values())).at < self.seconds() - LATE
        ):
            self._orders.popitem(last=False)
