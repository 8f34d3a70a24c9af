"""A link to a place that is in no registry; no map makes one."""

from bot.page import Page, Place
from bot.proofs import Sheet
from bot.telegram import Button, ready
from flows.guide import Visit

PROOF = "numbers_and_links_come_from_the_registry"
LINK = Button("Naar example.org", url="https://example.org")
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page(ready("<b>Wat kan ik doen?</b>", [[LINK]]), "nl"),
    )
]
FAULTS = ["welcome (nl, day): links to https://example.org, which is not in flows/helplines.py"]
