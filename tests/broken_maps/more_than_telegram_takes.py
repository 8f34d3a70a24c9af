"""A message longer than Telegram accepts."""

from bot.chat.page_proofs import Sheet
from bot.chat.pages import Page
from bot.chat.ways import PageKey
from flows.visit import Visit

PROOF = "telegram_takes_every_page"
SHEETS = [
    Sheet(
        "welcome (nl, day)",
        PageKey(Visit(), "nl", "", frozenset()),
        Page(text="<b>" + "Alles. " * 600 + "</b>", keyboard=[], locale="nl"),
    )
]
FAULTS = ["welcome (nl, day): 4200 characters; Telegram takes 4096"]
