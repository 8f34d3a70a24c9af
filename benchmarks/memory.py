"""Memory does not grow: a day of a busy bot in a few minutes, from far more chats than are remembered.

    python -m benchmarks.memory [--updates 1000000] [--chats 200000] [--quick]

Updates go through queues and handlers to a Telegram in this process that accepts every call at once, and are counted.
All come by a campaign with local help, which has pages of its own. Growth counts from the moment that as many chats are
remembered as can be: from then on nothing more is kept.
"""

import argparse
import asyncio
import gc
import json
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import campaigns
from benchmarks.fuzz import Accepting
from bot import app
from bot.api.client import Client
from bot.api.update import Unreadable, Update, read
from bot.chat.handlers import GuideHandler
from bot.chat.pages import Pages
from bot.delivery.coordination import LocalCoordination
from bot.delivery.last_pages import MOST_CHATS
from bot.delivery.queues import REMEMBERED, ChatQueues
from bot.ops.settings import Settings
from listening import listener

MOST_GROWTH = 20.0
"""MiB after warm-up."""
WARM = 2 * MOST_CHATS
"""Updates before growth is counted, at least."""
TOGETHER = 200
"""Updates that are under way at one time."""


class Forgetful(Accepting):
    """As `Accepting`, but it keeps nothing."""

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        self.sent.clear()
        return await super().do_request(*given, **named)


def resident() -> float:
    """Resident MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 2**20


class RandomUpdates:
    """Taps on any button of any page, starts and texts, from random chats."""

    def __init__(self, pages: Pages, chats: int, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a load, not a secret
        self._chats = chats
        self._number = 0
        moment = datetime.now(UTC)
        self._campaign = next(code for code, campaign in pages.campaigns.items() if campaign.contact)
        self._buttons = [
            str(button.callback_data)
            for visit in pages.guide.reachable
            if visit.local
            for locale in pages.locales
            for row in pages.show(visit, locale, self._campaign, moment).keyboard
            for button in row
            if button.callback_data
        ]

    def update(self) -> Update | Unreadable:
        """As it comes from Telegram, read."""
        return read(json.dumps(self._raw()).encode())

    def _raw(self) -> dict[str, Any]:
        self._number += 1
        user_id = self._random.randrange(1, self._chats + 1)
        person = {"id": user_id, "is_bot": False, "first_name": f"Visitor {user_id}", "language_code": "nl"}
        place = {
            "message_id": self._number,
            "date": 1_764_000_000,
            "chat": {"id": user_id, "type": "private", "first_name": f"Visitor {user_id}"},
        }
        if self._random.randrange(10) < 7:  # noqa: PLR2004 - seven taps in ten
            data = self._random.choice(self._buttons)
            query = {"id": str(self._number), "from": person, "chat_instance": "1", "data": data, "message": place}
            return {"update_id": self._number, "callback_query": query}
        text = f"/start {self._campaign}" if self._random.randrange(3) else f"words {self._number}"
        return {"update_id": self._number, "message": place | {"from": person, "text": text}}


async def measure(settings: Settings, updates: int, chats: int, seed: int = 1, *, warm: int, report: bool) -> float:
    """MiB of growth after `warm` updates. The settings name the database, and a campaign with local help."""
    pages, coordination = app.pages(settings), LocalCoordination()
    tally = app.counting(settings, pages, _now, coordination)
    bot = Client("1:memory", request=Forgetful(), get_updates_request=Forgetful())
    await bot.initialize()
    queues = ChatQueues(
        GuideHandler(bot, pages, _now, listener.read(), coordination.last_pages, tally=tally), coordination=coordination
    )
    load = RandomUpdates(pages, chats, seed)
    after, begin = 0.0, time.perf_counter()
    async with tally.kept():
        for done in range(0, updates + warm, TOGETHER):
            await asyncio.gather(*[queues.take(load.update()) for _ in range(TOGETHER)])
            if done == warm // TOGETHER * TOGETHER:
                gc.collect()
                after = resident()
            if report and done % (updates // 10 or 1) < TOGETHER:
                print(f"{done:>9} updates  {resident():>7.1f} MiB  {time.perf_counter() - begin:>6.0f} s", flush=True)
        await queues.drained(60)
        gc.collect()
        growth = resident() - after
    last_pages = coordination.last_pages
    kept = (len(last_pages), len(last_pages._untidy), queues.waiting, len(queues._recent))
    if report:
        print(f"after warm-up {after:.1f} MiB, growth {growth:+.1f} MiB; kept: pages, untidy, turns, recent = {kept}")
    if kept[0] > MOST_CHATS or kept[1] or kept[2] or kept[3] > REMEMBERED:
        raise AssertionError(f"too much is kept: {kept}")
    return growth


def _now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description="Updates from many chats; prints how memory grows.")
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--chats", type=int, default=200_000)
    parser.add_argument("--quick", action="store_true", help="20,000 updates")
    given = parser.parse_args()
    updates = 20_000 if given.quick else given.updates
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(campaigns=campaigns.EXAMPLE, state_dir=Path(folder))
        growth = asyncio.run(measure(settings, updates, given.chats, warm=max(updates // 5, WARM), report=True))
    sys.exit(0 if growth <= MOST_GROWTH else 1)


if __name__ == "__main__":
    main()
