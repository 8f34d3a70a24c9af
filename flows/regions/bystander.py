"""Worried about a child: the main region, for neighbours, family, friends and anyone who notices something.

Four steps: look for signals, talk, call Veilig Thuis, point the child to De Kindertelefoon.
Only `talk_check` leads to a talk with the parents.
"""

from flows import N_
from flows.regions.books import MIDDLE, OLDER, YOUNGER
from flows.screen import ChoiceSpec, Copy, Link, LocalHelp, Numbers, PerFace, Points, Screen, WhenOpen, back, begin, to

# Ways that stand on many pages, with labels short enough to share a row.
CALL = to("veilig_thuis", N_("Veilig Thuis"))
NOW = to("heard_now", N_("Het gebeurt nu"))
TALKING = to("talk", N_("Praten"))
NOTES = to("write_down", N_("Opschrijven"))
STEP = to("plan", N_("Een stap kiezen"))
FOR_THE_CHILD = to("kindertelefoon", N_("Kindertelefoon"))
NEARBY = to("local", N_("Hulp in de buurt"), only_if="has_local_help")

WORRIED = (
    Screen(
        "worried",
        N_("Zorgen om een kind"),
        N_("Goed dat je kijkt. Een naar gevoel heeft vaak een reden. Wacht iedereen af? Jij kunt de eerste zijn."),
        N_("Zeker weten of bewijzen hoeft niet. Advies vragen kan zonder je naam."),
        Numbers("veilig_thuis"),
        short=N_("Zorgen"),
        source="§1.1 (1.2, 1.4), §9; S000",
        ways=[
            CALL,
            NOW,
            to("signals", N_("Signalen")),
            TALKING,
            to("doubts"),
            to("worried_family"),
            to("more", N_("Wat nog meer?"), beside=True),
            NEARBY,
            back("welcome"),
        ],
    ),
    Screen(
        "heard_now",
        N_("Ik zie of hoor het nu"),
        N_("Bel {emergency}, ook als je twijfelt:"),
        Points(
            N_("iemand slaat of heeft een wapen"),
            N_("een kind gilt van pijn of angst"),
            N_("een kind is zwaargewond of geschud"),
            N_("een kind wordt niet wakker"),
            N_("een klein kind is alleen, thuis of buiten"),
        ),
        N_("Blijf op afstand. Ga er niet tussen."),
        N_("Gestopt? Schrijf de tijd op en bel:"),
        Numbers("veilig_thuis"),
        source="§1.3, §4; red lines 6, 10",
        emergency_first=True,
        ways=[CALL, NOTES, to("doubts"), back("worried")],
    ),
)

# Signals: a page for each form and age. Each says that a signal proves nothing.

MAY_BE = N_("Dit kan een signaal zijn:")
CAVEAT = N_("Het bewijst niets. Er kan ook iets anders aan de hand zijn. Sommige kinderen laten niets merken.")
DO_NOT_LOOK = N_("Zoek zelf niet naar wonden.")
SCOLDED = N_("Een kind wordt vaak uitgescholden, bedreigd of afgewezen.")
TOO_LITTLE = N_("Een kind krijgt lang te weinig eten, warmte, slaap of aandacht. Dit komt het meest voor.")
WITNESS = N_(
    "Een kind ziet of hoort thuis geweld, of leeft in spanning. Dat telt als kindermishandeling. "
    "Kinderen merken het bijna altijd, ook vanuit bed."
)
ABUSE = N_(
    "Denk je aan seksueel misbruik? Vraag het kind niet uit. Praat niet eerst met de ouders. "
    "Bel Veilig Thuis: {veilig_thuis}."
)


def toddler(form: str) -> ChoiceSpec:
    return to(form, N_("0 tot 4 jaar"))


def child(form: str) -> ChoiceSpec:
    return to(f"{form}_4", N_("4 tot 12 jaar"))


def teenager(form: str) -> ChoiceSpec:
    return to(f"{form}_12", N_("12 tot 18 jaar"))


def after_signals(*others: ChoiceSpec) -> list[ChoiceSpec]:
    """The ways on from a page of signals, with its other ages."""
    return [CALL, TALKING, NOTES, STEP, *others, back("signals"), begin()]


def after_violence(*others: ChoiceSpec) -> list[ChoiceSpec]:
    return [NOW, CALL, TALKING, STEP, *others, back("signals"), begin()]


def after_abuse(*others: ChoiceSpec) -> list[ChoiceSpec]:
    """No talk with a parent: only listen, and call."""
    told = to("talk_child_told", N_("Het kind vertelt"))
    return [to("sexual", N_("Wie bel ik?")), told, NOTES, STEP, *others, back("signals"), begin()]


SIGNALS = (
    Screen(
        "signals",
        N_("Signalen herkennen"),
        N_(
            "Een signaal is iets waardoor je je zorgen maakt. Het bewijst niets. "
            "Er kan ook iets anders aan de hand zijn."
        ),
        N_(
            "Meerdere signalen zeggen meer dan één. Een verandering telt ook. Sommige kinderen laten niets merken. "
            "Bij een kind met een beperking zie je het soms minder goed."
        ),
        N_("Waar maak je je zorgen over?"),
        short=N_("Signalen"),
        source="§2",
        ways=[
            to("physical", N_("Pijn en wonden")),
            to("emotional", N_("Nare woorden")),
            to("neglect", N_("Te weinig zorg")),
            to("violence", N_("Onveilig in huis")),
            to("sexual", N_("Seksuele grenzen"), then="note_unsafe"),
            to("worried_pics", N_("Foto's online")),
            to("worried_which", N_("Andere zorgen"), beside=True),
            back("worried"),
        ],
    ),
    Screen(
        "physical",
        N_("Pijn en wonden, 0-4 jaar"),
        MAY_BE,
        Points(
            N_("blauwe plekken bij een baby die nog niet loopt"),
            N_("een wond op een plek waar je die niet verwacht"),
            N_("schrikt als je dichtbij komt"),
        ),
        CAVEAT,
        DO_NOT_LOOK,
        source="§2 physical abuse; red line 6",
        ways=after_signals(child("physical"), teenager("physical")),
    ),
    Screen(
        "physical_4",
        N_("Pijn en wonden, 4-12 jaar"),
        MAY_BE,
        Points(
            N_("vaak een wond, en het verhaal klopt niet"),
            N_("lange mouwen als het warm is"),
            N_("durft niet naar huis"),
        ),
        CAVEAT,
        DO_NOT_LOOK,
        source="§2 physical abuse; red line 6",
        ways=after_signals(toddler("physical"), teenager("physical")),
    ),
    Screen(
        "physical_12",
        N_("Pijn en wonden, 12-18 jaar"),
        MAY_BE,
        Points(
            N_("vaak een wond, en het verhaal klopt niet"),
            N_("loopt weg van huis"),
            N_("is snel boos of slaat"),
            N_("doet zichzelf pijn"),
        ),
        CAVEAT,
        DO_NOT_LOOK,
        source="§2 physical abuse; red line 6",
        ways=after_signals(toddler("physical"), child("physical")),
    ),
    Screen(
        "emotional",
        N_("Nare woorden, 0-4 jaar"),
        SCOLDED,
        MAY_BE,
        Points(N_("is heel stil of heel braaf"), N_("speelt weinig")),
        CAVEAT,
        source="§2 emotional abuse",
        ways=after_signals(child("emotional"), teenager("emotional")),
    ),
    Screen(
        "emotional_4",
        N_("Nare woorden, 4-12 jaar"),
        SCOLDED,
        MAY_BE,
        Points(
            N_("vindt zichzelf dom of slecht"),
            N_("is bang om iets fout te doen"),
            N_("doet anders als de ouder erbij is"),
        ),
        CAVEAT,
        source="§2 emotional abuse",
        ways=after_signals(toddler("emotional"), teenager("emotional")),
    ),
    Screen(
        "emotional_12",
        N_("Nare woorden, 12-18 jaar"),
        SCOLDED,
        MAY_BE,
        Points(N_("is somber of vaak alleen"), N_("neemt het altijd op voor de ouder, of heeft juist veel ruzie")),
        CAVEAT,
        source="§2 emotional abuse",
        ways=after_signals(toddler("emotional"), child("emotional")),
    ),
    Screen(
        "neglect",
        N_("Te weinig zorg, 0-4 jaar"),
        TOO_LITTLE,
        MAY_BE,
        Points(N_("heeft honger of is vaak ziek"), N_("huilt bijna niet, of gaat met iedereen mee")),
        CAVEAT,
        source="§2 physical and emotional neglect; §9: neglect is seen most",
        ways=after_signals(child("neglect"), teenager("neglect")),
    ),
    Screen(
        "neglect_4",
        N_("Te weinig zorg, 4-12 jaar"),
        TOO_LITTLE,
        MAY_BE,
        Points(
            N_("heeft vieze kleren, of kleren die niet passen bij het weer"),
            N_("komt zonder eten naar school"),
            N_("is laat nog alleen buiten"),
        ),
        CAVEAT,
        source="§2 physical and emotional neglect; §9: neglect is seen most",
        ways=after_signals(toddler("neglect"), teenager("neglect")),
    ),
    Screen(
        "neglect_12",
        N_("Te weinig zorg, 12-18 jaar"),
        TOO_LITTLE,
        MAY_BE,
        Points(N_("zorgt voor broertjes en zusjes"), N_("is erg moe"), N_("niemand weet waar hij of zij is")),
        CAVEAT,
        source="§2 physical and emotional neglect; §9: neglect is seen most",
        ways=after_signals(toddler("neglect"), child("neglect")),
    ),
    Screen(
        "violence",
        N_("Onveilig in huis, 0-4 jaar"),
        WITNESS,
        MAY_BE,
        Points(N_("slaapt slecht"), N_("is bang voor hard geluid"), N_("doet weer als een kleiner kind")),
        CAVEAT,
        source="§2 witnessing partner violence; §9",
        ways=after_violence(child("violence"), teenager("violence")),
    ),
    Screen(
        "violence_4",
        N_("Onveilig in huis, 4-12 jaar"),
        WITNESS,
        MAY_BE,
        Points(N_("heeft vaak buikpijn of stress"), N_("let slecht op in de klas"), N_("wil een ouder beschermen")),
        CAVEAT,
        source="§2 witnessing partner violence; §9",
        ways=after_violence(toddler("violence"), teenager("violence")),
    ),
    Screen(
        "violence_12",
        N_("Onveilig in huis, 12-18 jaar"),
        WITNESS,
        MAY_BE,
        Points(N_("blijft weg van huis"), N_("wil een ouder niet alleen laten")),
        CAVEAT,
        source="§2 witnessing partner violence; §9",
        ways=after_violence(toddler("violence"), child("violence")),
    ),
    Screen(
        "sexual",
        N_("Seksuele grenzen"),
        N_("Denk je aan seksueel misbruik? Vraag niets, luister alleen. Praat niet eerst met de ouders. Bel:"),
        Numbers("veilig_thuis", "sexual_violence"),
        N_("Bel het centrum liefst binnen zeven dagen. Later mag ook."),
        source="§1.4, §2 sexual abuse, §3.1",
        ways=[
            to("sexual_0", N_("0 tot 4 jaar")),
            child("sexual"),
            teenager("sexual"),
            to("talk_child_told", N_("Het kind vertelt")),
            to("sexual_help", N_("Hulp daarna")),
            back("signals"),
        ],
    ),
    Screen(
        "sexual_help",
        N_("Hulp voor daarna"),
        N_("Ook als het lang geleden gebeurde, kan hulp beginnen. Bel een van deze twee. Er is ook:"),
        Points(N_("behandeling via de huisarts"), N_("een volwassene die blijft, zoals jij")),
        N_("Denk ook aan ouders, broers en zussen."),
        Numbers("sexual_violence", "veilig_thuis"),
        source="§1.4; §3.1; §7; S001, S004",
        ways=[CALL, to("be_there", N_("Er zijn")), back("signals"), begin()],
    ),
    Screen(
        "sexual_0",
        N_("Seksuele grenzen, 0-4 jaar"),
        MAY_BE,
        Points(N_("heeft pijn bij het plassen of bij het verschonen"), N_("is bang voor uitkleden")),
        CAVEAT,
        ABUSE,
        source="§2 sexual abuse; §3.1",
        ways=after_abuse(child("sexual"), teenager("sexual")),
    ),
    Screen(
        "sexual_4",
        N_("Seksuele grenzen, 4-12 jaar"),
        MAY_BE,
        Points(
            N_("weet meer van seks dan past bij de leeftijd"),
            N_("heeft opeens geheimen"),
            N_("is bang voor één persoon"),
        ),
        CAVEAT,
        ABUSE,
        source="§2 sexual abuse; §3.1",
        ways=after_abuse(to("sexual_0", N_("0 tot 4 jaar")), teenager("sexual")),
    ),
    Screen(
        "sexual_12",
        N_("Seksuele grenzen, 12-18 jaar"),
        MAY_BE,
        Points(
            N_("krijgt opeens geld of cadeaus"),
            N_("heeft een veel oudere vriend of vriendin"),
            N_("wordt bedreigd met foto's"),
        ),
        CAVEAT,
        ABUSE,
        source="§2 sexual abuse; §3.1",
        ways=after_abuse(to("sexual_0", N_("0 tot 4 jaar")), child("sexual")),
    ),
    Screen(
        "home_school",
        N_("Thuis en op school"),
        N_("Dit kan een signaal zijn thuis:"),
        Points(
            N_("een ouder schreeuwt of scheldt"),
            N_("het verhaal bij een wond verandert"),
            N_("geen dokter, en bijna geen bezoek"),
            N_("veel stress, drank of drugs"),
        ),
        N_("En dit op school:"),
        Points(N_("vaak weg of te laat"), N_("thuis moeten werken of zorgen"), N_("niemand komt op een ouderavond")),
        CAVEAT,
        source="§2 educational neglect, parent and home signals",
        ways=[
            CALL,
            TALKING,
            NOTES,
            STEP,
            to("what_counts", N_("Wat telt mee?")),
            to("not_at_home"),
            back("signals"),
            begin(),
        ],
    ),
    Screen(
        "what_counts",
        N_("Welke vormen zijn er?"),
        N_(
            "Opvoeden met geweld of vernedering mag niet. Dat staat sinds 2007 in de wet. "
            "Kindermishandeling is alles wat een kind ernstig schaadt of kan schaden. "
            "Het komt door een ouder, of door iemand van wie het kind afhankelijk is. Iets niet doen telt ook:"
        ),
        Points(
            N_("slaan, schoppen of schudden"),
            N_("steeds uitschelden of bang maken"),
            N_("te weinig zorg, aandacht of school"),
            N_("seksuele dingen, ook online"),
            N_("geweld thuis zien of horen"),
        ),
        N_("Jij hoeft niet te beslissen of het mishandeling is."),
        source="§2 definition; S004",
        ways=[CALL, NOTES, back("signals"), begin()],
    ),
    Screen(
        "write_down",
        N_("Opschrijven wat je ziet"),
        N_("Schrijf kort op wat je ziet en hoort. Dat helpt als je later belt:"),
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
        ways=[CALL, STEP, back("signals"), begin()],
    ),
)

TO_CHILD = to("talk_child", N_("Met het kind"))
TOLD = to("talk_child_told", N_("Het kind vertelt"))
SECRET = to("talk_child_secret", N_("Het is geheim"))
AFTERWARDS = to("talk_child_after")
UNSAFE_AFTER_ALL = to("call_first", N_("Toch niet veilig"), then="note_unsafe")

TALK = (
    Screen(
        "talk",
        N_("Praten met kind of ouder"),
        N_("Praten helpt vaak. Je hoeft niets op te lossen. Met wie wil je praten?"),
        N_("Denk je aan seksueel misbruik? Luister alleen, en bel Veilig Thuis. Het kind mag ook zelf bellen:"),
        Numbers("veilig_thuis", "kindertelefoon"),
        short=N_("Praten"),
        source="§3; S000",
        ways=[
            TOLD,
            TO_CHILD,
            to("talk_check", N_("Met een ouder"), unless="is_unsafe_to_talk"),
            to("call_first", N_("Met een ouder"), only_if="is_unsafe_to_talk"),
            to("talk_in_public", N_("Op straat")),
            FOR_THE_CHILD,
            back("worried"),
        ],
        near_parents=True,
    ),
    Screen(
        "talk_child",
        N_("Met het kind praten"),
        N_("Zo kun je beginnen:"),
        Copy(N_("Ik zie dat je stil bent. Hoe gaat het met je?")),
        Copy(N_("Je mag het mij vertellen. Ik luister naar je.")),
        N_(
            "Kies een rustig moment. Doe samen iets, zoals wandelen of tekenen. Luister meer dan je vraagt. "
            "Beloof niet dat het geheim blijft. Zeg wel wat je gaat doen."
        ),
        short=N_("Met het kind"),
        source="§3.1; voice.md",
        ways=[to("talk_child_how", N_("Wat helpt?")), SECRET, TOLD, AFTERWARDS, FOR_THE_CHILD, back("talk")],
    ),
    Screen(
        "talk_child_how",
        N_("Wat wel en niet helpt"),
        N_("Dit helpt:"),
        Points(
            N_("zeggen wat je zelf ziet"),
            N_("luisteren, en stil durven zijn"),
            N_("de woorden van het kind herhalen"),
            N_("zeggen: knap van je, niet jouw schuld"),
        ),
        N_("Doe dit niet:"),
        Points(
            N_("vragen waarom, of zelf invullen"),
            N_("boos of geschrokken doen"),
            N_("slecht praten over de ouders"),
            N_("beloven dat het goed komt"),
            N_("vragen of je een wond mag zien"),
        ),
        N_("Gaat het over seksueel misbruik? Luister alleen. Vraag niet door."),
        source="§3.1",
        ways=[SECRET, AFTERWARDS, CALL, back("talk_child"), begin()],
    ),
    Screen(
        "talk_child_secret",
        N_("Als het geheim moet blijven"),
        N_("Wil het kind dat het geheim blijft? Beloof dat niet. Zeg dat eerlijk, en rustig:"),
        Copy(N_("Ik kan niet beloven dat ik het geheim houd. Ik vertel het jou eerst als ik hulp vraag.")),
        N_("Zo weet het kind wat er gaat gebeuren. Veilig Thuis denkt met je mee."),
        Numbers("veilig_thuis"),
        source="§3.1; red line 7",
        ways=[AFTERWARDS, CALL, back("talk_child"), begin()],
    ),
    Screen(
        "talk_child_told",
        N_("Een kind vertelde mij iets"),
        N_("Neem het serieus. Of alles klopt, hoef jij niet te weten. Zeg bijvoorbeeld:"),
        Copy(N_("Wat goed dat je het vertelt. Het is niet jouw schuld.")),
        N_(
            "Vraag niet door. Praat er niet over met de persoon om wie het gaat. Bel Veilig Thuis. "
            "Durft het kind niet naar huis? Bel meteen, ook 's nachts."
        ),
        Numbers("veilig_thuis"),
        source="§3.1, §4",
        # Its way back is not to `talk`: this is where somebody comes to whom a child told something, and from there a
        # talk with the parents would be one press away.
        ways=[SECRET, AFTERWARDS, to("sexual", then="note_unsafe"), back("talk_child", name="back_child")],
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
        ways=[NOTES, STEP, FOR_THE_CHILD, back("talk_child"), begin()],
    ),
    Screen(
        "talk_check",
        N_("Eerst even dit"),
        N_("Soms maakt praten met een ouder het gevaarlijker voor het kind. Is een van deze dingen waar?"),
        Points(
            N_("er is nu gevaar, of iemand dreigt"),
            N_("je denkt aan seksueel misbruik"),
            N_("een wapen, stalken of wurgen"),
            N_("de een bepaalt alles voor de ander"),
            N_("familie-eer, besnijdenis van een meisje, gedwongen trouwen"),
            N_("het gezin gaat misschien opeens weg"),
            N_("het kind krijgt misschien straf"),
            N_("een heel jong kind is gewond"),
            N_("jij bent bang"),
        ),
        N_("Weet je het niet? Bel dan eerst."),
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
        N_("De meeste ouders willen het goed doen. Vaak weten ze niet meer hoe. Jouw vraag kan helpen:"),
        Points(
            N_("Kies een rustig moment, zonder kinderen erbij."),
            N_("Zeg wat je zelf zag of hoorde."),
            N_("Vraag hoe het gaat."),
            N_("Bied iets kleins aan, zoals een middag oppassen."),
        ),
        N_("Geef niemand de schuld. Vertel niet door wat het kind zei. Voelt het niet veilig? Stop, en bel eerst."),
        short=N_("Met een ouder"),
        source="§3.2; S000",
        with_parents=True,
        ways=[
            to("talk_parent_words", N_("Zo begin je")),
            to("talk_parent_angry", N_("Boze ouder")),
            to("be_there_family", N_("Voor het gezin")),
            STEP,
            UNSAFE_AFTER_ALL,
            back("talk"),
        ],
    ),
    Screen(
        "talk_parent_words",
        N_("Woorden voor een ouder"),
        N_("Zeg het op jouw manier. Bijvoorbeeld:"),
        Copy(N_("Ik hoorde gisteravond geschreeuw en ik schrok. Hoe gaat het met je?")),
        Copy(N_("Het lijkt me zwaar. Kan ik iets doen? Zal ik zaterdag met de kinderen naar de speeltuin gaan?")),
        N_("Wacht dan rustig op het antwoord. Je hoeft het niet op te lossen."),
        source="§3.2",
        with_parents=True,
        ways=[to("talk_parent_angry", N_("Boze ouder")), UNSAFE_AFTER_ALL, STEP, back("talk_parent"), begin()],
    ),
    Screen(
        "talk_parent_angry",
        N_("Als een ouder boos wordt"),
        N_("Boos worden of ontkennen komt veel voor. Ga er niet tegenin. Dit kun je zeggen:"),
        Copy(N_("Ik wil je niet kwetsen. Je mag altijd bij me komen.")),
        N_("Ga dan rustig weg. Voel je je bedreigd, of ben je bang voor het kind? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§3.2",
        with_parents=True,
        ways=[UNSAFE_AFTER_ALL, STEP, back("talk_parent"), begin()],
    ),
    Screen(
        "talk_in_public",
        N_("Het gebeurt op straat"),
        N_("Schreeuwt een ouder tegen een kind, op straat of in een winkel? Houd het kort en vriendelijk:"),
        Copy(N_("Lukt het? Kan ik je ergens mee helpen?")),
        N_(
            "Blijf op afstand als dat veiliger is. Word je bang, of wordt er geslagen? Bel {emergency}. "
            "Denk je er later nog aan? Bel Veilig Thuis."
        ),
        Numbers("veilig_thuis"),
        source="§3.2; red line 6",
        ways=[to("heard_now"), NOTES, back("talk")],
        near_parents=True,
    ),
    Screen(
        "call_first",
        N_("Eerst Veilig Thuis bellen"),
        N_(
            "Praat nu niet met de ouders. Dat kan gevaarlijk zijn voor het kind en voor jou. "
            "Daarom kun je dat hier niet kiezen."
        ),
        N_("Veilig Thuis zoekt met jou een stap die zo veilig mogelijk is. Voor advies hoef je geen namen te noemen."),
        Numbers("veilig_thuis"),
        N_("Vergissing? Ga terug naar het begin. Daar vergeet ik je antwoord."),
        source="§3.2; guide.md",
        ways=[to("vt_prepare", N_("Voorbereiden")), FOR_THE_CHILD, CALL, STEP, back("talk"), begin()],
    ),
)

VT_PREPARE = to("vt_prepare", N_("Voorbereiden"))
VT_CALL = to("vt_call", N_("Als ik bel"))
VT_ANONYMOUS = to("vt_anonymous", N_("Zonder mijn naam"))
VT_REPORT = to("vt_report", N_("Advies of melden"))
VT_AFTER = to("vt_after", N_("Na het bellen"))

VEILIG_THUIS = (
    Screen(
        "veilig_thuis",
        N_("Veilig Thuis bellen"),
        N_(
            "Veilig Thuis geeft advies als een kind, volwassene of oudere thuis niet veilig is. "
            "Iedereen mag bellen, ook als je twijfelt."
        ),
        Numbers("veilig_thuis"),
        N_("Je krijgt een mens aan de lijn. Voor advies hoef je geen namen te noemen, ook niet die van jou."),
        short=N_("Veilig Thuis"),
        source="§1.1",
        ways=[
            VT_PREPARE,
            VT_CALL,
            VT_ANONYMOUS,
            VT_REPORT,
            to("vt_chat"),
            to("vt_again", N_("Ik belde al")),
            back("worried"),
            begin(),
        ],
    ),
    Screen(
        "vt_prepare",
        N_("Hoe bereid ik me voor?"),
        PerFace(
            chat=(
                N_(
                    "Bel waar niemand je hoort. Typ je antwoorden hier niet. "
                    "Je hoeft niet alles te weten. Dit vragen ze vaak:"
                ),
            ),
            web=(N_("Bel waar niemand je hoort. Je hoeft niet alles te weten. Dit vragen ze vaak:"),),
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
        N_("Zeg: ik wil advies over een kind en noem liever geen namen."),
        Numbers("veilig_thuis"),
        source="§5",
        ways=[VT_CALL, VT_ANONYMOUS, STEP, back("veilig_thuis")],
    ),
    Screen(
        "vt_call",
        N_("Wat gebeurt er als ik bel?"),
        Points(
            N_("Eerst hoor je een computerstem. Zeg in welke plaats het kind woont."),
            N_("Dan krijg je een mens. Die luistert en stelt veel vragen."),
            N_("Samen kies je: alleen advies, later weer bellen, of een melding."),
        ),
        N_(
            "Bij advies beslis jij. De naam van het gezin schrijven ze niet op. "
            "Is een kind in groot gevaar? Dan moet Veilig Thuis soms zelf iets doen."
        ),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3, 1.4, 1.17, 1.24), §5",
        ways=[VT_PREPARE, VT_ANONYMOUS, VT_REPORT, VT_AFTER, STEP, back("veilig_thuis")],
    ),
    Screen(
        "vt_anonymous",
        N_("Kan het zonder mijn naam?"),
        N_("Voor advies hoef je geen namen te noemen, ook niet die van jou."),
        N_(
            "Bij een melding wil Veilig Thuis weten wie je bent. "
            "Ze mogen jouw naam alleen aan het gezin geven als jij dat goed vindt."
        ),
        N_("Het gezin kan wel raden wie belde, door wat je vertelt. Bespreek dat. Voor je werk gelden andere regels."),
        Numbers("veilig_thuis"),
        short=N_("Zonder naam"),
        source="§1.1 (1.4-1.8)",
        ways=[
            VT_REPORT,
            VT_PREPARE,
            to("known_police"),
            to("known_tip", N_("Tip over misdaad")),
            STEP,
            back("veilig_thuis"),
        ],
    ),
    Screen(
        "vt_report",
        N_("Advies of een melding?"),
        N_("Bij advies denkt Veilig Thuis met je mee. Jij blijft kiezen wat je doet."),
        N_(
            "Bij een melding zeg je om wie het gaat, en wie jij bent. "
            "Dan kijkt Veilig Thuis zelf of het kind veilig is. Vaak praten ze met het gezin."
        ),
        N_("Twijfel je? Vraag eerst advies. Als buur, vriend of familie hoef je niet te melden."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3, 1.5, 1.13), §12.8",
        ways=[VT_AFTER, VT_ANONYMOUS, VT_PREPARE, STEP, back("veilig_thuis")],
    ),
    Screen(
        "vt_after",
        N_("En na het bellen?"),
        N_(
            "Schrijf op wie je sprak en wat je afsprak. Let op het kind. Verandert er iets? Bel dan weer. "
            "Meerdere signalen zeggen meer dan één."
        ),
        N_(
            "Na een melding kijkt Veilig Thuis of er meteen iets moet gebeuren. "
            "Vraag bij het melden wat je terug hoort. Over het gezin hoor je weinig. Het kan lang duren."
        ),
        N_("Kijkt iemand mee op je telefoon? Haal het nummer uit je bellijst."),
        short=N_("Na het bellen"),
        source="§1.1 (1.13-1.15, 1.19, 1.25), §5",
        ways=[
            to("vt_again", N_("Ik hoor niets")),
            NOTES,
            to("be_there", N_("Er zijn")),
            STEP,
            back("veilig_thuis"),
            begin(),
        ],
    ),
    Screen(
        "vt_chat",
        N_("Liever chatten"),
        WhenOpen(
            "veilig_thuis_chat",
            N_("De chat van Veilig Thuis is nu waarschijnlijk open."),
            N_("De chat van Veilig Thuis is nu waarschijnlijk dicht. Bellen kan wel."),
        ),
        N_(
            "Meestal kan het op werkdagen van 9 tot 17 uur, niet overal. Je praat met een mens. "
            "Je hoeft je naam niet te zeggen. De chat is voor advies, niet voor een melding."
        ),
        Link("veilig_thuis_chat"),
        Numbers("veilig_thuis"),
        source="§1.1 (1.9, 1.10)",
        ways=[to("vt_access", N_("Ik hoor moeilijk")), VT_PREPARE, VT_ANONYMOUS, back("veilig_thuis"), begin()],
    ),
    Screen(
        "vt_access",
        N_("Ik hoor of praat moeilijk"),
        N_(
            "Met KPN Teletolk kun je elk nummer bellen met tekst of gebaren. Een tolk helpt je. Het is gratis. "
            "Met gebaren kan het van 7 tot 22 uur."
        ),
        N_(
            "Zet nu de app 112NL op je telefoon. Vul in dat je moeilijk hoort of praat. Bij gevaar bel je met die app. "
            "Dan kan de meldkamer met je chatten."
        ),
        Link("teletolk"),
        Numbers("veilig_thuis"),
        source="§1.3 (1.52), §1.4 Teletolk",
        ways=[to("vt_chat"), VT_PREPARE, back("veilig_thuis"), begin()],
    ),
)

KINDERTELEFOON = (
    Screen(
        "kindertelefoon",
        N_("Hulp voor het kind zelf"),
        N_("Vertel het kind over De Kindertelefoon. Die is er van 8 tot 18 jaar, om te bellen of te chatten."),
        Numbers("kindertelefoon"),
        WhenOpen(
            "kindertelefoon",
            N_("Een kind mag ook Veilig Thuis bellen, en jij ook: {veilig_thuis}."),
            N_("Nu dicht? Veilig Thuis is er ook voor een kind, en voor jou: {veilig_thuis}."),
        ),
        N_("Leest iemand mee op de telefoon van het kind? Stuur dan niets, zeg het nummer."),
        short=N_("Kindertelefoon"),
        source="§1.2, §6",
        ways=[
            to("kt_words", N_("Zo zeg je het")),
            to("kt_call", N_("Hoe bellen gaat")),
            to("kt_young", N_("Jonger dan 8")),
            to("kt_share", N_("Website geven")),
            STEP,
            back("talk", name="up"),
        ],
    ),
    Screen(
        "kt_call",
        N_("Als een kind daar belt"),
        N_(
            "Een vrijwilliger luistert naar het kind en ziet het nummer niet. Een naam hoeft niet. "
            "Het gesprek staat niet op de rekening, wel in de bellijst."
        ),
        N_(
            "Ze geven alleen iets door als het kind dat wil, of als het kind in levensgevaar is. "
            "Soms moet het ook van de wet. Wil het kind het? Dan kan Veilig Thuis meepraten."
        ),
        Numbers("kindertelefoon"),
        source="§1.2 (1.32, 1.33, 1.36)",
        ways=[to("kt_words", N_("Zo zeg je het")), back("kindertelefoon"), begin()],
    ),
    Screen(
        "kt_words",
        N_("Zo zeg je het tegen een kind"),
        N_("Zeg het gewoon, op een rustig moment:"),
        Copy(N_("Er is een nummer voor kinderen: {kindertelefoon}. Je hoeft je naam niet te zeggen.")),
        Copy(N_("Als je wilt, bel ik er samen met jou naartoe.")),
        N_("Laat het kind kiezen. Het hoeft niet nu. Het nummer onthouden is al goed."),
        source="§1.2, §6",
        ways=[to("kt_call", N_("Hoe bellen gaat")), TO_CHILD, STEP, back("kindertelefoon"), begin()],
    ),
    Screen(
        "kt_young",
        N_("Een kind jonger dan 8"),
        N_("De Kindertelefoon is er vanaf 8 jaar. Voor een jonger kind kun jij bellen. Vraag wat je kunt doen:"),
        Numbers("veilig_thuis"),
        N_("Blijf dichtbij, speel samen, luister. Een boek lezen kan helpen om te praten."),
        source="§1.2, §3.1, §10",
        ways=[
            to("books_younger", N_("Boeken")),
            to("be_there", N_("Er zijn")),
            CALL,
            STEP,
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
        source="§1.2 (1.30, 1.35), §6",
        ways=[
            to("kt_words", N_("Zo zeg je het")),
            to("kt_call", N_("Hoe bellen gaat")),
            back("kindertelefoon"),
            begin(),
        ],
    ),
)

MORE = (
    Screen(
        "more",
        N_("Wat je nog meer kunt doen"),
        N_("Je kunt er zijn voor een kind, of een stap kiezen. Of is het net anders? Kies wat past."),
        Numbers("veilig_thuis"),
        short=N_("Wat nog meer?"),
        source="S000",
        ways=[
            STEP,
            to("be_there", N_("Er zijn")),
            to("volunteer", N_("Ik ben coach")),
            to("not_at_home"),
            to("worried_which", N_("Andere zorgen")),
            to("worried_charges"),
            NEARBY,
            to("learn", beside=True),
            back("worried"),
            begin(),
        ],
    ),
    Screen(
        "be_there",
        N_("Er zijn voor het kind"),
        N_("Eén volwassene die er steeds is, helpt een kind veel. Kleine dingen tellen:"),
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
            to("be_there_family", N_("Voor het gezin"), only_if="may_talk_to_parents"),
            to("talk_check", N_("Voor het gezin"), only_if="must_check_first"),
            TO_CHILD,
            STEP,
            back("more"),
        ],
    ),
    Screen(
        "be_there_family",
        N_("Er zijn voor het gezin"),
        N_("Opvoeden is soms zwaar. Hulp van een buur of familie kan veel schelen:"),
        Points(
            N_("een keer koken"), N_("een middag op de kinderen passen"), N_("meegaan naar de huisarts of het wijkteam")
        ),
        N_("Vraag wat fijn is. Neem het niet over. Voelt het niet veilig? Stop, en bel eerst."),
        Numbers("veilig_thuis"),
        source="§3.2; S000",
        with_parents=True,
        ways=[to("talk_parent", N_("Met een ouder")), UNSAFE_AFTER_ALL, STEP, back("be_there"), begin()],
    ),
    Screen(
        "volunteer",
        N_("Ik ben coach of vrijwilliger"),
        N_("Jij ziet een kind vaak, en op een andere plek dan thuis. Dat is veel waard."),
        N_(
            "Heeft je club een vertrouwenspersoon? Praat daar eerst mee. Je hoeft het niet alleen te doen. "
            "Advies vragen bij Veilig Thuis mag altijd."
        ),
        Numbers("veilig_thuis"),
        source="§8 (volunteers), §12.8, §16 (16.2)",
        ways=[to("signals", N_("Signalen")), TO_CHILD, to("away_sport", N_("In de sport")), STEP, back("more")],
    ),
    Screen(
        "local",
        N_("Hulp bij jou in de buurt"),
        N_("Hier kun je in de buurt hulp krijgen:"),
        LocalHelp(),
        N_("Veilig Thuis is er ook dag en nacht."),
        Numbers("veilig_thuis"),
        source="campaigns.md",
        ways=[STEP, back("more"), begin()],
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
            to("numbers", N_("Hoe vaak?")),
            to("causes", N_("Hoe komt het?")),
            to("protects", N_("Wat helpt?")),
            to("family_help", N_("Hulp thuis")),
            to("books_younger", N_("Boeken")),
            to("klokhuis", N_("Klokhuis")),
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
            "Dit komt uit onderzoek uit 2017, van het Nederlands Jeugdinstituut (NJi) en het WODC. "
            "Zij telden alleen wat bijvoorbeeld een leraar of arts zag. Het echte getal is waarschijnlijk hoger."
        ),
        N_("Het kan in elk gezin gebeuren."),
        source="§9 NPM-2017",
        ways=[to("causes", N_("Hoe komt het?")), CALL, to("what_counts", N_("Wat telt mee?")), back("learn")],
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
        ways=[to("protects", N_("Wat helpt?")), CALL, back("learn"), begin()],
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
        ways=[to("be_there", N_("Er zijn")), CALL, back("learn"), begin()],
    ),
    Screen(
        "family_help",
        N_("Hoe hulp thuis werkt"),
        N_("Een hulpverlener praat met de ouders en de kinderen. Samen spreken ze af wat er anders moet:"),
        Points(
            N_("ze maken doelen die haalbaar zijn"),
            N_("ze maken een plan om het veilig te houden"),
            N_("ze bouwen verder op wat al goed gaat"),
            N_("familie en vrienden kunnen meehelpen"),
        ),
        N_("Veilig Thuis geeft deze hulp niet zelf, maar kan helpen om die te regelen."),
        Numbers("veilig_thuis"),
        source="S000, S001",
        ways=[to("doubt_taken", N_("Kind uit huis?")), back("learn")],
    ),
    Screen(
        "books_younger",
        N_("Boeken: onderbouw"),
        N_("Een boek maakt praten makkelijker. Lees het zelf eerst. Vraag in de bieb naar:"),
        YOUNGER,
        source="§10; S000",
        ways=[to("books_middle", N_("Middenbouw")), to("books_older", N_("Bovenbouw")), TO_CHILD, back("learn")],
    ),
    Screen(
        "books_middle",
        N_("Boeken: middenbouw"),
        N_("Lees het zelf eerst. Lees dan samen, en praat erover."),
        MIDDLE,
        source="§10; S000",
        ways=[to("books_younger", N_("Onderbouw")), to("books_older", N_("Bovenbouw")), TO_CHILD, back("learn")],
    ),
    Screen(
        "books_older",
        N_("Boeken: bovenbouw"),
        N_("Lees het zelf eerst. Vraag daarna wat het kind ervan vond."),
        OLDER,
        source="§10; S000",
        ways=[to("books_younger", N_("Onderbouw")), to("books_middle", N_("Middenbouw")), TO_CHILD, back("learn")],
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
        ways=[to("books_older", N_("Boeken")), TO_CHILD, back("learn"), begin()],
    ),
)

SCREENS = WORRIED + SIGNALS + TALK + VEILIG_THUIS + KINDERTELEFOON + MORE + LEARN
