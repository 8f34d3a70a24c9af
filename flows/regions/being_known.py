"""For callers who fear being known: what the emergency number sees, and the line for tips about a crime.

The name of that line holds a word that no sentence of ours may use, so it stands only beside its number.
"""

from flows import N_
from flows.regions.bystander import CALL
from flows.screen import Copy, Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "known_police",
        N_("Politie bellen"),
        N_("Bij {emergency} zien ze je nummer, ook als je het verbergt. Bel bij gevaar toch."),
        N_("Wat de politie tegen het gezin zegt, weet ik niet. Geen haast? Vraag het vooraf: {police}."),
        Copy(N_("Ik wil niet dat het gezin mijn naam hoort. Wat vertelt u over mij?")),
        N_("Is er geweld in huis? Dan vertelt de politie het meestal ook aan Veilig Thuis."),
        source="§1.3 (1.51); §22 (22.1, 22.2)",
        ways=[to("known_tip", N_("Tip over misdaad")), CALL, back("vt_anonymous"), begin()],
    ),
    Screen(
        "known_tip",
        N_("Een tip over een misdaad"),
        N_(
            "Weet je iets van een misdaad, en mag niemand weten van wie het komt? "
            "Deze lijn is niet van de politie. Ze zien je nummer niet en noemen je naam niet:"
        ),
        Numbers("meld_misdaad_anoniem"),
        N_("Bel hier niet als:"),
        Points(
            N_("er nu gevaar is: bel {emergency}"),
            N_("een kind thuis niet veilig is: bel {veilig_thuis}"),
            N_("je advies wilt, of aangifte wilt doen"),
        ),
        short=N_("Tip geven"),
        source="§22 (22.3)",
        ways=[CALL, back("vt_anonymous"), begin()],
    ),
)
