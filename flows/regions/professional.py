"""For people who work with children or families: the five steps of the meldcode, and what good help looks like.

The guide does not replace the meldcode, and nothing here leads to the screens for neighbours, parents or children.
"""

from flows import N_
from flows.regions.books import MIDDLE, OLDER, YOUNGER
from flows.screen import Copy, Numbers, Points, Screen, back, begin, to

# Labels short enough to share a row.
STEP_2, STEP_3, STEP_5 = N_("Stap 2: overleg"), N_("Stap 3: gesprek"), N_("Stap 5: besluit")
TOLD, FIRST, FAMILY = N_("Een kind vertelt"), N_("Eerst bellen"), N_("Wat zeg je?")
OWN_WORK, RECOVERY = N_("Je eigen werk"), N_("Herstel")
BOOKS_YOUNGER = to("pro_books_young", N_("Onderbouw"))
BOOKS_MIDDLE, BOOKS_OLDER = to("pro_books_mid", N_("Middenbouw")), to("pro_books_old", N_("Bovenbouw"))

SCREENS = (
    Screen(
        "pro",
        N_("Ik werk met gezinnen"),
        N_("Zorgen om een kind? Bel Veilig Thuis, voor advies of een melding. De chat is niet voor je werk."),
        Numbers("veilig_thuis"),
        N_(
            "De meldcode is een vast plan in vijf stappen, voor als je denkt aan geweld thuis of kindermishandeling. "
            "Deze gids vervangt dat plan niet."
        ),
        short=N_("Gezinnen"),
        source="S003; §1.1 (1.1, 1.10); §8",
        ways=[
            to("pro_steps"),
            to("pro_acute"),
            to("pro_open", FAMILY),
            to("pro_help"),
            to("pro_reflect_1", OWN_WORK),
            to("pro_more", N_("Meer voor werk")),
            back("work"),
            begin(),
        ],
    ),
    Screen(
        "pro_steps",
        N_("De vijf stappen"),
        N_("Dit zijn de vijf stappen van de meldcode. Bij welke stap ben je nu?"),
        N_("Is een kind nu in gevaar? Wacht dan niet op de stappen. Bel {emergency}."),
        Numbers("veilig_thuis"),
        short=N_("Vijf stappen"),
        source="S003; §4, §8",
        ways=[
            to("pro_step1"),
            to("pro_step2", STEP_2),
            to("pro_step3", STEP_3),
            to("pro_step4"),
            to("pro_step5", STEP_5),
            back("pro"),
            begin(),
        ],
    ),
    Screen(
        "pro_step1",
        N_("Stap 1: signalen"),
        N_("Schrijf op wat je ziet en hoort, en wanneer. Noteer de woorden van een kind letterlijk."),
        N_(
            "Een signaal bewijst niets: er kan een andere reden zijn. Meerdere signalen zeggen meer dan één. "
            "Ook een verandering en je eigen gevoel tellen. Sommige kinderen laten niets merken."
        ),
        N_("Werk je met volwassenen? Kijk ook naar hun kinderen. Dat is de kindcheck."),
        short=N_("Stap 1"),
        source="§2, §3.1, §8",
        ways=[to("pro_step2", STEP_2), to("pro_kindcheck"), to("pro_child_told", TOLD), back("pro_steps")],
    ),
    Screen(
        "pro_kindcheck",
        N_("De kindcheck"),
        N_("Help je een volwassene of een oudere jongere? Zorgt die voor kinderen, en zijn die kinderen veilig?"),
        N_("Denk er zeker aan bij:"),
        Points(
            N_("ernstige psychische klachten"),
            N_("een verslaving"),
            N_("een partner die geweld gebruikt"),
            N_("een zwangerschap"),
        ),
        N_("Je hoeft het niet zelf uit te zoeken. Weet je het niet zeker? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="§8; S004",
        ways=[to("pro_step2", STEP_2), back("pro_step1"), begin()],
    ),
    Screen(
        "pro_step2",
        N_("Stap 2: overleggen"),
        N_(
            "Beslis niet alleen. Praat met een collega of de aandachtsfunctionaris. "
            "Die zorgt dat iedereen de meldcode gebruikt."
        ),
        N_(
            "Twijfel je? Bel Veilig Thuis, zonder de naam van het gezin. Artsen doen dat altijd. "
            "Je blijft zelf verantwoordelijk."
        ),
        N_("Heeft een kind letsel? Vraag een arts die dat kan beoordelen. Is er nu gevaar? Wacht niet."),
        Numbers("veilig_thuis"),
        short=N_("Stap 2"),
        source="§1.1 (1.3, 1.4), §8; S001",
        ways=[to("pro_call", N_("Zo bel je")), to("pro_step3", STEP_3), back("pro_steps"), begin()],
    ),
    Screen(
        "pro_call",
        N_("Zo bel je Veilig Thuis"),
        Copy(N_("Ik bel vanuit mijn werk. Ik wil overleggen over een kind. Ik noem nog geen namen.")),
        N_("Houd dit klaar:"),
        Points(
            N_("wat je zag en hoorde, en wanneer"),
            N_("hoe oud het kind is"),
            N_("of er nu gevaar is"),
            N_("wie het gezin al helpt"),
            N_("wat je al deed, en je grootste zorg"),
        ),
        N_("Schrijf daarna op wie je sprak en wat je afsprak."),
        Numbers("veilig_thuis"),
        source="§1.1 (1.3, 1.4, 1.10), §5",
        ways=[to("pro_step3", STEP_3), back("pro_step2")],
    ),
    Screen(
        "pro_step3",
        N_("Stap 3: het gesprek"),
        N_("Kan praten iemand in gevaar brengen? Bel dan eerst Veilig Thuis: {veilig_thuis}."),
        N_("Is praten veilig? Zeg wat je zelf zag of hoorde, zonder oordeel. Vraag hoe het gaat en luister."),
        Copy(N_("Ik zie de laatste tijd dat uw kind stil en moe is. Hoe gaat het met u allemaal?")),
        N_("Wordt iemand boos? Blijf kalm. Later kan ook nog."),
        source="§3.2, §8",
        ways=[to("pro_call_first", FIRST), to("pro_child_told", TOLD), to("pro_step4"), back("pro_steps")],
        near_parents=True,
    ),
    Screen(
        "pro_step4",
        N_("Stap 4: afwegen"),
        N_("Jouw beroep heeft een afwegingskader: vijf vaste vragen. Ze helpen je zien of het kind veilig is."),
        N_("Kijk ook terug. Was het al eerder onveilig? Wat is er toen besloten? Hielp dat?"),
        N_("Let ook op jezelf. De een doet snel iets, de ander wacht lang. Twijfel je? Bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Stap 4"),
        source="S003; S001; §8",
        ways=[to("pro_weigh"), to("pro_threshold", N_("Snel of wachten?")), to("pro_step5", STEP_5), back("pro_steps")],
    ),
    Screen(
        "pro_weigh",
        N_("De vijf vragen"),
        N_("Een afwegingskader helpt je kiezen of je meldt. Dit staat erin:"),
        Points(
            N_("Vraag 1: heb ik nog een vermoeden?"),
            N_("Vraag 2: is er nu gevaar, of is het steeds weer onveilig?"),
            N_("Vraag 3: kan ik goede hulp geven of regelen?"),
            N_("Vraag 4: doet het gezin mee, en houdt het dat vol?"),
            N_("Vraag 5: wordt het zo op tijd veilig?"),
        ),
        N_("Ja bij vraag 2? Dan meld je, en bespreek je de rest met Veilig Thuis. Lees ook de tekst voor jouw beroep."),
        source="§8",
        ways=[
            to("pro_weigh_no", N_("Als het nee is")),
            to("pro_acute"),
            to("pro_step5", STEP_5),
            back("pro_step4"),
            begin(),
        ],
    ),
    Screen(
        "pro_weigh_no",
        N_("Als een antwoord nee is"),
        N_("Nee betekent niet bij elke vraag hetzelfde:"),
        Points(
            N_("Nee bij 1: schrijf op waarom."),
            N_("Nee bij 2: ga door met vraag 3."),
            N_("Nee bij 3, 4 of 5: dan meld je."),
        ),
        N_("Blijf altijd kijken. Is 3, 4 en 5 ja? Geef of regel de hulp, en kijk op een vaste dag of die werkt."),
        N_("Weet je een antwoord niet? Dat mag. Bel:"),
        Numbers("veilig_thuis"),
        source="§8",
        ways=[to("pro_report"), to("pro_step5", STEP_5), back("pro_weigh"), begin()],
    ),
    Screen(
        "pro_threshold",
        N_("Hoe snel doe jij iets?"),
        N_(
            "De een meldt snel, uit angst om iets te missen. "
            "De ander wacht lang, uit angst om iemand vals te beschuldigen."
        ),
        N_(
            "Wat doe jij meestal, en wat doet dat met je keuze van nu? Leg je plan aan een ander voor. "
            "Volg altijd de vijf vragen."
        ),
        Numbers("veilig_thuis"),
        source="S003; §8",
        ways=[to("pro_step5", STEP_5), back("pro_step4"), begin()],
    ),
    Screen(
        "pro_step5",
        N_("Stap 5: beslissen"),
        N_("Je beslist twee keer:"),
        Points(N_("Eerst: moet dit naar Veilig Thuis?"), N_("Daarna: kan ik zelf ook hulp geven of regelen?")),
        N_("Meld je? Kijk met Veilig Thuis wat jij nog kunt doen."),
        N_("Meld je niet? Spreek hulp af met het gezin. Kijk of die werkt. Stopt het niet? Meld alsnog."),
        Numbers("veilig_thuis"),
        source="S003; §8",
        ways=[to("pro_acute"), to("pro_report"), to("pro_help"), back("pro_steps")],
    ),
    Screen(
        "pro_acute",
        N_("Wanneer meld ik?"),
        N_("Meld altijd bij een van deze twee:"),
        Points(
            N_("Acuut: het kind is nu in gevaar. Bel eerst {emergency}."),
            N_("Structureel: het is steeds weer onveilig, of het blijft zo."),
        ),
        N_(
            "Meld ook als een kind zelf zegt dat het thuis niet veilig is. En als jij te weinig kunt doen, "
            "of hulp het niet stopt."
        ),
        N_("Jij beslist. Maar bij een van deze twee is melden sinds 2019 de norm."),
        Numbers("veilig_thuis"),
        short=N_("Wanneer melden"),
        source="S003; §4, §8",
        ways=[to("pro_report"), to("pro_weigh"), to("pro_child_told", TOLD), back("pro")],
    ),
    Screen(
        "pro_report",
        N_("Zo meld je"),
        Copy(N_("Ik wil een melding doen over een kind. Ik ken het gezin via mijn werk.")),
        Numbers("veilig_thuis"),
        N_("Na een melding kijkt Veilig Thuis hoe veilig het is. Vraag wat je terug hoort. Het kan lang duren."),
        source="S003; §1.1 (1.3, 1.13 to 1.15)",
        ways=[
            to("pro_report_name", N_("Met mijn naam?")),
            to("pro_open", FAMILY),
            to("pro_after"),
            back("pro_acute"),
            begin(),
        ],
    ),
    Screen(
        "pro_report_name",
        N_("Hoort het gezin mijn naam?"),
        N_("Meld je vanuit je werk? Dan hoort het gezin meestal wie er meldde."),
        N_(
            "Geeft dat gevaar, of schaadt het jullie band? Zeg het meteen. Soms hoort het gezin je naam dan niet. "
            "Veilig Thuis weet wel altijd wie je bent."
        ),
        Numbers("veilig_thuis"),
        short=N_("Mijn naam"),
        source="S003; §1.1 (1.7)",
        ways=[to("pro_open", FAMILY), to("pro_report"), back("pro_acute"), begin()],
    ),
    Screen(
        "pro_open",
        N_("Wat zeg je tegen het gezin?"),
        N_("Is het gevaarlijk als het gezin het weet? Bel dan eerst Veilig Thuis: {veilig_thuis}."),
        N_(
            "Is het niet gevaarlijk? Vertel gezin en kind wat je doet en waarom, vóór je meldt. "
            "Hulp werkt beter als het gezin meedoet."
        ),
        Copy(N_("Ik maak me zorgen en ik ga Veilig Thuis bellen. Dat wil ik u zelf vertellen.")),
        N_("Zegt het gezin nee? Je mag toch melden. Dat staat in de wet."),
        short=FAMILY,
        source="S003; §3.2, §8",
        ways=[
            to("pro_call_first", FIRST),
            to("pro_child_told", TOLD),
            to("pro_share", N_("Wat deel je?")),
            back("pro"),
        ],
        near_parents=True,
    ),
    Screen(
        "pro_call_first",
        N_("Wanneer bel je eerst?"),
        N_("Soms maakt praten het erger. Bel eerst Veilig Thuis, {veilig_thuis}, bij:"),
        Points(
            N_("gevaar nu: bel {emergency}"),
            N_("seksueel misbruik door iemand thuis"),
            N_("dreigen, stalken, wurgen of een wapen"),
            N_("iemand die alles bepaalt"),
            N_("eergeweld, een gedwongen huwelijk of besnijdenis van een meisje"),
            N_("een gezin dat misschien vertrekt"),
            N_("straf voor een kind dat praatte"),
            N_("letsel bij een heel jong kind"),
            N_("angst bij jezelf"),
        ),
        N_("Spreek samen af wie wat zegt, en wanneer."),
        source="§3.2",
        ways=[to("pro_call", N_("Zo bel je")), back("pro_open"), begin()],
    ),
    Screen(
        "pro_child_told",
        N_("Verteld op werk"),
        N_("Blijf rustig en luister. Vraag niet door en vul niets in. Zeg:"),
        Copy(N_("Goed dat je het vertelt. Het is niet jouw schuld.")),
        Copy(N_("Ik kan het niet geheim houden. Ik zeg je eerst met wie ik ga praten.")),
        N_("Seksueel misbruik? Luister alleen. Vragen stelt de politie."),
        N_(
            "Schrijf op wat het kind zei. Bel Veilig Thuis, {veilig_thuis}, vóór je met de ouders praat. "
            "Thuis niet veilig? Dan meld je, zegt de meldcode."
        ),
        source="§3.1, §3.2, §8",
        ways=[to("pro_acute"), to("pro_report"), back("pro_steps", name="back_steps"), begin()],
    ),
    Screen(
        "pro_share",
        N_("Wat mag je delen?"),
        N_("Het kind gaat voor. Vraag je steeds af: wat moet de ander weten om dit kind veilig te maken?"),
        N_(
            "Advies vragen kan zonder namen. Melden mag zonder toestemming, ook met een beroepsgeheim. "
            "Dat staat in de Wet maatschappelijke ondersteuning 2015, artikel 5.2.6."
        ),
        N_(
            "Na een melding mag Veilig Thuis jou vragen stellen, ook zonder toestemming van het gezin. "
            "Het gezin hoort dat meestal."
        ),
        source="S001; S004; §1.1 (1.4, 1.16), §8, §15 (15.3)",
        ways=[to("pro_report"), back("pro_open"), begin()],
    ),
    Screen(
        "pro_help",
        N_("Goede hulp"),
        N_("Eerst moet het geweld stoppen. Daarna zorg je samen dat het veilig blijft. Begin vroeg met herstel."),
        N_("Je doet dit niet alleen. Iedereen werkt met het gezin aan één plan."),
        Numbers("veilig_thuis"),
        source="S001",
        ways=[
            to("pro_one_plan", N_("Eén plan")),
            to("pro_short_term"),
            to("pro_long_term"),
            to("pro_recovery", RECOVERY),
            to("pro_family", N_("Met het gezin")),
            to("pro_hear_child", N_("Het kind horen")),
            back("pro"),
            begin(),
        ],
    ),
    Screen(
        "pro_one_plan",
        N_("Eén plan voor iedereen"),
        N_("Kijk met het gezin: wat geeft gevaar, en wat helpt al? Maak dan één plan:"),
        Points(
            N_("Wat moet er anders zijn, en wanneer?"),
            N_("Wie doet wat?"),
            N_("Wie let op de veiligheid van het kind?"),
            N_("Wanneer kijken we of het werkt?"),
        ),
        N_(
            "Ouders mogen vaak eerst zelf een plan maken, met familie en vrienden. "
            "Is het kind nu niet veilig? Dan gaat dat voor."
        ),
        source="S001, S004",
        ways=[to("pro_short_term"), back("pro_help")],
    ),
    Screen(
        "pro_short_term",
        N_("Nu veilig maken"),
        N_("Eerst moet het geweld stoppen en het kind veilig zijn. Dat kan zo:"),
        Points(
            N_("Maak met het gezin een plan. Wanneer is het veilig genoeg?"),
            N_("Zorg voor minder stress. Help met geld of wonen."),
            N_("Is een kind gewond? Vraag een arts die letsel kan beoordelen."),
        ),
        N_("Soms moet iemand een tijd het huis uit, of beslist de rechter. Overleg met Veilig Thuis."),
        Numbers("veilig_thuis"),
        source="S001; S004",
        ways=[to("pro_long_term"), back("pro_help")],
    ),
    Screen(
        "pro_long_term",
        N_("Veilig blijven"),
        N_("Is het nu veilig? Wat maakt de kans op geweld groter, en wat kleiner? Werk aan allebei."),
        Points(
            N_("Help het gezin om dichtbij steun te vragen."),
            N_("Regel ook hulp voor wie het geweld gebruikt."),
            N_("Kijk op vaste dagen of het nog veilig is."),
        ),
        N_("Het kan goed gaan en toch weer mis."),
        source="S001; S003",
        ways=[to("pro_recovery", RECOVERY), back("pro_help")],
    ),
    Screen(
        "pro_recovery",
        N_("Werken aan herstel"),
        N_(
            "Angst en stress kunnen lang blijven. Wacht niet. Eén volwassene die blijft en te vertrouwen is, "
            "helpt een kind veel."
        ),
        N_(
            "Dat kan ook op school of een club. Weet wat een kind meemaakte en waar het bang van wordt. "
            "Houd daar rekening mee. Dat heet traumasensitief."
        ),
        N_("Veel last? Er is goede behandeling. Vraag de huisarts ernaar."),
        short=RECOVERY,
        source="S001; §3.1, §7",
        ways=[
            to("pro_after_abuse", N_("Na misbruik")),
            to("pro_groups", N_("Samen met anderen")),
            to("pro_family", N_("Met het gezin")),
            back("pro_help"),
        ],
    ),
    Screen(
        "pro_hear_child",
        N_("Het kind zelf horen"),
        N_("Praat met het kind, niet alleen over het kind. Volg de regels van je beroep over toestemming."),
        N_("Nu veilig? Vraag wat het meemaakte:"),
        Copy(N_("Heb jij nog last van wat er thuis gebeurde?")),
        N_("Seksueel misbruik? Luister alleen. Bel:"),
        Numbers("veilig_thuis"),
        source="S001; S004; §3.1, §8",
        ways=[to("pro_child_told", TOLD), to("pro_recovery", RECOVERY), back("pro_help"), begin()],
    ),
    Screen(
        "pro_after_abuse",
        N_("Behandeling daarna"),
        N_("Is het kortgeleden? Bel direct, het liefst binnen zeven dagen. Later mag ook:"),
        Numbers("sexual_violence"),
        N_(
            "Blijft het kind bang? Vraag naar EMDR of andere traumatherapie: behandeling van nare herinneringen. "
            "Denk ook aan broers, zussen en ouders."
        ),
        N_("Is het nog niet veilig? Bel eerst Veilig Thuis: {veilig_thuis}."),
        short=N_("Na misbruik"),
        source="§1.4; S001, S004",
        ways=[to("pro_hear_child", N_("Het kind horen")), back("pro_recovery"), begin()],
    ),
    Screen(
        "pro_groups",
        N_("Samen met andere kinderen"),
        N_("Er zijn groepen voor:"),
        Points(
            N_("kinderen van een ouder die psychisch ziek of verslaafd is (KOPP/KOV)"),
            N_("kinderen die thuis geweld zagen, soms samen met een ouder"),
        ),
        N_(
            "Daar merkt een kind: ik ben niet de enige. Vraag bij de ggz of het wijkteam wat er in de buurt is. "
            "Help je de ouder? Let dan ook op het kind. Dat is de kindcheck."
        ),
        Numbers("veilig_thuis"),
        short=N_("Groepen"),
        source="§21 (21.3, 21.4); S004",
        ways=[to("pro_kindcheck"), back("pro_recovery"), begin()],
    ),
    Screen(
        "pro_family",
        N_("Samen met het gezin"),
        N_("Vraag jezelf af en toe:"),
        Points(
            N_("Zeg ik duidelijk tegen de ouders wat er moet veranderen?"),
            N_("Zie ik het kind zelf, en praat ik met het kind?"),
            N_("Zeg ik ook wat er goed gaat?"),
            N_("Help ik het gezin om steun te vragen?"),
            N_("Weet ik wie er op de veiligheid let?"),
            N_("Krijg ik zelf genoeg steun?"),
        ),
        N_("Is een antwoord nee? Praat met een collega of bel Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Met het gezin"),
        source="S001; §8",
        ways=[to("pro_reflect_1", OWN_WORK), back("pro_help")],
    ),
    Screen(
        "pro_reflect_1",
        N_("Kijk naar je eigen werk"),
        N_("Lees rustig deze tien zinnen. Er is geen score. De eerste vijf:"),
        Points(
            N_("Ik weet genoeg om te zien dat een kind niet veilig is."),
            N_("Ik kan genoeg om er iets aan te doen."),
            N_("Ik sta open voor signalen en ik doe er iets mee."),
            N_("Ik werk samen met het gezin."),
            N_("Ik zeg duidelijk wat er moet veranderen."),
        ),
        N_("Lukt iets niet? Bespreek het met je team."),
        short=N_("Je eigen werk"),
        source="S002; §8",
        ways=[to("pro_reflect_2", N_("De volgende vijf")), back("pro")],
    ),
    Screen(
        "pro_reflect_2",
        N_("De volgende vijf zinnen"),
        N_("Dit zijn de laatste vijf zinnen:"),
        Points(
            N_("Ik zie wat thuis al veilig is. Daar ga ik mee verder."),
            N_("Ik help het gezin om hulp te vragen aan mensen om hen heen."),
            N_("Ik zie wat lukt, en dat vieren we."),
            N_("Ik werk goed samen met anderen. Iedereen weet wat nodig is."),
            N_("Ik vraag wat het gezin later nog nodig heeft."),
        ),
        N_("Welke zin vraagt nu het meest van jou? Met wie praat je daarover?"),
        source="S002; §8",
        ways=[to("pro_family", N_("Met het gezin")), back("pro_reflect_1"), begin()],
    ),
    Screen(
        "pro_more",
        N_("Meer voor je werk"),
        N_("Heb je al gemeld? Is de meldcode ook voor jou? Of gaat het over een collega?"),
        Numbers("veilig_thuis"),
        short=N_("Meer voor werk"),
        source="S003; §8",
        ways=[
            to("pro_after"),
            to("pro_sectors", N_("Voor welk werk?")),
            to("pro_colleague", N_("Over een collega")),
            to("pro_volunteer"),
            to("pro_lessons", N_("Boeken en les")),
            back("pro"),
            begin(),
        ],
    ),
    Screen(
        "pro_lessons",
        N_("Boeken en lessen"),
        N_(
            "Een boek of een les maakt praten makkelijker. Lees of kijk eerst zelf. "
            "Zeg daarna bij wie een kind terechtkan. Geef ook dit nummer:"
        ),
        Numbers("kindertelefoon"),
        N_("Vertelt een kind je daarna iets? Kies “Een kind vertelt”."),
        short=N_("Boeken en les"),
        source="§10; S000",
        ways=[
            BOOKS_YOUNGER,
            BOOKS_MIDDLE,
            BOOKS_OLDER,
            to("pro_klokhuis", N_("Klokhuis")),
            to("pro_child_told", TOLD),
            back("pro_more"),
            begin(),
        ],
    ),
    Screen(
        "pro_books_young",
        N_("Lezen in de onderbouw"),
        N_("Lees het zelf eerst. Vraag ernaar in de bieb."),
        YOUNGER,
        source="§10; S000",
        ways=[BOOKS_MIDDLE, BOOKS_OLDER, back("pro_lessons"), begin()],
    ),
    Screen(
        "pro_books_mid",
        N_("Lezen in de middenbouw"),
        N_("Lees het zelf eerst. Vraag ernaar in de bieb."),
        MIDDLE,
        source="§10; S000",
        ways=[BOOKS_YOUNGER, BOOKS_OLDER, back("pro_lessons"), begin()],
    ),
    Screen(
        "pro_books_old",
        N_("Lezen in de bovenbouw"),
        N_("Lees het zelf eerst. Vraag ernaar in de bieb."),
        OLDER,
        source="§10; S000",
        ways=[BOOKS_YOUNGER, BOOKS_MIDDLE, back("pro_lessons"), begin()],
    ),
    Screen(
        "pro_klokhuis",
        N_("Klokhuis in de klas"),
        N_(
            "Het tv-programma Klokhuis maakte vier afleveringen over kindermishandeling. "
            "Er is een les bij voor groep 6, 7 en 8."
        ),
        N_("Kijk zelf eerst: een deel is al wat ouder. Zeg in de klas bij wie een kind terechtkan. Geef dit nummer:"),
        Numbers("kindertelefoon"),
        source="§1.5, §10; S000; no link, since the site could not be verified",
        ways=[to("pro_child_told", TOLD), back("pro_lessons"), begin()],
    ),
    Screen(
        "pro_after",
        N_("Na een melding"),
        N_(
            "Veilig Thuis kijkt nu hoe veilig het kind is. Vaak gaat de melding naar hulp in de buurt. "
            "Soms praat Veilig Thuis zelf met het gezin."
        ),
        N_(
            "Jij blijft het gezin vaak zien. Vertrouwen kan tijd kosten. Blijf eerlijk en vriendelijk. "
            "Blijf kijken: het kan weer slechter gaan."
        ),
        N_("Zie je weer iets? Bel opnieuw."),
        Numbers("veilig_thuis"),
        source="S003; §1.1 (1.13), §5, §8, §15 (15.2)",
        ways=[to("pro_help"), back("pro_more")],
    ),
    Screen(
        "pro_sectors",
        N_("Voor wie is de meldcode?"),
        N_("De wet over de meldcode geldt sinds 1 juli 2013. Die is voor mensen die werken in:"),
        Points(
            N_("de zorg"),
            N_("het onderwijs"),
            N_("de kinderopvang"),
            N_("de maatschappelijke ondersteuning"),
            N_("de jeugdhulp"),
            N_("justitie"),
        ),
        N_("De leerplichtambtenaar hoort er ook bij. Voor vrijwilligers geldt de wet niet."),
        N_("Sinds 1 januari 2019 hoort het afwegingskader erbij: de vijf vragen van stap 4."),
        source="§8; S004",
        ways=[to("pro_steps"), to("pro_volunteer"), back("pro_more")],
    ),
    Screen(
        "pro_volunteer",
        N_("Als vrijwilliger"),
        N_("Ben je coach, buddy of andere vrijwilliger? De meldcode is voor jou geen plicht."),
        N_("Praat met de vertrouwenspersoon van je club. Of bel zelf en zeg:"),
        Copy(N_("Ik ben vrijwilliger. Ik wil advies over een kind en noem nog geen namen.")),
        Numbers("veilig_thuis"),
        source="§1.1 (1.2, 1.4), §8; S004",
        ways=[
            to("pro_child_told", TOLD),
            to("pro_coll_sport", N_("In de sport")),
            to("pro_sectors", N_("Voor welk werk?")),
            back("work", name="up"),
        ],
    ),
)
