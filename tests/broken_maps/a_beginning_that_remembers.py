"""A choice to the beginning without `begin()`: the next visitor on this phone inherits the facts."""

from flows.screen import Screen, to

PROOF = "the_beginning_forgets"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("check")]),
        Screen("check", "Eerst nadenken", ways=[to("welcome", "Niet veilig", then="note_unsafe")]),
    )
}
FAULTS = ["welcome: is reached with Fact.UNSAFE; let every way here be begin()"]
