"""Several workers as an operator runs them: processes of their own, which are killed, and one store for all."""

import asyncio
import socket
import time
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from simulator.faults import Fault, Kind
from simulator.posts import HEADER
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support.processes import Worker as Run
from tests.support.processes import run, simulated, until
from tests.support.stores import Store

pytestmark = pytest.mark.slow

SECRET = "only-here"  # noqa: S105 - made up
PASSWORD = "kanarie-geheim"  # noqa: S105 - made up
TAKEN_OVER = 10.0
"""Seconds within which another worker fetches when one is killed."""


def hooked(store: Store) -> dict[str, str]:
    """A webhook worker on a port of its own, behind one address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    at = {"WEBHOOK_URL": "http://127.0.0.1:9/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": f"127.0.0.1:{port}"}
    return at | {"MEMORY_URL": store.url}


async def bring(telegram: Telegram, worker: Run) -> int:
    """Bring the first update that waits, as a load balancer does."""
    update = telegram.updates.pending[0]
    async with httpx.AsyncClient(timeout=60) as client:
        answer = await client.post(f"http://{worker.settings['LISTEN']}/hook", json=update, headers={HEADER: SECRET})
    if answer.status_code == httpx.codes.OK:
        telegram.updates.confirm(update["update_id"])
    return answer.status_code


async def test_a_page_that_was_sent_by_who_was_killed_is_not_sent_again(store: Store, tmp_path: Path) -> None:
    """F01 between two workers: the page stands, and its worker is gone before what was typed is taken away."""
    async with AsyncExitStack() as stack:
        telegram, root = await stack.enter_async_context(simulated())
        a, b = [await stack.enter_async_context(run(tmp_path / name, root, hooked(store))) for name in ("a", "b")]
        await until_listening(a, b)
        phone = telegram.phone(5)
        phone.start()
        assert await bring(telegram, b) == httpx.codes.OK
        telegram.faults.plan("deleteMessage", *[Fault(Kind.SILENCE_AFTER)] * 3)
        phone.type("words")
        bringing = asyncio.ensure_future(bring(telegram, a))
        await until(lambda: telegram.faults.done[Kind.SILENCE_AFTER] == 1)
        a.process.kill()
        await asyncio.wait([bringing])
        assert len(telegram.updates.pending) == 1
        telegram.faults.clear()
        assert await bring(telegram, b) == httpx.codes.OK
        assert [message["from_bot"] for message in phone.messages] == [True]
        assert [call.method for call in telegram.calls].count("sendMessage") == 2


async def greeted(*people: Phone, press: bool = True) -> None:
    """They begin, and each has one page before them in the end."""
    for phone in people if press else ():
        phone.start()
    await until(lambda: all([message["from_bot"] for message in phone.messages] == [True] for phone in people))


async def until_listening(*workers: Run) -> None:
    for worker in workers:
        host, port = worker.settings["LISTEN"].split(":")

        def listens(host: str = host, port: str = port) -> bool:
            with socket.socket() as knocking:
                return knocking.connect_ex((host, int(port))) == 0

        await until(listens)


async def test_one_fetches_and_another_takes_over_when_it_is_killed(store: Store, tmp_path: Path) -> None:
    settings = {"MEMORY_URL": store.url}
    async with simulated() as (telegram, root), run(tmp_path / "a", root, settings) as a:
        await greeted(telegram.phone(100))
        async with run(tmp_path / "b", root, settings | {"HEALTH_LISTEN": "127.0.0.1:0"}) as b:
            await b.says("another worker fetches updates; standing by")
            async with httpx.AsyncClient() as client:
                assert (await client.get(f"{await b.health()}/ready")).status_code == httpx.codes.OK
            await greeted(*map(telegram.phone, range(1, 21)))
            a.process.kill()
            begin = time.monotonic()
            late = [telegram.phone(n) for n in range(21, 41)]
            for phone in late:
                phone.start()
            await b.says("this worker fetches updates now")
            assert time.monotonic() - begin < TAKEN_OVER
            await greeted(*late, press=False)
            assert "another process fetches" not in a.said + b.said


async def test_who_stands_by_takes_over_also_without_the_store(store: Store, tmp_path: Path) -> None:
    """Both gone at once, the store and the one who fetched: updates that nobody fetches are seen at Telegram."""
    settings = {"MEMORY_URL": store.url}
    async with simulated() as (telegram, root), run(tmp_path / "a", root, settings) as a:
        await greeted(telegram.phone(100))
        async with run(tmp_path / "b", root, settings) as b:
            await b.says("another worker fetches updates; standing by")
            store.kill()
            await greeted(telegram.phone(1))
            assert "this worker fetches updates now" not in b.said
            a.process.kill()
            await greeted(telegram.phone(2))
            await b.says("this worker fetches updates now")


async def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    """F69"""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "redis.py").write_text("raise ImportError('not here')", "utf-8")
    settings = {"MEMORY_URL": f"redis://:{PASSWORD}@127.0.0.1:1/0"}
    async with run(tmp_path / "a", "http://127.0.0.1:9", settings, environment={"PYTHONPATH": str(hidden)}) as bot:
        assert await bot.ended() == 78
    lines = [line for line in bot.said.splitlines() if "level=" not in line]
    fix = "install the guide with [scaled], or requirements-scaled.lock"
    assert lines == [f"watkanikdoen: WATKANIKDOEN_MEMORY_URL: needs redis; {fix}"]


async def test_an_address_that_nobody_answers_is_told_without_its_password(tmp_path: Path) -> None:
    settings = {"MEMORY_URL": f"redis://:{PASSWORD}@127.0.0.1:1/0", "LOG_LEVEL": "DEBUG"}
    async with simulated() as (telegram, root), run(tmp_path / "a", root, settings) as bot:
        await bot.says("the shared memory cannot be used yet; going on with our own")
        phone = telegram.phone(1)
        phone.start()
        await until(lambda: [m["from_bot"] for m in phone.messages] == [True])
        assert await bot.stopped() == 0
    assert PASSWORD.encode() not in bot.written
