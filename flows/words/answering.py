"""The answers to typed words: a number first, then 112 and the human lines, then at most three screens.

None of them calls anybody an offender, suicidal or a victim: each asks, or says what may help.
"""

from flows import N_
from flows.routes import Route
from flows.screen import Answer, Link, Numbers, PerFace
from flows.visit import Fact, Visit
from flows.words.asking import ALL_HUMANS_AND_DYING, CHILDREN, CHILDREN_AND_DYING, HOPELESS, HUMANS

TYPED = "typed"

TITLE = N_("Dit kun je nu doen")
"""Of every answer to typed words. It is neutral: others may see it on a locked phone."""

LISTENED = N_(
    "De Kindertelefoon: {kindertelefoon}. Ik ben een computer. Niemand leest mee. Ik kan je verkeerd begrijpen."
)

NOBODY_ANSWERS = N_(
    "Neemt niemand op? Veilig Thuis: {veilig_thuis}. De Kindertelefoon: {kindertelefoon}. Ik ben een computer."
)

SAID = {
    Route.ACUTE: Answer(
        "heard_acute",
        TITLE,
        N_(
            "Nu gevaar? Bel zelf {emergency}. Ik kan niet voor je bellen. Zeg eerst waar je bent. "
            "Zorg dat jij veilig bent."
        ),
        Numbers("emergency", "veilig_thuis"),
        LISTENED,
        meant=[Visit("heard_now"), Visit("person_now")],
        source="§4, §13",
    ),
    Route.SUICIDAL: Answer(
        "heard_suicidal",
        TITLE,
        N_("Gaat het over doodgaan, bij jou of bij een ander? Praat nu met iemand."),
        Numbers("suicide_prevention", "emergency"),
        Link("suicide_prevention"),
        N_(
            "Bang dat je het doet? Bel {emergency} en ga naar iemand toe. De Kindertelefoon: {kindertelefoon}. "
            "Veilig Thuis: {veilig_thuis}. Ik ben een computer."
        ),
        meant=[Visit("child_dark"), Visit("adult_dark"), Visit("child_friend")],
        source="§1.4 (113), §6, §7",
    ),
    Route.SEXUAL: Answer(
        "heard_sexual",
        TITLE,
        N_(
            "Ging er iemand over een grens, bij jou of bij een kind? Het is niet jouw schuld. "
            "Je mag erover praten, ook als het lang geleden is."
        ),
        Numbers("sexual_violence", "emergency"),
        N_(
            "Vertelde een kind het jou? Vraag niet door, en bel {veilig_thuis}. "
            "De Kindertelefoon: {kindertelefoon}. Ik ben een computer."
        ),
        # UNSAFE: nothing after this leads to a talk with the parents.
        meant=[Visit("child_touch"), Visit("sexual", Fact.UNSAFE), Visit("veilig_thuis", Fact.UNSAFE)],
        source="§1.4, §3.1, §6, §7",
    ),
    Route.SEXTORTION: Answer(
        "heard_sextortion",
        TITLE,
        N_(
            "Dreigt iemand met foto's? Het is niet jouw schuld. Betaal niets. Antwoord niet. Bewaar alles. Gratis hulp:"
        ),
        Numbers("helpwanted", "emergency"),
        NOBODY_ANSWERS,
        meant=[Visit("child_online"), Visit("child_pics_help"), Visit("worried_pics")],
        source="§1.4, §6; §17; child_online, worried_pics",
    ),
    Route.CHILD: Answer(
        "heard_child",
        TITLE,
        N_(
            "Doet iemand je pijn, of maakt iemand je bang? Dat mag niet, en het is niet jouw schuld. Praten mag. "
            "Ik ben een computer. Niemand leest mee."
        ),
        Numbers("kindertelefoon", "emergency", "veilig_thuis"),
        meant=[Visit("child"), Visit("child_home"), Visit("child_where")],
        source="§1.2, §6",
    ),
    Route.PARENT: Answer(
        "heard_parent",
        TITLE,
        N_(
            "Is het zwaar als ouder? Goed dat je het zegt. "
            "Wordt het nu te veel? Leg je kind veilig neer en ga even de kamer uit. "
            "Heeft je kind pijn, of is een baby geschud? Bel dan een dokter of {emergency}, ook als je niets ziet."
        ),
        Numbers("veilig_thuis", "emergency"),
        HUMANS,
        meant=[Visit("parent_now"), Visit("parent_did"), Visit("parent")],
        source="§1.1, §4, §7",
    ),
    Route.PARTNER: Answer(
        "heard_partner",
        TITLE,
        N_("Niet veilig? Dat is niet jouw schuld. Kijkt iemand mee op je telefoon? Neem een ander toestel."),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("partner"), Visit("safe_plan"), Visit("family_violence")],
        source="§1.1, §7",
    ),
    Route.SURVIVOR: Answer(
        "heard_survivor",
        TITLE,
        N_("Gaat het over toen je zelf kind was? Het was niet jouw schuld. Het is nooit te laat om te praten."),
        Numbers("luisterlijn", "emergency"),
        ALL_HUMANS_AND_DYING,
        meant=[Visit("survivor"), Visit("survivor_help"), Visit("adult_dark")],
        source="§1.4, §7; survivor",
    ),
    Route.HARD_THOUGHTS: Answer(
        "heard_hard_thoughts",
        TITLE,
        N_("Heb je gedachten waar je van schrikt? Goed dat je erover praat. Stop it Now luistert, zonder je naam."),
        Link("stop_it_now"),
        Numbers("emergency", "veilig_thuis"),
        CHILDREN_AND_DYING,
        meant=[Visit("hard_thoughts"), Visit("adult_dark")],
        source="§1.4; hard_thoughts",
    ),
    Route.REPORTED: Answer(
        "heard_reported",
        TITLE,
        N_(
            "Is er iets over jou gemeld, of word je ergens van beschuldigd? Schrikken is normaal. "
            "Een melding is geen oordeel en geen bewijs. Je mag jouw kant vertellen. Vragen mag je hier stellen:"
        ),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("parent_reported"), Visit("parent_next"), Visit("parent_accused")],
        source="§7; parent_reported",
    ),
    Route.TOLD: Answer(
        "heard_told",
        TITLE,
        N_(
            "Heeft een kind jou iets naars verteld? Goed dat het bij jou kon. Zeg: het is niet jouw schuld. "
            "Vraag niet door. Beloof geen geheim. Spreek er nog niemand op aan. Bel:"
        ),
        Numbers("veilig_thuis", "emergency"),
        N_(
            "Ging het om seks? Het Centrum Seksueel Geweld: {sexual_violence}. "
            "De Kindertelefoon: {kindertelefoon}. Ik ben een computer."
        ),
        # UNSAFE: nothing after this leads to a talk with the parents.
        meant=[Visit("talk_child_told", Fact.UNSAFE), Visit("sexual", Fact.UNSAFE), Visit("pro_child_told")],
        source="§1.4, §3.1, §3.2, §8",
    ),
    Route.ABOUT_OTHER: Answer(
        "heard_about_other",
        TITLE,
        N_("Is iemand die je kent niet veilig? Veilig Thuis denkt mee, ook over een volwassene of oudere."),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("worried"), Visit("veilig_thuis"), Visit("child_friend")],
        source="§1.1, §6",
    ),
    Route.BYSTANDER: Answer(
        "heard_bystander",
        TITLE,
        N_("Zorgen om een kind? Goed dat je iets wilt doen. Zeker weten hoeft niet. Veilig Thuis denkt mee:"),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("worried"), Visit("heard_now"), Visit("doubts")],
        source="§1.1, §9",
    ),
    Route.CALLED: Answer(
        "heard_called",
        TITLE,
        N_(
            "Heb je al gebeld of gemeld? Vaak hoor je weinig terug. "
            "Zie je iets nieuws, of klopt er iets niet? Bel dan weer:"
        ),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("vt_again"), Visit("vt_does"), Visit("vt_new")],
        source="§1.1; vt_again",
    ),
    Route.QUESTION: Answer(
        "heard_question",
        TITLE,
        N_("Dit weet ik niet zeker. Misschien helpt een van deze knoppen. Je kunt het ook aan een mens vragen:"),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("veilig_thuis"), Visit("doubts"), Visit("kindertelefoon")],
        source="§1.1",
    ),
    Route.PROFESSIONAL: Answer(
        "heard_professional",
        TITLE,
        N_("Vraag je dit voor je werk? Veilig Thuis denkt met je mee. Deze gids vervangt de meldcode niet."),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("pro_steps"), Visit("pro_acute"), Visit("pro")],
        source="§8",
    ),
    Route.VOLUNTEER: Answer(
        "heard_volunteer",
        TITLE,
        N_("Ken je een kind van een club of de kerk? Je hoeft het niet alleen te doen. Bel gerust:"),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("volunteer"), Visit("not_at_home"), Visit("worried")],
        source="volunteer",
    ),
    Route.FAMILY: Answer(
        "heard_family",
        TITLE,
        N_("Gaat het om een kind in je familie? Kies wat bij je past. Je kunt het ook aan een mens vragen:"),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("worried_family"), Visit("worried_split"), Visit("worried")],
        source="worried_family, worried_split",
    ),
    Route.CARER: Answer(
        "heard_carer",
        TITLE,
        N_("Zorg jij voor een kind? Kies wat bij je past. Je kunt het ook aan een mens vragen:"),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("worried"), Visit("parent"), Visit("parent_other")],
        source="parent",
    ),
    Route.YOUNG: Answer(
        "heard_young",
        TITLE,
        N_("Ben je jonger dan 18? Dan is er een deel voor jou. Ik ben een computer. Niemand leest mee."),
        Numbers("kindertelefoon", "emergency", "veilig_thuis"),
        meant=[Visit("child"), Visit("child_friend"), Visit("child_call")],
        source="§1.2, §6",
    ),
    Route.MUNICIPALITY: Answer(
        "heard_municipality",
        TITLE,
        N_("Werk je bij een gemeente? Hieronder lees je wat je met deze gids kunt doen."),
        Numbers("veilig_thuis", "emergency"),
        LISTENED,
        meant=[Visit("city_campaign"), Visit("city_duties"), Visit("municipality")],
        source="S004",
    ),
    Route.CALL_FOR_ME: Answer(
        "heard_call_for_me",
        TITLE,
        N_(
            "Ik meld niets en kan niet bellen. Jij kiest wie je belt. "
            "Is er nu gevaar? Bel {emergency}. Zeg waar je bent."
        ),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}. Veilig Thuis denkt mee, ook zonder namen. Ik ben een computer."),
        meant=[Visit("vt_prepare"), Visit("vt_call"), Visit("vt_report")],
        source="§1.1, §4, §13",
    ),
    Route.PERSON: Answer(
        "heard_person",
        TITLE,
        N_("Je bent niet alleen. Ik ben een computer, dit zijn mensen:"),
        Numbers("veilig_thuis", "emergency", "kindertelefoon"),
        HOPELESS,
        meant=[Visit("person_now"), Visit("vt_chat"), Visit("kindertelefoon")],
        source="§1.1, §1.2",
    ),
    Route.PRIVACY: Answer(
        "heard_privacy",
        TITLE,
        PerFace(
            chat=(
                N_(
                    "Wie je telefoon heeft, ziet dit: druk straks op “Wis chat”. Verder niemand. "
                    "Ik bewaar niets, Telegram wel."
                ),
            ),
            web=(
                N_(
                    "Deze pagina verstuurt niet wat je typt. Je browser onthoudt wel dat je hier was. "
                    "Kijkt iemand mee? Druk op “Verlaat deze pagina”."
                ),
            ),
        ),
        Numbers("emergency", "veilig_thuis"),
        HUMANS,
        meant=[Visit("on_my_phone"), Visit("privacy"), Visit("child_phone")],
        source="privacy.md",
    ),
    Route.BOT: Answer(
        "heard_bot",
        TITLE,
        N_("Ik ben een computer, geen mens en niet de politie. Ik help je kiezen wat je kunt doen en wie je belt."),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}. Niemand leest mee."),
        meant=[Visit("about"), Visit("privacy"), Visit("person_now")],
        source="§13 red line 3",
    ),
    Route.WIPE: Answer(
        "heard_wipe",
        TITLE,
        PerFace(
            chat=(N_("Moet dit gesprek weg? Druk onder dit bericht op “Wis chat”. Of typ alleen het woord: wis."),),
            web=(
                N_(
                    "Wil je snel weg? Druk op “Verlaat deze pagina”. Of typ alleen het woord: weg. "
                    "Wat je typt, wordt niet bewaard. Je browser onthoudt wel dat je hier was."
                ),
            ),
        ),
        Numbers("emergency", "veilig_thuis"),
        LISTENED,
        meant=[Visit("on_my_phone"), Visit("child_phone")],
        source="privacy.md",
    ),
    Route.GREETING: Answer(
        "heard_greeting",
        TITLE,
        N_("Hallo. Ik ben een computer. Niemand leest mee. Kies wat bij je past, of bel:"),
        Numbers("emergency", "veilig_thuis"),
        CHILDREN,
        source="§13 red line 3",
    ),
    Route.THANKS: Answer(
        "heard_thanks",
        TITLE,
        N_("Goed dat je er was. Je kunt altijd terugkomen. Wil je praten? Bel gerust:"),
        Numbers("veilig_thuis", "emergency"),
        CHILDREN,
        source="voice.md",
    ),
    Route.OTHER: Answer(
        TYPED,
        TITLE,
        N_("Ik begreep je niet. Dat ligt aan mij: ik ben een computer. Kies of bel:"),
        Numbers("emergency", "veilig_thuis"),
        CHILDREN_AND_DYING,
        source="§13 red line 2",
    ),
}
