"""A screen in one language as a Telegram message: its text, its buttons, and the fixed bottom row.

There are only so many screens, languages, facts and open lines, so a page is made once and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from msgspec import structs
from telegram.constants import KeyboardButtonStyle

from bot.api.client import Button, OutgoingMessage
from bot.api.events import WIPE
from bot.chat.render import escape, extra_rows, paired, text_of
from bot.chat.tap import DANGER_AGAIN, DANGER_HEARD, Tap
from campaigns import Campaign, nearby
from flows.answers import ANSWERS, COVERED, DANGER, FORGOTTEN, GROUP, HEARD, MOST_MEANT, OLD_BUTTON, WIPED
from flows.guide import Guide, NoSuchStep
from flows.helplines import AMSTERDAM, SPOKEN, open_at
from flows.screen import ReadingMode, Screen
from flows.visit import START, Visit
from flows.words import chat
from listening.understanding import Understanding, also_meant
from locales import Locale, Locales
from locales.speech import Speech

MOST_PAGES = 20_000
"""Pages that are kept, of some 6 kB each. More are possible: every campaign has its own, and a forged button can name
any answer behind any visit."""


_TO_DANGER = {DANGER: DANGER_AGAIN} | dict.fromkeys(HEARD.values(), DANGER_HEARD)
"""What the way to 112 is called on an answer, where it is not called as everywhere else."""


class Page(OutgoingMessage, frozen=True, kw_only=True):
    """One message, and what words typed below it are answered in."""

    locale: str
    campaign: str = ""
    screen: str = ""
    """The screen of the map that it shows, or 112; what is said off the map has no name to count."""
    reopens: str = ""
    """What a button carries that draws this page again."""
    aloud: bool = False
    """Whether it comes as a message of its own: some screen readers announce no edits."""


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


@dataclass
class Pages:
    """Every page of the guide, made at first use."""

    guide: Guide
    locales: Locales
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    operator: str = ""
    web_url: str = ""
    most: int = MOST_PAGES
    _made: dict[PageKey, Page] = field(default_factory=dict, repr=False)

    def opened_by(self, tap: Tap | None, moment: datetime) -> Page:
        """The page that a button leads to. Whatever it carries, there is one."""
        if tap is None or tap.locale not in self.locales:
            return self.answer(OLD_BUTTON, self.locales.choose(None).code, "", moment)
        campaign = self.known(tap.campaign, moment)
        try:
            visit = self.guide.open(tap.screen, tap.facts, local=self._is_local(campaign))
            if tap.answer in ANSWERS:
                return self.page(PageKey(visit, tap.locale, campaign, _open_at(moment), tap.answer, tap.aloud))
            if tap.trigger:
                visit = self.guide.follow(visit, tap.trigger)
        except NoSuchStep:
            return self.answer(OLD_BUTTON, tap.locale, campaign, moment, aloud=tap.aloud)
        return self.show(visit, tap.locale, campaign, moment, aloud=tap.aloud)

    def place(self, tap: Tap, moment: datetime) -> Visit:
        """Where a button stands; the beginning when there is no such place."""
        is_local = self._is_local(self.known(tap.campaign, moment))
        try:
            return self.guide.open(tap.screen, tap.facts, local=is_local)
        except NoSuchStep:
            return self.guide.begin(local=is_local)

    def at(self, screen: str, locale: str, campaign: str, moment: datetime, *, aloud: bool = False) -> Page:
        """The page of a screen for somebody who has told us nothing."""
        campaign = self.known(campaign, moment)
        visit = self.guide.open(screen, local=self._is_local(campaign))
        return self.show(visit, locale, campaign, moment, aloud=aloud)

    def show(self, visit: Visit, locale: str, campaign: str, moment: datetime, *, aloud: bool = False) -> Page:
        return self.page(PageKey(visit, locale, campaign, _open_at(moment), aloud=aloud))

    def answer(self, name: str, locale: str, campaign: str, moment: datetime, *, aloud: bool = False) -> Page:
        """A page that is not on the map, with the way back to the beginning."""
        campaign = self.known(campaign, moment)
        visit = self.guide.begin(local=self._is_local(campaign))
        return self.page(PageKey(visit, locale, campaign, _open_at(moment), name, aloud))

    def heard(self, heard: Understanding, locale: str, campaign: str, moment: datetime, *, aloud: bool = False) -> Page:
        """The answer to typed words. What may be meant most is the place behind it, so that the button carries it."""
        visit = self.guide.begin(local=self._is_local(campaign))
        if meant := also_meant(heard):
            with suppress(NoSuchStep):
                visit = self.guide.open(meant, local=visit.local)
        return self.page(PageKey(visit, locale, campaign, _open_at(moment), HEARD[heard.routes[0]], aloud))

    def with_line(self, page: Page, sentence: str) -> Page:
        """A page with one line more, above the 112 line."""
        above, gap, footer = page.text.rpartition("\n\n")
        line = escape(self.locales[page.locale].say(sentence))
        return structs.replace(page, text=f"{above}{gap}{line}\n{footer}")

    def for_group(self, locale: str, username: str) -> Page:
        """What is said in a group: nothing but where to talk."""
        speak = Speech(self.locales[locale], frozenset())
        screen = ANSWERS[GROUP]
        text = text_of(speak, screen.title, list(speak.blocks(screen.parts)), [])
        url = f"https://t.me/{username}"
        return Page(text=text, keyboard=[[Button(speak(chat.GROUP_BUTTON), url=url)]], locale=locale)

    def cover(self, code: str, reopens: str) -> Page:
        """What stands for a page that nobody has pressed for long: it shows nothing, and draws that page again."""
        locale, (title, line) = self.locales[code], ANSWERS[COVERED].sentences
        ways = (Button(locale.say(chat.GO_ON), callback_data=reopens), _wipe_button(locale.code, locale.say(chat.WIPE)))
        text = f"<b>{escape(locale.say(title))}</b>\n\n{escape(locale.say(line))}"
        return Page(text=text, keyboard=[[way] for way in ways], locale=code, reopens=reopens)

    def known(self, code: str, moment: datetime) -> str:
        """The code when it is one of ours and runs today, else nothing: any other starts the guide as usual."""
        campaign = self.campaigns.get(code)
        return code if campaign and campaign.runs_on(_here(moment).date()) else ""

    def language(self, wish: str | None, campaign: str) -> Locale:
        """In which language somebody begins: that of their app where the campaign has it, else the campaign's own."""
        if found := self.campaigns.get(campaign):
            return self.locales.choose(wish, found.languages, found.default_language)
        return self.locales.choose(wish)

    def _is_local(self, campaign: str) -> bool:
        return bool(self.campaigns[campaign].contact) if campaign in self.campaigns else False

    def page(self, place: PageKey) -> Page:
        """The page of a place, made at first use."""
        page = self._made.get(place)
        if page is None:
            while len(self._made) >= self.most:
                del self._made[next(iter(self._made))]
            page = self._made[place] = self._make(place)
        return page

    def _make(self, place: PageKey) -> Page:
        locale, campaign = self.locales[place.locale], self.campaigns.get(place.campaign)
        speak = Speech(locale, place.open_lines, nearby(campaign, place.locale), self.operator, place.aloud)
        here = place.tap(place.visit, place.answer)
        if place.answer:
            screen: Screen = ANSWERS[place.answer]
            ways = self._ways_from_answer(place, speak)
        else:
            screen = self.guide.screens[place.visit.screen]
            ways = self._choices(place.visit, here, speak)
            if screen.emergency_first:
                ways = [_to_danger(speak(ANSWERS[DANGER].title), here), *ways]
        blocks = list(speak.blocks(screen.parts))
        if ReadingMode() in blocks:
            label = speak(chat.NOT_ALOUD if place.aloud else chat.ALOUD)
            ways.insert(-1, _button(label, replace(here, aloud=not place.aloud)))  # the last is the way back
        named = [way.text for way in ways] if place.aloud else []
        text = text_of(speak, screen.title, blocks, named, campaign.called if campaign and screen.name == START else "")
        first = 1 if screen.emergency_first else 0  # the way to 112 stands above the numbers too
        rows = [[way] for way in ways[:first]]
        rows += [*extra_rows(speak, blocks, self.web_url), *paired(ways[first:])]
        if place.answer == FORGOTTEN:
            rows.append([_wipe_button(place.locale, speak(chat.WIPE))])
        elif place.answer != WIPED:
            rows.append(self._bottom_row(here, speak))
        name = screen.name if place.answer in ("", DANGER) else ""
        return Page(
            text=text,
            keyboard=rows,
            locale=place.locale,
            campaign=place.campaign,
            screen=name,
            reopens=here.to(_unchosen(place.answer)).pack(),
            aloud=place.aloud,
        )

    def _choices(self, visit: Visit, here: Tap, speak: Speech) -> list[Button]:
        """The choices of a screen; its main one, the first, in colour."""
        choices = self.guide.choices(visit)
        buttons = [_button(speak.label(choice), here.to(choice.trigger)) for choice in choices]
        is_main = choices and not choices[0].is_back and not self.guide.screens[visit.screen].emergency_first
        return [_main(buttons[0]), *buttons[1:]] if is_main else buttons

    def _back(self, visit: Visit, there: Tap, speak: Speech) -> Button:
        return _button(speak.back(self.guide.screens[visit.screen].short), there)

    def _ways_from_answer(self, place: PageKey, speak: Speech) -> list[Button]:
        """From 112 back to where one was; from an answer to what may be meant; from the others back or to the menu."""
        here = place.tap(place.visit)
        if meant := ANSWERS[place.answer].meant:
            return self._ways_meant(place, speak, meant)
        if place.answer == DANGER:
            return [self._back(place.visit, here, speak)]
        if place.answer in (WIPED, FORGOTTEN):
            return [_button(speak(self.guide.screens[START].title), here)]
        if place.visit.screen != START:  # its choices may answer a question that is not there
            begin = self.guide.begin(local=place.visit.local)
            return [self._back(place.visit, here, speak), self._back(begin, place.tap(begin), speak)]
        return self._choices(place.visit, here, speak)

    def _ways_meant(self, place: PageKey, speak: Speech, answers: Sequence[Visit]) -> list[Button]:
        """The ways of an answer to typed words, with the place behind it first."""
        likely = [place.visit] if place.visit.screen != START else []
        for visit in answers:
            with suppress(NoSuchStep):  # `check` names it; the answer itself must get out
                likely.append(self.guide.open(visit.screen, visit.facts, local=place.visit.local))
        by_screen = {visit.screen: visit for visit in reversed(likely)}
        meant = [by_screen[screen] for screen in dict.fromkeys(visit.screen for visit in likely)][:MOST_MEANT]
        to_meant = [_button(speak(self.guide.screens[visit.screen].title), place.tap(visit)) for visit in meant]
        begin = self.guide.begin(local=place.visit.local)
        back = self._back(begin, place.tap(begin), speak)
        return [*map(_main, to_meant[:1]), *to_meant[1:], back]

    def _bottom_row(self, here: Tap, speak: Speech) -> list[Button]:
        other = self.locales.after(here.locale)
        return [
            _to_danger(SPOKEN["emergency"], here),
            _button(speak(chat.WIPE), here.to(WIPE)),
            _button(other.name, here.to(_unchosen(here.trigger), locale=other.code)),
        ]


def _wipe_button(code: str, label: str) -> Button:
    return _button(label, Tap(code, screen=START, trigger=WIPE))


def _button(label: str, tap: Tap) -> Button:
    return Button(label, callback_data=tap.pack())


def _to_danger(label: str, here: Tap) -> Button:
    return structs.replace(
        _button(label, here.to(_TO_DANGER.get(here.trigger, DANGER))), style=KeyboardButtonStyle.DANGER
    )


def _main(button: Button) -> Button:
    return structs.replace(button, style=KeyboardButtonStyle.PRIMARY)


def _unchosen(answer: str) -> str:
    """The trigger that draws an answer again where nobody chose it, so that it is not counted."""
    return DANGER_AGAIN if answer == DANGER else answer


def _open_at(moment: datetime) -> frozenset[str]:
    return open_at(_here(moment))


def _here(moment: datetime) -> datetime:
    """The moment on a Dutch clock; helplines know no other."""
    return moment.astimezone(AMSTERDAM)
