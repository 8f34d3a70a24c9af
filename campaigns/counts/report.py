"""The report of counts for a municipality: as a table in the terminal, CSV, JSON, or a page to print.

All four show the same numbers, those that `published` lets through. Tables and the page speak Dutch, to whoever
gave the code; CSV and JSON name their fields in English. CSV is for a spreadsheet, JSON for a machine.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from textwrap import fill

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from tabulate import SEPARATING_LINE, tabulate

from campaigns.counts.cells import LEAST, Told, first_day, totals
from campaigns.schema import Campaign
from flows.helplines import SPOKEN
from flows.steps import START_STEP, STEPS
from locales import Locales

HIDDEN = f"< {LEAST}"
NOT_TOLD = "–"
"""Where a number is missing since what it is made of is hidden: it may well be ten or more."""
NOTHING_TOLD = (
    f"Er is nog geen week met {LEAST} of meer starts. "
    "Een week staat hier vanaf de dinsdag erna; kleinere aantallen blijven verborgen."
)
EXPLAINED = (
    "Geteld is in hoeveel gesprekken iemand een stap opende. Elk gesprek telt per week en per stap één keer.",
    f"Aantallen zijn afgerond op vijf. Minder dan {LEAST} staat er niet: dat kan ook nul zijn. "
    f"Een week met minder dan {LEAST} starts staat er helemaal niet in.",
    f"Talen staan er alleen als elke taal {LEAST} of meer starts had. Een streepje is een getal dat verborgen blijft.",
    "Een totaal is de optelsom van wat er staat. In het echt is het vaak iets meer.",
    "Wat kinderen, ouders en volwassenen over hun eigen thuis lezen, tellen we hier niet. "
    "Ook niet wat iemand kiest onder een antwoord op getypte woorden.",
    "Deze cijfers zeggen niet om hoeveel kinderen het gaat, en niet wat iemand daarna deed.",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Sheet:
    """The weeks of one campaign, oldest first, with what to call things."""

    code: str
    name: str
    weeks: Sequence[Told]

    @property
    def totals(self) -> Mapping[str, int]:
        return totals(self.weeks)


def sheets(told: Sequence[Told], campaigns: Mapping[str, Campaign]) -> list[Sheet]:
    """One for each campaign. A code that is no longer in the file keeps its counts."""
    found = []
    for code, weeks in groupby(told, key=lambda week: week.campaign):
        name = campaigns[code].organisation if code in campaigns else code or "Zonder campagne"
        found.append(Sheet(code, _plain(name), list(weeks)))
    return found


def titles(locales: Locales) -> dict[str, str]:
    """The steps as the guide calls them."""
    return {step: locales.choose(None).say(title, **SPOKEN) for step, title in STEPS.items()}


def said(week: str) -> str:
    """A week as people say it: its number and its days."""
    monday = first_day(week)
    sunday = monday + timedelta(days=6)
    begin = "d" if monday.month == sunday.month else "d MMM" if monday.year == sunday.year else "d MMM yyyy"
    first, last = (format_date(day, form, locale="nl") for day, form in ((monday, begin), (sunday, "d MMM yyyy")))
    return f"{int(week[6:])}: {first} – {last}"


def as_table(sheets: Sequence[Sheet], locales: Locales, *, width: int = 120) -> str:
    if not sheets:
        return NOTHING_TOLD + "\n"
    named = titles(locales)
    tables = []
    for sheet in sheets:
        rows: list[Sequence[object]] = [
            (said(week.week), *(week.steps.get(step, HIDDEN) for step in STEPS), _languages(week))
            for week in sheet.weeks
        ]
        rows += [SEPARATING_LINE, ("Totaal", *(sheet.totals[step] or NOT_TOLD for step in STEPS))]
        table = tabulate(
            rows,
            ("Week", *named.values(), "Taal"),
            maxheadercolwidths=[max(map(len, title.split())) for title in ("Week", *named.values(), "Taal")],
            colalign=("left", *("right" for _ in named), "right"),
            disable_numparse=True,
        )
        heading = f"{sheet.name} ({sheet.code})" if sheet.code else sheet.name
        tables.append(f"{heading}\n\n{table}\n\n")
    return "".join([*tables, *(fill(line, width) + "\n" for line in EXPLAINED)])


def as_csv(sheets: Sequence[Sheet]) -> str:
    """A row for each number; what is hidden has an empty count. Opens in a spreadsheet without running anything.

    As a double click opens it in the Netherlands: with semicolons, and behind the mark of UTF-8.
    """
    out = io.StringIO()
    out.write("\ufeff")  # or Excel would take it for another encoding, and spoil Súdwest-Fryslân
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["week", "campaign", "organisation", "what", "name", "count"])
    for sheet in sheets:
        for week in sheet.weeks:
            place = [week.week, _cell(sheet.code), _cell(sheet.name)]
            writer.writerows([*place, "step", step, week.steps.get(step, "")] for step in STEPS)
            writer.writerows([*place, "language", locale, count] for locale, count in week.languages.items())
    return out.getvalue()


def as_json(sheets: Sequence[Sheet]) -> str:
    """As CSV; what is hidden is null, and languages that are not told are not there."""
    campaigns = [
        {
            "campaign": sheet.code,
            "organisation": sheet.name,
            "weeks": [
                {
                    "week": week.week,
                    "steps": {step: week.steps.get(step) for step in STEPS},
                    "languages": dict(week.languages),
                }
                for week in sheet.weeks
            ],
        }
        for sheet in sheets
    ]
    rules = {"hidden_below": LEAST, "rounded_to": 5}
    return json.dumps({"rules": rules, "campaigns": campaigns}, ensure_ascii=False, indent=2) + "\n"


def as_html(sheets: Sequence[Sheet], locales: Locales) -> str:
    """A page without scripts or anything from elsewhere, to read, to hear and to print."""
    environment = Environment(
        loader=PackageLoader("campaigns.counts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        sheets=sheets,
        titles=titles(locales),
        said=said,
        languages=_languages,
        drawn=drawn,
        hidden=HIDDEN,
        not_told=NOT_TOLD,
        start=START_STEP,
        nothing_told=NOTHING_TOLD,
        explained=EXPLAINED,
    )


@dataclass(frozen=True)
class Bar:
    """One step in the chart, in pixels."""

    title: str
    count: int
    top: int
    width: float


def drawn(sheet: Sheet, titles: Mapping[str, str], width: int = 210, height: int = 30) -> list[Bar]:
    """The totals of a campaign as bars under one another, the longest `width` wide."""
    longest = max(sheet.totals.values())
    return [
        Bar(titles[step], count, n * height, round(width * count / longest, 1))
        for n, (step, count) in enumerate(sheet.totals.items())
    ]


def _languages(week: Told) -> str:
    """The shares in whole percents of what is told, the largest first."""
    told = sum(week.languages.values())
    shares = sorted(((round(100 * count / told), locale) for locale, count in week.languages.items()), reverse=True)
    return ", ".join(f"{locale} {share}%" for share, locale in shares) or NOT_TOLD


def _plain(name: str) -> str:
    """On one line, without what turns the direction of text or moves a cursor."""
    return "".join(letter for letter in " ".join(name.split()) if letter.isprintable())


def _cell(text: str) -> str:
    """A spreadsheet takes what begins like this for a formula; behind an apostrophe it is text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
