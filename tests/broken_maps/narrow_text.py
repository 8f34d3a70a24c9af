"""A page of two words: Telegram makes its buttons as narrow as that."""

from flows.screen import Screen, begin

PROOF = "the_text_is_as_wide_as_the_buttons"
REGIONS = {"start": (Screen("welcome", "Begin", "Kies maar.", ways=[begin()]),)}
FAULTS = [
    f"{page}: its longest line has 24 characters; below 30 buttons are cut"
    for page in ("welcome (nl, night)", "welcome (nl, day)")
]
