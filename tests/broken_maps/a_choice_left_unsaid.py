"""A page of the reading mode that leaves a choice out of its text: nobody whose reader is silent there hears of it."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "the_text_names_the_choices_to_be_read_aloud"
ROWS = [["Praten", "Terug: Begin"], ["112", "Wis chat", "English"]]
SHEETS = [
    Sheet(
        "worried (nl, day, aloud)",
        PageKey(Visit("worried"), "nl", "", frozenset(), aloud=True),
        Page(
            text="<b>Zorgen om een kind</b>\n\nWil je praten?\n\nJe kunt kiezen:\n• Terug: Begin",
            keyboard=[[Button(label, callback_data=label) for label in row] for row in ROWS],
            locale="nl",
        ),
    )
]
FAULTS = ["worried (nl, day, aloud): the text does not name 'Praten', and some screen readers read no buttons"]
