"""Telegram brings updates: 200 only for what was handled, nothing for strangers, and nobody is lost."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import InvalidToken

from benchmarks.process import cpu
from bot import app
from bot.api.update import Update
from bot.chat.emergency import UPDATES
from bot.delivery import webhook
from bot.delivery.polling import REFUSED_FOR
from bot.delivery.queues import MOST_AT_ONCE, ChatQueues, UpdateHandler
from bot.delivery.webhook import LARGEST, MOST_CONNECTIONS, MOST_WAITING, SECRET_HEADER, Webhook, WebhookApp
from bot.ops import metrics as health
from bot.ops.settings import PREFIX, Hook, WrongSetting, read
from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram
from tests.support.phone import TOKEN, Person

SECRET = "a-Secret_1"  # noqa: S105 - made up
CANARY = "my own private words"
HOOK = Hook("http://127.0.0.1:8443/hook/here", SECRET, "127.0.0.1", 8443)
TEN_SECONDS = 10
"""Until a test that hangs is stopped, and what a supervisor gives a process that should end."""
A_MINUTE = 60


class Listener:
    """A face that notes whom it has answered, as soon as the gate is open."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def handle(self, update: Update) -> None:
        await self.gate.wait()
        self.handled.append(update.update_id)

    async def skip(self, update: Update) -> None:
        await self.handle(update)

    async def ask_to_retry(self, update: Update) -> None:
        await self.handle(update)

    def may_skip(self, _: Update) -> bool:
        return False

    def is_urgent(self, _: Update) -> bool:
        return False


def update(number: int, chat: int = 5, text: str = CANARY) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": CANARY}
    message = {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "from": person, "text": text}
    return {"update_id": number, "message": message}


@asynccontextmanager
async def sender(door: WebhookApp) -> AsyncIterator[httpx.AsyncClient]:
    """Telegram's side, without a network: it shows the secret."""
    transport = httpx.ASGITransport(door, raise_app_exceptions=True)
    headers = {SECRET_HEADER: SECRET}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8443", headers=headers) as client:
        yield client


@pytest.fixture
async def face() -> Listener:
    return Listener()


@pytest.fixture
async def lanes(face: UpdateHandler) -> AsyncIterator[ChatQueues]:
    lanes = ChatQueues(face)
    yield lanes
    lanes.stop()


@pytest.fixture
async def door(lanes: ChatQueues) -> WebhookApp:
    return WebhookApp(lanes, HOOK, held=A_MINUTE)


@pytest.fixture
async def telegram(door: WebhookApp) -> AsyncIterator[httpx.AsyncClient]:
    async with sender(door) as client:
        yield client


async def until(true: Callable[[], object], seconds: float = TEN_SECONDS) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what it waits for happens elsewhere, often in another process
            await asyncio.sleep(0.01)


# UpdateHandler


async def test_200_means_handled(telegram: httpx.AsyncClient, face: Listener, lanes: ChatQueues) -> None:
    face.gate.clear()
    post = asyncio.ensure_future(telegram.post("/hook/here", json=update(1)))
    await until(lambda: lanes.waiting)
    assert not post.done()
    face.gate.set()
    assert (await post).status_code == 200
    assert face.handled == [1]


async def test_an_update_that_is_held_too_long_waits_in_memory_and_is_counted(
    lanes: ChatQueues, face: Listener
) -> None:
    def waiting() -> float:
        return health.REGISTRY.get_sample_value("watkanikdoen_updates_total", {"outcome": "waiting_in_memory"}) or 0.0

    before = waiting()
    face.gate.clear()
    async with sender(WebhookApp(lanes, HOOK, held=0.01)) as telegram:
        assert (await telegram.post("/hook/here", json=update(1))).status_code == 200
    assert (waiting() - before, lanes.waiting, face.handled) == (1, 1, [])
    face.gate.set()
    assert await lanes.drained(TEN_SECONDS)
    assert face.handled == [1]


async def test_a_path_may_hold_any_letter(lanes: ChatQueues, face: Listener) -> None:
    hook = replace(HOOK, url="http://127.0.0.1:8443/caf%C3%A9%20%7Ba%7D")
    async with sender(WebhookApp(lanes, hook)) as telegram:
        assert (await telegram.post(hook.url, json=update(1))).status_code == 200
    assert face.handled == [1]


async def test_an_update_that_cannot_be_parsed_is_not_brought_for_ever(
    telegram: httpx.AsyncClient, face: Listener
) -> None:
    """F04: it is JSON with an id, so it is Telegram's; it is counted, and the next person is answered."""
    assert (await telegram.post("/hook/here", json={"update_id": 1, "message": {"text": CANARY}})).status_code == 200
    assert (await telegram.post("/hook/here", json=update(2))).status_code == 200
    assert face.handled == [2]


async def test_a_repeated_delivery_is_handled_once(
    telegram: httpx.AsyncClient, face: Listener, lanes: ChatQueues
) -> None:
    """F51, also while the first is still under way: both hear 200 when it is handled."""
    face.gate.clear()
    posts = [asyncio.ensure_future(telegram.post("/hook/here", json=update(1))) for _ in range(5)]
    await until(lambda: lanes.waiting)
    face.gate.set()
    assert [(await post).status_code for post in posts] == [200] * 5
    assert (await telegram.post("/hook/here", json=update(1))).status_code == 200
    assert face.handled == [1]


async def test_a_captured_post_shows_nothing_new() -> None:
    """F51 with the whole bot: one screen, also when the same post comes again an hour later."""
    person = Person()
    await person.bot.initialize()
    person.phone.start()
    raw = person.telegram.updates.pending[0]
    lanes = ChatQueues(person.face)
    async with sender(WebhookApp(lanes, HOOK)) as telegram:
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
    case: tuple[int, str, str, dict[str, str]], lanes: ChatQueues, capfd: pytest.CaptureFixture[str]
) -> None:
    status, method, path, headers = case
    body = Body(95 << 4)
    transport = httpx.ASGITransport(WebhookApp(lanes, HOOK))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8443") as stranger:
        encoded = httpx.Headers(headers, encoding="latin-1")
        response = await stranger.request(method, path, headers=encoded, content=body)
    assert response.status_code == status
    assert response.headers["connection"] == "close"
    assert body.taken == 0
    assert response.content == b""
    assert capfd.readouterr() == ("", "")


async def test_a_body_without_a_length_is_read_up_to_the_limit(telegram: httpx.AsyncClient, lanes: ChatQueues) -> None:
    """F47"""
    body = Body(95 << 4)
    assert (await telegram.post("/hook/here", content=body)).status_code == 413
    assert body.taken <= LARGEST + 64 * 1024
    assert lanes.waiting == 0


async def test_the_largest_body_is_taken(telegram: httpx.AsyncClient, face: Listener) -> None:
    """F47"""
    body = json.dumps(update(1)).encode().ljust(LARGEST)
    assert (await telegram.post("/hook/here", content=body)).status_code == 200
    assert (await telegram.post("/hook/here", content=body + b" ")).status_code == 413
    assert face.handled == [1]


MALFORMED = {
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
    "NaN as id": b'{"update_id": NaN}',
    "Infinity inside": b'{"update_id": 1, "message": {"date": -Infinity}}',
    "null as id": b'{"update_id": null}',
    "a word as id": b'{"update_id": "1"}',
    "a fraction as id": b'{"update_id": 1.0}',
    "a list as id": b'{"update_id": [1]}',
    "true as id": b'{"update_id": true}',
    "a negative id": b'{"update_id": -1}',
    "an id of 100 digits": b'{"update_id": %s}' % (b"1" * 100),
    "an id of 5,000 digits": b'{"update_id": %s}' % (b"1" * 5_000),
    "5,000 digits elsewhere": b'{"update_id": 1, "message": %s}' % (b"1" * 5_000),
    "lists 20,000 deep": b'{"update_id": 1, "message": %s%s}' % (b"[" * 20_000, b"]" * 20_000),
    "objects 20,000 deep": b'{"update_id": 1, "message": %s1%s}' % (b'{"a":' * 20_000, b"}" * 20_000),
    "not UTF-8": b'{"update_id": 1, "message": "\xff"}',
    "UTF-16": json.dumps(update(1)).encode("utf-16"),
    "UTF-32": json.dumps(update(1)).encode("utf-32-le"),
    "a byte order mark": json.dumps(update(1)).encode("utf-8-sig"),
    "the same key twice": b'{"update_id": 1, "update_id": 2}',
    "the same key twice inside": b'{"update_id": 1, "message": {"text": "a", "text": "b"}}',
    "twice, and a colon as a number": b'{"update_id": 1, "message": {"text": "\\u003A", "text": "\\u003a"}}',
}


@pytest.mark.parametrize("text", [rb"a: b", rb"a\u003A b", rb"\\u003a", rb"a:\u003a\":"])
async def test_a_colon_is_taken_however_it_is_written(text: bytes, telegram: httpx.AsyncClient, face: Listener) -> None:
    body = json.dumps(update(7)).encode()
    assert body.endswith(b"}")
    response = await telegram.post("/hook/here", content=body[:-1] + b', "note": "%b"}' % text)
    assert (response.status_code, face.handled) == (200, [7])


@pytest.mark.parametrize("body", MALFORMED.values(), ids=[f"F50 {name}" for name in MALFORMED])
async def test_a_malformed_body_is_refused_and_the_next_one_taken(
    body: bytes, telegram: httpx.AsyncClient, face: Listener, capfd: pytest.CaptureFixture[str]
) -> None:
    response = await telegram.post("/hook/here", content=body)
    assert (response.status_code, response.content) == (400, b"")
    assert (await telegram.post("/hook/here", json=update(7))).status_code == 200
    assert face.handled == [7]
    assert capfd.readouterr() == ("", "")


async def test_a_slow_body_is_not_waited_for(lanes: ChatQueues) -> None:
    """F48"""

    async def slow() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(A_MINUTE)

    async with sender(WebhookApp(lanes, HOOK, patience=0.01)) as telegram:
        assert (await telegram.post("/hook/here", content=slow())).status_code == 408


async def test_a_burst_is_bounded_and_what_is_sent_away_comes_again(
    telegram: httpx.AsyncClient, face: Listener, lanes: ChatQueues
) -> None:
    """F49: never more in memory than the bound, and nothing lost when the sender brings it again."""
    numbers = range(1, MOST_WAITING + 501)
    most = 0
    sent_away = 0

    async def deliver(number: int) -> None:
        nonlocal most, sent_away
        while True:
            response = await telegram.post("/hook/here", json=update(number, chat=number))
            most = max(most, lanes.waiting)
            if response.status_code == 200:
                return
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
            sent_away += 1
            await face.gate.wait()
            await asyncio.sleep(0)

    face.gate.clear()
    deliveries = [asyncio.ensure_future(deliver(number)) for number in numbers]
    await until(lambda: sent_away == 500, A_MINUTE)
    assert lanes.waiting == MOST_WAITING
    face.gate.set()
    async with asyncio.timeout(A_MINUTE):
        await asyncio.gather(*deliveries)
    assert most == MOST_WAITING
    assert sorted(face.handled) == list(numbers)


# Listening


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def hook_at(port: int) -> Hook:
    return Hook(f"http://127.0.0.1:{port}/hook", SECRET, "127.0.0.1", port)


@asynccontextmanager
async def listening(lanes: ChatQueues, **limits: Any) -> AsyncIterator[tuple[Webhook, Hook]]:
    """The webhook on a real port, while the block runs."""
    person, hook = Person(), hook_at(free_port())
    await person.bot.initialize()
    hooked = Webhook(person.bot, lanes, UPDATES, hook, person.clock, **limits)
    running = asyncio.ensure_future(hooked.run())
    await until(lambda: person.telegram.webhook.url)
    try:
        yield hooked, hook
    finally:
        hooked.stop()
        await asyncio.wait_for(running, TEN_SECONDS)


async def post(hook: Hook, number: int) -> httpx.Response:
    async with httpx.AsyncClient(timeout=TEN_SECONDS) as client:
        return await client.post(hook.url, json=update(number), headers={SECRET_HEADER: SECRET})


HEADERS = f"POST /hook HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 200000\r\n\r\n".encode()
SLOW = (b"POST /hook HTTP/1.1\r\nHost: ", HEADERS)


@asynccontextmanager
async def slow_ones(hook: Hook, count: int) -> AsyncIterator[list[asyncio.StreamReader]]:
    """Connections that send a byte at a time: half of them over the headers, half over the body."""
    opened = [await asyncio.open_connection(hook.host, hook.port) for _ in range(count)]

    async def trickle() -> None:
        for number, (_, writer) in enumerate(opened):
            writer.write(SLOW[number % len(SLOW)])
        while True:
            await asyncio.sleep(0.1)
            for _, writer in opened:
                if not writer.is_closing():
                    writer.write(b"a")

    trickling = asyncio.ensure_future(trickle())
    try:
        yield [reader for reader, _ in opened]
    finally:
        trickling.cancel()
        for _, writer in opened:
            writer.close()
        for _, writer in opened:
            with suppress(OSError):
                await writer.wait_closed()


async def test_slow_connections_keep_nobody_out_and_are_hung_up_on(lanes: ChatQueues, face: Listener) -> None:
    """F48"""
    async with listening(lanes, patience=2, drain=1) as (_, hook), slow_ones(hook, 100) as readers:
        assert (await post(hook, 1)).status_code == 200
        ends = []
        for reader in readers:
            with suppress(ConnectionError):
                ends.append(await asyncio.wait_for(reader.read(), TEN_SECONDS))
        assert all(end == b"" or end.startswith(b"HTTP/1.1 408 ") for end in ends)
        assert (await post(hook, 2)).status_code == 200
    assert face.handled == [1, 2]


async def test_a_silent_connection_is_hung_up_on(lanes: ChatQueues) -> None:
    """F48: before its first byte, and after an answer."""
    async with listening(lanes, patience=2, drain=1) as (_, hook):
        silent, first = await asyncio.open_connection(hook.host, hook.port)
        again, second = await asyncio.open_connection(hook.host, hook.port)
        body = json.dumps(update(1)).encode()
        head = HEADERS.replace(b"200000", str(len(body)).encode())
        second.write(head + body)
        assert (await again.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
        # The next request on the same connection is begun, and not finished.
        second.write(SLOW[0])
        assert await asyncio.wait_for(silent.read(), TEN_SECONDS) == b""
        assert await asyncio.wait_for(again.read(), TEN_SECONDS) == b""
        first.close()
        second.close()


async def test_there_are_not_more_connections_than_we_have_room_for(lanes: ChatQueues) -> None:
    """F48: those too many are closed at once; when the others are gone, there is room again."""
    async with listening(lanes, patience=A_MINUTE, drain=1) as (_, hook):
        opened = [await asyncio.open_connection(hook.host, hook.port) for _ in range(MOST_CONNECTIONS + 20)]
        for reader, _ in opened[MOST_CONNECTIONS:]:
            with suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), TEN_SECONDS) == b""
        assert not any(reader.at_eof() for reader, _ in opened[:MOST_CONNECTIONS])
        for _, writer in opened:
            writer.close()
        while True:  # until the server has seen that they are gone
            with suppress(httpx.TransportError):
                assert (await post(hook, 1)).status_code == 200
                break


async def test_an_update_under_way_is_not_hung_up_on(lanes: ChatQueues, face: Listener) -> None:
    """F48: whoever has said everything may wait longer than it may take to say it."""
    face.gate.clear()
    async with listening(lanes, patience=1) as (_, hook):
        under_way = asyncio.ensure_future(post(hook, 1))
        await until(lambda: lanes.waiting)
        await asyncio.sleep(1.5)
        face.gate.set()
        assert (await under_way).status_code == 200


async def test_what_is_under_way_when_we_stop_is_answered_when_it_is_handled(lanes: ChatQueues, face: Listener) -> None:
    face.gate.clear()
    async with listening(lanes) as (hooked, hook):
        under_way = asyncio.ensure_future(post(hook, 1))
        await until(lambda: lanes.waiting)
        hooked.stop()
        await until(lambda: refuses_connections(hook))
        assert not under_way.done()
        face.gate.set()
        assert (await under_way).status_code == 200
    assert face.handled == [1]


def refuses_connections(hook: Hook) -> bool:
    try:
        socket.create_connection((hook.host, hook.port)).close()
    except ConnectionRefusedError:
        return True
    return False


async def test_what_is_not_handled_when_we_end_comes_again(lanes: ChatQueues, face: Listener) -> None:
    face.gate.clear()
    async with listening(lanes, drain=1) as (hooked, hook):
        posts = [asyncio.ensure_future(post(hook, number)) for number in (1, 2, 3)]  # the last two wait in its lane
        await until(lambda: lanes.waiting == 3)
        hooked.stop()
        for response in [await under_way for under_way in posts]:
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
    assert face.handled == []


async def test_a_closed_door_sends_away_whoever_waits(
    door: WebhookApp, telegram: httpx.AsyncClient, face: Listener, lanes: ChatQueues
) -> None:
    face.gate.clear()
    under_way = asyncio.ensure_future(telegram.post("/hook/here", json=update(1)))
    await until(lambda: lanes.waiting)
    door.close()
    assert (await under_way).status_code == 503
    assert (await telegram.post("/hook/here", json=update(2))).status_code == 503


async def test_what_is_held_while_we_stop_is_not_left_to_memory(lanes: ChatQueues, face: Listener) -> None:
    """Coordination is about to end: 200 only when it is still handled, however long it was held."""
    face.gate.clear()
    door = WebhookApp(lanes, HOOK, held=0.05)
    async with sender(door) as telegram:
        posts = [asyncio.ensure_future(telegram.post("/hook/here", json=update(number, number))) for number in (1, 2)]
        await until(lambda: lanes.waiting == 2)
        door.stop()
        await asyncio.sleep(0.2)
        assert not any(under_way.done() for under_way in posts)
        door.close()
        assert [(await under_way).status_code for under_way in posts] == [503, 503]


async def test_a_port_that_is_taken_is_a_wrong_setting(lanes: ChatQueues) -> None:
    """F69"""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        hook = hook_at(taken.getsockname()[1])
        person = Person()
        with pytest.raises(WrongSetting, match=f"{PREFIX}LISTEN: "):
            await Webhook(person.bot, lanes, UPDATES, hook, person.clock).run()
    assert person.telegram.webhook.url == ""


# Keeping it set


class Watch:
    """The webhook's looks at Telegram, one `look` at a time."""

    def __init__(self, lanes: ChatQueues) -> None:
        self.person = Person()
        self.pauses: list[float] = []
        self.seconds = 0.0
        self._next = asyncio.Event()
        self.hook = hook_at(free_port())
        self._hooked = Webhook(
            self.person.bot,
            lanes,
            UPDATES,
            self.hook,
            self.person.clock,
            drain=1,
            sleep=self._sleep,
            clock=lambda: self.seconds,
        )

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await self._next.wait()
        self._next.clear()

    async def look(self) -> None:
        """Let the next look happen, and wait until it has."""
        before = len(self.pauses)
        self._next.set()
        await until(lambda: len(self.pauses) > before or self.running.done())

    async def __aenter__(self) -> "Watch":
        await self.person.bot.initialize()
        health.not_ready()
        self.running = asyncio.ensure_future(self._hooked.run())
        await until(lambda: self.pauses)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._hooked.stop()
        await asyncio.wait([self.running])
        health.not_ready()


@pytest.fixture
async def watch(lanes: ChatQueues) -> Watch:
    return Watch(lanes)


async def test_run_sets_the_webhook_and_keeps_what_waits(watch: Watch) -> None:
    watch.person.phone.start()
    async with watch:
        hook = watch.person.telegram.webhook
        assert (hook.url, hook.secret_token, hook.max_connections) == (watch.hook.url, SECRET, MOST_AT_ONCE)
        (params,) = [call.params for call in watch.person.telegram.calls if call.method == "setWebhook"]
        assert json.loads(params["allowed_updates"]) == list(UPDATES)
        assert "drop_pending_updates" not in params
        assert len(watch.person.telegram.updates) == 1
        assert health.is_ready()


async def test_a_webhook_that_somebody_removed_is_set_again(watch: Watch) -> None:
    async with watch:
        await watch.person.telegram.call("deleteWebhook", {})
        await watch.look()
        assert not health.is_ready()
        await watch.look()
        assert watch.person.telegram.webhook.url == watch.hook.url
        assert health.is_ready()


async def test_a_webhook_that_fails_is_not_ready_until_it_delivers(watch: Watch) -> None:
    async with watch:
        telegram, clock = watch.person.telegram, watch.person.clock
        clock.later(seconds=30)
        watch.person.phone.start()
        telegram.webhook.last_error = (clock(), "Wrong response from the webhook: 500")
        await watch.look()
        assert not health.is_ready()
        telegram.updates.clear()
        await watch.look()
        assert health.is_ready()


async def test_an_old_failure_does_not_count(watch: Watch) -> None:
    """Telegram keeps showing the last one, also from before we came."""
    async with watch:
        telegram, clock = watch.person.telegram, watch.person.clock
        watch.person.phone.start()
        telegram.webhook.last_error = (clock() - timedelta(seconds=1), "Connection refused")
        await watch.look()
        assert health.is_ready()
        clock.later(seconds=90)
        telegram.webhook.last_error = (clock() - timedelta(seconds=61), "Connection refused")
        await watch.look()
        assert health.is_ready()


async def test_a_telegram_that_cannot_be_reached_is_waited_for(watch: Watch) -> None:
    watch.person.telegram.answer_next("setWebhook", *[{"ok": False, "error_code": 502, "description": "no"}] * 10)
    async with watch:
        assert not health.is_ready()
        for _ in range(10):
            await watch.look()
        assert health.is_ready()
        assert all(pause <= 30 for pause in watch.pauses)
        assert watch.pauses[8] > 10


async def test_a_token_that_stays_refused_ends_it(watch: Watch) -> None:
    async with watch:
        assert health.is_ready()
        refused = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        watch.person.telegram.answer_next("getWebhookInfo", refused, refused, refused)
        await watch.look()
        assert not health.is_ready()
        watch.seconds += REFUSED_FOR
        await watch.look()
        assert not watch.running.done()
        watch.seconds += 1
        await watch.look()
        await asyncio.wait([watch.running], timeout=TEN_SECONDS)
        assert isinstance(watch.running.exception(), InvalidToken)


async def test_an_address_that_telegram_keeps_refusing_is_a_wrong_setting(watch: Watch) -> None:
    """F69"""
    refused = {"ok": False, "error_code": 400, "description": f"Bad Request: bad webhook: {CANARY}"}
    watch.person.telegram.answer_next("setWebhook", refused, refused)
    async with watch:
        assert not health.is_ready()
        watch.seconds += REFUSED_FOR + 1
        await watch.look()
        await asyncio.wait([watch.running], timeout=TEN_SECONDS)
        error = watch.running.exception()
        assert isinstance(error, WrongSetting)
        assert str(error).startswith(f"{PREFIX}WEBHOOK_URL: ")
        assert CANARY not in str(error)


async def test_fetching_takes_away_a_webhook_and_keeps_what_waits() -> None:
    person = Person()
    await person.telegram.call("setWebhook", {"url": HOOK.url, "secret_token": SECRET})
    person.phone.start()
    stop = asyncio.Event()
    serving = asyncio.ensure_future(app.serve(person.bot, person.face.pages, person.clock, stop))
    await until(lambda: person.chat and not person.telegram.updates.pending)
    stop.set()
    await asyncio.wait_for(serving, TEN_SECONDS)
    assert person.telegram.webhook.url == ""
    assert len(person.chat) == 1


# Settings


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    for name in os.environ:
        if name.upper().startswith(PREFIX):
            monkeypatch.delenv(name)

    def set_to(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"{PREFIX}{name}", value)

    return set_to


GOOD = {"WEBHOOK_URL": "https://example.nl/hook", "WEBHOOK_SECRET": SECRET}
WRONG = {
    "not https": ("WEBHOOK_URL", "http://canary.example/hook"),
    "only looks like this computer": ("WEBHOOK_URL", "http://127.0.0.1.canary.example/hook"),
    "ftp": ("WEBHOOK_URL", "ftp://canary.example/hook"),
    "no address": ("WEBHOOK_URL", "canary"),
    "a password": ("WEBHOOK_URL", "https://me:canary@example.nl/hook"),
    "an empty secret": ("WEBHOOK_SECRET", ""),
    "a space": ("WEBHOOK_SECRET", "canary canary"),
    "a letter with an accent": ("WEBHOOK_SECRET", "canaryé"),
    "a line break": ("WEBHOOK_SECRET", "canary\n"),
    "257 characters": ("WEBHOOK_SECRET", "canary" + "a" * 251),
    "no port": ("LISTEN", "canary"),
    "an empty port": ("LISTEN", "canary:"),
    "port 0": ("LISTEN", "canary:0"),
    "port 65536": ("LISTEN", "canary:65536"),
    "a word as port": ("LISTEN", "127.0.0.1:canary"),
    "no host": ("LISTEN", ":8443"),
}


@pytest.mark.parametrize(("name", "value"), WRONG.values(), ids=[f"F69 {name}" for name in WRONG])
def test_a_wrong_setting_is_named_and_its_value_not_shown(name: str, value: str, settings: Callable[..., None]) -> None:
    settings(**GOOD | {name: value})
    with pytest.raises(WrongSetting) as refused:
        read()
    said = str(refused.value)
    assert said.startswith(f"{PREFIX}{name}: ")
    assert "canary" not in said
    assert SECRET not in said
    assert "\n" not in said


def test_a_webhook_needs_a_secret(settings: Callable[..., None]) -> None:
    """F69"""
    settings(WEBHOOK_URL="https://example.nl/hook")
    with pytest.raises(WrongSetting, match=f"^{PREFIX}WEBHOOK_SECRET: "):
        read()


@pytest.mark.parametrize(
    ("given", "hook"),
    [
        ({}, None),
        ({"WEBHOOK_URL": "", "WEBHOOK_SECRET": ""}, None),
        (GOOD, Hook("https://example.nl/hook", SECRET, "127.0.0.1", 8443)),
        (GOOD | {"LISTEN": "0.0.0.0:80"}, Hook("https://example.nl/hook", SECRET, "0.0.0.0", 80)),  # noqa: S104
        (GOOD | {"LISTEN": "[::1]:80"}, Hook("https://example.nl/hook", SECRET, "::1", 80)),
        (GOOD | {"WEBHOOK_URL": "http://127.0.0.1:8443"}, Hook("http://127.0.0.1:8443/", SECRET, "127.0.0.1", 8443)),
    ],
)
def test_a_webhook_comes_from_the_settings(
    given: dict[str, str], hook: Hook | None, settings: Callable[..., None]
) -> None:
    settings(**given)
    assert read().hook == hook
    assert SECRET not in repr(read())


# The whole process


class Breaking(Telegram):
    """Does something to the bot the moment it sends its nth page, before that is answered."""

    after = sys.maxsize
    then: Callable[[], None]

    async def call(self, method: str, params: Any, *, token: str | None = None) -> dict[str, Any]:
        if method == "sendMessage":
            self.after -= 1
            if self.after == 0:
                self.then()
        return await super().call(method, params, token=token)


class Process:
    """The bot as an operator runs it: `python -m bot run`, with a webhook on this computer."""

    def __init__(self, root: str, written: Path) -> None:
        hook = hook_at(free_port())
        self.hook = hook
        self._written = written
        self._environment = {
            "PATH": os.environ["PATH"],
            f"{PREFIX}TOKEN": TOKEN,
            f"{PREFIX}API_URL": root,
            f"{PREFIX}WEBHOOK_URL": hook.url,
            f"{PREFIX}WEBHOOK_SECRET": SECRET,
            f"{PREFIX}LISTEN": f"{hook.host}:{hook.port}",
            f"{PREFIX}LOG_LEVEL": "DEBUG",
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._written.open("ab") as file:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self._environment, stdout=file, stderr=file
            )

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    async def ended(self) -> int:
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), TEN_SECONDS)

    async def idle(self) -> None:
        """Wait until it is done with what it does beside its start, such as reading what it listens for."""
        used = -1.0
        while used < (used := cpu(self.pid)) - 0.02:  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(1)

    def peak(self) -> int:
        """KiB of memory at most, since the last `reset_peak`."""
        status = Path(f"/proc/{self.pid}/status").read_text("utf-8")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")))

    def reset_peak(self) -> None:
        Path(f"/proc/{self.pid}/clear_refs").write_text("5", "utf-8")


@asynccontextmanager
async def a_process(telegram: Telegram, written: Path) -> AsyncIterator[Process]:
    """Started, and known to Telegram, while the block runs; ended by SIGTERM, which is no mistake."""
    async with serve(telegram, Clock(), port=0) as root:
        process = Process(root, written)
        await process.start()
        await until(lambda: telegram.webhook.url, A_MINUTE)
        try:
            yield process
        finally:
            process.send(signal.SIGTERM)
            assert await process.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["F02 SIGKILL", "SIGTERM"])
async def test_a_process_that_ends_loses_nobody(number: signal.Signals, tmp_path: Path) -> None:
    """100 people press START at once; at the 30th page the process is gone, or asked to go. All get their page."""
    telegram = Breaking(Clock(), TOKEN)
    written = tmp_path / "written"
    async with a_process(telegram, written) as process:
        telegram.after, telegram.then = 30, lambda: process.send(number)
        phones = [telegram.phone(user, first_name=CANARY) for user in range(1_001, 1_101)]
        for phone in phones:
            phone.start()
        code = await process.ended()
        assert code == (-number if number is signal.SIGKILL else 0)
        waiting = {update["message"]["chat"]["id"] for update in telegram.updates.pending}
        assert waiting
        # Whatever was confirmed had been answered.
        assert [phone.chat_id for phone in phones if phone.chat_id not in waiting and not pages(phone)] == []
        await process.start()
        await until(lambda: not telegram.updates.pending, A_MINUTE)
        assert [phone.chat_id for phone in phones if not pages(phone)] == []
        sent = sum(call.method == "sendMessage" and call.ok for call in telegram.calls)
        assert sent <= len(phones) + MOST_AT_ONCE
    said = written.read_text("utf-8")
    assert [word for word in (CANARY, SECRET, TOKEN, "/hook") if word in said] == []


def pages(phone: Any) -> list[Any]:
    return [message for message in phone.messages if message["from_bot"]]


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the peak of memory is read from Linux")
async def test_large_bodies_without_the_secret_cost_nothing(tmp_path: Path) -> None:
    """F47: six bodies of 60 MiB in parallel, with and without saying their length."""
    part = b"a" * (1 << 20)
    taken = 0

    async def intrude(hook: Hook, *, length: bool) -> None:
        nonlocal taken
        size = 60 * len(part)
        how = f"Content-Length: {size}" if length else "Transfer-Encoding: chunked"
        reader, writer = await asyncio.open_connection(hook.host, hook.port)
        with suppress(ConnectionError):
            writer.write(f"POST /hook HTTP/1.1\r\nHost: a\r\n{how}\r\n\r\n".encode())
            for _ in range(60):
                writer.write(part if length else b"%x\r\n%s\r\n" % (len(part), part))
                await writer.drain()
                taken += len(part)
            assert (await reader.read()).startswith(b"HTTP/1.1 403 ")
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    telegram = Telegram(Clock(), TOKEN)
    async with a_process(telegram, tmp_path / "written") as process:
        phone = telegram.phone(5)
        phone.start()
        await until(lambda: pages(phone) and not telegram.updates.pending)
        await process.idle()
        process.reset_peak()
        before = process.peak()
        await asyncio.gather(*(intrude(process.hook, length=number % 2 == 0) for number in range(6)))
        grown = process.peak() - before
        phone.type("hello")
        await until(lambda: not telegram.updates.pending)
    assert grown <= 10 * 1024
    assert taken <= 6 * 10 * len(part)
    print(f"peak of memory: +{grown} KiB, {taken >> 20} MiB handed to the network")


def test_the_bounds_hold_together() -> None:
    """A supervisor kills after ten seconds; a body may not take longer than that to be given up."""
    assert webhook.PATIENCE <= TEN_SECONDS
    assert MOST_WAITING > MOST_AT_ONCE
