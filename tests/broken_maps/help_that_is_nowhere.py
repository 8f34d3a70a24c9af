"""A guide without the promised help."""

from flows.screen import Screen, begin

PROOF = "help_is_as_near_as_promised"
REGIONS = {"start": (Screen("welcome", "Begin", ways=[begin()]),)}
FAULTS = [
    "the number of Veilig Thuis is nowhere; it may lie 1 deep, counted in taps",
    "the number of De Kindertelefoon is nowhere; it may lie 1 deep, counted in taps",
    "the number of De Kindertelefoon for bystanders is nowhere; it may lie 2 deep, counted in taps",
    "a short answer to 'what if I am wrong' is nowhere; it may lie 1 deep, counted in taps",
    "the full answer to 'what if I am wrong' is nowhere; it may lie 3 deep, counted in taps",
    "a sentence to say to a child is nowhere; it may lie 3 deep, counted in taps",
]
