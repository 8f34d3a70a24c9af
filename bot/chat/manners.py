"""Small talk, such as thanks or anger at the guide: which answer of its own it gets."""

from __future__ import annotations

from bot.api.plain import plain
from bot.chat.alike import letters, nearly, only, our_own
from flows.words import small_talk
from locales import Locales

MOST_TEXT = 100
"""Characters: what is longer tells something too."""

LONG = 6
"""Letters in which one may be wrong: "ik ben" is no slip of "ik bel"."""


class Manners:
    """Made once; nothing in it is about a visitor. The words of every language count."""

    def __init__(self, locales: Locales) -> None:
        self._beside = {word for words in _listed(locales, small_talk.BESIDE) for word in words.split()}
        named = ((name, phrase) for name, said in small_talk.PHRASES.items() for phrase in _listed(locales, said))
        # A phrase may be nothing but words that stand beside.
        self._names = {bare: name for name, phrase in named if (bare := self._bare(phrase))}

    def answer(self, text: str) -> str:
        """The name of the answer to a text that is nothing else, if need be with one mistake; empty for any other."""
        typed = self._bare(plain(text)) if len(text) <= MOST_TEXT else ""
        near = {self._names[name] for name in nearly(typed, self._names)} if letters(typed) >= LONG else set[str]()
        return self._names.get(typed) or only(near) or ""

    def _bare(self, typed: str) -> str:
        return " ".join(word for word in typed.split() if word not in self._beside)


def _listed(locales: Locales, words: str) -> list[str]:
    said = (locale.say(words) for locale in locales.values())
    return [our_own(phrase) for each in said for phrase in each.split(",")]
