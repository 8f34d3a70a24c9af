"""The connection to the store that several workers share, and whether it can be used now.

The store may fail in any way. After one timeout nobody waits for it, and reconnecting happens in the background.
"""

import asyncio
from collections.abc import Coroutine, Hashable
from contextlib import suppress
from datetime import timedelta
from hashlib import blake2b
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError
from redis.maint_notifications import MaintNotificationsConfig

from bot.ops import metrics
from bot.ops.logs import LOG
from bot.ops.settings import PREFIX, WrongSetting

PATIENCE, LOOKS = 1.0, 20
"""Seconds that an answer may wait for the store, and the steps in which it waits. In a process that itself gets no time
each step takes longer; a single timeout would take that for a slow store, and chats would get two pages."""

TRIAL = timedelta(seconds=4)
"""How long the value stays that `find` writes."""


class RedisConnection:
    """Sends commands in pipelines: each is one transaction and one round trip. The store need not be there yet; a bad
    address raises `WrongSetting`."""

    def __init__(self, url: str, token: str) -> None:
        try:
            # No retries of its own: a failure is known at once, and reconnecting happens in the background.
            self._store = Redis.from_url(
                url,
                socket_timeout=None,  # `_patiently` says how long we wait
                socket_connect_timeout=None,
                retry=Retry(NoBackoff(), 0),
                maint_notifications_config=MaintNotificationsConfig(enabled=False),
            )
        except (ValueError, TypeError, RedisError):  # their words may quote the address, which may hold a password
            raise WrongSetting(f"{PREFIX}MEMORY_URL: should be an address such as redis://127.0.0.1:6379/0") from None
        # The same for all workers, and never in the store: without it the store cannot even tell whether somebody came.
        self.secret = blake2b(token.encode(), digest_size=32, person=b"wkid memory").digest()
        self.is_away = True
        """Set while the store cannot be used."""
        self.lost = asyncio.Event()
        """Set when a command failed, so that reconnecting starts at once."""
        self._has_warned = False

    def name(self, kind: str, of: Hashable = "") -> str:
        """The key of this kind for a chat or a week."""
        return f"watkanikdoen:{kind}:{self.hidden(of)}"

    def hidden(self, what: Hashable) -> str:
        """A name that says nothing without the token. The id of a tap is hidden too, since it holds the visitor's."""
        return blake2b(repr(what).encode(), key=self.secret, digest_size=16).hexdigest()

    def pipeline(self) -> Pipeline:
        """Collects commands for `ask`."""
        return self._store.pipeline()

    async def ask(self, commands: Pipeline) -> list[Any] | None:
        """The answers, in order. None while the store cannot be used, and then at once."""
        if self.is_away:
            return None
        try:
            return list(await _patiently(commands.execute()))
        except Exception as error:  # down, slow, full, read-only, another program at that port: people are answered
            metrics.MEMORY_FAILURES.inc()
            if not self.is_away:
                self.is_away = True
                metrics.MEMORY_AWAY.set(1)
                LOG.warning("the shared memory cannot be used; going on with our own", error=type(error).__name__)
            self.lost.set()
            return None

    async def find(self) -> bool:
        """Whether the store can be used. It has to write: a full store and a read-only replica answer reads as well."""
        try:
            await _patiently(self._try())
        except Exception:  # as above
            self.is_away = True
        else:
            self.is_away = False
        metrics.MEMORY_AWAY.set(self.is_away)
        return not self.is_away

    async def _try(self) -> None:
        await self._store.connection_pool.disconnect(inuse_connections=False)
        await self._store.set(self.name("trial"), 1, px=TRIAL)
        await self._warn_of_disk()

    async def _warn_of_disk(self) -> None:
        """What is on a disk outlives its expiry. Not every store tells, so this warns once and stops nobody."""
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

    async def close(self) -> None:
        """Leave the store."""
        with suppress(Exception):
            await _patiently(self._store.aclose())


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
