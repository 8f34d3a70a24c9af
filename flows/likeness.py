"""Which route a text is most like, told from examples.

A crisis cue comes first, whatever this says; elsewhere it puts into order what the cues leave open. It is logistic
regression, one route against all others, over words, their beginnings and ends, pairs of words, families and what the
cues heard. What it knows is a table of weights, a feature a line: it can be read, and `why` names those that counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice, pairwise
from math import exp, sqrt

MOST_WORDS = 300
"""Words that are looked at: more than a long story has, and a text of one letter words takes no longer."""
PARTS = (4, 5, 6)
"""Letters of the beginnings and ends of words: what Dutch compounds, endings and typing mistakes have in common."""
SCALE = 20
"""Weights are written as whole numbers of this part of one: a change of a line is then a change in what is known."""
ALWAYS = ""
"""The feature of every text: how common a route is."""


@dataclass(frozen=True, slots=True)
class Table:
    """How much each feature speaks for a route, or against it: a weight for each of `routes`, in their order."""

    routes: Sequence[str] = ()
    weights: Mapping[str, Sequence[int]] = field(default_factory=dict)


def features(
    words: Mapping[str, Sequence[str]], families: Mapping[str, Iterable[str]], heard: Iterable[str] = ()
) -> set[str]:
    """What is compared: words, their beginnings (`begi-`) and ends (`-ends`), pairs of neighbours as each language
    reads them, the families (`nl:<name>`), and what the cues heard (`!route`).
    """
    found = {f"!{what}" for what in heard}
    found.update(f"{language}:{name}" for language, names in families.items() for name in names if name[0] == "<")
    plain: set[str] = set()
    for read in words.values():
        some = list(islice((word for word in read if word.isalnum()), MOST_WORDS))
        plain.update(some)
        found.update(f"{one} {other}" for one, other in pairwise(some))
    found |= plain
    for size in PARTS:
        for word in plain:
            if len(word) > size:
                found.add(word[:size] + "-")
                found.add("-" + word[-size:])
    return found


class Likeness:
    """Scores a text by a table."""

    def __init__(self, table: Table) -> None:
        self._routes, self._weights = table.routes, table.weights
        self._always = [weight / SCALE for weight in table.weights.get(ALWAYS, [0] * len(table.routes))]

    def score(self, found: Iterable[str]) -> dict[str, float]:
        """How probably a text belongs to each route of the table; together 1.

        A text of which nothing is known is as the examples are on average.
        """
        known = [self._weights[feature] for feature in found if feature in self._weights]
        # Each text counts as one, however long it is.
        size = SCALE * sqrt(len(known) or 1)
        totals = map(sum, zip(*known, strict=True)) if known else [0] * len(self._routes)
        likely = [1 / (1 + exp(-total / size - always)) for total, always in zip(totals, self._always, strict=True)]
        whole = sum(likely)
        return {route: share / whole for route, share in zip(self._routes, likely, strict=True)}

    def why(self, found: Iterable[str], route: str, most: int = 6) -> list[str]:
        """The features that speak most for a route, the strongest first."""
        place = self._routes.index(route)
        speaking = {feature: self._weights[feature][place] for feature in sorted(found) if feature in self._weights}
        return [feature for feature in nlargest(most, speaking, key=speaking.__getitem__) if speaking[feature] > 0]
