"""Words for a mention: a sign, a doubt, a fear or a feeling that visitors speak of beside a subject that they told.

Each has a sentence for each kind of visitor, and the screens about it. It stands where the next step would: that step
would say nothing of it. It says no more than was mentioned, and accuses nobody.
"""

from collections.abc import Mapping

from flows import N_
from flows.routes import Mention, Route
from flows.words.further import Step

CHILD, ADULT, HURT, PARENT = "child", "adult", "hurt", "parent"
REPORTED, FEARED, PROFESSIONAL, BYSTANDER = "reported", "feared", "professional", "bystander"
"""The kinds of visitors: a child, a grown-up who is hurt, somebody who is hurt at any age, and a parent; somebody who
was reported, somebody with thoughts that frighten them, and somebody who worries about a child, for work or not."""

WHO: Mapping[Route, str] = {
    Route.CHILD: CHILD,
    Route.YOUNG: CHILD,
    Route.SEXUAL: HURT,
    Route.SEXTORTION: HURT,
    Route.PARENT: PARENT,
    Route.HARD_THOUGHTS: FEARED,
    Route.REPORTED: REPORTED,
    Route.PARTNER: ADULT,
    Route.SURVIVOR: ADULT,
    Route.PROFESSIONAL: PROFESSIONAL,
}
"""By the subject. Anybody else worries about a child."""

LETTERS: Mapping[Mention, str] = {
    Mention.ALONE: "a",
    Mention.UNSEEN: "z",
    Mention.MARK: "w",
    Mention.SHOUTING: "s",
    Mention.FRIGHTENED: "f",
    Mention.CARE: "c",
    Mention.DRINK: "d",
    Mention.SECRET: "g",
    Mention.TAKEN: "t",
    Mention.REACTION: "r",
    Mention.DISBELIEVED: "b",
    Mention.HELD_BACK: "h",
    Mention.NO_EFFECT: "n",
    Mention.MISTAKEN: "m",
    Mention.MEDDLING: "v",
    Mention.RUINS: "o",
    Mention.GUILT: "i",
    Mention.LOVE: "k",
    Mention.AGAIN: "l",
    Mention.FIRST: "e",
    Mention.FEELING: "p",
}
"""In the name of an answer: nothing longer fits in a button. One that is used stays, since old pages carry it."""

MENTIONS: Mapping[Mention, Mapping[str, Step]] = {
    Mention.ALONE: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(
                N_("Is een jong kind nu alleen, buitengesloten of opgesloten? Bel {emergency}. Twijfel je? Praat met:"),
                ("heard_now",),
            ),
        ),
        CHILD: Step(
            N_("Ben je nu alleen, of kun je er niet in of uit? Ben je bang? Bel {emergency}. Praten kan met:"),
            ("child_home",),
        ),
    },
    Mention.UNSEEN: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(
                N_(
                    "Zie of hoor je het kind niet meer, en ben je ongerust? Wacht niet af. Bel nu, ook als je twijfelt:"
                ),
                ("heard_now",),
            ),
        )
    },
    Mention.MARK: {
        BYSTANDER: Step(
            N_("Bel vandaag nog over zo'n plek, ook als iemand het uitlegt. Is het erg, of een baby? Bel nu:"),
            ("write_down",),
        ),
        PROFESSIONAL: Step(
            N_("Noteer wat je zag, zonder oordeel, wat de uitleg ook is. Overleg nu, zonder namen, met:"),
            ("pro_step1", "pro_call"),
        ),
        CHILD: Step(
            N_(
                "Doet het pijn? Vraag iemand die je vertrouwt mee naar een dokter. "
                "Het is niet jouw schuld. Bellen kan ook:"
            ),
            ("child_who",),
        ),
        ADULT: Step(N_("Ben je gewond? Laat er een dokter naar kijken. Praten kan zonder je naam:"), ("adult_call",)),
    },
    Mention.SHOUTING: {
        BYSTANDER: Step(
            N_("Geschreeuw en ruzie doen een kind pijn, ook van achter een deur. Hoor je het nu? Bel meteen:"),
            ("violence_4", "heard_now"),
        ),
        PROFESSIONAL: Step(
            N_("Geschreeuw en ruzie doen een kind pijn, ook van achter een deur. Noteer wat je hoort. Overleg met:"),
            ("pro_step1", "pro_call"),
        ),
        CHILD: Step(
            N_("Als grote mensen schreeuwen, is dat nooit jouw schuld. Bang? Zoek een veilige plek. En bel:"),
            ("child_home", "child_who"),
        ),
        ADULT: Step(
            N_("Schelden en schreeuwen telt ook. Niemand mag zo met je omgaan. Je hoeft nog niets te beslissen. Bel:"),
            ("adult_call",),
        ),
        PARENT: Step(
            N_("Loopt het hoog op? Zorg dat je kind veilig is, en ga even de kamer uit. Bel daarna:"),
            ("parent_now", "parent_tell"),
        ),
    },
    Mention.FRIGHTENED: {
        BYSTANDER: Step(
            N_("Is een kind bang, of anders dan eerst? Je hoeft niet te weten waarom. Vertel wat je ziet. Bel gerust:"),
            ("talk_child_how", "emotional_4"),
        ),
        PROFESSIONAL: Step(
            N_(
                "Is een kind bang, of anders dan eerst? Noteer wat je ziet, zonder oordeel. "
                "Zonder namen overleg je met:"
            ),
            ("pro_step1", "pro_call"),
        ),
        ADULT: Step(
            N_("Dat is naar om te zien. Vertel ook over de kinderen als je belt. Je naam hoeft niet:"), ("at_home",)
        ),
    },
    Mention.CARE: {
        BYSTANDER: Step(
            N_("Te weinig eten, kleren, slaap of zorg telt ook. Schrijf op wat je ziet. Zeker weten hoeft niet. Bel:"),
            ("neglect_4", "write_down"),
        ),
        PROFESSIONAL: Step(
            N_("Te weinig eten, kleren, slaap of zorg telt ook. Noteer wat je ziet. Zonder namen overleg je met:"),
            ("pro_step1", "pro_call"),
        ),
        CHILD: Step(
            N_(
                "Genoeg eten, kleren, slaap en zorg horen erbij, ook voor jou. Is het te weinig? "
                "Vertel het iemand. Of bel:"
            ),
            ("child_who", "child_counts"),
        ),
    },
    Mention.DRINK: {
        BYSTANDER: Step(
            N_("Drank of drugs thuis zijn vaak zwaar voor een kind. Vertel het erbij als je belt. Ze denken mee:"),
            ("worried_ill", "vt_prepare"),
        ),
        PROFESSIONAL: Step(
            N_("Drank of drugs thuis: neem het mee in de kindcheck. Zonder namen overleg je met:"), ("pro_kindcheck",)
        ),
        CHILD: Step(
            N_("Als iemand thuis drinkt of drugs gebruikt, is dat nooit jouw schuld. Praten mag altijd. Bel:"),
            ("child_ill", "child_who"),
        ),
        ADULT: Step(
            N_("Vertel het ook als er drank of drugs bij komt. Ze denken mee over wat veilig is. Je naam hoeft niet:"),
            ("adult_call",),
        ),
    },
    Mention.SECRET: {
        BYSTANDER: Step(
            N_("Zo'n geheim is zwaar. Je mag hulp vragen, ook als je hebt beloofd om te zwijgen. Bel gerust:"),
            ("talk_child_secret",),
        ),
        PROFESSIONAL: Step(
            N_("Zo'n geheim hoef je niet alleen te dragen, ook als je iets hebt beloofd. Overleg eerst met:"),
            ("pro_child_told", "pro_share"),
        ),
        CHILD: Step(
            N_("Een geheim waar je je naar bij voelt, mag je vertellen. Dat is geen verraad. Praten kan met:"),
            ("child_who", "child_then"),
        ),
        **dict.fromkeys(
            (ADULT, HURT),
            Step(N_("Een geheim dat pijn doet, mag je vertellen. Jij kiest aan wie, en hoeveel. Praten kan met:")),
        ),
    },
    Mention.TAKEN: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(
                N_("Bang om het kind kwijt te raken? Dat een kind weg moet, gebeurt zelden. Zeg het ook als je belt:"),
                ("doubt_taken", "family_help"),
            ),
        ),
        CHILD: Step(
            N_("Bang dat je weg moet van huis? Dat gebeurt niet vaak. Praten mag altijd, en jij kiest wat je vertelt:"),
            ("child_then", "child_call"),
        ),
        PARENT: Step(
            N_("Bang dat je je kind kwijtraakt? Dat gebeurt zelden. Hulp is meestal thuis. Vraag het gerust:"),
            ("parent_taken", "parent_call"),
        ),
        REPORTED: Step(
            N_("Is je kind al weg, of ben je daar bang voor? Dat is heel zwaar. Vraag wat je kunt doen:"),
            ("parent_taken", "parent_rights"),
        ),
        ADULT: Step(
            N_("Bang om de kinderen kwijt te raken? Zeg dat ook als je belt. Je naam hoeft niet:"), ("at_home",)
        ),
    },
    Mention.REACTION: {
        BYSTANDER: Step(
            N_("Bang voor wat er dan gebeurt? Spreek hen er niet op aan. Bel eerst, en zeg dat je bang bent:"),
            ("doubt_worse", "doubt_known"),
        ),
        PROFESSIONAL: Step(
            N_("Bang voor wat er dan gebeurt? Zeg nog niets tegen de ouders. Veilig Thuis denkt eerst mee:"),
            ("pro_call_first", "pro_report_name"),
        ),
        CHILD: Step(
            N_("Bang voor iemand? Zeg dat ook als je belt. Dan denken ze mee over wat veilig is voor jou:"),
            ("child_then", "child_home"),
        ),
        ADULT: Step(
            N_("Bang voor wat de ander doet? Bel als je alleen bent. Ze denken mee over wat veilig is voor jou:"),
            ("safe_plan", "adult_quiet"),
        ),
        **dict.fromkeys(
            (PARENT, HURT), Step(N_("Bang voor hoe een ander reageert? Zeg dat ook als je belt. Je naam hoeft niet:"))
        ),
    },
    Mention.DISBELIEVED: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL, PARENT, ADULT, HURT, REPORTED),
            Step(N_("Je hoeft niets te bewijzen. Vertel het in je eigen woorden, ook als een ander niet luisterde:")),
        ),
        CHILD: Step(
            N_("Dat is zwaar. Vertel het dan aan iemand anders, tot er iemand luistert. Dit is niet jouw schuld:"),
            ("child_who",),
        ),
    },
    Mention.HELD_BACK: {
        BYSTANDER: Step(
            N_("Wat een ander ook vindt, jij mag om advies vragen. Daar heb je geen toestemming voor nodig:"),
            ("doubt_others",),
        ),
        PROFESSIONAL: Step(
            N_("Wil iemand op je werk het niet? Jij mag toch overleggen. Zonder namen kan dat met:"),
            ("pro_step2", "pro_acute"),
        ),
        CHILD: Step(
            N_("Zegt iemand dat je niets mag zeggen, of dat het niet erg is? Jij mag er toch over praten. Bel:"),
            ("child_counts", "child_who"),
        ),
        **dict.fromkeys(
            (PARENT, ADULT, HURT), Step(N_("Wat een ander er ook van vindt: jij mag hulp vragen. Je naam hoeft niet:"))
        ),
    },
    Mention.NO_EFFECT: {
        BYSTANDER: Step(
            N_("Dat is moeilijk. Veilig Thuis moet elke melding bekijken, ook als jij er niets van hoort. Bel gerust:"),
            ("doubt_nothing", "vt_new"),
        ),
        CHILD: Step(
            N_("Deed niemand iets? Dat is niet jouw schuld. Probeer het nog eens, bij iemand anders. Of bel:"),
            ("child_who",),
        ),
        PARENT: Step(
            N_("Dat is zwaar. Zeg dat het zo niet langer gaat. Veilig Thuis denkt mee over wat er nu kan:"),
            ("parent_help",),
        ),
        **dict.fromkeys(
            (ADULT, HURT), Step(N_("Dat is zwaar. Je mag het nog eens vragen, ook ergens anders. Praten kan met:"))
        ),
    },
    Mention.MISTAKEN: {
        BYSTANDER: Step(
            N_("Het kan zijn dat je het mis hebt. Dat geeft niet. Zeker weten hoeft niet, bewijzen ook niet. Bel:"),
            ("doubt_wrong", "doubts"),
        ),
        PROFESSIONAL: Step(
            N_("Twijfel hoort erbij. Je hoeft het niet zeker te weten om te overleggen. Zonder namen kan dat met:"),
            ("pro_step2", "pro_weigh"),
        ),
        CHILD: Step(
            N_("Je hoeft niet zeker te weten of het erg genoeg is. Ook als je twijfelt, mag je erover praten. Bel:"),
            ("child_counts", "child_who"),
        ),
        ADULT: Step(
            N_("Twijfel je of het erg genoeg is? Ook dan mag je bellen. Je hoeft niets te bewijzen:"), ("adult_call",)
        ),
    },
    Mention.MEDDLING: {
        BYSTANDER: Step(
            N_("Een kind kan dit niet alleen oplossen. Advies vragen is geen bemoeien. Daarna beslis jij zelf:"),
            ("doubt_business", "be_there"),
        )
    },
    Mention.RUINS: {
        BYSTANDER: Step(
            N_("Hulp vragen is geen verraad. Ook de ouders kunnen er iets aan hebben. Advies kan zonder namen:"),
            ("doubt_family", "family_help"),
        ),
        CHILD: Step(
            N_("Hulp vragen is geen verraad, ook niet als je van iemand houdt. Jij kiest wat je vertelt. Bel:"),
            ("child_who", "child_then"),
        ),
        **dict.fromkeys(
            (PARENT, ADULT, HURT),
            Step(N_("Hulp vragen is geen verraad. Je hoeft nog niets te beslissen. Praten kan zonder je naam:")),
        ),
    },
    Mention.GUILT: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(N_("Je ziet het nu, en je wilt er iets aan doen. Dat telt. Bellen kan nog steeds:")),
        ),
        CHILD: Step(
            N_("Het is niet jouw schuld, wat je ook deed of zei, of juist niet. Praten kan met:"),
            ("child_counts", "child_who"),
        ),
        PARENT: Step(
            N_("Dat je dit zegt, is een stap. Het kan anders, en je hoeft dat niet alleen te doen. Praten kan met:"),
            ("parent_tell", "parent_help"),
        ),
        **dict.fromkeys(
            (ADULT, HURT),
            Step(N_("Wat een ander doet, is niet jouw schuld, wat je zelf ook deed of niet deed. Praten kan met:")),
        ),
    },
    Mention.LOVE: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(N_("Iemand kan aardig zijn, en toch maak jij je zorgen. Vertel het allebei als je belt:")),
        ),
        CHILD: Step(
            N_("Je kunt van iemand houden, en toch willen dat het stopt. Dat mag allebei. Praten kan met:"),
            ("child_who", "child_counts"),
        ),
        **dict.fromkeys(
            (ADULT, HURT),
            Step(N_("Je kunt van iemand houden, en toch zeggen: dit is niet goed. Dat mag allebei. Praten kan met:")),
        ),
        PARENT: Step(
            N_("Het kan allebei waar zijn: je houdt van je kind, en het is soms te zwaar. Daar is hulp voor:"),
            ("parent_help",),
        ),
    },
    Mention.AGAIN: {
        BYSTANDER: Step(
            N_("Vertel ook hoe vaak het gebeurt. Schrijf elke keer de dag op. Wacht niet op de volgende keer. Bel:"),
            ("write_down", "vt_prepare"),
        ),
        PROFESSIONAL: Step(
            N_("Noteer ook hoe vaak het gebeurt, met de dag erbij. Zonder namen overleggen kan met:"),
            ("pro_step1", "pro_step2"),
        ),
        CHILD: Step(
            N_("Je hoort elke dag veilig te zijn. Vertel iemand die je vertrouwt hoe lang het al duurt. Of bel:"),
            ("child_who",),
        ),
        PARENT: Step(
            N_("Komt het steeds terug? Je hoeft dat niet alleen op te lossen. Vraag hulp, voor jullie samen:"),
            ("parent_help",),
        ),
        ADULT: Step(
            N_("Gebeurt het steeds weer? Je hoeft niet te wachten tot het erger wordt. Praten kan zonder je naam:"),
            ("safe_plan",),
        ),
    },
    Mention.FIRST: {
        **dict.fromkeys(
            (CHILD, BYSTANDER, PARENT, ADULT, HURT, FEARED),
            Step(N_("Dank je dat je dit durft te zeggen. Dat is een grote stap. Jij kiest aan wie je meer vertelt:")),
        )
    },
    Mention.FEELING: {
        **dict.fromkeys(
            (CHILD, BYSTANDER, PROFESSIONAL, ADULT, HURT, REPORTED, FEARED),
            Step(N_("Dat is zwaar. Fijn dat je het zegt. Je hoeft er niet alleen mee rond te lopen. Praten kan met:")),
        ),
        PARENT: Step(
            N_("Dat is zwaar. Wordt het nu te veel? Leg je kind veilig neer, of ga even de kamer uit. Bel dan:"),
            ("parent_now", "parent_help"),
        ),
    },
}
"""For whom each has words. Where it has none, the next step stands."""
