"""Which screens a text asks for: plain retrieval over the words of each screen and the example questions beside it
(`locales/questions.tsv`), and an index of short texts (`locales/index.tsv`). Never more than a list to choose from."""

from collections.abc import Sequence

from listening.features import ends, entry
from listening.reader import sentences
from listening.table import Table

MOST = 3
LONGEST = 60
"""Words of a question; anything longer is a story."""
SHORTEST = 4
"""Words of a sentence that may be a question by itself."""


class Topics:
    """Finds screens by their table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def nearest(self, words: Sequence[str], *, asks: bool = False) -> list[tuple[str, float]]:
        """The screens most like a text, best first, each with its likeness from 0; near 1 or above for an entry of the
        index. Of a text that asks something each sentence counts by itself too: the others say why it is asked."""
        if len(words) > LONGEST:
            return []
        asked = sentences(words, SHORTEST) if asks else ()
        scores = [self._table.scores(found) for found in (ends(words) | entry(words), *map(ends, asked))]
        most = zip(self._table.columns, map(max, *scores, scores[0]), strict=True)
        ranked = sorted(most, key=lambda one: one[1], reverse=True)
        return [(screen, score) for screen, score in ranked[:MOST] if score > 0]
