"""A page that fits a phone by the rule, but not one of 360 x 780: its letters are wide. Beside it one that fits."""

from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.screen import Screen, begin
from flows.visit import Visit

PROOF = "every_title_is_in_view_on_a_small_phone"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[begin()]),
        Screen("small", "Smal", ways=[begin()]),
        Screen("excused", "Breed", ways=[begin()], tall="a reason"),
    )
}
LINES = {"welcome": "mmm " * 9, "small": "ijl " * 9, "excused": "mmm " * 9}
SHEETS = [
    Sheet(
        f"{screen} (nl, day)",
        PageKey(Visit(screen), "nl", "", frozenset()),
        Page(text="\n".join(["<b>Begin</b>", *[line.strip()] * 27]), keyboard=[], locale="nl"),
    )
    for screen, line in LINES.items()
]
FAULTS = ["welcome (nl, day): 1170 px; 634 show its title on a phone of 360 x 780, so shorten it"]
