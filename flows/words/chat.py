"""The words around a screen: the 112 line, the fixed bottom row, the lines of a helpline, and the bot's profile."""

from flows import N_

FOOTER = N_("Gevaar nu? Bel zelf {emergency}.")

NO_NAMES = N_("Namen hoeven niet. Ik bewaar ze niet.")
"""Above the 112 line of an answer, to somebody who typed a name, a number or an address."""

BACK = N_("‹ {where}")
"""A way back, with the short name of the screen it opens."""
BACK_ALOUD = N_("Terug: {where}")

# The reading mode, for visitors with a screen reader: some announce no buttons, so the text names the choices.
CHOICES = N_("Je kunt kiezen:")
ALOUD = N_("Voorleesstand")
NOT_ALOUD = N_("Gewone stand")

FROM = N_("Een gids van {organisation}")
"""Below the title of the first page, after the code of a campaign."""

# The fixed bottom row: the number 112, which opens how to call it, wipe, and the next language by its own name.
WIPE = N_("Wis chat")
LANGUAGE = N_("Nederlands")

# The alert after a wipe. Screen readers read an alert aloud, and it leaves nothing in the chat.
WIPED_ALL = N_(
    "Deze pagina is weg. Dit blijft: de naam in je lijst, andere toestellen, je bellijst. "
    "Zie je nog een oudere pagina? Druk daar ook op “Wis chat”."
)
WIPED_PARTLY = N_("De tekst is weg, maar deze pagina kan ik niet weghalen. Verwijder zelf het gesprek uit je lijst.")

WIPED_NOT_YET = N_(
    "Telegram laat mij nu even niets weghalen. Verwijder zelf het gesprek uit je lijst. Ik probeer het later opnieuw."
)

# On the cover of a page that nobody has pressed for an hour.
GO_ON = N_("Verder")

COPY_NUMBER = N_("Kopieer {number}")
COPY = N_("Kopieer")
COPY_ENDING = N_("Kopieer …{digits}")
"""Beside the button that calls, on a page with several numbers."""
COPY_SENTENCE = N_("Kopieer de zin")
COPY_NTH_SENTENCE = N_("Kopieer zin {n}")
QUOTE = N_("“{sentence}”")
VISIT_SITE = N_("Naar {site}")

# Only when there are web pages too: a page that can dial, and the address to share.
CALL_NUMBER = N_("Bel {number}")
SHARE = N_("Geef deze gids door")

# An alert, when Telegram makes the bot wait longer than a visitor would.
HOLD_ON = N_(
    "Het is even druk. Druk over een minuut nog eens.\n"
    "Gevaar nu? Bel zelf {emergency}. Liever een mens? Bel Veilig Thuis: {veilig_thuis}, dag en nacht."
)

# An alert, after a press on a page that was forwarded to another chat. Neutral, because others read it there.
NOT_HERE = N_("Deze knop werkt hier niet. Open de gids zelf, in een eigen gesprek.")

CLOCK = N_("{hour}.{minute}")
OPEN_NOW = N_("open tot {closes}")
CLOSED_NOW = N_("dicht tot {opens}")

# For pages that are made in advance, such as web pages: the opening hours instead of "open now".
HOURS = N_("elke dag van {opens} tot {closes} uur")
EVERY_DAY = N_("Elke dag van {opens} tot {closes} uur:")
ON_WORKING_DAYS = N_("Op werkdagen van {opens} tot {closes} uur:")
AT_OTHER_TIMES = N_("Op andere tijden:")

# The profile, which Telegram shows before the first message. Neutral: others may see it.
BOT_NAME = N_("Wat kan ik doen?")
BOT_SHORT = N_("Een gids in stappen. Gratis, dag en nacht te lezen.")
BOT_ABOUT = N_(
    "Maak je je zorgen om een kind? Hier lees je stap voor stap wat je kunt doen.\n\n"
    "Dit is een computer. Niemand leest mee en dit is geen melding. De gids schrijft niets over jou op. "
    "Telegram bewaart dit gesprek wel.\n\n"
    "Gevaar nu? Bel zelf {emergency}.\n"
    "Liever een mens? Bel Veilig Thuis: {veilig_thuis}. Gratis, dag en nacht.\n\n"
    "Gebruik je een schermlezer? Typ /voorlezen."
)
GROUP_BUTTON = N_("Naar het gesprek")

# Each catalogue adds a command of its own: /nl, /en.
COMMANDS = {
    "start": N_("Naar het begin"),
    "help": N_("Nu met iemand praten"),
    "privacy": N_("Wat er bewaard wordt"),
    "wis": WIPE,
    "voorlezen": N_("Voorleesstand aan of uit"),
    "aloud": N_("Voorleesstand aan of uit"),
}

WHERE_YOU_WERE = N_("Waar je was")
"""On a way back to a screen whose name is too long for it."""

LAST_ANSWER = N_("Vorig antwoord")
"""On a way back from small talk to the answer that stood before it."""
