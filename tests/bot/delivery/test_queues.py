"""Many chats at once, each in order: what becomes of updates whatever happens to one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.api.update import Update
from bot.delivery.queues import TRIES, ChatQueues
from bot.ops import metrics as health

# Of RetryAfter itself, which will give a timedelta one day; bot.api.client.seconds takes both.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

LONG, SHORT = 30, 2
"""Seconds of a RetryAfter, over and under what an update may hold back its confirmation."""


@dataclass
class Hand:
    """A face that writes down what it is asked to do, and does what was planned for an update instead."""

    said: list[tuple[str, int]] = field(default_factory=list)
    planned: dict[int, list[Exception | Callable[[], Awaitable[None]]]] = field(default_factory=dict)
    at_once: int = 0
    most_at_once: int = 0

    async def handle(self, update: Update) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)
            for then in self.planned.get(update.update_id, [])[:1]:
                del self.planned[update.update_id][0]
                if isinstance(then, Exception):
                    raise then
                await then()
        finally:
            self.at_once -= 1
        self.said.append(("handled", update.update_id))

    async def skip(self, update: Update) -> None:
        self.said.append(("passed over", update.update_id))

    async def ask_to_retry(self, update: Update) -> None:
        self.said.append(("held off", update.update_id))

    def may_skip(self, update: Update) -> bool:
        return update.callback_query is not None and not self.is_urgent(update)

    def is_urgent(self, update: Update) -> bool:
        return update.callback_query is not None and update.callback_query.data == "wipe"

    @property
    def handled(self) -> list[int]:
        return [number for what, number in self.said if what == "handled"]


class Undecided(Hand):
    """A face with a fault of its own, met as soon as it is asked about an update."""

    def may_skip(self, update: Update) -> bool:
        raise KeyError("canary")

    def is_urgent(self, update: Update) -> bool:
        raise KeyError("canary")


@dataclass
class Night:
    """Sleeps that last until they are ended, or no time at all."""

    slept: list[float] = field(default_factory=list)
    long: asyncio.Event | None = None

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.long:
            await self.long.wait()


def words(number: int, chat: int) -> dict[str, Any]:
    shape = {"id": chat, "type": "private", "first_name": "V"}
    return {"update_id": number, "message": {"message_id": number, "date": 1, "chat": shape, "text": "words"}}


def tap(number: int, chat: int, data: str = "go") -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "V"}
    message = words(1, chat)["message"]
    query = {"id": str(number), "from": person, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": number, "callback_query": query}


def lanes(hand: Hand, night: Night | None = None, most: int = 64, instead: Hand | None = None) -> ChatQueues:
    return ChatQueues(hand, most=most, sleep=night or Night(), instead=instead)


async def all_of(*futures: asyncio.Future[None]) -> None:
    await asyncio.wait_for(asyncio.gather(*futures), 20)


async def steps(n: int = 50) -> None:
    for _ in range(n):
        await asyncio.sleep(0)


async def test_one_chat_is_answered_strictly_in_order_and_many_at_once() -> None:
    """F12: two updates of one chat never meet, those of many chats do."""
    hand = Hand()
    intake = lanes(hand, most=64)
    raws = [words(n, chat=n % 200) for n in range(1000)]
    await all_of(*[intake.take(raw) for raw in raws])
    for chat in range(200):
        assert [n for n in hand.handled if n % 200 == chat] == list(range(chat, 1000, 200))
    assert hand.most_at_once == 64


async def test_nothing_is_kept_of_a_chat_that_was_answered() -> None:
    """F70: a lane exists while something waits in it."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(*[intake.take(words(n, chat=n)) for n in range(100)])
    await steps()
    assert await intake.drained(0)
    assert intake.waiting == 0
    assert intake._lanes == {}
    assert intake._paused == {}


async def test_an_update_that_comes_again_is_not_handled_again() -> None:
    """F09, F51: also when it comes while the first is under way."""
    hand = Hand()
    intake = lanes(hand)
    first, again = intake.take(words(1, 5)), intake.take(words(1, 5))
    await all_of(first, again, intake.take(words(2, 5)))
    await all_of(intake.take(words(1, 5)))
    assert hand.handled == [1, 2]


async def test_of_many_taps_only_the_last_is_drawn() -> None:
    """F11, F12."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(*[intake.take(tap(n, 5)) for n in range(100)])
    assert hand.handled == [99]
    assert sorted(n for what, n in hand.said if what == "passed over") == list(range(99))


async def test_of_two_taps_that_come_the_other_way_round_the_newer_is_drawn() -> None:
    """F12: also while the newer still waits in its lane."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(*[intake.take(tap(n, 5)) for n in (2, 1)])
    assert hand.handled == [2]
    assert ("passed over", 1) in hand.said


async def test_a_tap_older_than_what_was_drawn_draws_nothing() -> None:
    """F12: Telegram tried it again meanwhile. Words are answered all the same: they may be a cry for help."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(intake.take(tap(3, 5)))
    await all_of(intake.take(tap(2, 5)), intake.take(words(1, 5)), intake.take(tap(0, 6)))
    assert sorted(hand.handled) == [0, 1, 3]
    assert ("passed over", 2) in hand.said


async def test_what_was_asked_before_a_wipe_and_comes_after_it_draws_nothing() -> None:
    """F09, F21."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(intake.take(tap(3, 5, "wipe")))
    await all_of(intake.take(tap(2, 5)), intake.take(words(1, 5)))
    assert hand.handled == [3]


async def test_words_between_taps_are_not_passed_over() -> None:
    hand = Hand()
    intake = lanes(hand)
    await all_of(*[intake.take(raw) for raw in (tap(1, 5), words(2, 5), tap(3, 5))])
    assert hand.handled == [1, 2, 3]


async def test_whatever_was_asked_before_a_wipe_is_not_drawn() -> None:
    """F14: the quick exit waits for nothing."""
    hand = Hand()
    intake = lanes(hand)
    await all_of(*[intake.take(raw) for raw in (words(1, 5), tap(2, 5), tap(3, 5, "wipe"), words(4, 5))])
    assert hand.handled == [3, 4]


async def test_an_update_that_cannot_be_read_harms_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """F04: it counts as done, and the log has its number and the class of the error."""
    hand = Hand()
    intake = lanes(hand)
    bad = {"update_id": 2, "message": {"message_id": 2, "text": "canary"}}
    before = health.UPDATES.labels("unreadable")._value.get()
    await all_of(intake.take(words(1, 5)), intake.take(bad), intake.take({"update_id": 3}), intake.take(words(4, 5)))
    assert hand.handled == [1, 4]
    assert health.UPDATES.labels("unreadable")._value.get() == before + 1
    written = "".join(capsys.readouterr())
    assert "update_id=2" in written
    assert "canary" not in written


@pytest.mark.parametrize("error", [ValueError("canary"), BadRequest("canary"), Forbidden("canary"), KeyError("x")])
async def test_an_update_that_fails_is_given_up_and_the_next_is_answered(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """F04, F52: what asking again does not mend is not asked again."""
    hand, night = Hand(planned={1: [error]}), Night()
    intake = lanes(hand, night)
    await all_of(intake.take(words(1, 5)), intake.take(words(2, 5)))
    assert hand.handled == [2]
    assert night.slept == []
    assert "canary" not in "".join(capsys.readouterr())


async def test_a_face_that_fails_before_its_turn_loses_no_update(capsys: pytest.CaptureFixture[str]) -> None:
    """F04, F12: it is answered in its turn, as any other, and again not twice."""
    hand = Undecided()
    intake = lanes(hand)
    await all_of(intake.take(tap(1, 5)), intake.take(tap(2, 5)), intake.take(words(3, 5)))
    await all_of(intake.take(tap(1, 5)))
    assert hand.handled == [1, 2, 3]
    assert await intake.drained(1)
    assert intake.waiting == 0
    assert "canary" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("error", [KeyError("canary"), BadRequest("canary")])
async def test_what_the_face_cannot_answer_is_answered_instead(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """F52: once, and counted; the next update is the face's again."""
    hand, other = Hand(planned={1: [error]}), Hand()
    intake = lanes(hand, instead=other)
    before = health.UPDATES.labels("emergency_page")._value.get()
    await all_of(intake.take(words(1, 5)), intake.take(words(2, 5)))
    assert (hand.handled, other.handled) == ([2], [1])
    assert health.UPDATES.labels("emergency_page")._value.get() == before + 1
    written = "".join(capsys.readouterr())
    assert "update_id=1" in written
    assert "canary" not in written


async def test_what_is_answered_instead_is_tried_again_while_telegram_cannot_be_reached() -> None:
    """F20."""
    hand = Hand(planned={1: [KeyError("x")] * 3})
    other = Hand(planned={1: [NetworkError("x"), RetryAfter(SHORT)]})
    await all_of(lanes(hand, instead=other).take(words(1, 5)))
    assert (hand.handled, other.handled) == ([], [1])


async def test_what_cannot_be_answered_instead_either_is_given_up() -> None:
    hand, other = Hand(planned={1: [KeyError("x")]}), Hand(planned={1: [KeyError("x")]})
    intake = lanes(hand, instead=other)
    await all_of(intake.take(words(1, 5)), intake.take(words(2, 5)))
    assert (hand.handled, other.handled) == ([2], [])


async def test_what_only_telegram_stands_in_the_way_of_is_not_answered_instead() -> None:
    """F07, F13, F18."""
    hand = Hand(planned={1: [NetworkError("x"), RetryAfter(SHORT), Forbidden("x")]})
    other = Hand()
    await all_of(lanes(hand, instead=other).take(words(1, 5)))
    assert (hand.planned, other.said) == ({1: []}, [])


@pytest.mark.parametrize("error", [NetworkError("x"), TelegramError("x")])
async def test_an_update_is_tried_again_while_telegram_cannot_be_reached(error: Exception) -> None:
    """F07, F20: longer and longer pauses, and at most so many."""
    hand, night = Hand(planned={1: [error] * 9, 2: [error] * 100}), Night()
    intake = lanes(hand, night)
    await all_of(intake.take(words(1, 5)))
    assert hand.handled == [1]
    assert night.slept == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    await all_of(intake.take(words(2, 5)))
    assert hand.handled == [1]
    assert len(hand.planned[2]) == 100 - TRIES


async def test_who_waits_for_the_network_is_woken_when_it_is_back() -> None:
    """F07."""
    hand, night = Hand(planned={1: [NetworkError("x")]}), Night(long=asyncio.Event())
    intake = lanes(hand, night)
    done = intake.take(words(1, 5))
    await steps()
    assert not done.done()
    intake.wake()
    await all_of(done)


async def test_a_chat_that_telegram_makes_us_wait_for_holds_up_nobody_else() -> None:
    """F13: the places of those who wait are free for others; a later tap is told so at once."""
    hand, night = Hand(planned={1: [RetryAfter(LONG)], 2: [RetryAfter(LONG)]}), Night(long=asyncio.Event())
    intake = lanes(hand, night, most=2)
    slow = [intake.take(tap(1, 5)), intake.take(words(2, 6))]
    await steps()
    await all_of(*[intake.take(words(n, chat=n)) for n in range(10, 30)], intake.take(tap(3, 5)))
    assert hand.handled == list(range(10, 30))
    assert ("held off", 3) in hand.said
    assert night.slept == [LONG, LONG]
    queued = intake.take(words(4, 5))
    assert night.long
    night.long.set()
    await all_of(*slow, queued)
    assert hand.handled[20:] in ([1, 2, 4], [1, 4, 2], [2, 1, 4])


async def test_a_short_wait_asks_nobody_for_patience() -> None:
    hand, night = Hand(planned={1: [RetryAfter(SHORT)]}), Night(long=asyncio.Event())
    intake = lanes(hand, night)
    first = intake.take(tap(1, 5))
    await steps()
    second = intake.take(tap(2, 5))
    assert night.long
    night.long.set()
    await all_of(first, second)
    assert hand.handled == [1, 2]


async def test_a_wipe_cuts_the_wait_short() -> None:
    """F14: neither the page that waits nor what stands behind it comes after the wipe."""
    hand, night = Hand(planned={1: [RetryAfter(LONG)]}), Night(long=asyncio.Event())
    intake = lanes(hand, night)
    waits = [intake.take(tap(1, 5))]
    await steps()
    waits += [intake.take(words(2, 5)), intake.take(tap(3, 5, "wipe"))]
    await all_of(*waits)
    assert hand.handled == [3]
    assert ("passed over", 1) in hand.said


async def test_what_is_let_go_is_not_done() -> None:
    """F03: it was not confirmed, so it comes again; nobody waits for it any more."""
    hand, never = Hand(), asyncio.Event()

    async def forever() -> None:
        await never.wait()

    hand.planned = {1: [forever]}
    intake = lanes(hand, most=1)
    taken = [intake.take(words(1, 5)), intake.take(words(2, 5)), intake.take(words(3, 6))]
    await steps()
    assert not await intake.drained(0.01)
    intake.stop()
    await asyncio.wait(taken, timeout=5)
    assert all(done.cancelled() for done in taken)
    assert await intake.drained(1)
