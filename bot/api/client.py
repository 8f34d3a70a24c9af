"""What we ask of Telegram, and how its ordinary refusals are taken: quietly.

Every message is silent and without link previews. Nobody's text comes through here, only our own pages.
"""

from asyncio import gather
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from typing import Any, cast

import msgspec
from telegram import Bot
from telegram.constants import BulkRequestLimit, KeyboardButtonStyle, ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.request import RequestData

from bot.api.connection import READ
from bot.api.update import Unreadable, Update, read_batch

SPARE = 5.0
"""Seconds above those of a long poll in which its answer must come."""
READ_AGAIN = 20.0
"""Seconds for a message that is sent for the second time: a Telegram that is only slow must not double it again."""

# Telegram tells the reason of a refusal in words only. Compared in small letters, by how they begin.
_UNCHANGED = ("message is not modified",)
_NOT_THERE = ("message to edit not found",)
_GONE = (*_NOT_THERE, "message can't be edited", "message_id_invalid")
_TOO_LATE = ("query is too old", "query id is invalid")
_NOBODY = ("chat not found", "user is deactivated")
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")


class CopyText(msgspec.Struct, frozen=True):
    """What a button puts on the clipboard."""

    text: str


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button as the Bot API writes it; `style` is its colour, and one of the other three is what it does."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: CopyText | None = None
    style: KeyboardButtonStyle | None = None
    """Older apps show no colour."""


Keyboard = Sequence[Sequence[Button]]


class OutgoingMessage(msgspec.Struct, frozen=True):
    """One message of ours: HTML for Telegram, and the keyboard under it."""

    text: str
    keyboard: Keyboard


class JsonBody:
    """Takes the place of python-telegram-bot's RequestData, with JSON that msgspec wrote: 4 µs for a page, not 50."""

    __slots__ = ("json_payload",)

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.json_payload = msgspec.json.encode(parameters)


_DOT = OutgoingMessage("·", [])


class Client(Bot):
    """python-telegram-bot's Bot, which also fetches updates one by one readable."""

    async def fetch_updates(self, offset: int, seconds: int, allowed: Sequence[str]) -> list[Update | Unreadable]:
        """The updates from this offset on; waits up to this many seconds for the first.

        `Bot.get_updates` parses a batch as one, so that one update it cannot read would silence all others.
        """
        data = JsonBody({"offset": offset, "timeout": seconds, "allowed_updates": list(allowed)})
        url = f"{self.base_url}/getUpdates"
        fetching = self._request[0]
        # It maps every refusal to the errors of python-telegram-bot, and leaves the body to us.
        body = await fetching._request_wrapper(url, "POST", cast(RequestData, data), read_timeout=seconds + SPARE)
        try:
            return read_batch(body)
        except ValueError:
            raise NetworkError("unreadable answer") from None


def seconds(error: TelegramError) -> float:
    """How long Telegram asks us to wait, if it does; python-telegram-bot gives a number or a timedelta."""
    wait: Any = getattr(error, "retry_after", 0)
    return float(wait.total_seconds()) if hasattr(wait, "total_seconds") else float(wait)


def is_logged_out(error: TelegramError) -> bool:
    """Whether this Bot API server does not know us for ten minutes, as after a move to another one and back."""
    return "logged out" in error.message.lower()


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    return error.message.lower().startswith(words)


async def _call(bot: Bot, method: str, parameters: dict[str, Any], seconds: float = READ) -> Any:
    """One call; its errors are those of python-telegram-bot."""
    data = cast(RequestData, JsonBody(parameters))
    return await bot.request.post(f"{bot.base_url}/{method}", data, read_timeout=seconds)


def _drawn(page: OutgoingMessage, chat_id: int, **more: object) -> dict[str, object]:
    """The parameters of `sendMessage` and `editMessageText`."""
    # Not protected: copying a sentence or a number is what a page is for.
    return {
        "chat_id": chat_id,
        "text": page.text,
        "reply_markup": {"inline_keyboard": page.keyboard},
        "parse_mode": ParseMode.HTML,
        "link_preview_options": {"is_disabled": True},
        **more,
    }


async def send(
    bot: Bot, chat_id: int, page: OutgoingMessage, *, thread_id: int | None = None, again: bool = False
) -> int | None:
    """Send a page; returns its message id, or None when the visitor has blocked us or is gone."""
    topic = {} if thread_id is None else {"message_thread_id": thread_id}
    message = _drawn(page, chat_id, disable_notification=True, **topic)
    try:
        sent = await _call(bot, "sendMessage", message, READ_AGAIN if again else READ)
    except Forbidden:
        return None
    except BadRequest as error:
        if _says(error, _NOBODY):
            return None
        if thread_id is not None and _says(error, _NO_TOPIC):
            return await send(bot, chat_id, page, again=again)
        raise
    return int(sent["message_id"])


async def edit(bot: Bot, chat_id: int, message_id: int, page: OutgoingMessage) -> bool:
    """Draw a page in place of an older one. False when that message is gone."""
    try:
        await _call(bot, "editMessageText", _drawn(page, chat_id, message_id=message_id))
    except Forbidden:
        return True
    except BadRequest as error:
        if _says(error, _GONE):
            return False
        if not _says(error, _UNCHANGED + _NOBODY):
            raise
    return True


async def stands(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Whether a message of the visitor is still there. Asked by an edit, which Telegram refuses for one reason or the
    other; no call asks just this."""
    try:
        await _call(bot, "editMessageText", _drawn(_DOT, chat_id, message_id=message_id))
    except (BadRequest, Forbidden) as error:
        return not _says(error, _NOT_THERE)
    return True


async def delete(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Delete one message. False when it was not there or is still there, whatever words Telegram has for that."""
    try:
        await _call(bot, "deleteMessage", {"chat_id": chat_id, "message_id": message_id})
    except (BadRequest, Forbidden):
        return False
    return True


async def delete_typed(bot: Bot, chat_id: int, message_ids: Sequence[int]) -> None:
    """What somebody typed; the newest last, as a sign that all was done."""
    *before, last = message_ids
    await delete_many(bot, chat_id, before)
    await delete(bot, chat_id, last)


async def delete_many(bot: Bot, chat_id: int, message_ids: Sequence[int]) -> None:
    """Delete as many as are there. Telegram answers True even for ids that it did not find, so nothing is returned."""
    most = int(BulkRequestLimit.MAX_LIMIT)
    for begin in range(0, len(message_ids), most):
        ids = message_ids[begin : begin + most]
        with suppress(BadRequest, Forbidden):
            await _call(bot, "deleteMessages", {"chat_id": chat_id, "message_ids": ids})


async def answer(bot: Bot, query_id: str, alert: str = "") -> None:
    """Take the waiting mark off a button; with an alert, say something that leaves nothing behind."""
    said = {"text": alert, "show_alert": True} if alert else {}
    try:
        await _call(bot, "answerCallbackQuery", {"callback_query_id": query_id, **said})
    except BadRequest as error:
        if not _says(error, _TOO_LATE):
            raise


async def side_by_side(*both: Awaitable[None]) -> None:
    """Both, to their end, also when one fails: what still runs would else meet its own second try."""
    for error in await gather(*both, return_exceptions=True):
        if error is not None:
            raise error
