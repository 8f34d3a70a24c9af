"""The one thing kept about a chat is forgotten in time: after 48 hours, or when there are too many."""

from datetime import timedelta

import pytest

from bot.delivery.last_pages import KEPT, MOST_CHATS, MOST_UNFINISHED, LastPages, PageRef
from tests.support.standing_clock import DAY


def page(message_id: int = 1, *, hours: float = 0) -> PageRef:
    """A page drawn so many hours after `DAY`."""
    return PageRef(message_id, DAY + timedelta(hours=hours), "nl", "")


def test_the_last_page_of_each_chat_is_known() -> None:
    pages = LastPages()
    pages.note(1, page(101))
    pages.note(2, page(102))
    pages.note(1, page(103, hours=1))
    assert (pages.last(1, DAY), pages.last(2, DAY), pages.last(3, DAY)) == (page(103, hours=1), page(102), None)


def test_noting_a_page_gives_the_one_before() -> None:
    pages = LastPages()
    assert pages.note(1, page(101)) is None
    assert pages.note(1, page(102)) == page(101)


@pytest.mark.parametrize(("hours", "known"), [(47.9, True), (48, True), (48.1, False), (1000, False)])
def test_a_page_is_known_for_48_hours(hours: float, known: bool) -> None:
    pages = LastPages()
    pages.note(1, page())
    assert (pages.last(1, DAY + timedelta(hours=hours)) is not None) is known


def test_what_is_too_old_is_gone_from_memory() -> None:
    pages = LastPages()
    for chat in range(10):
        pages.note(chat, page(hours=chat))
    pages.forget_old(DAY + KEPT + timedelta(hours=5, minutes=1))
    assert len(pages) == 4


def test_a_chat_that_goes_on_is_kept_beyond_its_first_48_hours() -> None:
    pages = LastPages()
    pages.note(1, page())
    pages.note(2, page())
    pages.note(1, page(hours=40))
    later = DAY + timedelta(hours=60)
    pages.forget_old(later)
    assert pages.last(1, later) is not None
    assert pages.last(2, later) is None
    assert len(pages) == 1


@pytest.mark.parametrize("ahead", [1, 24, 48, 24 * 365 * 20])
def test_a_clock_that_was_ahead_keeps_nothing_longer(ahead: float) -> None:
    """G19: neither what was noted then, nor what was noted after it and stands behind it in line."""
    pages = LastPages()
    pages.note(1, page(hours=ahead))
    pages.note(2, page())
    pages.forget_old(DAY + timedelta(minutes=1))  # the clock is right again, and somebody looks once a minute
    assert len(pages) == 2
    pages.forget_old(DAY + KEPT + timedelta(minutes=2))
    assert len(pages) == 0


def test_a_clock_that_was_behind_keeps_nothing_longer() -> None:
    """G19: what was noted by it is forgotten as soon as it is right."""
    pages = LastPages()
    pages.note(1, page())
    pages.note(2, page(hours=-1000))
    pages.note(3, page())
    pages.forget_old(DAY)
    assert pages.last(2, DAY) is None
    assert len(pages) == 2


@pytest.mark.parametrize("ahead", [0, 24, 24 * 365])
async def test_what_is_still_to_be_done_is_forgotten_in_time_too(ahead: float) -> None:
    """G19: pages to take away, pages of which it is unknown whether they arrived, and chats that were wiped."""
    pages = LastPages()
    then = DAY + timedelta(hours=ahead)
    for n in range(3):
        at = then if n == 0 else DAY
        await pages.stands(n, PageRef(n, at, "nl", ""), f"answer {n}")
        pages.timed_out(f"sent {n}", at)
        pages.emptied(100 + n, at)
    for late, is_kept in ((timedelta(), True), (KEPT + timedelta(minutes=1), False)):
        pages.forget_old(DAY + late)
        for n in range(3):
            assert pages.has_answered(f"answer {n}") is is_kept
            assert pages.has_timed_out(f"sent {n}") is is_kept
            assert pages.is_empty(100 + n) is is_kept
    assert len(pages) == 0


def test_the_oldest_chat_makes_room_for_the_newest() -> None:
    pages = LastPages(most=3)
    for chat in (1, 2, 3, 1, 4):
        pages.note(chat, page(chat))
    assert [chat for chat in (1, 2, 3, 4) if pages.last(chat, DAY)] == [1, 3, 4]


def test_there_are_never_more_than_20_000_chats() -> None:
    pages = LastPages()
    for chat in range(MOST_CHATS + 5):
        pages.note(chat, page())
    assert len(pages) == MOST_CHATS == 20_000


async def test_what_is_still_to_be_done_is_bounded() -> None:
    pages = LastPages()
    for n in range(MOST_UNFINISHED + 5):
        await pages.stands(n, page(n), n)
        pages.timed_out(n, DAY)
    for kept in (pages.has_answered, pages.has_timed_out):
        assert [n for n in range(MOST_UNFINISHED + 5) if kept(n)] == list(range(5, MOST_UNFINISHED + 5))


def test_forgetting_gives_back_what_was_forgotten_once() -> None:
    pages = LastPages()
    pages.note(1, page())
    assert (pages.forget(1), pages.forget(1)) == (page(), None)
    assert len(pages) == 0


def test_a_chat_that_was_wiped_is_empty_until_a_page_stands_in_it() -> None:
    pages = LastPages()
    assert not pages.is_empty(1)
    pages.emptied(1, DAY)
    assert pages.is_empty(1)
    assert not pages.is_empty(2)
    pages.note(1, page())
    assert not pages.is_empty(1)


async def test_nothing_about_a_chat_is_shown_when_the_pages_are_printed() -> None:
    pages = LastPages()
    await pages.stands(987654321, page(4242), 987654321)
    pages.timed_out(987654321, DAY)
    pages.emptied(987654321, DAY)
    assert "987654321" not in repr(pages)
    assert "4242" not in repr(pages)
