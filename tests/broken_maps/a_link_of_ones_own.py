"""A link that is not in the registry. No map produces one, so the page is made by hand."""

from bot.api.client import Button
from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "numbers_and_links_come_from_the_registry"
LINK = Button("Naar example.org", url="https://example.org")
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(text="<b>Wat kan ik doen?</b>", keyboard=[[LINK]], locale="nl"),
    )
]
FAULTS = ["welcome (nl, day): links to https://example.org, which is not in flows/helplines.py"]
