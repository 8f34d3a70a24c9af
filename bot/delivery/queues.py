"""Many chats at once, each strictly in order: a lane per chat, and nothing kept when it is empty.

An update is handled before it is confirmed, whoever brought it in. Polling and the webhook both put updates in here
and confirm what is done. Whatever happens to one update, the next person is answered.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.api.client import seconds
from bot.api.update import Json, Update, number, read
from bot.delivery.coordination import Coordination, LocalCoordination
from bot.ops import metrics as health
from bot.ops.logs import LOG

MOST_AT_ONCE = 64
"""Updates handled at the same time. More would only wait at Telegram's door."""

REMEMBERED = 10_000
"""Update ids kept to know a repeated delivery: more than Telegram can have under way."""

HELD = 5.0
"""Seconds an update may hold back its confirmation. After that it waits in memory, and is counted:
a pinned offset shows at most 100 updates, so one slow chat would in the end silence all others."""

NEXT_LOOK = 0.02
"""Seconds between two looks whether another worker is done with a chat."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries while Telegram cannot be reached."""

TRIES = 24
"""Tries for one update while Telegram cannot be reached: some ten minutes, then it is given up and counted."""


_HANDLED = health.UPDATES.labels("handled")


class UpdateHandler(Protocol):
    """What a lane needs of a face."""

    async def handle(self, update: Update) -> None:
        """Answer an update."""

    async def skip(self, update: Update) -> None:
        """What a later tap or a wipe has overtaken: take away the waiting mark, or the words; draw nothing."""

    async def ask_to_retry(self, update: Update) -> None:
        """A tap in a chat that Telegram makes us wait for: ask the person to press again in a moment."""

    def may_skip(self, update: Update) -> bool:
        """Whether this is a tap that a later tap makes pointless."""

    def is_urgent(self, update: Update) -> bool:
        """Whether this is a wipe, which waits for nothing that was asked before it."""


@dataclass(slots=True)
class _Waiting:
    chat: int
    update: Update
    done: asyncio.Future[None]
    may_be_passed_over: bool
    is_urgent: bool


@dataclass(slots=True)
class _Pause:
    """A chat that Telegram makes us wait for; cut short by a wipe."""

    cut: asyncio.Event
    long: bool


class ChatQueues:
    """Updates come in with `take`; the future it returns is done when the update is answered or given up.

    `instead` answers what the face cannot for a fault of its own: nobody is left with nothing.
    """

    def __init__(
        self,
        face: UpdateHandler,
        *,
        instead: UpdateHandler | None = None,
        memory: Coordination | None = None,
        most: int = MOST_AT_ONCE,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._face = face
        self._instead = instead
        self._memory = memory or LocalCoordination()
        self._places = asyncio.Semaphore(most)
        self._sleep = sleep
        self._lanes: dict[int, deque[_Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._recent: OrderedDict[int, asyncio.Future[None]] = OrderedDict()
        self._paused: dict[int, _Pause] = {}
        self._put_off: set[asyncio.Future[None]] = set()
        self._back = asyncio.Event()
        self.waiting = 0

    def take(self, raw: Update | Json) -> asyncio.Future[None]:
        """Put an update in its lane. One that came before is not handled again: its first future is returned."""
        update_id = number(raw)
        known = self._recent.get(update_id)
        if known is not None:
            return known
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._remember(update_id, done)
        try:
            update = read(raw)
        except Exception as error:  # each update is parsed by itself, so that a bad one harms nobody
            self._fail(update_id, error, "unreadable")
            done.set_result(None)
            return done
        chat = update.chat_id
        if chat is None:  # of a kind that we did not ask for: nobody waits for an answer
            done.set_result(None)
            return done
        self.waiting += 1
        waiting = self._judged(chat, update, done)
        pause = self._paused.get(chat)
        if pause and pause.long and waiting.may_be_passed_over:
            self._start(self._aside(waiting, self._face.ask_to_retry))
            return done
        if pause and waiting.is_urgent:
            pause.cut.set()
        lane = self._lanes.get(chat)
        if lane is None:
            lane = self._lanes[chat] = deque()
            self._start(self._run(chat, lane))
        _line_up(lane, waiting)
        return done

    def _judged(self, chat: int, update: Update, done: asyncio.Future[None]) -> _Waiting:
        """What the face says of its turn. Should it fail at that, the update is answered in its turn all the same."""
        try:
            return _Waiting(chat, update, done, self._face.may_skip(update), self._face.is_urgent(update))
        except Exception as error:
            LOG.error("update takes its turn as any other", update_id=update.update_id, error=error)
            return _Waiting(chat, update, done, may_be_passed_over=False, is_urgent=False)

    def is_deferred(self, done: asyncio.Future[None]) -> bool:
        """Whether this one waits since Telegram wants it to, for longer than its confirmation can be held back."""
        return done in self._put_off

    def wake(self) -> None:
        """Telegram answers again: whoever waits for the network need not wait any longer."""
        self._back.set()
        self._back = asyncio.Event()

    async def drained(self, seconds: float) -> bool:
        """Wait until every lane is empty, so long at most. False when some are not."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        return not self._tasks

    def stop(self) -> None:
        """Let go of what is still under way; it was not confirmed, so Telegram delivers it again."""
        for task in self._tasks:
            task.cancel()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, chat: int, lane: deque[_Waiting]) -> None:
        """Work through one lane, then close it."""
        try:
            while lane:
                async with self._places:
                    # The place may have been waited for: only the last of many taps is drawn. The others are told
                    # beside the lane, so that a hundred answers do not come before the one page.
                    while self._is_overtaken(lane):
                        self._start(self._aside(lane.popleft(), self._face.skip))
                        health.UPDATES.labels("passed_over").inc()
                    await self._one(lane.popleft(), self._answer)
        finally:
            del self._lanes[chat]
            for waiting in lane:  # we were stopped; nobody may wait for these
                waiting.done.cancel()
                self.waiting -= 1

    def _is_overtaken(self, lane: deque[_Waiting]) -> bool:
        """Whether the first in this lane need not be drawn: a tap before another tap, or anything before a wipe."""
        if len(lane) == 1 or lane[0].is_urgent:
            return False
        if lane[1].update.callback_query and lane[0].may_be_passed_over:
            return True
        return any(waiting.is_urgent for waiting in islice(lane, 1, None))

    async def _aside(self, waiting: _Waiting, answer: Callable[[Update], Awaitable[None]]) -> None:
        """Beside the lane: what draws nothing need not keep its turn."""
        async with self._places:
            await self._one(waiting, answer)

    async def _one(self, waiting: _Waiting, answer: Callable[[Update], Awaitable[None]]) -> None:
        try:
            await self._with_patience(waiting, answer)
        except asyncio.CancelledError:
            waiting.done.cancel()
            raise
        except Exception as error:  # whatever one update does, the next person is answered
            self._fail(waiting.update.update_id, error, "failed")
        else:
            _HANDLED.inc()
        finally:
            self.waiting -= 1
        if not waiting.done.done():
            waiting.done.set_result(None)

    async def _answer(self, update: Update) -> None:
        """By the face; instead of it, where it meets a fault of its own. A page that Telegram refuses is one too."""
        try:
            await self._face.handle(update)
        except Exception as error:
            not_ours = isinstance(error, TelegramError) and not isinstance(error, BadRequest)
            if not_ours or self._instead is None:
                raise
            self._fail(update.update_id, error, "emergency_page")
            await self._instead.handle(update)

    async def _with_patience(self, waiting: _Waiting, answer: Callable[[Update], Awaitable[None]]) -> None:
        """Answer; wait where Telegram asks for it, and again while Telegram cannot be reached."""
        pause = FIRST_PAUSE
        for left in range(TRIES, 0, -1):
            try:
                await self._in_turn(waiting, answer)
            except (BadRequest, Forbidden, ChatMigrated):  # asking again mends nothing
                raise
            except RetryAfter as error:
                if left == 1:
                    raise
                health.WAITS.inc()
                if await self._wait_as_asked(waiting, seconds(error)):
                    answer = self._face.skip
            except TelegramError:  # the network, the servers behind it, or a token that is just being replaced
                if left == 1:
                    raise
                await self._rest(pause, self._back)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def _in_turn(self, waiting: _Waiting, answer: Callable[[Update], Awaitable[None]]) -> None:
        """Answer, while no other worker is busy in this chat. What one of them overtook is passed over: a tap before
        anything newer, anything before a wipe."""
        update = waiting.update
        if answer != self._answer:  # nothing is drawn, so it need not be our turn
            await answer(update)
            return
        chat, number, wipes = waiting.chat, update.update_id, waiting.is_urgent
        while (turn := await self._memory.begin(chat, number)) is None:
            await self._rest(NEXT_LOOK)
        if turn.is_known:
            return
        if (turn.wiped > number and not wipes) or (turn.newest > number and waiting.may_be_passed_over):
            answer = self._face.skip
        answered = False
        try:
            await answer(update)
            answered = True
        finally:
            await self._memory.end(chat, number, answered=answered, wiped=wipes)

    async def _wait_as_asked(self, waiting: _Waiting, wait: float) -> bool:
        """Only this chat waits. When that takes longer than a person would, further taps are told so at once.

        True when a wipe came meanwhile: what waited is no longer wanted.
        """
        chat = waiting.chat
        if chat in self._paused:  # this one waits beside the lane; the pause is that of the lane
            await self._rest(wait)
            return False
        self._paused[chat] = pause = _Pause(asyncio.Event(), wait > HELD)
        if pause.long:
            self._put_off.add(waiting.done)
        try:
            await self._rest(wait, pause.cut)
        finally:
            del self._paused[chat]
            self._put_off.discard(waiting.done)
        return pause.cut.is_set()

    async def _rest(self, seconds: float, until: asyncio.Event | None = None) -> None:
        """Wait, or until this happens, without holding a place that another chat could use."""
        self._places.release()
        waits: list[asyncio.Future[Any]] = [asyncio.ensure_future(self._sleep(seconds))]
        if until is not None:
            waits.append(asyncio.ensure_future(until.wait()))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await self._places.acquire()

    def _remember(self, update_id: int, done: asyncio.Future[None]) -> None:
        self._recent[update_id] = done
        if len(self._recent) > REMEMBERED:
            self._recent.popitem(last=False)

    def _fail(self, update_id: int, error: Exception, outcome: str) -> None:
        health.UPDATES.labels(outcome).inc()
        LOG.error("update not answered as it should be", update_id=update_id, error=error, outcome=outcome)


def _line_up(lane: deque[_Waiting], waiting: _Waiting) -> None:
    """In the order in which it was sent: a webhook may bring two updates of a chat the other way round."""
    place = len(lane)
    while place and lane[place - 1].update.update_id > waiting.update.update_id:
        place -= 1
    lane.insert(place, waiting)
