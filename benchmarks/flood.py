"""Whatever one chat sends, or ten, and whatever Telegram refuses them: how long others wait for their first page.

    python -m benchmarks.flood [--webhook] [--latency 50] [--rate 10] [--quick]

Each call takes Telegram 50 ms. While a chat floods us, new visitors press START at a steady rate; a wait is the time
until their page was sent. No wait of 99 in 100 may last a second.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.watched import percentile
from simulator.clock import Clock
from simulator.faults import NoAnswer
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.processes import run, simulated, until, webhook

MOST = 1.0
"""Seconds that 99 of 100 new visitors may wait."""
LOUD, NEW = 1, 1_000
"""Ids from which the chats that flood us are numbered, and the new visitors."""
PATIENCE = 120.0


class SlowTelegram(Telegram):
    """Takes its time for each call, and notes when a chat gets its first page."""

    def __init__(self, latency: float) -> None:
        super().__init__(Clock(), TOKEN, username="a_bot")
        self._latency = latency
        self.silent: set[int] = set()
        """Chats whose calls are never answered."""
        self.began: dict[int, float] = {}
        self.waits: list[float] = []

    async def respond(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> tuple[int, bytes]:
        await asyncio.sleep(self._latency)
        chat = int(params.get("chat_id", 0))
        if chat in self.silent:
            raise NoAnswer
        answer = await super().respond(method, params, token=token)
        if method == "sendMessage" and (began := self.began.pop(chat, None)) is not None:
            self.waits.append(time.monotonic() - began)
        return answer


@dataclass
class FloodFigures:
    """The waits of the others, in seconds, by what happened meanwhile."""

    waits: dict[str, list[float]] = field(default_factory=dict)
    unanswered: int = 0

    @property
    def good(self) -> bool:
        return not self.unanswered and all(percentile(99, waits) < MOST for waits in self.waits.values())

    def table(self) -> str:
        head = f"{'meanwhile':<48} {'visitors':>8} {'p50 ms':>7} {'p99 ms':>7} {'longest':>8}"
        rows = [
            f"{name:<48} {len(waits):>8} {percentile(50, waits) * 1000:>7.0f} {percentile(99, waits) * 1000:>7.0f}"
            f" {max(waits) * 1000:>8.0f}"
            for name, waits in self.waits.items()
        ]
        return "\n".join([head, *rows, f"without an answer: {self.unanswered}"])


class Flood:
    """One run. Its results are in `figures`."""

    def __init__(self, seconds: float, rate: float, latency: float, *, hooked: bool, share: int = 1) -> None:
        self._seconds, self._rate, self._share = seconds, rate, share
        self._settings = webhook() if hooked else {}
        self._telegram = SlowTelegram(latency)
        self._loud = LOUD
        self._new = NEW
        self.figures = FloodFigures()
        self._floods: dict[str, Callable[[list[Phone]], Awaitable[None]]] = {
            "nothing": self._nothing,
            "1,000 typed texts in one chat": self._texts,
            "100 forwarded every 3 s": self._forwarded,
            "RetryAfter 600 with 500 waiting": self._refused,
            "no answer at all to a chat with 500 waiting": self._silent,
            "an album of 100": self._album,
            "1,000 taps in one chat": self._taps,
            "ten chats at once, 100 texts and 100 taps each": self._ten,
        }

    async def run(self) -> FloodFigures:
        with tempfile.TemporaryDirectory() as folder:
            async with simulated(self._telegram) as (_, root), run(Path(folder), root, self._settings) as bot:
                await self._begin(1)
                for name, flood in self._floods.items():
                    await self._measure(name, flood)
                await bot.kill()  # it would wait for the chats that Telegram does not answer
        return self.figures

    async def _measure(self, name: str, flood: Callable[[list[Phone]], Awaitable[None]]) -> None:
        telegram = self._telegram
        phones = await self._begin(10 if flood == self._ten else 1)
        telegram.waits.clear()
        flooding = asyncio.ensure_future(flood(phones))
        seconds = max(self._seconds, 60 / self._share) if flood == self._forwarded else self._seconds
        began = time.monotonic()
        for n in range(round(seconds * self._rate)):
            await asyncio.sleep(max(0.0, began + n / self._rate - time.monotonic()))
            telegram.began[self._new] = time.monotonic()
            telegram.phone(self._new).start()
            self._new += 1
        await flooding
        try:
            await until(lambda: not telegram.began, PATIENCE)
        except TimeoutError:
            now = time.monotonic()
            telegram.waits += [now - began for began in telegram.began.values()]
            self.figures.unanswered += len(telegram.began)
            telegram.began.clear()
        self.figures.waits[name] = telegram.waits.copy()

    async def _begin(self, count: int) -> list[Phone]:
        """So many chats that were not there before, each with its page."""
        phones = [self._telegram.phone(self._loud + n) for n in range(count)]
        self._loud += count
        for phone in phones:
            phone.start()
        await until(lambda: all([one["from_bot"] for one in phone.messages] == [True] for phone in phones), PATIENCE)
        return phones

    # What the loud ones do

    async def _nothing(self, _: list[Phone]) -> None:
        """To compare with."""

    async def _texts(self, phones: list[Phone]) -> None:
        _type(phones[0], 1_000 // self._share)

    async def _forwarded(self, phones: list[Phone]) -> None:
        for _ in range(20 // self._share):
            _type(phones[0], 100)
            await asyncio.sleep(3)

    async def _refused(self, phones: list[Phone]) -> None:
        self._telegram.faults.wait(phones[0].chat_id, 600)
        _type(phones[0], 500)

    async def _silent(self, phones: list[Phone]) -> None:
        self._telegram.silent.add(phones[0].chat_id)
        _type(phones[0], 500)

    async def _album(self, phones: list[Phone]) -> None:
        phones[0].send_album(pictures=100)

    async def _taps(self, phones: list[Phone]) -> None:
        _tap(phones[0], 1_000 // self._share)

    async def _ten(self, phones: list[Phone]) -> None:
        for phone in phones:
            _type(phone, 100)
            _tap(phone, 100)


def _type(phone: Phone, count: int) -> None:
    for n in range(count):
        phone.type(f"words {n}")


def _tap(phone: Phone, count: int) -> None:
    for _ in range(count):
        phone.press("Zorgen om een kind")


def main() -> None:
    parser = argparse.ArgumentParser(description="Chats flood us; prints how long others wait for their first page.")
    parser.add_argument("--seconds", type=float, default=20, help="of each flood")
    parser.add_argument("--rate", type=float, default=10, help="new visitors a second")
    parser.add_argument("--latency", type=float, default=50, help="milliseconds that each call takes Telegram")
    parser.add_argument("--webhook", action="store_true", help="deliver to a webhook; else the bot polls")
    parser.add_argument("--quick", action="store_true", help="4 seconds of each, and a tenth of the floods")
    given = parser.parse_args()
    seconds, share = (4, 10) if given.quick else (given.seconds, 1)
    flood = Flood(seconds, given.rate, given.latency / 1000, hooked=given.webhook, share=share)
    figures = asyncio.run(flood.run())
    print("webhook" if given.webhook else "polling")
    print(figures.table())
    sys.exit(0 if figures.good else 1)


if __name__ == "__main__":
    main()
