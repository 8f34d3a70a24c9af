"""The whole map, in reading order. Read this first, then the region you need.

A region is a module with `SCREENS`: each screen with its Dutch words and its choices. `doubts` belongs to `bystander`.
`docs/flow.md` is the drawing of it (`make chart`).
"""

from functools import cache

from flows.guide import Guide
from flows.regions import adult, bystander, child, doubts, municipality, parent, professional, start

REGIONS = {
    "start": start.SCREENS,
    "bystander": bystander.SCREENS + doubts.SCREENS,
    "child": child.SCREENS,
    "parent": parent.SCREENS,
    "adult": adult.SCREENS,
    "professional": professional.SCREENS,
    "municipality": municipality.SCREENS,
}


@cache
def guide() -> Guide:
    """The guide. Raises `BrokenMap` when the regions do not fit together."""
    return Guide(REGIONS)
