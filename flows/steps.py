"""The coarse steps, which is all that is counted per campaign. Screens are only counted over all campaigns together."""

from flows import N_
from flows.answers import ANSWERS, DANGER
from flows.map import REGIONS
from flows.regions import bystander

START_STEP = "start"
"""The chat was opened, by a link or `/start`. No screen stands for it: many choices lead to the first screen."""

_SCREENS = {
    "signals": bystander.SIGNALS,
    "talk": bystander.TALK,
    "veilig_thuis": bystander.VEILIG_THUIS,
    "kindertelefoon": bystander.KINDERTELEFOON,
    DANGER: (ANSWERS[DANGER],),
    "plan": bystander.PLANS,
}

STEPS = {START_STEP: N_("Begonnen")} | {step: screens[0].title for step, screens in _SCREENS.items()}
"""Every step with its title, in reading order."""

_STEP = {screen.name: step for step, screens in _SCREENS.items() for screen in screens}

ABOUT_ONESELF = frozenset(screen.name for region in ("child", "parent", "adult") for screen in REGIONS[region])
"""Screens where a child, a parent or an adult reads about their own home. None of these is counted per campaign."""

TYPED_WORDS = "typed_words"
"""Stands for an answer to typed words as the screen that was pressed on: it too may be about the visitor's own home."""


def step_of(screen: str, pressed_on: str = "") -> str:
    """The step of this screen, if any. Nothing either when it was opened from one of the screens above."""
    return "" if pressed_on in ABOUT_ONESELF or pressed_on == TYPED_WORDS else _STEP.get(screen, "")
