"""Which screens a text asks for: plain retrieval over the words of each screen and the example questions beside it
(`locales/questions.tsv`), and an index of short texts (`locales/index.tsv`). Never more than a list to choose from."""

from collections.abc import Sequence

from listening.features import ends, entry
from listening.table import Table

MOST = 3
LONGEST = 60
"""Words of a question; anything longer is a story."""


class Topics:
    """Finds screens by their table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def nearest(self, words: Sequence[str], most: int = MOST) -> list[tuple[str, float]]:
        """The screens most like a text, best first, each with its likeness from 0; near 1 or above for an entry of the
        index."""
        if len(words) > LONGEST:
            return []
        scores = self._table.scores(ends(words) | entry(words))
        ranked = sorted(zip(self._table.columns, scores, strict=True), key=lambda one: one[1], reverse=True)
        return [(screen, score) for screen, score in ranked[:most] if score > 0]
