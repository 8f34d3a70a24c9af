"""Learns the tables that `listening/table.py` reads."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from math import log

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

from flows.routes import CRISIS, Route
from listening.crises import NO_CRISIS
from listening.features import ends, entry, features
from listening.firm import Firm
from listening.learn.examples import Example, Mentioning
from listening.mentions import NOTHING
from listening.reader import Reader, fold
from listening.scorer import ENGLISH
from listening.table import Weights, numbers, packed

OFTEN = 3
"""Examples that a feature must occur in, and a word for the reader to know it."""
CHOICE, CHOICE_OF_CRISES, C = 2.2, 5.8, 15.0
"""The inverse regularisation strengths of scikit-learn: of the choice of features (L1), for crises too, and of their
weights (L2). The file has to be light for a browser. More features are hardly right more often, except for
crises: of 400 five more get their number, and fewer other texts get one."""
RARE = 0.35
"""How much more freely features are chosen of a rare route than of one with as many examples as most: the power of how
much rarer it is. On examples of writers that were left out, tables of a tenth less are right as often by it."""
BALANCE = 0.6
"""How far a rare route is corrected for its rarity: 0 not at all, 1 as if every route had as many examples."""
UNITS = (1.0, 5.0)
"""Of a byte: how telling a feature is, and of its weight. Finer ones take more room and are right no more often."""
MOST = 127
"""Units of the largest weight: it is one byte, signed."""
LESS = 20
"""How many units less near the next screen of an entry is."""
TOPIC_UNITS = (0.5, 0.35)
TOPIC_OFTEN = 5
MENTIONS_UNITS = (1.0, 4.0)
MENTIONS_OFTEN = 2
MENTIONS_C = 30.0
CRISES_UNITS = (1.0, 4.0)
CRISES_OFTEN = 4
CRISES_C = 30.0
SHORTEST = 14.0
"""The length below which a text tells too little to be near a screen: "ik ben oma" has half of it."""
SHARPNESS, NOWHERE, KEPT = 60.0, 0.12, 0.01
"""How screens are taught: what likeness is multiplied by, how near a text may be that asks for none, and how strongly
weights are kept where they were. Of a thousand other texts that were left out 173 got a screen by this, and 272 before;
of the questions 3 in a hundred more have their screen first."""

Features = Collection[int]


def words_of(some: Iterable[Example]) -> Collection[str]:
    """The words that occur often enough in examples to be words."""
    counts = Counter(word for example in some for word in set(fold(example.text).split()) if word.isalpha())
    return {word for word, times in counts.items() if times >= OFTEN}


def routes_table(some: Sequence[Example], known: Collection[str], phrases: Firm, made_of: str) -> bytes:
    """For each route, and for English, a logistic regression against all others, over the features that tell most.

    Of the words that are known, those that would be read as a grave word with a mistake are in it too, and tell
    nothing: "attracted" is not "attacked".
    """
    reader = Reader(known.__contains__, phrases.words)
    read = [reader.read(example.text) for example in some]
    texts = [numbers(features(words, phrases.marks(words))) for words in read]
    asked = {route.value: [example.route is route for example in some] for route in Route}
    asked[ENGLISH] = [example.language == "en" for example in some]
    names = _often(texts, OFTEN)
    matrix, telling = _matrix(texts, names)
    usual = [CHOICE_OF_CRISES if name in CRISIS else CHOICE for name in asked]
    rarer = [len(some) / len(Route) / sum(answers) for answers in asked.values()]
    choices = [choice * rare**RARE for choice, rare in zip(usual, rarer, strict=True)]
    weights, always = _fitted(matrix, zip(asked.values(), choices, strict=True))
    for n, route in enumerate(Route):
        share = sum(asked[route.value]) / len(some)
        always[n] -= BALANCE * log(share * len(Route))
    rows = _rows(names, telling, weights, UNITS)
    later = Reader(lambda word: numbers([word])[0] in rows, phrases.words)
    misread = [word for word in known if later.read(word)[:1] != [word]]
    rows |= {number: (1, {}) for number in numbers(misread)}
    return packed(_head(made_of, [*asked], always, UNITS, 0.0), rows)


def mentions_table(some: Sequence[Mentioning], crises: Sequence[str], reader: Reader, made_of: str) -> bytes:
    """For each mention, and for none, a multinomial logistic regression over all features. A crisis mentions none: so
    where a doubt is found, it is hardly one."""
    said = [*((one.text, one.mention) for one in some), *((text, NOTHING) for text in crises)]
    texts = [numbers(features(reader.read(text))) for text, _ in said]
    names = _often(texts, MENTIONS_OFTEN)
    matrix, telling = _matrix(texts, names)
    learnt = LogisticRegression(C=MENTIONS_C, max_iter=500).fit(matrix, [mention for _, mention in said])
    head = _head(made_of, [*learnt.classes_], learnt.intercept_, MENTIONS_UNITS, 0.0)
    return packed(head, _rows(names, telling, learnt.coef_, MENTIONS_UNITS))


def crises_table(some: Sequence[tuple[str, str]], reader: Reader, made_of: str) -> bytes:
    """For each crisis a multinomial logistic regression over all features, against texts that tell none: how much more
    a feature speaks for it than for none."""
    texts = [numbers(features(reader.read(text))) for text, _ in some]
    names = _often(texts, CRISES_OFTEN)
    matrix, telling = _matrix(texts, names)
    learnt = LogisticRegression(C=CRISES_C, max_iter=500).fit(matrix, [crisis for _, crisis in some])
    none, columns = [*learnt.classes_].index(NO_CRISIS), [*learnt.classes_]
    told = [n for n in range(len(columns)) if n != none]
    weights = learnt.coef_[told] - learnt.coef_[none]
    always = learnt.intercept_[told] - learnt.intercept_[none]
    head = _head(made_of, [columns[n] for n in told], always, CRISES_UNITS, 0.0)
    return packed(head, _rows(names, telling, weights, CRISES_UNITS))


def topics_table(
    documents: Mapping[str, Sequence[str]],
    index: Mapping[str, Sequence[str]],
    others: Iterable[str],
    reader: Reader,
    made_of: str,
) -> bytes:
    """For each screen its own words and example questions, as one document: TF-IDF, the root of how often a word
    occurs, and cosine; then taught to find the screen of each, and none for `others`. An entry of the index tells
    nothing but its screens, and those most of all."""
    texts = [[numbers(ends(reader.read(text))) for text in document] for document in documents.values()]
    every = [text for document in texts for text in document]
    names = _often(every, TOPIC_OFTEN)
    matrix, telling = _matrix(every, names)
    screens = numpy.repeat(numpy.arange(len(texts)), [len(document) for document in texts])
    belongs = csr_matrix((numpy.ones(len(every)), (screens, numpy.arange(len(every)))))
    weights = numpy.sqrt((belongs @ matrix).toarray())
    weights /= numpy.linalg.norm(weights, axis=1, keepdims=True)
    nowhere = [numbers(ends(reader.read(text))) for text in others]
    asked, answers = _scored_as([*every, *nowhere], names, telling), [*screens, *[len(texts)] * len(nowhere)]
    head = _head(made_of, [*documents], [0.0] * len(documents), TOPIC_UNITS, SHORTEST)
    columns = {screen: n for n, screen in enumerate(documents)}
    entries = {
        number: (0, {columns[screen]: MOST - LESS * n for n, screen in enumerate(found)})
        for text, found in index.items()
        for number in numbers(entry(reader.read(text)))
    }
    taught = _taught(weights, asked, numpy.array(answers))
    return packed(head, _rows(names, telling, taught, TOPIC_UNITS) | entries)


def _scored_as(texts: Sequence[Features], names: Sequence[int], telling: numpy.ndarray) -> csr_matrix:
    """The rows of `_matrix`, but with the length that `Table.scores` gives a text that tells little."""
    places = {name: n for n, name in enumerate(names)}
    rows = [sorted(places[name] for name in text if name in places) for text in texts]
    lengths = [max(SHORTEST, float(numpy.linalg.norm(telling[row]))) for row in rows]
    there = numpy.array([n for row in rows for n in row])
    values = telling[there] / numpy.repeat(lengths, [len(row) for row in rows])
    return csr_matrix((values, there, numpy.cumsum([0, *map(len, rows)])), shape=(len(rows), len(names)))


def _taught(start: numpy.ndarray, texts: csr_matrix, answers: numpy.ndarray) -> numpy.ndarray:
    """The weights of screens, a row each, that find the screen of each text better than these do: multinomial
    regression, kept near its start and with no weight where the start has none. Texts that ask for no screen have the
    last answer, and should be near none."""
    given, each, back = start != 0, numpy.arange(len(answers)), texts.T.tocsr()

    def loss(found: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        weights = numpy.zeros_like(start)
        weights[given] = found
        likely = softmax(SHARPNESS * numpy.column_stack([texts @ weights.T, numpy.full(len(answers), NOWHERE)]), axis=1)
        change = found - start[given]
        missed = KEPT * (change @ change) - numpy.log(likely[each, answers]).mean()
        likely[each, answers] -= 1
        slope = (back @ likely[:, :-1]).T * SHARPNESS / len(answers)
        return missed, slope[given] + 2 * KEPT * change

    weights = numpy.zeros_like(start)
    weights[given] = minimize(loss, start[given], jac=True, method="L-BFGS-B", options={"maxiter": 40}).x
    return weights


def digest(*texts: str) -> str:
    """Of everything that a table is learnt from."""
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def _head(
    made_of: str, columns: Sequence[str], always: Sequence[float], units: tuple[float, float], shortest: float
) -> Mapping[str, object]:
    rounded = [round(one, 3) for one in always]
    return {"made_of": made_of, "columns": columns, "always": rounded, "units": units, "shortest": shortest}


def _often(texts: Iterable[Features], times: int) -> list[int]:
    counts = Counter(feature for found in texts for feature in found)
    return sorted(feature for feature, often in counts.items() if often >= times)


def _matrix(texts: Sequence[Features], names: Sequence[int]) -> tuple[csr_matrix, numpy.ndarray]:
    """A row of length 1 for each text, and how telling each feature is: rare ones are."""
    places = {name: n for n, name in enumerate(names)}
    rows = [sorted(places[name] for name in text if name in places) for text in texts]
    there = numpy.array([n for row in rows for n in row])
    telling = 1 + numpy.log(len(texts) / numpy.bincount(there, minlength=len(names)))
    sizes = [float(numpy.linalg.norm(telling[row])) or 1.0 for row in rows]
    values = telling[there] / numpy.repeat(sizes, [len(row) for row in rows])
    starts = numpy.cumsum([0, *map(len, rows)])
    return csr_matrix((values, there, starts), shape=(len(rows), len(names))), telling


def _fitted(matrix: csr_matrix, asked: Iterable[tuple[Sequence[bool], float]]) -> tuple[numpy.ndarray, list[float]]:
    """The weights, a row for each question that is answered for all texts, and what each begins with.

    Beside the answers stands how freely features are chosen.

    Few features have a weight: those that a first regression chooses are weighed by a second.
    """
    rows, always = [], []
    for answers, choice in asked:
        chooser = LogisticRegression(C=choice, l1_ratio=1, solver="liblinear", tol=1e-3, random_state=0)
        chosen = numpy.flatnonzero(chooser.fit(matrix, answers).coef_[0])
        weigher = LogisticRegression(C=C, solver="liblinear", tol=1e-3, random_state=0)
        weigher.fit(matrix[:, chosen], answers)
        row = numpy.zeros(matrix.shape[1])
        row[chosen] = weigher.coef_[0]
        rows.append(row)
        always.append(float(weigher.intercept_[0]))
    return numpy.array(rows), always


def _rows(
    names: Sequence[int], telling: numpy.ndarray, weights: numpy.ndarray, units: tuple[float, float]
) -> dict[int, tuple[int, Weights]]:
    """The features that have a weight in these units."""
    one, other = units
    rows = numpy.rint(weights * telling / other).clip(-MOST, MOST).astype(int).T
    kept = [n for n in range(len(names)) if rows[n].any()]
    row = {n: {int(column): int(rows[n][column]) for column in numpy.flatnonzero(rows[n])} for n in kept}
    return {names[n]: (round(telling[n] / one), row[n]) for n in kept}
