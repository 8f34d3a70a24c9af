"""Delivery by webhook, until it is answered with 200."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from simulator.posts import HEADER, Delivery
from simulator.telegram import Telegram

URL = "https://example.nl/hook"


class Endpoint:
    """The bot's side: answers with what is planned, then with 200."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, int, dict[str, str]]] = []
        self.planned: list[int | tuple[int, float] | Exception] = []
        self.pauses: list[float] = []
        self.open = asyncio.Event()
        self.open.set()
        self.next_try = asyncio.Event()
        self.next_try.set()

    async def post(self, url: str, update: dict[str, Any], headers: dict[str, str]) -> tuple[int, float]:
        self.posts.append((url, update["update_id"], headers))
        await self.open.wait()
        answer = self.planned.pop(0) if self.planned else 200
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, tuple) else (answer, 0.0)

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await self.next_try.wait()

    @property
    def delivered(self) -> list[int]:
        return [number for _, number, _ in self.posts]


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.fixture
async def endpoint(telegram: Telegram) -> AsyncIterator[Endpoint]:
    endpoint = Endpoint()
    running = asyncio.create_task(Delivery(telegram, post=endpoint.post, pause=endpoint.pause).run())
    yield endpoint
    running.cancel()


async def test_updates_come_with_the_secret_and_are_confirmed_by_200(telegram: Telegram, endpoint: Endpoint) -> None:
    answer = await telegram.call("setWebhook", {"url": URL, "secret_token": "s3cret"})
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    telegram.phone(5).start()
    await settle()
    [(url, _, headers)] = endpoint.posts
    assert (url, headers) == (URL, {HEADER: "s3cret"})
    assert len(telegram.updates) == 0


async def test_what_is_not_answered_with_200_comes_again(telegram: Telegram, endpoint: Endpoint) -> None:
    endpoint.planned = [500, ConnectionResetError()]
    await telegram.call("setWebhook", {"url": URL})
    telegram.phone(5).start()
    await settle()
    assert len(endpoint.posts) == 3
    assert len(set(endpoint.delivered)) == 1
    assert endpoint.pauses == [0, 2]
    assert len(telegram.updates) == 0
    info = (await telegram.call("getWebhookInfo", {}))["result"]
    assert info["last_error_message"] == "Connection failed"


async def test_pauses_double_up_to_a_minute_or_are_those_that_were_asked_for(
    telegram: Telegram, endpoint: Endpoint
) -> None:
    endpoint.planned = [500, 500, (503, 5.0), *[500] * 6, (503, 9999.0)]
    await telegram.call("setWebhook", {"url": URL})
    telegram.phone(5).start()
    await settle()
    await settle()
    assert endpoint.pauses == [0, 2, 5, 4, 8, 16, 32, 60, 60, 3600]
    assert len(telegram.updates) == 0


async def test_updates_of_one_chat_wait_for_each_other_and_chats_do_not(telegram: Telegram, endpoint: Endpoint) -> None:
    endpoint.open.clear()
    await telegram.call("setWebhook", {"url": URL})
    one, other = telegram.phone(5), telegram.phone(6)
    one.start()
    one.type("second")
    other.start()
    first, second, third = [update["update_id"] for update in telegram.updates.pending]
    await settle()
    assert endpoint.delivered == [first, third]
    endpoint.open.set()
    await settle()
    assert endpoint.delivered == [first, third, second]


async def test_a_press_and_a_text_of_one_chat_come_together(telegram: Telegram, endpoint: Endpoint) -> None:
    """They are in queues of their own: of the chat, and of the person."""
    endpoint.open.clear()
    await telegram.call("setWebhook", {"url": URL})
    phone = telegram.phone(5)
    phone.type("first")
    phone.edit("edited")
    phone.forge("press", 1)
    phone.forge("another press", 1)
    phone.block()
    typed, edited, pressed, again, blocked = [update["update_id"] for update in telegram.updates.pending]
    await settle()
    assert endpoint.delivered == [typed, pressed, blocked]
    endpoint.open.set()
    await settle()
    assert sorted(endpoint.delivered[3:]) == [edited, again]


async def test_as_many_posts_at_once_as_were_asked_for(telegram: Telegram, endpoint: Endpoint) -> None:
    endpoint.open.clear()
    await telegram.call("setWebhook", {"url": URL, "max_connections": 3})
    for user in range(1, 11):
        telegram.phone(user).start()
    await settle()
    assert len(endpoint.posts) == 3
    endpoint.open.set()
    await settle()
    assert sorted(endpoint.delivered) == endpoint.delivered
    assert len(endpoint.posts) == 10


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (1000, 100), (None, 40)])
async def test_there_are_1_to_100_connections(telegram: Telegram, asked: int | None, given: int) -> None:
    await telegram.call("setWebhook", {"url": URL, "max_connections": asked})
    assert (await telegram.call("getWebhookInfo", {}))["result"]["max_connections"] == given


async def test_an_update_that_waits_for_its_next_try_holds_no_connection(
    telegram: Telegram, endpoint: Endpoint
) -> None:
    endpoint.next_try.clear()
    endpoint.planned = [500]
    await telegram.call("setWebhook", {"url": URL, "max_connections": 1})
    telegram.phone(5).start()
    telegram.phone(6).start()
    failed, other = [update["update_id"] for update in telegram.updates.pending]
    await settle()
    assert endpoint.delivered == [failed, other]
    assert [update["update_id"] for update in telegram.updates.pending] == [failed]
    endpoint.next_try.set()
    await settle()
    assert endpoint.delivered == [failed, other, failed]


async def test_a_chat_with_many_updates_delays_no_other(telegram: Telegram, endpoint: Endpoint) -> None:
    endpoint.open.clear()
    await telegram.call("setWebhook", {"url": URL, "max_connections": 2})
    busy, other = telegram.phone(5), telegram.phone(6)
    for number in range(5):
        busy.type(str(number))
    other.start()
    numbers = [update["update_id"] for update in telegram.updates.pending]
    await settle()
    assert endpoint.delivered == [numbers[0], numbers[5]]


async def test_the_oldest_are_loaded_until_there_are_twice_as_many_queues_as_connections(
    telegram: Telegram, endpoint: Endpoint
) -> None:
    """What fails keeps its place there, so this many chats can delay others."""
    endpoint.next_try.clear()
    endpoint.planned = [500] * 4
    await telegram.call("setWebhook", {"url": URL, "max_connections": 2})
    for user in range(1, 6):
        telegram.phone(user).start()
    first, *others, last = [update["update_id"] for update in telegram.updates.pending]
    await settle()
    assert endpoint.delivered == [first, *others]
    endpoint.next_try.set()
    await settle()
    assert endpoint.delivered[4:] == [first, *others, last]


async def test_an_update_without_a_chat_is_delivered_too(telegram: Telegram, endpoint: Endpoint) -> None:
    await telegram.call("setWebhook", {"url": URL})
    numbers = [telegram.updates.push({"message": None}), telegram.updates.push({"callback_query": {"data": "a"}})]
    await settle()
    assert endpoint.delivered == numbers


async def test_without_a_webhook_nothing_is_delivered(telegram: Telegram, endpoint: Endpoint) -> None:
    await telegram.call("setWebhook", {"url": URL})
    answer = await telegram.call("deleteWebhook", {})
    assert answer["description"] == "Webhook was deleted"
    telegram.phone(5).start()
    await settle()
    assert endpoint.posts == []


async def test_a_lost_connection_holds_deliveries_back(telegram: Telegram, endpoint: Endpoint) -> None:
    await telegram.call("setWebhook", {"url": URL})
    telegram.connection_lost = True
    telegram.phone(5).start()
    await settle()
    assert endpoint.posts == []
    telegram.connection_lost = False
    await settle()
    assert len(endpoint.posts) == 1


async def test_pending_updates_can_be_dropped(telegram: Telegram) -> None:
    telegram.phone(5).start()
    await telegram.call("setWebhook", {"url": URL, "drop_pending_updates": True})
    assert (await telegram.call("getWebhookInfo", {}))["result"]["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "http://example.nl"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": URL, "secret_token": "no spaces"}, "secret token contains unallowed characters"),
        ({"url": URL, "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_a_webhook_has_https_and_a_plain_secret(
    telegram: Telegram, params: dict[str, str], description: str
) -> None:
    assert (await telegram.call("setWebhook", params))["description"] == f"Bad Request: {description}"


async def test_a_webhook_on_this_computer_may_do_without_https(telegram: Telegram) -> None:
    assert (await telegram.call("setWebhook", {"url": "http://127.0.0.1:8443/hook"}))["ok"]
