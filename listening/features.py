"""What of a text is compared: its words, its pairs of words, and parts of four letters inside a word.

Parts of words stand for inflections, compounds and typing mistakes: they share most of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from listening.reader import STOP

PART = 4
"""Letters of a part. With two to five letters a table of the same size is right no more often."""


def features(words: Sequence[str], marks: Iterable[str] = ()) -> set[str]:
    """Words as they are, pairs as `one other`, parts with a space where a word begins or ends, and as `!list` which
    firm phrases were heard (`listening/firm.py`)."""
    plain = [word for word in words if word != STOP]
    found = {*plain, *(f"!{mark}" for mark in marks)}
    found.update(f"{one} {other}" for one, other in pairwise(plain))
    padded = [f" {word} " for word in set(plain)]
    found |= {word[begin : begin + PART] for word in padded for begin in range(len(word) - PART + 1)}
    return found
