"""The tables that are learnt ahead: how telling each feature of a text is, and what it says for each column.

The columns are routes, screens or mentions. A file is gzip; unpacked it holds one line of JSON

    {"made_of": "...", "columns": [...], "always": [...], "units": [0.5, 4.0], "shortest": 0.0, "features": 12345}

and then bytes, in parts of one byte for each feature, in the order of their numbers, or for each weight:

    low, middle, high   how far the number of a feature is from the number before it (from 0): three parts
    telling             how telling it is, in the first unit
    weights             how many columns it has a weight for
    step                for each weight: how many columns there are between its column and the column of the weight
                        before it of the same feature, or before the first. A step of more than 255 is made of two: the
                        first is 255, with a weight of 0
    weight              for each weight: signed, in the second unit

so that a browser can read it as well (`DecompressionStream("gzip")`). The number of a feature is the last 22 bits of
the CRC-32 of its UTF-8, and a bit above them for a whole text (`=...`). Two that share a number are one; of 250
features that are not in a table, one is taken for another. Numbers take a third of the room of names.

The score of a text for a column is the sum of the weights of its features, divided by the length of the vector of how
telling they are, and `always` of that column. A length below `shortest` counts as that: words that tell little make no
screen near.
"""

import gzip
import json
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, chain, pairwise
from math import sqrt
from pathlib import Path

NUMBERS = 2**22
"""How many there are. Each bit more costs two thousand bytes, and halves the features that share one."""

WHOLE = "="
"""How the feature of a whole text begins."""

LONGEST_STEP = 255

_AS_GZIP, _SHORT_BLOCKS = 31, 5
"""For zlib: with the head of a gzip file, and with codes of its own for every few thousand bytes, since each part has
others. A table is a thirteenth lighter by that than by default."""

Weights = Mapping[int, int]
"""Of a feature, by column."""


def numbers(features: Collection[str]) -> list[int]:
    """An entry of the index says as much as all words of a question together, so no word may share its number: each
    text with "then" was about a difficult child."""
    found = zip(features, map(zlib.crc32, map(str.encode, features)), strict=True)
    return [crc % NUMBERS + NUMBERS * (feature[0] == WHOLE) for feature, crc in found]


@dataclass(frozen=True, slots=True)
class Table:
    """Scores a set of features for each column."""

    columns: Sequence[str]
    always: Sequence[float]
    units: tuple[float, float]
    shortest: float
    places: Mapping[int, int]
    """Of each feature, by its number."""
    telling: bytes
    begins: Sequence[int]
    """Where the weights of a feature begin; they end where those of the next begin."""
    of_columns: Sequence[int]
    weights: memoryview
    made_of: str
    """A digest of what it was learnt from, to notice a table that is out of date."""

    def has(self, feature: str) -> bool:
        return numbers([feature])[0] in self.places

    def scores(self, found: Collection[str]) -> list[float]:
        """In the order of the columns. Features that are not known do not count."""
        known = [place for place in map(self.places.get, numbers(found)) if place is not None]
        if not known:
            return list(self.always)
        telling, weight = self.units
        length = telling * sqrt(sum([self.telling[place] ** 2 for place in known]))
        scale = weight / max(length, self.shortest)
        totals, begins, of_columns, weights = [0] * len(self.columns), self.begins, self.of_columns, self.weights
        for place in known:
            begin, end = begins[place], begins[place + 1]
            for column, one in zip(of_columns[begin:end], weights[begin:end], strict=True):
                totals[column] += one
        return [scale * total + always for total, always in zip(totals, self.always, strict=True)]

    def why(self, found: Iterable[str], column: str, most: int = 6) -> list[str]:
        """The features that speak most for a column, the strongest first."""
        place = self.columns.index(column)
        speaking = {one: self._weight(one, place) for one in sorted(found)}
        return [one for one in nlargest(most, speaking, key=speaking.__getitem__) if speaking[one] > 0]

    def _weight(self, feature: str, column: int) -> int:
        place = self.places.get(numbers([feature])[0])
        if place is None:
            return 0
        row = slice(self.begins[place], self.begins[place + 1])
        return dict(zip(self.of_columns[row], self.weights[row], strict=True)).get(column, 0)


def unpacked(file: bytes) -> Table:
    """Raises `ValueError` or `OSError` when it is not whole."""
    head, body = gzip.decompress(file).split(b"\n", 1)
    known = json.loads(head)
    size = known["features"]
    low, middle, high, telling, counts = (body[n * size : (n + 1) * size] for n in range(5))
    begins = [0, *accumulate(counts)]
    steps, weights = body[5 * size : 5 * size + begins[-1]], body[5 * size + begins[-1] :]
    if len(weights) != begins[-1]:
        raise ValueError("cut off")
    gaps = (one + (two << 8) + (three << 16) for one, two, three in zip(low, middle, high, strict=True))
    places = {number: place for place, number in enumerate(accumulate(gaps))}
    of_columns = array("H")
    for begin, end in pairwise(begins):
        column = -1
        for step in steps[begin:end]:
            column += 1 + step
            of_columns.append(column)
    return Table(
        known["columns"],
        known["always"],
        tuple(known["units"]),
        known["shortest"],
        places,
        telling,
        begins,
        of_columns,
        memoryview(weights).cast("b"),
        known["made_of"],
    )


def packed(head: Mapping[str, object], features: Mapping[int, tuple[int, Weights]]) -> bytes:
    """The file of a table, the same for the same contents. `features` are by their numbers: how telling each is, and
    its weights."""
    order = sorted(features)
    gaps = [number - before for before, number in zip([0, *order], order, strict=False)]
    rows = [list(_steps(features[number][1])) for number in order]
    body = bytes(
        chain(
            (gap & 255 for gap in gaps),
            (gap >> 8 & 255 for gap in gaps),
            (gap >> 16 for gap in gaps),
            (features[number][0] for number in order),
            map(len, rows),
            (step for row in rows for step, _ in row),
            (weight & 255 for row in rows for _, weight in row),
        )
    )
    deflate = zlib.compressobj(9, zlib.DEFLATED, _AS_GZIP, _SHORT_BLOCKS, zlib.Z_FILTERED)
    return deflate.compress(json.dumps({**head, "features": len(order)}).encode() + b"\n" + body) + deflate.flush()


def _steps(weights: Weights) -> Iterator[tuple[int, int]]:
    """Each weight with the step that leads to its column."""
    for before, column in pairwise([-1, *sorted(weights)]):
        step = column - before - 1
        while step > LONGEST_STEP:
            yield LONGEST_STEP, 0
            step -= LONGEST_STEP + 1
        yield step, weights[column]


def read(path: Path) -> Table:
    return unpacked(path.read_bytes())
