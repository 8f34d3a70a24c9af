"""The long runs in `benchmarks/`, in small: they work, and hold for as much as a test has time for."""

from benchmarks.fuzz import Fuzz
from benchmarks.soak import Soak
from benchmarks.store import Store
from benchmarks.workers import Town
from tests.phone import new_pages


async def test_a_soak_loses_nobody() -> None:
    """F01, F03, F07, F20: a kill and a stop in the midst of random faults."""
    figures = await Soak(200, 1, 1, webhook=False, seed=2, chats=30).run()
    assert figures.good, figures.table()


async def test_two_workers_lose_nobody_when_one_is_killed(store: Store) -> None:
    """F01, F02, F09, F12 between processes: nobody lost, the newest tap shown, and a wipe at either empties all."""
    figures = await Town("two workers", 2, 150, 1, seed=2, chats=30, store=store).run()
    assert figures.kills == 1
    assert figures.good, figures.line()


async def test_nothing_that_is_made_up_raises_or_comes_back_out() -> None:
    """F25, F29, F34."""
    fuzz = Fuzz(new_pages(), seed=3)
    figures = await fuzz.run(3_000, 300, 100, 300)
    assert figures.good, figures.table()
