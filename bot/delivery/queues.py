"""Many chats at once, each strictly in order: a queue per chat, and nothing kept when it is empty.

An update is handled before it is confirmed. Polling and the webhook both put updates in here and confirm an update when
its future is done. Whatever happens to one update, the next person is answered; whatever one chat sends, no other
chat waits for it.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.api.client import seconds
from bot.api.events import Event, Press, Words, understand
from bot.api.update import Unreadable, Update
from bot.delivery.coordination import Coordination, LocalCoordination
from bot.delivery.newest import Newest, hidden
from bot.delivery.outage import Outage
from bot.delivery.waiting import HELD, LEFT, MOST_HELD, PLACES, ChatQueue, Pause, UpdateHandler, Waiting
from bot.ops import metrics
from bot.ops.logs import LOG

MOST_AT_ONCE = 64
"""Updates handled at the same time. More would only wait at Telegram's door."""

REMEMBERED = 10_000
"""Updates remembered to recognise a repeated delivery: more than Telegram can have under way."""

NEXT_LOOK = 0.02
"""Seconds between two looks whether another worker is done with a chat."""

TRIES = 24
"""Tries for one update while Telegram cannot be reached: some ten minutes, then it is given up and counted."""


@dataclass
class ChatQueues:
    """Updates come in with `take`; the future it returns is done when the update may be confirmed.

    `instead` answers what the handler cannot for a fault of its own: nobody is left with nothing.
    """

    handler: UpdateHandler
    instead: UpdateHandler | None = None
    coordination: Coordination = field(default_factory=LocalCoordination)
    most: int = MOST_AT_ONCE
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.most)
        self._queues: dict[int, ChatQueue] = {}
        self._beside: dict[int, ChatQueue] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._recent: Newest[int, asyncio.Future[None]] = Newest(REMEMBERED)
        self._paused: dict[int, Pause] = {}
        self._back = asyncio.Event()

    @property
    def waiting(self) -> int:
        """Turns that wait or are being answered."""
        return sum(len(queue.all) for queue in self._queues.values()) + len(self._beside)

    def take(self, update: Update | Unreadable) -> asyncio.Future[None]:
        """Put an update in its queue. One that came before is not handled again: its first future is returned."""
        confirmed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        event = self._understood(update)
        if event is None:
            confirmed.set_result(None)
            return confirmed
        once = hidden(event.once)
        if (known := self._recent.get(once)) is not None:
            return known
        self._recent[once] = confirmed
        if self._note_album(event, confirmed):
            self._put_beside(Waiting(event, self.handler.skip, [confirmed]))
        else:
            self.put(event, confirmed)
        return confirmed

    def _understood(self, update: Update | Unreadable) -> Event | None:
        """None when nobody is to be answered."""
        if isinstance(update, Unreadable):
            self._report(update.update_id, None, "unreadable")
            return None
        try:
            return understand(update)
        except Exception as error:  # whatever somebody sent, the updates behind it are answered
            self._report(update.update_id, error, "unreadable")
            return None

    def _note_album(self, event: Event, confirmed: asyncio.Future[None]) -> bool:
        """Remember its album. True for a picture without words of one that is being answered already."""
        if not isinstance(event, Words) or not event.album:
            return False
        album = hidden("album", event.chat_id, event.album)
        is_first = album not in self._recent
        self._recent[album] = confirmed
        queue = self._queues.get(event.chat_id)
        goes_along = queue is not None and any(one.event.together(event) for one in queue.waiting)
        return not (is_first or event.text or goes_along)

    def put(self, event: Event, *unconfirmed: asyncio.Future[None]) -> None:
        """An event in the order of its chat. One of our own is no update, and confirms nothing."""
        waiting = Waiting(event, self._answer, [*unconfirmed], updates=len(unconfirmed))
        pause = self._paused.get(event.chat_id)
        if pause and pause.is_long and isinstance(event, Press):
            waiting.deed = self.handler.ask_to_retry
            self._put_beside(waiting)
            return
        if pause and event.is_urgent:
            pause.cut.set()
        for overtaken in self._opened(self._queues, event.chat_id).line_up(waiting):
            metrics.UPDATES.labels("passed_over").inc(overtaken.updates)
            overtaken.deed = self.handler.skip
            self._put_beside(overtaken)
        self._hold_nothing_if_paused(event.chat_id)

    def _put_beside(self, waiting: Waiting) -> None:
        """What draws nothing need not keep its turn, and a hundred answers do not come before the one page."""
        chat = waiting.event.chat_id
        self._opened(self._beside, chat).put_beside(waiting)
        self._hold_nothing_if_paused(chat)

    def _opened(self, queues: dict[int, ChatQueue], chat: int) -> ChatQueue:
        if chat not in queues:
            queues[chat] = ChatQueue()
            self._start(self._run(queues, chat))
        return queues[chat]

    def make_room(self) -> None:
        """When more updates hold their confirmation than there are places, those of the chats with the most wait in
        memory; and all that such a chat sends, until its queue is empty."""
        held, waiting = Counter[int](), Counter[int]()
        for queues in (self._queues, self._beside):
            for chat, queue in queues.items():
                held[chat] += sum(one.held for one in queue.all)
                waiting[chat] += sum(one.updates for one in queue.all)
        is_short = held.total() > PLACES
        for chat, most in held.most_common():
            if waiting[chat] > most or (is_short and most > MOST_HELD and held.total() > LEFT):
                self._hold_nothing(chat)
                del held[chat]

    def _hold_nothing(self, chat: int) -> None:
        for queues in (self._queues, self._beside):
            for one in queues[chat].all if chat in queues else ():
                one.wait_in_memory()

    def _hold_nothing_if_paused(self, chat: int) -> None:
        """A chat that has to wait for long holds nothing."""
        if (pause := self._paused.get(chat)) and pause.is_long:
            self._hold_nothing(chat)

    def wake(self) -> None:
        """Telegram answers again: updates that wait for the network need not wait any longer."""
        self._back.set()
        self._back = asyncio.Event()

    async def drained(self, seconds: float) -> bool:
        """Wait at most this long for every queue to empty. False when some are not empty then."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        return not self._tasks

    def stop(self) -> None:
        """Cancel what is still under way; it was not confirmed, so Telegram delivers it again."""
        for task in self._tasks:
            task.cancel()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, queues: dict[int, ChatQueue], chat: int) -> None:
        """Work through one queue, then close it."""
        queue = queues[chat]
        try:
            while queue.waiting:
                async with self._places:
                    queue.current = queue.waiting.popleft()
                    await self._one(queue.current)
                    queue.current = None
        finally:
            del queues[chat]
            for waiting in queue.all:  # we were stopped; nobody may wait for these
                waiting.cancel()

    async def _one(self, waiting: Waiting) -> None:
        try:
            await self._with_patience(waiting)
        except Exception as error:  # whatever one update does, the next person is answered
            self._report(waiting.event.update_id, error, "failed", waiting.updates)
        else:
            metrics.UPDATES.labels("handled").inc(waiting.updates)
        waiting.confirm()

    async def _answer(self, event: Event) -> None:
        """By the handler; instead of it, where it meets a fault of its own. A page that Telegram refuses is one too."""
        try:
            await self.handler.handle(event)
        except Exception as error:
            not_ours = isinstance(error, TelegramError) and not isinstance(error, BadRequest)
            if not_ours or self.instead is None:
                raise
            self._report(event.update_id, error, "emergency_page", int(bool(event.update_id)))
            await self.instead.handle(event)

    async def _with_patience(self, waiting: Waiting) -> None:
        """Answer; wait where Telegram asks for it, and again while Telegram cannot be reached."""
        outage = Outage()
        for left in range(TRIES, 0, -1):
            try:
                await self._in_turn(waiting)
            except (BadRequest, Forbidden, ChatMigrated):  # asking again mends nothing
                raise
            except RetryAfter as error:
                if left == 1:
                    raise
                metrics.WAITS.inc()
                if seconds(error) > HELD and waiting.deed != self._answer and not waiting.event.typed:
                    return  # a waiting mark ends by itself, and sooner
                await self._wait_as_asked(waiting, seconds(error))
            except TelegramError:  # the network, the servers behind it, or a token that is just being replaced
                if left == 1:
                    raise
                await self._rest(outage.wait(), self._back)
            else:
                return

    async def _in_turn(self, waiting: Waiting) -> None:
        """Answer, while no other worker is busy in this chat. What was overtaken there is skipped."""
        event = waiting.event
        if waiting.deed != self._answer:  # nothing is drawn, so it need not be our turn
            await waiting.deed(event)
            return
        while (turn := await self.coordination.begin(event)) is None:
            await self._rest(NEXT_LOOK)
        if turn.is_known:
            return
        answered = False
        try:
            await (self.handler.skip if turn.is_past(event) else self._answer)(event)
            answered = bool(event.update_id)  # one of ours has no number, and no place in the order of the chat
        finally:
            await self.coordination.end(event, answered=answered)

    async def _wait_as_asked(self, waiting: Waiting, wait: float) -> None:
        """Only this chat waits. When that takes longer than a person would, further presses are answered at once.
        When a wipe comes meanwhile, what waited is no longer wanted."""
        chat, is_long = waiting.event.chat_id, wait > HELD
        if chat in self._paused:  # this one waits beside the queue; the pause is that of the queue
            if is_long:
                waiting.wait_in_memory()
            await self._rest(wait)
            return
        self._paused[chat] = pause = Pause(is_long)
        self._hold_nothing_if_paused(chat)
        try:
            await self._rest(wait, pause.cut)
        finally:
            del self._paused[chat]
        if pause.cut.is_set():
            waiting.deed = self.handler.skip

    async def _rest(self, seconds: float, until: asyncio.Event | None = None) -> None:
        """Wait, or until this happens, without holding a place that another chat could use."""
        self._places.release()
        waits: list[asyncio.Future[Any]] = [asyncio.ensure_future(self.sleep(seconds))]
        if until is not None:
            waits.append(asyncio.ensure_future(until.wait()))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await self._places.acquire()

    def _report(self, update_id: int, error: Exception | None, outcome: str, updates: int = 1) -> None:
        metrics.UPDATES.labels(outcome).inc(updates)
        LOG.error("update not answered by the guide", update_id=update_id, error=error or "Unreadable", outcome=outcome)
