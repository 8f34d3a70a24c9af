"""What is done for an event that something later overtook."""

from telegram import Bot

from bot.api.client import answer, delete_many
from bot.api.events import Event, Press, Wipe


async def skip(bot: Bot, event: Event) -> None:
    """The waiting mark or the words go, nothing is drawn."""
    if isinstance(event, Press | Wipe) and event.query_id:
        await answer(bot, event.query_id)
    await delete_many(bot, event.chat_id, event.typed)
