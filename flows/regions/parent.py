"""For a parent who needs help: what to do this minute, whom to call, and what happens then.

The titles name no violence, because others may see them on a locked phone.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

# Labels short enough to share a row.
NOW, THOUGHTS, HELP, CALL = N_("Nu te veel"), N_("Nare gedachten"), N_("Wie helpt mij?"), N_("Als ik bel")

SCREENS = (
    Screen(
        "parent",
        N_("Hulp als ouder"),
        N_("Goed dat je hulp zoekt. Dat is sterk. Een kind opvoeden kan zwaar zijn, en soms gaat het mis."),
        N_("Je kunt Veilig Thuis bellen voor advies over jezelf, zonder je naam."),
        Numbers("veilig_thuis"),
        short=N_("Als ouder"),
        source="§7; §1.1",
        ways=[
            to("parent_now"),
            to("parent_did"),
            to("parent_help", HELP),
            to("parent_reported"),
            to("parent_other"),
            to("parent_elsewhere"),
            back("welcome"),
        ],
    ),
    Screen(
        "parent_now",
        N_("Als het nu te veel wordt"),
        N_("Leg je kind veilig neer, in bed of in de box. Is het al groter? Zorg dat het veilig is."),
        Points(
            N_("Ga zelf de kamer uit, ook als je kind huilt."),
            N_("Adem rustig in en uit."),
            N_("Vraag iemand om het over te nemen."),
        ),
        N_("Schud je kind nooit. Dat is gevaarlijk, ook als je niets ziet."),
        N_("Is er niemand? Bel nu:"),
        Numbers("veilig_thuis"),
        source="§7; §1.1; §4",
        ways=[to("parent_help", HELP), to("parent_did"), to("hard_thoughts", THOUGHTS), back("parent")],
    ),
    Screen(
        "parent_did",
        N_("Het ging mis"),
        N_("Is je kind erg gewond, of wordt het niet wakker? Bel {emergency}."),
        N_(
            "Is je kind geschud of gewond? Bel meteen je huisarts of de huisartsenpost, ook als je niets ziet. "
            "Krijg je niemand, of twijfel je? Bel {emergency}."
        ),
        N_("Bel vandaag ook Veilig Thuis. Je hoeft dit niet alleen te doen."),
        Numbers("veilig_thuis"),
        source="§7; §4",
        emergency_first=True,
        ways=[to("parent_tell", N_("Wat zeg ik?")), to("parent_call", CALL), to("parent_now", NOW), back("parent")],
    ),
    Screen(
        "parent_partner",
        N_("Het gaat mis met mijn partner"),
        N_("Doe jij je partner pijn, of een ander thuis? Goed dat je dit leest. Er is hulp om te stoppen."),
        N_("Is iemand gewond, of is er nu gevaar? Bel {emergency}."),
        N_("Veilig Thuis is er ook voor jou, zonder je naam. Ook je huisarts kan helpen."),
        Numbers("veilig_thuis"),
        N_("Gaat het nu bijna mis? Ga naar een andere kamer en adem rustig."),
        source="§1.1 (1.2, 1.4); §7",
        ways=[to("parent_call", CALL), to("parent_help", HELP), back("parent_other"), begin()],
    ),
    Screen(
        "parent_tell",
        N_("Wat zeg ik tegen mijn kind?"),
        N_("Kies een rustig moment. Je kunt dit zeggen:"),
        Copy(N_("Het is niet jouw schuld. Ik had dat niet mogen doen. Ik ga hulp vragen.")),
        N_("Je kind hoeft dit niet geheim te houden. Van 8 tot 18 jaar kan het ook zelf bellen:"),
        Numbers("kindertelefoon"),
        short=N_("Wat zeg ik?"),
        source="§3.1; §6; §1.2; §13",
        ways=[to("parent_call", CALL), to("parent_help", HELP), back("parent_did"), begin()],
    ),
    Screen(
        "hard_thoughts",
        N_("Gedachten die bang maken"),
        N_(
            "Goed dat je dit leest. Bang dat je je kind pijn doet? Laat nu iemand anders oppassen. "
            "Bel Veilig Thuis of je huisarts."
        ),
        Numbers("veilig_thuis"),
        N_(
            "Heb je seksuele gedachten over kinderen of jongeren? Praat met Stop it Now, zonder je naam. "
            "De knop opent offlimits.nl."
        ),
        Link("stop_it_now"),
        N_("Denk je aan doodgaan? Bel {suicide_prevention}."),
        source="§7; §1.4",
        ways=[to("parent_now", NOW), to("adult_dark", N_("Het is te zwaar")), to("parent_help", HELP), back("parent")],
    ),
    Screen(
        "parent_help",
        N_("Wie kan mij helpen?"),
        N_("Je hoeft niet alles te vertellen. Een klein begin is genoeg. Praat met Veilig Thuis of met:"),
        Points(
            N_("je huisarts"),
            N_("het consultatiebureau, als je kind klein is"),
            N_("het wijkteam van je gemeente, dat soms anders heet"),
        ),
        Numbers("veilig_thuis"),
        N_("Er is ook hulp om te stoppen met slaan of schreeuwen. Vraag ernaar."),
        short=HELP,
        source="§7; §1.1; §1.4",
        ways=[
            to("parent_say", N_("Zo begin je")),
            to("parent_call", CALL),
            to("parent_pregnant"),
            to("parent_plan", N_("Een eigen plan")),
            to("hard_thoughts", THOUGHTS),
            back("parent"),
        ],
    ),
    Screen(
        "parent_plan",
        N_("Een plan met je familie"),
        N_(
            "Krijg je jeugdhulp? Dan mag je vaak eerst zelf een plan maken, met familie en vrienden. "
            "Dat staat in de Jeugdwet. Vraag erom:"
        ),
        Copy(N_("Ik wil een familiegroepsplan maken. Wie helpt ons daarbij?")),
        N_("Zet erin wat beter moet, en wie wat doet. Vraag het ook aan je kind. Is iemand nu niet veilig? Bel eerst:"),
        Numbers("veilig_thuis"),
        source="S004",
        ways=[to("parent_say", N_("Zo begin je")), back("parent_help"), begin()],
    ),
    Screen(
        "parent_call",
        N_("Wat gebeurt er als ik bel?"),
        N_("Voor advies hoef je geen naam te noemen. Er komt dan geen dossier: geen map over jou of je kind."),
        N_("Is je kind in groot gevaar? Dan moet Veilig Thuis soms iets doen."),
        N_(
            "Bang dat je kind weg moet? Dat gebeurt zelden. Tegen de wil van ouders beslist alleen de kinderrechter. "
            "Ouders kunnen er ook zelf mee instemmen. De meeste hulp krijg je thuis."
        ),
        Numbers("veilig_thuis"),
        short=N_("Over bellen"),
        source="§1.1; §9",
        ways=[
            to("parent_say", N_("Zo begin je")),
            to("parent_help", HELP),
            to("veilig_thuis", N_("Veilig Thuis")),
            back("parent"),
        ],
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
        "parent_elsewhere",
        N_("School of online"),
        N_(
            "Is er iets met je kind op school, in de opvang, bij een club of online? "
            "Het is niet de schuld van je kind, en ook niet van jou."
        ),
        N_("Luister naar je kind, en vraag niet door. Waar is het? Weet je niet wie je belt? Begin bij Veilig Thuis:"),
        Numbers("veilig_thuis"),
        source="§3.1; §16 (16.5); §17",
        ways=[
            to("away_school", N_("Op school")),
            to("away_daycare", N_("In de opvang")),
            to("away_sport", N_("In de sport")),
            to("worried_pics", N_("Foto's online")),
            to("away_bully", N_("Pesten")),
            to("worried_sibling", N_("Broer of zus")),
            back("parent"),
        ],
    ),
    Screen(
        "parent_other",
        N_("De andere ouder"),
        N_(
            "Zorgen over de andere ouder? Bel eerst Veilig Thuis, ook als je twijfelt. "
            "Begin er thuis nog niet over. Zij denken mee over een veilige stap."
        ),
        Numbers("veilig_thuis"),
        N_("Vraag je kind niet uit. Vertelt het zelf iets? Luister, en zeg: het is niet jouw schuld."),
        N_("Zelf bang? Kies “Mijn relatie”."),
        short=N_("Andere ouder"),
        source="§1.1; §3.1; §3.2",
        ways=[
            to("parent_ex", N_("Uit elkaar")),
            to("partner"),
            to("parent_partner", N_("Ik doe het zelf")),
            to("parent_help", HELP),
            to("worried", N_("Een ander kind")),
            back("parent"),
        ],
    ),
)
