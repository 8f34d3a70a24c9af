"""Two taps before the first number."""

from flows.screen import Numbers, Screen, begin, to

PROOF = "a_human_line_is_at_most_one_tap_away"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("about")]),
        Screen("about", "Over deze gids", ways=[to("call"), begin()]),
        Screen("call", "Bellen", Numbers("veilig_thuis"), ways=[begin()]),
    )
}
FAULTS = [
    "welcome: no human line here nor one tap away; show Numbers(...) of one",
    "welcome (local): no human line here nor one tap away; show Numbers(...) of one",
]
