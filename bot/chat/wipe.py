"""The quick exit: first cover what can be read, then delete it, and say honestly what remains."""

from __future__ import annotations

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.api.client import delete, edit
from bot.chat.pages import Page


async def wipe(bot: Bot, chat_id: int, message_id: int, cover: Page) -> bool:
    """Empty one of our messages. True when it is gone; else the cover page stands in its place.

    The cover comes first: it works on a message of any age, a deletion only within 48 hours.
    A crash between the two is mended by the tap, which Telegram delivers again: what is neither there to edit
    nor to delete is gone.
    """
    try:
        was_there = await edit(bot, chat_id, message_id, cover)
    except BadRequest:
        raise
    except TelegramError:
        # Telegram limits edits long before it limits deletions. Gone is better than covered after a wait.
        if await delete(bot, chat_id, message_id):
            return True
        raise
    return await delete(bot, chat_id, message_id) or not was_there
