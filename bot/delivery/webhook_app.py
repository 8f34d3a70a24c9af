"""The address that Telegram brings updates to: one update in, one status out.

The address is known to the whole internet, so a caller has to show the secret before we read a word. TLS, slow callers
and too many connections are the reverse proxy's (`deploy/nginx-webhook.conf`). Nothing that was sent is logged or
repeated, whatever is wrong with it.
"""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.api.update import read
from bot.delivery.queues import ChatQueues
from bot.delivery.waiting import HELD, confirm_early
from bot.ops.settings import Hook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, not its value

LARGEST = 2 * 1024 * 1024
"""Bytes of a body, from a caller that has shown the secret. A message of 32,768 characters takes some 400 kB when
each is escaped."""

MOST_WAITING = 1_000
"""Turns that may wait in memory before we ask Telegram to come back: some 20 MiB. Telegram itself brings
`MOST_AT_ONCE` at a time, so only chats that it makes us wait for add up to more."""

PATIENCE = 10
"""Seconds for the body of a request, and for a connection on which nothing comes."""

COME_BACK = 5
"""Seconds after which Telegram should bring an update again that we could not take. Without this it doubles its own
pause each time, and people would wait long after the rush is over."""


@dataclass
class WebhookApp:
    """The web application behind the address. `stop` and `close` end it."""

    queues: ChatQueues
    hook: Hook
    now: Callable[[], datetime]
    held: float = HELD
    patience: float = PATIENCE

    def __post_init__(self) -> None:
        # The server decodes the path of a request, so ours is decoded before the two are compared.
        self._path = unquote(urlsplit(self.hook.url).path)
        self._secret = self.hook.secret.encode()
        self._open = True
        self._closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.last_taken = self.now()
        """When Telegram last brought something that we took."""

    def stop(self) -> None:
        """Take nothing more; what was taken is still answered when it is handled."""
        self._open = False

    def close(self) -> None:
        """Answer every open request at once: what is not handled by now will have to come again."""
        self.stop()
        if not self._closed.done():
            self._closed.set_result(None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = self._refused(request) or await self._taken(request)
        await response(scope, receive, send)

    def _refused(self, request: Request) -> Response | None:
        """What can be refused before the body is read."""
        if request.scope["path"] != self._path:
            return _no(HTTPStatus.NOT_FOUND)
        if request.method != "POST":
            return _no(HTTPStatus.METHOD_NOT_ALLOWED)
        shown = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(shown, self._secret):
            return _no(HTTPStatus.FORBIDDEN)
        return None

    async def _taken(self, request: Request) -> Response:
        try:
            async with asyncio.timeout(self.patience):
                body = await _body(request)
        except TimeoutError:
            return _no(HTTPStatus.REQUEST_TIMEOUT)
        except (ValueError, ClientDisconnect):
            return _no(HTTPStatus.BAD_REQUEST)
        if body is None:
            return _no(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if not self._open or self.queues.waiting >= MOST_WAITING:
            return _later()
        # What can never be read is counted and answered 200: Telegram would bring it again for a day.
        confirmed = self.queues.take(read(body))
        self.last_taken = self.now()
        if not await self._ended(confirmed, self.held) and self._open:
            # Telegram brings no second update of this chat before the first is answered, and counts a long wait
            # as a failure.
            confirm_early(confirmed)
            return Response()
        # What is held while we stop is not waited for in memory, which is about to end.
        await self._ended(confirmed, None)
        return Response() if confirmed.done() and not confirmed.cancelled() else _later()

    async def _ended(self, confirmed: asyncio.Future[None], seconds: float | None) -> bool:
        """Wait at most this long until an update may be confirmed, or we close."""
        if not confirmed.done():
            await asyncio.wait({confirmed, self._closed}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        return confirmed.done() or self._closed.done()


async def _body(request: Request) -> bytes | None:
    """The body; None when it has more than `LARGEST` bytes. Raises `ValueError` and `ClientDisconnect`."""
    if int(request.headers.get("content-length", 0)) > LARGEST:
        return None
    body = bytearray()
    async for part in request.stream():
        if len(body) + len(part) > LARGEST:
            return None
        body += part
    return bytes(body)


def _no(status: HTTPStatus) -> Response:
    """Refused, and the connection closed, so that a body we do not want need not be received."""
    allow = {"Allow": "POST"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return Response(status_code=status, headers={"Connection": "close"} | allow)


def _later() -> Response:
    return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(COME_BACK)})
