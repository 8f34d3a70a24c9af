"""The coarse steps, which is all that is counted per campaign. Screens are only counted over all campaigns together."""

from flows.answers import ANSWERS, DANGER
from flows.map import REGIONS
from flows.regions import after_report, bystander, doubts

START_STEP = "start"
"""The chat was opened, by a link or `/start`. No screen stands for it: many choices lead to the first screen."""

PLAN = "plan"

_SCREENS = {
    "signals": bystander.SIGNALS,
    "talk": bystander.TALK,
    "veilig_thuis": bystander.VEILIG_THUIS + after_report.SCREENS,
    "kindertelefoon": bystander.KINDERTELEFOON,
    DANGER: (ANSWERS[DANGER],),
    PLAN: doubts.PLANS,
}

STEPS = (START_STEP, *_SCREENS)
"""In reading order."""

_STEP = {screen.name: step for step, screens in _SCREENS.items() for screen in screens}

_OWN_PLANS = frozenset(screen.name for screen in doubts.OWN_PLANS)

ABOUT_ONESELF = frozenset(screen.name for region in ("child", "parent", "adult") for screen in REGIONS[region])
"""Screens where a child, a parent or an adult reads about their own home. None of these is counted per campaign."""

TYPED_WORDS = "typed_words"
"""Stands for an answer to typed words as the screen that was pressed on: it too may be about the visitor's own home."""


def step_of(screen: str, pressed_on: str = "") -> str:
    """The step of this screen, if any. Nothing either when it was opened from one of the screens above."""
    return "" if pressed_on in ABOUT_ONESELF or pressed_on == TYPED_WORDS else _STEP.get(screen, "")


def counted_as(screen: str) -> str:
    """The name that a page is counted by over all campaigns. Which plan somebody made is theirs: all count as one."""
    return PLAN if screen in _OWN_PLANS else screen
