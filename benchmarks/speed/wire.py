"""The part of HTTP/1.1 that clients of bots use: no chunks, one request after the other on a connection."""

import asyncio
import re
from collections.abc import Callable

Answer = Callable[[bytes], object]
"""Sends a body back, as JSON. It may be called later, and after the connection is gone."""

Serve = Callable[[bytes, bytes, bytes, Answer], None]
"""Handles a request: its path, its kind of content, its body, and how to answer it."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_KIND = re.compile(rb"\r\ncontent-type: *([^;\r]+)", re.IGNORECASE)


class ClientConnection(asyncio.Protocol):
    """One connection of a client."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # it is one of TCP
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    def data_received(self, data: bytes) -> None:
        received = self._received + data if self._received else data
        while (end := received.find(b"\r\n\r\n")) >= 0:
            head = received[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(received) < whole:
                break
            kind = _KIND.search(head)
            _, path, _ = head.split(b" ", 2)
            self._serve(path, kind[1].lower() if kind else b"", received[end + 4 : whole], self._answer)
            received = received[whole:]
        self._received = received

    def _answer(self, body: bytes) -> None:
        if self._transport is not None:
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
            )
