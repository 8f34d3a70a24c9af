"""The counts as they are kept, and which of them may be told.

Weekly totals and nothing else: no person, no hash of one, no time finer than the week. `bot/tally.py` adds to them;
`stats` reads them, and tells only what `published` lets through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import URL, BigInteger, Column, Connection, MetaData, NullPool, String, Table, event, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateTable

from flows import Mistake
from flows.helplines import AMSTERDAM
from flows.steps import START_STEP, STEPS

LEAST = 10
"""The smallest count that is told. What is below it might be somebody that one knows."""

ROUNDED_TO = 5

WRITTEN_UNTIL = timedelta(hours=12)
TOLD_FROM = timedelta(hours=24)
"""After the end of a week. In between nobody writes it and nobody reads it, so that no slow write, and no clock
that is hours off, can change a week that has been told."""

_BUSY = 1.0
"""Seconds to wait for another process that writes to the same SQLite file."""

# Version 1 of the tables. They are made at the first write; a later version must read these.
TABLES = MetaData()
STEP_COUNTS = Table(
    "steps",
    TABLES,
    Column("week", String(8), primary_key=True),
    Column("campaign", String(16), primary_key=True),
    Column("step", String(24), primary_key=True),
    Column("locale", String(8), primary_key=True),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,  # or SQLite would number the rows in the order in which people came
)
TOGETHER = Table(
    "together",
    TABLES,
    Column("week", String(8), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("name", String(24), primary_key=True),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
FLUSHES = Table(
    "flushes",
    TABLES,
    Column("id", String(32), primary_key=True),
    Column("week", String(8), nullable=False),
    sqlite_with_rowid=False,
)


class NoCounts(Mistake):
    """The database cannot be read. The message says what to look at, and never holds its address."""


class Cell(NamedTuple):
    """One thing that is counted. Only a step has a campaign, and only a start has a language."""

    week: str
    kind: str
    name: str
    campaign: str = ""
    locale: str = ""

    def row(self, count: int) -> tuple[Table, dict[str, Any]]:
        if self.kind == "step":
            place = {"week": self.week, "campaign": self.campaign, "step": self.name, "locale": self.locale}
            return STEP_COUNTS, {**place, "count": count}
        return TOGETHER, {"week": self.week, "kind": self.kind, "name": self.name, "count": count}


def week_of(moment: datetime) -> str:
    """The ISO week in the Netherlands, such as 2026-W48. As text they stand in order."""
    return _week(int(moment.timestamp()) // 3600)


@lru_cache(maxsize=4)
def _week(hour: int) -> str:
    """That of an hour since 1970: weeks begin on the hour."""
    year, week, _ = datetime.fromtimestamp(hour * 3600, AMSTERDAM).isocalendar()
    return f"{year:04}-W{week:02}"


def first_day(week: str) -> date:
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def is_written(week: str, now: datetime) -> bool:
    """Whether counts of this week are still taken."""
    return week >= week_of(now - WRITTEN_UNTIL)


def is_told(week: str, now: datetime) -> bool:
    """Whether this week is over for good."""
    return week < week_of(now - TOLD_FROM)


def engine(url: URL) -> AsyncEngine:
    """The database behind an address. A connection is made for each use: one a minute, and none that went stale."""
    made = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
    if url.get_backend_name() == "sqlite":

        @event.listens_for(made.sync_engine, "connect")
        def _prepare(connection: Any, _: object) -> None:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={int(_BUSY * 1000)}")
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.close()

    return made


def make_tables(connection: Connection) -> None:
    """Those that are missing; another process may be making them just now."""
    for table in TABLES.sorted_tables:
        if not inspect(connection).has_table(table.name):
            connection.execute(CreateTable(table, if_not_exists=True))


async def read(url: URL) -> dict[Cell, int]:
    """The steps of all campaigns and weeks. Raises `NoCounts`."""
    database = engine(url)
    try:
        if _is_missing(url):
            return {}
        async with database.connect() as connection:
            if not await connection.run_sync(lambda sync: inspect(sync).has_table(STEP_COUNTS.name)):
                return {}
            rows = (await connection.execute(select(STEP_COUNTS))).all()
    except (DBAPIError, OSError) as error:
        raise NoCounts(
            f"the database of counts cannot be read ({type(error).__name__}); is it there, and may you read it?"
        ) from None
    finally:
        await database.dispose()
    return {Cell(week, "step", step, campaign, locale): count for week, campaign, step, locale, count in rows}


def _is_missing(url: URL) -> bool:
    """Whether nothing was ever counted here. SQLite would make an empty file by looking."""
    if url.get_backend_name() == "sqlite":
        try:
            Path(url.database or "").open("rb").close()
        except FileNotFoundError:
            return True
    return False


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


def published(counts: Mapping[Cell, int], now: datetime, campaign: str | None = None) -> list[Told]:
    """What may be told, by campaign and week.

    - A week is told when it is over for good, and then always the same.
    - A week of a campaign with fewer than `LEAST` starts is not told at all, as if there had been none.
    - A step with fewer than `LEAST` is not told. What is told is rounded.
    - Languages add up to the starts, so they are told together or not at all: only when each has `LEAST` or more.
    - Nothing else is told: no exact number, and no total but of what was told.

    So each number that is told stands by itself, and one that is not told may be anything from 0 to 9.
    """
    weeks: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for cell, count in counts.items():
        if is_told(cell.week, now) and campaign in (None, cell.campaign):
            weeks.setdefault((cell.campaign, cell.week), {})[cell.name, cell.locale] = count
    told = (_told(week, code, reached) for (code, week), reached in sorted(weeks.items()))
    return [week for week in told if START_STEP in week.steps]


def _told(week: str, campaign: str, reached: Mapping[tuple[str, str], int]) -> Told:
    """Of what was reached, by step and language, as much as may be told."""
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
