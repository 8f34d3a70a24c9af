"""getUpdates: what is shown, what is confirmed, and who may ask."""

import asyncio
import json
from typing import Any

import pytest

from simulator.telegram import ConnectionLost, Telegram
from simulator.visitor import Phone
from tests.support.standing_clock import StandingClock
from tests.support.strange import MANGLED


async def poll(telegram: Telegram, **params: Any) -> list[int]:
    answer = await telegram.call("getUpdates", params)
    assert answer["ok"], answer
    return [update["update_id"] for update in answer["result"]]


async def waiting_poll(telegram: Telegram, **params: Any) -> "asyncio.Task[dict[str, Any]]":
    """A long poll that has begun to wait."""
    task = asyncio.create_task(telegram.call("getUpdates", {"timeout": 30} | params))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return task


async def test_an_update_stays_until_a_higher_offset_confirms_it(
    telegram: Telegram, phone: Phone, clock: StandingClock
) -> None:
    phone.type("again")
    first, second = await poll(telegram)
    assert second == first + 1
    clock.later(seconds=1)
    assert await poll(telegram) == [first, second]
    assert await poll(telegram, offset=second) == [second]
    clock.later(seconds=1)
    assert await poll(telegram) == [second]
    assert await poll(telegram, offset=second + 1) == []


async def test_at_most_100_updates_are_shown(telegram: Telegram, phone: Phone, clock: StandingClock) -> None:
    for number in range(120):
        phone.type(str(number))
    assert len(await poll(telegram, limit=500)) == 100
    clock.later(seconds=1)
    assert len(await poll(telegram, limit=7)) == 7


async def test_who_asks_the_same_again_within_half_a_second_is_shown_one(
    telegram: Telegram, phone: Phone, clock: StandingClock
) -> None:
    phone.type("again")
    assert len(await poll(telegram)) == 2
    clock.later(seconds=0.4)
    assert len(await poll(telegram)) == 1
    clock.later(seconds=0.5)
    assert len(await poll(telegram)) == 2


async def test_a_negative_offset_forgets_all_but_the_last(
    telegram: Telegram, phone: Phone, clock: StandingClock
) -> None:
    phone.type("a")
    phone.type("b")
    [last] = await poll(telegram, offset=-1)
    clock.later(seconds=1)
    assert await poll(telegram) == [last]


async def test_a_long_poll_waits_for_the_next_update(telegram: Telegram) -> None:
    waiting = await waiting_poll(telegram)
    assert not waiting.done()
    telegram.phone(5).start()
    assert len((await waiting)["result"]) == 1


async def test_a_long_poll_ends_with_nothing(telegram: Telegram) -> None:
    assert await poll(telegram, timeout=0.001) == []
    assert await poll(telegram, timeout=0) == []


async def test_a_second_poller_ends_the_first_with_a_conflict(telegram: Telegram) -> None:
    first = await waiting_poll(telegram)
    second = await waiting_poll(telegram)
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    telegram.phone(5).start()
    assert len((await second)["result"]) == 1


async def test_with_a_webhook_nobody_may_poll(telegram: Telegram) -> None:
    waiting = await waiting_poll(telegram)
    await telegram.call("setWebhook", {"url": "https://example.nl/hook"})
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    answer = await telegram.call("getUpdates", {})
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await telegram.call("deleteWebhook", {})
    assert await poll(telegram) == []


async def test_only_the_allowed_kinds_arrive(telegram: Telegram, phone: Phone, clock: StandingClock) -> None:
    await poll(telegram, allowed_updates=["callback_query"])
    phone.type("not asked for")
    phone.forge("asked for", 1)
    kinds = [set(update) - {"update_id"} for update in telegram.updates.pending]
    assert kinds == [{"message"}, {"callback_query"}]  # the first was there before


async def test_telegram_keeps_an_update_for_a_day(telegram: Telegram, phone: Phone, clock: StandingClock) -> None:
    clock.later(hours=24)
    assert len(await poll(telegram)) == 1
    clock.later(seconds=1)
    assert await poll(telegram) == []


async def test_while_the_connection_is_lost_calls_fail_and_updates_wait(telegram: Telegram, phone: Phone) -> None:
    telegram.connection_lost = True
    phone.type("is anybody there?")
    with pytest.raises(ConnectionLost):
        await telegram.call("getUpdates", {})
    telegram.connection_lost = False
    assert len(await poll(telegram)) == 2


async def test_losing_the_connection_breaks_off_a_long_poll(telegram: Telegram) -> None:
    waiting = await waiting_poll(telegram)
    telegram.connection_lost = True
    with pytest.raises(ConnectionLost):
        await waiting


async def test_any_update_can_be_pushed(telegram: Telegram) -> None:
    number = telegram.updates.push({"message": {"text": "no chat, no date"}})
    assert await poll(telegram) == [number]


async def test_another_program_sets_a_webhook_and_is_not_among_our_calls(telegram: Telegram) -> None:
    waiting = await waiting_poll(telegram)
    await telegram.elsewhere("setWebhook", {"url": "https://example.nl/hook"})
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    answer = await telegram.call("getUpdates", {})
    assert "can't use getUpdates method while webhook is active" in answer["description"]
    assert [call.method for call in telegram.calls] == ["getUpdates", "getUpdates"]


async def test_another_program_polls(telegram: Telegram) -> None:
    waiting = await waiting_poll(telegram)
    other = asyncio.ensure_future(telegram.elsewhere("getUpdates", {"timeout": 30}))
    assert "terminated by other getUpdates request" in (await waiting)["description"]
    telegram.phone(5).start()
    assert len((await other)["result"]) == 1
    assert len(telegram.calls) == 1


async def test_ids_may_begin_again_and_a_higher_offset_confirms_nothing(
    telegram: Telegram, phone: Phone, clock: StandingClock
) -> None:
    [last] = await poll(telegram)
    telegram.updates.restart(2_000_001)
    assert await poll(telegram, offset=last + 1) == []
    phone.type("one")
    phone.type("two")
    for _ in range(2):
        clock.later(seconds=1)
        assert await poll(telegram, offset=last + 1) == [2_000_001, 2_000_002]
    clock.later(seconds=1)
    assert await poll(telegram, offset=2_000_002) == [2_000_002]


async def test_an_offset_may_be_a_little_ahead(telegram: Telegram, phone: Phone, clock: StandingClock) -> None:
    [number] = await poll(telegram)
    assert await poll(telegram, offset=number + 11) == []
    clock.later(seconds=1)
    assert await poll(telegram) == []


@pytest.mark.parametrize("what", MANGLED)
async def test_bytes_go_out_as_they_are_given(telegram: Telegram, phone: Phone, what: str) -> None:
    """Between two good updates, of which each is as it always is."""
    telegram.updates.clear()
    wire = MANGLED[what] % telegram.updates.next_id
    number = telegram.updates.push_raw(wire)
    phone.type("\N{GRINNING FACE} after")
    status, body = await telegram.respond("getUpdates", {})
    assert status == 200
    assert body.startswith(b'{"ok":true,"result":[' + wire + b',{"update_id":%d,"message":{' % (number + 1))
    assert json.dumps("\N{GRINNING FACE} after").encode() in body
    assert await poll(telegram, offset=number + 1) == [number + 1]


async def test_bytes_without_an_id_count_as_the_next(telegram: Telegram) -> None:
    first = telegram.updates.push_raw(b"]")
    second = telegram.updates.push_raw(b'{"update_id": %d}' % (first + 5))
    assert second == first + 5
    assert telegram.updates.next_id == first + 6
    assert (await telegram.respond("getUpdates", {}))[1] == b'{"ok":true,"result":[],{"update_id": %d}]}' % second
