"""Work that no visitor waits for: a forgotten page is covered, and what a restart forgot is swept up.

It goes through the queues like everything else, in the order of its chat, some calls a second, and only while few
visitors are being answered.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol

from bot.api.events import Event

TICK = 0.25
"""Seconds between two looks at what is to be done."""
AT_ONCE = 5
"""Pages that are covered in one tick: ten thousand take less than ten minutes, and 20 calls a second are left room by
Telegram, which grants a bot thirty."""
BUSY = 16
"""Turns under way from which housekeeping waits: a quarter of what is answered at the same time."""
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


class Queues(Protocol):
    """What is needed of the queues."""

    @property
    def waiting(self) -> int: ...

    def put(self, event: Event, confirmed: asyncio.Future[None]) -> None: ...


@dataclass
class Housekeeping:
    """Handlers say where a page stands and what is to be swept; `run` sees to it."""

    now: Callable[[], datetime]
    cover_after: timedelta = timedelta(hours=1)
    """How long a page stays readable that nobody presses. Zero: for ever."""
    _stands_since: OrderedDict[int, datetime] = field(default_factory=OrderedDict, repr=False)
    _later: deque[Cover | Sweep] = field(default_factory=lambda: deque(maxlen=MOST), repr=False)

    def page_stands(self, chat_id: int) -> None:
        if self.cover_after:
            self._stands_since.pop(chat_id, None)
            self._stands_since[chat_id] = self.now()
            while len(self._stands_since) > MOST:
                self._stands_since.popitem(last=False)

    def page_is_gone(self, chat_id: int) -> None:
        self._stands_since.pop(chat_id, None)

    def put(self, event: Cover | Sweep) -> None:
        """Something to be done, or to be tried again."""
        self._later.append(event)

    def sweeps_of(self, chat_id: int) -> list[Sweep]:
        """What is still to be swept in this chat; it is taken from here."""
        found = [event for event in self._later if isinstance(event, Sweep) and event.chat_id == chat_id]
        for sweep in found:
            self._later.remove(sweep)
        return found

    async def run(self, queues: Queues, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """For as long as the bot answers."""
        while True:
            await sleep(TICK)
            if queues.waiting < BUSY:
                for event in self.due():
                    queues.put(event, asyncio.get_running_loop().create_future())

    def due(self) -> list[Event]:
        """The next few events; a page that is due is watched no longer. A sweep takes several calls."""
        if self._later:
            return [self._later.popleft()]
        due: list[Event] = []
        now = self.now()
        for chat_id, since in list(islice(self._stands_since.items(), AT_ONCE)):
            if since > now:  # the clock was ahead and is set right
                self.page_stands(chat_id)
            elif since <= now - self.cover_after:
                del self._stands_since[chat_id]
                due.append(Cover(chat_id=chat_id))
        return due
