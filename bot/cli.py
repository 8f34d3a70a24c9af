"""The command line: `watkanikdoen`.

Parts are imported inside the commands: a mistake in one of them must become one clear line, not a traceback,
and `check` must be able to speak of it.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from flows import Mistake

if TYPE_CHECKING:
    from bot.chat.pages import Pages
    from bot.ops.settings import Settings
    from campaigns import Campaign

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
@click.option("--port", type=click.IntRange(0, 65_535), default=8080, show_default=True, help="Port on this computer.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def demo(port: int, no_browser: bool) -> None:
    """Try the guide on a phone in the browser. Needs no token and no network."""
    with mistakes_in_one_line():
        import webbrowser

        import campaigns
        from bot import app
        from bot.ops import logs
        from bot.ops.settings import WrongSetting, read
        from simulator.clock import Clock
        from simulator.demo import serve
        from simulator.telegram import Telegram

        settings = read()
        pages = app.pages(evolve(settings, campaigns=settings.campaigns or campaigns.EXAMPLE))
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
    gc.disable()  # for now: nothing that a start makes is garbage, and looking for some takes its time
    with mistakes_in_one_line():
        from telegram.error import InvalidToken

        from bot import app
        from bot.ops import logs
        from bot.ops import metrics as health
        from bot.ops.settings import PREFIX, WrongSetting, read

        logs.begin("INFO")  # before a setting is read that a traceback could quote
        settings = read()
        if settings.token is None or not settings.token.get_secret_value():
            raise WrongSetting(f"{PREFIX}TOKEN: the bot needs a token; ask @BotFather for one, or try `make demo`")
        logs.begin(settings.log_level)
        pages = _usable(settings)

        def now() -> datetime:
            return datetime.now(UTC)

        async def answer(stop: asyncio.Event) -> None:
            async with health.shown(settings.health_listen, stop):
                tally = app.counting(settings, pages, now, memory) if pages else None
                await app.serve(bot, pages, now, stop, settings.hook, tally=tally, memory=memory)

        try:
            memory = app.memory(settings, now)
            bot = app.connect(settings.token.get_secret_value(), settings.api_url)
            gc.enable()
            _until_stopped(answer)
        except InvalidToken:
            raise WrongSetting(f"{PREFIX}TOKEN: Telegram does not know this token; copy it again") from None


@main.command()
def check() -> None:
    """Look over map, words, helplines, campaigns and settings; says what is wrong in one line each."""
    with mistakes_in_one_line():
        import locales
        from bot import app
        from bot.chat import page_proofs as proofs
        from bot.ops.settings import PREFIX, read
        from campaigns import BrokenCampaigns, kit
        from flows import answers, helplines
        from flows.proofs import faults
        from listening import cues

        settings = read()
        wrong = []
        try:
            pages = app.pages(settings)
        except BrokenCampaigns as broken:
            wrong += broken.faults
            pages = app.pages(evolve(settings, campaigns=None))
        # A page can only be looked at when its words and its map hold.
        wrong += [*locales.faults(), *faults(pages.guide), *answers.faults(pages.guide), *cues.faults(pages.guide)]
        wrong = wrong or list(proofs.faults(pages))
        for campaign in pages.campaigns.values():
            try:
                kit.logo(campaign, _campaigns_file(settings).parent)
            except kit.CannotMake as missing:
                wrong.append(f"{campaign.code}: {missing}")
        for line in wrong:
            click.echo(line, err=True)
        for helpline in helplines.stale(datetime.now(UTC).date()):
            click.echo(f"warning: {helpline.id} was last looked at on {helpline.last_checked}; ask it, note the date")
        if unconfirmed := [helpline.id for helpline in helplines.unconfirmed()]:
            click.echo(
                f"warning: nobody has asked these lines themselves yet: {', '.join(unconfirmed)}; "
                "before a launch a person does, and notes the day as confirmed_on in flows/helplines.py"
            )
        if not settings.operator:
            click.echo(f"warning: {PREFIX}OPERATOR is empty; visitors cannot see who runs this copy")
        if wrong:
            sys.exit(1)
        click.echo(
            f"all good: {len(pages.guide.screens)} screens, {len(pages.guide.reachable)} visits, "
            f"{', '.join(pages.locales)}; {len(helplines.HELPLINES)} helplines; {len(pages.campaigns)} campaigns"
        )


@main.command()
def doctor() -> None:
    """Examine this copy: its token, webhook, clock, database, memory. Says what is wrong and how to mend it."""
    with mistakes_in_one_line():
        import locales
        from bot import doctor as examiner
        from bot.ops import logs
        from bot.ops.settings import read

        logs.begin("ERROR")
        copy = examiner.Copy(read(), locales.read(), lambda: datetime.now(UTC))
        found = asyncio.run(examiner.examine(copy))
        click.echo(examiner.table(found))
        if any(finding.state is examiner.State.WRONG for finding in found.values()):
            sys.exit(1)


@main.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def chart(out: Path | None) -> None:
    """Draw the map as mermaid flowcharts."""
    with mistakes_in_one_line():
        from flows.chart import chart as drawn
        from flows.map import guide

        if out:
            _write(out, drawn(guide()))
        else:
            click.echo(drawn(guide()))


@main.command()
@click.argument("text")
def listen(text: str) -> None:
    """Show how typed words are understood: the routes, and the cues behind them. Nothing is kept."""
    with mistakes_in_one_line():
        from listening import cues

        listener = cues.listener()
        heard = listener.hear(text)
        click.echo(f"route: {', then '.join(heard.routes)}")
        for match in heard.matches:
            opens = f", opens {match.cue.opens}" if match.cue.opens else ""
            only = "only a hint of " if match.is_hint else ""
            click.echo(f"  {only}{match.cue.route}: {match.phrase}  ({match.language}/cues.toml{opens})")
        if not heard.matches:
            click.echo("  no cue is heard")
        if not any(match.cue.route is heard.routes[0] and not match.is_hint for match in heard.matches):
            click.echo(
                f"  told from locales/examples.tsv, most of all by: {', '.join(listener.why(text, heard.routes[0]))}"
            )


@main.command()
@click.option("--campaign", metavar="CODE", help="Only this one.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "html"]), default="table", show_default=True
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def stats(campaign: str | None, form: str, out: Path | None) -> None:
    """Tell the counts of weeks that are over. Small numbers stay hidden."""
    with mistakes_in_one_line():
        import campaigns
        import locales
        from bot.ops.settings import read
        from campaigns.counts import cells, report, store

        settings = read()
        known = campaigns.read(settings.campaigns) if settings.campaigns else {}
        kept = asyncio.run(store.read(settings.database))
        sheets = report.sheets(cells.published(kept, datetime.now(UTC), campaign), known)
        match form:
            case "csv":
                written = report.as_csv(sheets)
            case "json":
                written = report.as_json(sheets)
            case "html":
                written = report.as_html(sheets, locales.read())
            case _:
                written = report.as_table(sheets, locales.read())
        if campaign and campaign not in known:
            there_are = ", ".join(known) or "none"
            click.echo(f"warning: the campaigns file has no campaign {campaign!r}; it has {there_are}", err=True)
        if out is None:
            click.echo(written, nl=False)
        else:
            _write(out, written)


@main.group()
def site() -> None:
    """The guide as web pages that any host can serve."""


@site.command("build")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to build in.")
@click.option("--campaign", "codes", multiple=True, help="Also build the edition of this campaign, in a folder of it.")
@click.option("--bot", default="", help="Name of the bot on Telegram; adds a way there.")
@click.option("--theme", type=click.Path(dir_okay=False, path_type=Path), help="CSS with tokens of your own.")
@click.option("--no-index", is_flag=True, help="Ask search engines to leave all pages out.")
@click.option("--review", is_flag=True, help="Also build the review book, for who signs off the words.")
def build(*, out: Path, codes: tuple[str, ...], bot: str, theme: Path | None, no_index: bool, review: bool) -> None:
    """Write the whole guide as static pages."""
    with mistakes_in_one_line():
        from bot import app
        from bot.ops.settings import read
        from campaigns import kit
        from web import site as made
        from web.edition import Edition

        pages = app.pages(read())
        plain = Edition(pages.guide, pages.locales, None, pages.operator, kit.bot_name(bot), no_index)
        editions = [
            plain,
            *(replace(plain, campaign=made.chosen(pages.campaigns, code)) for code in dict.fromkeys(codes)),
        ]
        book = made.review_book(plain) if review else []
        count = made.build(out, editions, theme=made.tokens(theme), more=book)
        click.echo(f"{count} pages in {out}; open {out / 'index.html'}")
        for found in (edition.campaign for edition in editions if edition.campaign):
            if not found.runs_on(_today()):
                click.echo(f"warning: {found.code} does not count today; its period is {_period(found)}")


@main.group()
def campaign() -> None:
    """Campaigns of municipalities: their codes, and what they print."""


NAMED_BOT = click.option("--bot", default="", metavar="NAME", help="Name of the bot that the links open.")


@campaign.command("list")
@NAMED_BOT
def list_(bot: str) -> None:
    """All campaigns, with their link."""
    with mistakes_in_one_line():
        from tabulate import tabulate

        import campaigns
        from bot.ops.settings import read
        from campaigns import kit

        settings = read()
        rows = []
        for found in campaigns.read(_campaigns_file(settings)).values():
            try:
                link = kit.aim(found, bot, settings.web_url).address
            except kit.NoAim:
                link = "say --bot NAME"
            rows.append((found.code, found.organisation, _period(found), link))
        click.echo(tabulate(rows, ("code", "organisation", "period", "link"), disable_numparse=True))


@campaign.command()
@click.argument("code")
@click.option("--organisation", required=True, help="Whose campaign it is.")
@click.option("--language", "languages", multiple=True, help="A language of the campaign; again for each more.")
@click.option("--default-language", help="For visitors who speak none of these.")
@click.option("--starts", type=click.DateTime(["%Y-%m-%d"]), help="First day of the code.")
@click.option("--ends", type=click.DateTime(["%Y-%m-%d"]), help="Last day of the code.")
@click.option("--colour", help="Background, as #rrggbb.")
@click.option("--logo", help="SVG or PNG, beside the campaigns file or below it.")
@click.option("--children", is_flag=True, help="Print for children; it points to De Kindertelefoon.")
@click.option("--print-run", type=int, help="How many copies are printed.")
def add(**fields: Any) -> None:
    """Write a campaign into the campaigns file; what stands there stays."""
    with mistakes_in_one_line():
        import campaigns
        from bot.ops.settings import read

        path = _campaigns_file(read())
        days = {name: fields[name].date() for name in ("starts", "ends") if fields[name]}
        campaigns.add(path, {name: value for name, value in (fields | days).items() if value})
        click.echo(f"{path}: {fields['code']} is added; write its local help below it, as in campaigns/example.toml")


@campaign.command("kit")
@click.argument("code")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to make it in.")
@NAMED_BOT
def kit_(code: str, out: Path, bot: str) -> None:
    """Make the kit of a campaign: QR code, poster, card, button, texts to share and a page."""
    with mistakes_in_one_line():
        import campaigns
        import locales
        from bot.ops.settings import WrongSetting, read
        from campaigns import kit

        settings = read()
        path = _campaigns_file(settings)
        known = campaigns.read(path)
        if code not in known:
            raise WrongSetting(f"{path.name} has no campaign {code!r}; it has {', '.join(known) or 'none'}")
        aim = kit.aim(known[code], bot, settings.web_url)
        for made in kit.make(known[code], aim, locales.read(), path.parent, out):
            click.echo(made)
        click.echo(f"All of it leads to {aim.link}. Scan the code before you print.")
        if not known[code].runs_on(_today()):
            click.echo(f"warning: the code does not count today; its period is {_period(known[code])}")
        if known[code].print_run is None:
            click.echo(f"Print at least {campaigns.FEWEST_COPIES}: counts of fewer say something about single people.")


def _write(out: Path, text: str) -> None:
    from bot.ops.settings import WrongSetting

    try:
        out.write_bytes(text.encode())
    except OSError as error:
        raise WrongSetting(f"{out}: cannot be written ({error.strerror}); give another --out") from None


def _campaigns_file(settings: Settings) -> Path:
    from bot.ops.settings import PREFIX, WrongSetting

    if settings.campaigns is None:
        raise WrongSetting(f"{PREFIX}CAMPAIGNS: say where the campaigns file is or should be, such as campaigns.toml")
    return settings.campaigns


def _today() -> date:
    from flows.helplines import AMSTERDAM

    return datetime.now(AMSTERDAM).date()


def _period(campaign: Campaign) -> str:
    period = " ".join(
        [f"from {campaign.starts}"] * bool(campaign.starts) + [f"to {campaign.ends}"] * bool(campaign.ends)
    )
    return (period or "always") + ("" if campaign.runs_on(_today()) else " (not now)")


def _usable(settings: Settings) -> Pages | None:
    """The guide as far as it can be shown, its first page tried. What is wrong is said, and stops nobody:
    without campaigns the guide is whole but for local help; without a guide there is the emergency page."""
    from bot import app
    from bot.ops.logs import LOG

    attempts = [settings, evolve(settings, campaigns=None)] if settings.campaigns else [settings]
    for attempt in attempts:
        try:
            from flows.visit import START

            pages = app.pages(attempt)
            for locale in pages.locales:
                pages.at(START, locale, "", datetime.now(UTC))
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

    from bot.ops import logs

    async def supervised() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        logs.watch(loop)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await work(stop)

    with asyncio.Runner(loop_factory=_loop()) as runner:
        runner.run(supervised())


def _loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop, which takes half the time of Python's own; that where there is no wheel of it."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
