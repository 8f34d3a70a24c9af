"""Answers that are made for what was heard: a question which of some routes is meant, the screens of a topic, or the
answer of a route with screens or steps of its own. `flows/offer_names.py` has their names."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from flows.answers import ANSWERS, FOR_NO_TEXT, HEARD
from flows.guide import Guide
from flows.offer_names import (
    ALSO,
    ALSO_FIRST,
    ASK,
    CODE,
    KEPT,
    LEANS,
    MOST,
    ROUTES,
    TOPIC,
    UNKNOWN,
    apart,
    code,
    own_route,
    route_of,
    said_beside,
    steps,
)
from flows.question import OWN_LINES, Question, humans_beside
from flows.routes import CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.screen import Answer, Numbers, Opening, Part
from flows.visit import Fact, Visit
from flows.words import asking
from flows.words.answering import LISTENED, NOBODY_ANSWERS, TITLE
from flows.words.faq import FAQ, Faq, screen_of
from flows.words.further import TO_ASK, Step
from flows.words.mentioned import BYSTANDER, LETTERS, MENTIONS, WHO
from flows.words.small_talk import MANNERS

_ANNOUNCES = re.compile(r"[^.!]*:")
"""A sentence that says nothing without what follows it."""

BEHIND_OPENING = (Numbers("veilig_thuis", "emergency"), asking.CHILDREN)
"""What follows the first words of a screen."""

BESIDE_FIRST = 2
"""Screens that are offered where something is mentioned, or below a crisis: the words above take more room."""

IN_DANGER = {Route.PARTNER: "partner", Route.CHILD: "child_home", Route.YOUNG: "child_home", Route.PARENT: "parent_did"}
"""The screen for somebody in danger, by what else their words say. A neighbour is offered none of these."""
SEEN_NOW = "heard_now"
"""And the screen of somebody who sees danger, which is for nobody who is in it."""


WITH_DYING = {
    LISTENED: asking.CHILDREN_AND_DYING,
    asking.HUMANS: asking.CHILDREN_AND_DYING,
    asking.CHILDREN: asking.CHILDREN_AND_DYING,
    asking.VEILIG_THUIS: asking.VEILIG_THUIS_AND_DYING,
    asking.ALL_HUMANS: asking.ALL_HUMANS_AND_DYING,
    NOBODY_ANSWERS: asking.ALL_HUMANS_AND_DYING,
}
"""The human lines where somebody tells more: 113 stands beside them, so that thoughts of death need not be heard."""


def named(name: str, guide: Guide) -> Answer | None:
    """The answer of this name, or None when it is none, or names only what is no longer there."""
    once, times = apart(name)
    base, is_kept, kept = once.partition(KEPT)
    found = ANSWERS.get(base) or _made(base, guide)
    if found and (said := said_beside(name)):
        step = words_beside(said, own_route(once) or route_of(once))
        found = _further(found, name, step, guide, None if said == UNKNOWN else BESIDE_FIRST) if step else None
    elif found and times:
        further = steps(once)
        found = _further(found, name, further[times - 1], guide) if times <= len(further) else None
    if not found or not is_kept:
        return found
    return _keeping(found, name, ROUTES[kept]) if kept in ROUTES else None


def words_beside(said: str, route: Route | None) -> Step | None:
    """The words for what was said beside a subject, if there are any for somebody who told it."""
    if said == UNKNOWN:
        return TO_ASK
    mention = next((mention for mention, letter in LETTERS.items() if letter == said), None)
    return MENTIONS[mention].get(WHO.get(route, BYSTANDER)) if mention and route and route not in CRISIS else None


def _further(answer: Answer, name: str, step: Step, guide: Guide, most: int | None = None) -> Answer:
    """The same numbers, and the ways of a step before those of the answer. Where a screen was asked for, its first
    words stand above them."""
    if isinstance(answer, Question):
        own = _numbers(ANSWERS[HEARD[answer.routes[0]]]) if answer.leans else None
        return Question(name, answer.routes, answer.screens, answer.numbers or own, step.lead)
    others = answer.parts[1:] if isinstance(answer.parts[0], str | Opening) else answer.parts
    route = own_route(name)
    others = tuple(map(_with_113, others))
    shown = "".join(part for part in others if isinstance(part, str))
    if route is not Route.SUICIDAL and "{suicide_prevention}" not in shown:
        others = (*others, asking.HOPELESS)
    kind, _, codes = name.partition(KEPT)[0].partition("_")
    asked = _screens(apart(codes)[0][1:], guide) if kind == ALSO else []
    lead = _answering(apart(codes)[0][1:], guide) if asked and route not in CRISIS else step.lead
    facts = () if KEEPS_FROM_PARENTS.isdisjoint((route, route_of(name))) else (Fact.UNSAFE,)
    ahead = (Visit(screen, *facts) for screen in step.screens)
    safe = [visit for visit in ahead if not facts or not leads_to_parents(guide, visit)]
    meant = [*asked, *safe, *answer.meant[len(asked) :]]
    return Answer(name, answer.title, lead, *others, meant=meant[:most], source=answer.source)


def _keeping(answer: Answer, name: str, route: Route) -> Answer:
    """The same answer with the route that was heard before. A crisis stands above the answer, in a sentence with its
    number: below "Veilig Thuis denkt mee" no other number may stand. Otherwise, and after thoughts of death where
    little is said, the first number of that route takes the place of the answer's own."""
    own = own_route(name)
    is_small = name.partition(KEPT)[0] in (*MANNERS, *FOR_NO_TEXT)
    if route in CRISIS and own not in CRISIS and not (is_small and route is Route.SUICIDAL):
        below = (_with_113(_without_112(part)) for part in answer.parts)
        parts = tuple(dict.fromkeys((asking.CRISIS_STAYS[route], *below)))
        if isinstance(answer, Question):
            return Question(name, answer.routes, answer.screens, parts=parts)
        meant = answer.meant[:BESIDE_FIRST]
        return Answer(name, answer.title, *parts, meant=meant, tall=answer.tall, source=answer.source)
    also = (_first_line(answer),) if own in CRISIS else ()
    numbers = Numbers(*dict.fromkeys((_first_line(ANSWERS[HEARD[route]]), "emergency", *also)))
    if isinstance(answer, Question):
        return Question(name, answer.routes, answer.screens, numbers, answer.lead)
    said = [part for part in answer.parts if not isinstance(part, Numbers) and not _names_humans(part)]
    above = [part for part in said[:1] if not _names_a_line(part)]
    parts = (*above, numbers, *said[len(above) :], humans_beside(numbers.helplines, is_told=True))
    return Answer(name, answer.title, *parts, meant=answer.meant, tall=answer.tall, source=answer.source)


def _with_113(part: Part) -> Part:
    return WITH_DYING.get(part, part) if isinstance(part, str) else part


def _without_112(part: Part) -> Part:
    """It stands below every page too, and makes room for the sentence above."""
    if not isinstance(part, Numbers) or part.helplines == ("emergency",):
        return part
    return Numbers(*(line for line in part.helplines if line != "emergency"))


def _numbers(answer: Answer) -> Numbers:
    return next(part for part in answer.parts if isinstance(part, Numbers))


def _first_line(answer: Answer) -> str:
    return _numbers(answer).helplines[0]


def _names_a_line(part: Part) -> bool:
    """Whether a number stands in a sentence: none comes before that of the route that was heard before."""
    return isinstance(part, str) and "{" in part


def _names_humans(part: Part) -> bool:
    own = (asking.VEILIG_THUIS, asking.VEILIG_THUIS_AND_DYING, asking.DYING, asking.HOPELESS)
    return part in own or (isinstance(part, str) and "{kindertelefoon}" in part)


def _made(name: str, guide: Guide) -> Answer | None:
    kind, _, codes = name.partition("_")
    if kind == ASK:
        letters, _, first = codes.partition("_")
        routes = [ROUTES[letter] for letter in dict.fromkeys(letters) if letter in ROUTES]
        asked = {asking.ASKED[route][1] for route in routes}  # no two buttons say the same
        screens = [visit for visit in _screens(first, guide) if guide.screens[visit.screen].title not in asked]
        leans = letters.startswith(LEANS)
        # The words above take more room.
        is_tall = leans or not OWN_LINES.keys().isdisjoint(routes[:1]) or not CRISIS.isdisjoint(routes)
        screens = screens[: ALSO_FIRST - is_tall]
        shown = routes[: MOST + 1 - is_tall - leans - len(screens)][:MOST]
        return Question(name, shown, screens, leans=leans) if routes else None
    if kind == TOPIC:
        screens = _screens(codes, guide)
        return _topic(name, _answering(codes, guide), screens) if screens else None
    if kind == ALSO and codes[:1] in ROUTES:
        own = ANSWERS[HEARD[ROUTES[codes[0]]]]
        ahead = _screens(codes[1:], guide)
        is_answered = _faq(codes[1:]) is not None and ROUTES[codes[0]] not in CLAIMS
        parts = (_answering(codes[1:], guide), *own.parts[1:]) if is_answered else own.parts
        in_danger = ROUTES[codes[0]] is Route.ACUTE and any(visit.screen in IN_DANGER.values() for visit in ahead)
        meant = [*ahead, *(visit for visit in own.meant if visit.screen != SEEN_NOW or not in_danger)]
        return Answer(name, own.title, *parts, meant=meant, source=own.source)
    return None


@lru_cache(maxsize=1)
def _by_code(guide: Guide) -> dict[str, str]:
    """Asked for every page of an answer."""
    return {code(name): screen_of(name) for name in (*guide.screens, *FAQ)}


def _screens(codes: str, guide: Guide) -> list[Visit]:
    by_code = _by_code(guide)
    parts = map("".join, zip(*[iter(codes)] * CODE, strict=False))
    return [*dict.fromkeys(Visit(by_code[part]) for part in parts if part in by_code)][:MOST]


def _faq(codes: str) -> Faq | None:
    """The often asked question that the first code stands for, if it is one."""
    return next((one for name, one in FAQ.items() if codes.startswith(code(name))), None)


def _answering(codes: str, guide: Guide) -> Part:
    """The answer to an often asked question, or how the first of these screens begins."""
    if faq := _faq(codes):
        return faq.words
    nearest = guide.screens[_screens(codes, guide)[0].screen]
    return opening(nearest.title, nearest.parts)


def _topic(name: str, lead: Part, screens: Sequence[Visit]) -> Answer:
    """The first words of the likeliest screen, and the way to all."""
    return Answer(
        name,
        TITLE,
        lead,
        *BEHIND_OPENING,
        meant=screens,
        tall="the first sentence of its screen may be long",
        source="the screens themselves",
    )


def opening(title: str, parts: Iterable[Part]) -> Part:
    """How a screen with these parts begins. A sentence before a list would stand cut off; without any other, the answer
    is said to be behind its button."""
    whole = [part for part in parts if isinstance(part, str) and not _ANNOUNCES.fullmatch(part)]
    return Opening(asking.PERHAPS, title, whole[0]) if whole else asking.BEHIND


def leads_to_parents(guide: Guide, visit: Visit) -> bool:
    """Whether a talk with the parents is here, or one press away."""
    return any(guide.screens[near.screen].near_parents for near in (visit, *guide.ahead(visit)))
