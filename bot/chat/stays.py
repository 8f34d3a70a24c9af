"""Whether the answer that stands is still the right one for what somebody types next.

Visitors who told what happens and then type a detail, an age or a doubt, go on about the same. Nobody has to guess
what a few letters may mean of their own.
"""

from bot.chat.tap import Tap
from flows.answers import HEARD
from flows.offer_names import KEPT, is_heard, is_question, route_of
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.words.small_talk import MANNERS
from listening.answer import FEW
from listening.decision import SOME
from listening.understanding import Certainty, Understanding

DETAILS = frozenset({Route.YOUNG, Route.CARER, Route.FAMILY})
"""An age or a relation: within a subject it is a detail, and no case of its own."""
FOR_WORK = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY})
SMALL_TALK = DETAILS | {Route.GREETING, Route.THANKS, Route.OTHER, Route.BOT}
BESIDE = frozenset(Route) - SUBJECTS - FOR_WORK - DETAILS
"""Routes of words beside a subject, such as a question about privacy: the subject stays behind them."""
HURTS = CLAIMS - CRISIS - {Route.PARENT, Route.HARD_THOUGHTS, Route.REPORTED, Route.TOLD}
"""What may be the reason for thoughts of death: it is answered too, and their number stays first."""
CLAIMED_BESIDE, SAID_BESIDE = 0.5, 0.75
"""How likely another claim has to be to be asked about there, and any other subject to be answered. "They treat me like
a criminal", of a father who was reported, asks nothing for work."""
HURT_BESIDE = 0.8
"""And how likely together what hurts visitors themselves, after a story about others: "he hits me" may be a child's or
a partner's."""
CALM = (SUBJECTS | FOR_WORK) - CLAIMS
OWN = frozenset({Route.PARENT, Route.PARTNER, Route.SURVIVOR, Route.REPORTED, Route.HARD_THOUGHTS})
"""What grown-ups tell of themselves: "I was sober for two years", of a mother, is no childhood. A child's harm is heard
as it is anywhere."""
SAYS_WHO = SAY_WHO | DETAILS | {Route.VOLUNTEER}
"""Routes by which visitors say who they are. They tell next what happened."""


def stays(heard: Understanding, here: Tap, before: Route | None) -> bool:
    """Whether the answer that stands is still the right one: what was said means nothing of its own beside it."""
    is_nothing = heard.certainty is Certainty.OPEN or (heard.is_sure and heard.route is Route.GREETING)
    is_nothing = is_nothing or (heard.is_age and not heard.is_child)
    if before is None:  # the screens of a topic: "hallo?" asks for nothing else
        return is_heard(here.answer) and here.answer not in MANNERS and is_nothing
    if before in SMALL_TALK - DETAILS or heard.certainty is Certainty.LANGUAGE:
        return False
    if before in CRISIS:
        return is_nothing or _crisis_stays(heard, here)
    if before in SUBJECTS | SAY_WHO and is_told(here, before) and not is_question(here.answer):
        return is_nothing or _is_unclear(heard, before)
    return is_nothing or _question_stays(heard, before)


def is_told(here: Tap, before: Route) -> bool:
    """Whether visitors have told what happens, and not only who they are."""
    return before in SUBJECTS - SAYS_WHO or here.answer != HEARD.get(before)


def _question_stays(heard: Understanding, before: Route) -> bool:
    """Whether a question that stands is still the right one."""
    is_asked = heard.certainty is Certainty.TOPIC and heard.asks and not heard.says_no
    if not heard.is_sure and not is_asked:
        is_brief = heard.length <= (SOME if heard.share < CLAIMED_BESIDE else FEW)
        says_little = heard.route not in CRISIS and (is_brief or heard.says_no)
        is_same = before in heard.routes and heard.route not in CRISIS
        return is_same or (before in SUBJECTS and says_little)
    return heard.is_sure and _is_detail(heard, before)


def _is_unclear(heard: Understanding, before: Route) -> bool:
    """Whether what was said beside a subject that was told is too little to be something else: it is more of that."""
    if heard.route in CRISIS and heard.certainty is not Certainty.TOPIC:
        return False
    if heard.is_sure:
        return _is_detail(heard, before) or (heard.route in CALM | OWN - {before} and heard.share < SAID_BESIDE)
    if heard.says_no or heard.certainty is Certainty.TOPIC:
        return heard.says_no or not heard.asks
    hurt = sum(heard.shares.get(route, 0.0) for route in HURTS - {before}) if before not in HURTS else 0.0
    return heard.route not in BESIDE | CLAIMS - {before} or (heard.share < CLAIMED_BESIDE and hurt < HURT_BESIDE)


def _is_detail(heard: Understanding, before: Route) -> bool:
    """Whether what is sure is only a detail of what was told before, such as an age."""
    asks_nothing = heard.route is Route.QUESTION and not heard.screens
    is_pronoun = heard.length <= FEW and {before, heard.route} <= ABOUT_OTHERS
    return heard.route in DETAILS or asks_nothing or is_pronoun


def _crisis_stays(heard: Understanding, here: Tap) -> bool:
    """A crisis stays through all that is less. One that we only asked about makes way for all that says something, and
    so does another answer that stands with its number, such as who can read this. The number stays. After danger a
    question tells nothing else: "and my baby? is it ok" is no parent who lost their temper. Nor does a call of before:
    "it is silent now" was like "I called and hear nothing"."""
    if KEPT in here.answer or is_question(here.answer):
        return heard.certainty is Certainty.OPEN or (heard.is_sure and heard.route in SMALL_TALK)
    if heard.is_sure and route_of(here.answer) is Route.SUICIDAL and heard.route in HURTS:
        return False
    if heard.is_sure and route_of(here.answer) is Route.ACUTE and heard.route in SUBJECTS - CRISIS:
        return heard.asks or heard.route is Route.CALLED or heard.share < CLAIMED_BESIDE
    asks = heard.certainty is Certainty.TOPIC and heard.route is Route.QUESTION
    return not asks and (not heard.is_sure or heard.route in SMALL_TALK | CLAIMS - CRISIS)
