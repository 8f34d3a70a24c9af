"""I am under 18: short, numbers first.

Telegram asks users in the EU to be 16 or older, so this region hands over quickly.
No way leads from here to the screens for parents or professionals but through `welcome`.
"""

from flows.guide import N_, Copy, Link, Numbers, Points, Screen, WhenOpen, back, begin, to

SCREENS = (
    Screen(
        "child",
        N_("Hulp voor jou"),
        N_(
            "Word je thuis bang of verdrietig? Het is niet jouw schuld. Je mag erover praten.",
        ),
        WhenOpen(
            "kindertelefoon",
            N_(
                "De Kindertelefoon luistert. Bel of chat. Je naam hoeft niet.",
            ),
            N_(
                "De Kindertelefoon is nu dicht. Veilig Thuis is wakker. Je mag zelf bellen, ook 's nachts.",
            ),
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2, §6; tone.md",
        ways=[
            to("child_call"),
            to("child_home"),
            to("child_who"),
            to("child_then"),
            to("child_touch"),
            to("child_dark"),
            to("child_more"),
            back("welcome"),
        ],
    ),
    Screen(
        "child_call",
        N_("Wat gebeurt er als ik bel?"),
        N_(
            "Iemand luistert naar jou. Het is gratis. Je naam hoeft niet. Het staat niet op de rekening. "
            "Chatten kan ook.",
        ),
        N_(
            "Jij beslist wat je zegt. Wil je hulp van Veilig Thuis? Dan kan die meepraten.",
        ),
        N_("Soms moet je wachten. Probeer het dan nog eens."),
        Numbers("kindertelefoon", "veilig_thuis"),
        Link("kindertelefoon"),
        source="§1.2 (1.30-1.33, 1.36)",
        ways=[to("child_then"), to("child_phone"), back("child")],
    ),
    Screen(
        "child_home",
        N_("Ik durf niet naar huis"),
        N_(
            "Is er nu gevaar? Bel {emergency}. Anders bel je Veilig Thuis. Dat mag ook 's nachts. Zeg:",
        ),
        Copy(N_("Ik durf niet naar huis. Kunt u mij helpen?")),
        N_("Vertel waar je bent. Je hebt niets fout gedaan."),
        Numbers("emergency", "veilig_thuis", "kindertelefoon"),
        source="§4, §6",
        ways=[to("child_who"), to("child_then"), back("child")],
    ),
    Screen(
        "child_who",
        N_("Wie kan ik het vertellen?"),
        N_(
            "Kies iemand bij wie je je fijn voelt. Een oma, juf of mentor. Een buur, dokter of coach. Zeg:",
        ),
        Copy(N_("Het gaat thuis niet goed. Mag ik met je praten?")),
        N_(
            "Vraag of ze het eerst aan jou zeggen als ze hulp halen. "
            "Luistert iemand niet? Zeg het dan aan iemand anders.",
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§6, §12.10",
        ways=[to("child_then"), to("child_call"), back("child")],
    ),
    Screen(
        "child_then",
        N_("Wat gebeurt er dan?"),
        N_(
            "Bij De Kindertelefoon kies jij. Ze zeggen het niet door. "
            "Het moet soms wel: als je leven in gevaar is, of van de wet.",
        ),
        N_(
            "Veilig Thuis wil dat het stopt. Ze praten vaak ook met je ouders of met school. Vraag hoe dat gaat.",
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2 (1.33), §6",
        ways=[to("child_call"), to("child_who"), back("child")],
    ),
    Screen(
        "child_touch",
        N_("Aangeraakt of iets online"),
        N_(
            "Doet iemand iets wat jij niet wilt? Of dreigt iemand met foto's? Het is niet jouw schuld.",
        ),
        N_(
            "Betaal niets. Stuur niets meer. Stop het contact. Bewaar wat er is gestuurd.",
        ),
        Numbers("sexual_violence", "helpwanted", "kindertelefoon", "veilig_thuis"),
        Link("helpwanted"),
        source="§1.4, §6",
        ways=[to("child_who"), to("child_dark"), back("child")],
    ),
    Screen(
        "child_dark",
        N_("Ik heb donkere gedachten"),
        N_(
            "Denk je dat je niet meer wilt leven? Praat nu met iemand. "
            "Bel of chat met {suicide_prevention}. Je naam hoeft niet.",
        ),
        Numbers("suicide_prevention"),
        Link("suicide_prevention"),
        N_(
            "Ga je jezelf nu iets doen? Bel {emergency}. Ga naar iemand toe. Je bent niet de enige.",
        ),
        Numbers("emergency", "kindertelefoon", "veilig_thuis"),
        source="§1.4 (113), §6",
        ways=[to("child_who"), back("child")],
    ),
    Screen(
        "child_more",
        N_("Meer voor jou"),
        N_("Waar wil je over lezen?"),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§6",
        ways=[to("child_counts"), to("child_friend"), to("child_phone"), back("child")],
    ),
    Screen(
        "child_counts",
        N_("Is het wel erg genoeg?"),
        N_(
            "Het hoeft niet erg genoeg te zijn. Voel je je bang of alleen? Dan mag je bellen.",
        ),
        Points(
            N_("slaan telt"),
            N_("ruzie horen telt"),
            N_("uitschelden telt"),
            N_("niet voor je zorgen telt"),
        ),
        N_("Je bent niet de enige. Praten is geen verraad."),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§2, §6",
        ways=[to("child_call"), to("child_who"), back("child_more"), begin()],
    ),
    Screen(
        "child_friend",
        N_("Zorgen om een vriend"),
        N_(
            "Luister naar je vriend. Beloof niet dat je het geheim houdt. Zeg:",
        ),
        Copy(N_("Ik vind het erg voor je. Zullen we samen bellen?")),
        N_(
            "Je hoeft het niet alleen te dragen. Vertel het een volwassene. De Kindertelefoon denkt ook met jou mee.",
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2, §6",
        ways=[to("child_who"), to("child_call"), back("child_more"), begin()],
    ),
    Screen(
        "child_phone",
        N_("Wie kijkt op mijn telefoon?"),
        N_(
            "Kijkt iemand mee? Onthoud het nummer en bel met een andere telefoon, op school of bij een vriend.",
        ),
        N_(
            "Druk op “Wis dit gesprek”. De naam van deze gids blijft in je lijst, en je bellijst blijft ook. "
            "Haal die zelf weg.",
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§6 safe browsing; privacy.md",
        ways=[to("child_call"), back("child_more"), begin()],
    ),
)
