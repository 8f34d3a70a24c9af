"""A page that begins with something else and ends with something else; no map makes it."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import ready
from flows.guide import Visit

PROOF = "pages_begin_with_their_title_and_end_with_112"
SHEETS = [
    Sheet(
        "person_now (nl, day)",
        Place(Visit("person_now"), "nl", "", frozenset()),
        Page(ready("<b>Kindermishandeling</b>\n\nJe kunt bellen.", []), "nl"),
    )
]
FAULTS = [
    "person_now (nl, day): begins with 'Kindermishandeling' instead of its title",
    "person_now (nl, day): does not end with the line about 112",
]
