"""A guard that does not exist: `transitions` would only report it at the press."""

from flows.screen import Screen, begin, to

PROOF = "Guide"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("talk", only_if="may_talk_to_parent")]),
        Screen("talk", "Praten", ways=[begin()]),
    )
}
FAULTS = ["welcome: names 'may_talk_to_parent', which Visit does not have; fix the name"]
