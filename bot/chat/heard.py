"""What a typed text gets at the place where somebody is: the name of an answer.

What a text may mean at all, and which answer that gets, is `listening`; what each offers is the guide's. Here is what
the place adds: what was heard before, and where somebody reads, make some meanings likelier; a grave answer stays
until something clearly different is said; and what nobody understands leaves the subject as it is.
"""

from collections.abc import Mapping

from bot.chat.tap import Tap
from flows.answers import FOLLOW_UP, HEARD, LONG_STORY
from flows.guide import Guide
from flows.offers import ASK, KEPT, LEANS, MOST, again, ask_name, is_heard, keeping, more, route_of, routes_of
from flows.question import CHILDREN, asks_whom
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.visit import START, Visit
from flows.words.asking import ASKED
from flows.words.small_talk import FAULT, HELPFUL, MANNERS, SECRET, SOMEBODY, TO_CHILD, TO_PROFESSIONAL
from listening.answer import FEW, GROWN_UP, STORY, answer_of, staying
from listening.understanding import Certainty, Understanding

HEARD_BEFORE, ASKED_BEFORE, READ_ABOUT, ELSEWHERE = 3.0, 2.0, 2.0, 0.5
"""How much likelier a route is that was heard before; one that we asked for beside it; one of the region where somebody
reads; and one that claims something and is of no such region."""

READERS = {
    "bystander": {Route.BYSTANDER, Route.TOLD, Route.ABOUT_OTHER, Route.QUESTION, Route.CALLED, Route.VOLUNTEER},
    "child": {Route.CHILD, Route.SEXUAL, Route.SEXTORTION, Route.YOUNG},
    "parent": {Route.PARENT, Route.REPORTED, Route.TOLD, Route.CARER, Route.HARD_THOUGHTS},
    "adult": {Route.PARTNER, Route.SURVIVOR},
    "professional": {Route.PROFESSIONAL, Route.TOLD, Route.QUESTION},
    "municipality": {Route.MUNICIPALITY, Route.QUESTION},
}
"""Whose words the words in a region may be."""

CRISIS_LINE = "suicide_prevention"

DETAILS = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY})
"""An age or a relation: within a subject it is a detail, and no case of its own."""
ROLES = {Route.PROFESSIONAL: "professional", Route.VOLUNTEER: "bystander", Route.YOUNG: "child"}
"""Routes by which visitors say who they are, each with the region that is written for them. What they say next, they
say as that."""
SPEAKERS = ROLES | {Route.CHILD: "child", Route.FAMILY: "bystander", Route.CARER: "parent"}
"""And others whose words tell who they are: "ik ben oma", then "er is geen schoon bed"."""
FORMS = {"child": TO_CHILD, "professional": TO_PROFESSIONAL}
"""How small talk is answered to them."""
MANY = 8
"""Words that are clearly something else."""
FOR_WORK = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY})
SMALL_TALK = DETAILS | {Route.GREETING, Route.THANKS, Route.OTHER, Route.BOT}
BESIDE = frozenset(Route) - SUBJECTS - FOR_WORK - DETAILS
"""Routes of words beside a subject, such as a question about privacy: the subject stays behind them."""
ANYTHING = frozenset({Route.QUESTION, Route.OTHER})
"""Of these, many words are about something else; a visitor who asks for a person is still at the subject."""
NAMED_BY_NUMBER = frozenset({Route.SEXUAL, Route.SEXTORTION, Route.SURVIVOR, Route.HARD_THOUGHTS})
"""Their own lines say what happened."""
HURTS = CLAIMS - CRISIS - {Route.PARENT, Route.HARD_THOUGHTS, Route.REPORTED, Route.TOLD}
"""What may be the reason for thoughts of death: it is answered too, and their number stays first."""
DID = frozenset({Route.PARENT, Route.HARD_THOUGHTS, Route.REPORTED})
"""To these nobody says that it is the doing of another."""
DANGER_BESIDE = 0.4
"""How likely danger has to be to be asked about beside a subject, whose answer shows 112 already: "what do I do now" is
no new danger."""


def weights(here: Tap, guide: Guide) -> Mapping[Route, float]:
    """How much likelier each route is at this place than anywhere."""
    before = [route for route in routes_of(here.answer) if route not in SMALL_TALK - DETAILS]
    region = guide.region(here.screen) if here.screen in guide.screens else ""
    readers = READERS.get(SPEAKERS.get(before[0], region) if before else region, set())
    found = dict.fromkeys(CLAIMS - CRISIS - readers, ELSEWHERE) if readers else {}
    found |= dict.fromkeys(readers, READ_ABOUT)
    return found | dict.fromkeys(before[1:], ASKED_BEFORE) | dict.fromkeys(before[:1], HEARD_BEFORE)


def answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide) -> str:
    """The name of the answer to a text that was typed at a place: that of the answer that stands there, if it stays,
    but not in the same words."""
    return again(_answer_to(heard, here, visit, guide), here.answer)


def _answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide) -> str:
    before = _before(here, guide)
    if of_an_age := _of_an_age(heard, here, before):
        return of_an_age
    if _stays(heard, here, before):
        return _staying(heard, here, before, visit, guide)
    is_about_others = heard.certainty is Certainty.SURE and heard.route in ABOUT_OTHERS
    found = answer_of(heard, visit, guide, before if before in ROLES and is_about_others else None)
    if heard.certainty is Certainty.LANGUAGE or (not found and before in SUBJECTS):
        return found or here.answer
    nothing = LONG_STORY if heard.length >= STORY else HEARD[Route.OTHER] if visit.screen == START else FOLLOW_UP
    found = found or nothing
    if found.startswith(f"{ASK}_") and heard.route not in CRISIS and (child := _child(heard, here, before)):
        return keeping(_asking_too(found, before) if before in SUBJECTS else found, child)
    return _beside(found, before, here, heard) if before in SUBJECTS else found


def _staying(heard: Understanding, here: Tap, before: Route | None, visit: Visit, guide: Guide) -> str:
    """The name of the answer that stands, with the screens that are asked for now. Somebody who tells more after a
    crisis reads its numbers in other words."""
    is_told = here.answer and KEPT not in here.answer and not here.answer.startswith(f"{ASK}_")
    if before not in CLAIMS or not is_told:
        return here.answer
    if before in CRISIS:
        tells_more = heard.route not in SMALL_TALK or (heard.route is Route.OTHER and heard.length > FEW)
        return (staying(before, heard, visit, guide) or more(here.answer)) if tells_more else here.answer
    return (heard.certainty is not Certainty.OPEN and staying(before, heard, visit, guide)) or here.answer


def _child(heard: Understanding, here: Tap, before: Route | None) -> Route | None:
    """The route with the line for children, if a child is typing: their words said so, were heard as a child's, or
    got a question for children. It goes where the words are a grown-up's."""
    if heard.is_child or before is Route.YOUNG:
        return Route.YOUNG
    was_asked = here.answer.startswith(f"{ASK}_") and KEPT not in here.answer
    is_child = before is Route.CHILD and not (was_asked and asks_whom(routes_of(here.answer)) != CHILDREN)
    return Route.CHILD if is_child and heard.route not in GROWN_UP else None


def in_manners(name: str, here: Tap, guide: Guide) -> str:
    """The name of the answer to small talk at a place: what was heard before stays behind it. After thoughts of death
    the page stays as it is, unless help is near."""
    before = _before(here, guide)
    if before is Route.SUICIDAL and name not in HELPFUL:
        return here.answer
    if (name == SOMEBODY and before in SUBJECTS) or (name == FAULT and before in DID):
        return again(here.answer, here.answer)
    region = guide.region(here.screen) if here.screen in guide.screens else ""
    heard = routes_of(here.answer)
    reader = "child" if Route.CHILD in heard else SPEAKERS.get(heard[0], "") if heard else region
    if name == SECRET and {Route.OTHER}.issuperset(heard) and here.screen == START:  # mostly children ask that
        reader = "child"
    return with_subject(next(filter(MANNERS.__contains__, (name + FORMS.get(reader, ""), name))), here, guide)


def with_subject(name: str, here: Tap, guide: Guide) -> str:
    """The name of an answer that says nothing of a subject, such as that we hear no voice messages, with the number of
    what was heard before."""
    asked = [_before(here, guide), *routes_of(here.answer)]
    kept = (route for route in asked if route in SUBJECTS | SAY_WHO and _was_said(route, here, is_beside=True))
    return keeping(name, route) if (route := next(kept, None)) else name


def _beside(found: str, before: Route, here: Tap, heard: Understanding) -> str:
    """An answer with what was heard before: among the buttons of a question, or as the number that stays first."""
    is_beside = heard.route in (BESIDE if heard.certainty is Certainty.SURE else BESIDE | FOR_WORK)
    was_said = _was_said(before, here, is_beside=is_beside)
    is_kept = was_said and (before in CLAIMS or is_beside) and _is_less(heard, before)
    found = _asking_too(found, before)
    return keeping(found, before) if is_kept else found


def _was_said(before: Route, here: Tap, *, is_beside: bool) -> bool:
    """A route that was only asked about was not said: its number stands beside no claim, and never if it tells much."""
    was_shown = before in CRISIS or KEPT in here.answer or not here.answer.startswith(f"{ASK}_")
    return was_shown or (is_beside and before not in NAMED_BY_NUMBER)


def _before(here: Tap, guide: Guide) -> Route | None:
    """The route of the answer that stands, or thoughts of death where the page of the map is about those."""
    if not here.answer and here.screen in guide.screens and CRISIS_LINE in guide.screens[here.screen].helplines:
        return Route.SUICIDAL
    return route_of(here.answer)


def _of_an_age(heard: Understanding, here: Tap, before: Route | None) -> str:
    """The name of the answer where an age was said that may be the visitor's own: "ik ben 13", or only "13". "Ze is 13"
    is said of whom they write about."""
    if heard.certainty is not Certainty.SURE or heard.route is not Route.YOUNG:
        return ""
    if heard.says_i_am and before in ABOUT_OTHERS | {Route.PARTNER}:
        return HEARD[Route.YOUNG]
    is_alone = heard.length == 1
    asked = routes_of(here.answer) if here.answer.startswith(f"{ASK}_") else []
    if heard.is_child and Route.CHILD in asked[:1]:
        return HEARD[Route.CHILD]
    if (is_alone or heard.says_i_am) and Route.CHILD in asked:
        return keeping(here.answer, Route.YOUNG)
    return ask_name([before, Route.YOUNG]) if is_alone and before in ABOUT_OTHERS else ""


def _stays(heard: Understanding, here: Tap, before: Route | None) -> bool:
    """Whether the answer that stands is still the right one: what was said means nothing of its own beside it."""
    is_sure = heard.certainty is Certainty.SURE
    is_nothing = heard.certainty is Certainty.OPEN or (is_sure and heard.route is Route.GREETING)
    if before is None:  # the screens of a topic: "hallo?" asks for nothing else
        return is_heard(here.answer) and here.answer not in MANNERS and is_nothing and heard.length <= FEW
    if before in SMALL_TALK - DETAILS or heard.certainty is Certainty.LANGUAGE:
        return False
    if before in CRISIS:
        return _crisis_stays(heard, here)
    if heard.certainty is Certainty.ASK or (heard.says_no and not is_sure):
        is_slight = heard.route is Route.ACUTE and heard.shares.get(Route.ACUTE, 1.0) < DANGER_BESIDE
        says_little = (heard.says_little and heard.length <= FEW) or (heard.says_no and heard.route not in CRISIS)
        is_same = before in heard.routes and heard.route not in CRISIS
        return is_same or (before in SUBJECTS and (is_slight or says_little))
    if heard.certainty is Certainty.TOPIC:
        return before in CLAIMS and heard.route is Route.OTHER
    is_detail = heard.route in DETAILS or (heard.length <= FEW and {before, heard.route} <= ABOUT_OTHERS)
    return is_nothing or (is_sure and is_detail)


def _crisis_stays(heard: Understanding, here: Tap) -> bool:
    """A crisis stays through all that is less; one that we only asked about makes way for something else that is clear,
    and so does another answer that stands with its number, such as who can read this. The number stays."""
    is_sure = heard.certainty is Certainty.SURE
    if KEPT in here.answer:
        return heard.certainty is Certainty.OPEN or (is_sure and heard.route in SMALL_TALK)
    was_asked = here.answer.startswith(f"{ASK}_") and KEPT not in here.answer
    if is_sure and was_asked and heard.route in CLAIMS - set(routes_of(here.answer)):
        return False
    if is_sure and route_of(here.answer) is Route.SUICIDAL and heard.route in HURTS:
        return False
    is_question = heard.certainty is Certainty.TOPIC and heard.route is Route.QUESTION
    return not is_question and (not is_sure or heard.route in SMALL_TALK | CLAIMS - CRISIS)


def _is_less(heard: Understanding, before: Route) -> bool:
    """Whether what was said is less grave than what was heard before, and not clearly something else."""
    is_of_the_same = before is Route.ACUTE or (before is Route.SUICIDAL and heard.route in ABOUT_OTHERS)
    is_much = heard.length >= MANY and not is_of_the_same and heard.route not in BESIDE - ANYTHING
    is_for_work = heard.route in FOR_WORK and heard.certainty is Certainty.SURE
    is_something_else = is_for_work or (heard.route not in CLAIMS and is_much)
    order = list(Route)
    return not is_something_else and order.index(before) < order.index(heard.route)


def _asking_too(name: str, route: Route) -> str:
    """The name of the same question with a route that was heard before among its buttons, behind the likeliest."""
    kind, _, rest = name.partition("_")
    letters, behind, first = rest.removeprefix(LEANS).partition("_")
    if kind != ASK or ASKED[route][0] in letters:
        return name
    return f"{ASK}_{letters[:1]}{ASKED[route][0]}{letters[1 : MOST - 1]}{behind}{first}"
