"""The quick exit as people type it, in whatever language. The emergency page needs it too, so it knows no catalogue."""

from __future__ import annotations

import re
from itertools import product

from telegram.constants import MessageLimit

from bot.api.plain import plain

MOST_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
"""Characters that are read of one turn: as many as Telegram lets somebody type in a plain message."""

_VERBS = ("wis", "wissen", "verwijder", "verwijderen", "delete", "wipe", "clear", "erase", "remove")
_AT_THE_END = ("wissen", "verwijderen", "weg")
_WHAT = (
    *("alles", "dit", "dit alles", "het", "dit gesprek", "het gesprek", "het hele gesprek", "gesprek", "mijn gesprek"),
    *("chat", "de chat", "deze chat", "mijn chat", "berichten", "mijn berichten", "alle berichten", "dit bericht"),
    *("geschiedenis", "all", "this", "it", "it all", "all of it", "everything", "this chat", "the chat", "my chat"),
    *("conversation", "this conversation", "the conversation", "messages", "my messages", "all messages"),
    *("this message", "history", "chat history"),
)
_BESIDE = frozenset(
    {"nu", "snel", "meteen", "aub", "alsjeblieft", "alstublieft", "now", "quick", "quickly", "please", "pls"}
)
"""Words that may stand beside: they say nothing about anybody else."""

WIPE_WORDS = frozenset(
    {
        *_VERBS,
        *(f"{verb} {what}" for verb, what in product(_VERBS, _WHAT)),
        *(f"{what} {verb}" for verb, what in product(_AT_THE_END, _WHAT)),
        *("weg", "weg ermee", "weg hiermee", "haal weg", "haal alles weg", "haal dit weg", "stop", "exit", "quit"),
    }
)
"""Typed alone these wipe as the button does."""
WIPE_COMMANDS = frozenset({*_VERBS, "stop"})
"""With a slash these wipe whatever comes behind."""

_LONGEST = max(len(words.split()) for words in WIPE_WORDS)
_COMMAND = re.compile(rf"/({'|'.join(WIPE_COMMANDS)})(?![a-z0-9_])", re.IGNORECASE)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


def asks_to_wipe(text: str) -> bool:
    """Whether a text is nothing but wipe words, or begins with one as a command. Signs, emoji, capitals and invisible
    characters do not count; any word beside it does: "stop maar met slaan" is no wipe."""
    if _COMMAND.match(text):
        return True
    words = [word for word in _DRAWN_OUT.sub(r"\1", plain(text[:MOST_TEXT])).split() if word not in _BESIDE]
    # Typed more than once, in a hurry.
    once = {" ".join(words[:n]) for n in range(1, _LONGEST + 1) if words[:n] * (len(words) // n) == words}
    return len(text) <= MOST_TEXT and not once.isdisjoint(WIPE_WORDS)
