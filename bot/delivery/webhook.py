"""Telegram brings the updates to us, and hears 200 only when one was handled; anything else makes it come again.

The address is known to the whole internet, so whoever knocks has to show the secret before we read a word.
TLS ends at the reverse proxy before us. Nothing that was sent is logged or repeated, whatever is wrong with it.
"""

from __future__ import annotations

import asyncio
import hmac
import random
import re
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from telegram import WebhookInfo
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, RetryAfter, TelegramError
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.api.client import Client, seconds
from bot.delivery.polling import DRAIN, REFUSED_FOR
from bot.delivery.queues import FIRST_PAUSE, HELD, LONGEST_PAUSE, MOST_AT_ONCE, ChatQueues
from bot.ops import metrics as health
from bot.ops.logs import LOG
from bot.ops.server import Server
from bot.ops.settings import PREFIX, Hook, WrongSetting

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, not its value

LARGEST = 256 * 1024
"""Bytes of a body. The longest text with all its entities is some 20 KiB."""

LARGEST_ID = 2**63 - 1
"""Telegram's ids fit in 32 bits today; a longer one than this is nobody's."""

MOST_WAITING = 1_000
"""Updates that may wait in memory before we ask Telegram to come back: some 20 MiB. Telegram itself brings
`MOST_AT_ONCE` at a time, so only chats that it makes us wait for add up to more."""

MOST_CONNECTIONS = 512
"""Connections at one time. Each takes a file descriptor, and a process often has 1,024."""

_ESCAPED = re.compile(rb"\\u003a", re.IGNORECASE)
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)

PATIENCE = 10
"""Seconds for the headers of a request, for its body, and for a connection on which nothing comes."""

COME_BACK = 5
"""Seconds after which Telegram should bring an update again that we could not take. Without this it doubles its own
pause each time, and people would wait long after the rush is over."""

LAST_WORDS = 1.0
"""Seconds, at the end, to say that what was not handled must come again. Then the last connections are closed."""

CHECK = 30.0
"""Seconds between two looks at what Telegram says of the webhook."""

FRESH = timedelta(minutes=1)
"""How long a failed delivery counts against us, while updates still wait."""


class WebhookApp:
    """The web application behind the address: one update in, one status out. `stop` and `close` end it."""

    def __init__(self, lanes: ChatQueues, hook: Hook, *, held: float = HELD, patience: float = PATIENCE) -> None:
        self._lanes = lanes
        # Compared as they arrive: the server has already decoded the path.
        self._path = unquote(urlsplit(hook.url).path)
        self._secret = hook.secret.encode()
        self._held = held
        self._patience = patience
        self._open = True
        self._closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def stop(self) -> None:
        """Take nothing more; what was taken is still answered when it is handled."""
        self._open = False

    def close(self) -> None:
        """Answer at once whoever still waits: what is not handled by now will have to come again."""
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
            async with asyncio.timeout(self._patience):
                raw = _update(await _body(request))
        except _TooLarge:
            return _no(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except TimeoutError:
            return _no(HTTPStatus.REQUEST_TIMEOUT)
        except (ValueError, RecursionError, ClientDisconnect):
            return _no(HTTPStatus.BAD_REQUEST)
        if not self._open or self._lanes.waiting >= MOST_WAITING:
            return _later()
        done = self._lanes.take(raw)
        if not await self._ended(done, self._held) and self._open:
            # Telegram brings no second update of this chat before the first is answered, and counts a long wait
            # as a failure.
            health.UPDATES.labels("waiting_in_memory").inc()
            return Response()
        # What is held while we stop is not waited for in memory, which is about to end.
        await self._ended(done, None)
        return Response() if done.done() and not done.cancelled() else _later()

    async def _ended(self, done: asyncio.Future[None], seconds: float | None) -> bool:
        """Wait so long at most until an update is handled, or we close."""
        if not done.done():
            await asyncio.wait({done, self._closed}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        return done.done() or self._closed.done()


class _TooLarge(Exception):
    """A body of more than `LARGEST` bytes."""


async def _body(request: Request) -> bytes:
    """The body, as long as it is not too large. Raises `_TooLarge`, `ValueError`, `ClientDisconnect`."""
    if int(request.headers.get("content-length", 0)) > LARGEST:
        raise _TooLarge
    body = bytearray()
    async for part in request.stream():
        if len(body) + len(part) > LARGEST:
            raise _TooLarge
        body += part
    return bytes(body)


def _update(body: bytes) -> dict[str, Any]:
    """An update as Telegram writes it. Raises `ValueError`, or `RecursionError` for what is nested too deeply."""
    raw = msgspec.json.decode(body)
    if _says_twice(body, raw):
        raise ValueError("the same key twice")
    if not isinstance(raw, dict):
        raise ValueError("no object")  # noqa: TRY004 - all that is wrong with a body is one thing to the caller
    number = raw.get("update_id")
    if type(number) is not int or not 0 <= number <= LARGEST_ID:  # a bool is an int to isinstance
        raise ValueError("no update_id")
    return raw


def _says_twice(body: bytes, raw: object) -> bool:
    """Whether a key stands twice in JSON: then there are fewer colons when it is written anew.

    Those in texts stay the same, but for one that is written as a number, as Telegram never does: then texts are left
    out, which takes 150 µs.
    """
    anew = msgspec.json.encode(raw)
    if _ESCAPED.search(body):
        body, anew = _TEXT.sub(b"", body), _TEXT.sub(b"", anew)
    return body.count(b":") != anew.count(b":")


def _no(status: HTTPStatus) -> Response:
    """Refused, and the connection closed, so that a body we do not want need not be received."""
    allow = {"Allow": "POST"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return Response(status_code=status, headers={"Connection": "close"} | allow)


def _later() -> Response:
    return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(COME_BACK)})


class _Hurried(HttpToolsProtocol):
    """Hangs up on whoever takes too long over the headers: uvicorn waits for them for ever.

    The same for a body that nobody reads any more. `uvicorn.Config.timeout_keep_alive` is the time for that too.
    """

    _late: asyncio.TimerHandle | None = None
    _unread = 0
    """Bytes that came since the last request whose headers were read."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            self._late = self.loop.call_later(self.timeout_keep_alive, transport.abort)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._unread = 0 if self._is_read() else self._unread + len(data)
        if self._unread > LARGEST:  # of headers that do not end; h11 refuses these by itself
            self.transport.abort()
        # Counted from the first byte of a request, so that a byte now and then is not enough.
        if self._is_read():
            self._in_time()
        elif self._late is None:
            self._late = self.loop.call_later(self.timeout_keep_alive, self.transport.abort)

    def _is_read(self) -> bool:
        """Whether there is a request whose headers are read, and that is not answered yet."""
        return self.cycle is not None and not self.cycle.response_complete

    def connection_lost(self, exc: Exception | None) -> None:
        self._in_time()
        super().connection_lost(exc)

    def _in_time(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


class Webhook:
    """Listens, and keeps the webhook set at Telegram. `run` ends when `stop` is called, with all answered."""

    def __init__(
        self,
        client: Client,
        lanes: ChatQueues,
        allowed: Sequence[str],
        hook: Hook,
        now: Callable[[], datetime],
        *,
        patience: int = PATIENCE,
        drain: float = DRAIN,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._lanes = lanes
        self._allowed = allowed
        self._hook = hook
        self._now = now
        self._patience = patience
        self._drain = drain
        self._sleep = sleep
        self._clock = clock
        self._set = False
        self._began = now()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Take nothing more; finish and answer what is under way."""
        self._stopping.set()

    async def run(self) -> None:
        """Listen until stopped.

        Raises `WrongSetting` when the port cannot be had or Telegram keeps refusing the address, and `InvalidToken`
        when the token stays refused.
        """
        door = WebhookApp(self._lanes, self._hook, patience=self._patience)
        server = Server(_config(door, self._patience))
        serving = asyncio.ensure_future(server.serve(sockets=[_listener(self._hook)]))
        keeping = asyncio.ensure_future(self._keep_set())
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait([serving, keeping, stopping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            keeping.cancel()
            door.stop()
            server.should_exit = True
            await self._lanes.drained(self._drain - LAST_WORDS)
            self._lanes.stop()
            door.close()
            await asyncio.wait([serving], timeout=LAST_WORDS)
            for connection in list(server.server_state.connections):
                connection.transport.abort()
            await asyncio.wait([serving, keeping])
        for ended in (serving, keeping):
            if not ended.cancelled():
                ended.result()

    async def _keep_set(self) -> None:
        """Set the webhook, then look now and then whether Telegram can use it."""
        pause = FIRST_PAUSE
        refused_since: float | None = None
        while True:
            wait = CHECK
            try:
                await self._look()
                if pause > FIRST_PAUSE:
                    self._lanes.wake()
                pause, refused_since = FIRST_PAUSE, None
            except TelegramError as error:
                wait = pause * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
                pause = min(pause * 2, LONGEST_PAUSE)
                if isinstance(error, RetryAfter):
                    wait = max(wait, seconds(error))
                if isinstance(error, InvalidToken | EndPointNotFound | BadRequest):
                    health.not_ready()
                    refused_since = self._clock() if refused_since is None else refused_since
                    if self._clock() - refused_since > REFUSED_FOR:
                        raise _given_up(error) from None
                else:
                    health.tried()
                LOG.warning("the webhook cannot be set or looked at", error=type(error).__name__)
            await self._sleep(wait)

    async def _look(self) -> None:
        """Ready when Telegram has our address and can bring updates there. Raises `TelegramError`."""
        if not self._set:
            # Also when it is set already: the secret may be new. What waits at Telegram is never dropped.
            await self._client.set_webhook(
                self._hook.url,
                secret_token=self._hook.secret,
                allowed_updates=self._allowed,
                max_connections=MOST_AT_ONCE,
            )
        info = await self._client.get_webhook_info()
        self._set = info.url == self._hook.url
        if not self._set:
            health.not_ready()
            LOG.warning("another process changed the webhook; it will be set again")
        elif self._failing(info):
            health.not_ready()
            LOG.warning("Telegram cannot bring us updates", count=info.pending_update_count)
        else:
            health.polled()

    def _failing(self, info: WebhookInfo) -> bool:
        """Whether a delivery failed lately, since we are here to take it, and updates wait."""
        if info.last_error_date is None or not info.pending_update_count:
            return False
        return info.last_error_date > max(self._began, self._now() - FRESH)


def _given_up(error: TelegramError) -> Exception:
    if isinstance(error, BadRequest):
        return WrongSetting(f"{PREFIX}WEBHOOK_URL: Telegram refuses this address; it wants a public https one")
    return InvalidToken()


def _listener(hook: Hook) -> socket.socket:
    """The port, taken before anything is told to Telegram. Raises `WrongSetting`."""
    family = socket.AF_INET6 if ":" in hook.host else socket.AF_INET
    try:
        return socket.create_server((hook.host, hook.port), family=family)
    except OSError as error:
        raise WrongSetting(f"{PREFIX}LISTEN: cannot listen there ({error.strerror})") from None


def _config(door: WebhookApp, patience: int) -> uvicorn.Config:
    return uvicorn.Config(
        door,
        http=_Hurried,
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level="critical",  # its other lines quote what was sent
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=patience,
    )
