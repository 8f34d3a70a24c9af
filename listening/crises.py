"""How likely a message in the middle of a conversation tells of danger, or of dying, by a table of its own.

Multinomial regression over the features of routes. It is learnt from all messages that we have, and from later ones
that some writers wrote for it: what somebody types after their story is mostly a detail, and half of those have a grave
word.
"""

from collections.abc import Collection, Mapping
from math import exp

from flows.routes import Route
from listening.table import Table

NO_CRISIS = ""


class Crises:
    """Finds them by the table."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def of(self, found: Collection[str]) -> Mapping[Route, float]:
        """How likely each is, by the features of a text."""
        likely = [exp(score) for score in self._table.scores(found)]
        total = 1 + sum(likely)
        return {Route(column): one / total for column, one in zip(self._table.columns, likely, strict=True)}
