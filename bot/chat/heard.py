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
from flows.offers import (
    ASK,
    KEPT,
    also_name,
    ask_name,
    is_heard,
    keeping,
    language_name,
    leads_to_parents,
    route_of,
    routes_of,
    topic_name,
)
from flows.routes import CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Visit
from listening.understanding import Certainty, Understanding

LIKELY, LIKELY_ENOUGH = 0.05, 0.1
"""How likely a child's own abuse has to be for no screen to lead to the parents, and for an answer that would lead
there to be asked for instead."""

CLAIMED = 0.15
"""How likely a route has to be for a screen that claims the same to be offered."""

HEARD_BEFORE, ASKED_BEFORE, READ_ABOUT, ELSEWHERE = 3.0, 2.0, 2.0, 0.5
"""How much likelier a route is that was heard before; one that we asked for beside it; one of the region where somebody
reads; and one that claims something and is of no such region."""

READERS = {
    "bystander": {Route.BYSTANDER, Route.ABOUT_OTHER, Route.QUESTION, Route.CALLED, Route.VOLUNTEER},
    "child": {Route.CHILD, Route.SEXUAL, Route.SEXTORTION, Route.YOUNG},
    "parent": {Route.PARENT, Route.REPORTED, Route.CARER, Route.HARD_THOUGHTS},
    "adult": {Route.PARTNER, Route.SURVIVOR},
    "professional": {Route.PROFESSIONAL, Route.QUESTION},
    "municipality": {Route.MUNICIPALITY, Route.QUESTION},
}
"""Whose words the words in a region may be."""

_HARM = (Route.SUICIDAL, Route.SEXUAL, Route.SEXTORTION, Route.PARENT, Route.HARD_THOUGHTS)
_CALM = {visit.screen for route in Route if route not in CLAIMS for visit in ANSWERS[HEARD[route]].meant}
_CLAIMED = {
    visit.screen: [route for route in _HARM if visit in ANSWERS[HEARD[route]].meant]
    for of in _HARM
    for visit in ANSWERS[HEARD[of]].meant
    if visit.screen in ABOUT_ONESELF - _CALM
}
"""The screens that say of their readers what hurts when it is not so, and the routes that they are of."""

CRISIS_LINE = "suicide_prevention"

IDENTITIES = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY, Route.VOLUNTEER})
BRIEF = 5
"""Words that say who somebody is, and nothing to look for."""
DETAILS = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY})
"""An age or a relation: within a subject it is a detail, and no case of its own."""
FEW, MANY = 3, 8
"""Words that say too little to open a page about oneself, and those that are clearly something else."""
ASKS_ONLY = frozenset({Route.QUESTION, Route.OTHER, Route.GREETING, Route.THANKS, Route.BOT})
"""Beside the screens that answer it, a question needs no route to choose."""
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
    if heard.certainty is Certainty.LANGUAGE:
        return language_name(heard.language)
    found = _name_of(heard, visit, guide) or (HEARD[Route.OTHER] if visit.screen == START else FOLLOW_UP)
    # What was only asked for was not said.
    was_shown = before in CRISIS or KEPT in here.answer or not here.answer.startswith(f"{ASK}_")
    return keeping(found, before) if before in CLAIMS and was_shown and _is_less(heard, before) else found


def _name_of(heard: Understanding, visit: Visit, guide: Guide) -> str:
    """The name of the answer to a text, wherever it was typed; nothing where we do not understand it."""
    screens = _offered(heard, visit, guide)
    is_unsure = heard.certainty is Certainty.ASK or (
        heard.certainty is Certainty.TOPIC and heard.route not in ASKS_ONLY
    )
    leads = heard.route not in CLAIMS and any(leads_to_parents(guide, way) for way in ANSWERS[HEARD[heard.route]].meant)
    kept = _kept(heard, LIKELY_ENOUGH)
    is_closed = heard.certainty is Certainty.SURE and bool(kept) and leads
    if is_unsure or is_closed:
        likely = [route for route in heard.routes if route is not Route.QUESTION or not screens]
        routes = dict.fromkeys((heard.route, *kept, *likely)) if is_closed else likely
        if name := ask_name(list(routes), screens):
            return name
    if heard.certainty is Certainty.SURE and (heard.route is not Route.QUESTION or not screens):
        return also_name(heard.route, _of_route(heard.route, screens, guide))
    return topic_name(screens) if screens and heard.certainty is not Certainty.OPEN else ""


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


def _kept(heard: Understanding, least: float) -> list[Route]:
    """The routes after which nothing leads to a talk with the parents, as far as they are likely."""
    likely = {route for route, share in heard.shares.items() if share >= least} | set(heard.routes)
    return [route for route in Route if route in KEEPS_FROM_PARENTS & likely]


def _offered(heard: Understanding, visit: Visit, guide: Guide) -> list[str]:
    """The screens that a text asks for, or what the guide has in the place of one that is closed. After a child's own
    abuse none leads to a talk with the parents."""
    keeps = bool(_kept(heard, LIKELY))
    found = [asked_for(guide, screen, visit) for screen in heard.screens if _may_be_offered(screen, heard)]
    return list(dict.fromkeys(one.screen for one in found if one and not (keeps and leads_to_parents(guide, one))))


def _may_be_offered(screen: str, heard: Understanding) -> bool:
    """Whether a screen that claims something of its reader fits what was said: it has to be a likely route's own. A few
    words open no page about oneself: "baby" is no confession, and "ik ben oma" no question."""
    if heard.length <= BRIEF and heard.certainty is Certainty.SURE and heard.route in IDENTITIES:
        return False
    if heard.length <= FEW and screen in ABOUT_ONESELF and heard.certainty is not Certainty.SURE:
        return False
    owners = _CLAIMED.get(screen)
    return owners is None or any(heard.shares.get(route, 0.0) >= CLAIMED for route in owners)


def _of_route(route: Route, screens: list[str], guide: Guide) -> list[str]:
    """What the answer of a route offers first: where something may have happened to the visitor, or where they only say
    who they are, screens of the regions that it leads to; elsewhere no page about oneself of another region."""
    regions = {guide.region(visit.screen) for visit in ANSWERS[HEARD[route]].meant}
    is_strict = route in CLAIMS | IDENTITIES
    return [
        screen for screen in screens if guide.region(screen) in regions or not (is_strict or screen in ABOUT_ONESELF)
    ]
