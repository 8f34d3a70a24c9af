"""The English names another helpline than the Dutch."""

from flows.screen import Screen, begin

PROOF = "every_language_shows_the_same_numbers"
ADVICE = "Bel {veilig_thuis} voor advies."
REGIONS = {"start": (Screen("welcome", "Begin", ADVICE, ways=[begin()]),)}
WORDS = {"nl": {}, "en": {ADVICE: "Call {kindertelefoon} for advice."}}
FAULTS = [
    f"{page}: shows ['0800-0432', '112'], and ['0800-2000', '112'] in nl"
    for page in ("welcome (en, night)", "welcome (en, day)")
]
