"""The words of the web pages only, and the addresses that the chat and the kit link to.

An address starts with the language, ends with `/`, and is relative to the folder of the pages.
"""

from flows import N_
from flows.helplines import HELPLINES

CALL = "bel"
ACCESSIBLE = "toegankelijkheid"
FILE = "index.html"
"""Links are written out to it: some hosts do not show it for its folder."""

REVIEW = "review"
CHILD_DOOR = "kind"
GENUINE_FOLDER = "echt"
FOLDERS = (REVIEW, CHILD_DOOR, GENUINE_FOLDER)
"""The folders of the review book, of the page where children arrive and of the signed list, beside those of languages
and campaigns."""

LEAVE_FOR = "https://www.buienradar.nl/"
"""The target of "leave this page": a weather site, which is normal to have open. Our pages never contact it earlier."""


def call_page(locale: str, helpline: str) -> str:
    """The address of the page that can dial a helpline."""
    return f"{locale}/{CALL}/{dashed(helpline)}/"


def dashed(name: str) -> str:
    """The name of a screen or a helpline in an address."""
    return name.replace("_", "-")


CALLABLE = tuple(line.id for line in HELPLINES.values() if line.number)

# On every page.
SKIP = N_("Naar de tekst")
LEAVE = N_("Verlaat deze pagina")
LEAVE_LIMIT = N_("Je browser onthoudt deze pagina.")
LEAVE_BY_KEY = N_("Snel weg: drie keer Shift.")
SHIFT = N_("Shift om weg te gaan: nog {times}")
CHOOSE = N_("Je kunt kiezen")
LANGUAGES = N_("Taal")
BEGIN = N_("Naar het begin")
MORE = N_("Over deze pagina's")
COPIED = N_("Gekopieerd")
HELP_FROM = N_("Hulp van {organisation}")

# Typed words, on the first page.
TYPE_HERE = N_("Typ in een paar woorden wat er is")
TYPE_HINT = N_("Deze pagina verstuurt niet wat je typt, en bewaart het niet. Namen hoeven niet.")
TYPE_GO = N_("Zoek")
OTHER_LANGUAGES = N_("Andere talen")

# The page that can dial.
CALL_HOW = N_("Druk op het nummer. Dan belt je telefoon. Het nummer staat daarna in je bellijst.")

# The page about accessibility.
ACCESSIBILITY = N_("Toegankelijkheid")
ACCESSIBILITY_FOR_ALL = N_("Iedereen moet deze gids kunnen gebruiken. Lukt je iets niet? Vertel het ons.")
ACCESSIBILITY_STATEMENT = N_("Lees hoe toegankelijk deze gids is, en hoe je ons bereikt")

# The page that links and QR codes open.
ABOUT = N_(
    "Maak je je zorgen om een kind? Of gaat het thuis bij jou niet goed? Hier lees je stap voor stap wat je kunt doen."
)
READ_HERE = N_("Lees het hier")
READ_HERE_ABOUT = N_("Zonder app en zonder account. Je hoeft niets in te vullen.")
IN_TELEGRAM = N_("Open in Telegram")
IN_TELEGRAM_ABOUT = N_("Vanaf 16 jaar. Telegram ziet en bewaart dat gesprek.")
FOR_CHILDREN = N_("Ben je jonger dan 18? Dit is voor jou")
ON_PAPER = N_("Op papier: twee bladzijden")

# On paper.
PRINTED = N_("Voor wie zich zorgen maakt om een kind. Bewaar dit waar niemand anders het leest.")

# The page by which anyone can tell an imitation.
GENUINE = N_("Is dit de echte gids?")
GENUINE_ABOUT = N_("Deze gids is van {organisation}. Dit zijn alle adressen:")
GENUINE_NOT = N_("Staat een bot of een pagina hier niet bij? Dan is die niet van ons. Vertel daar niets.")
GENUINE_NEVER = N_("De echte gids vraagt nooit om een naam, een nummer, een code, een foto of geld.")
GENUINE_TELL = N_("Zag je een namaakgids? Meld die in Telegram, en bij {organisation}.")
GENUINE_UNTIL = N_("Deze lijst geldt tot en met {day}. Zo is ze ondertekend:")
