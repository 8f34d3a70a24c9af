"""The reverse proxy before several workers: Debian's nginx with `deploy/nginx-webhook.conf`, before real workers."""

import asyncio
import os
import re
import signal
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.delivery.polling import DRAIN
from bot.delivery.waiting import HELD
from bot.delivery.webhook_app import LARGEST
from bot.ops.settings import PREFIX
from simulator.posts import HEADER
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import stores
from tests.support.debian import NGINX, OPENSSL, become
from tests.support.processes import NOWHERE, SECRET, Process, Worker, free_port, listens, run, simulated, until, webhook
from tests.test_deploy import DEPLOY, a_folder_of, compose, somebody

pytestmark = pytest.mark.slow

CONFIGURATION = re.sub(r"#.*", "", (DEPLOY / "nginx-webhook.conf").read_text("utf-8"))
PATH = re.sub(r"^https://.*?\}", "", compose("scaled")["services"]["bot"]["environment"][f"{PREFIX}WEBHOOK_URL"])
TELEGRAM = "127.0.0.2"
"""Where Telegram calls from in these tests, as the networks of the real one are named in the file."""

on_one_loop = pytest.mark.asyncio(loop_scope="module")
"""For tests with workers, which are started once."""

SOON = {"client_header_timeout 10s": "client_header_timeout 2s", "client_body_timeout 10s": "client_body_timeout 2s"}
"""So that a test of slow callers does not take as long as they do."""


@asynccontextmanager
async def proxy(workers: Sequence[str], log: Path, **changes: str) -> AsyncIterator[tuple[str, Path]]:
    """nginx as nobody. Only addresses, certificate, folder and what is named are its own."""
    nginx, openssl, nobody = NGINX.required(), OPENSSL.required(), somebody()
    port = free_port()
    with a_folder_of(nobody) as folder:
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
        made = [openssl, "req", "-x509", *curve, "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
        files = ["-keyout", str(folder / "tls_key"), "-out", str(folder / "tls_certificate")]
        subprocess.run([*made, *files], check=True, capture_output=True)  # noqa: S603, ASYNC221
        text = (DEPLOY / "nginx-webhook.conf").read_text("utf-8")
        named = "server bot:8443 resolve max_fails=0;"
        for ours, theirs in {
            "/tmp/": f"{folder}/",  # noqa: S108
            "/run/secrets/": f"{folder}/",
            "listen 8443": f"listen 127.0.0.1:{port}",
            named: "".join(named.replace("bot:8443 resolve", worker) for worker in workers),
            "149.154.160.0/20": f"{TELEGRAM}/32",
            **changes,
        }.items():
            assert ours in text
            text = text.replace(ours, theirs)
        (folder / "webhook.conf").write_text(text, "utf-8")
        for path in folder.iterdir():
            if nobody:
                os.chown(path, nobody, nobody)
        _, *options = compose("scaled")["services"]["proxy"]["entrypoint"]
        command = [nginx, *(word.replace("/etc/nginx", str(folder)) for word in options)]
        process, pid = Process([*become(nobody), *command], log), folder / "nginx.pid"
        async with process.started():
            await until(lambda: not process.running or (listens(port) and pid.exists() and pid.read_bytes()))
            assert process.running, process.said
            yield f"https://127.0.0.1:{port}", folder


def caller(address: str, source: str = "127.0.0.1", secret: str = SECRET) -> httpx.AsyncClient:
    """Somebody who comes from that address of this machine."""
    transport = httpx.AsyncHTTPTransport(verify=False, local_address=source)
    headers = {HEADER: secret} if secret else {}
    return httpx.AsyncClient(transport=transport, timeout=60, base_url=address, headers=headers)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def worker(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Telegram, str]]:
    """A Telegram, and where a worker listens that it does not find by itself."""
    hook = webhook() | {"WEBHOOK_URL": f"{NOWHERE}{PATH}"}
    async with simulated() as (telegram, root), run(tmp_path_factory.mktemp("worker"), root, hook):
        await until(lambda: listens(int(hook["LISTEN"].rpartition(":")[2])))
        yield telegram, hook["LISTEN"]


@dataclass
class Place:
    """The proxy before the worker, impatient. `log` is what it wrote in all these tests."""

    telegram: Telegram
    address: str
    log: Path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(worker: tuple[Telegram, str], tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    telegram, listen = worker
    log = tmp_path_factory.mktemp("proxy") / "log"
    async with proxy([listen], log, **SOON) as (address, _):
        yield Place(telegram, address, log)


def taken(telegram: Telegram) -> dict[str, Any]:
    """The update that came last; the simulated Telegram does not bring it itself."""
    update = telegram.updates.pending[-1]
    telegram.updates.clear()
    return dict(update)


def started(telegram: Telegram, user_id: int = 5) -> dict[str, Any]:
    telegram.phone(user_id).start()
    return taken(telegram)


@on_one_loop
async def test_the_proxy_brings_updates_in_refuses_floods_and_writes_nothing_down(
    worker: tuple[Telegram, str], tmp_path: Path
) -> None:
    # The rate is low, so that it does not depend on how fast this machine is.
    rate = {"rate=50r/s": "rate=1r/m", "burst=100": "burst=10"}
    telegram, listen = worker
    async with proxy([listen], tmp_path / "log", **rate) as (address, folder):
        before = written(folder)
        update = started(telegram)
        async with (
            caller(address) as known,
            caller(address, secret="") as stranger,
            caller(address, secret="wrong") as liar,  # noqa: S106 - made up
        ):
            assert (await known.post(PATH, json=update)).status_code == 200
            assert len(telegram.phone(5).messages) == 1
            assert (await stranger.post(PATH, json=update)).status_code == 403
            assert (await known.post("/", json=update)).status_code == 404
            assert (await known.get("/metrics")).status_code == 404
            large = b" " * LARGEST + b"{}"
            assert (await known.post(PATH, content=large[2:])).status_code == 200  # the worker counts it
            too_large = await known.post(PATH, content=large)
            assert (too_large.status_code, "nginx" in too_large.text) == (413, True)  # the worker says nothing with it
            flood = [(await liar.post(PATH, content=b"")).status_code for _ in range(12)]
            assert flood == sorted(flood)
            assert set(flood) == {403, 429}
        async with caller(address, TELEGRAM) as unlimited:
            assert (await unlimited.post(PATH, json=started(telegram, 6))).status_code == 200
        assert written(folder) == before


def written(folder: Path) -> dict[str, bytes]:
    """Every file in it with its content."""
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@on_one_loop
async def test_the_longest_message_of_telegram_comes_through(place: Place) -> None:
    """G03."""
    async with caller(place.address, TELEGRAM) as client:
        phone = place.telegram.phone(7)
        phone.send_rich("\N{OCTAGONAL SIGN}" * 32_768)
        update = taken(place.telegram)
        response = await client.post(PATH, json=update)
        assert len(response.request.content) > 384 * 1024 // 4
        assert response.status_code == 200
        assert [message["from_bot"] for message in phone.messages] == [True]


# Slow callers


@dataclass
class Slow:
    """Connections of one stranger, which send a byte at a time, or nothing."""

    address: str
    opened: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)

    async def open(self, count: int, begin: bytes, *, tls: bool = True) -> None:
        context = ssl._create_unverified_context() if tls else None  # noqa: S323 - our own
        port = int(self.address.rpartition(":")[2])
        for _ in range(count):
            reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
            writer.write(begin)
            self.opened.append((reader, writer))

    async def trickle(self) -> None:
        while True:
            await asyncio.sleep(0.1)
            for _, writer in self.opened:
                if not writer.is_closing():
                    writer.write(b"a")

    async def told(self, count: int) -> list[bytes]:
        """The first lines of what they are told, once so many are told something."""
        lines = [asyncio.ensure_future(reader.readline()) for reader, _ in self.opened]
        await until(lambda: sum(line.done() for line in lines) >= count)
        told = [line.result() for line in lines if line.done()]
        for line in lines:
            line.cancel()
        return told

    async def ends(self) -> list[bytes]:
        """How each of them ends; what it is told before it is hung up on."""
        return await asyncio.gather(*(self._end(reader) for reader, _ in self.opened))

    async def _end(self, reader: asyncio.StreamReader) -> bytes:
        async with asyncio.timeout(20):
            with suppress(ConnectionError, ssl.SSLError):
                return await reader.read()
        return b""

    def close(self) -> None:
        for _, writer in self.opened:
            writer.transport.abort()


@asynccontextmanager
async def slow_ones(address: str, count: int, begin: bytes, *, tls: bool = True) -> AsyncIterator[Slow]:
    slow = Slow(address)
    await slow.open(count, begin, tls=tls)
    trickling = asyncio.ensure_future(slow.trickle() if begin else asyncio.sleep(60))
    try:
        yield slow
    finally:
        trickling.cancel()
        slow.close()


async def somebody_is_answered(place: Place) -> None:
    async with caller(place.address, TELEGRAM) as client:
        assert (await client.post(PATH, json=started(place.telegram))).status_code == 200


HEADERS = f"POST {PATH} HTTP/1.1\r\nHost: a\r\n{HEADER}: {SECRET}\r\n".encode()
SLOW = {
    "F48 headers without end": (HEADERS + b"X-Slow: ", True),
    "F48 nothing after the greeting": (b"", True),
    "F48 nothing at all": (b"", False),
}


@pytest.mark.parametrize(("begin", "tls"), SLOW.values(), ids=SLOW)
@on_one_loop
async def test_slow_connections_keep_nobody_out_and_are_hung_up_on(begin: bytes, tls: bool, place: Place) -> None:
    """F48."""
    async with slow_ones(place.address, 100, begin, tls=tls) as slow, caller(place.address, TELEGRAM) as client:
        assert (await client.post(PATH, json=started(place.telegram))).status_code == 200
        assert all(end == b"" or b" 408 " in end.splitlines()[0] for end in await slow.ends())
        assert (await client.post(PATH, json=started(place.telegram, 6))).status_code == 200


@on_one_loop
async def test_a_body_that_stops_coming_is_not_waited_for(place: Place) -> None:
    """F48."""
    slow = Slow(place.address)
    await slow.open(5, HEADERS + b"Content-Length: 200000\r\n\r\nabc")
    assert all(end == b"" or b" 408 " in end.splitlines()[0] for end in await slow.ends())
    await somebody_is_answered(place)
    slow.close()


@on_one_loop
async def test_headers_of_any_size_are_not_read_to_their_end(place: Place) -> None:
    """F47: forty kilobytes are enough for anybody."""
    slow = Slow(place.address)
    await slow.open(1, HEADERS + b"X-Long: " + b"a" * 200_000)
    ((line, *_),) = [end.splitlines() for end in await slow.ends()]
    assert line.split()[1] in (b"400", b"414", b"431")
    slow.close()
    await somebody_is_answered(place)


@on_one_loop
async def test_bodies_that_do_not_end_are_few_and_reach_no_worker(worker: tuple[Telegram, str], tmp_path: Path) -> None:
    """F48: those of one stranger beyond twenty are sent away, and Telegram is not."""
    telegram, listen = worker
    begin = HEADERS + b"Content-Length: 200000\r\n\r\n"
    async with (
        proxy([listen], tmp_path / "log") as (address, _),
        slow_ones(address, 60, begin) as slow,
        caller(address, TELEGRAM) as client,
        caller(address) as stranger,
    ):
        assert [line.split()[1] for line in await slow.told(40)] == [b"429"] * 40
        assert (await client.post(PATH, json=started(telegram))).status_code == 200
        assert (await stranger.post(PATH, json=started(telegram, 6))).status_code == 429
        slow.close()
        answered = 0
        while answered != 200:  # until nginx has seen that they are gone
            answered = (await stranger.post(PATH, json=started(telegram, 6))).status_code
            assert answered in (200, 429)


@on_one_loop
async def test_callers_that_break_off_or_speak_no_tls_are_not_written_down(place: Place) -> None:
    """G35: their addresses would stand in the log. Nor is any other caller of these tests."""
    slow = Slow(place.address)
    for begin in (b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\xff\xff" + b"\0" * 300, b"\x80\x2e\x01", b""):
        await slow.open(1, begin, tls=False)
    await slow.ends()
    slow.close()
    await somebody_is_answered(place)
    assert place.log.read_bytes() == b""


# Workers that come and go


@dataclass
class Town:
    """Two workers with one store, and people who press at a rate."""

    telegram: Telegram
    workers: list[Worker]
    ports: list[int]
    client: httpx.AsyncClient
    took: list[float] = field(default_factory=list)
    under_way: set[asyncio.Task[int]] = field(default_factory=set)

    async def post(self, update: dict[str, Any]) -> int:
        began = time.monotonic()
        status = (await self.client.post(PATH, json=update)).status_code
        self.took.append(time.monotonic() - began)
        return status

    async def press(self, phones: list[Phone], rate: float, until_done: asyncio.Task[Any]) -> float:
        """Somebody presses, so many times a second, until that is done. All are answered, and with 200; returns the
        seconds in which 99 of 100 were."""
        self.took.clear()
        posting: list[asyncio.Task[int]] = []
        began, pressed = time.monotonic(), 0
        while not until_done.done():
            await asyncio.sleep(max(0.0, began + pressed / rate - time.monotonic()))
            phone = phones[pressed % len(phones)]
            rows = phone.screen["keyboard"]
            data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
            phone.forge(next(one for one in data[pressed % len(data) :] + data if not one.endswith("|wipe")))
            posting.append(asyncio.ensure_future(self.post(taken(self.telegram))))
            self.under_way.add(posting[-1])
            posting[-1].add_done_callback(self.under_way.discard)
            pressed += 1
        until_done.result()
        assert set(await asyncio.gather(*posting)) == {200}
        assert not any(phone.unanswered for phone in phones)
        return quantiles(self.took, n=100)[98]

    async def listening(self, number: int) -> None:
        await until(lambda: listens(self.ports[number]))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def two(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Telegram, list[Worker]]]:
    """A Telegram, and two workers with one store."""
    folder = tmp_path_factory.mktemp("workers")
    async with simulated() as (telegram, root), AsyncExitStack() as stack:
        store = stack.enter_context(stores.started())
        hooks = [webhook() | {"WEBHOOK_URL": f"{NOWHERE}{PATH}", "MEMORY_URL": store.url} for _ in range(2)]
        workers = [Worker(root, folder / f"{n}" / "log", hook) for n, hook in enumerate(hooks)]
        for worker in workers:
            await stack.enter_async_context(worker.started())
        yield telegram, workers


strangers = count(1_000)
"""Ids of people: each test has its own, since those of another may read English by then."""


@asynccontextmanager
async def town(
    two: tuple[Telegram, list[Worker]], log: Path, phones: int = 40, **changes: str
) -> AsyncIterator[tuple[Town, list[Phone]]]:
    """The workers behind a proxy of their own, and people who have their first page."""
    telegram, workers = two
    addresses = [worker.settings["LISTEN"] for worker in workers]
    async with proxy(addresses, log, **changes) as (address, _), caller(address, TELEGRAM) as client:
        found = Town(telegram, workers, [int(at.rpartition(":")[2]) for at in addresses], client)
        for number in range(2):
            await found.listening(number)
        people = [telegram.phone(next(strangers)) for _ in range(phones)]
        for phone in people:
            assert await found.post(started(telegram, phone.chat_id)) == 200
        yield found, people


@on_one_loop
async def test_workers_that_are_restarted_one_by_one_are_noticed_by_nobody(
    two: tuple[Telegram, list[Worker]], tmp_path: Path
) -> None:
    """G08: fifty presses a second meanwhile, and none is answered with an error. How long they wait is printed, since
    that is as much the machine's doing as ours."""

    async def restart(town: Town) -> None:
        for number in (0, 1):
            assert await town.workers[number].stopped() == 0
            await town.workers[number].start()
            await town.listening(number)
            await asyncio.sleep(0.5)
            # nginx has tried the one that was away already for these, so the other has to be there until they end: on a
            # busy machine they take seconds.
            await asyncio.gather(*town.under_way)

    async with town(two, tmp_path / "log") as (busy, people):
        p99 = await busy.press(people, 50, asyncio.ensure_future(restart(busy)))
        print(f"{len(busy.took)} presses, p99 {p99 * 1000:.0f} ms")


@on_one_loop
async def test_a_worker_that_is_killed_in_the_midst_of_its_work_costs_nobody_an_error(
    two: tuple[Telegram, list[Worker]], tmp_path: Path
) -> None:
    """G08: what it had begun is taken by the other, once its lease on the chat is over."""

    async def kill(town: Town) -> None:
        await asyncio.sleep(1)
        for number in (0, 1):
            await town.workers[number].kill()
            await town.workers[number].start()
            await town.listening(number)
            # The other holds what waits for the lease of this one, and nginx asks neither a second time.
            await asyncio.gather(*town.under_way)
            await asyncio.sleep(0.5)

    async with town(two, tmp_path / "log") as (busy, people):
        await busy.press(people, 30, asyncio.ensure_future(kill(busy)))


@on_one_loop
async def test_a_worker_that_hangs_is_not_waited_for_long(two: tuple[Telegram, list[Worker]], tmp_path: Path) -> None:
    """G08: it takes connections and says nothing; what it was given comes to the other."""
    changes = {"proxy_read_timeout 10s": "proxy_read_timeout 3s"}
    async with town(two, tmp_path / "log", phones=4, **changes) as (busy, people):
        os.kill(busy.workers[0].pid, signal.SIGSTOP)
        try:
            for phone in people:
                phone.press("Zorgen om een kind")
                assert await busy.post(taken(busy.telegram)) == 200
        finally:
            os.kill(busy.workers[0].pid, signal.SIGCONT)
        assert max(busy.took) < HELD


@on_one_loop
async def test_when_all_workers_were_away_the_first_to_come_back_is_found_at_once(
    two: tuple[Telegram, list[Worker]], tmp_path: Path
) -> None:
    """G08: by default nginx would not ask it for ten seconds."""
    async with town(two, tmp_path / "log", phones=1) as (busy, (phone,)):
        for worker in busy.workers:
            await worker.stopped()
        phone.press("Zorgen om een kind")
        update = taken(busy.telegram)
        assert await busy.post(update) == 502
        await busy.workers[1].start()
        await busy.listening(1)
        assert await busy.post(update) == 200
        assert phone.screen["text"].startswith("Zorgen om een kind")


# What stands in the file


def test_the_proxy_notes_nobody_down_and_keeps_bodies_in_memory() -> None:
    assert re.findall(r"access_log ([^;]+);", CONFIGURATION) == ["off"]
    assert re.findall(r"error_log ([^;]+);", CONFIGURATION) == ["stderr emerg"]
    for name in ("client_max_body_size", "client_body_buffer_size"):
        assert re.findall(rf"{name} (\d+)m;", CONFIGURATION) == [str(LARGEST >> 20)]


def test_the_proxy_asks_another_worker_and_every_worker_again() -> None:
    """G08."""
    assert float(re.findall(r"proxy_read_timeout (\d+)s", CONFIGURATION)[0]) > max(HELD, DRAIN)
    assert float(re.findall(r"proxy_read_timeout (\d+)s", CONFIGURATION)[0]) <= 2 * HELD
    assert set(re.findall(r"proxy_next_upstream ([^;]+);", CONFIGURATION)[0].split()) == {
        *("error", "timeout", "http_503", "non_idempotent")
    }
    servers = re.findall(r"server ([^;{]+);", CONFIGURATION)
    assert servers
    assert all("max_fails=0" in server for server in servers)
    version = compose("scaled")["services"]["proxy"]["image"].rpartition(":")[2].partition("-")[0]
    assert tuple(map(int, version.split("."))) >= (1, 28)  # that knows `resolve`


def test_the_proxy_listens_where_compose_and_telegram_expect_it() -> None:
    services = compose("scaled")["services"]
    assert f"location = {PATH} {{" in CONFIGURATION
    port = services["bot"]["environment"][f"{PREFIX}LISTEN"].rpartition(":")[2]
    assert f"server bot:{port} resolve max_fails=0;" in CONFIGURATION
    (inside,) = [published.partition(":")[2] for published in services["proxy"]["ports"]]
    assert f"listen {inside} ssl" in CONFIGURATION
    for secret in services["proxy"]["secrets"]:
        assert f"/run/secrets/{secret};" in CONFIGURATION
