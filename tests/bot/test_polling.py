"""Fetching updates: one that cannot be read harms nobody, and a lost connection loses nothing."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from telegram import Update

from bot.handlers import UPDATES
from bot.intake.polling import Handle, poll
from simulator.seam import InProcess
from tests.phone import Person

BAD_GATEWAY = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
UNREADABLE: dict[str, Any] = {"message": {"message_id": 1, "date": "yesterday", "text": "my own secret words"}}
PATIENCE = 10
"""Seconds until a test that hangs is stopped; nothing waits that long. The first pause is half a second."""


@asynccontextmanager
async def polling(person: Person, handle: Handle | None = None) -> AsyncIterator[None]:
    """The bot fetches its updates while the block runs."""
    await person.bot.initialize()
    task = asyncio.create_task(poll(person.bot, handle or person.face.handle, UPDATES))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def all_confirmed(person: Person) -> None:
    async with asyncio.timeout(PATIENCE):
        while person.telegram.updates.pending:  # noqa: ASYNC110 - nothing rings when an update is confirmed
            await asyncio.sleep(0.01)


def sent(person: Person) -> int:
    return sum(call.method == "sendMessage" and call.ok for call in person.telegram.calls)


@pytest.fixture
def person() -> Person:
    return Person()


async def test_who_waits_is_answered(person: Person) -> None:
    person.phone.start()
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1
    assert person.title == person.face.pages.guide.screens["welcome"].title


async def test_only_what_we_use_is_asked_for(person: Person) -> None:
    person.phone.start()
    async with polling(person):
        await all_confirmed(person)
    (asked,) = {call.params["allowed_updates"] for call in person.telegram.calls if call.method == "getUpdates"}
    assert json.loads(asked) == list(UPDATES)


async def test_an_update_that_cannot_be_read_is_skipped_and_the_next_person_answered(
    person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    person.telegram.push(dict(UNREADABLE))
    person.phone.start()
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1
    assert [record.levelno for record in caplog.records if record.name == "watkanikdoen"] == [logging.ERROR]


async def test_an_update_of_a_kind_that_nobody_knows_is_skipped(person: Person) -> None:
    person.telegram.push({"a_new_kind": {"text": "hello"}})
    person.phone.start()
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1


async def test_a_mistake_of_ours_is_skipped_and_the_next_person_answered(person: Person) -> None:
    tries: list[int] = []

    async def fails_once(update: Update) -> None:
        tries.append(update.update_id)
        if len(tries) == 1:
            raise LookupError("our own mistake")

    person.phone.start()
    person.phone.type("and again")
    async with polling(person, fails_once):
        await all_confirmed(person)
    assert len(tries) == 2


async def test_nothing_is_confirmed_before_it_is_handled(person: Person) -> None:
    waiting: list[int] = []

    async def looks(update: Update) -> None:
        waiting.append(len(person.telegram.updates.pending))

    for word in ("one", "two", "three"):
        person.phone.type(word)
    async with polling(person, looks):
        await all_confirmed(person)
    assert waiting == [3, 3, 3]


async def test_a_lost_connection_is_waited_out(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    await person.bot.initialize()
    person.phone.start()
    person.telegram.connection_lost = True
    async with polling(person):
        async with asyncio.timeout(PATIENCE):
            while not caplog.records:  # noqa: ASYNC110 - nor when a line is logged
                await asyncio.sleep(0)
        person.telegram.connection_lost = False
        person.phone.type("hello")
        await all_confirmed(person)
    assert sent(person) == 2
    assert [record.getMessage() for record in caplog.records] == ["Telegram cannot be reached: NetworkError"]


async def test_a_server_that_stumbles_is_asked_again(person: Person) -> None:
    person.phone.start()
    person.telegram.answer_next("getUpdates", BAD_GATEWAY)
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1


async def test_a_page_that_did_not_get_through_is_sent_again(person: Person) -> None:
    """The update is confirmed only when the page has been sent."""
    person.phone.start()
    person.telegram.answer_next("sendMessage", BAD_GATEWAY)
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1
    assert len(person.chat) == 1


async def test_a_page_that_telegram_refuses_does_not_hold_up_the_next_person(person: Person) -> None:
    person.phone.start()
    person.telegram.answer_next("sendMessage", {"ok": False, "error_code": 400, "description": "Bad Request: no"})
    another = person.telegram.phone(6, "en")
    another.start()
    async with polling(person):
        await all_confirmed(person)
    assert sent(person) == 1
    assert another.messages


async def test_the_log_carries_nobody_and_nothing_that_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    person = Person(user_id=987654321)
    caplog.set_level(logging.DEBUG, "watkanikdoen")
    person.phone.start("my-own-code")
    person.phone.type("my own secret words")
    person.telegram.push(dict(UNREADABLE))
    person.telegram.answer_next("sendMessage", {"ok": False, "error_code": 400, "description": "Bad Request: secret"})
    async with polling(person):
        await all_confirmed(person)
    ours = [record.getMessage() for record in caplog.records if record.name == "watkanikdoen"]
    assert len(ours) == 2
    for line in ours:
        assert not any(word in line for word in ("secret", "987654321", "my-own-code", "yesterday"))


def test_the_test_network_is_the_seam_of_the_library(person: Person) -> None:
    """So that what is proved here is proved of the client that runs."""
    assert isinstance(person.bot.request, InProcess)
