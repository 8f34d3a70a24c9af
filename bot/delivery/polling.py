"""Fetches updates from Telegram, and confirms only what was handled.

The offset moves over a handled update and never past one that is under way, so a kill repeats updates and loses none.
While one update holds the offset, polling goes on: the others behind it are still answered.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.api.client import Client, is_logged_out, seconds
from bot.api.events import ALLOWED_UPDATES
from bot.api.update import Unreadable, Update
from bot.delivery.outage import FIRST_PAUSE, Outage
from bot.delivery.queues import ChatQueues
from bot.delivery.waiting import HELD, confirm_early
from bot.ops import metrics
from bot.ops.logs import LOG

LONG_POLL = 20
"""Seconds Telegram holds an empty answer. With the five that we grant the network, and the longest pause,
a dead connection is noticed and replaced within half a minute."""

AGAIN = 0.5
"""Seconds between two polls at one offset: sooner, Telegram shows one update instead of a hundred."""

GATHER = 0.02
"""Seconds to let more updates finish, in a rush, before the next poll confirms them together."""

RUSH = 10
"""Updates under way from which that pays. With fewer, the next visitor would wait for it."""

REFUSED_FOR = 300.0
"""Seconds a token may be refused before we give up: a token that was replaced is not mended by waiting."""

SAY_AGAIN = 60.0
"""Seconds before a conflict with another program is mentioned again."""

ROOM = 80
"""Updates under way at which one that is held too long makes room: of the hundred that Telegram shows, these are no
news. With fewer nobody is kept out, and what is not confirmed survives a kill. It makes room sooner when most of the
others are answered: then it is this update that is slow, not Telegram, and it alone hides whoever comes after it."""

STAND_BY = 1.0
"""Seconds between two looks whether the worker that fetches is still there."""

UNFETCHED = 5.0
"""Seconds that updates may wait at Telegram while it cannot be known which worker fetches: then none does."""

DRAIN = 8.0
"""Seconds for what is under way when we are asked to stop; a supervisor kills after ten."""


@dataclass
class Polling:
    """One poller. `run` ends when `stop` is called, with everything handled confirmed."""

    client: Client
    queues: ChatQueues
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._stands_by = False
        self._unfetched_since: float | None = None
        self._offset = 0
        self._has_polled = False
        self._under_way: dict[int, tuple[asyncio.Future[None], float]] = {}
        self._outage = Outage()
        self._conflict_said = float("-inf")
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Fetch nothing more; finish and confirm what is under way."""
        self._stopping.set()

    async def run(self) -> None:
        """Fetch and hand over until stopped. Raises `InvalidToken` when the token stays refused."""
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            while not stopping.done():
                turn = asyncio.ensure_future(self._turn())
                await asyncio.wait([turn, stopping], return_when=asyncio.FIRST_COMPLETED)
                if not turn.done():
                    turn.cancel()
                    await asyncio.wait([turn])
                if not turn.cancelled():
                    turn.result()
        finally:
            stopping.cancel()
        await self._finish()

    async def _turn(self) -> None:
        """One poll, and the wait that belongs to what came of it."""
        if not await self._may_fetch():
            metrics.polled()
            await self.sleep(STAND_BY)
            return
        try:
            # The first poll does not wait either: it shows at once that we are ready.
            wait = LONG_POLL if self._has_polled and not self._under_way else 0
            began = self.clock()
            batch = await self.client.fetch_updates(self._offset, wait, ALLOWED_UPDATES)
        except TelegramError as error:
            await self._after(error)
            return
        if self._outage.pause > FIRST_PAUSE:
            self.queues.wake()
        self._outage = Outage()
        metrics.polled()
        self._has_polled = True
        self._hand_over(batch)
        if wait and not self._under_way and self.clock() - began < AGAIN:  # what came has no number: it comes again
            await self.sleep(AGAIN)
        await self._wait_for_the_first()
        self._move()

    async def _may_fetch(self) -> bool:
        """Of several workers one fetches. Another stands by: ready, and with nothing to do."""
        ours = await self.queues.coordination.may_fetch()
        if ours is None:  # whoever fetches goes on, and who stands by does not disturb it
            ours = not self._stands_by or await self._nobody_fetches()
        if ours and self._stands_by:
            LOG.info("this worker fetches updates now")
        elif not ours and not self._stands_by:
            LOG.info("another worker fetches updates; standing by")
        self._stands_by = not ours
        if ours:
            self._unfetched_since = None
        return ours

    async def _nobody_fetches(self) -> bool:
        """Whether updates stay where they are at Telegram: asked there, as the memory cannot tell."""
        try:
            waiting = (await self.client.get_webhook_info()).pending_update_count
        except TelegramError:
            waiting = 0
        if not waiting:
            self._unfetched_since = None
        elif self._unfetched_since is None:
            self._unfetched_since = self.clock()
        return self._unfetched_since is not None and self.clock() - self._unfetched_since >= UNFETCHED

    def _hand_over(self, batch: list[Update | Unreadable]) -> None:
        """Into the queues, in the order of their ids: the offset confirms all that come before it."""
        numbered = sorted((update for update in batch if update.update_id), key=lambda update: update.update_id)
        if numbered and numbered[0].update_id < self._offset:  # after a quiet week Telegram numbers anew, from anywhere
            self.queues.coordination.forget_order()
        for update in numbered:
            if update.update_id not in self._under_way:
                self._under_way[update.update_id] = (self.queues.take(update), self.clock())
        self.queues.make_room()

    async def _wait_for_the_first(self) -> None:
        """Until the offset can move, or it is time to look for others behind the one that holds it."""
        if self._under_way:
            first, _ = next(iter(self._under_way.values()))
            done, _ = await asyncio.wait([first], timeout=AGAIN)
            if done and self._unanswered >= RUSH:
                await self.sleep(GATHER)

    @property
    def _unanswered(self) -> int:
        return sum(not confirmed.done() for confirmed, _ in self._under_way.values())

    def _move(self) -> None:
        """Move the offset over what may be confirmed, and over what has held it too long."""
        for update_id, (confirmed, since) in list(self._under_way.items()):
            if not confirmed.done():
                patience = AGAIN if 2 * self._unanswered <= len(self._under_way) else HELD
                if self.clock() - since < patience or len(self._under_way) < ROOM:
                    return
                confirm_early(confirmed)
            del self._under_way[update_id]
            self._offset = update_id + 1

    async def _after(self, error: TelegramError) -> None:
        """Telegram did not give us updates: say so, not too often, and wait before asking again."""
        if isinstance(error, Conflict) and _is_webhook(error):
            await self._take_webhook_away()
            return
        if isinstance(error, Conflict) and not await self.queues.coordination.may_fetch():
            self._stands_by = True  # another worker of ours fetches, or may well do so
            return
        wait = self._outage.wait() * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
        if isinstance(error, Conflict):
            metrics.CONFLICTS.inc()
            metrics.not_ready()
            if self._may_say_again():
                LOG.warning("another process fetches our updates; stop one of the two")
        elif isinstance(error, InvalidToken | EndPointNotFound):
            metrics.not_ready()
            LOG.warning("token refused")
            if self._outage.refused_for(self.clock()) > REFUSED_FOR:
                raise InvalidToken from None
        elif isinstance(error, RetryAfter):
            wait = seconds(error)
        elif is_logged_out(error):
            LOG.warning("this bot is logged out at this Bot API server, which lasts ten minutes")
        else:
            LOG.warning("Telegram cannot be reached", error=type(error).__name__)
        metrics.tried()
        await self.sleep(wait)

    def _may_say_again(self) -> bool:
        """Whether a conflict has not been mentioned for a while."""
        now = self.clock()
        if now - self._conflict_said < SAY_AGAIN:
            return False
        self._conflict_said = now
        return True

    async def _take_webhook_away(self) -> None:
        """Another program set a webhook for our token: until it is gone no poll gets anything."""
        metrics.CONFLICTS.inc()
        metrics.not_ready()
        if self._may_say_again():
            LOG.warning("another program set a webhook for this token; it is taken away")
        try:
            await self.client.delete_webhook()  # what waits at Telegram is kept
        except TelegramError as error:
            LOG.warning("the webhook cannot be taken away yet", error=type(error).__name__)
        await self.sleep(FIRST_PAUSE)

    async def _finish(self) -> None:
        """Let the queues run empty, and confirm what they did; the rest is delivered to the next process."""
        await self.queues.drained(DRAIN)
        self.queues.stop()
        if self._stands_by:
            return
        for update_id, (confirmed, _) in self._under_way.items():
            if not confirmed.done() or confirmed.cancelled():
                break
            self._offset = update_id + 1
        try:
            await asyncio.wait_for(self.client.fetch_updates(self._offset, 0, ALLOWED_UPDATES), 1.0)
        except (TelegramError, TimeoutError):
            LOG.warning("could not confirm the last updates; they will come again")


def _is_webhook(error: Conflict) -> bool:
    """Told apart from a second poller by Telegram's words, as there is nothing else."""
    return "webhook" in error.message.lower()
