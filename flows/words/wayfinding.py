"""What visitors type to find their way, instead of pressing a button.

Each is a list with commas, in small letters and without signs. A translation is no translation but what people type in
that language, as many as there are. The words of every language count, whatever the visitor's own.
"""

from flows import N_

BACK = N_("terug, vorige, ga terug, vorige pagina, terug naar de vorige pagina, een stap terug")

BEGIN = N_(
    "begin, start, home, menu, hoofdmenu, opnieuw, opnieuw beginnen, begin opnieuw, naar het begin, "
    "terug naar het begin, ga naar het begin, naar het menu, terug naar het menu, herstart, "
    "ik bedoel iets anders, nee ik bedoel iets anders, nee iets anders, het is iets anders"
)

HELP = N_("help, hulp, kun je helpen, kun je me helpen, kunt u helpen, kunt u mij helpen")

# The answers to a question that a page asks. Each is looked for among the labels of that page.
YES = N_("ja, jazeker, ja hoor, ja klopt, ja dat klopt, klopt, dat klopt")
NO = N_("nee, neen, nee hoor")
NONE_OF_THESE = N_(
    "geen, geen van deze, geen van allen, geen van deze dingen, geen daarvan, geen een, niets, niks, niets hiervan, "
    "niks hiervan, niets daarvan, niks daarvan, niets van dit alles, niks van dit alles"
)
NOT_SURE = N_(
    "ik weet het niet, ik weet het echt niet, weet ik niet, weet niet, ik weet niet, geen idee, ik twijfel, misschien"
)

UNSURE = N_("ik weet het niet")
"""How a label says it."""

# What may stand before a label, and beside a language or a number.
BEFORE = N_("ik ben, ik wil, ik kies, ik kies voor, ik bedoel, ga naar, naar, open, kies, druk op, de knop, graag")
BESIDE_LANGUAGE = N_("in, het, naar, graag, alsjeblieft, aub, kan, kun, je, u, mag, dit, ook, de, taal, spreek, praat")
BESIDE_NUMBER = N_("bel, bellen, het, de, nummer, telefoonnummer, van, kopieer, telefoon, naar")
