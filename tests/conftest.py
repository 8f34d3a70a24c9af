"""What many tests look at: the whole guide, its languages and every page. Made once for each worker."""

import logging
import os
import sys
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import campaigns
import locales
from benchmarks.store import MISSING, SERVER, Store, started
from bot.chat.page_proofs import Sheet, sheets
from bot.chat.pages import Pages
from bot.ops.logs import Log
from campaigns import Campaign, Contact
from flows.guide import Guide
from flows.map import REGIONS
from locales import Locales
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite, a_postgres_server
from tests.support.debian import PROGRAMS

LONGEST_FILES = (
    "test_benchmarks",
    "bot/test_faults",
    "web/test_pages",
    "bot/counting/test_tally_processes",
    "bot/delivery/test_webhook",
    "bot/chat/test_emergency",
    "bot/delivery/test_workers",
    "web/test_looks",
    "web/test_browser",
    "bot/test_cli",
    "campaigns/counts/test_report",
    "release/test_release",
    "bot/test_doctor",
)
LONGEST_CODE = "gemeente-utrecht"
"""Sixteen characters, the most that a campaign code may have; with local help of its own."""


@dataclass(frozen=True)
class Printed:
    """All pages, and each of them as a visitor would have it before them."""

    pages: Pages
    sheets: list[Sheet]


@pytest.fixture(scope="session")
def the_guide() -> Guide:
    return Guide(REGIONS)


@pytest.fixture(scope="session")
def the_locales() -> Locales:
    return locales.read()


@pytest.fixture(scope="session")
def printed(the_guide: Guide, the_locales: Locales) -> Printed:
    help_nearby = Contact(name={"nl": "Wijkteam"}, about={"nl": "Vragen over opvoeden"}, phone="14 030")
    longest = Campaign(code=LONGEST_CODE, organisation="Gemeente Utrecht", contact=(help_nearby,))
    pages = Pages(the_guide, the_locales, {LONGEST_CODE: longest} | campaigns.read(campaigns.EXAMPLE))
    return Printed(pages, sheets(pages))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real PostgreSQL, one for all workers."""
    with a_postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database, of each kind that counts can be kept in."""
    if request.param == "sqlite":
        yield Sqlite(tmp_path / "state" / "counts.sqlite3")
    else:
        async with Postgres.new(request.getfixturevalue("postgres_server")) as postgres:
            yield postgres


@pytest.fixture
def store() -> Iterator[Store]:
    """A real Redis or Valkey. Without one the test is skipped, and the last lines say so; CI fails."""
    if not SERVER:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with started() as store:
        yield store


@pytest.fixture(autouse=True)
def logs_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that runs within a test takes over all that is logged: only for as long as the test lasts."""
    monkeypatch.setattr(Log, "level", Log.level)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    monkeypatch.setattr(logging.root, "handlers", list(logging.root.handlers))
    monkeypatch.setattr(logging.root, "level", logging.root.level)
    monkeypatch.setattr(logging, "_logRecordFactory", logging.getLogRecordFactory())
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    for place, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, hook, getattr(place, hook))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file is for one worker, which makes costly things once. Those that take longest begin first, or the others
    would wait for them in the end."""
    first = [f"tests/{name}.py" for name in LONGEST_FILES]
    items.sort(key=lambda item: first.index(file) if (file := item.nodeid.partition("::")[0]) in first else len(first))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for missing in [MISSING] * (not SERVER) + [program.missing for program in PROGRAMS if not program.path]:
        terminalreporter.write_line(missing, red=True, bold=True)
