"""What can go wrong, as it is planned; how it looks on the wire is in `tests/bot/test_faults.py`."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest

from simulator.clock import Clock
from simulator.faults import SWITCHES, Fault, Kind, Standing, refusal
from simulator.http import app
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.standing_clock import StandingClock


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    clock = Clock(lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    telegram = Telegram(clock, TOKEN)
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
    clock.later(seconds=10)
    status, body = await telegram.respond("sendMessage", {"chat_id": "5", "text": "a"})
    assert (status, b'"retry_after":20' in body) == (429, True)
    assert (await telegram.respond("sendMessage", {"chat_id": "6", "text": "a"}))[0] == 200
    clock.later(seconds=20)
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


async def test_no_update_comes_again_before_those_that_came_with_it(telegram: Telegram) -> None:
    """An answer was lost; of the next, one update later was "repeated", and the bot confirmed all up to it. That lost
    four of 100,000 updates in a soak, and no bot could have known."""
    phone = telegram.phone(5)
    for _ in range(40):
        phone.start()
    telegram.faults.at_random(1, {}, repeated=1.0, reordered=0.5)
    batch = telegram.updates.pending
    telegram.faults.delivered(batch)  # whose answer is lost
    repeated = 0
    for first in range(40):
        arriving = telegram.faults.delivered(batch[first : first + 2])
        newest = max(update["update_id"] for update in batch[first : first + 2])
        assert all(update["update_id"] <= newest for update in arriving)
        repeated += len(arriving) > 2
    assert repeated > 30


@pytest.mark.parametrize("method", ["deleteMessage", "deleteMessages", "answerCallbackQuery", "setMyName", "getMe"])
async def test_any_method_can_be_told_to_wait(telegram: Telegram, method: str) -> None:
    """With the seconds that it is told, such as the hours of setMyName."""
    telegram.phone(5).start()
    telegram.faults.standing["wait"] = Standing(Fault(Kind.WAIT, seconds=3000), (method,))
    status, body = await telegram.respond(method, {})
    assert (status, json.loads(body)) == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3000",
            "parameters": {"retry_after": 3000},
        },
    )
    assert await statuses(telegram, "sendMessage") == [200]


async def test_a_chat_that_waits_waits_with_everything(telegram: Telegram) -> None:
    typed = telegram.phone(5).start()
    telegram.faults.wait(5, 600)
    for method, given in (("deleteMessage", {"message_id": typed}), ("deleteMessages", {"message_ids": [typed]})):
        assert (await telegram.respond(method, {"chat_id": 5, **given}))[0] == 429
    assert len(telegram.phone(5).messages) == 1


async def test_telegram_may_refuse_in_other_words(telegram: Telegram) -> None:
    typed = telegram.phone(5).start()
    telegram.faults.plan("deleteMessage", refusal("Bad Request: MESSAGE_DELETE_FORBIDDEN"), refusal("Forbidden", 403))
    for code, words in ((400, "Bad Request: MESSAGE_DELETE_FORBIDDEN"), (403, "Forbidden")):
        status, body = await telegram.respond("deleteMessage", {"chat_id": 5, "message_id": typed})
        assert (status, json.loads(body)) == (code, {"ok": False, "error_code": code, "description": words})
    assert (await telegram.respond("deleteMessage", {"chat_id": 5, "message_id": typed}))[0] == 200


async def test_a_bot_that_moved_to_another_server_is_logged_out(telegram: Telegram) -> None:
    telegram.faults.plan("getMe", refusal("Logged out"))
    assert json.loads((await telegram.respond("getMe", {}))[1]) == {
        "ok": False,
        "error_code": 400,
        "description": "Logged out",
    }


async def test_the_page_switches_faults_on_and_off(client: httpx.AsyncClient) -> None:
    for name in SWITCHES:
        for on in (True, False):
            await client.post("/demo/fault", json={"name": name, "on": on})
            shown = (await client.get("/demo/state")).json()
            assert shown["faults"] == [name] * on
    assert (await client.post("/demo/fault", json={"name": "magic", "on": True})).status_code == 400


async def test_every_third_call_fails_when_that_is_switched_on(client: httpx.AsyncClient) -> None:
    await client.post("/demo/fault", json={"name": "third", "on": True})
    url = f"/bot{TOKEN}/sendMessage"
    answers = [(await client.post(url, json={"chat_id": 5, "text": "a"})).status_code for _ in range(3)]
    assert answers == [200, 200, 502]


async def test_a_slow_call_is_carried_out_late_so_that_the_visitor_waits(telegram: Telegram) -> None:
    phone = telegram.phone(5)
    phone.start()
    telegram.faults.plan("sendMessage", Fault(Kind.SLOW, seconds=1))
    sending = asyncio.create_task(telegram.respond("sendMessage", {"chat_id": 5, "text": "a"}))
    await asyncio.sleep(0.2)
    assert len(phone.messages) == 1
    status, _ = await sending
    assert (status, len(phone.messages)) == (200, 2)
