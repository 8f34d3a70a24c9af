"""The page that stands in a chat, as somebody reads it who types below it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from bot.api.client import Button
from bot.api.events import WIPE
from bot.chat.alike import only, our_own
from bot.chat.pages import Pages
from bot.chat.tap import Tap
from flows.answers import BUTTON_ONLY
from flows.visit import Visit
from flows.words import chat


class StandingPage:
    """The page that `here` draws, and what its buttons carry by their labels.

    Its labels in other languages count too, behind its own; what they open is in the language of the page.
    """

    def __init__(self, pages: Pages, here: Tap, moment: datetime) -> None:
        self._pages, self._moment = pages, moment
        self.here = replace(here, campaign=pages.known(here.campaign, moment))
        self.visit = pages.place(self.here, moment)

    @cached_property
    def labels(self) -> dict[str, set[Tap]]:
        found: dict[str, set[Tap]] = {}
        for code in sorted(self._pages.locales, key=lambda code: code == self.here.locale):
            labels, ways_back = self._read(code)
            found |= {label: {tap} for label, tap in ways_back.items()} | labels
        return found

    @property
    def back(self) -> Tap | None:
        """The way back of the page."""
        _, ways_back = self._read(self.here.locale)
        return next(iter(ways_back.values()), None)

    def pressed(self, labels: Iterable[str]) -> Tap | None:
        """What the buttons with these labels carry, if that is one thing."""
        return only(set[Tap]().union(*(self.labels.get(label, set()) for label in labels)))

    def tap_at(self, visit: Visit) -> Tap:
        return Tap.at(visit, self.here.locale, self.here.campaign, aloud=self.here.aloud)

    def _read(self, code: str) -> tuple[dict[str, set[Tap]], dict[str, Tap]]:
        """The labels of the page in this language; and of the ways back, by the names of where they lead."""
        page = self._pages.opened_by(self.here.to(self.here.trigger, locale=code), self._moment)
        back = self._pages.locales[code].say(chat.BACK_ALOUD if self.here.aloud else chat.BACK, where="")
        found: dict[str, set[Tap]] = {}
        ways_back: dict[str, Tap] = {}
        for button in (button for row in page.keyboard for button in row):
            if tap := self._carried(button, code):
                found.setdefault(our_own(button.text), set()).add(tap)
                if button.text.startswith(back):
                    ways_back.setdefault(our_own(button.text.removeprefix(back)), tap)
        return found, ways_back

    def _carried(self, button: Button, code: str) -> Tap | None:
        """What a button of the page in this language carries. One that copies or opens something cannot be typed, but a
        bare number can; a wipe is recognised elsewhere."""
        if not button.callback_data:
            is_number = our_own(button.text).replace(" ", "").isdecimal()
            return None if is_number else self.here.to(BUTTON_ONLY)
        tap = Tap.unpack(str(button.callback_data))
        if tap is None or tap.trigger == WIPE or (tap.locale != code != self.here.locale):
            return None
        return tap if tap.locale != code else tap.to(tap.trigger, locale=self.here.locale)
