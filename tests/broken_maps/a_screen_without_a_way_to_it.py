"""A screen that no choice leads to."""

from flows.screen import Screen, begin

PROOF = "every_screen_can_be_reached"
REGIONS = {"start": (Screen("welcome", "Begin", ways=[begin()]), Screen("forgotten", "Vergeten", ways=[begin()]))}
FAULTS = ["forgotten: no walk from welcome leads here; add a way to it or take it out"]
