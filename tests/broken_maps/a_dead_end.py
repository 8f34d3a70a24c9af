"""A screen whose only choice is closed for some visitors: they are stuck."""

from flows.screen import Screen, begin, to

PROOF = "no_visit_is_a_dead_end"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("nearby")]),
        Screen("nearby", "Hulp dichtbij", ways=[to("welcome", "Naar het begin", only_if="has_local_help")]),
        Screen("begin", "Begin", ways=[begin()]),
    )
}
FAULTS = ["nearby: there is no way on from here; add one"]
