"""Polling on a simulated Telegram, in a time that passes only when somebody sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.api.client import Client
from bot.chat.handlers import UPDATES, GuideHandler
from bot.delivery.polling import AGAIN, REFUSED_FOR, Polling
from bot.delivery.queues import HELD, LONGEST_PAUSE, ChatQueues
from bot.ops import metrics as health
from simulator.faults import UNREADABLE, Fault, Kind, Standing
from simulator.seam import InProcess
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.person import LISTENER, new_pages
from tests.support.standing_clock import DAY

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

RECOVERY = 35.0
"""Seconds after the end of a fault by which people are answered again."""


the_pages = cache(new_pages)
"""Made once: nothing here changes them."""


@dataclass
class Intake:
    """The bot on a Telegram of its own. `seconds` is the time both go by."""

    seconds: float = 0.0
    drift: float = 0.0
    """Seconds that go by while nobody sleeps, with each look of `until`."""
    ticks: list[Callable[[], None]] = field(default_factory=list)
    """Done each time that somebody has slept."""

    def __post_init__(self) -> None:
        self.telegram = Telegram(self.clock, TOKEN, username="watkanikdoen_bot")
        self.client = Client(TOKEN, request=InProcess(self.telegram), get_updates_request=InProcess(self.telegram))
        self.face = GuideHandler(self.client, the_pages(), self.clock, LISTENER, at_first=0)
        self.renew()

    def renew(self) -> None:
        """Another process takes over."""
        self.lanes = ChatQueues(self.face, sleep=self.sleep)
        self.polling = Polling(self.client, self.lanes, UPDATES, sleep=self.sleep, clock=lambda: self.seconds)

    def clock(self) -> datetime:
        return DAY + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)
        for tick in self.ticks:
            tick()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        await self.client.initialize()
        task = asyncio.create_task(self.polling.run())
        try:
            yield task
        finally:
            self.polling.stop()
            await asyncio.wait([task], timeout=20)

    async def until(self, true: Callable[[], Any]) -> None:
        async with asyncio.timeout(30):
            while not true():
                await asyncio.sleep(0.001)
                self.seconds += self.drift

    async def answered(self) -> None:
        """Until Telegram keeps nothing for us any more."""
        await self.until(lambda: not self.telegram.updates.pending)

    def begin(self, *people: int) -> None:
        for user_id in people:
            self.telegram.phone(user_id).start()

    def missing(self, *people: int) -> list[int]:
        """Who has no page, or still has their own words before them."""
        seen = {user_id: [m["from_bot"] for m in self.telegram.phone(user_id).messages] for user_id in people}
        return [user_id for user_id, sides in seen.items() if sides != [True]]


@pytest.fixture
def intake() -> Intake:
    return Intake()


async def test_five_hundred_waiting_are_answered_and_confirmed(intake: Intake) -> None:
    intake.begin(*range(1, 501))
    async with intake.running():
        await intake.answered()
    assert intake.missing(*range(1, 501)) == []


async def test_no_poll_repeats_an_offset_sooner_than_telegram_likes(intake: Intake) -> None:
    """A second poll at one offset within half a second would show 1 update instead of 100."""
    intake.begin(*range(1, 301))
    async with intake.running():
        await intake.answered()
    polls = sum(call.method == "getUpdates" for call in intake.telegram.calls)
    assert polls <= 8


@pytest.mark.parametrize("bad", UNREADABLE)
async def test_one_update_that_cannot_be_read_silences_nobody(
    intake: Intake, bad: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """F04: the other 99 are answered, the offset moves on, and the log quotes nothing."""
    intake.begin(*range(1, 50))
    intake.telegram.push(dict(bad))
    intake.begin(*range(50, 100))
    async with intake.running():
        await intake.answered()
    assert intake.missing(*range(1, 100)) == []
    assert "canary" not in "".join(capsys.readouterr())


async def test_batches_in_a_wrong_order_or_once_more_lose_and_double_nothing(intake: Intake) -> None:
    """F09, F10: the offset confirms all that come before it, so it must never pass one that is under way."""
    intake.telegram.faults.at_random(3, {}, repeated=1, reordered=1)
    intake.begin(*range(1, 301))
    async with intake.running():
        await intake.answered()
    assert intake.missing(*range(1, 301)) == []
    assert sum(call.method == "sendMessage" for call in intake.telegram.calls) == 300


async def test_ids_that_begin_anew_are_not_mistaken_for_old_ones(intake: Intake) -> None:
    """After a week without updates Telegram chooses the next id at random."""
    intake.begin(1)
    async with intake.running():
        await intake.answered()
        message = {"message_id": 9, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "/help"}
        intake.telegram.push({"update_id": 17, "message": message})
        # The simulator keeps to an offset; the real one, at the end of its queue, goes by what it has.
        intake.polling._offset = 0
        intake.telegram.updates.end_poll("over")
        await intake.until(lambda: intake.telegram.phone(1).screen["text"].startswith("Nu met iemand praten"))


async def test_one_refusal_of_the_token_is_survived(intake: Intake) -> None:
    """F05: not ready at once, then all is well again."""
    intake.begin(1)
    seen: list[bool] = []
    intake.ticks.append(lambda: seen.append(health.is_ready()))
    health.polled()
    intake.telegram.faults.plan("getUpdates", Fault(Kind.UNAUTHORIZED))
    async with intake.running():
        await intake.answered()
    assert seen[0] is False
    assert health.is_ready()
    assert intake.missing(1) == []


async def test_a_token_that_stays_refused_ends_the_process(intake: Intake) -> None:
    """F05: after a bounded time, so that a supervisor and its owner notice."""
    intake.telegram.faults.standing["401"] = Standing(Fault(Kind.UNAUTHORIZED), ("getUpdates",))
    async with intake.running() as task:
        await asyncio.wait([task], timeout=20)
    assert isinstance(task.exception(), InvalidToken)
    assert REFUSED_FOR < intake.seconds < REFUSED_FOR + 2 * LONGEST_PAUSE
    assert not health.is_ready()


async def test_a_conflict_is_told_once_a_minute_and_passes(intake: Intake, capsys: pytest.CaptureFixture[str]) -> None:
    """F06."""
    intake.begin(1)
    intake.telegram.faults.standing["409"] = Standing(Fault(Kind.CONFLICT), ("getUpdates",))
    ready: list[bool] = []
    intake.ticks += [lambda: ready.append(health.is_ready()), lambda: end_after(intake, 600)]
    before = health.CONFLICTS._value.get()
    async with intake.running():
        await intake.answered()
    conflicts = health.CONFLICTS._value.get() - before
    assert conflicts == intake.telegram.faults.done[Kind.CONFLICT] > 10
    assert "".join(capsys.readouterr()).count("another process fetches") <= 11
    assert not any(ready[: int(conflicts)])
    assert intake.seconds < 600 + RECOVERY
    assert intake.missing(1) == []


def end_after(intake: Intake, seconds: float) -> None:
    if intake.seconds >= seconds and intake.telegram.faults.standing:
        intake.telegram.faults.clear()


@pytest.mark.parametrize(
    "fault",
    [
        Fault(Kind.SERVER),
        Fault(Kind.SERVER, code=500),
        Fault(Kind.HTML),
        Fault(Kind.HTML, code=200),
        Fault(Kind.HTML, code=403),
        Fault(Kind.NOT_OK),
        Fault(Kind.TRUNCATED),
        Fault(Kind.RESET_BEFORE),
        Fault(Kind.RESET_AFTER),
        Fault(Kind.SILENCE_BEFORE),
        Fault(Kind.SILENCE_AFTER),
        Fault(Kind.WAIT, seconds=20),
    ],
    ids=str,
)
@pytest.mark.parametrize("methods", [("getUpdates",), ("answerCallbackQuery", "editMessageText"), ()], ids=str)
async def test_after_a_minute_of_any_fault_people_are_answered_soon(
    intake: Intake, fault: Fault, methods: tuple[str, ...]
) -> None:
    """F07, F21: pauses of 1 to 30 s, 35 s after the end at most, and nothing is lost or told twice."""
    intake.begin(1, 2)
    async with intake.running():
        await intake.answered()
        intake.telegram.faults.standing["fault"] = Standing(fault, methods)
        intake.ticks.append(lambda: end_after(intake, began + 60))
        began = intake.seconds
        for user_id in (1, 2):
            intake.telegram.phone(user_id).press("Zorgen om een kind")
        calls = len(intake.telegram.calls)
        await intake.until(lambda: not intake.telegram.queries)
        await intake.answered()
        await intake.until(
            lambda: all(intake.telegram.phone(n).screen["text"].startswith("Zorgen om een kind") for n in (1, 2))
        )
    assert intake.missing(1, 2) == []
    assert intake.seconds - began < 60 + RECOVERY
    assert len(intake.telegram.calls) - calls < 250


async def test_a_wait_that_telegram_asks_for_does_not_hold_the_offset(intake: Intake) -> None:
    """F13: while it is held, others are fetched twice a second only."""
    intake.telegram.faults.wait(1, 30)
    intake.begin(1, 2)
    intake.drift = 0.005

    async def slowly(seconds: float) -> None:
        await (asyncio.Event().wait() if seconds > HELD else Intake.sleep(intake, seconds))

    intake.sleep = slowly  # type: ignore[method-assign]  # the half minute never passes
    intake.renew()
    async with intake.running() as task:
        await intake.answered()
        assert intake.seconds < HELD
        assert intake.missing(1, 2) == [1]
        task.cancel()


async def test_one_update_holds_back_the_others_five_seconds_at_most(intake: Intake) -> None:
    """F13: a pinned offset shows 100 updates at most; after that the one waits in memory, and is counted."""
    intake.telegram.faults.wait(1, 3600)
    intake.begin(*range(1, 302))
    before = health.UPDATES.labels("waiting_in_memory")._value.get()

    async def slowly(seconds: float) -> None:
        await (asyncio.Event().wait() if seconds > HELD else Intake.sleep(intake, seconds))

    intake.sleep = slowly  # type: ignore[method-assign]  # the wait of an hour is not slept through
    intake.renew()
    began = asyncio.get_running_loop().time()
    async with intake.running() as task:
        while intake.missing(*range(2, 302)):
            intake.seconds += AGAIN
            await asyncio.sleep(AGAIN / 10)
            assert asyncio.get_running_loop().time() - began < 30
        await intake.answered()
        assert health.UPDATES.labels("waiting_in_memory")._value.get() == before + 1
        task.cancel()


async def test_what_the_network_delays_is_not_confirmed_while_there_is_room(intake: Intake) -> None:
    """F01: so that a kill within that half minute loses nothing."""
    intake.begin(*range(1, 20))
    intake.telegram.faults.plan("sendMessage", *[Fault(Kind.SERVER)] * 6)
    early: list[int] = []

    def look() -> None:
        kept = {update["message"]["chat"]["id"] for update in intake.telegram.updates.pending}
        early.extend(set(intake.missing(*range(1, 20))) - kept)

    intake.ticks.append(look)
    async with intake.running():
        await intake.answered()
    assert intake.missing(*range(1, 20)) == []
    assert early == []


async def test_what_was_not_finished_is_handed_back(intake: Intake) -> None:
    """F03: the offset stays before an update that is let go, so that another process gets it."""
    intake.begin(1, 2, 3)
    intake.telegram.faults.plan("sendMessage", None, Fault(Kind.SILENCE_BEFORE))
    stuck = asyncio.Event()

    async def stop(_: float) -> None:
        intake.polling.stop()
        await stuck.wait()

    intake.lanes = ChatQueues(intake.face, sleep=stop)

    async def at_once(seconds: float) -> bool:
        return seconds < 0

    intake.lanes.drained = at_once  # type: ignore[method-assign]  # the eight seconds are not waited for
    intake.polling = Polling(intake.client, intake.lanes, UPDATES)
    async with intake.running() as task:
        await asyncio.wait([task], timeout=20)
    left = intake.telegram.updates.pending
    assert [update["message"]["chat"]["id"] for update in left] == [2, 3]
    intake.renew()
    async with intake.running():
        await intake.answered()
    assert intake.missing(1, 2, 3) == []
