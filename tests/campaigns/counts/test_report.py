"""The report as a civil servant gets it: in the terminal, a spreadsheet, a machine, and on paper."""

import codecs
import csv
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe  # it ships no types
from click.testing import CliRunner, Result
from playwright.async_api import Browser

from bot.cli import main
from bot.ops.settings import PREFIX
from campaigns import EXAMPLE, Campaign
from campaigns.counts.cells import Cell, Told, published, week_of
from campaigns.counts.report import TITLES, CampaignReport, as_csv, as_html, as_json, as_table, by_campaign, how_far
from flows.steps import START_STEP, STEPS
from tests.support import markup
from tests.support.databases import Database

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
NASTY = [
    "<script>alert(1)</script>",
    "=cmd()|' /C calc'!A0",
    "+31 6",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "Gemeente\nEen,tweede\r\n=regel",
    "Gemeente;=1+1",
    "Gemeente \u202eedasrev\u202c",
    '"><img src=x onerror=alert(1)>',
    "[bold]vet[/bold] \x1b[31mrood",
]


def counts(code: str = "voorbeeldstad", week: str = "2026-W46") -> dict[Cell, int]:
    steps = {"signals": 52, "talk": 31, "veilig_thuis": 48, "kindertelefoon": 9, "danger": 3, "plan": 21}
    starts = {"nl": 103, "en": 22}
    return {Cell(week, "step", "start", code, locale): n for locale, n in starts.items()} | {
        Cell(week, "step", step, code): n for step, n in steps.items()
    }


def the_reports(
    organisation: str = "Gemeente Voorbeeldstad", kept: dict[Cell, int] | None = None
) -> list[CampaignReport]:
    campaign = Campaign(code="voorbeeldstad", organisation=organisation)
    return by_campaign(published(kept or counts(), NOW), {"voorbeeldstad": campaign})


def in_a_spreadsheet(text: str) -> list[list[str]]:
    """The cells as a double click shows them in the Netherlands: without its mark Excel reads another encoding."""
    written = text.encode()
    read = written.decode("utf-8-sig" if written.startswith(codecs.BOM_UTF8) else "cp1252")
    return list(csv.reader(io.StringIO(read), delimiter=";"))


def test_the_table_says_what_was_reached_and_hides_what_is_small() -> None:
    said = as_table(the_reports())
    assert "Gemeente Voorbeeldstad (voorbeeldstad)" in said
    assert re.search(r"46: 9 – 15 nov 2026 +125 +50 +30 +50 +< 10 +< 10 +20 +nl 84%, en 16%", said)
    assert re.search(r"Totaal +125 +50 +30 +50 +– +– +20", said)
    assert "\x1b" not in said


def test_without_a_week_to_tell_all_forms_say_so_or_are_empty() -> None:
    assert "nog geen week" in as_table([])
    assert "nog geen week" in as_html([], NOW.date(), {})
    assert in_a_spreadsheet(as_csv([])) == [["week", "campaign", "organisation", "what", "name", "count"]]
    assert json.loads(as_json([]))["campaigns"] == []


def test_a_spreadsheet_shows_letters_as_they_are() -> None:
    rows = in_a_spreadsheet(as_csv(the_reports("Gemeente Súdwest-Fryslân")))
    assert {row[2] for row in rows[1:]} == {"Gemeente Súdwest-Fryslân"}


class Cells(HTMLParser):
    """The text of every cell of a body of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, _: object) -> None:
        self._inside = tag == "td"

    def handle_endtag(self, _: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)


def test_all_forms_tell_the_same_numbers() -> None:
    """So that nothing can be concluded from one that the other hides."""
    made = the_reports(kept=counts() | counts(week="2026-W45") | {Cell("2026-W45", "step", "talk", "voorbeeldstad"): 4})
    as_data = json.loads(as_json(made))["campaigns"][0]["weeks"]
    in_json = [["" if n is None else str(n) for n in week["steps"].values()] for week in as_data]
    rows = [row for row in in_a_spreadsheet(as_csv(made)) if row[3] == "step"]
    in_csv = [[row[-1] for row in rows if row[0] == week] for week in ("2026-W45", "2026-W46")]
    page = Cells()
    page.feed(as_html(made, NOW.date(), {}))
    width = len(STEPS) + 1
    in_html = [["" if n == "< 10" else n for n in page.found[at : at + len(STEPS)]] for at in (0, width)]
    assert in_json == in_csv == in_html
    assert [week["languages"] for week in as_data] == [{"en": 20, "nl": 105}] * 2


def test_a_reader_is_told_that_numbers_are_inexact_and_by_how_much() -> None:
    """G33: `test_adversary.py` calculates the figures."""
    for text in (as_table(the_reports(), width=10_000), as_html(the_reports(), NOW.date(), {})):
        assert "met opzet niet helemaal precies" in text
        assert "hoogstens 7 met de echte telling, en het aantal starts hoogstens 10" in text
    rules = json.loads(as_json(the_reports()))["rules"]
    assert (rules["hidden_below"], rules["rounded_to"]) == (10, 5)
    assert (rules["noise"]["epsilon"], rules["noise"]["standard_deviation"]) == (0.51, 2.74)


@pytest.mark.parametrize("name", NASTY)
def test_a_name_of_a_campaign_runs_nothing(name: str) -> None:
    """F33: no tag in the page, no formula in the spreadsheet, no line of its own, nothing that turns the text."""
    made = the_reports(name)
    page, table, sheet = as_html(made, NOW.date(), {}), as_table(made), as_csv(made)
    assert "<script" not in page
    assert "<img" not in page
    markup.document(page)
    rows = in_a_spreadsheet(sheet)
    assert {len(row) for row in rows} == {6}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert all(row[0].startswith("2026-W") for row in rows[1:])
    for text in (page, table, sheet, as_json(made)):
        assert "\u202e" not in text
        assert "\x1b" not in text
    assert re.search(r"^ *46: 9 – 15 nov", table, re.MULTILINE)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = as_html(the_reports(), NOW.date(), {})
    assert not re.search(r"<script|<link|<iframe|@import|url\(|https?://|\son\w+=", page)
    assert re.search(r'<svg [^>]*role="img"[^>]*>\s*<title id="chart-1">[^<]+</title>\s*<desc id="about-1">', page)


@pytest.mark.asyncio(loop_scope="session")
async def test_the_page_is_accessible_and_prints_on_paper(tmp_path: Path, browser: Browser) -> None:
    """In Chromium, wide and narrow, by axe-core; the table scrolls by itself and the page never sideways."""
    kept = {cell: n for weeks in range(2, 15) for cell, n in counts(week=week_of(NOW - timedelta(weeks=weeks))).items()}
    file = tmp_path / "report.html"
    file.write_text(as_html(the_reports(kept=kept), NOW.date(), {}), "utf-8")
    page = await browser.new_page()
    await page.goto(file.as_uri())
    for width in (360, 1200):
        await page.set_viewport_size({"width": width, "height": 800})
        found = await Axe().run(page)
        assert found.response["violations"] == []
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = await page.pdf(prefer_css_page_size=True)
    await page.close()
    assert len(re.findall(rb"/Type /Page\b", paper)) <= 2


# As an operator asks for it


def stats(address: str, *arguments: str) -> Result:
    settings = {"DATABASE_URL": address, "CAMPAIGNS": str(EXAMPLE)}
    environment = {f"{PREFIX}{name}": value for name, value in settings.items()}
    with ThreadPoolExecutor(1) as beside:  # it has an event loop of its own
        return beside.submit(CliRunner().invoke, main, ["stats", *arguments], env=environment).result()


async def test_stats_tells_weeks_that_are_over_and_of_one_campaign_alone(database: Database, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    weeks = [week_of(now - timedelta(weeks=n)) for n in (3, 2, 0)]
    kept = {cell: n for w in weeks for c in ("voorbeeldstad", "") for cell, n in counts(c, w).items()}
    await database.keep(kept, dict.fromkeys(kept, 0))
    told = json.loads(stats(database.address, "--format", "json").stdout)["campaigns"]
    assert [(one["campaign"], [week["week"] for week in one["weeks"]]) for one in told] == [
        ("", weeks[:2]),
        ("voorbeeldstad", weeks[:2]),
    ]
    alone = json.loads(stats(database.address, "--format", "json", "--campaign", "voorbeeldstad").stdout)["campaigns"]
    assert alone == told[1:]
    for form in ("csv", "html", "table"):
        file = tmp_path / form
        asked = stats(database.address, "--format", form, "--out", str(file))
        assert (asked.exit_code, asked.stdout, asked.stderr) == (0, "", "")
        assert "Gemeente Voorbeeldstad" in file.read_text("utf-8")


async def test_stats_before_anything_was_counted_is_no_mistake(database: Database) -> None:
    asked = stats(database.address)
    assert asked.exit_code == 0
    assert "nog geen week" in asked.stdout


@pytest.mark.parametrize("address", ["postgresql://gids:geheim@127.0.0.1:1/counts", "sqlite:////"])
def test_a_database_that_cannot_be_read_is_one_line_without_its_password(address: str) -> None:
    asked = stats(address)
    assert asked.exit_code == 78
    assert len(asked.stderr.splitlines()) == 1
    assert asked.stderr.startswith("watkanikdoen: the counts cannot be read from ")
    assert "geheim" not in asked.stderr


def test_every_step_has_a_title_that_says_read_and_never_that_somebody_called() -> None:
    assert set(TITLES) == set(STEPS)
    assert all(title.startswith("Gelezen: ") for step, title in TITLES.items() if step != START_STEP)


def test_the_page_says_first_what_it_comes_to_when_it_was_made_and_whose_it_is() -> None:
    page = as_html(the_reports(), date(2026, 11, 24), {"voorbeeldstad": "data:image/png;base64,AAAA"})
    assert "In 1 week zijn ongeveer 125 gesprekken begonnen." in page
    assert "In ongeveer 50 daarvan las iemand hoe je Veilig Thuis belt." in page
    assert "Gemaakt op 24 november 2026" in page
    assert 'src="data:image/png;base64,AAAA" alt="Logo van Gemeente Voorbeeldstad"' in page
    hidden = counts() | {Cell("2026-W46", "step", "veilig_thuis", "voorbeeldstad"): 3}
    assert "las iemand" not in as_html(the_reports(kept=hidden), NOW.date(), {})


def test_how_far_visitors_get_is_said_of_all_campaigns_by_numbers_that_stand_there() -> None:
    both = published(counts() | counts(code="bibliotheek"), NOW)
    reports = by_campaign(both, {})
    said = how_far(reports)
    assert "ongeveer 250 gesprekken begonnen" in said
    assert (
        "40 bij “signalen”, 25 bij “praten met kind of ouder”, 40 bij “hoe je Veilig Thuis belt”, 15 bij “mijn" in said
    )
    assert "112" not in said  # in no week ten or more
    for form in (as_table(reports, width=10_000), as_html(reports, NOW.date(), {})):
        assert "Hoe ver mensen komen" in form
        assert said in form
    shown = {n for week in both for n in week.steps.values()}
    noisier = {cell: n + (2 if n in {48, 103} else 0) for cell, n in counts().items()}  # to the same published numbers
    assert {n for week in published(noisier, NOW) for n in week.steps.values()} == shown
    assert how_far(the_reports(kept=noisier)) == how_far(the_reports())


def test_of_a_hundred_chats_no_more_than_a_hundred_came_anywhere() -> None:
    """Who comes back in a later week is counted there for each step, but has begun before."""
    told = [
        Told("2026-W45", "voorbeeldstad", {"start": 100, "signals": 40}, {}),
        Told("2026-W46", "voorbeeldstad", {"start": 10, "signals": 100}, {}),
    ]
    assert "ten minste ongeveer 100 bij “signalen”" in how_far(by_campaign(told, {}))


def test_of_few_starts_no_share_is_said() -> None:
    few = {cell: n // 2 for cell, n in counts().items()}
    assert the_reports(kept=few)
    assert how_far(the_reports(kept=few)) == ""
    assert "Hoe ver mensen komen" not in as_table(the_reports(kept=few))
    assert "Hoe ver mensen komen" not in as_html(the_reports(kept=few), NOW.date(), {})
