"""For people who work for a municipality: a campaign with this guide, and what a municipality can do by itself."""

from flows import N_
from flows.screen import Numbers, Operator, Points, Screen, back, begin, to

# Labels short enough to share a row.
CAMPAIGN, COUNTS, MELDCODE, PREVENT = N_("Een campagne"), N_("De cijfers"), N_("De meldcode"), N_("Voorkomen")

SCREENS = (
    Screen(
        "municipality",
        N_("Ik werk bij een gemeente"),
        N_("Een gemeente kan veel doen voor kinderen die niet veilig zijn. Hier lees je wat moet en wat kan."),
        N_("Gaat het nu om één kind? Bel dan Veilig Thuis, voor advies of een melding."),
        Numbers("veilig_thuis"),
        short=N_("Gemeente"),
        source="S004; §1.1",
        ways=[
            to("city_campaign", CAMPAIGN),
            to("city_counts", COUNTS),
            to("city_duties", N_("De taken")),
            to("city_meldcode", MELDCODE),
            to("city_together"),
            to("city_measures", PREVENT),
            back("work"),
            begin(),
        ],
    ),
    Screen(
        "city_campaign",
        N_("Een campagne starten"),
        N_(
            "Maak eerst afspraken en dan pas posters. Misschien gaan er meer mensen bellen. "
            "Praat dus eerst met het wijkteam en met Veilig Thuis in jouw regio. Zijn zij klaar voor meer vragen?"
        ),
        N_("Bel je Veilig Thuis? Noem dan een plaats in jouw regio:"),
        Numbers("veilig_thuis"),
        short=N_("Campagne"),
        source="guide.md; §1.1 (1.1, 1.24); S004",
        ways=[to("city_link"), to("city_places"), to("city_counts", COUNTS), back("municipality")],
    ),
    Screen(
        "city_link",
        N_("Link, QR en webpagina"),
        N_("De beheerder van deze gids kan voor jou een campagne maken. Daar hoort dit bij:"),
        Points(
            N_("een eigen link en een code om te scannen (QR)"),
            N_("een poster en een stukje voor je website"),
            N_("dezelfde gids op het web, zonder Telegram"),
            N_("namen en nummers van hulp in de buurt"),
        ),
        N_("Maak nooit een link voor één persoon. Dan gaat de telling over één mens."),
        Operator(N_("Dit is een proefversie. Er staat nog niet bij wie deze gids beheert.")),
        source="campaigns.md; web.md; privacy.md",
        ways=[to("city_places"), back("city_campaign"), begin()],
    ),
    Screen(
        "city_places",
        N_("Waar laat je het zien?"),
        N_(
            "Kies plekken waar veel mensen komen: scholen, de bieb, een gezondheidscentrum, de supermarkt. "
            "Doe het het hele jaar door."
        ),
        N_(
            "Maak je iets voor kinderen? Zet daar De Kindertelefoon op, en niet deze gids. "
            "Telegram is hier pas vanaf 16 jaar."
        ),
        Numbers("kindertelefoon"),
        source="S004; §1.2, §6",
        ways=[to("city_link"), back("city_campaign"), begin()],
    ),
    Screen(
        "city_counts",
        N_("Wat de cijfers zeggen"),
        N_("Deze gids telt stappen en geen mensen:"),
        Points(
            N_("We tellen per week en bewaren alleen het totaal."),
            N_("Per campagne tellen we alleen een paar grote stappen."),
            N_("Elk getal is met opzet niet helemaal precies."),
            N_("Komt een getal onder de 10? Dan zie je het niet."),
            N_("Niemand krijgt een eigen code."),
        ),
        N_("Meestal zijn de cijfers te laag: sommige apps laten de code van de campagne weg."),
        N_("De cijfers zeggen niet hoe vaak kinderen thuis niet veilig zijn."),
        source="privacy.md; campaigns.md; §13",
        ways=[to("city_campaign", CAMPAIGN), back("municipality")],
    ),
    Screen(
        "city_duties",
        N_("Taken van de gemeente"),
        N_("Een gemeente moet zorgen voor:"),
        Points(
            N_("hulp van begin tot eind: voorkomen, op tijd zien, stoppen en behandelen"),
            N_("Veilig Thuis, samen met de regio"),
            N_("toezicht op de meldcode in de kinderopvang en de maatschappelijke ondersteuning"),
        ),
        N_("De meldcode is een vast plan in vijf stappen voor wie met gezinnen werkt. Meer doen mag ook:"),
        short=N_("Taken"),
        source="S004; §8",
        ways=[
            to("city_house_ban", N_("Het huisverbod")),
            to("city_training", N_("Training")),
            to("city_voice"),
            to("city_poverty", N_("Armoede")),
            to("city_meldcode", MELDCODE),
            back("municipality"),
        ],
    ),
    Screen(
        "city_house_ban",
        N_("Het tijdelijk huisverbod"),
        N_(
            "Met een huisverbod moet iemand die thuis gevaar geeft, het huis uit. De burgemeester beslist. "
            "Het duurt tien dagen en kan langer worden, samen hoogstens 28 dagen. In die tijd begint de hulp."
        ),
        N_(
            "Het kan ook als het alleen om een kind gaat. Niet iedereen weet dat. "
            "Spreek met politie en hulpverleners af hoe je het samen doet."
        ),
        Numbers("veilig_thuis"),
        source="S004; §7",
        ways=[back("city_duties"), begin()],
    ),
    Screen(
        "city_training",
        N_("Een plan voor training"),
        N_(
            "Maak een plan voor training, samen met wie met de meldcode werkt. Eerst leert elke groep de basis. "
            "Daarna oefenen de groepen samen. Zo leren mensen elkaar kennen."
        ),
        N_(
            "Oefen vooral het gesprek met het gezin. Eén keer is niet genoeg. "
            "Blijf oefenen en praat over wat lastig was."
        ),
        Numbers("veilig_thuis"),
        source="S004",
        ways=[to("city_together"), back("city_duties"), begin()],
    ),
    Screen(
        "city_voice",
        N_("De stem van jongeren"),
        N_(
            "Maak geen plan zonder hen. Vraag kinderen en jongeren wat zij nodig hebben, "
            "ook wie het zelf meemaakte of bij een vriend zag."
        ),
        N_(
            "Laat hen zelf kiezen wat ze vertellen. Zeg erbij met wie ze daarna kunnen praten. "
            "Laat later zien wat je met hun ideeën deed."
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        source="S004; §1.2",
        ways=[to("city_together"), back("city_duties"), begin()],
    ),
    Screen(
        "city_poverty",
        N_("Armoede en stress"),
        N_(
            "Te weinig geld geeft stress. Door stress wordt de kans op geweld groter. "
            "Maar het bewijst niets over een gezin. Dit kun je doen:"
        ),
        Points(
            N_("Maak beleid tegen armoede dat uitgaat van het kind."),
            N_("Zorg dat elk kind mee kan doen met sport en met het schoolreisje."),
            N_("Leer mensen aan het loket wat ze doen bij zorgen om een kind."),
        ),
        Numbers("veilig_thuis"),
        source="S004; §9",
        ways=[to("city_measures", PREVENT), back("city_duties"), begin()],
    ),
    Screen(
        "city_meldcode",
        N_("De meldcode bij de gemeente"),
        N_(
            "De meldcode is een vast plan in vijf stappen. "
            "Het helpt als je op je werk denkt aan geweld thuis of kindermishandeling."
        ),
        N_(
            "Begin bij je eigen afdelingen. De leerplichtambtenaar moet ermee werken. "
            "Het loket voor werk en inkomen hoeft niet, maar ook daar helpt de meldcode."
        ),
        N_("Vraag ook anderen. Voor hen is het een keuze, geen plicht:"),
        Points(N_("sportclubs"), N_("groepen met vrijwilligers"), N_("geloofsgroepen")),
        short=MELDCODE,
        source="S004; §8",
        ways=[to("city_training", N_("Training")), to("city_together"), back("municipality")],
    ),
    Screen(
        "city_together",
        N_("Samenwerken"),
        N_("Kindermishandeling heeft vaak meer dan één oorzaak. Niemand kan het alleen. Breng mensen bij elkaar:"),
        Points(
            N_("Spreek met Veilig Thuis, wijkteams, scholen en politie af wie wat doet."),
            N_("Zorg dat iemand in elk wijkteam veel weet van geweld thuis."),
            N_(
                "Nodig de aandachtsfunctionarissen een of twee keer per jaar uit. "
                "Zij zorgen dat de meldcode wordt gebruikt."
            ),
        ),
        N_("Alle gemeenten doen mee, ook de kleine."),
        source="S004",
        ways=[to("city_training", N_("Training")), to("city_voice"), back("municipality")],
    ),
    Screen(
        "city_measures",
        N_("Voorkomen: tien maatregelen"),
        N_("Deze lijst maakte Augeo in 2014, met anderen. De eerste zes:"),
        Points(
            N_("vragen hoe de zwangerschap gaat"),
            N_("uitleg over opvoeden zonder geweld"),
            N_("uitleg waarom je een baby nooit schudt"),
            N_("vroeg zien dat opvoeden niet goed lukt"),
            N_("hulp bij het opvoeden"),
            N_("lessen op school"),
        ),
        N_("Wat doe je al? Wat mist er nog?"),
        short=N_("Voorkomen"),
        source="S004",
        ways=[to("city_measures_2", N_("De andere vier")), to("city_poverty", N_("Armoede")), back("municipality")],
    ),
    Screen(
        "city_measures_2",
        N_("De andere vier maatregelen"),
        N_("De lijst van Augeo gaat zo verder:"),
        Points(
            N_("training voor wie met kinderen werkt"),
            N_("na geweld thuis: uitleg over wat dat doet"),
            N_("hulp voor kinderen in de vrouwenopvang"),
            N_("voorlichting voor iedereen"),
        ),
        N_("Wat doe je al? Wat mist er nog?"),
        source="S004",
        ways=[to("city_campaign", CAMPAIGN), to("city_training", N_("Training")), back("city_measures"), begin()],
    ),
)
