"""Later messages: danger that was told stays, and visitors who say that we are wrong are believed."""

from dataclasses import replace

import pytest

from bot.chat.heard import answer_to, in_manners
from bot.chat.tap import Tap
from flows.answers import ANSWERS, HEARD
from flows.guide import Guide
from flows.offer_names import ask_name, keeping, own_route, route_of
from flows.offers import named
from flows.question import Question
from flows.routes import ABOUT_OTHERS, CRISIS, Route
from flows.visit import START, Visit
from flows.words.small_talk import CALLING, MANNERS
from listening.answer import GROWN_UP
from listening.understanding import Certainty, Understanding
from tests.bot.chat.test_heard import first_line
from tests.listen import first_number
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS
from tests.support.person import LISTENER, Person

BEGIN = Tap("nl", screen=START)


async def answers(*texts: str, language: str = "nl") -> Person:
    """After these were typed, or pressed where they begin with a greater-than sign."""
    person = Person(language=language)
    await person.start()
    for text in texts:
        await (person.press(text[1:]) if text.startswith(">") else person.write(text))
    return person


@pytest.mark.parametrize("crisis", sorted(CRISIS))
def test_visitors_who_are_asked_about_a_crisis_and_go_on_about_it_have_said_yes(
    crisis: Route, the_guide: Guide
) -> None:
    """ "About dying?" "I don't know. Then it is quiet." """
    asked = BEGIN.to(ask_name([crisis, Route.PARENT]))
    for said in (
        Understanding(Certainty.ASK, (crisis,), shares={crisis: 0.4}, length=9),
        Understanding(Certainty.OPEN, (Route.OTHER,), shares={crisis: 0.0}, crises={crisis: 0.4}, length=9),
    ):
        assert answer_to(said, asked, Visit(), the_guide) == HEARD[crisis]
        denied = replace(said, says_no=True)
        assert answer_to(denied, asked, Visit(), the_guide) != HEARD[crisis]
    slight = Understanding(Certainty.OPEN, (Route.OTHER,), shares={crisis: 0.0}, crises={crisis: 0.05}, length=9)
    assert own_route(answer_to(slight, asked, Visit(), the_guide)) is Route.PARENT


def test_a_yes_below_the_line_about_danger_is_a_yes_to_that(the_guide: Guide) -> None:
    yes = Understanding(Certainty.OPEN, (Route.OTHER,), length=1, says_yes=True, says_little=True)
    below = BEGIN.to(keeping(HEARD[Route.PARTNER], Route.ACUTE))
    assert answer_to(yes, below, Visit(), the_guide) == HEARD[Route.ACUTE]
    assert answer_to(replace(yes, says_yes=False), below, Visit(), the_guide) != HEARD[Route.ACUTE]


async def test_after_danger_a_question_makes_nobody_a_parent_who_lost_their_temper() -> None:
    told = ("hij heeft me van de trap geduwt ik ben zwanger", "net. 5 min geleden. buik doet zeer")
    person = await answers(*told, "ik durf niet te bellen hij zit beneden")
    await person.write("en mn baby? is die ok")
    assert first_number(person.text) == "112"
    assert "geschud" not in person.text
    assert "als ouder" not in person.text


@pytest.mark.parametrize("standing", [HEARD[Route.ACUTE], ask_name([Route.ACUTE, Route.PARTNER])])
def test_a_call_in_danger_keeps_112_first(standing: str, the_guide: Guide) -> None:
    name = in_manners(CALLING, BEGIN.to(standing), the_guide)
    page = named(name, the_guide)
    assert page is not None
    assert first_line(page) == "emergency"
    assert own_route(name) is Route.ACUTE  # a page about Veilig Thuis would have its number below 112


async def test_on_the_page_of_danger_silence_is_danger_still() -> None:
    person = await answers("het is nu bezig hiernaast ze slaat dat kind", ">Ik zie of hoor het nu")
    await person.write("wacht het is nu ineens stil")
    assert first_number(person.text) == "112"
    assert "Heb je al gebeld" not in person.text


async def test_never_mind_takes_no_number_of_a_child_away() -> None:
    person = await answers("ok maar serieus soms slaat mn pa wel")
    assert first_number(person.text) == KINDERTELEFOON
    await person.write("nee laat maar")
    assert first_number(person.text) == KINDERTELEFOON


def test_an_age_under_18_is_no_grown_ups(the_guide: Guide) -> None:
    """ "I hit my little sister"; "no I am 16"."""
    no = Understanding(Certainty.ASK, (Route.YOUNG, Route.CHILD), length=4, says_no=True, is_child=True)
    for before in GROWN_UP - {Route.PROFESSIONAL}:
        for standing in (HEARD[before], ask_name([before, Route.PERSON])):
            assert route_of(answer_to(no, BEGIN.to(standing), Visit(), the_guide)) is not before


@pytest.mark.parametrize(
    "text", ["nee ik bedoel die moeder in de winkel", "sorry i mean the other boy", "ik bedoelde hem"]
)
def test_a_correction_is_not_weighed_by_the_answer_that_stands(text: str) -> None:
    heavy = LISTENER.hear(text, {Route.SURVIVOR: 50.0})
    assert heavy.corrects
    assert heavy.shares == LISTENER.hear(text).shares


@pytest.mark.parametrize("share", [0.1, 0.6])
def test_a_firm_phrase_that_is_none_in_a_later_message_is_asked_about(share: float, the_guide: Guide) -> None:
    """ "If my mum finds out she's gonna kill me", of a girl who was threatened with pictures, was danger for good."""
    for crisis in CRISIS:
        said = Understanding(Certainty.SURE, (crisis,), crises={crisis: share}, length=9, is_firm=True)
        name = answer_to(said, BEGIN.to(HEARD[Route.SEXTORTION]), Visit(), the_guide)
        page = named(name, the_guide)
        assert page is not None
        assert first_line(page) == {Route.ACUTE: "emergency", Route.SUICIDAL: "suicide_prevention"}[crisis]
        assert isinstance(page, Question) is (share < 0.3)


def test_a_claim_goes_when_something_else_was_meant(the_guide: Guide) -> None:
    for share, stays in ((0.4, False), (0.6, True)):
        meant = Understanding(
            Certainty.ASK,
            (Route.SURVIVOR, Route.BYSTANDER),
            shares={Route.SURVIVOR: share, Route.BYSTANDER: 0.3},
            length=9,
            corrects=True,
        )
        found = answer_to(meant, BEGIN.to(HEARD[Route.SURVIVOR]), Visit(), the_guide)
        assert (route_of(found) is Route.SURVIVOR) is stays


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("ik ben niet zelf geslagen!! het was een ander kind", Route.SURVIVOR),
        ("nee ik ben de oppas", Route.PARENT),
        ("i am just the babysitter", Route.PARENT),
        ("its not that kind of danger", Route.ACUTE),
        ("ik ben niet in gevaar", Route.ACUTE),
        ("i dont need 112. im just scared about the pics", Route.ACUTE),
        ("ik zie het niet nu, het was vanmorgen", Route.ACUTE),
    ],
)
def test_a_denial_is_believed(text: str, route: Route) -> None:
    assert route in LISTENER.hear(text).denies


def test_after_a_story_about_others_a_story_of_ones_own_is_asked_about(the_guide: Guide) -> None:
    """ "An hour ago. I'm home now", of somebody who saw a mother hit her child, was heard as their own childhood."""
    for before in ABOUT_OTHERS:
        for share in (0.8, 0.9):
            later = Understanding(Certainty.SURE, (Route.SURVIVOR,), shares={Route.SURVIVOR: share}, length=12)
            found = answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide)
            assert (own_route(found) is Route.SURVIVOR) is (share > 0.85)


def test_nobody_who_wants_to_talk_is_sent_to_112_first() -> None:
    first = {name: first_line(answer) for name, answer in MANNERS.items()}
    assert {*first.values(), first_line(ANSWERS[HEARD[Route.THANKS]])} == {"veilig_thuis", "kindertelefoon"}


async def test_help_that_is_on_its_way_is_heard() -> None:
    person = await answers("het is nu bezig hiernaast ze slaat dat kind", "ik heb gebeld ze komen eraan")
    assert "Goed dat er hulp is" in person.text
    assert "112" in person.text


async def test_free_is_no_question_to_deny() -> None:
    person = await answers("is dat gratis")
    assert "Dit is gratis" in person.text
    assert VEILIG_THUIS in person.text
