"""Real databases for the counts, empty for each test, and the faults that they can have."""

from __future__ import annotations

import os
import pwd
import resource
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from sqlalchemy import URL, delete, insert, select, text

from bot.ops.settings import Settings
from bot.ops.values import Secret
from campaigns.counts.cells import Cell
from campaigns.counts.store import FLUSHES, NOISE, STEP_COUNTS, TOGETHER, engine, make_tables
from tests.support.debian import POSTGRESQL, become

Fault = Callable[[], AbstractAsyncContextManager[None]]


def url(address: str) -> URL:
    """As the settings read it."""
    return Settings(database_url=Secret(address)).database


@dataclass
class Database:
    """A database at an address, and what it holds."""

    url: URL

    @property
    def address(self) -> str:
        """As an operator would set it."""
        raise NotImplementedError

    async def counts(self) -> dict[Cell, int]:
        """Every count it holds, of steps and of all campaigns together."""
        database = engine(self.url)
        try:
            async with database.begin() as connection:
                await connection.run_sync(make_tables)
                steps = (await connection.execute(select(STEP_COUNTS))).all()
                together = (await connection.execute(select(TOGETHER))).all()
        finally:
            await database.dispose()
        found = {Cell(week, "step", step, code, locale): n for week, code, step, locale, n in steps}
        return found | {Cell(week, kind, name): n for week, kind, name, n in together}

    async def keep(self, counts: Mapping[Cell, int], noise: Mapping[Cell, int]) -> None:
        """Hold these counts of steps and this noise, and no others."""
        if self.url.database and self.url.get_backend_name() == "sqlite":
            Path(self.url.database).parent.mkdir(exist_ok=True)
        async with engine(self.url).begin() as connection:
            await connection.run_sync(make_tables)
            reached = {cell: count for cell, count in counts.items() if count}  # as they are written
            for table, column, numbers in ((STEP_COUNTS, "count", reached), (NOISE, "added", noise)):
                await connection.execute(delete(table))
                keys = ("week", "campaign", "step", "locale", column)
                rows = [(one.week, one.campaign, one.name, one.locale, number) for one, number in numbers.items()]
                if rows:
                    await connection.execute(insert(table), [dict(zip(keys, row, strict=True)) for row in rows])

    async def steps(self, campaign: str = "") -> dict[str, int]:
        """The counted steps of a campaign, over all weeks and languages."""
        found: dict[str, int] = {}
        for cell, count in (await self.counts()).items():
            if cell.kind == "step" and cell.campaign == campaign and count:
                found[cell.name] = found.get(cell.name, 0) + count
        return found

    async def noise(self) -> dict[Cell, int]:
        """The noise of each step that has any."""
        database = engine(self.url)
        try:
            async with database.begin() as connection:
                await connection.run_sync(make_tables)
                rows = (await connection.execute(select(NOISE))).all()
        finally:
            await database.dispose()
        return {Cell(week, "step", step, code, locale): added for week, code, step, locale, added in rows}

    async def flushes(self) -> int:
        database = engine(self.url)
        try:
            async with database.connect() as connection:
                return len((await connection.execute(select(FLUSHES))).all())
        finally:
            await database.dispose()


@dataclass
class Sqlite(Database):
    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(url(self.address))

    @property
    def address(self) -> str:
        return f"sqlite:///{self.path}"

    async def counts(self) -> dict[Cell, int]:
        return await super().counts() if self.path.exists() else {}

    async def noise(self) -> dict[Cell, int]:
        return await super().noise() if self.path.exists() else {}

    def faults(self) -> dict[str, Fault]:
        return {
            "locked": self.locked,
            "full": self.full,
            "read-only": self.read_only,
            "deleted": self.deleted,
            "corrupted": self.corrupted,
        }

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        other = sqlite3.connect(self.path)
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.close()

    @asynccontextmanager
    async def full(self) -> AsyncIterator[None]:
        """No file may grow, as with a full disk or a quota."""
        former = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, former[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, former)

    @asynccontextmanager
    async def read_only(self) -> AsyncIterator[None]:
        """An unknown write version makes SQLite open a file for reading only, also for root."""
        with self._changed(18, b"\x03"):
            yield

    @asynccontextmanager
    async def corrupted(self) -> AsyncIterator[None]:
        """The first page holds nonsense where the tables should be."""
        with self._changed(100, b"\xff" * 200):
            yield

    @asynccontextmanager
    async def deleted(self) -> AsyncIterator[None]:
        """The folder is gone, and a file stands in its way."""
        kept = self.path.parent.rename(self.path.parent.with_name("away"))
        self.path.parent.write_text("in the way")
        yield
        self.path.parent.unlink()
        kept.rename(self.path.parent)

    @contextmanager
    def _changed(self, at: int, content: bytes) -> Iterator[None]:
        former = self.path.read_bytes()
        self.path.write_bytes(former[:at] + content + former[at + len(content) :])
        yield
        self.path.write_bytes(former)


@dataclass(frozen=True)
class PostgresServer:
    """A PostgreSQL of Debian, reached by a socket in this folder. `spare` are databases that are empty again."""

    folder: str
    spare: list[str] = field(default_factory=list)

    def address(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A server while the block runs, made in half a second. It refuses to run as root: there the user postgres runs it.

    It also ends when this process is killed.
    """
    postgres = Path(POSTGRESQL.required()).resolve()
    owner = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as folder:  # its path is short: a socket's may have some hundred characters
        if owner is not None:
            os.chown(folder, owner, -1)
        data = ["-D", f"{folder}/data"]
        plain = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
        made = [*become(owner), str(postgres.with_name("initdb")), *data, *plain]
        subprocess.run(made, cwd="/", check=True, capture_output=True)  # noqa: S603
        # Nothing has to survive a power cut, so nothing waits for a disk.
        options = ("listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "synchronous_commit=off")
        server = [*become(owner), "setpriv", "--pdeathsig=QUIT", str(postgres), *data]
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(  # noqa: S603
                [*server, *(part for option in options for part in ("-c", option))], cwd="/", stdout=log, stderr=log
            )
        try:
            asked = [str(postgres.with_name("pg_isready")), "-q", "-h", folder]
            while subprocess.run(asked, check=False).returncode != 0:  # noqa: S603
                assert process.poll() is None, Path(folder, "log").read_text("utf-8")
                time.sleep(0.02)
            yield PostgresServer(folder)
        finally:
            process.send_signal(signal.SIGQUIT)  # at once
            process.wait()


EMPTY = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()",  # whoever was killed may still hold a lock
    "DROP SCHEMA public CASCADE",
    "CREATE SCHEMA public",
)


@dataclass
class Postgres(Database):
    def __init__(self, server: PostgresServer, name: str) -> None:
        self._server = server
        self._name = name
        super().__init__(url(self.address))

    @classmethod
    @asynccontextmanager
    async def new(cls, server: PostgresServer) -> AsyncIterator[Postgres]:
        """An empty one. It is emptied afterwards, in a tenth of the time that it takes to drop it and make another."""
        if not server.spare:
            server.spare.append(f"counts_{token_hex(6)}")
            await cls(server, server.spare[0]).command(f"CREATE DATABASE {server.spare[0]} STRATEGY FILE_COPY")
        made = cls(server, server.spare.pop())
        yield made
        async with engine(made.url).begin() as connection:
            for command in EMPTY:
                await connection.execute(text(command))
        server.spare.append(made._name)

    @property
    def address(self) -> str:
        return self._server.address(self._name)

    async def command(self, *commands: str) -> None:
        """Commands to the server, from outside this database."""
        server = engine(url(self._server.address("postgres"))).execution_options(isolation_level="AUTOCOMMIT")
        async with server.connect() as connection:
            for command in commands:
                await connection.execute(text(command))

    def faults(self) -> dict[str, Fault]:
        return {"away": self.away, "locked": self.locked, "read-only": self.read_only, "dropped": self.dropped}

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        await self.command(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS false")
        yield
        await self.command(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS true")

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        database = engine(self.url)
        async with database.connect() as connection:
            await connection.execute(text(f"LOCK TABLE {FLUSHES.name}"))
            yield

    @asynccontextmanager
    async def read_only(self) -> AsyncIterator[None]:
        await self.command(f"ALTER DATABASE {self._name} SET default_transaction_read_only = on")
        yield
        await self.command(f"ALTER DATABASE {self._name} RESET default_transaction_read_only")

    @asynccontextmanager
    async def dropped(self) -> AsyncIterator[None]:
        """Renamed, as while a backup is restored."""
        await self.command(f"ALTER DATABASE {self._name} RENAME TO {self._name}_away")
        yield
        await self.command(f"ALTER DATABASE {self._name}_away RENAME TO {self._name}")


def faults(database: Database) -> dict[str, Fault]:
    assert isinstance(database, Sqlite | Postgres)
    return database.faults()
