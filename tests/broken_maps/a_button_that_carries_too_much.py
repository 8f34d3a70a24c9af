"""No map makes one: a button is refused when it is packed. This one was packed by hand."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import Button, ready
from flows.guide import Visit

PROOF = "telegram_takes_every_page"
KEYBOARD = [[Button("Praten", callback_data="1|nl||welcome||" + "talk_" * 10)]]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page(ready("<b>Wat kan ik doen?</b>", KEYBOARD), "nl"),
    )
]
FAULTS = ["welcome (nl, day): button 'Praten' carries 65 bytes; shorten a screen's name"]
