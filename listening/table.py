"""The two tables that are learnt ahead: how telling each feature of a text is, and what it says for each column.

The columns of one are routes, those of the other screens. A file is gzip; unpacked it holds

    {"made_of": "...", "columns": [...], "always": [...], "units": [0.05, 10.0]}    one line of JSON
    the features, sorted, with tabs between them    one line
    a byte for each feature                         how telling it is, in the first unit
    a byte for each feature, column after column    its weight for that column, signed, in the second unit

so that a browser can read it as well (`DecompressionStream("gzip")`). The score of a text for a column is the sum of
the weights of its features, divided by the length of the vector of how telling they are, and `always` of that column.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Table:
    """Scores a set of features for each column."""

    columns: Sequence[str]
    always: Sequence[float]
    units: tuple[float, float]
    places: Mapping[str, int]
    telling: bytes
    weights: memoryview
    """One row a feature, so that what belongs to it is one slice."""
    made_of: str
    """A digest of what it was learnt from, to notice a table that is out of date."""

    def scores(self, found: Iterable[str]) -> list[float]:
        """In the order of the columns. Features that are not known do not count."""
        known = [place for place in map(self.places.get, found) if place is not None]
        if not known:
            return list(self.always)
        telling, weight = self.units
        scale = weight / (telling * sqrt(sum(self.telling[place] ** 2 for place in known)))
        totals = map(sum, zip(*map(self._row, known), strict=True))
        return [scale * total + always for total, always in zip(totals, self.always, strict=True)]

    def why(self, found: Iterable[str], column: str, most: int = 6) -> list[str]:
        """The features that speak most for a column, the strongest first."""
        place = self.columns.index(column)
        speaking = {one: self._row(self.places[one])[place] for one in sorted(found) if one in self.places}
        return [one for one in nlargest(most, speaking, key=speaking.__getitem__) if speaking[one] > 0]

    def _row(self, place: int) -> memoryview:
        width = len(self.columns)
        return self.weights[place * width : (place + 1) * width]


def unpacked(file: bytes) -> Table:
    """Raises `ValueError` or `OSError` when it is not whole."""
    head, names, body = gzip.decompress(file).split(b"\n", 2)
    known = json.loads(head)
    features = names.decode().split("\t")
    size, width = len(features), len(known["columns"])
    if len(body) != size * (1 + width):
        raise ValueError("cut off")
    rows = bytearray(size * width)
    for column in range(width):
        rows[column::width] = body[size * (column + 1) : size * (column + 2)]
    places = {feature: n for n, feature in enumerate(features)}
    telling, weight = known["units"]
    weights = memoryview(bytes(rows)).cast("b")
    return Table(known["columns"], known["always"], (telling, weight), places, body[:size], weights, known["made_of"])


def packed(head: Mapping[str, object], features: Sequence[str], body: bytes) -> bytes:
    """The file of a table, the same for the same contents; `body` are the last two parts of it."""
    return gzip.compress("\n".join((json.dumps(head), "\t".join(features), "")).encode() + body, mtime=0)


def read(path: Path) -> Table:
    return unpacked(path.read_bytes())
