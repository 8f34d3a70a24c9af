"""A screen's name that fits the button, and that nobody can read back from it."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import Button, ready
from flows.guide import Visit

PROOF = "telegram_takes_every_page"
KEYBOARD = [[Button("Praten", callback_data="1|nl||welcome||" + "t" * 25)]]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page(ready("<b>Wat kan ik doen?</b>", KEYBOARD), "nl"),
    )
]
FAULTS = ["welcome (nl, day): button 'Praten' cannot be read back; shorten a screen's name"]
