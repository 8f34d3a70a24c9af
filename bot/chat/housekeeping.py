"""Work that no visitor waits for: a forgotten page is covered, and what a restart forgot is swept up.

It goes through the queues like everything else, in the order of its chat, some calls a second, and only while few
visitors are being answered.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from telegram.error import RetryAfter, TelegramError

from bot.api.client import seconds
from bot.api.events import Event
from bot.delivery.newest import Newest
from bot.delivery.queues import ChatQueues

TICK = 0.5
"""Seconds between two looks at what is to be done. A sweep takes up to nine calls, so one in each is 18 a second."""
AT_ONCE = 10
"""Pages that are covered in one tick: ten thousand take less than ten minutes, and 20 calls a second are left room by
Telegram, which grants a bot thirty."""
BUSY = 16
"""Turns under way from which housekeeping waits: a quarter of what is answered at the same time."""
AGAIN = timedelta(seconds=30)
"""From a failed call to the next try, unless Telegram names a time."""
COVER_AFTER = timedelta(hours=1)
"""How long a page stays readable that nobody presses, unless an operator sets another time. Zero: for ever."""
MOST = 20_000
"""Chats whose page is watched, and sweeps that wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Event):
    """Cover the page of a chat, if nobody has pressed it meanwhile."""

    update_id: int = 0

    def is_overtaken_by(self, later: Event) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep(Event):
    """Delete what stands at these ids of a chat, but for the page that is known to stand there."""

    update_id: int = 0
    message_ids: Sequence[int]

    def is_overtaken_by(self, later: Event) -> bool:
        return False


@dataclass
class Housekeeping:
    """Handlers say where a page stands and what is to be swept; `run` sees to it."""

    now: Callable[[], datetime]
    cover_after: timedelta = COVER_AFTER
    _stands_since: Newest[int, datetime] = field(default_factory=lambda: Newest(MOST), repr=False)
    _later: deque[tuple[datetime, Cover | Sweep]] = field(default_factory=lambda: deque(maxlen=MOST), repr=False)
    """What is to be done, and from when on."""

    def page_stands(self, chat_id: int) -> None:
        if self.cover_after:
            self._stands_since[chat_id] = self.now()

    def page_is_gone(self, chat_id: int) -> None:
        self._stands_since.pop(chat_id, None)

    def put(self, event: Cover | Sweep) -> None:
        self._later.append((self.now(), event))

    def put_again(self, event: Cover | Sweep, error: TelegramError) -> None:
        """Nobody waits for it, so the chat must not wait either: it is tried again when Telegram lets us."""
        wait = timedelta(seconds=seconds(error)) if isinstance(error, RetryAfter) else AGAIN
        self._later.append((self.now() + wait, event))

    def sweeps_of(self, chat_id: int) -> list[Sweep]:
        """What is still to be swept in this chat; it is taken from here."""
        found = []
        for since, event in [*self._later]:
            if isinstance(event, Sweep) and event.chat_id == chat_id:
                self._later.remove((since, event))
                found.append(event)
        return found

    async def run(self, queues: ChatQueues, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """For as long as the bot answers."""
        while True:
            await sleep(TICK)
            if queues.waiting < BUSY:
                for event in self.due():
                    queues.put(event)

    def due(self) -> list[Event]:
        """The next few events; a page that is due is watched no longer."""
        now = self.now()
        due = self._next_of_later(now)
        for chat_id, since in list(islice(self._stands_since.items(), AT_ONCE)):
            if since > now:  # the clock was ahead and is set right
                self.page_stands(chat_id)
            elif since <= now - self.cover_after:
                del self._stands_since[chat_id]
                due.append(Cover(chat_id=chat_id))
        return due

    def _next_of_later(self, now: datetime) -> list[Event]:
        """At most one, since a sweep takes several calls; what may not be tried yet goes behind the others."""
        for _ in range(min(AT_ONCE, len(self._later))):
            since, event = self._later.popleft()
            if since <= now:
                return [event]
            self._later.append((since, event))
        return []
