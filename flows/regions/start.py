"""The first screens for every visitor: which region fits, who does what, and what happens to this chat."""

from flows import N_
from flows.screen import Copy, Numbers, Operator, PerFace, Points, ReadingMode, Screen, Share, back, begin, to

SCREENS = (
    Screen(
        "welcome",
        N_("Wat kan ik doen?"),
        N_(
            "Maak je je zorgen om een kind? Of is het bij jou thuis niet veilig? Goed dat je kijkt. "
            "Hier lees je wat je kunt doen. Wat past bij jou?"
        ),
        PerFace(
            chat=(
                N_(
                    "Ik ben een computer. Niemand leest mee en dit is geen melding. Ik schrijf niets over jou op. "
                    "Telegram bewaart dit gesprek wel."
                ),
            ),
            web=(
                N_(
                    "Ik ben een computer. Dit is geen melding en er komt niemand. Je hoeft niets in te vullen. "
                    "Je browser onthoudt wel welke pagina's je zag."
                ),
            ),
        ),
        short=N_("Begin"),
        source="§1.1, §13",
        ways=[
            to("worried"),
            to("child", N_("Ik ben onder 18")),
            to("parent", N_("Hulp als ouder")),
            to("adult", N_("Zelf niet veilig")),
            to("work"),
            to("person_now", N_("Een mens spreken")),
            to("local", N_("Hulp in de buurt"), only_if="has_local_help"),
            to("who_does_what", N_("No Dutch?"), beside=True),
            to("about", beside=True),
        ],
    ),
    Screen(
        "person_now",
        N_("Nu met iemand praten"),
        N_("Je hoeft niets zeker te weten. Voor advies is je naam niet nodig."),
        Numbers("emergency", "veilig_thuis", "kindertelefoon"),
        N_("Zorgen om een kind, of zelf niet veilig? Bel Veilig Thuis. De Kindertelefoon is voor kinderen en tieners."),
        source="§1.1, §1.2, §1.3",
        # No other way: children, and visitors for whom talking is unsafe, come here from any page.
        ways=[back("welcome")],
    ),
    Screen(
        "who_does_what",
        N_("No Dutch? Wie doet wat?"),
        N_("Read in English: press “English”."),
        N_(
            "Veilig Thuis geeft gratis advies als het thuis niet veilig is. "
            "Het is niet de politie en niet de immigratiedienst (IND)."
        ),
        N_("Bel {veilig_thuis}. Eerst hoor je een computerstem. Zeg waar het kind woont. Geen Nederlands? Zeg dan:"),
        Copy("Spreekt u Engels? Ik wil advies over een kind. Ik noem geen namen."),
        short=N_("No Dutch?"),
        source="§1.1 (1.1, 1.2, 1.24); S004",
        ways=[
            to("who_call", N_("Zo bel je")),
            to("who_danger", N_("Gevaar, en nu?")),
            to("who_permit"),
            to("who_decides", N_("Wie beslist?")),
            to("person_now", N_("Een mens spreken")),
            back("welcome"),
        ],
    ),
    Screen(
        "who_decides",
        N_("Wie beslist en wie helpt?"),
        N_(
            "De gemeenten regelen Veilig Thuis. Het kan de politie erbij halen, of de Raad voor de Kinderbescherming. "
            "De raad kijkt of hulp verplicht moet zijn."
        ),
        N_(
            "Kan een kind niet thuis blijven? Tegen de wil van de ouders beslist alleen de kinderrechter. "
            "Ouders kunnen er ook zelf mee instemmen."
        ),
        N_("Ook de huisarts, het consultatiebureau en het wijkteam denken mee."),
        N_("Een kind slaan mag niet. Dat staat sinds 2007 in de wet."),
        source="§1.1 (1.12), §2, §9; S004",
        ways=[to("veilig_thuis", N_("Veilig Thuis")), to("person_now", N_("Een mens spreken")), back("who_does_what")],
    ),
    Screen(
        "work",
        N_("Voor mijn werk"),
        N_("Werk je met kinderen of gezinnen, of voor een gemeente? Of ben je coach of vrijwilliger? Kies wat past."),
        short=N_("Werk"),
        source="§8",
        ways=[
            to("pro"),
            to("pro_volunteer", N_("Coach of vrijwilliger")),
            to("pro_colleague", N_("Over een collega of baas")),
            to("municipality"),
            to("person_now"),
            back("welcome"),
        ],
    ),
    Screen(
        "about",
        N_("Over deze gids"),
        N_(
            "Deze gids helpt je kiezen wat je kunt doen voor een kind. Ik ben een computer. "
            "Ik geef geen oordeel en ik geef niets door."
        ),
        Operator(N_("Dit is een proefversie. Er staat nog niet bij wie deze gids beheert.")),
        N_("De feiten zijn van 21 november 2026. Ze komen uit openbare pagina's, zoals die van Veilig Thuis."),
        PerFace(
            chat=(N_("Gebruik je een schermlezer? Kies “Voorleesstand”, of typ /voorlezen."), ReadingMode()), web=()
        ),
        Share(),
        short=N_("Deze gids"),
        source="§1; privacy.md",
        ways=[
            to("privacy", N_("Privacy")),
            to("on_my_phone", N_("Wie kijkt mee?")),
            to("person_now", N_("Een mens spreken")),
            back("welcome"),
        ],
    ),
    Screen(
        "privacy",
        N_("Wat er bewaard wordt"),
        PerFace(
            chat=(
                N_(
                    "Deze gids bewaart geen berichten, namen of telefoonnummers van je. "
                    "Om te kunnen wissen, onthoud ik tot 48 uur welke pagina hier staat. "
                    "De eerste twee uur hoort wat je typt bij die pagina, en bij het antwoord ervoor. "
                    "We tellen alleen hoe vaak een stap gekozen is, niet door wie."
                ),
                N_(
                    "Telegram ziet en bewaart dit gesprek wel, en ziet op welke knoppen je drukt. "
                    "Wie in jouw Telegram kan kijken, ziet het ook."
                ),
                N_(
                    "Typ geen namen of adressen. Klopt er iets niet? Kijk bij “Over deze gids” wie hem beheert. "
                    "Je kunt ook klagen bij de Autoriteit Persoonsgegevens."
                ),
            ),
            web=(
                N_("Deze pagina's zetten geen cookies en tellen niets. Je vult nergens iets in."),
                N_(
                    "De computer die de pagina's verstuurt, ziet wel welke pagina je opent en vanaf welk "
                    "internetadres. Je provider ziet de naam van de website. "
                    "Op wifi van een ander, zoals je werk, kan die ander dat ook zien."
                ),
                N_("Je browser onthoudt welke pagina's je zag. Daarover lees je meer bij “Wie kijkt er mee?”."),
                N_(
                    "Klopt er iets niet? Kijk bij “Over deze gids” wie hem beheert. "
                    "Je kunt ook klagen bij de Autoriteit Persoonsgegevens."
                ),
            ),
        ),
        source="privacy.md",
        ways=[
            to("on_my_phone", N_("Wie kijkt mee?")),
            to("person_now", N_("Een mens spreken")),
            back("about"),
            begin(),
        ],
    ),
    Screen(
        "on_my_phone",
        N_("Wie kijkt er mee?"),
        PerFace(
            chat=(
                N_(
                    "Kan iemand in je telefoon kijken? Gebruik liever een ander toestel. "
                    "Dit gesprek staat ook op elk toestel met jouw Telegram."
                ),
                N_("Met “Wis chat” haal ik weg wat ik nog kan: berichten van de laatste 48 uur. Dit blijft staan:"),
                Points(
                    N_("de naam van deze gids in je lijst"),
                    N_("je bellijst, meldingen en schermfoto's"),
                    N_("wat je kopieerde, en de geschiedenis van je browser"),
                ),
                N_(
                    "Zelf wissen? Houd het gesprek in je lijst ingedrukt en kies Verwijderen. "
                    "Je kunt ook instellen dat Telegram berichten na een dag zelf weghaalt."
                ),
            ),
            web=(
                N_("Kan iemand in je telefoon of computer kijken? Neem liever een ander toestel."),
                N_("Na “Verlaat deze pagina” zie je een site over het weer. Dit blijft staan:"),
                Points(
                    N_("welke pagina's je zag, in je browser"),
                    N_("ook in een ander tabblad of op een toestel met jouw account"),
                    N_("je bellijst, schermfoto's en wat je kopieerde"),
                ),
                N_(
                    "Kies liever een nieuw privévenster of incognito in je browser. "
                    "Sluit het als je klaar bent. Dan bewaart je browser deze pagina's niet."
                ),
                N_("Of haal alleen deze pagina's uit de geschiedenis. Is alles leeg? Dat kan opvallen."),
            ),
        ),
        source="§6, §11; privacy.md",
        ways=[to("privacy", N_("Privacy")), to("person_now", N_("Een mens spreken")), back("about"), begin()],
    ),
)
