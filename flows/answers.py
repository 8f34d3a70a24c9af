"""Pages off the map: how to call 112, and the answers to typed words, to what is no text, and to old buttons.

From any screen a button or a message leads to them, and they lead back to where the visitor was. An answer to typed
words shows a number first, then 112 and the human lines, then at most three screens that may be meant. `listening`
only chooses the answer.
"""

from collections.abc import Iterator, Sequence

from flows import N_
from flows.guide import Guide, NoSuchStep
from flows.routes import Route
from flows.screen import Link, Numbers, Part, Screen
from flows.visit import Fact, Visit


class Answer(Screen):
    """A page off the map. `meant` are the visits it offers to a visitor who has told us nothing but what they typed."""

    def __init__(
        self, name: str, title: str, *parts: Part, meant: Sequence[Visit] = (), tall: str = "", source: str
    ) -> None:
        super().__init__(name, title, *parts, tall=tall, source=source)
        self.meant = tuple(meant)


DANGER = "danger"
TYPED = "typed"
VOICE = "voice"
LOCATION = "location"
CONTACT = "contact"
MEDIA = "media"
STICKER = "sticker"
BUTTON_ONLY = "button_only"
OLD_BUTTON = "old_button"
WIPED = "wiped"
COVERED = "covered"
FORGOTTEN = "forgotten"
GROUP = "group"

_SCREENS = (
    Answer(
        DANGER,
        N_("{emergency}: zo bel je"),
        N_("Ik kan niet voor je bellen. Bel zelf:"),
        Numbers("emergency"),
        N_("Zeg eerst waar je bent. Zeg dan wie er moet komen: politie, ambulance of brandweer. Blijf praten."),
        N_("Kun je niet praten? Bel met de app 112NL. Dan kan de meldkamer chatten."),
        N_(
            "Ga niet naar binnen. Zelf in gevaar? Ga weg als dat kan. "
            "Twijfel je tussen {emergency} en {veilig_thuis}? Bel {emergency}. "
            "Is het gevaar voorbij? Bel dan:"
        ),
        Numbers("veilig_thuis"),
        source="§1.3, §4; voice.md",
    ),
    # What is no text. The heading says what it was, since others may see it on a locked phone.
    Answer(
        VOICE,
        N_("Ik kan niet luisteren"),
        N_("Ik ben een computer en hoor geen geluid. Ik probeer het weg te halen. Typ een paar woorden, kies, of bel:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§13 red lines 2, 3",
    ),
    Answer(
        LOCATION,
        N_("Je locatie helpt hier niet"),
        N_("Er komt niemand: ik geef je locatie niet door. Gevaar nu? Bel zelf {emergency} en zeg waar je bent:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§1.3, §13 red lines 2, 6",
    ),
    Answer(
        CONTACT,
        N_("Liever geen namen"),
        N_("Stuur mij geen namen of nummers. Ik bel niemand en bewaar ze niet. Ik probeer ze weg te halen. Bel zelf:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§1.1, §13 red lines 2, 6",
    ),
    Answer(
        MEDIA,
        N_("Liever geen foto's"),
        N_("Stuur mij geen foto's, video's of bestanden. Niemand bekijkt ze. Ik probeer ze weg te halen. Bel liever:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§13 red lines 2, 6",
    ),
    Answer(
        STICKER,
        N_("Typ liever een paar woorden"),
        N_("Ik ben een computer. Een sticker of plaatje begrijp ik niet. Typ een paar woorden, kies, of bel:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§13 red line 3",
    ),
    Answer(
        BUTTON_ONLY,
        N_("Dat kan alleen met de knop"),
        N_("Als je typt, kan ik niet bellen, kopiëren of een site openen. Druk op de knop, of toets zelf het nummer:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="guide.md",
    ),
    Answer(
        OLD_BUTTON,
        N_("Dit menu is vernieuwd"),
        N_("De knop waar je op drukte, bestaat niet meer. Kies hieronder opnieuw."),
        Numbers("emergency", "veilig_thuis"),
        source="guide.md",
    ),
    Answer(
        WIPED,
        N_("Menu"),
        N_(
            "De tekst is weg. Deze regel kan ik niet zelf weghalen. "
            "Houd het gesprek in je lijst ingedrukt en kies Verwijderen."
        ),
        source="privacy.md",
    ),
    Answer(COVERED, N_("Menu"), N_("Druk op de knop om verder te gaan."), source="privacy.md"),
    Answer(
        FORGOTTEN,
        N_("Menu"),
        N_("Ik weet niet of hier nog een pagina van mij staat. Zie je er een? Druk daar op “Wis chat”."),
        source="privacy.md",
    ),
    Answer(
        GROUP,
        N_("Wat kan ik doen?"),
        N_("In een groep geef ik geen antwoord. Druk op de knop voor een eigen gesprek."),
        source="guide.md",
    ),
)

# The answers to typed words. Their title is neutral: others may see it on a locked phone. One number has a button,
# so that the page fits; the others stand in a sentence.

_TITLE = N_("Dit kun je nu doen")
_LISTENED = N_(
    "De Kindertelefoon: {kindertelefoon}. Ik ben een computer. Niemand leest mee. Ik kan je verkeerd begrijpen."
)

_HEARD = {
    Route.ACUTE: Answer(
        "heard_acute",
        _TITLE,
        N_(
            "Nu gevaar? Bel zelf {emergency}. Ik kan niet voor je bellen. Zeg eerst waar je bent. "
            "Zorg dat jij veilig bent."
        ),
        Numbers("emergency", "veilig_thuis"),
        _LISTENED,
        meant=[Visit("heard_now"), Visit("child_home"), Visit("partner")],
        source="§4, §13",
    ),
    Route.SUICIDAL: Answer(
        "heard_suicidal",
        _TITLE,
        N_("Denk je aan doodgaan, of jezelf pijn doen? Praat nu met iemand."),
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
        _TITLE,
        N_("Gebeurde er iets wat jij niet wilde, nu of lang geleden? Het is niet jouw schuld. Je mag erover praten."),
        Numbers("sexual_violence", "emergency"),
        N_(
            "Gaat het om een kind? Luister alleen, bel {veilig_thuis}. "
            "De Kindertelefoon: {kindertelefoon}. Ik ben een computer."
        ),
        # UNSAFE: nothing after this leads to a talk with the parents.
        meant=[Visit("child_touch"), Visit("child_online"), Visit("sexual", Fact.UNSAFE)],
        source="§1.4, §3.1, §6, §7",
    ),
    Route.CHILD: Answer(
        "heard_child",
        _TITLE,
        N_(
            "Gaat het thuis niet goed? Het is niet jouw schuld. Je mag erover praten. "
            "Ik ben een computer. Niemand leest mee."
        ),
        Numbers("kindertelefoon", "emergency", "veilig_thuis"),
        meant=[Visit("child"), Visit("child_home")],
        source="§1.2, §6",
    ),
    Route.PARENT: Answer(
        "heard_parent",
        _TITLE,
        N_(
            "Goed dat je hulp zoekt. Is je kind geschud of gewond? Bel nu een dokter of {emergency}, "
            "ook als je niets ziet. Is het te veel? Leg je kind veilig neer en ga de kamer uit. Schud nooit. "
            "Is er een melding over jou? Schrikken is normaal."
        ),
        Numbers("veilig_thuis", "emergency"),
        N_("De Kindertelefoon: {kindertelefoon}. Ik ben een computer."),
        meant=[Visit("parent_did"), Visit("parent_now"), Visit("parent_reported")],
        source="§1.1, §4, §7",
    ),
    Route.PARTNER: Answer(
        "heard_partner",
        _TITLE,
        N_("Niet veilig? Bel Veilig Thuis, ook 's nachts. Kijkt iemand mee op je telefoon? Neem een ander toestel."),
        Numbers("veilig_thuis", "emergency"),
        _LISTENED,
        meant=[Visit("partner"), Visit("safe_plan"), Visit("family_violence")],
        source="§1.1, §7",
    ),
    Route.BYSTANDER: Answer(
        "heard_bystander",
        _TITLE,
        N_("Zorgen om een kind? Goed dat je iets wilt doen. Zeker weten hoeft niet. Veilig Thuis denkt mee:"),
        Numbers("veilig_thuis", "emergency"),
        _LISTENED,
        meant=[Visit("worried"), Visit("heard_now"), Visit("doubts")],
        source="§1.1, §9",
    ),
    Route.QUESTION: Answer(
        "heard_question",
        _TITLE,
        N_("Misschien staat het antwoord achter een knop. Je kunt het ook aan een mens vragen:"),
        Numbers("veilig_thuis", "emergency"),
        _LISTENED,
        meant=[Visit("veilig_thuis"), Visit("doubts"), Visit("kindertelefoon")],
        source="§1.1",
    ),
    Route.PROFESSIONAL: Answer(
        "heard_professional",
        _TITLE,
        N_("Vraag je dit voor je werk? Bel Veilig Thuis voor advies. Deze gids vervangt de meldcode niet."),
        Numbers("veilig_thuis", "emergency"),
        _LISTENED,
        meant=[Visit("pro_steps"), Visit("pro_acute"), Visit("pro")],
        source="§8",
    ),
    Route.MUNICIPALITY: Answer(
        "heard_municipality",
        _TITLE,
        N_("Werk je bij een gemeente? Hieronder lees je wat je met deze gids kunt doen."),
        Numbers("veilig_thuis", "emergency"),
        _LISTENED,
        meant=[Visit("city_campaign"), Visit("city_duties"), Visit("municipality")],
        source="S004",
    ),
    Route.WIPE: Answer(
        "heard_wipe",
        _TITLE,
        N_("Moet dit gesprek weg? Druk onder dit bericht op “Wis chat”. Of typ alleen het woord: wis."),
        Numbers("emergency", "veilig_thuis"),
        _LISTENED,
        meant=[Visit("on_my_phone"), Visit("child_phone")],
        source="privacy.md",
    ),
    Route.GREETING: Answer(
        "heard_greeting",
        _TITLE,
        N_("Hallo. Ik ben een computer. Niemand leest mee. Kies wat bij je past, of bel:"),
        Numbers("emergency", "veilig_thuis"),
        N_("De Kindertelefoon: {kindertelefoon}"),
        source="§13 red line 3",
    ),
    Route.OTHER: Answer(
        TYPED,
        _TITLE,
        N_("Ik begreep je niet. Dat ligt aan mij: ik ben een computer. Kies of bel:"),
        Numbers("emergency", "veilig_thuis"),
        N_("Denk je aan doodgaan? Bel {suicide_prevention}. De Kindertelefoon: {kindertelefoon}"),
        source="§13 red line 2",
    ),
}

ANSWERS = {screen.name: screen for screen in (*_SCREENS, *_HEARD.values())}

MOST_MEANT = 3
"""Visits that one answer offers, at the most: more would be a menu."""

HEARD = {route: screen.name for route, screen in _HEARD.items()}
"""The answer to typed words, for each route."""


def faults(guide: Guide) -> Iterator[str]:
    """Visits that an answer offers and that do not exist, a line each."""
    for name, answer in ANSWERS.items():
        for visit in answer.meant:
            try:
                guide.open(visit.screen, visit.facts)
            except NoSuchStep:
                yield f"{name}: leads to {visit.screen!r}, which is closed or does not exist; fix the name"
