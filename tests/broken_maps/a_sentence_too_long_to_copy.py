"""A sentence longer than Telegram lets a button copy."""

from flows.screen import Copy, Screen, begin
from flows.words.chat import COPY_SENTENCE

PROOF = "telegram_takes_every_page"
REGIONS = {"start": (Screen("welcome", "Begin", Copy("Zeg dit. " * 30), ways=[begin()]),)}
FAULTS = [
    f"{page}: {COPY_SENTENCE!r} copies over 256 characters; shorten the sentence"
    for page in ("welcome (nl, night)", "welcome (nl, day)")
]
