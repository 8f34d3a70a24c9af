"""Spelling: takes a text apart into words, and undoes what hides one.

Invisible characters, accents, digits for letters, stretched and spaced letters, and typing mistakes.
A mistake here costs little: a phrase needs several words that belong together (`listening/phrases.py`).
The work is bounded for every text, however long or odd, and nothing of a text is kept, not even as a cache.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST = 4096
"""Characters of a text: as many as Telegram lets a visitor type."""
FIRST, LAST = 800, 500
"""Characters that are read of a text with more than these together: how a long story begins, and how it ends."""
MOST_TYPOS = 12
"""Unknown words that are compared with the known ones. Each comparison takes time."""
MOST_ODD, MOST_SPELLED = 20, 12
"""Words with signs or digits in them, and spelled-out words, that are looked at closely, for the same reason."""
LONGEST_WORD, LONGEST_SPELLED = 24, 40
"""Letters of a word that is guessed at; anything longer is hardly a word."""
ONE_TYPO_FROM, TWO_TYPOS_FROM = 5, 9
"""Letters from which a word may hold one or two typing mistakes; shorter words are too close to ordinary ones."""
JOINED_FROM = 8
"""Letters from which an unknown word is tried as several words without spaces."""

STOP = "$"
"""Stands between the words where a sentence ends."""

_LEET = str.maketrans("013457@$€!|+", "oieastaseiit")
_LEET_AS_L = str.maketrans("1!|", "lll")
# Letters of other alphabets that look like Latin ones; replaced in a word that also holds a Latin letter.
_ALIKE = str.maketrans("аеорсухіјѕԁһкмтαοιυκντ", "aeopcyxijsdhkmtaoiukvt")
_GONE = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_NO_LETTER = frozenset({"Mn", "Me", "Cf", "Cs", "Co", "Cn"})
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[ .*_\-·,/][^\W_]){2,}(?![^\W_])")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED = re.compile(r"([^\W\d_])\1")
_PRONOUNS = frozenset({"ik", "i", "me", "mij", "my", "mijn", "myself", "mezelf"})
_EDGES = re.compile(r"^[^\w@$€]+|[\W_]+$")
_INSIDE = re.compile(r"[^\w*]+|_+")
_ENDS = frozenset(".!?;…")
_MARKS = frozenset(".,:!?;…")


def fold(text: str) -> str:
    """Plain small letters: without invisible characters, accents, capitals and apostrophes."""
    text = text[:LONGEST]
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    # One character may unfold into eighteen.
    letters = unicodedata.normalize("NFKD", text)[: 2 * len(text)].casefold()
    gone = {ord(letter) for letter in set(letters) if unicodedata.category(letter) in _NO_LETTER}
    return letters.translate(_GONE | dict.fromkeys(gone))[:LONGEST]


class Reader:
    """Reads a text as words that the cues may know.

    `words` are those of the cues, `known` also those of the examples, `begins` beginnings of known words,
    and `meant` the words that a mistyped one may stand for.
    """

    def __init__(self, words: set[str], known: set[str], begins: tuple[str, ...], meant: Iterable[str]) -> None:
        self._likest = partial(process.extractOne, scorer=OSA.distance)
        self._words = words
        self._known = known
        self._begins = begins
        self._signs = frozenset(word for word in words if len(word) == 1 and not word.isalnum())
        # By length and first letter, and by length and last letter.
        self._meant: dict[tuple[int, str], list[str]] = {}
        for word in meant:
            self._meant.setdefault((len(word), word[0] + "-"), []).append(word)
            self._meant.setdefault((len(word), "-" + word[-1]), []).append(word)

    def read(self, text: str) -> list[str]:
        words = self._apart(text if len(text) <= FIRST + LAST else f"{text[:FIRST]}\n{text[:LONGEST][-LAST:]}")
        read: dict[str, list[str]] = {}
        typos = MOST_TYPOS
        for word in dict.fromkeys(words):
            if word == STOP or self._knows(word):
                continue
            if typos and len(word) <= LONGEST_WORD:
                typos -= 1
                read[word] = self._guess(word)
        return [one for word in words for one in read.get(word, (word,))] if read else words

    def _knows(self, word: str) -> bool:
        return word in self._known or word.startswith(self._begins)

    def _apart(self, text: str) -> list[str]:
        words: list[str] = []
        last, odd = "", MOST_ODD
        for line in self._spelled_out(_STRETCHED.sub(r"\1\1", fold(text))).splitlines():
            for piece in line.split():
                if piece.isalpha():
                    if piece != last:
                        words.append(piece)
                    last = piece
                    continue
                core = piece[:-1] if piece[:-1].isalpha() and piece[-1] in _MARKS else _EDGES.sub("", piece)
                if not core:
                    words += [sign for sign in dict.fromkeys(piece) if sign in self._signs]
                elif core.isalpha():
                    words.append(core)
                elif odd:
                    odd -= 1
                    words += self._split(core)
                if not _ENDS.isdisjoint(piece):
                    words.append(STOP)
                last = words[-1] if words else ""
            if line and last != STOP:
                words.append(STOP)
                last = STOP
        return words

    def _spelled_out(self, text: str) -> str:
        """`d o o d` -> `dood`, if that gives known words."""

        def join(spelled: re.Match[str]) -> str:
            joined = "".join(letter for letter in spelled[0] if letter.isalnum())
            if len(joined) > LONGEST_SPELLED:
                return spelled[0]
            if known := self._known_form(joined):
                return known
            return " ".join(self._joined(joined.translate(_LEET))) or spelled[0]

        return _SPELLED.sub(join, text, count=MOST_SPELLED)

    def _split(self, core: str) -> list[str]:
        """Words that are written together with a sign between them; a masked letter (`d*od`) stays."""
        for whole in (core, _INSIDE.sub("", core)):
            if self._known_form(whole):
                return [whole]
        return [part for part in _INSIDE.split(core) if part]

    def _known_form(self, word: str) -> str:
        if len(word) > LONGEST_SPELLED:
            return ""
        return next((form for form in _forms(word) if self._knows(form)), "")

    def _guess(self, word: str) -> list[str]:
        """What an unknown word probably stands for; the word itself when it is simply another word."""
        forms = list(_forms(word))
        for form in forms:
            if self._knows(form):
                return [form]
        if len(forms[0]) >= JOINED_FROM and (found := self._joined(forms[0])):
            return found
        masked = forms[0].count("*")
        most = masked or (len(forms[0]) >= ONE_TYPO_FROM) + (len(forms[0]) >= TWO_TYPOS_FROM)
        near = self._near(forms[0], 0 if masked else most) if most else ()
        alike = self._likest(forms[0], near, score_cutoff=most)
        return [alike[0]] if alike else [word]

    def _joined(self, word: str) -> list[str]:
        """`ikwildood` -> `ik wil dood`: the fewest known words that make it up.

        One of them has to be a pronoun: otherwise every long Dutch compound falls apart into other words.
        """
        best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for begin in range(max(0, end - LONGEST_WORD), end):
                before, part = best[begin], word[begin:end]
                if before and part in self._words and (len(part) > 1 or part in "ik"):
                    cost = before[0] + 1 + (len(part) < len("wil"))
                    now = best[end]
                    if now is None or cost < now[0]:
                        best[end] = (cost, [*before[1], part])
        found = best[-1][1] if best[-1] else []
        return found if not _PRONOUNS.isdisjoint(found) else []

    def _near(self, word: str, slack: int) -> list[str]:
        """Candidates for a mistyped word: about as long, and with the same first or last letter."""
        sizes = range(len(word) - slack, len(word) + slack + 1)
        ends = (word[0] + "-", "-" + word[-1])
        return list(chain.from_iterable(self._meant.get((size, end), ()) for size in sizes for end in ends))


def _forms(word: str) -> Iterator[str]:
    """Ways to read a word that is not known as it stands, the likeliest first."""
    if not word.isascii() and any(letter.isascii() for letter in word):
        word = word.translate(_ALIKE)
    readings = [word]
    if not word.isalpha() and any(letter.isalpha() for letter in word):
        readings = [word.translate(_LEET), word.translate(_LEET_AS_L).translate(_LEET)]
    for reading in readings:
        yield reading
        yield _DOUBLED.sub(r"\1", reading)
