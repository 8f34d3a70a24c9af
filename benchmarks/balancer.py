"""A load balancer before several workers.

Each update goes to either worker at random, to the other when that fails, and now and then to both at once. Updates of
a chat come one after the other, but for two taps, which may be under way together.
"""

import asyncio
import random
from collections import defaultdict
from typing import Any

import httpx

from benchmarks.watched import Watched
from bot.delivery.queues import MOST_AT_ONCE
from simulator.posts import HEADER
from simulator.updates import Update
from tests.support.processes import SECRET

TWICE = 0.05
"""Share of updates that reach both workers at the same time."""
PATIENCE = 120.0


class Balancer:
    """Brings the updates that wait at Telegram."""

    def __init__(self, telegram: Watched, urls: list[str], chance: random.Random) -> None:
        self._telegram, self._urls, self._chance = telegram, urls, chance
        self._under_way: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        limits = httpx.Limits(max_connections=4 * MOST_AT_ONCE)
        async with httpx.AsyncClient(timeout=PATIENCE, limits=limits) as client:
            try:
                while True:
                    news = asyncio.ensure_future(self._telegram.updates.arrival.heard())
                    self._begin(client)
                    try:
                        await asyncio.wait({news, *self._tasks}, return_when=asyncio.FIRST_COMPLETED)
                    finally:
                        news.cancel()
            finally:
                for task in self._tasks:
                    task.cancel()

    def _begin(self, client: httpx.AsyncClient) -> None:
        """Begin one update of each chat, or two taps; never a newer one while an older waits."""
        before: dict[Any, list[bool]] = defaultdict(list)
        for update in self._telegram.updates.pending:
            chat, is_tap = _lane(update)
            may_go = not before[chat] or (len(self._urls) > 1 and is_tap and before[chat] == [True])
            before[chat].append(is_tap)
            if may_go and update["update_id"] not in self._under_way and len(self._under_way) < MOST_AT_ONCE:
                self._under_way.add(update["update_id"])
                task = asyncio.create_task(self._deliver(client, update))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _deliver(self, client: httpx.AsyncClient, update: Update) -> None:
        urls = self._chance.sample(self._urls, len(self._urls))
        if len(urls) > 1 and self._chance.random() < TWICE:
            taken = any(await asyncio.gather(*[self._post(client, url, update) for url in urls]))
        else:
            taken = False
        while not taken:
            for url in urls:
                if taken := await self._post(client, url, update):
                    break
            else:
                await asyncio.sleep(0.1)
        self._telegram.updates.confirm(update["update_id"])
        self._under_way.discard(update["update_id"])

    async def _post(self, client: httpx.AsyncClient, url: str, update: Update) -> bool:
        try:
            answer = await client.post(url, json=update, headers={HEADER: SECRET})
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK


def _lane(update: Update) -> tuple[Any, bool]:
    """The chat of an update, and whether it is a tap."""
    query = update.get("callback_query")
    return (query or update)["message"]["chat"]["id"], query is not None
