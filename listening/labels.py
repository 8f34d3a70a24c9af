"""What phrases are made of: words, and families of words that mean the same, found in a text.

A label is a word of a phrase, or a family such as `<kind>`. One word may carry several labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from listening.reader import STOP

START_OF_TEXT = "^"

Span = tuple[int, int]
Found = dict[str, list[Span]]
"""Where each label stands in a text, in order."""


class Labels:
    """Takes each word of a phrase or a family with its label.

    `slaa*` is any word that begins so, `*vader` any that ends so, and `vrije loop` two words in a row.
    """

    def __init__(self, labelled: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, list[str]] = {}
        self._rows: dict[tuple[str, str], list[tuple[list[str], str]]] = {}
        begin: list[tuple[str, str]] = []
        end: list[tuple[str, str]] = []
        for word, label in labelled:
            if "*" in word and word.endswith("*"):
                begin.append((word[:-1], label))
            elif "*" in word and word.startswith("*"):
                end.append((word[1:], label))
            elif " " in word:
                words = word.split()
                self._rows.setdefault((words[0], words[1]), []).append((words, label))
            else:
                self._whole.setdefault(word, []).append(label)
        self.begins = tuple(part for part, _ in begin)
        self._shortest = min((len(part) for part, _ in (*begin, *end)), default=1)
        self._begin: dict[str, list[tuple[str, str]]] = {}
        self._end: dict[str, list[tuple[str, str]]] = {}
        for part, label in begin:
            self._begin.setdefault(part[: self._shortest], []).append((part, label))
        for part, label in end:
            self._end.setdefault(part[-self._shortest :], []).append((part, label))

        self.words = list(self._whole)
        self.words_of_rows = list(chain.from_iterable(row for rows in self._rows.values() for row, _ in rows))

    def find(self, words: Sequence[str]) -> Found:
        """Where each label stands in these words."""
        places: dict[str, list[Span]] = {}
        for place, word in enumerate(words):
            places.setdefault(word, []).append((place, place + 1))
        found: Found = {START_OF_TEXT: [(0, 0)]}
        mixed: dict[str, list[Span]] = {}
        for word, spans in places.items():
            for label in self._of(word):
                if label in found:
                    mixed.setdefault(label, []).extend(spans)
                else:
                    found[label] = spans
        for place, pair in enumerate(pairwise(words)):
            for row, label in self._rows.get(pair, ()):
                if len(row) == len(pair) or words[place : place + len(row)] == row:
                    mixed.setdefault(label, []).append((place, place + len(row)))
        for label, spans in mixed.items():
            found[label] = sorted([*found.get(label, ()), *spans])
        return found

    def _of(self, word: str) -> list[str]:
        if word == STOP:
            return [STOP]
        labels = self._whole.get(word, [])
        begins = self._begin.get(word[: self._shortest], ())
        ends = self._end.get(word[-self._shortest :], ())
        if not begins and not ends:
            return labels
        every = dict.fromkeys(labels)
        every |= dict.fromkeys(label for part, label in begins if word.startswith(part))
        every |= dict.fromkeys(label for part, label in ends if word.endswith(part))
        return list(every)
