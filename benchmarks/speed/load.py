"""The loads for a bot, one after the other. Each ends when every tap is over, and returns its figures."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import islice
from statistics import quantiles

from benchmarks.speed.api import Api
from benchmarks.speed.visitors import VisitorChat
from tests.support.linux import cpu

PATIENCE = 60.0
"""Seconds without any answer after which open taps count as lost."""

TOGETHER = 200
"""Chats that wait for an answer at one time."""

Figures = dict[str, float]


class Load:
    """Loads for one bot, whose process has this id."""

    def __init__(self, api: Api, pid: int, patience: float = PATIENCE) -> None:
        self._api, self._pid, self._patience = api, pid, patience
        self._visitors = api.visitors
        self._chats: list[VisitorChat] = []

    async def seat(self, chats: int, *, starts: bool) -> Figures:
        """Adds chats that have a page, which they got by /start.

        A bot that keeps nothing about a chat cannot tell them apart: there only the very first starts, and the others
        have the same page before them, as after a restart.
        """
        newcomers = [self._visitors.newcomer() for _ in range(chats)]
        starting = newcomers if starts else newcomers[: not self._chats]
        lost = await self._over(starting, self._visitors.start)
        first = self._chats[0] if self._chats else newcomers[0]
        for chat in newcomers[len(starting) :]:
            chat.page, chat.message_id = first.page, first.message_id
        self._chats += newcomers
        return {"lost": lost}

    async def closed(self, chats: int, seconds: float, delay: float = 0.0) -> Figures:
        """Chats press again as soon as their page has come, for some seconds; open taps are then still answered.

        Taps a second, from begin to end, and those that were over `in_time`: with a delay, which ends with the time.
        The processor's seconds for a thousand; for the stand-in, its calls a second and the share that it was busy.
        """
        visitors, api = self._visitors, self._api
        taps, left, over = 0, chats, asyncio.Event()

        def again(chat: VisitorChat) -> None:
            nonlocal taps, left
            taps += 1
            now = time.monotonic()
            if now < end:
                visitors.press(chat, now)
            else:
                left -= 1
                if not left:
                    over.set()

        visitors.done, api.delay = again, delay
        began, used, own, calls = time.monotonic(), cpu(self._pid), time.process_time(), api.calls
        end = began + seconds
        for chat in self._chats[:chats]:
            visitors.press(chat, began)
        await asyncio.sleep(seconds)
        in_time, api.delay = taps, 0.0
        await self._ended(over)
        took = time.monotonic() - began
        return {
            "taps": taps,
            "lost": left,
            "rate": taps / took,
            "in_time": in_time / seconds,
            "cpu": (cpu(self._pid) - used) / taps * 1000 if taps else 0.0,
            "calls": (api.calls - calls) / took,
            "own": (time.process_time() - own) / took,
        }

    async def open(self, rate: float, seconds: float, seed: int) -> Figures:
        """Taps come at random, so many a second on average, as people come. Milliseconds until a tap is over, from
        the press, and from the moment it was handed out."""
        chance = random.Random(seed)  # noqa: S311 - a load, not a secret
        visitors, loop = self._visitors, asyncio.get_running_loop()
        free = deque(self._chats)
        pressed: list[float] = []
        handed: list[float] = []
        due, at = [], 0.0
        while (at := at + chance.expovariate(rate)) < seconds:
            due.append(at)
        over = asyncio.Event()

        def done(chat: VisitorChat) -> None:
            now = time.monotonic()
            pressed.append((now - chat.pressed) * 1000)
            handed.append((now - chat.handed) * 1000)
            free.append(chat)
            if len(pressed) == len(due):
                over.set()

        def press(moment: float) -> None:
            # What the stand-in is late counts as its own time, which is measured as well. A timer may also be early.
            visitors.press(free.popleft(), min(moment, time.monotonic()))

        visitors.done = done
        began, turn = time.monotonic(), loop.time()
        for at in due:
            loop.call_at(turn + at, press, began + at)
        await asyncio.sleep(seconds)
        await self._ended(over)
        figures: Figures = {"taps": len(pressed), "lost": len(due) - len(pressed)}
        for name, times in (("press", pressed), ("hand", handed)):
            cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else [0.0] * 99
            figures |= {f"{name}_p50": cuts[49], f"{name}_p95": cuts[94], f"{name}_p99": cuts[98]}
        return figures

    async def burst(self, taps: int) -> Figures:
        """Chats press at the same moment. Seconds until the last is answered."""
        began = time.monotonic()
        lost = await self._over(self._chats[:taps], self._press, taps)
        return {"taps": taps - lost, "lost": lost, "seconds": time.monotonic() - began}

    async def touch(self, chats: int) -> Figures:
        """The latest chats press once."""
        lost = await self._over(self._chats[-chats:], self._press)
        return {"taps": chats - lost, "lost": lost}

    def _press(self, chat: VisitorChat) -> None:
        self._visitors.press(chat, time.monotonic())

    async def _over(
        self, chats: Sequence[VisitorChat], act: Callable[[VisitorChat], None], together: int = TOGETHER
    ) -> int:
        """Each chat acts once, some at a time. Returns how many never got an answer."""
        following, left, over = iter(chats), len(chats), asyncio.Event()

        def done(_chat: VisitorChat) -> None:
            nonlocal left
            left -= 1
            if not left:
                over.set()
            elif chat := next(following, None):
                act(chat)

        self._visitors.done = done
        for chat in islice(following, together):
            act(chat)
        if chats:
            await self._ended(over)
        return left

    async def _ended(self, over: asyncio.Event) -> None:
        """Wait until it is over, or until nothing more comes."""
        finished = -1
        while not over.is_set() and finished != self._visitors.finished:
            finished = self._visitors.finished
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), self._patience)
