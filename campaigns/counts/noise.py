"""Noise that hides whether one chat was counted (docs/decisions/004).

A whole number that is as often above zero as below it, and smaller numbers are more likely: a two-sided geometric
distribution, the discrete form of Laplace's. One chat more or less makes no outcome more than 1 / `RATIO` times as
likely.
"""

from collections.abc import Callable
from fractions import Fraction
from math import log, sqrt
from secrets import randbelow

RATIO = Fraction(3, 5)
"""How likely a number is, compared with the number that is one closer to zero. Zero itself has a chance of 1/4."""

EPSILON = -log(RATIO)
STANDARD_DEVIATION = sqrt(2 * RATIO) / (1 - RATIO)


def draw(below: Callable[[int], int] = randbelow) -> int:
    """Draw by throws of a fair die: a formula with floats has gaps far from zero, and a gap would prove something."""
    return _run(below) - _run(below)


def _run(below: Callable[[int], int]) -> int:
    length = 0
    while below(RATIO.denominator) < RATIO.numerator:
        length += 1
    return length
