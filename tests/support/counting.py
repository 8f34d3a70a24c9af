"""A process that counts, for tests: to be killed, or to write beside another.

    python -m tests.support.counting ADDRESS FROM HOW_MANY TOGETHER

From chat FROM on, HOW_MANY starts; written after every TOGETHER. Before each write it says on stdout how
many there were.
"""

import asyncio
import sys
from datetime import UTC, datetime
from functools import partial

from bot.counting.tally import Tally
from campaigns import Campaign
from campaigns.counts.cells import countable
from campaigns.counts.store import engine
from tests.support.databases import url

MOMENT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
CODE = "voorbeeldstad"
CAMPAIGN = Campaign(code=CODE, organisation="Gemeente Voorbeeldstad")
COUNTABLE = partial(countable, campaigns=[CAMPAIGN], languages=["nl", "en"])


async def count(address: str, first: int, how_many: int, together: int) -> None:
    tally = Tally(lambda: engine(url(address)), lambda: MOMENT, COUNTABLE)
    for n in range(first, first + how_many, together):
        for chat_id in range(n, n + together):
            tally.started(chat_id, CODE, "nl")
        print(n + together - first, flush=True)
        await tally.flush()
    while not await tally.flush():  # two make the tables at once, or write at once: one of them tries again
        pass


if __name__ == "__main__":
    asyncio.run(count(sys.argv[1], *map(int, sys.argv[2:])))
