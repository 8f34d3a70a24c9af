"""Stores the counts in SQLite or PostgreSQL, through SQLAlchemy.

Imported only when counts are read or written: SQLAlchemy takes half a second and 20 MiB, and at its start the bot has
nothing to write.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    Connection,
    MetaData,
    NullPool,
    String,
    Table,
    delete,
    event,
    inspect,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateTable

from campaigns.counts.addresses import connect_arguments
from campaigns.counts.cells import WRITTEN_UNTIL, Batch, Cell, week_of
from flows import Mistake

_BUSY = 1.0
"""Seconds to wait for another process that writes to the same SQLite file."""

# Version 1 of the schema, made at the first write. Later versions must still read it.
TABLES = MetaData()
STEP_COUNTS = Table(
    "steps",
    TABLES,
    Column("week", String(8), primary_key=True),
    Column("campaign", String(16), primary_key=True),
    Column("step", String(24), primary_key=True),
    Column("locale", String(8), primary_key=True),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,  # with row ids, SQLite would keep the order in which visitors came
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
    """The database cannot be read. The message says what to check, and never holds the address."""


def engine(url: URL) -> AsyncEngine:
    """The database at an address. Each use opens a connection, once a minute, so none can be stale."""
    is_sqlite = url.get_backend_name() == "sqlite"
    arguments = {} if is_sqlite else connect_arguments(url)
    plain = url if is_sqlite else url.set(query={})
    made = create_async_engine(plain, poolclass=NullPool, hide_parameters=True, connect_args=arguments)
    if is_sqlite:

        @event.listens_for(made.sync_engine, "connect")
        def _prepare(connection: Any, _: object) -> None:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={int(_BUSY * 1000)}")
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.close()

    return made


def make_tables(connection: Connection) -> None:
    """Make missing tables. Another process may do the same at this moment."""
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
    """Whether nothing was ever counted here. SQLite itself would create an empty file."""
    if url.get_backend_name() == "sqlite":
        try:
            Path(url.database or "").open("rb").close()
        except FileNotFoundError:
            return True
    return False


async def write(database: AsyncEngine, batch: Batch, former: str, now: datetime) -> None:
    """Add a batch in one transaction; do nothing when it was added before.

    `former` is the id of the previous batch. That one is surely written, so its id can be deleted.
    """
    if (file := database.url.database) and database.dialect.name == "sqlite":
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    async with database.begin() as connection:
        await connection.run_sync(make_tables)
    insert = sqlite.insert if database.dialect.name == "sqlite" else postgresql.insert
    async with database.begin() as connection:
        mark = insert(FLUSHES).values(id=batch.id, week=week_of(now)).on_conflict_do_nothing()
        if (await connection.execute(mark)).rowcount == 0:
            return
        is_old = FLUSHES.c.week < week_of(now - WRITTEN_UNTIL)  # a batch of that week is refused by now
        await connection.execute(delete(FLUSHES).where(or_(FLUSHES.c.id == former, is_old)))
        rows = [
            row(cell, count) for cell, count in sorted(batch.counts.items())
        ]  # sorted, so that two processes cannot deadlock
        for table in (STEP_COUNTS, TOGETHER):
            if values := [row for place, row in rows if place is table]:
                add = insert(table)
                add = add.on_conflict_do_update(
                    index_elements=[*table.primary_key], set_={"count": table.c.count + add.excluded["count"]}
                )
                await connection.execute(add, values)


def row(cell: Cell, count: int) -> tuple[Table, dict[str, Any]]:
    if cell.kind == "step":
        place = {"week": cell.week, "campaign": cell.campaign, "step": cell.name, "locale": cell.locale}
        return STEP_COUNTS, {**place, "count": count}
    return TOGETHER, {"week": cell.week, "kind": cell.kind, "name": cell.name, "count": count}
