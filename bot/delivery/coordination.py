"""All that is known of a chat while it is answered: its last page, what was answered, whose turn it is.

One process knows it by itself (`LocalCoordination`). Several workers share it: `redis_coordination.py`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, Self

from bot.api.events import Event, Press
from bot.counting.once_a_week import LocalOnceAWeek, OnceAWeek
from bot.delivery.last_pages import LastPages
from bot.delivery.newest import Newest

LATE = 600.0
"""Seconds that the order of a chat is kept: so much later Telegram may bring an older update once more."""
MOST_LATE = 10_000
"""Chats of which it is kept."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of an update whose turn it is. `newest` and `wiped` are update ids, 0 when there are none."""

    is_known: bool = False
    """It was answered before: nothing is left to do, and there is no turn to end."""
    newest: int = 0
    """The newest update of this chat that was answered."""
    wiped: int = 0
    """The newest wipe among them."""

    def is_past(self, event: Event) -> bool:
        """Whether something that was answered already makes this one pointless."""
        is_older_press = isinstance(event, Press) and event.is_behind(self.newest)
        return is_older_press or (not event.is_urgent and event.is_behind(self.wiped))


FREE = Turn()


class Coordination(Protocol):
    """A context manager: what it needs is open while the block runs."""

    @property
    def last_pages(self) -> LastPages:
        """Where the chats are. Of the chat whose turn it is, what all workers know."""

    @property
    def once_a_week(self) -> OnceAWeek:
        """Who has counted this week for what."""

    async def begin(self, event: Event) -> Turn | None:
        """Take the turn in a chat. None while another worker has it; one that is killed has it for seconds only."""

    async def end(self, event: Event, *, answered: bool) -> None:
        """Give the turn back, and tell whether the event was answered."""

    def forget_order(self) -> None:
        """Telegram numbers its updates anew."""

    def forget_old(self, now: datetime) -> None:
        """Drop what was kept for its time, also when no update comes."""

    async def may_fetch(self) -> bool | None:
        """Whether this is the one worker that fetches updates. None when that cannot be known now."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...


@dataclass
class LocalCoordination:
    """One process: it is always our turn. The queues recognise what comes a second time; a webhook may bring an older
    update of a chat after a newer one, so the newest is remembered for some minutes. `seconds` is a clock."""

    last_pages: LastPages = field(default_factory=LastPages)
    once_a_week: OnceAWeek = field(default_factory=LocalOnceAWeek)
    seconds: Callable[[], float] = time.monotonic
    _turns: Newest[int, tuple[float, Turn]] = field(default_factory=lambda: Newest(MOST_LATE), repr=False)
    """When each chat was last answered, and what its next turn has to know."""

    async def begin(self, event: Event) -> Turn | None:
        self._forget_old_turns()
        return self._turns[event.chat_id][1] if event.chat_id in self._turns else FREE

    async def end(self, event: Event, *, answered: bool) -> None:
        if answered:
            _, turn = self._turns.get(event.chat_id, (0, FREE))
            if not event.is_behind(turn.newest):
                turn = replace(turn, newest=event.update_id)
            if event.is_urgent and not event.is_behind(turn.wiped):
                turn = replace(turn, wiped=event.update_id)
            self._turns[event.chat_id] = self.seconds(), turn

    def forget_order(self) -> None:
        self._turns.clear()

    def forget_old(self, now: datetime) -> None:
        self.last_pages.forget_old(now)
        self._forget_old_turns()

    async def may_fetch(self) -> bool | None:
        return True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing was opened."""

    def _forget_old_turns(self) -> None:
        while self._turns and next(iter(self._turns.values()))[0] < self.seconds() - LATE:
            self._turns.popitem(last=False)
