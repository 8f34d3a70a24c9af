"""Each chat counts once a week for each thing, whichever worker it meets: one set a week in the store they share."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.counting.once_a_week import Counted, counted_hash
from bot.delivery.redis_connection import RedisConnection
from bot.ops import metrics

if TYPE_CHECKING:
    from campaigns.counts.cells import Cell

COUNTED = timedelta(days=8)
"""How long the presses of a week are remembered: about as long as its counts can still grow."""

MOST_COUNTED = 500_000
"""Hashes that are remembered of a week, some 35 MB in the store. Further presses are not counted: too low a count is
better than one that counts a chat twice."""


class Away(Exception):
    """The store cannot be used now."""


class RedisOnceAWeek:
    """See `bot.counting.once_a_week.OnceAWeek`. Each week has a salt of its own, which is in the store alone and
    expires with it: after that not even the token tells who counted."""

    def __init__(self, connection: RedisConnection) -> None:
        self._connection = connection

    async def first(self, presses: Iterable[Counted]) -> list[Cell]:
        """See `OnceAWeek`. Raises `Away`."""
        by_week: dict[str, list[Counted]] = {}
        for press in presses:
            by_week.setdefault(press[1].week, []).append(press)
        return [cell for week, some in by_week.items() for cell in await self._first_of(week, some)]

    async def _first_of(self, week: str, presses: list[Counted]) -> list[Cell]:
        counted, salt = self._connection.name("counted", week), self._connection.name("salt", week)
        look = self._connection.pipeline()
        look.set(salt, secrets.token_bytes(32), nx=True, px=COUNTED)
        look.get(salt)
        look.scard(counted)
        look.pttl(counted)
        if (found := await self._connection.ask(look)) is None:
            raise Away
        _, shared, remembered, left = found
        fitting = presses[: max(MOST_COUNTED - remembered, 0)]
        # One command for each press: should two workers add the same one at the same time, it is new for one of them.
        add = self._connection.pipeline()
        for press in fitting:
            add.sadd(counted, counted_hash(press, self._connection.secret + shared))
        if left < 0:
            add.pexpire(counted, COUNTED)
        if (is_new := await self._connection.ask(add)) is None:
            raise Away
        metrics.COUNTS_DROPPED.labels("full").inc(len(presses) - len(fitting))
        return [cell for (_, cell), new in zip(fitting, is_new, strict=False) if new]

    def keep_only(self, week: str) -> None:
        """What belongs to a week expires in the store by itself."""
