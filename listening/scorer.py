"""Which route a text is most like, told from examples.

A crisis cue comes first, whatever this says; elsewhere it puts into order what the cues leave open. It is logistic
regression, one route against all others, over words, their beginnings and ends, pairs of words, families and what the
cues heard; the rarer of them count more. What it knows is a table of weights, a feature a line: it can be read, and
`why` names those that counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import pairwise
from math import exp, sqrt
from operator import mul

FIRST_WORDS, LAST_WORDS = 80, 60
"""Words that are compared, of a text that has more: more than any example has."""
PARTS = (4, 5, 6)
"""Letters of the beginnings and ends of words: what Dutch compounds, endings and typing mistakes have in common."""
SCALE = 20
"""Weights are written as whole numbers of this part of one: a change of a line is then a change in what is known."""
ALWAYS = ""
"""The feature of every text: how common a route is."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of each feature: how telling it is, since rare, and then for each route how much it speaks for it.

    Whole numbers as written, with commas between, read when a text has the feature: not all of them at the start.
    """

    routes: Sequence[str] = ()
    weights: Mapping[str, str] = field(default_factory=dict)


def features(
    words: Mapping[str, Sequence[str]], families: Mapping[str, Iterable[str]], heard: Iterable[str] = ()
) -> set[str]:
    """What is compared: words, their beginnings (`begi-`) and ends (`-ends`), pairs of neighbours as each language
    reads them, next to each other or with a word between (`one _ other`), the families (`nl:<name>`), and what the cues
    heard (`!route`).
    """
    found = {f"!{what}" for what in heard}
    found.update(f"{language}:{name}" for language, names in families.items() for name in names if name[0] == "<")
    plain: set[str] = set()
    for read in words.values():
        some = [word for word in read if word.isalnum()]
        if len(some) > FIRST_WORDS + LAST_WORDS:
            some[FIRST_WORDS:-LAST_WORDS] = []
        plain.update(some)
        found.update(f"{one} {other}" for one, other in pairwise(some))
        found.update(f"{one} _ {other}" for one, other in zip(some, some[2:], strict=False))
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
        always = table.weights.get(ALWAYS) or ",".join("0" * (1 + len(table.routes)))
        self._always = [weight / SCALE for weight in _read([always])[0][1:]]

    def score(self, found: Iterable[str]) -> dict[str, float]:
        """How probably a text belongs to each route of the table; together 1.

        A text of which nothing is known is as the examples are on average.
        """
        known = _read(filter(None, map(self._weights.get, found)))
        telling, *totals = zip(*known, strict=True) if known else [(SCALE,), *[(0,)] * len(self._routes)]
        # Each text counts as one, however long it is.
        size = sqrt(sum(map(mul, telling, telling)))
        sums = zip(map(sum, totals), self._always, strict=True)
        likely = [1 / (1 + exp(-total / size - always)) for total, always in sums]
        whole = sum(likely)
        return {route: share / whole for route, share in zip(self._routes, likely, strict=True)}

    def why(self, found: Iterable[str], route: str, most: int = 6) -> list[str]:
        """The features that speak most for a route, the strongest first."""
        place = 1 + self._routes.index(route)
        known = [feature for feature in sorted(found) if self._weights.get(feature)]
        rows = _read(self._weights[feature] for feature in known)
        speaking = {feature: row[place] for feature, row in zip(known, rows, strict=True)}
        return [feature for feature in nlargest(most, speaking, key=speaking.__getitem__) if speaking[feature] > 0]


def _read(lines: Iterable[str]) -> list[list[int]]:
    """The numbers of some lines of a table, all at once: a text of 4,096 letters may need a thousand."""
    whole = "],[".join(lines)
    rows: list[list[int]] = json.loads(f"[[{whole}]]") if whole else []
    return rows
