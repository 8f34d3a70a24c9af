"""The buttons of a page that lead on: choices, ways from an answer, the way back, and the fixed bottom row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs
from telegram.constants import KeyboardButtonStyle

from bot.api.client import Button
from bot.api.events import WIPE
from bot.chat.render import LONGEST
from bot.chat.tap import DANGER_AGAIN, DANGER_HEARD, Tap
from flows.answers import DANGER, FOLLOW_UP, FORGOTTEN, HEARD, MOST_MEANT, WIPED
from flows.detours import asked_for
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.offer_names import KEPT, is_heard, keeping, route_of
from flows.question import Question
from flows.routes import Route
from flows.screen import Answer
from flows.visit import START, Visit
from flows.words import chat
from flows.words.asking import SOMETHING_ELSE
from flows.words.small_talk import MANNERS
from locales import Locales
from locales.speech import Speech

MAY_MEAN_DYING = (Route.ABOUT_OTHER, Route.CHILD, Route.YOUNG)
"""Below a question about dying, "somebody I know" is mostly whom it is about: the number stays behind these buttons."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """Which page: a visit (or an answer off the map), in a language, for a campaign, with these lines open.

    `aloud` in the reading mode.
    """

    visit: Visit
    locale: str
    campaign: str
    open_lines: frozenset[str]
    answer: str = ""
    aloud: bool = False

    def tap(self, visit: Visit, trigger: str = "") -> Tap:
        """What a button of this page carries that opens a visit, or makes a choice there."""
        return Tap.at(visit, self.locale, self.campaign, trigger, aloud=self.aloud)


@dataclass(frozen=True, slots=True)
class Ways:
    """Makes the buttons of every page."""

    guide: Guide
    locales: Locales

    def choices(self, visit: Visit, here: Tap, speak: Speech) -> list[Button]:
        """The choices of a screen; its main one, the first, in colour."""
        choices = self.guide.choices(visit)
        buttons = [button(speak.label(choice), here.to(choice.trigger)) for choice in choices]
        is_main = choices and not choices[0].is_back and not self.guide.screens[visit.screen].emergency_first
        return _with_main(buttons) if is_main else buttons

    def from_answer(self, place: PageKey, answer: Answer, speak: Speech) -> list[Button]:
        """To what may be meant or is asked, or to everything; then back to where somebody was."""
        begin = self.guide.begin(local=place.visit.local)
        back = self._back(place.visit, place.tap(place.visit), speak)
        somewhere = [back] * (place.visit.screen != START)
        base, _, _ = place.answer.partition(KEPT)
        is_small_talk = base in MANNERS or base == HEARD[Route.THANKS]
        subject = route_of(place.answer) if is_small_talk and base != place.answer else None
        meant = self._meant(place, answer.meant, speak)
        something_else = button(speak(SOMETHING_ELSE), place.tap(begin))
        if subject:
            last = button(speak.back(chat.LAST_ANSWER), place.tap(place.visit, HEARD[subject]))
            found = [*_with_main(meant), last, back]
        elif isinstance(answer, Question):
            found = [*_asked(place, answer, meant, speak), something_else, *somewhere]
        elif answer.meant:
            found = [*_with_main(meant), back]
        elif place.answer == FOLLOW_UP:
            found = [*_with_main([back]), something_else]
        elif place.answer == DANGER or is_small_talk:
            found = [self._back(place.visit, place.tap(place.visit), speak, is_alone=True)]
        elif place.answer in (WIPED, FORGOTTEN):
            found = [button(speak(self.guide.screens[START].title), place.tap(place.visit))]
        elif somewhere and place.answer not in HEARD.values():
            found = [back, self._back(begin, place.tap(begin), speak)]
        else:
            found = [*self._menu(place, begin, speak), *somewhere]
        return found

    def bottom_row(self, here: Tap, speak: Speech) -> list[Button]:
        other = self.locales.after(here.locale)
        return [
            to_danger(SPOKEN["emergency"], here),
            button(speak(chat.WIPE), here.to(WIPE)),
            button(other.name, here.to(unchosen(here.trigger), locale=other.code)),
        ]

    def _back(self, visit: Visit, there: Tap, speak: Speech, *, is_alone: bool = False) -> Button:
        """By the name of its screen, where that fits beside another button, or in a row of its own."""
        label = speak.back(self.guide.screens[visit.screen].short)
        fits = len(label) <= LONGEST[1 if speak.aloud or is_alone else 2]
        return button(label if fits else speak.back(chat.WHERE_YOU_WERE), there)

    def _meant(self, place: PageKey, meant: Sequence[Visit], speak: Speech) -> list[Button]:
        """The first few screens that are open to somebody who was at this place, but not the place itself."""
        found: dict[str, Visit] = {}  # by their labels: some screens have the same title, in regions of their own
        for visit in meant:
            told = replace(place.visit, facts=place.visit.facts | visit.facts)
            there = asked_for(self.guide, visit.screen, told) if visit.screen in self.guide.screens else None
            if there and there.screen != place.visit.screen:
                found.setdefault(speak(self.guide.screens[there.screen].title), there)
        return [button(label, place.tap(visit)) for label, visit in list(found.items())[:MOST_MEANT]]

    def _menu(self, place: PageKey, begin: Visit, speak: Speech) -> list[Button]:
        """The choices of the first page, for somebody who may have told us something already."""
        if not place.visit.facts:
            return self.choices(begin, place.tap(begin), speak)
        ways = []
        for choice in self.guide.choices(begin):
            if there := asked_for(self.guide, self.guide.follow(begin, choice.trigger).screen, place.visit):
                ways.append(button(speak.label(choice), place.tap(there)))
        return _with_main(ways)


def _asked(place: PageKey, question: Question, meant: Sequence[Button], speak: Speech) -> list[Button]:
    names = {HEARD[route]: keeping(HEARD[route], Route.SUICIDAL) for route in MAY_MEAN_DYING}
    kept = names if question.routes[0] is Route.SUICIDAL else {}
    asked = [button(speak(label), place.tap(place.visit, kept.get(name, name))) for name, label in question.asks_for]
    labels = {one.text for one in asked}
    return [*asked[:1], *(one for one in meant if one.text not in labels), *asked[1:]]


def wipe_button(code: str, label: str) -> Button:
    return button(label, Tap(code, screen=START, trigger=WIPE))


def button(label: str, tap: Tap) -> Button:
    return Button(label, callback_data=tap.pack())


def to_danger(label: str, here: Tap) -> Button:
    trigger = DANGER_AGAIN if here.trigger == DANGER else DANGER_HEARD if is_heard(here.trigger) else DANGER
    return structs.replace(button(label, here.to(trigger)), style=KeyboardButtonStyle.DANGER)


def unchosen(answer: str) -> str:
    """The trigger that draws an answer again where nobody chose it, so that it is not counted."""
    return DANGER_AGAIN if answer == DANGER else answer


def _with_main(buttons: Sequence[Button]) -> list[Button]:
    """The first in colour."""
    return [*(structs.replace(one, style=KeyboardButtonStyle.PRIMARY) for one in buttons[:1]), *buttons[1:]]
