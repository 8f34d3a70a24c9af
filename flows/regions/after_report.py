"""Called or reported already: what Veilig Thuis does then, calling again, and where to complain.

Nobody is promised a deadline or an outcome. No sentence says that nothing is being done.
"""

from flows import N_
from flows.regions.bystander import NOTES, VT_PREPARE
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

DOES, AGAIN = to("vt_does", N_("Wat doen ze nu?")), to("vt_new", N_("Weer bellen"))
UNHAPPY = to("vt_complain", N_("Niet tevreden"))

HOW_TO_COMPLAIN = Points(
    N_("Praat met de medewerker, dan met de leiding."),
    N_("Helpt dat niet? Schrijf een klacht. Hoe dat gaat, hoor je van hen."),
    N_("Daarna kijkt een commissie die er los van staat."),
    N_("Nog niet goed? Ga naar de ombudsman."),
)

SCREENS = (
    Screen(
        "vt_again",
        N_("Ik belde al en hoor niets"),
        N_(
            "Dat is moeilijk, en het komt vaak voor. Het zegt niet dat er niets gebeurt. "
            "Over een gezin hoor je weinig, en het kan lang duren."
        ),
        N_("Vroeg je alleen advies? Dan is er nog geen melding. Melden kan alsnog."),
        N_("Wordt het erger? Wacht niet en bel weer:"),
        Numbers("veilig_thuis"),
        short=N_("Al gebeld"),
        source="§1.1 (1.3, 1.14, 1.15, 1.25); §14 (14.4)",
        ways=[DOES, AGAIN, UNHAPPY, to("be_there", N_("Er zijn")), back("vt_after"), begin()],
    ),
    Screen(
        "vt_does",
        N_("Wat doet Veilig Thuis nu?"),
        N_("Na een melding gaat het meestal zo:"),
        Points(
            N_("Ze kijken eerst of iemand nu in gevaar is."),
            N_("Ze zoeken op wat al bekend is, ook bij de politie."),
            N_("Ze praten vaak met het gezin."),
            N_("Vaak neemt hulp in de buurt het over. Of ze praten zelf verder."),
            N_("Soms kijkt de Raad voor de Kinderbescherming mee."),
        ),
        N_("Veel hiervan zie je niet van buiten. Hoe lang het duurt, verschilt."),
        Numbers("veilig_thuis"),
        source="§14 (14.1-14.3)",
        ways=[AGAIN, UNHAPPY, back("vt_again"), begin()],
    ),
    Screen(
        "vt_new",
        N_("Weer bellen"),
        N_("Weer bellen mag altijd: {veilig_thuis}. Zeg eerst de plaats, en dan bijvoorbeeld:"),
        Copy(N_("Ik belde al eerder over dit kind. Ik heb iets nieuws gezien.")),
        Copy(N_("Is dit advies of een melding? En wat hoor ik terug?")),
        N_("Vertel wat je zelf zag of hoorde. Vragen ze wat jij kunt doen, en durf je dat niet? Zeg dat."),
        source="§1.1 (1.15, 1.24, 1.25); §14 (14.4, 14.5)",
        ways=[NOTES, VT_PREPARE, back("vt_again"), begin()],
    ),
    Screen(
        "vt_complain",
        N_("Niet tevreden"),
        N_("Gaat er volgens jou iets mis bij Veilig Thuis? Dat mag je zeggen. Meestal gaat het zo:"),
        HOW_TO_COMPLAIN,
        N_("Ben je nu bang voor het kind? Wacht niet op je klacht. Bel weer: {veilig_thuis}."),
        Link("nationale_ombudsman"),
        source="§1.1 (1.25); §14 (14.6)",
        ways=[AGAIN, to("parent_reported", N_("Melding over mij")), back("vt_again"), begin()],
    ),
)
