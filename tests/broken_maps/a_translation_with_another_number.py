"""The English names another helpline than the Dutch."""

from flows.numbers import NUMBERS
from flows.screen import Screen, begin

PROOF = "every_language_shows_the_same_numbers"
ADVICE = "Bel {veilig_thuis} voor advies."
REGIONS = {"start": (Screen("welcome", "Begin", ADVICE, ways=[begin()]),)}
WORDS = {"nl": {}, "en": {ADVICE: "Call {kindertelefoon} for advice."}}
FAULTS = [
    f"{page}: shows {[NUMBERS['kindertelefoon'], '112']}, and {[NUMBERS['veilig_thuis'], '112']} in nl"
    for page in ("welcome (en, night)", "welcome (en, day)")
]
