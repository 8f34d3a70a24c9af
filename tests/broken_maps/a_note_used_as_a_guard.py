"""`only_if` instead of `then`: listing the choices already changes the facts."""

from flows.screen import Screen, begin, to

PROOF = "every_shown_choice_works_and_no_other"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("talk", only_if="note_unsafe"), to("about")]),
        Screen("talk", "Praten", ways=[begin()]),
        Screen("about", "Over deze gids", ways=[begin()]),
    )
}
FAULTS = [
    "welcome (unsafe): about is shown but does not work",
    "welcome (unsafe, local): about is shown but does not work",
]
