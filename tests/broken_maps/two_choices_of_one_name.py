"""Two buttons lead to the same screen and carry the same name: only one of them could ever work."""

from flows.screen import Screen, begin, to

PROOF = "Guide"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("talk", "Praten"), to("talk", "Ook praten")]),
        Screen("talk", "Praten", ways=[begin()]),
    )
}
FAULTS = ["welcome: two choices are called 'talk'; give one a name of its own"]
