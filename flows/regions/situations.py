"""Worried about a child, in a situation of its own: not yet born, animals hurt too, or charges to press."""

from flows import N_
from flows.regions.bystander import CALL, NOTES, STEP, TOLD
from flows.screen import Copy, Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "worried_unborn",
        N_("Een kind dat nog komt"),
        N_("Maak je je zorgen om een baby die nog geboren moet worden? Je hoeft niet te wachten. Bel voor advies:"),
        Numbers("veilig_thuis"),
        N_("De hulp is voor de ouders, zodat ze straks zelf voor de baby kunnen zorgen. Begin bijvoorbeeld bij:"),
        Points(
            N_("de verloskundige of de huisarts"),
            N_("het wijkteam"),
            N_("een huisbezoek voor de geboorte. Dat is vrijwillig."),
        ),
        short=N_("Nog niet er"),
        source="§19",
        ways=[CALL, STEP, to("parent_pregnant"), back("worried_which"), begin()],
    ),
    Screen(
        "worried_animals",
        N_("Als er ook dieren lijden"),
        N_(
            "Wordt een dier in huis geslagen of slecht verzorgd? Soms is een kind daar ook niet veilig. "
            "Het bewijst niets. Voor het kind bel je Veilig Thuis, voor het dier Red een Dier:"
        ),
        Numbers("veilig_thuis", "red_een_dier"),
        N_("Bel ze allebei als je je om allebei zorgen maakt. Ga niet zelf naar binnen."),
        short=N_("Ook dieren"),
        source="§2; §26; red line 6",
        ways=[CALL, NOTES, back("worried_which"), begin()],
    ),
    Screen(
        "worried_charges",
        N_("Aangifte doen"),
        N_("Vertel het eerst aan Veilig Thuis of de politie: {police}. Zij zeggen wat er kan. Aangifte kan daarna."),
        Numbers("veilig_thuis"),
        N_("Gaat het om seksueel misbruik? Vraag bij de politie naar de zedenpolitie. Vraag of het zonder namen kan."),
        N_("Vraag het kind niet uit. De politie heeft daar mensen voor. Soms gaat ze ook door zonder aangifte."),
        short=N_("Aangifte"),
        source="§1.3 (1.55); §27 (27.1, 27.2, 27.4, 27.5)",
        ways=[NOTES, TOLD, back("more"), begin()],
    ),
)

PARENT = (
    Screen(
        "parent_pregnant",
        N_("Ik ben zwanger"),
        N_("Zwanger zijn kan zwaar zijn. Goed dat je hulp zoekt, voor jezelf en de baby. Je kunt zeggen:"),
        Copy(N_("Ik ben zwanger en het gaat niet goed. Wie kan mij helpen?")),
        N_(
            "Zeg het tegen je verloskundige of huisarts. Vraag naar een huisbezoek voor de geboorte. Dat is vrijwillig."
        ),
        N_("Doet je partner je pijn? Dat is niet jouw schuld. Bel dan ook Veilig Thuis: {veilig_thuis}."),
        short=N_("Zwanger"),
        source="§7; §19",
        ways=[to("partner"), back("parent_help"), begin()],
    ),
)
