"""A page whose bottom row lacks the wipe; no map makes it."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import Button, ready
from flows.guide import Visit

PROOF = "the_bottom_row_is_always_there"
BOTTOM = [Button(label, callback_data=label) for label in ("112", "English")]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page(ready("<b>Wat kan ik doen?</b>", [BOTTOM]), "nl"),
    )
]
FAULTS = [
    "welcome (nl, day): the bottom row is ['112', 'English']; it is 112, wipe and the other language, always",
]
