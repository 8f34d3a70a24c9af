"""One screen too many before all help."""

from flows.screen import Copy, Numbers, Screen, begin, to

PROOF = "help_is_as_near_as_promised"
REGIONS = {
    "start": (
        Screen("welcome", "Begin", ways=[to("first")]),
        Screen("first", "Lees dit eerst", ways=[to("second"), begin()]),
        Screen("second", "En dit", ways=[to("worried"), begin()]),
    ),
    "bystander": (
        Screen(
            "worried",
            "Zorgen om een kind",
            Numbers("veilig_thuis", "kindertelefoon"),
            ways=[to("doubt_wrong"), to("talk_child"), begin()],
        ),
        Screen("doubt_wrong", "Stel dat ik het mis heb?", ways=[begin()]),
        Screen("talk_child", "Met het kind praten", Copy("Wil je erover praten?"), ways=[begin()]),
    ),
}
FAULTS = [
    "the number of Veilig Thuis lies 3 deep, counted in taps; it may be 1",
    "the number of De Kindertelefoon lies 3 deep, counted in taps; it may be 1",
    "the number of De Kindertelefoon for bystanders lies 3 deep, counted in taps; it may be 2",
    "a short answer to 'what if I am wrong' lies 3 deep, counted in taps; it may be 1",
    "the full answer to 'what if I am wrong' lies 4 deep, counted in taps; it may be 3",
    "a sentence to say to a child lies 4 deep, counted in taps; it may be 3",
]
