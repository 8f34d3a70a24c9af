"""Typed words -> what they may be about: pure, and the same result every time."""
