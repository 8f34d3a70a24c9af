"""Worried about a child: the heart of the guide, for neighbours, family, friends and anyone who sees something.

Four steps: stay open to signals, talk, call Veilig Thuis, point the child to De Kindertelefoon.
No way leads to a talk with the parents but through `talk_check`.
"""

from flows import N_
from flows.screen import Copy, Link, LocalHelp, Numbers, PerFace, Points, Screen, WhenOpen, back, begin, to

CAVEAT = N_(
    "Deze signalen bewijzen niets. Ze kunnen betekenen dat een kind niet veilig is. Er kan ook een andere reden zijn. "
    "Sommige kinderen laten niets merken."
)
TODDLER = N_("Tot 4 jaar:")
CHILD = N_("4 tot 12 jaar:")
TEENAGER = N_("12 tot 18 jaar:")
PLAN = N_("Mijn volgende stap kiezen")

WORRIED = (
    Screen(
        "worried",
        N_("Zorgen om een kind"),
        N_(
            "Dat je hier kijkt, is een goede eerste stap. Een naar gevoel heeft vaak een reden. "
            "Anderen zien het misschien ook en wachten af. Jij kunt de eerste zijn die iets doet."
        ),
        N_("Je hoeft het niet zeker te weten. Bewijs is niet nodig."),
        N_("Dit kun je doen:"),
        Points(
            N_("signalen herkennen"),
            N_("praten met het kind of een ouder"),
            N_("Veilig Thuis bellen voor advies"),
            N_("hulp voor het kind zelf: De Kindertelefoon"),
        ),
        Numbers("veilig_thuis"),
        short=N_("Zorgen"),
        source="§1.1, §9; S000",
        ways=[
            to("veilig_thuis"),
            to("heard_now"),
            to("signals"),
            to("talk"),
            to("doubts"),
            to("kindertelefoon"),
            to("more"),
            back("welcome"),
        ],
    ),
    Screen(
        "heard_now",
        N_("Ik hoor of zie het nu"),
        N_("Bel {emergency} als je dit nu hoort of ziet:"),
        Points(
            N_("iemand slaat, of een kind gilt om hulp"),
            N_("er is een wapen"),
            N_("een kind is zwaar gewond, geschud of wordt niet wakker"),
            N_("een klein kind is alleen"),
        ),
        N_("Twijfel je? Bel ook dan {emergency}."),
        Numbers("emergency"),
        N_("Ga niet naar binnen en ga er niet tussen staan. Blijf veilig. Schrijf de tijd op."),
        N_("Is het nu gestopt? Bel Veilig Thuis, ook vanavond of vannacht."),
        Numbers("veilig_thuis"),
        source="§1.3, §4; red lines 6, 10",
        emergency_first=True,
        ways=[to("veilig_thuis"), to("write_down"), to("doubts"), back("worried")],
    ),
)

SIGNALS = (
    Screen(
        "signals",
        N_("Signalen herkennen"),
        N_(
            "Een signaal is iets waardoor je je zorgen maakt. Het bewijst niets. "
            "Meer signalen samen zeggen meer dan één. Ook een verandering bij het kind telt."
        ),
        N_(
            "Er kan ook iets anders zijn. En sommige kinderen laten niets merken. "
            "Bij een kind met een beperking zie je het soms minder goed."
        ),
        N_("Waar maak je je zorgen over?"),
        short=N_("Signalen"),
        source="§2",
        ways=[
            to("physical"),
            to("emotional"),
            to("neglect"),
            to("violence"),
            to("sexual", then="note_unsafe"),
            to("home_school"),
            to("what_counts"),
            back("worried"),
        ],
    ),
    Screen(
        "physical",
        N_("Pijn en verwondingen"),
        CAVEAT,
        TODDLER,
        Points(
            N_("blauwe plekken bij een baby die nog niet loopt"),
            N_("een wond op een plek waar je die niet verwacht"),
            N_("schrikt als je dichtbij komt"),
        ),
        CHILD,
        Points(
            N_("vaak een wond, en het verhaal past niet"),
            N_("lange mouwen als het warm is"),
            N_("durft niet naar huis"),
        ),
        TEENAGER,
        Points(N_("loopt weg van huis"), N_("is snel boos of slaat"), N_("doet zichzelf pijn")),
        N_("Zoek zelf niet naar wonden."),
        source="§2 physical abuse; red line 6",
        ways=[to("veilig_thuis"), to("talk"), to("write_down"), to("plan", PLAN), back("signals"), begin()],
    ),
    Screen(
        "emotional",
        N_("Uitschelden en bang maken"),
        N_("Een kind wordt vaak uitgescholden, bedreigd of afgewezen."),
        CAVEAT,
        TODDLER,
        Points(N_("is heel stil of heel braaf"), N_("speelt weinig")),
        CHILD,
        Points(
            N_("vindt zichzelf dom of slecht"),
            N_("is bang om iets fout te doen"),
            N_("doet anders als de ouder erbij is"),
        ),
        TEENAGER,
        Points(N_("is somber of vaak alleen"), N_("neemt het altijd op voor de ouder, of heeft juist veel ruzie")),
        source="§2 emotional abuse",
        ways=[to("veilig_thuis"), to("talk"), to("write_down"), to("plan", PLAN), back("signals"), begin()],
    ),
    Screen(
        "neglect",
        N_("Te weinig zorg"),
        N_("Een kind krijgt lang te weinig eten, warmte, slaap of aandacht. Dit komt het meest voor."),
        CAVEAT,
        TODDLER,
        Points(N_("heeft honger of is vaak ziek"), N_("huilt bijna niet, of gaat met iedereen mee")),
        CHILD,
        Points(
            N_("heeft vieze kleren, of kleren die niet passen bij het weer"),
            N_("komt zonder eten naar school"),
            N_("is laat nog alleen buiten"),
        ),
        TEENAGER,
        Points(N_("zorgt voor broertjes en zusjes"), N_("is erg moe"), N_("niemand weet waar hij of zij is")),
        source="§2 physical and emotional neglect; §9: neglect is seen most",
        ways=[to("veilig_thuis"), to("talk"), to("write_down"), to("plan", PLAN), back("signals"), begin()],
    ),
    Screen(
        "violence",
        N_("Zware ruzie in huis"),
        N_(
            "Een kind ziet of hoort thuis geweld, of leeft in spanning. Ook dat telt als kindermishandeling. "
            "Kinderen merken het bijna altijd, ook als ze in bed liggen."
        ),
        CAVEAT,
        TODDLER,
        Points(N_("slaapt slecht"), N_("is bang voor hard geluid"), N_("doet weer als een kleiner kind")),
        CHILD,
        Points(
            N_("heeft vaak buikpijn of is gespannen"), N_("let slecht op in de klas"), N_("wil een ouder beschermen")
        ),
        TEENAGER,
        Points(N_("blijft weg van huis"), N_("wil een ouder niet alleen laten")),
        source="§2 witnessing partner violence; §9",
        ways=[
            to("veilig_thuis"),
            to("heard_now"),
            to("talk"),
            to("write_down"),
            to("plan", PLAN),
            back("signals"),
            begin(),
        ],
    ),
    Screen(
        "sexual",
        N_("Aanrakingen en grenzen"),
        CAVEAT,
        TODDLER,
        Points(N_("heeft pijn bij het plassen of bij het verschonen"), N_("is bang voor uitkleden")),
        CHILD,
        Points(
            N_("weet meer van seks dan past bij de leeftijd"),
            N_("heeft opeens geheimen"),
            N_("is bang voor één persoon"),
        ),
        TEENAGER,
        Points(
            N_("krijgt opeens geld of cadeaus"),
            N_("heeft een veel oudere vriend of vriendin"),
            N_("wordt bedreigd met foto's"),
        ),
        N_(
            "Denk je aan seksueel misbruik? Vraag het kind niet uit. Praat niet eerst met de ouders. "
            "Vertelt het kind iets? Luister. Bel daarna. "
            "Het Centrum Seksueel Geweld bel je het liefst binnen zeven dagen. Later mag ook."
        ),
        Numbers("veilig_thuis", "sexual_violence"),
        source="§2 sexual abuse; §3.1; §1.4",
        ways=[to("veilig_thuis"), to("talk_child_told"), to("write_down"), to("plan", PLAN), back("signals"), begin()],
    ),
    Screen(
        "home_school",
        N_("Thuis en op school"),
        N_("Dit kun je bij een gezin zien:"),
        Points(
            N_("een ouder schreeuwt tegen het kind of scheldt het uit"),
            N_("het verhaal over een wond verandert steeds"),
            N_("het gezin gaat niet naar de dokter en ziet bijna niemand"),
            N_("er is veel stress, drank of drugs"),
        ),
        N_("En dit op school:"),
        Points(
            N_("het kind is vaak weg of te laat"),
            N_("het kind moet thuisblijven om te werken of te zorgen"),
            N_("niemand komt naar een ouderavond"),
        ),
        CAVEAT,
        source="§2 educational neglect, parent and home signals",
        ways=[
            to("veilig_thuis"),
            to("talk"),
            to("write_down"),
            to("not_at_home"),
            to("plan", PLAN),
            back("signals"),
            begin(),
        ],
    ),
    Screen(
        "what_counts",
        N_("Welke vormen zijn er?"),
        N_(
            "Kindermishandeling is alles wat een kind ernstig schaadt of kan schaden. "
            "Het komt door een ouder, of door iemand van wie het kind afhankelijk is. Iets doen telt. "
            "Iets niet doen telt ook."
        ),
        Points(
            N_("slaan, schoppen of schudden"),
            N_("steeds uitschelden of bang maken"),
            N_("te weinig zorg, aandacht of school"),
            N_("seksuele dingen, ook online"),
            N_("geweld thuis zien of horen"),
        ),
        N_(
            "Opvoeden met geweld of vernedering mag niet. Dat staat sinds 2007 in de wet. "
            "Jij hoeft niet te beslissen of het mishandeling is."
        ),
        source="§2 definition; S004",
        ways=[to("veilig_thuis"), to("write_down"), back("signals"), begin()],
    ),
    Screen(
        "write_down",
        N_("Opschrijven wat je ziet"),
        N_("Schrijf kort op wat je ziet en hoort. Dat helpt als je later belt."),
        Points(
            N_("de dag en de tijd"),
            N_("wat je zelf zag of hoorde"),
            N_("wat het kind zei, met de woorden van het kind"),
        ),
        PerFace(
            chat=(
                N_(
                    "Maak geen foto's of opnames van het kind. Typ het niet in dit gesprek. "
                    "Bewaar het waar niemand anders het leest, en niet op een telefoon die je deelt."
                ),
            ),
            web=(
                N_(
                    "Maak geen foto's of opnames van het kind. "
                    "Bewaar het waar niemand anders het leest, en niet op een telefoon die je deelt."
                ),
            ),
        ),
        source="§3.1, §5; red line 6",
        ways=[to("veilig_thuis"), to("plan", PLAN), back("signals"), begin()],
    ),
)

TALK = (
    Screen(
        "talk",
        N_("Praten met kind of ouder"),
        N_("Praten helpt vaak. Je hoeft niets op te lossen. Met wie wil je praten?"),
        N_("Denk je aan seksueel misbruik? Luister dan alleen, en bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Praten"),
        source="§3; S000",
        ways=[
            to("talk_child_told"),
            to("talk_child"),
            to("talk_check", N_("Met een ouder praten"), unless="is_unsafe_to_talk"),
            to("call_first", N_("Met een ouder praten"), only_if="is_unsafe_to_talk"),
            to("talk_in_public"),
            to("be_there"),
            back("worried"),
        ],
    ),
    Screen(
        "talk_child",
        N_("Met het kind praten"),
        N_("Zo kun je beginnen:"),
        Copy(N_("Ik zie dat je stil bent. Hoe gaat het met je?")),
        Copy(N_("Je mag het mij vertellen. Ik luister naar je.")),
        N_("Kies een rustig moment. Doe samen iets, zoals wandelen of tekenen. Dan praat het makkelijker."),
        N_("Luister meer dan je vraagt. Beloof niet dat het geheim blijft. Zeg wel wat je gaat doen."),
        short=N_("Met het kind"),
        source="§3.1; voice.md",
        ways=[
            to("talk_child_how"),
            to("talk_child_secret"),
            to("talk_child_told"),
            to("talk_child_after"),
            to("kindertelefoon"),
            back("talk"),
            begin(),
        ],
    ),
    Screen(
        "talk_child_how",
        N_("Wat wel en niet helpt"),
        N_("Dit helpt:"),
        Points(
            N_("zeggen wat je zelf ziet"),
            N_("luisteren, en stil durven zijn"),
            N_("de woorden van het kind herhalen"),
            N_("zeggen dat het knap is om te praten, en dat het niet de schuld van het kind is"),
        ),
        N_("Doe dit niet:"),
        Points(
            N_("vragen waarom, of zelf het antwoord geven"),
            N_("boos of geschrokken doen"),
            N_("iets slechts zeggen over de ouders"),
            N_("beloven dat het goed komt"),
            N_("vragen of je een wond mag zien"),
        ),
        N_("Gaat het over seksueel misbruik? Luister alleen. Vraag niet door."),
        source="§3.1",
        ways=[to("talk_child_secret"), to("talk_child_after"), to("veilig_thuis"), back("talk_child"), begin()],
    ),
    Screen(
        "talk_child_secret",
        N_("Als het geheim moet blijven"),
        N_(
            "Wil het kind dat het geheim blijft? Beloof dat niet. Je hebt misschien hulp van anderen nodig. "
            "Zeg dat eerlijk, en rustig."
        ),
        N_("Dit kun je zeggen:"),
        Copy(N_("Ik kan niet beloven dat ik het geheim houd. Ik vertel het jou eerst als ik hulp vraag.")),
        N_("Zo weet het kind wat er gaat gebeuren. Dat geeft rust."),
        Numbers("veilig_thuis"),
        source="§3.1; red line 7",
        ways=[to("talk_child_after"), to("veilig_thuis"), back("talk_child"), begin()],
    ),
    Screen(
        "talk_child_told",
        N_("Het kind vertelde mij iets"),
        N_("Neem het serieus. Jij hoeft niet te weten of alles klopt. Dit kun je zeggen:"),
        Copy(N_("Wat goed dat je het vertelt. Het is niet jouw schuld.")),
        N_(
            "Vraag niet door. Schrijf later op wat het kind zei. Bel dan Veilig Thuis. "
            "Praat er niet over met de persoon om wie het gaat."
        ),
        N_("Is er nu gevaar? Bel {emergency}. Durft het kind niet naar huis? Bel meteen Veilig Thuis, ook 's nachts."),
        Numbers("veilig_thuis"),
        source="§3.1, §4",
        ways=[
            to("veilig_thuis"),
            to("talk_child_secret"),
            to("talk_child_after"),
            to("write_down"),
            to("kindertelefoon"),
            back("talk"),
            begin(),
        ],
    ),
    Screen(
        "talk_child_after",
        N_("Na het gesprek"),
        Points(
            N_("Zeg het kind wat je nu gaat doen."),
            N_("Schrijf op wat er gezegd is, met de dag erbij."),
            N_("Bel Veilig Thuis voor advies. Je hoeft je naam niet te zeggen."),
            N_("Blijf in de buurt. Eén volwassene die er steeds is, helpt een kind veel."),
        ),
        N_("Zei het kind niets? Ook goed. Het weet nu dat jij er bent."),
        Numbers("veilig_thuis"),
        source="§3.1; S001",
        ways=[to("veilig_thuis"), to("write_down"), to("plan", PLAN), back("talk_child"), begin()],
    ),
    Screen(
        "talk_check",
        N_("Eerst even dit"),
        N_("Soms maakt praten met een ouder het gevaarlijker voor het kind. Is een van deze dingen waar?"),
        Points(
            N_("er is nu gevaar, of iemand dreigt"),
            N_("je denkt aan seksueel misbruik"),
            N_("iemand heeft een wapen, stalkt iemand of pakt iemand bij de keel"),
            N_("één volwassene bepaalt alles"),
            N_("het gaat om familie-eer, besnijdenis van een meisje of een gedwongen huwelijk"),
            N_("het gezin gaat misschien opeens weg met het kind"),
            N_("het kind krijgt misschien straf omdat het iets vertelde"),
            N_("een heel jong kind is gewond"),
            N_("jij bent bang"),
        ),
        N_("Weet je het niet? Bel dan eerst."),
        Numbers("veilig_thuis"),
        source="§3.2 when not to talk first",
        ways=[
            to("call_first", N_("Ja, of ik weet het niet"), then="note_unsafe"),
            to("talk_parent", N_("Nee, niets hiervan"), unless="is_unsafe_to_talk", then="note_checked"),
            back("talk"),
            begin(),
        ],
    ),
    Screen(
        "talk_parent",
        N_("Met een ouder praten"),
        N_("De meeste ouders willen het goed doen. Vaak weten ze niet meer hoe. Jouw vraag kan helpen."),
        Points(
            N_("Kies een rustig moment, zonder kinderen erbij."),
            N_("Zeg wat je zelf zag of hoorde."),
            N_("Vraag hoe het gaat."),
            N_("Bied iets kleins aan, zoals een middag oppassen."),
        ),
        N_(
            "Geef de ouder niet de schuld. Vertel niet door wat het kind zei. Voelt het niet veilig? "
            "Stop, en bel eerst."
        ),
        short=N_("Met een ouder"),
        source="§3.2; S000",
        with_parents=True,
        ways=[
            to("talk_parent_words"),
            to("talk_parent_angry"),
            to("be_there_family"),
            to("call_first", N_("Het voelt toch niet veilig"), then="note_unsafe"),
            to("plan", PLAN),
            back("talk"),
            begin(),
        ],
    ),
    Screen(
        "talk_parent_words",
        N_("Woorden voor een ouder"),
        N_("Zeg het in je eigen woorden. Zo kun je beginnen:"),
        Copy(N_("Ik hoorde gisteravond geschreeuw en ik schrok. Hoe gaat het met je?")),
        Copy(N_("Het lijkt me zwaar. Kan ik iets voor je doen?")),
        Copy(N_("Zal ik zaterdag met de kinderen naar de speeltuin gaan?")),
        N_("Wacht dan rustig op het antwoord. Je hoeft het niet op te lossen."),
        source="§3.2",
        with_parents=True,
        ways=[
            to("talk_parent_angry"),
            to("call_first", N_("Het voelt toch niet veilig"), then="note_unsafe"),
            to("plan", PLAN),
            back("talk_parent"),
            begin(),
        ],
    ),
    Screen(
        "talk_parent_angry",
        N_("Als een ouder boos wordt"),
        N_("Boos worden of ontkennen komt veel voor. Ga er niet tegenin. Dit kun je zeggen:"),
        Copy(N_("Ik wil je niet kwetsen. Je mag altijd bij me komen.")),
        N_(
            "Ga dan rustig weg. Voel je je bedreigd, of ben je bang voor het kind? Bel Veilig Thuis. "
            "Bij gevaar: bel {emergency}."
        ),
        Numbers("veilig_thuis"),
        source="§3.2",
        with_parents=True,
        ways=[
            to("call_first", N_("Het is nu niet veilig"), then="note_unsafe"),
            to("plan", PLAN),
            back("talk_parent"),
            begin(),
        ],
    ),
    Screen(
        "talk_in_public",
        N_("Het gebeurt op straat"),
        N_(
            "Schreeuwt een ouder tegen een kind, in een winkel of op straat? Houd het kort en vriendelijk. "
            "Dat kan al helpen. Dit kun je zeggen:"
        ),
        Copy(N_("Lukt het? Kan ik je ergens mee helpen?")),
        N_("Blijf op afstand als dat veiliger is. Word je bang, of wordt er geslagen? Bel {emergency}."),
        N_("Denk je er later nog steeds aan? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§3.2; red line 6",
        ways=[to("heard_now"), to("veilig_thuis"), to("write_down"), back("talk"), begin()],
    ),
    Screen(
        "call_first",
        N_("Eerst Veilig Thuis bellen"),
        N_(
            "Praat nu niet met de ouders. Dat kan gevaarlijk zijn, voor het kind en voor jou. "
            "Daarom kun je dat hier nu niet kiezen."
        ),
        N_("Veilig Thuis zoekt met jou een stap die zo veilig mogelijk is. Voor advies hoef je geen namen te noemen."),
        Numbers("veilig_thuis"),
        N_("Is er nu gevaar? Bel {emergency}."),
        N_("Was dit een vergissing? Ga naar het begin. Daar vergeet ik je antwoord."),
        source="§3.2; guide.md",
        ways=[to("veilig_thuis"), to("vt_prepare"), to("kindertelefoon"), to("plan", PLAN), back("talk"), begin()],
    ),
)

VEILIG_THUIS = (
    Screen(
        "veilig_thuis",
        N_("Veilig Thuis bellen"),
        N_(
            "Veilig Thuis geeft advies over kinderen en volwassenen die thuis niet veilig zijn. "
            "Het is er voor iedereen, ook als je twijfelt. "
            "Je kunt er ook een melding doen: dan geef je door om wie het gaat."
        ),
        Numbers("veilig_thuis"),
        N_("Je krijgt een mens aan de lijn. Voor advies hoef je geen namen te noemen, ook niet die van jou."),
        short=N_("Veilig Thuis"),
        source="§1.1",
        ways=[
            to("vt_prepare"),
            to("vt_call"),
            to("vt_anonymous"),
            to("vt_report"),
            to("vt_after"),
            to("vt_chat"),
            to("vt_access"),
            back("worried"),
        ],
    ),
    Screen(
        "vt_prepare",
        N_("Hoe bereid ik me voor?"),
        PerFace(
            chat=(
                N_(
                    "Zoek een plek waar niemand je hoort. Dit vragen ze vaak. Je hoeft niet alles te weten. "
                    "Typ het niet in dit gesprek."
                ),
            ),
            web=(N_("Zoek een plek waar niemand je hoort. Dit vragen ze vaak. Je hoeft niet alles te weten."),),
        ),
        Points(
            N_("Wat zag of hoorde je?"),
            N_("Hoe vaak, en sinds wanneer?"),
            N_("Hoe oud zijn de kinderen?"),
            N_("Is het nu gevaarlijk?"),
            N_("Wie weet er nog meer van?"),
            N_("Wat heb je al gedaan?"),
            N_("Waar ben je bang voor?"),
        ),
        N_("Zo kun je beginnen:"),
        Copy(N_("Ik wil advies over een kind. Ik noem liever geen namen.")),
        Numbers("veilig_thuis"),
        source="§5",
        ways=[to("vt_call"), to("vt_anonymous"), to("plan", PLAN), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_call",
        N_("Wat gebeurt er als ik bel?"),
        Points(
            N_("Je komt bij Veilig Thuis in jouw regio."),
            N_("Ze luisteren en stellen veel vragen."),
            N_("Ze denken mee over wat jij kunt doen."),
            N_("Samen kies je: alleen advies, later nog eens bellen, of een melding."),
        ),
        N_(
            "Bij advies beslis jij wat je doet. Er komt geen dossier over het gezin. Is een kind in groot gevaar? "
            "Dan moet Veilig Thuis soms zelf iets doen."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3, 1.4, 1.17), §5",
        ways=[to("vt_prepare"), to("vt_anonymous"), to("vt_report"), to("plan", PLAN), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_anonymous",
        N_("Kan het zonder mijn naam?"),
        N_("Advies vragen kan zonder naam. Je hoeft je eigen naam niet te zeggen, en die van het gezin ook niet."),
        N_(
            "Bij een melding wil Veilig Thuis weten wie je bent. "
            "Ze mogen jouw naam alleen aan het gezin geven als jij dat goed vindt."
        ),
        N_(
            "Dit moet je wel weten: het gezin kan raden wie belde. Soms merken ze het aan wat je vertelde. "
            "Bespreek dat met Veilig Thuis. Bel je voor je werk? Dan gelden andere regels."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4-1.8)",
        ways=[to("vt_report"), to("vt_prepare"), to("plan", PLAN), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_report",
        N_("Advies of een melding?"),
        N_("Bij advies denkt Veilig Thuis met je mee. Jij blijft kiezen wat je doet."),
        N_(
            "Bij een melding geef je door om wie het gaat, met je eigen naam en nummer. "
            "Dan kijkt Veilig Thuis zelf of het kind veilig is. Vaak praten ze met het gezin."
        ),
        N_("Twijfel je? Vraag eerst advies. Als buur, vriend of familie ben je niet verplicht te melden."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3, 1.5, 1.13), §12.8",
        ways=[to("vt_after"), to("vt_anonymous"), to("vt_prepare"), to("plan", PLAN), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_after",
        N_("En na het bellen?"),
        N_(
            "Schrijf op wie je sprak en wat je afsprak. Blijf op het kind letten. Verandert er iets? Bel dan weer. "
            "Meer signalen samen zeggen meer."
        ),
        N_(
            "Na een melding kijkt Veilig Thuis eerst of er meteen iets moet gebeuren. Je hoort of ze ermee verdergaan. "
            "Over het gezin hoor je weinig. Het kan lang duren."
        ),
        N_("Kijkt iemand mee op je telefoon? Haal het nummer uit je bellijst."),
        source="§1.1 (1.13-1.15, 1.19), §5",
        ways=[to("write_down"), to("be_there"), to("plan", PLAN), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_chat",
        N_("Liever chatten"),
        WhenOpen(
            "veilig_thuis_chat",
            N_("De chat van Veilig Thuis is nu meestal open."),
            N_("De chat van Veilig Thuis is nu meestal dicht. Bellen kan wel."),
        ),
        N_(
            "Meestal kun je op werkdagen chatten, van 9 tot 17 uur. Het verschilt per regio. Je praat met een mens. "
            "Je hoeft je naam niet te zeggen. De chat is voor advies. Een melding doen kan daar niet."
        ),
        Link("veilig_thuis_chat"),
        Numbers("veilig_thuis"),
        source="§1.1 (1.9, 1.10)",
        ways=[to("vt_prepare"), to("vt_anonymous"), back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_access",
        N_("Ik hoor of praat moeilijk"),
        N_(
            "Met KPN Teletolk kun je elk nummer bellen met tekst of gebaren. Een tolk helpt je. Het is gratis. "
            "Met gebaren kan het van 7 tot 22 uur."
        ),
        N_("Bij gevaar kun je in de app 112NL typen. Zet die app vooraf op je telefoon."),
        Link("teletolk"),
        Numbers("veilig_thuis", "emergency"),
        source="§1.3 (1.52), §1.4 Teletolk",
        ways=[to("vt_chat"), to("vt_prepare"), back("veilig_thuis"), begin()],
    ),
)

KINDERTELEFOON = (
    Screen(
        "kindertelefoon",
        N_("Hulp voor het kind zelf"),
        N_(
            "Vertel het kind over De Kindertelefoon. Die is voor kinderen van 8 tot 18 jaar. "
            "Bellen en chatten is gratis. Het kan elke dag van 11 tot 21 uur."
        ),
        WhenOpen(
            "kindertelefoon",
            N_("De Kindertelefoon is nu open."),
            N_("De Kindertelefoon is nu dicht. Veilig Thuis is er dag en nacht, ook voor een kind."),
        ),
        Numbers("kindertelefoon", "veilig_thuis"),
        N_(
            "Leest iemand mee op de telefoon van het kind? Stuur dan niets. Zeg het nummer. Wil je zelf hulp? "
            "Bel dan Veilig Thuis."
        ),
        short=N_("Voor het kind"),
        source="§1.2, §6",
        ways=[to("kt_call"), to("kt_words"), to("kt_young"), to("kt_share"), to("plan", PLAN), back("worried")],
    ),
    Screen(
        "kt_call",
        N_("Als een kind daar belt"),
        N_(
            "Een vrijwilliger luistert naar het kind. Het kind hoeft geen naam te zeggen. "
            "De vrijwilliger ziet het nummer van het kind niet. "
            "Het gesprek staat niet op de rekening, wel in de bellijst."
        ),
        N_(
            "Ze geven alleen iets door als het kind dat wil, of als zijn leven in gevaar is. "
            "Soms moet het ook van de wet."
        ),
        N_("Wil het kind hulp van Veilig Thuis? Dan kan Veilig Thuis in hetzelfde gesprek meepraten."),
        Numbers("kindertelefoon"),
        source="§1.2 (1.32, 1.33, 1.36)",
        ways=[to("kt_words"), back("kindertelefoon"), begin()],
    ),
    Screen(
        "kt_words",
        N_("Zo zeg je het tegen een kind"),
        N_("Zeg het gewoon, op een rustig moment:"),
        Copy(N_("Er is een nummer voor kinderen: {kindertelefoon}. Je hoeft je naam niet te zeggen.")),
        Copy(N_("Als je wilt, bel ik er samen met jou naartoe.")),
        N_("Laat het kind kiezen. Het hoeft niet nu. Het nummer onthouden is al goed."),
        Numbers("kindertelefoon"),
        source="§1.2, §6",
        ways=[to("kt_call"), to("talk_child"), to("plan", PLAN), back("kindertelefoon"), begin()],
    ),
    Screen(
        "kt_young",
        N_("Een kind jonger dan 8"),
        N_(
            "De Kindertelefoon is er vanaf 8 jaar. Voor een jonger kind kun jij bellen. "
            "Blijf dichtbij, speel samen, luister. Een boek lezen kan helpen om te praten."
        ),
        N_("Bel Veilig Thuis en vraag wat jij kunt doen."),
        Numbers("veilig_thuis"),
        source="§1.2, §3.1, §10",
        ways=[
            to("veilig_thuis"),
            to("books_younger"),
            to("be_there"),
            to("plan", PLAN),
            back("kindertelefoon"),
            begin(),
        ],
    ),
    Screen(
        "kt_share",
        N_("De website doorgeven"),
        N_("Doe dit alleen als niemand meeleest op de telefoon van het kind. Zeg het nummer anders hardop."),
        Copy(N_("De Kindertelefoon: bel {kindertelefoon} of chat op {kindertelefoon_site}")),
        N_("Op het forum maakt een kind een account met een e-mailadres. Bellen en chatten kan zonder."),
        Link("kindertelefoon"),
        Numbers("kindertelefoon"),
        source="§1.2 (1.30, 1.35), §6",
        ways=[to("kt_words"), to("kt_call"), back("kindertelefoon"), begin()],
    ),
)

DOUBTS = (
    Screen(
        "doubts",
        N_("Ik twijfel"),
        N_("Twijfelen is heel gewoon. Bellen mag ook als je twijfelt. Wat houdt je tegen?"),
        Numbers("veilig_thuis"),
        source="§9",
        ways=[
            to("doubt_wrong"),
            to("doubt_known"),
            to("doubt_taken"),
            to("doubt_worse"),
            to("doubt_business"),
            to("doubt_family"),
            to("plan", PLAN),
            back("worried"),
        ],
    ),
    Screen(
        "doubt_wrong",
        N_("Stel dat ik het mis heb?"),
        N_("Dat kan. Je hoeft het niet zeker te weten. Je hoeft ook niets te bewijzen."),
        N_(
            "Vertel bij Veilig Thuis alleen wat je ziet en hoort. Zij denken met je mee en wegen het af. "
            "Voor advies hoef je geen namen te noemen."
        ),
        N_("Misschien valt het mee. Dan was het nog steeds goed dat je belde."),
        Numbers("veilig_thuis"),
        source="§9; voice.md",
        ways=[to("veilig_thuis"), to("write_down"), to("plan", PLAN), back("doubts"), begin()],
    ),
    Screen(
        "doubt_known",
        N_("Hoort het gezin wie ik ben?"),
        N_("Vraag je advies? Dan hoef je geen naam te noemen."),
        N_(
            "Doe je een melding? Dan weet Veilig Thuis wie je bent. "
            "Ze mogen dat alleen aan het gezin zeggen als jij het goed vindt. Het gezin kan het wel raden. "
            "Vraag Veilig Thuis hoe je daarmee omgaat."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4-1.8)",
        ways=[to("vt_anonymous"), to("veilig_thuis"), to("plan", PLAN), back("doubts"), begin()],
    ),
    Screen(
        "doubt_taken",
        N_("Moet het kind dan weg?"),
        N_("Dat gebeurt zelden. Alleen de kinderrechter mag dat beslissen. Veilig Thuis kan het niet."),
        N_("De meeste hulp is gewoon thuis, voor het kind en de ouders."),
        N_("Vraag er gerust naar als je belt."),
        Numbers("veilig_thuis"),
        source="§9",
        ways=[to("family_help"), to("veilig_thuis"), to("plan", PLAN), back("doubts"), begin()],
    ),
    Screen(
        "doubt_worse",
        N_("Maak ik het niet erger?"),
        N_("Die angst is begrijpelijk. Maar als niemand iets doet, stopt het zelden."),
        N_(
            "Spreek de ouder er nu niet op aan. Bel eerst. "
            "Veilig Thuis zoekt met jou een stap die zo veilig mogelijk is voor het kind."
        ),
        Numbers("veilig_thuis"),
        source="§9",
        ways=[to("veilig_thuis"), to("talk_child"), to("plan", PLAN), back("doubts"), begin()],
    ),
    Screen(
        "doubt_business",
        N_("Is het mijn zaak wel?"),
        N_(
            "Een kind kan dit niet alleen oplossen. Anderen zien het vaak ook. Zij wachten ook af. "
            "Jij kunt de eerste zijn die iets doet."
        ),
        N_("Het hoeft niet groot te zijn. Eén keer bellen voor advies is al iets."),
        Numbers("veilig_thuis"),
        source="§9; S000",
        ways=[to("veilig_thuis"), to("be_there"), to("plan", PLAN), back("doubts"), begin()],
    ),
    Screen(
        "doubt_family",
        N_("Het is mijn eigen familie"),
        N_(
            "Dan is het extra moeilijk. Misschien ben je bang voor ruzie. Hulp vragen is geen verraad. "
            "Ook de ouders kunnen er iets aan hebben."
        ),
        N_("Je kunt advies vragen zonder namen. Vertel dat het familie is. Dan denken ze daarover mee."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.4), §9",
        ways=[to("veilig_thuis"), to("be_there"), to("plan", PLAN), back("doubts"), begin()],
    ),
)

MORE = (
    Screen(
        "more",
        N_("Wat je nog meer kunt doen"),
        N_("Je kunt er ook zijn voor een kind. Of kies een volgende stap. Of lees verder."),
        Numbers("veilig_thuis"),
        short=N_("Meer doen"),
        source="S000",
        ways=[
            to("plan", PLAN),
            to("be_there"),
            to("volunteer"),
            to("not_at_home"),
            to("local", only_if="has_local_help"),
            to("learn"),
            back("worried"),
        ],
    ),
    Screen(
        "be_there",
        N_("Er zijn voor het kind"),
        N_("Eén volwassene die er steeds is, helpt een kind veel. Kleine dingen tellen."),
        Points(
            N_("groeten en de naam onthouden"),
            N_("samen iets doen, zoals koken of een spel"),
            N_("luisteren als het kind wil praten"),
            N_("doen wat je belooft"),
        ),
        N_("Blijf je je zorgen maken? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Er zijn"),
        source="§3.1; S000, S001",
        ways=[
            to("be_there_family", only_if="may_talk_to_parents"),
            to("talk_check", N_("Er zijn voor het gezin"), only_if="must_check_first"),
            to("talk_child"),
            to("plan", PLAN),
            back("more"),
            begin(),
        ],
    ),
    Screen(
        "be_there_family",
        N_("Er zijn voor het gezin"),
        N_("Opvoeden is soms zwaar. Hulp van een buur of familie kan veel schelen."),
        Points(
            N_("een keer koken"), N_("een middag op de kinderen passen"), N_("meegaan naar de huisarts of het wijkteam")
        ),
        N_("Vraag wat fijn is. Neem het niet over. Voelt het niet veilig? Stop, en bel eerst."),
        Numbers("veilig_thuis"),
        source="§3.2; S000",
        with_parents=True,
        ways=[
            to("talk_parent"),
            to("call_first", N_("Het voelt toch niet veilig"), then="note_unsafe"),
            to("plan", PLAN),
            back("be_there"),
            begin(),
        ],
    ),
    Screen(
        "volunteer",
        N_("Ik ben coach of vrijwilliger"),
        N_("Jij ziet een kind vaak, en op een andere plek dan thuis. Dat is veel waard."),
        N_(
            "Heeft je club een vertrouwenspersoon? Praat daar eerst mee. Je hoeft het niet alleen te doen. "
            "Je bent niet verplicht te melden, maar advies vragen mag altijd."
        ),
        Numbers("veilig_thuis"),
        source="§8 (volunteers), §12.8",
        ways=[to("signals"), to("talk_child"), to("not_at_home"), to("plan", PLAN), back("more"), begin()],
    ),
    Screen(
        "not_at_home",
        N_("Niet thuis, ergens anders"),
        N_(
            "Maak je je zorgen over een coach, leraar, oppas of begeleider? "
            "Ga dan naar het bestuur, de leiding of de vertrouwenspersoon. Praat er niet over met die persoon zelf."
        ),
        N_(
            "Bij gevaar: bel {emergency}. Geen spoed? Bel de politie. Weet je niet waar je moet zijn? "
            "Vraag het Veilig Thuis."
        ),
        Numbers("police", "veilig_thuis"),
        source="§1.1 (1.22), §1.3 (1.53); red line 6",
        ways=[to("write_down"), to("talk_child_told"), to("plan", PLAN), back("more"), begin()],
    ),
    Screen(
        "local",
        N_("Hulp bij jou in de buurt"),
        N_("Hier kun je in de buurt hulp krijgen:"),
        LocalHelp(),
        N_("Veilig Thuis is er ook dag en nacht."),
        Numbers("veilig_thuis"),
        source="campaigns.md",
        ways=[to("plan", PLAN), back("more"), begin()],
    ),
)

PLANS = (
    Screen(
        "plan",
        N_("Mijn volgende stap"),
        N_("Eén stap is genoeg. Wat wil je nu doen?"),
        N_("Weet je het niet? Bel dan Veilig Thuis. Dat mag altijd."),
        Numbers("veilig_thuis"),
        short=N_("Mijn stap"),
        source="guide.md",
        ways=[
            to("plan_call"),
            to("plan_child"),
            to("plan_parent", only_if="may_talk_to_parents"),
            to("talk_check", N_("Ik praat met een ouder"), only_if="must_check_first"),
            to("plan_watch"),
            to("local", only_if="has_local_help"),
            back("worried"),
        ],
    ),
    Screen(
        "plan_call",
        N_("Ik bel Veilig Thuis"),
        N_(
            "Dat is een goede stap. Bel vandaag nog, op een plek waar niemand je hoort. "
            "Zeg: ik wil advies en noem liever geen namen."
        ),
        Numbers("veilig_thuis"),
        N_("Wordt het erger voordat je belt? Wacht niet. Bij gevaar: bel {emergency}."),
        N_("Goed dat je dit doet."),
        source="§5",
        ways=[to("vt_prepare"), to("vt_call"), to("on_my_phone"), back("plan"), begin()],
    ),
    Screen(
        "plan_child",
        N_("Ik praat met het kind"),
        N_(
            "Kies deze week een rustig moment. Zeg wat je ziet en vraag hoe het gaat. Luister. "
            "Beloof niet dat het geheim blijft. Vertel over De Kindertelefoon."
        ),
        Numbers("kindertelefoon"),
        N_("Schrik je van wat je hoort? Bel daarna meteen Veilig Thuis."),
        Numbers("veilig_thuis"),
        N_("Goed dat je er bent voor dit kind."),
        source="§3.1",
        ways=[to("talk_child"), to("talk_child_after"), to("on_my_phone"), back("plan"), begin()],
    ),
    Screen(
        "plan_parent",
        N_("Ik praat met een ouder"),
        N_(
            "Kies een rustig moment zonder kinderen erbij. Zeg wat je zag. Vraag hoe het gaat. Bied iets kleins aan. "
            "Voelt het niet veilig? Doe het dan niet."
        ),
        N_("Verandert er niets, of wordt het erger? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§3.2",
        with_parents=True,
        ways=[
            to("talk_parent_words"),
            to("call_first", N_("Het voelt toch niet veilig"), then="note_unsafe"),
            back("plan"),
            begin(),
        ],
    ),
    Screen(
        "plan_watch",
        N_("Ik blijf opletten"),
        N_(
            "Let op, en schrijf op wat je ziet. Kies nu een dag, binnen een week. Heb je dan nog zorgen? "
            "Bel Veilig Thuis voor advies."
        ),
        N_("Bespied niemand en neem niets op. Wordt het erger? Wacht dan niet tot die dag."),
        Numbers("veilig_thuis"),
        source="§4, §5; red line 6",
        ways=[to("write_down"), to("be_there"), to("on_my_phone"), back("plan"), begin()],
    ),
)

LEARN = (
    Screen(
        "learn",
        N_("Meer weten"),
        N_("Hier kun je rustig verder lezen. Maak je je nu zorgen om een kind? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§9, §10; S000",
        ways=[
            to("numbers"),
            to("causes"),
            to("protects"),
            to("family_help"),
            to("books_younger"),
            to("klokhuis"),
            back("more"),
            begin(),
        ],
    ),
    Screen(
        "numbers",
        N_("Hoe vaak komt het voor?"),
        N_(
            "Ongeveer 3 van de 100 kinderen: 90.000 tot 127.000 kinderen in een jaar. "
            "Dat is ongeveer één kind in elke klas."
        ),
        N_(
            "Dit komt uit onderzoek uit 2017. Bron: het Nederlands Jeugdinstituut (NJi) en het WODC. "
            "Alleen kinderen die een leraar, arts of hulpverlener zag, tellen mee. "
            "Het echte getal is waarschijnlijk hoger."
        ),
        N_("Het kan in elk gezin gebeuren."),
        source="§9 NPM-2017",
        ways=[to("causes"), to("veilig_thuis"), back("learn"), begin()],
    ),
    Screen(
        "causes",
        N_("Hoe komt het?"),
        N_("Vaak willen ouders het goed doen, maar lukt het niet. De kans is groter bij:"),
        Points(
            N_("veel stress of te weinig geld"),
            N_("drank of drugs"),
            N_("geweld tussen ouders"),
            N_("ruzie bij een scheiding"),
        ),
        N_(
            "Dat bewijst niets over een gezin. "
            "En de meeste mensen die zelf mishandeld zijn, doen het niet bij hun kind."
        ),
        source="§9; S000, S004",
        ways=[to("protects"), to("veilig_thuis"), back("learn"), begin()],
    ),
    Screen(
        "protects",
        N_("Wat helpt een kind?"),
        N_("Dit kan een kind helpen:"),
        Points(
            N_("één volwassene die er altijd is"),
            N_("een plek waar het fijn is, zoals school of een club"),
            N_("mogen praten zonder dat iemand boos wordt"),
            N_("steun voor de ouders"),
        ),
        N_("Daar kun jij bij helpen."),
        source="§3.1; S001",
        ways=[to("be_there"), to("veilig_thuis"), back("learn"), begin()],
    ),
    Screen(
        "family_help",
        N_("Hoe hulp thuis werkt"),
        N_("Een hulpverlener komt praten met de ouders en de kinderen. Samen spreken ze af wat er anders moet."),
        Points(
            N_("ze maken doelen die haalbaar zijn"),
            N_("ze maken een plan om het veilig te houden"),
            N_("ze bouwen verder op wat al goed gaat"),
            N_("familie en vrienden kunnen meehelpen"),
        ),
        N_("Veilig Thuis geeft deze hulp niet zelf, maar kan helpen om die te regelen."),
        Numbers("veilig_thuis"),
        source="S000, S001",
        ways=[to("veilig_thuis"), to("doubt_taken"), back("learn"), begin()],
    ),
    Screen(
        "books_younger",
        N_("Boeken: onderbouw"),
        N_("Een boek maakt praten makkelijker. Lees het zelf eerst. Vraag ernaar in de bieb."),
        Points(
            "Melanie Meijer, Iva Bicanic: In je blootje",
            "Melanie Meijer, Iva Bicanic: De baas over je lijf",
            "Melanie Meijer, Iva Bicanic: Dat is fijn",
            "Ilona Lammertink, Els Vermeltfoort: Grote mensen mogen ook niet slaan",
            "Katrin Meier, Anette Bley: Knuffel heeft zorgen",
            "Gilles Tibo, Zaü: Het kleine meisje dat niet meer kon lachen",
            "Daniëlle Steggink: Kamil, de groene kameleon",
            "Ilona Lammertink: Voor dat geheim ben ik te klein",
            "Daniëlle Steggink: Daar zwemt Sonnie",
        ),
        source="§10; S000",
        ways=[to("books_middle"), to("books_older"), to("talk_child"), back("learn"), begin()],
    ),
    Screen(
        "books_middle",
        N_("Boeken: middenbouw"),
        N_("Lees het zelf eerst. Lees dan samen, en praat erover."),
        Points(
            "Martine Delfos: Sanne",
            "Marieke Otten: Laura’s geheim",
            "Martine Delfos: Blijf van me af (meisjes)",
            "Martine Delfos: Blijf van me af (jongens)",
            "Fonds Slachtofferhulp: Nee is oké",
            "Martine Delfos: Het is niet leuk!",
            "Martine Delfos: Pip",
            "Roos Boum: Doodziek en springlevend?",
        ),
        source="§10; S000",
        ways=[to("books_younger"), to("books_older"), to("talk_child"), back("learn"), begin()],
    ),
    Screen(
        "books_older",
        N_("Boeken: bovenbouw"),
        N_("Lees het zelf eerst. Vraag daarna wat het kind ervan vond."),
        Points(
            "Carry Slee: Razend",
            "Anke de Vries: Blauwe plekken",
            "Jacques Vriens: Groep 7 slaat terug",
            "Netty van Kaathoven: Guusjes geheim, over misbruik en vriendschap",
            "Trudy van Harten: Niemand mag het weten",
            "Martine Delfos: Dat nare gevoel",
            "Trude de Jong: Lastig",
        ),
        source="§10; S000",
        ways=[to("books_younger"), to("books_middle"), to("talk_child"), back("learn"), begin()],
    ),
    Screen(
        "klokhuis",
        N_("Kijken met kinderen"),
        N_(
            "Het tv-programma Klokhuis maakte vier afleveringen over kindermishandeling. "
            "Er is een les bij voor groep 6, 7 en 8."
        ),
        N_(
            "Kijk zelf eerst. Vertel een kind met wie het kan praten. Een deel is al wat ouder. "
            "Gebruik de nummers uit deze gids."
        ),
        Numbers("kindertelefoon"),
        source="§1.5, §10; S000; no link, since the site could not be verified",
        ways=[to("books_older"), to("talk_child"), back("learn"), begin()],
    ),
)

SCREENS = WORRIED + SIGNALS + TALK + VEILIG_THUIS + KINDERTELEFOON + DOUBTS + MORE + PLANS + LEARN
