"""One choice more than people choose among, and pages that mark too many as beside their subject."""

from flows.screen import Screen, begin, to

NAMES = ("a", "b", "c", "d", "e", "f", "g")

PROOF = "there_are_at_most_six_choices"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to(name) for name in NAMES]),
        Screen("a", "Over a", ways=[*(to(name, beside=True) for name in "bc"), begin()]),
        Screen("b", "Over b", ways=[*(to(name) for name in "acdefg"), to("more", beside=True), begin()]),
        *(Screen(name, f"Over {name}", ways=[begin()]) for name in (*NAMES[2:], "more")),
    )
}
FAULTS = [
    "a: marks 2 choices as beside its subject; 1 may be",
    "a (local): marks 2 choices as beside its subject; 1 may be",
    "welcome: shows 7 choices; people choose among 6 at most, so group them",
    "welcome (local): shows 7 choices; people choose among 6 at most, so group them",
]
