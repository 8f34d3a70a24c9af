"""Spelling: takes a text apart into words, and undoes what hides one.

Invisible characters, accents, digits for letters, stretched and spaced letters, and typing mistakes in grave words.
Others stay: what is compared are parts of words too (`listening/features.py`). The work is bounded for every text,
however long or odd, and nothing of a text is kept, not even as a cache.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST = 4096
"""Characters of a text: as many as Telegram lets a visitor type."""
FIRST, LAST = 800, 500
"""Characters that are read of a text with more than these together: how a long story begins, and how it ends."""
MOST_ODD, MOST_SPELLED = 20, 12
"""Words with signs or digits in them, and spelled-out words, that are looked at closely: each takes time."""
MOST_TYPOS = 12
"""Unknown words that are compared with the grave ones."""
ONE_TYPO_FROM, TWO_TYPOS_FROM = 6, 9
"""Letters from which a grave word is found with one or two typing mistakes; shorter ones are too close to others. The
first letter is right: "eating" is no "beating", and "sitting" no "hitting"."""
LONGEST_SPELLED = 40
"""Letters of a word that is spelled out; anything longer is hardly a word."""

EMOJI = {
    "een mes": "🔪🗡",
    "een pistool": "🔫",
    "er is bloed": "🩸",
    "help": "🆘",
    "hoi": "👋",
    "dank": "❤👍🙏💕🥰😘💜💙💚💛",
    "verdrietig": "😭😢😞😔😿💔🥺☹🙁😩😥",
    "bang": "😱😨😰😧",
    "boos": "🤬😡😠👿",
    "pijn": "🤕",
    "haha": "😂🤣😆",
}
"""The words for an emoji that says something by itself; any other says nothing."""

STOP = "$"
"""Stands between the words where a sentence ends."""

_LEET = str.maketrans("013457@$€!|+", "oieastaseiit")
_LEET_AS_L = str.maketrans("1!|", "lll")
# Letters of other alphabets that look like Latin ones; replaced in a word that also holds a Latin letter.
_ALIKE = str.maketrans("аеорсухіјѕԁһкмтαοιυκντ", "aeopcyxijsdhkmtaoiukvt")
_SAID_BY = {ord(sign): f" {word} " for word, signs in EMOJI.items() for sign in signs}
_GONE = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_NO_LETTER = frozenset({"Mn", "Me", "Cf", "Cs", "Co", "Cn"})
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[ .*_\-·,/][^\W_]){2,}(?![^\W_])")
_SPELLED_PAIR = re.compile(r"(?<![^\W_])[^\W_][ .*_\-·,/][^\W_](?![^\W_])")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED = re.compile(r"([^\W\d_])\1")
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
    """Reads a text as words. `known` says which are words of the examples: a hidden word is undone when that gives one,
    or a grave one. `grave` are also found with one typing mistake, or with a sign for some letters, such as `d*od`."""

    def __init__(self, known: Callable[[str], bool], grave: Iterable[str] = ()) -> None:
        grave = sorted(grave)
        self._known, self._grave = known, frozenset(grave)
        self._masked = " ".join(grave)
        long = [word for word in grave if len(word) >= ONE_TYPO_FROM]
        self._long = {letter: [word for word in long if word[0] == letter] for letter in {word[0] for word in long}}

    def knows(self, word: str) -> bool:
        return word in self._grave or self._known(word)

    def read(self, text: str) -> list[str]:
        some = text if len(text) <= FIRST + LAST else f"{text[:FIRST]}\n{text[:LONGEST][-LAST:]}"
        words = self._apart(some if some.isascii() else some.translate(_SAID_BY))
        odd = [word for word in dict.fromkeys(words) if not self.knows(word) and word != STOP]
        meant = {word: self._known_form(word) for word in odd}
        for word in [word for word in odd if not meant[word] and len(word) >= ONE_TYPO_FROM][:MOST_TYPOS]:
            most = 1 + (len(word) >= TWO_TYPOS_FROM)
            near = process.extractOne(word, self._long.get(word[0], ()), scorer=OSA.distance, score_cutoff=most)
            meant[word] = near[0] if near else ""
        return [meant.get(word) or word for word in words]

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
                if core.isalpha():
                    words.append(core)
                elif core and odd:
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
        """`d o o d` -> `dood`, if that gives known words; and two letters where others are spelled: `n u`."""

        def join(spelled: re.Match[str]) -> str:
            joined = "".join(letter for letter in spelled[0] if letter.isalnum())
            if len(joined) > LONGEST_SPELLED:
                return spelled[0]
            return self._known_form(joined) or (joined.translate(_LEET) if len(joined) > len("nu") else spelled[0])

        found, times = _SPELLED.subn(join, text, count=MOST_SPELLED)
        return _SPELLED_PAIR.sub(join, found, count=MOST_SPELLED) if times else found

    def _split(self, core: str) -> list[str]:
        """Words that are written together with a sign between them; a masked letter (`d*od`) stays."""
        for whole in (core, _INSIDE.sub("", core)):
            if self._known_form(whole):
                return [whole]
        return [part for part in _INSIDE.split(core) if part]

    def _known_form(self, word: str) -> str:
        if len(word) > LONGEST_SPELLED:
            return ""
        if "*" in word:
            letters = "[a-z]".join(map(re.escape, word.split("*")))
            found = re.search(rf"\b{letters}\b", self._masked)
            return found[0] if found else ""
        return next((form for form in _forms(word) if self.knows(form)), "")


def _forms(word: str) -> Iterator[str]:
    """Ways to read a word that is not known as it stands, the likeliest first."""
    if not word.isascii() and any(letter.isascii() for letter in word):
        word = word.translate(_ALIKE)
    readings = [word]
    if not word.isalpha() and any(letter.isalpha() for letter in word):
        readings = [word.translate(_LEET), word.translate(_LEET_AS_L).translate(_LEET)]
    for reading in readings:
        yield reading
        if (single := _DOUBLED.sub(r"\1", reading)) != reading:
            yield single


def sentences(words: Iterable[str], shortest: int) -> Iterator[list[str]]:
    """Those of so many words at least, without their ends."""
    for is_end, group in groupby(words, STOP.__eq__):
        sentence = list(group)
        if not is_end and len(sentence) >= shortest:
            yield sentence
