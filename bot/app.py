"""The wiring: the only module that knows all the parts.

Whatever is made of the guide is imported where it is needed: when the guide is broken, already its import fails,
and the emergency page must still get out.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

from bot import health
from bot.emergency import UPDATES, Emergency
from bot.intake.lanes import FIRST_PAUSE, LONGEST_PAUSE, Answering, Lanes
from bot.intake.polling import Polling
from bot.intake.webhook import Webhook
from bot.logs import LOG
from bot.memory import Alone, Memory
from bot.settings import PREFIX, Hook, Settings, WrongSetting
from bot.telegram import Client, Connection, Fetching
from flows import Mistake

if TYPE_CHECKING:
    from bot.page import Pages
    from bot.tally import Tally
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
    return Pages(guide(), locales.read(), known, settings.operator, settings.web_url)


def counting(settings: Settings, pages: Pages, now: Callable[[], datetime]) -> Tally:
    """Who counts, in the database of the settings."""
    from bot.tally import Tally
    from campaigns.counts import engine

    return Tally(engine(settings.database), now, list(pages.locales))


def connect(token: str, api_url: str) -> Client:
    """The API client. Getting updates has a connection of its own, so that a long poll holds up nobody."""
    return Client(token, base_url=f"{api_url}/bot", request=Connection(), get_updates_request=Fetching(at_once=2))


def memory(settings: Settings, now: Callable[[], datetime]) -> Memory:
    """What workers share, or what one process knows by itself. Raises `WrongSetting`."""
    url = settings.memory_url.get_secret_value()
    if not url or settings.token is None:
        return Alone()
    try:
        from bot import shared
    except ImportError:
        raise WrongSetting(
            f"{PREFIX}MEMORY_URL: the extra `scaled` is not installed; pip install 'watkanikdoen[scaled]'"
        ) from None
    return shared.opened(url, settings.token.get_secret_value(), now)


def lanes(
    client: Client,
    pages: Pages | None,
    now: Callable[[], datetime],
    memory: Memory,
    tally: Tally | None = None,
) -> Lanes:
    """Who answers: the guide, and the emergency page where the guide has a fault. Without a guide that page alone,
    and then we are not ready."""
    emergency = Emergency(client, now, memory.trail)
    return Lanes(_face(emergency, pages, tally), instead=emergency, memory=memory)


def _face(emergency: Emergency, pages: Pages | None, tally: Tally | None) -> Answering:
    if pages is None:
        health.close()
        LOG.error("everybody is answered with the emergency page only")
        return emergency
    from bot.handlers import Face

    # One page in a chat, whoever sent it.
    return Face(emergency.bot, pages, emergency.now, _listener(), emergency.trail, tally=tally)


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
    *,
    tally: Tally | None = None,
    memory: Memory | None = None,
) -> None:
    """Present the bot (when there are pages) and answer until `stop` is set; then finish what is under way.

    With a hook Telegram brings the updates, without one they are fetched. Raises `InvalidToken` when Telegram does
    not know the token, and `WrongSetting` when the hook cannot work. Without a tally nothing is counted.
    """
    memory = memory or Alone()
    answering = lanes(client, pages, now, memory, tally)
    intake = (
        Webhook(client, answering, UPDATES, hook, now) if hook else Polling(client, answering, UPDATES, memory=memory)
    )
    stopping = asyncio.ensure_future(stop.wait())
    try:
        starting = asyncio.ensure_future(begin(client, pages, fetching=hook is None))
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not starting.done():
            starting.cancel()
            return
        starting.result()
        LOG.info("ready")
        async with memory, tally.kept() if tally else nullcontext():
            running = asyncio.ensure_future(intake.run())
            await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
            intake.stop()
            await running
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
