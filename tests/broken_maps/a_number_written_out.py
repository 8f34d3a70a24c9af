"""Three ways to show a number that is not kept up to date."""

from flows.screen import Numbers, Screen, begin

PROOF = "numbers_are_named_not_written"
REGIONS = {
    "start": (
        Screen(
            "welcome", "Begin", "Bel 0800-2000 of 112.", "Of bel {veilig_tuis}.", Numbers("stop_it_now"), ways=[begin()]
        ),
    )
}
FAULTS = [
    "welcome: writes 0800-2000 in a sentence; name its helpline in braces instead",
    "welcome: writes 112 in a sentence; name its helpline in braces instead",
    "welcome: names {veilig_tuis}, which is no helpline; fix the name",
    "welcome: shows the number of stop_it_now, which has none; fix the name",
]
