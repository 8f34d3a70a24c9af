"""Pages that are not places on the map: how to call 112, and what is said to words, pictures and old buttons.

From any screen they lead away, and back to where the visitor was.
"""

from flows.guide import N_, Numbers, Screen

DANGER = "danger"
TYPED = "typed"
MEDIA = "media"
OLD_BUTTON = "old_button"
WIPED = "wiped"
GROUP = "group"

_SCREENS = (
    Screen(
        DANGER,
        N_("{emergency}: zo bel je"),
        N_("Ik kan niet voor je bellen. Bel zelf {emergency}."),
        Numbers("emergency"),
        N_(
            "Zeg eerst waar je bent. Zeg dan wie er moet komen: politie, ambulance of brandweer. "
            "Blijf aan de lijn en blijf praten.",
        ),
        N_(
            "Kun je niet praten? Staat de app 112NL op je telefoon? Dan kun je daarin typen.",
        ),
        N_("Ga niet zelf naar binnen. Blijf veilig."),
        N_(
            "Is het gevaar voorbij? Bel daarna Veilig Thuis. "
            "Twijfel je tussen {emergency} en {veilig_thuis}? Bel {emergency}.",
        ),
        Numbers("veilig_thuis"),
        source="§1.3, §4; tone.md",
    ),
    Screen(
        TYPED,
        N_("Ik lees geen berichten"),
        N_(
            "Ik ben een computer. Ik doe niets met wat je typt, en niemand leest het. Ik probeer je bericht "
            "weg te halen.",
        ),
        N_("Wil je met een mens praten?"),
        Numbers("emergency", "veilig_thuis", "kindertelefoon"),
        N_(
            "Denk je aan doodgaan? Bel {suicide_prevention}.",
        ),
        N_(
            "Of kies hieronder wat bij je past. Typ liever geen namen of adressen.",
        ),
        source="§13 red line 2",
    ),
    Screen(
        MEDIA,
        N_("Liever geen foto's"),
        N_(
            "Stuur mij geen foto's, video's of geluid. Ik open ze niet en niemand bekijkt ze. Ik probeer weg "
            "te halen wat je stuurde.",
        ),
        N_("Wil je met een mens praten?"),
        Numbers("emergency", "veilig_thuis", "kindertelefoon"),
        source="§13 red lines 2, 6",
    ),
    Screen(
        OLD_BUTTON,
        N_("Dit menu is vernieuwd"),
        N_(
            "De knop waar je op drukte, bestaat niet meer. Kies hieronder opnieuw.",
        ),
        Numbers("emergency", "veilig_thuis"),
        source="guide.md",
    ),
    Screen(
        WIPED,
        N_("Menu"),
        N_(
            "De tekst is weg. Deze regel kan ik niet zelf weghalen. "
            "Houd het gesprek in je lijst ingedrukt en kies Verwijderen.",
        ),
        source="privacy.md",
    ),
    Screen(
        GROUP,
        N_("Wat kan ik doen?"),
        N_(
            "In een groep geef ik geen antwoord. Druk op de knop voor een eigen gesprek.",
        ),
        source="guide.md",
    ),
)

ANSWERS = {screen.name: screen for screen in _SCREENS}
