"""Two choices side by side: each label is cut in half. No map produces it, so it is made by hand."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page, PageKey
from flows.visit import Visit

PROOF = "every_choice_has_a_row_of_its_own"
CHOICES = [Button(label, callback_data=label) for label in ("Praten", "Bellen")]
BOTTOM = [Button("112: zo bel je", callback_data="danger")]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(text="<b>Wat kan ik doen?</b>", keyboard=[CHOICES, BOTTOM], locale="nl"),
    )
]
FAULTS = ["welcome (nl, day): two choices share a row; give each its own"]
