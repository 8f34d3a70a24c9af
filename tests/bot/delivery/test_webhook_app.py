"""The address that Telegram brings updates to: 200 only for what was handled, nothing for strangers."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from telegram.error import RetryAfter

from bot.api.events import Event
from bot.delivery.queues import ChatQueues
from bot.delivery.waiting import MOST_HELD, UpdateHandler
from bot.delivery.webhook_app import LARGEST, MOST_WAITING, SECRET_HEADER, WebhookApp
from bot.ops import metrics as health
from bot.ops.settings import Hook
from tests.bot.api.test_update import BYTES, NUMBERS
from tests.support.person import Person
from tests.support.standing_clock import StandingClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SECRET = "a-Secret_1"  # noqa: S105 - made up
CANARY = "my own private words"
HOOK = Hook("http://127.0.0.1:8443/hook/here", SECRET, "127.0.0.1", 8443)
TEN_SECONDS = 10
"""Until a test that hangs is stopped."""
A_MINUTE = 60


class Listener:
    """A handler that notes whom it has answered, as soon as the gate is open."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self.heard: list[Event] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def handle(self, event: Event) -> None:
        await self.gate.wait()
        self.handled.append(event.update_id)
        self.heard.append(event)

    async def skip(self, event: Event) -> None:
        await self.handle(event)

    async def ask_to_retry(self, event: Event) -> None:
        await self.handle(event)


def message(number: int, chat: int = 5, **content: Any) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": CANARY}
    place = {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "from": person}
    return {"update_id": number, "message": place | content}


def update(number: int, chat: int = 5, text: str = CANARY) -> dict[str, Any]:
    return message(number, chat, text=text)


@asynccontextmanager
async def sender(webhook_app: WebhookApp) -> AsyncIterator[httpx.AsyncClient]:
    """Telegram's side, without a network: it shows the secret."""
    transport = httpx.ASGITransport(webhook_app, raise_app_exceptions=True)
    headers = {SECRET_HEADER: SECRET}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8443", headers=headers) as client:
        yield client


def app_of(queues: ChatQueues, hook: Hook = HOOK, **limits: float) -> WebhookApp:
    return WebhookApp(queues, hook, StandingClock(), **({"held": A_MINUTE} | limits))


@pytest.fixture
async def handler() -> Listener:
    return Listener()


@pytest.fixture
async def queues(handler: UpdateHandler) -> AsyncIterator[ChatQueues]:
    queues = ChatQueues(handler)
    yield queues
    queues.stop()


@pytest.fixture
async def webhook_app(queues: ChatQueues) -> WebhookApp:
    return app_of(queues)


@pytest.fixture
async def telegram(webhook_app: WebhookApp) -> AsyncIterator[httpx.AsyncClient]:
    async with sender(webhook_app) as client:
        yield client


async def until(true: Callable[[], object], seconds: float = TEN_SECONDS) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what it waits for happens elsewhere, often in another process
            await asyncio.sleep(0.01)


def counted(outcome: str) -> float:
    return health.REGISTRY.get_sample_value("watkanikdoen_updates_total", {"outcome": outcome}) or 0.0


# Handling


async def test_200_means_handled(telegram: httpx.AsyncClient, handler: Listener, queues: ChatQueues) -> None:
    handler.gate.clear()
    post = asyncio.ensure_future(telegram.post("/hook/here", json=update(1)))
    await until(lambda: queues.waiting)
    assert not post.done()
    handler.gate.set()
    assert (await post).status_code == 200
    assert handler.handled == [1]


async def test_an_update_that_is_held_too_long_waits_in_memory_and_is_counted(
    queues: ChatQueues, handler: Listener
) -> None:
    before = counted("waiting_in_memory")
    handler.gate.clear()
    async with sender(app_of(queues, held=0.01)) as telegram:
        assert (await telegram.post("/hook/here", json=update(1))).status_code == 200
    assert (counted("waiting_in_memory") - before, queues.waiting, handler.handled) == (1, 1, [])
    handler.gate.set()
    assert await queues.drained(TEN_SECONDS)
    assert handler.handled == [1]


async def test_a_path_may_hold_any_letter(queues: ChatQueues, handler: Listener) -> None:
    hook = replace(HOOK, url="http://127.0.0.1:8443/caf%C3%A9%20%7Ba%7D")
    async with sender(app_of(queues, hook)) as telegram:
        assert (await telegram.post(hook.url, json=update(1))).status_code == 200
    assert handler.handled == [1]


async def test_a_repeated_delivery_is_handled_once(
    telegram: httpx.AsyncClient, handler: Listener, queues: ChatQueues
) -> None:
    """F51, also while the first is still under way: both hear 200 when it is handled."""
    handler.gate.clear()
    posts = [asyncio.ensure_future(telegram.post("/hook/here", json=update(1))) for _ in range(5)]
    await until(lambda: queues.waiting)
    handler.gate.set()
    assert [(await post).status_code for post in posts] == [200] * 5
    assert (await telegram.post("/hook/here", json=update(1))).status_code == 200
    assert handler.handled == [1]


async def test_a_captured_post_shows_nothing_new() -> None:
    """F51 with the whole bot: one screen, also when the same post comes again an hour later."""
    person = Person()
    await person.bot.initialize()
    person.phone.start()
    raw = person.telegram.updates.pending[0]
    queues = ChatQueues(person.handler)
    async with sender(app_of(queues)) as telegram:
        await telegram.post("/hook/here", json=raw)
        calls = len(person.telegram.calls)
        person.clock.later(hours=1)
        assert (await telegram.post("/hook/here", json=raw)).status_code == 200
    assert len(person.telegram.calls) == calls
    assert len(person.chat) == 1


# Refusing


class Body:
    """What a sender has to say, and how much of it was taken."""

    def __init__(self, parts: int, size: int = 64 * 1024) -> None:
        self._parts, self._size = parts, size
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self._parts):
            self.taken += self._size
            yield CANARY[:1].encode() * self._size


REFUSED = {
    "F46 no secret": (403, "POST", "/hook/here", {}),
    "F46 an empty secret": (403, "POST", "/hook/here", {SECRET_HEADER: ""}),
    "F46 a wrong secret": (403, "POST", "/hook/here", {SECRET_HEADER: CANARY}),
    "F46 part of the secret": (403, "POST", "/hook/here", {SECRET_HEADER: SECRET[:-1]}),
    "F46 more than the secret": (403, "POST", "/hook/here", {SECRET_HEADER: SECRET + "a"}),
    "F46 a secret in Latin-1": (403, "POST", "/hook/here", {SECRET_HEADER: "é"}),
    "F46 a wrong path": (404, "POST", f"/{CANARY}", {SECRET_HEADER: SECRET}),
    "F46 the root": (404, "POST", "/", {SECRET_HEADER: SECRET}),
    "F46 a slash too many": (404, "POST", "/hook/here/", {SECRET_HEADER: SECRET}),
    "F46 GET": (405, "GET", "/hook/here", {SECRET_HEADER: SECRET}),
    "F46 HEAD": (405, "HEAD", "/hook/here", {SECRET_HEADER: SECRET}),
    "F46 PUT": (405, "PUT", "/hook/here", {SECRET_HEADER: SECRET}),
    "F47 95 MiB without the secret": (403, "POST", "/hook/here", {"Content-Length": str(95 << 20)}),
    "F47 95 MiB with it": (413, "POST", "/hook/here", {SECRET_HEADER: SECRET, "Content-Length": str(95 << 20)}),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
async def test_who_may_not_come_in_is_refused_unread(
    case: tuple[int, str, str, dict[str, str]], queues: ChatQueues, capfd: pytest.CaptureFixture[str]
) -> None:
    status, method, path, headers = case
    body = Body(95 << 4)
    transport = httpx.ASGITransport(app_of(queues))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8443") as stranger:
        encoded = httpx.Headers(headers, encoding="latin-1")
        response = await stranger.request(method, path, headers=encoded, content=body)
    assert response.status_code == status
    assert response.headers["connection"] == "close"
    assert body.taken == 0
    assert response.content == b""
    assert capfd.readouterr() == ("", "")


async def test_a_body_without_a_length_is_read_up_to_the_limit(telegram: httpx.AsyncClient, queues: ChatQueues) -> None:
    """F47"""
    body = Body(95 << 4)
    assert (await telegram.post("/hook/here", content=body)).status_code == 413
    assert body.taken <= LARGEST + 64 * 1024
    assert queues.waiting == 0


async def test_the_largest_body_is_taken(telegram: httpx.AsyncClient, handler: Listener) -> None:
    """F47"""
    body = json.dumps(update(1)).encode().ljust(LARGEST)
    assert (await telegram.post("/hook/here", content=body)).status_code == 200
    assert (await telegram.post("/hook/here", content=body + b" ")).status_code == 413
    assert handler.handled == [1]


OTHER_KEY = "no UTF-8 in a key"
"""Of an update that is of no kind that we use."""
MALFORMED = {name: body for name, body in BYTES.items() if name != OTHER_KEY} | {
    "not JSON": CANARY.encode(),
    "half": json.dumps(update(1))[:-1].encode(),
    "two": b'{"update_id": 1}{"update_id": 2}',
    "empty": b"",
    "a list": b"[]",
    "a list of updates": json.dumps([update(1)]).encode(),
    "null": b"null",
    "a word": b'"update_id"',
    "an object without anything": b"{}",
    "no id": json.dumps({"message": {"text": CANARY}}).encode(),
    "another shape": json.dumps({"update_id": 1, "message": {"text": CANARY}}).encode(),
    "NaN as id": b'{"update_id": NaN}',
    "an id of 5,000 digits": b'{"update_id": %s}' % (b"1" * 5_000),
    "5,000 digits elsewhere": b'{"update_id": 1, "message": %s}' % (b"1" * 5_000),
    "UTF-16": json.dumps(update(1)).encode("utf-16"),
    "UTF-32": json.dumps(update(1)).encode("utf-32-le"),
    "a byte order mark": json.dumps(update(1)).encode("utf-8-sig"),
    **{f"{name} as id": json.dumps({"update_id": number}).encode() for name, number in NUMBERS.items()},
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=[f"F50 {name}" for name in MALFORMED])
async def test_a_malformed_body_is_counted_and_not_brought_for_ever(
    body: bytes, telegram: httpx.AsyncClient, handler: Listener, capfd: pytest.CaptureFixture[str]
) -> None:
    """F04, G03, G04: its sender knew the secret, so it would come again for a day, and that chat would be silent."""
    before = counted("unreadable")
    response = await telegram.post("/hook/here", content=body)
    assert (response.status_code, response.content) == (200, b"")
    assert counted("unreadable") == before + 1
    assert (await telegram.post("/hook/here", json=update(7))).status_code == 200
    assert handler.handled == [7]
    assert CANARY not in "".join(capfd.readouterr())


RICH = {"blocks": [{"type": "paragraph", "text": "\U0001f6d1" * 32_767 + "!"}]}
LONG = {
    "a text, escaped": message(1, text="\u00e9" * 32_768),
    "a text of signs that take two escapes each": message(1, text="\U0001f6d1" * 32_768),
    "a rich message": message(1, rich_message=RICH),
    "a caption": message(1, caption="\u0001" * 65_536, photo=[]),
    "a reply to one as long": message(1, text="help", reply_to_message=message(2, rich_message=RICH)["message"]),
}


@pytest.mark.parametrize("name", LONG)
async def test_the_longest_message_of_telegram_is_answered(
    name: str, telegram: httpx.AsyncClient, handler: Listener
) -> None:
    """G03: it was refused at every retry, and what that chat said next was never answered."""
    body = json.dumps(LONG[name], ensure_ascii=True).encode()
    assert len(body) > 190_000
    assert (await telegram.post("/hook/here", content=body)).status_code == 200
    assert (await telegram.post("/hook/here", json=update(3))).status_code == 200
    assert handler.handled == [1, 3]


async def test_a_slow_body_is_not_waited_for(queues: ChatQueues) -> None:
    """F48"""

    async def slow() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(A_MINUTE)

    async with sender(app_of(queues, patience=0.01)) as telegram:
        assert (await telegram.post("/hook/here", content=slow())).status_code == 408


async def test_a_burst_is_bounded_and_what_is_sent_away_comes_again(
    telegram: httpx.AsyncClient, handler: Listener, queues: ChatQueues
) -> None:
    """F49: never more in memory than the bound, and nothing lost when the sender brings it again."""
    numbers = range(1, MOST_WAITING + 501)
    most = 0
    sent_away = 0

    async def deliver(number: int) -> None:
        nonlocal most, sent_away
        while True:
            response = await telegram.post("/hook/here", json=update(number, chat=number))
            most = max(most, queues.waiting)
            if response.status_code == 200:
                return
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
            sent_away += 1
            await handler.gate.wait()
            await asyncio.sleep(0)

    handler.gate.clear()
    deliveries = [asyncio.ensure_future(deliver(number)) for number in numbers]
    await until(lambda: sent_away == 500, A_MINUTE)
    assert queues.waiting == MOST_WAITING
    handler.gate.set()
    async with asyncio.timeout(A_MINUTE):
        await asyncio.gather(*deliveries)
    assert most == MOST_WAITING
    assert sorted(handler.handled) == list(numbers)


# Stopping


async def test_a_closed_door_sends_away_whoever_waits(
    webhook_app: WebhookApp, telegram: httpx.AsyncClient, handler: Listener, queues: ChatQueues
) -> None:
    handler.gate.clear()
    under_way = asyncio.ensure_future(telegram.post("/hook/here", json=update(1)))
    await until(lambda: queues.waiting)
    webhook_app.close()
    assert (await under_way).status_code == 503
    assert (await telegram.post("/hook/here", json=update(2))).status_code == 503


async def test_what_is_held_while_we_stop_is_not_left_to_memory(queues: ChatQueues, handler: Listener) -> None:
    """Coordination is about to end: 200 only when it is still handled, however long it was held."""
    handler.gate.clear()
    webhook_app = app_of(queues, held=0.05)
    async with sender(webhook_app) as telegram:
        posts = [asyncio.ensure_future(telegram.post("/hook/here", json=update(number, number))) for number in (1, 2)]
        await until(lambda: queues.waiting == 2)
        webhook_app.stop()
        await asyncio.sleep(0.2)
        assert not any(under_way.done() for under_way in posts)
        webhook_app.close()
        assert [(await under_way).status_code for under_way in posts] == [503, 503]


# One chat and the others


def press(number: int, chat: int) -> dict[str, Any]:
    query = {"id": str(number), "from": message(1, chat)["message"]["from"], "data": "x", "chat_instance": "1"}
    return {"update_id": number, "callback_query": query | {"message": message(1, chat, text="page")["message"]}}


class Waiting(Listener):
    """Some chats have to wait for ten minutes."""

    def __init__(self, *chats: int) -> None:
        super().__init__()
        self.chats = chats

    async def handle(self, event: Event) -> None:
        if event.chat_id in self.chats:
            raise RetryAfter(600)
        await super().handle(event)

    async def skip(self, event: Event) -> None:
        await self.handle(event)

    async def ask_to_retry(self, event: Event) -> None:
        await self.handle(event)


FLOODS: dict[str, Callable[[int, int], dict[str, Any]]] = {
    "texts": update,
    "commands": lambda number, chat: update(number, chat, "/start"),
    "wipes": lambda number, chat: update(number, chat, "stop"),
    "presses": press,
    "pictures": lambda number, chat: message(number, chat, photo=[]),
    "an album": lambda number, chat: message(number, chat, photo=[], media_group_id="7"),
}


@pytest.mark.parametrize("flood", FLOODS)
@pytest.mark.parametrize("chats", [1, 10])
async def test_nobody_is_sent_away_for_chats_that_send_much(
    flood: str, chats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G01, G02: what waits there is bounded, and holds no update of theirs either."""
    monkeypatch.setattr("bot.delivery.webhook_app.MOST_WAITING", 100)
    handler = Waiting(*range(1, chats + 1))
    queues = ChatQueues(handler)
    async with sender(app_of(queues, held=A_MINUTE)) as telegram, asyncio.timeout(A_MINUTE):
        for number in range(1, 201):
            response = await telegram.post("/hook/here", json=FLOODS[flood](number, 1 + number % chats))
            assert response.status_code == 200
        assert queues.waiting <= chats * (MOST_HELD + 2)
        assert (await telegram.post("/hook/here", json=update(201, 99))).status_code == 200
    assert handler.handled == [201]
    queues.stop()
    await queues.drained(TEN_SECONDS)
