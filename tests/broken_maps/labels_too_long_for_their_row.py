"""Labels that fit a row of their own, beside others: each is cut. No map makes this page, so it is made by hand."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "labels_fit_and_differ"
ROWS = [["Zorgen om een kind", "Praten"], ["112", "Wis dit gesprek", "English"], ["a", "b", "c", "d"]]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(
            text="<b>Wat kan ik doen?</b>",
            keyboard=[[Button(label, callback_data=label) for label in row] for row in ROWS],
            locale="nl",
        ),
    )
]
FAULTS = [
    "welcome (nl, day): label 'Zorgen om een kind' has 18 characters; 16 fit beside 1 more",
    "welcome (nl, day): label 'Wis dit gesprek' has 15 characters; 11 fit beside 2 more",
    *(f"welcome (nl, day): label {label!r} has 1 characters; 0 fit beside 3 more" for label in "abcd"),
]
