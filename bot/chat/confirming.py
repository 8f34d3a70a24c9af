"""Confirmations and denials of the answer or question that stands. A denied one goes, though the denial is like it."""

from bot.chat.tap import Tap
from flows.offer_names import ASK, LEANS, is_question
from flows.question import OF_CHILDREN
from flows.routes import CLAIMS, CRISIS, Route
from listening.understanding import Understanding

STILL, STILL_TOLD = 0.5, 0.2
"""How likely the rest of a text has to be about the subject that stands for it to stay after a no: a subject that was
asked about, and one that was answered."""
BARE = 2
"""Words of a no with nothing behind it."""
BRIEF = 4
"""Words of a yes with little behind it."""


def is_confirmed(heard: Understanding, here: Tap, before: Route) -> bool:
    """Whether a text only says yes to a question that asks one thing: about dying or danger, or about the words that
    stand above it."""
    asks_one_thing = before in CRISIS or here.answer.startswith(f"{ASK}_{LEANS}")
    return (
        heard.says_yes and is_question(here.answer) and asks_one_thing and heard.length <= BRIEF and heard.says_little
    )


def is_denied(heard: Understanding, here: Tap, before: Route) -> bool:
    """Whether the subject that stands, or that is asked about, is denied: "no, I am not the parent", or the words of a
    grown-up who was heard as a child. A no beside a subject that claims nothing denies something else."""
    if before in heard.denies or (heard.is_grown_up and before in OF_CHILDREN):
        return True
    if heard.is_firm or before not in CLAIMS or not heard.says_no:
        return False
    share = heard.shares.get(before, 0.0)
    if is_question(here.answer):
        return heard.length <= BARE or share < STILL
    return before in heard.drops and share < STILL_TOLD
