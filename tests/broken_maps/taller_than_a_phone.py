"""Pages taller than a phone: one without a reason, one too tall for any; and with one that is excused too many."""

from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.screen import Screen, begin, to
from flows.visit import Visit

PROOF = "every_page_fits_a_phone"
REASON = "It has the words of a law."
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("excused"), to("long"), to("longer")]),
        Screen("excused", "Met reden te lang", tall=REASON, ways=[begin()]),
        Screen("long", "Te lang", ways=[begin()]),
        Screen("longer", "Veel te lang", tall=REASON, ways=[begin()]),
    )
}
LINES = {"welcome": 29, "excused": 33, "long": 30, "longer": 34}
SHEETS = [
    Sheet(
        f"{screen} (nl, day)",
        PageKey(Visit(screen), "nl", "", frozenset()),
        Page(text="\n".join(["<b>Begin</b>"] * lines), keyboard=[], locale="nl"),
    )
    for screen, lines in LINES.items()
]
FAULTS = [
    "longer (nl, day): 738 px; 640 fit a phone, so shorten it or split it",
    "long (nl, day): 654 px; 640 fit a phone, so shorten it or split it",
    "of 4 pages 3 do not fit a phone; at most 2% may be taller",
]
