"""Twelve minutes after a wipe nothing of ours holds the chat or a word of it.

What remains is memory that was given back and not yet used again, most of it in buffers of the HTTP client: see
`docs/privacy.md`.
"""

import asyncio
import gc
from collections.abc import Iterator
from types import ModuleType

import pytest
from telegram import Bot

from bot.api.events import ALLOWED_UPDATES
from bot.delivery.coordination import LocalCoordination
from bot.delivery.queues import ChatQueues
from tests.support.person import Person

CHAT = 7_654_321_987
TEXT = "kanariegeheimtekst"


def held(*roots: object) -> Iterator[object]:
    """Every object that these lead to, without classes, modules, functions and Telegram."""
    seen: set[int] = set()
    waiting: list[object] = list(roots)
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | Bot) or callable(one):
            continue
        seen.add(id(one))
        yield one
        waiting += gc.get_referents(one)


@pytest.mark.parametrize("how", ["Wis chat", "/wis"])
async def test_nothing_of_ours_holds_a_chat_that_was_wiped(how: str) -> None:
    """G34."""
    person = Person(user_id=CHAT)
    seconds = [0.0]
    coordination = LocalCoordination(person.handler.last_pages, seconds=lambda: seconds[0])
    queues = ChatQueues(person.handler, coordination=coordination)

    async def answered() -> None:
        for update in await person.bot.fetch_updates(person._offset, 0, ALLOWED_UPDATES):
            await asyncio.wait_for(queues.take(update), 20)
            person._offset = update.update_id + 1

    await person.bot.initialize()
    person.phone.start()
    await answered()
    person.phone.type(f"{TEXT} ik wil dood")
    await answered()
    roots = (person.handler.last_pages, person.handler.housekeeping, person.handler.one_page, queues, coordination)
    assert CHAT in held(*roots)  # so that the test can see it
    if how.startswith("/"):
        person.phone.type(how)
    else:
        person.phone.press(how)
    await answered()
    seconds[0] += 12 * 60
    person.clock.later(minutes=12)
    coordination.forget_old(person.clock())
    gc.collect()
    left = [one for one in held(*roots) if one == CHAT or TEXT in str(one if isinstance(one, str | bytes) else "")]
    assert left == []
