"""A letter is missing in the name of the screen a choice leads to."""

from flows.screen import Screen, begin, to

PROOF = "Guide"
REGIONS = {"start": (Screen("welcome", "Begin", ways=[to("tlk", "Praten")]), Screen("talk", "Praten", ways=[begin()]))}
FAULTS = ["welcome: leads to 'tlk', which is no screen; fix the name"]
