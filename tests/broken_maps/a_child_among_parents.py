"""A choice that leads from a screen for children straight to one for parents."""

from flows.screen import Screen, begin, to

PROOF = "a_child_stays_with_the_screens_for_children"
REGIONS = {
    "start": (Screen("welcome", "Begin", ways=[to("child"), to("parent")]),),
    "child": (Screen("child", "Hulp voor jou", ways=[to("parent"), begin()]),),
    "parent": (Screen("parent", "Hulp als ouder", ways=[begin()]),),
}
FAULTS = [
    "child: leads a child to parent; only welcome may stand between",
    "child (local): leads a child to parent; only welcome may stand between",
]
