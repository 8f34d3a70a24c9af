"""One choice more than fits a phone."""

from flows.screen import Screen, begin, to

NAMES = ("a", "b", "c", "d", "e", "f", "g", "h", "i")

PROOF = "there_are_at_most_eight_choices"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to(name) for name in NAMES]),
        *(Screen(name, f"Over {name}", ways=[begin()]) for name in NAMES),
    )
}
FAULTS = [
    "welcome: shows 9 choices; 8 is the most that fits a phone",
    "welcome (local): shows 9 choices; 8 is the most that fits a phone",
]
