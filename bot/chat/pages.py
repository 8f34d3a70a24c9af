"""A screen in one language as a Telegram message: its text, its buttons, and the fixed bottom row.

There are only so many screens, languages, facts and open lines, so a page is made once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from html import escape as _escape
from urllib.parse import quote

from bot.api.client import Button, Copied, OutgoingMessage, ready
from bot.chat.tap import DANGER_AGAIN, DANGER_HEARD, WIPE, Tap
from campaigns import Campaign, nearby
from flows.answers import ANSWERS, DANGER, GROUP, HEARD, MOST_MEANT, OLD_BUTTON, WIPED
from flows.guide import Guide, NoSuchStep
from flows.helplines import AMSTERDAM, Helpline, open_at
from flows.screen import BACK, BEGIN, Screen, Share
from flows.visit import START, Visit
from flows.words import chat
from flows.words.web import call_page
from listening.understanding import Understanding, also_meant
from locales import Locale, Locales
from locales.speech import Block, ByHour, Door, Line, Lines, Listed, Nearby, Paragraph, Quote, Speech

escape = partial(_escape, quote=False)  # text only, never inside an attribute

MOST_PAGES = 20_000
"""Pages that are kept, of some 6 kB each. There are more: every campaign has its own, and a forged button can name
any answer behind any visit."""


_TO_DANGER = {DANGER: DANGER_AGAIN} | dict.fromkeys(HEARD.values(), DANGER_HEARD)
"""What the way to 112 is called on an answer, where it is not called as everywhere else."""


@dataclass(frozen=True, slots=True)
class Page(OutgoingMessage):
    """One message, and what words typed below it are answered in."""

    locale: str
    campaign: str = ""
    screen: str = ""
    """The screen of the map that it shows, or 112; what is said off the map has no name to count."""


@dataclass(frozen=True, slots=True)
class PageKey:
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
    web_url: str = ""
    most: int = MOST_PAGES
    _made: dict[PageKey, Page] = field(default_factory=dict, repr=False)
    _pressed: dict[str, Page] = field(default_factory=dict, repr=False)
    """Where buttons led in this minute: many press the same ones."""

    _minute: int = field(default=0, repr=False)

    def opened_by(self, packed: str, moment: datetime) -> Page:
        """The page that a button leads to. Whatever it carries, there is one."""
        if _minute(moment) != self._minute or len(self._pressed) >= self.most:
            self._minute = _minute(moment)
            self._pressed.clear()
        page = self._pressed.get(packed)
        if page is None:
            page = self._pressed[packed] = self._opened_by(packed, moment)
        return page

    def _opened_by(self, packed: str, moment: datetime) -> Page:
        tap = Tap.unpack(packed)
        if tap is None or tap.locale not in self.locales:
            return self.answer(OLD_BUTTON, self.locales.choose(None).code, "", moment)
        campaign = self.known(tap.campaign, moment)
        try:
            visit = self.guide.open(tap.screen, tap.facts, local=self._is_local(campaign))
            if tap.answer in ANSWERS:
                return self.page(PageKey(visit, tap.locale, campaign, _open_at(moment), tap.answer))
            if tap.trigger:
                visit = self.guide.follow(visit, tap.trigger)
        except NoSuchStep:
            return self.answer(OLD_BUTTON, tap.locale, campaign, moment)
        return self.show(visit, tap.locale, campaign, moment)

    def at(self, screen: str, locale: str, campaign: str, moment: datetime) -> Page:
        """The page of a screen for somebody who has told us nothing."""
        campaign = self.known(campaign, moment)
        return self.show(self.guide.open(screen, local=self._is_local(campaign)), locale, campaign, moment)

    def show(self, visit: Visit, locale: str, campaign: str, moment: datetime) -> Page:
        return self.page(PageKey(visit, locale, campaign, _open_at(moment)))

    def answer(self, name: str, locale: str, campaign: str, moment: datetime) -> Page:
        """A page that is not on the map, with the way back to the beginning."""
        campaign = self.known(campaign, moment)
        visit = self.guide.begin(local=self._is_local(campaign))
        return self.page(PageKey(visit, locale, campaign, _open_at(moment), name))

    def heard(self, heard: Understanding, locale: str, campaign: str, moment: datetime) -> Page:
        """The answer to typed words. What may be meant most is the place behind it, so that the button carries it."""
        visit = self.guide.begin(local=self._is_local(campaign))
        if meant := also_meant(heard):
            with suppress(NoSuchStep):
                visit = self.guide.open(meant, local=visit.local)
        return self.page(PageKey(visit, locale, campaign, _open_at(moment), HEARD[heard.routes[0]]))

    def for_group(self, locale: str, username: str) -> Page:
        """What is said in a group: nothing but where to talk."""
        speak = Speech(self.locales[locale], frozenset())
        screen = ANSWERS[GROUP]
        text = _text(speak, screen.title, list(speak.blocks(screen.parts)), [])
        url = f"https://t.me/{username}"
        return Page(ready(text, [[Button(speak(chat.GROUP_BUTTON), url=url)]]), locale)

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
        speak = Speech(locale, place.open_lines, nearby(campaign, place.locale), self.operator)
        here = Tap.at(place.visit, place.locale, place.campaign, place.answer)
        if place.answer:
            screen: Screen = ANSWERS[place.answer]
            ways = self._ways_from_answer(place, speak)
        else:
            screen = self.guide.screens[place.visit.screen]
            ways = [
                (speak(choice.label), here.to(choice.trigger), choice.label in (BACK, BEGIN))
                for choice in self.guide.choices(place.visit)
            ]
        blocks = list(speak.blocks(screen.parts))
        text = _text(speak, screen.title, blocks, [label for label, _, is_way_back in ways if not is_way_back])
        rows = list(_extra_rows(speak, blocks, self.web_url))
        rows += [[_button(label, tap)] for label, tap, _ in ways]
        if place.answer != WIPED:
            rows.append(self._bottom_row(here, speak))
        name = screen.name if place.answer in ("", DANGER) else ""
        return Page(ready(text, rows), place.locale, place.campaign, name)

    def _ways_from_answer(self, place: PageKey, speak: Speech) -> list[tuple[str, Tap, bool]]:
        """From 112 back to where one was; from an answer to what may be meant; from the others to the menu."""
        here = Tap.at(place.visit, place.locale, place.campaign)
        if meant := ANSWERS[place.answer].meant:
            return self._ways_meant(place, speak, meant)
        if place.answer == DANGER:
            return [(speak(BACK), here, True)]
        if place.answer == WIPED:
            return [(speak(self.guide.screens[START].title), here, True)]
        return [(speak(way.label), here.to(way.trigger), False) for way in self.guide.choices(place.visit)]

    def _ways_meant(self, place: PageKey, speak: Speech, answers: Sequence[Visit]) -> list[tuple[str, Tap, bool]]:
        """The ways of an answer to typed words, with the place behind it first."""
        likely = [place.visit] if place.visit.screen != START else []
        for visit in answers:
            with suppress(NoSuchStep):  # `check` names it; the answer itself must get out
                likely.append(self.guide.open(visit.screen, visit.facts, local=place.visit.local))
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

    def _bottom_row(self, here: Tap, speak: Speech) -> list[Button]:
        other = self.locales.after(here.locale)
        same = DANGER_AGAIN if here.trigger == DANGER else here.trigger
        return [
            _button(speak(ANSWERS[DANGER].title), here.to(_TO_DANGER.get(here.trigger, DANGER))),
            _button(speak(chat.WIPE), here.to(WIPE)),
            _button(other.name, here.to(same, locale=other.code)),
        ]


def _text(speak: Speech, title: str, blocks: list[Block], choices: list[str]) -> str:
    """Title, parts, the choices by name (some screen readers do not announce buttons), and the 112 line."""
    texts = [f"<b>{escape(speak(title))}</b>"]
    for block in blocks:
        for text in _texts(speak, block):
            if isinstance(block, Listed) and texts[-1].endswith(":"):
                texts[-1] += f"\n{text}"  # a list belongs to the line that announces it
            else:
                texts.append(text)
    if choices:
        named = speak(chat.CHOICES, choices=" · ".join(choices))
        texts.append(f"<i>{escape(named)}</i>")
    texts.append(escape(speak(chat.FOOTER)))
    return "\n\n".join(texts)


def _texts(speak: Speech, block: Block) -> Iterator[str]:
    match block:
        case Paragraph(said):
            yield escape(said.words)
        case Listed(lines):
            yield "\n".join(f"• {escape(line.words)}" for line in lines)
        case Quote(said):
            yield f"<blockquote>{escape(speak(chat.QUOTE, sentence=said.words))}</blockquote>"
        case Lines(lines):
            yield from (_helpline(line) for line in lines)
        case Nearby(name, about, phone, address, hours):
            known = [line for line in (about.words, phone, address.words, hours.words) if line]
            yield "\n".join([f"<b>{escape(name.words)}</b>", *(escape(line) for line in known)])
        case Door() | Share() | ByHour():
            pass  # a button and nothing else; and here the hour is known


def _helpline(line: Line) -> str:
    """Its name, and below it the number on a line of its own with what to know about it."""
    name, number = line.helpline.name, line.helpline.number
    words = ", ".join([f"<b>{number}</b>", *(escape(words) for words in line.about)])
    return words if name == number else f"{escape(name)}\n{words}"


def _extra_rows(speak: Speech, blocks: list[Block], web_url: str) -> Iterator[list[Button]]:
    """The buttons that copy, call or open something: a row for each sentence, number and address."""
    sentences = [block.said.words for block in blocks if isinstance(block, Quote)]
    for n, sentence in enumerate(sentences, 1):
        label = speak(chat.COPY_SENTENCE) if len(sentences) == 1 else speak(chat.COPY_NTH_SENTENCE, n=n)
        yield [Button(label, copy_text=Copied(sentence))]
    for block in blocks:
        match block:
            case Lines(lines):
                for line in lines:
                    if "-" in line.helpline.number:  # 112 and 113 are dialled sooner than pasted
                        yield _number_row(speak, line.helpline, web_url)
            case Door(url, label):
                yield [Button(label, url=url)]
            case Share() if web_url:
                yield [Button(speak(chat.SHARE), url=share_address(web_url))]


def share_address(web_url: str) -> str:
    """Where Telegram asks to whom the address of the web pages goes."""
    return f"https://t.me/share/url?url={quote(web_url + '/', safe='')}"


def _number_row(speak: Speech, line: Helpline, web_url: str) -> list[Button]:
    """A button that copies a number, and where there are web pages one to the page that can dial it."""
    copy = speak(chat.COPY_NUMBER, number=line.number)
    row = [Button(copy, copy_text=Copied(line.number))]
    if web_url:
        url = f"{web_url}/{call_page(speak.locale.code, line.id)}"
        row.append(Button(speak(chat.CALL_NUMBER, number=line.number), url=url))
    return row


def _button(label: str, tap: Tap) -> Button:
    return Button(label, callback_data=tap.pack())


def _open_at(moment: datetime) -> frozenset[str]:
    return _open_in(_minute(moment))


def _minute(moment: datetime) -> int:
    """Since 1970. Days and the hours of helplines begin and end on a whole one."""
    return int(moment.timestamp()) // 60


@lru_cache(maxsize=2)
def _open_in(minute: int) -> frozenset[str]:
    """The lines that are open in this minute: a tap has no time for working them out (25 µs)."""
    return open_at(datetime.fromtimestamp(minute * 60, AMSTERDAM))


def _here(moment: datetime) -> datetime:
    """The moment on a Dutch clock; helplines know no other."""
    return moment.astimezone(AMSTERDAM)
