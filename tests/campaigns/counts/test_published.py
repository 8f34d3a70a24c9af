"""No number that is told, no total and no difference reveals a count under ten.

The property is exact. Whoever reads the report knows every rule of it. Take any count that is not told, and any number
from 0 to 9: then there is another week of visits in which that count has that number, in which nobody reaches a step
without a start, and of which the report is the same, to the letter. So nothing can be concluded about it, by
whatever arithmetic: not that it is below ten and above nothing, nor that it is nothing.

By hand: `python -m tests.campaigns.counts.test_published 10000`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from campaigns.counts.cells import (
    LEAST,
    ROUNDED_TO,
    Cell,
    Told,
    first_day,
    is_told,
    is_written,
    published,
    totals,
    week_of,
)
from flows.steps import START_STEP, STEPS

TABLES = 100
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
WEEKS = ("2026-W45", "2026-W46", "2026-W47")
CODES = ("", "bibliotheek", "voorbeeldstad")
Counts = dict[Cell, int]


def start(week: str, code: str, locale: str) -> Cell:
    return Cell(week, "step", START_STEP, code, locale)


def a_table(dice: random.Random) -> Counts:
    """Weeks of visits, most of them near the edge of what is told. In most, nobody reaches a step without a start; in
    some, people press buttons of the week before."""
    languages = dice.choice([("nl",), ("nl", "en"), ("nl", "en", "fy")])
    most = dice.choice([4, 12, 25, 200])
    counts: Counts = {}
    for week in WEEKS:
        for code in CODES:
            if dice.random() < 0.2:
                continue
            for locale in languages:
                counts[start(week, code, locale)] = dice.choice([0, dice.randint(0, 15), dice.randint(0, most)])
            starts = sum(counts[start(week, code, locale)] for locale in languages)
            for step in set(STEPS) - {START_STEP}:
                if dice.random() < 0.9:
                    highest = most if dice.random() < 0.1 else min(most, starts)
                    counts[Cell(week, "step", step, code)] = dice.randint(0, highest)
    return counts


def alternatives(counts: Counts, told: list[Told], number: int) -> Iterator[tuple[str, Counts]]:
    """For each count that is not told, visits in which it has this number (below ten) and no more else is changed
    than people could have done. Named, so that a failure says which."""
    shown = {(week.campaign, week.week): week for week in told}
    languages = {cell.locale for cell in counts if cell.name == START_STEP} or {"nl", "en"}
    for week in WEEKS:
        for code in CODES:
            row = shown.get((code, week))
            if row is None:  # then so many may have started, in whatever language, and all have gone everywhere
                first, *others = sorted(languages)
                changed = counts | {start(week, code, first): number}
                changed |= {start(week, code, locale): 0 for locale in others}
                yield (
                    f"{week} {code} start",
                    changed | {Cell(week, "step", step, code): number for step in STEPS if step != START_STEP},
                )
                continue
            for step in STEPS:
                if step not in row.steps:
                    yield f"{week} {code} {step}", counts | {Cell(week, "step", step, code): number}
            if not row.languages:
                starts = sum(counts.get(start(week, code, locale), 0) for locale in languages)
                for locale in languages if len(languages) > 1 else ():
                    rest, *others = sorted(languages - {locale})
                    changed = counts | {start(week, code, other): 0 for other in others}
                    changed |= {start(week, code, locale): number, start(week, code, rest): starts - number}
                    yield f"{week} {code} {locale}", changed


def look_at(counts: Counts) -> int:
    """Everything there is to conclude from one table; returns how many counts stayed hidden."""
    told = published(counts, NOW)
    for week in told:
        assert START_STEP in week.steps
        for count in (*week.steps.values(), *week.languages.values()):
            assert count >= LEAST
            assert count % ROUNDED_TO == 0
    for code in CODES:  # what is told of one is what is told of it among all
        assert published(counts, NOW, code) == [week for week in told if week.campaign == code]
    assert totals(told) == {step: sum(week.steps.get(step, 0) for week in told) for step in STEPS}
    hidden = 0
    for number in (0, 1, 4, 9):
        for name, changed in alternatives(counts, told, number):
            assert published(changed, NOW) == told, f"{name} cannot be {number}"
            hidden += 1
    return hidden


def test_whatever_is_hidden_may_be_anything_below_ten() -> None:
    dice = random.Random(32)  # noqa: S311 - a sample
    assert sum(look_at(a_table(dice)) for _ in range(TABLES)) > TABLES


def test_a_campaign_of_a_few_visitors_is_not_there_at_all() -> None:
    """F32: as if nobody had come, alone and beside others."""
    busy = {start("2026-W46", "voorbeeldstad", "nl"): 100, start("2026-W46", "voorbeeldstad", "en"): 40}
    for few in range(10):
        counts = busy | {start("2026-W46", "bibliotheek", "nl"): few, start("2026-W46", "bibliotheek", "en"): 0}
        assert published(counts, NOW) == published(busy, NOW)
        assert published(counts, NOW, "bibliotheek") == []


def test_what_is_told_is_rounded() -> None:
    counts = {start("2026-W46", "", "nl"): 103, start("2026-W46", "", "en"): 12, Cell("2026-W46", "step", "talk"): 14}
    (week,) = published(counts, NOW)
    assert week.steps == {"start": 115, "talk": 15}
    assert week.languages == {"en": 10, "nl": 105}


def test_a_week_that_is_told_never_changes() -> None:
    """What is told is not written any more, not even by a machine whose clock is eleven hours slow."""
    for hours in range(0, 24 * 400, 5):
        now = NOW + timedelta(hours=hours)
        slow = now - timedelta(hours=11)
        for days in (0, 6, 7, 8, 14):
            week = week_of(now - timedelta(days=days))
            assert not (is_told(week, now) and is_written(week, slow))
        assert is_written(week_of(now), now)
        assert is_told(week_of(now - timedelta(days=8, hours=1)), now)


def test_a_week_is_told_on_the_tuesday_after_it_in_the_netherlands() -> None:
    monday = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)  # one minute before midnight in Amsterdam
    assert not is_told("2026-W48", monday)
    assert is_told("2026-W48", monday + timedelta(minutes=1))


def test_weeks_are_those_of_the_netherlands_and_of_iso() -> None:
    assert week_of(datetime(2026, 11, 29, 22, 59, tzinfo=UTC)) == "2026-W48"
    assert week_of(datetime(2026, 11, 29, 23, 0, tzinfo=UTC)) == "2026-W49"
    assert week_of(datetime(2027, 1, 3, 12, 0, tzinfo=UTC)) == "2026-W53"
    assert first_day("2026-W53").isoformat() == "2026-12-28"


if __name__ == "__main__":
    chosen = random.Random()  # noqa: S311 - a sample
    tables = int(sys.argv[1])
    print(
        f"{tables} tables, {sum(look_at(a_table(chosen)) for _ in range(tables))} ways to be wrong about them, all open"
    )
