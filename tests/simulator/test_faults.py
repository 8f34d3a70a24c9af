"""What can go wrong, as it is planned; how it looks on the wire is in `tests/bot/test_faults.py`."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest

from simulator.clock import Clock
from simulator.faults import SWITCHES, Fault, Kind, Standing
from simulator.http import app
from simulator.telegram import Telegram
from tests.simulator.conftest import THE_BOT, StandingClock


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    clock = Clock(lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    telegram = Telegram(clock, THE_BOT)
    telegram.phone(5).start()
    transport = httpx.ASGITransport(app(telegram, clock))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def statuses(telegram: Telegram, *methods: str) -> list[int]:
    given = {"chat_id": 5, "text": "a"}
    return [(await telegram.respond(name, given if name == "sendMessage" else {}))[0] for name in methods]


async def test_faults_are_planned_call_by_call(telegram: Telegram) -> None:
    telegram.phone(5).start()
    telegram.faults.plan("sendmessage", None, Fault(Kind.SERVER), Fault(Kind.UNAUTHORIZED))
    assert await statuses(telegram, "sendMessage", "getMe", "sendMessage", "sendMessage", "sendMessage") == [
        200,
        200,
        502,
        401,
        200,
    ]
    assert telegram.faults.done == {Kind.SERVER: 1, Kind.UNAUTHORIZED: 1}


async def test_a_chat_is_made_to_wait_until_its_time_is_over(telegram: Telegram, clock: StandingClock) -> None:
    for user_id in (5, 6):
        telegram.phone(user_id).start()
    telegram.faults.wait(5, 30)
    clock.advance(seconds=10)
    status, body = await telegram.respond("sendMessage", {"chat_id": "5", "text": "a"})
    assert (status, b'"retry_after": 20' in body) == (429, True)
    assert (await telegram.respond("sendMessage", {"chat_id": "6", "text": "a"}))[0] == 200
    clock.advance(seconds=20)
    assert (await telegram.respond("sendMessage", {"chat_id": "5", "text": "a"}))[0] == 200


async def test_a_standing_fault_lasts_until_it_is_cleared(telegram: Telegram) -> None:
    telegram.phone(5).start()
    telegram.faults.standing["third"] = Standing(Fault(Kind.HTML), every=3)
    assert await statuses(telegram, *["sendMessage"] * 6) == [200, 200, 502, 200, 200, 502]
    assert await statuses(telegram, *["getUpdates"] * 3) == [200] * 3
    telegram.faults.clear()
    assert await statuses(telegram, *["sendMessage"] * 3) == [200] * 3


async def test_the_same_seed_brings_the_same_faults(telegram: Telegram) -> None:
    telegram.phone(5).start()
    runs = []
    for seed in (1, 1, 2):
        telegram.faults.at_random(seed, {Fault(Kind.SERVER): 0.2, Fault(Kind.HTML, code=503): 0.2})
        runs.append(await statuses(telegram, *["sendMessage"] * 100))
    assert runs[0] == runs[1] != runs[2]
    assert {200, 502, 503} == set(runs[0])


async def test_the_page_switches_faults_on_and_off(client: httpx.AsyncClient) -> None:
    for name in SWITCHES:
        for on in (True, False):
            await client.post("/demo/fault", json={"name": name, "on": on})
            shown = (await client.get("/demo/state")).json()
            assert shown["faults"] == [name] * on
    assert (await client.post("/demo/fault", json={"name": "magic", "on": True})).status_code == 400


async def test_every_third_call_fails_when_that_is_switched_on(client: httpx.AsyncClient) -> None:
    await client.post("/demo/fault", json={"name": "third", "on": True})
    url = f"/bot{THE_BOT}/sendMessage"
    answers = [(await client.post(url, json={"chat_id": 5, "text": "a"})).status_code for _ in range(3)]
    assert answers == [200, 200, 502]
