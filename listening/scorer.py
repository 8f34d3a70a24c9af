"""How likely each route is for a text, by a table of weights that is learnt from examples.

Logistic regression, one route against all others. A story is also scored by sentence: the point may come late.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from flows.routes import CLAIMS, CRISIS, Route
from listening.features import features
from listening.firm import Firm
from listening.reader import sentences
from listening.table import Table

ENGLISH = "english"
"""The last column of the table: whether a text is English rather than Dutch."""
PIECE = 30
"""Words of a sentence that are scored together; of a longer one every so many, each beginning in the middle of the one
before."""
SHORTEST_PIECE = 3
"""Words of a sentence that is scored by itself."""
LEAST = 0.6
"""How likely all routes have to be together. The rest of a text that is like no example counts as something else."""
PIECE_FROM, CRISIS_PIECE_FROM = 0.75, 0.6
"""How likely one sentence has to make a grave route, for that route to count in the whole text; and a crisis."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How likely each route is for a text, together 1, and how likely it is English rather than Dutch."""

    shares: Mapping[Route, float]
    english: float


class Scorer:
    """Takes the table, and the phrases that count as features in it."""

    def __init__(self, table: Table, phrases: Firm) -> None:
        self._table, self._phrases = table, phrases
        self._routes = tuple(Route(column) for column in table.columns if column != ENGLISH)

    def score(self, words: Sequence[str], marks: Collection[str]) -> Scored:
        """By the words of a text, and the names of the firm phrases in it (`Firm.marks`)."""
        whole = self._scored(words, marks)
        shares, pieces = whole.shares, list(_pieces(words))
        if not pieces[1:]:
            return whole
        of_pieces = [self._scored(piece, self._phrases.marks(piece) if marks else ()).shares for piece in pieces]
        most = {route: max(piece[route] for piece in of_pieces) for route in CLAIMS}
        for route in filter(CLAIMS.__contains__, Route):  # in one order: each changes what the next is compared with
            least = CRISIS_PIECE_FROM if route in CRISIS else PIECE_FROM
            if most[route] >= least and most[route] > shares[route]:
                shares = _with(shares, route, most[route])
        # Many harmless words together are no danger that none of them is alone.
        for route in filter(CRISIS.__contains__, Route):
            shares = _with(shares, route, min(shares[route], most[route]))
        return Scored(shares, whole.english)

    def why(self, words: Sequence[str], route: Route) -> list[str]:
        """What speaks most for a route. These are words of the text: only for its author."""
        return self._table.why(features(words, self._phrases.marks(words)), route)

    def _scored(self, words: Sequence[str], marks: Collection[str]) -> Scored:
        *scores, english = map(_likely, self._table.scores(features(words, marks)))
        likely = dict(zip(self._routes, scores, strict=True))
        total = sum(likely.values())
        if total < LEAST:  # what hardly any of them claims is something else
            likely[Route.OTHER] += LEAST - total
            total = LEAST
        return Scored({route: share / total for route, share in likely.items()}, english)


def _likely(score: float) -> float:
    return 1 / (1 + exp(-score))


def _pieces(words: Sequence[str]) -> Iterator[list[str]]:
    for sentence in sentences(words, SHORTEST_PIECE):
        for begin in range(0, max(1, len(sentence) - PIECE // 2), PIECE // 2):
            yield sentence[begin : begin + PIECE]


def _with(shares: Mapping[Route, float], route: Route, share: float) -> dict[Route, float]:
    """With one route as likely as this, the others share what is left as before."""
    rest = (1 - share) / (1 - shares[route])
    return {one: share if one is route else part * rest for one, part in shares.items()}
