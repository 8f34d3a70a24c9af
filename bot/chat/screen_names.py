"""What the screens are called, in every language: by their titles, their short names, and on buttons that open them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.chat.alike import begun, letters, nearly, our_own
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.steps import ABOUT_ONESELF
from flows.visit import START
from locales import Locales

MANY_WORDS, MANY_LETTERS = 4, 15
"""One of these has a title that says what it is about wherever it is typed; "Meer weten" does not."""
LONG_WORD = 8
"""Letters of a single word that is not another one with a mistake in it."""


@dataclass(slots=True)
class _Name:
    """What a screen is called on some screen."""

    called: str
    screen: str
    stands_on: str
    is_title: bool


class ScreenNames:
    """Made once. Asked by somebody in a region of the map, it tells the screens that a plain text may name."""

    def __init__(self, guide: Guide, locales: Locales, none: Collection[str] = ()) -> None:
        """`none` are no names but titles, such as "and then", which follows up on what was said."""
        self._guide, self._locales = guide, locales
        self._start = guide.region(START)
        names = [name for name in self._called() if name.is_title or name.called not in none]
        own: dict[str, list[_Name]] = {region: [] for region in guide.regions}
        for name in names:
            own[guide.region(name.stands_on)].append(name)
        own[self._start] = list(filter(_is_title_for_all, names))
        everywhere = list(filter(self._counts_everywhere, names))
        self._known = {region: _by_what_is_typed([*everywhere, *own[region]]) for region in guide.regions}
        self.longest = max(len(name) for known in self._known.values() for name in known)

    def exactly(self, typed: str, region: str) -> set[str]:
        return self._known[region].get(typed, set())

    def nearly(self, typed: str, region: str) -> set[str]:
        return self._screens([name for name in nearly(typed, self._known[region]) if _is_long(name)], region)

    def begun(self, typed: str, region: str) -> set[str]:
        """A long word is enough, or half the name. A sentence about oneself is whole as it is: "ik ben bang" is
        not the beginning of "ik ben bang voor hen"."""
        names = begun(typed, self._known[region]) if _is_long(typed) and not _is_of_oneself(typed) else []
        return self._screens([name for name in names if " " not in typed or _is_half(typed, name)], region)

    def _screens(self, names: Iterable[str], region: str) -> set[str]:
        return set[str]().union(*(self._known[region][name] for name in names))

    def _called(self) -> Iterator[_Name]:
        """Every name in every language, but those of the beginning: "what can I do" is a question as often."""
        for screen in self._guide.screens.values():
            if screen.name != START:
                yield from self._spoken(screen.title, screen.name, screen.name, is_title=True)
                yield from self._spoken(screen.short, screen.name, screen.name)
            for choice in self._guide.all_choices(screen.name):
                if not choice.is_back:
                    yield from self._spoken(choice.label, choice.dest, screen.name)

    def _spoken(self, sentence: str, screen: str, stands_on: str, *, is_title: bool = False) -> Iterator[_Name]:
        for locale in self._locales.values():
            yield _Name(our_own(locale.say(sentence, **SPOKEN)), screen, stands_on, is_title)

    def _counts_everywhere(self, name: _Name) -> bool:
        """Those of the first page do, and titles beside it. Of another region only a title does: a label may be said of
        something else, as "it is not safe", or "calling" where it is about calling without Dutch. Of screens about
        oneself not even that: "who can help me" is the title of one for parents, and nobody is taken for a parent who
        hurt a child on a guess."""
        if name.stands_on == START or (self._guide.region(name.stands_on) == self._start and name.is_title):
            return True
        says_enough = name.called.count(" ") + 1 >= MANY_WORDS or letters(name.called) >= MANY_LETTERS
        return _is_title_for_all(name) and says_enough


def _is_title_for_all(name: _Name) -> bool:
    return name.is_title and name.stands_on not in ABOUT_ONESELF


def _by_what_is_typed(names: Iterable[_Name]) -> dict[str, set[str]]:
    """A title is not taken for the label of a way that leads elsewhere."""
    titles: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for name in names:
        (titles if name.is_title else others).setdefault(name.called, set()).add(name.screen)
    return others | titles


def _is_of_oneself(typed: str) -> bool:
    return typed.split(maxsplit=1)[0] in ("ik", "i")


def _is_long(name: str) -> bool:
    return " " in name or letters(name) >= LONG_WORD


def _is_half(typed: str, name: str) -> bool:
    return 2 * letters(typed) >= letters(name)
