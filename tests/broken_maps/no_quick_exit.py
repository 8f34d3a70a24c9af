"""A page whose bottom row lacks the wipe. No map produces it, so it is made by hand."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "the_bottom_row_is_always_there"
BOTTOM = [Button(label, callback_data=label) for label in ("112", "English")]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(text="<b>Wat kan ik doen?</b>", keyboard=[BOTTOM], locale="nl"),
    )
]
FAULTS = ["welcome (nl, day): the bottom row is ['112', 'English']; it is 112, wipe and the other language, always"]
