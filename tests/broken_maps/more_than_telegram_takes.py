"""A leaflet in one message."""

from telegram import InlineKeyboardMarkup

from bot.page import Page, Place
from bot.proofs import Sheet
from flows.guide import Visit

PROOF = "telegram_takes_every_page"
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page("<b>" + "Alles. " * 600 + "</b>", InlineKeyboardMarkup([]), "nl"),
    )
]
FAULTS = ["welcome (nl, day): 4200 characters; Telegram takes 4096"]
