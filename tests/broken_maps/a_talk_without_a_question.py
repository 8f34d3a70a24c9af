"""An unguarded choice to the parents: it is open without the question, and after an unsafe answer."""

from flows.screen import Screen, begin, to

PROOF = "nobody_talks_to_parents_unasked"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("check")]),
        Screen(
            "check",
            "Eerst nadenken",
            ways=[
                to("talk_parent", "Nee, niets hiervan", name="none", then="note_checked"),
                to("talk_parent", "Ja, of ik weet het niet", name="unsafe", then="note_unsafe"),
                to("talk_parent", "Overslaan", name="skip"),
            ],
        ),
        Screen("talk_parent", "Met een ouder praten", ways=[begin()], with_parents=True),
    )
}
FAULTS = [
    f"talk_parent{told}: opens a talk with the parents without 'none of these'; guard the way here"
    for told in ("", " (local)", " (unsafe)", " (unsafe, local)", " (unsafe, checked)", " (unsafe, checked, local)")
]
