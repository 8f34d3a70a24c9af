"""`stats`, `site`, `campaign` and `dossier`: what leaves this copy for others to read, host or print."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.terminal import FILE, FOLDER, OUT, campaigns_file, complain, period, today, write
from bot.ops.settings import Settings, WrongSetting, read
from bot.ops.version import VERSION

if TYPE_CHECKING:
    from campaigns import Campaign
    from web.edition import Edition

NAMED_BOT = click.option("--bot", default="", metavar="NAME", help="Name of the bot that the links open.")


@click.command()
@click.option("--campaign", metavar="CODE", help="Only this one.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "html"]), default="table", show_default=True
)
@OUT
def stats(campaign: str | None, form: str, out: Path | None) -> None:
    """Show the counts of weeks that are over. All are a little inexact on purpose; small ones stay hidden."""
    import campaigns
    from campaigns.counts import cells, report, store

    settings = read()
    known = campaigns.read(settings.campaigns) if settings.campaigns else {}
    kept = asyncio.run(store.read(settings.database))
    if file := store.missing_file(settings.database):
        complain(f"warning: {file} is not there: nothing was counted yet, or the bot's STATE_DIR is another folder")
    reports = report.by_campaign(cells.published(kept, datetime.now(UTC), campaign), known)
    if form == "html":
        written = report.as_html(reports, today(), _logos(settings, known.values()))
    else:
        written = {"table": report.as_table, "csv": report.as_csv, "json": report.as_json}[form](reports)
    if campaign and campaign not in known:
        there_are = ", ".join(known) or "none"
        complain(f"warning: the campaigns file has no campaign {campaign!r}; it has {there_are}")
    if out is None:
        click.echo(written if form == "table" else written.encode(), nl=False)
    else:
        write(out, written)


def _logos(settings: Settings, campaigns: Iterable[Campaign]) -> dict[str, str]:
    """Those for the report, which needs none: one that cannot be read is named and left out."""
    from campaigns import kit

    found = {}
    for each in campaigns:
        try:
            found[each.code] = kit.embedded_logo(each, campaigns_file(settings).parent)
        except kit.CannotMake as fault:
            complain(f"warning: {each.code}: {fault}")
    return {code: address for code, address in found.items() if address}


@click.group()
def site() -> None:
    """The guide as web pages that any host can serve."""


@site.command()
@click.option("--out", required=True, type=FOLDER, help="Folder to build in.")
@click.option("--campaign", "codes", multiple=True, help="Also build the edition of this campaign, in a folder of it.")
@click.option("--bot", default="", help="Name of the bot on Telegram; adds a link to it.")
@click.option("--theme", type=click.Path(dir_okay=False, path_type=Path), help="CSS with tokens of your own.")
@click.option("--no-index", is_flag=True, help="Ask search engines to leave all pages out.")
@click.option("--review", is_flag=True, help="Also build the review book, for signing off the words.")
def build(*, out: Path, codes: tuple[str, ...], bot: str, theme: Path | None, no_index: bool, review: bool) -> None:
    """Write the whole guide as static pages."""
    from bot import app
    from campaigns import kit
    from web import site as made
    from web.edition import Edition

    settings = read()
    pages = app.pages(settings)
    plain = Edition(
        pages.guide,
        pages.locales,
        None,
        pages.operator,
        kit.bot_name(bot),
        no_index,
        settings.accessibility_url,
        has_list=settings.official is not None,
    )
    editions = [plain, *(replace(plain, campaign=made.chosen(pages.campaigns, code)) for code in dict.fromkeys(codes))]
    book = made.review_book(plain) if review else []
    contact = made.security_txt(settings.security_contact, today())
    more: list[tuple[str, str | bytes]] = [*book, *contact, *_official(settings, plain)]
    for edition in editions:
        if edition.campaign:
            more += made.logo_of(edition, kit.logo(edition.campaign, campaigns_file(settings).parent))
    count = made.build(out, editions, theme=made.tokens(theme), more=more)
    click.echo(f"{count} pages in {out}; open {out / 'index.html'}")
    for found in (edition.campaign for edition in editions if edition.campaign):
        if not found.runs_on(today()):
            click.echo(f"warning: {found.code} is not valid today; its period is {period(found)}")


def _official(settings: Settings, edition: Edition) -> list[tuple[str, str | bytes]]:
    """The page by which people can tell an imitation, if there is a signed list."""
    from msgspec import structs

    from bot.ops import official
    from web.genuine import page

    if settings.official is None:
        return []
    listed = official.read(settings.official)
    files = {file.name: file.read_bytes() for file in official.files(settings.official)}
    return page(edition, **structs.asdict(listed), files=files)


@click.group()
def campaign() -> None:
    """Campaigns of municipalities: their codes, and what they print."""


@campaign.command("list")
@NAMED_BOT
def list_(bot: str) -> None:
    """All campaigns, with their link."""
    from tabulate import tabulate

    import campaigns
    from campaigns import kit

    settings = read()
    rows = []
    for found in campaigns.read(campaigns_file(settings)).values():
        try:
            link = kit.aim(found, bot, settings.web_url).address
        except kit.NoAim:
            link = "say --bot NAME"
        now = "" if found.runs_on(today()) else " (not now)"
        rows.append((found.code, found.organisation, f"{period(found)}{now}", link))
    click.echo(tabulate(rows, ("code", "organisation", "period", "link"), disable_numparse=True))


@campaign.command()
@click.argument("code")
@click.option("--organisation", required=True, help="Whose campaign it is.")
@click.option("--short", help="A shorter name of it, for the first page.")
@click.option("--language", "languages", multiple=True, help="A language of the campaign; again for each more.")
@click.option("--default-language", help="For visitors who speak none of these.")
@click.option("--starts", type=click.DateTime(["%Y-%m-%d"]), help="First day of the code.")
@click.option("--ends", type=click.DateTime(["%Y-%m-%d"]), help="Last day of the code.")
@click.option("--colour", help="Background, as #rrggbb.")
@click.option("--logo", help="SVG or PNG, beside the campaigns file or below it.")
@click.option("--children", is_flag=True, help="Print for children; it points to De Kindertelefoon.")
@click.option("--print-run", type=int, help="How many copies are printed.")
def add(**fields: Any) -> None:
    """Add a campaign to the campaigns file, and change nothing else in it."""
    import campaigns

    path = campaigns_file(read())
    days = {name: fields[name].date() for name in ("starts", "ends") if fields[name]}
    campaigns.add(path, {name: value for name, value in (fields | days).items() if value})
    click.echo(f"{path}: {fields['code']} is added; write its local help below it, as in {campaigns.EXAMPLE}")


@campaign.command("kit")
@click.argument("code")
@click.option("--out", required=True, type=FOLDER, help="Folder to make it in.")
@NAMED_BOT
def kit_(code: str, out: Path, bot: str) -> None:
    """Make the kit of a campaign: codes, posters, cards, stickers, pictures, pages and texts to share."""
    import campaigns
    import locales
    from campaigns import colour, kit

    settings = read()
    path = campaigns_file(settings)
    known = campaigns.read(path)
    if code not in known:
        raise WrongSetting(f"{path.name} has no campaign {code!r}; it has {', '.join(known) or 'none'}")
    aim = kit.aim(known[code], bot, settings.web_url)
    made = kit.make(known[code], aim, locales.read(), path.parent, out)
    click.echo(f"{len(made)} files in {out}")
    click.echo(f"See all of it at once: {out / 'index.html'}")
    click.echo(f"The codes lead to {aim.link}, those for children to De Kindertelefoon. Scan them before you print.")
    if not known[code].runs_on(today()):
        click.echo(f"warning: the code is not valid today; its period is {period(known[code])}")
    for doubt in colour.doubts(known[code].colour):
        click.echo(f"warning: {doubt}")
    if known[code].print_run is None:
        click.echo(f"Print at least {campaigns.FEWEST_COPIES}: counts of fewer say something about single people.")


@click.command()
@click.option("--out", required=True, type=FOLDER, help="Folder to write in.")
@click.option(
    "--answers",
    type=FILE,
    help="What only the municipality knows; otherwise antwoorden.toml in that folder, which the first run writes.",
)
@click.option("--proof", type=FILE, help="Which tests passed: the file of the release that ends in .proof.json.")
@click.option("--final", is_flag=True, help="Refuse while an answer is missing, or this is no release.")
def dossier(*, out: Path, answers: Path | None, proof: Path | None, final: bool) -> None:
    """Write the papers, in Dutch, that a municipality needs before it can say yes."""
    from bot import dossier as papers
    from bot.dossier.proof import read as read_proof
    from web import site as pages

    settings = read()
    to_fill_in = out / papers.TEMPLATE.name
    given = answers or (to_fill_in if to_fill_in.exists() else papers.TEMPLATE)
    proven = read_proof(proof, VERSION) if proof else None
    made = papers.make(settings, papers.read_answers(given), today(), proven)
    if final:
        made.refuse_unless_final()
    security = [(Path(name).name, text) for name, text in pages.security_txt(settings.security_contact, today())]
    files = [*made.files.items(), *security]
    if given == papers.TEMPLATE:
        files.append((papers.TEMPLATE.name, papers.TEMPLATE.read_text("utf-8")))
    with suppress(OSError):  # `write` names what is wrong
        out.mkdir(parents=True, exist_ok=True)
    for name, text in files:
        write(out / name, text)
    click.echo(f"{len(files)} files in {out}; begin with {out / papers.PAPERS[0]}.md")
    for name in made.unanswered:
        click.echo(f"not answered yet: {name}")
    if made.lacking:
        click.echo(f"warning: this is no release: {' and '.join(made.lacking)}")
