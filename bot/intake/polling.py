"""Fetches updates from Telegram. Each is parsed by itself and handled before it is confirmed.

The offset moves only over what was handled, so a crash repeats an update and never loses one.
An update that cannot be parsed is skipped; it would be sent to us for ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.logs import LOG
from bot.telegram import Client

LONG_POLL = 30
"""Seconds Telegram holds an empty answer."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries while Telegram cannot be reached."""

Handle = Callable[[Update], Awaitable[None]]


async def poll(bot: Client, handle: Handle, allowed: tuple[str, ...]) -> None:
    """Fetch and handle until cancelled."""
    offset = 0
    pause = FIRST_PAUSE
    while True:
        try:
            for raw in await bot.raw_updates(offset, LONG_POLL, allowed):
                await _handle_one(bot, handle, raw)
                offset = raw["update_id"] + 1
            pause = FIRST_PAUSE
        except TelegramError as error:
            LOG.warning("Telegram cannot be reached: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)


async def _handle_one(bot: Client, handle: Handle, raw: dict[str, Any]) -> None:
    """Handle one update. Only a network that is away, or a wait that Telegram asks for, makes it wait its turn."""
    try:
        await handle(Update.de_json(raw, bot))
    except BadRequest as error:  # for python-telegram-bot a network error too, but asking again mends nothing
        LOG.error("update %s refused: %s", raw.get("update_id"), type(error).__name__)
    except (NetworkError, RetryAfter):
        raise
    except Exception as error:  # whatever one update does, the next person is answered
        LOG.error("update %s failed: %s", raw.get("update_id"), type(error).__name__)
