"""The answer that an understanding gets, by its name: the routes that it asks for, and the screens that it offers.

The chat and the web pages share it. Where somebody is comes in as a visit, and what its guards close stays closed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from flows.answers import ANSWERS, HEARD
from flows.detours import asked_for
from flows.guide import Guide
from flows.offer_names import also_name, ask_name, language_name, topic_name
from flows.offers import IN_DANGER, SEEN_NOW, leads_to_parents
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Visit
from flows.words.asking import ASKED, SOMETHING_ELSE
from flows.words.faq import FAQ, OF_THE_GUIDE
from listening.understanding import Certainty, Understanding

LIKELY, LIKELY_IN_FEW = 0.07, 0.2
"""How likely a child's own abuse has to be for no screen to lead to the parents, and for an answer that would lead
there to be asked for instead; and in a few words: "ik ben leerkracht" says nothing of being touched."""

CLAIMED = 0.15
"""How likely a route has to be for a screen that claims the same to be offered."""

FEW, BRIEF = 3, 5
"""Words that say too little to open a page about oneself; and those that say who somebody is, and nothing to look
for."""

LEAN = CLAIMS - CRISIS
LEANING, LEANING_TO_SCREENS = 0.5, 0.6
"""How likely a route has to be for its own words to stand above a question, and above one that offers screens. Of 30
such texts 28 were of it, and a parent who fears to shake a baby has to read at once to put it down."""

STORY = 15
"""Words from which a text that nobody understood is a story: its writer is thanked."""

FEWEST_IN_A_LANGUAGE = 3
"""Words: many who speak Dutch say "nice" too."""

IDENTITIES = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY, Route.VOLUNTEER})
ASK_NOTHING = IDENTITIES | {Route.PERSON}
"""In a few words these look for no screen: who says "ik ben oma", or "mijn broertje is dood"."""
GROWN_UP = frozenset(
    {
        Route.PROFESSIONAL,
        Route.MUNICIPALITY,
        Route.VOLUNTEER,
        Route.CARER,
        Route.FAMILY,
        Route.TOLD,
        Route.REPORTED,
        Route.PARENT,
        Route.SURVIVOR,
    }
)
"""These are no children: "trainer" and "ik ben juf" open no page about a child's own trainer or teacher."""

MAYBE_A_CHILD = frozenset({Route.CHILD, Route.YOUNG, Route.SEXUAL, Route.SEXTORTION})
OF_A_CHILD = 0.08
"""The routes that children write, and how likely they have to be together for a page that speaks to a child, unless
something is only asked. The father who "did nothing" is no child that did something to another."""

NOT_OF_A_CHILD = frozenset({"adult", "parent", "professional", "municipality"})
"""Regions of which somebody under 18 is offered no page."""

STRICT = CLAIMS | ABOUT_OTHERS | IDENTITIES
"""Routes whose answer offers screens of its own regions only."""
ASKS_ONLY = frozenset({Route.QUESTION, Route.OTHER, Route.GREETING, Route.THANKS, Route.BOT})
"""Beside the screens that answer it, a question needs no route to choose."""
OF_ANYBODY = ASKS_ONLY | {Route.PRIVACY}
"""A child may ask these too."""

ALSO_CONCERNED = {Route.ACUTE: {"parent", "adult", "child"}, Route.SUICIDAL: {"bystander"}}
"""The regions of others whom a crisis may concern: a parent who shook a baby, somebody who is beaten, and who fears for
somebody's life."""

ABOUT_THE_GUIDE = frozenset({Route.CALL_FOR_ME, Route.BOT, Route.PRIVACY})
"""Who asks this of the guide itself reads its own answer first: "can you call them for me"."""
OWN_WORDS = CLAIMS | ABOUT_THE_GUIDE

_HARM = (Route.SUICIDAL, Route.SEXUAL, Route.SEXTORTION, Route.PARENT, Route.HARD_THOUGHTS)
_CALM = {visit.screen for route in Route if route not in CLAIMS for visit in ANSWERS[HEARD[route]].meant}


def answer_of(heard: Understanding, visit: Visit, guide: Guide, role: Route | None = None) -> str:
    """The name of an answer for somebody at this visit; empty when nothing was understood. With a role it is the answer
    of that role, with the screens that the text asks for. Nothing else that was said before counts."""
    if heard.certainty is Certainty.LANGUAGE:
        return language_name(heard.language)
    heard = replace(heard, is_child=heard.is_child or role is Route.YOUNG)
    screens = _offered(heard, visit, guide)
    if role:
        heard = replace(heard, routes=(role, *heard.routes))
    asks_nothing = ASKS_ONLY if screens else ASKS_ONLY - {Route.OTHER}
    is_unsure = heard.certainty is Certainty.ASK or (
        heard.certainty is Certainty.TOPIC and heard.route not in asks_nothing and not (heard.faq and screens)
    )
    kept = _kept(heard, LIKELY_IN_FEW if heard.length <= BRIEF else LIKELY)
    is_closed = heard.is_sure and bool(kept) and is_near_parents(heard.route, guide) and not (heard.faq and screens)
    if is_unsure or is_closed:
        likely = [route for route in heard.routes if route is not Route.QUESTION or not screens]
        routes = dict.fromkeys((heard.route, *kept, *likely)) if is_closed else likely
        is_told = heard.route in LEAN and heard.length > FEW
        if heard.is_tale:
            own = set[str]().union(*(regions_of(one, guide) for one in routes))
            screens = [screen for screen in screens if guide.region(screen) in own]
        leans = is_told and heard.shares.get(heard.route, 0.0) >= (LEANING_TO_SCREENS if screens else LEANING)
        if not _is_only_crisis(routes, heard) and (name := ask_name(list(routes), screens, leans=leans)):
            return name
    if heard.is_sure and (heard.route is not Route.QUESTION or not screens):
        in_danger = _in_danger(heard) if heard.route is Route.ACUTE else []
        near = [screen for screen in _of_route(heard.route, screens, guide) if screen != SEEN_NOW or not in_danger]
        also = list(dict.fromkeys((*near, *in_danger)))
        keeps_words = heard.route in OWN_WORDS and heard.faq not in OF_THE_GUIDE
        return also_name(heard.route, also if keeps_words else _by_faq(also, heard))
    return topic_name(_by_faq(screens, heard)) if screens and heard.certainty is not Certainty.OPEN else ""


def staying(route: Route, heard: Understanding, visit: Visit, guide: Guide) -> str:
    """The name of the answer of a route that stays, with the screens that a text asks for; empty where it asks for
    none. Somebody in danger who asks about the children reads more than that block once more, and a child who dares to
    tell nobody gets the page on whom to tell."""
    screens = _of_route(route, _offered(heard, visit, guide), guide)
    return also_name(route, _by_faq(screens, heard)) if screens else ""


def _by_faq(screens: list[str], heard: Understanding) -> list[str]:
    """The same screens, with the name of the often asked question for the first where that is the screen it has."""
    return [heard.faq, *screens[1:]] if heard.faq and screens[:1] == [FAQ[heard.faq].screen] else screens


def _in_danger(heard: Understanding) -> list[str]:
    """The screens for visitors who may be in danger themselves, the likeliest first."""
    likely = sorted(IN_DANGER, key=lambda route: heard.shares.get(route, 0.0), reverse=True)
    return list(dict.fromkeys(IN_DANGER[route] for route in likely if heard.shares.get(route, 0.0) >= CLAIMED))


def _is_only_crisis(routes: Iterable[Route], heard: Understanding) -> bool:
    """Whether a question would ask about a crisis alone, which was the least likely of what was heard: small talk has
    no button, so "never mind, probably nothing" would ask about dying."""
    likeliest = max(heard.shares, key=heard.shares.__getitem__, default=heard.route)
    is_least = CRISIS.isdisjoint((heard.route, likeliest))
    return is_least and not CRISIS.isdisjoint(routes) and CRISIS.issuperset(ASKED.keys() & set(routes))


def opened_by(screen: str, visit: Visit, guide: Guide, *, keeps: bool) -> str:
    """The screen that opens for somebody who asks for one: what the guide has in the place of one that is closed. With
    `keeps`, after a child's own abuse, nothing where a talk with the parents is there or one press away. Nothing either
    that is titled as the button to everything: two buttons would say the same. The first page is where they are."""
    there = asked_for(guide, screen, visit)
    if there is None or there.screen == START or guide.screens[there.screen].title == SOMETHING_ELSE:
        return ""
    return "" if keeps and leads_to_parents(guide, there) else there.screen


def regions_of(route: Route, guide: Guide) -> set[str]:
    """The regions of the screens that the answer of a route leads to, and of those that its crisis concerns."""
    return {guide.region(visit.screen) for visit in ANSWERS[HEARD[route]].meant} | ALSO_CONCERNED.get(route, set())


def is_near_parents(route: Route, guide: Guide) -> bool:
    """Whether the answer of a route that claims nothing leads to a talk with the parents."""
    return route not in CLAIMS and any(leads_to_parents(guide, way) for way in ANSWERS[HEARD[route]].meant)


@cache
def claiming(guide: Guide) -> Mapping[str, Sequence[Route]]:
    """The screens that say of their readers what hurts when it is not so, each with the routes that it is of: those
    that such a route offers, and those whose way back leads to one."""
    found = {
        visit.screen: [route for route in _HARM if visit in ANSWERS[HEARD[route]].meant]
        for of in _HARM
        for visit in ANSWERS[HEARD[of]].meant
        if visit.screen in ABOUT_ONESELF - _CALM
    }
    steps_back = [(screen, way.dest) for screen in guide.screens for way in guide.all_choices(screen) if way.is_back]
    while behind := {
        screen: found[dest]
        for screen, dest in steps_back
        if dest in found and screen in ABOUT_ONESELF - found.keys() - _CALM
    }:
        found |= behind
    return found


def _kept(heard: Understanding, least: float) -> list[Route]:
    """The routes after which nothing leads to a talk with the parents, as far as they are likely."""
    likely = {route for route in (*heard.shares, *heard.routes) if heard.shares.get(route, 1.0) >= least}
    return [route for route in Route if route in KEEPS_FROM_PARENTS & likely]


def _offered(heard: Understanding, visit: Visit, guide: Guide) -> list[str]:
    """The screens that a text asks for. After a child's own abuse none leads to a talk with the parents."""
    keeps = bool(_kept(heard, LIKELY_IN_FEW if heard.is_entry else LIKELY))
    fitting = (screen for screen in heard.screens if _may_be_offered(screen, heard, guide))
    return list(dict.fromkeys(filter(None, (opened_by(screen, visit, guide, keeps=keeps) for screen in fitting))))


def _may_be_offered(screen: str, heard: Understanding, guide: Guide) -> bool:
    """Whether a screen that claims something of its reader fits what was said: it has to be a likely route's own. A few
    words open no page about oneself: "baby" is no confession, and "ik ben oma" no question. Nor does what is like
    nothing of ours, such as that somebody has not eaten."""
    is_grown_up = heard.is_grown_up or heard.route in GROWN_UP
    if guide.region(screen) in (NOT_OF_A_CHILD if heard.is_child else {"child"} if is_grown_up else set()):
        return False
    if heard.length <= BRIEF and heard.is_sure and heard.route in ASK_NOTHING:
        return False
    if guide.region(screen) == "child" and not _may_be_of_a_child(heard):
        return False
    says_who = heard.is_sure and heard.route is not Route.QUESTION
    if heard.length <= FEW and screen in ABOUT_ONESELF and not (says_who or heard.is_entry):
        return False
    owners = claiming(guide).get(screen)
    is_likely = heard.route is not Route.OTHER and any(heard.shares.get(one, 0.0) >= CLAIMED for one in owners or ())
    return owners is None or is_likely


def _may_be_of_a_child(heard: Understanding) -> bool:
    likely = sum(heard.shares.get(route, 0.0) for route in MAYBE_A_CHILD)
    return heard.is_child or likely >= OF_A_CHILD or heard.route in OF_ANYBODY | MAYBE_A_CHILD


def _of_route(route: Route, screens: Sequence[str], guide: Guide) -> list[str]:
    """What the answer of a route offers first: where something may have happened to the visitor, or where they only say
    who they are, screens of the regions that it leads to; elsewhere no page about oneself of another region."""
    regions, is_strict = regions_of(route, guide), route in STRICT
    return [
        screen for screen in screens if guide.region(screen) in regions or not (is_strict or screen in ABOUT_ONESELF)
    ]
