"""G33: every step of every campaign gets noise, whoever comes. If only visits had noise, a number would prove one."""

import asyncio
from datetime import UTC, date, datetime, timedelta

from bot.counting.tally import Tally
from campaigns import Campaign
from campaigns.counts.cells import Cell, countable, week_of
from campaigns.counts.store import engine
from flows.steps import STEPS
from tests.support.counting import CODE, COUNTABLE
from tests.support.databases import Database
from tests.support.standing_clock import DAY, StandingClock

LANGUAGES = ["nl", "en"]


def cells(week: str, *codes: str) -> set[Cell]:
    """The steps of these codes in a week, and the starts in each language."""
    found = {Cell(week, "step", step, code) for step in set(STEPS) - {"start"} for code in codes}
    return found | {Cell(week, "step", "start", code, locale) for locale in LANGUAGES for code in codes}


def tally_on(database: Database, clock: StandingClock) -> Tally:
    return Tally(lambda: engine(database.url), clock, COUNTABLE, patience=60)


def test_what_may_be_counted_goes_by_the_clock_and_the_campaigns() -> None:
    """The first and the last day of a campaign belong to it, in the Netherlands; before and after no code counts."""
    campaigns = [
        Campaign(code="winter", organisation="", starts=date(2026, 11, 24), ends=date(2026, 11, 26)),
        Campaign(code="altijd", organisation=""),
    ]
    last_second = datetime(2026, 11, 26, 22, 59, 59, tzinfo=UTC)
    for moment, codes in (
        (DAY, {"", "altijd", "winter"}),
        (last_second, {"", "altijd", "winter"}),
        (last_second + timedelta(seconds=1), {"", "altijd"}),
        (datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC), {"", "altijd"}),
    ):
        assert set(countable(moment, campaigns, LANGUAGES)) == cells("2026-W48", *codes)


async def test_noise_says_nothing_of_who_came(database: Database) -> None:
    """The same steps have noise when nobody comes, when somebody reaches a step, and at the turn of a week."""
    clock = StandingClock(datetime(2026, 11, 29, 22, 59, 30, tzinfo=UTC))  # half a minute before midnight
    tally = tally_on(database, clock)
    tally.started(1, CODE, "nl")
    clock.later(minutes=1)
    tally.opened(1, "signals", CODE)
    assert await tally.flush()
    assert set(await database.noise()) == cells("2026-W48", "", CODE) | cells("2026-W49", "", CODE)
    assert sum((await database.steps(CODE)).values()) == 2


async def test_a_week_of_which_nothing_could_be_written_in_time_has_no_noise(database: Database) -> None:
    """Its report might have been made already, and would change."""
    clock = StandingClock()
    tally = tally_on(database, clock)
    clock.later(days=7)
    assert await tally.flush()
    assert {cell.week for cell in await database.noise()} == {week_of(clock())}


async def test_workers_that_begin_at_once_agree_on_the_noise(database: Database) -> None:
    clock = StandingClock()
    workers = [tally_on(database, clock) for _ in range(4)]
    for chat_id, worker in enumerate(workers):
        worker.started(chat_id, CODE, "en")
    while not all(await asyncio.gather(*(worker.flush() for worker in workers))):  # one may have to wait for another
        pass
    noise = await database.noise()
    assert set(noise) == cells(week_of(DAY), "", CODE)
    for worker in workers:
        assert await worker.flush()
    assert await database.noise() == noise
    assert await database.steps(CODE) == {"start": 4}
