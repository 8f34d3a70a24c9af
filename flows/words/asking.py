"""What a question says that asks which route is meant: its buttons, and the lines around them."""

from flows import N_
from flows.routes import Route

ASKED = {
    Route.ACUTE: ("a", N_("Er is nu gevaar")),
    Route.SUICIDAL: ("s", N_("Niet meer willen leven")),
    Route.SEXUAL: ("x", N_("Ongewenst aangeraakt")),
    Route.SEXTORTION: ("e", N_("Dreigen met foto's")),
    Route.CHILD: ("k", N_("Ik ben bang (onder 18)")),
    Route.PARENT: ("o", N_("Het is zwaar als ouder")),
    Route.PARTNER: ("p", N_("Mijn relatie of familie")),
    Route.SURVIVOR: ("v", N_("Vroeger, als kind")),
    Route.HARD_THOUGHTS: ("h", N_("Gedachten die bang maken")),
    Route.REPORTED: ("m", N_("Een melding over mij")),
    Route.TOLD: ("r", N_("Een kind vertelde mij iets")),
    Route.ABOUT_OTHER: ("i", N_("Iemand die ik ken")),
    Route.BYSTANDER: ("z", N_("Zorgen om een kind")),
    Route.CALLED: ("b", N_("Ik heb al gebeld")),
    Route.PROFESSIONAL: ("w", N_("Een vraag voor mijn werk")),
    Route.VOLUNTEER: ("c", N_("Coach of vrijwilliger")),
    Route.MUNICIPALITY: ("g", N_("Ik werk bij een gemeente")),
    Route.FAMILY: ("f", N_("Een kind in mijn familie")),
    Route.CARER: ("u", N_("Ik zorg voor een kind")),
    Route.YOUNG: ("j", N_("Ik ben jonger dan 18")),
    Route.CALL_FOR_ME: ("l", N_("Bellen of melden")),
    Route.PERSON: ("n", N_("Een mens spreken")),
    Route.QUESTION: ("q", N_("Ik heb een vraag")),
    Route.PRIVACY: ("d", N_("Wie leest dit?")),
    Route.BOT: ("t", N_("Wie ben jij?")),
    Route.WIPE: ("y", N_("Dit gesprek wissen")),
}
"""The routes that we ask for, each with its letter in a button and what the button says."""

ABOUT = N_("Kies daarna wat past.")
WHICH = N_("Ik wil je goed helpen. Wat past het best?")
TOLD = N_("Goed dat je dit vertelt. Je hoeft er niet alleen mee te zijn. Bel gerust, of kies wat past:")
STILL = N_("Dank je dat je meer vertelt. Vertel het zo ook aan een mens, zoveel als je wilt. Of kies wat past:")
CRISIS_FIRST = {
    Route.ACUTE: N_("Is er nu gevaar? Bel zelf {emergency}. Zeg eerst waar je bent."),
    Route.SUICIDAL: N_("Gaat het over doodgaan, bij jou of bij een ander? Bel {suicide_prevention}, dag en nacht."),
}
DYING = N_("Praten over doodgaan kan bij {suicide_prevention}.")
CRISIS_STAYS = {Route.ACUTE: N_("Is er nu gevaar? Bel zelf {emergency}."), Route.SUICIDAL: DYING}
"""Above an answer to something else that was said since."""
HOPELESS = N_("Zie je het niet meer zitten? Bel {suicide_prevention}.")
"""Where nobody spoke of dying: thoughts of death may go unheard, and a worried grandmother must not be startled."""
CHILDREN_AND_DYING = N_("De Kindertelefoon: {kindertelefoon}. Zie je het niet meer zitten? Bel {suicide_prevention}.")
ALL_HUMANS_AND_DYING = N_(
    "Veilig Thuis: {veilig_thuis}. De Kindertelefoon: {kindertelefoon}. "
    "Zie je het niet meer zitten? Bel {suicide_prevention}."
)
VEILIG_THUIS_AND_DYING = N_("Veilig Thuis: {veilig_thuis}. Zie je het niet meer zitten? Bel {suicide_prevention}.")
HUMANS = N_("De Kindertelefoon: {kindertelefoon}. Ik ben een computer.")
CHILDREN = N_("De Kindertelefoon: {kindertelefoon}")
VEILIG_THUIS = N_("Veilig Thuis: {veilig_thuis}. Ik ben een computer.")
ALL_HUMANS = N_("Veilig Thuis: {veilig_thuis}. De Kindertelefoon: {kindertelefoon}. Ik ben een computer.")
PERHAPS = N_("Misschien helpt deze pagina:")
BEHIND = N_("Misschien staat het antwoord achter de knop.")
SOMETHING_ELSE = N_("Iets anders")
