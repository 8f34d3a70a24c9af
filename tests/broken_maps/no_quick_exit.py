"""A page whose bottom row lacks the wipe; no map makes it."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.page import Page, Place
from bot.proofs import Sheet
from flows.guide import Visit

PROOF = "the_bottom_row_is_always_there"
BOTTOM = [InlineKeyboardButton(label, callback_data=label) for label in ("112", "English")]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page("<b>Wat kan ik doen?</b>", InlineKeyboardMarkup([BOTTOM]), "nl"),
    )
]
FAULTS = [
    "welcome (nl, day): the bottom row is ['112', 'English']; it is 112, wipe and the other language, always",
]
