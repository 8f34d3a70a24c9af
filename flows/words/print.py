"""The words of a municipality's kit: poster, card, button, texts to share, and a page that explains the guide.

There is one `Print` for each target of the QR code: the guide in Telegram, the guide on the web, and for children
De Kindertelefoon itself. People scan it in public, so the words name a worry, and no violence.
"""

from dataclasses import dataclass, replace

from flows import N_
from flows.helplines import HELPLINES
from flows.words import chat


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """A question, and the id of the helpline to call."""

    question: str
    helpline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """The words of one kit.

    `scan` stands under the QR code and says what a scan opens, and who can see that. `button` opens the same from a
    page. `page` explains the guide to readers who do not know it, as headings with their paragraphs.
    """

    name: str
    """What the target is called."""
    headline: str
    lead: str
    points: tuple[str, ...]
    scan: str
    opens: str
    """The same as `scan`, where there is hardly room."""
    calls: tuple[CallLine, ...]
    button: str
    before: str
    """What a reader has to know before pressing the button or the link."""
    page: tuple[tuple[str, tuple[str, ...]], ...]
    post: tuple[str, ...]
    """For social media."""
    colleagues: tuple[str, ...]
    """For the intranet of a municipality."""


HEADLINE = N_("Maak je je zorgen om een kind?")
LEAD = N_("Lees stap voor stap wat je kunt doen.")
POINTS = (
    N_("Je hoeft niets zeker te weten."),
    N_("Gratis, dag en nacht te lezen."),
    N_("Je leest, en kiest zelf wat je doet."),
)
BUTTON = N_("Lees wat je kunt doen")
CALLS = (
    CallLine(question=N_("Gevaar nu?"), helpline="emergency"),
    CallLine(question=N_("Liever bellen?"), helpline="veilig_thuis"),
    CallLine(question=N_("Jonger dan 18?"), helpline="kindertelefoon"),
)
FOR_WHOM = (
    N_("Voor wie is deze gids?"),
    (
        N_(
            "Voor iedereen die zich zorgen maakt om een kind: buren, familie, vrienden, een trainer of een juf. "
            "Je hoeft niets zeker te weten."
        ),
        N_(
            "Je leest hoe je signalen herkent en hoe je met een kind praat. "
            "Ook lees je wat er gebeurt als je Veilig Thuis belt."
        ),
    ),
)
POST = (
    N_("Veel mensen zien iets en doen niets. Ze zijn bang dat ze het mis hebben."),
    N_("Je hoeft niets zeker te weten. In deze gids lees je wat je kunt doen, en wie je kunt bellen."),
)
COLLEAGUES = (
    N_(
        "Ook jij kunt iets zien of horen: aan de balie, op straat of bij iemand thuis. "
        "Je hoeft niets zeker te weten. In deze gids lees je wat je kunt doen."
    ),
    N_("Werk je met kinderen of gezinnen? Dan geldt vaak de meldcode. De gids legt de stappen uit."),
)
NO_REPORT = N_("Je praat met een computer. Niemand leest mee, en het is geen melding.")
NOT_YOUR_FAULT = N_("Word je thuis bang of verdrietig? Het is niet jouw schuld. Je mag erover praten.")
NO_MESSAGES = N_("De gids bewaart geen berichten, namen of telefoonnummers van je.")

TELEGRAM = Print(
    name=chat.BOT_NAME,
    headline=HEADLINE,
    lead=LEAD,
    points=POINTS,
    scan=N_(
        "Scan met je telefoon. Dan opent een gesprek in Telegram. Wie in jouw Telegram kan kijken, kan het ook zien."
    ),
    opens=N_("De code opent Telegram."),
    calls=CALLS,
    button=BUTTON,
    post=POST,
    colleagues=COLLEAGUES,
    before=N_("Hiermee open je een gesprek in Telegram. Wie in jouw Telegram kan kijken, kan het ook zien."),
    page=(
        FOR_WHOM,
        (
            N_("Hoe werkt het?"),
            (N_("De gids is een gesprek in Telegram. Je drukt op knoppen en leest steeds een stukje."), NO_REPORT),
        ),
        (
            N_("Wat wordt er bewaard?"),
            (
                NO_MESSAGES,
                N_("Telegram ziet en bewaart het gesprek wel. Wie in jouw Telegram kan kijken, kan het ook zien."),
                N_("Wij zien alleen hoe vaak een stap is gekozen, niet door wie."),
            ),
        ),
    ),
)

WEB = replace(
    TELEGRAM,
    scan=N_("Scan met je telefoon. Dan opent een webpagina. Je telefoon kan onthouden dat je er was."),
    opens=N_("De code opent een webpagina."),
    before=N_("Hiermee open je een webpagina. Je telefoon of computer kan onthouden dat je er was."),
    page=(
        FOR_WHOM,
        (
            N_("Hoe werkt het?"),
            (
                N_("Je leest de gids op een webpagina. Je kunt er ook voor kiezen om hem in Telegram te lezen."),
                N_("Niemand leest mee, en het is geen melding."),
            ),
        ),
        (
            N_("Wat wordt er bewaard?"),
            (
                NO_MESSAGES,
                N_("Je telefoon of computer kan onthouden welke pagina's je opende."),
                N_("Lees je de gids in Telegram? Dan ziet en bewaart Telegram het gesprek."),
            ),
        ),
    ),
)

CHILDREN = Print(
    name=HELPLINES["kindertelefoon"].name,
    headline=N_("Zit je ergens mee?"),
    lead=N_("Je kunt praten met De Kindertelefoon."),
    points=(
        N_("Bel of chat. Het is gratis."),
        N_("Je hoeft je naam niet te zeggen."),
        N_("Je kiest zelf wat je vertelt."),
    ),
    scan=N_("Scan met je telefoon. Dan opent de site van De Kindertelefoon. Je telefoon kan onthouden dat je er was."),
    opens=N_("De code opent kindertelefoon.nl."),
    calls=(
        CallLine(question=N_("Praten?"), helpline="kindertelefoon"),
        CallLine(question=N_("Is die lijn dicht?"), helpline="veilig_thuis"),
        CallLine(question=N_("Gevaar nu?"), helpline="emergency"),
    ),
    button=N_("Naar De Kindertelefoon"),
    post=(N_("Kinderen en jongeren kunnen over alles praten met De Kindertelefoon. Ook over thuis."),),
    colleagues=(
        N_(
            "Vertel kinderen dat De Kindertelefoon er is. Bellen en chatten is gratis. "
            "Hun naam hoeven ze niet te zeggen."
        ),
    ),
    before=N_("Hiermee open je de site van De Kindertelefoon. Je telefoon of computer kan onthouden dat je er was."),
    page=(
        (
            N_("Wat is De Kindertelefoon?"),
            (N_("Daar kun je praten over alles, ook over thuis. Bel of chat. Het is gratis."), NOT_YOUR_FAULT),
        ),
    ),
)

OR_TYPE = N_("Of typ dit adres:")
ALT_OF_CODE = N_("QR-code. Die opent {link}.")
ALT_OF_LOGO = N_("Logo van {organisation}")
NEARBY = N_("Hulp in de buurt")
CALL_SOMEBODY = N_("Liever met iemand praten?")
ALT_OF_PICTURE = N_("Plaatje met de tekst: {headline} {lead}")
CHANNELS = ("WhatsApp", "LinkedIn", N_("Intranet"), N_("Nieuwsbrief"), N_("Beschrijving bij de plaatjes"))
"""The headings of the texts to share, in their order."""
