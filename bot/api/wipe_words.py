"""Whether a typed text is the quick exit. The emergency page needs this too, so it knows no catalogue."""

import re

from telegram.constants import MessageLimit

from bot.api.plain import plain
from flows.wiping import BESIDE, PLEAS, POLITE, WIPE_VERBS, WIPE_WORDS

MOST_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
"""Characters that are read of one turn: as many as Telegram lets somebody type in a plain message."""

WIPE_COMMANDS = frozenset({*WIPE_VERBS, "stop"})
"""With a slash these wipe whatever comes behind."""

_LONGEST = max(len(words.split()) for words in WIPE_WORDS)
_COMMAND = re.compile(rf"/({'|'.join(WIPE_COMMANDS)})(?![a-z0-9_])", re.IGNORECASE)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


def asks_to_wipe(text: str) -> bool:
    """Whether a text is nothing but wipe words, or begins with one as a command. Signs, emoji, capitals and invisible
    characters do not count; any word beside it does: "stop maar met slaan" is no wipe, nor is "please stop"."""
    if _COMMAND.match(text):
        return True
    every = _DRAWN_OUT.sub(r"\1", plain(text[:MOST_TEXT])).split()
    words = [word for word in every if word not in BESIDE]
    # Typed more than once, in a hurry.
    once = {" ".join(words[:n]) for n in range(1, _LONGEST + 1) if words[:n] * (len(words) // n) == words}
    wiping = WIPE_WORDS if POLITE.isdisjoint(every) else WIPE_WORDS - PLEAS
    return len(text) <= MOST_TEXT and not once.isdisjoint(wiping)
