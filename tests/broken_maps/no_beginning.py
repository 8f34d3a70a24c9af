"""The first screen was renamed, but not in the guide."""

from flows.screen import Screen

PROOF = "Guide"
REGIONS = {"start": (Screen("welkom", "Begin"),)}
FAULTS = ["welcome: the guide begins at this screen, and it is not there; add it"]
