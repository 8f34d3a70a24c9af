"""The place of typed words: the page that stands, the subject told before it, and the routes likelier by both."""

from collections.abc import Mapping

from bot.chat.stays import DETAILS, SMALL_TALK, is_told
from bot.chat.tap import Tap
from bot.delivery.last_pages import PageRef
from flows.answers import HEARD
from flows.guide import Guide
from flows.offer_names import is_heard, is_question, route_of, routes_of
from flows.offers import SEEN_NOW, named
from flows.routes import CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.visit import START

HEARD_BEFORE, ASKED_BEFORE, READ_ABOUT, ELSEWHERE = 3.0, 2.0, 2.0, 0.5
"""How much likelier a route is that was heard before; one that we asked for beside it; one of the region where somebody
reads; and one that claims something and is of no such region."""

CRISIS_LINE = "suicide_prevention"
"""The helpline of pages about dying."""
READERS = {
    "bystander": {Route.BYSTANDER, Route.TOLD, Route.ABOUT_OTHER, Route.QUESTION, Route.CALLED, Route.VOLUNTEER},
    "child": {Route.CHILD, Route.SEXUAL, Route.SEXTORTION, Route.YOUNG},
    "parent": {Route.PARENT, Route.REPORTED, Route.TOLD, Route.CARER, Route.HARD_THOUGHTS},
    "adult": {Route.PARTNER, Route.SURVIVOR},
    "professional": {Route.PROFESSIONAL, Route.TOLD, Route.QUESTION},
    "municipality": {Route.MUNICIPALITY, Route.QUESTION},
}
"""Whose words the words in a region may be."""

ROLES = {Route.PROFESSIONAL: "professional", Route.VOLUNTEER: "bystander", Route.YOUNG: "child"}
"""Routes by which visitors say who they are, each with the region that is written for them. What they say next, they
say as that."""
CHOSEN = {region: role for role, region in ROLES.items() if role is not Route.VOLUNTEER}
"""Regions that visitors come to by saying who they are: no bystander has to."""
SPEAKERS = ROLES | {Route.CHILD: "child", Route.FAMILY: "bystander", Route.CARER: "parent"}
"""And others whose words tell who they are: "ik ben oma", then "er is geen schoon bed"."""


def told_before(here: Tap, former: PageRef | None) -> str:
    """The name of the answer to the subject that was told, once this page stands.

    It stays while somebody reads on, and behind a question, which may be about something that nobody told. The
    beginning forgets.
    """
    if is_heard(here.answer) and not is_question(here.answer):
        return here.answer if route_of(here.answer) in SUBJECTS | SAY_WHO else ""
    return former.told if former and (here.answer or here.screen != START) else ""


def is_about_dying(here: Tap, guide: Guide) -> bool:
    """Whether a page of the map stands that is about thoughts of death: its number stays."""
    return not here.answer and here.screen in guide.screens and CRISIS_LINE in guide.screens[here.screen].helplines


def as_told(here: Tap, told: str, guide: Guide) -> Tap:
    """The same place, with the answer to the subject that was told before its page was opened: typed words go on about
    that. A page that is written for others stays itself, and that of somebody who sees danger stands as the answer to
    it. Where nothing was told, a page for children or for work stands as the answer to its readers."""
    if is_heard(here.answer) or is_about_dying(here, guide):
        return here
    if here.screen == SEEN_NOW and not here.answer:  # "wait, it is silent now"
        return here.to(HEARD[Route.ACUTE])
    region = guide.region(here.screen) if here.screen in guide.screens else ""
    answer = named(told, guide) if told else None
    if answer is None:
        return here.to(HEARD[CHOSEN[region]]) if region in CHOSEN and not here.answer else here
    own = {region for region, readers in READERS.items() if route_of(told) in readers}
    led_to = {guide.region(visit.screen) for visit in answer.meant}
    is_for_them = region not in READERS or region in own | led_to
    return here.to(told) if is_for_them or route_of(told) in CRISIS else here


def weights(here: Tap, guide: Guide) -> Mapping[Route, float]:
    """How much likelier each route is at this place than anywhere."""
    before = [route for route in routes_of(here.answer) if route not in (SMALL_TALK - DETAILS) | CRISIS]
    region = guide.region(here.screen) if here.screen in guide.screens else ""
    readers = READERS.get(SPEAKERS.get(before[0], region) if before else region, set())
    is_relation = bool(before) and before[0] in DETAILS - {Route.YOUNG} and not is_told(here, before[0])
    found = dict.fromkeys(CLAIMS - CRISIS - readers, ELSEWHERE) if readers and not is_relation else {}
    found |= dict.fromkeys(readers, READ_ABOUT)
    return found | dict.fromkeys(before[1:], ASKED_BEFORE) | dict.fromkeys(before[:1], HEARD_BEFORE)
