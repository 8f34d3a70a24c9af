"""What several workers share of each chat, in a Valkey or Redis: whose turn it is, where our page stands, and which
updates were answered. `docs/decisions/003-what-several-workers-share.md` says what that means for the order of updates.

The store gets no chat id and no text, not even in a form that could be turned back without the bot's token. Everything
in it expires. While the store is away each worker goes on with what it knows itself.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any, Self

import msgspec
from redis.asyncio.client import Pipeline
from redis.asyncio.lock import Lock

from bot.api.events import Event
from bot.counting.once_a_week import OnceAWeek
from bot.delivery.coordination import FREE, LATE, Turn
from bot.delivery.last_pages import KEPT, LastPages, Moment, PageRef
from bot.delivery.redis_connection import RedisConnection
from bot.delivery.redis_once_a_week import RedisOnceAWeek
from bot.ops.logs import LOG

BEAT = 1.0
"""Seconds between two renewals of a lease, and between two attempts to reconnect."""

LEASE = timedelta(seconds=4)
"""How long a turn lasts without renewal. A chat waits that long for a worker that was killed."""

FETCHING = timedelta(seconds=5)
"""The same for the worker that fetches."""

AFTERWARDS = timedelta(hours=1)
"""How long the store remembers a chat in which no page stands any more."""

MOST_ANSWERED = 16
"""Answered updates that the store remembers of a chat."""

SAVE_PAGE = files(__package__).joinpath("save_page.lua").read_text("utf-8")
MILLISECOND = timedelta(milliseconds=1)


@dataclass(slots=True)
class _Held:
    """A turn of this worker."""

    event: Event
    is_ours: bool = False
    """Unset while the store is asked for the turn."""
    page: PageRef | None = None
    stored: bytes = b""
    """The page as the store has it, decoded and as it came."""


class RedisCoordination:
    """See `bot.delivery.coordination.Coordination`. `now` is the time that pages are stamped with.

    The store has five keys of a chat. `turn`: the worker that has the turn. `page`: where our page stands, or when it
    was wiped. `answered`: the last updates that were answered. `order`: the newest update and the newest wipe. `sent`:
    updates whose page was sent while the former page has still to be taken away.
    """

    def __init__(self, url: str, token: str, now: Callable[[], datetime]) -> None:
        """The store need not be there yet. Raises `WrongSetting`."""
        self.connection = RedisConnection(url, token)
        self.once_a_week: OnceAWeek = RedisOnceAWeek(self.connection)
        self._now = now
        self._me = secrets.token_hex(8)
        self._turns: dict[int, _Held] = {}
        self._fetches = False
        self._tasks: list[asyncio.Task[None]] = []
        self.last_pages = _SharedLastPages(self.connection.hidden, self._tell_it_stands)

    async def begin(self, event: Event) -> Turn | None:
        """Take the turn in a chat, and learn what the other workers know of it."""
        chat = event.chat_id
        if chat in self._turns:  # this worker is handing its page over
            return None
        self._turns[chat] = held = _Held(event)
        try:
            return await self._take(chat, held)
        finally:
            if not held.is_ours:
                del self._turns[chat]

    async def _take(self, chat: int, held: _Held) -> Turn | None:
        name, once = self.connection.name, self._once(held.event)
        commands = self.connection.pipeline()
        self._hold(commands, name("turn", chat), LEASE)
        commands.lrange(name("answered", chat), 0, -1)
        commands.zrange(name("order", chat), 0, -1, withscores=True)
        commands.hget(name("sent", chat), once)
        commands.get(name("page", chat))
        found = await self.connection.ask(commands)
        if found is None:
            return FREE
        _, is_ours, answered, order, sent, stored = found
        if once.encode() in answered:
            if is_ours:
                await self._leave(name("turn", chat))
            return Turn(is_known=True)
        if not is_ours:
            return None
        held.is_ours, held.stored, newest = True, stored or b"", dict(order)
        place = _decoded(stored, PageRef | Moment)
        held.page, since = (place, place.drawn) if isinstance(place, PageRef) else (None, place)
        self.last_pages.learn(chat, held.page, since)
        if unfinished := _decoded(sent, tuple[str, PageRef | None]):
            hidden, former = unfinished
            self.last_pages.remember(hidden, former, self._now())
        return Turn(newest=int(newest.get(b"newest", 0)), wiped=int(newest.get(b"wiped", 0)))

    async def end(self, event: Event, *, answered: bool) -> None:
        """Give the turn back, and forget the page here: another worker may wipe it.

        A worker whose lease expired may still record answered updates. Where the page stands it may only say when
        nobody had the turn meanwhile.
        """
        chat = event.chat_id
        held = self._turns.get(chat)
        if held is None or held.event != event:
            return
        name = self.connection.name
        commands, kept = self._saving(chat, held)
        if answered:
            numbers = {"newest": event.update_id} | ({"wiped": event.update_id} if event.is_urgent else {})
            commands.lpush(name("answered", chat), self._once(event))
            commands.ltrim(name("answered", chat), 0, MOST_ANSWERED - 1)
            commands.zadd(name("order", chat), numbers, gt=True)
            commands.pexpire(name("order", chat), timedelta(seconds=LATE))
            commands.hdel(name("sent", chat), self._once(event))
            for kind in ("answered", "sent"):
                commands.pexpire(name(kind, chat), kept)
        commands.eval(Lock.LUA_RELEASE_SCRIPT, 1, name("turn", chat), self._me)
        try:
            if await self.connection.ask(commands) is not None:
                self.last_pages.forget(chat)
        finally:
            del self._turns[chat]

    async def _tell_it_stands(self, chat: int, once: str, former: PageRef | None) -> None:
        """Record that a page was sent. If this worker is killed now, the next one tidies and sends no second page."""
        held = self._turns.get(chat)
        if held is None or not held.is_ours:
            return
        sent = self.connection.name("sent", chat)
        commands, kept = self._saving(chat, held)
        commands.hset(sent, self._once(held.event), msgspec.json.encode((once, former)))
        commands.pexpire(sent, kept)
        if await self.connection.ask(commands) is not None:
            held.page = self.last_pages.last(chat, self._now())
            held.stored = msgspec.json.encode(held.page)

    def _saving(self, chat: int, held: _Held) -> tuple[Pipeline, timedelta]:
        """Commands that save the page if it changed, and how long the store remembers this chat."""
        now, commands = self._now(), self.connection.pipeline()
        page = self.last_pages.last(chat, now)
        kept = max(page.drawn + KEPT - now, LEASE) if page else AFTERWARDS
        if page != held.page:
            keys = (self.connection.name("turn", chat), self.connection.name("page", chat))
            stored = msgspec.json.encode(page or now)
            commands.eval(SAVE_PAGE, 2, *keys, self._me, held.stored, stored, kept // MILLISECOND)
        return commands, kept

    def forget_order(self) -> None:
        """The order in the store expires, and is compared within `NEW_NUMBERS` only."""

    def forget_old(self, now: datetime) -> None:
        """The store forgets by itself. These are pages that were drawn while it was away."""
        self.last_pages.forget_old(now)

    async def may_fetch(self) -> bool | None:
        """Take the lease of the worker that fetches, or keep it."""
        commands = self.connection.pipeline()
        self._hold(commands, self.connection.name("fetching"), FETCHING)
        found = await self.connection.ask(commands)
        self._fetches = bool(found and found[-1])
        return None if found is None else self._fetches

    async def __aenter__(self) -> Self:
        if not await self.connection.find():
            LOG.warning("the shared memory cannot be used yet; going on with our own")
        self._tasks = [asyncio.ensure_future(work) for work in (self._tend(), self._hand_over())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        if self._fetches:
            await self._leave(self.connection.name("fetching"))
        await self.connection.close()

    def _once(self, event: Event) -> str:
        """What the store knows an update by: what was done in it, not its number, which Telegram may use again."""
        return self.connection.hidden(event.once)

    def _hold(self, commands: Pipeline, name: str, lease: timedelta) -> None:
        """Take a lease or renew it, as redis-py's own lock does. The second answer is 1 when this worker has it."""
        commands.set(name, self._me, nx=True, px=lease)
        self._renew(commands, name, lease)

    def _renew(self, commands: Pipeline, name: str, lease: timedelta) -> None:
        commands.eval(Lock.LUA_REACQUIRE_SCRIPT, 1, name, self._me, lease // MILLISECOND)

    async def _leave(self, name: str) -> None:
        commands = self.connection.pipeline()
        commands.eval(Lock.LUA_RELEASE_SCRIPT, 1, name, self._me)
        await self.connection.ask(commands)

    async def _tend(self) -> None:
        """While the worker runs: renew its leases, and reconnect."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await self.connection.lost.wait()
            if self.connection.is_away and await self.connection.find():
                LOG.info("the shared memory is used again")
            commands = self.connection.pipeline()
            for chat, held in self._turns.items():
                if held.is_ours:  # renewed only: it may have been given back a moment ago, and is not to be taken again
                    self._renew(commands, self.connection.name("turn", chat), LEASE)
            if self._fetches:
                self._renew(commands, self.connection.name("fetching"), FETCHING)
            await self.connection.ask(commands)
            self.connection.lost.clear()

    async def _hand_over(self) -> None:
        """While the worker runs: tell the others of pages that it drew while the store was away."""
        while True:
            await asyncio.sleep(BEAT)
            for chat in self.last_pages.chats():
                nothing = Event(update_id=0, chat_id=chat)
                if not self.connection.is_away and await self.begin(nothing):
                    await self.end(nothing, answered=False)


class _SharedLastPages(LastPages):
    """The chats whose turn this worker has, and those of which it could not tell the store."""

    def __init__(
        self, hidden: Callable[[Hashable], str], tell: Callable[[int, str, PageRef | None], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._hidden = hidden
        self._tell = tell

    def learn(self, chat: int, page: PageRef | None, since: datetime | None) -> None:
        """Take over where the page stands since then, unless this worker drew a later one while the store was away."""
        ours = self.forget(chat)
        if later := ours if ours and (since is None or ours.drawn > since) else page:
            self.note(chat, later)

    def chats(self) -> list[int]:
        return list(self._pages)

    async def stands(self, chat_id: int, page: PageRef, once: Hashable) -> None:
        before = self._pages.get(chat_id)
        await super().stands(chat_id, page, once)
        if before is None or before.message_id != page.message_id:  # else drawn in place, which harms nobody twice
            await self._tell(chat_id, self._hidden(once), self.replaced(once))

    def has_answered(self, once: Hashable) -> bool:
        """Whether a page stands, also one from a worker that was killed before it had tidied."""
        hidden = self._hidden(once)
        if super().has_answered(hidden):
            self._untidy[once] = self._untidy.pop(hidden)
        return super().has_answered(once)


def _decoded(raw: bytes | None, kind: Any) -> Any:
    """What the store had, or None. What is not as we write it counts as nothing, and is overwritten."""
    with suppress(ValueError):
        return msgspec.json.decode(raw or b"null", type=kind | None)
    return None
