"""What is done for an event that something later overtook."""

from __future__ import annotations

from telegram import Bot

from bot.api.client import answer, delete, delete_many
from bot.api.events import Event, Press, Wipe, Words


async def skip(bot: Bot, event: Event) -> None:
    """The waiting mark or the words go, nothing is drawn."""
    match event:
        case Press():
            await answer(bot, event.query_id)
        case Words():
            await delete_many(bot, event.chat_id, event.message_ids)
        case Wipe() if event.query_id:
            await answer(bot, event.query_id)
        case Wipe() if event.typed_id is not None:
            await delete(bot, event.chat_id, event.typed_id)
