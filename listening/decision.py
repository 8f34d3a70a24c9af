"""Sure, ask, topic or open: what a text gets, by how likely each route is and which screens are near.

A wrong accusation to somebody in fear is worse than a question, so what claims something about the visitor has to be
clearer than anything else, and in a word or two clearer still. Only a crisis comes first without being certain: its
number stands above the question. What each figure gains is in `docs/listening.md`.
"""

from collections.abc import Collection, Mapping, Sequence

from flows.routes import CLAIMS, CRISIS, Route
from listening.firm import NEVER
from listening.understanding import Certainty, Understanding

SURE, SURE_CALM = 0.6, 0.42
"""How likely a route has to be for its answer to be given; less where that answer claims nothing, and nothing else is
likely either."""
SURE_IN_FEW, SURE_IN_SOME = 0.9, 0.75
"""And where the answer claims something and the text has at most `FEW` words, or `SOME`."""
FEW, SOME = 3, 6
ALWAYS_ASKED = 1.0
"""One word is never enough: "childhood" may be a memory of anything."""
ASKED_LEAST, ASKED_LEAST_IF_CLAIMED = 0.08, 0.15
ASKED_LEAST_IF_GRAVE = {Route.ACUTE: 0.25, Route.SUICIDAL: 0.2, Route.HARD_THOUGHTS: 0.35}
"""How likely a route has to be to be asked for, and one that claims something: a button is a suggestion too. A
grandmother who cannot sleep is not asked whether she wants to die, nor who asks "who did this" about their desires."""
ASKED_LEAST_IN_SOME = {Route.HARD_THOUGHTS: 0.6, Route.SEXUAL: 0.4, Route.SEXTORTION: 0.4}
"""And in at most `SOME` words: "ik heb 2 kinderen" has half of what tells of thoughts about them, and "nee ik ben 16" a
quarter of what tells of touching."""
CRISIS_FROM = {Route.ACUTE: 0.18, Route.SUICIDAL: 0.3}
"""How likely a crisis has to be for its number to come first, above a question: 112 puzzles nobody, and whoever reads
113 above what they asked may wonder."""
CRISIS_FROM_CALM = {Route.ACUTE: 0.3, Route.SUICIDAL: 0.4}
"""And where something harmless is likelier."""
CRISIS_IN_FEW, CRISIS_IN_ONE = 0.6, 0.8
"""And in a few words, of which none is a firm phrase: "ik ben moe"; and in one: "pillen" says nothing of anybody."""
CRISIS_FROM_DENIED = 0.75
"""And where a phrase says that it is none, such as "ik wil niet dood"."""
DOUBTED_FROM = 0.8
"""How likely something harmless has to be for a firm phrase to be asked about: "my boss is going to kill me"."""
CRISIS_BESIDE = 0.5
"""And how likely in proportion to the likeliest route, whose answer shows 112 as well."""
BESIDE, AS_LIKELY = 0.25, 0.6
"""How likely a second claim has to be to count beside the first, and in proportion to it; the graver one leads."""
MOST_ASKED = 3
ASKED_FROM, ASKED_FIRST_IN_FEW, ASKED_CLAIM_IN_FEW = 0.4, 0.4, 0.7
"""How likely those that we would ask for have to be together. Otherwise the menu is the better question. In a few
words one of them alone has to be as likely, and likelier where it claims something: "foto" is no threat."""
CLAIMED_IN_FEW, CLAIMED_IN_ONE = 0.75, 0.65
"""Or how likely all together that claim something: "he hits me"; and in one word those that are no crisis: "abused"."""
NEAR, NEAR_IN_FEW, NEAR_A_STORY, NEAR_A_CLAIM, NEAR_ASKED = 0.1, 0.13, 0.11, 0.16, 0.11
"""How near a screen has to be for a text to be a question about it; in a text of a few words, or one that is like
nothing of ours; in one that tells of somebody rather than asks; and to stand beside the answer to a claim, whose own
pages are mostly the better ones; a little less beside a question that asks for one."""
MUCH, NEAR_A_TALE = 14, 0.17
"""Words above which a text that asks nothing tells a story; and how near a screen has to be then. Below that half of
the buttons are about something else: "In a care home" for a colleague with marks on her neck."""
AS_NEAR = 0.75
"""How near in proportion to the nearest one. With 0.6, 623 questions get 270 screens more, and for two of them one of
those is the only right one. Circumcision beside "papa doet dingen" is worse than no button."""
ENTRY_FROM, TOLD_BY_ENTRY = 0.8, 0.5
"""How near only an entry of the index is; and how likely a claim has to be for it to be asked about all the same: "my
dad drinks" is an entry, and a child's own words."""
FAQ_FROM, FAQ_UNASKED = 0.15, 0.22
"""How near an often asked question has to be to be answered, where otherwise it would be asked what is meant, or the
menu would be shown; and where the words do not sound like a question."""
ELSE_FROM, NEAR_IF_ELSE = 0.5, 0.17
"""How likely a text has to be something else for a screen to have to be nearer: one word alike makes chatter no
question about it."""

SMALL_TALK = frozenset({Route.GREETING, Route.THANKS})
TELLS = CLAIMS | {Route.ABOUT_OTHER, Route.BYSTANDER, Route.VOLUNTEER, Route.FAMILY, Route.CARER, Route.YOUNG}

Shares = Mapping[Route, float]
Near = Sequence[tuple[str, float]]


def decide(
    shares: Shares,
    near: Near,
    length: int,
    marks: Collection[str],
    language: str = "",
    *,
    asks: bool = False,
    faq: str = "",
) -> Understanding:
    """What a text of so many words gets. `marks` are the lists of firm phrases that it has words of, `faq` the often
    asked question that it is most like."""
    is_tale = not asks and length > MUCH
    first = max(shares, key=shares.__getitem__)
    enough = NEAR_IN_FEW if length <= FEW or first is Route.OTHER else NEAR
    enough = NEAR_IF_ELSE if shares[Route.OTHER] >= ELSE_FROM or (first in SMALL_TALK and not asks) else enough
    for_topic = NEAR_A_TALE if is_tale else NEAR_A_STORY if first in TELLS else enough
    is_topic = bool(near) and near[0][1] >= for_topic
    certainty, routes = _decided(shares, length, marks, is_topic=is_topic)
    is_entry = bool(near) and near[0][1] >= ENTRY_FROM and CRISIS.isdisjoint(marks)
    sounds_asked = bool(near) and (asks or near[0][1] >= FAQ_UNASKED)
    is_near = bool(faq) and sounds_asked and near[0][1] >= FAQ_FROM
    is_faq = is_near and certainty in (Certainty.ASK, Certainty.OPEN) and routes[0] not in CRISIS
    is_told = certainty is not Certainty.OPEN and routes[0] in CLAIMS and shares[routes[0]] >= TOLD_BY_ENTRY
    if (is_entry or is_faq) and not is_told:
        certainty, routes = Certainty.TOPIC, [Route.QUESTION]
    of_a_claim = NEAR_A_CLAIM if certainty is Certainty.SURE else NEAR_ASKED
    least = of_a_claim if routes[0] in CLAIMS else for_topic if certainty is Certainty.SURE else enough
    least = max(least, AS_NEAR * near[0][1], NEAR_A_TALE * is_tale) if near else least
    screens = tuple(screen for screen, likeness in near if likeness >= least)
    nearness = near[0][1] if near else 0.0
    is_firm = not CRISIS.isdisjoint(marks)
    return Understanding(
        certainty,
        tuple(routes),
        screens,
        language,
        shares,
        length,
        nearness,
        asks=asks,
        is_tale=is_tale,
        is_firm=is_firm,
        is_entry=is_entry,
        faq=faq if screens and (sounds_asked or routes[0] is Route.QUESTION) else "",
    )


def _decided(shares: Shares, length: int, marks: Collection[str], *, is_topic: bool) -> tuple[Certainty, list[Route]]:
    ranked = sorted(shares, key=shares.__getitem__, reverse=True)
    least = max(BESIDE, AS_LIKELY * max(shares[route] for route in CLAIMS - CRISIS))
    claims = [
        route for route in Route if route in CLAIMS - CRISIS and shares[route] >= max(least, _least(route, length))
    ]
    first, some = ranked[0], list(dict.fromkeys((*claims, *ranked)))[:MOST_ASKED]
    calm = sorted(some, key=CRISIS.__contains__)  # a crisis that is not likely enough leads no question
    likely = [route for route in calm if shares[route] >= _least(route, length)] or some[:1]
    if crisis := next((route for route in CRISIS_FROM if route in marks), None):
        is_doubted = shares[Route.OTHER] >= DOUBTED_FROM
        return Certainty.ASK if is_doubted else Certainty.SURE, _first(crisis, likely)
    if first not in (Route.OTHER, *CRISIS_FROM) and shares[first] >= _enough(first, length):
        return Certainty.SURE, likely if first in CLAIMS else _first(first, likely)
    least = CRISIS_IN_ONE if length <= 1 else CRISIS_IN_FEW if length <= FEW else 0.0
    needed = {crisis: max(least, _needed(crisis, shares, first, marks)) for crisis in CRISIS_FROM}
    if crisis := next((one for one in CRISIS_FROM if shares[one] >= needed[one]), None):
        return Certainty.SURE if shares[crisis] >= SURE else Certainty.ASK, _first(crisis, likely)
    is_calm = first not in (Route.OTHER, *CLAIMS) and (first not in SMALL_TALK or length <= SOME)
    if is_calm and shares[first] >= SURE_CALM:
        return Certainty.SURE, _first(first, likely)
    if is_topic and not claims:
        return Certainty.TOPIC, likely
    of, enough = (CLAIMS, CLAIMED_IN_FEW) if length > 1 else (CLAIMS - CRISIS, CLAIMED_IN_ONE)
    is_clear = length > FEW or shares[first] >= (ASKED_CLAIM_IN_FEW if first in CLAIMS else ASKED_FIRST_IN_FEW)
    is_clear |= sum(shares[route] for route in of) >= enough
    asked = sum(shares[route] for route in likely if route is not Route.OTHER)
    is_asked = first is not Route.OTHER and is_clear and asked >= ASKED_FROM
    return Certainty.ASK if is_asked else Certainty.OPEN, likely


def _least(route: Route, length: int) -> float:
    if route in ASKED_LEAST_IN_SOME and length <= SOME:
        return ASKED_LEAST_IN_SOME[route]
    return ASKED_LEAST_IF_GRAVE.get(route, ASKED_LEAST_IF_CLAIMED if route in CLAIMS else ASKED_LEAST)


def _enough(route: Route, length: int) -> float:
    """How likely a route has to be for its answer to be given."""
    if route not in CLAIMS or length > SOME:
        return SURE
    return ALWAYS_ASKED if length <= 1 else SURE_IN_FEW if length <= FEW else SURE_IN_SOME


def _needed(crisis: Route, shares: Shares, first: Route, marks: Collection[str]) -> float:
    """How likely a crisis has to be to come first."""
    if NEVER in marks:
        return CRISIS_FROM_DENIED
    if first is Route.OTHER:
        return CRISIS_FROM_CALM[crisis]
    return max(CRISIS_FROM[crisis], CRISIS_BESIDE * shares[first] if first in CLAIMS else 0.0)


def _first(route: Route, others: Sequence[Route]) -> list[Route]:
    return [route, *(other for other in others if other is not route)][:MOST_ASKED]
