"""What typed words may be about: the names that `listening` and the answers share."""

from enum import StrEnum


class Route(StrEnum):
    """In order of priority: danger to life, then the visitor's own harm, then everything else."""

    ACUTE = "acute"
    SUICIDAL = "suicidal"
    SEXUAL = "sexual"
    CHILD = "child"
    PARENT = "parent"
    PARTNER = "partner"
    PROFESSIONAL = "professional"
    MUNICIPALITY = "municipality"
    BYSTANDER = "bystander"
    QUESTION = "question"
    WIPE = "wipe"
    GREETING = "greeting"
    OTHER = "other"


CRISIS = frozenset({Route.ACUTE, Route.SUICIDAL})
"""Danger to life: 112 or 113 comes first."""
