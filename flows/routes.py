"""What typed words may be about: the names that `listening` and the answers share."""

from enum import StrEnum


class Route(StrEnum):
    """In order of priority: danger to life, then the visitor's own harm, then everything else."""

    ACUTE = "acute"
    SUICIDAL = "suicidal"
    SEXUAL = "sexual"
    SEXTORTION = "sextortion"
    CHILD = "child"
    PARENT = "parent"
    PARTNER = "partner"
    SURVIVOR = "survivor"
    HARD_THOUGHTS = "hard_thoughts"
    REPORTED = "reported"
    TOLD = "told"
    ABOUT_OTHER = "about_other"
    BYSTANDER = "bystander"
    CALLED = "called"
    PROFESSIONAL = "professional"
    VOLUNTEER = "volunteer"
    MUNICIPALITY = "municipality"
    FAMILY = "family"
    CARER = "carer"
    YOUNG = "young"
    CALL_FOR_ME = "call_for_me"
    PERSON = "person"
    QUESTION = "question"
    PRIVACY = "privacy"
    BOT = "bot"
    WIPE = "wipe"
    GREETING = "greeting"
    THANKS = "thanks"
    OTHER = "other"


class Mention(StrEnum):
    """Something that is mentioned beside the subject: a sign that was seen, a doubt, a fear or a feeling. The gravest
    first."""

    ALONE = "alone"
    UNSEEN = "unseen"
    MARK = "mark"
    SHOUTING = "shouting"
    FRIGHTENED = "frightened"
    CARE = "care"
    DRINK = "drink"
    SECRET = "secret"  # noqa: S105 - no password
    TAKEN = "taken"
    REACTION = "reaction"
    DISBELIEVED = "disbelieved"
    HELD_BACK = "held_back"
    NO_EFFECT = "no_effect"
    MISTAKEN = "mistaken"
    MEDDLING = "meddling"
    RUINS = "ruins"
    GUILT = "guilt"
    LOVE = "love"
    AGAIN = "again"
    FIRST = "first"
    FEELING = "feelings"


CRISIS = frozenset({Route.ACUTE, Route.SUICIDAL})
"""Danger to life: 112 or 113 comes first."""

CLAIMS = CRISIS | {
    Route.SEXUAL,
    Route.SEXTORTION,
    Route.CHILD,
    Route.PARENT,
    Route.PARTNER,
    Route.SURVIVOR,
    Route.HARD_THOUGHTS,
    Route.REPORTED,
    Route.TOLD,
}
"""Routes whose answer says that something happened to the visitor or to a child who told them, or that they did
something. Nobody is told that on a guess."""

ABOUT_OTHERS = frozenset({Route.ABOUT_OTHER, Route.BYSTANDER, Route.FAMILY, Route.CARER, Route.VOLUNTEER})
"""Worry about somebody else."""

SUBJECTS = CLAIMS | ABOUT_OTHERS | {Route.CALLED}
"""Subjects that somebody came for: a question or remark beside them takes none of them away."""

SAY_WHO = frozenset({Route.YOUNG, Route.PROFESSIONAL, Route.MUNICIPALITY})
"""Routes by which visitors only say who they are; so do some of `ABOUT_OTHERS`."""

KEEPS_FROM_PARENTS = frozenset({Route.SEXUAL, Route.SEXTORTION, Route.CHILD, Route.TOLD})
"""Where one of these is likely, nothing that we offer leads to a talk with the parents. A child who told
of harm may be punished for it."""
