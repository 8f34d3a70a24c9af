"""Decides which routes a text takes: what the cues matched, weighed against what the examples say.

A crisis that a cue matched always stands, so these rules are for all other texts.
The thresholds were found by leaving out one writer after another: see `docs/decisions/005-words-and-examples.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flows.routes import CRISIS, Route

CALM = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY, Route.QUESTION, Route.WIPE, Route.GREETING, Route.OTHER})
"""Routes of visitors who are in no trouble at this moment."""
CRISIS_FROM = 0.17
"""How probable a crisis has to be, by the examples, to come first without a cue. This little is enough: a false alarm
shows one number too many, a missed crisis one too few."""
CRISIS_BESIDE = 0.32
"""And how probable compared with the likeliest other route, whose answer shows 112 as well."""
CRISIS_FROM_CALM = 0.31
"""How probable it has to be when the likeliest other route is a calm one."""
CRISIS_FROM_DENIED = 0.8
"""How probable when the text denies a crisis, or holds a phrase that only sounds like one."""
SURER = 0.2
"""How much more probable a route has to be, by the examples, to replace the one that a cue matched."""

_ORDER = list(Route)


def in_order(routes: set[Route]) -> tuple[Route, ...]:
    """The routes by priority, and at least one."""
    return tuple(route for route in Route if route in routes) or (Route.OTHER,)


def weigh(matched: set[Route], scores: Mapping[str, float], *, denied: bool) -> set[Route]:
    """What remains of the routes that the cues matched, none of them a crisis, and what the examples add.

    A crisis is added when it is probable enough. Otherwise a matched route has to be about as probable as the one
    that the examples prefer, or that one takes its place.
    """
    if not scores:
        return matched
    best = _likeliest((route for route in Route if route not in CRISIS), scores)
    enough = CRISIS_FROM_CALM if best in CALM else max(CRISIS_FROM, CRISIS_BESIDE * scores.get(best, 0.0))
    if sum(scores.get(route, 0.0) for route in CRISIS) >= (CRISIS_FROM_DENIED if denied else enough):
        return matched | {_likeliest(sorted(CRISIS), scores)}
    kept = {route for route in matched if scores.get(best, 0.0) - scores.get(route, 0.0) < SURER} or {best}
    first = min(kept, key=_ORDER.index)
    return kept | {route for route in matched if _ORDER.index(route) > _ORDER.index(first)}


def _likeliest(routes: Iterable[Route], scores: Mapping[str, float]) -> Route:
    return max(routes, key=lambda route: scores.get(route, 0.0))
