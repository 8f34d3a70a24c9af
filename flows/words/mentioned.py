"""What visitors mention beside a subject that they told: what they saw, a doubt, a fear or a feeling.

Each has words of its own, by who mentions it, and the screens about it. They stand where the next step would: that step
would say nothing of it. They say no more than was mentioned, and of nobody what they did.
"""

from collections.abc import Mapping

from flows import N_
from flows.routes import Mention, Route
from flows.words.further import Step

CHILD, ADULT, HURT, PARENT = "child", "adult", "hurt", "parent"
REPORTED, FEARED, PROFESSIONAL, BYSTANDER = "reported", "feared", "professional", "bystander"
"""Who mentions it: a child, a grown-up who is hurt, somebody who is hurt at any age, a parent, somebody about whom was
reported or whose thoughts frighten them, and somebody who worries about a child, for work or not."""

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

LETTERS: Mapping[Mention, str] = dict(zip(Mention, "azwsfcdgtrbhnmvoiklep", strict=True))
"""In the name of an answer: nothing longer fits in a button."""

MENTIONS: Mapping[Mention, Mapping[str, Step]] = {
    Mention.ALONE: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(
                N_(
                    "Is een jong kind nu alleen, buiten of opgesloten? Wacht niet op meer. Bel nu, ook als je twijfelt:"
                ),
                ("heard_now",),
            ),
        ),
        CHILD: Step(
            N_("Ben je nu alleen, buiten of opgesloten? Wacht niet. Ga naar iemand die je vertrouwt. Of bel:"),
            ("child_home",),
        ),
    },
    Mention.UNSEEN: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(
                N_(
                    "Zie of hoor je het kind niet meer, en ben je ongerust? Wacht niet op meer. "
                    "Bel nu, ook als je twijfelt:"
                ),
                ("heard_now",),
            ),
        )
    },
    Mention.MARK: {
        BYSTANDER: Step(
            N_("Een plek of wond telt, ook als er een uitleg bij is. Schrijf op wat je zag, en waar. Bel vandaag:"),
            ("write_down",),
        ),
        PROFESSIONAL: Step(
            N_("Noteer wat je zag, zonder oordeel, ook als er een uitleg bij is. Overleg vandaag, zonder namen, met:"),
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
            N_("Geschreeuw en ruzie raken een kind, ook als het erbij staat of het hoort. Schrijf het op, en bel:"),
            ("violence_4", "heard_now"),
        ),
        PROFESSIONAL: Step(
            N_(
                "Ruzie raakt een kind, ook als het erbij staat of het hoort. Noteer wat je hoort. "
                "Overleg zonder namen met:"
            ),
            ("pro_step1", "pro_call"),
        ),
        CHILD: Step(
            N_("Ruzie van grote mensen is nooit jouw schuld. Ben je bang? Zoek een plek waar je veilig bent. En bel:"),
            ("child_home", "child_who"),
        ),
        ADULT: Step(
            N_("Schelden en schreeuwen telt ook. Niemand mag zo met je omgaan. Je hoeft nog niets te beslissen. Bel:"),
            ("adult_call",),
        ),
        PARENT: Step(
            N_("Loopt het hoog op? Ga even de kamer uit, en adem rustig. Daarna kun je hier altijd praten:"),
            ("parent_now", "parent_tell"),
        ),
    },
    Mention.FRIGHTENED: {
        BYSTANDER: Step(
            N_(
                "Een kind dat bang of anders is, kan daar een reden voor hebben. "
                "Je hoeft die niet te weten. Bel gerust:"
            ),
            ("talk_child_how", "emotional_4"),
        ),
        PROFESSIONAL: Step(
            N_(
                "Is een kind bang of anders dan eerst? Noteer wat je ziet, zonder oordeel. Zonder namen overleg je met:"
            ),
            ("pro_step1", "pro_call"),
        ),
        ADULT: Step(
            N_("Kinderen merken het bijna altijd. Vertel ook over hen als je belt. Je naam hoeft niet:"), ("at_home",)
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
            N_("Dat een groot mens drinkt of drugs gebruikt, is nooit jouw schuld. Je mag erover praten. Bel:"),
            ("child_ill", "child_who"),
        ),
        ADULT: Step(
            N_("Vertel het ook als er drank of drugs bij komt. Ze denken mee over wat veilig is. Je naam hoeft niet:"),
            ("adult_call",),
        ),
    },
    Mention.SECRET: {
        BYSTANDER: Step(
            N_("Zo'n geheim is zwaar om alleen te dragen. Hulp vragen mag. Zeg het kind eerlijk wat je gaat doen:"),
            ("talk_child_secret",),
        ),
        PROFESSIONAL: Step(
            N_("Zo'n geheim hoef je niet alleen te dragen. Zeg het kind eerlijk wat je gaat doen. Overleg met:"),
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
                N_("Bang dat het kind weg moet? Dat gebeurt zelden, en Veilig Thuis beslist dat niet. Bel gerust:"),
                ("doubt_taken", "family_help"),
            ),
        ),
        CHILD: Step(
            N_(
                "Bang dat je weg moet van huis? Dat gebeurt zelden. Je mag eerst alleen praten. "
                "Jij kiest wat je vertelt:"
            ),
            ("child_then", "child_call"),
        ),
        **dict.fromkeys(
            (PARENT, REPORTED),
            Step(
                N_("Bang dat je je kind kwijtraakt? Dat gebeurt zelden. Hulp is meestal thuis. Vraag het gerust:"),
                ("parent_taken", "parent_call"),
            ),
        ),
        ADULT: Step(
            N_("Bang dat je de kinderen kwijtraakt? Dat gebeurt zelden. Praat erover, zonder je naam:"), ("at_home",)
        ),
    },
    Mention.REACTION: {
        BYSTANDER: Step(
            N_("Bang voor wat er dan gebeurt? Spreek hen er niet op aan. Bel eerst, en zeg dat je bang bent:"),
            ("doubt_worse", "doubt_known"),
        ),
        PROFESSIONAL: Step(
            N_("Bang voor wat er dan gebeurt? Bel eerst, voor je iets tegen de ouders zegt. Ze denken mee:"),
            ("pro_call_first", "pro_report_name"),
        ),
        CHILD: Step(
            N_("Bang dat iemand boos wordt? Zeg dat ook als je belt. Samen bedenken jullie wat veilig is:"),
            ("child_then", "child_home"),
        ),
        ADULT: Step(
            N_("Bang voor wat de ander doet? Bel als je alleen bent. Samen zoeken jullie een stap die veilig is:"),
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
            N_("Ook als een ander wil wachten, mag jij om advies vragen. Daar heb je geen toestemming voor nodig:"),
            ("doubt_others",),
        ),
        PROFESSIONAL: Step(
            N_("Ook als een ander op je werk wil wachten, mag jij overleggen. Zonder namen kan dat met:"),
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
            N_(
                "Dat is moeilijk. Veilig Thuis moet naar elke melding kijken. Jij hoort er weinig van. Bel gerust weer:"
            ),
            ("doubt_nothing", "vt_new"),
        ),
        CHILD: Step(
            N_("Deed niemand iets? Dat is niet jouw schuld. Probeer het nog eens, bij iemand anders. Of bel:"),
            ("child_who",),
        ),
        PARENT: Step(
            N_("Wachten op hulp is zwaar. Zeg dat het zo niet langer gaat. Veilig Thuis denkt mee over wat nu kan:"),
            ("parent_help",),
        ),
        **dict.fromkeys(
            (ADULT, HURT), Step(N_("Wachten op hulp is zwaar. Praten kan nu al, dag en nacht. Je naam hoeft niet:"))
        ),
    },
    Mention.MISTAKEN: {
        BYSTANDER: Step(
            N_(
                "Misschien valt het mee. Ook dan was het goed dat je belde. "
                "Je hoeft niets zeker te weten of te bewijzen:"
            ),
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
            N_("Het is niet jouw schuld, ook niet als je niets zei of niets deed. Praten kan met:"),
            ("child_counts", "child_who"),
        ),
        PARENT: Step(
            N_("Dat je dit zegt, is een stap. Het kan anders, en je hoeft dat niet alleen te doen. Praten kan met:"),
            ("parent_tell", "parent_help"),
        ),
        **dict.fromkeys(
            (ADULT, HURT),
            Step(N_("Wat een ander doet, is niet jouw schuld, ook niet als je bleef of niets zei. Praten kan met:")),
        ),
    },
    Mention.LOVE: {
        **dict.fromkeys(
            (BYSTANDER, PROFESSIONAL),
            Step(N_("Het kan allebei waar zijn: er gaat veel goed, en toch is er zorg. Vertel allebei als je belt:")),
        ),
        CHILD: Step(
            N_("Je kunt van iemand houden, en toch willen dat het stopt. Dat mag allebei. Praten kan met:"),
            ("child_who", "child_counts"),
        ),
        **dict.fromkeys(
            (ADULT, HURT),
            Step(N_("Je kunt van iemand houden, en toch willen dat het stopt. Dat mag allebei. Praten kan met:")),
        ),
        PARENT: Step(
            N_("Het kan allebei waar zijn: je houdt van je kind, en het is soms te zwaar. Daar is hulp voor:"),
            ("parent_help",),
        ),
    },
    Mention.AGAIN: {
        BYSTANDER: Step(
            N_(
                "Dat het vaker gebeurt, is belangrijk. Schrijf elke keer de dag op. "
                "Wacht niet op de volgende keer. Bel:"
            ),
            ("write_down", "vt_prepare"),
        ),
        PROFESSIONAL: Step(
            N_("Dat het vaker gebeurt, is belangrijk. Noteer elke keer de dag. Zonder namen overleg je met:"),
            ("pro_step1", "pro_step2"),
        ),
        CHILD: Step(
            N_("Dit mag niet steeds gebeuren. Vertel ook hoe lang het al duurt, aan iemand die je vertrouwt. Of bel:"),
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
            Step(
                N_("Dat is geen makkelijk gevoel, en heel gewoon. Je hoeft het niet alleen te dragen. Praten kan hier:")
            ),
        ),
        PARENT: Step(
            N_("Dat is zwaar. Wordt het nu te veel? Leg je kind veilig neer, of ga even de kamer uit. Bel dan:"),
            ("parent_now", "parent_help"),
        ),
    },
}
"""For whom each has words. Where it has none, the next step stands."""
