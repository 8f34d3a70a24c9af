"""Confirmations and denials of the answer or question that stands. A denied one goes, though the denial is like it."""

from bot.chat.tap import Tap
from flows.offer_names import ASK, KEPT, LEANS, is_question
from flows.question import OF_CHILDREN
from flows.routes import CLAIMS, CRISIS, Route
from listening.answer import GROWN_UP
from listening.understanding import Understanding

STILL, STILL_TOLD = 0.5, 0.2
"""How likely the rest of a text has to be about the subject that stands for it to stay after a no: a subject that was
asked about, and one that was answered."""
TOLD = 0.3
"""How likely a crisis that we asked about has to be in the answer for that to be a yes."""
BARE = 2
"""Words of a no with nothing behind it."""
BRIEF = 4
"""Words of a yes with little behind it."""


def is_confirmed(heard: Understanding, here: Tap, before: Route) -> bool:
    """Whether a text only says yes to a question that asks one thing: about dying or danger, or about the words that
    stand above it. The line about danger asks too, above any answer. Visitors who are asked about dying and go on
    about it have said yes."""
    is_told = heard.route is before or heard.crises.get(before, 0.0) >= TOLD
    if before in CRISIS and is_question(here.answer) and is_told and not heard.says_no:
        return True
    asks_one_thing = before in CRISIS or here.answer.startswith(f"{ASK}_{LEANS}")
    asks = (is_question(here.answer) and asks_one_thing) or (before is Route.ACUTE and KEPT in here.answer)
    return heard.says_yes and asks and heard.length <= BRIEF and heard.says_little


def is_denied(heard: Understanding, here: Tap, before: Route) -> bool:
    """Whether the subject that stands, or that is asked about, is denied: "no, I am not the parent", or the words of a
    grown-up who was heard as a child, or the other way round. A no beside a subject that claims nothing denies
    something else, and "no, never mind" denies nothing."""
    is_another_age = heard.is_grown_up if before in OF_CHILDREN else heard.is_child and before in GROWN_UP
    if before in heard.denies or is_another_age:
        return True
    is_closed = heard.is_sure and heard.route is Route.THANKS
    if heard.is_firm or before not in CLAIMS or is_closed or not (heard.says_no or heard.corrects):
        return False
    share = heard.shares.get(before, 0.0)
    if is_question(here.answer) or heard.corrects:
        return heard.length <= BARE or share < STILL
    return before in heard.drops and share < STILL_TOLD
