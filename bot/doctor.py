"""Examines a copy as it stands with its operator: what nobody sees from outside until somebody needs help.

A check is a function that returns a `Finding`. None changes anything, and none repeats a secret.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from pyreqwest.client import ClientBuilder
from sqlalchemy import URL, insert
from tabulate import tabulate
from telegram.error import InvalidToken, TelegramError

import campaigns
from bot import app
from bot.api.client import Client
from bot.chat.profile import differences
from bot.delivery.coordination import LocalCoordination
from bot.ops.settings import PREFIX, Settings
from campaigns.counts.cells import week_of
from campaigns.counts.store import FLUSHES, engine, make_tables
from flows import Mistake, helplines
from locales import Locales

PATIENCE = 20.0
"""Seconds that one check may take."""

WRITING = 5.0
"""Seconds of those for a database."""

MOST_OFF = timedelta(seconds=30)
"""How far the clock may be from Telegram's. The hours of helplines and the weeks of counts go by it."""

MANY = 100
"""Updates that may wait. Telegram hands out as many at once, so more means that nobody takes them."""


class State(StrEnum):
    """How it stands with one thing."""

    GOOD = "ok"
    WRONG = "WRONG"
    UNSEEN = "look"
    """It cannot be seen from here."""


@dataclass(frozen=True)
class Finding:
    """What one check found, and what to do about it."""

    state: State
    said: str
    mend: str = ""


def good(said: str) -> Finding:
    return Finding(State.GOOD, said)


def wrong(said: str, mend: str) -> Finding:
    return Finding(State.WRONG, said, mend)


def unseen(said: str, mend: str) -> Finding:
    return Finding(State.UNSEEN, said, mend)


@dataclass(frozen=True)
class Copy:
    """What is examined."""

    settings: Settings
    locales: Locales
    now: Callable[[], datetime]


async def examine(copy: Copy) -> dict[str, Finding]:
    """Every check by its name. What needs Telegram is left out when that does not answer."""
    found: dict[str, Finding] = {}
    bot = _client(copy.settings)
    if bot is None:
        found["Telegram"] = wrong("there is no token", f"ask @BotFather for one, and set {PREFIX}TOKEN_FILE")
    else:
        found["Telegram"] = await _tried(telegram(copy, bot))
    for name, asks in ASKING_TELEGRAM.items():
        if bot is None or found["Telegram"].state is not State.GOOD:
            found[name] = unseen("not looked at", "mend Telegram first")
        else:
            found[name] = await _tried(asks(copy, bot))
    if bot is not None:
        await bot.shutdown()
    for name, check in HERE.items():
        found[name] = await _tried(check(copy))
    return found


def _client(settings: Settings) -> Client | None:
    token = settings.token.get_secret_value() if settings.token else ""
    return app.connect(token, settings.api_url) if token else None


async def _tried(check: Awaitable[Finding]) -> Finding:
    """A check that stumbles is a finding too. Only the kind of error is told: its words may hold a token."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await check
    except Mistake as mistake:
        return wrong(str(mistake), "`watkanikdoen check` says every fault by its line")
    except Exception as error:  # whatever a network, a database or a disk can do to us
        return wrong(f"could not be looked at ({type(error).__name__})", "try again; look whether it is there at all")


async def telegram(copy: Copy, bot: Client) -> Finding:
    """Whether it can be reached, and knows the token."""
    try:
        await bot.initialize()
    except InvalidToken:
        return wrong("Telegram does not know this token", "copy it again from @BotFather (/token)")
    except TelegramError as error:
        return wrong(
            f"cannot be reached ({type(error).__name__})",
            f"let this machine out to {urlsplit(copy.settings.api_url).hostname}, port 443; a proxy is HTTPS_PROXY",
        )
    return good(f"answers @{bot.username}")


async def groups(_: Copy, bot: Client) -> Finding:
    """In a group all would read what one person presses."""
    if bot.can_join_groups:
        return wrong("anybody can put the bot into a group", "in @BotFather: /setjoingroups, Disable")
    if bot.can_read_all_group_messages:
        return wrong("the bot reads whatever is said in a group", "in @BotFather: /setprivacy, Enable")
    return good("the bot cannot be put into a group")


async def intake(copy: Copy, bot: Client) -> Finding:
    """Whether updates come in the way that the settings say."""
    hook, info = copy.settings.hook, await bot.get_webhook_info()
    if hook is None and info.url:
        return wrong(
            f"a webhook is set, at {urlsplit(info.url).hostname}, and none in the settings",
            "`watkanikdoen run` takes it away. Does it come back? Then another copy uses this token",
        )
    if hook is not None and info.url != hook.url:
        where = f"to {urlsplit(info.url).hostname}, at another address" if info.url else "nowhere"
        return wrong(f"Telegram brings updates {where}", "`watkanikdoen run` sets the webhook")
    waiting = info.pending_update_count
    if hook is not None and waiting and info.last_error_date:
        return wrong(
            f"{waiting} updates wait; last error at {info.last_error_date:%Y-%m-%d %H:%M} UTC: "
            f"{info.last_error_message}",
            "look whether `run` is there, and at the proxy and certificate before it",
        )
    if waiting > MANY:
        return wrong(f"{waiting} updates wait", "start `watkanikdoen run`; when it runs, look at /ready and its log")
    return good(f"by {'webhook' if hook else 'polling'}; {waiting} updates wait")


async def profile(copy: Copy, bot: Client) -> Finding:
    """Name, descriptions and commands, in every language."""
    differ: dict[str, list[str]] = {}
    async for what, locale, _ in differences(bot, copy.locales):
        differ.setdefault(locale, []).append(what.replace("_", " "))
    if differ:
        return wrong(
            "other than in the repository: " + "; ".join(f"{code}: {', '.join(what)}" for code, what in differ.items()),
            "`watkanikdoen run` sets them at its start. A name can be changed a few times a day only",
        )
    return good(f"name, descriptions and commands as in the repository: {', '.join(copy.locales)}")


async def botfather(_: Copy, __: Client) -> Finding:
    """What Telegram tells a person, and no bot."""
    return unseen(
        "a bot is not told its privacy policy, and its picture was not looked at",
        "in @BotFather: /mybots, Edit Bot, Edit Privacy Policy and Edit Botpic",
    )


async def clock(copy: Copy, _: Client) -> Finding:
    """Ours against the one in whatever Telegram answers. The address asked holds no token."""
    async with ClientBuilder().follow_redirects(False).build() as http:
        answer = await http.get(copy.settings.api_url).build().send()
    theirs = parsedate_to_datetime(answer.headers["Date"])
    off = (copy.now() - theirs).total_seconds()
    if abs(off) > MOST_OFF.total_seconds():
        return wrong(f"{abs(off):.0f} seconds {'ahead' if off > 0 else 'behind'}", "timedatectl set-ntp true")
    return good("as Telegram's")


async def database(copy: Copy) -> Finding:
    """Whether counts can be written. They are not: what is tried is taken back."""
    url = copy.settings.database
    if file := _yet_to_be_made(url):
        return _place_for(file)
    try:
        async with asyncio.timeout(WRITING):
            await _write_nothing(url, copy.now())
    except Exception as error:  # whatever the driver has to say; its words may hold the address
        return wrong(
            f"{_named(url)} cannot be written ({type(error).__name__})",
            f"is it there, not full, and may this user write? See {PREFIX}DATABASE_URL and {PREFIX}STATE_DIR",
        )
    return good(f"{_named(url)} can be written")


async def _write_nothing(url: URL, now: datetime) -> None:
    made = engine(url)
    try:
        async with made.connect() as connection:
            await connection.run_sync(make_tables)
            await connection.execute(insert(FLUSHES).values(id=secrets.token_hex(16), week=week_of(now)))
            await connection.rollback()
    finally:
        await made.dispose()


def _named(url: URL) -> str:
    return f"SQLite in {url.database}" if url.get_backend_name() == "sqlite" else f"PostgreSQL on {url.host}"


def _yet_to_be_made(url: URL) -> Path | None:
    file = Path(url.database or "")
    return file if url.get_backend_name() == "sqlite" and not file.exists() else None


def _place_for(file: Path) -> Finding:
    """A file that is not there yet is not made here: it would belong to whoever asks, perhaps root."""
    folder = next(folder for folder in file.absolute().parents if folder.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        return wrong(f"{folder} cannot be written", f"give this user a folder, and name it in {PREFIX}STATE_DIR")
    return good(f"SQLite will be made in {file.parent}")


async def memory(copy: Copy) -> Finding:
    """What several workers share: there, and nowhere on a disk."""
    if copy.settings.memory_url.get_secret_value() and copy.settings.token is None:
        return unseen("not looked at", "mend Telegram first")
    shared = app.memory(copy.settings, copy.now)
    if isinstance(shared, LocalCoordination):
        return good("none is set; one worker needs none")
    try:
        if not await shared.connection.find():
            return wrong("cannot be written", f"is it there, not full, and is its password in {PREFIX}MEMORY_URL?")
        writes = await shared.connection.writes_to_disk()
    finally:
        await shared.connection.close()
    if writes is None:
        return unseen("does not say whether it writes to disk", "see that it is started with --save '' --appendonly no")
    if writes:
        return wrong("writes to disk what should be forgotten", "start it with --save '' --appendonly no")
    return good("can be written, and keeps nothing on disk")


async def codes(copy: Copy) -> Finding:
    """Whether the campaigns can be read."""
    if copy.settings.campaigns is None:
        return good("none are set")
    known = campaigns.read(copy.settings.campaigns)
    return good(f"{len(known)} in {copy.settings.campaigns.name}")


async def numbers(copy: Copy) -> Finding:
    """How long ago somebody called the helplines."""
    if stale := helplines.stale(copy.now().date()):
        names = ", ".join(line.id for line in stale)
        return wrong(
            f"last checked more than {helplines.STALE_AFTER.days} days ago: {names}",
            "call them, and take a release in which that is noted (flows/helplines.py)",
        )
    if unasked := helplines.unconfirmed():
        names = ", ".join(line.id for line in unasked)
        return unseen(f"nobody has asked these lines themselves yet: {names}", "ask them; see docs/operate.md")
    oldest = min(line.last_looked_at for line in helplines.HELPLINES.values())
    return good(f"all checked since {oldest}")


ASKING_TELEGRAM: Mapping[str, Callable[[Copy, Client], Awaitable[Finding]]] = {
    "groups": groups,
    "updates": intake,
    "profile": profile,
    "BotFather": botfather,
    "clock": clock,
}

HERE: Mapping[str, Callable[[Copy], Awaitable[Finding]]] = {
    "database": database,
    "shared memory": memory,
    "campaigns": codes,
    "helplines": numbers,
}


_WIDTHS = [None, None, 50, 60]


def table(found: Mapping[str, Finding]) -> str:
    """For the terminal."""
    rows = [(name, finding.state, finding.said, finding.mend) for name, finding in found.items()]
    return tabulate(rows, ("", "", "found", "how to mend it"), maxcolwidths=_WIDTHS, disable_numparse=True)
