"""Pages off the map: how to call 112, and the answers to typed words, to what is no text, and to old buttons.

From any screen a button or a message leads to them, and they lead back to where the visitor was. An answer to typed
words shows a number first, then 112 and the human lines, then at most three screens that may be meant. `listening`
only chooses the answer; where it is not sure, `ASK` asks, and `TOPIC` answers a question with the screens about it.
"""

from collections.abc import Iterator

from flows import N_
from flows.guide import Guide, NoSuchStep
from flows.screen import Answer, Numbers
from flows.words.answering import SAID, TITLE
from flows.words.asking import CHILDREN, CHILDREN_AND_DYING
from flows.words.small_talk import MANNERS

DANGER = "danger"
FOLLOW_UP = "follow_up"
"""For words that nobody understands, typed somewhere in the guide: the place stays."""
VOICE = "voice"
LOCATION = "location"
CONTACT = "contact"
MEDIA = "media"
STICKER = "sticker"
BUTTON_ONLY = "button_only"
OLD_BUTTON = "old_button"
WIPED = "wiped"
COVERED = "covered"
LONG_STORY = "long_story"
FORGOTTEN = "forgotten"
GROUP = "group"

_OR_CALL = (Numbers("emergency", "veilig_thuis"), CHILDREN)
_OR_A_HUMAN = (Numbers("veilig_thuis", "emergency"), CHILDREN_AND_DYING)

_SCREENS = (
    Answer(
        DANGER,
        N_("{emergency}: zo bel je"),
        N_("Ik kan niet voor je bellen. Bel zelf:"),
        Numbers("emergency"),
        N_("Zeg eerst waar je bent. Zeg dan wie er moet komen: politie, ambulance of brandweer. Blijf praten."),
        N_("Kun je niet praten? Bel met de app 112NL. Dan kunnen ze met je chatten."),
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
        *_OR_CALL,
        source="§13 red lines 2, 3",
    ),
    Answer(
        LOCATION,
        N_("Je locatie helpt hier niet"),
        N_("Er komt niemand: ik geef je locatie niet door. Gevaar nu? Bel zelf {emergency} en zeg waar je bent:"),
        *_OR_CALL,
        source="§1.3, §13 red lines 2, 6",
    ),
    Answer(
        CONTACT,
        N_("Liever geen namen"),
        N_("Stuur mij geen namen of nummers. Ik bel niemand en bewaar ze niet. Ik probeer ze weg te halen. Bel zelf:"),
        *_OR_CALL,
        source="§1.1, §13 red lines 2, 6",
    ),
    Answer(
        MEDIA,
        N_("Liever geen foto's"),
        N_("Stuur mij geen foto's, video's of bestanden. Niemand bekijkt ze. Ik probeer ze weg te halen. Bel liever:"),
        *_OR_CALL,
        source="§13 red lines 2, 6",
    ),
    Answer(
        STICKER,
        N_("Typ liever een paar woorden"),
        N_("Ik ben een computer. Een sticker of plaatje begrijp ik niet. Typ een paar woorden, kies, of bel:"),
        *_OR_CALL,
        source="§13 red line 3",
    ),
    Answer(
        BUTTON_ONLY,
        N_("Dat kan alleen met de knop"),
        N_("Als je typt, kan ik niet bellen, kopiëren of een site openen. Druk op de knop, of toets zelf het nummer:"),
        *_OR_CALL,
        source="guide.md",
    ),
    Answer(
        FOLLOW_UP,
        TITLE,
        N_("Dat begreep ik niet goed. Dat ligt aan mij: ik ben een computer. Ga terug naar waar je was, of bel:"),
        *_OR_A_HUMAN,
        source="§13 red line 2",
    ),
    Answer(
        LONG_STORY,
        TITLE,
        N_("Dank je dat je dit vertelt. Ik ben een computer. Een mens kan hier beter over meedenken. Bel, of kies:"),
        *_OR_A_HUMAN,
        source="§13 red line 2",
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

ANSWERS = {screen.name: screen for screen in (*_SCREENS, *SAID.values(), *MANNERS.values())}

FOR_NO_TEXT = (VOICE, LOCATION, CONTACT, MEDIA, STICKER)
"""The answers to what is sent instead of text."""

MOST_MEANT = 3
"""Visits that one answer offers, at the most: more would be a menu."""

HEARD = {route: screen.name for route, screen in SAID.items()}
"""The answer to typed words, for each route."""


def faults(guide: Guide) -> Iterator[str]:
    """Visits that an answer offers and that do not exist, a line each."""
    for name, answer in ANSWERS.items():
        for visit in answer.meant:
            try:
                guide.open(visit.screen, visit.facts)
            except NoSuchStep:
                yield f"{name}: leads to {visit.screen!r}, which is closed or does not exist; fix the name"
