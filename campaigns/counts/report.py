"""The report of counts for a municipality: a table in the terminal, CSV, JSON, or a page to print.

All four show the same numbers, those that `published` lets through. The table and the page are in Dutch, for the
municipality; CSV, for a spreadsheet, and JSON, for programs, have English field names.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from textwrap import fill

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from tabulate import SEPARATING_LINE, tabulate

from campaigns.counts.cells import LEAST, ROUNDED_TO, Told, first_day, rounded, totals
from campaigns.counts.noise import EPSILON, STANDARD_DEVIATION
from campaigns.schema import Campaign
from flows.answers import DANGER
from flows.steps import START_STEP, STEPS

TITLES = {
    START_STEP: "Begonnen",
    "signals": "Gelezen: signalen",
    "talk": "Gelezen: praten met kind of ouder",
    "veilig_thuis": "Gelezen: hoe je Veilig Thuis belt",
    "kindertelefoon": "Gelezen: hulp voor het kind zelf",
    DANGER: "Gelezen: hoe je 112 belt",
    "plan": "Gelezen: mijn volgende stap",
}
"""What the report calls the steps. It says "read", since nobody knows what a visitor did."""
HIDDEN = f"< {LEAST}"
NOT_TOLD = "–"
"""For a number that is made of hidden ones. It may be ten or more."""
NOTHING_TOLD = (
    f"Er is nog geen week met {LEAST} of meer starts. "
    "Een week staat hier vanaf de dinsdag erna; kleinere aantallen blijven verborgen."
)
MOSTLY_OFF, STARTS_MOSTLY_OFF = 7, 10
"""In 19 of 20 cases a published number is at most this far from the real count, as tests calculate. The starts have
noise for each language."""
ENOUGH = 100
"""Starts, before shares of them are told."""
FAR = "Hoe ver mensen komen"
EXPLAINED = (
    "Geteld is in hoeveel gesprekken iemand een stap opende. Elk gesprek telt per week en per stap één keer.",
    "De getallen zijn met opzet niet helemaal precies. Bij elk getal is door toeval iets opgeteld of afgetrokken, en "
    "daarna is het afgerond op vijf. Zo kan niemand zeker weten of één bepaald gesprek is meegeteld. "
    f"In 19 van de 20 gevallen scheelt een getal hoogstens {MOSTLY_OFF} met de echte telling, "
    f"en het aantal starts hoogstens {STARTS_MOSTLY_OFF}.",
    f"Komt een getal zo onder de {LEAST}, dan staat het er niet. De echte telling kan dan nul zijn, of net iets hoger "
    f"dan {LEAST}. Een week met minder dan {LEAST} starts staat er helemaal niet in. Heel soms staat er een week in "
    "waarin niemand begon.",
    f"Talen staan er alleen als elke taal op {LEAST} of meer komt. Een streepje is een getal dat verborgen blijft.",
    "Een totaal is de optelsom van wat er staat. Wat verborgen is, telt daarin niet mee.",
    "Wat kinderen, ouders en volwassenen over hun eigen thuis lezen, tellen we hier niet. "
    "Ook niet wat iemand kiest onder een antwoord op getypte woorden.",
    "Deze cijfers zeggen niet om hoeveel kinderen het gaat, en niet wat iemand daarna deed.",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class CampaignReport:
    """The weeks of one campaign, oldest first."""

    code: str
    name: str
    weeks: Sequence[Told]

    @property
    def totals(self) -> Mapping[str, int]:
        return totals(self.weeks)


def by_campaign(told: Sequence[Told], campaigns: Mapping[str, Campaign]) -> list[CampaignReport]:
    """A report for each campaign. A code that is no longer in the file keeps its counts."""
    found = []
    for code, weeks in groupby(told, key=lambda week: week.campaign):
        name = campaigns[code].organisation if code in campaigns else code or "Zonder campagne"
        found.append(CampaignReport(code, _plain(name), list(weeks)))
    return found


def summary(report: CampaignReport) -> str:
    """The report in a sentence or two."""
    weeks, totals = len(report.weeks), report.totals
    begun = f"In {weeks} {'week' if weeks == 1 else 'weken'} zijn ongeveer {totals[START_STEP]} gesprekken begonnen."
    read = f" In ongeveer {totals['veilig_thuis']} daarvan las iemand hoe je Veilig Thuis belt."
    return begun + (read if totals["veilig_thuis"] else "")


def how_far(reports: Sequence[CampaignReport]) -> str:
    """Where visitors get to, over all that is told here: nothing is added but numbers that stand in the report.

    It is nothing while there are few: noise would be most of it.
    """
    told = totals(week for report in reports for week in report.weeks)
    if (starts := told[START_STEP]) < ENOUGH:
        return ""
    # A chat that comes back in another week counts again for a step, but not as begun again.
    shares = {step: rounded(min(round(100 * told[step] / starts), 100)) for step in STEPS if step != START_STEP}
    parts = [f"{share} bij \u201c{TITLES[step].partition(': ')[2]}\u201d" for step, share in shares.items() if share]
    if not parts:
        return ""
    return (
        f"Samen zijn ongeveer {starts} gesprekken begonnen. Op elke 100 daarvan kwamen er ten minste ongeveer "
        f"{', '.join(parts)}. Wat verborgen is, telt niet mee. Wie ergens stopt, kan genoeg hebben gelezen: "
        "waarom iemand stopt, weet niemand."
    )


def said(week: str) -> str:
    """A week in words: its number and its days."""
    monday = first_day(week)
    sunday = monday + timedelta(days=6)
    begin = "d" if monday.month == sunday.month else "d MMM" if monday.year == sunday.year else "d MMM yyyy"
    first, last = (format_date(day, form, locale="nl") for day, form in ((monday, begin), (sunday, "d MMM yyyy")))
    return f"{int(week[6:])}: {first} – {last}"


def as_table(reports: Sequence[CampaignReport], *, width: int = 120) -> str:
    if not reports:
        return NOTHING_TOLD + "\n"
    tables = []
    for report in reports:
        rows: list[Sequence[object]] = [
            (said(week.week), *(week.steps.get(step, HIDDEN) for step in STEPS), _languages(week))
            for week in report.weeks
        ]
        rows += [SEPARATING_LINE, ("Totaal", *(report.totals[step] or NOT_TOLD for step in STEPS))]
        table = tabulate(
            rows,
            ("Week", *TITLES.values(), "Taal"),
            maxheadercolwidths=[max(map(len, title.split())) for title in ("Week", *TITLES.values(), "Taal")],
            colalign=("left", *("right" for _ in TITLES), "right"),
            disable_numparse=True,
        )
        heading = f"{report.name} ({report.code})" if report.code else report.name
        tables.append(f"{heading}\n{summary(report)}\n\n{table}\n\n")
    far = how_far(reports)
    more = [FAR, fill(far, width), ""] if far else []
    return "".join([*tables, *(f"{line}\n" for line in more), *(fill(line, width) + "\n" for line in EXPLAINED)])


def as_csv(reports: Sequence[CampaignReport]) -> str:
    """A row for each number; a hidden number is empty. No cell can run as a formula.

    Excel opens it by double click in the Netherlands: it has semicolons and a byte order mark.
    """
    out = io.StringIO()
    out.write("\ufeff")  # without it Excel assumes another encoding, and spoils Súdwest-Fryslân
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["week", "campaign", "organisation", "what", "name", "count"])
    for report in reports:
        for week in report.weeks:
            place = [week.week, _cell(report.code), _cell(report.name)]
            writer.writerows([*place, "step", step, week.steps.get(step, "")] for step in STEPS)
            writer.writerows([*place, "language", locale, count] for locale, count in week.languages.items())
    return out.getvalue()


def as_json(reports: Sequence[CampaignReport]) -> str:
    """The same rows; a hidden number is null, and unpublished languages are left out."""
    campaigns = [
        {
            "campaign": report.code,
            "organisation": report.name,
            "weeks": [
                {
                    "week": week.week,
                    "steps": {step: week.steps.get(step) for step in STEPS},
                    "languages": dict(week.languages),
                }
                for week in report.weeks
            ],
        }
        for report in reports
    ]
    noise = {
        "distribution": "two-sided geometric, for each step and for each language of a start",
        "epsilon": round(EPSILON, 2),
        "standard_deviation": round(STANDARD_DEVIATION, 2),
    }
    rules = {"noise": noise, "hidden_below": LEAST, "rounded_to": ROUNDED_TO}
    return json.dumps({"rules": rules, "campaigns": campaigns}, ensure_ascii=False, indent=2) + "\n"


def as_html(reports: Sequence[CampaignReport], made_on: date, logos: Mapping[str, str]) -> str:
    """A page to read, to hear and to print, without scripts or external resources.

    `logos` are `data:` addresses by the code of a campaign.
    """
    environment = Environment(
        loader=PackageLoader("campaigns.counts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        reports=reports,
        titles=TITLES,
        summary=summary,
        far=(FAR, how_far(reports)),
        made_on=format_date(made_on, "d MMMM yyyy", locale="nl"),
        logos=logos,
        said=said,
        languages=_languages,
        hidden=HIDDEN,
        not_told=NOT_TOLD,
        start=START_STEP,
        nothing_told=NOTHING_TOLD,
        explained=EXPLAINED,
    )


def _languages(week: Told) -> str:
    """The published shares in whole percents, the largest first."""
    told = sum(week.languages.values())
    shares = sorted(((round(100 * count / told), locale) for locale, count in week.languages.items()), reverse=True)
    return ", ".join(f"{locale} {share}%" for share, locale in shares) or NOT_TOLD


def _plain(name: str) -> str:
    """On one line, without control characters that reverse text or move a cursor."""
    return "".join(letter for letter in " ".join(name.split()) if letter.isprintable())


def _cell(text: str) -> str:
    """A spreadsheet would run a text that begins like this as a formula; after an apostrophe it stays text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
