"""For people who work for a municipality: running a campaign with this guide, and other things it can do."""

from flows import N_
from flows.screen import Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "municipality",
        N_("Ik werk bij een gemeente"),
        N_(
            "Een gemeente kan veel doen voor kinderen die thuis niet veilig zijn. Je leest hier wat moet en wat kan. "
            "Ook kun je deze gids in je eigen stad of dorp laten zien."
        ),
        N_("Gaat het nu om één kind? Bel dan Veilig Thuis. Daar krijg je advies en daar kun je melden."),
        Numbers("veilig_thuis"),
        short=N_("Gemeente"),
        source="S004; §1.1",
        ways=[
            to("city_campaign"),
            to("city_counts"),
            to("city_duties"),
            to("city_meldcode"),
            to("city_together"),
            to("city_measures"),
            to("person_now"),
            back("work"),
        ],
    ),
    Screen(
        "city_campaign",
        N_("Een campagne starten"),
        N_(
            "Maak eerst afspraken en dan pas posters. Misschien gaan er meer mensen bellen. "
            "Praat dus eerst met Veilig Thuis in jouw regio en met het wijkteam. Zijn zij klaar voor meer vragen?"
        ),
        N_("Op dit nummer kom je uit bij Veilig Thuis in je eigen regio:"),
        Numbers("veilig_thuis"),
        N_("Ga dan aan de slag met de link en kies de plekken."),
        short=N_("Campagne"),
        source="guide.md; §1.1 (1.1); S004",
        ways=[to("city_link"), to("city_places"), to("city_counts"), back("municipality"), begin()],
    ),
    Screen(
        "city_link",
        N_("Link, QR en webpagina"),
        N_("Wie deze gids beheert, kan voor jou een campagne maken. Daar hoort dit bij:"),
        Points(
            N_("een eigen link en een vierkante code om te scannen (QR)"),
            N_("een poster en een stukje voor je website"),
            N_("een webpagina met dezelfde gids, voor wie geen Telegram heeft"),
            N_("de namen en nummers van hulp bij jou in de buurt"),
        ),
        N_("Maak nooit een link voor één persoon. Dan gaat de telling over één mens."),
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
            N_("Zijn het er minder dan 10? Dan zie je geen getal."),
            N_("Andere getallen ronden we af op vijftallen."),
            N_("Niemand krijgt een eigen code."),
        ),
        N_("Lees de cijfers als een ondergrens. Sommige apps laten de code van de campagne weg."),
        N_("De cijfers zeggen niet hoe vaak kinderen thuis niet veilig zijn."),
        source="privacy.md; campaigns.md; §13",
        ways=[to("city_campaign"), to("person_now"), back("municipality"), begin()],
    ),
    Screen(
        "city_duties",
        N_("Taken van de gemeente"),
        N_("Een gemeente moet zorgen voor:"),
        Points(
            N_("hulp van begin tot eind: voorkomen, op tijd zien, stoppen en behandelen"),
            N_("Veilig Thuis, samen met de andere gemeenten in de regio"),
            N_("toezicht op de meldcode in de kinderopvang en de maatschappelijke ondersteuning"),
        ),
        N_("De meldcode is een vast plan in vijf stappen. Wie met gezinnen werkt, volgt het bij een vermoeden."),
        N_("Meer doen mag ook."),
        Numbers("veilig_thuis"),
        short=N_("Taken"),
        source="S004; §8",
        ways=[
            to("city_house_ban"),
            to("city_training"),
            to("city_voice"),
            to("city_poverty"),
            to("city_meldcode"),
            back("municipality"),
            begin(),
        ],
    ),
    Screen(
        "city_house_ban",
        N_("Het tijdelijk huisverbod"),
        N_(
            "De burgemeester kan iemand die thuis geweld gebruikt, een huisverbod geven. "
            "Die persoon mag dan in principe tien dagen het huis niet in. In die tijd kan de hulp beginnen."
        ),
        N_(
            "Het kan ook als het alleen om een kind gaat. Niet iedereen weet dat. "
            "Breng politie en hulpverleners bij elkaar en spreek af hoe je het samen doet."
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
            "Maak geen plan zonder hen. Vraag kinderen en jongeren wat zij nodig hebben. "
            "Vraag het ook aan jongeren die dit zelf hebben meegemaakt. Of die het zagen bij een vriend of in hun klas."
        ),
        N_(
            "Laat hen zelf kiezen wat ze vertellen. Zeg erbij waar ze daarna met iemand kunnen praten. "
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
        ways=[to("city_measures"), back("city_duties"), begin()],
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
        N_("Vraag ook anderen om mee te doen:"),
        Points(N_("sportclubs"), N_("groepen met vrijwilligers"), N_("geloofsgroepen")),
        N_("Voor hen is het een keuze, geen plicht."),
        source="S004; §8",
        ways=[to("city_training"), to("city_together"), back("municipality"), begin()],
    ),
    Screen(
        "city_together",
        N_("Samenwerken"),
        N_(
            "Kindermishandeling heeft vaak meer dan één oorzaak. Niemand kan het alleen. "
            "Jij kunt mensen bij elkaar brengen:"
        ),
        Points(
            N_("Spreek met Veilig Thuis, de wijkteams, scholen en politie af wie wat doet."),
            N_("Zorg dat iemand in elk wijkteam veel weet van geweld thuis."),
            N_(
                "Nodig de aandachtsfunctionarissen een of twee keer per jaar uit. "
                "Zij zorgen dat de meldcode wordt gebruikt."
            ),
        ),
        N_("Alle gemeenten doen mee, ook de kleine."),
        Numbers("veilig_thuis"),
        source="S004",
        ways=[to("city_training"), to("city_voice"), back("municipality"), begin()],
    ),
    Screen(
        "city_measures",
        N_("Voorkomen: tien maatregelen"),
        N_("Deze lijst maakte Augeo in 2014, met anderen:"),
        Points(
            N_("vragen hoe het gaat in de zwangerschap"),
            N_("uitleg over opvoeden zonder geweld"),
            N_("uitleg waarom je een baby nooit schudt"),
            N_("vroeg zien dat opvoeden niet goed lukt"),
            N_("hulp bij het opvoeden"),
            N_("lessen op school"),
            N_("training voor wie met kinderen werkt"),
            N_("na geweld thuis: uitleg over wat dat doet"),
            N_("hulp voor kinderen in de vrouwenopvang"),
            N_("voorlichting voor iedereen"),
        ),
        N_("Wat doe je al? Wat mist er nog?"),
        source="S004",
        ways=[to("city_poverty"), to("city_campaign"), back("municipality"), begin()],
    ),
)
