"""The long runs in `benchmarks/`, in small: they work, and hold for as much as a test has time for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import memory
from benchmarks.burst import Burst
from benchmarks.flood import Flood
from benchmarks.fuzz import Fuzz
from benchmarks.fuzz_bytes import ByteFuzz
from benchmarks.pause import Pause
from benchmarks.soak import Soak
from benchmarks.watched import percentile
from benchmarks.workers import Fleet
from bot.ops.settings import Settings
from bot.ops.values import Secret
from campaigns import EXAMPLE
from campaigns.counts import store
from tests.support.databases import Postgres, PostgresServer
from tests.support.person import new_pages
from tests.support.stores import Store

pytestmark = pytest.mark.slow


async def test_a_soak_loses_nobody() -> None:
    """F01, F03, F07, F20: a kill and a stop in the midst of random faults."""
    figures = await Soak(200, 1, 1, hooked=False, seed=2, chats=30).run()
    assert figures.good, figures.table()


async def test_two_workers_lose_nobody_when_one_is_killed(store: Store, postgres_server: PostgresServer) -> None:
    """F01, F02, F09, F12, F23, F24 between processes: nobody lost, the newest tap shown, a wipe at either empties all,
    and each chat counts once, whichever worker it met. A worker without time to write its counts says so; then the run
    says nothing of them, and there is another."""
    for _ in range(3):
        async with Postgres.new(postgres_server) as database:
            town = Fleet("two workers", 2, 150, 1, seed=2, chats=30, store=store, database=Secret(database.address))
            figures = await town.run()
        if not figures.dropped:
            break
        await store.ask("FLUSHALL")
    assert figures.kills == 1
    assert figures.good, figures.line()


async def test_nothing_that_is_made_up_raises_or_comes_back_out() -> None:
    """F25, F29, F34."""
    fuzz = Fuzz(new_pages(), seed=3)
    figures = await fuzz.run(3_000, 300, 100, 300)
    assert figures.good, figures.table()


async def test_no_bytes_keep_others_from_being_answered() -> None:
    """G03, G04, F50: of a poll, and of the webhook."""
    figures = await ByteFuzz(seed=3).run(300, 100)
    assert figures.good, figures.table()
    assert figures.unreadable["poll"] > 200


@given(took=st.lists(st.integers(0, 10_000), min_size=2, max_size=150), share=st.integers(1, 99))
def test_no_share_of_the_taps_took_longer_than_the_slowest(took: list[int], share: int) -> None:
    assert min(took) <= percentile(share, took) <= max(took)


async def test_a_burst_of_posts_loses_none() -> None:
    """F49: also while Telegram makes every chat wait."""
    figures = await Burst(150, 40, wait=1).run()
    assert figures.good, figures.table()
    assert figures.answered == 150


async def test_a_chat_that_telegram_makes_us_wait_for_leaves_nobody_unanswered() -> None:
    """F13: how long the others take is measured by hand; a test would measure this computer."""
    figures = await Pause(2, 20, hooked=False, pause=6, chats=20).run()
    assert figures.unanswered == 0, figures.table()
    assert figures.alerts > 0
    assert figures.drawn_in_the_end


async def test_chats_that_flood_us_leave_nobody_without_a_page() -> None:
    """G01, G02: how long the others wait is measured by hand too."""
    figures = await Flood(0.5, 20, 0.02, hooked=False, share=20).run()
    assert figures.unanswered == 0, figures.table()
    assert all(figures.waits.values())


async def test_memory_is_measured_with_a_campaign_and_counting(tmp_path: Path) -> None:
    """F70, in what goes through: how much it grows shows only in the long run."""
    settings = Settings(campaigns=EXAMPLE, state_dir=tmp_path)
    await memory.measure(settings, 2_000, 1_000, warm=0, report=False)
    kept = await store.read(settings.database)
    assert {cell.campaign for cell, count in kept.items() if count} >= {"voorbeeldstad"}
    assert sum(kept.values()) > 300
    assert {"start", "signals", "talk"} <= {cell.name for cell, count in kept.items() if count}
