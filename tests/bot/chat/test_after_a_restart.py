"""What a restart or a lost answer made us forget is found again, or said: no page is left standing in silence."""

import pytest
from telegram.error import NetworkError

from bot.chat.wipe import FAR, NEAR
from bot.delivery.last_pages import KEPT
from simulator.faults import Fault, Kind
from tests.support.person import Person


@pytest.fixture
async def person() -> Person:
    """On a page, with a bot that was restarted since."""
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind")
    person.restart()
    return person


async def others_write(person: Person, messages: int) -> None:
    """Numbers of messages run across all chats of the bot."""
    other = person.telegram.phone(99, "nl")
    for _ in range(messages):
        other.type("hallo")
    person.telegram.updates.clear()


# A wipe.


@pytest.mark.parametrize("said", ["/wis", "/stop", "wis alles", "Delete this chat.", "stop 🙏", "(wis)"])
async def test_a_typed_wipe_finds_a_page_that_a_restart_forgot(person: Person, said: str) -> None:
    """G09."""
    await person.write(said)
    assert person.chat == []


async def test_a_message_that_is_changed_into_a_wipe_finds_it_too(person: Person) -> None:
    """G09: a relative."""
    person.phone.type("hallo")
    person.phone.edit("wis")
    person.telegram.updates.pending.pop(0)  # only the change comes in
    await person.answered()
    assert person.chat == []


@pytest.mark.parametrize("messages", [NEAR, FAR - 5])
async def test_a_page_further_up_is_swept_and_a_neutral_page_says_what_is_not_known(
    person: Person, messages: int
) -> None:
    """G09: only a single deletion says whether it found something."""
    await others_write(person, messages)
    await person.write("/wis")
    assert [person.title] == [text.partition("\n")[0] for text in person.chat] == ["Menu"]
    assert "Zie je er een?" in person.text
    await person.press("Wis chat")
    assert person.chat == []


async def test_a_page_that_is_too_far_away_is_not_left_in_silence(person: Person) -> None:
    """G09: some hundreds of numbers at the most are tried, in a few calls."""
    await others_write(person, 2 * FAR)
    before = len(person.telegram.calls)
    await person.write("wis")
    assert len(person.chat) == 2
    assert "Zie je er een?" in person.text
    assert len(list(person.telegram.calls)[before:]) <= NEAR + FAR // 100 + 5
    await person.press("Wis chat")  # as the page says: on the newest, and on the one above
    assert [text.partition("\n")[0] for text in person.chat] == ["Zorgen om een kind"]
    person.phone.press("Wis chat")
    await person.answered()
    assert person.chat == []


async def test_a_second_wipe_in_an_empty_chat_says_nothing(person: Person) -> None:
    await person.press("Wis chat")
    await person.write("wis")
    assert person.chat == []


async def test_when_a_page_of_before_can_no_longer_be_deleted_none_is_looked_for(person: Person) -> None:
    person.clock.later(seconds=KEPT.total_seconds() + 60)
    before = len(person.telegram.calls)
    await person.write("wis")
    assert "Zie je er een?" in person.text
    assert "deleteMessages" not in [call.method for call in list(person.telegram.calls)[before:]]


async def test_guessed_numbers_touch_no_other_chat(person: Person) -> None:
    other = person.telegram.phone(7, "nl")
    other.start()
    await person.answered()
    person.restart()
    await person.write("/wis")
    await person.tidied()
    assert person.chat == []
    assert len(other.messages) == 1


async def test_a_page_of_before_is_looked_for_before_the_first_message_that_came_in(person: Person) -> None:
    """What came in since the start is ours, however much it was. Only a busy time before it hides a page."""
    other = person.telegram.phone(99, "nl")
    other.type("hallo")
    await person.answered()
    for _ in range(2 * FAR):
        other.type("hallo")
    person.telegram.updates.clear()
    await person.start()
    await person.tidied()
    assert len(person.chat) == 1


# A second page.


async def test_a_command_after_a_restart_takes_the_old_page_away(person: Person) -> None:
    """G10."""
    await person.start()
    await person.tidied()
    assert [person.title] == [text.partition("\n")[0] for text in person.chat] == ["Wat kan ik doen?"]


async def test_words_after_a_restart_take_the_old_page_away(person: Person) -> None:
    """G10: a relative."""
    await person.write("ik wil dood")
    await person.tidied()
    assert len(person.chat) == 1
    assert "113" in person.text


@pytest.mark.parametrize("lost", [Kind.SILENCE_AFTER, Kind.RESET_AFTER, Kind.TRUNCATED])
async def test_a_page_whose_answer_was_lost_does_not_stay_beside_the_second(lost: Kind) -> None:
    """G10: sent, but nobody told us so."""
    person = Person()
    await person.start()
    person.telegram.faults.plan("sendMessage", Fault(lost))
    with pytest.raises(NetworkError):
        await person.write("hallo")
    await person.answered()  # Telegram delivers it again
    await person.tidied()
    assert len(person.chat) == 1


@pytest.mark.parametrize("label", ["Ik twijfel", "English"])
async def test_the_next_press_on_either_of_two_pages_leaves_one(label: str) -> None:
    """G10: killed after a page was sent, before it was noted."""
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind")
    first = person.phone.screen["message_id"]
    await person.bot.send_message(person.user_id, "Zorgen om een kind")
    person.restart()
    person.phone.press_on(first, label)
    await person.answered()
    await person.tidied()
    assert len(person.chat) == 1
    assert not person.phone.unanswered


async def test_a_wipe_on_either_of_two_pages_leaves_none() -> None:
    """G10: 22 of 157 wipes left one."""
    person = Person()
    await person.start()
    first = person.phone.screen["message_id"]
    await person.bot.send_message(person.user_id, "Zorgen om een kind")
    person.restart()
    person.phone.press_on(first, "Wis chat")
    await person.answered()
    assert person.chat == []


async def test_words_that_were_swept_before_they_came_in_are_answered_all_the_same(person: Person) -> None:
    """Nobody's words are taken away unanswered."""
    await person.press("Ik twijfel")
    typed = person.phone.type("ik wil dood")
    person.phone.delete(typed)  # as our own sweep may do, between Telegram and us
    person.handler.one_page.swept(person.user_id)
    await person.answered()
    assert "113" in person.text
