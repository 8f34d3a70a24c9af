"""Small talk, and words that only follow up, such as "en dan?", with an answer of its own: short, and no new case.

Each kind has what people type, as lists like those of `wayfinding.py`, and what it gets. What somebody came for stays
behind it (`bot/chat/heard.py`), so its number stands first.
"""

from collections.abc import Sequence

from flows import N_
from flows.screen import Answer, Numbers
from flows.visit import Visit
from flows.words.answering import TITLE
from flows.words.asking import CHILDREN, CHILDREN_AND_DYING, HOPELESS, VEILIG_THUIS

THANKS, BYE, SORRY, CALLING, HELPED = "m_thanks", "m_bye", "m_sorry", "m_calling", "m_helped"
REPEATED, ANGRY, BUTTONS, JOKE = "m_repeated", "m_angry", "m_buttons", "m_joke"
AFRAID, NEXT, SECRET, UNHEARD, NUMBERS = "m_afraid", "m_next", "m_secret", "m_unheard", "m_numbers"
WATCHED, FAULT, COSTS, TONGUES, SOMEBODY = "m_watched", "m_fault", "m_costs", "m_tongues", "m_somebody"
HERE, SAD, FEELING, SILENT = "m_here", "m_sad", "m_feel", "m_silent"
OVER, CHATTING, MISHEARD = "m_over", "m_chat", "m_misheard"
TO_CHILD, TO_PROFESSIONAL = "_c", "_w"
"""Behind the name of one that says something else to a child, or to a professional."""

BESIDE = N_(
    "oke, ok, okay, nou, hoor, maar, dan, dus, echt, wel, ja, heel, erg, veel, nu, morgen, straks, even, ff, zo, "
    "gewoon, dit, haha, hahaha"
)
"""Words that may stand beside: they change nothing of the kind."""

SHORTENED = N_("t = het, mn = mijn, zn = zijn, ist = is het, wrm = waarom, nie = niet, niks = niets")
"""How words are typed in a hurry, each with how the phrases below may have it. None of them stands beside."""

PHRASES = {
    THANKS: N_(
        "dank, dank je, dankje, dankjewel, bedankt, dank u, dankuwel, thx, thnx, merci, top bedankt, super bedankt, "
        "fijn bedankt, bedankt voor je hulp, bedankt voor de hulp, dank je voor je hulp, dank u voor uw hulp, "
        "bedankt voor het luisteren, dank u voor het luisteren, lief bedankt"
    ),
    BYE: N_(
        "doei, doeg, doeidoei, tot ziens, welterusten, slaap lekker, ik ga slapen, ik ga weer, ik moet gaan, "
        "tot later, laters"
    ),
    SORRY: N_(
        "sorry, het spijt me, excuses, sorry dat ik stoor, sorry dat ik lastig val, sorry dat ik je lastig val, "
        "sorry ik ben boos, sorry ik was boos, sorry voor net"
    ),
    CALLING: N_(
        "ik bel, ik ga bellen, ga bellen, ik ga ze bellen, ik bel ze, ik ga iemand bellen, ik ga veilig thuis bellen, "
        "ik bel veilig thuis, ik ga de kindertelefoon bellen, ik bel de kindertelefoon, ik ga de huisarts bellen"
    ),
    HELPED: N_(
        "de politie is er, politie is er, de politie is onderweg, politie is onderweg, de politie komt, "
        "de ambulance is er, ambulance is er, er is hulp, de politie is bij de buren, ze komen eraan, ze komen er aan, "
        "ze zijn onderweg, er komt hulp, er komt iemand, ambulance is onderweg, "
        "de ambulance is onderweg, de ambulance komt, ik heb 112 gebeld, heb 112 gebeld, 112 is gebeld, "
        "112 is onderweg, ik heb 112 al gebeld, ik heb gebeld ze komen eraan, ik heb gebeld ze zijn onderweg, "
        "ik heb 112 gebeld ze komen eraan"
    ),
    REPEATED: N_(
        "dit zei je net, dat zei je net, dit zei je al, dat zei je al, dat zei je net ook, je zegt steeds hetzelfde, "
        "je zegt hetzelfde, weer hetzelfde, alweer hetzelfde, je herhaalt jezelf, dit had ik al, dat weet ik al, "
        "dit heb ik al gelezen"
    ),
    ANGRY: N_(
        "rot op, rot op met je computer, stom ding, stomme bot, stomme computer, domme bot, domme computer, kutbot, "
        "kut bot, wat een onzin, onzin, je helpt niet, je helpt me niet, dit helpt niet, hier heb ik niks aan, "
        "waardeloos, belachelijk, je snapt er niks van, je snapt er geen reet van, je snapt het niet, je snapt me "
        "niet, je begrijpt me niet, prutsers, stelletje prutsers, flikker op, fuck you, idioot, jij bent dom, je bent "
        "dom, wat een kutbot, wat een stomme bot, wat een domme computer, je bent stom, jij bent stom, je bent echt "
        "dom, waarom doen jullie niks, jullie doen niks, jullie helpen niet, kutbot je helpt niet, je helpt voor geen "
        "meter, kutbot je helpt voor geen meter, dat vroeg ik niet, dat is geen antwoord, geef gewoon antwoord, geef "
        "antwoord, stop met vragen, stop met vragen stellen, hou op met vragen"
    ),
    BUTTONS: N_(
        "ik snap de knoppen niet, ik snap het niet, ik begrijp het niet, ik begrijp de knoppen niet, hoe werkt dit, "
        "hoe werkt het, waar moet ik drukken, welke knop, de knoppen werken niet, ik snap er niks van"
    ),
    JOKE: N_("grapje, geintje, was een grapje, het was een grapje, het was een grap, lol, haha grapje"),
    AFRAID: N_(
        "durf niet, ik durf niet, ik durf het niet, durf dat niet, dat durf ik niet, ik durf niet te bellen, "
        "durf niet te bellen, ik durf niks te zeggen, ik durf het niet te zeggen, ik durf het niet te vertellen, "
        "ik ben bang om te bellen, bang om te bellen, bellen is eng, dat is eng, vind ik eng, dat vind ik eng, te eng, "
        "kan ik niet zeggen, dat kan ik niet zeggen, ik kan het niet zeggen, dat zeg ik niet, wil ik niet zeggen, "
        "dat wil ik niet zeggen, ik weet niet wat ik moet zeggen, weet niet wat ik moet zeggen"
    ),
    NEXT: N_(
        "en dan, wat dan, en nu, wat nu, nu wat, hoe nu verder, hoe verder, en verder, wat moet ik nu, ok en dan, "
        "wat gebeurt er dan, wat gebeurt er daarna, en daarna, en wat nu, en wat dan, en wat gebeurt er dan, "
        "wat nu dan, zeg gewoon wat ik moet doen, zeg wat ik moet doen, vertel me wat ik moet doen, wat moet ik doen, "
        "wat moet ik doen dan, wat zou u doen, wat zou jij doen, wat raad je aan, wat raad je me aan"
    ),
    SECRET: N_(
        "niet doorvertellen, niet verder vertellen, zeg het tegen niemand, zeg het aan niemand, vertel het niemand, "
        "vertel het aan niemand, zeg niks, niks zeggen, niet zeggen, niet zeggen tegen mijn ouders, hou het geheim, "
        "het is geheim, beloof dat je niks zegt, beloof je dat je niks zegt, niemand mag dit weten, "
        "niemand mag het weten, vertel je het niet door, je zegt het toch niet door"
    ),
    UNHEARD: N_(
        "wie gelooft mij, wie gelooft mij dan, niemand gelooft mij, niemand gelooft me, ze geloven me niet, "
        "ze geloven mij niet, ze gelooft me niet, hij gelooft me niet, ze geloven me toch niet, niemand luistert, "
        "niemand luistert naar mij, niemand luistert naar me, niemand helpt mij, niemand helpt me, "
        "niemand doet iets, niemand doet wat"
    ),
    WATCHED: N_(
        "hij leest mee, ze leest mee, zij leest mee, iemand leest mee, hij kijkt mee, ze kijkt mee, iemand kijkt "
        "mee, mama leest mee, papa leest mee, mijn moeder leest mee, mijn vader leest mee, mijn man leest mee, "
        "hij leest mee op mijn telefoon, hij leest mee op mn telefoon, hij kijkt in mijn telefoon, ze kijkt in "
        "mijn telefoon, hij pakt mijn telefoon, hij staat achter me, ze staat achter me, kan nu niet praten, ik "
        "kan nu niet praten, kan nu niet typen, ik kan nu niet typen, kan niet praten, ik kan niet praten, ik kan "
        "nu niet, hij hoort me, ze hoort me, ze horen me, hij hoort alles, papa hoort alles, mama hoort alles, "
        "papa hoort me, mama hoort me, iemand kan me horen, iemand hoort me, ze kunnen me horen"
    ),
    FAULT: N_(
        "is het mijn schuld, is dit mijn schuld, is dat mijn schuld, het is mijn schuld, het is mijn eigen schuld, "
        "was het mijn schuld, is het mijn eigen schuld, komt het door mij, ligt het aan mij, het ligt aan mij, "
        "het komt door mij, ben ik schuldig, "
        "het zal wel aan mij liggen, is het dan mijn schuld, ben ik fout, ben ik nou fout, ben ik nu fout"
    ),
    COSTS: N_(
        "kosten, wat kost het, kost het wat, wat kost dit, hoeveel kost het, hoeveel kost dat, hoeveel kost bellen, "
        "kost het geld, kost dit geld, kost het iets, kost dit iets, kost dat geld, is het gratis, is dit gratis, is "
        "bellen gratis, kost bellen geld, wat kost bellen, moet ik betalen, moet ik hiervoor betalen, is het echt "
        "gratis, gratis"
    ),
    TONGUES: N_(
        "spreek je turks, spreek je arabisch, spreek je pools, spreek je duits, spreek je frans, spreek je spaans, "
        "spreek je oekraiens, spreek je russisch, spreek je andere talen, welke talen spreek je, welke talen ken je, "
        "kan het ook in het turks, kan het ook in het arabisch, kan het ook in het pools, kan dit in een andere taal, "
        "andere taal, andere talen, werkt dit ook in het nederlands, werkt deze chatbot ook in het nederlands"
    ),
    SOMEBODY: N_(
        "mijn man, mijn vrouw, mijn vriend, mijn vriendin, mijn partner, mijn ex, mijn vader, mijn moeder, mijn "
        "papa, mijn mama, papa, mama, mijn ouders, mijn stiefvader, mijn stiefmoeder, mn stiefvader, mn "
        "stiefmoeder, stiefvader, stiefmoeder, mijn broer, mijn zus, mijn broertje, mijn zusje, mijn oom, mijn "
        "tante, mijn opa, mn vader, mn moeder, mn vriend, mn ex, me vader, me moeder, het gaat over mijn vader, "
        "het gaat over mijn moeder, het gaat over mijn man, het gaat over mijn vriend, het gaat over mijn "
        "stiefvader, door mijn vader, door mijn moeder, door mijn stiefvader, door mijn stiefmoeder, door mijn "
        "man, door mijn ex, door mijn vriend, door mijn broer, door mijn oom, door papa, door mama, door zijn "
        "vader, door haar vader, door zijn stiefvader, door haar stiefvader"
    ),
    HERE: N_(
        "ben ik hier goed, ben ik hier wel goed, ik weet niet of ik hier goed ben, is dit de goede plek, is dit de "
        "juiste plek, kan ik hier terecht, kan ik hier praten, mag ik hier iets vragen, mag ik iets vragen, mag ik wat "
        "vragen, kan ik iets vragen, kan ik wat vragen, mag ik je iets vragen, mag ik je wat vragen, kan ik je iets "
        "vragen, kan ik je wat vragen, kan ik hier iets vragen, kan ik hier wat vragen, mag ik hier wat vragen, "
        "ik wil iets vragen, ik wil wat vragen, ik wil iets vertellen, mag ik iets "
        "vertellen, kan ik iets vertellen, ik moet iets vertellen, ik moet wat vertellen"
    ),
    SAD: N_(
        "kan niet slapen, ik kan niet slapen, ik slaap niet, ik slaap slecht, alles is kut, het is kut, het gaat kut, "
        "ik voel me kut, ik voel me rot, ik voel me slecht, ik voel me niet goed, ik voel me alleen, ik ben alleen, "
        "ik ben eenzaam, ik ben verdrietig, ben verdrietig, het gaat niet goed, het gaat niet goed met mij, ik huil, "
        "ik huil veel, ik huil elke dag, ik moet huilen, ik heb niemand, nooit goed genoeg, ik ben nooit goed genoeg, "
        "ik doe het nooit goed, ik doe alles fout, ik kan niks goed doen, niemand houdt van mij, niemand vindt mij lief"
    ),
    FEELING: N_(
        "ik voel me schuldig, voel me schuldig, ik voel me ook schuldig, ik voel me een verrader, "
        "ik voel me machteloos, "
        "ik voel me hulpeloos, ik voel me verraden, ik schaam me, ik schaam me dood, ik schaam me kapot, ik ben boos, "
        "ik ben boos op hem, ik ben boos op haar, ik ben woedend, ik ben overstuur, ik ben in de war, ik tril, "
        "ik tril helemaal, ik zit te trillen, ik lig er wakker van, ik slaap er niet van, ik kan er niet van slapen, "
        "ik kan er niet meer van slapen, ik mis haar, ik mis hem, ik mis ze, ik ben geschrokken, ik schrok me rot, "
        "ik heb spijt, ik heb er spijt van, ik had eerder iets moeten doen, ik had eerder moeten bellen, "
        "dit is moeilijk, het is moeilijk, ik vind het moeilijk, ik vind dit moeilijk, ik vind het erg, "
        "ik ben zenuwachtig, ik ben nerveus"
    ),
    OVER: N_(
        "het is gestopt, hij is gestopt, ze is gestopt, ze zijn gestopt, hij is al gestopt, ze zijn al gestopt, "
        "het is al gestopt, het is over, het is voorbij, het is al voorbij, ze zijn weg, ze zijn al weg, het is "
        "rustig, het is weer rustig, het is stil, het is weer stil, het is stil geworden, ze stappen uit, ze zijn "
        "uitgestapt, te laat, te laat ze zijn weg, ik was te laat, niet nu, nu niet, nu niet meer, niet op dit "
        "moment, er is nu geen gevaar, er is geen gevaar, geen gevaar, het is nu veilig, ik ben nu veilig, nee "
        "het is gestopt, nee hij is gestopt, nee ze zijn weg, nee niet nu, nee nu niet, nee nu niet meer"
    ),
    MISHEARD: N_(
        "dat bedoel ik niet, dat bedoelde ik niet, nee dat bedoel ik niet, dat is het niet, nee dat is het niet, "
        "dat is niet zo, nee dat niet, dat niet, nee niet dat, niet dat, dat klopt niet, dat zei ik niet, dat heb "
        "ik niet gezegd, je begrijpt me verkeerd, je begrijpt het verkeerd, verkeerd begrepen, je hebt het mis, "
        "verkeerd, fout, nee fout, helemaal niet, dat gaat niet over mij, het gaat niet over mij"
    ),
    CHATTING: N_(
        "chatten, kan ik chatten, kan ik ook chatten, mag ik chatten, kun je chatten, kan je chatten, kan het ook "
        "via chat, kan het via de chat, is er een chat, ik wil chatten, ik wil liever chatten, liever chatten, "
        "kan ik appen, kan ik ook appen, kan ik whatsappen, ik wil niet bellen, ik wil liever niet bellen, liever "
        "niet bellen, ik bel niet graag, kan het zonder bellen, moet ik bellen, ik kan niet bellen, bellen kan "
        "niet, ik heb geen beltegoed"
    ),
    NUMBERS: N_(
        "nummer, het nummer, welk nummer, wat is het nummer, telefoonnummer, het telefoonnummer, jullie nummer, "
        "wat is jullie nummer, wat is jullie telefoonnummer, jullie telefoonnummer, "
        "wat is het telefoonnummer, heb je een nummer, heb je een telefoonnummer, heb je een nummer voor mij, "
        "mag ik het nummer, welk nummer moet ik bellen, wie kan ik bellen, wie moet ik bellen, "
        "wie kan ik nog meer bellen, wie kan ik nog bellen, waar kan ik bellen, waar moet ik bellen, naar wie bel ik"
    ),
}
"""What people type, by the name of its answer. A longer text is heard as any other."""

SILENCED = N_(
    "hoort me, hoort mij, hoort ie me, hoort hij me, hoort ze me, horen me, hoort ons, fluister, fluisteren, appen, "
    "chatten, sms, kan niet bellen, kan nu niet bellen, niet kunnen bellen, kan niet praten, kan nu niet praten, "
    "zonder geluid, zonder praten, hoort ie dat, hoort hij dat, smsen, durf niet te bellen, durf niet bellen, "
    "geen beltegoed"
)
"""Words of somebody in danger who cannot speak, anywhere in a text. Their answer is a step of `further.py`."""
QUIETED = N_(
    "het is gestopt, het is nu stil, nu is het stil, het is weer stil, het is nu rustig, het is weer rustig, "
    "is voorbij, niet meer bezig, was gisteren, was vorige week"
)
"""Words of somebody who was in danger, or saw it, and says that it is over, anywhere in a text that tells of no danger.
"He is gone", "he left" and "he stopped" are none: they may be said of a child that was taken, or of breath."""
UNABLE_TO_SPEAK = frozenset({SILENT, AFRAID, WATCHED, CHATTING})
"""Small talk that says so too."""

_USUAL = Numbers("veilig_thuis", "emergency")
_PERSON = [Visit("person_now")]
_FOR_A_CHILD = Numbers("kindertelefoon", "emergency")


def _said(
    name: str, words: str, numbers: Numbers, last: str = CHILDREN, *, meant: Sequence[Visit] = (), source: str
) -> Answer:
    """Words, then numbers, then a human line in a sentence."""
    return Answer(name, TITLE, words, numbers, last, meant=meant, source=source)


MANNERS = {
    answer.name: answer
    for answer in (
        _said(THANKS, N_("Graag gedaan. Wil je er nog met een mens over praten? Bel dan:"), _USUAL, source="voice.md"),
        _said(
            BYE,
            N_("Dag. Je kunt altijd terugkomen. Kijkt iemand mee? Druk op “Wis chat”. Wil je praten? Bel gerust:"),
            _USUAL,
            source="voice.md",
        ),
        _said(
            SORRY,
            N_("Geeft niets. Je doet niets verkeerd door hier te typen. Wil je praten? Bel gerust:"),
            _USUAL,
            source="voice.md",
        ),
        _said(
            CALLING,
            N_("Goed dat je gaat bellen. Hieronder staat hoe dat gaat, en wat je kunt zeggen."),
            _USUAL,
            meant=[Visit("vt_prepare"), Visit("vt_call"), Visit("child_call")],
            source="§1.1, §1.2",
        ),
        _said(
            HELPED,
            N_("Goed dat er hulp is. Vertel wat je hebt gezien of gehoord. Wil je later nog praten? Bel gerust:"),
            _USUAL,
            source="§4",
        ),
        _said(
            REPEATED,
            N_("Dat klopt, ik zeg weer hetzelfde. Ik ben een computer. Een mens denkt beter met je mee:"),
            _USUAL,
            meant=_PERSON,
            source="§13 red line 3",
        ),
        _said(
            ANGRY,
            N_("Jammer dat ik je niet goed help. Ik ben een computer. Een mens luistert beter:"),
            _USUAL,
            meant=_PERSON,
            source="§13 red line 3",
        ),
        _said(
            BUTTONS,
            N_("Onder dit bericht staan vakjes. Druk er op een, of typ wat erop staat. Bellen mag ook:"),
            _USUAL,
            meant=[Visit("worried"), Visit("child"), Visit("adult")],
            source="guide.md",
        ),
        _said(JOKE, N_("Oké. Is er toch iets? Praten mag altijd:"), _USUAL, source="voice.md"),
        _said(
            AFRAID,
            N_("Dat is heel gewoon. Je hoeft niet te weten wat je moet zeggen. Advies vragen kan zonder je naam:"),
            _USUAL,
            meant=[Visit("doubts"), Visit("vt_prepare"), Visit("vt_chat")],
            source="§1.1",
        ),
        _said(
            AFRAID + TO_CHILD,
            N_("Dat is heel gewoon. Je hoeft niet alles te zeggen, en je naam hoeft ook niet:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_call"), Visit("child_who"), Visit("child_then")],
            source="§1.2, §6",
        ),
        _said(
            NEXT,
            N_("Bel eerst. Daar denkt iemand met je mee over wat je daarna doet:"),
            _USUAL,
            meant=[Visit("vt_call"), Visit("vt_after"), Visit("person_now")],
            source="§1.1",
        ),
        _said(
            NEXT + TO_CHILD,
            N_("Vertel het aan een mens die je vertrouwt, of bel. Daar denkt iemand met je mee:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_who"), Visit("child_call"), Visit("child_then")],
            source="§1.2, §6",
        ),
        _said(
            NEXT + TO_PROFESSIONAL,
            N_("Bel en vraag raad. Hieronder staan de vijf stappen van je werk:"),
            _USUAL,
            meant=[Visit("pro_steps"), Visit("pro_acute"), Visit("pro_call")],
            source="§8",
        ),
        _said(
            SECRET,
            N_("Ik vertel niets door. Ik ben een computer en niemand leest mee. Praten kan ook zonder je naam:"),
            _USUAL,
            meant=[Visit("vt_anonymous"), Visit("privacy"), Visit("on_my_phone")],
            source="§1.1; privacy.md",
        ),
        _said(
            SECRET + TO_CHILD,
            N_("Ik vertel niets door. Ik ben een computer en niemand leest mee. Praten kan, en je naam hoeft niet:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_then"), Visit("child_who"), Visit("child_phone")],
            source="§1.2, §6; privacy.md",
        ),
        _said(
            UNHEARD,
            N_("Dat is zwaar. Probeer het nog een keer, bij iemand die wel luistert:"),
            _USUAL,
            meant=[Visit("person_now"), Visit("vt_again"), Visit("doubt_nothing")],
            source="§1.1; vt_again",
        ),
        _said(
            UNHEARD + TO_CHILD,
            N_("Dat is zwaar. Vertel het dan aan iemand anders, tot er iemand luistert. Dit is niet jouw schuld:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_who"), Visit("child_call"), Visit("child_counts")],
            source="§1.2, §6",
        ),
        _said(
            WATCHED,
            N_(
                "Druk nu op “Wis chat”. Kom later terug, liefst op een ander toestel. "
                "Is er gevaar? Bel {emergency} zodra dat kan."
            ),
            _USUAL,
            meant=[Visit("on_my_phone")],
            source="§1.3; privacy.md",
        ),
        _said(
            WATCHED + TO_CHILD,
            N_(
                "Druk nu op “Wis chat”. Kom later terug, liefst op een ander toestel. "
                "Dat iemand meekijkt, is niet jouw schuld."
            ),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_phone")],
            source="§6; privacy.md",
        ),
        _said(
            FAULT,
            N_("Wat een ander jou doet, is niet jouw schuld. Praten helpt. Je naam hoeft niet:"),
            _USUAL,
            meant=[Visit("person_now"), Visit("adult"), Visit("child")],
            source="§6, §7",
        ),
        _said(
            FAULT + TO_CHILD,
            N_("Nee, het is niet jouw schuld. Een kind hoeft dit niet op te lossen. Dat je twijfelt, is heel gewoon:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_counts"), Visit("child_who"), Visit("child_call")],
            source="§6",
        ),
        _said(
            COSTS,
            N_("Dit is gratis. Ook bellen kost je niets:"),
            Numbers("veilig_thuis", "emergency", "kindertelefoon"),
            HOPELESS,
            meant=[Visit("vt_call"), Visit("child_call"), Visit("about")],
            source="§1.1, §1.2, §1.3",
        ),
        _said(
            TONGUES,
            N_("Ik ken Nederlands en Engels. Kies voor een andere taal de eerste knop. Bellen mag ook:"),
            _USUAL,
            meant=[Visit("who_does_what"), Visit("who_call")],
            source="§1.1; who_call",
        ),
        _said(
            SOMEBODY,
            N_("Wat is er met hem of haar? Typ het in een zin, of kies wat past. Bellen mag ook:"),
            _USUAL,
            meant=[Visit("child"), Visit("adult"), Visit("worried")],
            source="guide.md",
        ),
        _said(
            HERE,
            N_("Ja, je bent hier goed. Ik ben een computer. Typ wat er is, of kies wat past. Bellen mag ook:"),
            _USUAL,
            meant=[Visit("worried"), Visit("child"), Visit("adult")],
            source="guide.md",
        ),
        _said(
            SAD,
            N_("Dat klinkt zwaar. Fijn dat je het zegt. Typ wat er is, of praat met een mens:"),
            _USUAL,
            CHILDREN_AND_DYING,
            meant=[Visit("child"), Visit("adult"), Visit("person_now")],
            source="voice.md",
        ),
        _said(
            SAD + TO_CHILD,
            N_("Dat klinkt zwaar. Fijn dat je het zegt. Typ wat er is, of praat met een mens:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_call"), Visit("child_who"), Visit("child_dark")],
            source="§1.2, §6",
        ),
        _said(
            FEELING,
            N_("Dat is zwaar. Fijn dat je het zegt. Je hoeft er niet alleen mee rond te lopen. Praten kan met:"),
            _USUAL,
            meant=[Visit("person_now"), Visit("vt_chat")],
            source="voice.md",
        ),
        _said(
            FEELING + TO_CHILD,
            N_("Dat is zwaar. Fijn dat je het zegt. Je hoeft er niet alleen mee rond te lopen. Praten kan met:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_call"), Visit("child_who")],
            source="§1.2, §6",
        ),
        _said(
            OVER,
            N_(
                "Begint het weer, of vertrouw je de stilte niet? Bel {emergency}. Ook nu denkt Veilig Thuis met je mee:"
            ),
            Numbers("veilig_thuis"),
            CHILDREN_AND_DYING,
            meant=[Visit("write_down"), Visit("vt_prepare")],
            source="§1.1, §1.3, §4",
        ),
        _said(
            OVER + TO_CHILD,
            N_("Begint het weer, of ben je bang? Bel {emergency}. Vertel het ook iemand die je vertrouwt. Of bel:"),
            Numbers("kindertelefoon", "veilig_thuis"),
            HOPELESS,
            meant=[Visit("child_who"), Visit("child_home")],
            source="§1.2, §1.3, §6",
        ),
        _said(
            MISHEARD,
            N_("Sorry, ik begreep je verkeerd. Ik ben een computer. Typ het anders, kies wat past, of bel:"),
            _USUAL,
            CHILDREN_AND_DYING,
            meant=[Visit("worried"), Visit("adult"), Visit("child")],
            source="§13 red lines 2, 3",
        ),
        _said(
            CHATTING,
            N_("Chatten met Veilig Thuis kan meestal op werkdagen van 9 tot 17 uur. Bellen is gratis, dag en nacht:"),
            _USUAL,
            meant=[Visit("vt_chat"), Visit("vt_access")],
            source="§1.1 (1.9, 1.10)",
        ),
        _said(
            CHATTING + TO_CHILD,
            N_("Chatten kan op kindertelefoon.nl, elke dag van 11 tot 21 uur. Bellen mag ook, en is gratis:"),
            _FOR_A_CHILD,
            VEILIG_THUIS,
            meant=[Visit("child_call"), Visit("child_who")],
            source="§1.2 (1.30)",
        ),
        _said(
            NUMBERS,
            N_("Dit zijn de nummers:"),
            Numbers("veilig_thuis", "emergency", "kindertelefoon"),
            HOPELESS,
            meant=[Visit("person_now"), Visit("vt_chat")],
            source="§1.1, §1.2, §1.4",
        ),
    )
}

HELPFUL = frozenset({CALLING, HELPED})
CLOSING = HELPFUL | {THANKS, BYE}
"""Those that are no reason for thoughts of death to stay on the page: help is near."""
