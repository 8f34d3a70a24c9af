"""I am under 18: short, numbers first.

Telegram asks users in the EU to be 16 or older, so this region hands over quickly.
No way leads from here to the screens for parents or professionals but through `welcome`. The screens about other places
than home, and about pictures, are in `beyond_home`.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, PerFace, Points, Screen, WhenOpen, back, begin, to

# Labels short enough to share a row.
WHO, THEN, DARK = N_("Wie zeg ik het?"), N_("Doorvertellen?"), N_("Ik kan niet meer")
COUNTS, FRIEND, PHONE = N_("Erg genoeg?"), N_("Over een vriend"), N_("Mijn telefoon")

CLOSED = N_("Dicht? Bel Veilig Thuis: {veilig_thuis}.")

SCREENS = (
    Screen(
        "child",
        N_("Hulp voor jou"),
        N_("Maakt iemand je bang of verdrietig? Dat is niet jouw schuld. Praten mag."),
        WhenOpen("kindertelefoon", N_("Bel of chat. Je naam hoeft niet:"), N_("Veilig Thuis is er nu, ook voor jou:")),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="§1.2, §6; voice.md",
        ways=[
            to("child_call"),
            to("child_dark", DARK),
            to("child_home", N_("Bang voor thuis")),
            to("child_touch"),
            to("child_online"),
            to("child_where"),
            to("child_more", beside=True),
            back("welcome"),
        ],
    ),
    Screen(
        "child_call",
        N_("Hoe gaat bellen?"),
        N_(
            "De Kindertelefoon luistert. Je naam hoeft niet. Jij kiest wat je vertelt. "
            "Ze vertellen het alleen door als jij dat wilt, of als je leven in gevaar is. Soms moet het van de wet."
        ),
        N_("Het staat niet op de rekening, wel in je bellijst. Bel je Veilig Thuis? Zeg eerst waar je bent."),
        Numbers("kindertelefoon", "veilig_thuis"),
        Link("kindertelefoon"),
        source="§1.1 (1.24); §1.2 (1.30-1.33, 1.36)",
        ways=[to("child_then", THEN), back("child")],
    ),
    Screen(
        "child_home",
        N_("Ik durf niet naar huis"),
        N_(
            "Je hebt niets fout gedaan. Bel Veilig Thuis, ook 's nachts. Eerst hoor je een computerstem. "
            "Zeg in welke plaats je bent. Zeg daarna:"
        ),
        Copy(N_("Ik durf niet naar huis. Kunt u mij helpen?")),
        Numbers("veilig_thuis"),
        N_("Overdag helpt ook De Kindertelefoon: {kindertelefoon}."),
        source="§1.1 (1.24), §1.2, §4, §6",
        ways=[to("child_who", WHO), to("child_then", THEN), back("child")],
    ),
    Screen(
        "child_who",
        N_("Wie kan ik het vertellen?"),
        N_("Kies een volwassene die je vertrouwt: oma, een buurvrouw of de dokter. Zeg:"),
        Copy(N_("Het gaat niet goed met me. Mag ik met je praten?")),
        N_("Vraag eerst: vertel je dit aan anderen? Luistert iemand niet? Vertel het aan een ander, tot iemand helpt."),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6, §12.10",
        ways=[to("child_then", THEN), back("child")],
    ),
    Screen(
        "child_then",
        N_("Vertellen ze het door?"),
        N_("Vraag dit eerst, ook op school:"),
        Copy(N_("Wat hou je voor jezelf, en wat vertel je door?")),
        N_(
            "De Kindertelefoon vertelt alleen iets door als jij dat wilt, of als je leven in gevaar is. "
            "Soms moet het van de wet. "
            "Veilig Thuis praat vaak met je ouders of school. Ben je daar bang voor? Zeg dat meteen."
        ),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§1.2 (1.33), §6; §28 (28.3)",
        ways=[to("child_who", WHO), back("child")],
    ),
    Screen(
        "child_touch",
        N_("Over aanraken"),
        N_(
            "Raakt iemand je aan en wil jij dat niet? Het is niet jouw schuld. "
            "Je mag het vertellen, ook als het geheim moest blijven."
        ),
        N_("Bel Centrum Seksueel Geweld, het liefst binnen zeven dagen nadat het gebeurde. Later mag ook."),
        Numbers("sexual_violence", "kindertelefoon"),
        source="§1.4, §6",
        ways=[to("child_who", WHO), to("child_dark", DARK), back("child")],
    ),
    Screen(
        "child_dark",
        N_("Als je niet meer kunt"),
        N_("Denk je soms dat je niet meer wilt leven? Praat nu met iemand. Bel of chat, je naam hoeft niet."),
        Numbers("suicide_prevention"),
        Link("suicide_prevention"),
        N_("Bang dat je jezelf nu iets aandoet? Bel {emergency}. Ga naar iemand toe. Je bent niet de enige."),
        Numbers("kindertelefoon"),
        source="§1.4 (113), §6",
        ways=[to("child_who", WHO), back("child")],
    ),
    Screen(
        "child_more",
        N_("Iets anders"),
        N_("Lees hier meer. Of vertel het aan een volwassene. Bellen of chatten mag ook:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6",
        ways=[
            to("child_who", WHO),
            to("child_friend", FRIEND),
            to("child_counts", COUNTS),
            to("child_phone", PHONE),
            to("child_ill", N_("Ouder is ziek")),
            to("child_abroad", N_("Ik moet op reis")),
            back("child"),
            begin(),
        ],
    ),
    Screen(
        "child_counts",
        N_("Is het wel erg genoeg?"),
        N_("Niemand mag je slaan of bang maken, ook thuis niet. Twijfel je? Bel gerust. Dit telt:"),
        Points(
            N_("iemand slaat of schopt je"),
            N_("je ziet of hoort dat iemand geslagen wordt"),
            N_("iemand scheldt of maakt je bang"),
            N_("niemand zorgt goed voor je"),
        ),
        N_("Je bent niet de enige. Praten is geen verraad."),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§2, §6",
        ways=[to("child_who", WHO), to("child_call"), back("child_more"), begin()],
    ),
    Screen(
        "child_friend",
        N_("Zorgen om een vriend"),
        N_("Luister naar je vriend. Beloof niet dat je het geheim houdt. Zeg:"),
        Copy(N_("Ik vind het erg voor je. Zullen we samen bellen?")),
        N_(
            "Je hoeft dit niet alleen te doen. Vertel het aan een volwassene. "
            "Wil je vriend dood? Bel {suicide_prevention}."
        ),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§1.2, §1.4 (113), §6",
        ways=[to("child_who", WHO), to("child_call"), back("child_more"), begin()],
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
        short=PHONE,
        source="§6 safe browsing; privacy.md",
        ways=[to("child_call"), back("child_more"), begin()],
    ),
)
