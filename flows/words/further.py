"""The next steps for visitors who tell more about the same: one further each time, with the pages behind it.

The numbers and the other ways of the route's answer stay. The same block twice would say that nobody listens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows import N_
from flows.routes import Route
from flows.words.asking import STILL


@dataclass(frozen=True, slots=True)
class Step:
    """What stands above the numbers, and the screens that are offered first."""

    lead: str
    screens: tuple[str, ...] = ()


TO_A_PERSON = Step(
    N_("Dit is veel om alleen te dragen. Vertel het ook aan een mens, in je eigen woorden, zoveel als je wilt:")
)
TO_ASK = Step(N_("Goede vraag. Het antwoord weet ik niet zeker. Een mens kan het je zeggen. Vraag het gerust:"))
"""For a question that no page answers."""
ASKED_AGAIN = (Step(STILL), TO_A_PERSON)
"""And for visitors who tell more where a question stands."""
_WRITE_DOWN = Step(
    N_(
        "Dank je dat je dit vertelt. Schrijf op wat je ziet en hoort, met de dag erbij. "
        "Bewijs hoeft niet, wachten ook niet. Bel:"
    ),
    ("write_down", "vt_prepare"),
)
_CALL_LIKE_THIS = Step(
    N_("Vertel het zo ook aan Veilig Thuis. Ze stellen vragen en denken mee. Voor advies hoeft je naam niet:"),
    ("vt_call", "vt_anonymous"),
)
_BE_THERE = Step(
    N_("Wacht niet tot je meer ziet: bel gerust nu. En wees er voor het kind. Groet, luister, doe iets samen."),
    ("be_there",),
)
_DOUBT = Step(
    N_("Twijfel je nog? Dat is heel gewoon, en zeker weten hoeft niet. Praat met iemand die je vertrouwt. Of bel:"),
    ("doubts",),
)
_TO_A_CHILD = (
    Step(
        N_("Praten helpt. Je naam hoeft niet. Je hoeft ook niet alles te zeggen. Jij kiest wat je vertelt:"),
        ("child_call",),
    ),
    Step(N_("Ben je bang om te bellen? Je mag eerst vragen wat ze geheim houden:"), ("child_then",)),
    TO_A_PERSON,
)

IN_SILENCE = Step(
    N_(
        "Kun je niet praten? Ga als dat kan naar een plek waar niemand je hoort, en bel {emergency}. "
        "Met de app 112NL kan de meldkamer met je chatten. Stil is die niet."
    )
)
"""For danger beside somebody who listens. The app may make a sound (facts-2 24.5), and a silent call is cut off."""

FURTHER: Mapping[Route, Sequence[Step]] = {
    Route.ACUTE: (
        Step(
            N_(
                "Ik ben een computer en kan niemand sturen. Bel zelf, en zeg eerst waar je bent. "
                "Bij een ander? Ga niet naar binnen:"
            )
        ),
        Step(N_("Twijfel je? Bel dan {emergency}, ook als iemand gewond is of niet wakker wordt. Blijf zelf veilig:")),
        IN_SILENCE,
    ),
    Route.SUICIDAL: (
        Step(N_("Dank je dat je dit zegt. Je hoeft hier niet alleen mee te zijn. Bel of chat, je naam hoeft niet:")),
        Step(N_("Zorg dat niemand hiermee alleen blijft, ook jij niet. Bel samen, of vraag iemand om te komen:")),
        TO_A_PERSON,
    ),
    Route.SEXUAL: (
        Step(
            N_(
                "Dank je dat je dit vertelt. Het is nooit de schuld van wie het overkomt. "
                "Je hoeft niet alles te zeggen. Bel:"
            ),
            ("child_who",),
        ),
        Step(
            N_(
                "Gebeurde het deze week? Bel dan het liefst vandaag. Later mag ook. "
                "Je mag iemand vragen om erbij te zijn:"
            ),
            ("sexual_help",),
        ),
        TO_A_PERSON,
    ),
    Route.SEXTORTION: (
        Step(
            N_("Dank je. Het is niet jouw schuld, ook als je zelf iets stuurde. Bewaar alles. Bel:"),
            ("child_pics_gone",),
        ),
        Step(
            N_("Zeg het ook tegen iemand die je vertrouwt. De foto's hoef je niet te laten zien. Of bel:"),
            ("child_pics_say",),
        ),
        TO_A_PERSON,
    ),
    Route.CHILD: (
        Step(N_("Het is niet jouw schuld. Vertel het iemand die je vertrouwt. Of bel:"), ("child_who",)),
        *_TO_A_CHILD,
    ),
    Route.YOUNG: _TO_A_CHILD,
    Route.PARENT: (
        Step(
            N_(
                "Dank je dat je dit zegt. Er is hulp, meestal gewoon thuis. "
                "Heeft je kind pijn, of is een baby geschud? Bel een dokter of {emergency}. Praten kan hier:"
            ),
            ("parent_help", "parent_say"),
        ),
        Step(
            N_("Wordt het nu te veel? Leg je kind veilig neer, of ga even de kamer uit. Bel dan. Je naam hoeft niet:"),
            ("parent_call",),
        ),
        Step(
            N_(
                "Ging er iets mis? Heeft je kind pijn, bel dan een dokter of {emergency}. Zeg rustig dat het niets "
                "fout deed. Hulp is er voor jullie samen:"
            ),
            ("parent_tell",),
        ),
        TO_A_PERSON,
    ),
    Route.PARTNER: (
        Step(
            N_("Dank je dat je dit vertelt. Wat een ander doet, is niet jouw schuld. Je hoeft nog niets te beslissen:"),
            ("adult_call", "adult_quiet"),
        ),
        Step(
            N_("Nu gevaar? Bel {emergency}. Denk je aan weggaan? Maak dan eerst een plan, samen met:"),
            ("safe_plan", "house_ban"),
        ),
        Step(N_("Zijn er kinderen? Die merken het bijna altijd. Vertel ook over hen als je belt:"), ("at_home",)),
        TO_A_PERSON,
    ),
    Route.SURVIVOR: (
        Step(
            N_("Dank je dat je dit vertelt. Jij kiest hoeveel je zegt, en aan wie. Iemand die luistert, dag en nacht:"),
            ("survivor_help",),
        ),
        Step(
            N_("Je huisarts kan helpen om goede hulp te vinden, ook na jaren. Praten kan nu al:"),
            ("survivor_help", "children_there"),
        ),
        TO_A_PERSON,
    ),
    Route.HARD_THOUGHTS: (
        Step(
            N_(
                "Dank je dat je dit durft te zeggen. Bang dat je iets doet? "
                "Laat nu iemand anders op het kind passen. Praten kan zonder je naam:"
            ),
            ("hard_thoughts",),
        ),
        TO_A_PERSON,
    ),
    Route.REPORTED: (
        Step(
            N_("Dank je. Veilig Thuis wil jouw kant horen. Je mag iemand meenemen, en lezen wat er over je staat:"),
            ("parent_rights", "parent_support"),
        ),
        Step(
            N_("Vertel wat goed gaat en wat zwaar is. Klopt er iets niet? Vraag of jouw woorden erbij komen:"),
            ("parent_next", "parent_accused"),
        ),
        Step(
            N_("Boos of bang zijn is normaal. Jeugdstem helpt je gratis, en staat los van Veilig Thuis. Vragen? Bel:"),
            ("parent_support",),
        ),
        TO_A_PERSON,
    ),
    Route.TOLD: (
        Step(
            N_(
                "Dank je. Schrijf op wat het kind zei, in de woorden van het kind. "
                "Zeg het kind wat je nu gaat doen. Bel dan:"
            ),
            ("talk_child_after",),
        ),
        Step(
            N_("Moet het geheim blijven? Beloof dat niet. Zeg: ik zeg het jou eerst als ik hulp vraag. Overleg met:"),
            ("talk_child_secret",),
        ),
        Step(N_("Of alles klopt, hoef jij niet te weten. Blijf in de buurt van het kind, en vertel het zo aan:")),
        TO_A_PERSON,
    ),
    Route.ABOUT_OTHER: (
        Step(
            N_("Dank je dat je dit vertelt. Blijf in de buurt en luister. Je hoeft dit niet alleen op te lossen:"),
            ("vt_anonymous",),
        ),
        _CALL_LIKE_THIS,
        TO_A_PERSON,
    ),
    Route.BYSTANDER: (_WRITE_DOWN, _CALL_LIKE_THIS, _BE_THERE, _DOUBT, TO_A_PERSON),
    Route.FAMILY: (_WRITE_DOWN, _CALL_LIKE_THIS, _BE_THERE, _DOUBT, TO_A_PERSON),
    Route.VOLUNTEER: (_WRITE_DOWN, _CALL_LIKE_THIS, _BE_THERE, _DOUBT, TO_A_PERSON),
    Route.CARER: (_WRITE_DOWN, _CALL_LIKE_THIS, TO_A_PERSON),
    Route.CALLED: (
        Step(
            N_("Dank je. Schrijf op wat je nieuw ziet of hoort, met de dag erbij. Bel dan weer. Dat mag altijd:"),
            ("vt_new", "write_down"),
        ),
        Step(
            N_("Over een gezin hoor je weinig. Dat zegt niet dat er niets gebeurt. Vraag gerust wat je terughoort:"),
            ("vt_does",),
        ),
        Step(
            N_("Gaat er volgens jou iets mis? Dat mag je zeggen. Ben je bang voor het kind? Wacht niet, en bel weer:"),
            ("vt_complain",),
        ),
        TO_A_PERSON,
    ),
    Route.PROFESSIONAL: (
        Step(
            N_("Dank je. Noteer wat je zag en hoorde, en wanneer. Overleg met een collega. Zonder namen kan dat met:"),
            ("pro_step2", "pro_step1"),
        ),
        Step(
            N_("Twijfel je of je moet melden? De vijf vragen helpen bij het afwegen. Veilig Thuis denkt mee:"),
            ("pro_weigh", "pro_acute"),
        ),
        Step(
            N_("Houd klaar wat je zag, hoe oud het kind is en wat je al deed. Noem nog geen namen. Bel:"), ("pro_call",)
        ),
        TO_A_PERSON,
    ),
}
"""By the route that was heard; the next step each time, and after the last the answer itself."""
