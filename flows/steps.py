"""The coarse steps: all that is counted of one campaign. Which screen was read is counted over all campaigns only."""

from flows import N_
from flows.answers import ANSWERS, DANGER
from flows.regions import adult, bystander, child, parent

START_STEP = "start"
"""Somebody opened the chat, by a link or `/start`. It belongs to no screen: many ways lead to the beginning."""

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

ABOUT_ONESELF = frozenset(screen.name for screen in (*child.SCREENS, *parent.SCREENS, *adult.SCREENS))
"""Where a child, a parent or an adult reads about their own home. Nothing of it is counted for a campaign."""


TYPED_WORDS = "typed_words"
"""An answer to typed words, as the place where something is pressed: those too may be about one's own home."""


def step_of(screen: str, pressed_on: str = "") -> str:
    """The step that this screen belongs to, or nothing; nothing either when it was opened from one of the above."""
    return "" if pressed_on in ABOUT_ONESELF or pressed_on == TYPED_WORDS else _STEP.get(screen, "")
