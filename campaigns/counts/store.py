"""Stores the counts in SQLite or PostgreSQL, through SQLAlchemy.

Imported only when counts are read or written: SQLAlchemy takes half a second and 20 MiB, and at its start the bot has
nothing to write.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateTable

from campaigns.counts.addresses import connect_arguments
from campaigns.counts.cells import WRITTEN_UNTIL, Batch, Cell, week_of
from campaigns.counts.noise import draw
from flows import Mistake

_BUSY = 1.0
"""Seconds to wait for another process that writes to the same SQLite file."""

_MAKING = 0x6769_6473
"""The advisory lock of a process that makes tables in PostgreSQL; any number that nothing else there takes."""

# Tables that are missing are made at the first write: `noise` came later than the others.
TABLES = sa.MetaData()


def _table(called: str, /, *columns: sa.Column[Any], **key: int) -> sa.Table:
    """A table with these columns beside its key, which has texts of at most so many letters."""
    keys = (sa.Column(part, sa.String(most), primary_key=True) for part, most in key.items())
    # With row ids, SQLite would keep the order in which visitors came.
    return sa.Table(called, TABLES, *keys, *columns, sqlite_with_rowid=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)


STEP_COUNTS = _table("steps", _number("count"), week=8, campaign=16, step=24, locale=8)
NOISE = _table("noise", _number("added"), week=8, campaign=16, step=24, locale=8)
TOGETHER = _table("together", _number("count"), week=8, kind=8, name=24)
FLUSHES = _table("flushes", sa.Column("week", sa.String(8), nullable=False), id=32)


class NoCounts(Mistake):
    """The database cannot be read. The message says what to check, and never holds the address."""


def engine(url: sa.URL) -> AsyncEngine:
    """The database at an address. Each use opens a connection, once a minute, so none can be stale."""
    arguments = {} if is_sqlite(url) else connect_arguments(url)
    plain = url if is_sqlite(url) else url.set(query={})
    made = create_async_engine(plain, poolclass=sa.NullPool, hide_parameters=True, connect_args=arguments)
    if is_sqlite(url):

        @sa.event.listens_for(made.sync_engine, "connect")
        def _prepare(connection: Any, _: object) -> None:
            cursor = connection.cursor()
            try:
                cursor.execute(f"PRAGMA busy_timeout={int(_BUSY * 1000)}")
                cursor.execute("PRAGMA journal_mode=WAL")
                cursor.close()
            except BaseException:
                connection.close()  # or its thread would still report to a loop that has ended
                raise

    return made


def make_tables(connection: sa.Connection) -> None:
    """Make missing tables. Another process may do the same at this moment."""
    missing = [table for table in TABLES.sorted_tables if not sa.inspect(connection).has_table(table.name)]
    if missing and connection.dialect.name == "postgresql":
        # There "if not exists" fails in one of two that make the same table at the same time.
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKING)))
    for table in missing:
        connection.execute(CreateTable(table, if_not_exists=True))


async def read(url: sa.URL) -> dict[Cell, int]:
    """Every step that has noise, with that noise added to its count; none without a database. Raises `NoCounts`.

    A week from before noise was added is not read: its numbers would be exact.
    """
    same_step = sa.and_(*(NOISE.c[column.name] == column for column in STEP_COUNTS.primary_key))
    noisy = sa.select(NOISE, sa.func.coalesce(STEP_COUNTS.c.count, 0)).outerjoin(STEP_COUNTS, same_step)
    database = engine(url)
    try:
        if is_sqlite(url) and not _can_be_opened(url):
            return {}
        async with database.connect() as connection:
            if not await connection.run_sync(lambda sync: sa.inspect(sync).has_table(NOISE.name)):
                return {}
            rows = (await connection.execute(noisy)).all()
    except Exception as error:  # anything a driver may raise; its words may hold the address
        raise NoCounts(f"the counts cannot be read from {named(url)}: {_cause(error, url)}") from None
    finally:
        await database.dispose()
    return {
        Cell(week, "step", step, campaign, locale): added + count for week, campaign, step, locale, added, count in rows
    }


def is_sqlite(url: sa.URL) -> bool:
    return url.get_backend_name() == "sqlite"


def named(url: sa.URL) -> str:
    """What an operator recognizes it by, without a password."""
    return f"SQLite in {url.database}" if is_sqlite(url) else f"PostgreSQL on {url.host}"


def missing_file(url: sa.URL) -> Path | None:
    """The SQLite file that does not exist yet. SQLite itself would create it empty."""
    file = Path(url.database or "")
    return file if is_sqlite(url) and not file.exists() else None


def _can_be_opened(url: sa.URL) -> bool:
    """False without a file. A folder, or the file of another user, raises before SQLite starts a thread for it."""
    try:
        Path(url.database or "").open("rb").close()
    except FileNotFoundError:
        return False
    return True


def _cause(error: Exception, url: sa.URL) -> str:
    file = Path(url.database or "")
    match getattr(getattr(error, "orig", None), "sqlite_errorname", ""):
        case "SQLITE_NOTADB" | "SQLITE_CORRUPT":
            return "this is no SQLite database, or it is damaged"
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return "another process is writing to it; try again"
        case "" if isinstance(error, IsADirectoryError):
            return "that is a folder, and should be a file"
        case "":
            return f"is it there, and may this user read it? ({type(error).__name__})"
        case name:
            return (
                f"this user may not write in {file.parent}, which SQLite needs to read a database in use ({name}); "
                "run this as the bot's user, or on a copy of the whole folder"
            )


async def write(database: AsyncEngine, batch: Batch, former: str, now: datetime) -> None:
    """Add a batch, and noise where there is none yet, in one transaction; do nothing when it was added before.

    `former` is the id of the previous batch. That one is surely written, so its id can be deleted.
    """
    if (file := database.url.database) and is_sqlite(database.url):
        _keep_private(Path(file))
    async with database.begin() as connection:
        await connection.run_sync(make_tables)
    insert = sqlite.insert if is_sqlite(database.url) else postgresql.insert
    async with database.begin() as connection:
        mark = insert(FLUSHES).values(id=batch.id, week=week_of(now)).on_conflict_do_nothing()
        if (await connection.execute(mark)).rowcount == 0:
            return
        is_old = FLUSHES.c.week < week_of(now - WRITTEN_UNTIL)  # a batch of that week is refused by now
        await connection.execute(sa.delete(FLUSHES).where((FLUSHES.c.id == former) | is_old))
        cells = sorted(batch.counts.items())  # sorted, so that two processes cannot deadlock
        if noise := [{**_step(cell), "added": draw()} for cell, _ in cells if cell.kind == "step"]:
            await connection.execute(insert(NOISE).on_conflict_do_nothing(), noise)  # the first draw stays
        steps = [{**_step(cell), "count": count} for cell, count in cells if count and cell.kind == "step"]
        others = [
            {"week": cell.week, "kind": cell.kind, "name": cell.name, "count": count}
            for cell, count in cells
            if count and cell.kind != "step"
        ]
        for table, values in ((STEP_COUNTS, steps), (TOGETHER, others)):
            if values:
                add = insert(table)
                add = add.on_conflict_do_update(
                    index_elements=[*table.primary_key], set_={"count": table.c.count + add.excluded["count"]}
                )
                await connection.execute(add, values)


def _keep_private(file: Path) -> None:
    """Small numbers are for the bot's user only, whatever the umask. SQLite's other files get the mode of this one."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(0o600)
    for each in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        if each.exists() and each.stat().st_mode & 0o077:
            with suppress(PermissionError):  # somebody else's file, which we may write all the same
                each.chmod(0o600)


def _step(cell: Cell) -> dict[str, str]:
    return {"week": cell.week, "campaign": cell.campaign, "step": cell.name, "locale": cell.locale}
