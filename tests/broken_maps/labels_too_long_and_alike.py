"""A label that a phone cuts off, two that cannot be told apart, and a way back that cannot share a row."""

from flows.screen import Screen, back, begin, to

PROOF = "labels_fit_and_differ"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("worried")]),
        Screen(
            "worried",
            "Zorgen",
            ways=[to("talk", "Praten met het kind of met een ouder"), to("call", "Meer"), to("read", "Meer")],
        ),
        Screen("talk", "Praten met wie dan ook", ways=[to("listen"), begin()]),
        Screen("listen", "Luisteren", ways=[back("talk")]),
        Screen("call", "Bellen", ways=[begin()]),
        Screen("read", "Lezen", ways=[begin()]),
    )
}
FAULTS = [
    fault
    for when in ("night", "day")
    for fault in (
        f"listen (nl, {when}): way back '‹ Praten met wie dan ook' has over 16 characters; give it a `short` name",
        f"worried (nl, {when}): label 'Praten met het kind of met een ouder' has 36 characters; 28 fit",
        f"worried (nl, {when}): label 'Meer' stands on two buttons; say what differs",
    )
]
