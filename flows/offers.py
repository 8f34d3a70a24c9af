"""Answers that are made for what was heard: a question which of some routes is meant, and the screens of a topic.

Their names say all that they offer, since nothing else travels in a button, and a button is short: `q_` asks, with a
letter for each route and four for each screen, and a 1 before them where the words of the first route stand above the
question; `t_` is a topic, with four letters for each screen; `a_` is the answer of the route of this letter, with four
for each screen that it offers first. `in_` and a code is the page of a language that the guide is not written in.
Behind `__` stands the letter of a grave route that was heard before: its numbers stay. `_` at the end is the same
answer in other words.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from zlib import crc32

from flows.answers import ANSWERS, HEARD
from flows.guide import Guide
from flows.question import OWN_LINES, Question, humans_beside
from flows.routes import CRISIS, SAY_WHO, SUBJECTS, Route
from flows.screen import Answer, Numbers, Opening, Part, Screen
from flows.visit import Visit
from flows.words import asking
from flows.words.answering import LISTENED, TITLE
from flows.words.small_talk import MANNERS

ASK, TOPIC, ALSO, IN = "q", "t", "a", "in"

KEPT = "__"
LEANS = "1"
AGAIN = "_"
"""Before the letters of a question that leans to its first route; and behind a name where its answer stood already and
nothing new was understood: the same in other words."""

MOST = 3
"""Routes or screens that are offered."""
ALSO_FIRST = 2
"""Screens that stand before those of a route's own answer."""
CODE = 4
"""Letters that stand for a screen in a button."""

_ROUTES = {letter: route for route, (letter, _) in asking.ASKED.items()}

_ANNOUNCES = re.compile(r"[^.!]*:")
"""A sentence that says nothing without what follows it."""

BEHIND_OPENING = (Numbers("veilig_thuis", "emergency"), asking.CHILDREN)
"""What follows the first words of a screen."""


IN_DANGER = {Route.PARTNER: "partner", Route.CHILD: "child_home", Route.YOUNG: "child_home", Route.PARENT: "parent_did"}
"""The screen for somebody in danger, by what else their words say. A neighbour is offered none of these."""


def ask_name(routes: Sequence[Route], screens: Sequence[str] = (), *, leans: bool = False) -> str:
    """The name of the answer that asks for these routes, or for the first of these screens; empty when there is nothing
    to ask. Where it leans to the first route, the words of that route stand above the question."""
    letters = [asking.ASKED[route][0] for route in routes if route in asking.ASKED]
    parts = (ASK, LEANS * leans + "".join(letters[:MOST]), _codes(screens[:ALSO_FIRST]))
    return "_".join(filter(None, parts)) if letters else ""


def topic_name(screens: Sequence[str]) -> str:
    """The name of the answer that offers these screens."""
    return f"{TOPIC}_{_codes(screens[:MOST])}"


def also_name(route: Route, screens: Sequence[str]) -> str:
    """The name of a route's own answer that offers these screens first."""
    if not screens or route not in asking.ASKED:
        return HEARD[route]
    return f"{ALSO}_{asking.ASKED[route][0]}{_codes(screens[:ALSO_FIRST])}"


def _codes(screens: Sequence[str]) -> str:
    return "".join(map(code, screens))


@cache
def code(screen: str) -> str:
    """Some letters for a screen, which stay the same whatever screens there are."""
    number, letters = crc32(screen.encode()), ""
    for _ in range(CODE):
        number, place = divmod(number, 36)
        letters += "0123456789abcdefghijklmnopqrstuvwxyz"[place]
    return letters


def keeping(name: str, route: Route) -> str:
    """The name of the same answer with the numbers of a route that was heard before."""
    base = name.removesuffix(AGAIN).partition(KEPT)[0]
    own = next((letter for of, (letter, _) in asking.ASKED.items() if HEARD[of] == base), "")
    return f"{f'{ALSO}_{own}' if own else base}{KEPT}{asking.ASKED[route][0]}"


def again(name: str, before: str) -> str:
    """The name of an answer; where it stands already, of the same one in other words. A crisis stays as it is, and so
    does what answers a question."""
    route, once = route_of(name), name.removesuffix(AGAIN)
    if route in CRISIS:
        return name
    is_told = route in SUBJECTS | SAY_WHO or name.startswith(f"{ASK}_")
    return once + AGAIN if once == before and is_told else once


def more(name: str) -> str:
    """The name of the same answer in other words, or in its own if those stand there."""
    return name.removesuffix(AGAIN) if name.endswith(AGAIN) else name + AGAIN


def named(name: str, guide: Guide) -> Answer | None:
    """The answer of this name, or None when it is none, or names only what is no longer there."""
    once = name.removesuffix(AGAIN)
    found = None if once.endswith("_") else _once(once, guide)
    return _again(found, name) if found and once != name else found


def _again(answer: Answer, name: str) -> Answer | None:
    """The same numbers and ways. Nothing is said twice but who can be called."""
    if isinstance(answer, Question):
        return Question(name, answer.routes, answer.screens, answer.numbers, asking.STILL)
    first = next((part.helplines[0] for part in answer.parts if isinstance(part, Numbers)), "")
    lead = asking.MORE_OF_A_CHILD if first == "kindertelefoon" else asking.MORE
    lead = asking.MORE_IN_DANGER if route_of(name) is Route.ACUTE else lead
    others = answer.parts[1:] if isinstance(answer.parts[0], str | Opening) else answer.parts
    others = tuple(asking.CHILDREN if part in (LISTENED, asking.HUMANS) else part for part in others)
    return Answer(name, answer.title, lead, *others, meant=answer.meant, source=answer.source)


def _once(name: str, guide: Guide) -> Answer | None:
    base, is_kept, kept = name.partition(KEPT)
    found = ANSWERS.get(base) or _made(base, guide)
    if found and is_kept:
        return _with_numbers_of(found, name, _ROUTES[kept]) if kept in _ROUTES else None
    return found


def _with_numbers_of(answer: Answer, name: str, route: Route) -> Answer:
    """Its own sentences and ways, with the first number of another route, 112, and the human lines in a sentence."""
    lines = next(part for part in ANSWERS[HEARD[route]].parts if isinstance(part, Numbers)).helplines
    numbers = Numbers(*dict.fromkeys((lines[0], "emergency")))
    if isinstance(answer, Question):
        return Question(name, answer.routes, answer.screens, numbers)
    said = [part for part in answer.parts if not isinstance(part, Numbers) and not _names_humans(part)]
    above = [part for part in said[:1] if not _names_a_line(part)]
    parts = (*above, numbers, *said[len(above) :], humans_beside(numbers.helplines))
    return Answer(name, answer.title, *parts, meant=answer.meant, tall=answer.tall, source=answer.source)


def _names_a_line(part: Part) -> bool:
    """Whether a number stands in a sentence: none comes before that of the route that was heard before."""
    return isinstance(part, str) and "{" in part


def _names_humans(part: Part) -> bool:
    return part == asking.VEILIG_THUIS or (isinstance(part, str) and "{kindertelefoon}" in part)


def _made(name: str, guide: Guide) -> Answer | None:
    kind, _, codes = name.partition("_")
    if kind == ASK:
        letters, _, first = codes.partition("_")
        routes = [_ROUTES[letter] for letter in dict.fromkeys(letters) if letter in _ROUTES]
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
        return _topic(name, guide.screens[screens[0].screen], screens) if screens else None
    if kind == ALSO and codes[:1] in _ROUTES:
        own = ANSWERS[HEARD[_ROUTES[codes[0]]]]
        meant = [*_screens(codes[1:], guide), *own.meant]
        return Answer(name, own.title, *own.parts, meant=meant, source=own.source)
    return None


def language_name(code: str) -> str:
    """The name of the page in this language."""
    return f"{IN}_{code}"


def language_of(name: str) -> str:
    """The code of the language that an answer of this name is the page of, or nothing."""
    kind, _, code = name.partition("_")
    return code if kind == IN else ""


def route_of(name: str) -> Route | None:
    """The route that an answer of this name is about, or asks for first; or that was heard before it and is graver."""
    name, _, kept = name.removesuffix(AGAIN).partition(KEPT)
    if kept in _ROUTES:
        return _ROUTES[kept]
    kind, _, codes = name.partition("_")
    if kind in (ASK, ALSO):
        return _ROUTES.get(codes.removeprefix(LEANS)[:1])
    return next((route for route, answer in HEARD.items() if answer == name), None)


def routes_of(name: str) -> list[Route]:
    """That route, and those that an answer of this name asks for beside it."""
    first = route_of(name)
    kind, _, codes = name.removesuffix(AGAIN).partition(KEPT)[0].partition("_")
    asked = [_ROUTES[letter] for letter in codes.partition("_")[0] if letter in _ROUTES] if kind == ASK else []
    return list(dict.fromkeys((first, *asked))) if first else []


def is_heard(name: str) -> bool:
    """Whether this is the name of an answer to typed words."""
    is_made = name.partition("_")[0] in (ASK, TOPIC, ALSO, IN)
    return is_made or KEPT in name or name.removesuffix(AGAIN) in HEARD.values() or name in MANNERS


@lru_cache(maxsize=1)
def _by_code(guide: Guide) -> dict[str, str]:
    """Asked for every page of an answer."""
    return {code(name): name for name in guide.screens}


def _screens(codes: str, guide: Guide) -> list[Visit]:
    by_code = _by_code(guide)
    parts = map("".join, zip(*[iter(codes)] * CODE, strict=False))
    return [Visit(by_code[part]) for part in parts if part in by_code][:MOST]


def _topic(name: str, nearest: Screen, screens: Sequence[Visit]) -> Answer:
    """The first words of the likeliest screen, and the way to all."""
    return Answer(
        name,
        TITLE,
        opening(nearest.title, nearest.parts),
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
