"""A choice forward with the label "Terug": the text leaves those out, so a screen reader never names it."""

from flows.screen import BACK, Screen, begin, to

PROOF = "the_text_names_the_choices"
REGIONS = {"start": (Screen("welcome", "Begin", ways=[to("talk", BACK)]), Screen("talk", "Praten", ways=[begin()]))}
FAULTS = [
    f"{page}: the text does not name {BACK!r}, and some screen readers read no buttons"
    for page in ("welcome (nl, night)", "welcome (nl, day)")
]
