"""What somebody types in reply to the page that stands: a part of a label, a label in a sentence, yes, no or none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.chat.alike import only, our_own
from bot.chat.standing import StandingPage
from bot.chat.tap import Tap
from bot.chat.way_words import WayWords
from flows.answers import ANSWERS
from flows.guide import Choice, Guide
from flows.helplines import SPOKEN
from locales import Locales

_SIGNS = re.compile(r"[,;:.?!]")


@dataclass(frozen=True, slots=True)
class _Option:
    """A choice of the page. Its label in every language, cut at its signs: "nee" and "niets hiervan"."""

    tap: Tap
    parts: tuple[tuple[str, ...], ...]
    is_guarded: bool

    def begins_with(self, words: Iterable[str]) -> bool:
        return any(first in words for first, *_ in self.parts)

    def says(self, words: Iterable[str]) -> bool:
        return any(f" {word} " in f" {part} " for parts in self.parts for part in parts for word in words)

    def has_part(self, typed: str) -> bool:
        return " " in typed and any(typed in parts for parts in self.parts)


class Replies:
    """Made once; nothing in it is about a visitor."""

    def __init__(self, guide: Guide, locales: Locales, words: WayWords) -> None:
        self._guide, self._words = guide, words
        labels = {choice.label for screen in guide.screens for choice in guide.all_choices(screen)}
        self._parts = {
            label: tuple(_cut(locale.say(label, **SPOKEN)) for locale in locales.values()) for label in labels
        }

    def tap(self, typed: str, page: StandingPage) -> Tap | None:
        """A single word never opens what a guard may close: the question is shown again."""
        words, options = self._words, self._options(page)
        label = words.without_before(typed)
        if " " in label and (tap := page.pressed([label])):
            return tap
        found = [option for option in options if option.has_part(typed)]
        if typed in words.not_sure:
            found += [option for option in options if option.says(words.unsure)]
        for said in (words.yes, words.no):
            if typed in said or (said is words.no and words.without_no(typed) in words.none_of_these):
                found += [option for option in options if option.begins_with(said)]
        if option := only(dict.fromkeys(found)):
            return page.here if option.is_guarded and " " not in typed else option.tap
        return None

    def _options(self, page: StandingPage) -> list[_Option]:
        choices = [] if page.here.answer in ANSWERS else self._guide.choices(page.visit)
        return [self._option(choice, page.here) for choice in choices if not choice.is_back]

    def _option(self, choice: Choice, here: Tap) -> _Option:
        is_guarded = bool(choice.guards) or self._guide.screens[choice.dest].with_parents
        return _Option(here.to(choice.trigger), self._parts[choice.label], is_guarded)


def _cut(label: str) -> tuple[str, ...]:
    return tuple(our_own(part) for part in _SIGNS.split(label))
