"""The whole map, in reading order. Read this first, then the region you need.

A region is one or more modules with `SCREENS`: each screen with its Dutch words and its choices.
`docs/flow.md` is the drawing of it (`make chart`).
"""

from functools import cache

from flows.guide import Guide
from flows.regions import (
    adult,
    beyond_home,
    bystander,
    child,
    children,
    municipality,
    parent,
    places,
    professional,
    start,
    workplaces,
)

REGIONS = {
    "start": start.SCREENS,
    "bystander": bystander.SCREENS + places.SCREENS + children.SCREENS,
    "child": child.SCREENS + beyond_home.SCREENS,
    "parent": parent.SCREENS,
    "adult": adult.SCREENS,
    "professional": professional.SCREENS + workplaces.SCREENS,
    "municipality": municipality.SCREENS,
}


@cache
def guide() -> Guide:
    """The guide. Raises `BrokenMap` when the regions do not fit together."""
    return Guide(REGIONS)
