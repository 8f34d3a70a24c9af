"""Several workers answer one chat: one at a time, each update once, and whatever becomes of what they share."""

import asyncio
import base64
import hashlib
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from telegram.request import RequestData

from bot.api.client import Client
from bot.api.events import Event, Wipe, Words
from bot.api.update import read
from bot.chat.emergency import Emergency
from bot.chat.handlers import GuideHandler
from bot.counting.once_a_week import Counted
from bot.delivery import redis_coordination as shared
from bot.delivery import redis_once_a_week
from bot.delivery.coordination import LATE, MOST_LATE, LocalCoordination, Turn
from bot.delivery.last_pages import KEPT, PageRef
from bot.delivery.queues import ChatQueues
from bot.delivery.redis_connection import PATIENCE
from bot.delivery.redis_coordination import AFTERWARDS, BEAT, LEASE, MOST_ANSWERED, RedisCoordination
from bot.delivery.redis_once_a_week import COUNTED, Away
from bot.ops import metrics as health
from bot.ops.settings import PREFIX, WrongSetting
from campaigns.counts.cells import Cell
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support.person import LISTENER, VOCABULARY, new_pages
from tests.support.seam import InProcess
from tests.support.standing_clock import DAY
from tests.support.standing_clock import StandingClock as Clock
from tests.support.stores import Store, started

pytestmark = pytest.mark.slow

TOKEN = "8123456789:AAkanarieTokenVanNiemand_-geheim"  # noqa: S105 - known to the simulator alone
PERSON = 987_654_321_012
"""Long enough that it stands nowhere by chance."""
WORDS = "kanarieqwz zqwkanarie"
"""Words that nobody knows, so that the whole menu stands below the answer."""
PAGES = new_pages()


def an_update(number: int, chat: int = PERSON) -> Words:
    return Words(update_id=number, chat_id=chat, message_ids=(number,))


def a_wipe(number: int, chat: int = PERSON) -> Wipe:
    return Wipe(update_id=number, chat_id=chat, typed_id=number)


class Watched(InProcess):
    """A worker's way to Telegram. Notes who is at work, and can be held up."""

    def __init__(self, telegram: Telegram, name: str, log: list[tuple[str, str]]) -> None:
        super().__init__(telegram)
        self.gate = asyncio.Event()
        self.gate.set()
        self.held: str = ""
        self._name, self._log = name, log

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **named: Any
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        self._log.append((self._name, called))
        await asyncio.sleep(0.002)
        if called == self.held:
            await self.gate.wait()
        return await super().do_request(url, method, request_data, **named)


@dataclass
class Worker:
    """One process, as far as it matters here."""

    bot: Client
    coordination: RedisCoordination
    handler: GuideHandler
    queues: ChatQueues
    way: Watched

    def take(self, raw: dict[str, Any]) -> asyncio.Future[None]:
        return self.queues.take(read(msgspec.json.encode(raw)))


@dataclass
class Town:
    """A Telegram, and the workers that a load balancer may choose from."""

    store: Store
    clock: Clock = field(default_factory=Clock)
    calls: list[tuple[str, str]] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.telegram = Telegram(self.clock, TOKEN, name="Wat kan ik doen?", username="watkanikdoen_bot")

    def phone(self, person: int = PERSON) -> Phone:
        return self.telegram.phone(person)

    async def visitor(self, worker: Worker) -> Phone:
        """Somebody who has the beginning before them, from this worker."""
        phone = self.phone()
        phone.start()
        await self.bring(worker)
        return phone

    async def open(self, stack: AsyncExitStack, name: str) -> None:
        way = Watched(self.telegram, name, self.calls)
        bot = Client(TOKEN, request=way, get_updates_request=InProcess(self.telegram))
        await bot.initialize()
        coordination = await stack.enter_async_context(shared.RedisCoordination(self.store.url, TOKEN, self.clock))
        handler = GuideHandler(bot, PAGES, self.clock, LISTENER, coordination.last_pages, vocabulary=VOCABULARY)
        handler.one_page.at_first = 0
        queues = ChatQueues(handler, coordination=coordination)
        stack.callback(queues.stop)
        self.workers.append(Worker(bot, coordination, handler, queues, way))

    def news(self) -> list[dict[str, Any]]:
        """What waits at Telegram, which then forgets it."""
        found = list(self.telegram.updates.pending)
        for raw in found:
            self.telegram.updates.confirm(raw["update_id"])
        return found

    async def bring(self, *workers: Worker) -> None:
        """Whatever waits goes to these workers in turn, one after the other."""
        for n, raw in enumerate(self.news()):
            await asyncio.wait_for(workers[n % len(workers)].take(raw), 20)


@asynccontextmanager
async def open_town(store: Store) -> AsyncIterator[Town]:
    town = Town(store)
    async with AsyncExitStack() as stack:
        for name in ("a", "b"):
            await town.open(stack, name)
        yield town


@pytest.fixture
async def town(store: Store) -> AsyncIterator[Town]:
    async with open_town(store) as town:
        yield town


def pages_of(phone: Phone) -> list[dict[str, Any]]:
    return [message for message in phone.messages if message["from_bot"]]


async def until(true: Callable[[], Any] | Callable[[], Awaitable[Any]], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while True:
            found = true()
            if await found if isinstance(found, Awaitable) else found:
                return
            await asyncio.sleep(0.01)


# One chat, two workers


async def test_a_chat_is_one_page_whoever_answers(town: Town) -> None:
    a, b = town.workers
    phone = town.phone()
    for worker in (a, b, b, a):
        phone.start()
        await town.bring(worker)
        phone.type(WORDS)
        await town.bring(b if worker is a else a)
        assert len(phone.messages) == 1


async def test_the_language_and_the_campaign_go_along(town: Town) -> None:
    a, b = town.workers
    phone = town.phone()
    code = next(iter(PAGES.campaigns))
    phone.start(code)
    await town.bring(a)
    phone.press("English")
    await town.bring(a)
    phone.type(WORDS)
    await town.bring(b)
    buttons = [button for row in phone.screen["keyboard"] for button in row]
    first = next(button["callback_data"] for button in buttons if "callback_data" in button)
    assert first.split("|")[1:3] == ["en", code]


@pytest.mark.parametrize("how", ["button", "command", "word"])
async def test_a_wipe_empties_a_chat_that_both_have_served(town: Town, how: str) -> None:
    """F57, with the typed words and the page of one worker and the wipe at the other."""
    a, b = town.workers
    phone = town.phone()
    for n, worker in enumerate((a, b, a, b)):
        phone.start() if n % 2 else phone.type(WORDS)
        await town.bring(worker)
    if how == "button":
        phone.press("Wis chat")
    else:
        phone.type({"command": "/wis", "word": "weg"}[how])
    await town.bring(a)
    assert phone.messages == []
    assert len(phone.alerts) == (how == "button")


async def test_an_older_page_goes_when_the_wipe_is_pressed_on_another(town: Town) -> None:
    """The page of worker B is known to A only through what they share."""
    a, b = town.workers
    phone = await town.visitor(a)
    stray = town.telegram.store(town.telegram.chats[PERSON], town.telegram.bot, text="an older page")
    phone.type(WORDS)
    await town.bring(b)
    phone.forge("1|nl||welcome||wipe", stray.message_id)
    await town.bring(a)
    assert phone.messages == []


async def test_an_update_that_reaches_both_at_once_is_answered_once(town: Town) -> None:
    """F09"""
    a, b = town.workers
    phone = town.phone()
    for act in (phone.start, lambda: phone.type(WORDS), lambda: phone.press("Zorgen om een kind")):
        act()
        [raw] = town.news()
        before = len(town.calls)
        await asyncio.gather(a.take(raw), b.take(raw))
        called = [method for _, method in town.calls[before:]]
        assert len({who for who, _ in town.calls[before:]}) == 1
        assert called.count("sendMessage") + called.count("editMessageText") == 1
        assert len(pages_of(phone)) == 1


async def test_an_update_that_comes_to_the_other_an_hour_later_shows_nothing_new(town: Town) -> None:
    """F09, F51"""
    a, b = town.workers
    phone = town.phone()
    phone.start()
    [raw] = town.news()
    await a.take(raw)
    town.clock.later(hours=1)
    before = len(town.calls)
    await b.take(raw)
    assert len(town.calls) == before


@dataclass
class Busy:
    """How many are at work, and were at most."""

    now: int = 0
    most: int = 0


@dataclass
class AtWork:
    """A handler that says when it is at work."""

    handler: GuideHandler
    busy: Busy

    async def handle(self, event: Event) -> None:
        self.busy.now += 1
        self.busy.most = max(self.busy.most, self.busy.now)
        try:
            await self.handler.handle(event)
        finally:
            self.busy.now -= 1

    async def skip(self, event: Event) -> None:
        await self.handler.skip(event)

    async def ask_to_retry(self, event: Event) -> None:
        await self.handler.ask_to_retry(event)


async def test_two_workers_never_work_in_one_chat_at_the_same_time(town: Town) -> None:
    """F12: of forty messages and taps, thrown at both at once."""
    phone = town.phone()
    phone.start()
    await town.bring(town.workers[0])
    for n in range(20):
        phone.type(f"{WORDS} {n}")
        phone.forge("1|nl||welcome||worried")
    before, busy = len(town.calls), Busy()
    for worker in town.workers:
        worker.queues = ChatQueues(AtWork(worker.handler, busy), coordination=worker.coordination)
    await asyncio.gather(*[town.workers[n % 2].take(raw) for n, raw in enumerate(town.news())])
    assert all([await worker.queues.drained(20) for worker in town.workers])
    assert {who for who, _ in town.calls[before:]} == {"a", "b"}
    assert busy.most == 1
    assert len(pages_of(phone)) == len(phone.messages) == 1
    assert phone.unanswered == []


async def test_the_page_at_the_end_is_that_of_the_newest_tap(town: Town) -> None:
    """F10, F12: the newer tap reached the quicker worker. The older is answered, and draws nothing."""
    a, b = town.workers
    phone = await town.visitor(a)
    phone.press("Zorgen om een kind")
    phone.forge("1|nl||welcome||child")
    older, newer = town.news()
    await b.take(newer)
    drawn = phone.screen["text"]
    before = len(town.calls)
    await a.take(older)
    assert phone.screen["text"] == drawn
    assert [method for _, method in town.calls[before:]] == ["answerCallbackQuery"]
    assert phone.unanswered == []


async def test_what_was_asked_before_a_wipe_draws_nothing_after_it(town: Town) -> None:
    a, b = town.workers
    phone = await town.visitor(a)
    phone.type(WORDS)
    phone.press("Zorgen om een kind")
    phone.press("Wis chat")
    typed, tapped, wipe = town.news()
    await b.take(wipe)
    await asyncio.gather(a.take(typed), b.take(tapped))
    assert phone.messages == []
    assert phone.unanswered == []


async def test_words_are_answered_also_when_a_newer_tap_came_first(town: Town) -> None:
    a, b = town.workers
    phone = await town.visitor(a)
    phone.type(WORDS)
    phone.press("Zorgen om een kind")
    typed, tapped = town.news()
    await b.take(tapped)
    await a.take(typed)
    assert len(phone.messages) == 1
    assert "sendMessage" in {method for who, method in town.calls if who == "a"}


async def test_a_wipe_is_never_passed_over(town: Town) -> None:
    a, b = town.workers
    phone = await town.visitor(a)
    phone.press("Wis chat")
    phone.start()
    wipe, start = town.news()
    await b.take(start)
    await a.take(wipe)
    assert phone.messages == []


async def test_a_turn_that_lasts_is_kept(town: Town) -> None:
    """Telegram may be slow for longer than a dead worker is waited for."""
    a, b = town.workers
    assert await a.coordination.begin(an_update(1)) == Turn()
    end = time.monotonic() + LEASE.total_seconds() + 1
    while time.monotonic() < end:
        assert await b.coordination.begin(an_update(2)) is None
        await asyncio.sleep(0.05)
    await a.coordination.end(an_update(1), answered=True)
    assert await b.coordination.begin(an_update(2)) == Turn(newest=1)


async def lose_the_turn(town: Town) -> None:
    """What time does when a worker stands still for longer than its lease."""
    async with town.store.client() as client:
        assert await client.delete(town.workers[0].coordination.connection.name("turn", PERSON))


@pytest.mark.parametrize("is_done", [False, True], ids=["the other is at work", "the other is done"])
async def test_a_worker_that_comes_late_does_not_bring_back_an_older_page(town: Town, is_done: bool) -> None:
    """A drew the page anew and stood still. Meanwhile B sent another and took the first away."""
    a, b = (worker.coordination for worker in town.workers)
    old, new = PageRef(1, DAY, "nl", ""), PageRef(2, DAY, "nl", "")
    await a.begin(an_update(1))
    await a.last_pages.stands(PERSON, old, "first")
    await a.end(an_update(1), answered=True)
    await a.begin(an_update(2))
    await lose_the_turn(town)
    assert await b.begin(an_update(3))
    if is_done:
        await b.last_pages.stands(PERSON, new, "third")
        await b.end(an_update(3), answered=True)
    town.clock.later(seconds=5)
    await a.last_pages.stands(PERSON, PageRef(1, town.clock(), "nl", ""), "second")
    await a.end(an_update(2), answered=True)
    if not is_done:
        assert await a.begin(an_update(4)) is None  # the turn of B was not given back by A
        await b.last_pages.stands(PERSON, new, "third")
        await b.end(an_update(3), answered=True)
    assert await a.begin(an_update(2)) == Turn(is_known=True)
    assert await a.begin(an_update(4)) == Turn(newest=3)
    assert a.last_pages.last(PERSON, town.clock()) == new


@pytest.mark.parametrize("is_sent", [False, True], ids=["edited", "sent"])
async def test_a_worker_that_comes_late_to_a_chat_where_nobody_was_tells_where_its_page_stands(
    town: Town, is_sent: bool
) -> None:
    a, b = (worker.coordination for worker in town.workers)
    await a.begin(an_update(1))
    await a.last_pages.stands(PERSON, PageRef(1, DAY, "nl", ""), "first")
    await a.end(an_update(1), answered=True)
    await a.begin(an_update(2))
    await lose_the_turn(town)
    town.clock.later(seconds=5)
    page = PageRef(1 + is_sent, town.clock(), "nl", "")
    await a.last_pages.stands(PERSON, page, "second")
    await a.end(an_update(2), answered=True)
    assert await b.begin(an_update(3)) == Turn(newest=2)
    assert b.last_pages.last(PERSON, town.clock()) == page


async def test_a_turn_that_was_given_back_is_not_renewed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it is given back at the moment of its renewal."""
    a, b = (worker.coordination for worker in town.workers)
    monkeypatch.setattr(shared, "BEAT", 0.0)
    await asyncio.sleep(1.5 * BEAT)
    for n in range(200):
        await a.begin(an_update(n))
        await a.end(an_update(n), answered=False)
        assert await b.begin(an_update(n))
        await b.end(an_update(n), answered=False)


async def test_a_worker_has_one_turn_in_a_chat(town: Town) -> None:
    """Also when it hands a page over at the moment that an update comes in."""
    coordination = town.workers[0].coordination
    assert sorted(
        map(bool, await asyncio.gather(coordination.begin(an_update(1)), coordination.begin(an_update(2))))
    ) == [False, True]


async def test_a_worker_does_not_wait_for_a_turn_that_it_could_not_give_back(town: Town) -> None:
    a, b = (worker.coordination for worker in town.workers)
    await a.begin(an_update(1))
    await town.store.ask("CONFIG SET maxmemory 1")
    await a.end(an_update(1), answered=True)
    await town.store.ask("CONFIG SET maxmemory 0")
    await until(lambda: not a.connection.is_away)
    assert await b.begin(an_update(2)) is None
    assert await a.begin(an_update(3)) == Turn()


HOLDER = """
import asyncio, sys
from datetime import UTC, datetime
from bot.api.events import Words
from bot.delivery import redis_coordination as shared

async def hold():
    async with shared.RedisCoordination(sys.argv[1], sys.argv[2], lambda: datetime.now(UTC)) as coordination:
        await coordination.begin(Words(update_id=1, chat_id=int(sys.argv[3]), message_ids=(1,)))
        await coordination.may_fetch()
        print("held", flush=True)
        await asyncio.sleep(600)

asyncio.run(hold())
"""


async def test_a_worker_that_is_killed_lets_go_within_seconds(store: Store) -> None:
    """Of a chat, and of fetching: another has both within 10 s."""
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, store.url, TOKEN, str(PERSON), stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout
    assert await asyncio.wait_for(holder.stdout.readline(), 60) == b"held\n"
    async with shared.RedisCoordination(store.url, TOKEN, Clock()) as coordination:
        assert await coordination.begin(an_update(2)) is None
        assert await coordination.may_fetch() is False
        holder.send_signal(signal.SIGKILL)
        await holder.wait()
        begin = time.monotonic()
        await until(lambda: coordination.begin(an_update(2)))
        await until(coordination.may_fetch)
        assert time.monotonic() - begin < 10


async def test_who_stops_in_order_lets_go_at_once(store: Store) -> None:
    async with shared.RedisCoordination(store.url, TOKEN, Clock()) as second:
        async with shared.RedisCoordination(store.url, TOKEN, Clock()) as first:
            assert await first.may_fetch()
            assert await second.may_fetch() is False
        assert await second.may_fetch()


# What is kept, and for how long


async def test_the_store_holds_nobody(town: Town) -> None:
    """While an update is handled and after: no id, no words, no token, in no form that gives them away.

    Which page stands there is known, under a name that says nothing."""
    a, b = town.workers
    phone = town.phone()
    dumps = []
    for worker, act in (
        (a, phone.start),
        (b, lambda: phone.type(WORDS)),
        (a, lambda: phone.press("Zorgen om een kind")),
        (b, lambda: phone.start("kanarie-code")),
    ):
        act()
        [raw] = town.news()
        worker.way.gate.clear()
        worker.way.held = "deleteMessage" if "message" in raw else "answerCallbackQuery"
        done = worker.take(raw)
        await until(lambda worker=worker: town.calls[-1][1] == worker.way.held)
        dumps.append(await town.store.dump())
        worker.way.gate.set()
        await done
        dumps.append(await town.store.dump())
    query = next(iter(town.telegram.queries), "4000000000000001")
    secrets = [TOKEN, TOKEN.partition(":")[2], str(PERSON), WORDS, "kanarie", query, "Zorgen"]
    for dump in dumps:
        assert b"watkanikdoen:page:" in dump
        for secret in secrets:
            for form in forms(secret):
                assert form not in dump, secret


def forms(secret: str) -> list[bytes]:
    """Raw, hexadecimal, base64, as a number, and under every hash that needs no key."""
    raw = secret.encode()
    found = [raw, raw.hex().encode(), base64.b64encode(raw).rstrip(b"=")]
    if secret.isdecimal():
        found += [f"{int(secret):x}".encode(), int(secret).to_bytes(8, "big"), int(secret).to_bytes(8, "little")]
    for name in ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s", "sha3_256"):
        digest = hashlib.new(name, raw).digest()
        found += [digest[:16], digest.hex()[:32].encode(), base64.b64encode(digest)[:20]]
    short = hashlib.blake2b(raw, digest_size=16).digest()
    return [*found, short, short.hex().encode()]


async def test_another_token_finds_nothing(town: Town) -> None:
    """The keys are those of this bot only: another on the same store is another world."""
    phone = town.phone()
    phone.start()
    await town.bring(town.workers[0])
    async with shared.RedisCoordination(town.store.url, "1:another", town.clock) as other:
        assert await other.begin(an_update(5)) == Turn()
        assert other.last_pages.last(PERSON, town.clock()) is None


async def test_everything_expires(town: Town) -> None:
    """A chat after 48 hours from its page, one that was wiped after an hour."""
    a, b = town.workers
    here, gone = town.phone(), town.phone(PERSON + 1)
    for phone in (here, gone):
        phone.start()
    await town.bring(a, b)
    gone.press("Wis chat")
    await town.bring(a)
    async with town.store.client() as client:
        assert min([await client.pttl(key) for key in await client.keys("*")]) > 0
        for phone, kept in ((here, KEPT), (gone, AFTERWARDS)):
            for kind in ("page", "answered"):
                left = await client.pttl(a.coordination.connection.name(kind, phone.chat_id)) / 1000
                assert kept.total_seconds() - 60 < left <= kept.total_seconds()
            assert await client.pttl(a.coordination.connection.name("order", phone.chat_id)) <= LATE * 1000


async def test_a_page_keeps_its_48_hours_whatever_else_happens(town: Town) -> None:
    a, b = town.workers
    page, *others = [a.coordination.connection.name(kind, PERSON) for kind in ("page", "answered", "order")]
    await town.visitor(a)
    async with town.store.client() as client:
        left = await client.pttl(page)
        town.clock.later(hours=47)
        assert await b.coordination.begin(an_update(1))
        await b.coordination.end(an_update(1), answered=True)
        assert await client.pttl(page) <= left
        assert max([await client.pttl(key) for key in others]) <= timedelta(hours=1).total_seconds() * 1000
    town.clock.later(hours=1, seconds=1)
    await b.coordination.begin(an_update(2))
    assert b.coordination.last_pages.last(PERSON, town.clock()) is None


async def test_a_worker_keeps_nothing_that_the_others_know(town: Town) -> None:
    """So that a wipe at any of them is a wipe at all."""
    phone = town.phone()
    for worker in town.workers * 2:
        phone.start()
        await town.bring(worker)
    assert [len(worker.coordination.last_pages) for worker in town.workers] == [0, 0]


async def test_only_so_many_update_ids_are_kept(town: Town) -> None:
    a, _ = town.workers
    for n in range(1, 101):
        await a.coordination.begin(an_update(n))
        await a.coordination.end(an_update(n), answered=True)
    async with town.store.client() as client:
        kept = await client.lrange(a.coordination.connection.name("answered", PERSON), 0, -1)
    hidden = a.coordination.connection.hidden
    newest_first = range(100, 100 - MOST_ANSWERED, -1)
    assert [str(one, "utf-8") if isinstance(one, bytes) else one for one in kept] == [
        hidden(an_update(number).once) for number in newest_first
    ]
    assert await a.coordination.begin(an_update(101)) == Turn(newest=100)


# When the store fails


async def answers(town: Town, phone: Phone, *workers: Worker) -> float:
    """The longest that somebody waits, of a start, words and a tap at each of the workers."""
    longest = 0.0
    for worker in workers:
        for act in (phone.start, lambda: phone.type(WORDS), lambda: phone.press("Zorgen om een kind")):
            act()
            begin = time.monotonic()
            await town.bring(worker)
            longest = max(longest, time.monotonic() - begin)
            assert phone.unanswered == []
            assert [message for message in phone.messages if not message["from_bot"]] == []
    return longest


async def test_answers_go_on_when_the_store_is_killed_and_it_is_used_again(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = town.workers
    phone = town.phone()
    await answers(town, phone, a, b)
    town.store.kill()
    await answers(town, phone, a, b, a)
    assert away() == 1
    town.store.start()
    await until(lambda: not a.coordination.connection.is_away and not b.coordination.connection.is_away)
    assert away() == 0
    phone.type(WORDS)
    await town.bring(a)
    phone.start()
    await town.bring(b)
    phone.press("Wis chat")
    await town.bring(a)
    said = capsys.readouterr().err
    assert said.count("the shared memory cannot be used; going on with our own") == 2
    assert said.count("the shared memory is used again") == 2
    assert town.store.url not in said
    assert str(PERSON) not in said


def away() -> float | None:
    return health.REGISTRY.get_sample_value("watkanikdoen_memory_away")


async def test_what_was_learned_meanwhile_is_for_all_again(town: Town) -> None:
    """The page that A drew while the store was away is found and taken away by B."""
    a, b = town.workers
    phone = town.phone()
    town.store.kill()
    phone.start()
    await town.bring(a)
    assert len(a.coordination.last_pages) == 1
    town.store.start()
    await until(lambda: not b.coordination.connection.is_away and not len(a.coordination.last_pages))
    phone.type("wis")
    await town.bring(b)
    assert phone.messages == []


async def draw_alone(coordination: RedisCoordination, page: PageRef) -> None:
    """What a worker does in a chat while it cannot reach the store."""
    coordination.connection.is_away = True
    assert await coordination.begin(an_update(1)) == Turn()
    await coordination.last_pages.stands(PERSON, page, "alone")
    await coordination.end(an_update(1), answered=True)
    assert coordination.last_pages.last(PERSON, DAY) == page


async def test_what_was_learned_is_handed_over_also_when_another_worker_was_at_work_in_that_chat(town: Town) -> None:
    a, b = (worker.coordination for worker in town.workers)
    page = PageRef(1, DAY, "nl", "")
    await b.begin(an_update(2))
    await draw_alone(a, page)
    await until(lambda: not a.connection.is_away)
    await asyncio.sleep(0.5 * BEAT)
    assert len(a.last_pages) == 1
    await b.end(an_update(2), answered=True)
    await until(lambda: not len(a.last_pages))
    await b.begin(an_update(3))
    assert b.last_pages.last(PERSON, DAY) == page


async def test_a_page_from_before_a_wipe_is_not_handed_over(town: Town) -> None:
    a, b = (worker.coordination for worker in town.workers)
    await b.begin(an_update(2))
    await b.last_pages.stands(PERSON, PageRef(1, DAY, "nl", ""), "second")
    await b.end(an_update(2), answered=True)
    await b.begin(a_wipe(3))
    await draw_alone(a, PageRef(2, DAY, "nl", ""))
    town.clock.later(seconds=1)
    b.last_pages.forget(PERSON)
    await b.end(a_wipe(3), answered=True)
    await until(lambda: not len(a.last_pages))
    await b.begin(an_update(4))
    assert b.last_pages.last(PERSON, town.clock()) is None


async def test_a_store_that_stands_still_holds_up_each_worker_once(town: Town) -> None:
    a, b = town.workers
    phone = town.phone()
    await answers(town, phone, a, b)
    town.store.freeze()
    try:
        first = time.monotonic()
        await answers(town, phone, a, b)
        assert time.monotonic() - first < 2 * PATIENCE + 5
        before = failures()
        for _ in range(5):
            await answers(town, phone, a, b)
        assert failures() == before
    finally:
        town.store.thaw()
    await until(lambda: not a.coordination.connection.is_away and not b.coordination.connection.is_away)


def failures() -> float:
    return health.REGISTRY.get_sample_value("watkanikdoen_memory_failures_total") or 0.0


REFUSALS = {
    "full": (["CONFIG SET maxmemory 1"], ["CONFIG SET maxmemory 0"]),
    "read-only": (["REPLICAOF 127.0.0.1 1"], ["REPLICAOF NO ONE"]),
    "with another password": (["CONFIG SET requirepass x", "CLIENT KILL TYPE normal SKIPME yes"], []),
}


@pytest.mark.parametrize(("breaks", "mends"), REFUSALS.values(), ids=REFUSALS)
async def test_a_store_that_refuses_is_gone_without(town: Town, breaks: list[str], mends: list[str]) -> None:
    a, b = town.workers
    phone = town.phone()
    await town.store.ask(*breaks)
    await answers(town, phone, a, b)
    assert a.coordination.connection.is_away
    assert b.coordination.connection.is_away
    before = failures()
    await asyncio.sleep(1.5 * BEAT)
    await answers(town, phone, a, b)
    assert failures() == before  # it answers, and is still of no use
    if mends:
        await town.store.ask(*mends)
        await until(lambda: not a.coordination.connection.is_away and not b.coordination.connection.is_away)


async def test_a_start_without_the_store_answers_and_finds_it_later(store: Store) -> None:
    store.kill()
    async with open_town(store) as town:
        a, b = town.workers
        phone = town.phone()
        await answers(town, phone, a, b)
        store.start()
        await until(lambda: not a.coordination.connection.is_away and not b.coordination.connection.is_away)


async def test_another_program_at_that_address_harms_nobody() -> None:
    async def nonsense(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(nonsense, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, shared.RedisCoordination(f"redis://127.0.0.1:{port}", TOKEN, Clock()) as coordination:
        assert await coordination.begin(an_update(1)) == Turn()
        await coordination.end(an_update(1), answered=True)
        assert await coordination.may_fetch() is None


async def test_nonsense_in_the_store_harms_nobody(town: Town) -> None:
    a, _ = town.workers
    phone = town.phone()
    page, sent, order = [a.coordination.connection.name(kind, PERSON) for kind in ("page", "sent", "order")]
    without_a_zone = b'{"message_id": 1, "drawn": "2026-11-24T13:00:00", "locale": "nl", "campaign": ""}'
    for nonsense in (b"[1]", b'"soon"', b'"\xff"', b"{", b'"2026-11-24T13:00:00"', without_a_zone):
        phone.start()
        [raw] = town.news()
        async with town.store.client() as client:
            await client.set(page, nonsense)
            once = (PERSON, raw["message"]["message_id"], None)
            await client.hset(sent, a.coordination.connection.hidden(once), b'["x", %b]' % nonsense)
            await client.zadd(order, {"what": 5})
        await a.take(raw)
        assert not a.coordination.connection.is_away
        assert [message for message in phone.messages if not message["from_bot"]] == []
        async with town.store.client() as client:
            assert await client.get(page) != nonsense
    before = failures()
    async with town.store.client() as client:
        await client.set(order, "a string")
    phone.start()
    await town.bring(a)
    assert failures() > before
    assert [message for message in phone.messages if not message["from_bot"]] == []


async def test_a_worker_without_a_guide_and_one_with_it_serve_one_chat(town: Town) -> None:
    """The emergency page knows no language; the next page has one all the same."""
    a, b = town.workers
    phone = town.phone()
    emergency = Emergency(a.bot, town.clock, a.coordination.last_pages)
    a.queues = ChatQueues(emergency, coordination=a.coordination)
    phone.start()
    await town.bring(a)
    phone.type(WORDS)
    await town.bring(b)
    assert len(phone.messages) == 1
    phone.start()
    await town.bring(a)
    assert len(phone.messages) == 1


# What is said to whoever runs it


@pytest.mark.parametrize(
    ("options", "warned"),
    [((), 0), (("--save", "60 1"), 1), (("--appendonly", "yes"), 1), (("--rename-command", "CONFIG", ""), 1)],
    ids=["as it should be", "snapshots", "a log", "does not say"],
)
async def test_a_store_that_writes_to_disk_is_warned_about_once(
    options: list[str], warned: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.redis_connection.PATIENCE", 0.2)
    with started(*options) as store:
        async with shared.RedisCoordination(store.url, TOKEN, Clock()) as coordination:
            for _ in range(2):
                store.freeze()
                await coordination.begin(an_update(1))
                assert coordination.connection.is_away
                store.thaw()
                await until(lambda: not coordination.connection.is_away)
    assert capsys.readouterr().err.casefold().count("to disk") == warned


@pytest.mark.parametrize("url", ["redis://x:geheim@127.0.0.1:port/0", "redis://:geheim@[::1/0"])
def test_an_address_that_is_none_is_refused_unread(url: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        shared.RedisCoordination(url, TOKEN, Clock())
    assert str(refused.value).startswith(f"{PREFIX}MEMORY_URL: ")
    assert "geheim" not in str(refused.value)


def a_press(chat: int = PERSON, week: str = "2026-W48", name: str = "start", locale: str = "nl") -> Counted:
    return chat, Cell(week, "step", name, "stad", locale)


async def test_a_chat_counts_once_a_week_for_a_thing_at_whichever_worker(town: Town) -> None:
    """F24, F33: in another language it is still the same chat."""
    a, b = (worker.coordination.once_a_week for worker in town.workers)
    start, talk, later, another = a_press(), a_press(name="talk"), a_press(week="2026-W49"), a_press(PERSON + 1)
    assert await a.first([start, start, talk]) == [start[1], talk[1]]
    assert await b.first([a_press(locale="en"), talk, another, later]) == [another[1], later[1]]
    assert await a.first([later, another]) == []


async def test_a_chat_counts_once_also_when_both_workers_write_at_the_same_moment(town: Town) -> None:
    a, b = (worker.coordination.once_a_week for worker in town.workers)
    for chat in range(100):
        both = await asyncio.gather(a.first([a_press(chat)]), b.first([a_press(chat)]))
        assert sorted(map(len, both)) == [0, 1]


async def test_further_presses_do_not_prolong_what_is_known_of_a_week(town: Town) -> None:
    coordination = town.workers[0].coordination
    await coordination.once_a_week.first([a_press()])
    async with town.store.client() as client:
        keys = await client.keys("*counted*") + await client.keys("*salt*")
        for key in keys:
            await client.pexpire(key, 60_000)
        assert await coordination.once_a_week.first([a_press(), a_press(name="talk")]) == [a_press(name="talk")[1]]
        assert max([await client.pttl(key) for key in keys]) <= 60_000


async def test_the_store_knows_of_who_counted_only_what_nobody_can_turn_back(town: Town) -> None:
    """Not even with the token, once the salt of that week is gone; and all of it goes."""
    a, b = town.workers
    await a.coordination.once_a_week.first([a_press()])
    found = await town.store.dump()
    for trace in (str(PERSON).encode(), PERSON.to_bytes(8), PERSON.to_bytes(8, "little"), b"start", b"stad"):
        assert trace not in found
    async with town.store.client() as client:
        keys = await client.keys("*counted*") + await client.keys("*salt*")
        assert len(keys) == 2
        for key in keys:
            assert 0 < await client.pttl(key) <= COUNTED.total_seconds() * 1000
        (salt,) = await client.keys("*salt*")
        await client.delete(salt)
    assert await b.coordination.once_a_week.first([a_press()]) == [
        a_press()[1]
    ]  # under another salt nothing is known again


async def test_no_more_are_remembered_than_there_is_room_for_and_the_rest_is_dropped_and_told(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_once_a_week, "MOST_COUNTED", 3)
    caps = town.workers[0].coordination.once_a_week
    before = health.COUNTS_DROPPED.labels("full")._value.get()
    cells = await caps.first([a_press(n) for n in range(1, 6)])
    assert len(cells) == 3
    assert health.COUNTS_DROPPED.labels("full")._value.get() == before + 2
    assert await caps.first([a_press(1), a_press(6)]) == []


async def test_who_cannot_be_told_apart_is_not_counted(town: Town) -> None:
    """F22: the store is away; answers go on."""
    caps = town.workers[0].coordination.once_a_week
    town.store.kill()
    with pytest.raises(Away):
        await caps.first([a_press()])


async def test_one_process_shares_with_nobody() -> None:
    async with LocalCoordination() as coordination:
        assert await coordination.begin(an_update(1)) == Turn()
        assert await coordination.begin(an_update(1)) == Turn()
        assert await coordination.may_fetch()
        coordination.last_pages.note(PERSON, PageRef(1, DAY, "nl", ""))
        await coordination.end(an_update(1), answered=True)
        assert coordination.last_pages.last(PERSON, DAY)


async def test_one_process_knows_the_order_of_a_chat_for_ten_minutes_and_of_so_many_chats() -> None:
    passed = 0.0
    coordination = LocalCoordination(seconds=lambda: passed)
    await coordination.end(a_wipe(5), answered=True)
    await coordination.end(an_update(4), answered=True)
    await coordination.end(an_update(6), answered=False)
    assert await coordination.begin(an_update(3)) == Turn(newest=5, wiped=5)
    passed = LATE + 1
    assert await coordination.begin(an_update(3)) == Turn()
    for chat in range(MOST_LATE + 1):
        await coordination.end(an_update(5, chat), answered=True)
    assert await coordination.begin(an_update(3, 0)) == Turn()
    assert await coordination.begin(an_update(3, 1)) == Turn(newest=5)


async def test_a_forgotten_page_is_covered_by_one_of_several_workers(town: Town) -> None:
    """Both answered in this chat, so both watch its page; the first covers it, and the other sees that it did."""
    a, b = town.workers
    phone = await town.visitor(a)
    phone.press("Zorgen om een kind")
    await town.bring(b)
    town.clock.later(minutes=61)
    town.calls.clear()
    for worker in (a, b):
        for event in worker.handler.housekeeping.due():
            worker.queues.put(event, asyncio.get_running_loop().create_future())
        assert await worker.queues.drained(20)
    assert [method for _, method in town.calls if method == "editMessageText"] == ["editMessageText"]
    assert phone.screen["text"].startswith("Menu")
    phone.press("Verder")
    await town.bring(a)
    assert phone.screen["text"].startswith("Zorgen om een kind")
