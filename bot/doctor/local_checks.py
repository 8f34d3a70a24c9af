"""What this machine and the copy on it look like: database, shared memory, campaigns, helplines."""

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

import httpx
from sqlalchemy import URL, insert

import campaigns
from bot import app
from bot.delivery.coordination import LocalCoordination
from bot.doctor.findings import Finding, Installation, good, unseen, wrong
from bot.ops.settings import PREFIX, doubts
from bot.ops.version import VERSION
from campaigns.counts.cells import week_of
from campaigns.counts.store import FLUSHES, engine, make_tables, missing_file, named
from flows import helplines
from flows.helpline import AMSTERDAM, STALE_AFTER

WRITING = 5.0
"""Seconds that a database may take to write."""

CONFLICTS = "watkanikdoen_conflict_total"

PROBE = 5.0
"""Seconds that the endpoints of a worker may take."""


async def version(_: Installation) -> Finding:
    """Which version is installed."""
    return good(VERSION)


async def environment(_: Installation) -> Finding:
    """What is set and is probably not meant."""
    if found := list(doubts()):
        return wrong("; ".join(found), "correct it where the settings are; docs/operate.md lists all of them")
    return good("all names are known, and each has one value")


async def running(here: Installation) -> Finding:
    """Whether a worker runs here and answers, by its own endpoints; and whether another program takes its updates."""
    host, _, port = here.settings.health_listen.rpartition(":")
    if not int(port or 0):
        return unseen(
            f"without {PREFIX}HEALTH_LISTEN it cannot be seen whether the bot runs", "set it, such as 127.0.0.1:9090"
        )
    host = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(host, host)  # noqa: S104 - nothing is bound here
    try:
        async with httpx.AsyncClient(base_url=f"http://{host}:{port}", trust_env=False, timeout=PROBE) as http:
            ready, before = await http.get("/ready"), await _metrics(http)
            if conflicts := before.get(CONFLICTS):
                await asyncio.sleep(here.between_polls)
                if (await _metrics(http)).get(CONFLICTS, 0) > conflicts:
                    return wrong(
                        "another program takes its updates", "stop it; if you cannot, take a new token (/revoke)"
                    )
    except httpx.HTTPError as error:
        said = f"no bot answers at {host}:{port} ({type(error).__name__})"
        return wrong(said, "start `watkanikdoen run`, and read its log")
    if ready.status_code != HTTPStatus.OK:
        return wrong("the bot runs, and is not ready", "read its log: visitors get no answer, or the emergency page")
    if f'watkanikdoen_build_info{{version="{VERSION}"}}' not in before:
        return wrong(f"the bot that runs is not version {VERSION}, which is installed", "restart the bot")
    return good("a bot runs, and answers")


async def _metrics(http: httpx.AsyncClient) -> dict[str, float]:
    """What a worker publishes, by the name of each series with its labels."""
    lines = (await http.get("/metrics")).text.splitlines()
    series = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in series}


async def database(here: Installation) -> Finding:
    """Whether counts can be written. The attempt is rolled back."""
    url = here.settings.database
    if file := missing_file(url):
        return _place_for(file)
    try:
        async with asyncio.timeout(WRITING):
            await _write_nothing(url, here.now())
    except Exception as error:  # anything a driver may raise; its words may hold the address
        return wrong(
            f"{named(url)} cannot be written ({type(error).__name__})",
            f"is it there, not full, and may this user write? See {PREFIX}DATABASE_URL and {PREFIX}STATE_DIR",
        )
    return good(f"{named(url)} can be written")


async def _write_nothing(url: URL, now: datetime) -> None:
    made = engine(url)
    try:
        async with made.connect() as connection:
            await connection.run_sync(make_tables)
            await connection.execute(insert(FLUSHES).values(id=secrets.token_hex(16), week=week_of(now)))
            await connection.rollback()
    finally:
        await made.dispose()


def _place_for(file: Path) -> Finding:
    """A missing file is not made here: it would belong to the user who runs the doctor, perhaps root."""
    folder = next(folder for folder in file.absolute().parents if folder.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        return wrong(f"{folder} cannot be written", f"give this user a folder, and name it in {PREFIX}STATE_DIR")
    return good(f"SQLite will be made in {file.parent}")


async def memory(here: Installation) -> Finding:
    """What several workers share: it can be written, and reaches no disk."""
    if here.settings.memory_url.get_secret_value() and here.settings.token is None:
        return unseen("not checked", "fix Telegram first")
    shared = app.coordination(here.settings, here.now)
    if isinstance(shared, LocalCoordination):
        return good("none is set; one worker needs none")
    try:
        if not await shared.connection.find():
            return wrong("cannot be written", f"is it there, not full, and is its password in {PREFIX}MEMORY_URL?")
        writes = await shared.connection.writes_to_disk()
    finally:
        await shared.connection.close()
    if writes is None:
        return unseen("does not say whether it writes to disk", "it should be started with --save '' --appendonly no")
    if writes:
        return wrong("writes to disk what should be forgotten", "start it with --save '' --appendonly no")
    return good("can be written, and keeps nothing on disk")


async def codes(here: Installation) -> Finding:
    """Whether the campaigns can be read."""
    if here.settings.campaigns is None:
        return good("none are set")
    known = campaigns.read(here.settings.campaigns)
    return good(f"{len(known)} in {here.settings.campaigns.name}")


async def numbers(here: Installation) -> Finding:
    """When a person last checked the helplines."""
    how = "`check --helplines` says whom to call"
    if stale := helplines.stale(here.now().astimezone(AMSTERDAM).date()):
        names = ", ".join(line.name for line in stale)
        return wrong(
            f"last checked more than {STALE_AFTER.days} days ago: {names}",
            f"{how}; then take a release in which that is noted",
        )
    if unasked := helplines.unconfirmed():
        return unseen(f"nobody called yet: {len(unasked)} of {len(helplines.HELPLINES)}", how)
    oldest = min(line.last_checked for line in helplines.HELPLINES.values())
    return good(f"all checked since {oldest}")


CHECKS: Mapping[str, Callable[[Installation], Awaitable[Finding]]] = {
    "version": version,
    "settings": environment,
    "running": running,
    "database": database,
    "shared memory": memory,
    "campaigns": codes,
    "helplines": numbers,
}
