"""What a typed text gets at the place where somebody is: the name of an answer.

What a text may mean at all, and which answer that gets, is `listening`; what each offers is the guide's. Here is what
the place adds: what was heard before, and where somebody reads, make some meanings likelier; a grave answer stays
until something clearly different is said; and what nobody understands leaves the subject as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.tap import Tap
from flows.answers import FOLLOW_UP, HEARD
from flows.guide import Guide
from flows.offers import ASK, KEPT, is_heard, keeping, route_of, routes_of
from flows.routes import CLAIMS, CRISIS, Route
from flows.visit import START, Visit
from listening.answer import FEW, answer_of
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
MANY = 8
"""Words that are clearly something else."""
FOR_WORK = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY})
SMALL_TALK = DETAILS | {Route.GREETING, Route.THANKS, Route.OTHER, Route.BOT}


def weights(here: Tap, guide: Guide) -> Mapping[Route, float]:
    """How much likelier each route is at this place than anywhere."""
    before = [route for route in routes_of(here.answer) if route not in SMALL_TALK - DETAILS]
    readers = READERS.get(guide.region(here.screen), set()) if here.screen in guide.screens else set()
    found = dict.fromkeys(CLAIMS - CRISIS - readers, ELSEWHERE) if readers else {}
    found |= dict.fromkeys(readers, READ_ABOUT)
    return found | dict.fromkeys(before[1:], ASKED_BEFORE) | dict.fromkeys(before[:1], HEARD_BEFORE)


def answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide) -> str:
    """The name of the answer to a text that was typed at a place: that of the answer that stands there, if it stays."""
    before = _before(here, guide)
    if _stays(heard, here, before):
        return here.answer
    found = answer_of(heard, visit, guide)
    if heard.certainty is Certainty.LANGUAGE:
        return found
    found = found or (HEARD[Route.OTHER] if visit.screen == START else FOLLOW_UP)
    # What was only asked for was not said.
    was_shown = before in CRISIS or KEPT in here.answer or not here.answer.startswith(f"{ASK}_")
    return keeping(found, before) if before in CLAIMS and was_shown and _is_less(heard, before) else found


def _before(here: Tap, guide: Guide) -> Route | None:
    """The route of the answer that stands, or thoughts of death where the page of the map is about those."""
    if not here.answer and here.screen in guide.screens and CRISIS_LINE in guide.screens[here.screen].helplines:
        return Route.SUICIDAL
    return route_of(here.answer)


def _stays(heard: Understanding, here: Tap, before: Route | None) -> bool:
    """Whether the answer that stands is still the right one: what was said means nothing of its own beside it."""
    is_sure = heard.certainty is Certainty.SURE
    is_nothing = heard.certainty is Certainty.OPEN or (is_sure and heard.route is Route.GREETING)
    if before is None:  # the screens of a topic: "hallo?" asks for nothing else
        return is_heard(here.answer) and is_nothing and heard.length <= FEW
    if before in SMALL_TALK - DETAILS or heard.certainty is Certainty.LANGUAGE:
        return False
    if before in CRISIS:
        is_question = heard.certainty is Certainty.TOPIC and heard.route is Route.QUESTION
        return not is_question and (not is_sure or heard.route in SMALL_TALK | CLAIMS - CRISIS)
    if heard.certainty is Certainty.ASK:
        return before in heard.routes and heard.route not in CRISIS
    if heard.certainty is Certainty.TOPIC:
        return before in CLAIMS and heard.route is Route.OTHER
    return is_nothing or (is_sure and heard.route in DETAILS)


def _is_less(heard: Understanding, before: Route) -> bool:
    """Whether what was said is less grave than what was heard before, and not clearly something else."""
    is_much = heard.length >= MANY and (before is not Route.ACUTE or heard.certainty is Certainty.SURE)
    is_something_else = heard.route in FOR_WORK or (heard.route not in CLAIMS and is_much)
    order = list(Route)
    return not is_something_else and order.index(before) < order.index(heard.route)
