"""What typed words get at the place where somebody is."""

import re
from dataclasses import replace
from itertools import product

import pytest

from bot.chat.heard import DID, answer_to, in_manners
from bot.chat.page_proofs import answer_sheets
from bot.chat.place import weights
from bot.chat.stays import HURTS
from bot.chat.tap import Tap
from flows import offer_proofs
from flows.answers import ANSWERS, COVERED, DANGER, FOLLOW_UP, FORGOTTEN, GROUP, HEARD, LONG_STORY, OLD_BUTTON, WIPED
from flows.guide import Guide
from flows.offer_names import (
    ALSO,
    ALSO_FIRST,
    ASK,
    ASKS_ITSELF,
    MOST,
    NEVER_ASSUMED,
    UNKNOWN,
    again,
    also_name,
    ask_name,
    in_words_for,
    is_question,
    keeping,
    language_name,
    own_route,
    route_of,
    said_beside,
    topic_name,
)
from flows.offers import BESIDE_FIRST, leads_to_parents, named, opening
from flows.question import OWN_LINES, Question
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, KEEPS_FROM_PARENTS, SAY_WHO, SUBJECTS, Mention, Route
from flows.screen import Answer, Numbers
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Fact, Visit
from flows.words.asking import ASKED, CRISIS_STAYS, SOMETHING_ELSE
from flows.words.further import FURTHER, TO_ASK
from flows.words.mentioned import LETTERS
from flows.words.small_talk import FAULT, MANNERS, MISHEARD, OVER, SOMEBODY, TO_CHILD
from listening.answer import GROWN_UP, STORY, answer_of, claiming
from listening.understanding import Certainty, Understanding
from locales import Locales
from locales.speech import Paragraph, Speech
from tests.conftest import Printed
from tests.listen import first_number
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS
from tests.support.pages import carried
from tests.support.person import LISTENER, Person
from tests.support.standing_clock import DAY

BEGIN = Tap("nl", screen=START)


def heard(certainty: Certainty, *routes: Route, screens: tuple[str, ...] = (), length: int = 0) -> Understanding:
    return Understanding(certainty, routes, screens, length=length)


def once(name: str) -> str:
    """The name of an answer without the step that it is at."""
    stem = re.sub(r"_\d$", "", name)
    own = (HEARD[route] for route, (letter, _) in ASKED.items() if stem == f"{ALSO}_{letter}")
    return next(own, stem)


def first_line(answer: Answer) -> str:
    """The helpline whose number stands first, that of a crisis above the answer too."""
    above = next((line for line, words in CRISIS_STAYS.items() if words == answer.parts[0]), None)
    shown = ANSWERS[HEARD[above]] if above else answer
    return next(part.helplines[0] for part in shown.parts if isinstance(part, Numbers))


def test_every_answer_to_typed_words_shows_112_and_the_human_lines(printed: Printed) -> None:
    """So a crisis gets 112 however it is understood. Also the short answers, such as to thanks."""
    said = {*ANSWERS} - {COVERED, DANGER, FORGOTTEN, GROUP, OLD_BUTTON, WIPED}
    every = [*answer_sheets(printed.pages), *(sheet for sheet in printed.sheets if sheet.place.answer in said)]
    assert said <= {sheet.place.answer for sheet in every}
    for sheet in every:
        for number in ("112", VEILIG_THUIS, KINDERTELEFOON):
            assert number in sheet.text, sheet.name


def test_the_first_words_of_a_screen_are_a_whole_sentence_in_every_language(
    the_guide: Guide, the_locales: Locales
) -> None:
    """ "Closed? Call Veilig Thuis:" was no answer, and "Say:" was none either."""
    for locale, screen in product(the_locales.values(), the_guide.screens.values()):
        for block in Speech(locale, frozenset()).blocks([opening(screen.title, screen.parts)]):
            assert isinstance(block, Paragraph)
            assert block.said.words.endswith((".", "!", "?")), (locale.code, screen.name, block.said.words)


def test_113_stands_first_only_for_thoughts_of_death() -> None:
    for route, name in HEARD.items():
        lines = [line for part in ANSWERS[name].parts if isinstance(part, Numbers) for line in part.helplines]
        assert (lines[0] == "suicide_prevention") is (route is Route.SUICIDAL), route


def test_a_question_asks_for_routes_and_screens_and_its_name_says_it_all(the_guide: Guide) -> None:
    for route in ASKED:
        for screens in ([], ["books_older"], ["books_older", "signals", "talk"]):
            name = ask_name([route, Route.CHILD, Route.PARTNER, Route.CALLED], screens)
            question = named(name, the_guide)
            assert isinstance(question, Question)
            assert question.asks_for[0] == (HEARD[route], ASKED[route][1])
            most = 1 if route in CRISIS | OWN_LINES.keys() else 2  # there the numbers take more room
            assert [visit.screen for visit in question.meant] == screens[:most]
            assert 2 <= len(question.asks_for) <= MOST
            assert len(question.asks_for) + len(question.meant) <= MOST + 1
            assert route_of(name) is route


def test_a_topic_offers_its_screens_in_their_order(the_guide: Guide) -> None:
    topic = named(topic_name(["numbers", "causes", "signals", "talk"]), the_guide)
    assert topic is not None
    assert [visit.screen for visit in topic.meant] == ["numbers", "causes", "signals"]


@pytest.mark.parametrize(
    "name", ["q", "q_", "q_0", "t_", "t_zzzz", "t_abc", "a_", "a_0", "in_xx", "t___k", "q_k__", "q_k__0"]
)
def test_a_name_that_offers_nothing_is_no_answer(name: str, the_guide: Guide) -> None:
    assert named(name, the_guide) is None


def test_no_screen_is_offered_by_the_label_of_the_button_to_everything(the_guide: Guide) -> None:
    titled = [name for name, screen in the_guide.screens.items() if screen.title == SOMETHING_ELSE]
    assert titled
    for screen in titled:
        some = heard(Certainty.ASK, Route.YOUNG, Route.CHILD, screens=(screen, "child_home"), length=9)
        asked = named(answer_to(some, BEGIN, Visit(), the_guide), the_guide)
        assert asked is not None
        assert [visit.screen for visit in asked.meant] == ["child_home"]


def test_no_two_screens_have_the_same_letters(the_guide: Guide) -> None:
    assert list(offer_proofs.faults(the_guide)) == []


@pytest.mark.parametrize("route", sorted(KEEPS_FROM_PARENTS))
def test_about_a_childs_own_abuse_no_screen_leads_to_the_parents(route: Route, the_guide: Guide) -> None:
    every = tuple(the_guide.screens)
    for place in (Visit(), Visit("signals"), Visit("talk_parent", Fact.CHECKED)):
        for start in range(0, len(every), MOST):
            for certainty in (Certainty.ASK, Certainty.TOPIC, Certainty.SURE):
                some = heard(certainty, Route.QUESTION, route, screens=every[start : start + MOST])
                answer = named(answer_to(some, BEGIN, place, the_guide), the_guide)
                for visit in answer.meant[:ALSO_FIRST] if answer else ():
                    there = Visit(visit.screen, place.facts | visit.facts)
                    assert there not in the_guide.visits or not leads_to_parents(the_guide, there)


def test_who_was_told_something_by_a_child_is_led_to_no_talk_with_the_parents(the_guide: Guide) -> None:
    """Nor is a professional, who still reaches the meldcode in one press."""
    told = ANSWERS[HEARD[Route.TOLD]]
    for visit in told.meant:
        assert not leads_to_parents(the_guide, visit), visit.screen
    assert {"veilig_thuis", "emergency"} <= told.helplines
    for_work = [visit.screen for visit in told.meant if the_guide.region(visit.screen) == "professional"]
    assert any("meldcode" in sentence for screen in for_work for sentence in the_guide.screens[screen].sentences)


def test_nothing_after_what_a_child_told_opens_a_talk_with_the_parents(the_guide: Guide) -> None:
    """However far somebody walks from the screens for those who are no professionals, unless by the beginning."""
    ahead = {visit for visit in ANSWERS[HEARD[Route.TOLD]].meant if Fact.UNSAFE in visit.facts}
    walked = set(ahead)
    while ahead:
        ahead = {the_guide.follow(here, way.trigger) for here in ahead for way in the_guide.choices(here)} - walked
        ahead = {there for there in ahead if there.screen != START}
        walked |= ahead
    assert len(walked) > 50
    assert not any(the_guide.screens[there.screen].with_parents for there in walked)


@pytest.mark.parametrize("route", sorted(CRISIS))
@pytest.mark.parametrize(
    "later",
    [
        heard(Certainty.OPEN, Route.OTHER),
        heard(Certainty.SURE, Route.GREETING),
        heard(Certainty.SURE, Route.THANKS),
        heard(Certainty.SURE, Route.YOUNG),
        heard(Certainty.ASK, Route.PARENT, Route.PARTNER),
        heard(Certainty.TOPIC, Route.OTHER, screens=("about",)),
    ],
    ids=str,
)
def test_a_crisis_stays_when_less_is_said_after_it(route: Route, later: Understanding, the_guide: Guide) -> None:
    """And its number does where it was only asked about: then something else may be answered."""
    assert once(answer_to(later, BEGIN.to(HEARD[route]), Visit(), the_guide)) == HEARD[route]
    asked = named(answer_to(later, BEGIN.to(ask_name([route, Route.CHILD])), Visit(), the_guide), the_guide)
    assert asked is not None
    assert first_line(asked) == first_line(ANSWERS[HEARD[route]])


@pytest.mark.parametrize("crisis", sorted(CRISIS))
@pytest.mark.parametrize("beside", [Route.PRIVACY, Route.BOT, Route.WIPE])
@pytest.mark.parametrize(
    "later",
    [
        heard(Certainty.ASK, Route.PARENT, Route.REPORTED, length=9),
        heard(Certainty.SURE, Route.PARTNER, length=6),
        heard(Certainty.TOPIC, Route.OTHER, length=7, screens=("signals",)),
    ],
    ids=str,
)
def test_a_question_beside_a_crisis_is_not_answered_again_when_more_is_told(
    crisis: Route, beside: Route, later: Understanding, the_guide: Guide
) -> None:
    """ "Hij slaat haar", "kan mama dit lezen", then "ik wil mijn baby gooien": once more it read who can read this."""
    standing = keeping(HEARD[beside], crisis)
    found = answer_to(later, BEGIN.to(standing), Visit(), the_guide)
    assert found != standing
    answer = named(found, the_guide)
    assert answer
    assert first_line(answer) == first_line(ANSWERS[HEARD[crisis]])
    for small in (heard(Certainty.OPEN, Route.OTHER), heard(Certainty.SURE, Route.THANKS)):
        assert once(answer_to(small, BEGIN.to(standing), Visit(), the_guide)) == HEARD[crisis]


@pytest.mark.parametrize("route", sorted(FURTHER))
def test_somebody_who_tells_more_reads_something_new_each_time_below_the_same_number(
    route: Route, the_guide: Guide
) -> None:
    """The same block again says that nobody listens; and the first words are not read twice."""
    more, name, said = heard(Certainty.OPEN, Route.OTHER), HEARD[route], [ANSWERS[HEARD[route]].parts[0]]
    for step in FURTHER[route]:
        name = answer_to(more, BEGIN.to(name), Visit(), the_guide)
        page = named(name, the_guide)
        assert page is not None
        assert page.parts[0] not in said
        said.append(page.parts[0])
        assert [visit.screen for visit in page.meant[: len(step.screens)]] == list(step.screens)
        assert first_line(page) == first_line(ANSWERS[HEARD[route]])
    name = answer_to(more, BEGIN.to(name), Visit(), the_guide)
    first = named(name, the_guide)
    assert first is not None
    assert first.parts[0] == said[1]


def test_a_subject_that_stays_offers_the_screen_that_is_asked_for(the_guide: Guide) -> None:
    """A child who dares to tell nobody, and somebody who was reported and asks for their rights."""
    for route, screen, later in (
        (Route.CHILD, "child_who", heard(Certainty.TOPIC, Route.OTHER, screens=("child_who",))),
        (Route.REPORTED, "parent_rights", heard(Certainty.ASK, Route.REPORTED, screens=("parent_rights",))),
    ):
        stays = answer_to(replace(later, length=6), BEGIN.to(HEARD[route]), Visit(), the_guide)
        assert route_of(stays) is route
        answer = named(stays, the_guide)
        assert answer
        assert answer.meant[0].screen == screen
        assert first_line(answer) == first_line(ANSWERS[HEARD[route]])


@pytest.mark.parametrize(
    "later",
    [
        heard(Certainty.SURE, Route.ACUTE),
        heard(Certainty.SURE, Route.QUESTION, screens=("numbers",)),
        heard(Certainty.TOPIC, Route.QUESTION, screens=("numbers",)),
        heard(Certainty.SURE, Route.PROFESSIONAL),
        Understanding(Certainty.LANGUAGE, language="tr"),
    ],
    ids=str,
)
def test_something_clearly_different_takes_its_place(later: Understanding, the_guide: Guide) -> None:
    standing = BEGIN.to(HEARD[Route.SUICIDAL])
    assert answer_to(later, standing, Visit(), the_guide) != standing.trigger


def test_another_language_gets_its_page_whatever_was_heard_before(the_guide: Guide) -> None:
    turkish = Understanding(Certainty.LANGUAGE, language="tr")
    for route in Route:
        assert answer_to(turkish, BEGIN.to(HEARD[route]), Visit(), the_guide) == language_name("tr")


@pytest.mark.parametrize("before", sorted(CLAIMS))
def test_whatever_is_said_after_something_grave_has_an_answer(before: Route, the_guide: Guide) -> None:
    for route in Route:
        for certainty in (Certainty.SURE, Certainty.ASK, Certainty.TOPIC, Certainty.OPEN):
            later = Understanding(certainty, (route,), ("signals", "numbers"))
            found = answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide)
            assert named(found, the_guide), found


def test_a_number_goes_along_with_what_is_less_grave(the_guide: Guide) -> None:
    standing = BEGIN.to(HEARD[Route.SEXUAL])
    thanked = answer_to(heard(Certainty.SURE, Route.THANKS), standing, Visit(), the_guide)
    found = named(thanked, the_guide)
    assert found is not None
    assert "sexual_violence" in found.helplines
    for_work = answer_to(heard(Certainty.SURE, Route.PROFESSIONAL), standing, Visit(), the_guide)
    assert for_work == HEARD[Route.PROFESSIONAL]


def test_what_nobody_understands_leaves_the_place_as_it_is(the_guide: Guide) -> None:
    nothing = heard(Certainty.OPEN, Route.OTHER)
    assert answer_to(nothing, BEGIN, Visit(), the_guide) == HEARD[Route.OTHER]
    assert answer_to(nothing, Tap("nl", screen="signals"), Visit("signals"), the_guide) == FOLLOW_UP
    assert once(answer_to(nothing, BEGIN.to(HEARD[Route.ACUTE]), Visit(), the_guide)) == HEARD[Route.ACUTE]
    assert once(answer_to(nothing, BEGIN.to(HEARD[Route.CHILD]), Visit(), the_guide)) == HEARD[Route.CHILD]


def test_no_subject_is_answered_twice_in_the_same_words(the_guide: Guide) -> None:
    """People who tell more and read the same block again stop telling."""
    nothing = heard(Certainty.OPEN, Route.OTHER)
    told = [HEARD[route] for route in SUBJECTS | SAY_WHO]
    asked = [ask_name([route, Route.CALLED]) for route in SUBJECTS]
    for name in (*told, *asked, *(keeping(name, Route.CHILD) for name in asked if route_of(name) not in CRISIS)):
        page, later = named(name, the_guide), answer_to(nothing, BEGIN.to(name), Visit(), the_guide)
        after = named(later, the_guide)
        assert page is not None
        assert after is not None
        assert route_of(later) is route_of(name)
        assert first_line(after) == first_line(page)
        assert after.parts != page.parts, name


def test_a_question_that_nobody_answers_is_put_otherwise_and_says_of_nobody_what_it_asks(the_guide: Guide) -> None:
    """A neighbour who told three things read the words for parents who hurt their child: "put it down"."""
    nothing = heard(Certainty.OPEN, Route.OTHER)
    for route in SUBJECTS - CRISIS:
        name = ask_name([route, Route.CALLED, Route.PERSON])
        first = answer_to(nothing, BEGIN.to(name), Visit(), the_guide)
        then = answer_to(nothing, BEGIN.to(first), Visit(), the_guide)
        if route in ABOUT_OTHERS:
            assert first == HEARD[route]
        elif route in ASKS_ITSELF:
            assert then == HEARD[route]
        else:
            pages = [named(one, the_guide) for one in (name, first, then)]
            assert all(isinstance(page, Question) for page in pages)
            assert len({page.parts[0] for page in pages if page}) == 3
            assert answer_to(nothing, BEGIN.to(then), Visit(), the_guide) == name
    assert ASKS_ITSELF.isdisjoint(DID | HURTS | CRISIS)


def test_a_question_with_one_button_goes_on_to_its_words_unless_those_are_never_assumed(the_guide: Guide) -> None:
    """A child who tells more reads what is true for each: somebody listens, and their name is not needed."""
    nothing = heard(Certainty.OPEN, Route.OTHER)
    for route in SUBJECTS - CRISIS - ABOUT_OTHERS:
        first = answer_to(nothing, BEGIN.to(ask_name([route])), Visit(), the_guide)
        then = answer_to(nothing, BEGIN.to(first), Visit(), the_guide)
        expected = Route.YOUNG if route is Route.CHILD else route
        assert route_of(then) is expected
        assert is_question(then) is (route in NEVER_ASSUMED - {Route.CHILD})


def test_a_no_corrects_what_was_heard_and_begins_nothing_new(the_guide: Guide) -> None:
    """ "No he never hit her", after "my daughter does not want to go to her dad". Danger is danger all the same."""
    for before in ABOUT_OTHERS | {Route.PARTNER, Route.REPORTED}:
        for certainty in (Certainty.ASK, Certainty.TOPIC):
            later = replace(heard(certainty, Route.CHILD, length=5), says_no=True)
            assert once(answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide)) == HEARD[before]
        danger = replace(heard(Certainty.ASK, Route.ACUTE, length=5), says_no=True)
        assert once(answer_to(danger, BEGIN.to(HEARD[before]), Visit(), the_guide)) != HEARD[before]


def test_a_question_to_somebody_under_18_has_the_line_for_children_first(the_guide: Guide) -> None:
    unsure = replace(heard(Certainty.ASK, Route.ABOUT_OTHER, Route.CHILD), is_child=True)
    asked = named(answer_to(unsure, BEGIN, Visit(), the_guide), the_guide)
    assert isinstance(asked, Question)
    assert first_line(asked) == "kindertelefoon"


def test_an_age_within_a_subject_is_a_detail(the_guide: Guide) -> None:
    """ "Ze is bijna 13" may be the age of the child next door."""
    age = heard(Certainty.SURE, Route.YOUNG, length=4)
    assert answer_to(age, BEGIN, Visit(), the_guide) == HEARD[Route.YOUNG]
    for before in (Route.BYSTANDER, Route.PARTNER, Route.CHILD):
        assert once(answer_to(age, BEGIN.to(HEARD[before]), Visit(), the_guide)) == HEARD[before]


def test_nobody_knows_whose_age_it_is_that_stands_alone(the_guide: Guide) -> None:
    """ "14", after "my best friend is beaten": the friend's, or their own. After a child's words it is their own."""
    age = heard(Certainty.SURE, Route.YOUNG, length=1)
    for before in ABOUT_OTHERS:
        asked = named(answer_to(age, BEGIN.to(HEARD[before]), Visit(), the_guide), the_guide)
        assert isinstance(asked, Question)
        assert asked.routes == [before, Route.YOUNG]
    unsure = BEGIN.to(ask_name([Route.PARENT, Route.CHILD]))
    asked = named(answer_to(age, unsure, Visit(), the_guide), the_guide)
    assert isinstance(asked, Question)
    assert asked.routes == [Route.PARENT, Route.CHILD]
    assert first_line(asked) == "kindertelefoon"


def test_an_age_after_a_question_whether_a_child_is_scared_answers_it(the_guide: Guide) -> None:
    """ "Papa slaat mama", "ik ben 9"; but nobody is a child in danger who was asked for it last."""
    age = replace(heard(Certainty.SURE, Route.YOUNG, length=3), says_i_am=True, is_child=True)
    asked = BEGIN.to(ask_name([Route.CHILD, Route.TOLD]))
    assert answer_to(age, asked, Visit(), the_guide) == HEARD[Route.CHILD]
    asked = BEGIN.to(ask_name([Route.PARENT, Route.CHILD]))
    assert answer_to(age, asked, Visit(), the_guide) != HEARD[Route.CHILD]


def test_a_crisis_that_is_the_likeliest_is_asked_about_also_alone(the_guide: Guide) -> None:
    """ "Took pills" got the menu, as "never mind, probably nothing" still does, which is mostly thanks."""
    pills = replace(heard(Certainty.ASK, Route.OTHER, Route.ACUTE), shares={Route.ACUTE: 0.56, Route.OTHER: 0.09})
    assert answer_of(pills, Visit(), the_guide) == ask_name([Route.ACUTE])
    never_mind = replace(pills, shares={Route.THANKS: 0.4, Route.ACUTE: 0.3})
    assert answer_of(never_mind, Visit(), the_guide) == ""


def test_who_says_their_own_age_is_no_adult_any_more(the_guide: Guide) -> None:
    """ "Mijn zusje wordt geslagen"; "ik ben 12". Not so after a child's own words, whose answer says more."""
    age = replace(heard(Certainty.SURE, Route.YOUNG), says_i_am=True)
    for before in (*ABOUT_OTHERS, Route.PARTNER):
        found = named(answer_to(age, BEGIN.to(HEARD[before]), Visit(), the_guide), the_guide)
        assert found is not None
        assert first_line(found) == "kindertelefoon"
    assert once(answer_to(age, BEGIN.to(HEARD[Route.CHILD]), Visit(), the_guide)) == HEARD[Route.CHILD]


@pytest.mark.parametrize("role", [Route.PROFESSIONAL, Route.VOLUNTEER, Route.YOUNG])
def test_who_said_who_they_are_stays_that(role: Route, the_guide: Guide) -> None:
    """ "Ik ben juf"; "een kind uit mijn klas wordt geslagen"; and it is not the teacher who is scared and 10."""
    standing = BEGIN.to(HEARD[role])
    for route in ABOUT_OTHERS - {role}:
        later = heard(Certainty.SURE, route, length=7)
        assert route_of(answer_to(later, standing, Visit(), the_guide)) is role
    asks = {Route.PROFESSIONAL: "physical_12", Route.VOLUNTEER: "physical_12", Route.YOUNG: "child_friend"}[role]
    page = named(
        answer_to(heard(Certainty.SURE, Route.ABOUT_OTHER, screens=(asks,), length=4), standing, Visit(), the_guide),
        the_guide,
    )
    assert page is not None
    assert page.meant[0].screen == asks
    likelier = weights(standing, the_guide)
    assert likelier[role] > 1 > likelier[Route.PARENT if role is Route.YOUNG else Route.CHILD]


def test_a_question_that_only_a_child_would_be_asked_has_their_line_first(the_guide: Guide) -> None:
    for routes, line in (
        ([Route.CHILD, Route.TOLD], "kindertelefoon"),
        ([Route.YOUNG], "kindertelefoon"),
        ([Route.CHILD, Route.PARTNER], "veilig_thuis"),
        ([Route.SEXUAL, Route.CHILD], "sexual_violence"),
        ([Route.SEXTORTION, Route.CALL_FOR_ME], "helpwanted"),
        ([Route.CHILD, Route.ACUTE], "emergency"),
    ):
        question = named(ask_name(routes), the_guide)
        assert question is not None
        assert first_line(question) == line


def test_who_is_in_danger_themselves_is_offered_their_own_page_and_a_neighbour_none_of_those(the_guide: Guide) -> None:
    """ "I am afraid to go home" stood beneath every danger, also for a boy in a hot car."""
    own = {"partner", "child_home", "parent_did"}
    for route, screen in ((Route.PARTNER, "partner"), (Route.CHILD, "child_home"), (Route.PARENT, "parent_did")):
        danger = Understanding(Certainty.SURE, (Route.ACUTE, route), shares={Route.ACUTE: 0.8, route: 0.15}, length=6)
        answer = named(answer_to(danger, BEGIN, Visit(), the_guide), the_guide)
        assert answer is not None
        assert own & {visit.screen for visit in answer.meant} == {screen}
        assert "heard_now" not in {visit.screen for visit in answer.meant}  # for who sees it
        assert answer.meant[0].screen == screen
    shares = {Route.ACUTE: 0.8, Route.BYSTANDER: 0.15, Route.CHILD: 0.1}
    danger = Understanding(Certainty.SURE, (Route.ACUTE, Route.BYSTANDER), shares=shares, length=6)
    answer = named(answer_to(danger, BEGIN, Visit(), the_guide), the_guide)
    assert answer is not None
    assert own.isdisjoint(visit.screen for visit in answer.meant)


@pytest.mark.parametrize("word", ["dank je", "hallo?", "ik ben moe", "hij is 4", "wat kost dat", "mijn man slaat mij"])
async def test_an_unsafe_answer_stays_through_whatever_is_heard(word: str) -> None:
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind", "Praten", "Met een ouder", "Ja, of ik weet het niet")
    await person.write(word)
    page = person.handler.last_pages.last(person.user_id, person.clock())
    assert page is not None
    here = Tap.unpack(page.reopens)
    assert here is not None
    assert Fact.UNSAFE in here.facts
    for packed in carried(person.handler.pages.opened_by(here, person.clock())):
        tap = Tap.unpack(packed)
        if tap and tap.screen != START and not tap.trigger:
            assert Fact.UNSAFE in tap.facts, packed


async def test_one_press_leads_back_to_where_somebody_typed() -> None:
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind")
    await person.write("mijn man slaat mij")
    assert "‹ Zorgen" in person.labels
    await person.press("‹ Zorgen")
    assert person.title == "Zorgen om een kind"


def test_an_answer_claims_only_what_was_said() -> None:
    """Each heading of an answer that may hurt asks, or says nothing of the reader."""
    for route in CLAIMS - {Route.ACUTE}:
        first = next(part for part in ANSWERS[HEARD[route]].parts if isinstance(part, str))
        assert "?" in first.split(". ")[0], route


@pytest.mark.parametrize("route", [Route.VOLUNTEER, Route.CARER, Route.PROFESSIONAL, Route.MUNICIPALITY])
def test_whoever_is_no_child_gets_no_page_for_children(route: Route, the_guide: Guide) -> None:
    """ "trainer" is not somebody whose trainer hits them."""
    for certainty in (Certainty.SURE, Certainty.ASK, Certainty.TOPIC):
        understood = heard(certainty, route, screens=("child_coach", "child_school", "away_sport"), length=8)
        answer = named(answer_to(understood, BEGIN, Visit(), the_guide), the_guide)
        assert answer
        offered = {visit.screen for visit in answer.meant}
        assert certainty is Certainty.SURE or "away_sport" in offered
        assert "child" not in {the_guide.region(screen) for screen in offered}


def test_pages_behind_one_that_claims_something_are_for_those_who_said_it(the_guide: Guide) -> None:
    """An aunt whose nephew sleeps in a shed is not offered "what if I don't pay?"."""
    claims = claiming(the_guide)
    steps_back = [
        (screen, way.dest) for screen in the_guide.screens for way in the_guide.all_choices(screen) if way.is_back
    ]
    behind = {screen for screen, dest in steps_back if dest in claims} & ABOUT_ONESELF
    assert {route for routes in claims.values() for route in routes} < CLAIMS
    assert behind
    assert behind <= claims.keys()
    for screen, (of, *_) in claims.items():
        likely, unlikely = (
            Understanding(Certainty.TOPIC, (Route.QUESTION,), (screen,), shares={of: share}, length=9)
            for share in (0.3, 0.05)
        )
        assert topic_name([screen]) == answer_of(likely, Visit(), the_guide)
        assert not answer_of(unlikely, Visit(), the_guide)


def test_what_gets_no_answer_of_its_own_leaves_the_subject(the_guide: Guide) -> None:
    """ "I lock the door now" after "my stepdad comes in my room": not "I did not get that"."""
    for before in SUBJECTS:
        later = heard(Certainty.TOPIC, Route.OTHER, length=5)
        assert once(answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide)) == HEARD[before]


def test_threats_with_pictures_lead_to_the_pages_about_them() -> None:
    """For the child, by day and by night, and for a parent who finds them."""
    meant = [visit.screen for visit in ANSWERS[HEARD[Route.SEXTORTION]].meant]
    assert meant == ["child_online", "child_pics_help", "worried_pics"]


@pytest.mark.parametrize("before", sorted(SUBJECTS - CRISIS))
def test_a_question_has_the_subject_among_its_buttons(before: Route, the_guide: Guide) -> None:
    """What was asked for beside it may be wrong; nobody has to begin anew."""
    unsure = heard(Certainty.ASK, Route.PERSON, Route.PRIVACY, Route.CALL_FOR_ME, length=6)
    asked = named(answer_to(unsure, BEGIN.to(HEARD[before]), Visit(), the_guide), the_guide)
    assert isinstance(asked, Question)
    assert HEARD[before] in [name for name, _ in asked.asks_for]
    assert asked.asks_for[0][0] == HEARD[Route.PERSON]


@pytest.mark.parametrize("before", sorted(ABOUT_OTHERS))
def test_worry_about_another_stays_behind_what_is_asked_beside_it(before: Route, the_guide: Guide) -> None:
    for route in (Route.THANKS, Route.PRIVACY, Route.BOT, Route.PERSON):
        for length in (1, 12):
            found = answer_to(heard(Certainty.SURE, route, length=length), BEGIN.to(HEARD[before]), Visit(), the_guide)
            assert route_of(found) is before, (route, length)
            assert found != HEARD[before]


def test_an_age_and_a_pronoun_change_nobody_into_somebody_else(the_guide: Guide) -> None:
    """ "She is 17" after worry about a girl next door."""
    for before in ABOUT_OTHERS:
        for route in ABOUT_OTHERS:
            later = heard(Certainty.SURE, route, length=3)
            assert once(answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide)) == HEARD[before]


def test_a_crisis_that_is_not_clear_is_asked_about_beside_what_was_told(the_guide: Guide) -> None:
    """ "We've been to court twice", of a mother: 113 came, and everything after that was about dying. Now the number
    stands first, her subject is among the buttons, and what she says next is about that."""
    standing = BEGIN.to(HEARD[Route.TOLD])
    for crisis in sorted(CRISIS):
        for share, is_firm, is_asked in ((0.9, False, True), (0.9, True, False), (0.97, False, False)):
            later = Understanding(Certainty.SURE, (crisis,), crises={crisis: share}, length=9, is_firm=is_firm)
            name = answer_to(later, standing, Visit(), the_guide)
            page = named(name, the_guide)
            assert page is not None
            assert first_line(page) == first_line(ANSWERS[HEARD[crisis]])
            assert isinstance(page, Question) is is_asked
            if isinstance(page, Question):
                assert HEARD[Route.TOLD] in dict(page.asks_for)
                detail = heard(Certainty.OPEN, Route.OTHER, length=6)
                after = named(answer_to(detail, BEGIN.to(name), Visit(), the_guide), the_guide)
                assert after is not None
                assert own_route(after.name) is Route.TOLD
                assert first_line(after) == first_line(ANSWERS[HEARD[crisis]])


@pytest.mark.parametrize(
    "text", ["hij is 8", "zes is ze", "3 and a half", "we zijn allebei 13", "groep 4, meisje van 7"]
)
def test_an_age_alone_says_nothing_of_its_own(text: str, the_guide: Guide) -> None:
    """ "She is 3 and a half" has six tenths of what speaks of danger, since so many babies are in it."""
    for route in SUBJECTS - CRISIS - {Route.CHILD}:
        here = BEGIN.to(HEARD[route])
        said = LISTENER.hear(text, weights(here, the_guide))
        assert said.is_age
        assert once(answer_to(said, here, Visit(), the_guide)) == HEARD[route]


def test_who_tells_more_is_offered_no_page_that_a_word_is_like_and_who_asks_is(the_guide: Guide) -> None:
    standing = BEGIN.to(HEARD[Route.BYSTANDER])
    for asks in (False, True):
        later = Understanding(Certainty.ASK, (Route.BYSTANDER,), ("vt_call",), length=7, nearness=0.15, asks=asks)
        page = named(answer_to(later, standing, Visit(), the_guide), the_guide)
        assert page is not None
        assert (page.meant[0].screen == "vt_call") is asks
        nearer = named(answer_to(replace(later, nearness=0.2), standing, Visit(), the_guide), the_guide)
        assert nearer is not None
        assert nearer.meant[0].screen == "vt_call"


def test_nobody_is_offered_a_page_for_another_kind_of_reader(the_guide: Guide) -> None:
    """A father who was reported asked what comes next, and got the five steps of professionals."""
    screens = ("pro_steps", "child_who", "parent_next")
    asks = Understanding(Certainty.TOPIC, (Route.QUESTION,), screens, length=6, nearness=0.2, asks=True)
    for route, own in ((Route.REPORTED, "parent_next"), (Route.CHILD, "child_who"), (Route.PROFESSIONAL, "pro_steps")):
        page = named(answer_to(asks, BEGIN.to(HEARD[route]), Visit(), the_guide), the_guide)
        assert page is not None
        assert page.meant[0].screen == own
        assert {"pro_steps", "child_who", "parent_next"} & {visit.screen for visit in page.meant} == {own}


def test_a_crisis_beside_another_keeps_its_number(the_guide: Guide) -> None:
    """A mother was asked about danger; then her daughter wrote that she wanted to die, and 113 was only a button."""
    for before, later in ((Route.ACUTE, Route.SUICIDAL), (Route.SUICIDAL, Route.ACUTE)):
        for standing in (HEARD[before], ask_name([before, Route.PARENT]), keeping(HEARD[Route.PRIVACY], before)):
            said = Understanding(Certainty.SURE, (later,), shares={later: 0.9}, length=9, is_firm=True)
            page = named(answer_to(said, BEGIN.to(standing), Visit(), the_guide), the_guide)
            assert page is not None
            shown = {line for part in page.parts if isinstance(part, Numbers) for line in part.helplines}
            assert first_line(ANSWERS[HEARD[later]]) in shown


async def test_whoever_told_something_and_asks_for_anonymity_reads_about_the_call() -> None:
    """And not who can see their phone, unless they ask that."""
    for asked, opening_words in (
        ("can it be anonymous", "need not give any names"),
        ("who can read this", "Anyone with your"),
    ):
        person = Person(language="en")
        await person.start()
        await person.write("I think my neighbour hits her kids")
        await person.write(asked)
        assert opening_words in person.text


def test_slight_danger_takes_no_subject_away(the_guide: Guide) -> None:
    """ "What should I do now" after "my husband hits me"; 112 stands on that answer already."""
    standing = BEGIN.to(HEARD[Route.PARTNER])
    for share, stays in ((0.2, True), (0.6, False)):
        later = Understanding(Certainty.ASK, (Route.ACUTE,), crises={Route.ACUTE: share}, length=5)
        assert (once(answer_to(later, standing, Visit(), the_guide)) == standing.trigger) is stays


def test_a_crisis_that_was_only_asked_about_makes_way_for_what_is_clear(the_guide: Guide) -> None:
    """ "I hear screaming"; "it is me, I scream at them all day". 112 stays first."""
    asked = BEGIN.to(ask_name([Route.ACUTE, Route.BYSTANDER]))
    found = answer_to(heard(Certainty.SURE, Route.PARENT, length=7), asked, Visit(), the_guide)
    page = named(found, the_guide)
    assert page is not None
    assert page.meant == ANSWERS[HEARD[Route.PARENT]].meant[:BESIDE_FIRST]
    assert first_line(page) == "emergency"


def test_a_question_of_any_length_leaves_112_where_it_is(the_guide: Guide) -> None:
    """ "What do I say when they pick up"."""
    for certainty in (Certainty.SURE, Certainty.TOPIC):
        later = heard(certainty, Route.QUESTION, screens=("vt_call",), length=12)
        assert route_of(answer_to(later, BEGIN.to(HEARD[Route.ACUTE]), Visit(), the_guide)) is Route.ACUTE


def test_small_talk_alone_asks_about_no_crisis(the_guide: Guide) -> None:
    """ "Never mind, probably nothing" has no button, and dying was the least likely."""
    for crisis in CRISIS:
        later = heard(Certainty.ASK, Route.THANKS, Route.OTHER, crisis, length=4)
        assert answer_to(later, BEGIN, Visit(), the_guide) == HEARD[Route.OTHER]
        asked = heard(Certainty.ASK, Route.CHILD, crisis, length=4)
        assert route_of(answer_to(asked, BEGIN, Visit(), the_guide)) is Route.CHILD


@pytest.mark.parametrize("hurt", sorted(HURTS))
def test_what_hurts_beside_thoughts_of_death_is_answered_and_their_number_stays_first(
    hurt: Route, the_guide: Guide
) -> None:
    """ "I don't want to live", then "my stepfather touches me"."""
    standing = BEGIN.to(HEARD[Route.SUICIDAL])
    found = answer_to(heard(Certainty.SURE, hurt, length=5), standing, Visit(), the_guide)
    page = named(found, the_guide)
    assert page is not None
    assert route_of(found) is Route.SUICIDAL
    assert first_line(page) == "suicide_prevention"
    assert page.parts[:2] == (CRISIS_STAYS[Route.SUICIDAL], ANSWERS[HEARD[hurt]].parts[0])


def test_a_question_in_danger_brings_its_pages_and_the_danger_stays(the_guide: Guide) -> None:
    """ "Can I take the children with me" got the same block as "he is home now"."""
    standing = BEGIN.to(HEARD[Route.ACUTE])
    shares = {Route.ACUTE: 0.2, Route.PARTNER: 0.5}
    asks = Understanding(Certainty.ASK, (Route.PARTNER, Route.ACUTE), ("at_home",), "", shares, 7, 0.3)
    for before in (standing, standing.to(answer_to(asks, standing, Visit(), the_guide))):
        page = named(answer_to(asks, before, Visit(), the_guide), the_guide)
        assert page is not None
        assert first_line(page) == "emergency"
        assert page.meant[0].screen == "at_home"


@pytest.mark.parametrize("before", [HEARD[Route.CHILD], HEARD[Route.YOUNG], ask_name([Route.CHILD, Route.TOLD])])
def test_who_typed_as_a_child_keeps_their_line_beside_every_question(before: str, the_guide: Guide) -> None:
    """ "Mijn papa doet mij pijn", then "met zijn hand", then "ja maar hij wordt boos"."""
    here = BEGIN.to(before)
    for route in (Route.SEXUAL, Route.PARTNER, Route.PERSON, Route.ABOUT_OTHER):
        here = here.to(answer_to(heard(Certainty.ASK, route, Route.QUESTION, length=6), here, Visit(), the_guide))
        page = named(here.trigger, the_guide)
        assert page is not None
        assert first_line(page) == "kindertelefoon"
    for route in GROWN_UP & CLAIMS:
        words = heard(Certainty.SURE, route, length=9)
        assert route_of(answer_to(words, BEGIN.to(HEARD[Route.CHILD]), Visit(), the_guide)) is not Route.YOUNG


@pytest.mark.parametrize("route", sorted(GROWN_UP | {Route.CALLED, Route.PARTNER}))
def test_no_page_that_speaks_to_a_child_is_offered_to_a_grown_up(route: Route, the_guide: Guide) -> None:
    """ "When I do it myself", which is for children, to a father who is accused and says that he did nothing."""
    screens = [screen.name for screen in the_guide.regions["child"]]
    for screen in screens:
        words = Understanding(Certainty.ASK, (route,), (screen,), shares={route: 0.9, Route.CHILD: 0.02}, length=9)
        page = named(answer_to(words, BEGIN, Visit(), the_guide), the_guide)
        assert page is None or all(visit.screen not in screens for visit in page.meant)


def test_a_long_story_that_nobody_understood_is_thanked_for(the_guide: Guide) -> None:
    for place in (Visit(), Visit("signals")):
        story = answer_to(heard(Certainty.OPEN, Route.OTHER, length=STORY), BEGIN, place, the_guide)
        assert story == LONG_STORY
        assert answer_to(heard(Certainty.OPEN, Route.OTHER, length=STORY - 1), BEGIN, place, the_guide) != LONG_STORY


@pytest.mark.parametrize("told", [HEARD[Route.CHILD], HEARD[Route.PARTNER], ask_name([Route.PARTNER, Route.SEXUAL])])
def test_who_it_was_is_a_detail_of_what_was_told(told: str, the_guide: Guide) -> None:
    """ "Mijn vader" at the beginning is asked about; after "ik word geslagen" it answers who does it."""
    assert in_manners(SOMEBODY, BEGIN, the_guide) == SOMEBODY
    assert once(in_manners(SOMEBODY, BEGIN.to(told), the_guide)) == told


@pytest.mark.parametrize("did", sorted(DID))
def test_nobody_who_did_something_reads_that_it_is_anothers_doing(did: Route, the_guide: Guide) -> None:
    assert once(in_manners(FAULT, BEGIN.to(HEARD[did]), the_guide)) == HEARD[did]
    assert in_manners(FAULT, BEGIN.to(HEARD[Route.CHILD]), the_guide).startswith(FAULT + TO_CHILD)


def test_each_step_further_shows_113_and_112(the_guide: Guide) -> None:
    """Thoughts of death need not be heard in what follows a story: their number is in view."""
    for route in SUBJECTS | {Route.YOUNG, Route.PROFESSIONAL}:
        name = HEARD[route]
        for _ in range(9):
            name = again(name, name)
            page = named(name, the_guide)
            assert page is not None
            shown = "".join(
                part if isinstance(part, str) else str(getattr(part, "helplines", "")) for part in page.parts
            )
            assert "suicide_prevention" in shown, name
            assert "emergency" in shown, name


def test_what_stands_beside_a_subject_shows_113_too(the_guide: Guide) -> None:
    """ "Ik ga hieraan kapot" of a father, after a question: the number had gone with the answer before."""
    for route, name in product(
        SUBJECTS, (topic_name(["signals"]), ask_name([Route.CALLED, Route.PERSON]), HEARD[Route.PRIVACY])
    ):
        page = named(keeping(name, route), the_guide)
        assert page is not None
        shown = "".join(part if isinstance(part, str) else str(getattr(part, "helplines", "")) for part in page.parts)
        assert "suicide_prevention" in shown


def test_more_of_the_same_is_no_question_about_a_page(the_guide: Guide) -> None:
    """ "She's 8, she ran in front of a tram" was near a page, and what the mother had told was gone."""
    for asks in (False, True):
        later = Understanding(Certainty.TOPIC, (Route.QUESTION,), ("parent_call",), length=20, nearness=0.15, asks=asks)
        found = answer_to(later, BEGIN.to(HEARD[Route.PARENT]), Visit(), the_guide)
        page = named(found, the_guide)
        assert page is not None
        assert route_of(found) is Route.PARENT
        assert (page.meant[0].screen == "parent_call") is asks


@pytest.mark.parametrize("certainty", [Certainty.SURE, Certainty.ASK, Certainty.TOPIC])
def test_what_is_asked_beside_a_subject_gets_its_page_and_not_a_question(
    certainty: Certainty, the_guide: Guide
) -> None:
    """A coach asked whether to ask the child, and was asked in return what fits best."""
    later = Understanding(
        certainty, (Route.QUESTION, Route.TOLD), ("talk_child_how",), length=13, nearness=0.2, asks=True
    )
    found = answer_to(later, BEGIN.to(HEARD[Route.VOLUNTEER]), Visit(), the_guide)
    page = named(found, the_guide)
    assert page is not None
    assert not is_question(found)
    assert route_of(found) is Route.VOLUNTEER
    assert page.meant[0].screen == "talk_child_how"


def test_a_crisis_in_a_few_words_has_to_be_clearer_beside_a_subject(the_guide: Guide) -> None:
    """ "Just want my nan", of a girl in a foster home, read about dying."""
    for crisis, share, length in product(CRISIS, (0.5, 0.75), (3, 4)):
        later = Understanding(Certainty.ASK, (crisis,), crises={crisis: share}, length=length)
        found = answer_to(later, BEGIN.to(HEARD[Route.PARTNER]), Visit(), the_guide)
        assert (route_of(found) is crisis) is (share > 0.7 or length > 3)


def test_after_danger_what_is_told_clearly_is_answered_below_112(the_guide: Guide) -> None:
    """ "They're at it again", then "my parents, shouting and plates": the child read steps for danger six times. That
    somebody called before is nothing else: "it is silent now" was like it."""
    for route, share in product(SUBJECTS - CRISIS - {Route.CALLED}, (0.45, 0.7)):
        later = Understanding(Certainty.SURE, (route,), shares={route: share, Route.ACUTE: 0.2}, length=9)
        page = named(answer_to(later, BEGIN.to(HEARD[Route.ACUTE]), Visit(), the_guide), the_guide)
        assert page is not None
        assert first_line(page) == "emergency"
        own = ANSWERS[HEARD[route]].meant[:BESIDE_FIRST]
        assert (page.meant == own) is (share >= 0.5), route


def test_another_claim_that_is_not_clear_is_asked_about_beside_a_subject(the_guide: Guide) -> None:
    """A boy who needed money for his scooter read that somebody threatened him with pictures."""
    for share, is_asked in ((0.65, True), (0.8, False)):
        later = Understanding(Certainty.SURE, (Route.SEXTORTION,), shares={Route.SEXTORTION: share}, length=16)
        found = answer_to(later, BEGIN.to(HEARD[Route.CHILD]), Visit(), the_guide)
        assert found.startswith(f"{ASK}_") is is_asked
        assert route_of(found) in (Route.SEXTORTION, Route.CHILD)


def test_after_danger_a_longer_story_without_any_is_answered_below_112(the_guide: Guide) -> None:
    """A friend was heard as in danger for the word "now", and read of danger through all that she told."""
    for length, danger in product((5, 9), (0.05, 0.2)):
        shares = {Route.BYSTANDER: 0.45, Route.ACUTE: danger}
        later = Understanding(Certainty.SURE, (Route.BYSTANDER,), shares=shares, length=length)
        name = answer_to(later, BEGIN.to(HEARD[Route.ACUTE]), Visit(), the_guide)
        assert (own_route(name) is Route.BYSTANDER) is (length == 9 and danger < 0.1)
        assert route_of(name) is Route.ACUTE


def test_a_question_that_no_page_answers_is_called_one_and_asked_of_a_person(the_guide: Guide) -> None:
    """ "Does diplomatic status mean that nothing can be done?" got the next thing to do, as if nothing was asked."""
    asks = Understanding(Certainty.OPEN, (Route.OTHER,), length=9, asks=True)
    tells = replace(asks, asks=False)
    for route in SUBJECTS - CRISIS:
        standing = again(HEARD[route], HEARD[route])
        found = answer_to(asks, BEGIN.to(standing), Visit(), the_guide)
        page, before = named(found, the_guide), named(standing, the_guide)
        assert page is not None
        assert before is not None
        assert page.parts[0] == TO_ASK.lead
        assert first_line(page) == first_line(before)
        assert answer_to(tells, BEGIN.to(found), Visit(), the_guide) == again(standing, standing)
        assert answer_to(asks, BEGIN.to(found), Visit(), the_guide) == again(standing, standing)
        short = replace(asks, length=2)
        assert answer_to(short, BEGIN.to(standing), Visit(), the_guide) == again(standing, standing)
    for crisis in CRISIS:
        standing = again(HEARD[crisis], HEARD[crisis])
        assert not said_beside(answer_to(asks, BEGIN.to(standing), Visit(), the_guide))


def test_such_a_question_has_none_of_the_pages_that_were_asked_for_before(the_guide: Guide) -> None:
    standing = also_name(Route.MUNICIPALITY, ["city_link"])
    name = in_words_for(UNKNOWN, standing)
    assert in_words_for(UNKNOWN, f"{standing}_1") == f"{in_words_for(UNKNOWN, HEARD[Route.MUNICIPALITY])[:-2]}1u"
    assert said_beside(name) == UNKNOWN
    assert not said_beside(topic_name(["city_link"]))
    page = named(name, the_guide)
    assert page is not None
    assert page.meant == ANSWERS[HEARD[Route.MUNICIPALITY]].meant


def test_who_is_grown_up_leaves_what_was_heard_as_a_childs(the_guide: Guide) -> None:
    for before in (Route.CHILD, Route.YOUNG):
        later = Understanding(Certainty.ASK, (Route.CARER, Route.BYSTANDER), length=9, is_grown_up=True)
        page = named(answer_to(later, BEGIN.to(HEARD[before]), Visit(), the_guide), the_guide)
        assert page is not None
        assert first_line(page) == "veilig_thuis"


def test_danger_that_is_likely_twice_is_asked_about_once(the_guide: Guide) -> None:
    """An aunt told four times of a child that was locked out, and read four times whether there was danger."""
    first = ask_name([Route.ACUTE, Route.FAMILY])
    later = Understanding(Certainty.ASK, (Route.ACUTE, Route.PARTNER), shares={Route.ACUTE: 0.55}, length=12)
    assert answer_to(later, BEGIN.to(first), Visit(), the_guide) == HEARD[Route.ACUTE]


def test_a_few_words_that_nobody_places_leave_a_question_where_it_is(the_guide: Guide) -> None:
    """ "Papa slaat mij", then "het doet nog pijn": a child was asked whether it had called already."""
    standing = BEGIN.to(ask_name([Route.CHILD, Route.TOLD]))
    for certainty, length, share in product((Certainty.ASK, Certainty.TOPIC), (4, 6, 7), (0.3, 0.6)):
        later = Understanding(certainty, (Route.CALLED,), shares={Route.CALLED: share}, length=length)
        found = answer_to(later, standing, Visit(), the_guide)
        assert (once(found) == standing.trigger) is (length <= 6 and share < 0.5)
    asks = Understanding(Certainty.TOPIC, (Route.QUESTION,), ("child_then",), length=4, nearness=0.2, asks=True)
    page = named(answer_to(asks, standing, Visit(), the_guide), the_guide)
    assert page is not None
    assert page.meant[0].screen == "child_then"


def test_what_somebody_denies_is_dropped(the_guide: Guide) -> None:
    """ "No, I'm not under 18", "I'm not the parent", "not for work": the words after "not" were heard."""
    for before in (Route.CHILD, Route.PARENT, Route.PROFESSIONAL, Route.CALLED, Route.SEXUAL):
        for standing in (HEARD[before], ask_name([before, Route.PERSON])):
            nothing = Understanding(Certainty.OPEN, length=5, denies=frozenset({before}))
            assert answer_to(nothing, BEGIN.to(standing), Visit(), the_guide) == MISHEARD
            other = replace(nothing, certainty=Certainty.SURE, routes=(Route.PARTNER,), shares={Route.PARTNER: 0.9})
            assert answer_to(other, BEGIN.to(standing), Visit(), the_guide) == HEARD[Route.PARTNER]


def test_a_no_leaves_nothing_of_what_was_only_asked_about(the_guide: Guide) -> None:
    """ "Dying?? No, the letter box": the more often somebody denied it, the surer it was heard."""
    told = HEARD[Route.BYSTANDER]
    for asked in CLAIMS:
        standing = BEGIN.to(ask_name([asked, Route.TOLD]))
        for length, share, is_left in ((1, 0.9, False), (9, 0.4, False), (9, 0.6, True)):
            no = Understanding(Certainty.OPEN, (asked,), shares={asked: share}, length=length, says_no=True)
            assert (route_of(answer_to(no, standing, Visit(), the_guide, told)) is asked) is is_left
            assert route_of(answer_to(replace(no, is_firm=True), standing, Visit(), the_guide, told)) is asked
        no = Understanding(Certainty.OPEN, (asked,), shares={asked: 0.4}, length=9, says_no=True)
        assert route_of(answer_to(no, standing, Visit(), the_guide, told)) is Route.BYSTANDER
        assert answer_to(no, standing, Visit(), the_guide) == MISHEARD
        unsure = replace(no, certainty=Certainty.ASK, routes=(asked, Route.FAMILY))
        assert route_of(answer_to(unsure, standing, Visit(), the_guide)) is Route.FAMILY


def test_what_was_answered_goes_only_when_that_is_what_somebody_denies(the_guide: Guide) -> None:
    """ "No, nothing was reported about me", but "no, she says not to call"."""
    for before in CLAIMS:
        no = Understanding(
            Certainty.OPEN, (Route.OTHER,), shares={before: 0.1}, length=9, says_no=True, drops=frozenset({before})
        )
        assert route_of(answer_to(no, BEGIN.to(HEARD[before]), Visit(), the_guide)) is not before
        for other in (replace(no, drops=frozenset({Route.OTHER})), replace(no, shares={before: 0.3})):
            assert route_of(answer_to(other, BEGIN.to(HEARD[before]), Visit(), the_guide)) is before


def test_behind_a_number_that_is_denied_stands_what_it_was_kept_beside(the_guide: Guide) -> None:
    """ "No, not dead, only tired", of a parent who had been told of 113."""
    standing = keeping(HEARD[Route.PARENT], Route.SUICIDAL)
    no = Understanding(Certainty.OPEN, length=4, says_no=True, denies=frozenset({Route.SUICIDAL}))
    assert route_of(answer_to(no, BEGIN.to(standing), Visit(), the_guide, standing)) is Route.PARENT


@pytest.mark.parametrize(
    ("language", "asked", "no"),
    [
        ("nl", "dus ze mogen het niet zeggen. en als ik nou een briefje in de bus doe?", "doodgaan?? nee brievenbus"),
        ("nl", "kan hij bij mij komen wonen? ik heb maar een kamer", "nee niks met sex. of hij bij mij mag wonen"),
        ("en", "so they can call without me saying who i am?", "no not dying. can they call without my name"),
    ],
)
async def test_a_wrong_guess_is_gone_after_one_no(language: str, asked: str, no: str) -> None:
    person = Person(language)
    await person.start()
    await person.write("mijn buurkind heeft blauwe plekken" if language == "nl" else "my neighbour's kid has bruises")
    await person.write(asked)
    await person.write(no)
    numbers = [number for number in (VEILIG_THUIS, "113", "0800-0188") if number in person.text]
    assert min(numbers, key=person.text.index) == VEILIG_THUIS


def test_a_crisis_that_was_only_asked_about_and_not_confirmed_makes_way(the_guide: Guide) -> None:
    """Asked once about dying, by mistake, a grandmother read of it till she said thanks."""
    for crisis in CRISIS:
        standing = BEGIN.to(ask_name([crisis, Route.FAMILY]))
        for share, length in product((0.05, 0.3), (2, 9)):
            later = Understanding(Certainty.OPEN, (Route.OTHER,), shares={crisis: share}, length=length)
            found = answer_to(later, standing, Visit(), the_guide)
            assert (route_of(found) is Route.FAMILY) is (share < 0.1 and length > 3)
        alone = Understanding(Certainty.OPEN, (Route.OTHER,), shares={crisis: 0.05}, length=9)
        assert route_of(answer_to(alone, BEGIN.to(ask_name([crisis])), Visit(), the_guide)) is crisis


def test_a_doubt_beside_a_subject_is_no_question_about_dying(the_guide: Guide) -> None:
    """ "Maybe I am reading too much into it"."""
    standing = BEGIN.to(again(HEARD[Route.BYSTANDER], HEARD[Route.BYSTANDER]))
    for mention, is_firm, share in product(Mention, (False, True), (0.1, 0.6, 0.9, 0.97)):
        said = Understanding(
            Certainty.ASK,
            (Route.SUICIDAL,),
            shares={Route.SUICIDAL: 0.5},
            crises={Route.SUICIDAL: share},
            length=9,
            mentions=(mention,),
            is_firm=is_firm,
        )
        found = answer_to(said, standing, Visit(), the_guide)
        least = 0.35 if mention is Mention.FEELING else 0.95
        assert (route_of(found) in CRISIS) is (is_firm or share > least)
        assert is_firm or mention is Mention.FEELING or own_route(found) not in CRISIS


def test_a_fact_that_is_asked_for_again_is_said_again(the_guide: Guide) -> None:
    """ "Are you the police?", after "who did this", got "this is a lot to carry alone"."""
    asks = Understanding(Certainty.SURE, (Route.BOT,), shares={Route.BOT: 0.9}, length=4, asks=True)
    once = answer_to(asks, BEGIN.to(HEARD[Route.REPORTED]), Visit(), the_guide)
    assert own_route(once) is Route.BOT
    assert answer_to(asks, BEGIN.to(once), Visit(), the_guide) == once


def test_a_relation_in_a_few_words_makes_no_harm_less_likely(the_guide: Guide) -> None:
    """ "When he babysits", then "he makes me touch him"."""
    assert Route.SEXUAL not in weights(BEGIN.to(HEARD[Route.CARER]), the_guide)
    assert weights(BEGIN.to(again(HEARD[Route.CARER], HEARD[Route.CARER])), the_guide)[Route.SEXUAL] < 1


def test_a_crisis_weighs_no_more_for_having_been_asked_about(the_guide: Guide) -> None:
    for crisis in CRISIS:
        assert crisis not in weights(BEGIN.to(ask_name([crisis, Route.BYSTANDER])), the_guide)


@pytest.mark.parametrize("crisis", sorted(CRISIS))
def test_no_number_stands_where_an_answer_speaks_of_another(crisis: Route, the_guide: Guide) -> None:
    """Below "Veilig Thuis denkt mee:" stood 112 alone. Now the crisis has a sentence of its own, above."""
    for route in SUBJECTS - CRISIS:
        page = named(keeping(HEARD[route], crisis), the_guide)
        assert page is not None
        assert page.parts[0] == CRISIS_STAYS[crisis]
        shown, own = (
            next(part for part in parts if isinstance(part, Numbers))
            for parts in (page.parts, ANSWERS[HEARD[route]].parts)
        )
        assert [*shown.helplines] == [line for line in own.helplines if line != "emergency"]


def test_a_story_about_others_after_danger_is_taken_up_below_112(the_guide: Guide) -> None:
    """ "I feel bad for the mother, she is alone and has two jobs" was told to get away."""
    for length, others, danger, asks in product((5, 9), (0.1, 0.4), (0.05, 0.3), (False, True)):
        shares = {Route.BYSTANDER: others, Route.ACUTE: danger}
        later = Understanding(Certainty.OPEN, (Route.OTHER,), shares=shares, length=length, asks=asks)
        found = answer_to(later, BEGIN.to(again(HEARD[Route.ACUTE], HEARD[Route.ACUTE])), Visit(), the_guide)
        is_taken_up = length == 9 and others > 0.25 and danger < 0.1 and not asks
        assert (own_route(found) is Route.BYSTANDER) is is_taken_up
        assert route_of(found) is Route.ACUTE


def test_no_line_stands_twice_in_an_answer(the_guide: Guide, the_locales: Locales) -> None:
    """The human lines of small talk stood above those of the subject that was kept."""
    kept = [keeping(name, route) for name in MANNERS for route in SUBJECTS | SAY_WHO]
    further = [in_words_for(said, name) for name in kept for said in (UNKNOWN, *LETTERS.values())]
    for name in (*offer_proofs.samples(the_guide), *kept, *further):
        if answer := named(name, the_guide):
            for locale in the_locales.values():
                lines = [
                    str(block.said)
                    for block in Speech(locale, frozenset()).blocks(answer.parts)
                    if isinstance(block, Paragraph)
                ]
                assert len(lines) == len(set(lines)), name


def test_a_yes_answers_a_question_that_asks_one_thing(the_guide: Guide) -> None:
    """ "Ja beetje", to a question about dying, got the page for parents."""
    yes = Understanding(Certainty.OPEN, (Route.PARENT,), length=2, says_yes=True, says_little=True)
    for crisis in CRISIS:
        standing = BEGIN.to(ask_name([crisis, Route.PARENT]))
        assert answer_to(yes, standing, Visit(), the_guide) == HEARD[crisis]
        assert answer_to(replace(yes, length=5), standing, Visit(), the_guide) != HEARD[crisis]
    leans = BEGIN.to(ask_name([Route.CHILD, Route.TOLD], leans=True))
    assert answer_to(yes, leans, Visit(), the_guide) == HEARD[Route.CHILD]
    among = BEGIN.to(ask_name([Route.CHILD, Route.PARENT]))
    assert is_question(answer_to(yes, among, Visit(), the_guide))


@pytest.mark.parametrize("text", ["ja beetje", "ja", "yes i think so", "klopt", "kinda", "soms"])
def test_a_yes_is_heard_as_one(text: str) -> None:
    assert LISTENER.hear(text).says_yes


def test_an_age_under_18_brings_the_part_for_children_and_danger_keeps_its_number(the_guide: Guide) -> None:
    age = Understanding(Certainty.SURE, (Route.YOUNG,), length=2, is_child=True, says_i_am=True)
    for before in GROWN_UP:
        assert answer_to(age, BEGIN.to(HEARD[before]), Visit(), the_guide) == HEARD[Route.YOUNG]
    danger = named(answer_to(age, BEGIN.to(HEARD[Route.ACUTE]), Visit(), the_guide), the_guide)
    assert danger is not None
    assert first_line(danger) == "emergency"
    assert danger.meant[0].screen == "child_home"


def test_a_question_beside_a_story_claims_nothing_that_is_not_likely(the_guide: Guide) -> None:
    """ "Can I put a note through their door?" was asked about dying."""
    for claim in CLAIMS - {Route.TOLD}:
        for share, asks in product((0.3, 0.65), (False, True)):
            crises = {claim: share} if claim in CRISIS else {}
            later = Understanding(Certainty.SURE, (claim,), shares={claim: share}, crises=crises, length=9, asks=asks)
            found = answer_to(later, BEGIN.to(HEARD[Route.TOLD]), Visit(), the_guide)
            if asks and share < 0.35:
                assert route_of(found) is Route.TOLD
        firm = Understanding(Certainty.SURE, (claim,), shares={claim: 0.1}, length=9, asks=True, is_firm=True)
        if claim in CRISIS:
            assert route_of(answer_to(firm, BEGIN.to(HEARD[Route.TOLD]), Visit(), the_guide)) is claim


def test_professionals_read_the_rule_for_their_own_name(the_guide: Guide) -> None:
    """A dentist read that the family hears a name only if its owner agrees."""
    asks = Understanding(Certainty.TOPIC, (Route.QUESTION,), ("doubt_known",), length=8, nearness=0.3, asks=True)
    for route, screen in ((Route.PROFESSIONAL, "pro_report_name"), (Route.BYSTANDER, "doubt_known")):
        page = named(answer_to(asks, BEGIN.to(HEARD[route]), Visit(), the_guide), the_guide)
        assert page is not None
        assert page.meant[0].screen == screen


def test_he_hits_me_after_a_story_about_others_is_about_oneself(the_guide: Guide) -> None:
    shares = {Route.PARTNER: 0.45, Route.CHILD: 0.4}
    later = Understanding(Certainty.ASK, (Route.PARTNER, Route.CHILD), shares=shares, length=3)
    found = answer_to(later, BEGIN.to(again(HEARD[Route.ABOUT_OTHER], HEARD[Route.ABOUT_OTHER])), Visit(), the_guide)
    assert route_of(found) is Route.PARTNER
    assert is_question(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik kan niet bellen"),
        ("nl", "hij hoort me"),
        ("nl", "ik durf niet te bellen hij hoort me"),
        ("nl", "kan ik 112 ook appen"),
        ("en", "i cant talk he will hear me"),
        ("en", "whisper only"),
    ],
)
async def test_who_cannot_speak_in_danger_reads_how_112_can_be_reached(language: str, text: str) -> None:
    """They read the office hours of a chat."""
    person = Person(language)
    await person.start()
    await person.write("hij slaat de deur in help" if language == "nl" else "he is breaking down the door help")
    await person.write(text)
    assert "112NL" in person.text
    assert person.text.index("112") < person.text.index(VEILIG_THUIS)
    calm = Person(language)
    await calm.start()
    await calm.write(text)
    assert "112NL" not in calm.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ja maar het is weer stil volgens mij"),
        ("nl", "dat was vorige week hoor"),
        ("en", "its quiet like i said"),
    ],
)
async def test_word_that_it_is_over_ends_danger_in_a_longer_text_too(language: str, text: str) -> None:
    person = await in_danger(language)
    await person.write(text)
    assert OVER in person.handler.last_pages.place(person.user_id, person.clock())
    await person.write("hij slaat haar weer nu" if language == "nl" else "he is beating her again right now")
    assert person.text.index("112") < person.text.index(VEILIG_THUIS)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "hij is weg met de baby"),
        ("nl", "hij is gestopt met ademen"),
        ("nl", "hij is nu stil. te stil?"),
        ("nl", "het is nu stil maar hij bloedt"),
        ("en", "he left with my son"),
        ("en", "it is quiet, is she dead?"),
    ],
)
async def test_a_child_that_is_gone_or_silent_is_no_end_of_danger(language: str, text: str) -> None:
    person = await in_danger(language)
    await person.write(text)
    assert person.text.index("112") < person.text.index(VEILIG_THUIS)
    assert OVER not in person.handler.last_pages.place(person.user_id, person.clock())


@pytest.mark.parametrize(
    ("language", "text", "is_taken"),
    [
        ("nl", "al 12 ingenomen", True),
        ("nl", "ik heb ze net gepakt", True),
        ("nl", "heb er 20 op", True),
        ("en", "what if i already took some", True),
        ("en", "took 6 an hour ago", True),
        ("nl", "hij heeft mijn telefoon gepakt", False),
        ("en", "it took a long time to write this", False),
    ],
)
async def test_whoever_thought_of_dying_and_took_something_reads_112_first(
    language: str, text: str, is_taken: bool
) -> None:
    person = Person(language)
    await person.start()
    await person.write("ik wil niet meer leven" if language == "nl" else "i want to die")
    await person.write(text)
    assert (first_number(person.text) == "112") is is_taken


async def in_danger(language: str) -> Person:
    """Somebody who told of danger now."""
    person = Person(language)
    await person.start()
    await person.write("hij slaat haar nu help" if language == "nl" else "he is beating her right now help")
    return person


@pytest.mark.parametrize(
    "text", ["ikzelf", "en ik ook", "me too", "bij mij thuis ook", "i mean me", "im talking about me"]
)
def test_who_means_themselves_is_no_onlooker_any_more(text: str, the_guide: Guide) -> None:
    for before in (Route.BYSTANDER, Route.ABOUT_OTHER, Route.FAMILY, Route.TOLD):
        found = answer_to(LISTENER.hear(text), BEGIN.to(again(HEARD[before], HEARD[before])), Visit(), the_guide)
        assert own_route(found) not in ABOUT_OTHERS | {Route.TOLD}


async def test_behind_a_question_about_dying_somebody_i_know_keeps_the_number() -> None:
    """A girl who wrote that her friend wants to die pressed it, and read Veilig Thuis alone."""
    person = Person("nl")
    place = person.handler.pages.opened_by(BEGIN.to(ask_name([Route.SUICIDAL, Route.ABOUT_OTHER])), DAY)
    tap = next(
        Tap.unpack(str(one.callback_data)) for row in place.keyboard for one in row if one.text == "Iemand die ik ken"
    )
    assert tap is not None
    page = person.handler.pages.opened_by(tap, DAY)
    assert page.text.index("113") < page.text.index(VEILIG_THUIS)
