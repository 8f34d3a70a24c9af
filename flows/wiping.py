"""The quick exit as people type it, in whatever language: in a chat it wipes, on a web page it leaves.

Nothing of ours is imported here: the emergency page needs these when all else is broken.
"""

from itertools import product

WIPE_VERBS = ("wis", "wissen", "verwijder", "verwijderen", "delete", "wipe", "clear", "erase", "remove")
_AT_THE_END = ("wissen", "verwijderen", "weg")
_WHAT = (
    "alles", "dit", "dit alles", "het", "dit gesprek", "het gesprek", "het hele gesprek", "gesprek", "mijn gesprek",
    "chat", "de chat", "deze chat", "mijn chat", "berichten", "mijn berichten", "alle berichten", "dit bericht",
    "geschiedenis", "all", "this", "it", "it all", "all of it", "everything", "this chat", "the chat", "my chat",
    "conversation", "this conversation", "the conversation", "messages", "my messages", "all messages",
    "this message", "history", "chat history",
)  # fmt: skip
POLITE = frozenset({"aub", "alsjeblieft", "alstublieft", "asjeblieft", "please", "pls", "plz"})
BESIDE = POLITE | {"nu", "snel", "meteen", "now", "quick", "quickly"}
"""Words that may stand beside: they say nothing about anybody else."""
PLEAS = frozenset({"stop", "weg"})
"""Words that may be said to somebody who hurts: beside a polite word they are a cry for help and wipe nothing."""

WIPE_WORDS = frozenset(
    {
        *WIPE_VERBS,
        *(f"{verb} {what}" for verb, what in product(WIPE_VERBS, _WHAT)),
        *(f"{what} {verb}" for verb, what in product(_AT_THE_END, _WHAT)),
        "weg", "weg ermee", "weg hiermee", "haal weg", "haal alles weg", "haal dit weg", "stop", "exit", "quit",
    }
)  # fmt: skip
"""Typed alone these wipe as the button does."""
