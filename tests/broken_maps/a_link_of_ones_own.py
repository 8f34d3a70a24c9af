"""A link to a place that is in no registry; no map makes one."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.page import Page, Place
from bot.proofs import Sheet
from flows.guide import Visit

PROOF = "numbers_and_links_come_from_the_registry"
LINK = InlineKeyboardButton("Naar example.org", url="https://example.org")
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        Place(Visit(), "nl", "", frozenset()),
        Page("<b>Wat kan ik doen?</b>", InlineKeyboardMarkup([[LINK]]), "nl"),
    )
]
FAULTS = ["welcome (nl, day): links to https://example.org, which is not in flows/helplines.py"]
