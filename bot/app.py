"""The wiring: the only module that knows all the parts.

Whatever is made of the guide is imported where it is needed: when the guide is broken, already its import fails,
and the emergency page must still get out.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from telegram import Update
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

from bot import health
from bot.emergency import UPDATES, Emergency
from bot.intake.lanes import FIRST_PAUSE, LONGEST_PAUSE, Answering, Lanes
from bot.intake.polling import Polling
from bot.intake.webhook import Webhook
from bot.logs import LOG
from bot.settings import Hook, Settings
from bot.telegram import Client, Connection
from flows import Mistake

if TYPE_CHECKING:
    from bot.page import Pages
    from flows.listen import Listener


REFUSALS = 3
"""Times a token may be refused at the start."""


def pages(settings: Settings) -> Pages:
    """The guide in all its languages, with the campaigns of this copy. Raises `Mistake`."""
    import campaigns
    import locales
    from bot.page import Pages
    from flows.map import guide

    known = campaigns.read(settings.campaigns) if settings.campaigns else {}
    return Pages(guide(), locales.read(), known, settings.operator)


def connect(token: str, api_url: str) -> Client:
    """The API client. Getting updates has a connection of its own, so that a long poll holds up nobody."""
    return Client(token, base_url=f"{api_url}/bot", request=Connection(), get_updates_request=Connection(at_once=2))


def face(client: Client, pages: Pages | None, now: Callable[[], datetime]) -> Answering:
    """Who answers: the guide, or without one the emergency page, and then we are not ready."""
    if pages is None:
        health.close()
        LOG.error("everybody is answered with the emergency page only")
        return Emergency(client, now)
    from bot.handlers import Face

    return Face(client, pages, now, _listener())


def _listener() -> Listener:
    """Listens to typed words. With broken cues to none: every answer shows the numbers all the same."""
    from flows.listen import Listener
    from locales import cues

    try:
        return cues.listener()
    except Mistake as mistake:
        LOG.error("typed words are not listened to; run `watkanikdoen check`", error=mistake)
        return Listener({})


async def serve(
    client: Client,
    pages: Pages | None,
    now: Callable[[], datetime],
    stop: asyncio.Event,
    hook: Hook | None = None,
) -> None:
    """Present the bot (when there are pages) and answer until `stop` is set; then finish what is under way.

    With a hook Telegram brings the updates, without one they are fetched. Raises `InvalidToken` when Telegram does
    not know the token, and `WrongSetting` when the hook cannot work.
    """
    lanes = Lanes(face(client, pages, now), lambda raw: Update.de_json(raw, client))
    intake = Webhook(client, lanes, UPDATES, hook, now) if hook else Polling(client, lanes, UPDATES)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        starting = asyncio.ensure_future(begin(client, pages, fetching=hook is None))
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not starting.done():
            starting.cancel()
            return
        starting.result()
        LOG.info("ready")
        answering = asyncio.ensure_future(intake.run())
        await asyncio.wait([answering, stopping], return_when=asyncio.FIRST_COMPLETED)
        intake.stop()
        await answering
    finally:
        stopping.cancel()
        await client.shutdown()


async def begin(client: Client, pages: Pages | None, *, fetching: bool = True) -> None:
    """Connect and present the bot, waiting for Telegram as long as it takes.

    Raises `InvalidToken` when the token is refused `REFUSALS` times: once may be a slip of Telegram's own.
    """
    pause = FIRST_PAUSE
    refusals = 0
    while True:
        try:
            await client.initialize()
            if fetching:
                await client.delete_webhook()  # one that is set would refuse us the updates; those that wait are kept
            if pages is not None:
                from bot.profile import present

                await present(client, pages.locales)
        except BadRequest as error:
            # A name or description that Telegram does not take is no reason to answer nobody.
            LOG.error("could not present the bot as in the catalogues", error=type(error).__name__)
            return
        except InvalidToken:  # said in one line when it stays so
            refusals += 1
            if refusals == REFUSALS:
                raise
            await asyncio.sleep(FIRST_PAUSE)
        except (NetworkError, RetryAfter) as error:
            LOG.warning("Telegram cannot be reached yet", error=type(error).__name__)
            health.tried()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
