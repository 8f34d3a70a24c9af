"""A number in a sentence that is not in the registry: it would go stale unnoticed."""

from flows.screen import Screen, begin

PROOF = "numbers_and_links_come_from_the_registry"
REGIONS = {"start": (Screen("welcome", "Begin", "Bel ons op 020-5550123.", ways=[begin()]),)}
FAULTS = [
    f"{page}: shows 020-5550123, which is not in flows/helplines.py"
    for page in ("welcome (nl, night)", "welcome (nl, day)")
]
