"""A page without its title and without the 112 line. No map produces it, so it is made by hand."""

from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "pages_begin_with_their_title_and_end_with_112"
SHEETS = [
    Sheet(
        "person_now (nl, day)",
        PageKey(Visit("person_now"), "nl", "", frozenset()),
        Page(text="<b>Kindermishandeling</b>\n\nJe kunt bellen.", keyboard=[], locale="nl"),
    )
]
FAULTS = [
    "person_now (nl, day): begins with 'Kindermishandeling' instead of its title",
    "person_now (nl, day): does not end with the line about 112",
]
