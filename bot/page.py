"""A screen in one language as a Telegram message: its text, its buttons, and the fixed bottom row.

There are only so many screens, languages, facts and open lines, so a page is made once and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from html import escape as _escape
from zoneinfo import ZoneInfo

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.tap import WIPE, Tap
from campaigns import Campaign
from flows import furniture
from flows.answers import ANSWERS, DANGER, GROUP, HEARD, MOST_MEANT, OLD_BUTTON, WIPED, also_meant
from flows.guide import (
    BACK,
    BEGIN,
    START,
    Copy,
    Guide,
    Link,
    LocalHelp,
    NoSuchStep,
    Numbers,
    Operator,
    Part,
    Points,
    Screen,
    Visit,
    Way,
    WhenOpen,
)
from flows.helplines import HELPLINES, SPOKEN, Helpline, open_at
from flows.listen import Heard
from locales import Locale, Locales

escape = partial(_escape, quote=False)  # text only, never inside an attribute
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Rows = list[list[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class Page:
    """One message: HTML for Telegram, the keyboard under it, and what words typed below it are answered in."""

    text: str
    keyboard: InlineKeyboardMarkup
    locale: str
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Which page: a visit (or an answer off the map), in a language, for a campaign, with these lines open."""

    visit: Visit
    locale: str
    campaign: str
    open_lines: frozenset[str]
    answer: str = ""


@dataclass
class Pages:
    """Every page of the guide, made at first use."""

    guide: Guide
    locales: Locales
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    operator: str = ""
    _made: dict[Place, Page] = field(default_factory=dict, repr=False)

    def opened_by(self, packed: str, moment: datetime) -> Page:
        """The page that a button leads to. Whatever it carries, there is one."""
        tap = Tap.unpack(packed)
        if tap is None or tap.locale not in self.locales:
            return self.answer(OLD_BUTTON, self.locales.choose(None).code, "", moment)
        campaign = self.known(tap.campaign)
        try:
            visit = self.guide.open(tap.screen, tap.facts, local=self._is_local(campaign))
            if tap.trigger in ANSWERS:
                return self.page(Place(visit, tap.locale, campaign, open_at(_here(moment)), tap.trigger))
            if tap.trigger:
                visit = self.guide.follow(visit, tap.trigger)
        except NoSuchStep:
            return self.answer(OLD_BUTTON, tap.locale, campaign, moment)
        return self.show(visit, tap.locale, campaign, moment)

    def at(self, screen: str, locale: str, campaign: str, moment: datetime) -> Page:
        """The page of a screen for somebody who has told us nothing."""
        return self.show(self.guide.open(screen, local=self._is_local(campaign)), locale, campaign, moment)

    def show(self, visit: Visit, locale: str, campaign: str, moment: datetime) -> Page:
        return self.page(Place(visit, locale, campaign, open_at(_here(moment))))

    def answer(self, name: str, locale: str, campaign: str, moment: datetime) -> Page:
        """A page that is not on the map, with the way back to the beginning."""
        visit = self.guide.begin(local=self._is_local(campaign))
        return self.page(Place(visit, locale, campaign, open_at(_here(moment)), name))

    def heard(self, heard: Heard, locale: str, campaign: str, moment: datetime) -> Page:
        """The answer to typed words. What may be meant most is the place behind it, so that the button carries it."""
        visit = self.guide.begin(local=self._is_local(campaign))
        if meant := also_meant(heard):
            with suppress(NoSuchStep):
                visit = self.guide.open(meant, local=visit.local)
        return self.page(Place(visit, locale, campaign, open_at(_here(moment)), HEARD[heard.routes[0]]))

    def for_group(self, locale: str, username: str) -> Page:
        """What is said in a group: nothing but where to talk."""
        speak = _Speech(self.locales[locale], frozenset(), None, "")
        url = f"https://t.me/{username}"
        button = InlineKeyboardButton(speak(furniture.GROUP_BUTTON), url=url)
        return Page(speak.text(ANSWERS[GROUP], []), InlineKeyboardMarkup([[button]]), locale)

    def known(self, campaign: str) -> str:
        """The code when it is one of ours, else nothing: an invented one starts the guide as usual."""
        return campaign if campaign in self.campaigns else ""

    def _is_local(self, campaign: str) -> bool:
        return bool(self.campaigns[campaign].contact) if campaign in self.campaigns else False

    def page(self, place: Place) -> Page:
        """The page of a place, made at first use."""
        page = self._made.get(place)
        if page is None:
            page = self._made[place] = self._make(place)
        return page

    def _make(self, place: Place) -> Page:
        speak = _Speech(self.locales[place.locale], place.open_lines, self.campaigns.get(place.campaign), self.operator)
        here = Tap.at(place.visit, place.locale, place.campaign, place.answer)
        if place.answer:
            screen = ANSWERS[place.answer]
            ways = self._ways_from_answer(place, speak)
        else:
            screen = self.guide.screens[place.visit.screen]
            ways = [
                (speak(choice.label), here.to(choice.trigger), choice.label in (BACK, BEGIN))
                for choice in self.guide.choices(place.visit)
            ]
        text = speak.text(screen, [label for label, _, is_way_back in ways if not is_way_back])
        rows = list(speak.extra_rows(screen))
        rows += [[_button(label, tap)] for label, tap, _ in ways]
        if place.answer != WIPED:
            rows.append(self._bottom_row(here, speak))
        return Page(text, InlineKeyboardMarkup(rows), place.locale, place.campaign)

    def _ways_from_answer(self, place: Place, speak: _Speech) -> list[tuple[str, Tap, bool]]:
        """From 112 back to where one was; from an answer to what may be meant; from the others to the menu."""
        here = Tap.at(place.visit, place.locale, place.campaign)
        if ways := ANSWERS[place.answer].ways:
            return self._ways_meant(place, speak, ways)
        if place.answer == DANGER:
            return [(speak(BACK), here, True)]
        if place.answer == WIPED:
            return [(speak(self.guide.screens[START].title), here, True)]
        return [(speak(way.label), here.to(way.trigger), False) for way in self.guide.choices(place.visit)]

    def _ways_meant(self, place: Place, speak: _Speech, ways: Sequence[Way]) -> list[tuple[str, Tap, bool]]:
        """The ways of an answer to typed words, with the place behind it first."""
        likely = [place.visit] if place.visit.screen != START else []
        for way in ways:
            with suppress(NoSuchStep):  # `check` names it; the answer itself must get out
                likely.append(self.guide.open_way(way, local=place.visit.local))
        by_screen = {visit.screen: visit for visit in reversed(likely)}
        meant = [by_screen[screen] for screen in dict.fromkeys(visit.screen for visit in likely)][:MOST_MEANT]
        meant.append(self.guide.begin(local=place.visit.local))
        return [
            (
                speak(BEGIN if visit.screen == START else self.guide.screens[visit.screen].title),
                Tap.at(visit, place.locale, place.campaign),
                visit.screen == START,
            )
            for visit in meant
        ]

    def _bottom_row(self, here: Tap, speak: _Speech) -> list[InlineKeyboardButton]:
        other = self.locales.after(here.locale)
        return [
            _button(speak(ANSWERS[DANGER].title), here.to(DANGER)),
            _button(speak(furniture.WIPE), here.to(WIPE)),
            _button(other.name, here.to(here.trigger, locale=other.code)),
        ]


class _Speech:
    """One language, at one moment: turns the parts of a screen into Telegram's HTML and buttons."""

    def __init__(self, locale: Locale, open_lines: frozenset[str], campaign: Campaign | None, operator: str) -> None:
        self._locale = locale
        self._open = open_lines
        self._campaign = campaign
        self._operator = operator

    def __call__(self, sentence: str, /, **values: object) -> str:
        return self._locale.say(sentence, **(SPOKEN | values))

    def text(self, screen: Screen, choices: list[str]) -> str:
        """Title, parts, the choices by name (some screen readers do not announce buttons), and the 112 line."""
        blocks = [f"<b>{escape(self(screen.title))}</b>"]
        for part in screen.parts:
            for block in self.blocks(part):
                if isinstance(part, Points) and blocks[-1].endswith(":"):
                    blocks[-1] += f"\n{block}"  # a list belongs to the line that announces it
                else:
                    blocks.append(block)
        if choices:
            named = self(furniture.CHOICES, choices=" · ".join(choices))
            blocks.append(f"<i>{escape(named)}</i>")
        blocks.append(escape(self(furniture.FOOTER)))
        return "\n\n".join(blocks)

    def blocks(self, part: Part) -> Iterator[str]:
        match part:
            case str():
                yield escape(self(part))
            case Points(lines):
                yield "\n".join(f"• {escape(self(line))}" for line in lines)
            case Copy(words):
                yield f"<blockquote>{escape(self(furniture.QUOTE, sentence=self(words)))}</blockquote>"
            case Numbers(helplines):
                yield from (self._helpline(line) for line in self._open_first(helplines))
            case WhenOpen(helpline, when_open, when_closed):
                yield escape(self(when_open if helpline in self._open else when_closed))
            case LocalHelp():
                yield from self._contacts()
            case Operator(unknown):
                yield escape(self._operator or self(unknown))
            case Link():
                pass  # a link is a button and nothing else

    def extra_rows(self, screen: Screen) -> Iterator[list[InlineKeyboardButton]]:
        """The buttons that copy or open something: a row for each sentence, number and address."""
        sentences = [self(part.words) for part in screen.parts if isinstance(part, Copy)]
        label: Callable[[int], str] = (
            (lambda n: self(furniture.COPY_SENTENCE))
            if len(sentences) == 1
            else (lambda n: self(furniture.COPY_NTH_SENTENCE, n=n))
        )
        for n, sentence in enumerate(sentences, 1):
            yield [InlineKeyboardButton(label(n), copy_text=CopyTextButton(sentence))]
        for part in screen.parts:
            if isinstance(part, Numbers):
                for line in self._open_first(part.helplines):
                    if "-" in line.number:  # 112 and 113 are dialled sooner than pasted
                        words = self(furniture.COPY_NUMBER, number=line.number)
                        yield [InlineKeyboardButton(words, copy_text=CopyTextButton(line.number))]
            elif isinstance(part, Link):
                line = HELPLINES[part.helpline]
                yield [InlineKeyboardButton(self(furniture.VISIT_SITE, site=line.site), url=line.url)]

    def _open_first(self, helplines: tuple[str, ...]) -> list[Helpline]:
        return [HELPLINES[name] for name in sorted(helplines, key=lambda name: name not in self._open)]

    def _helpline(self, line: Helpline) -> str:
        """Its name, and below it the number on a line of its own with what to know about it."""
        about = [self(line.note)] if line.note else []
        if line.hours:
            opens, closes = (
                self(furniture.CLOCK, hour=t.hour, minute=f"{t.minute:02}")
                for t in (line.hours.opens, line.hours.closes)
            )
            words = furniture.OPEN_NOW if line.id in self._open else furniture.CLOSED_NOW
            about.append(self(words, opens=opens, closes=closes))
        number = ", ".join([f"<b>{line.number}</b>", *(escape(words) for words in about)])
        return number if line.name == line.number else f"{escape(line.name)}\n{number}"

    def _contacts(self) -> Iterator[str]:
        for contact in self._campaign.contact if self._campaign else ():
            name, about, hours = (
                words.get(self._locale.code) or words.get("nl", "")
                for words in (contact.name, contact.about, contact.hours)
            )
            lines = [line for line in (about, contact.phone, contact.address, hours) if line]
            yield "\n".join([f"<b>{escape(name)}</b>", *(escape(line) for line in lines)])


def _button(label: str, tap: Tap) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=tap.pack())


def _here(moment: datetime) -> datetime:
    """The moment on a Dutch clock; helplines know no other."""
    return moment.astimezone(AMSTERDAM)
