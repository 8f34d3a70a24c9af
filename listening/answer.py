"""The answer that an understanding gets, by its name: the routes that it asks for, and the screens that it offers.

The chat and the web pages share it. Where somebody is comes in as a visit, and what its guards close stays closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.answers import ANSWERS, HEARD
from flows.detours import asked_for
from flows.guide import Guide
from flows.offers import also_name, ask_name, language_name, leads_to_parents, topic_name
from flows.routes import CLAIMS, KEEPS_FROM_PARENTS, Route
from flows.steps import ABOUT_ONESELF
from flows.visit import Visit
from listening.understanding import Certainty, Understanding

LIKELY = 0.1
"""How likely a child's own abuse has to be to count beside other routes."""

CLAIMED = 0.25
"""How likely a route has to be for a screen that claims the same to be offered."""

FEW = 3
"""Words that say too little to open a page about oneself: "baby" is no confession."""

FEWEST_IN_A_LANGUAGE = 3
"""Words: many who speak Dutch say "nice" too."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What decides whether a screen is offered to somebody who typed."""

    screen: str
    is_near_parents: bool
    """Whether a talk with the parents is there, or one press away."""
    is_about_oneself: bool
    claims: tuple[Route, ...]
    """The routes that say of somebody what the screen does; one of them has to be likely."""

    def fits(self, heard: Understanding) -> bool:
        """About a child's own abuse nothing leads to a talk with the parents; a few words open no page about oneself;
        and nobody is offered a screen that claims something they did not say."""
        keeps = any(route in heard.routes or heard.shares.get(route, 0.0) >= LIKELY for route in KEEPS_FROM_PARENTS)
        if keeps and self.is_near_parents:
            return False
        if heard.length <= FEW and self.is_about_oneself and heard.certainty is not Certainty.SURE:
            return False
        return not self.claims or any(heard.shares.get(route, 0.0) >= CLAIMED for route in self.claims)


def offer(screen: str, visit: Visit, guide: Guide) -> Offer | None:
    """A screen for somebody at this visit; None where it is closed."""
    there = asked_for(guide, screen, visit)
    if there is None or there.screen != screen:
        return None
    claims = tuple(route for route in Route if route in CLAIMS - {Route.ACUTE} and screen in _meant(route))
    return Offer(screen, leads_to_parents(guide, there), screen in ABOUT_ONESELF, claims)


def regions_of(route: Route, guide: Guide) -> set[str]:
    """Where something may have happened to the visitor, the regions of which screens stand beside its answer; none
    where those of any region may."""
    return {guide.region(screen) for screen in _meant(route)} if route in CLAIMS else set()


def answer_of(heard: Understanding, visit: Visit, guide: Guide) -> str:
    """The name of an answer for somebody at this visit who said nothing before; empty when nothing was understood."""
    if heard.certainty is Certainty.LANGUAGE:
        return language_name(heard.language)
    offers = (offer(screen, visit, guide) for screen in heard.screens)
    screens = [one.screen for one in offers if one and one.fits(heard)]
    is_sure = heard.certainty is Certainty.SURE
    if heard.certainty is Certainty.ASK:
        return ask_name(heard.routes, screens)
    if screens and (heard.certainty is Certainty.TOPIC or (is_sure and heard.route is Route.QUESTION)):
        return topic_name(screens)
    return also_name(heard.route, _of_route(heard.route, screens, guide)) if is_sure else ""


def _of_route(route: Route, screens: Sequence[str], guide: Guide) -> list[str]:
    regions = regions_of(route, guide)
    return [screen for screen in screens if not regions or guide.region(screen) in regions]


def _meant(route: Route) -> set[str]:
    return {visit.screen for visit in ANSWERS[HEARD[route]].meant}
