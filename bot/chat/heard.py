"""What a typed text gets at the place where somebody is: the name of an answer.

What a text may mean at all is `listening`; which answers there are, and what each offers, is the guide's. Here is what
the place adds: what was heard before, and where somebody reads, make some meanings likelier; a grave answer stays
until something clearly different is said; and what nobody understands leaves the subject as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.tap import Tap
from flows.answers import ANSWERS, FOLLOW_UP, HEARD
from flows.detours import asked_for
from flows.guide import Guide
from flows.offers import ASK, also_name, ask_name, keeping, language_name, leads_to_parents, route_of, topic_name
from flows.routes import CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Visit
from listening.understanding import Certainty, Understanding

LIKELY = 0.1
"""How likely a child's own abuse has to be to count beside other routes."""

CLAIMED = 0.25
"""How likely a route has to be for a screen that claims the same to be offered."""

HEARD_BEFORE, READ_ABOUT, ELSEWHERE = 3.0, 2.0, 0.5
"""How much likelier a route is that was heard before; one of the region where somebody reads; and one that claims
something and is of no such region."""

READERS = {
    "bystander": {Route.BYSTANDER, Route.ABOUT_OTHER, Route.QUESTION, Route.CALLED, Route.VOLUNTEER},
    "child": {Route.CHILD, Route.SEXUAL, Route.SEXTORTION, Route.YOUNG},
    "parent": {Route.PARENT, Route.REPORTED, Route.CARER, Route.HARD_THOUGHTS},
    "adult": {Route.PARTNER, Route.SURVIVOR},
    "professional": {Route.PROFESSIONAL, Route.QUESTION},
    "municipality": {Route.MUNICIPALITY, Route.QUESTION},
}
"""Whose words the words in a region may be."""

CRISIS_LINE = "suicide_prevention"

DETAILS = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY})
"""An age or a relation: within a subject it is a detail, and no case of its own."""
FEW, MANY = 3, 8
"""Words that say too little to open a page about oneself, and those that are clearly something else."""
FOR_WORK = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY})
GROWN_UP = FOR_WORK | {Route.VOLUNTEER, Route.CARER}
"""These are no children: "trainer" and "ik ben juf" open no page about a child's own trainer or teacher."""
SMALL_TALK = DETAILS | {Route.GREETING, Route.THANKS, Route.OTHER, Route.BOT}


def weights(here: Tap, guide: Guide) -> Mapping[Route, float]:
    """How much likelier each route is at this place than anywhere."""
    before = route_of(here.answer)
    readers = READERS.get(guide.region(here.screen), set()) if here.screen in guide.screens else set()
    found = dict.fromkeys(CLAIMS - CRISIS - readers, ELSEWHERE) if readers else {}
    found |= dict.fromkeys(readers, READ_ABOUT)
    return found | {before: HEARD_BEFORE} if before else found


def answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide) -> str:
    """The name of the answer to a text that was typed at a place: that of the answer that stands there, if it stays."""
    before = _before(here, guide)
    if _stays(heard, before):
        return here.answer
    found, screens = "", _offered(heard, visit, guide)
    if heard.certainty is Certainty.LANGUAGE:
        return language_name(heard.language)
    if heard.certainty is Certainty.ASK:
        found = ask_name(heard.routes, screens)
    elif screens and (heard.certainty is Certainty.TOPIC or _asks(heard)):
        found = topic_name(screens)
    elif heard.certainty is Certainty.SURE:
        found = also_name(heard.route, _of_route(heard.route, screens, guide))
    found = found or (HEARD[Route.OTHER] if visit.screen == START else FOLLOW_UP)
    was_shown = before in CRISIS or not here.answer.startswith(f"{ASK}_")  # what was only asked for was not said
    return keeping(found, before) if before in CLAIMS and was_shown and _is_less(heard, before) else found


def _asks(heard: Understanding) -> bool:
    return heard.certainty is Certainty.SURE and heard.route is Route.QUESTION


def _before(here: Tap, guide: Guide) -> Route | None:
    """The route of the answer that stands, or thoughts of death where the page of the map is about those."""
    if not here.answer and here.screen in guide.screens and CRISIS_LINE in guide.screens[here.screen].helplines:
        return Route.SUICIDAL
    return route_of(here.answer)


def _stays(heard: Understanding, before: Route | None) -> bool:
    """Whether the answer that stands is still the right one: what was said means nothing of its own beside it."""
    if before is None or before in SMALL_TALK - DETAILS or heard.certainty is Certainty.LANGUAGE:
        return False
    is_sure = heard.certainty is Certainty.SURE
    if before in CRISIS:
        is_question = heard.certainty is Certainty.TOPIC and heard.route is Route.QUESTION
        return not is_question and (not is_sure or heard.route in SMALL_TALK | CLAIMS - CRISIS)
    if heard.certainty is Certainty.ASK:
        return before in heard.routes and heard.route not in CRISIS
    return heard.certainty is Certainty.OPEN or (is_sure and heard.route in DETAILS | {Route.GREETING})


def _is_less(heard: Understanding, before: Route) -> bool:
    """Whether what was said is less grave than what was heard before, and not clearly something else."""
    is_something_else = heard.route in FOR_WORK or (heard.route not in CLAIMS and heard.length >= MANY)
    order = list(Route)
    return not is_something_else and order.index(before) < order.index(heard.route)


def _offered(heard: Understanding, visit: Visit, guide: Guide) -> list[str]:
    """The screens that a text asks for, as far as they are open. About a child's own abuse none leads to a talk with
    the parents, and a few words open no page about oneself: "baby" is no confession."""
    keeps = any(route in heard.routes or heard.shares.get(route, 0.0) >= LIKELY for route in KEEPS_FROM_PARENTS)
    found = []
    for screen in heard.screens:
        if not _may_be_offered(screen, heard, guide):
            continue
        there = asked_for(guide, screen, visit)
        if there and there.screen == screen and not (keeps and leads_to_parents(guide, there)):
            found.append(screen)
    return found


def _may_be_offered(screen: str, heard: Understanding, guide: Guide) -> bool:
    """Whether a screen that claims something of its reader fits what was said: it has to be a likely route's own."""
    if heard.route in GROWN_UP and guide.region(screen) == "child":
        return False
    owners = [
        route for route in CLAIMS - {Route.ACUTE} if screen in {visit.screen for visit in ANSWERS[HEARD[route]].meant}
    ]
    if heard.length <= FEW and screen in ABOUT_ONESELF and heard.certainty is not Certainty.SURE:
        return False
    return not owners or any(heard.shares.get(route, 0.0) >= CLAIMED for route in owners)


def _of_route(route: Route, screens: list[str], guide: Guide) -> list[str]:
    """Where something may have happened to the visitor, only screens of the regions that this answer leads to."""
    if route not in CLAIMS:
        return screens
    regions = {guide.region(visit.screen) for visit in ANSWERS[HEARD[route]].meant}
    return [screen for screen in screens if guide.region(screen) in regions]
