"""What a typed text gets at the place where somebody is: the name of an answer.

What a text may mean at all, and which answer that gets, is `listening`; what each offers is the guide's. Here is what
the place adds: what was heard before, and where somebody reads, make some meanings likelier; a grave answer stays
until something clearly different is said; and what nobody understands leaves the subject as it is.
"""

from dataclasses import replace

from bot.chat.ages import child_typing, of_an_age
from bot.chat.beside import NEAR_A_CRISIS, beside
from bot.chat.confirming import is_confirmed, is_denied
from bot.chat.place import ROLES, SPEAKERS, is_about_dying
from bot.chat.stays import BESIDE, CLAIMED_BESIDE, FOR_WORK, SAID_BESIDE, is_told, stays
from bot.chat.tap import Tap
from flows.answers import FOLLOW_UP, HEARD, LONG_STORY
from flows.guide import Guide
from flows.offer_names import (
    ASK,
    KEPT,
    LEANS,
    MOST,
    TOPIC,
    UNKNOWN,
    again,
    at,
    code,
    in_words_for,
    is_heard,
    is_question,
    keeping,
    own_route,
    route_of,
    routes_of,
    said_beside,
)
from flows.offers import words_beside
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.visit import START, Visit
from flows.words.asking import ASKED
from flows.words.further import FURTHER, IN_SILENCE
from flows.words.mentioned import LETTERS, PARENT, WHO
from flows.words.small_talk import (
    CALLING,
    FAULT,
    HELPFUL,
    MANNERS,
    MISHEARD,
    OVER,
    SECRET,
    SOMEBODY,
    TO_CHILD,
    TO_PROFESSIONAL,
    UNABLE_TO_SPEAK,
)
from listening.answer import FEW, STORY, answer_of, staying
from listening.decision import SOME
from listening.understanding import Certainty, Understanding

FORMS = {"child": TO_CHILD, "professional": TO_PROFESSIONAL}
"""How small talk is answered to them."""
MANY = 8
"""Words that are clearly something else."""
ANYTHING = frozenset({Route.QUESTION, Route.OTHER})
"""Of these, many words are about something else; a visitor who asks for a person is still at the subject."""
ONLY_ASKED = 0.6
"""How likely a question has to be for it to be about something else than a crisis before it."""
NAMED_BY_NUMBER = frozenset({Route.SEXUAL, Route.SEXTORTION, Route.SURVIVOR, Route.HARD_THOUGHTS})
"""Their own lines say what happened."""
OF_OTHERS, NO_DANGER = 0.25, 0.1
"""How likely worry about somebody else has to be for a story after danger to be about that; and how likely a crisis may
be in words that say nothing of it."""
DID = frozenset({Route.PARENT, Route.HARD_THOUGHTS, Route.REPORTED})
"""To these nobody says that it is the doing of another."""


def answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide, told: str = "") -> str:
    """The name of the answer to a text that was typed at a place: that of the answer that stands there, if it stays,
    but not in the same words. `told` is the answer to what was told before a question that stands."""
    here = _confirmed(heard, here, guide)
    before = _before(here, guide)
    if before is Route.SUICIDAL and heard.has_taken:
        return HEARD[Route.ACUTE]
    if before and is_confirmed(heard, here, before):
        return HEARD[before]
    if before and is_denied(heard, here, before):
        return _corrected(heard, here, visit, guide, told)
    found = _answer_to(heard, here, visit, guide)
    if heard.is_sure and heard.route in BESIDE and own_route(found) is heard.route:
        return found  # "are you the police?" has one answer, however often somebody asks
    onward = again(found, here.answer)
    return _mentioning(heard, onward, here) or onward


def _mentioning(heard: Understanding, onward: str, here: Tap) -> str:
    """The name of the answer that stands, in words for a mention, if otherwise only the next step, a near page or a
    slight question would follow; empty if not, and where those words were read just before."""
    subject = own_route(here.answer) or route_of(here.answer)
    if subject in CRISIS and not heard.is_sure:
        subject = own_route(onward)
    is_answered = bool(heard.faq) and code(heard.faq) in onward
    if subject not in SUBJECTS | SAY_WHO or not is_told(here, subject) or is_answered:
        return ""
    is_same = subject in (own_route(onward), route_of(onward) if is_question(onward) else None)
    if not is_same and not onward.startswith(f"{TOPIC}_") and not _is_slight_question(heard, onward):
        return ""
    name = onward if is_same else again(here.answer, here.answer) if is_question(here.answer) else HEARD[subject]
    name = here.answer if own_route(here.answer) is subject else name
    if is_question(name) and (len({*map(WHO.get, routes_of(name))}) > 1 or WHO.get(subject) == PARENT):
        return ""  # nobody is told on a guess whose words these are
    letters = (LETTERS[mention] for mention in heard.mentions)
    said = next((letter for letter in letters if words_beside(letter, subject)), "")
    return in_words_for(said, name) if said and said != said_beside(here.answer) else ""


def _is_slight_question(heard: Understanding, onward: str) -> bool:
    """Whether what follows only asks which subject is meant, and none of them is likely."""
    least = CLAIMED_BESIDE if heard.route in NAMED_BY_NUMBER else SAID_BESIDE
    is_slight = heard.route not in CRISIS and (heard.route not in CLAIMS or heard.share < least)
    return is_question(onward) and not heard.is_sure and is_slight


def _answer_to(heard: Understanding, here: Tap, visit: Visit, guide: Guide) -> str:
    before = _before(here, guide)
    heard = beside(heard, here, before, guide)
    if name := of_an_age(heard, here, before):
        return name
    if stays(heard, here, before):
        found = _staying(heard, here, before, visit, guide)
        return in_words_for(UNKNOWN, here.answer) if _is_unanswered(heard, before, found, here) else found
    is_of_a_role = before in ROLES and heard.is_sure and heard.route in ABOUT_OTHERS
    found = answer_of(heard, visit, guide, before if is_of_a_role else None)
    if heard.certainty is Certainty.LANGUAGE or (not found and (before in SUBJECTS or is_question(here.answer))):
        return found or here.answer
    is_more = heard.length >= STORY or here.answer in (HEARD[Route.OTHER], FOLLOW_UP)
    found = found or (LONG_STORY if is_more else HEARD[Route.OTHER] if visit.screen == START else FOLLOW_UP)
    asked = _asking_too(found, before) if before in SUBJECTS | SAY_WHO else found
    if found.startswith(f"{ASK}_") and heard.route not in CRISIS and (child := child_typing(heard, here, before)):
        return keeping(asked, child)
    return keeping(asked, before) if before in SUBJECTS | SAY_WHO and _stays_first(before, here, heard) else asked


def _corrected(heard: Understanding, here: Tap, visit: Visit, guide: Guide, told: str) -> str:
    """The name of the answer to somebody who denies what stands: about what they say now, or what they told before, and
    otherwise that we are sorry."""
    denied = {*routes_of(here.answer)[:1], *heard.denies}
    heard = replace(heard, routes=tuple(route for route in heard.routes if route not in denied))
    if not heard.routes:
        heard = replace(heard, certainty=Certainty.OPEN)
    before = (route_of(told), own_route(told), own_route(here.answer))
    kept = next((route for route in before if route in SUBJECTS | SAY_WHO and route not in denied), None)
    if kept:
        return answer_to(heard, here.to(told if kept is route_of(told) else HEARD[kept]), visit, guide)
    return answer_of(heard, visit, guide) or MISHEARD


def _confirmed(heard: Understanding, here: Tap, guide: Guide) -> Tap:
    """Where somebody is, without a crisis that was only asked about and that the next words do not speak of: the
    subject that it was asked beside stands there."""
    before = _before(here, guide)
    likely = max(heard.shares.get(before, 1.0), heard.crises.get(before, 0.0)) if before else 1.0
    is_past = heard.length > FEW and likely < NO_DANGER
    if before not in CRISIS or not is_question(here.answer) or not is_past:
        return here
    told = (route for route in routes_of(here.answer) if route in (SUBJECTS | SAY_WHO) - CRISIS)
    return next((here.to(HEARD[route]) for route in told), here)


def _of_others(heard: Understanding) -> Route | None:
    """The route of a story without danger, told after danger, if it is about somebody else: 112 stays above it."""
    told = {route: share for route, share in heard.shares.items() if route in SUBJECTS}
    route = max(told, key=told.__getitem__, default=None)
    is_story = heard.length > SOME and not heard.asks and told.get(Route.ACUTE, 0.0) < NO_DANGER
    return route if is_story and route in ABOUT_OTHERS and told[route] >= OF_OTHERS else None


def _staying(heard: Understanding, here: Tap, before: Route | None, visit: Visit, guide: Guide) -> str:
    """The name of the answer of the subject that stands, with the screens that are asked for now. Somebody who tells
    more after a crisis reads its numbers in other words."""
    if before not in SUBJECTS | SAY_WHO or not here.answer or is_question(here.answer):
        return here.answer
    if own_route(here.answer) is Route.ACUTE and (about := _of_others(heard)):
        return keeping(HEARD[about], Route.ACUTE)
    asked = staying(before, heard, visit, guide)
    is_grave = heard.route in CRISIS and (heard.is_firm or heard.is_sure)
    is_own = not is_grave and own_route(here.answer) in SUBJECTS - CRISIS
    return asked or (here.answer if is_own else HEARD[before])


def _is_unanswered(heard: Understanding, before: Route | None, found: str, here: Tap) -> bool:
    """Whether something was asked beside a subject that stays, and nothing offered that answers it."""
    is_same = route_of(found) is route_of(here.answer) and found in (here.answer, HEARD.get(before or Route.OTHER))
    return heard.asks and heard.length > FEW and is_same and before not in CRISIS and is_heard(here.answer)


def tells_no_more(heard: Understanding, here: Tap) -> bool:
    """Whether a text says nothing of its own to somebody who told a subject, or only asks about the same: then its last
    words may close it."""
    before = route_of(here.answer)
    is_heard = heard.is_sure or heard.route in CLAIMS or heard.share >= CLAIMED_BESIDE
    is_same = heard.asks and heard.route is before
    says_something = is_heard and heard.certainty is not Certainty.OPEN and heard.route in SUBJECTS | FOR_WORK
    return before in SUBJECTS and heard.route not in CRISIS and (is_same or not says_something)


def in_manners(name: str, here: Tap, guide: Guide) -> str:
    """The name of the answer to small talk at a place: what was heard before stays behind it, but for danger that is
    over and for a mistake of ours. After thoughts of death the page stays, in other words, unless help is near."""
    before = _before(here, guide)
    if before is Route.ACUTE and name in UNABLE_TO_SPEAK:
        return at(HEARD[before], FURTHER[before].index(IN_SILENCE) + 1)
    if before is Route.ACUTE and name == CALLING:  # whom they call is said on the page of danger
        return HEARD[before] if is_question(here.answer) else again(here.answer, HEARD[before])
    if before is Route.SUICIDAL and name not in HELPFUL and not (name == MISHEARD and is_question(here.answer)):
        return here.answer if is_question(here.answer) else again(here.answer, here.answer)
    if (name == SOMEBODY and before in SUBJECTS) or (name == FAULT and before in DID):
        return again(here.answer, here.answer)
    region = guide.region(here.screen) if here.screen in guide.screens else ""
    heard = routes_of(here.answer)
    reader = "child" if Route.CHILD in heard else SPEAKERS.get(heard[0], "") if heard else region
    if name == SECRET and {Route.OTHER}.issuperset(heard) and here.screen == START:  # mostly children ask that
        reader = "child"
    said = next(filter(MANNERS.__contains__, (name + FORMS.get(reader, ""), name)))
    is_ended = name == MISHEARD or (name == OVER and before is Route.ACUTE)
    return said if is_ended else with_subject(said, here, guide)


def with_subject(name: str, here: Tap, guide: Guide) -> str:
    """The name of an answer that says nothing of a subject, such as that we hear no voice messages, with the number of
    what was heard before."""
    asked = [_before(here, guide), *routes_of(here.answer)]
    kept = (route for route in asked if route in SUBJECTS | SAY_WHO and _was_said(route, here, is_beside=True))
    return keeping(name, route) if (route := next(kept, None)) else name


def _stays_first(before: Route, here: Tap, heard: Understanding) -> bool:
    """Whether the number of what was heard before stays first in another answer. That of a crisis which was only asked
    about does not where another is clear: 112 stands on each."""
    if is_question(here.answer) and heard.route in CRISIS and heard.is_sure:
        return False
    is_beside = heard.route in (BESIDE if heard.is_sure else BESIDE | FOR_WORK)
    was_said = _was_said(before, here, is_beside=is_beside)
    return was_said and (before in CLAIMS or is_beside) and _is_less(heard, before)


def _was_said(before: Route, here: Tap, *, is_beside: bool) -> bool:
    """A route that was only asked about was not said: its number stands beside no claim, and never if it tells much."""
    was_shown = before in CRISIS or KEPT in here.answer or not here.answer.startswith(f"{ASK}_")
    return was_shown or (is_beside and before not in NAMED_BY_NUMBER)


def _before(here: Tap, guide: Guide) -> Route | None:
    """The route of the answer that stands, or thoughts of death where the page of the map is about those."""
    return Route.SUICIDAL if is_about_dying(here, guide) else route_of(here.answer)


def _is_less(heard: Understanding, before: Route) -> bool:
    """Whether what was said is less grave than what was heard before, and not clearly something else."""
    is_of_the_same = before is Route.ACUTE or (before is Route.SUICIDAL and heard.route in ABOUT_OTHERS)
    is_near = heard.nearness < NEAR_A_CRISIS and heard.shares.get(Route.QUESTION, 0.0) < ONLY_ASKED
    is_ours = is_of_the_same or (heard.certainty is Certainty.TOPIC and (before not in CRISIS or is_near))
    is_much = heard.length >= MANY and not is_ours and heard.route not in BESIDE - ANYTHING
    is_something_else = (heard.is_sure and heard.route in FOR_WORK) or (heard.route not in CLAIMS and is_much)
    order = list(Route)
    return not is_something_else and order.index(before) < order.index(heard.route)


def _asking_too(name: str, route: Route) -> str:
    """The name of the same question with a route that was heard before among its buttons, behind the likeliest."""
    kind, _, rest = name.partition("_")
    letters, behind, first = rest.removeprefix(LEANS).partition("_")
    if kind != ASK or ASKED[route][0] in letters:
        return name
    return f"{ASK}_{letters[:1]}{ASKED[route][0]}{letters[1 : MOST - 1]}{behind}{first}"
