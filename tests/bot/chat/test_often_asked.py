"""Questions that many people type are answered in a sentence, and never in the place of a graver one."""

import re
from collections import Counter

import pytest

from bot.chat.tap import Tap
from flows.answers import ANSWERS, HEARD
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.offer_names import topic_name
from flows.offers import named
from flows.routes import Route
from flows.visit import START
from flows.words.faq import FAQ, screen_of
from listening.answer import ABOUT_THE_GUIDE
from listening.learn.documents import QUESTIONS
from listening.learn.examples import rows
from listening.understanding import Certainty
from locales import Locales
from tests.listen import PAGES
from tests.support.numbers import VEILIG_THUIS
from tests.support.person import LISTENER, Person
from tests.support.standing_clock import DAY

TOLD = {"nl": "mijn buurjongen heeft steeds blauwe plekken", "en": "the boy next door has bruises all the time"}
ASKED = [
    ("nl", "moet ik mijn naam zeggen", "own_name"),
    ("nl", "hoe lang duurt het voor er iets gebeurt", "how_long"),
    ("nl", "gaat hij dan naar de gevangenis", "prison"),
    ("nl", "mag ze bij mij slapen vannacht", "stay_with_me"),
    ("en", "do i have to give my name", "own_name"),
    ("en", "does the 0800 number work from the uk", "from_abroad"),
    ("en", "can i call tomorrow", "call_tomorrow"),
]


def answer_of(name: str, code: str, the_locales: Locales) -> str:
    return the_locales[code].say(FAQ[name].words).format_map(SPOKEN)


def test_each_has_questions_in_every_language_and_a_screen_of_its_own_name_is_none(
    the_guide: Guide, the_locales: Locales
) -> None:
    written = Counter((row["screen"], row["lang"]) for row in rows(QUESTIONS))
    assert FAQ.keys().isdisjoint(the_guide.screens)
    for name in FAQ:
        assert screen_of(name) in the_guide.screens
        assert min(written[name, code] for code in the_locales) >= 8, name


def test_no_answer_begins_with_yes_or_no(the_locales: Locales) -> None:
    """ "Do I need the parents' permission?" was heard as another question, and answered "Yes"."""
    for name in FAQ:
        for code in the_locales:
            first = re.split(r"\W", answer_of(name, code, the_locales))[0].lower()
            assert first not in {"ja", "nee", "niet", "meestal", "liever", "dat", "yes", "no", "not", "mostly", "it"}, (
                name
            )


@pytest.mark.parametrize(
    ("code", "text"), [("en", "can you call them for me"), ("en", "do you keep what i say"), ("nl", "is dit anoniem")]
)
def test_a_question_about_the_guide_itself_has_its_own_answer(code: str, text: str) -> None:
    heard = LISTENER.hear(text)
    assert heard.route in ABOUT_THE_GUIDE
    page = PAGES.heard(heard, Tap(code, screen=START), DAY)
    answer = ANSWERS[HEARD[heard.route]]
    assert PAGES.locales[code].say(str(answer.parts[0]), **SPOKEN) in page.text


def test_the_answer_stands_above_the_way_to_its_screen(the_guide: Guide) -> None:
    for name, faq in FAQ.items():
        answer = named(topic_name([name, "signals"]), the_guide)
        assert answer is not None
        assert answer.parts[0] == faq.words
        assert [visit.screen for visit in answer.meant] == [faq.screen, "signals"]


@pytest.mark.parametrize(("code", "text", "name"), ASKED)
async def test_it_is_answered_at_once_and_after_a_story_too(
    code: str, text: str, name: str, the_locales: Locales
) -> None:
    said = answer_of(name, code, the_locales)
    at_once, later = Person(code), Person(code)
    for person in (at_once, later):
        await person.start()
    await later.write(TOLD[code])
    for person in (at_once, later):
        await person.write(text)
        assert said in person.text
        assert VEILIG_THUIS in person.text


@pytest.mark.parametrize(
    "text", ["ik wil dood, moet ik mijn naam zeggen", "hij steekt haar nu neer, moet ik mijn naam zeggen"]
)
async def test_a_crisis_goes_before_it(text: str, the_locales: Locales) -> None:
    person = Person()
    await person.start()
    await person.write(text)
    assert answer_of("own_name", "nl", the_locales) not in person.text
    assert min(person.text.find("113"), person.text.find("112")) < person.text.find(VEILIG_THUIS)


@pytest.mark.parametrize(
    "text", ["Would my kids forgive me if I chose to go?", "is it a sin to take yourself away from your kids"]
)
def test_slight_thoughts_of_death_that_are_near_a_question_go_before_it_too(text: str) -> None:
    heard = LISTENER.hear(text)
    assert heard.faq
    assert (heard.certainty, heard.route) == (Certainty.ASK, Route.SUICIDAL)


async def test_after_a_childs_own_abuse_none_leads_to_the_parents(the_guide: Guide) -> None:
    person = Person()
    await person.start()
    await person.write("mijn vader slaat mij elke dag met een riem")
    await person.write("moet ik eerst met mijn ouders praten")
    labels = {button["text"] for row in person.phone.screen["keyboard"] for button in row}
    near = {screen.title for screen in the_guide.screens.values() if screen.near_parents} | {"Eerst even dit"}
    assert labels.isdisjoint(near)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "wie heeft deze bot gemaakt", "who_runs"),
        ("en", "is this an AI like chatgpt", "is_it_ai"),
        ("nl", "kan ik dit met een schermlezer gebruiken", "accessible"),
    ],
)
async def test_a_question_about_the_guide_gets_more_than_that_it_is_a_computer(
    language: str, text: str, name: str, the_locales: Locales
) -> None:
    person = Person(language=language)
    await person.start()
    await person.write(text)
    assert answer_of(name, language, the_locales) in person.text
