"""The queue behind getUpdates and the webhook, with Telegram's rules for it."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from simulator import refusals
from simulator.refusals import Refused

MOST_AT_ONCE = 100
AT_ONCE_AGAIN = timedelta(seconds=0.5)
KEPT = timedelta(hours=24)
# An offset further beyond the queue counts as none.
FUTURE = 10
# Only delivered to bots that ask for them by name.
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}

Update = dict[str, Any]


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
        self._next_id = 700_000_001
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

    def renumber(self, number: int) -> None:
        """Numbers anew from here, as after a week without updates or on another Bot API server."""
        self._next_id = number

    def allow(self, kinds: list[str] | None) -> None:
        """Sets which kinds arrive from now on. Updates that already wait stay."""
        if kinds is not None:
            self._allowed = kinds

    def add(self, kind: str, content: dict[str, Any]) -> None:
        if kind in self._allowed or (not self._allowed and kind not in ONLY_ON_REQUEST):
            self.push({"update_id": self._next_id, kind: content})

    def push(self, update: Update) -> int:
        """Puts any update in the queue, also one that no visitor could cause."""
        number: int = update.setdefault("update_id", self._next_id)
        self._next_id = max(self._next_id, number) + 1
        self._waiting[number] = (self._clock(), update)
        self.arrival.ring()
        return number

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
        self._confirm_before(offset)
        self.end_poll(refusals.OTHER_POLLER)
        if not (found := self._from(offset, limit)) and seconds > 0:
            await self._wait(lambda: bool(self._from(offset, limit)), seconds, connected)
            found = self._from(offset, limit)
        return found

    def _is_future(self, offset: int) -> bool:
        return offset > self._next_id + FUTURE

    def _confirm_before(self, offset: int) -> None:
        if self._is_future(offset):
            return
        if offset > 0:
            gone = [number for number in self._waiting if number < offset]
        else:
            # A negative offset counts from the end of the queue, and forgets all before.
            gone = list(self._waiting)[:offset] if offset else []
        for number in gone:
            self.confirm(number)

    def _from(self, offset: int, limit: int) -> list[Update]:
        shown = (update for update in self.waiting() if update["update_id"] >= offset or self._is_future(offset))
        return list(islice(shown, limit))

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
