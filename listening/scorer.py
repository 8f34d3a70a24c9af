"""Scores how much a text resembles the examples of each route.

Logistic regression, one route against all others, over words, their beginnings and ends, pairs of words, families and
what the cues matched; rare features count more. The model is a table of weights, one feature a line: it can be read,
and `why` names the features that counted. `listening/decision.py` says what the scores decide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import exp, sqrt
from operator import mul

FIRST_WORDS, LAST_WORDS = 80, 60
"""Words of a longer text that are compared: more than any example has."""
PARTS = (4, 5, 6)
"""Letters of the beginnings and ends of words: Dutch compounds, inflections and typing mistakes share them."""
SCALE = 20
"""Weights are written as whole numbers, in units of one twentieth, so that small changes leave a line as it is."""
ALWAYS = ""
"""The feature that every text has: how common a route is."""


@dataclass(frozen=True, slots=True)
class Table:
    """For each feature how telling it is (rare ones are), and then its weight for each route.

    Whole numbers as written, separated by commas. They are parsed when a text has the feature, not at the start.
    """

    routes: Sequence[str]
    weights: Mapping[str, str]


def features(
    words: Mapping[str, Sequence[str]], families: Mapping[str, Iterable[str]], matched: Iterable[str] = ()
) -> set[str]:
    """What is compared: words, their beginnings (`begi-`) and ends (`-ends`), pairs of words as each language reads
    them, next to each other or with a word between (`one _ other`), the families (`nl:<name>`), and what the cues
    matched (`!route`).
    """
    found = {f"!{what}" for what in matched}
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


class Scorer:
    """Scores a text by a table."""

    def __init__(self, table: Table) -> None:
        self._routes, self._weights = table.routes, table.weights
        always = table.weights.get(ALWAYS) or ",".join("0" * (1 + len(table.routes)))
        self._always = [weight / SCALE for weight in _read([always])[0][1:]]

    def score(self, found: Iterable[str]) -> dict[str, float]:
        """How probable each route of the table is; together 1.

        A text without any known feature gets the average of the examples.
        """
        known = _read(filter(None, map(self._weights.get, found)))
        telling, *totals = zip(*known, strict=True) if known else [(SCALE,), *[(0,)] * len(self._routes)]
        # A long text counts no more than a short one.
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
    """Parses some lines of a table, all at once: a text of 4,096 letters may need a thousand."""
    whole = "],[".join(lines)
    rows: list[list[int]] = json.loads(f"[[{whole}]]") if whole else []
    return rows
