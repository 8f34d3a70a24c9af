"""The names of the answers that are made for what was heard: they say all that an answer offers.

Nothing else travels in a button, and a button is short: `q_` asks, with a letter for each route and four for each
screen, and a 1 before them where the words of the first route stand above the question; `t_` is a topic, with four
letters for each screen; `a_` is the answer of the route of this letter, with four for each screen that it offers first.
`in_` and a code is the page of a language that the guide is not written in. Behind `__` stands the letter of a grave
route that was heard before: its numbers stay. `_` and a digit at the end is the same answer so many steps further, for
somebody who tells more; with a letter behind it, for something that was mentioned there, or a
`u` for a question that no page answers.
"""

import re
from collections.abc import Sequence
from functools import cache
from zlib import crc32

from flows.answers import HEARD
from flows.question import CHILDREN, asks_whom
from flows.routes import ABOUT_OTHERS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.words import asking
from flows.words.further import ASKED_AGAIN, FURTHER, TO_A_PERSON, Step
from flows.words.small_talk import MANNERS

ASK, TOPIC, ALSO, IN = "q", "t", "a", "in"

KEPT = "__"
LEANS = "1"
"""Before the letters of a question that leans to its first route."""

MOST = 3
"""Routes or screens that are offered."""
ALSO_FIRST = 2
"""Screens that stand before those of a route's own answer."""
CODE = 4
"""Letters that stand for a screen in a button."""

ROUTES = {letter: route for route, (letter, _) in asking.ASKED.items()}

UNKNOWN = "u"
"""Behind the steps of an answer to a question that no page answers."""

_FURTHER = re.compile(r"(?P<once>\w+_\w*[^\W_])_(?P<times>\d)(?P<said>[a-z]?)")

ASKS_ITSELF = ABOUT_OTHERS | {Route.TOLD, Route.CALLED}
"""Routes whose own words may be shown to somebody who tells more and presses no button: they say of nobody what they
did, or what was done to them."""
NEVER_ASSUMED = CRISIS | {Route.CHILD, Route.HARD_THOUGHTS, Route.REPORTED}
"""Routes that are never assumed of a visitor who goes on and presses no button: a friend of a beaten child is a child
too, and a neighbour who wants to report was not reported."""


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
    return f"{_short(_base(name))}{KEPT}{asking.ASKED[route][0]}"


def _short(once: str) -> str:
    """The name of a route's own answer in few letters: a button is short."""
    own = next((letter for of, (letter, _) in asking.ASKED.items() if HEARD[of] == once), "")
    return f"{ALSO}_{own}" if own else once


def again(name: str, before: str) -> str:
    """The name of an answer where another stands: one step further if that is about the same subject."""
    if said_beside(name) and name != before:
        return name
    route, once, (was, times) = route_of(name), apart(name)[0], apart(before)
    if is_question(once) and once == was:
        return _unanswered(once, times)
    if is_question(once) and is_question(was) and (route in ABOUT_OTHERS or route is Route.ACUTE is route_of(was)):
        return HEARD[route]
    is_same = once == was if KEPT in once else route is route_of(was) and not (is_question(once) or _only_asks(was))
    is_topic = once == was and once.startswith(f"{TOPIC}_")
    if not is_topic and not (is_same and route in SUBJECTS | SAY_WHO):
        return once
    times += 1 + (times == len(steps(once)))  # the first words of the route were read before
    return at(HEARD[route] if route and name == before and KEPT not in once else once, times)


def _unanswered(once: str, times: int) -> str:
    """The name of what follows a question that nobody answers: the words of the route that it leans to, or the question
    in other words. Worry about somebody else is nothing to ask about twice, and a crisis that was only asked about
    makes way for what it was asked beside."""
    route, asked = route_of(once), once.removeprefix(f"{ASK}_")
    letters, _, codes = asked.partition("_")
    if route in CRISIS and (codes or letters[1:]):
        return keeping(HEARD[ROUTES[letters[1]]] if letters[1:] else f"{TOPIC}_{codes}", route)
    if route in ABOUT_OTHERS or (times and route in ASKS_ITSELF | SAY_WHO):
        return HEARD[route]
    if route is Route.CHILD and times and asks_whom(routes_of(once)) == CHILDREN:
        return at(HEARD[Route.YOUNG], 1)
    is_assumed = asked.startswith(LEANS) or (times and not letters[1:])
    return at(HEARD[route], 1) if route in SUBJECTS - NEVER_ASSUMED and is_assumed else at(once, times + 1)


def in_words_for(said: str, name: str) -> str:
    """The name of the same answer, without its pages, in words for a mention beside it, by its letter, or for an
    `UNKNOWN` question."""
    once, times = apart(name)
    base, *kept = once.partition(KEPT)
    route = own_route(base)
    return f"{_short(HEARD[route] if route else base)}{''.join(kept)}_{times}{said}"


def said_beside(name: str) -> str:
    """The letter of a mention beside it, `UNKNOWN`, or nothing."""
    found = _FURTHER.fullmatch(name)
    return found["said"] if found else ""


def apart(name: str) -> tuple[str, int]:
    """The name of an answer, and how many steps further."""
    found = _FURTHER.fullmatch(name)
    return (found["once"], int(found["times"])) if found else (name, 0)


def _base(name: str) -> str:
    """The name of the same answer without what was heard before."""
    return apart(name)[0].partition(KEPT)[0]


def at(once: str, times: int) -> str:
    """The name of the same answer so many steps further, from the first again after the last."""
    times %= len(steps(once)) + 1
    return f"{_short(once)}_{times}" if times else once


def steps(once: str) -> Sequence[Step]:
    if once.startswith(f"{ASK}_"):
        return ASKED_AGAIN
    route = own_route(once)
    return FURTHER.get(route, (TO_A_PERSON,)) if route else (TO_A_PERSON,)


def own_route(name: str) -> Route | None:
    """The route whose own words an answer of this name shows, whatever was heard before."""
    base = _base(name)
    return None if is_question(base) else route_of(base)


def is_question(name: str) -> bool:
    """Whether an answer of this name asks which route is meant, and stands beside no subject."""
    return name.startswith(f"{ASK}_") and KEPT not in name


def _only_asks(name: str) -> bool:
    """Whether this is a question that shows no words of a route."""
    return is_question(name) and not name.startswith(f"{ASK}_{LEANS}")


def language_name(code: str) -> str:
    """The name of the page in this language."""
    return f"{IN}_{code}"


def language_of(name: str) -> str:
    """The code of the language that an answer of this name is the page of, or nothing."""
    kind, _, code = name.partition("_")
    return code if kind == IN else ""


def route_of(name: str) -> Route | None:
    """The route that an answer of this name is about, or asks for first; or that was heard before it and is graver."""
    name, _, kept = apart(name)[0].partition(KEPT)
    if kept in ROUTES:
        return ROUTES[kept]
    kind, _, codes = name.partition("_")
    if kind in (ASK, ALSO):
        return ROUTES.get(codes.removeprefix(LEANS)[:1])
    return next((route for route, answer in HEARD.items() if answer == name), None)


def routes_of(name: str) -> list[Route]:
    """That route, and those that an answer of this name asks for beside it."""
    first = route_of(name)
    kind, _, codes = _base(name).partition("_")
    asked = [ROUTES[letter] for letter in codes.partition("_")[0] if letter in ROUTES] if kind == ASK else []
    return list(dict.fromkeys((first, *asked))) if first else []


def is_heard(name: str) -> bool:
    """Whether this is the name of an answer to typed words."""
    is_made = name.partition("_")[0] in (ASK, TOPIC, ALSO, IN)
    return is_made or KEPT in name or apart(name)[0] in HEARD.values() or name in MANNERS
