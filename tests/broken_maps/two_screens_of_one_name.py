"""A screen was copied and not renamed."""

from flows.screen import Screen, to

PROOF = "Guide"
REGIONS = {
    "start": (Screen("welcome", "Begin", ways=[to("talk")]),),
    "bystander": (Screen("talk", "Praten"), Screen("talk", "Nog eens praten")),
}
FAULTS = ["talk: two screens have this name; rename one of them"]
