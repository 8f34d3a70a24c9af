"""Matches the phrases of one language with the words of a text.

`Cue` in `listening/understanding.py` explains how a phrase is written, and so does the head of each `cues.toml`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

from flows import Mistake
from flows.routes import CRISIS, Route
from listening.labels import START_OF_TEXT, Found, Labels, Span
from listening.reader import STOP, fold
from listening.understanding import Cue, Match

GAP = 2
"""Words that may stand between two words of a phrase; `...` makes room for `WIDE`."""
WIDE = 6
NEAR = 14
"""Words between two phrases that are joined by `&`, at the most."""
TRIES = 6
"""Places where a phrase is tried, so that a text that repeats itself takes no longer."""


class BrokenCues(Mistake):
    """A phrase that cannot be matched. The message says which one, and how to fix it."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything that is matched in one language.

    `families` are words that mean the same here (`slaa*` is any word that begins so, `*vader` any that ends so),
    `spelling` is how words are written in a hurry, `negations` deny a phrase, `lookalikes` are phrases that sound
    worse than they are, and `ordinary` are words that are no typing mistake of another.
    """

    cues: Sequence[Cue]
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)
    spelling: Mapping[str, str] = field(default_factory=dict)
    negations: Sequence[str] = ()
    lookalikes: Sequence[str] = ()
    ordinary: Iterable[str] = ()


class _Part(NamedTuple):
    """A phrase without `&`: its labels, and how many words may stand before each."""

    labels: tuple[str, ...]
    room: tuple[int, ...]


class _Phrase(NamedTuple):
    written: str
    parts: tuple[_Part, ...]
    needs: tuple[str, ...]
    cue: int
    is_hint: bool


class _Index:
    """Phrases by the rarest label they need, so that only a few are tried on a text."""

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        often = Counter(chain.from_iterable(phrase.needs for phrase in phrases))
        self._by_label: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            self._by_label.setdefault(min(phrase.needs, key=often.__getitem__), []).append(phrase)

    def worth_trying(self, found: Found) -> Iterator[_Phrase]:
        for label in found:
            for phrase in self._by_label.get(label, ()):
                if len(phrase.needs) == 1 or all(map(found.__contains__, phrase.needs)):
                    yield phrase


class PhraseMatcher:
    """The phrases of one language. Raises `BrokenCues` for one that cannot be matched."""

    def __init__(self, language: str, cues: Cues) -> None:
        self._language = language
        families = {fold(f"<{name}>"): words for name, words in cues.families.items()}
        self._families = families.keys()
        self._negations = frozenset(map(fold, cues.negations))
        self._cues = cues.cues
        hear = [
            phrase
            for n, cue in enumerate(cues.cues)
            for phrases, is_hint in ((cue.hear, False), (cue.hint, True))
            for phrase in self._phrases(phrases, n, GAP, is_hint=is_hint)
        ]
        self._unless = [self._phrases(cue.unless) for cue in cues.cues]
        lookalikes = self._phrases(cues.lookalikes)
        self._hear, self._lookalikes = _Index(hear), _Index(lookalikes)
        needs = dict.fromkeys(chain.from_iterable(phrase.needs for phrase in chain(hear, lookalikes, *self._unless)))
        itself = ((need, need) for need in needs if need not in self._families and need not in (STOP, START_OF_TEXT))
        of_families = ((word, family) for family, words in families.items() for word in map(fold, words))
        self._labels = Labels(chain(itself, of_families))
        self.find = self._labels.find
        self.begins = self._labels.begins
        # The order counts: when two words are equally close to a mistyped one, the first is chosen.
        self.vocabulary = dict.fromkeys(chain(self._labels.words, sorted(self._negations), self._labels.words_of_rows))

    def _phrases(self, phrases: Sequence[str], cue: int = -1, gap: int = 0, *, is_hint: bool = False) -> list[_Phrase]:
        return [self._phrase(written, cue, gap, is_hint) for written in phrases]

    def _phrase(self, written: str, cue: int, gap: int, is_hint: bool) -> _Phrase:
        plain = fold(written)
        parts = []
        for half in plain.split(" & ") if "&" in plain else (plain,):
            labels = half.split()
            room = [gap] * len(labels)
            while "..." in labels:
                n = labels.index("...")
                del labels[n], room[n]
                if n == len(labels):
                    raise BrokenCues(f"{written!r} ends with `...`; add the word that follows")
                room[n] = WIDE
            if not labels:
                raise BrokenCues(f"{written!r} is no phrase; write words")
            parts.append(_Part(tuple(labels), tuple(room)))
        needs = parts[0].labels if len(parts) == 1 else tuple(label for part in parts for label in part.labels)
        if "<" in plain:
            for label in needs:
                if label[0] == "<" and label not in self._families:
                    raise BrokenCues(f"{written!r} names {label}, which is no family; add it or fix the name")
        return _Phrase(written, tuple(parts), needs, cue, is_hint)

    def match(self, words: Sequence[str], found: Found) -> tuple[list[Match], bool]:
        """The cues that match, each with one of its phrases; and whether a crisis is denied.

        A crisis is denied by a look-alike, or by a phrase about a crisis that holds a negation.
        """
        lookalikes = [
            span
            for phrase in self._lookalikes.worth_trying(found)
            for span in self._spans(phrase, words, found, every=True)
        ]
        denied = bool(lookalikes) or self._denies_a_crisis(words, found)
        return self._matches(words, _without(lookalikes, found) if lookalikes else found), denied

    def _denies_a_crisis(self, words: Sequence[str], found: Found) -> bool:
        return not self._negations.isdisjoint(words) and any(
            len(phrase.parts) == 1
            and self._cues[phrase.cue].route in CRISIS
            and self._spans(phrase, words, found, denied=True)
            for phrase in self._hear.worth_trying(found)
        )

    def _matches(self, words: Sequence[str], found: Found) -> list[Match]:
        """At most one phrase of each cue, and one hint of each route."""
        tried: set[tuple[int, bool]] = set()
        hinted: set[Route] = set()
        matches = []
        for phrase in self._hear.worth_trying(found):
            cue, key = self._cues[phrase.cue], (phrase.cue, phrase.is_hint)
            if key in tried or (phrase.is_hint and cue.route in hinted) or not self._spans(phrase, words, found):
                continue
            tried.add(key)
            if not any(self._stands(other, words, found) for other in self._unless[phrase.cue]):
                if phrase.is_hint:
                    hinted.add(cue.route)
                matches.append(Match(self._language, cue, phrase.written, phrase.is_hint))
        return matches

    def _stands(self, phrase: _Phrase, words: Sequence[str], found: Found) -> bool:
        return all(map(found.__contains__, phrase.needs)) and bool(self._spans(phrase, words, found))

    def _spans(
        self, phrase: _Phrase, words: Sequence[str], found: Found, *, every: bool = False, denied: bool = False
    ) -> list[Span]:
        """Where a phrase stands, or stands with a negation when `denied`: the first place, or every one."""
        every = every or len(phrase.parts) > 1
        together = self._places(phrase.parts[0], words, found, every=every, denied=denied)
        for part in phrase.parts[1:]:
            if not together:
                break
            others = self._places(part, words, found, every=every, denied=denied)
            together = list(_near_each_other(together, others))
        return together

    def _places(self, part: _Part, words: Sequence[str], found: Found, *, every: bool, denied: bool) -> list[Span]:
        """Tries each place of the rarest label, from there to the left and to the right."""
        where = [found[label] for label in part.labels]
        rarest = 0 if len(where) == 1 else min(range(len(where)), key=lambda n: len(where[n]))
        places: list[Span] = []
        for anchor in where[rarest][:TRIES]:
            spans = [anchor]
            for n in range(rarest, 0, -1):
                left = _before(where[n - 1], spans[0][0], part.room[n])
                if left is None:
                    break
                spans.insert(0, left)
            if len(spans) <= rarest:
                continue
            for n in range(rarest + 1, len(where)):
                right = _after(where[n], spans[-1][1], part.room[n])
                if right is None:
                    break
                spans.append(right)
            if len(spans) == len(where) and self._holds(spans, words, denied=denied):
                places.append((spans[0][0], spans[-1][1]))
                if not every:
                    break
        return places

    def _holds(self, spans: Sequence[Span], words: Sequence[str], *, denied: bool) -> bool:
        """Whether the phrase stays within one sentence, and a negation is in it or just before it only if `denied`."""
        begin = spans[0][0]
        is_negated = bool(begin) and words[begin - 1] in self._negations
        for (_, end), (begin, _) in pairwise(spans):
            for word in words[end:begin]:
                if word == STOP:
                    return False
                is_negated = is_negated or word in self._negations
        return is_negated is denied


def _near_each_other(some: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    for one in some:
        for other in others:
            apart = max(one[0], other[0]) - min(one[1], other[1])
            if 0 <= apart <= NEAR:
                yield min(one[0], other[0]), max(one[1], other[1])
                break


def _before(spans: Sequence[Span], begin: int, room: int) -> Span | None:
    """The nearest span that ends at most so many words before this place."""
    n = bisect_right(spans, (begin, -1)) - 1
    while n >= 0 and spans[n][1] > begin:
        n -= 1
    return spans[n] if n >= 0 and begin - spans[n][1] <= room else None


def _after(spans: Sequence[Span], end: int, room: int) -> Span | None:
    """The nearest span that begins at most so many words after this place."""
    n = bisect_left(spans, (end, -1))
    return spans[n] if n < len(spans) and spans[n][0] - end <= room else None


def _without(spans: Sequence[Span], found: Found) -> Found:
    """The labels outside these spans. The ends of sentences stay."""
    gone = {place for begin, end in spans for place in range(begin, end)}
    return {
        label: kept
        for label, places in found.items()
        if (kept := [span for span in places if label in (STOP, START_OF_TEXT) or gone.isdisjoint(range(*span))])
    }
