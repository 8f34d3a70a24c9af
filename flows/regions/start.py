"""Where everybody begins: which way fits you, who does what, and what happens to this chat."""

from flows import N_
from flows.screen import Copy, Numbers, Operator, PerFace, Points, ReadingMode, Screen, Share, back, begin, to

SCREENS = (
    Screen(
        "welcome",
        N_("Wat kan ik doen?"),
        N_("Maak je je zorgen om een kind? Goed dat je kijkt wat je kunt doen. Hier lees je het, stap voor stap."),
        PerFace(
            chat=(
                N_(
                    "Ik ben een computer. Niemand leest mee en dit is geen melding. Ik bewaar niets over jou. "
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
        N_("Wat past bij jou?"),
        short=N_("Begin"),
        source="§1.1, §13",
        ways=[
            to("person_now"),
            to("worried"),
            to("child", N_("Ik ben jonger dan 18")),
            to("parent", N_("Ik zoek hulp als ouder")),
            to("adult", N_("Ik ben zelf niet veilig")),
            to("work", N_("Ik vraag dit voor mijn werk")),
            to("who_does_what"),
            to("about"),
        ],
    ),
    Screen(
        "person_now",
        N_("Nu met iemand praten"),
        N_("Je kunt nu met een mens praten. Je hoeft niets zeker te weten."),
        Numbers("emergency"),
        N_("Bel dit nummer als er nu gevaar is."),
        Numbers("veilig_thuis", "kindertelefoon"),
        N_(
            "Zorgen om een kind? Of ben je zelf niet veilig thuis? Bel Veilig Thuis. "
            "De Kindertelefoon is er voor kinderen en jongeren."
        ),
        source="§1.1, §1.2, §1.3",
        ways=[back("welcome")],
    ),
    Screen(
        "who_does_what",
        N_("Wie doet wat?"),
        N_(
            "Veilig Thuis geeft gratis advies en neemt meldingen aan. "
            "Bij een melding geef je door om wie je je zorgen maakt. De gemeenten regelen Veilig Thuis. "
            "Het is niet de politie en niet de immigratiedienst (IND). "
            "Soms schakelt Veilig Thuis wel de Raad voor de Kinderbescherming in, of de politie."
        ),
        N_("Alleen de kinderrechter beslist of een kind ergens anders gaat wonen."),
        N_("Ook de huisarts, het consultatiebureau en het wijkteam denken mee."),
        N_("Een kind slaan mag in Nederland niet. Dat is sinds 2007 de wet."),
        N_("Spreek je geen Nederlands? Dan kun je zo beginnen:"),
        Copy("Spreekt u Engels? Ik wil advies over een kind. Ik noem geen namen."),
        source="§1.1, §2, §9; S004",
        ways=[to("veilig_thuis"), to("person_now"), back("welcome")],
    ),
    Screen(
        "work",
        N_("Vraag voor mijn werk"),
        N_("Werk je met kinderen of gezinnen? Of werk je voor een gemeente? Kies wat bij je past."),
        short=N_("Werk"),
        source="§8",
        ways=[to("pro"), to("municipality"), back("welcome")],
    ),
    Screen(
        "about",
        N_("Over deze gids"),
        N_(
            "Deze gids helpt je kiezen wat je kunt doen voor een kind. Ik ben een computer. "
            "Ik geef geen oordeel en ik geef niets door."
        ),
        Operator(N_("Dit is een proefversie. Er staat nog niet bij wie deze gids beheert.")),
        N_(
            "De feiten komen uit openbare pagina's, zoals die van Veilig Thuis, De Kindertelefoon en de overheid. "
            "Ze zijn verzameld op 21 november 2026."
        ),
        PerFace(
            chat=(N_("Gebruik je een schermlezer? Kies “Voorleesstand”, of typ /voorlezen."), ReadingMode()), web=()
        ),
        Share(),
        short=N_("Deze gids"),
        source="§1; privacy.md",
        ways=[to("privacy"), to("on_my_phone"), to("person_now"), back("welcome")],
    ),
    Screen(
        "privacy",
        N_("Wat er bewaard wordt"),
        PerFace(
            chat=(
                N_(
                    "Deze gids bewaart geen berichten, namen of telefoonnummers van je. "
                    "Om te kunnen wissen, onthoud ik tot 48 uur welke berichten hier staan. "
                    "We tellen alleen hoe vaak een stap gekozen is, niet door wie."
                ),
                N_(
                    "Telegram ziet en bewaart dit gesprek wel. Telegram ziet ook op welke knoppen je drukt. "
                    "Wie in jouw Telegram kan kijken, kan het ook zien."
                ),
                N_(
                    "Typ geen namen of adressen. Klopt er iets niet? Vraag het aan wie deze gids beheert. "
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
                    "Klopt er iets niet? Vraag het aan wie deze gids beheert. "
                    "Je kunt ook klagen bij de Autoriteit Persoonsgegevens."
                ),
            ),
        ),
        source="privacy.md",
        ways=[to("on_my_phone"), to("person_now"), back("about"), begin()],
    ),
    Screen(
        "on_my_phone",
        N_("Wie kijkt er mee?"),
        PerFace(
            chat=(
                N_(
                    "Kan iemand je telefoon bekijken? Gebruik dan liever een ander toestel. "
                    "Dit gesprek staat ook op elke tablet of computer met jouw Telegram."
                ),
                N_(
                    "Met “Wis chat” haal ik weg wat ik nog kan weghalen: berichten van de laatste 48 uur. "
                    "Dit blijft staan:"
                ),
                Points(
                    N_("de naam van deze gids in je lijst, tot je zelf het gesprek verwijdert"),
                    N_("je bellijst, meldingen en schermfoto's"),
                    N_("wat je kopieerde, en de geschiedenis van je browser"),
                ),
                N_(
                    "Zelf verwijderen: houd het gesprek in je lijst ingedrukt en kies Verwijderen. "
                    "Je kunt ook instellen dat Telegram berichten na een dag zelf weghaalt."
                ),
            ),
            web=(
                N_(
                    "Kan iemand in je telefoon of computer kijken? "
                    "Neem dan liever een ander toestel, zoals in de bieb of bij een vriend."
                ),
                N_("Druk je op “Verlaat deze pagina”? Dan zie je meteen een site over het weer. Dit blijft staan:"),
                Points(
                    N_("welke pagina's je zag, in je browser"),
                    N_("dezelfde pagina's in een ander tabblad of op een toestel met jouw account"),
                    N_("je bellijst, foto's van je scherm en wat je kopieerde"),
                ),
                N_(
                    "Open de pagina's liever in een privévenster. Kies in je browser: nieuw privévenster of incognito. "
                    "Sluit het als je klaar bent. Dan bewaart je browser deze pagina's niet."
                ),
                N_(
                    "Zelf wissen kan ook. Open in je browser de geschiedenis en haal alleen deze pagina's weg. "
                    "Is alles leeg? Dat kan opvallen."
                ),
            ),
        ),
        source="§6, §11; privacy.md",
        ways=[to("privacy"), to("person_now"), back("about"), begin()],
    ),
)
