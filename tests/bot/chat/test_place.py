"""What was told stays known while somebody reads on, and the place makes some meanings likelier."""

from datetime import timedelta

import pytest

from bot.chat.place import as_told, is_about_dying, told_before, weights
from bot.chat.tap import Tap
from bot.delivery.last_pages import PLACE_KEPT, PageRef
from flows.answers import DANGER, HEARD, OLD_BUTTON
from flows.guide import Guide
from flows.offer_names import again, ask_name, is_heard, route_of, topic_name
from flows.routes import CRISIS, SAY_WHO, SUBJECTS, Route
from flows.visit import START
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS
from tests.support.person import Person, new_pages
from tests.support.standing_clock import DAY

BEGIN = Tap("nl", screen=START)
TOLD = sorted(SUBJECTS | SAY_WHO)
STORY = "mijn buurkind heeft steeds blauwe plekken"
READ_ON = "Pijn en wonden, 0-4 jaar"
"""The page of the answer to it that is opened, whatever others stand there."""


def opened_from(told: str) -> PageRef:
    return PageRef(1, DAY, "nl", "", told=told)


def route_heard(person: Person) -> Route | None:
    page = person.handler.last_pages.last(person.user_id, person.clock())
    assert page is not None
    here = Tap.unpack(page.reopens)
    assert here is not None
    return route_of(here.answer)


@pytest.fixture
async def neighbour() -> Person:
    """Somebody who told a story, and reads on."""
    person = Person()
    await person.start()
    await person.write(STORY)
    await person.press(READ_ON)
    return person


def test_the_place_makes_some_meanings_likelier(the_guide: Guide) -> None:
    at_signals, at_child = (weights(Tap("nl", screen=screen), the_guide) for screen in ("signals", "child_home"))
    assert at_signals[Route.BYSTANDER] > 1 > at_signals[Route.CHILD]
    assert at_child[Route.CHILD] > 1 > at_child[Route.PARENT]
    for place in (at_signals, at_child):
        assert CRISIS.isdisjoint(place)
    before = weights(BEGIN.to(HEARD[Route.PARTNER]), the_guide)
    assert before == {Route.PARTNER: max(before.values())}
    assert weights(BEGIN, the_guide) == {}


def test_whatever_was_told_is_still_told_on_each_page_that_its_answer_leads_to(the_guide: Guide) -> None:
    pages = new_pages()
    for route in TOLD:
        answer = BEGIN.to(again(HEARD[route], HEARD[route]))
        told = told_before(answer, None)
        assert told == answer.answer
        for row in pages.opened_by(answer, DAY).keyboard:
            for tap in filter(None, (Tap.unpack(str(button.callback_data or "")) for button in row)):
                page = Tap.unpack(pages.opened_by(tap, DAY).reopens)
                assert page is not None
                is_begin = page.screen == START and not page.answer
                if is_heard(page.answer) or is_begin or is_about_dying(page, the_guide):
                    continue
                here = as_told(page, told_before(page, opened_from(told)), the_guide)
                assert (here.screen, route_of(here.answer)) == (page.screen, route)


def test_the_beginning_forgets_what_was_told_and_a_question_leaves_it() -> None:
    before = opened_from(HEARD[Route.BYSTANDER])
    assert told_before(BEGIN, before) == ""
    assert told_before(BEGIN.to(DANGER), before) == told_before(Tap("nl", screen="signals"), before) == before.told
    assert told_before(BEGIN.to(OLD_BUTTON), before) == before.told
    assert told_before(BEGIN.to(ask_name([Route.CHILD, Route.TOLD])), before) == before.told
    for other in (topic_name(["signals"]), HEARD[Route.OTHER]):
        assert told_before(BEGIN.to(other), before) == ""
    assert told_before(Tap("nl", screen="signals"), None) == ""


def test_a_page_that_is_written_for_others_is_not_read_as_what_was_told(the_guide: Guide) -> None:
    at_child, at_signals = Tap("nl", screen="child_home"), Tap("nl", screen="signals")
    assert as_told(at_child, HEARD[Route.BYSTANDER], the_guide) == at_child
    assert as_told(at_signals, HEARD[Route.CHILD], the_guide) == at_signals
    for crisis in CRISIS:
        assert route_of(as_told(at_child, HEARD[crisis], the_guide).answer) is crisis
    stands = at_signals.to(HEARD[Route.THANKS])
    assert as_told(stands, HEARD[Route.BYSTANDER], the_guide) == stands


@pytest.mark.parametrize("detail", ["hij is 6", "en zijn zus ook", "blafjes zzkwo", "zijn moeder schreeuwt ook veel"])
async def test_a_detail_typed_on_a_page_further_on_is_about_what_was_told(neighbour: Person, detail: str) -> None:
    await neighbour.write(detail)
    assert route_heard(neighbour) is Route.BYSTANDER
    await neighbour.press("‹ Waar je was")
    assert neighbour.title == READ_ON


async def test_after_two_hours_or_a_restart_nothing_is_known_of_what_was_told(neighbour: Person) -> None:
    neighbour.clock.moment += PLACE_KEPT + timedelta(minutes=1)
    await neighbour.write("hij is 6")
    assert route_heard(neighbour) is not Route.BYSTANDER
    restarted = Person()
    await restarted.start()
    await restarted.write(STORY)
    restarted.restart()
    await restarted.press(READ_ON)
    await restarted.write("hij is 6")
    assert route_heard(restarted) is not Route.BYSTANDER


async def test_a_wipe_takes_what_was_told_with_it(neighbour: Person) -> None:
    await neighbour.write("wis")
    await neighbour.start()
    await neighbour.press("Zorgen om een kind")
    await neighbour.write("hij is 6")
    assert route_heard(neighbour) is not Route.BYSTANDER


def test_a_page_about_dying_keeps_its_number_whatever_was_told(the_guide: Guide) -> None:
    for screen in ("child_dark", "adult_dark"):
        here = Tap("nl", screen=screen)
        for told in ("", HEARD[Route.CHILD], HEARD[Route.PARTNER]):
            assert as_told(here, told, the_guide) == here


async def test_who_chose_to_be_under_18_is_answered_as_a_child_whatever_they_type() -> None:
    person = Person("en")
    await person.start()
    await person.press("I am under 18")
    for text in ("youre not listening", "whatever", "dont care bout numbers"):
        await person.write(text)
        numbers = [number for number in (VEILIG_THUIS, KINDERTELEFOON) if number in person.text]
        assert min(numbers, key=person.text.index) == KINDERTELEFOON
