"""Helplines without the link, hours or number that is shown, and an unbalanced brace."""

from flows.screen import Link, Screen, WhenOpen, begin

PROOF = "numbers_are_named_not_written"
REGIONS = {
    "start": (
        Screen(
            "welcome",
            "Begin",
            "Bel {veilig_thuis",
            Link("nobody"),
            WhenOpen("veilig_thuis", "Nu open.", "Nu dicht."),
            ways=[begin()],
        ),
    )
}
FAULTS = [
    "welcome: a brace stands alone in 'Bel {veilig_thuis'; take it out",
    "welcome: links to nobody, which has no address; fix the name",
    "welcome: speaks of the hours of veilig_thuis, which has none; fix the name",
]
