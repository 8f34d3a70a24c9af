"""What of a text is compared.

For routes its words, its pairs of words, and parts of four letters inside a word: parts stand for inflections,
compounds and typing mistakes, since they share most of them. For screens how each word begins, and how a long one ends,
which is enough to tell one subject from another.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from listening.reader import STOP
from listening.table import WHOLE

PART = 4
"""Letters of a part. With two to five letters a table of the same size is right no more often."""
LONG = 8
"""Letters from which a word is compared by its end too."""
ENTRY = 4
"""Words of the longest entry of the index."""


def features(words: Sequence[str], marks: Iterable[str] = ()) -> set[str]:
    """Words as they are, pairs as `one other`, parts with a space where a word begins or ends, and as `!list` which
    firm phrases were heard (`listening/firm.py`)."""
    plain = [word for word in words if word != STOP]
    found = {*plain, *(f"!{mark}" for mark in marks)}
    found.update(f"{one} {other}" for one, other in pairwise(plain))
    padded = [f" {word} " for word in set(plain)]
    found |= {word[begin : begin + PART] for word in padded for begin in range(len(word) - PART + 1)}
    return found


def ends(words: Sequence[str]) -> set[str]:
    """The first letters of each word with a space before them, and the last of a long one with a space after them."""
    plain = {word for word in words if word != STOP}
    return {f" {word[:PART]}" for word in plain} | {f"{word[-PART:]} " for word in plain if len(word) >= LONG}


def entry(words: Sequence[str]) -> set[str]:
    """A short text as a whole, as it may stand in the index: "blauwe plek" says too little to be compared by parts."""
    plain = [word for word in words if word != STOP]
    return {WHOLE + " ".join(plain)} if len(plain) <= ENTRY else set()
