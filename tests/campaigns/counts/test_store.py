"""Where counts are stored: for the bot's user only, and what keeps them from being read is said truly."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL

from campaigns.counts.addresses import sqlite
from campaigns.counts.cells import Batch, Cell
from campaigns.counts.store import NoCounts, engine, read, write
from tests.support.debian import become
from tests.test_deploy import a_folder_of, somebody

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
BATCH = Batch("1", {Cell("2026-W48", "step", "start", "stad", "nl"): 3})


async def counted(file: Path) -> URL:
    """A database in which something was counted once."""
    database = engine(sqlite(file))
    await write(database, BATCH, "", NOW)
    await database.dispose()
    return sqlite(file)


@pytest.fixture
def umask() -> Iterator[None]:
    """As most shells have it."""
    former = os.umask(0o022)
    yield
    os.umask(former)


def modes(folder: Path) -> list[int]:
    """Of its files."""
    return [path.stat().st_mode & 0o777 for path in folder.iterdir()]


@pytest.mark.usefixtures("umask")
async def test_g35_the_file_of_counts_is_for_the_bots_user_only(tmp_path: Path) -> None:
    """Also while it is in use, which is when SQLite has two more files."""
    file = tmp_path / "state" / "counts.sqlite3"
    await counted(file)
    holding = sqlite3.connect(file)
    holding.execute("BEGIN IMMEDIATE")
    assert modes(file.parent) == [0o600] * 3
    assert file.parent.stat().st_mode & 0o777 == 0o700
    holding.close()


@pytest.mark.usefixtures("umask")
async def test_g35_a_file_that_an_earlier_version_left_open_is_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "counts.sqlite3"
    holding = sqlite3.connect(file)
    holding.execute("PRAGMA journal_mode=WAL")
    holding.execute("CREATE TABLE other (x)")
    assert modes(tmp_path) == [0o644] * 3
    await counted(file)
    assert modes(tmp_path) == [0o600] * 3
    holding.close()


# G26: one line that is true.


async def refusal(url: URL) -> str:
    with pytest.raises(NoCounts) as refused:
        await read(url)
    said = str(refused.value)
    assert "\n" not in said
    return said


@pytest.mark.parametrize(
    "content", [b"no database at all", b"SQLite format 3\0" + bytes(4096)], ids=["text", "damaged"]
)
async def test_g26_a_file_that_is_no_database_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "counts").write_bytes(content * 200)
    assert "this is no SQLite database, or it is damaged" in await refusal(sqlite(tmp_path / "counts"))


async def test_g26_a_folder_in_the_place_of_the_file_is_no_database(tmp_path: Path) -> None:
    said = await refusal(sqlite(tmp_path))
    assert said == f"the counts cannot be read from SQLite in {tmp_path}: that is a folder, and should be a file"


async def test_g26_a_database_that_another_process_holds_is_said_to_be_busy(tmp_path: Path) -> None:
    url = await counted(tmp_path / "counts")
    holding = sqlite3.connect(tmp_path / "counts")
    holding.execute("PRAGMA locking_mode=EXCLUSIVE")
    holding.execute("BEGIN EXCLUSIVE")
    assert "another process is writing to it; try again" in await refusal(url)
    holding.close()


async def test_g26_a_postgresql_that_is_not_there_is_named_without_its_password() -> None:
    said = await refusal(URL.create("postgresql+asyncpg", "gids", "kanarie", "127.0.0.1", 9, "counts"))
    assert said.startswith("the counts cannot be read from PostgreSQL on 127.0.0.1: is it there")
    assert "kanarie" not in said


def test_g26_a_folder_that_this_user_may_not_write_is_named() -> None:
    """A database in use needs more files beside it, also for a reader."""
    nobody = somebody()
    if os.geteuid() == 0 and nobody is None:
        pytest.skip("root may write everywhere, and nobody cannot read this copy")
    with a_folder_of(nobody) as folder:
        asyncio.run(counted(folder / "counts.sqlite3"))
        if nobody is not None:
            os.chown(folder / "counts.sqlite3", nobody, nobody)
        folder.chmod(0o500)
        asked = subprocess.run(  # noqa: S603 - our own command line
            [*become(nobody), sys.executable, "-m", "bot", "stats"],
            cwd="/",
            env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "WATKANIKDOEN_STATE_DIR": str(folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o700)
    assert asked.returncode == 78
    (line,) = asked.stderr.splitlines()
    assert f"this user may not write in {folder}, which SQLite needs" in line
