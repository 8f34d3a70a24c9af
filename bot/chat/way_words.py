"""The words to find the way, in every language at once: `flows/words/wayfinding.py` has them."""

from collections.abc import Collection

from bot.chat.alike import listed, nearly, only, our_own
from flows.answers import ANSWERS, DANGER
from flows.helplines import HELPLINES
from flows.words import chat, wayfinding
from locales import Locales

DANGER_TITLE = ANSWERS[DANGER].title
WAYS = (wayfinding.BACK, wayfinding.BEGIN, wayfinding.HELP, DANGER_TITLE, chat.GO_ON, chat.ALOUD, chat.NOT_ALOUD)
"""Where somebody wants to go who names no screen: each by the sentence that lists the words for it."""


class WayWords:
    """Made once. All that is asked of it is plain text; helplines in `named` are known by their name too."""

    def __init__(self, locales: Locales, named: Collection[str]) -> None:
        self.yes, self.no = listed(locales, wayfinding.YES), listed(locales, wayfinding.NO)
        self.none_of_these = listed(locales, wayfinding.NONE_OF_THESE)
        self.not_sure, self.unsure = listed(locales, wayfinding.NOT_SURE), listed(locales, wayfinding.UNSURE)
        self._ways = {word: way for way in WAYS for word in listed(locales, way)}
        self._languages = {our_own(name): code for code in locales for name in locales.called(code)}
        self._beside_language = listed(locales, wayfinding.BESIDE_LANGUAGE)
        self._beside_number = listed(locales, wayfinding.BESIDE_NUMBER)
        self._before = sorted(listed(locales, wayfinding.BEFORE), key=len, reverse=True)
        self._numbers = {our_own(line.number).replace(" ", ""): line.id for line in HELPLINES.values() if line.number}
        self._named = {_without(our_own(HELPLINES[line].name), self._beside_number): line for line in named}

    def way(self, typed: str) -> str | None:
        """Which of `WAYS` this is."""
        return self._ways.get(typed)

    def nearly_way(self, typed: str) -> str | None:
        """The same with one mistake in it."""
        return only({self._ways[word] for word in nearly(typed, self._ways)})

    def language(self, typed: str) -> str:
        """The code of the language that is asked for, if need be with one mistake; empty for anything else."""
        asked = _without(typed, self._beside_language)
        names = [asked] if asked in self._languages else nearly(asked, self._languages)
        return only({self._languages[name] for name in names}) or ""

    def line(self, typed: str) -> str:
        """The helpline whose number or name this is, or both; empty for anything else."""
        digits = "".join(letter for letter in typed if letter.isdecimal())
        name = _without("".join(letter for letter in typed if not letter.isdecimal()), self._beside_number)
        found = {self._numbers.get(digits, "")} if digits else set[str]()
        if name or not digits:
            found.add(self._named.get(name, ""))
        return only(found) or ""

    def without_before(self, typed: str) -> str:
        """What was typed without what people put before a label."""
        before = next((words for words in self._before if f"{typed} ".startswith(f"{words} ")), "")
        return typed.removeprefix(before).strip()

    def without_no(self, typed: str) -> str:
        first, _, rest = typed.partition(" ")
        return rest if first in self.no else typed


def _without(typed: str, beside: Collection[str]) -> str:
    return " ".join(word for word in typed.split() if word not in beside)
