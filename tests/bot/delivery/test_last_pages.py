"""The one thing kept about a chat is forgotten in time: after 48 hours, or when there are too many."""

from datetime import timedelta

import pytest

from bot.delivery.last_pages import KEPT, MOST_CHATS, LastPages, PageRef
from tests.support.standing_clock import DAY


def step(message_id: int = 1, *, hours: float = 0) -> PageRef:
    """A step drawn so many hours after `DAY`."""
    return PageRef(message_id, DAY + timedelta(hours=hours), "nl", "")


def test_the_last_step_of_each_chat_is_known() -> None:
    trail = LastPages()
    trail.note(1, step(101))
    trail.note(2, step(102))
    trail.note(1, step(103, hours=1))
    assert (trail.last(1, DAY), trail.last(2, DAY), trail.last(3, DAY)) == (step(103, hours=1), step(102), None)


def test_noting_a_step_gives_the_one_before() -> None:
    trail = LastPages()
    assert trail.note(1, step(101)) is None
    assert trail.note(1, step(102)) == step(101)


@pytest.mark.parametrize(("hours", "known"), [(47.9, True), (48, True), (48.1, False), (1000, False)])
def test_a_step_is_known_for_48_hours(hours: float, known: bool) -> None:
    trail = LastPages()
    trail.note(1, step())
    assert (trail.last(1, DAY + timedelta(hours=hours)) is not None) is known


def test_what_is_too_old_is_gone_from_memory_whoever_asks() -> None:
    trail = LastPages()
    for chat in range(10):
        trail.note(chat, step(hours=chat))
    trail.last(99, DAY + KEPT + timedelta(hours=5, minutes=1))
    assert len(trail) == 4


def test_what_is_too_old_goes_with_the_next_step_of_anybody() -> None:
    trail = LastPages()
    for chat in range(10):
        trail.note(chat, step())
    trail.note(99, step(hours=48.1))
    assert len(trail) == 1


def test_a_chat_that_goes_on_is_kept_beyond_its_first_48_hours() -> None:
    trail = LastPages()
    trail.note(1, step())
    trail.note(2, step())
    trail.note(1, step(hours=40))
    later = DAY + timedelta(hours=60)
    assert trail.last(1, later) is not None
    assert trail.last(2, later) is None


def test_the_oldest_chat_makes_room_for_the_newest() -> None:
    trail = LastPages(most=3)
    for chat in (1, 2, 3, 1, 4):
        trail.note(chat, step(chat))
    assert [chat for chat in (1, 2, 3, 4) if trail.last(chat, DAY)] == [1, 3, 4]


def test_there_are_never_more_than_20_000_chats() -> None:
    trail = LastPages()
    for chat in range(MOST_CHATS + 5):
        trail.note(chat, step())
    assert len(trail) == MOST_CHATS == 20_000


def test_forgetting_gives_back_what_was_forgotten_once() -> None:
    trail = LastPages()
    trail.note(1, step())
    assert (trail.forget(1), trail.forget(1)) == (step(), None)
    assert len(trail) == 0


def test_nothing_about_a_chat_is_shown_when_the_trail_is_printed() -> None:
    trail = LastPages()
    trail.note(987654321, step(4242))
    assert "987654321" not in repr(trail)
    assert "4242" not in repr(trail)
