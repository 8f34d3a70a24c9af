"""A burst: valid posts to the webhook of a real process, far faster than Telegram would bring them.

    python -m benchmarks.burst [--posts 50000] [--connections 400] [--quick]

For the first seconds Telegram makes every chat wait, so that memory fills up to its bound and the bot has to refuse
posts. Those come again when its `Retry-After` is over.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import NetworkError

from benchmarks.watched import Watched, message_of
from bot.delivery.webhook_app import SECRET_HEADER
from simulator.chats import Json
from simulator.clock import Clock
from simulator.faults import Fault, Kind, Standing
from tests.support import linux
from tests.support.processes import SECRET, Worker, run, simulated, until, webhook

MOST_GROWTH = 50.0
"""MiB at the peak."""
WARM_UP = 500
CHATS_SHARE = 5
"""Posts of each chat."""
WAIT = 10
"""Seconds for which Telegram makes every chat wait, at the start."""
PATIENCE = 120.0
"""Seconds without any answer after which the rest counts as lost."""


@dataclass
class BurstFigures:
    """The results of a run. Memory in MiB."""

    posts: int
    answered: int = 0
    lost: int = 0
    sent_away: int = 0
    cut_off: int = 0
    refused: int = 0
    before: float = 0.0
    peak: float = 0.0
    after: float = 0.0
    bad_exit: bool = False
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        return not (self.lost or self.refused or self.bad_exit) and self.peak - self.before <= MOST_GROWTH

    def table(self) -> str:
        rows = [
            ("posts", self.posts),
            ("answered", self.answered),
            ("LOST: taken and without an answer", self.lost),
            ("refused with 503, and brought again", self.sent_away),
            ("cut off, and brought again", self.cut_off),
            ("answered with anything else", self.refused),
            ("MiB before", f"{self.before:.1f}"),
            ("MiB at the peak", f"{self.peak:.1f}"),
            ("MiB after", f"{self.after:.1f}"),
            ("seconds", f"{self.seconds:.0f}"),
            ("posts a second", f"{self.posts / max(self.seconds, 1e-9):.0f}"),
        ]
        return "\n".join(f"{name:<45} {value:>9}" for name, value in rows)


class Burst:
    """One run. Its results are in `figures`."""

    def __init__(self, posts: int, connections: int, wait: int = WAIT) -> None:
        self._posts, self._connections, self._wait = posts, connections, wait
        self._telegram = Watched(Clock())
        self._hook = webhook()
        self._number = 0
        self.figures = BurstFigures(posts)

    async def run(self) -> BurstFigures:
        with tempfile.TemporaryDirectory() as folder:
            async with simulated(self._telegram) as (_, root), run(Path(folder), root, self._hook) as worker:
                await until(lambda: self._telegram.webhook.url)
                await self._measure(worker)
                self.figures.bad_exit = await worker.stopped() != 0
        return self.figures

    async def _measure(self, worker: Worker) -> None:
        figures, telegram = self.figures, self._telegram
        builder = ClientBuilder().max_connections(self._connections).default_headers({SECRET_HEADER: SECRET})
        async with builder.build() as client:
            await self._bring(client, min(WARM_UP, self._posts))
            linux.forget_peak(worker.pid)
            figures.before, _ = linux.memory(worker.pid)
            figures.sent_away, telegram.answered, began = 0, 0, time.monotonic()
            telegram.faults.standing["wait"] = Standing(Fault(Kind.WAIT, seconds=self._wait), ("sendMessage",))
            asyncio.get_running_loop().call_later(self._wait, telegram.faults.clear)
            await self._bring(client, self._posts)
            figures.seconds = time.monotonic() - began
            figures.after, figures.peak = linux.memory(worker.pid)
        figures.answered, figures.lost = telegram.answered, len(telegram.owed)

    async def _bring(self, client: Client, posts: int) -> None:
        """Post over all connections at once, until all updates are answered or none is any more."""
        left = iter(range(posts))

        async def connection() -> None:
            for _ in left:
                await self._post(client, self._update())

        await asyncio.gather(*(connection() for _ in range(self._connections)))
        answered, since = -1, time.monotonic()
        while self._telegram.owed and time.monotonic() - since < PATIENCE:
            if self._telegram.answered != answered:
                answered, since = self._telegram.answered, time.monotonic()
            await asyncio.sleep(0.05)

    def _update(self) -> Json:
        """A visitor presses START. The update leaves the queue before the simulator delivers it itself."""
        self._number += 1
        phone = self._telegram.phone(self._number % max(1, self._posts // CHATS_SHARE) + 1)
        self._telegram.owed[message_of(phone.chat_id, phone.start())] = 0.0
        (update,) = self._telegram.updates.pending
        self._telegram.updates.confirm(update["update_id"])
        return update

    async def _post(self, client: Client, update: Json) -> None:
        """Post it again until it is taken, as Telegram does."""
        while True:
            try:
                response = await client.post(self._hook["WEBHOOK_URL"]).body_json(update).build().send()
                status, pause = response.status, float(response.headers.get("Retry-After", 0))
            except NetworkError:  # an idle connection that was just closed
                self.figures.cut_off += 1
                continue
            if status != HTTPStatus.SERVICE_UNAVAILABLE:
                self.figures.refused += status != HTTPStatus.OK
                return
            self.figures.sent_away += 1
            await asyncio.sleep(pause)


def main() -> None:
    parser = argparse.ArgumentParser(description="A burst of posts; prints memory and what was lost.")
    parser.add_argument("--posts", type=int, default=50_000)
    parser.add_argument("--connections", type=int, default=400, help="the bot takes 512 at most")
    parser.add_argument("--quick", action="store_true", help="3,000 posts")
    given = parser.parse_args()
    figures = asyncio.run(Burst(3_000 if given.quick else given.posts, given.connections).run())
    print(figures.table())
    sys.exit(0 if figures.good else 1)


if __name__ == "__main__":
    main()
