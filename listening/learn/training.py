"""Trains the table that `listening/scorer.py` reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from math import log
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from flows.routes import Route
from listening.cues import CUES
from listening.learn.examples import EXAMPLES, Example
from listening.listener import Listener
from listening.phrases import Cues
from listening.reader import fold
from listening.scorer import ALWAYS, SCALE, Table
from locales import HERE

OFTEN = 3
"""Examples that a feature must occur in to get a weight, and a word to count as no typing mistake."""
C = 40.0
"""The inverse regularisation strength of scikit-learn, found by leaving out one writer after another."""
CLASS_BALANCE = 0.8
"""How far a rare route is corrected for its rarity: 0 not at all, 1 as if every route had as many examples."""
ROUTE_BIAS = {Route.SEXUAL: 1.6, Route.CHILD: 1.0, Route.PARENT: 1.2}
"""Added to the intercept of routes that people write about most indirectly, and that must not be missed."""


def table(cues: dict[str, Cues], some: Sequence[Example]) -> Table:
    """Train on some examples: for each route a logistic regression against all others."""
    known = _often(fold(example.text).split() for example in some)
    listener = Listener(cues, Table((), dict.fromkeys(known, "")))
    texts = [listener.features(example.text) for example in some]
    columns = {feature: n for n, feature in enumerate(_often(texts))}
    rows = [sorted(columns[feature] for feature in found if feature in columns) for found in texts]
    there = [n for row in rows for n in row]
    often = numpy.bincount(there, minlength=len(columns))
    telling = numpy.log(len(rows) / often)
    telling = numpy.rint(SCALE * telling / numpy.sqrt(numpy.average(telling**2, weights=often))).clip(1)
    # A long text counts no more than a short one.
    sizes = [numpy.sqrt(numpy.sum(telling[row] ** 2)) for row in rows]
    values = telling[there] / numpy.repeat(sizes, [len(row) for row in rows])
    starts = numpy.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((values, there, starts), shape=(len(rows), len(columns)))
    routes = [route for route in Route if any(example.route is route for example in some)]
    always, weights = [SCALE], [telling.astype(int).tolist()]
    for route in routes:
        learner = LogisticRegression(C=C, solver="liblinear", tol=1e-3)
        its_own = [example.route is route for example in some]
        learner.fit(matrix, its_own)
        share = sum(its_own) * len(routes) / len(some)
        always.append(round(SCALE * (learner.intercept_[0] - CLASS_BALANCE * log(share) + ROUTE_BIAS.get(route, 0.0))))
        weights.append(numpy.rint(learner.coef_[0] * telling).astype(int).tolist())
    learnt = {feature: ",".join(map(str, numbers)) for feature, *numbers in zip(columns, *weights, strict=True)}
    # A word without any weight is still no typing mistake.
    learnt = dict.fromkeys((word for word in known if word.isalpha()), "") | learnt
    return Table(routes, {ALWAYS: ",".join(map(str, always)), **dict(sorted(learnt.items()))})


def _often(texts: Iterable[Iterable[str]]) -> list[str]:
    counts = Counter(feature for found in texts for feature in set(found))
    return sorted(feature for feature, times in counts.items() if times >= OFTEN)


def made_of(folder: Path = HERE) -> str:
    """A hash of everything that the table depends on, to notice a table that is out of date."""
    files = [folder / EXAMPLES.name, *sorted(folder.glob(f"*/{CUES}"))]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def written(known: Table, made_of: str) -> str:
    """The text of the table's file: one feature a line, so that a diff can be read."""
    lines = (f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in known.weights.items())
    return (
        f'{{"made_of": "{made_of}", "routes": {json.dumps(known.routes)}, "weights": {{\n'
        + ",\n".join(lines)
        + "\n}}\n"
    )
