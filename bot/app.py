"""The wiring: the only module that knows all the parts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

import campaigns
import locales
from bot.handlers import UPDATES, Face
from bot.intake.polling import FIRST_PAUSE, LONGEST_PAUSE, poll
from bot.logs import LOG
from bot.page import Pages
from bot.profile import present
from bot.settings import Settings
from bot.telegram import Client
from flows.map import guide


def pages(settings: Settings) -> Pages:
    """The guide in all its languages, with the campaigns of this copy. Raises `Mistake`."""
    known = campaigns.read(settings.campaigns) if settings.campaigns else {}
    return Pages(guide(), locales.read(), known, settings.operator)


def connect(token: str, api_url: str) -> Client:
    """The API client. Getting updates has a connection of its own, so that a long poll holds up nobody."""
    return Client(
        token,
        base_url=f"{api_url}/bot",
        request=HTTPXRequest(connection_pool_size=16),
        get_updates_request=HTTPXRequest(),
    )


async def serve(bot: Client, pages: Pages, now: Callable[[], datetime]) -> None:
    """Present the bot and answer until cancelled. Raises `InvalidToken` when Telegram does not know the token."""
    pause = FIRST_PAUSE
    while True:
        try:
            await bot.initialize()
            await present(bot, pages.locales)
            break
        except BadRequest:
            raise
        except (NetworkError, RetryAfter) as error:
            LOG.warning("Telegram cannot be reached yet: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
    face = Face(bot, pages, now)
    LOG.info("ready")
    try:
        await poll(bot, face.handle, UPDATES)
    finally:
        await bot.shutdown()
