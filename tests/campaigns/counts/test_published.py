"""What is told of noisy counts, and when. That the noise hides a chat is in `test_adversary.py`."""

import random
from datetime import UTC, datetime, timedelta

from campaigns.counts.cells import LEAST, ROUNDED_TO, Cell, first_day, is_told, is_written, published, totals, week_of
from flows.steps import START_STEP, STEPS

TABLES = 100
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
WEEKS = ("2026-W45", "2026-W46", "2026-W47", "2026-W48")
CODES = ("", "bibliotheek", "voorbeeldstad")
Counts = dict[Cell, int]


def start(week: str, code: str, locale: str) -> Cell:
    return Cell(week, "step", START_STEP, code, locale)


def a_table(dice: random.Random) -> Counts:
    """Weeks of noisy counts, most of them near the edge of what is told, and some below zero."""
    languages = dice.choice([("nl",), ("nl", "en"), ("nl", "en", "fy")])
    most = dice.choice([4, 12, 25, 200])
    counts: Counts = {}
    for week in WEEKS:
        for code in CODES:
            for locale in languages:
                counts[start(week, code, locale)] = dice.choice([0, dice.randint(-4, 15), dice.randint(-4, most)])
            for step in set(STEPS) - {START_STEP}:
                counts[Cell(week, "step", step, code)] = dice.randint(-4, most)
    return counts


def test_what_is_told_is_large_rounded_and_adds_up_to_nothing_more() -> None:
    """F32: no number under ten, no exact one, no total but of what is told, and of one campaign no more than of all."""
    dice = random.Random(32)  # noqa: S311 - a sample
    languages = 0
    for _ in range(TABLES):
        counts = a_table(dice)
        told = published(counts, NOW)
        for week in told:
            assert START_STEP in week.steps
            for count in (*week.steps.values(), *week.languages.values()):
                assert count >= LEAST
                assert count % ROUNDED_TO == 0
            starts = {cell.locale for cell in counts if cell.name == START_STEP}
            assert set(week.languages) in (set(), starts)
            languages += bool(week.languages)
        for code in CODES:
            assert published(counts, NOW, code) == [week for week in told if week.campaign == code]
        assert totals(told) == {step: sum(week.steps.get(step, 0) for week in told) for step in STEPS}
        later = published(counts, NOW + timedelta(days=7))
        assert [week for week in later if week.week != "2026-W48"] == told
    assert languages > TABLES / 10


def test_a_week_with_few_starts_is_not_there_at_all() -> None:
    """F32: as if nobody had come, alone and beside others, whatever its other steps say."""
    busy = {start("2026-W46", "voorbeeldstad", "nl"): 100, start("2026-W46", "voorbeeldstad", "en"): 40}
    for few in range(-5, 10):
        counts = busy | {start("2026-W46", "bibliotheek", "nl"): few, start("2026-W46", "bibliotheek", "en"): 0}
        counts |= {Cell("2026-W46", "step", "talk", "bibliotheek"): 20}
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
