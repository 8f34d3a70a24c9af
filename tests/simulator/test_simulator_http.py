"""The simulator over HTTP, as the demo serves it."""

import socket
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import NetworkError

from simulator.clock import Clock, Moment
from simulator.demo import serve
from simulator.desk import Scene, Tour
from simulator.http import app
from simulator.telegram import Telegram
from tests.support import TOKEN

TOUR = Tour(
    scenes=[Scene({"nl": "Oma", "en": "Grandmother"}, Moment(5, 23, 30), language="en", code="vlaardingen")],
    codes=["vlaardingen"],
)


@pytest.fixture
def clock() -> Clock:
    return Clock(lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock, TOKEN)


@pytest.fixture
async def client(telegram: Telegram, clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app(telegram, clock, TOUR))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def act(client: httpx.AsyncClient, action: str, **given: object) -> httpx.Response:
    return await client.post(f"/demo/{action}", json=given)


async def state(client: httpx.AsyncClient) -> dict[str, Any]:
    shown: dict[str, Any] = (await client.get("/demo/state")).json()
    return shown


async def test_parameters_come_as_query_form_or_json(client: httpx.AsyncClient, telegram: Telegram) -> None:
    telegram.phone(5).start()
    url = f"/bot{TOKEN}/sendMessage"
    params = {"chat_id": "5", "text": "a"}
    for answer in (
        await client.get(url, params=params),
        await client.post(url, data=params),
        await client.post(url, json=params),
    ):
        assert answer.status_code == 200
        assert answer.json()["result"]["text"] == "a"


async def test_the_status_is_that_of_the_error(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/bot{TOKEN}/nothing")).status_code == 404
    assert (await client.get("/bot123:other/getMe")).status_code == 401
    assert (await client.post(f"/bot{TOKEN}/leaveChat", json={"chat_id": 1})).status_code == 400


async def test_the_page_and_its_parts_are_served(client: httpx.AsyncClient) -> None:
    for path in ("/", "/demo/demo.css", "/demo/demo.js"):
        assert (await client.get(path)).status_code == 200


async def test_the_page_loads_nothing_from_elsewhere(client: httpx.AsyncClient) -> None:
    policy = (await client.get("/")).headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    for path in ("/", "/demo/demo.css"):
        text = (await client.get(path)).text.replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text


async def test_another_host_name_does_not_reach_the_simulator(client: httpx.AsyncClient) -> None:
    assert (await client.get("/demo/state", headers={"Host": "example.nl"})).status_code == 400


async def test_a_form_on_another_page_cannot_press_buttons(client: httpx.AsyncClient) -> None:
    assert (await client.post("/demo/reset", content="{}", headers={"Content-Type": "text/plain"})).status_code == 415


async def test_the_phone_starts_types_and_presses(client: httpx.AsyncClient, telegram: Telegram) -> None:
    await act(client, "language", code="en")
    await act(client, "start", payload="vlaardingen")
    shown = await state(client)
    assert [message["text"] for message in shown["messages"]] == ["/start vlaardingen"]
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = await telegram.call("sendMessage", {"chat_id": shown["visitor"], "text": "a", "reply_markup": markup})
    await act(client, "press", message_id=sent["result"]["message_id"], button=[0, 0])
    await act(client, "type", text="hello")
    kinds = [next(key for key in update if key != "update_id") for update in telegram.updates.pending]
    assert kinds == ["message", "callback_query", "message"]
    assert telegram.updates.pending[0]["message"]["from"]["language_code"] == "en"
    assert (await state(client))["turning"] == [{"message_id": sent["result"]["message_id"], "callback_data": "go"}]


async def test_a_button_that_is_gone_or_an_unknown_action_is_an_error(client: httpx.AsyncClient) -> None:
    assert (await act(client, "press", message_id=1, button=[0, 0])).status_code == 400
    assert (await act(client, "dance")).status_code == 400


async def test_starting_over_is_somebody_new(client: httpx.AsyncClient) -> None:
    await act(client, "start")
    before = await state(client)
    await act(client, "reset")
    after = await state(client)
    assert after["visitor"] != before["visitor"]
    assert after["messages"] == []


async def test_the_clock_is_set_to_dutch_time_and_back(client: httpx.AsyncClient, clock: Clock) -> None:
    await act(client, "clock", moment=[0, 22, 30])
    assert clock() == datetime(2026, 3, 2, 21, 30, tzinfo=UTC)
    assert (await state(client))["clock"] == {"time": "2026-03-02T22:30:00+01:00", "chosen": [0, 22, 30]}
    await act(client, "clock", moment=[6, 9, 0])
    assert clock() == datetime(2026, 3, 8, 8, 0, tzinfo=UTC)
    await act(client, "clock", moment=None)
    assert clock.chosen is None
    assert clock() == datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


async def test_a_scene_is_somebody_new_who_starts_at_its_moment(client: httpx.AsyncClient, telegram: Telegram) -> None:
    await act(client, "start")
    before = await state(client)
    assert before["scenes"] == [
        {"name": {"nl": "Oma", "en": "Grandmother"}, "moment": [5, 23, 30], "language": "en", "code": "vlaardingen"}
    ]
    await act(client, "scene", number=0)
    after = await state(client)
    assert after["visitor"] != before["visitor"]
    assert [message["text"] for message in after["messages"]] == ["/start vlaardingen"]
    assert after["clock"]["time"] == "2026-03-07T23:30:00+01:00"
    assert telegram.updates.pending[-1]["message"]["from"]["language_code"] == "en"
    assert (await act(client, "scene", number=1)).status_code == 400


async def test_the_real_bot_works_over_the_served_address(telegram: Telegram, clock: Clock) -> None:
    async with serve(telegram, clock, port=0) as root, Bot(TOKEN, base_url=f"{root}/bot") as bot:
        telegram.phone(5).start()
        [update] = await bot.get_updates()
        assert update.message
        assert (await update.message.chat.send_message("<b>a</b>", "HTML")).text == "a"


async def test_a_lost_connection_breaks_off(telegram: Telegram, clock: Clock) -> None:
    async with serve(telegram, clock, port=0) as root, Bot(TOKEN, base_url=f"{root}/bot") as bot:
        telegram.connection_lost = True
        with pytest.raises(NetworkError):
            await bot.get_me()
        telegram.connection_lost = False
        assert await bot.get_me()


async def test_a_busy_port_is_an_ordinary_error(telegram: Telegram, clock: Clock) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken, pytest.raises(OSError, match="in use"):
        async with serve(telegram, clock, port=taken.getsockname()[1]):
            pass
