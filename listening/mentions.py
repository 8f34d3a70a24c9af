"""Finds mentions in a text, such as a fear of being wrong beside the subject, by a table of their own.

Multinomial regression over the features of routes, learnt from messages that people type later in a conversation.
"""

from collections.abc import Collection
from math import exp

from flows.routes import Mention
from listening.table import Table

NOTHING = ""
"""The column of a text that mentions nothing of these."""
LEAST = 0.25
"""How likely something has to be for its words to stand."""
FEW, LEAST_IN_FEW = 3, 0.6
"""And in so few words: "not every day" is no want of food."""


class Mentions:
    """Finds them by the table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def of(self, found: Collection[str], length: int) -> tuple[Mention, ...]:
        """Those that are likely enough, the likeliest first, by the features of a text of so many words."""
        scores = [exp(score) for score in self._table.scores(found)]
        least = (LEAST_IN_FEW if length <= FEW else LEAST) * sum(scores)
        ranked = sorted(zip(scores, self._table.columns, strict=True), reverse=True)
        return tuple(Mention(column) for score, column in ranked if column != NOTHING and score >= least)
