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
            to("city_help_after", N_("Hulp daarna")),
            back("municipality"),
        ],
    ),
    Screen(
        "city_help_after",
        N_("Genoeg hulp regelen"),
        N_("De gemeente zorgt voor genoeg goede hulp, ook samen met de regio. Is dit er?"),
        Points(
            N_("behandeling voor kinderen die nog bang zijn"),
            N_("hulp na seksueel misbruik"),
            N_("groepen voor kinderen die geweld zagen"),
            N_("groepen voor kinderen van zieke of verslaafde ouders"),
            N_("hulp voor wie het geweld gebruikt"),
        ),
        Numbers("veilig_thuis"),
        source="S004; §21 (21.4)",
        ways=[to("city_voice"), back("city_duties"), begin()],
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
        N_("Vraag ook anderen. Voor hen is het een keuze, geen plicht."),
        short=MELDCODE,
        source="S004; §8",
        ways=[
            to("city_eyes", N_("Wie nog meer?")),
            to("city_training", N_("Training")),
            to("city_together"),
            back("municipality"),
        ],
    ),
    Screen(
        "city_eyes",
        N_("Meer ogen in de buurt"),
        N_("Deze mensen zien gezinnen vaak. Voor hen is de meldcode een keuze. Vraag of ze meedoen:"),
        Points(
            N_("de woningcorporatie"),
            N_("de dierenarts: een gewond dier kan een signaal zijn, maar bewijst niets"),
            N_("sportclubs en groepen met vrijwilligers"),
            N_("geloofsgroepen"),
        ),
        N_("Leer hun vooral één ding: bel bij twijfel Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Wie nog meer?"),
        source="S004; §2",
        ways=[to("city_training", N_("Training")), back("city_meldcode"), begin()],
    ),
    Screen(
        "city_together",
        N_("Samenwerken"),
        N_("Kindermishandeling heeft vaak meerdere oorzaken. Niemand kan het alleen. Breng mensen bij elkaar:"),
        Points(
            N_("Spreek met Veilig Thuis, wijkteams, scholen en politie af wie wat doet."),
            N_("Zorg dat iemand in elk wijkteam veel weet van geweld thuis."),
            N_("Nodig de aandachtsfunctionarissen een of twee keer per jaar uit. Zij zorgen voor de meldcode."),
        ),
        N_("Alle gemeenten doen mee, ook de kleine."),
        short=N_("Samen"),
        source="S004",
        ways=[
            to("city_privacy", N_("Wat delen jullie?")),
            to("city_training", N_("Training")),
            to("city_voice"),
            back("municipality"),
        ],
    ),
    Screen(
        "city_privacy",
        N_("Afspraken over delen"),
        N_(
            "Wie niet weet wat hij mag delen, zegt soms niets. Ook als een kind niet veilig is. "
            "Schrijf daarom samen op:"
        ),
        Points(
            N_("wie deelt wat met wie, en waarom"),
            N_("wat het gezin daarvan hoort, en wanneer"),
            N_("hoe lang je het bewaart"),
            N_("wie je belt als je twijfelt"),
        ),
        N_("Deel niet meer dan nodig is om dit kind veilig te maken."),
        Numbers("veilig_thuis"),
        source="S004; S001; §8",
        ways=[to("city_training", N_("Training")), back("city_together"), begin()],
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
        ways=[
            to("city_measures_2", N_("De andere vier")),
            to("city_poverty", N_("Armoede")),
            to("city_work", N_("Werk en leren")),
            to("city_neighbours", N_("De buurt")),
            to("city_refugees", N_("Na een vlucht")),
            back("municipality"),
        ],
    ),
    Screen(
        "city_work",
        N_("Werk en leren"),
        N_("Geen werk geeft een gezin vaak stress en zorgen. Dat bewijst niets over ouders. Een gemeente kan helpen:"),
        Points(
            N_("Help ouders zonder werk of diploma aan een opleiding of baan."),
            N_("Leer het loket voor werk en inkomen hoe stress eruitziet."),
            N_("Vraag daar ook hoe het met de kinderen gaat."),
            N_("Vertel waar een gezin hulp krijgt."),
        ),
        Numbers("veilig_thuis"),
        source="S004; §9",
        ways=[to("city_poverty", N_("Armoede")), back("city_measures"), begin()],
    ),
    Screen(
        "city_neighbours",
        N_("Een fijne buurt"),
        N_("Ouders met mensen om zich heen hebben minder stress. Een gemeente kan daarbij helpen:"),
        Points(
            N_("plekken waar ouders elkaar zien, binnen en buiten"),
            N_("veilige straten en plek om te spelen"),
            N_("een wijkteam dat je kent en dat dichtbij zit"),
            N_("buren die weten dat ze mogen bellen"),
        ),
        Numbers("veilig_thuis"),
        short=N_("De buurt"),
        source="S004; §9",
        ways=[to("city_campaign", CAMPAIGN), back("city_measures"), begin()],
    ),
    Screen(
        "city_refugees",
        N_("Gezinnen na een vlucht"),
        N_(
            "Wie moest vluchten, heeft soms veel meegemaakt. Goede hulp daarbij helpt ouders én kinderen. "
            "Het zegt niets over hoe iemand opvoedt."
        ),
        Points(
            N_("Breng de opvang en de hulp bij heftige herinneringen bij elkaar."),
            N_("Leg uit welke hulp er is, in een taal die mensen lezen."),
            N_("Vraag gezinnen zelf wat zij nodig hebben."),
        ),
        Numbers("veilig_thuis"),
        short=N_("Na een vlucht"),
        source="S004; red line 12",
        ways=[to("city_poverty", N_("Armoede")), back("city_measures"), begin()],
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
