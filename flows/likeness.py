"""Which route a text is most like, told from examples.

The cues come first; this only speaks where they are silent, and puts into order what they leave open. It is a naive
Bayes scorer over words, pairs of words and families, in its complement form, which copes with routes that have many
more examples than others (Rennie and others, "Tackling the poor assumptions of naive Bayes text classifiers", 2003).
What it knows is a table of how often each of these occurs in the examples of a route: it can be read and checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

SMOOTHING = 0.3
"""Added to every count, so that a word seen once does not decide alone."""

Table = Mapping[str, Mapping[str, int]]
"""How often a feature occurs in the examples of each route: feature -> route -> texts."""


def features(words: Mapping[str, Sequence[str]], families: Mapping[str, Iterable[str]]) -> set[str]:
    """What is compared: words and pairs of neighbours as each language reads them, and the families (`<name>`)."""
    found = {f"{language}:{name}" for language, names in families.items() for name in names if name.startswith("<")}
    for read in words.values():
        plain = [word for word in read if word.isalnum()]
        found.update(plain)
        found.update(f"{one} {other}" for one, other in pairwise(plain))
    return found


def count(examples: Iterable[tuple[str, Iterable[str]]]) -> dict[str, dict[str, int]]:
    """The table of some examples, each a route and its features. A pair of words that occurs once is left out."""
    table: dict[str, Counter[str]] = {}
    for route, found in examples:
        for feature in found:
            table.setdefault(feature, Counter())[route] += 1
    return {
        feature: dict(sorted(routes.items()))
        for feature, routes in sorted(table.items())
        if routes.total() > 1 or " " not in feature
    }


class Likeness:
    """Scores a text by a table."""

    def __init__(self, table: Table) -> None:
        totals = Counter[str]()
        for counts in table.values():
            totals.update(counts)
        # How often anything occurs in the examples of every other route: the complement.
        self._rest = {route: totals.total() - total + SMOOTHING * len(table) for route, total in sorted(totals.items())}
        self._table = table

    def score(self, found: Iterable[str]) -> dict[str, float]:
        """How much a text is like each route, on average over what is known of it; empty when nothing is."""
        known = [self._table[feature] for feature in found if feature in self._table]
        if not known:
            return {}
        totals = [sum(counts.values()) for counts in known]
        return {
            route: -sum(
                log((total - counts.get(route, 0) + SMOOTHING) / rest)
                for counts, total in zip(known, totals, strict=True)
            )
            / len(known)
            for route, rest in self._rest.items()
        }
