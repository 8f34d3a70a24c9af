"""For a visitor under 18: short, numbers first.

Telegram asks users in the EU to be 16 or older, so this region points quickly to the helplines.
Only `welcome` leads from here to the screens for parents or professionals.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, PerFace, Points, Screen, WhenOpen, back, begin, to

SCREENS = (
    Screen(
        "child",
        N_("Hulp voor jou"),
        N_(
            "Gebeurt er thuis iets waar je bang of verdrietig van wordt? Het is niet jouw schuld. Je mag erover praten."
        ),
        WhenOpen(
            "kindertelefoon",
            N_("De Kindertelefoon luistert. Bel of chat. Je hoeft je naam niet te zeggen."),
            N_(
                "De Kindertelefoon is nu dicht. Veilig Thuis helpt als het thuis niet veilig is. "
                "Je mag zelf bellen, ook 's nachts."
            ),
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2, §6; voice.md",
        ways=[
            to("child_call"),
            to("child_home", N_("Ik durf niet naar huis")),
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
            "De Kindertelefoon luistert. Het is gratis. Je hoeft je naam niet te zeggen. "
            "Het staat niet op de rekening, wel in je bellijst."
        ),
        N_(
            "Ze vertellen het alleen door als jij dat wilt, of als je leven in gevaar is. "
            "Soms moet het ook van de wet. Als je wilt, kan Veilig Thuis meepraten."
        ),
        N_("Moet je wachten? Probeer het nog eens."),
        Numbers("kindertelefoon", "veilig_thuis"),
        Link("kindertelefoon"),
        source="§1.2 (1.30-1.33, 1.36)",
        ways=[to("child_then"), to("child_phone"), back("child")],
    ),
    Screen(
        "child_home",
        N_("Naar huis gaan"),
        N_("Is er nu gevaar? Bel {emergency}. Anders bel je Veilig Thuis. Dat mag ook 's nachts. Zeg:"),
        Copy(N_("Ik durf niet naar huis. Kunt u mij helpen?")),
        N_("Vertel waar je bent. Je hebt niets fout gedaan."),
        Numbers("emergency", "veilig_thuis", "kindertelefoon"),
        source="§4, §6",
        ways=[to("child_who"), to("child_then"), back("child")],
    ),
    Screen(
        "child_who",
        N_("Wie kan ik het vertellen?"),
        N_("Kies een volwassene bij wie je je fijn voelt. Een oma, juf of mentor. Een buur, dokter of coach. Zeg:"),
        Copy(N_("Het gaat thuis niet goed. Mag ik met je praten?")),
        N_(
            "Vraag of ze het eerst aan jou zeggen als ze hulp zoeken. Luistert iemand niet? "
            "Vertel het dan aan een ander, tot iemand helpt."
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§6, §12.10",
        ways=[to("child_then"), to("child_call"), back("child")],
    ),
    Screen(
        "child_then",
        N_("Vertellen ze het door?"),
        N_(
            "Bij De Kindertelefoon beslis jij. "
            "Ze vertellen het alleen door als jij dat wilt, of als je leven in gevaar is. Soms moet het ook van de wet."
        ),
        N_(
            "Veilig Thuis wil dat je thuis veilig bent. Ze praten waarschijnlijk ook met je ouders of met school. "
            "Vraag eerst hoe dat gaat."
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2 (1.33), §6",
        ways=[to("child_call"), to("child_who"), back("child")],
    ),
    Screen(
        "child_touch",
        N_("Aanrakingen of iets online"),
        N_("Raakt iemand je aan terwijl jij dat niet wilt? Of dreigt iemand met foto's? Het is niet jouw schuld."),
        N_("Ben je aangeraakt? Bel dit nummer, het liefst binnen zeven dagen. Later mag ook."),
        Numbers("sexual_violence"),
        N_("Is het online? Betaal niets. Stuur niets meer. Stop het contact. Bewaar wat er is gestuurd. Bel:"),
        Numbers("helpwanted"),
        Link("helpwanted"),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.4, §6",
        ways=[to("child_who"), to("child_dark"), back("child")],
    ),
    Screen(
        "child_dark",
        N_("Als het niet meer gaat"),
        N_(
            "Denk je soms dat je niet meer wilt leven? Praat nu met iemand. Bel {suicide_prevention} of chat. "
            "Je hoeft je naam niet te zeggen."
        ),
        Numbers("suicide_prevention"),
        Link("suicide_prevention"),
        N_("Ben je bang dat je jezelf nu iets aandoet? Bel {emergency}. Ga naar iemand toe. Je bent niet de enige."),
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
        N_("Je hoeft niet zeker te weten of het erg genoeg is. Voel je je bang of alleen? Dan mag je bellen."),
        Points(
            N_("geslagen worden telt"),
            N_("ruzie horen telt"),
            N_("uitgescholden worden telt"),
            N_("dat niemand goed voor je zorgt, telt"),
        ),
        N_("Je bent niet de enige. Praten is geen verraad."),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§2, §6",
        ways=[to("child_call"), to("child_who"), back("child_more"), begin()],
    ),
    Screen(
        "child_friend",
        N_("Zorgen om een vriend"),
        N_("Luister naar je vriend. Beloof niet dat je het geheim houdt. Zeg:"),
        Copy(N_("Ik vind het erg voor je. Zullen we samen bellen?")),
        N_(
            "Je hoeft dit niet alleen op te lossen. Vertel het aan een volwassene. "
            "De Kindertelefoon denkt ook met jou mee."
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2, §6",
        ways=[to("child_who"), to("child_call"), back("child_more"), begin()],
    ),
    Screen(
        "child_phone",
        N_("Wie kijkt op mijn telefoon?"),
        N_("Kijkt iemand mee? Onthoud het nummer en bel met een andere telefoon, op school of bij een vriend."),
        PerFace(
            chat=(
                N_(
                    "Druk op “Wis chat”. "
                    "Dit blijft staan: de naam van deze gids in je lijst, en het nummer in je bellijst. "
                    "Haal die zelf weg."
                ),
            ),
            web=(
                N_(
                    "Druk op “Verlaat deze pagina”. "
                    "Dit blijft staan: deze pagina's in de geschiedenis van je browser, en het nummer in je bellijst. "
                    "Haal die zelf weg."
                ),
            ),
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§6 safe browsing; privacy.md",
        ways=[to("child_call"), back("child_more"), begin()],
    ),
)
