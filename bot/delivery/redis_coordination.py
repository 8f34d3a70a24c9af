"""The memory that several workers share, in a Valkey or Redis.

It knows the trail of each chat, whose turn a chat is, which of its updates were answered, what it counted for, and
which worker fetches when they poll. What that means for the order within a chat stands in
`docs/decisions/003-what-several-workers-share.md`.

The store gets no chat id and no text, also not in a form that can be turned back without the bot's token, and all that
is in it expires. It may fail in any way it likes: then each worker goes on with what it knows itself, nobody waits for
the store, and as soon as it can be used again it is.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Self

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.commands.core import AsyncScript
from redis.exceptions import RedisError, ResponseError
from redis.maint_notifications import MaintNotificationsConfig

from bot.api.events import Event
from bot.counting.once_a_week import OnceAWeek, Press, press_hash
from bot.delivery.coordination import FREE, Turn
from bot.delivery.last_pages import KEPT, LastPages, PageRef
from bot.ops import metrics
from bot.ops.logs import LOG
from bot.ops.settings import PREFIX, WrongSetting

if TYPE_CHECKING:
    from campaigns.counts.cells import Cell

PATIENCE, LOOKS = 1.0, 20
"""Seconds that an answer may wait for the store. Who waited in vain is the last: then it is looked for aside.
They are waited for in so many steps, each of which takes longer in a process that itself gets no time: it would else
take its own slowness for that of the store, and chats got two pages."""

BEAT = 1.0
"""Seconds between two signs of life of a turn that lasts, and between two looks for a store that is away."""

LEASE = timedelta(seconds=4)
"""How long a turn lasts without a sign of life: so long a chat waits for a worker that was killed."""

FETCHING = timedelta(seconds=5)
"""The same for the worker that fetches."""

AFTERWARDS = timedelta(hours=1)
"""How long it is known which updates were answered in a chat in which no page stands any more."""

COUNTED = timedelta(days=8)
"""How long it is known who counted in a week: about until its counts are no longer taken."""

MOST_COUNTED = 500_000
"""Hashes that are remembered of a week, some 35 MB in the store. Who comes after those is not counted: rather too few
than somebody twice."""

# One chat is one hash, and each script touches one key. The store's own clock counts, in milliseconds.
_BEGIN = """
local me, update, lease = ARGV[1], ARGV[2], tonumber(ARGV[3])
local holder, till, answered, step, at, newest, wiped, once, former = unpack(redis.call('HMGET', KEYS[1],
  'holder', 'until', 'answered', 'step', 'at', 'newest', 'wiped', 'once', 'former'))
if answered and string.find(answered, ' ' .. update .. ' ', 1, true) then return {'known'} end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if holder and holder ~= me and tonumber(till) > now then return {'busy'} end
redis.call('HSET', KEYS[1], 'holder', me, 'until', now + lease)
if redis.call('PTTL', KEYS[1]) < lease then redis.call('PEXPIRE', KEYS[1], lease) end
return {'yours', step or '', at or '0', newest or '0', wiped or '0', once or '', former or ''}
"""

# Who has lost the turn meanwhile may still say what was answered, but no longer where the chat is.
_WRITE = """
local me, update, answered, wiped, over, step, at, once, former, kept = unpack(ARGV)
local holder, newest, last, of, before = unpack(redis.call('HMGET', KEYS[1],
  'holder', 'newest', 'wiped', 'of', 'answered'))
local function is_behind(other) return other and tonumber(other) > tonumber(update) end
if answered == '1' then
  before = (before or ' ') .. update .. ' '
  while select(2, string.gsub(before, ' ', '')) > 17 do before = string.gsub(before, '^ %d+', '', 1) end
  redis.call('HSET', KEYS[1], 'answered', before)
  if not is_behind(newest) then redis.call('HSET', KEYS[1], 'newest', update) end
  if wiped == '1' and not is_behind(last) then redis.call('HSET', KEYS[1], 'wiped', update) end
  if of == update then redis.call('HDEL', KEYS[1], 'of', 'once', 'former') end
end
if holder == me or not (holder or is_behind(newest)) then
  redis.call('HSET', KEYS[1], 'at', at)
  if step == '' then redis.call('HDEL', KEYS[1], 'step') else redis.call('HSET', KEYS[1], 'step', step) end
  if once ~= '' then redis.call('HSET', KEYS[1], 'of', update, 'once', once, 'former', former) end
  if over == '1' then redis.call('HDEL', KEYS[1], 'holder', 'until') end
  redis.call('PEXPIRE', KEYS[1], kept)
end
return 1
"""

_RENEW = """
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local time = redis.call('TIME')
redis.call('HSET', KEYS[1], 'until', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 1
"""

_FETCH = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""

_SALT = """
local salt = redis.call('GET', KEYS[1])
if salt then return salt end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
"""

# Answers for each hash: 1 it is new, 0 it was there, -1 there is no room for more.
_COUNT = """
local answers, room = {}, tonumber(ARGV[1]) - redis.call('SCARD', KEYS[1])
for n = 3, #ARGV do
  local answer = redis.call('SISMEMBER', KEYS[1], ARGV[n]) == 0 and (room > 0 and 1 or -1) or 0
  if answer == 1 then
    redis.call('SADD', KEYS[1], ARGV[n])
    room = room - 1
  end
  answers[n - 2] = answer
end
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return answers
"""

_LEAVE = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"


def opened(url: str, token: str, now: Callable[[], datetime]) -> RedisCoordination:
    """The memory behind this address. It need not be there yet. Raises `WrongSetting`."""
    try:
        # No tries of its own: what fails is known at once, and looked for aside.
        store = Redis.from_url(
            url,
            socket_timeout=None,  # how long we wait is said by `_patiently`
            socket_connect_timeout=None,
            retry=Retry(NoBackoff(), 0),
            maint_notifications_config=MaintNotificationsConfig(enabled=False),
        )
    except (ValueError, TypeError, RedisError):  # their words may quote the address, which may hold a password
        raise WrongSetting(f"{PREFIX}MEMORY_URL: should be an address such as redis://127.0.0.1:6379/0") from None
    return RedisCoordination(store, token, now)


class Away(Exception):
    """The store cannot be used now."""


class RedisCoordination:
    """See `bot.delivery.coordination.Coordination`. `now` is the time that pages are stamped with."""

    def __init__(self, store: Redis, token: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        # The same for all workers, and never in the store: who reads that cannot even ask whether a person was here.
        self._secret = blake2b(token.encode(), digest_size=32, person=b"wkid memory").digest()
        self._me = secrets.token_hex(8)
        self._begin = store.register_script(_BEGIN)
        self._write = store.register_script(_WRITE)
        self._renew = store.register_script(_RENEW)
        self._fetch = store.register_script(_FETCH)
        self._leave = store.register_script(_LEAVE)
        self._salt = store.register_script(_SALT)
        self._count = store.register_script(_COUNT)
        self._turns: dict[int, int] = {}
        self._fetches = False
        self.is_away = True
        """Set while the store cannot be used."""
        self._lost = asyncio.Event()
        self._has_warned = False
        self._tending: asyncio.Task[None] | None = None
        self._last_pages = _SharedLastPages(self._hidden, self._tell_it_stands)

    @property
    def last_pages(self) -> LastPages:
        """Of the chat whose turn it is here, what all workers know."""
        return self._last_pages

    @property
    def once_a_week(self) -> OnceAWeek:
        """Of all workers together."""
        return self

    async def first(self, presses: Iterable[Press]) -> list[Cell]:
        """See `OnceAWeek`. Each week has a salt of its own, which is in the store alone and expires with it:
        after that not even the token tells who counted. Raises `Away`."""
        by_week: dict[str, list[Press]] = {}
        for press in presses:
            by_week.setdefault(press[1].week, []).append(press)
        cells: list[Cell] = []
        for week, some in by_week.items():
            kept = _milliseconds(COUNTED)
            salt = await self._ask(self._salt, self._name(f"salt {week}"), secrets.token_bytes(32), kept)
            key = self._secret + (salt or b"")
            hashes = [press_hash(press, key) for press in some]
            answers = salt and await self._ask(self._count, self._name(f"counted {week}"), MOST_COUNTED, kept, *hashes)
            if not answers:
                raise Away
            metrics.COUNTS_DROPPED.labels("full").inc(answers.count(-1))
            cells += [cell for (_, cell), answer in zip(some, answers, strict=True) if answer == 1]
        return cells

    def keep_only(self, week: str) -> None:
        """What belongs to a week expires in the store by itself."""

    async def begin(self, event: Event) -> Turn | None:
        """Take the turn in a chat, and learn where the others have brought it."""
        chat, update_id = event.chat_id, event.update_id
        found = await self._ask(self._begin, self.key(chat), self._me, update_id, _milliseconds(LEASE))
        if found is None:
            return FREE
        word, *fields = (field.decode() for field in found)
        if word == "busy":
            return None
        if word == "known":
            return Turn(is_known=True)
        self._turns[chat] = update_id
        step, at, newest, wiped, once, former = fields
        try:
            turn = Turn(newest=int(newest), wiped=int(wiped))
            self._last_pages.learn(chat, _unpacked(step), float(at))
            if once:
                self._last_pages.remember(once, _unpacked(former), self._now())
        except (ValueError, TypeError):  # not as we wrote it; what we write next is
            return FREE
        return turn

    async def end(self, event: Event, *, answered: bool) -> None:
        """Give the turn back. What the store knows now is not kept here: another worker may wipe it."""
        chat, update_id = event.chat_id, event.update_id
        if chat in self._turns:
            if await self._tell(chat, update_id, answered=answered, wiped=answered and event.is_urgent, over=True):
                self._last_pages.forget(chat)
            self._turns.pop(chat, None)

    def forget_order(self) -> None:
        """The order in the store is compared within some numbers only, and expires."""

    def forget_old(self, now: datetime) -> None:
        """The store does so by itself; this is what we kept while it was away."""
        self._last_pages.forget_old(now)

    async def may_fetch(self) -> bool | None:
        """Take the lease of the one who fetches, or keep it."""
        ours = await self._ask(self._fetch, self._name("fetching"), self._me, _milliseconds(FETCHING))
        self._fetches = bool(ours)
        return None if ours is None else self._fetches

    async def __aenter__(self) -> Self:
        if not await self.find():
            LOG.warning("the shared memory cannot be used yet; going on with our own")
        self._tending = asyncio.ensure_future(self._tend())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._tending:
            self._tending.cancel()
        if self._fetches:
            await self._ask(self._leave, self._name("fetching"), self._me)
        await self.close()

    async def close(self) -> None:
        """Leave the store."""
        with suppress(Exception):
            await _patiently(self._store.aclose())

    async def _tell_it_stands(self, chat: int, once: str, former: PageRef | None) -> None:
        """A page was sent: should we be killed before the rest is done, whoever comes next sends no second one."""
        if chat in self._turns:
            await self._tell(chat, self._turns[chat], once=once, former=former)

    async def _tell(
        self,
        chat: int,
        update_id: int,
        *,
        answered: bool = False,
        wiped: bool = False,
        over: bool = False,
        once: str = "",
        former: PageRef | None = None,
    ) -> Any:
        now = self._now()
        step = self._last_pages.last(chat, now)
        kept = max(step.drawn + KEPT - now, LEASE) if step else AFTERWARDS
        flags = (f"{flag:d}" for flag in (answered, wiped, over))
        place = (_packed(step), now.timestamp(), once, _packed(former), _milliseconds(kept))
        return await self._ask(self._write, self.key(chat), self._me, update_id, *flags, *place)

    async def _ask(self, script: AsyncScript, key: str, *args: str | float | bytes) -> Any:
        """Run one script. None when the store cannot be used: nobody waits for it until it was found back."""
        if self.is_away:
            return None
        try:
            return await _patiently(script(keys=[key], args=args))
        except Exception as error:  # down, slow, full, read-only, another program at that port: people are answered
            metrics.MEMORY_FAILURES.inc()
            if not self.is_away:
                self.is_away = True
                metrics.MEMORY_AWAY.set(1)
                LOG.warning("the shared memory cannot be used; going on with our own", error=type(error).__name__)
            self._lost.set()
            return None

    async def _tend(self) -> None:
        """As long as we run: keep the turns that last, and find the store back."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await self._lost.wait()
            if not self.is_away:
                for chat in list(self._turns):
                    await self._ask(self._renew, self.key(chat), self._me, _milliseconds(LEASE))
                if self._fetches:
                    await self.may_fetch()
            elif await self.find():
                LOG.info("the shared memory is used again")
                await self._hand_over()
            self._lost.clear()

    async def find(self) -> bool:
        """Whether the store can be used, by writing: one that is full, or a copy of another, answers just as well."""
        try:
            await _patiently(self._look())
        except Exception:  # as above
            self.is_away = True
        else:
            self.is_away = False
        metrics.MEMORY_AWAY.set(self.is_away)
        return not self.is_away

    async def _look(self) -> None:
        await self._store.connection_pool.disconnect(inuse_connections=False)
        await self._store.set(self._name("a look"), 1, px=_milliseconds(LEASE))
        await self._look_what_it_writes()

    async def _hand_over(self) -> None:
        """What we came to know while the store was away is for all workers again."""
        for chat in self._last_pages.chats():
            nothing = Event(update_id=0, chat_id=chat)
            if chat not in self._turns and await self.begin(nothing):
                await self.end(nothing, answered=False)

    async def _look_what_it_writes(self) -> None:
        """What is on a disk outlives its expiry. Not every store lets us look, so it is said once, and stops nobody."""
        if self._has_warned:
            return
        writes = await self.writes_to_disk()
        if writes is None:
            LOG.warning("the shared memory does not say whether it writes to disk; make sure that it does not")
        elif writes:
            LOG.warning("THE SHARED MEMORY WRITES TO DISK; start it with --save '' --appendonly no")
        self._has_warned = writes is not False

    async def writes_to_disk(self) -> bool | None:
        """Whether the store keeps what it is given. None when it does not say."""
        try:
            save = await self._store.config_get("save")
            log = await self._store.config_get("appendonly")
        except ResponseError:
            return None
        return bool(save.get("save")) or log.get("appendonly") != "no"

    def key(self, chat: int) -> str:
        """Where the store keeps a chat."""
        return f"watkanikdoen:chat:{self._hidden(chat)}"

    def _name(self, what: str) -> str:
        return f"watkanikdoen:{what}:{self._hidden(what)}"

    def _hidden(self, what: Hashable) -> str:
        """A name that says nothing without the token. Not even the number of a tap is told: it holds the visitor's."""
        return blake2b(repr(what).encode(), key=self._secret, digest_size=16).hexdigest()


class _SharedLastPages(LastPages):
    """Holds the chats whose turn it is here, and what the store could not be told."""

    def __init__(
        self, hidden: Callable[[Hashable], str], tell: Callable[[int, str, PageRef | None], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._hidden = hidden
        self._tell = tell

    def learn(self, chat: int, step: PageRef | None, at: float) -> None:
        """What the store knew of a chat at that moment, unless we came to know better while it was away."""
        ours = self.forget(chat)
        better = ours if ours and ours.drawn.timestamp() > at else step
        if better:
            self.note(chat, better)

    def chats(self) -> list[int]:
        return list(self._pages)

    async def stands(self, chat_id: int, step: PageRef, once: Hashable) -> None:
        before = self._pages.get(chat_id)
        await super().stands(chat_id, step, once)
        if before is None or before.message_id != step.message_id:  # else drawn in place, which harms nobody twice
            await self._tell(chat_id, self._hidden(once), self.replaced(once))

    def has_answered(self, once: Hashable) -> bool:
        """Also by a worker that could not finish it, and was killed."""
        hidden = self._hidden(once)
        if super().has_answered(hidden):
            self._untidy[once] = self._untidy.pop(hidden)
        return super().has_answered(once)


async def _patiently(asked: Coroutine[Any, Any, Any]) -> Any:
    """What the store says. Raises `TimeoutError` when that takes too long."""
    asking = asyncio.ensure_future(asked)
    try:
        for _ in range(LOOKS):
            if (await asyncio.wait([asking], timeout=PATIENCE / LOOKS))[0]:
                return asking.result()
        raise TimeoutError
    finally:
        asking.cancel()


def _packed(step: PageRef | None) -> str:
    if step is None:
        return ""
    # The mode is added only where it is not the ordinary one: a worker of before it reads four fields.
    return json.dumps([step.message_id, step.drawn.timestamp(), step.locale, step.campaign, *[True] * step.aloud])


def _unpacked(step: str) -> PageRef | None:
    if not step:
        return None
    message_id, drawn, locale, campaign, *aloud = json.loads(step)
    return PageRef(message_id, datetime.fromtimestamp(drawn, UTC), locale, campaign, aloud=bool(aloud))


def _milliseconds(time: timedelta) -> int:
    return int(time.total_seconds() * 1000)
