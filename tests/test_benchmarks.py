"""The long runs in `benchmarks/`, in small: they work, and hold for as much as a test has time for."""

from benchmarks.fuzz import Fuzz
from benchmarks.soak import Soak
from tests.phone import new_pages


async def test_a_soak_loses_nobody() -> None:
    """F01, F03, F07, F20: a kill and a stop in the midst of random faults."""
    figures = await Soak(200, 1, 1, webhook=False, seed=2, chats=30).run()
    assert figures.good, figures.table()


async def test_nothing_that_is_made_up_raises_or_comes_back_out() -> None:
    """F25, F29, F34."""
    fuzz = Fuzz(new_pages(), seed=3)
    figures = await fuzz.run(3_000, 300, 100, 300)
    assert figures.good, figures.table()
