"""Which screens a text asks for: plain retrieval over the words of each screen and the example questions beside it
(`locales/questions.tsv`), and an index of short texts (`locales/index.tsv`). Never more than a list to choose from."""

from collections.abc import Sequence
from operator import itemgetter

from flows.words.faq import FAQ, screen_of
from listening.features import ends, entry
from listening.reader import sentences
from listening.table import Table

MOST = 3
LONGEST = 60
"""Words of a question; anything longer is a story."""
SHORTEST = 4
"""Words of a sentence that may be a question by itself."""
AS_NEAR_AS_OTHERS, AS_NEAR_AS_ITS_OWN = 0.9, 0.75
"""How near an often asked question has to be in proportion to any other screen, and to its own, to be answered: a
sentence that answers is better than a page."""


class Topics:
    """Finds screens by their table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def nearest(self, words: Sequence[str], *, asks: bool = False) -> tuple[list[tuple[str, float]], str]:
        """The screens most like a text, best first, each with its likeness from 0; near 1 or above for an entry of the
        index. Of a text that asks something each sentence counts by itself too: the others say why it is asked.

        Beside them stands the often asked question that it is most like, if the screen of that one is the first.
        """
        if len(words) > LONGEST:
            return [], ""
        asked = sentences(words, SHORTEST) if asks else ()
        scores = [self._table.scores(found) for found in (ends(words) | entry(words), *map(ends, asked))]
        most = dict(zip(self._table.columns, map(max, *scores, scores[0]), strict=True))
        most |= {name: most.get(name, 0.0) / AS_NEAR_AS_OTHERS for name in FAQ}
        near: dict[str, float] = {}
        for name, score in sorted(most.items(), key=itemgetter(1), reverse=True):
            near.setdefault(screen_of(name), score * AS_NEAR_AS_OTHERS if name in FAQ else score)
        best = [(screen, score) for screen, score in near.items() if score > 0][:MOST]
        asked_of = [name for name, faq in FAQ.items() if best and faq.screen == best[0][0]]
        faq = max(asked_of, key=most.__getitem__, default="")
        return best, faq if faq and most[faq] * AS_NEAR_AS_OTHERS >= AS_NEAR_AS_ITS_OWN * best[0][1] else ""
