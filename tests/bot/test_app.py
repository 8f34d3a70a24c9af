"""The parts together: what is promised to be forgotten is, also while nobody comes."""

import asyncio

from bot import app
from bot.api.client import Client
from bot.delivery.coordination import LATE, LocalCoordination
from bot.delivery.last_pages import PageRef
from simulator.seam import InProcess
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.person import new_pages
from tests.support.processes import until
from tests.support.standing_clock import DAY, StandingClock


async def test_a_bot_that_nobody_visits_forgets_its_last_visitor_in_time() -> None:
    clock, passed, stop = StandingClock(), 0.0, asyncio.Event()
    telegram = Telegram(clock, TOKEN)
    client = Client(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram))
    memory = LocalCoordination(seconds=lambda: passed)
    memory.trail.note(1, PageRef(101, DAY, "nl", ""))
    await memory.end(1, 5, answered=True, wiped=True)
    serving = asyncio.ensure_future(app.serve(client, new_pages(), clock, stop, memory=memory, pause=0.01))
    passed = LATE + 1
    await until(lambda: not memory._orders)
    assert len(memory.trail) == 1
    clock.later(hours=48, seconds=1)
    await until(lambda: not len(memory.trail))
    stop.set()
    await serving
