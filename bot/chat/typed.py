"""Typing is pressing: words that are the guide's own do what a button does.

A typed text is held against the page that stands, then against the names of all screens, then against the words to find
the way. What it carries is what a button would have carried, so no guard is passed by, and all that was told comes
along. Any other text is for the listener.
"""

import re
from dataclasses import replace
from datetime import datetime

from bot.api.plain import plain
from bot.chat.alike import begun, nearly, only
from bot.chat.manners import Manners
from bot.chat.pages import Pages
from bot.chat.render import LONGEST
from bot.chat.replies import Replies
from bot.chat.screen_names import ScreenNames
from bot.chat.standing import StandingPage
from bot.chat.tap import Tap
from bot.chat.way_words import DANGER_TITLE, WayWords
from flows.answers import DANGER
from flows.detours import asked_for, screen_of_line
from flows.guide import Guide
from flows.helplines import HELPLINES, SPOKEN
from flows.visit import START
from flows.words import chat, wayfinding
from locales import Locales

_SHORT = re.compile(r"^im ")
"""Many type "im not safe" for a label "I am not safe"."""

SCREEN_COMMANDS = {"start": START, "help": "person_now", "privacy": "privacy"}


MOST_TEXT = 300
"""Characters of which a label may be made, with emoji and all."""


class Vocabulary:
    """What people may type at a guide, in every language. Made once; nothing in it is about a visitor."""

    def __init__(self, guide: Guide, locales: Locales) -> None:
        self.words = WayWords(locales, guide.screens.keys() & HELPLINES.keys())
        self.replies = Replies(guide, locales, self.words)
        self.manners = Manners(locales)
        self.names = ScreenNames(guide, locales, self.manners.names.keys())
        self.longest = max(LONGEST[1], self.names.longest)


class TypedPresses:
    """Finds the press that a text is. The vocabulary is that of the pages."""

    def __init__(self, pages: Pages, known: Vocabulary) -> None:
        self._pages, self._guide = pages, pages.guide
        self._words, self._replies, self._names, self._longest = known.words, known.replies, known.names, known.longest

    def tap(self, text: str, here: Tap, moment: datetime) -> Tap | None:
        """What the button carries that says the same; `here` draws the page that stands. None for any other text."""
        typed = _once(text[:MOST_TEXT])
        if len(text) > MOST_TEXT or not typed or len(typed) > self._longest:
            return None
        page = StandingPage(self._pages, here, moment)
        names, words, region = self._names, self._words, self._guide.region(page.visit.screen)
        return (
            page.pressed([typed])
            or self._replies.tap(typed, page)
            or self._line(typed, page)
            or self._opened(names.exactly(typed, region), page)
            or self._way(words.way(typed), page)
            or self._language(typed, page)
            or page.pressed(nearly(typed, page.labels))
            or self._opened(names.nearly(typed, region), page)
            or self._way(words.nearly_way(typed), page)
            or page.pressed(begun(typed, page.labels) if words.without_before(typed) else [])
            or self._opened(names.begun(typed, region), page)
        )

    def to_screen(self, screen: str, here: Tap, moment: datetime) -> Tap | None:
        """What opens a screen with all that was told, or what the guide has instead. Only the beginning forgets."""
        return self._to_screen(screen, StandingPage(self._pages, here, moment))

    def _to_screen(self, screen: str, page: StandingPage) -> Tap | None:
        if screen == START:
            return page.tap_at(self._guide.begin(local=page.visit.local))
        visit = asked_for(self._guide, screen, page.visit)
        return page.tap_at(visit) if visit else None

    def _opened(self, screens: set[str], page: StandingPage) -> Tap | None:
        """The one screen that is meant; of several the one in the region of the page."""
        region = self._guide.region(page.visit.screen)
        near = {screen for screen in screens if self._guide.region(screen) == region}
        found = ({self._to_screen(screen, page) for screen in some} for some in (screens, near))
        return next(filter(None, map(only, found)), None)

    def _way(self, way: str | None, page: StandingPage) -> Tap | None:
        if way is None:
            return None
        here, begin = page.here, self._to_screen(START, page)
        return {
            wayfinding.BACK: page.back or begin,
            wayfinding.BEGIN: begin,
            wayfinding.HELP: self._to_screen(SCREEN_COMMANDS["help"], page),
            DANGER_TITLE: self._line(SPOKEN["emergency"], page),
            chat.GO_ON: here,
            chat.ALOUD: replace(here, aloud=True),
            chat.NOT_ALOUD: replace(here, aloud=False),
        }[way]

    def _language(self, typed: str, page: StandingPage) -> Tap | None:
        code = self._words.language(typed)
        return page.here.to(page.here.trigger, locale=code) if code else None

    def _line(self, typed: str, page: StandingPage) -> Tap | None:
        """The screen of a helpline; of 112 how to call it."""
        line = self._words.line(typed)
        if line == "emergency":
            return page.pressed([SPOKEN[line]]) or page.here.to(DANGER)
        screen = screen_of_line(self._guide, line, page.visit.screen) if line else ""
        return self._to_screen(screen, page) if screen else None


def _once(text: str) -> str:
    """As it is compared; what was typed again and again in lines of their own counts once."""
    once = " ".join(filter(None, dict.fromkeys(plain(line) for line in text.splitlines())))
    return _SHORT.sub("i am ", once)
