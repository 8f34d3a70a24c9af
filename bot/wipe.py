"""The quick exit: first cover what can be read, then delete it, and say honestly what remains."""

from __future__ import annotations

from telegram import Bot

from bot.page import Page
from bot.telegram import delete, edit


async def wipe(bot: Bot, chat_id: int, message_id: int, cover: Page) -> bool:
    """Empty one of our messages. True when it is gone; else the cover page stands in its place.

    The cover comes first: it works on a message of any age, a deletion only within 48 hours.
    A crash between the two is mended by the tap, which Telegram delivers again.
    """
    await edit(bot, chat_id, message_id, cover)
    return await delete(bot, chat_id, message_id)
