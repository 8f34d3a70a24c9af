"""Fixtures that many tests share: the whole guide, its languages, every page, and servers. Once for each worker."""

import gc
import ipaddress
import logging
import sys
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings
from playwright.async_api import Browser

import campaigns
import locales
from bot.chat.page_proofs import Sheet, sheets
from bot.chat.pages import Pages
from bot.ops.logs import Log
from campaigns import Campaign, Contact
from flows.guide import Guide
from flows.map import REGIONS
from locales import Locales
from tests.support import browser as browsers
from tests.support import databases, stores
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite
from tests.support.debian import PROGRAMS
from tests.support.stores import Store

settings.register_profile("ours", deadline=None)  # how long an example takes says how busy this computer is
settings.load_profile("ours")

LONGEST_CODE = "gemeente-utrecht"
"""Sixteen characters, the longest campaign code there may be; with local help of its own."""


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """No test connects to anything outside this computer, such as Telegram."""
    if event == "socket.connect" and isinstance(address := arguments[1], tuple):
        host = ipaddress.ip_address(str(address[0]).replace("localhost", "127.0.0.1"))
        if not (host.is_loopback or host.is_unspecified):
            raise RuntimeError(f"a test connects to {host}")


sys.addaudithook(_stay_here)


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
    """A real PostgreSQL."""
    with databases.postgres_server() as server:
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
    """A real Redis or Valkey."""
    with stores.started() as store:
        yield store


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A real browser. Its tests share one event loop."""
    async with browsers.browser() as opened:
        yield opened


@pytest.fixture(autouse=True)
def logs_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that runs within a test takes over logging: this gives it back."""
    monkeypatch.setattr(Log, "level", Log.level)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    monkeypatch.setattr(logging.root, "handlers", list(logging.root.handlers))
    monkeypatch.setattr(logging.root, "level", logging.root.level)
    monkeypatch.setattr(logging, "_logRecordFactory", logging.getLogRecordFactory())
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    for place, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, hook, getattr(place, hook))


STARTS = {f"tests.support.{name}" for name in ("processes", "linux", "databases", "stores")} | {Browser.__module__}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file is for one worker, which makes costly fixtures once. Files that start processes, servers or a browser take
    longest: they begin first, or the others would wait for them in the end."""
    items.sort(key=lambda item: not _starts_something(item.getparent(pytest.Module)))


@cache
def _starts_something(module: pytest.Module | None) -> bool:
    return module is not None and not STARTS.isdisjoint(
        getattr(thing, "__module__", "") for thing in vars(module.obj).values()
    )


def pytest_collection_finish() -> None:
    """What was imported stays to the end. If the collector need not walk through it, tests take a tenth less."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for program in PROGRAMS:
        if not program.path:
            terminalreporter.write_line(program.missing, red=True, bold=True)
