"""Counts of several processes, of processes that are killed, and over a line that breaks at the worst moment.

By hand: `python -m tests.bot.counting.test_tally_processes 100` kills a hundred times, on both kinds of database.
"""

import asyncio
import random
import signal
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import campaigns
from bot.counting.tally import Tally
from campaigns.counts.store import engine
from tests.support import databases
from tests.support.counting import CODE, COUNTABLE
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite
from tests.support.processes import Process, run, simulated, until
from tests.support.standing_clock import StandingClock

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
KILLS = 4
TOGETHER = 3
"""Starts that are written together; the next three may be said already, and not written."""


async def counting(folder: Path, database: Database, first: int, *given: int) -> Process:
    """A process that counts starts, and says how many; it has this folder for its log."""
    command = [sys.executable, "-m", "tests.support.counting", database.address, *map(str, (first, *given))]
    process = Process(command, folder / f"from {first}", cwd=ROOT)
    await process.start()
    return process


async def test_two_processes_that_write_at_once_add_up_exactly(database: Database, tmp_path: Path) -> None:
    """F24: each five hundred starts, written by tens."""
    both = [await counting(tmp_path, database, first, 500, 10) for first in (0, 500)]
    assert [await process.ended() for process in both] == [0, 0]
    assert await database.steps(CODE) == {"start": 1000}
    assert await database.flushes() == 2


async def kill_while_writing(folder: Path, database: Database, times: int, dice: random.Random) -> tuple[int, int]:
    """Kills a counting process so often; returns how many starts there were, and how many are counted."""
    events = 0
    for n in range(times):
        process = await counting(folder, database, n * 1_000_000, 900_000, TOGETHER)
        lines = 1 + dice.randrange(20)
        await until(lambda process=process, lines=lines: process.said.count("\n") >= lines)  # type: ignore[misc]
        await asyncio.sleep(dice.random() * 0.02)
        await process.kill()
        events += int(process.said.split()[-1])
        if isinstance(database, Sqlite):
            looked_at = sqlite3.connect(database.path)
            assert looked_at.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            looked_at.close()
        counted = (await database.steps(CODE)).get("start", 0)
        assert events - 2 * TOGETHER * (n + 1) <= counted <= events
    return events, counted


async def test_a_kill_while_writing_breaks_nothing_and_counts_nothing_twice(database: Database, tmp_path: Path) -> None:
    """F23: never more than there were; fewer only by what the killed process had not written."""
    await kill_while_writing(tmp_path, database, KILLS, random.Random(23))  # noqa: S311 - a sample


# A connection that breaks


@dataclass
class BreakingLink:
    """A way to PostgreSQL that breaks once: after it passed on the commit of a batch, before the answer."""

    to: Path
    hung_up: bool = False

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream, to_server = await asyncio.open_unix_connection(self.to / ".s.PGSQL.5432")
        said = bytearray()
        is_dead = False

        async def forward() -> None:
            nonlocal is_dead
            while data := await reader.read(1 << 16):
                said.extend(data)
                if b"COMMIT" in data and b"INSERT INTO flushes" in said and not self.hung_up:
                    self.hung_up = is_dead = True
                to_server.write(data)
            to_server.close()

        async def back() -> None:
            while data := await upstream.read(1 << 16):
                if is_dead:  # the server has done it, and nobody hears
                    break
                writer.write(data)
            writer.close()

        await asyncio.gather(forward(), back(), return_exceptions=True)


async def test_a_commit_whose_answer_was_lost_is_not_counted_twice(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    async with Postgres.new(postgres_server) as postgres:
        link = BreakingLink(Path(str(postgres.url.query["host"])))
        with tempfile.TemporaryDirectory(prefix="wkid") as folder:  # a socket's path must be short
            server = await asyncio.start_unix_server(link.connect, Path(folder, ".s.PGSQL.5432"))
            async with server:
                database = engine(postgres.url.update_query_dict({"host": folder}))
                tally = Tally(lambda: database, StandingClock(), COUNTABLE)
                tally.started(1, CODE, "nl")
                assert not await tally.flush()
                assert link.hung_up
                assert await postgres.steps(CODE) == {"start": 1}
                tally.started(2, CODE, "nl")
                assert await tally.flush()
        assert await postgres.steps(CODE) == {"start": 2}
        assert await postgres.flushes() == 1


# The bot as an operator runs it


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
async def test_a_stop_writes_what_was_counted_and_a_kill_loses_at_most_what_was_not(
    end: signal.Signals, database: Database, tmp_path: Path
) -> None:
    settings = {"CAMPAIGNS": str(campaigns.EXAMPLE)}
    settings |= (
        {"STATE_DIR": str(database.path.parent)} if isinstance(database, Sqlite) else {"DATABASE_URL": database.address}
    )
    async with simulated() as (telegram, root), run(tmp_path / "run", root, settings) as bot:
        phones = [telegram.phone(user_id) for user_id in range(1, 6)]
        for phone in phones:
            phone.start(CODE)
        await until(lambda: all([m["from_bot"] for m in phone.messages] == [True] for phone in phones))
        bot.process.send_signal(end)
        code = await bot.ended()
    assert code == (0 if end == signal.SIGTERM else -signal.SIGKILL)
    assert await database.steps(CODE) == ({"start": 5} if end == signal.SIGTERM else {})
    codes = {cell.campaign for cell in await database.noise()}  # G33: also of campaigns that nobody came for
    assert codes == ({"", *campaigns.read(campaigns.EXAMPLE)} if end == signal.SIGTERM else set())
    assert b"postgres:" not in bot.written


async def by_hand(kills: int) -> None:
    """Kill so often, on both kinds of database, and print what was counted."""
    dice = random.Random()  # noqa: S311 - a sample
    with tempfile.TemporaryDirectory() as name, databases.postgres_server() as server:
        async with Postgres.new(server) as postgres:
            for database in (Sqlite(Path(name, "counts.sqlite3")), postgres):
                events, counted = await kill_while_writing(Path(name), database, kills, dice)
                print(f"{type(database).__name__}: {kills} kills, {events} starts, {counted} counted", flush=True)


if __name__ == "__main__":
    asyncio.run(by_hand(int(sys.argv[1])))
