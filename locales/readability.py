"""How hard a text is to read: sentences, words and syllables, for Dutch and English.

Flesch-Douma (Dutch, 1960): 206.84 - 0.77 * syllables per 100 words - 0.93 * words per sentence.
Flesch reading ease (English, 1948): 206.835 - 84.6 * syllables per word - 1.015 * words per sentence.
In both, pyphen counts the syllables by hyphenating. It may break after one letter, so a few short words
("you", "call") count as two, and the scores are a little too strict.
"""

import re
from dataclasses import dataclass
from functools import cache

import pyphen

DICTIONARIES = {"nl": pyphen.Pyphen(lang="nl_NL", left=1, right=1), "en": pyphen.Pyphen(lang="en_US", left=1, right=1)}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…:]+[”\"’)]*\s+|\n+")


@cache
def syllables(word: str, locale: str) -> int:
    return len([part for part in DICTIONARIES[locale].inserted(word).split("-") if part]) or 1


@dataclass(frozen=True)
class Reading:
    """The counts of one text."""

    locale: str
    sentence_lengths: tuple[int, ...]
    words: int
    syllables: int

    @property
    def average_sentence(self) -> float:
        return self.words / len(self.sentence_lengths)

    @property
    def longest_sentence(self) -> int:
        return max(self.sentence_lengths)

    @property
    def ease(self) -> float:
        """Flesch-Douma or Flesch: higher is easier; 60 is plain, 90 is very easy."""
        per_word = self.syllables / self.words
        if self.locale == "nl":
            return 206.84 - 77 * per_word - 0.93 * self.average_sentence
        return 206.835 - 84.6 * per_word - 1.015 * self.average_sentence


def read(text: str, locale: str) -> Reading:
    """Count a text. Phone numbers are left out; a colon or a new line ends a sentence."""
    sentences = [found for part in SENTENCE_END.split(text) if (found := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    return Reading(
        locale,
        tuple(len(sentence) for sentence in sentences),
        len(words),
        sum(syllables(word.lower(), locale) for word in words),
    )
