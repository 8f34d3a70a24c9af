"""A mention beside a subject that was told has words of its own, and the subject stays."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from bot.chat.heard import answer_to
from bot.chat.tap import MAX_BYTES, Tap
from flows.answers import HEARD
from flows.guide import Guide
from flows.offer_names import (
    UNKNOWN,
    again,
    also_name,
    ask_name,
    in_words_for,
    keeping,
    own_route,
    route_of,
    said_beside,
)
from flows.offers import leads_to_parents, named, words_beside
from flows.routes import CRISIS, KEEPS_FROM_PARENTS, SAY_WHO, SUBJECTS, Mention, Route
from flows.screen import Numbers
from flows.visit import START, Visit
from flows.words.mentioned import BYSTANDER, LETTERS, MENTIONS, WHO
from listening.understanding import Certainty, Understanding
from tests.support.person import Person

BEGIN = Tap("nl", screen=START)
TOLD = sorted((SUBJECTS | SAY_WHO) - CRISIS)
SAID = [(route, mention) for route, mention in product(TOLD, Mention) if words_beside(LETTERS[mention], route)]


def mentions(*mentioned: Mention, asks: bool = False) -> Understanding:
    """A text that says nothing else."""
    return Understanding(Certainty.OPEN, (Route.OTHER,), length=9, asks=asks, mentions=mentioned)


def told(route: Route) -> str:
    """The name of the answer that stands where this was told, and then more of it."""
    return again(HEARD[route], HEARD[route])


def test_every_mention_has_a_letter_and_words_for_somebody() -> None:
    assert len({*LETTERS.values(), UNKNOWN}) == len(LETTERS) + 1
    assert LETTERS.keys() == MENTIONS.keys() == {*Mention}
    assert all(MENTIONS.values())
    assert {who for words in MENTIONS.values() for who in words} == {*WHO.values(), BYSTANDER}


def test_its_words_stand_where_the_next_step_would_and_the_number_stays(the_guide: Guide) -> None:
    for route, mention in SAID:
        for asks in (False, True):
            name = answer_to(mentions(mention, asks=asks), BEGIN.to(told(route)), Visit(), the_guide)
            page, before = named(name, the_guide), named(told(route), the_guide)
            step = words_beside(LETTERS[mention], route)
            assert page is not None
            assert before is not None
            assert step is not None
            assert page.parts[0] == step.lead
            assert [part for part in page.parts if isinstance(part, Numbers)] == [
                part for part in before.parts if isinstance(part, Numbers)
            ]
            assert own_route(name) is route


def test_it_takes_no_step_away_and_no_words_stand_twice(the_guide: Guide) -> None:
    for route, mention in SAID:
        name = answer_to(mentions(mention), BEGIN.to(told(route)), Visit(), the_guide)
        onward = again(told(route), told(route))
        for later in (mentions(), mentions(mention)):
            assert answer_to(later, BEGIN.to(name), Visit(), the_guide) == onward


def test_the_likeliest_that_has_words_for_them_is_answered(the_guide: Guide) -> None:
    """To a child nothing is said of meddling."""
    said = mentions(Mention.MEDDLING, Mention.LOVE)
    assert said_beside(answer_to(said, BEGIN.to(told(Route.CHILD)), Visit(), the_guide)) == LETTERS[Mention.LOVE]
    other = answer_to(said, BEGIN.to(told(Route.BYSTANDER)), Visit(), the_guide)
    assert said_beside(other) == LETTERS[Mention.MEDDLING]


def test_danger_to_life_keeps_its_own_words(the_guide: Guide) -> None:
    for crisis, mention in product(CRISIS, Mention):
        assert not said_beside(answer_to(mentions(mention), BEGIN.to(told(crisis)), Visit(), the_guide))


def test_a_subject_that_is_answered_below_112_hears_it_too(the_guide: Guide) -> None:
    below = keeping(HEARD[Route.BYSTANDER], Route.ACUTE)
    name = answer_to(mentions(Mention.MISTAKEN), BEGIN.to(below), Visit(), the_guide)
    assert (said_beside(name), route_of(name)) == (LETTERS[Mention.MISTAKEN], Route.ACUTE)


def test_who_has_only_said_who_they_are_is_asked_what_happened(the_guide: Guide) -> None:
    """ "Ik ben oma", then "hij heeft blauwe plekken", is a story that begins."""
    for route in (Route.FAMILY, Route.YOUNG, Route.PROFESSIONAL):
        assert not said_beside(answer_to(mentions(Mention.MARK), BEGIN.to(HEARD[route]), Visit(), the_guide))


def test_what_is_clearly_another_subject_is_answered_as_that(the_guide: Guide) -> None:
    clear = Understanding(
        Certainty.SURE, (Route.SEXUAL,), shares={Route.SEXUAL: 0.95}, length=9, mentions=(Mention.SECRET,)
    )
    assert route_of(answer_to(clear, BEGIN.to(told(Route.BYSTANDER)), Visit(), the_guide)) is Route.SEXUAL
    private = Understanding(Certainty.SURE, (Route.PRIVACY,), shares={Route.PRIVACY: 0.9}, length=4)
    asked = answer_to(replace(private, mentions=(Mention.REACTION,)), BEGIN.to(told(Route.CHILD)), Visit(), the_guide)
    assert own_route(asked) is Route.PRIVACY


def test_a_question_says_it_only_where_it_asks_people_of_one_kind(the_guide: Guide) -> None:
    alike, mixed = ask_name([Route.CHILD, Route.YOUNG]), ask_name([Route.CHILD, Route.ABOUT_OTHER])
    of_a_parent = ask_name([Route.PARENT])
    assert said_beside(answer_to(mentions(Mention.MISTAKEN), BEGIN.to(alike), Visit(), the_guide))
    assert not said_beside(answer_to(mentions(Mention.LOVE), BEGIN.to(mixed), Visit(), the_guide))
    assert not said_beside(answer_to(mentions(Mention.LOVE), BEGIN.to(of_a_parent), Visit(), the_guide))


def test_a_childs_own_harm_leads_to_no_talk_with_the_parents(the_guide: Guide) -> None:
    for route, mention in SAID:
        page = named(in_words_for(LETTERS[mention], told(route)), the_guide)
        assert page is not None
        if route in KEEPS_FROM_PARENTS:
            assert not any(leads_to_parents(the_guide, visit) for visit in page.meant)


def test_its_name_fits_in_a_button(the_guide: Guide) -> None:
    longest = also_name(Route.BYSTANDER, list(the_guide.screens)[:2])
    name = in_words_for(LETTERS[Mention.AGAIN], keeping(longest, Route.ACUTE))
    assert len(replace(BEGIN.to(name), screen=max(the_guide.screens, key=len), campaign="x" * 16).pack()) <= MAX_BYTES


@pytest.mark.parametrize(
    ("language", "texts", "word"),
    [
        (
            "nl",
            (
                "mijn buurjongen wordt elke avond geslagen door zijn vader",
                "hij is 7",
                "straks beschuldig ik ze voor niks",
            ),
            "bewijzen",
        ),
        (
            "en",
            ("my stepdad hits me every week", "he did it again today", "i promised my mum i wouldnt tell anyone"),
            "secret",
        ),
    ],
)
async def test_a_conversation_is_answered_by_what_was_mentioned(
    language: str, texts: tuple[str, ...], word: str
) -> None:
    person, read = Person(language=language), []
    for text in texts:
        await person.write(text)
        read.append(person.text)
    assert all(one != other for one, other in pairwise(read))
    assert word in read[-1]


def test_a_doubt_goes_before_a_question_which_subject_is_meant(the_guide: Guide) -> None:
    """ "The teacher says I should keep out of it, I am only the caretaker" was asked whether they are a child in fear.
    What was done to somebody is asked about all the same, where it is likely."""
    for standing in (told(Route.BYSTANDER), ask_name([Route.BYSTANDER, Route.TOLD])):
        for route, share in ((Route.CHILD, 0.6), (Route.CHILD, 0.8), (Route.SEXUAL, 0.4), (Route.SEXUAL, 0.6)):
            asked = Understanding(
                Certainty.ASK, (route,), shares={route: share}, length=9, mentions=(Mention.MEDDLING,)
            )
            found = answer_to(asked, BEGIN.to(standing), Visit(), the_guide)
            assert bool(said_beside(found)) is (share < (0.75 if route is Route.CHILD else 0.5))


def test_what_a_crisis_was_asked_beside_hears_a_mention_too(the_guide: Guide) -> None:
    """ "My son turned 12" was asked about dying, and "probably nothing can be done here" was not heard."""
    asked = BEGIN.to(ask_name([Route.SUICIDAL, Route.SURVIVOR]))
    later = Understanding(
        Certainty.OPEN, (Route.OTHER,), shares={Route.SUICIDAL: 0.05}, length=9, mentions=(Mention.NO_EFFECT,)
    )
    found = answer_to(later, asked, Visit(), the_guide)
    assert (own_route(found), said_beside(found)) == (Route.SURVIVOR, LETTERS[Mention.NO_EFFECT])
