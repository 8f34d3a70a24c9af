"""For a grandmother, an uncle or a brother: their own page, and what to do when the parents separate."""

from flows import N_
from flows.regions.bystander import CALL, TOLD
from flows.screen import Copy, Numbers, Points, Screen, back, begin, to

BE_THERE = to("be_there", N_("Er zijn"))
TRAVEL = to("abroad", N_("Reis of trouwen"), then="note_unsafe")

SCREENS = (
    Screen(
        "worried_family",
        N_("Ik ben familie"),
        N_("Oma, opa of tante: jij kent dit kind goed. Dat maakt het moeilijk."),
        N_("Bel Veilig Thuis: {veilig_thuis}. Zeg eerst waar het kind woont, en dan:"),
        Copy(N_("Ik bel over een kind in mijn familie. Ik wil advies en noem geen namen.")),
        N_("Hulp vragen is geen verraad."),
        source="§1.1 (1.4, 1.24); §9",
        ways=[
            to("worried_split", N_("Scheiding")),
            TRAVEL,
            TOLD,
            BE_THERE,
            to("doubt_family", N_("Ik durf niet")),
            to("parent", N_("Ik ben de ouder")),
            back("worried"),
        ],
    ),
    Screen(
        "worried_split",
        N_("Er is een scheiding"),
        N_("Een lange, felle strijd tussen ouders kan een kind schaden. Jij hoeft geen kant te kiezen. Als je belt:"),
        Points(
            N_("Zeg meteen dat er een scheiding is."),
            N_("Vertel wat je zelf zag of hoorde."),
            N_("Begin bij het kind: hoe gaat het daarmee?"),
        ),
        N_("Veilig Thuis kijkt zelf wat er is. Een melding bewijst niets."),
        Numbers("veilig_thuis"),
        short=N_("Scheiding"),
        source="§15 (15.1, 15.9, 15.10)",
        ways=[
            to("split_say", N_("Wat zeg ik?")),
            to("split_does", N_("Wat doen zij?")),
            to("parent_ex", N_("Het is mijn ex")),
            BE_THERE,
            back("worried_family"),
            begin(),
        ],
    ),
    Screen(
        "split_say",
        N_("Woorden bij een scheiding"),
        N_("Tegen het kind kun je zeggen:"),
        Copy(N_("Je hoeft niet te kiezen. Het is niet jouw schuld. Ik ben er voor je.")),
        N_("Vraag het kind niet uit, en praat niet slecht over papa of mama. Als je belt, kun je zeggen:"),
        Copy(N_("De ouders gaan scheiden. Ik vertel alleen wat ik zelf zag. Ik kies geen kant.")),
        source="§3.1; §15 (15.10)",
        ways=[TOLD, CALL, back("worried_split"), begin()],
    ),
    Screen(
        "split_does",
        N_("Hulp bij een scheiding"),
        N_("Bij Veilig Thuis kun je advies vragen over het kind. Na een melding horen ze ook de ouders, vaak allebei."),
        N_("Ze zijn geen rechter. Bij wie een kind woont, beslissen zij niet."),
        N_("Bij de rechter mag een kind vanaf 12 jaar zeggen wat het vindt. Soms kan het ook als het jonger is."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.12); §15 (15.1, 15.11, 15.12)",
        ways=[CALL, to("split_say", N_("Wat zeg ik?")), back("worried_split"), begin()],
    ),
)
