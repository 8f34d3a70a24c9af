"""The command line: `watkanikdoen`.

Parts are imported inside the commands: a mistake in one of them must become one clear line, not a traceback,
and `check` must be able to speak of it.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import webbrowser
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows import Mistake

if TYPE_CHECKING:
    from bot.page import Pages
    from bot.settings import Settings

UNUSABLE = 78
"""Exit code for a configuration that cannot work (EX_CONFIG of sysexits)."""


@contextmanager
def mistakes_in_one_line() -> Iterator[None]:
    """Whatever was written down wrong: one line that says what, where and what to do."""
    try:
        yield
    except Mistake as mistake:
        click.echo(f"watkanikdoen: {mistake}", err=True)
        sys.exit(UNUSABLE)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="watkanikdoen")
def main() -> None:
    """Wat kan ik doen? A guide for anyone who worries about a child."""


@main.command()
@click.option("--port", default=8080, show_default=True, help="Port on this computer.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def demo(port: int, no_browser: bool) -> None:
    """Try the guide on a phone in the browser. Needs no token and no network."""
    with mistakes_in_one_line():
        import campaigns
        from bot import app, logs
        from bot.settings import WrongSetting, read
        from simulator.clock import Clock
        from simulator.demo import serve
        from simulator.telegram import Telegram

        settings = read()
        pages = app.pages(settings.model_copy(update={"campaigns": settings.campaigns or campaigns.EXAMPLE}))
        logs.begin("ERROR")

        async def show(stop: asyncio.Event) -> None:
            """The bot as it is, with a simulated Telegram instead of the real one."""
            clock = Clock()
            token = "1:demo"  # noqa: S105 - known to the simulator alone
            async with serve(Telegram(clock, token), clock, port=port, codes=list(pages.campaigns)) as root:
                click.echo(f"Wat kan ik doen? is at {root}\nStop with Ctrl-C.")
                if not no_browser:
                    webbrowser.open(root)
                await app.serve(app.connect(token, root), pages, clock, stop)

        try:
            _until_stopped(show)
        except OSError as error:
            raise WrongSetting(f"port {port} cannot be used ({error.strerror}); try --port {port + 1}") from None


@main.command()
def run() -> None:
    """Answer on Telegram. Needs WATKANIKDOEN_TOKEN."""
    with mistakes_in_one_line():
        from telegram.error import InvalidToken

        from bot import app, health, logs
        from bot.settings import PREFIX, WrongSetting, read

        logs.begin("INFO")  # before a setting is read that a traceback could quote
        settings = read()
        if settings.token is None or not settings.token.get_secret_value():
            raise WrongSetting(f"{PREFIX}TOKEN: the bot needs a token; ask @BotFather for one, or try `make demo`")
        logs.begin(settings.log_level)
        pages = _usable(settings)

        async def answer(stop: asyncio.Event) -> None:
            async with health.shown(settings.health_listen, stop):
                await app.serve(bot, pages, lambda: datetime.now(UTC), stop, settings.hook)

        try:
            bot = app.connect(settings.token.get_secret_value(), settings.api_url)
            _until_stopped(answer)
        except InvalidToken:
            raise WrongSetting(f"{PREFIX}TOKEN: Telegram does not know this token; copy it again") from None


@main.command()
def check() -> None:
    """Look over map, words, helplines, campaigns and settings; says what is wrong in one line each."""
    with mistakes_in_one_line():
        import locales
        from bot import app, proofs
        from bot.settings import PREFIX, read
        from flows import answers, helplines
        from flows.proofs import faults
        from locales import cues

        settings = read()
        pages = app.pages(settings)
        # A page can only be looked at when its words and its map hold.
        wrong = [*locales.faults(), *faults(pages.guide), *answers.faults(pages.guide), *cues.faults(pages.guide)]
        wrong = wrong or list(proofs.faults(pages))
        for line in wrong:
            click.echo(line, err=True)
        for helpline in helplines.stale(datetime.now(UTC).date()):
            click.echo(f"warning: {helpline.id} was last checked on {helpline.verified_on}; call it and note the date")
        if not settings.operator:
            click.echo(f"warning: {PREFIX}OPERATOR is empty; visitors cannot see who runs this copy")
        if wrong:
            sys.exit(1)
        click.echo(
            f"all good: {len(pages.guide.screens)} screens, {len(pages.guide.reachable)} visits, "
            f"{', '.join(pages.locales)}; {len(helplines.HELPLINES)} helplines; {len(pages.campaigns)} campaigns"
        )


@main.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def chart(out: Path | None) -> None:
    """Draw the map as mermaid flowcharts."""
    with mistakes_in_one_line():
        from flows.chart import chart as drawn
        from flows.map import guide

        if out:
            out.write_text(drawn(guide()), "utf-8")
        else:
            click.echo(drawn(guide()))


@main.command()
@click.argument("text")
def listen(text: str) -> None:
    """Show how typed words are understood: the routes, and the cues behind them. Nothing is kept."""
    with mistakes_in_one_line():
        from locales import cues

        heard = cues.listener().hear(text)
        click.echo(f"route: {', then '.join(heard.routes)}")
        for fired in heard.fired:
            opens = f", opens {fired.cue.opens}" if fired.cue.opens else ""
            click.echo(f"  {fired.cue.route}: {fired.phrase}  ({fired.language}/cues.toml{opens})")
        if not heard.fired:
            click.echo("  no cue is heard; told from locales/examples.tsv")


def _usable(settings: Settings) -> Pages | None:
    """The guide as far as it can be shown, every page of it tried. What is wrong is said, and stops nobody:
    without campaigns the guide is whole but for local help; without a guide there is the emergency page."""
    from bot import app
    from bot.logs import LOG

    attempts = [settings, settings.model_copy(update={"campaigns": None})] if settings.campaigns else [settings]
    for attempt in attempts:
        try:
            from bot import proofs

            pages = app.pages(attempt)
            proofs.sheets(pages)
        except Mistake as mistake:
            click.echo(f"watkanikdoen: {mistake}", err=True)
        except Exception as error:  # a region that does not even compile is no reason to leave people unanswered
            LOG.error("the guide cannot be used", error=error)
        else:
            if attempt is not settings:
                LOG.error("going on without the campaigns")
            return pages
    return None


def _until_stopped(work: Callable[[asyncio.Event], Coroutine[None, None, None]]) -> None:
    """Run until done, or until SIGTERM or Ctrl-C, which are ordinary ends."""

    from bot import logs

    async def supervised() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        logs.watch(loop)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await work(stop)

    asyncio.run(supervised())
