"""A label that a phone cuts off, and two that cannot be told apart."""

from flows.screen import Screen, begin, to

PROOF = "labels_fit_and_differ"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("worried")]),
        Screen(
            "worried",
            "Zorgen",
            ways=[to("talk", "Praten met het kind of met een ouder"), to("call", "Meer"), to("read", "Meer")],
        ),
        Screen("talk", "Praten", ways=[begin()]),
        Screen("call", "Bellen", ways=[begin()]),
        Screen("read", "Lezen", ways=[begin()]),
    )
}
FAULTS = [
    fault
    for page in ("worried (nl, night)", "worried (nl, day)")
    for fault in (
        f"{page}: label 'Praten met het kind of met een ouder' has 36 characters; 28 fit",
        f"{page}: label 'Meer' stands on two buttons; say what differs",
    )
]
