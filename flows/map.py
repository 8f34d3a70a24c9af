"""The whole map, in reading order. Read this first, then the region you need.

A region is a list of screens, each with its Dutch words and its choices. Its main module is named after it; a theme of
its own, such as a report or a journey abroad, is a module beside it.
`docs/flow.md` is the drawing of it (`make chart`).
"""

from functools import cache

from flows.guide import Guide
from flows.regions import (
    abroad,
    adult,
    after_report,
    being_known,
    beyond_home,
    bystander,
    child,
    children,
    controlled,
    doubts,
    long_ago,
    municipality,
    no_dutch,
    parent,
    places,
    professional,
    relatives,
    reported,
    separated,
    situations,
    start,
    workplaces,
)

REGIONS = {
    "start": start.SCREENS + no_dutch.SCREENS,
    "bystander": (
        *bystander.SCREENS,
        *doubts.SCREENS,
        *after_report.SCREENS,
        *being_known.SCREENS,
        *relatives.SCREENS,
        *situations.SCREENS,
        *places.SCREENS,
        *children.SCREENS,
        *abroad.BYSTANDER,
    ),
    "child": child.SCREENS + beyond_home.SCREENS + abroad.CHILD,
    "parent": (*parent.SCREENS, *reported.SCREENS, *separated.SCREENS, *situations.PARENT, *abroad.PARENT),
    "adult": adult.SCREENS + controlled.SCREENS + long_ago.SCREENS + abroad.ADULT,
    "professional": professional.SCREENS + workplaces.SCREENS,
    "municipality": municipality.SCREENS,
}


@cache
def guide() -> Guide:
    """The guide. Raises `BrokenMap` when the regions do not fit together."""
    return Guide(REGIONS)
