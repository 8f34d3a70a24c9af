"""For an adult who is not safe, or was not safe as a child: call first, plan with someone, watch the phone.

No sentence here has a copy button: a copy stays on a phone that someone else may read.
"""

from flows import N_
from flows.screen import Link, Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "adult",
        N_("Hulp voor jezelf"),
        N_(
            "Kijkt er iemand mee op je telefoon? Gebruik dan een ander toestel. "
            "Of bel bij iemand thuis die je vertrouwt."
        ),
        N_(
            "Doet iemand je pijn? Ben je bang voor iemand? Dat is niet jouw schuld. Je kunt Veilig Thuis bellen. "
            "Voor advies hoef je geen naam te noemen."
        ),
        Numbers("veilig_thuis"),
        N_("Haal het nummer daarna uit je bellijst."),
        short=N_("Voor jezelf"),
        source="§7; §6; §1.1",
        ways=[
            to("partner"),
            to("family_violence"),
            to("survivor"),
            to("adult_dark"),
            to("on_my_phone"),
            to("adult_call"),
            back("welcome"),
        ],
    ),
    Screen(
        "adult_call",
        N_("Wat gebeurt er als ik bel?"),
        N_(
            "Zoek een plek waar niemand je hoort. Je krijgt een mens aan de lijn. "
            "Zeg bijvoorbeeld: ik ben thuis niet veilig, ik wil advies en noem liever geen naam."
        ),
        Numbers("veilig_thuis"),
        N_(
            "Ze luisteren, stellen vragen en denken met je mee. Bij advies beslis jij wat je doet. "
            "Is iemand in groot gevaar? Dan moet Veilig Thuis soms zelf iets doen."
        ),
        N_("Haal het nummer daarna uit je bellijst."),
        source="§1.1 (1.2, 1.4, 1.17, 1.19), §5",
        ways=[to("safe_plan"), to("at_home"), to("on_my_phone"), back("adult"), begin()],
    ),
    Screen(
        "partner",
        N_("Mijn relatie"),
        N_("Misschien kijkt je partner of ex mee op je telefoon. Bel daarom liever met een ander toestel."),
        N_(
            "Veilig Thuis denkt met je mee. Je hoeft nog niets te beslissen. Wil je weg? "
            "Maak dan eerst samen met Veilig Thuis een plan."
        ),
        Numbers("veilig_thuis"),
        N_("Ook je huisarts kan helpen. Wat je partner doet, is niet jouw schuld."),
        source="§7; §6; §1.1",
        ways=[to("safe_plan"), to("at_home"), to("house_ban"), to("on_my_phone"), to("adult_dark"), back("adult")],
    ),
    Screen(
        "safe_plan",
        N_("Eerst een plan maken"),
        N_(
            "Denk je eraan om weg te gaan? Bel dan eerst Veilig Thuis en maak samen een plan. "
            "Rond het weggaan is het gevaar vaak het grootst."
        ),
        Numbers("veilig_thuis"),
        Points(
            N_("Vraag ook naar opvang: een veilige plek om te slapen."),
            N_("Zet je plan niet op een telefoon waar een ander in kan kijken."),
            N_("Maak je telefoon niet helemaal leeg. Dat kan opvallen."),
        ),
        N_("Is er nu gevaar? Wacht dan niet op een plan. Bel {emergency}."),
        source="§7; §6; §1.3",
        ways=[to("at_home"), to("house_ban"), to("on_my_phone"), back("adult")],
    ),
    Screen(
        "at_home",
        N_("Als er kinderen zijn"),
        N_(
            "Vertel Veilig Thuis ook over je kinderen. Kinderen merken geweld in huis bijna altijd. "
            "Zien of horen ze het? Dan tellen zij ook als slachtoffer."
        ),
        Numbers("veilig_thuis"),
        N_("Ben je bang dat je ze kwijtraakt? Dat gebeurt zelden. Alleen de kinderrechter beslist daarover."),
        N_(
            "Voor advies hoef je geen namen te noemen. Is een kind in groot gevaar? "
            "Dan moet Veilig Thuis soms iets doen."
        ),
        source="§7; §2; §9; §1.1",
        ways=[to("safe_plan"), to("house_ban"), back("adult")],
    ),
    Screen(
        "house_ban",
        N_("Een tijd uit elkaar"),
        N_(
            "Vraag Veilig Thuis of een huisverbod kan helpen. Dan mag de ander een tijd het huis niet in. "
            "De burgemeester beslist daarover. In principe duurt het tien dagen."
        ),
        N_("Het kan ook als alleen een kind thuis niet veilig is."),
        Numbers("veilig_thuis"),
        source="§7; S004",
        ways=[to("safe_plan"), to("at_home"), back("adult")],
    ),
    Screen(
        "family_violence",
        N_("Iemand uit mijn familie"),
        N_(
            "Ben je bang voor iemand uit je familie? Bel eerst Veilig Thuis. Praat er thuis nog niet over. "
            "Zij zoeken met je naar een veilige stap."
        ),
        Numbers("veilig_thuis"),
        N_(
            "Bel ook als iemand je volgt, je bedreigt of je dwingt om te trouwen. Of als je eigen kind je pijn doet. "
            "Je bent nooit te oud om hulp te vragen. Het is niet jouw schuld."
        ),
        source="§1.1; §3.2; §7",
        ways=[to("safe_plan"), to("at_home"), to("house_ban"), to("on_my_phone"), to("adult_dark"), back("adult")],
    ),
    Screen(
        "survivor",
        N_("Toen ik zelf kind was"),
        N_(
            "Het is nooit te laat om erover te praten. Het was niet jouw schuld. "
            "Je huisarts kan helpen om goede hulp te vinden."
        ),
        N_(
            "Je kunt ook bellen. De Luisterlijn luistert. Slachtofferhulp helpt je verder. "
            "Ging het om seksueel misbruik? Bel het Centrum Seksueel Geweld, ook als het lang geleden is."
        ),
        Numbers("luisterlijn", "slachtofferhulp", "sexual_violence"),
        N_("Ben je 18 tot en met 24? Kijk ook bij Alles Oké."),
        Link("alles_oke"),
        N_("Is de persoon die dit deed nu bij kinderen? Bel dan Veilig Thuis: {veilig_thuis}."),
        short=N_("Mijn jeugd"),
        source="§7; §1.4",
        ways=[to("children_there"), to("adult_dark"), back("adult")],
    ),
    Screen(
        "children_there",
        N_("Als er nu kinderen zijn"),
        N_(
            "Is de persoon die dit deed nu bij kinderen? Bel dan Veilig Thuis. "
            "Je hoeft niet zeker te weten dat er iets gebeurt."
        ),
        Numbers("veilig_thuis"),
        N_("Ga niet zelf naar die persoon toe. Vertel alleen wat je weet. Voor advies hoef je geen namen te noemen."),
        source="§7; §1.1; §13",
        ways=[to("adult_call"), back("survivor"), begin()],
    ),
    Screen(
        "adult_dark",
        N_("Als het leven te zwaar is"),
        N_(
            "Denk je aan doodgaan? Bel nu {suicide_prevention}, dag of nacht. Je mag alles zeggen. "
            "Je hoeft je naam niet te zeggen."
        ),
        Numbers("suicide_prevention"),
        N_("Liever typen? Op hun website kun je chatten."),
        Link("suicide_prevention"),
        N_("Ben je bang dat je jezelf nu iets aandoet? Bel {emergency}. Vraag iemand om bij je te komen."),
        source="§1.4; §7",
        ways=[to("person_now"), to("parent"), to("adult"), begin()],
    ),
)
