"""A callback that does not exist."""

from flows.screen import Screen, begin, to

PROOF = "Guide"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("talk", then="note_danger")]),
        Screen("talk", "Praten", ways=[begin()]),
    )
}
FAULTS = ["welcome: names 'note_danger', which Visit does not have; fix the name"]
