"""`demo` and `run`: the bot itself."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, closing, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from bot.cli.terminal import complain
from bot.ops import logs
from bot.ops.logs import LOG
from bot.ops.settings import PREFIX, Settings, WrongSetting, doubts, read
from flows import Mistake

if TYPE_CHECKING:
    from bot.chat.pages import Pages


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8080, show_default=True, help="Port on this computer.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def demo(port: int, no_browser: bool) -> None:
    """Try the guide on a phone in the browser. Needs no token and no network."""
    import webbrowser
    from tempfile import TemporaryDirectory

    import campaigns
    from bot import app
    from bot.cli import exhibits
    from bot.cli.tour import tour
    from simulator.clock import Clock
    from simulator.demo import serve
    from simulator.telegram import Telegram

    settings = read()
    file = settings.campaigns or campaigns.EXAMPLE
    pages = app.pages(evolve(settings, campaigns=file))
    logs.begin("ERROR")

    async def show(folder: Path, stop: asyncio.Event) -> None:
        """The real bot, with a simulated Telegram."""
        clock = Clock()
        token = "1:demo"  # noqa: S105 - known to the simulator alone
        guided = tour(list(pages.campaigns), exhibits.make(pages, file.parent, clock(), folder))
        serving = serve(Telegram(clock, token), clock, port=port, tour=guided, exhibits=folder)
        async with AsyncExitStack() as stack:
            try:
                root = await stack.enter_async_context(serving)
            except OSError as error:
                raise WrongSetting(f"port {port} cannot be used ({error.strerror}); try --port {port + 1}") from None
            click.echo(f"Wat kan ik doen? is at {root}\nStop with Ctrl-C.")
            if not no_browser:
                webbrowser.open(root)
            await app.serve(app.connect(token, root), pages, clock, stop)

    with TemporaryDirectory() as folder:
        _until_stopped(partial(show, Path(folder)))


@click.command()
def run() -> None:
    """Answer on Telegram. Needs WATKANIKDOEN_TOKEN."""
    from telegram.error import InvalidToken

    from bot import app
    from bot.ops import systemd

    logs.begin("INFO")  # before any setting is read that a traceback could quote
    settings = read()
    for doubt in doubts():
        complain(f"watkanikdoen: warning: {doubt}")
    if settings.token is None:
        raise WrongSetting(f"{PREFIX}TOKEN: the bot needs a token; ask @BotFather for one, or try `watkanikdoen demo`")
    logs.begin(settings.log_level)
    pages = _usable_pages(settings)

    now = partial(datetime.now, UTC)

    async def answer(stop: asyncio.Event) -> None:
        async with systemd.notified(stop), _endpoints(settings.health_listen):
            tally = app.counting(settings, pages, now, coordination) if pages else None
            cover_after = timedelta(minutes=settings.cover_after)
            await app.serve(
                bot, pages, now, stop, settings.hook, tally=tally, coordination=coordination, cover_after=cover_after
            )

    try:
        coordination = app.coordination(settings, now)
        bot = app.connect(settings.token.get_secret_value(), settings.api_url)
        _until_stopped(answer)
    except InvalidToken:
        raise WrongSetting(f"{PREFIX}TOKEN: Telegram does not know this token; copy it again") from None


def _usable_pages(settings: Settings) -> Pages | None:
    """The guide as far as it can be shown, its first page tried.

    A fault is reported and never stops the bot: without its campaigns file the guide lacks only local help, and without
    a guide there is the emergency page.
    """
    attempts = [settings, evolve(settings, campaigns=None)] if settings.campaigns else [settings]
    for attempt in attempts:
        try:
            pages = _tried_pages(attempt)
        except Mistake as mistake:
            complain(f"watkanikdoen: {mistake}")
        except Exception as error:  # also a region that does not compile must not leave visitors unanswered
            LOG.error("the guide cannot be used", error=error)
        else:
            if attempt is not settings:
                LOG.error("going on without the campaigns")
            return pages
    return None


def _tried_pages(settings: Settings) -> Pages:
    from bot import app
    from flows.visit import START

    pages = app.pages(settings)
    for locale in pages.locales:
        pages.at(START, locale, "", datetime.now(UTC))
    return pages


def _endpoints(listen: str) -> AbstractAsyncContextManager[None]:
    """Those for monitoring, where they are wanted: their web server is slow to import."""
    if not listen:
        return nullcontext()
    from bot.ops import endpoints

    return endpoints.served(listen)


def _until_stopped(work: Callable[[asyncio.Event], Coroutine[None, None, None]]) -> None:
    """Run until the work is done, or until SIGTERM or Ctrl-C, which are ordinary ends.

    What is left behind then is neither cancelled nor waited for, as `asyncio.Runner` would without any limit: the work
    has ended what matters, and the process is about to end.
    """

    async def supervised() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        logs.watch(loop)
        for number in (signal.SIGTERM, signal.SIGINT):
            with suppress(NotImplementedError):  # on Windows, where Ctrl-C interrupts the process instead
                loop.add_signal_handler(number, stop.set)
        await work(stop)

    with closing(_loop()) as loop:
        loop.run_until_complete(supervised())


def _loop() -> asyncio.AbstractEventLoop:
    """uvloop, which takes half the time of Python's own loop; Python's own where uvloop has no wheel."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
