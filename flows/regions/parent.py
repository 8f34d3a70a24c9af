"""For a parent who needs help: what to do right now, whom to call, and what happens next.

The titles name no violence, because others may see them on a locked phone.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "parent",
        N_("Hulp als ouder"),
        N_(
            "Goed dat je hulp zoekt. Dat is sterk. Een kind opvoeden kan zwaar zijn, en soms gaat het mis. "
            "Om hulp vragen is goed voor je kind en voor jou."
        ),
        N_(
            "Bij Veilig Thuis kun je ook over jezelf bellen. Je praat met een mens. "
            "Voor advies hoef je geen naam te noemen."
        ),
        Numbers("veilig_thuis"),
        N_("Wat past bij jou?"),
        short=N_("Als ouder"),
        source="§7; §1.1",
        ways=[
            to("parent_now"),
            to("parent_did"),
            to("hard_thoughts"),
            to("adult_dark"),
            to("parent_help"),
            to("parent_reported"),
            to("parent_other"),
            back("welcome"),
        ],
    ),
    Screen(
        "parent_now",
        N_("Als het nu te veel wordt"),
        N_(
            "Leg je kind nu veilig neer, in bed of in de box. Is je kind al groter? "
            "Zorg dat het op een veilige plek is."
        ),
        Points(
            N_("Ga zelf de kamer uit, ook als je kind huilt."),
            N_("Adem rustig in en uit, tot je rustiger wordt."),
            N_("Vraag iemand om het over te nemen."),
        ),
        N_("Schud je kind nooit. Dat is gevaarlijk, ook als je niets ziet."),
        N_("Is er niemand? Bel Veilig Thuis, ook midden in de nacht."),
        Numbers("veilig_thuis"),
        source="§7; §1.1; §4",
        ways=[to("parent_did"), to("hard_thoughts"), to("parent_help"), back("parent")],
    ),
    Screen(
        "parent_did",
        N_("Als het al gebeurd is"),
        N_(
            "Is je kind gewond of geschud? Bel nu een dokter, ook in de nacht. "
            "Doe dat na schudden ook als je niets ziet. Is je kind erg gewond of wordt het niet wakker? "
            "Neemt er geen dokter op, of twijfel je? Bel {emergency}."
        ),
        N_("Is je kind niet gewond? Bel dan vandaag nog Veilig Thuis. Je hoeft dit niet alleen te doen."),
        Numbers("veilig_thuis"),
        N_("Zeg tegen je kind dat het er niets aan kan doen."),
        short=N_("Al gebeurd"),
        source="§7; §4",
        ways=[to("parent_tell"), to("parent_call"), to("parent_help"), to("parent_now"), back("parent")],
    ),
    Screen(
        "parent_tell",
        N_("Wat zeg ik tegen mijn kind?"),
        N_("Kies een rustig moment. Je kunt dit zeggen:"),
        Copy(N_("Het is niet jouw schuld. Ik had dat niet mogen doen. Ik ga hulp vragen.")),
        N_(
            "Vraag je kind niet om het geheim te houden. Je kind mag er met anderen over praten. "
            "Kinderen van 8 tot 18 kunnen ook zelf bellen met De Kindertelefoon."
        ),
        Numbers("kindertelefoon"),
        source="§3.1; §6; §1.2; §13",
        ways=[to("parent_call"), to("parent_help"), back("parent_did"), begin()],
    ),
    Screen(
        "hard_thoughts",
        N_("Gedachten die bang maken"),
        N_("Goed dat je dit leest. Je kunt er met iemand over praten."),
        N_("Bang dat je je kind pijn doet? Laat nu iemand anders op je kind passen. Bel Veilig Thuis of je huisarts."),
        Numbers("veilig_thuis"),
        N_(
            "Heb je seksuele gedachten over kinderen of jongeren? Praat met Stop it Now. "
            "Je hoeft je naam niet te zeggen. De knop opent offlimits.nl."
        ),
        Link("stop_it_now"),
        N_("Denk je aan doodgaan? Bel {suicide_prevention}."),
        source="§7; §1.4",
        ways=[to("parent_now"), to("adult_dark"), to("parent_help"), back("parent")],
    ),
    Screen(
        "parent_help",
        N_("Wie kan mij helpen?"),
        N_("Je hoeft niet alles te vertellen. Een klein begin is genoeg. Je kunt praten met:"),
        Points(
            N_("je huisarts"),
            N_("het consultatiebureau, als je kind klein is"),
            N_("het wijkteam van je gemeente, dat soms anders heet"),
            N_("Veilig Thuis, dag en nacht"),
        ),
        Numbers("veilig_thuis"),
        N_("Er is ook hulp als je wilt stoppen met slaan of schreeuwen. Vraag ernaar bij de huisarts of Veilig Thuis."),
        source="§7; §1.1; §1.4",
        ways=[to("parent_say"), to("parent_call"), to("parent_now"), back("parent")],
    ),
    Screen(
        "parent_call",
        N_("Wat gebeurt er als ik bel?"),
        N_("Voor advies hoef je geen naam te noemen. Veilig Thuis maakt dan geen dossier over jou of je kind."),
        N_("Is je kind in groot gevaar? Dan moet Veilig Thuis soms iets doen."),
        N_(
            "Ben je bang dat je kind weg moet? Dat gebeurt zelden. Alleen de kinderrechter beslist daarover. "
            "De meeste hulp krijg je gewoon thuis."
        ),
        Numbers("veilig_thuis"),
        short=N_("Over bellen"),
        source="§1.1; §9",
        ways=[to("parent_say"), to("parent_help"), to("veilig_thuis"), back("parent")],
    ),
    Screen(
        "parent_say",
        N_("Zo begin je het gesprek"),
        N_("Zoek een plek waar je kind je niet hoort. Zeg dan bijvoorbeeld:"),
        Copy(N_("Ik bel over mezelf, als ouder. Het gaat thuis niet goed. Ik wil advies en noem liever geen naam.")),
        N_("Weet je daarna niets meer te zeggen? Dat geeft niet. Ze stellen je vragen en denken met je mee."),
        Numbers("veilig_thuis"),
        source="§5; §1.1",
        ways=[back("parent_call"), begin()],
    ),
    Screen(
        "parent_reported",
        N_("Als er een melding is"),
        N_(
            "Heeft iemand zorgen over jou en je kind doorgegeven aan Veilig Thuis? Dat heet een melding. "
            "Het is normaal dat je daarvan schrikt. Dit kan er nu gebeuren:"
        ),
        Points(
            N_("Veilig Thuis moet kijken of iedereen veilig is."),
            N_("Meestal praten ze eerst met jou."),
            N_("Soms vragen ze iets aan school of een dokter. Dat moeten ze je vertellen."),
            N_("Daarna kunnen ze hulp regelen of verder praten."),
        ),
        N_("Vertel wat goed gaat en wat zwaar is. Je kind kan hier niets aan doen, ook als het met iemand praatte."),
        Numbers("veilig_thuis"),
        source="§1.1; §3.2; guide.md",
        ways=[to("parent_call"), to("parent_help"), back("parent")],
    ),
    Screen(
        "parent_other",
        N_("De andere ouder"),
        N_(
            "Maak je je zorgen over wat de andere ouder doet? Bel eerst Veilig Thuis, ook als je twijfelt. "
            "Begin er thuis nog niet over. Zij denken mee over een veilige stap."
        ),
        Numbers("veilig_thuis"),
        N_("Vraag je kind niet uit. Vertelt je kind zelf iets? Luister dan. Zeg dat je kind geen schuld heeft."),
        N_("Ben je zelf bang? Kies “Mijn relatie”."),
        source="§1.1; §3.1; §3.2",
        ways=[to("partner"), to("parent_help"), to("worried", N_("Over een kind van anderen")), back("parent")],
    ),
)
