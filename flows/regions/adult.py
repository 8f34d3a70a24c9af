"""For an adult who is not safe, or was not safe as a child: call first, plan with someone, mind the phone.

No sentence here can be copied: a copy stays behind on a phone that someone may be watching.
"""

from flows import N_
from flows.screen import Link, Numbers, Points, Screen, back, begin, to

# Labels short enough to share a row.
CALL, PLAN, CHILDREN = N_("Als ik bel"), N_("Een plan maken"), N_("Met kinderen")
HOUSE, PHONE, DARK = N_("Huisverbod"), N_("Wie kijkt mee?"), N_("Het is te zwaar")

SCREENS = (
    Screen(
        "adult",
        N_("Hulp voor jezelf"),
        N_("Kijkt iemand mee op je telefoon? Bel dan met een ander toestel."),
        N_("Doet iemand je pijn of ben je bang? Het is niet jouw schuld. Veilig Thuis geeft advies, zonder je naam."),
        Numbers("veilig_thuis"),
        N_("Haal het nummer erna uit je bellijst."),
        short=N_("Voor jezelf"),
        source="§7; §6; §1.1",
        ways=[
            to("adult_call", CALL),
            to("partner"),
            to("family_violence", N_("Mijn familie")),
            to("survivor", N_("Toen ik kind was")),
            to("adult_dark", DARK),
            to("on_my_phone", PHONE),
            back("welcome"),
        ],
    ),
    Screen(
        "adult_call",
        N_("Wat gebeurt er als ik bel?"),
        N_(
            "Zoek een plek waar niemand je hoort. Eerst hoor je een computerstem. "
            "Zeg in welke plaats je woont. Dan krijg je een mens. "
            "Zeg: ik ben thuis niet veilig. Ik wil advies en noem liever geen naam."
        ),
        Numbers("veilig_thuis"),
        N_("Haal het nummer erna uit je bellijst."),
        N_(
            "Ze luisteren en denken met je mee. Bij advies beslis jij wat je doet. "
            "Is iemand in groot gevaar? Dan moet Veilig Thuis soms zelf iets doen."
        ),
        source="§1.1 (1.2, 1.4, 1.17, 1.19, 1.24), §5",
        ways=[to("adult_quiet", N_("Zonder praten")), to("safe_plan", PLAN), to("on_my_phone", PHONE), back("adult")],
    ),
    Screen(
        "partner",
        N_("Mijn relatie"),
        N_("Bel met een toestel dat niemand ziet."),
        N_("Veilig Thuis denkt met je mee. Je hoeft nog niets te beslissen. Wil je weg? Maak eerst samen een plan."),
        Numbers("veilig_thuis"),
        N_("Ook je huisarts kan helpen. Wat je partner doet, is niet jouw schuld."),
        short=N_("Relatie"),
        source="§7; §6; §1.1",
        ways=[
            to("safe_plan", PLAN),
            to("adult_control", N_("Iemand bepaalt")),
            to("at_home", CHILDREN),
            to("who_papers", N_("Mijn verblijf")),
            to("on_my_phone", PHONE),
            to("adult_dark", DARK),
            back("adult"),
        ],
    ),
    Screen(
        "safe_plan",
        N_("Eerst een plan maken"),
        N_(
            "Denk je aan weggaan? Maak eerst een plan met Veilig Thuis. "
            "Rond het weggaan is het gevaar vaak het grootst."
        ),
        Numbers("veilig_thuis"),
        Points(
            N_("Vraag ook naar opvang: een veilige plek om te slapen."),
            N_("Zet je plan niet op je telefoon."),
            N_("Maak je telefoon niet helemaal leeg. Dat kan opvallen."),
        ),
        N_("Is er nu gevaar? Wacht niet op een plan. Bel {emergency}."),
        source="§7; §6; §1.3",
        ways=[to("at_home", CHILDREN), to("house_ban", HOUSE), to("on_my_phone", PHONE), back("partner", name="up")],
    ),
    Screen(
        "at_home",
        N_("Als er kinderen zijn"),
        N_(
            "Vertel Veilig Thuis ook over je kinderen. Zij merken geweld in huis bijna altijd. "
            "Zien of horen ze het? Dan zijn ze ook slachtoffer."
        ),
        Numbers("veilig_thuis"),
        N_(
            "Bang dat je ze kwijtraakt? Dat gebeurt zelden. Tegen de wil van ouders beslist alleen de kinderrechter. "
            "Ouders kunnen er ook zelf mee instemmen."
        ),
        N_("Is een kind in groot gevaar? Dan moet Veilig Thuis soms iets doen."),
        source="§7; §2; §9; §1.1",
        ways=[to("safe_plan", PLAN), to("house_ban", HOUSE), back("partner", name="up"), begin()],
    ),
    Screen(
        "house_ban",
        N_("De ander moet het huis uit"),
        N_(
            "Met een huisverbod moet de ander een tijd het huis uit. "
            "Die mag ook geen contact hebben met jou of de kinderen. Vraag ernaar bij Veilig Thuis."
        ),
        N_(
            "De burgemeester beslist. Het duurt tien dagen en kan langer worden, samen hoogstens 28 dagen. "
            "Het kan ook als alleen een kind niet veilig is."
        ),
        Numbers("veilig_thuis"),
        short=HOUSE,
        source="§7; S004",
        ways=[
            to("safe_plan", PLAN),
            to("at_home", CHILDREN),
            to("adult_charges", N_("Aangifte")),
            back("partner", name="up"),
            begin(),
        ],
    ),
    Screen(
        "family_violence",
        N_("Iemand uit mijn familie"),
        N_(
            "Ben je bang voor iemand uit je familie? Het is niet jouw schuld. Bel eerst Veilig Thuis. "
            "Praat er thuis nog niet over."
        ),
        Numbers("veilig_thuis"),
        N_("Bel ook als iemand je volgt, bedreigt of dwingt om te trouwen. Je bent nooit te oud voor hulp."),
        short=N_("Mijn familie"),
        source="§1.1; §3.2; §7",
        ways=[
            to("family_child"),
            to("adult_forced", N_("Trouwen of weg")),
            to("safe_plan", PLAN),
            to("at_home", CHILDREN),
            to("on_my_phone", PHONE),
            to("adult_dark", DARK),
            back("adult"),
        ],
    ),
    Screen(
        "family_child",
        N_("Mijn eigen kind"),
        N_(
            "Doet je kind je pijn, ook als het al groot is? Veel ouders zwijgen, uit schaamte of "
            "uit zorg over de toekomst van hun kind. "
            "Veilig Thuis is er ook voor jou."
        ),
        Numbers("veilig_thuis"),
        N_("Je krijgt advies, zonder je naam. Om hulp vragen helpt jou en je kind."),
        N_("Is er nu gevaar? Bel {emergency}, ook al is het je kind."),
        source="§7",
        ways=[to("adult_call", CALL), to("adult_dark", DARK), back("family_violence"), begin()],
    ),
    Screen(
        "adult_dark",
        N_("Als het leven te zwaar is"),
        N_("Denk je aan doodgaan? Bel nu, dag of nacht. Je mag alles zeggen. Je hoeft je naam niet te zeggen."),
        Numbers("suicide_prevention"),
        N_("Liever typen? Op hun website kun je chatten."),
        Link("suicide_prevention"),
        N_("Bang dat je jezelf nu iets aandoet? Bel {emergency}. Vraag iemand om bij je te komen."),
        source="§1.4; §7",
        ways=[
            to("person_now", N_("Een mens spreken")),
            to("parent", N_("Als ouder")),
            to("adult", N_("Voor jezelf")),
            begin(),
        ],
    ),
)
