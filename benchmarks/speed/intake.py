"""The two ways in which a bot gets its updates: it asks for them, or they are brought to its webhook."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from benchmarks.speed.visitors import VisitorChat
from benchmarks.speed.wire import Answer

MOST = 100
"""Updates in one answer to getUpdates."""

AGAIN = 0.2
"""Seconds before an update that the webhook did not take is brought again."""


class Polled:
    """The queue of getUpdates. An update leaves it when a later offset is asked for."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, bytes, VisitorChat]] = deque()
        self._poll: Answer | None = None
        self._end: asyncio.TimerHandle | None = None

    def bring(self, update_id: int, update: bytes, chat: VisitorChat) -> None:
        self._waiting.append((update_id, update, chat))
        if self._poll is not None and len(self._waiting) == 1:
            # What comes at the same moment goes along.
            asyncio.get_running_loop().call_soon(self._show)

    def poll(self, offset: int, wait: float, answer: Answer) -> None:
        """Answers at once when updates wait, else with the first that comes, or with none after the wait."""
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        if self._end is not None:
            self._end.cancel()
        self._poll = answer
        self._end = asyncio.get_running_loop().call_later(wait, self._show) if wait > 0 else None
        if self._waiting or wait <= 0:
            self._show()

    def _show(self) -> None:
        if self._poll is None:
            return
        now, shown = time.monotonic(), []
        for (_, update, chat), _ in zip(self._waiting, range(MOST), strict=False):
            chat.handed = chat.handed or now
            shown.append(update)
        answer, self._poll = self._poll, None
        answer(b'{"ok":true,"result":[%b]}' % b",".join(shown))


class Pushed:
    """Brings updates to a webhook, over as many connections as it was told to use; each waits for its answer."""

    def __init__(self, url: str, secret: str, connections: int, called: Callable[[bytes], None]) -> None:
        self.url = url
        place = urlsplit(url)
        self._where = str(place.hostname), place.port or 80
        self._head = (
            f"POST {place.path} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._called = called
        self._waiting: deque[tuple[bytes, VisitorChat]] = deque()
        self._free: list[_Socket] = []
        self._room = connections
        self._opening: set[asyncio.Task[None]] = set()

    def bring(self, _update_id: int, update: bytes, chat: VisitorChat) -> None:
        self._waiting.append((b"%b%d\r\n\r\n%b" % (self._head, len(update), update), chat))
        self._go()

    def _go(self) -> None:
        while self._waiting and self._free:
            way = self._free.pop()
            post, chat = self._waiting.popleft()
            chat.handed = chat.handed or time.monotonic()
            way.send(post, chat)
        while self._waiting and self._room and len(self._opening) < len(self._waiting):
            self._room -= 1
            opening = asyncio.ensure_future(self._open())
            self._opening.add(opening)
            opening.add_done_callback(self._opening.discard)

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.create_connection(lambda: _Socket(self), *self._where)
        except OSError:  # it does not listen yet
            loop.call_later(AGAIN, self._closed)

    def freed(self, way: _Socket) -> None:
        self._free.append(way)
        self._go()

    def taken(self, way: _Socket, body: bytes) -> None:
        """The webhook said 200, perhaps with a call as its answer."""
        if body.startswith(b"{"):
            self._called(body)
        self.freed(way)

    def refused(self, way: _Socket, post: bytes, chat: VisitorChat) -> None:
        asyncio.get_running_loop().call_later(AGAIN, self._again, post, chat)
        self.freed(way)

    def lost(self, way: _Socket, post: tuple[bytes, VisitorChat] | None) -> None:
        """A connection is gone: idle for too long, or with an update that has to be brought again."""
        if way in self._free:
            self._free.remove(way)
        if post is not None:
            self._waiting.appendleft(post)
        self._closed()

    def _again(self, post: bytes, chat: VisitorChat) -> None:
        self._waiting.append((post, chat))
        self._go()

    def _closed(self) -> None:
        self._room += 1
        self._go()


class _Socket(asyncio.Protocol):
    """A connection to the webhook."""

    def __init__(self, hook: Pushed) -> None:
        self._hook = hook
        self._transport: asyncio.Transport | None = None
        self._post: tuple[bytes, VisitorChat] | None = None
        self._received = b""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # it is one of TCP
        self._transport = transport
        self._hook.freed(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._hook.lost(self, self._post)

    def send(self, post: bytes, chat: VisitorChat) -> None:
        assert self._transport  # noqa: S101 - it was free, so it is open
        self._post = post, chat
        self._transport.write(post)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        length = head.lower().partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
        if not end or len(body) < int(length or 0) or self._post is None:
            return
        (post, chat), self._post, self._received = self._post, None, b""
        if head.startswith(b"HTTP/1.1 200"):
            self._hook.taken(self, body)
        else:
            self._hook.refused(self, post, chat)
