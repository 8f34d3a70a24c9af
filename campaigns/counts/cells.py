"""The counts, and which of them may be published.

Weekly totals and nothing else: no person, no hash of one, no time finer than the week. `bot/counting/tally.py` adds to
them, `store.py` stores them and reads them with noise, and `stats` shows only what `published` lets through.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaigns.schema import Campaign
from flows.helpline import AMSTERDAM
from flows.steps import START_STEP, STEPS

LEAST = 10
"""The smallest noisy count that is told."""

ROUNDED_TO = 5

WRITTEN_UNTIL = timedelta(hours=12)
TOLD_FROM = timedelta(hours=24)
"""After the end of a week. In between nobody writes it and nobody reads it, so that no slow write, and no clock
that is hours off, can change a week that has been told."""


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """What is counted. Only a step has a campaign, and only a start has a language."""

    week: str
    kind: str
    name: str
    campaign: str = ""
    locale: str = ""


def countable(now: datetime, campaigns: Iterable[Campaign], languages: Iterable[str]) -> Iterator[Cell]:
    """Every step that may be counted at this moment. It depends on the clock and the campaigns, and on no visitor."""
    today = now.astimezone(AMSTERDAM).date()
    locales = list(languages)
    for code in ("", *(campaign.code for campaign in campaigns if campaign.runs_on(today))):
        for step in STEPS:
            for locale in locales if step == START_STEP else ("",):
                yield Cell(week_of(now), "step", step, code, locale)


@dataclass(frozen=True)
class Batch:
    """Counts for one transaction. Its id is written too, so that a second attempt adds nothing twice.

    It holds every countable step, also at zero: for each the first batch of a week draws noise.
    """

    id: str
    counts: dict[Cell, int]


def week_of(moment: datetime) -> str:
    """The ISO week in the Netherlands, such as 2026-W48. Sorts as text."""
    year, week, _ = moment.astimezone(AMSTERDAM).isocalendar()
    return f"{year:04}-W{week:02}"


def first_day(week: str) -> date:
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def is_written(week: str, now: datetime) -> bool:
    """Whether counts of this week are still taken."""
    return week >= week_of(now - WRITTEN_UNTIL)


def is_told(week: str, now: datetime) -> bool:
    """Whether this week is over for good."""
    return week < week_of(now - TOLD_FROM)


@dataclass(frozen=True)
class Told:
    """One week of one campaign as it may be told. A step or language that is not in it stays unknown."""

    week: str
    campaign: str
    steps: Mapping[str, int]
    languages: Mapping[str, int]


def rounded(count: int) -> int:
    """To the nearest five."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def published(noisy: Mapping[Cell, int], now: datetime, campaign: str | None = None) -> list[Told]:
    """What may be told, by campaign and week, of counts that have their noise.

    - A week is told when it is over for good, and then always the same.
    - A week of a campaign with fewer than `LEAST` starts is not told at all, as if there had been none.
    - A step with fewer than `LEAST` is not told. What is told is rounded.
    - Languages add up to the starts, so they are told together or not at all: only when each has `LEAST` or more.
    - Nothing else is told: no exact number, and no total but of what was told.

    The noise alone hides a chat, and whatever is computed from noisy counts hides it as well. These rules keep numbers
    away that are mostly noise, and show a reader that the others are inexact.
    """
    weeks: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for cell, count in noisy.items():
        if is_told(cell.week, now) and campaign in (None, cell.campaign):
            weeks.setdefault((cell.campaign, cell.week), {})[cell.name, cell.locale] = count
    told = (_told(week, code, reached) for (code, week), reached in sorted(weeks.items()))
    return [week for week in told if START_STEP in week.steps]


def _told(week: str, campaign: str, reached: Mapping[tuple[str, str], int]) -> Told:
    """Of noisy counts, by step and language, as many as may be told."""
    starts = {locale: count for (step, locale), count in sorted(reached.items()) if step == START_STEP}
    counts = {step: reached.get((step, ""), 0) for step in STEPS} | {START_STEP: sum(starts.values())}
    together = len(starts) > 1 and min(starts.values()) >= LEAST
    return Told(
        week,
        campaign,
        {step: rounded(count) for step, count in counts.items() if count >= LEAST},
        {locale: rounded(count) for locale, count in starts.items()} if together else {},
    )


def totals(told: Iterable[Told]) -> dict[str, int]:
    """Each step, added up over what was told and nothing else: so a total holds no secret of its own."""
    weeks = list(told)
    return {step: sum(week.steps.get(step, 0) for week in weeks) for step in STEPS}
