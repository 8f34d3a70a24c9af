"""The reading mode: the text names the choices, and every page is a new message. It is kept in the button."""

from itertools import product

import msgspec
import pytest

from bot.api.events import WIPE
from bot.chat.handlers import ALOUD_COMMANDS
from bot.chat.page_proofs import Sheet, sheets
from bot.chat.tap import Tap
from bot.delivery.last_pages import PageRef
from flows.visit import START
from flows.words import chat
from simulator.faults import Fault, Kind, Standing
from tests.conftest import LONGEST_CODE, Printed
from tests.support.person import Person
from tests.support.standing_clock import DAY


@pytest.fixture
async def reader() -> Person:
    """Somebody in the reading mode, on the first page."""
    person = Person()
    await person.start()
    await person.write("/voorlezen")
    return person


def is_aloud(person: Person) -> bool:
    """As the page is, and as its buttons carry it on."""
    carried = {
        tap.aloud
        for row in person.phone.screen["keyboard"]
        for button in row
        if (tap := Tap.unpack(button.get("callback_data", ""))) and button["text"] not in SWITCHES
    }
    (aloud,) = carried
    assert aloud == any(words in person.text for words in ("Je kunt kiezen:", "You can choose:"))
    return aloud


SWITCHES = ("Voorleesstand", "Gewone stand", "Reading mode", "Ordinary mode")


@pytest.mark.parametrize("restarts", [False, True])
async def test_a_press_brings_a_new_message_and_the_former_goes(restarts: bool) -> None:
    person = Person(restarts=restarts)
    await person.start()
    await person.write("/voorlezen")
    for label in ("Zorgen om een kind", "Ik twijfel", "Terug: Zorgen", "Terug: Begin", "112", "English", "Nederlands"):
        before = person.phone.screen["message_id"]
        await person.press(label)
        assert person.phone.screen["message_id"] > before, label
        assert len(person.chat) == 1, label
        assert not person.phone.unanswered
    assert is_aloud(person)


async def test_the_text_names_the_choices_and_no_page_of_the_ordinary_mode_does(reader: Person) -> None:
    assert is_aloud(reader)
    lines = reader.text.splitlines()
    for label in reader.labels[:-3]:  # but for the bottom row
        assert f"• {label}" in lines
    ordinary = Person()
    await ordinary.start()
    assert not is_aloud(ordinary)


async def test_the_page_about_the_guide_switches_it_on_and_off_where_one_is() -> None:
    person = Person()
    await person.start()
    await person.press("Over deze gids", "Voorleesstand")
    assert is_aloud(person)
    assert person.title == "Over deze gids"
    await person.press("Gewone stand")
    assert not is_aloud(person)
    assert person.title == "Over deze gids"
    assert len(person.chat) == 1


@pytest.mark.parametrize(("command", "language"), list(product(("/voorlezen", "/aloud"), ("nl", "en"))))
async def test_the_command_of_either_language_switches_it_on_and_off_where_one_is(command: str, language: str) -> None:
    person = Person(language=language)
    await person.start()
    await person.press("Zorgen om een kind" if language == "nl" else "Worried about a child")
    title = person.title
    for is_on in (True, False):
        await person.write(command)
        assert person.title == title
        assert is_aloud(person) is is_on
        assert len(person.chat) == 1


async def test_the_command_comes_before_anything_else() -> None:
    person = Person()
    await person.write("/voorlezen")
    assert is_aloud(person)
    assert person.title == "Wat kan ik doen?"


@pytest.mark.parametrize("words", ["ik wil dood", "qwrtzpsdf", "/help", "/privacy", "/start", "/nl"])
async def test_what_is_typed_is_answered_in_the_mode_of_the_page(reader: Person, words: str) -> None:
    await reader.write(words)
    assert is_aloud(reader)
    assert len(reader.chat) == 1


async def test_a_wipe_leaves_nothing_and_ends_it(reader: Person) -> None:
    await reader.press("Wis chat")
    assert reader.chat == []
    await reader.start()
    assert not is_aloud(reader)


async def test_an_old_button_opens_the_ordinary_mode(reader: Person) -> None:
    reader.phone.forge("1|nl||worried||")
    await reader.answered()
    assert reader.title == "Zorgen om een kind"
    assert not is_aloud(reader)
    assert len(reader.chat) == 1


async def test_after_a_restart_an_older_page_goes_as_well(reader: Person) -> None:
    """Telegram lets a bot delete it, but we do not remember it: it is the page that was pressed."""
    before = reader.phone.screen["message_id"]
    reader.restart()
    await reader.press("Zorgen om een kind")
    assert before not in [message["message_id"] for message in reader.phone.messages]
    assert len(reader.chat) == 1


async def test_a_page_too_old_to_delete_is_emptied(reader: Person) -> None:
    reader.clock.later(hours=48, minutes=1)
    await reader.press("Zorgen om een kind")
    *former, page = reader.chat
    assert page.startswith("Zorgen om een kind")
    assert [text.partition("\n")[0] for text in former] == ["Menu"]


async def test_a_deletion_that_fails_is_tried_again_and_no_second_page_is_sent(reader: Person) -> None:
    fault = Fault(Kind.SERVER, code=500)
    reader.telegram.faults.standing["x"] = Standing(fault, ("deleteMessage",))
    reader.phone.press("Zorgen om een kind")
    with pytest.raises(Exception):  # noqa: B017, PT011 - the queues try it again
        await reader.answered()
    del reader.telegram.faults.standing["x"]
    await reader.answered()
    assert len(reader.chat) == 1
    assert reader.title == "Zorgen om een kind"
    assert len([call for call in reader.telegram.calls if call.method == "sendMessage" and call.ok]) == 3


async def test_a_page_that_covered_itself_opens_again_in_the_mode_it_had(reader: Person) -> None:
    packed = str(reader.handler.last_pages.last(reader.user_id, DAY).reopens)  # type: ignore[union-attr]
    page = reader.handler.pages.cover("nl", packed)
    there = reader.handler.pages.opened_by(Tap.unpack(str(page.keyboard[0][0].callback_data)), DAY)
    assert there.aloud
    assert there.screen == START


@pytest.mark.parametrize("aloud", [False, True])
def test_the_memory_of_several_workers_keeps_the_mode_beside_the_language(aloud: bool) -> None:
    page = PageRef(7, DAY, "nl", "stad", aloud=aloud)
    assert msgspec.json.decode(msgspec.json.encode(page), type=PageRef) == page


def test_every_button_fits_and_keeps_the_mode_with_the_longest_code(printed: Printed) -> None:
    longest = 0
    for sheet in read_aloud(printed):
        for button in sheet.buttons:
            if button.callback_data and button.text not in SWITCHES:
                longest = max(longest, len(button.callback_data.encode()))
                tap = Tap.unpack(button.callback_data)
                assert tap is not None
                is_neutral = tap.trigger == WIPE and not tap.aloud
                assert tap.aloud or is_neutral, sheet.name
    assert any(sheet.place.campaign == LONGEST_CODE for sheet in read_aloud(printed))
    assert 56 < longest <= 64


def read_aloud(printed: Printed) -> list[Sheet]:
    return sheets(printed.pages, aloud=True)


@pytest.mark.parametrize("command", ALOUD_COMMANDS)
def test_the_commands_are_in_the_list_that_telegram_shows(command: str) -> None:
    assert command in chat.COMMANDS


@pytest.mark.parametrize(("code", "command"), [("nl", "voorlezen"), ("en", "aloud")])
def test_the_page_about_the_guide_names_the_command(code: str, command: str, printed: Printed) -> None:
    assert f"/{command}" in printed.pages.at("about", code, "", DAY).text
    assert command in ALOUD_COMMANDS
