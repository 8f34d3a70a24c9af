"""The wiring: the only module that knows all the parts.

What is made of the guide is imported where it is needed: a broken guide already fails at its import, and the emergency
page must still get out.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Literal

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.api.client import Client, is_logged_out, seconds
from bot.api.connection import Connection
from bot.chat.emergency import Emergency
from bot.chat.housekeeping import COVER_AFTER
from bot.delivery.coordination import Coordination, LocalCoordination
from bot.delivery.outage import Outage
from bot.delivery.polling import Polling
from bot.delivery.queues import ChatQueues
from bot.ops import metrics
from bot.ops.logs import LOG
from bot.ops.settings import PREFIX, Hook, Settings, WrongSetting
from bot.ops.version import VERSION
from flows import Mistake

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.chat.handlers import GuideHandler, Listens
    from bot.chat.pages import Pages
    from bot.counting.tally import Tally
    from bot.delivery.last_pages import LastPages
    from bot.delivery.redis_coordination import RedisCoordination
    from bot.delivery.webhook import Webhook


Clock = Callable[[], datetime]

REFUSALS = 3
"""Times a token may be refused at the start."""

FORGETTING = 60.0
"""Seconds between two looks for what has been kept long enough."""

ENDING = 1.0
"""Seconds for connections to close at the end."""

BETWEEN_PAGES = 0.01
"""Seconds between two pages that are tried after the start; all of them take about two minutes."""


def pages(settings: Settings) -> Pages:
    """The guide in all its languages, with the campaigns of this copy. Raises `Mistake`."""
    import campaigns
    import locales
    from bot.chat.pages import Pages
    from flows.map import guide

    known = campaigns.read(settings.campaigns) if settings.campaigns else {}
    return Pages(guide(), locales.read(), known, settings.operator, settings.web_url)


def counting(settings: Settings, pages: Pages, now: Clock, coordination: Coordination) -> Tally:
    """The tally, in the database of the settings; each chat counts once among all workers."""
    from bot.counting.tally import Tally
    from campaigns.counts.cells import countable

    def opened() -> AsyncEngine:
        from campaigns.counts.store import engine

        return engine(settings.database)

    offered = partial(countable, campaigns=pages.campaigns.values(), languages=list(pages.locales))
    return Tally(opened, now, offered, once_a_week=coordination.once_a_week)


def connect(token: str, api_url: str) -> Client:
    """The API client. Getting updates has a connection of its own, so that a long poll holds up nobody."""
    return Client(token, base_url=f"{api_url}/bot", request=Connection(), get_updates_request=Connection(at_once=2))


def coordination(settings: Settings, now: Clock) -> LocalCoordination | RedisCoordination:
    """What workers share, or what one process knows by itself. Raises `WrongSetting`."""
    url = settings.memory_url.get_secret_value()
    if not url or settings.token is None:
        return LocalCoordination()
    try:
        from bot.delivery.redis_coordination import RedisCoordination
    except ImportError:
        raise WrongSetting(
            f"{PREFIX}MEMORY_URL: needs redis; install the guide with [scaled], or requirements-scaled.lock"
        ) from None
    return RedisCoordination(url, settings.token.get_secret_value(), now)


def _listener() -> Listens:
    """Without what was learnt it understands nothing: every answer shows the numbers all the same."""
    from listening import listener

    try:
        return listener.read()
    except Mistake as mistake:
        LOG.error("typed words are not understood; run `watkanikdoen check`", error=mistake)
        return listener.Deaf()


async def serve(
    client: Client,
    pages: Pages | None,
    now: Clock,
    stop: asyncio.Event,
    hook: Hook | None = None,
    *,
    tally: Tally | None = None,
    coordination: Coordination | None = None,
    cover_after: timedelta = COVER_AFTER,
    pause: float = FORGETTING,
) -> None:
    """Answer until `stop` is set, and present the bot beside it; then finish what is under way.

    With a hook Telegram brings the updates, without one they are fetched. Raises `InvalidToken` when Telegram does
    not know the token, and `WrongSetting` when the hook cannot work. Without pages everybody gets the emergency page,
    and we are not ready. Without a tally nothing is counted.
    """
    coordination = coordination or LocalCoordination()
    guide = _guide(client, pages, now, coordination.last_pages, tally=tally, cover_after=cover_after)
    emergency = Emergency(client, now, coordination.last_pages)
    queues = ChatQueues(guide or emergency, instead=emergency, coordination=coordination)
    intake = _intake(client, queues, now, hook)
    stopping = asyncio.ensure_future(stop.wait())
    tasks = [asyncio.ensure_future(_forget(coordination, now, pause))]
    try:
        if not await _has_begun(client, stopping, fetching=hook is None):
            return
        LOG.info("ready", version=VERSION, outcome="webhook" if hook else "polling")
        async with coordination, tally.kept() if tally else nullcontext():
            running = asyncio.ensure_future(intake.run())
            if guide:
                works = guide.housekeeping.run(queues), _try_every_page(guide.pages), show_itself(client, guide.pages)
                tasks += map(asyncio.ensure_future, works)
            await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
            intake.stop()
            await running
    finally:
        for task in (stopping, *tasks):
            task.cancel()
        await asyncio.wait([asyncio.ensure_future(client.shutdown()), *tasks], timeout=ENDING)


def _guide(
    client: Client, pages: Pages | None, now: Clock, shared: LastPages, *, tally: Tally | None, cover_after: timedelta
) -> GuideHandler | None:
    if pages is None:
        metrics.close()
        LOG.error("everybody is answered with the emergency page only")
        return None
    from bot.chat.handlers import GuideHandler

    return GuideHandler(client, pages, now, _listener(), shared, tally=tally, cover_after=cover_after)


async def _has_begun(client: Client, stopping: asyncio.Task[Literal[True]], *, fetching: bool) -> bool:
    """Whether we are connected. Not when we are to stop before Telegram is reached."""
    starting = asyncio.ensure_future(begin(client, fetching=fetching))
    await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
    if not starting.done():
        starting.cancel()
        return False
    starting.result()
    return True


def _intake(client: Client, queues: ChatQueues, now: Clock, hook: Hook | None) -> Polling | Webhook:
    if hook is None:
        return Polling(client, queues)
    from bot.delivery.webhook import Webhook  # a web server, which takes its time to import

    return Webhook(client, queues, hook, now)


async def _forget(coordination: Coordination, now: Clock, pause: float) -> None:
    """Now and then, as the next update may come only after days."""
    while True:
        await asyncio.sleep(pause)
        coordination.forget_old(now())


async def _try_every_page(pages: Pages) -> None:
    """A monitor shall know of a page that cannot be made before a visitor asks for it.

    One at a time: all at once would hold up the first visitors after a restart for seconds.
    """
    from bot.chat import page_proofs

    try:
        for place in page_proofs.places(pages):
            pages.page(place)
            await asyncio.sleep(BETWEEN_PAGES)
    except Exception as error:
        LOG.error("a page cannot be made; run `watkanikdoen check`", error=error)
        metrics.close()


async def begin(client: Client, *, fetching: bool = True) -> None:
    """Connect, waiting for Telegram as long as it takes.

    Raises `InvalidToken` when the token is refused `REFUSALS` times: once may be a slip of Telegram's own.
    """

    async def connected() -> None:
        await client.initialize()
        if fetching:
            await client.delete_webhook()  # one that is set would refuse us the updates; those that wait are kept

    await _until_reached(connected, lasting=InvalidToken)


async def show_itself(client: Client, pages: Pages) -> None:
    """Name, descriptions and commands as in the catalogues. A failure is logged, and stops nobody."""
    from bot.chat.profile import present

    try:
        await _until_reached(lambda: present(client, pages.locales), lasting=(InvalidToken, BadRequest))
    except TelegramError as error:
        LOG.error("could not present the bot as in the catalogues", error=type(error).__name__)


async def _until_reached(
    work: Callable[[], Awaitable[None]], lasting: type[TelegramError] | tuple[type[TelegramError], ...]
) -> None:
    """Do it, again as long as Telegram cannot be reached.

    Raises errors that waiting does not mend when they come `REFUSALS` times: one may be a slip of Telegram's own.
    """
    outage, refusals = Outage(), 0
    while True:
        wait = outage.pause
        try:
            await work()
        except lasting:
            refusals += 1
            if refusals == REFUSALS:
                raise
        except TelegramError as error:
            if is_logged_out(error):
                LOG.warning("this bot is logged out at this Bot API server, which lasts ten minutes")
            else:
                LOG.warning("Telegram cannot be reached yet", error=type(error).__name__)
            wait = max(outage.wait(), seconds(error))
        else:
            return
        metrics.tried()
        await asyncio.sleep(wait)
