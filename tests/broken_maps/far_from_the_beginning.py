"""A chain of screens: from the last one the beginning is three taps away."""

from flows.screen import Screen, back, to

PROOF = "the_beginning_is_at_most_two_taps_away"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("one")]),
        Screen("one", "Een", ways=[to("two"), back("welcome")]),
        Screen("two", "Twee", ways=[to("three"), back("one")]),
        Screen("three", "Drie", ways=[back("two")]),
    )
}
FAULTS = [
    "three: welcome is more than two taps away; add begin()",
    "three (local): welcome is more than two taps away; add begin()",
]
