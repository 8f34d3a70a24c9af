"""Telegram brings updates over the network: a port that stays open to it, a webhook that stays set, nobody lost."""

import asyncio
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import InvalidToken

from bot import app
from bot.api.events import ALLOWED_UPDATES
from bot.delivery import webhook_app
from bot.delivery.polling import REFUSED_FOR
from bot.delivery.queues import MOST_AT_ONCE, ChatQueues
from bot.delivery.waiting import UpdateHandler
from bot.delivery.webhook import CHECK, MOST_CONNECTIONS, Webhook
from bot.delivery.webhook_app import MOST_WAITING, SECRET_HEADER
from bot.ops import metrics as health
from bot.ops.settings import PREFIX, Hook, WrongSetting, read
from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram
from tests.bot.delivery.test_webhook_app import A_MINUTE, CANARY, HOOK, SECRET, TEN_SECONDS, Listener, until, update
from tests.support import TOKEN
from tests.support.linux import cpu
from tests.support.person import Person

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")]


@pytest.fixture
async def handler() -> Listener:
    return Listener()


@pytest.fixture
async def queues(handler: UpdateHandler) -> AsyncIterator[ChatQueues]:
    queues = ChatQueues(handler)
    yield queues
    queues.stop()


# Listening


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def hook_at(port: int) -> Hook:
    return Hook(f"http://127.0.0.1:{port}/hook", SECRET, "127.0.0.1", port)


@asynccontextmanager
async def listening(queues: ChatQueues, **limits: Any) -> AsyncIterator[tuple[Webhook, Hook]]:
    """The webhook on a real port, while the block runs."""
    person, hook = Person(), hook_at(free_port())
    await person.bot.initialize()
    hooked = Webhook(person.bot, queues, hook, person.clock, **limits)
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


async def test_there_are_not_more_connections_than_we_have_room_for(queues: ChatQueues) -> None:
    """F48: those too many are sent away; when the others are gone, there is room again. Connections that say nothing,
    or say it slowly, are the reverse proxy's (`tests/test_deploy.py`)."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]  # both ends are of this process: more than many a shell allows
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    async with listening(queues, drain=1) as (_, hook):
        opened = [await asyncio.open_connection(hook.host, hook.port) for _ in range(MOST_CONNECTIONS)]
        assert (await post(hook, 1)).status_code == 503
        for _, writer in opened:
            writer.close()
        async with asyncio.timeout(TEN_SECONDS):
            while (await post(hook, 1)).status_code == 503:
                pass  # until the server has seen that they are gone


async def test_a_connection_on_which_nothing_more_comes_is_closed(queues: ChatQueues) -> None:
    """F48."""
    async with listening(queues, patience=1, drain=1) as (_, hook):
        reader, writer = await asyncio.open_connection(hook.host, hook.port)
        body = json.dumps(update(1)).encode()
        head = f"POST /hook HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
        assert await asyncio.wait_for(reader.read(), TEN_SECONDS) == b""
        writer.close()


async def test_an_update_under_way_is_not_hung_up_on(queues: ChatQueues, handler: Listener) -> None:
    """F48: whoever has said everything may wait longer than it may take to say it."""
    handler.gate.clear()
    async with listening(queues, patience=1) as (_, hook):
        under_way = asyncio.ensure_future(post(hook, 1))
        await until(lambda: queues.waiting)
        await asyncio.sleep(1.5)
        handler.gate.set()
        assert (await under_way).status_code == 200


async def test_what_is_under_way_when_we_stop_is_answered_when_it_is_handled(
    queues: ChatQueues, handler: Listener
) -> None:
    handler.gate.clear()
    async with listening(queues) as (hooked, hook):
        under_way = asyncio.ensure_future(post(hook, 1))
        await until(lambda: queues.waiting)
        hooked.stop()
        await until(lambda: refuses_connections(hook))
        assert not under_way.done()
        handler.gate.set()
        assert (await under_way).status_code == 200
    assert handler.handled == [1]


def refuses_connections(hook: Hook) -> bool:
    try:
        socket.create_connection((hook.host, hook.port)).close()
    except ConnectionRefusedError:
        return True
    return False


async def test_what_is_not_handled_when_we_end_comes_again(queues: ChatQueues, handler: Listener) -> None:
    handler.gate.clear()
    async with listening(queues, drain=1) as (hooked, hook):
        posts = [asyncio.ensure_future(post(hook, 1))]
        await until(lambda: queues.waiting == 1)
        posts += [asyncio.ensure_future(post(hook, number)) for number in (2, 3)]  # they wait behind it, as one turn
        await until(lambda: queues.waiting == 2)
        hooked.stop()
        for response in [await under_way for under_way in posts]:
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
    assert handler.handled == []


async def test_a_port_that_is_taken_is_a_wrong_setting(queues: ChatQueues) -> None:
    """F69"""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        hook = hook_at(taken.getsockname()[1])
        person = Person()
        with pytest.raises(WrongSetting, match=f"{PREFIX}LISTEN: "):
            await Webhook(person.bot, queues, hook, person.clock).run()
    assert person.telegram.webhook.url == ""


# Keeping it set


class Watch:
    """The webhook's looks at Telegram, one `look` at a time."""

    def __init__(self, queues: ChatQueues) -> None:
        self.person = Person()
        self.pauses: list[float] = []
        self.seconds = 0.0
        self._next = asyncio.Event()
        self.hook = hook_at(free_port())
        self._hooked = Webhook(
            self.person.bot,
            queues,
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
async def watch(queues: ChatQueues) -> Watch:
    return Watch(queues)


async def test_run_sets_the_webhook_and_keeps_what_waits(watch: Watch) -> None:
    watch.person.phone.start()
    async with watch:
        hook = watch.person.telegram.webhook
        assert (hook.url, hook.secret_token, hook.max_connections) == (watch.hook.url, SECRET, MOST_AT_ONCE)
        (params,) = [call.params for call in watch.person.telegram.calls if call.method == "setWebhook"]
        assert json.loads(params["allowed_updates"]) == list(ALLOWED_UPDATES)
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


async def test_one_update_that_fails_makes_nobody_not_ready(watch: Watch) -> None:
    """G03: Telegram tries it again for a day, while what others say comes through."""
    async with watch:
        telegram, clock = watch.person.telegram, watch.person.clock
        watch.person.phone.start()
        for _ in range(5):
            clock.later(seconds=30)
            telegram.webhook.last_error = (clock(), "Wrong response from the webhook: 413 Request Entity Too Large")
            clock.later(seconds=1)
            assert (await post(watch.hook, 1)).status_code == 200
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


@pytest.mark.parametrize("words", ["Bad Request: Logged out", "Bad Request: something of tomorrow"])
@pytest.mark.parametrize("method", ["setWebhook", "getWebhookInfo"])
async def test_a_400_that_says_nothing_of_the_address_is_waited_out(watch: Watch, method: str, words: str) -> None:
    """G07: after a move to another Bot API server and back it lasts ten minutes."""
    watch.person.telegram.answer_next(method, *[{"ok": False, "error_code": 400, "description": words}] * 3)
    async with watch:
        assert not health.is_ready()
        for _ in range(3):
            watch.seconds += REFUSED_FOR
            await watch.look()
        assert not watch.running.done()
        assert health.is_ready()


async def test_a_webhook_that_another_program_sets_is_ours_again_within_a_minute(watch: Watch) -> None:
    """G05: and never is one taken away while Telegram brings us updates."""
    async with watch:
        await watch.person.telegram.call("setWebhook", {"url": "https://elsewhere.example/hook"})
        await watch.look()
        assert not health.is_ready()
        await watch.look()
        assert watch.person.telegram.webhook.url == watch.hook.url
        assert health.is_ready()
        assert sum(watch.pauses[-2:]) <= 2 * CHECK
    assert "deleteWebhook" not in {call.method for call in watch.person.telegram.calls}


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
    serving = asyncio.ensure_future(app.serve(person.bot, person.handler.pages, person.clock, stop))
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
    assert webhook_app.PATIENCE <= TEN_SECONDS
    assert MOST_WAITING > MOST_AT_ONCE
