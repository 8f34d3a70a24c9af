"""The queue behind getUpdates and the webhook, with Telegram's rules for it.

The rules are those of `TQueue` (tdlib/td) and `Client::do_get_updates` (tdlib/telegram-bot-api). An offset beyond the
ids in the queue confirms nothing, and the answer begins with the oldest update. A bot meets that when ids begin lower:
after a week without updates, or at another Bot API server.
"""

import asyncio
import json
import re
from collections.abc import Callable, Coroutine, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from simulator import refusals
from simulator.refusals import Refused

MOST_AT_ONCE = 100
AT_ONCE_AGAIN = timedelta(seconds=0.5)
KEPT = timedelta(hours=24)
AHEAD = 10
"""How far beyond the next id an offset may be."""
# Only delivered to bots that ask for them by name.
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}

Update = dict[str, Any]


class RawUpdate(Update):
    """An update whose bytes go out exactly as they are given, whatever they are."""

    def __init__(self, wire: bytes, number: int) -> None:
        super().__init__(update_id=number)
        self.wire = wire


def encoded(update: Update) -> bytes:
    """An update as Telegram writes it: compact, and with letters beyond ASCII as escapes."""
    return update.wire if isinstance(update, RawUpdate) else json.dumps(update, separators=(",", ":")).encode()


class Bell:
    """Wakes all tasks that wait for it now, and none that come later."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    def heard(self) -> Coroutine[Any, Any, Any]:
        """To await. What rings after this call is heard, even when the awaiting begins later."""
        return self._event.wait()


class Updates:
    """The queue: every update stays until it is confirmed, or a day old."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._waiting: dict[int, tuple[datetime, Update]] = {}
        self.next_id = 700_000_001
        self._allowed: list[str] = []
        self._poller: asyncio.Future[str] | None = None
        self._last_poll: tuple[int, datetime] | None = None
        self.arrival = Bell()

    def __len__(self) -> int:
        return len(self.pending)

    def waiting(self) -> Iterator[Update]:
        """The unconfirmed updates, oldest first. Telegram keeps them for a day."""
        oldest = self._clock() - KEPT
        for number, (arrived, update) in list(self._waiting.items()):
            if arrived >= oldest:
                yield update
            else:
                self.confirm(number)

    @property
    def pending(self) -> list[Update]:
        return list(self.waiting())

    def allow(self, kinds: list[str] | None) -> None:
        """Sets which kinds arrive from now on. Updates that already wait stay."""
        if kinds is not None:
            self._allowed = kinds

    def add(self, kind: str, content: dict[str, Any]) -> None:
        if kind in self._allowed or (not self._allowed and kind not in ONLY_ON_REQUEST):
            self.push({"update_id": self.next_id, kind: content})

    def push(self, update: Update) -> int:
        """Puts any update in the queue, also one that no visitor could cause."""
        number: int = update.setdefault("update_id", self.next_id)
        self.next_id = max(self.next_id, number) + 1
        self._waiting[number] = (self._clock(), update)
        self.arrival.ring()
        return number

    def push_raw(self, wire: bytes) -> int:
        """Puts these bytes in the queue. Without a readable `update_id` in them they count as the next."""
        found = re.search(rb'"update_id": *(\d+)', wire)
        return self.push(RawUpdate(wire, int(found[1]) if found else self.next_id))

    def restart(self, first: int) -> None:
        """A new queue, whose ids begin here: that of another Bot API server, or after a week without updates."""
        self._waiting.clear()
        self.next_id = first

    def confirm(self, number: int) -> None:
        self._waiting.pop(number, None)

    def clear(self) -> None:
        self._waiting.clear()

    def end_poll(self, why: str) -> None:
        """Ends the getUpdates that waits, if one does: there can be only one."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(why)

    async def poll(self, offset: int, limit: int, seconds: float, connected: Callable[[], None]) -> list[Update]:
        limit = max(1, min(limit, MOST_AT_ONCE))
        now = self._clock()
        if self._last_poll is not None:
            before, at = self._last_poll
            if before == offset and timedelta() <= now - at < AT_ONCE_AGAIN:
                limit = 1
        self._last_poll = (offset, now)
        if offset > self.next_id + AHEAD:
            offset = 0
        self._confirm_before(offset)
        self.end_poll(refusals.OTHER_POLLER)
        if not (found := self._from(offset, limit)) and seconds > 0:
            await self._wait(lambda: bool(self._from(offset, limit)), seconds, connected)
            found = self._from(offset, limit)
        return found

    def _confirm_before(self, offset: int) -> None:
        if offset > 0:
            gone = [number for number in self._waiting if number < offset]
        else:
            # A negative offset counts from the end of the queue, and forgets all before.
            gone = list(self._waiting)[:offset] if offset else []
        for number in gone:
            self.confirm(number)

    def _from(self, offset: int, limit: int) -> list[Update]:
        return list(islice((update for update in self.waiting() if update["update_id"] >= offset), limit))

    async def _wait(self, arrived: Callable[[], bool], seconds: float, connected: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        ended = self._poller = loop.create_future()
        until = loop.time() + seconds
        while not arrived() and (left := until - loop.time()) > 0:
            arrival = asyncio.ensure_future(self.arrival.heard())
            try:
                await asyncio.wait({arrival, ended}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                arrival.cancel()
            connected()
            if ended.done():
                raise Refused(ended.result(), 409)
