"""What we ask of Telegram, and how its ordinary refusals are taken: quietly, each in its own way.

Every send is silent, without link previews. Nobody's text comes through here, only our own pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bot.page import Page

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# Telegram says what is the matter in words only. Compared in lower case, by what they begin with.
_UNCHANGED = ("message is not modified",)
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NOT_DELETED = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_TOO_LATE = ("query is too old", "query id is invalid")


class Client(Bot):
    """python-telegram-bot's Bot, which can also hand over updates as they came."""

    async def raw_updates(self, offset: int, wait: int, allowed: Sequence[str]) -> list[dict[str, Any]]:
        """The updates from this offset on; waits up to this many seconds for the first.

        `Bot.get_updates` parses a batch as one, so that one update it cannot read would silence all others.
        """
        params = {"offset": offset, "timeout": wait, "allowed_updates": list(allowed)}
        batch: list[dict[str, Any]] = await self._post("getUpdates", params, read_timeout=wait + 10)
        return batch


def _says(error: BadRequest, words: tuple[str, ...]) -> bool:
    return error.message.lower().startswith(words)


async def send(bot: Bot, chat_id: int, page: Page) -> int | None:
    """Send a page; returns its message id, or None when the visitor has blocked us."""
    try:
        message = await bot.send_message(
            chat_id,
            page.text,
            parse_mode=ParseMode.HTML,
            reply_markup=page.keyboard,
            disable_notification=True,
            link_preview_options=NO_PREVIEW,
            protect_content=False,  # copying a sentence or a number is what this page is for
        )
    except Forbidden:
        return None
    return message.message_id


async def edit(bot: Bot, chat_id: int, message_id: int, page: Page) -> bool:
    """Draw a page in place of an older one. False when that message is gone."""
    try:
        await bot.edit_message_text(
            page.text,
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=page.keyboard,
            link_preview_options=NO_PREVIEW,
        )
    except Forbidden:
        return True
    except BadRequest as error:
        if _says(error, _GONE):
            return False
        if not _says(error, _UNCHANGED):
            raise
    return True


async def delete(bot: Bot, chat_id: int, message_id: int) -> bool:
    """Delete one message; False when it is still there, or was not there.

    Never `deleteMessages`: that answers True even for messages it did not delete.
    """
    try:
        await bot.delete_message(chat_id, message_id)
    except Forbidden:
        return False
    except BadRequest as error:
        if not _says(error, _NOT_DELETED):
            raise
        return False
    return True


async def answer(bot: Bot, query_id: str, alert: str = "") -> None:
    """Take the waiting mark off a button; with an alert, say something that leaves nothing behind."""
    try:
        await bot.answer_callback_query(query_id, alert or None, show_alert=bool(alert))
    except BadRequest as error:
        if not _says(error, _TOO_LATE):
            raise
