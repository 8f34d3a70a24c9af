"""The page that stands in a chat, as somebody reads it who types below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

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
        self.here = replace(here, campaign=pages.known(here.campaign, moment))
        self.visit = pages.place(self.here, moment)
        self.labels: dict[str, set[Tap]] = {}
        self.back: Tap | None = None
        for code in sorted(pages.locales, key=lambda code: code == self.here.locale):
            page = pages.opened_by(self.here.to(self.here.trigger, locale=code), moment)
            back = pages.locales[code].say(chat.BACK_ALOUD if here.aloud else chat.BACK, where="")
            self.labels |= self._read([button for row in page.keyboard for button in row], code, back)

    def pressed(self, labels: Iterable[str]) -> Tap | None:
        """What the buttons with these labels carry, if that is one thing."""
        return only(set[Tap]().union(*(self.labels.get(label, set()) for label in labels)))

    def tap_at(self, visit: Visit) -> Tap:
        return Tap.at(visit, self.here.locale, self.here.campaign, aloud=self.here.aloud)

    def _read(self, buttons: list[Button], code: str, back: str) -> dict[str, set[Tap]]:
        found: dict[str, set[Tap]] = {}
        for button in buttons:
            if tap := self._carried(button, code):
                found.setdefault(our_own(button.text), set()).add(tap)
        ways_back = [button for button in buttons if button.text.startswith(back)]
        for button in ways_back:
            if tap := self._carried(button, code):
                found.setdefault(our_own(button.text.removeprefix(back)), {tap})
        self.back = next((self._carried(button, code) for button in ways_back), None)
        return found

    def _carried(self, button: Button, code: str) -> Tap | None:
        """What a button of the page in this language carries. One that copies or opens something cannot be typed, but a
        bare number can; a wipe is recognised elsewhere."""
        if not button.callback_data:
            is_number = our_own(button.text).replace(" ", "").isdecimal()
            return None if is_number else self.here.to(BUTTON_ONLY)
        tap = Tap.unpack(str(button.callback_data))
        if tap is None or tap.trigger == WIPE or (tap.locale != code != self.here.locale):
            return None
        return tap if tap.locale != code else replace(tap, locale=self.here.locale)
