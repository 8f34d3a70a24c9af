"""Typed words -> what they may be about.

No page depends on this: every answer shows the numbers, the human lines and the way to everything else. It only
decides what comes first, by cues that a social worker can read and extend (`locales/<language>/cues.toml`). Where no
cue matches, or only a hint, examples decide (`listening/scorer.py`). There is no network: the same words always lead
to the same answer, and `watkanikdoen listen` says why.

`reader` undoes spelling, `phrases` matches the cues of every language whatever the visitor's own,
`scorer` compares with the examples, and `decision` weighs the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from flows.routes import CRISIS, Route
from listening.decision import in_order, weigh
from listening.phrases import Cues, PhraseMatcher
from listening.reader import ONE_TYPO_FROM, Reader, fold
from listening.scorer import Scorer, Table, features
from listening.understanding import Match, Understanding

NO_TABLE = Table((), {})


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What all languages together find in a text."""

    features: set[str]
    matches: tuple[Match, ...]
    denied: bool


class Listener:
    """Listens to every language at once. `examples` is the table of `listening/scorer.py`.

    Raises `BrokenCues` when a phrase cannot be matched.
    """

    def __init__(self, languages: Mapping[str, Cues], examples: Table = NO_TABLE) -> None:
        self._matchers = {language: PhraseMatcher(language, cues) for language, cues in languages.items()}
        self._spelling = {
            language: {fold(short): fold(words).split() for short, words in cues.spelling.items()}
            for language, cues in languages.items()
        }
        matchers = self._matchers.values()
        vocabulary = dict.fromkeys(chain.from_iterable(matcher.vocabulary for matcher in matchers))
        words = set(vocabulary).union(*(map(fold, cues.ordinary) for cues in languages.values()))
        self._reader = Reader(
            words,
            known=words.union(filter(str.isalpha, examples.weights), *self._spelling.values()),
            begins=tuple(chain.from_iterable(matcher.begins for matcher in matchers)),
            meant=(word for word in vocabulary if len(word) >= ONE_TYPO_FROM and word.isalpha()),
        )
        self._scorer = Scorer(examples)

    def hear(self, text: str) -> Understanding:
        """The routes of a text, and why. Takes time in proportion to its length, whatever it holds."""
        found = self._evidence(text)
        routes = {match.cue.route for match in found.matches if not match.is_hint}
        if routes.isdisjoint(CRISIS):
            routes = weigh(routes, self._scorer.score(found.features), denied=found.denied)
        return Understanding(in_order(routes), found.matches)

    def why(self, text: str, route: Route) -> list[str]:
        """What speaks most for a route, by the examples. These are words of the text: only for its author."""
        return self._scorer.why(self._evidence(text).features, route)

    def features(self, text: str) -> set[str]:
        """What `listening.scorer` compares of a text."""
        return self._evidence(text).features

    def words(self, text: str) -> dict[str, list[str]]:
        """The text as each language reads it; `STOP` where a sentence ends."""
        read = self._reader.read(text)
        return {
            language: [word for short in read for word in spelling.get(short, (short,))]
            for language, spelling in self._spelling.items()
        }

    def _evidence(self, text: str) -> _Evidence:
        words = self.words(text)
        found = {language: self._matchers[language].find(read) for language, read in words.items()}
        matches: list[Match] = []
        denied = False
        for language, read in words.items():
            matched, is_denied = self._matchers[language].match(read, found[language])
            matches += matched
            denied |= is_denied
        cues = {f"{match.cue.route}?" if match.is_hint else match.cue.route.value for match in matches}
        return _Evidence(features(words, found, cues | {"denied"} if denied else cues), tuple(matches), denied)
