"""Small talk, such as thanks or anger at the guide: which answer of its own it gets."""

import re

from bot.api.plain import plain
from bot.chat.alike import letters, listed, nearly, only
from flows.words import small_talk
from locales import Locales

MOST_TEXT = 100
"""Characters: what is longer tells something too."""

SENTENCES = re.compile(r"[.!?,;\n]+")

LONG = 6
"""Letters in which one may be wrong: "ik ben" is no slip of "ik bel"."""


class Manners:
    """Made once; nothing in it is about a visitor. The words of every language count."""

    def __init__(self, locales: Locales) -> None:
        self._beside = {word for words in listed(locales, small_talk.BESIDE) for word in words.split()}
        shortened = [words.split() for words in listed(locales, small_talk.SHORTENED)]
        self._whole = {short: " ".join(whole) for short, *whole in shortened}
        named = [
            (self._written_out(phrase), name)
            for name, said in small_talk.PHRASES.items()
            for phrase in listed(locales, said)
        ]
        # Of a phrase such as "en nu" hardly anything is left without the words that stand beside.
        bare = {short: name for phrase, name in named if letters(short := self._bare(phrase)) >= LONG}
        self._silenced = listed(locales, small_talk.SILENCED)
        self._quieted = listed(locales, small_talk.QUIETED)
        self.names = bare | dict(named)
        """Of each phrase the name of its answer."""

    def answer(self, text: str) -> str:
        """The name of the answer to a text that is nothing else, if need be with one mistake; empty for any other. Of
        some sentences, as in "dank je. ik ga bellen", the last counts."""
        said = [self._answer(sentence) for sentence in SENTENCES.split(text) if sentence.strip()]
        return self._answer(text) or (said[-1] if said and all(said) else "")

    def in_danger(self, text: str, *, is_over: bool) -> str:
        """The name of the answer to somebody in danger who may say that they cannot speak, or that it is over, if that
        may be so."""
        typed = f" {self._written_out(plain(text))} " if len(text) <= MOST_TEXT else ""
        said = {small_talk.SILENT: self._silenced, small_talk.OVER: self._quieted if is_over else []}
        return next((name for name, every in said.items() if any(f" {words} " in typed for words in every)), "")

    def closing(self, text: str) -> str:
        """The name of the answer to a longer text that tells nothing: it asks whether it is their fault that mum is sad
        or, as in "then I will write it down. thank you", its last sentence ends the talk."""
        typed = self._bare(self._written_out(plain(text)))
        if any(name == small_talk.FAULT and typed.startswith(phrase) for phrase, name in self.names.items()):
            return small_talk.FAULT
        *_, last = [sentence for sentence in SENTENCES.split(text) if sentence.strip()] or [""]
        name = self._answer(last)
        return name if name in small_talk.CLOSING else ""

    def _answer(self, text: str) -> str:
        whole = self._written_out(plain(text)) if len(text) <= MOST_TEXT else ""
        typed = self._bare(whole)
        near = {self.names[name] for name in nearly(typed, self.names)} if letters(typed) >= LONG else set[str]()
        return self.names.get(whole) or self.names.get(typed) or only(near) or ""

    def _written_out(self, typed: str) -> str:
        return " ".join(self._whole.get(word, word) for word in typed.split())

    def _bare(self, typed: str) -> str:
        return " ".join(word for word in typed.split() if word not in self._beside)
