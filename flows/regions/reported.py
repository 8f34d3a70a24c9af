"""A report about oneself, rightly or not: what happens, one's rights, one's children, and who stands by.

No word here judges, and none says that the report was right or wrong.
"""

from flows import N_
from flows.regions.after_report import HOW_TO_COMPLAIN
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

# Labels short enough to share a row.
RIGHTS = to("parent_rights")
CHILDREN = to("parent_children", N_("Mijn kinderen"))
CALL = to("parent_heard", N_("Zelf bellen"))
UNHAPPY = to("parent_complain", N_("Niet tevreden"))

SCREENS = (
    Screen(
        "parent_reported",
        N_("Melding over mij"),
        N_("Gaf iemand zorgen over jullie door aan Veilig Thuis? Dat heet een melding. Schrikken is normaal."),
        N_(
            "Een melding is geen oordeel en geen bewijs. Veilig Thuis moet naar elke melding kijken. "
            "Ze willen ook jouw kant horen."
        ),
        Numbers("veilig_thuis"),
        short=N_("De melding"),
        source="§1.1; §15 (15.1); guide.md",
        ways=[
            to("parent_next", N_("Wat nu gebeurt")),
            RIGHTS,
            to("parent_accused"),
            CHILDREN,
            CALL,
            to("parent_support", N_("Wie helpt mij?")),
            back("parent"),
        ],
    ),
    Screen(
        "parent_next",
        N_("Wat er nu kan gebeuren"),
        N_("Meestal gaat het zo. Het kan lang duren:"),
        Points(
            N_("Veilig Thuis kijkt of iedereen veilig is."),
            N_("Ze praten eerst met jou."),
            N_("Soms vragen ze iets aan school of een dokter."),
            N_("Daarna regelen ze hulp, of praten ze verder."),
        ),
        N_("Vertel wat goed gaat en wat zwaar is. Bel je zelf {veilig_thuis}? Zeg dan:"),
        Copy(N_("Er is een melding over mij. Ik wil mijn kant vertellen. Mag er iemand met mij mee?")),
        source="§1.1 (1.13, 1.14); §15 (15.1, 15.2, 15.7)",
        ways=[RIGHTS, CHILDREN, back("parent_reported"), begin()],
    ),
    Screen(
        "parent_heard",
        N_("Als ik zelf bel"),
        N_(
            "Je mag zelf bellen, ook meer dan eens. Eerst hoor je een computerstem. "
            "Zeg in welke plaats je kind woont. Zeg daarna:"
        ),
        Copy(N_("Er is een melding over mij. Ik wil mijn kant vertellen.")),
        N_(
            "Er is een dossier: een map met wat er over de melding is opgeschreven. "
            "Wat over jou gaat, mag je vaak lezen."
        ),
        Numbers("veilig_thuis"),
        short=N_("Over bellen"),
        source="§1.1 (1.24); §5; §15 (15.1, 15.5)",
        ways=[RIGHTS, to("parent_support", N_("Wie helpt mij?")), back("parent_reported"), begin()],
    ),
    Screen(
        "parent_accused",
        N_("Het klopt niet"),
        N_(
            "Dat doet pijn, en boos zijn is normaal. Wat er gebeurde, weet ik niet. "
            "Veilig Thuis wil jouw kant horen. Dit kan helpen:"
        ),
        Points(
            N_("Vertel rustig wat er wel was."),
            N_("Noem mensen die jullie goed kennen."),
            N_("Zoek niet uit wie er belde."),
        ),
        Copy(N_("Volgens mij klopt dit niet. Ik wil dat mijn woorden erbij komen.")),
        Numbers("veilig_thuis"),
        source="§13 (13.1, 13.6); §15 (15.1, 15.5, 15.8)",
        ways=[RIGHTS, to("parent_support", N_("Wie helpt mij?")), back("parent_reported"), begin()],
    ),
    Screen(
        "parent_children",
        N_("En mijn kinderen?"),
        N_(
            "Soms praat Veilig Thuis ook met je kinderen, of met hun juf. "
            "Vraag je kind niet uit. Zeg ook niet wat het moet vertellen. Zeg liever:"
        ),
        Copy(N_("Jij hebt niets fout gedaan. Je mag alles vertellen wat je wilt.")),
        N_("Van 8 tot 18 jaar kan je kind ook zelf bellen: {kindertelefoon}."),
        short=N_("Mijn kinderen"),
        source="§1.2; §3.1; §15 (15.8)",
        ways=[to("parent_taken"), RIGHTS, back("parent_reported"), begin()],
    ),
    Screen(
        "parent_taken",
        N_("Moet mijn kind dan weg?"),
        N_("Is je kind al weg? Dat is heel zwaar. Woont het nog thuis? Weggaan gebeurt zelden. Hulp is meestal thuis."),
        N_(
            "Tegen jouw wil beslist alleen de kinderrechter. Bij groot gevaar kan dat snel gaan. "
            "Daarna moet de rechter jou horen. Je kunt in hoger beroep, met een advocaat."
        ),
        N_("Soms vragen ze of je zelf instemt. Vraag dan eerst wat dat betekent."),
        Numbers("veilig_thuis"),
        source="§9; §15 (15.12-15.14)",
        ways=[to("parent_support", N_("Een advocaat")), back("parent_children"), begin()],
    ),
    Screen(
        "parent_rights",
        N_("Mijn rechten"),
        N_("Bij een melding mag je:"),
        Points(
            N_("weten met wie Veilig Thuis sprak"),
            N_("lezen wat er over jou staat"),
            N_("erbij laten zetten wat niet klopt"),
            N_("iemand meenemen naar een gesprek"),
            N_("klagen bij Veilig Thuis: {veilig_thuis}"),
        ),
        N_("Soms mag iets niet, omdat het een ander in gevaar brengt. Dan hoor je waarom."),
        N_("Jeugdstem helpt je daarbij, gratis en los van Veilig Thuis."),
        Link("jeugdstem"),
        source="§15 (15.1, 15.3, 15.5, 15.7)",
        ways=[
            to("parent_support", N_("Een advocaat")),
            UNHAPPY,
            to("parent_next", N_("Wat nu gebeurt")),
            back("parent_reported"),
            begin(),
        ],
    ),
    Screen(
        "parent_support",
        N_("Wie staat naast mij?"),
        N_("Je mag iemand meenemen: familie, een vriend, of iemand van Jeugdstem. Jeugdstem is gratis."),
        Link("jeugdstem"),
        N_(
            "Wil je raad over de wet? Ga naar het Juridisch Loket of een advocaat. "
            "Vraag of een advocaat voor jou gratis is."
        ),
        Link("juridisch_loket"),
        N_("Wil je gewoon praten met iemand die luistert? Dat kan dag en nacht: {luisterlijn}."),
        short=N_("Wie helpt mij?"),
        source="§1.4; §15 (15.7, 15.15)",
        ways=[CALL, UNHAPPY, back("parent_reported"), begin()],
    ),
    Screen(
        "parent_complain",
        N_("Als ik niet tevreden ben"),
        N_("Vind je dat Veilig Thuis iets niet goed doet? Dat mag je zeggen. Meestal gaat het zo:"),
        HOW_TO_COMPLAIN,
        N_("Jeugdstem helpt je daarbij, gratis en los van Veilig Thuis."),
        Link("nationale_ombudsman"),
        short=N_("Niet tevreden"),
        source="§1.1 (1.25); §14 (14.6); §15 (15.7)",
        ways=[RIGHTS, to("parent_support", N_("Wie helpt mij?")), back("parent_reported"), begin()],
    ),
)
