"""A choice that clears an unsafe answer without going through the beginning."""

from flows.screen import Screen, begin, to

PROOF = "an_unsafe_talk_stays_closed_until_the_beginning"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("check")]),
        Screen("check", "Eerst nadenken", ways=[to("call_first", then="note_unsafe"), begin()]),
        Screen("call_first", "Eerst bellen", ways=[to("check", "Toch anders", then="forget"), begin()]),
    )
}
FAULTS = [
    "call_first (unsafe): check forgets that talking is unsafe; only welcome may",
    "call_first (unsafe, local): check forgets that talking is unsafe; only welcome may",
]
