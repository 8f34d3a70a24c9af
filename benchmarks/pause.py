"""A chat for which Telegram makes us wait must not delay the others: how long their taps take.

    python -m benchmarks.pause [--seconds 35] [--rate 20] [--webhook] [--quick]

A tap lasts from the press until its page is drawn and its waiting mark is gone. In the chat that has to wait, the
visitor keeps pressing.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.watched import choices, percentile
from simulator.chats import Json
from simulator.clock import Clock
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.processes import run, simulated, until, webhook

CHATS = 200
PAUSE = 30
"""Seconds of the RetryAfter."""
MOST_CHANGE = 0.3
"""Seconds by which the slowest taps of the others may change."""
PATIENCE = 60.0
DRAWN, ANSWERED = "editMessageText", "answerCallbackQuery"


class TapTimer(Telegram):
    """Notes when the page of a tap is drawn and its waiting mark is gone."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock, TOKEN, username="a_bot")
        self.pressed: dict[int, tuple[float, str]] = {}
        self._left: dict[int, set[str]] = {}
        self.took: list[float] = []

    def press(self, phone: Phone, data: str) -> None:
        self.pressed[phone.chat_id] = time.monotonic(), phone.forge(data)
        self._left[phone.chat_id] = {DRAWN, ANSWERED}

    async def call(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> Json:
        whose = {query: chat for chat, (_, query) in self.pressed.items()}
        answer = await super().call(method, params, token=token)
        chat = int(params["chat_id"]) if method == DRAWN else whose.get(str(params.get("callback_query_id")))
        if chat in self.pressed:
            self._left[chat].discard(method)
            if not self._left[chat]:
                self.took.append(time.monotonic() - self.pressed.pop(chat)[0])
        return answer


@dataclass
class PauseFigures:
    """Seconds that the taps of the others took, and what the waiting visitor saw."""

    without: list[float] = field(default_factory=list)
    during: list[float] = field(default_factory=list)
    unanswered: int = 0
    alerts: int = 0
    drawn_in_the_end: bool = False

    @property
    def change(self) -> float:
        """The change of the slowest tap in a hundred."""
        return percentile(99, self.during) - percentile(99, self.without)

    def table(self) -> str:
        rows = [
            (f"{name}, p{share}, ms", f"{percentile(share, took) * 1000:.0f}")
            for name, took in (("without", self.without), ("with one chat that waits", self.during))
            for share in (50, 99)
        ]
        rows += [
            ("p99 changes by, ms", f"{self.change * 1000:+.0f}"),
            ("taps of the others", f"{len(self.without)} + {len(self.during)}"),
            ("  without an answer", str(self.unanswered)),
            ("alerts in the chat that waits", str(self.alerts)),
            ("  its page in the end", "yes" if self.drawn_in_the_end else "NO"),
        ]
        return "\n".join(f"{name:<40} {value:>12}" for name, value in rows)


class Pause:
    """One run. Its results are in `figures`."""

    def __init__(self, seconds: float, rate: float, *, hooked: bool, pause: int = PAUSE, chats: int = CHATS) -> None:
        self._seconds, self._rate, self._pause = seconds, rate, pause
        self._settings = webhook() if hooked else {}
        self._telegram = TapTimer(Clock())
        self._phones = [self._telegram.phone(1000 + n) for n in range(chats)]
        self._waits = self._telegram.phone(1)
        self._random = random.Random(1)  # noqa: S311 - a load, not a secret
        self.figures = PauseFigures()

    async def run(self) -> PauseFigures:
        with tempfile.TemporaryDirectory() as folder:
            async with simulated(self._telegram) as (_, root), run(Path(folder), root, self._settings):
                await self._measure()
        return self.figures

    async def _measure(self) -> None:
        figures, telegram = self.figures, self._telegram
        for phone in (self._waits, *self._phones):
            phone.start()
        await self._until_all_is_quiet()
        await self._taps(self._seconds / 5)  # to warm up: every page is made
        await self._taps(self._seconds)
        figures.without = telegram.took.copy()
        telegram.faults.wait(self._waits.chat_id, self._pause)
        waiting = asyncio.create_task(self._keep_pressing())
        await self._taps(self._seconds)
        figures.during = telegram.took.copy()
        waiting.cancel()
        await self._until_all_is_quiet()
        until = time.monotonic() + PATIENCE + self._pause
        while not figures.drawn_in_the_end and time.monotonic() < until:
            await asyncio.sleep(0.1)
            figures.drawn_in_the_end = self._waits.screen["text"].startswith("Zorgen om een kind")
        figures.alerts = len(self._waits.alerts)

    async def _until_all_is_quiet(self) -> None:
        telegram = self._telegram
        await until(lambda: not (telegram.updates.pending or telegram.queries), PATIENCE + self._pause)

    async def _taps(self, seconds: float) -> None:
        """Taps at a steady rate, each by a visitor without an open tap, until the last is answered."""
        self._telegram.took.clear()
        began = time.monotonic()
        for n in range(round(seconds * self._rate)):
            await asyncio.sleep(max(0.0, began + n / self._rate - time.monotonic()))
            idle = [phone for phone in self._phones if phone.chat_id not in self._telegram.pressed]
            if idle:
                self._tap(self._random.choice(idle))
        until = time.monotonic() + PATIENCE
        while self._telegram.pressed.keys() - {self._waits.chat_id} and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        self.figures.unanswered += len(self._telegram.pressed)

    def _tap(self, phone: Phone) -> None:
        self._telegram.press(phone, self._random.choice(choices(phone)))

    async def _keep_pressing(self) -> None:
        """Press the same button once a second."""
        while True:
            self._waits.press("Zorgen om een kind")
            await asyncio.sleep(1)


def main() -> None:
    parser = argparse.ArgumentParser(description="One chat has to wait; prints how long the taps of the others take.")
    parser.add_argument("--seconds", type=float, default=35, help="of taps, without and with")
    parser.add_argument("--rate", type=float, default=20, help="taps a second")
    parser.add_argument("--webhook", action="store_true", help="deliver to a webhook; else the bot polls")
    parser.add_argument("--quick", action="store_true", help="8 seconds, at a pause of 7")
    given = parser.parse_args()
    seconds, pause = (8, 7) if given.quick else (given.seconds, PAUSE)
    figures = asyncio.run(Pause(seconds, given.rate, hooked=given.webhook, pause=pause).run())
    print("webhook" if given.webhook else "polling")
    print(figures.table())
    good = figures.change <= MOST_CHANGE and not figures.unanswered and figures.drawn_in_the_end
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
