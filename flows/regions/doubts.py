"""From a doubt to a step: what holds people back, an answer to each, and a plan of the visitor's own.

A plan is one of three things to do, at one of three moments. All doubts share the nine; each is a screen, so the button
carries it and nothing else has to.
"""

from collections.abc import Mapping, Sequence

from flows import N_
from flows.regions.bystander import (
    AFTERWARDS,
    CALL,
    NEARBY,
    NOTES,
    TO_CHILD,
    TOLD,
    UNSAFE_AFTER_ALL,
    VT_ANONYMOUS,
    VT_CALL,
    VT_PREPARE,
)
from flows.screen import ChoiceSpec, Copy, Numbers, Screen, back, begin, to

MORE_DOUBTS = to("doubts_more", N_("Nog meer redenen"))
BE_THERE = to("be_there", N_("Er zijn"))
WHO_SEES = to("on_my_phone", N_("Wie kijkt mee?"))


def after_doubt(*others: ChoiceSpec) -> list[ChoiceSpec]:
    """What to do about it, from every doubt alike, and what only this one leads to."""
    return [
        to("plan_call", N_("Ik ga bellen")),
        to("plan_child", N_("Ik zeg iets")),
        to("plan_watch", N_("Ik noteer het")),
        to("plan", N_("Een andere stap")),
        *others,
        back("doubts"),
    ]


DOUBTS = (
    Screen(
        "doubts",
        N_("Ik twijfel"),
        N_(
            "Twijfelen is heel gewoon. Bellen mag ook als je twijfelt: {veilig_thuis}, dag en nacht. "
            "Wat houdt je tegen?"
        ),
        source="§9",
        ways=[
            to("doubt_wrong"),
            to("doubt_known"),
            to("doubt_worse"),
            to("doubt_taken"),
            to("doubt_business"),
            MORE_DOUBTS,
            back("worried"),
            begin(),
        ],
    ),
    Screen(
        "doubts_more",
        N_("Nog meer redenen"),
        N_("Ook dit houdt mensen tegen. Bellen mag altijd: {veilig_thuis}, dag en nacht. Wat past bij jou?"),
        source="§9",
        ways=[
            to("doubt_others"),
            to("doubt_words"),
            # Who is afraid of the parents does not talk with them first: `talk_check` says the same.
            to("doubt_scared", then="note_unsafe"),
            to("doubt_nothing"),
            to("doubt_family"),
            back("doubts"),
            begin(),
        ],
    ),
    Screen(
        "doubt_wrong",
        N_("Stel dat ik het mis heb?"),
        N_("Dat kan. Je hoeft het niet zeker te weten. Je hoeft ook niets te bewijzen."),
        N_(
            "Vertel bij Veilig Thuis alleen wat je ziet en hoort. Zij denken met je mee en wegen het af. "
            "Voor advies hoef je geen namen te noemen."
        ),
        N_("Misschien valt het mee. Dan was het nog steeds goed dat je belde."),
        Numbers("veilig_thuis"),
        source="§9; voice.md",
        ways=after_doubt(CALL),
    ),
    Screen(
        "doubt_known",
        N_("Hoort het gezin wie ik ben?"),
        N_("Advies vragen kan zonder je naam."),
        N_(
            "Doe je een melding? Dan weet Veilig Thuis wie je bent. "
            "Ze mogen dat alleen aan het gezin zeggen als jij het goed vindt. Het gezin kan het wel raden. "
            "Bel je {emergency}? Daar zien ze je nummer."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4-1.8), §1.3 (1.51)",
        ways=after_doubt(VT_ANONYMOUS, CALL),
    ),
    Screen(
        "doubt_worse",
        N_("Maak ik het niet erger?"),
        N_("Die angst is begrijpelijk. Maar als niemand iets doet, stopt het zelden."),
        N_(
            "Spreek de ouder er nu niet op aan. Bel eerst. "
            "Veilig Thuis zoekt met jou een stap die zo veilig mogelijk is voor het kind."
        ),
        Numbers("veilig_thuis"),
        source="§9",
        ways=after_doubt(CALL),
    ),
    Screen(
        "doubt_taken",
        N_("Moet het kind dan weg?"),
        N_(
            "Dat gebeurt zelden. Hulp is meestal thuis. "
            "Tegen de wil van de ouders beslist alleen de kinderrechter, niet Veilig Thuis. "
            "Ouders kunnen er ook zelf mee instemmen."
        ),
        N_("Is een kind al weg? Dat is heel zwaar. Ook dan mag je bellen."),
        Numbers("veilig_thuis"),
        source="§9",
        ways=after_doubt(to("family_help", N_("Hulp thuis")), to("parent_taken", N_("Voor een ouder"))),
    ),
    Screen(
        "doubt_business",
        N_("Is het mijn zaak wel?"),
        N_("Een kind kan dit niet alleen oplossen. Jij kunt de eerste zijn die iets doet."),
        N_("Het hoeft niet groot te zijn. Eén keer bellen voor advies is al iets. Daarna beslis jij zelf."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3), §9; S000",
        ways=after_doubt(BE_THERE, CALL),
    ),
    Screen(
        "doubt_others",
        N_("Belt er niet al iemand?"),
        N_("Misschien. Maar vaak ziet iedereen iets, en wacht iedereen op een ander. Dan belt er niemand."),
        N_(
            "Is er al hulp? Dan mag je ook bellen. Misschien zag jij iets wat nog niemand weet. "
            "Meerdere signalen zeggen meer dan één."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.25), §2, §9",
        ways=after_doubt(CALL),
    ),
    Screen(
        "doubt_words",
        N_("Wat moet ik dan zeggen?"),
        N_("Eén zin is genoeg. Zeg: ik wil advies over een kind en noem liever geen namen."),
        N_("Eerst een computerstem: zeg waar het kind woont. Een mens vraagt verder. Weet je iets niet? Zeg dat."),
        N_("Je bent niet de enige: in een half jaar gaf Veilig Thuis 85.000 adviezen (CBS, 2025)."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.24), §5, §9",
        ways=after_doubt(VT_PREPARE),
    ),
    Screen(
        "doubt_scared",
        N_("Ik ben bang voor hen"),
        N_(
            "Praat dan niet zelf met hen. Bel Veilig Thuis en zeg dat je bang bent. "
            "Ze kunnen daar rekening mee houden. Voor advies hoef je geen namen te noemen."
        ),
        N_("Word je bedreigd? Bel {emergency}. Vraag de politie wat ze over jou zeggen."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4, 1.26), §3.2, §9",
        ways=after_doubt(VT_ANONYMOUS),
    ),
    Screen(
        "doubt_nothing",
        N_("Er gebeurt toch niets"),
        N_("Niemand kan beloven wat er gebeurt. Wel moet Veilig Thuis naar elke melding kijken."),
        N_(
            "Vaak komt er hulp in de buurt. Over het gezin hoor je weinig. Dat zegt niet dat er niets gebeurt. "
            "Bel weer als je iets nieuws ziet."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.15, 1.25), §15 (15.1, 15.2)",
        ways=after_doubt(to("vt_again", N_("Geen bericht"))),
    ),
    Screen(
        "doubt_family",
        N_("Het is mijn eigen familie"),
        N_(
            "Dan is het extra moeilijk. Misschien ben je bang voor ruzie. Hulp vragen is geen verraad. "
            "Ook de ouders kunnen er iets aan hebben."
        ),
        N_("Je kunt advies vragen zonder namen. Vertel dat het familie is. Dan denken ze daarover mee."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4), §9",
        ways=after_doubt(BE_THERE, CALL),
    ),
)

# Plans: first what somebody will do, then when, then the plan as one sentence.

WHEN = {
    "again": N_("Als ik het weer hoor of zie"),
    "see": N_("Morgen, als ik het kind zie"),
    "alone": N_("Als ik alleen ben"),
}
"""The moments a plan begins with, each by the end of its screens' names."""


def moments(step: str) -> list[ChoiceSpec]:
    """The ways from something to do to its plans."""
    return [to(f"{step}_{when}") for when in WHEN]


def plans(
    step: str, sentences: Mapping[str, str], *parts: str, source: str, ways: Sequence[ChoiceSpec]
) -> tuple[Screen, ...]:
    """A screen for each moment: the plan in one sentence, and what helps to carry it out."""
    return tuple(
        Screen(
            f"{step}_{when}",
            WHEN[when],
            Copy(sentence),
            *parts,
            Numbers("veilig_thuis"),
            source=source,
            ways=[*ways, to("doubts"), back(step)],
        )
        for when, sentence in sentences.items()
    )


OWN_PLANS = (
    *plans(
        "plan_call",
        {
            "again": N_("Als ik het weer hoor of zie, bel ik {veilig_thuis}, en bij gevaar {emergency}."),
            "see": N_("Als ik morgen het kind zie, bel ik daarna {veilig_thuis}."),
            "alone": N_("Als ik straks alleen ben, bel ik {veilig_thuis} voor advies."),
        },
        N_("Zeg het nu hardop. Begin straks zo: ik wil advies over een kind en noem liever geen namen."),
        N_(
            "Eerst hoor je een computerstem: zeg in welke plaats het kind woont. "
            "Dan vragen ze vaak: wat zag of hoorde je, hoe vaak, en is het nu gevaarlijk?"
        ),
        source="§1.1 (1.24), §5",
        ways=[VT_PREPARE, VT_CALL],
    ),
    *plans(
        "plan_child",
        {
            "again": N_("Als ik het weer hoor of zie, zeg ik later tegen het kind: je mag mij alles vertellen."),
            "see": N_("Als ik het kind morgen zie, zeg ik: je mag mij alles vertellen, ik luister."),
            "alone": N_("Als ik straks alleen ben, oefen ik hardop: je mag mij alles vertellen, ik luister."),
        },
        N_("Zeg het nu hardop. Kies een rustig moment, zonder de ouders erbij. Zegt het kind niets? Ook goed."),
        N_("Vertelt het kind iets? Vraag niet door. Bel. Ze vragen vaak eerst: wat zag of hoorde je?"),
        source="§3.1, §5",
        ways=[TO_CHILD, TOLD],
    ),
    *plans(
        "plan_watch",
        {
            "again": N_("Als ik het weer hoor of zie, schrijf ik de tijd op, en bij gevaar bel ik {emergency}."),
            "see": N_("Als ik het kind morgen heb gezien, schrijf ik op wat ik zag en hoorde."),
            "alone": N_("Als ik straks alleen ben, schrijf ik op wat ik tot nu toe zag en hoorde."),
        },
        N_("Zeg het nu hardop. Noteer ook de dag en hoe vaak. Dat vraagt Veilig Thuis vaak het eerst."),
        N_("Nog zorgen? Bel. Begin zo: ik wil advies over een kind en noem liever geen namen."),
        source="§3.1, §5",
        ways=[NOTES, VT_PREPARE],
    ),
)
"""The nine plans, each the choice of a visitor."""

PLANS = (
    Screen(
        "plan",
        N_("Mijn volgende stap"),
        N_("Eén stap is genoeg. Wat wil je doen?"),
        N_("Weet je het niet? Bel dan Veilig Thuis. Dat mag altijd."),
        Numbers("veilig_thuis"),
        short=N_("Mijn stap"),
        source="guide.md",
        ways=[
            to("plan_call"),
            to("plan_child"),
            to("plan_parent", only_if="may_talk_to_parents"),
            to("talk_check", N_("Ik praat met een ouder"), only_if="must_check_first"),
            to("plan_watch"),
            to("doubts"),
            NEARBY,
            back("worried"),
            begin(),
        ],
    ),
    Screen(
        "plan_call",
        N_("Ik bel Veilig Thuis"),
        N_("Wanneer? Kies een moment waarop niemand je hoort. Lukt het dan niet? Dat geeft niets. Kies opnieuw."),
        N_("Nu bellen mag ook:"),
        Numbers("veilig_thuis"),
        short=N_("Ik bel"),
        source="§1.1 (1.1), §5",
        ways=[*moments("plan_call"), VT_PREPARE, VT_CALL, WHO_SEES, back("plan")],
    ),
    Screen(
        "plan_child",
        N_("Ik zeg iets tegen het kind"),
        N_("Eén zin is genoeg. Wanneer? Vraag niet door. Beloof niet dat het geheim blijft."),
        N_("Vertel over De Kindertelefoon: {kindertelefoon}."),
        N_("Schrik je van wat je hoort? Bel meteen Veilig Thuis: {veilig_thuis}."),
        short=N_("Ik zeg iets"),
        source="§3.1",
        ways=[*moments("plan_child"), TO_CHILD, AFTERWARDS, WHO_SEES, back("plan")],
    ),
    Screen(
        "plan_parent",
        N_("Ik praat met een ouder"),
        N_(
            "Kies een rustig moment zonder kinderen erbij. Zeg wat je zag. Vraag hoe het gaat. Bied iets kleins aan. "
            "Voelt het niet veilig? Doe het dan niet."
        ),
        N_("Verandert er niets, of wordt het erger? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§3.2",
        with_parents=True,
        ways=[to("talk_parent_words", N_("Zo begin je")), UNSAFE_AFTER_ALL, back("plan"), begin()],
    ),
    Screen(
        "plan_watch",
        N_("Ik noteer wat ik zie"),
        N_("Noteer alleen wat je zelf ziet en hoort. Bespied niemand en neem niets op. Wanneer?"),
        N_("Kies ook een dag, binnen een week. Nog zorgen, of wordt het erger? Bel."),
        Numbers("veilig_thuis"),
        short=N_("Ik noteer het"),
        source="§4, §5; red line 6",
        ways=[*moments("plan_watch"), NOTES, BE_THERE, WHO_SEES, back("plan")],
    ),
    *OWN_PLANS,
)

SCREENS = DOUBTS + PLANS
