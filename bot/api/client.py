"""What we ask of Telegram, over one fast HTTP client, and how its ordinary refusals are taken: quietly.

Every send is silent, without link previews. Nobody's text comes through here, only our own pages.
An error of the network never quotes an address: the address holds the token.
"""

from __future__ import annotations

from asyncio import get_running_loop, wait
from collections.abc import Awaitable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from http import HTTPStatus
from typing import Any, cast

import msgspec
from pyreqwest.client import Client as Http
from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import BuilderError, PyreqwestError, RequestTimeoutError
from pyreqwest.http import Url
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.api.update import Json, Update
from flows import Mistake

CONNECT, READ, READ_AGAIN = 3.0, 4.0, 20.0
"""Seconds to reach Telegram, for a whole call (less than a lane holds back a confirmation), and for that of a message
that is sent for the second time: a Telegram that is only slow must not double it again and again."""
IDLE = timedelta(seconds=30)
"""How long a connection is kept on which nothing comes: less than Telegram keeps it."""
SPARE = 5.0
"""Seconds above those of a long poll in which its answer must come."""

# Telegram says what is the matter in words only. Compared in lower case, by what they begin with.
_UNCHANGED = ("message is not modified",)
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NOT_DELETED = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_TOO_LATE = ("query is too old", "query id is invalid")
_NOBODY = ("chat not found", "user is deactivated")


class Copied(msgspec.Struct, frozen=True):
    """What a button puts on the clipboard."""

    text: str


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button as the Bot API writes it; one of the three is what it does."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: Copied | None = None


Keyboard = Sequence[Sequence[Button]]


class _Rows(msgspec.Struct):
    inline_keyboard: Keyboard


class _NoPreview(msgspec.Struct, frozen=True):
    is_disabled: bool = True


class _Message(msgspec.Struct):
    text: str
    reply_markup: _Rows
    parse_mode: str = ParseMode.HTML.value
    link_preview_options: _NoPreview = _NoPreview()


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One message, ready to be sent: the JSON of a request, but for where it goes, which comes before it.

    Made once: of the time that a tap takes, 50 µs went into making the same JSON again and again."""

    ready: bytes

    @property
    def text(self) -> str:
        return self._read().text

    @property
    def keyboard(self) -> Keyboard:
        return self._read().reply_markup.inline_keyboard

    def _read(self) -> _Message:
        return msgspec.json.decode(b"{" + self.ready, type=_Message)


def ready(text: str, keyboard: Keyboard) -> bytes:
    """For `OutgoingMessage`: HTML for Telegram, and the keyboard under it."""
    return msgspec.json.encode(_Message(text, _Rows(keyboard))).removeprefix(b"{")


class Ready:
    """Takes the place of python-telegram-bot's RequestData where the JSON is made already."""

    __slots__ = ("json_payload", "reads")

    def __init__(self, payload: bytes, *, reads: bool = False) -> None:
        self.json_payload = payload
        self.reads = reads
        """Whether the answer matters but for its "ok"."""

    @property
    def json_parameters(self) -> dict[str, Any]:
        """For a seam that takes no bytes."""
        return cast(dict[str, Any], msgspec.json.decode(self.json_payload))


_DOT = OutgoingMessage(ready("·", []))
_DONE = b'{"ok":true,"result":true}'


class NoCertificates(Mistake):
    """Without them there is no safe way to Telegram. The message says what to do."""


class Connection(BaseRequest):
    """python-telegram-bot's seam for the network, on pyreqwest: connections kept and bounded.

    Why on this client: `docs/decisions/006-what-a-tap-costs.md`."""

    def __init__(self, at_once: int = 64) -> None:
        self._at_once = at_once
        self._http: Http | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ

    async def initialize(self) -> None:
        """Open; python-telegram-bot calls this once the loop runs. Raises `NoCertificates`."""
        if self._http is None:
            # Telegram redirects nobody. Who does is something in between, and the address holds the token.
            builder = ClientBuilder().follow_redirects(False).http1_only()
            builder = builder.max_connections(self._at_once).connect_timeout(timedelta(seconds=CONNECT))
            builder = builder.pool_idle_timeout(IDLE).gzip(False).brotli(False).zstd(False).deflate(False)
            try:
                self._http = builder.default_headers({"Content-Type": "application/json"}).build()
            except BuilderError:
                raise NoCertificates(
                    "this machine knows nobody who signs certificates, so Telegram cannot be told from somebody else; "
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
        request = self._http.request(method, _address(url)).timeout(timedelta(seconds=seconds))
        if request_data:
            request = request.body_bytes(request_data.json_payload)
        try:
            response = await request.build().send()
            status, body = _honest(response.status, (await response.bytes()).to_bytes())
        except RequestTimeoutError:
            raise TimedOut from None
        except PyreqwestError as error:
            raise NetworkError(type(error).__name__) from None
        # What Telegram says of a page that it drew is the whole page, which nobody reads.
        unread = isinstance(request_data, Ready) and not request_data.reads
        return status, _DONE if unread and status == HTTPStatus.OK else body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As python-telegram-bot's own, which logs what it cannot read; a body may hold what people typed."""
        try:
            answer = msgspec.json.decode(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise NetworkError("unreadable answer")  # of something in between; asking again may help
        return answer


@lru_cache(maxsize=64)
def _address(url: str) -> Url:
    """Read once: there is one address for each method of the Bot API."""
    return Url(url)


class _Batch(msgspec.Struct):
    result: list[Update]


class Fetching(Connection):
    """The connection over which updates are fetched: what we use of them is read as they come."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """A batch with one update of another shape is read loosely, and each of them once more by itself."""
        try:
            return {"result": msgspec.json.decode(payload, type=_Batch).result}
        except ValueError:
            return Connection.parse_json_payload(payload)


def _honest(status: int, body: bytes) -> tuple[int, bytes]:
    """A 200 that is no success is given the status it should have had: python-telegram-bot trusts the status.

    And a refusal that is not Telegram's is none: a 403 of some proxy does not mean that somebody blocked us.
    """
    if status != HTTPStatus.OK:
        if not body.startswith(b"{"):
            raise NetworkError("an answer that is not Telegram's")
        return status, body
    if body.startswith((b'{"ok":true', b'{"ok": true')):
        return status, body
    try:
        answer = msgspec.json.decode(body)
        status = HTTPStatus.OK if answer["ok"] is True else int(answer["error_code"])
    except (ValueError, KeyError, TypeError):
        raise NetworkError("unreadable answer") from None
    if status == HTTPStatus.OK and answer["ok"] is not True:
        raise NetworkError("unreadable answer")
    return status, body


class Client(Bot):
    """python-telegram-bot's Bot, which can also hand over updates as they came."""

    async def raw_updates(self, offset: int, wait: int, allowed: Sequence[str]) -> list[Update | Json]:
        """The updates from this offset on; waits up to this many seconds for the first.

        `Bot.get_updates` parses a batch as one, so that one update it cannot read would silence all others.
        """
        params = {"offset": offset, "timeout": wait, "allowed_updates": list(allowed)}
        batch: Any = await self._post("getUpdates", params, read_timeout=wait + SPARE)
        if not isinstance(batch, list):
            raise NetworkError("unreadable answer")
        return [raw for raw in batch if isinstance(raw, Update) or _has_number(raw)]


def _has_number(raw: object) -> bool:
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait; python-telegram-bot gives a number or a timedelta."""
    wait: Any = error.retry_after
    return float(wait.total_seconds()) if hasattr(wait, "total_seconds") else float(wait)


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    return error.message.lower().startswith(words)


async def _call(bot: Bot, method: str, payload: bytes, seconds: float = READ, *, reads: bool = False) -> Any:
    """One call with ready bytes; its errors are those of python-telegram-bot."""
    data = cast(RequestData, Ready(payload, reads=reads))
    return await bot.request.post(f"{bot.base_url}/{method}", data, read_timeout=seconds)


async def send(bot: Bot, chat_id: int, page: OutgoingMessage, *, again: bool = False) -> int | None:
    """Send a page; returns its message id, or None when the visitor has blocked us or is gone."""
    # Not protected: copying a sentence or a number is what a page is for.
    payload = b'{"chat_id":%d,"disable_notification":true,%b' % (chat_id, page.ready)
    try:
        message = await _call(bot, "sendMessage", payload, READ_AGAIN if again else READ, reads=True)
    except Forbidden:
        return None
    except BadRequest as error:
        if _says(error, _NOBODY):
            return None
        raise
    return int(message["message_id"])


async def _draw(bot: Bot, chat_id: int, message_id: int, page: OutgoingMessage) -> None:
    payload = b'{"chat_id":%d,"message_id":%d,%b' % (chat_id, message_id, page.ready)
    await _call(bot, "editMessageText", payload)


async def edit(bot: Bot, chat_id: int, message_id: int, page: OutgoingMessage) -> bool:
    """Draw a page in place of an older one. False when that message is gone."""
    try:
        await _draw(bot, chat_id, message_id, page)
    except Forbidden:
        return True
    except BadRequest as error:
        if _says(error, _GONE):
            return False
        if not _says(error, _UNCHANGED + _NOBODY):
            raise
    return True


async def stands(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Whether a message of the visitor is still there. Asked by an edit, which Telegram refuses for one reason
    or the other; there is no call that asks just this."""
    try:
        await _draw(bot, chat_id, message_id, _DOT)
    except (BadRequest, Forbidden) as error:
        return not _says(error, ("message to edit not found",))
    return True


async def delete(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Delete one message; False when it is still there, or was not there.

    Never `deleteMessages`: that answers True even for messages it did not delete.
    """
    try:
        await _call(bot, "deleteMessage", b'{"chat_id":%d,"message_id":%d}' % (chat_id, message_id))
    except Forbidden:
        return False
    except BadRequest as error:
        if not _says(error, _NOT_DELETED + _NOBODY):
            raise
        return False
    return True


async def answer(bot: Bot, query_id: str, alert: str = "") -> None:
    """Take the waiting mark off a button; with an alert, say something that leaves nothing behind."""
    said = {"text": alert, "show_alert": True} if alert else {}
    try:
        await _call(bot, "answerCallbackQuery", msgspec.json.encode({"callback_query_id": query_id, **said}))
    except BadRequest as error:
        if not _says(error, _TOO_LATE):
            raise


async def side_by_side(first: Awaitable[None], second: Coroutine[Any, Any, None]) -> None:
    """Both, to their end, also when one fails: what still runs would else meet its own second try."""
    beside = get_running_loop().create_task(second)
    beside.add_done_callback(lambda done: done.cancelled() or done.exception())  # when both fail one of them is told
    try:
        await first
    except Exception:
        await wait([beside])
        raise
    except BaseException:  # we were stopped
        beside.cancel()
        raise
    await beside
