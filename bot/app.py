"""The wiring: the only module that knows all the parts.

Whatever is made of the guide is imported where it is needed: when the guide is broken, already its import fails,
and the emergency page must still get out.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.api.client import Client, Connection, Fetching
from bot.chat.emergency import UPDATES, Emergency
from bot.delivery.coordination import Coordination, LocalCoordination
from bot.delivery.polling import Polling
from bot.delivery.queues import FIRST_PAUSE, LONGEST_PAUSE, ChatQueues, UpdateHandler
from bot.ops import metrics as health
from bot.ops.logs import LOG
from bot.ops.settings import PREFIX, Hook, Settings, WrongSetting
from flows import Mistake

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.chat.pages import Pages
    from bot.counting.tally import Tally
    from bot.delivery.redis_coordination import RedisCoordination
    from bot.delivery.webhook import Webhook
    from listening.listener import Listener
    from listening.understanding import Understanding


REFUSALS = 3
"""Times a token may be refused at the start."""

FORGETTING = 60.0
"""Seconds between two looks for what has been kept long enough."""
SOON = 0.2
"""Seconds from when we begin to fetch to what can be done beside it."""


def pages(settings: Settings) -> Pages:
    """The guide in all its languages, with the campaigns of this copy. Raises `Mistake`."""
    import campaigns
    import locales
    from bot.chat.pages import Pages
    from flows.map import guide

    known = campaigns.read(settings.campaigns) if settings.campaigns else {}
    return Pages(guide(), locales.read(), known, settings.operator, settings.web_url)


def counting(settings: Settings, pages: Pages, now: Callable[[], datetime], memory: Coordination) -> Tally:
    """Who counts, in the database of the settings, each chat once among all who share this memory."""
    from bot.counting.tally import Tally

    def opened() -> AsyncEngine:
        from campaigns.counts.store import engine

        return engine(settings.database)

    return Tally(opened, now, list(pages.locales), caps=memory.caps)


def connect(token: str, api_url: str) -> Client:
    """The API client. Getting updates has a connection of its own, so that a long poll holds up nobody."""
    return Client(token, base_url=f"{api_url}/bot", request=Connection(), get_updates_request=Fetching(at_once=2))


def memory(settings: Settings, now: Callable[[], datetime]) -> LocalCoordination | RedisCoordination:
    """What workers share, or what one process knows by itself. Raises `WrongSetting`."""
    url = settings.memory_url.get_secret_value()
    if not url or settings.token is None:
        return LocalCoordination()
    try:
        from bot.delivery import redis_coordination as shared
    except ImportError:
        raise WrongSetting(f"{PREFIX}MEMORY_URL: needs redis; install requirements-scaled.lock") from None
    return shared.opened(url, settings.token.get_secret_value(), now)


def lanes(
    client: Client,
    pages: Pages | None,
    now: Callable[[], datetime],
    memory: Coordination,
    tally: Tally | None = None,
    *,
    ear: Ear | None = None,
) -> ChatQueues:
    """Who answers: the guide, and the emergency page where the guide has a fault. Without a guide that page alone,
    and then we are not ready."""
    emergency = Emergency(client, now, memory.trail)
    return ChatQueues(_face(emergency, pages, tally, ear or Ear()), instead=emergency, memory=memory)


def _face(emergency: Emergency, pages: Pages | None, tally: Tally | None, ear: Ear) -> UpdateHandler:
    if pages is None:
        health.close()
        LOG.error("everybody is answered with the emergency page only")
        return emergency
    from bot.chat.handlers import GuideHandler

    # One page in a chat, whoever sent it.
    return GuideHandler(emergency.bot, pages, emergency.now, ear, emergency.trail, tally=tally)


class Ear:
    """Listens to typed words, once it can: reading the cues takes as long as all else at the start, and is done in a
    thread, beside the first updates. Who types before it is done waits for it, and everybody with them.
    """

    def __init__(self) -> None:
        self._opened: Future[Listener] | None = None

    def open(self) -> Future[Listener]:
        """Begin to read the cues, when that has not begun."""
        if self._opened is None:
            thread = ThreadPoolExecutor(1)
            self._opened = thread.submit(_listener)
            thread.shutdown(wait=False)  # ends when it is done
        return self._opened

    def hear(self, text: str) -> Understanding:
        return self.open().result().hear(text)


def _listener() -> Listener:
    """With broken cues it listens to none: every answer shows the numbers all the same."""
    from listening import cues
    from listening.listener import Listener

    try:
        return cues.listener()
    except Mistake as mistake:
        LOG.error("typed words are not listened to; run `watkanikdoen check`", error=mistake)
        return Listener({})


def _look_over(pages: Pages) -> None:
    """Try every page, so that whoever watches us knows of one that cannot be made before somebody asks for it."""
    from bot.chat import page_proofs as proofs

    try:
        proofs.sheets(pages)
    except Exception as error:
        LOG.error("a page cannot be made; run `watkanikdoen check`", error=error)
        health.close()
    gc.freeze()  # what is there now stays: 60 ms each time that Python looks through all of it for garbage


async def serve(
    client: Client,
    pages: Pages | None,
    now: Callable[[], datetime],
    stop: asyncio.Event,
    hook: Hook | None = None,
    *,
    tally: Tally | None = None,
    memory: Coordination | None = None,
    pause: float = FORGETTING,
) -> None:
    """Answer until `stop` is set, and present the bot beside it; then finish what is under way.

    With a hook Telegram brings the updates, without one they are fetched. Raises `InvalidToken` when Telegram does
    not know the token, and `WrongSetting` when the hook cannot work. Without a tally nothing is counted.
    """
    memory = memory or LocalCoordination()
    ear = Ear()
    answering = lanes(client, pages, now, memory, tally, ear=ear)
    intake = _intake(client, answering, now, hook, memory)
    stopping = asyncio.ensure_future(stop.wait())
    forgetting = asyncio.ensure_future(_forget(memory, now, pause))
    try:
        starting = asyncio.ensure_future(begin(client, fetching=hook is None))
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not starting.done():
            starting.cancel()
            return
        starting.result()
        LOG.info("ready")
        async with memory, tally.kept() if tally else nullcontext():
            running = asyncio.ensure_future(intake.run())
            beside = asyncio.ensure_future(_prepare(client, ear, pages))
            try:
                await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
                intake.stop()
                await running
            finally:
                beside.cancel()
    finally:
        stopping.cancel()
        forgetting.cancel()
        await client.shutdown()


def _intake(
    client: Client, answering: ChatQueues, now: Callable[[], datetime], hook: Hook | None, memory: Coordination
) -> Polling | Webhook:
    if hook is None:
        return Polling(client, answering, UPDATES, memory=memory)
    from bot.delivery.webhook import Webhook  # a web server, which takes its time to import

    return Webhook(client, answering, UPDATES, hook, now)


async def _forget(memory: Coordination, now: Callable[[], datetime], pause: float) -> None:
    """Now and then, as who comes next may come only after days."""
    while True:
        await asyncio.sleep(pause)
        memory.forget_old(now())


async def _prepare(client: Client, ear: Ear, pages: Pages | None) -> None:
    """What nobody waits for at the start. Presenting the bot takes eight questions to Telegram."""
    await asyncio.sleep(SOON)
    ear.open()
    if pages is not None:
        asyncio.get_running_loop().run_in_executor(None, _look_over, pages)
        await show_itself(client, pages)


async def begin(client: Client, *, fetching: bool = True) -> None:
    """Connect, waiting for Telegram as long as it takes.

    Raises `InvalidToken` when the token is refused `REFUSALS` times: once may be a slip of Telegram's own.
    """

    async def connected() -> None:
        await client.initialize()
        if fetching:
            await client.delete_webhook()  # one that is set would refuse us the updates; those that wait are kept

    await _until_reached(connected)


async def show_itself(client: Client, pages: Pages) -> None:
    """Name, descriptions and commands as in the catalogues. What keeps them from being so is said, and stops nobody."""
    from bot.chat.profile import present

    try:
        await _until_reached(lambda: present(client, pages.locales))
    except TelegramError as error:
        LOG.error("could not present the bot as in the catalogues", error=type(error).__name__)


async def _until_reached(work: Callable[[], Awaitable[None]]) -> None:
    """Do it, again as long as Telegram cannot be reached. Raises what is no matter of waiting."""
    pause = FIRST_PAUSE
    refusals = 0
    while True:
        try:
            await work()
        except BadRequest:  # to python-telegram-bot a fault of the network; waiting does not mend it
            raise
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
