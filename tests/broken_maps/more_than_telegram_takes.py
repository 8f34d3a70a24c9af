"""A leaflet in one message."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import ready
from flows.guide import Visit

PROOF = "telegram_takes_every_page"
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page(ready("<b>" + "Alles. " * 600 + "</b>", []), "nl"),
    )
]
FAULTS = ["welcome (nl, day): 4200 characters; Telegram takes 4096"]
