"""The network below python-telegram-bot: its public seam `BaseRequest`, on a faster HTTP client.

An error never quotes an address: the address holds the token. Why this client: `docs/decisions/006`.
"""

import asyncio
import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import msgspec
from pyreqwest.client import Client as HttpClient
from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import BuilderError, PyreqwestError, RequestTimeoutError
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from flows import Mistake

CONNECT, READ = 3.0, 4.0
"""Seconds to reach Telegram, and for a whole call: less than an update may hold back its confirmation."""

IDLE = timedelta(seconds=30)
"""How long an unused connection is kept: less than Telegram keeps it."""


_OK = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\b')
"""How a good answer begins. What follows is read elsewhere: one update in it may be unreadable."""


class NoCertificates(Mistake):
    """Without CA certificates there is no safe way to Telegram. The message says what to do."""


class ApiStatus(msgspec.Struct):
    """What every answer of the Bot API begins with."""

    ok: bool
    error_code: int = 0


class Connection(BaseRequest):
    """Connections kept and bounded."""

    def __init__(self, at_once: int = 64) -> None:
        self._at_once = at_once
        self._http: HttpClient | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ

    async def initialize(self) -> None:
        """Open; python-telegram-bot calls this once the loop runs. Raises `NoCertificates`."""
        if self._http is None:
            # Telegram redirects nobody. A redirect comes from something in between, and the address holds the token.
            builder = ClientBuilder().follow_redirects(False).http1_only()
            builder = builder.max_connections(self._at_once).connect_timeout(timedelta(seconds=CONNECT))
            builder = builder.pool_idle_timeout(IDLE).gzip(False).brotli(False).zstd(False).deflate(False)
            try:
                self._http = builder.default_headers({"Content-Type": "application/json"}).build()
            except BuilderError:
                raise NoCertificates(
                    "no CA certificates were found, so Telegram cannot be told from somebody else; "
                    "apt install ca-certificates, or name a file of them in SSL_CERT_FILE"
                ) from None

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._http is not None:
            http, self._http = self._http, None
            await http.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        *_timeouts: Any,
        **_more_timeouts: Any,
    ) -> tuple[int, bytes]:
        """One call; returns the status and the body. Raises `TimedOut` or `NetworkError`."""
        if self._http is None:
            raise NetworkError("not connected yet")
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ
        task = asyncio.current_task()
        cancelled_before = task.cancelling() if task else 0
        request = self._http.request(method, url).timeout(timedelta(seconds=seconds))
        if request_data:
            request = request.body_bytes(request_data.json_payload)
        try:
            response = await request.build().send()
            status, body = response.status, (await response.bytes()).to_bytes()
        except RequestTimeoutError:
            raise TimedOut from None
        except PyreqwestError as error:
            raise NetworkError(type(error).__name__) from None
        if task and task.cancelling() > cancelled_before:
            # pyreqwest 0.15 keeps a cancellation to itself when the answer is here already. Code that waits for the
            # end of this task would wait for ever.
            raise asyncio.CancelledError
        return _checked_status(status, body), body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Like python-telegram-bot's own, which logs what it cannot read: a body may hold what people typed."""
        try:
            answer = msgspec.json.decode(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise NetworkError("unreadable answer")  # of something in between; asking again may help
        return answer


def _checked_status(status: int, body: bytes) -> int:
    """The status that an answer deserves. Raises `NetworkError` for one that is not Telegram's: a 403 of a proxy does
    not mean that somebody blocked us. A 200 that reports an error gets the code of that error, as
    python-telegram-bot trusts the status."""
    if status == HTTPStatus.OK and _OK.match(body):
        return status
    try:
        answer = msgspec.json.decode(body, type=ApiStatus)
    except (ValueError, RecursionError):
        raise NetworkError("an answer that is not Telegram's") from None
    if status != HTTPStatus.OK or answer.ok:
        return status
    if not answer.error_code:
        raise NetworkError("unreadable answer")
    return answer.error_code
