"""Anonymous counts: gathered in memory, and written together about once a minute.

Counting is never in the way: it takes a press, keeps it, and returns. Whatever the database does, the guide answers,
what was counted waits in memory (as much as is bounded below), and writing resumes by itself.
A kill loses what was not written: at most `1.5 * PAUSE` seconds of it.

Every pause is jittered, and something is written each time, whether anybody was there or not:
neither the pace of writing nor the age of the file tells when somebody came.
"""

from __future__ import annotations

import asyncio
import random
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.counting.once_a_week import Counted, LocalOnceAWeek, OnceAWeek
from bot.ops import metrics
from bot.ops.logs import LOG
from campaigns.counts.cells import Batch, Cell, is_written, week_of
from flows.steps import START_STEP, counted_as, step_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

PAUSE = 60.0
"""Seconds between two writes; each is between half and one and a half times as long."""

PATIENCE = 8.0
"""Seconds that a write may take before it is given up and tried again later."""

LAST = 1.5
"""Seconds for the last write. A supervisor kills ten seconds after it asked us to stop, and people come first."""

UNDOING = 1.0
"""Seconds for a last write that is given up to leave the database: as long as another process may lock it."""

OPENING = 5.0
"""Seconds more for it where nothing was written before, and the database has still to be opened."""

MOST_PRESSES = 20_000
"""Presses that wait for the next write. More in a minute are dropped and counted as such."""

MOST_CELLS = 10_000
"""Counts that wait for a database that is away: weeks of everything that there is to count."""


@dataclass
class Tally:
    """Takes what is counted, and writes it while `kept`. Nothing here raises.

    The database is opened in a thread by the first write: SQLAlchemy takes half a second to import.
    """

    database: Callable[[], AsyncEngine]
    now: Callable[[], datetime]
    countable: Callable[[datetime], Iterable[Cell]]
    once_a_week: OnceAWeek = field(default_factory=LocalOnceAWeek)
    pause: float = PAUSE
    patience: float = PATIENCE

    def __post_init__(self) -> None:
        self._opened: AsyncEngine | None = None
        self._presses: dict[Counted, None] = {}
        self._counts: Counter[Cell] = Counter()
        self._batch: Batch | None = None
        self._written = ""
        self._failing = False
        self._add_countable()

    def started(self, chat_id: int, campaign: str, locale: str) -> None:
        """Somebody opened the guide, in this language, with the code of this campaign or with none."""
        self._count(chat_id, "step", START_STEP, campaign, locale)

    def opened(self, chat_id: int, screen: str, campaign: str = "", pressed_on: str = "") -> None:
        """A page was opened, by a button on another page or by a command."""
        self._count(chat_id, "screen", counted_as(screen))
        if step := step_of(screen, pressed_on):
            self._count(chat_id, "step", step, campaign)

    def routed(self, chat_id: int, route: str) -> None:
        """Typed words led somewhere. `route` is one of our own names, never anything of what was typed."""
        self._count(chat_id, "route", route)

    def _count(self, chat_id: int, kind: str, name: str, campaign: str = "", locale: str = "") -> None:
        press = chat_id, Cell(week_of(self.now()), kind, name, campaign, locale)
        if press in self._presses or len(self._presses) < MOST_PRESSES:
            self._presses[press] = None
        else:
            metrics.COUNTS_DROPPED.labels("full").inc()

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """While the block runs counts are written now and then, and for the last time at its end."""
        stop = asyncio.Event()
        writing = asyncio.ensure_future(self._write_until(stop))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait([writing], timeout=LAST if self._opened else OPENING + LAST)
            if self._presses or self._batch:
                LOG.warning("the last counts were not written and are lost")
            writing.cancel()
            await asyncio.wait([writing], timeout=UNDOING)  # cancelled twice, the driver waits for itself for ever

    async def _write_until(self, stop: asyncio.Event) -> None:
        is_last = False
        while not is_last:
            pause = self.pause * random.uniform(0.5, 1.5)  # noqa: S311 - it blurs a time, and keeps no secret
            with suppress(TimeoutError):
                is_last = await asyncio.wait_for(stop.wait(), pause)
            await self.flush()

    async def flush(self) -> bool:
        """Write what was counted until now. False when the database would not have it: then it waits."""
        self._add_countable()
        await self._gather()
        if self._batch and not await self._write(self._batch):
            return False
        self._batch = Batch(secrets.token_hex(16), dict(self._counts))
        self._counts.clear()
        return await self._write(self._batch)

    async def _gather(self) -> None:
        """From presses to counts: here whoever pressed is let go of."""
        presses, self._presses = self._presses, {}
        try:
            cells = await self.once_a_week.first(presses)
        except Exception as error:  # a memory that is shared with other machines may be away
            metrics.COUNTS_DROPPED.labels("unknown").inc(len(presses))
            LOG.warning("presses could not be told apart and are not counted", count=len(presses), error=error)
            return
        self.once_a_week.keep_only(week_of(self.now()))
        for cell in cells:
            if cell not in self._counts and len(self._counts) >= MOST_CELLS:
                metrics.COUNTS_DROPPED.labels("full").inc()
                continue
            self._counts[cell] += 1

    def _add_countable(self) -> None:
        """Steps that nobody reached are written as well: a step without noise would say that nobody was there.

        Done at the start and before each write, so that no press falls in a week or campaign that was left out.
        """
        for cell in self.countable(self.now()):
            self._counts[cell] += 0

    async def _write(self, batch: Batch) -> bool:
        now = self.now()
        for cell in [cell for cell in batch.counts if not is_written(cell.week, now)]:
            metrics.COUNTS_DROPPED.labels("late").inc(batch.counts.pop(cell))
        try:
            async with asyncio.timeout(self.patience):
                if self._opened is None:
                    self._opened = await asyncio.to_thread(self.database)
                from campaigns.counts.store import write  # noqa: PLC0415 - the docstring of `store` says why

                await write(self._opened, batch, self._written, now)
        except Exception as error:  # whatever a database can do to us; the batch is kept and tried again
            if not self._failing:
                LOG.warning("counts cannot be written; they wait in memory", error=error)
            self._failing = True
            return False
        if self._failing:
            LOG.info("counts are written again")
        self._failing = False
        self._written, self._batch = batch.id, None
        metrics.written()
        return True
