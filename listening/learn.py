"""`python -m listening.learn`: learns from the examples again, after they or the words of a language changed.

`examples.tsv` holds messages as people might type them, with the route each belongs to, by several writers; the last
column says who. The table made of it is what `scorer.py` reads. Needs scikit-learn, which only developers have.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import log
from pathlib import Path
from typing import NamedTuple

from flows.routes import Route
from listening.cues import CUES, TABLE, read
from listening.listener import Cues, Listener, fold
from listening.scorer import ALWAYS, SCALE, Table
from locales import HERE

EXAMPLES = HERE / "examples.tsv"
OFTEN = 3
"""Examples in which something has to occur before it is learnt, and before a word is no longer a typing mistake."""
FREEDOM = 40.0
"""How far weights may go to suit the examples (scikit-learn's `C`), found with one writer after another left out."""
FAIRNESS = 0.8
"""How much a rare route is helped against a common one: 0 not at all, 1 as if all had the same number of examples."""
HELPED = {Route.SEXUAL: 1.6, Route.CHILD: 1.0, Route.PARENT: 1.2}
"""How much is added for those who are told of in the most roundabout words, and have to be heard before the others."""


class Example(NamedTuple):
    """A message, the route it belongs to, its language, and who wrote it."""

    text: str
    route: Route
    language: str
    writer: str


def examples(path: Path = EXAMPLES) -> Iterator[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Example(row["text"], Route(row["route"]), row["lang"], row.get("writer", ""))


def table(cues: dict[str, Cues], some: Sequence[Example]) -> Table:
    """What some examples teach: for each route a logistic regression against all others."""
    import numpy  # noqa: PLC0415 - developers have it, and only they learn
    from scipy.sparse import csr_matrix  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    known = _often(fold(example.text).split() for example in some)
    listener = Listener(cues, Table(weights=dict.fromkeys(known, "")))
    texts = [listener.features(example.text) for example in some]
    columns = {feature: n for n, feature in enumerate(_often(texts))}
    rows = [sorted(columns[feature] for feature in found if feature in columns) for found in texts]
    there = [n for row in rows for n in row]
    often = numpy.bincount(there, minlength=len(columns))
    telling = numpy.log(len(rows) / often)
    telling = numpy.rint(SCALE * telling / numpy.sqrt(numpy.average(telling**2, weights=often))).clip(1)
    # Each text counts as one, however long it is.
    sizes = [numpy.sqrt(numpy.sum(telling[row] ** 2)) for row in rows]
    values = telling[there] / numpy.repeat(sizes, [len(row) for row in rows])
    starts = numpy.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((values, there, starts), shape=(len(rows), len(columns)))
    routes = [route for route in Route if any(example.route is route for example in some)]
    always, weights = [SCALE], [telling.astype(int).tolist()]
    for route in routes:
        learner = LogisticRegression(C=FREEDOM, solver="liblinear", tol=1e-3)
        its_own = [example.route is route for example in some]
        learner.fit(matrix, its_own)
        share = sum(its_own) * len(routes) / len(some)
        always.append(round(SCALE * (learner.intercept_[0] - FAIRNESS * log(share) + HELPED.get(route, 0.0))))
        weights.append(numpy.rint(learner.coef_[0] * telling).astype(int).tolist())
    learnt = {feature: ",".join(map(str, numbers)) for feature, *numbers in zip(columns, *weights, strict=True)}
    # A word that says nothing about a route is still no typing mistake.
    learnt = dict.fromkeys((word for word in known if word.isalpha()), "") | learnt
    return Table(routes, {ALWAYS: ",".join(map(str, always)), **dict(sorted(learnt.items()))})


def _often(texts: Iterable[Iterable[str]]) -> list[str]:
    counts = Counter(feature for found in texts for feature in set(found))
    return sorted(feature for feature, times in counts.items() if times >= OFTEN)


def made_of(folder: Path = HERE) -> str:
    """What the table depends on, as one figure: else it was forgotten to learn again."""
    files = [folder / EXAMPLES.name, *sorted(folder.glob(f"*/{CUES}"))]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def written(known: Table, made_of: str) -> str:
    """The table as it stands in the file: one feature a line, so that a change can be read."""
    lines = (f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in known.weights.items())
    return (
        f'{{"made_of": "{made_of}", "routes": {json.dumps(known.routes)}, "weights": {{\n'
        + ",\n".join(lines)
        + "\n}}\n"
    )


if __name__ == "__main__":
    TABLE.write_text(written(table(read(), list(examples())), made_of()), "utf-8")
