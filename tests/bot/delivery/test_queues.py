"""Many chats at once, each in order: what becomes of updates whatever happens to one of them."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.api.events import WIPE, Command, Event, Words, understand
from bot.api.update import Unreadable, Update, read
from bot.chat.housekeeping import Cover, Sweep
from bot.delivery.queues import TRIES, ChatQueues
from bot.delivery.waiting import LEFT, MOST_BESIDE, MOST_HELD, PLACES, confirm_early
from bot.ops import metrics as health

# Of RetryAfter itself, which will give a timedelta one day; bot.api.client.seconds takes both.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

LONG, SHORT = 30, 2
"""Seconds of a RetryAfter, over and under what an update may hold back its confirmation."""


@dataclass
class Hand:
    """A handler that writes down what it is asked to do, and does what was planned for an update instead."""

    said: list[tuple[str, int]] = field(default_factory=list)
    heard: list[Event] = field(default_factory=list)
    planned: dict[int, list[Exception | Callable[[], Awaitable[None]]]] = field(default_factory=dict)
    at_once: int = 0
    most_at_once: int = 0

    async def handle(self, event: Event) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)
            for then in self.planned.get(event.update_id, [])[:1]:
                del self.planned[event.update_id][0]
                if isinstance(then, Exception):
                    raise then
                await then()
        finally:
            self.at_once -= 1
        self.said.append(("handled", event.update_id))
        self.heard.append(event)

    async def skip(self, event: Event) -> None:
        self.said.append(("passed over", event.update_id))
        self.heard.append(event)

    async def ask_to_retry(self, event: Event) -> None:
        self.said.append(("asked to retry", event.update_id))

    @property
    def handled(self) -> list[int]:
        return [number for what, number in self.said if what == "handled"]

    @property
    def skipped(self) -> list[int]:
        return sorted(number for what, number in self.said if what == "passed over")


@dataclass
class Night:
    """Sleeps that last until they are ended, or no time at all."""

    slept: list[float] = field(default_factory=list)
    long: asyncio.Event | None = None

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.long:
            await self.long.wait()


def update(number: int, **kind: Any) -> Update:
    made = read(json.dumps({"update_id": number} | kind).encode())
    assert isinstance(made, Update)
    return made


def message(number: int, chat: int) -> dict[str, Any]:
    return {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private", "first_name": "V"}}


def words(number: int, chat: int, text: str = "words", **more: Any) -> Update:
    return update(number, message=message(number, chat) | {"text": text} | more)


def picture(number: int, chat: int, **more: Any) -> Update:
    return update(number, message=message(number, chat) | {"photo": []} | more)


def tap(number: int, chat: int, data: str = "go", page: int = 1) -> Update:
    person = {"id": chat, "is_bot": False, "first_name": "V"}
    query = {"id": str(number), "from": person, "chat_instance": "1", "data": data, "message": message(page, chat)}
    return update(number, callback_query=query)


WIPE_DATA = f"1|nl||welcome||{WIPE}"


def wipe(number: int, chat: int, page: int = 1) -> Update:
    return tap(number, chat, WIPE_DATA, page)


def new_queues(hand: Hand, night: Night | None = None, most: int = 64, instead: Hand | None = None) -> ChatQueues:
    return ChatQueues(hand, most=most, sleep=night or Night(), instead=instead)


async def all_of(*futures: asyncio.Future[None]) -> None:
    await asyncio.wait_for(asyncio.gather(*futures), 20)


async def steps(n: int = 50) -> None:
    for _ in range(n):
        await asyncio.sleep(0)


async def test_one_chat_is_answered_strictly_in_order_and_many_at_once() -> None:
    """F12: two updates of one chat never meet, those of many chats do."""
    hand = Hand()
    intake = new_queues(hand, most=64)
    for begin in range(1, 1001, 200):
        await all_of(*[intake.take(words(n, chat=n % 200)) for n in range(begin, begin + 200)])
    for chat in range(200):
        assert [n for n in hand.handled if n % 200 == chat] == list(range(chat or 200, 1001, 200))
    assert hand.most_at_once == 64


async def test_two_turns_of_one_chat_never_meet() -> None:
    """F12: a word, a command and a press wait for each other."""
    hand = Hand()
    await all_of(*map(new_queues(hand).take, (words(1, 5), words(2, 5, "/start"), tap(3, 5))))
    assert hand.handled == [1, 2, 3]
    assert hand.most_at_once == 1


async def test_nothing_is_kept_of_a_chat_that_was_answered() -> None:
    """F70: a queue exists while something waits in it."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(*[intake.take(words(n, chat=n)) for n in range(1, 101)])
    await steps()
    assert await intake.drained(0)
    assert intake.waiting == 0
    assert intake._queues == {}
    assert intake._paused == {}


async def test_an_update_that_comes_again_is_not_handled_again() -> None:
    """F09, F51: also when it comes while the first is under way."""
    hand = Hand()
    intake = new_queues(hand)
    first, again = intake.take(words(1, 5)), intake.take(words(1, 5))
    await all_of(first, again)
    await all_of(intake.take(words(2, 5)))
    await all_of(intake.take(words(1, 5)))
    assert hand.handled == [1, 2]


async def test_what_comes_again_under_another_number_is_not_handled_again() -> None:
    """G06: another Bot API server has numbers of its own."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(words(1, 5)), intake.take(tap(2, 6)))
    same = words(1, 5).message
    await all_of(
        intake.take(Update(70, message=same)), intake.take(Update(71, callback_query=tap(2, 6).callback_query))
    )
    assert sorted(hand.handled) == [1, 2]


async def test_of_many_taps_only_the_last_is_drawn() -> None:
    """F11, F12."""
    hand = Hand()
    intake = new_queues(hand)
    for n in range(1, 101):
        intake.take(tap(n, 5))
    assert await intake.drained(5)
    assert hand.handled == [100]
    assert hand.skipped == list(range(1, 100))


async def test_of_two_taps_that_come_the_other_way_round_the_newer_is_drawn() -> None:
    """F12: also while the newer still waits in its queue."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(*[intake.take(tap(n, 5)) for n in (2, 1)])
    assert hand.handled == [2]
    assert ("passed over", 1) in hand.said


async def test_a_tap_older_than_what_was_drawn_draws_nothing() -> None:
    """F12: Telegram tried it again meanwhile. Words are answered all the same: they may be a cry for help."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(tap(3, 5)))
    await all_of(intake.take(tap(2, 5)), intake.take(words(1, 5)), intake.take(tap(4, 6)))
    assert sorted(hand.handled) == [1, 3, 4]
    assert ("passed over", 2) in hand.said


async def test_what_was_asked_before_a_wipe_and_comes_after_it_draws_nothing() -> None:
    """F09, F21."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(wipe(3, 5)))
    await all_of(intake.take(tap(2, 5)), intake.take(words(1, 5)))
    assert hand.handled == [3]


async def test_words_between_taps_are_not_passed_over() -> None:
    hand = Hand()
    intake = new_queues(hand)
    await all_of(*[intake.take(one) for one in (tap(1, 5), words(2, 5), tap(3, 5))])
    assert hand.handled == [2, 3]


async def test_whatever_was_asked_before_a_wipe_is_not_drawn() -> None:
    """F14: the quick exit waits for nothing."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(*[intake.take(one) for one in (words(1, 5), tap(2, 5), wipe(3, 5), words(4, 5))])
    assert hand.handled == [3, 4]


async def test_an_update_that_cannot_be_read_harms_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """F04: it counts as done, and the log has its number and the class of the error."""
    hand = Hand()
    intake = new_queues(hand)
    bad = read(b'{"update_id": 2, "message": {"message_id": 2, "text": "canary"}}')
    before = health.UPDATES.labels("unreadable")._value.get()
    await all_of(*map(intake.take, (words(1, 5), bad, update(3), words(4, 6))))
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
    intake = new_queues(hand, night)
    await all_of(intake.take(words(1, 5)))
    await all_of(intake.take(words(2, 5)))
    assert hand.handled == [2]
    assert night.slept == []
    assert "canary" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("error", [KeyError("canary"), BadRequest("canary")])
async def test_what_the_handler_cannot_answer_is_answered_instead(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """F52: once, and counted; the next update is the handler's again."""
    hand, other = Hand(planned={1: [error]}), Hand()
    intake = new_queues(hand, instead=other)
    before = health.UPDATES.labels("emergency_page")._value.get()
    await all_of(intake.take(words(1, 5)))
    await all_of(intake.take(words(2, 5)))
    assert (hand.handled, other.handled) == ([2], [1])
    assert health.UPDATES.labels("emergency_page")._value.get() == before + 1
    written = "".join(capsys.readouterr())
    assert "update_id=1" in written
    assert "canary" not in written


async def test_what_is_answered_instead_is_tried_again_while_telegram_cannot_be_reached() -> None:
    """F20."""
    hand = Hand(planned={1: [KeyError("x")] * 3})
    other = Hand(planned={1: [NetworkError("x"), RetryAfter(SHORT)]})
    await all_of(new_queues(hand, instead=other).take(words(1, 5)))
    assert (hand.handled, other.handled) == ([], [1])


async def test_what_cannot_be_answered_instead_either_is_given_up() -> None:
    hand, other = Hand(planned={1: [KeyError("x")]}), Hand(planned={1: [KeyError("x")]})
    intake = new_queues(hand, instead=other)
    await all_of(intake.take(words(1, 5)))
    await all_of(intake.take(words(2, 5)))
    assert (hand.handled, other.handled) == ([2], [])


async def test_what_only_telegram_stands_in_the_way_of_is_not_answered_instead() -> None:
    """F07, F13, F18."""
    hand = Hand(planned={1: [NetworkError("x"), RetryAfter(SHORT), Forbidden("x")]})
    other = Hand()
    await all_of(new_queues(hand, instead=other).take(words(1, 5)))
    assert (hand.planned, other.said) == ({1: []}, [])


@pytest.mark.parametrize("error", [NetworkError("x"), TelegramError("x")])
async def test_an_update_is_tried_again_while_telegram_cannot_be_reached(error: Exception) -> None:
    """F07, F20: longer and longer pauses, and at most so many."""
    hand, night = Hand(planned={1: [error] * 9, 2: [error] * 100}), Night()
    intake = new_queues(hand, night)
    await all_of(intake.take(words(1, 5)))
    assert hand.handled == [1]
    assert night.slept == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    await all_of(intake.take(words(2, 5)))
    assert hand.handled == [1]
    assert len(hand.planned[2]) == 100 - TRIES


async def test_who_waits_for_the_network_is_woken_when_it_is_back() -> None:
    """F07."""
    hand, night = Hand(planned={1: [NetworkError("x")]}), Night(long=asyncio.Event())
    intake = new_queues(hand, night)
    done = intake.take(words(1, 5))
    await steps()
    assert not done.done()
    intake.wake()
    await all_of(done)


async def test_a_chat_that_telegram_makes_us_wait_for_holds_up_nobody_else() -> None:
    """F13: the places of those who wait are free for others, and so is the offset; a later tap is told so at once."""
    hand, night = Hand(planned={1: [RetryAfter(LONG)], 2: [RetryAfter(LONG)]}), Night(long=asyncio.Event())
    intake = new_queues(hand, night, most=2)
    slow = [intake.take(tap(1, 5)), intake.take(words(2, 6))]
    await all_of(*slow)
    await all_of(*[intake.take(words(n, chat=n)) for n in range(10, 30)], intake.take(tap(3, 5)))
    assert hand.handled == list(range(10, 30))
    assert ("asked to retry", 3) in hand.said
    assert night.slept == [LONG, LONG]
    await all_of(intake.take(words(4, 5)))
    assert night.long
    night.long.set()
    assert await intake.drained(20)
    assert hand.handled[20:] in ([1, 2, 4], [1, 4, 2], [2, 1, 4])


async def test_a_short_wait_asks_nobody_for_patience() -> None:
    hand, night = Hand(planned={1: [RetryAfter(SHORT)]}), Night(long=asyncio.Event())
    intake = new_queues(hand, night)
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
    intake = new_queues(hand, night)
    await all_of(intake.take(tap(1, 5)))
    await all_of(intake.take(words(2, 5)), intake.take(wipe(3, 5)))
    assert await intake.drained(20)
    assert hand.handled == [3]
    assert hand.skipped == [1, 2]


async def test_what_is_let_go_is_not_done() -> None:
    """F03: it was not confirmed, so it comes again; nobody waits for it any more."""
    hand = Hand(planned={1: [forever]})
    intake = new_queues(hand, most=1)
    taken = [intake.take(words(1, 5))]
    await steps()
    taken += [intake.take(words(2, 5)), intake.take(words(3, 6))]
    await steps()
    assert not await intake.drained(0.01)
    intake.stop()
    await asyncio.wait(taken, timeout=5)
    assert all(done.cancelled() for done in taken)
    assert await intake.drained(1)
    assert intake.waiting == 0


async def forever() -> None:
    await asyncio.Event().wait()


# A chat that sends much


def in_memory() -> float:
    return float(health.UPDATES.labels("waiting_in_memory")._value.get())


async def test_words_that_wait_together_are_heard_together_and_answered_once() -> None:
    """G01: a burst is one turn, and all of its messages are taken away with it."""
    hand = Hand()
    await all_of(*map(new_queues(hand).take, (words(n, 5, f"part {n}") for n in range(1, 4))))
    (turn,) = hand.heard
    assert isinstance(turn, Words)
    assert (turn.text, turn.message_ids) == ("part 1\npart 2\npart 3", (1, 2, 3))


async def test_words_are_heard_together_across_what_is_pressed_between_them() -> None:
    """G01: else whoever presses and types in turns would have a thousand turns waiting."""
    hand = Hand()
    flood = [update for n in range(1, 100, 3) for update in (words(n, 5), tap(n + 1, 5), words(n + 2, 5, "/start"))]
    intake = new_queues(hand)
    for one in flood:
        intake.take(one)
    assert await intake.drained(5)
    assert len(hand.handled) == 3
    ids = [number for event in hand.heard if isinstance(event, Words) for number in event.message_ids]
    assert sorted(ids) == sorted(one.message.message_id for one in flood if one.message)


async def test_of_many_commands_the_last_is_obeyed_and_all_are_taken_away() -> None:
    hand = Hand()
    intake = new_queues(hand)
    for n in range(1, 200):
        intake.take(words(n, 5, f"/start code{n}"))
    assert await intake.drained(5)
    (turn,) = hand.heard
    assert isinstance(turn, Command)
    assert (turn.payload, turn.message_ids) == ("code199", tuple(range(1, 200)))


@pytest.mark.parametrize("is_long", [False, True], ids=["a short wait", "a long one"])
@pytest.mark.parametrize(
    "flood",
    [
        lambda n: words(n, 5),
        lambda n: words(n, 5, "/start"),
        lambda n: words(n, 5, "stop"),
        lambda n: tap(n, 5),
        lambda n: picture(n, 5),
        lambda n: (words(n, 5), tap(n, 5), words(n, 5, "/help"), picture(n, 5))[n % 4],
    ],
    ids=["words", "commands", "wipes", "taps", "pictures", "all of it"],
)
async def test_whatever_a_chat_sends_while_it_has_to_wait_few_turns_wait_there(
    flood: Callable[[int], Update], is_long: bool
) -> None:
    """G02: turns are counted, and beyond a number of them the webhook sends everybody away."""
    never = asyncio.Event()
    hand = Hand(planned={1: [RetryAfter(LONG if is_long else SHORT)] * 2})
    intake = new_queues(hand, Night(long=never))
    intake.take(words(1, 5, "first"))
    await steps()
    confirmed = [intake.take(flood(n)) for n in range(2, 1002)]
    intake.make_room()
    await steps(300)
    assert intake.waiting <= 6
    assert sum(len(queue.all) for queue in intake._beside.values()) <= MOST_BESIDE + 1
    assert sum(not done.done() for done in confirmed) <= MOST_HELD
    never.set()
    assert await intake.drained(20)
    assert intake.waiting == 0


@pytest.mark.parametrize("reason", ["a wait", "the network", "silence"])
async def test_a_chat_that_sends_a_flood_holds_nothing(reason: str) -> None:
    """G01, G02: neither what waits nor what is being answered holds the offset, whatever it waits for."""
    reasons: dict[str, Any] = {"a wait": RetryAfter(SHORT), "the network": NetworkError("x"), "silence": forever}
    hand, never = Hand(planned={1: [reasons[reason]]}), Night(long=asyncio.Event())
    intake, before = new_queues(hand, never), in_memory()
    first = intake.take(words(1, 5))
    await steps()
    some = [intake.take(words(n, 5)) for n in range(2, PLACES + 1)]
    intake.make_room()
    assert not any(done.done() for done in (first, *some))
    assert in_memory() == before
    many = intake.take(words(PLACES + 1, 5))
    intake.make_room()
    assert all(done.done() for done in (first, *some, many))
    assert in_memory() == before + PLACES + 1
    intake.stop()


async def test_what_a_few_sent_is_held_whatever_another_sends() -> None:
    """What somebody typed six times in fear survives a kill, though another floods us before and after."""
    intake = new_queues(Hand(planned={n: [forever] for n in range(1, 200)}), Night(long=asyncio.Event()))
    flood = [intake.take(words(n, 5)) for n in range(1, PLACES + 2)]
    intake.make_room()
    six = [intake.take(words(100 + n, 6)) for n in range(MOST_HELD + 1)]
    intake.make_room()
    flood += [intake.take(words(110 + n, 5)) for n in range(PLACES)]
    intake.make_room()
    assert all(done.done() for done in flood)
    assert not any(done.done() for done in six)
    intake.stop()


async def test_of_ten_that_flood_us_few_hold_anything_and_none_that_went_on() -> None:
    """Ten chats with six each would fill the places again and again, a poll at a time."""
    intake = new_queues(Hand(planned={n: [forever] for n in range(1, 200)}), Night(long=asyncio.Event()))
    floods = [intake.take(words(n, n % 10)) for n in range(1, 101)]
    intake.make_room()
    assert sum(not done.done() for done in floods) <= LEFT
    loudest = next(n for n in range(1, 101) if floods[n - 1].done()) % 10
    again = intake.take(words(101, loudest))
    intake.make_room()
    assert again.done()
    intake.stop()


async def test_those_who_come_after_a_flood_have_a_place() -> None:
    intake = new_queues(Hand(planned={n: [forever] for n in range(1, 200)}), Night(long=asyncio.Event()))
    flood = [intake.take(words(n, 5)) for n in range(1, PLACES + 1)]
    others = [intake.take(words(PLACES + n, 5 + n)) for n in range(1, 41)]
    intake.make_room()
    assert all(done.done() for done in flood)
    assert not any(done.done() for done in others)
    intake.stop()


async def test_a_long_wait_holds_the_offset_for_nobody_not_even_at_first() -> None:
    """G02: what waits beside the queue neither."""
    hand = Hand(planned={1: [RetryAfter(LONG)]})
    intake = new_queues(hand, Night(long=asyncio.Event()))
    confirmed = [intake.take(tap(1, 5)), intake.take(words(2, 5))]
    await asyncio.wait_for(asyncio.gather(*confirmed), 5)
    assert hand.said == []
    intake.stop()


async def test_a_waiting_mark_that_telegram_refuses_to_take_away_is_not_waited_for() -> None:
    """G02, G16: the press is not tried again for ten minutes; the page comes all the same."""

    class Refused(Hand):
        async def ask_to_retry(self, event: Event) -> None:
            await super().ask_to_retry(event)
            raise RetryAfter(LONG)

    hand, night = Refused(planned={1: [RetryAfter(LONG)]}), Night(long=asyncio.Event())
    intake = new_queues(hand, night)
    await all_of(intake.take(tap(1, 5)))
    await all_of(*[intake.take(tap(n, 5)) for n in range(2, 50)])
    await steps()
    assert intake.waiting == 1
    assert night.slept == [LONG]
    assert night.long
    night.long.set()
    assert await intake.drained(20)
    assert hand.handled == [1]


# Albums


async def test_an_album_is_answered_once_also_when_its_pictures_come_one_by_one() -> None:
    """G15: as a webhook brings them. The rest is taken away without an answer."""
    hand = Hand()
    intake = new_queues(hand)
    for n in range(1, 11):
        await all_of(intake.take(picture(n, 5, media_group_id="77")))
    assert hand.handled == [1]
    assert hand.skipped == list(range(2, 11))


async def test_an_album_that_waits_is_one_turn() -> None:
    """G15: as polling fetches it, in one batch or in two."""
    hand = Hand()
    intake = new_queues(hand)
    first = [intake.take(picture(n, 5, media_group_id="77")) for n in range(1, 6)]
    await steps(1)
    await all_of(*first, *[intake.take(picture(n, 5, media_group_id="77")) for n in range(6, 11)])
    assert len(hand.handled) == 1
    ids = [number for event in hand.heard if isinstance(event, Words) for number in event.message_ids]
    assert sorted(ids) == list(range(1, 11))


async def test_words_below_a_later_picture_of_an_album_are_answered() -> None:
    """G15: they may be a cry for help."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(picture(1, 5, media_group_id="77")))
    await all_of(intake.take(picture(2, 5, media_group_id="77", caption="words")))
    assert hand.handled == [1, 2]


@pytest.mark.parametrize(("chat", "album"), [(6, "77"), (5, "78"), (5, None)])
async def test_another_picture_has_an_answer_of_its_own(chat: int, album: str | None) -> None:
    """G15: of another chat, another album, or none."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(picture(1, 5, media_group_id="77")))
    await all_of(intake.take(picture(2, chat, media_group_id=album)))
    assert hand.handled == [1, 2]


# Order


async def test_a_wipe_that_is_pressed_again_is_done_once() -> None:
    hand = Hand()
    await all_of(*map(new_queues(hand).take, (wipe(1, 5), wipe(2, 5), wipe(3, 5))))
    assert (hand.handled, hand.skipped) == ([3], [1, 2])


async def test_a_wipe_of_another_page_is_done_too() -> None:
    """F14: two pages may stand after a kill."""
    hand = Hand()
    await all_of(*map(new_queues(hand).take, (wipe(1, 5, page=8), wipe(2, 5, page=9))))
    assert hand.handled == [1, 2]


async def test_an_edit_to_a_wipe_word_goes_first_too() -> None:
    """G11."""
    hand = Hand()
    changed = update(2, edited_message=message(1, 5) | {"text": "wis", "edit_date": 2})
    await all_of(*map(new_queues(hand).take, (words(1, 5), changed)))
    assert (hand.handled, hand.skipped) == ([2], [1])


async def test_numbers_that_begin_lower_make_no_button_dead() -> None:
    """G06: also in a chat that was wiped just before."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(wipe(700_000_001, 5)))
    await all_of(intake.take(tap(17, 5)))
    await all_of(intake.take(words(18, 5)))
    await all_of(intake.take(words(19, 5, "/start")))
    assert hand.handled == [700_000_001, 17, 18, 19]


async def test_numbers_that_begin_lower_do_so_also_while_others_wait() -> None:
    """G06: what comes later is done later, and overtakes what was asked before."""
    hand = Hand(planned={700_000_001: [forever]})
    intake = new_queues(hand)
    intake.take(words(700_000_001, 5))
    await steps()
    intake.take(tap(700_000_002, 5))
    intake.take(tap(17, 5))
    await steps()
    assert hand.skipped == [700_000_002]
    intake.stop()


async def test_work_of_our_own_has_no_place_in_the_order_of_a_chat() -> None:
    """Else an older press, brought again after it, would be drawn over the newer page."""
    hand = Hand()
    intake = new_queues(hand)
    await all_of(intake.take(tap(3, 5)))
    done = asyncio.get_running_loop().create_future()
    intake.put(Event(update_id=0, chat_id=5), done)
    await all_of(done)
    await all_of(intake.take(tap(2, 5)))
    assert hand.handled == [3, 0]
    assert hand.skipped == [2]


def outcomes() -> dict[str, float]:
    return {name: health.UPDATES.labels(name)._value.get() for name in health.OUTCOMES}


@pytest.mark.parametrize("ours", [Cover(chat_id=5), Sweep(chat_id=5, message_ids=[1])])
@pytest.mark.parametrize("fault", [None, ValueError, partial(BadRequest, "no"), partial(RetryAfter, LONG)])
@pytest.mark.parametrize("instead", [None, Hand()])
async def test_work_of_our_own_is_no_update_whatever_becomes_of_it(
    ours: Event, fault: Callable[[], Exception] | None, instead: Hand | None
) -> None:
    """Else a dashboard would show traffic where nobody is."""
    hand = Hand(planned={0: [fault()] if fault else []})
    intake = new_queues(hand, instead=instead)
    before = outcomes()
    intake.put(ours)
    intake.put(replace(ours))  # the first is overtaken, where it can be
    assert await intake.drained(5)
    assert outcomes() == before


async def test_an_update_waits_in_memory_once_whoever_confirms_it_early() -> None:
    """The poll that has no room for it, the webhook that held it for long, and the chat that Telegram makes us wait."""
    hand = Hand(planned={1: [RetryAfter(LONG)]})
    before = in_memory()
    intake = new_queues(hand)
    taken = intake.take(words(1, 5))
    confirm_early(taken)
    confirm_early(intake.take(words(1, 5)))
    assert await intake.drained(5)
    assert in_memory() == before + 1
    assert hand.handled == [1]


@pytest.mark.parametrize(
    "one", [words(7, 5), words(7, 5, "/start"), tap(7, 5), wipe(7, 5), picture(7, 5, media_group_id="1")]
)
async def test_no_id_of_a_chat_or_message_can_be_found_back(one: Update) -> None:
    intake = new_queues(Hand())
    await all_of(intake.take(one))
    event = understand(one)
    assert event
    assert intake._recent.keys().isdisjoint({event.once, hash(event.once), event.chat_id, event.update_id})


def test_what_is_remembered_instead_of_an_id_is_different_in_each_process() -> None:
    """Python salts only strings."""
    say = "from bot.delivery.newest import hidden; print(hidden(5, 6, 7))"
    said = [subprocess.run([sys.executable, "-c", say], capture_output=True, check=True) for _ in range(2)]  # noqa: S603
    assert said[0].stdout != said[1].stdout


@pytest.mark.parametrize("bad", [Unreadable(0), Unreadable(7)])
async def test_what_can_never_be_read_is_confirmed_at_once(bad: Unreadable) -> None:
    """G04."""
    assert new_queues(Hand()).take(bad).done()
