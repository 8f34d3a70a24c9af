"""The bare loop over sockets, with hardly any HTTP: the remaining time is that of the stand-in and the kernel."""

import asyncio
from urllib.parse import urlsplit

from benchmarks.speed.floors.loop import run, serve
from benchmarks.speed.house import given


class Socket(asyncio.Protocol):
    """A connection that stays open, for one call at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._received = b""
        self._answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # it is one of TCP
        self._transport = transport

    def call(self, request: bytes) -> asyncio.Future[bytes]:
        assert self._transport  # noqa: S101 - it was opened
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if end and len(body) >= int(head.rpartition(b" ")[2]):  # the length comes last
            self._received = b""
            if self._answer and not self._answer.done():
                self._answer.set_result(body)


async def main() -> None:
    api_url, token = given()
    place = urlsplit(api_url)
    where = str(place.hostname), place.port or 80
    free: list[Socket] = []

    async def post(method: str, body: bytes) -> bytes:
        if free:
            way = free.pop()
        else:
            _, way = await asyncio.get_running_loop().create_connection(Socket, *where)
        head = f"POST /bot{token}/{method} HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        answered = await way.call(b"%b\r\n\r\n%b" % (head.encode(), body))
        free.append(way)
        return answered

    await serve(post)


if __name__ == "__main__":
    run(main())
