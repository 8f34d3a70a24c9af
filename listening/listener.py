"""Typed words -> which answer comes first.

No page depends on this: every answer shows the numbers, the human lines and the way to everything else.
It only decides what stands first, by cues that a social worker can read and extend (`locales/<language>/cues.toml`).
Where they are silent, or only hint, examples decide: which route's a text is most like (`listening/scorer.py`).
There is no network: the same words always lead to the same answer, and `watkanikdoen listen` says why.

A text is read in two steps. Spelling undoes what hides a word: invisible characters, accents, figures for letters,
stretched and spaced letters, typing mistakes. Then each language listens for its phrases, whatever the locale.
A mistake in the first step costs little in the second, where several words have to belong together.
Nothing of a text is kept, also not for speed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from flows import Mistake
from flows.routes import Route
from listening.scorer import Likeness, Table, features
from listening.understanding import Cue, Match, Understanding

NO_TABLE = Table()

LONGEST = 4096
"""Characters that are read: as many as Telegram lets somebody type."""
FIRST, LAST = 800, 500
"""Characters that are listened to, of a text that has more: how a long story begins, and how it ends."""
GAP = 2
"""Words that may stand between two words of a phrase; `...` makes room for `WIDE`."""
WIDE = 6
NEAR = 14
"""Words between two phrases that are joined by `&`, at the most."""
TRIES = 6
"""Places where a phrase is tried: a text that repeats itself takes no longer."""
MOST_TYPOS = 12
"""Unknown words that are compared with the known ones: more than somebody types, and each takes its time."""
MOST_ODD, MOST_SPELLED = 20, 12
"""Words with signs or figures in them, and spelled words, that are looked at closely: for the same reason."""
LONGEST_WORD, LONGEST_SPELLED = 24, 40
"""Letters of a word that is guessed at; a longer one is hardly a word."""
ONE_TYPO_FROM, TWO_TYPOS_FROM = 5, 9
"""Letters from which a word may hold so many typing mistakes; in shorter ones ordinary words lie too near."""
JOINED_FROM = 8
"""Letters from which an unknown word is tried as several words without spaces."""


CRISIS = frozenset({Route.ACUTE, Route.SUICIDAL})
CALM = frozenset({Route.PROFESSIONAL, Route.MUNICIPALITY, Route.QUESTION, Route.WIPE, Route.GREETING, Route.OTHER})
"""What somebody types who is in no trouble at this moment."""
CRISIS_FROM = 0.17
"""How probable a crisis has to be, by the examples, before it stands first without a cue. This little is enough: who is
taken for somebody in danger and is not, reads one number too many; the other way round it may be one too few."""
CRISIS_BESIDE = 0.32
"""And how probable beside the likeliest other route, which shows 112 as well."""
CRISIS_FROM_CALM = 0.31
"""How probable it has to be where the likeliest other route is a calm one."""
CRISIS_FROM_DENIED = 0.8
"""How probable where somebody denies it, or where something is heard that only sounds so."""
SURER = 0.2
"""How much more probable a route has to be, by the examples, than the one that a cue heard. All five were found with
one writer after another left out: see `docs/decisions/005-words-and-examples.md`.
"""


class BrokenCues(Mistake):
    """Cues that cannot be listened for. The message says which phrase, and what to mend."""


@dataclass(frozen=True, slots=True)
class Cues:
    """All that one language listens for.

    `families` are words that mean the same here (`slaa*` is any word that begins so, `*vader` any that ends so),
    `spelling` is how words are written in a hurry, `negations` turn a phrase round, `lookalikes` are phrases that
    sound worse than they are, and `ordinary` are words that are no typing mistake of another.
    """

    cues: Sequence[Cue]
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)
    spelling: Mapping[str, str] = field(default_factory=dict)
    negations: Sequence[str] = ()
    lookalikes: Sequence[str] = ()
    ordinary: Iterable[str] = ()


class Listener:
    """Listens to every language at once. `examples` is the table of `listening/scorer.py`.

    Raises `BrokenCues` when a cue cannot be listened for.
    """

    def __init__(self, languages: Mapping[str, Cues], examples: Table = NO_TABLE) -> None:
        self._ears = {language: _Ear(cues) for language, cues in languages.items()}
        self._written = {
            language: dict(
                zip(
                    _each_folded(cues.spelling),
                    (words.split() for words in _each_folded(cues.spelling.values())),
                    strict=True,
                )
            )
            for language, cues in languages.items()
        }
        heard = dict.fromkeys(chain.from_iterable(ear.vocabulary for ear in self._ears.values()))
        meant = (word for word in heard if len(word) >= ONE_TYPO_FROM and word.isalpha())
        words = set(heard).union(*(_each_folded(cues.ordinary) for cues in languages.values()))
        known = words.union(filter(str.isalpha, examples.weights), *self._written.values())
        begins = tuple(begin for ear in self._ears.values() for begin in ear.begins)
        self._reader = _Reader(words, known, begins, meant)
        self._likeness = Likeness(examples)

    def hear(self, text: str) -> Understanding:
        """The routes of a text, and why. Takes time in proportion to its length, whatever stands in it."""
        read = self._read(text)
        routes = {fired.cue.route for fired in read.fired if not fired.is_hint}
        if not routes & CRISIS:
            routes = self._with_examples(routes, read)
        return Understanding(tuple(route for route in Route if route in routes) or (Route.OTHER,), read.fired)

    def why(self, text: str, route: Route) -> list[str]:
        """What speaks most for a route, by the examples. These are words of the text: for whoever typed it only."""
        return self._likeness.why(self._read(text).features, route)

    def features(self, text: str) -> set[str]:
        """What `listening.scorer` compares of a text."""
        return self._read(text).features

    def words(self, text: str) -> dict[str, list[str]]:
        """The text as each language reads it, its hidden words undone; `STOP` where a sentence ends."""
        read = self._reader.read(text)
        return {
            language: [word for short in read for word in written.get(short, (short,))]
            for language, written in self._written.items()
        }

    def _read(self, text: str) -> _Read:
        words = self.words(text)
        found = {language: self._ears[language].find(read) for language, read in words.items()}
        fired: list[Match] = []
        denied = False
        for language, read in words.items():
            cues, turned_round = self._ears[language].hear(read, found[language])
            fired += (Match(language, cue, phrase, is_hint) for cue, phrase, is_hint in cues)
            denied |= turned_round
        heard = {f"{fire.cue.route}?" if fire.is_hint else fire.cue.route.value for fire in fired}
        return _Read(features(words, found, heard | ({"denied"} if denied else set())), tuple(fired), denied)

    def _with_examples(self, heard: set[Route], read: _Read) -> set[Route]:
        """What the examples make of the routes that the cues heard, none of them a crisis.

        A crisis is added when it is probable enough. Without one, a cue has to be about as probable as what the
        examples say: else theirs takes its place.
        """
        scores = self._likeness.score(read.features)
        if not scores:
            return heard
        best = max((route for route in Route if route not in CRISIS), key=lambda route: scores.get(route, 0.0))
        enough = CRISIS_FROM_CALM if best in CALM else max(CRISIS_FROM, CRISIS_BESIDE * scores.get(best, 0.0))
        if sum(scores.get(route, 0.0) for route in CRISIS) >= (CRISIS_FROM_DENIED if read.denied else enough):
            return heard | {max(sorted(CRISIS), key=lambda route: scores.get(route, 0.0))}
        kept = {route for route in heard if scores.get(best, 0.0) - scores.get(route, 0.0) < SURER} or {best}
        first = min(kept, key=_ORDER.index)
        return kept | {route for route in heard if _ORDER.index(route) > _ORDER.index(first)}


_ORDER = list(Route)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as all languages read it together."""

    features: set[str]
    fired: tuple[Match, ...]
    denied: bool


# Spelling: what hides a word is undone.

STOP = "$"
"""Stands between the words where a sentence ends."""

_LEET = str.maketrans("013457@$€!|+", "oieastaseiit")
_LEET_AS_L = str.maketrans("1!|", "lll")
# Letters of other alphabets that look like ours; read so in a word that holds one of ours too.
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
    return _folded(text[:LONGEST])[:LONGEST]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    # One sign may unfold into eighteen.
    letters = unicodedata.normalize("NFKD", text)[: 2 * len(text)].casefold()
    gone = {ord(letter) for letter in set(letters) if unicodedata.category(letter) in _NO_LETTER}
    return letters.translate(_GONE | dict.fromkeys(gone))


def _each_folded(words: Iterable[str]) -> list[str]:
    """Folded at once: the cues hold fifteen thousand words and phrases, and a start should not take long."""
    every = list(words)
    return _folded("\0".join(every)).split("\0") if every else []


class _Reader:
    """Takes a text apart into words, whatever was done to hide them."""

    def __init__(self, words: set[str], known: set[str], begins: tuple[str, ...], meant: Iterable[str]) -> None:
        # Only who listens needs it, and a bot that starts has other things to do first.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        self._likest = partial(process.extractOne, scorer=OSA.distance)
        self._words = words
        self._known = known
        self._begins = begins
        self._signs = frozenset(word for word in words if len(word) == 1 and not word.isalnum())
        # What a mistyped word may be meant as, by its length and its first letter, or its last one.
        self._meant: dict[tuple[int, str], list[str]] = {}
        for word in meant:
            self._meant.setdefault((len(word), word[0] + "-"), []).append(word)
            self._meant.setdefault((len(word), "-" + word[-1]), []).append(word)

    def knows(self, word: str) -> bool:
        return word in self._known or word.startswith(self._begins)

    def read(self, text: str) -> list[str]:
        words = self._apart(text if len(text) <= FIRST + LAST else f"{text[:FIRST]}\n{text[:LONGEST][-LAST:]}")
        read: dict[str, list[str]] = {}
        typos = MOST_TYPOS
        for word in dict.fromkeys(words):
            if word == STOP or self.knows(word):
                continue
            if typos and len(word) <= LONGEST_WORD:
                typos -= 1
                read[word] = self._guess(word)
        return [one for word in words for one in read.get(word, (word,))] if read else words

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

    def forms(self, word: str) -> Iterator[str]:
        """Ways to read a word that is not known as it stands, the likeliest first."""
        if not word.isascii() and any(letter.isascii() for letter in word):
            word = word.translate(_ALIKE)
        readings = [word]
        if not word.isalpha() and any(letter.isalpha() for letter in word):
            readings = [word.translate(_LEET), word.translate(_LEET_AS_L).translate(_LEET)]
        for reading in readings:
            yield reading
            yield _DOUBLED.sub(r"\1", reading)

    def apart(self, word: str) -> list[str]:
        """`ikwildood` -> `ik wil dood`: the fewest known words that make it up.

        One of them has to be a pronoun: else every long Dutch word falls apart into others.
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

    def _spelled_out(self, text: str) -> str:
        """`d o o d` -> `dood`, where that gives words that are known."""

        def join(spelled: re.Match[str]) -> str:
            joined = "".join(letter for letter in spelled[0] if letter.isalnum())
            if len(joined) > LONGEST_SPELLED:
                return spelled[0]
            if known := self._known_form(joined):
                return known
            return " ".join(self.apart(joined.translate(_LEET))) or spelled[0]

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
        return next((form for form in self.forms(word) if self.knows(form)), "")

    def _guess(self, word: str) -> list[str]:
        """What is probably meant by a word that nobody knows; the word itself when it is simply another."""
        forms = list(self.forms(word))
        for form in forms:
            if self.knows(form):
                return [form]
        if len(forms[0]) >= JOINED_FROM and (found := self.apart(forms[0])):
            return found
        masked = forms[0].count("*")
        most = masked or (len(forms[0]) >= ONE_TYPO_FROM) + (len(forms[0]) >= TWO_TYPOS_FROM)
        near = self._near(forms[0], 0 if masked else most) if most else ()
        alike = self._likest(forms[0], near, score_cutoff=most)
        return [alike[0]] if alike else [word]

    def _near(self, word: str, slack: int) -> list[str]:
        """What a word may be meant as: known words as long, give or take, that begin or end as it does."""
        sizes = range(len(word) - slack, len(word) + slack + 1)
        ends = (word[0] + "-", "-" + word[-1])
        return list(chain.from_iterable(self._meant.get((size, end), ()) for size in sizes for end in ends))


# Listening: phrases are found among the words.

_Span = tuple[int, int]
Found = dict[str, list[_Span]]


class _Part(NamedTuple):
    """A phrase without `&`: its terms, and how many words may stand before each."""

    terms: tuple[str, ...]
    room: tuple[int, ...]


class _Phrase(NamedTuple):
    written: str
    parts: tuple[_Part, ...]
    needs: tuple[str, ...]
    cue: int
    is_hint: bool


class _Index:
    """Phrases by the rarest thing they need, so that only few are tried on a text."""

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


class _Ear:
    """What one language hears."""

    def __init__(self, cues: Cues) -> None:
        self._families = {fold(f"<{name}>") for name in cues.families}
        self._negations = frozenset(_each_folded(cues.negations))
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
        self._labels: dict[str, list[str]] = {}
        self._several: dict[tuple[str, str], list[tuple[list[str], str]]] = {}
        begin: list[tuple[str, str]] = []
        end: list[tuple[str, str]] = []
        terms = dict.fromkeys(chain.from_iterable(phrase.needs for phrase in chain(hear, lookalikes, *self._unless)))
        literal = ((term, term) for term in terms if term not in self._families and term not in (STOP, "^"))
        families = zip(_each_folded(f"<{name}>" for name in cues.families), cues.families.values(), strict=True)
        its_own = ((word, label) for label, words in families for word in _each_folded(words))
        for word, label in chain(literal, its_own):
            if "*" in word and word.endswith("*"):
                begin.append((word[:-1], label))
            elif "*" in word and word.startswith("*"):
                end.append((word[1:], label))
            elif " " in word:
                words = word.split()
                self._several.setdefault((words[0], words[1]), []).append((words, label))
            else:
                self._labels.setdefault(word, []).append(label)
        self.begins = tuple(part for part, _ in begin)
        self._shortest = min((len(part) for part, _ in (*begin, *end)), default=1)
        self._begin: dict[str, list[tuple[str, str]]] = {}
        self._end: dict[str, list[tuple[str, str]]] = {}
        for part, label in begin:
            self._begin.setdefault(part[: self._shortest], []).append((part, label))
        for part, label in end:
            self._end.setdefault(part[-self._shortest :], []).append((part, label))
        several = chain.from_iterable(words for rest in self._several.values() for words, _ in rest)
        self.vocabulary = dict.fromkeys(chain(self._labels, sorted(self._negations), several))

    def _phrases(self, phrases: Sequence[str], cue: int = -1, gap: int = 0, *, is_hint: bool = False) -> list[_Phrase]:
        return [
            self._phrase(written, plain, cue, gap, is_hint)
            for written, plain in zip(phrases, _each_folded(phrases), strict=True)
        ]

    def _phrase(self, written: str, plain: str, cue: int, gap: int, is_hint: bool) -> _Phrase:
        parts = []
        for half in plain.split(" & ") if "&" in plain else (plain,):
            terms = half.split()
            room = [gap] * len(terms)
            while "..." in terms:
                n = terms.index("...")
                del terms[n], room[n]
                if n == len(terms):
                    raise BrokenCues(f"{written!r} ends with `...`; write the word that follows")
                room[n] = WIDE
            if not terms:
                raise BrokenCues(f"{written!r} is no phrase; write words")
            parts.append(_Part(tuple(terms), tuple(room)))
        needs = parts[0].terms if len(parts) == 1 else tuple(term for part in parts for term in part.terms)
        if "<" in plain:
            for term in needs:
                if term[0] == "<" and term not in self._families:
                    raise BrokenCues(f"{written!r} names {term}, which is no family; add it or mend the name")
        return _Phrase(written, tuple(parts), needs, cue, is_hint)

    def hear(self, words: Sequence[str], found: Found) -> tuple[list[tuple[Cue, str, bool]], bool]:
        """The cues that are heard, each with one of its phrases and whether that is only a hint.

        And whether somebody speaks of a crisis that is none: a look-alike, or a crisis cue turned round.
        """
        muted = [
            span
            for phrase in self._lookalikes.worth_trying(found)
            for span in self._spans(phrase, words, found, every=True)
        ]
        denied = bool(muted) or (
            not self._negations.isdisjoint(words)
            and any(
                len(phrase.parts) == 1
                and self._cues[phrase.cue].route in CRISIS
                and self._spans(phrase, words, found, denied=True)
                for phrase in self._hear.worth_trying(found)
            )
        )
        if muted:
            deaf = {place for begin, end in muted for place in range(begin, end)}
            found = {
                label: kept
                for label, spans in found.items()
                if (kept := [span for span in spans if label in (STOP, "^") or deaf.isdisjoint(range(*span))])
            }
        # Once is enough: of each cue, and of the hints of each route.
        silent: set[tuple[int, bool]] = set()
        hinted: set[Route] = set()
        heard = []
        for phrase in self._hear.worth_trying(found):
            cue, key = self._cues[phrase.cue], (phrase.cue, phrase.is_hint)
            if key in silent or (phrase.is_hint and cue.route in hinted) or not self._spans(phrase, words, found):
                continue
            silent.add(key)
            if not any(self._stands(other, words, found) for other in self._unless[phrase.cue]):
                if phrase.is_hint:
                    hinted.add(cue.route)
                heard.append((cue, phrase.written, phrase.is_hint))
        return heard, denied

    def _stands(self, phrase: _Phrase, words: Sequence[str], found: Found) -> bool:
        return all(map(found.__contains__, phrase.needs)) and bool(self._spans(phrase, words, found))

    def find(self, words: Sequence[str]) -> Found:
        """Where each label stands, in order."""
        places: dict[str, list[_Span]] = {}
        for place, word in enumerate(words):
            places.setdefault(word, []).append((place, place + 1))
        found: Found = {"^": [(0, 0)]}
        mixed: dict[str, list[_Span]] = {}
        for word, spans in places.items():
            for label in self._labels_of(word):
                if label in found:
                    mixed.setdefault(label, []).extend(spans)
                else:
                    found[label] = spans
        for place, pair in enumerate(pairwise(words)):
            for several, label in self._several.get(pair, ()):
                if len(several) == len(pair) or words[place : place + len(several)] == several:
                    mixed.setdefault(label, []).append((place, place + len(several)))
        for label, spans in mixed.items():
            found[label] = sorted([*found.get(label, ()), *spans])
        return found

    def _labels_of(self, word: str) -> list[str]:
        if word == STOP:
            return [STOP]
        labels = self._labels.get(word, [])
        begins = self._begin.get(word[: self._shortest], ())
        ends = self._end.get(word[-self._shortest :], ())
        if not begins and not ends:
            return labels
        every = dict.fromkeys(labels)
        every |= dict.fromkeys(label for part, label in begins if word.startswith(part))
        every |= dict.fromkeys(label for part, label in ends if word.endswith(part))
        return list(every)

    def _spans(
        self, phrase: _Phrase, words: Sequence[str], found: Found, *, every: bool = False, denied: bool = False
    ) -> list[_Span]:
        """Where a phrase stands, or where it is turned round: the first place, or every one."""
        every = every or len(phrase.parts) > 1
        together = self._places(phrase.parts[0], words, found, every=every, denied=denied)
        for part in phrase.parts[1:]:
            if not together:
                break
            others = self._places(part, words, found, every=every, denied=denied)
            together = list(_near_each_other(together, others))
        return together

    def _places(self, part: _Part, words: Sequence[str], found: Found, *, every: bool, denied: bool) -> list[_Span]:
        """Each place of the rarest word is tried, from there to the left and to the right."""
        where = [found[term] for term in part.terms]
        rarest = 0 if len(where) == 1 else min(range(len(where)), key=lambda n: len(where[n]))
        places: list[_Span] = []
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

    def _holds(self, spans: Sequence[_Span], words: Sequence[str], *, denied: bool) -> bool:
        """Whether no sentence ends within the phrase, and a negation stands in it or just before it only if denied."""
        begin = spans[0][0]
        turned_round = bool(begin) and words[begin - 1] in self._negations
        for (_, end), (begin, _) in pairwise(spans):
            for word in words[end:begin]:
                if word == STOP:
                    return False
                turned_round = turned_round or word in self._negations
        return turned_round is denied


def _near_each_other(some: Sequence[_Span], others: Sequence[_Span]) -> Iterator[_Span]:
    for one in some:
        for other in others:
            apart = max(one[0], other[0]) - min(one[1], other[1])
            if 0 <= apart <= NEAR:
                yield min(one[0], other[0]), max(one[1], other[1])
                break


def _before(spans: Sequence[_Span], begin: int, room: int) -> _Span | None:
    """The nearest span that ends at most so many words before this place."""
    n = bisect_right(spans, (begin, -1)) - 1
    while n >= 0 and spans[n][1] > begin:
        n -= 1
    return spans[n] if n >= 0 and begin - spans[n][1] <= room else None


def _after(spans: Sequence[_Span], end: int, room: int) -> _Span | None:
    """The nearest span that begins at most so many words after this place."""
    n = bisect_left(spans, (end, -1))
    return spans[n] if n < len(spans) and spans[n][0] - end <= room else None
