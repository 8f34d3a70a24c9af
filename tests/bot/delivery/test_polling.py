"""Polling on a simulated Telegram, in a time that passes only when somebody sleeps."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.api.client import Client
from bot.chat.handlers import GuideHandler
from bot.delivery.outage import LONGEST_PAUSE
from bot.delivery.polling import AGAIN, REFUSED_FOR, Polling
from bot.delivery.queues import ChatQueues
from bot.delivery.waiting import HELD
from bot.ops import metrics as health
from flows.words import chat
from simulator.faults import Fault, Kind, Standing
from simulator.telegram import Telegram
from simulator.updates import RawUpdate
from tests.bot.api.test_update import BYTES, NUMBERS
from tests.support import TOKEN
from tests.support.person import GUIDE, LISTENER, LOCALES, VOCABULARY, new_pages
from tests.support.seam import InProcess
from tests.support.standing_clock import DAY
from tests.support.strange import UNREADABLE

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

RECOVERY = 35.0
"""Seconds after the end of a fault by which people are answered again."""


the_pages = cache(new_pages)
"""Made once: nothing here changes them."""


class Stubborn(Telegram):
    """Refuses what is asked for some chats; None is no answer at all. Counts the polls."""

    polls = 0

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.refused: dict[int, Fault | None] = {}

    async def respond(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> tuple[int, bytes]:
        self.polls += method == "getUpdates"
        if (chat := params.get("chat_id")) in self.refused:
            if fault := self.refused[int(chat)]:
                return fault.answer(None)
            await asyncio.Event().wait()
        return await super().respond(method, params, token=token)


@dataclass
class Intake:
    """The bot on a Telegram of its own. `seconds` is the time both go by."""

    seconds: float = 0.0
    drift: float = 0.0
    """Seconds that go by while nobody sleeps, with each look of `until`."""
    ticks: list[Callable[[], None]] = field(default_factory=list)
    """Done each time that somebody has slept."""

    def __post_init__(self) -> None:
        self.telegram = Stubborn(self.clock, TOKEN, username="watkanikdoen_bot")
        self.use(Client(TOKEN, request=InProcess(self.telegram), get_updates_request=InProcess(self.telegram)))

    def use(self, client: Client) -> None:
        self.client = client
        self.handler = GuideHandler(client, the_pages(), self.clock, LISTENER, vocabulary=VOCABULARY)
        self.handler.one_page.at_first = 0  # these people were met by no process before us
        self.renew()

    def renew(self) -> None:
        """Another process takes over."""
        self.queues = ChatQueues(self.handler, sleep=self.sleep)
        self.polling = Polling(self.client, self.queues, sleep=self.sleep, clock=lambda: self.seconds)

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

    async def tidied(self) -> None:
        """Until what no visitor waits for is done as well."""
        while events := self.handler.housekeeping.due():
            for event in events:
                self.queues.put(event, asyncio.get_running_loop().create_future())
            assert await self.queues.drained(20)

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
    intake.telegram.updates.push(dict(bad))
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


@pytest.mark.parametrize("number", [1, 17, 600_000_000, 1_900_000_000])
async def test_numbers_that_begin_anew_are_not_mistaken_for_old_ones(intake: Intake, number: int) -> None:
    """G06: after a week without updates Telegram chooses the next number at random; another server has its own."""
    intake.begin(1)
    phone = intake.telegram.phone(1)
    async with intake.running():
        await intake.answered()
        phone.press("Zorgen om een kind")
        await intake.answered()
        intake.telegram.updates.restart(number)
        intake.telegram.updates.end_poll("restarted")
        phone.press("Ik twijfel")
        await intake.until(lambda: phone.screen["text"].startswith("Ik twijfel"))
        phone.type("/help")
        await intake.until(lambda: phone.screen["text"].startswith(GUIDE.screens["person_now"].title))
        await intake.answered()
    assert intake.missing(1) == []
    assert not phone.unanswered


async def test_nobody_whose_words_come_under_a_lower_number_after_a_wipe_goes_without_an_answer(intake: Intake) -> None:
    """G06."""
    intake.begin(1)
    phone = intake.telegram.phone(1)
    async with intake.running():
        await intake.answered()
        phone.press(LOCALES["nl"].say(chat.WIPE))
        await intake.answered()
        intake.telegram.updates.restart(500_000_000)
        intake.telegram.updates.end_poll("restarted")
        phone.type("hij slaat mij")
        await intake.until(lambda: phone.messages and not intake.telegram.updates.pending)
    assert intake.missing(1) == []


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

    intake.queues = ChatQueues(intake.handler, sleep=stop)

    async def at_once(seconds: float) -> bool:
        return seconds < 0

    intake.queues.drained = at_once  # type: ignore[method-assign]  # the eight seconds are not waited for
    intake.polling = Polling(intake.client, intake.queues)
    async with intake.running() as task:
        await asyncio.wait([task], timeout=20)
    left = intake.telegram.updates.pending
    assert [update["message"]["chat"]["id"] for update in left] == [2, 3]
    intake.renew()
    async with intake.running():
        await intake.answered()
    assert intake.missing(1, 2, 3) == []


# One chat and the others


def album(intake: Intake, user_id: int, count: int) -> None:
    chat = {"id": user_id, "type": "private", "first_name": "V"}
    for n in range(count):
        picture = {"message_id": 10_000 + n, "date": 1, "chat": chat, "photo": [], "media_group_id": "77"}
        intake.telegram.updates.push({"message": picture})


def taps(intake: Intake, user_id: int, count: int) -> None:
    for _ in range(count):
        intake.telegram.phone(user_id).press("Zorgen om een kind")


def type_all(intake: Intake, user_id: int, texts: Iterable[str]) -> None:
    for text in texts:
        intake.telegram.phone(user_id).type(text)


FLOODS: dict[str, Callable[[Intake, int, int], None]] = {
    "texts": lambda intake, user_id, count: type_all(intake, user_id, (f"text {n}" for n in range(count))),
    "commands": lambda intake, user_id, count: type_all(intake, user_id, ["/start"] * count),
    "wipes": lambda intake, user_id, count: type_all(intake, user_id, ["stop"] * count),
    "taps": taps,
    "an album": album,
}
REFUSALS: dict[str, Fault | str | None] = {
    "nothing is refused": "",
    "a long wait": Fault(Kind.WAIT, seconds=600),
    "a short wait": Fault(Kind.WAIT, seconds=3),
    "a server error": Fault(Kind.SERVER),
    "no answer": None,
}


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("flood", FLOODS)
@pytest.mark.parametrize(("chats", "each"), [(1, 400), (10, 40), (10, 4)])
async def test_nobody_waits_for_a_chat_that_sends_much(chats: int, each: int, flood: str, refusal: str) -> None:
    """G01, G02: counted in polls, as a busy machine has little time: each shows a hundred, and it takes no more of them
    than that but a few. `benchmarks/pause.py` measures the seconds."""
    intake = Intake()
    loud, others = range(1, chats + 1), range(100, 130)
    intake.queues = ChatQueues(intake.handler)
    intake.polling = Polling(intake.client, intake.queues)
    intake.begin(*loud)
    async with intake.running() as task:
        await intake.answered()
        if (fault := REFUSALS[refusal]) != "":
            assert not isinstance(fault, str)
            intake.telegram.refused = dict.fromkeys(loud, fault)
        for user_id in loud:
            FLOODS[flood](intake, user_id, each)
        intake.begin(*others)
        before = intake.telegram.polls
        await intake.until(lambda: not intake.missing(*others))
        assert intake.telegram.polls - before <= chats * each // 100 + 5
        task.cancel()
        await asyncio.wait([task])
    intake.queues.stop()
    await intake.queues.drained(5)


async def test_one_that_is_stuck_does_not_hide_who_comes_after_a_hundred_others() -> None:
    """G02: its offset shows a hundred; when most of them are answered it holds them no longer."""
    intake = Intake(drift=0.001)
    intake.begin(1)
    async with intake.running() as task:
        await intake.answered()
        intake.telegram.refused[1] = None
        intake.telegram.phone(1).press("Zorgen om een kind")
        intake.begin(*range(100, 400))
        began = intake.seconds
        await intake.until(lambda: not intake.missing(*range(100, 400)))
        assert intake.seconds - began < HELD
        task.cancel()
        await asyncio.wait([task])
    intake.queues.stop()
    await intake.queues.drained(5)


async def test_an_album_is_answered_once(intake: Intake) -> None:
    """G15: and its pictures are all taken away."""
    intake.begin(1)
    async with intake.running():
        await intake.answered()
        before = len(intake.telegram.calls)
        album(intake, 1, 10)
        await intake.answered()
    made = [call for call in [*intake.telegram.calls][before:] if call.method != "getUpdates"]
    assert [call.method for call in made].count("sendMessage") == 1
    gone = {call.params["message_id"] for call in made if call.method == "deleteMessage"}
    gone.update(*(call.params["message_ids"] for call in made if call.method == "deleteMessages"))
    assert gone >= set(range(10_000, 10_010))
    assert len(made) < 15


# Updates of any bytes


@pytest.mark.parametrize("bad", BYTES.values(), ids=BYTES)
async def test_one_update_of_any_bytes_is_confirmed(
    intake: Intake, bad: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """G04: the others of its batch are answered, and the loop goes on."""
    intake.begin(*range(1, 20))
    number = b'"update_id": %d' % intake.telegram.updates.next_id
    intake.telegram.updates.push_raw(bad.replace(b'"update_id": 2', number))
    intake.begin(*range(20, 40))
    async with intake.running():
        await intake.answered()
    assert intake.missing(*range(1, 40)) == []
    assert "brackets" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
async def test_an_update_that_cannot_be_confirmed_keeps_nobody_waiting(intake: Intake, number: object) -> None:
    """G04: without a number it stays at Telegram for a day, unless others come after it; meanwhile we neither stop nor
    ask without end."""
    intake.begin(*range(1, 20))
    wire = json.dumps({"message": "x", "update_id": number}).encode()
    intake.telegram.updates.push(RawUpdate(wire, intake.telegram.updates.next_id))
    async with intake.running():
        await intake.until(lambda: not intake.missing(*range(1, 20)))
        polls, began = intake.telegram.polls, intake.seconds
        await intake.until(lambda: intake.telegram.polls >= polls + 20)
        assert intake.telegram.polls - polls <= (intake.seconds - began) / AGAIN + 2
        intake.begin(*range(20, 40))
        await intake.answered()
    assert intake.missing(*range(1, 40)) == []


# Another program with our token


async def set_hook(intake: Intake) -> None:
    assert (await intake.telegram.elsewhere("setWebhook", {"url": "https://elsewhere.example/hook"}))["ok"]


async def hook_gone(intake: Intake) -> None:
    await intake.until(lambda: not intake.telegram.webhook.url)


async def test_a_webhook_that_another_program_sets_while_we_wait_is_taken_away(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    """G05: what comes meanwhile is kept and answered, not ready is said at once, and the log blames no other poller."""
    intake.begin(1)
    ready: list[bool] = []
    async with intake.running():
        await intake.answered()
        await intake.until(health.is_ready)
        intake.ticks.append(lambda: ready.append(health.is_ready()))
        began = intake.seconds
        await set_hook(intake)
        intake.begin(2)
        await hook_gone(intake)
        await intake.answered()
        assert intake.seconds - began < 15
    assert intake.missing(1, 2) == []
    assert ready[0] is False
    deletions = [call.params for call in intake.telegram.calls if call.method == "deleteWebhook"]
    assert deletions
    assert not any(params.get("drop_pending_updates") for params in deletions)
    said = "".join(capsys.readouterr())
    assert "another program set a webhook" in said
    assert "another process fetches" not in said


async def test_a_webhook_that_stands_before_the_first_poll_is_taken_away(intake: Intake) -> None:
    """G05: set between our start and our first poll, or by a process of before."""
    intake.begin(1)
    await set_hook(intake)
    async with intake.running():
        await intake.answered()
    assert intake.missing(1) == []


async def test_a_webhook_that_cannot_be_taken_away_yet_is_taken_away_later(intake: Intake) -> None:
    """G05."""
    faults = [Fault(Kind.SERVER), Fault(Kind.RESET_BEFORE), Fault(Kind.WAIT, seconds=1), Fault(Kind.UNAUTHORIZED)]
    intake.telegram.faults.plan("deleteWebhook", *faults)
    intake.begin(1)
    await set_hook(intake)
    async with intake.running():
        await intake.answered()
        assert intake.seconds < 15
    assert intake.missing(1) == []


async def test_a_program_that_sets_its_webhook_again_and_again_is_told_of_once_a_minute(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    """G05, F06: each time it is taken away, and people are answered in between."""
    async with intake.running():
        for n in range(1, 31):
            await set_hook(intake)
            intake.begin(n)
            await intake.answered()
    assert intake.missing(*range(1, 31)) == []
    said = "".join(capsys.readouterr())
    assert 1 <= said.count("another program set a webhook") <= 1 + intake.seconds / 60


async def test_another_poller_is_not_taken_for_a_webhook(intake: Intake, capsys: pytest.CaptureFixture[str]) -> None:
    """G05, F06: nothing is taken away."""
    intake.begin(1)
    intake.telegram.faults.plan("getUpdates", *[Fault(Kind.CONFLICT)] * 3)
    async with intake.running():
        await intake.answered()
    assert "deleteWebhook" not in {call.method for call in intake.telegram.calls}
    said = "".join(capsys.readouterr())
    assert "another process fetches" in said
    assert "another program set a webhook" not in said


@pytest.mark.parametrize("words", ["Bad Request: Logged out", "Bad Request: something of tomorrow"])
async def test_a_400_is_waited_out(intake: Intake, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """G07: also when it comes later than at the start."""
    intake.begin(1)
    refused = {"ok": False, "error_code": 400, "description": words}
    intake.telegram.answer_next("getUpdates", *[refused] * 5)
    async with intake.running():
        await intake.answered()
    assert intake.missing(1) == []
    assert ("logged out at this Bot API server" in "".join(capsys.readouterr())) is words.endswith("out")
