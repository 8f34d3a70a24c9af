"""A button that packing would refuse. This one was packed by hand."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "telegram_takes_every_page"
KEYBOARD = [[Button("Praten", callback_data="1|nl||welcome||" + "talk_" * 10)]]
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(text="<b>Wat kan ik doen?</b>", keyboard=KEYBOARD, locale="nl"),
    )
]
FAULTS = ["welcome (nl, day): button 'Praten' carries 65 bytes; shorten a screen's name"]
