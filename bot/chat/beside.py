"""What was heard, as it reads beside what was told before.

A text means less there than by itself: it is asked about where a first message would be answered, and only pages that
are near, and for the same reader, answer a question.
"""

from dataclasses import replace

from bot.chat.stays import BESIDE, CLAIMED_BESIDE, OWN, SAID_BESIDE, is_told
from bot.chat.tap import Tap
from flows.answers import ANSWERS, HEARD
from flows.detours import AT_WORK
from flows.guide import Guide
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Mention, Route
from listening.answer import FEW, regions_of
from listening.understanding import Certainty, Understanding

CRISIS_FROM = {Route.ACUTE: 0.4, Route.SUICIDAL: 0.35}
"""How likely a crisis has to be in a later message, where no firm phrase speaks of it: 112 and 113 are in view there
already, and "what do I do now" is no new danger."""
CRISIS_IN_FEW = 0.7
"""And in a few words: "he sent two" tells nothing."""
CRISIS_CLEAR = 0.95
"""And to be answered and not asked about: an answer stays, and a question makes way for the next story."""
NO_WISH_TO_DIE = frozenset(Mention) - {Mention.FEELING}
"""Mentions beside which dying has to be as clear to be asked about: "who would even believe me, there is nothing
written down" is no wish to die."""
CLEAR = 0.85
"""How likely a story of one's own has to be, after one about others, to be answered and not asked about."""
CALLERS = ABOUT_OTHERS | {Route.TOLD, Route.CALLED, Route.PROFESSIONAL}
NEAR_CALL = 0.16
"""How near a screen about anything else has to be for a question about privacy to ask for it."""
NEAR_STAYING, NEAR_TELLING, NEAR_A_CRISIS = 0.15, 0.19, 0.3
"""How near a screen has to be to be offered beside what was told: to somebody who asks; to somebody who tells more,
such as a fear; and to somebody who told a crisis, for which anything else is too little. Of 696 texts that three
writers wrote for a page each, and that nothing was learnt from, the second offers a page for 23 in 100 that ask
nothing, three of four times the right one, and for 2 of 100 details that want none (`after_a_story.tsv`)."""
CLAIMED_BY_A_QUESTION = 0.6
"""How likely another claim has to be in words that ask something."""
PERSONAL = frozenset({"child", "adult", "parent", "professional", "municipality"})
"""Regions that speak to one kind of reader: after what somebody else told, none of their pages is offered."""
EVERYBODY = frozenset({"start"})
WHAT_COUNTS = "what_counts"
"""And a screen that anybody may ask for: "is that abuse"."""
ONLY_OWN = frozenset({Route.CHILD, Route.YOUNG, Route.PARENT, Route.PARTNER, Route.SURVIVOR, Route.HARD_THOUGHTS})
"""And after these only their own: "where can I go without a waiting list" is like pages for those who see signals."""


def beside(heard: Understanding, here: Tap, before: Route | None, guide: Guide) -> Understanding:
    """What was heard where somebody has told a subject, or said who they are; anywhere else what was heard."""
    if before is None or before not in SUBJECTS | SAY_WHO:
        return heard
    heard = _of_a_question(_of_a_mention(_of_a_crisis(heard, before)), before)
    return _of_a_page(
        _of_the_call(_asked_about_first(_for_the_same_reader(heard, here, before, guide), before), before)
    )


def _of_a_crisis(heard: Understanding, before: Route) -> Understanding:
    """With a crisis only if it is likely in a later message, and then asked about before anything else. Its number
    stands first all the same, and visitors who meant something else find their subject below it. So it is with a firm
    phrase that is none in a later message: "my mum is gonna kill me", of a girl who was threatened with pictures."""
    if before in CRISIS or not heard.crises or heard.certainty is Certainty.LANGUAGE:
        return heard
    crisis = max(heard.crises, key=heard.crises.__getitem__)
    others = tuple(route for route in heard.routes if route not in CRISIS)
    if heard.is_firm:
        is_doubted = heard.is_sure and heard.crises.get(heard.route, 0.0) < CRISIS_FROM.get(heard.route, 0.0)
        asked = tuple(dict.fromkeys((heard.route, before, *others)))
        return replace(heard, certainty=Certainty.ASK, routes=asked) if is_doubted else heard
    is_doubt = crisis is Route.SUICIDAL and not NO_WISH_TO_DIE.isdisjoint(heard.mentions[:1])
    least = CRISIS_CLEAR if is_doubt else CRISIS_IN_FEW if heard.length <= FEW else CRISIS_FROM[crisis]
    if heard.crises[crisis] >= least:
        is_clear = heard.crises[crisis] >= CRISIS_CLEAR and not is_doubt
        certainty = Certainty.SURE if is_clear else Certainty.ASK
        return replace(heard, certainty=certainty, routes=tuple(dict.fromkeys((crisis, before, *others))))
    return replace(heard, certainty=Certainty.OPEN, routes=others) if heard.route in CRISIS else heard


def _of_a_mention(heard: Understanding) -> Understanding:
    """Only the mention, if it is clearer than what else was heard: "I deleted this five times" got how to wipe."""
    is_beside = heard.is_sure and heard.route in BESIDE | {Route.CALLED} and heard.share < CLAIMED_BESIDE
    return replace(heard, certainty=Certainty.OPEN, routes=()) if is_beside and heard.mentions else heard


def _of_a_question(heard: Understanding, before: Route) -> Understanding:
    """Only a question, where somebody asks something and another claim is not likely: "can I put a note through their
    door?" was asked about dying."""
    is_another = heard.route in CLAIMS - CRISIS - {before}
    if not heard.asks or heard.is_firm or not is_another or heard.share >= CLAIMED_BY_A_QUESTION:
        return heard
    return replace(heard, certainty=Certainty.TOPIC if heard.screens else Certainty.OPEN, routes=(Route.QUESTION,))


def _for_the_same_reader(heard: Understanding, here: Tap, before: Route, guide: Guide) -> Understanding:
    """Without screens for other readers than the one who told the subject, unless it tells another."""
    if heard.is_sure and heard.route in CLAIMS - {before}:
        return heard
    is_beside = heard.is_age or is_told(here, before)
    asks = heard.asks or (heard.is_sure and heard.route is Route.QUESTION)
    near = NEAR_A_CRISIS if before in CRISIS else NEAR_STAYING if asks else NEAR_TELLING
    if is_beside and (heard.is_age or heard.nearness < near):
        return replace(heard, screens=())
    own = regions_of(before, guide)
    others = EVERYBODY if before in ONLY_OWN else {*map(guide.region, guide.screens)} - PERSONAL
    asked = [AT_WORK.get(one, one) if before is Route.PROFESSIONAL else one for one in heard.screens]
    fitting = (screen for screen in asked if guide.region(screen) in own | others or screen == WHAT_COUNTS)
    return replace(heard, screens=tuple(dict.fromkeys(fitting)))


def _asked_about_first(heard: Understanding, before: Route) -> Understanding:
    """Another claim that is not clear is asked about. After a story about somebody else a story of one's own has to be
    clearer: "an hour ago, I'm home now", of a bystander, is no childhood."""
    asked = CLAIMS - CRISIS if before in ABOUT_OTHERS else CLAIMS - CRISIS - OWN
    is_another = heard.is_sure and heard.route in asked - {before}
    least = CLEAR if heard.route in OWN else SAID_BESIDE
    if before in CRISIS or not is_another or heard.share >= least:
        return heard
    return replace(heard, certainty=Certainty.ASK, routes=tuple(dict.fromkeys((heard.route, before, *heard.routes))))


def _of_the_call(heard: Understanding, before: Route) -> Understanding:
    """ "Can it be anonymous", of somebody who may call about others, is about the call and not the phone. Somebody who
    is hurt asks about the phone."""
    is_private = heard.is_sure and heard.route is Route.PRIVACY and heard.nearness >= NEAR_CALL
    own = {visit.screen for visit in ANSWERS[HEARD[Route.PRIVACY]].meant}
    if before not in CALLERS or not is_private or not heard.screens or heard.screens[0] in own:
        return heard
    return replace(heard, certainty=Certainty.TOPIC, routes=(Route.QUESTION,))


def _of_a_page(heard: Understanding) -> Understanding:
    """A question is answered with its page, and not with another question."""
    is_asked = heard.route is Route.QUESTION if heard.is_sure else heard.asks
    if not is_asked or not heard.screens or heard.route in CRISIS:
        return heard
    return replace(heard, certainty=Certainty.TOPIC, routes=(Route.QUESTION,))
