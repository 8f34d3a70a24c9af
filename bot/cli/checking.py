"""`check`, `doctor`, `verify`, `chart`, `pages`, `changes`, `listen`: what the guide and this copy of it look like."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from bot.cli.terminal import FILE, OUT, campaigns_file, complain, today, write
from bot.ops import logs, signatures
from bot.ops.settings import PREFIX, Settings, WrongSetting, doubts, read

if TYPE_CHECKING:
    from bot.chat.pages import Pages
    from flows.guide import Guide


@click.command()
@click.option("--helplines", "lines", is_flag=True, help="Instead, list whom to call, and whom only to read about.")
def check(*, lines: bool) -> None:
    """Check the map, words, helplines, campaigns and settings, and name each fault in one line."""
    from bot import app
    from bot.chat import page_proofs
    from campaigns import BrokenCampaigns
    from flows import helplines

    if lines:
        click.echo(_to_check())
        return
    settings = read()
    faults = []
    try:
        pages = app.pages(settings)
    except BrokenCampaigns as broken:
        faults += broken.faults
        pages = app.pages(evolve(settings, campaigns=None))
    in_words = _faults_in_words(pages.guide)
    every = [] if in_words else page_proofs.sheets(pages)  # pages can be made only when their words and the map hold
    faults += in_words or page_proofs.faults(pages, every)
    faults += [*_facts(), *_faults_in_print(pages, settings)]
    for line in faults:
        complain(line)
    for line in _warnings(settings, pages):
        click.echo(f"warning: {line}")
    if faults:
        sys.exit(1)
    for line in page_proofs.tall_local_help(pages, every):
        click.echo(f"warning: {line}")
    click.echo(page_proofs.how_many_fit(pages, every))
    click.echo(
        f"all good: {len(pages.guide.screens)} screens, {len(pages.guide.reachable)} visits, "
        f"{', '.join(pages.locales)}; {len(helplines.HELPLINES)} helplines; campaigns: {len(pages.campaigns)}"
    )


def _to_check() -> str:
    """The helplines, for a person who checks them. Nobody calls 112 or 113 to try them."""
    from tabulate import tabulate

    from flows.helplines import HELPLINES

    rows = []
    for line in HELPLINES.values():
        call = "do not call" if line.is_for_emergencies else line.number
        rows.append((line.name, call, line.site, line.confirmed_on or "not yet"))
    listed = tabulate(rows, ("helpline", "call", "or only read", "called on"), disable_numparse=True)
    return f"{listed}\nTell the makers the day of each: SECURITY.md has their address."


def _faults_in_words(guide: Guide) -> list[str]:
    import locales
    from flows import answers, offer_proofs, proofs
    from listening import listener

    of_guide = [*proofs.faults(guide), *answers.faults(guide), *offer_proofs.faults(guide)]
    return [*locales.faults(), *of_guide, *listener.faults()]


def _faults_in_print(pages: Pages, settings: Settings) -> Iterator[str]:
    from campaigns import kit

    for campaign in pages.campaigns.values():
        try:
            kit.check(campaign, pages.locales, campaigns_file(settings).parent, settings.web_url)
        except kit.CannotMake as fault:
            yield f"{campaign.code}: {fault}"


def _facts() -> Iterator[str]:
    """Where docs/facts.md, from which people work, says another number or hour than visitors read."""
    import flows
    from bot.chat.page_proofs import NUMBER
    from flows.helplines import HELPLINES

    paper = Path(flows.__file__).parents[1] / "docs" / "facts.md"
    if not paper.exists():  # only a copy of the sources has it
        return
    text = paper.read_text("utf-8-sig")
    known_hours = [line.hours for line in HELPLINES.values() if line.hours]
    hours = {f"{each.opens:%H.%M}–{each.closes:%H.%M}".replace("–0", "–").removeprefix("0") for each in known_hours}
    for said, known in (
        (set(NUMBER.findall(text)), {line.number for line in HELPLINES.values() if line.number}),
        (set(re.findall(r"\b\d+\.\d\d–\d+\.\d\d\b", text)), hours),
    ):
        yield from (f"docs/facts.md: says {other}, which no helpline has" for other in sorted(said - known))
        yield from (f"docs/facts.md: does not say {other}" for other in sorted(known - said))


def _warnings(settings: Settings, pages: Pages) -> Iterator[str]:
    from campaigns import colour
    from flows import helplines

    yield from doubts()
    for campaign in pages.campaigns.values():
        if campaign.has_ended(today()):
            yield f"{campaign.code} ended on {campaign.ends}: its code now opens the guide without its local help"
        for doubt in colour.doubts(campaign.colour):
            yield f"{campaign.code}: {doubt}"
    how = "`check --helplines` says whom to call"
    for line in helplines.stale(today()):
        yield f"{line.name} was last checked on {line.last_checked}; {how}"
    if unconfirmed := helplines.unconfirmed():
        yield f"helplines that nobody called yet: {len(unconfirmed)}; before a launch: {how}"
    if not settings.operator:
        yield f"{PREFIX}OPERATOR is empty; visitors cannot see who runs this copy"


@click.command()
def doctor() -> None:
    """Examine this copy: token, updates, clock, database, shared memory. Names what is wrong and the fix."""
    import locales
    from bot.doctor import examine
    from bot.doctor.findings import Installation, State, table

    logs.begin("ERROR")
    found = asyncio.run(examine(Installation(read(), locales.read(), partial(datetime.now, UTC))))
    click.echo(table(found))
    if any(finding.state is State.WRONG for finding in found.values()):
        sys.exit(1)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--signers", type=click.Path(path_type=Path), help="Their keys; by default those of this version.")
def verify(folder: Path, signers: Path | None) -> None:
    """Verify that the files of a release in FOLDER were signed by its makers."""
    try:
        names = signatures.check_release(folder, signers or signatures.RELEASE_SIGNERS)
    except signatures.NotSigned as fault:
        complain(f"watkanikdoen: {fault}")
        sys.exit(1)
    click.echo(f"signed and unchanged: {', '.join(names)}")


@click.command()
@OUT
def chart(out: Path | None) -> None:
    """Draw the map as mermaid flowcharts."""
    from flows.chart import chart as drawn
    from flows.map import guide

    write(out, drawn(guide()))


@click.command()
@OUT
def pages(out: Path | None) -> None:
    """List every page as visitors read it, for `changes`."""
    from bot import app
    from bot.chat import page_changes

    write(out, json.dumps(page_changes.lines_of(app.pages(read())), ensure_ascii=False, indent=1))


@click.command()
@click.argument("former", type=FILE)
def changes(former: Path) -> None:
    """Show what visitors read differently from the pages in FORMER, which `pages` listed."""
    import msgspec

    from bot import app
    from bot.chat import page_changes

    try:
        before = msgspec.json.decode(former.read_bytes(), type=dict[str, page_changes.Lines])
    except ValueError:
        raise WrongSetting(f"{former}: is not what `watkanikdoen pages` lists") from None
    found = list(page_changes.changes(before, page_changes.lines_of(app.pages(read()))))
    click.echo("\n".join(found) or "visitors read the same")


@click.command()
@click.argument("text")
def listen(text: str) -> None:
    """Show how typed words are understood: how sure, the likeliest routes, and the screens found. Nothing is kept."""
    from listening import listener

    listens = listener.read()
    heard = listens.hear(text)
    click.echo(f"{heard.certainty}: {', '.join(heard.routes) or heard.language}")
    for route in heard.routes:
        click.echo(f"  {heard.shares[route]:4.0%} {route}, by: {', '.join(listens.why(text, route)) or 'nothing'}")
    for screen, likeness in listens.near(text):
        click.echo(f"  {likeness:.2f} screen {screen}")
