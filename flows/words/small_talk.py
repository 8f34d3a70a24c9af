"""Small talk with an answer of its own: short, without a menu, and no new case.

Each kind has what people type, as lists like those of `wayfinding.py`, and what it gets. What somebody came for stays
behind it (`bot/chat/heard.py`), so its number stands first.
"""

from flows import N_
from flows.screen import Answer, Numbers
from flows.visit import Visit
from flows.words.answering import TITLE

THANKS, BYE, SORRY, CALLING, HELPED = "m_thanks", "m_bye", "m_sorry", "m_calling", "m_helped"
REPEATED, ANGRY, BUTTONS, JOKE = "m_repeated", "m_angry", "m_buttons", "m_joke"

BESIDE = N_(
    "oke, ok, okay, nou, hoor, maar, dan, dus, echt, wel, ja, heel, erg, veel, nu, morgen, straks, even, ff, zo, "
    "gewoon, haha, hahaha"
)
"""Words that may stand beside: they change nothing of the kind."""

PHRASES = {
    THANKS: N_(
        "dank, dank je, dankje, dankjewel, bedankt, dank u, dankuwel, thx, thnx, merci, top bedankt, super bedankt, "
        "fijn bedankt, bedankt voor je hulp, bedankt voor de hulp, dank je voor je hulp, dank u voor uw hulp, "
        "bedankt voor het luisteren, dank u voor het luisteren, lief bedankt"
    ),
    BYE: N_(
        "doei, doeg, doeidoei, tot ziens, welterusten, slaap lekker, ik ga slapen, ik ga weer, ik moet gaan, later, "
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
        "de ambulance is er, ambulance is er, er is hulp, de politie is bij de buren"
    ),
    REPEATED: N_(
        "dit zei je net, dat zei je net, dit zei je al, dat zei je al, dat zei je net ook, je zegt steeds hetzelfde, "
        "je zegt hetzelfde, weer hetzelfde, alweer hetzelfde, je herhaalt jezelf, dit had ik al, dat weet ik al, "
        "dit heb ik al gelezen"
    ),
    ANGRY: N_(
        "rot op, rot op met je computer, stom ding, stomme bot, stomme computer, domme bot, domme computer, kutbot, "
        "kut bot, wat een onzin, onzin, je helpt niet, je helpt me niet, dit helpt niet, hier heb ik niks aan, "
        "waardeloos, belachelijk, je snapt er niks van, je snapt het niet, je snapt me niet, je begrijpt me niet, "
        "prutsers, stelletje prutsers, flikker op, fuck you, idioot"
    ),
    BUTTONS: N_(
        "ik snap de knoppen niet, ik snap het niet, ik begrijp het niet, ik begrijp de knoppen niet, hoe werkt dit, "
        "hoe werkt het, waar moet ik drukken, welke knop, de knoppen werken niet, ik snap er niks van"
    ),
    JOKE: N_("grapje, geintje, was een grapje, het was een grapje, het was een grap, lol, haha grapje"),
}
"""What people type, by the name of its answer. A longer text is heard as any other."""

_USUAL = Numbers("emergency", "veilig_thuis")
_CHILDREN = N_("De Kindertelefoon: {kindertelefoon}")
_PERSON = [Visit("person_now")]

MANNERS = {
    answer.name: answer
    for answer in (
        Answer(THANKS, TITLE, N_("Graag gedaan. Praten kan dag en nacht:"), _USUAL, _CHILDREN, source="voice.md"),
        Answer(
            BYE,
            TITLE,
            N_("Dag. Je kunt altijd terugkomen. Kijkt iemand mee? Druk op “Wis chat”. Praten kan dag en nacht:"),
            _USUAL,
            _CHILDREN,
            source="voice.md",
        ),
        Answer(
            SORRY,
            TITLE,
            N_("Geeft niets. Je doet niets verkeerd door hier te typen. Praten kan dag en nacht:"),
            _USUAL,
            _CHILDREN,
            source="voice.md",
        ),
        Answer(
            CALLING,
            TITLE,
            N_("Goed dat je gaat bellen. Hieronder staat hoe dat gaat, en wat je kunt zeggen."),
            Numbers("veilig_thuis", "emergency"),
            _CHILDREN,
            meant=[Visit("vt_prepare"), Visit("vt_call"), Visit("child_call")],
            source="§1.1, §1.2",
        ),
        Answer(
            HELPED,
            TITLE,
            N_("Goed dat er hulp is. Vertel wat je hebt gezien of gehoord. Wil je later nog praten? Bel gerust:"),
            _USUAL,
            _CHILDREN,
            source="§4",
        ),
        Answer(
            REPEATED,
            TITLE,
            N_("Dat klopt, ik zeg weer hetzelfde. Ik ben een computer. Een mens denkt beter met je mee:"),
            Numbers("veilig_thuis", "emergency"),
            _CHILDREN,
            meant=_PERSON,
            source="§13 red line 3",
        ),
        Answer(
            ANGRY,
            TITLE,
            N_("Jammer dat ik je niet goed help. Ik ben een computer. Een mens luistert beter:"),
            Numbers("veilig_thuis", "emergency"),
            _CHILDREN,
            meant=_PERSON,
            source="§13 red line 3",
        ),
        Answer(
            BUTTONS,
            TITLE,
            N_("Onder dit bericht staan vakjes. Druk er op een, of typ wat erop staat. Bellen mag ook:"),
            _USUAL,
            _CHILDREN,
            source="guide.md",
        ),
        Answer(
            JOKE,
            TITLE,
            N_("Dat is goed. Is er toch iets? Praten mag altijd, dag en nacht:"),
            _USUAL,
            _CHILDREN,
            source="voice.md",
        ),
    )
}

HELPFUL = frozenset({CALLING, HELPED})
"""Those that are no reason for thoughts of death to stay on the page: help is near."""
