"""A screen in one language as a Telegram message: its text, its buttons, and the fixed bottom row.

There are only so many screens, languages, facts and open lines, so a page is made once and kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from msgspec import structs

from bot.api.client import Button, Keyboard, OutgoingMessage
from bot.chat.heard import answer_to
from bot.chat.render import escape, extra_rows, paired, text_of
from bot.chat.tap import Tap
from bot.chat.ways import PageKey, Ways, button, to_danger, unchosen, wipe_button
from bot.delivery.newest import Newest
from campaigns import Campaign, nearby
from flows.answers import ANSWERS, COVERED, DANGER, FORGOTTEN, GROUP, HEARD, OLD_BUTTON, WIPED
from flows.detours import asked_for
from flows.guide import Guide, NoSuchStep
from flows.helpline import AMSTERDAM
from flows.helplines import open_at
from flows.offer_names import language_of
from flows.offers import named
from flows.routes import Route
from flows.screen import Answer, ReadingMode, Screen
from flows.visit import START, Visit
from flows.words import chat
from listening.understanding import Understanding
from locales import Locale, Locales, other_languages
from locales.other_languages import OtherLanguage
from locales.speech import Speech

MOST_PAGES = 20_000
"""Pages that are kept, of some 6 kB each. More are possible: every campaign has its own, and a forged button can name
any answer behind any visit."""


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


@dataclass
class Pages:
    """Every page of the guide, made at first use."""

    guide: Guide
    locales: Locales
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    operator: str = ""
    web_url: str = ""
    other_languages: Mapping[str, OtherLanguage] = field(default_factory=other_languages.read)
    most: int = MOST_PAGES

    def __post_init__(self) -> None:
        self._made: Newest[PageKey, Page] = Newest(self.most)
        self._ways = Ways(self.guide, self.locales)

    def opened_by(self, tap: Tap | None, moment: datetime) -> Page:
        """The page that a button leads to. Whatever it carries, there is one."""
        if tap is None or tap.locale not in self.locales:
            return self.answer(OLD_BUTTON, self.locales.choose(None).code, "", moment)
        campaign = self.known(tap.campaign, moment)
        try:
            visit = self.guide.open(tap.screen, tap.facts, local=self._is_local(campaign))
            if self._answer(tap.answer):
                return self.page(PageKey(visit, tap.locale, campaign, _open_at(moment), tap.answer, tap.aloud))
            if tap.trigger:
                visit = self._after(visit, tap.trigger)
        except NoSuchStep:
            return self.answer(OLD_BUTTON, tap.locale, campaign, moment, aloud=tap.aloud)
        return self.show(visit, tap.locale, campaign, moment, aloud=tap.aloud)

    def _after(self, visit: Visit, trigger: str) -> Visit:
        """Where a choice leads. One of an earlier release, named after a screen, leads there still, as far as what was
        told allows."""
        here = {choice.trigger for choice in self.guide.all_choices(visit.screen)}
        if trigger in self.guide.screens and trigger not in here:
            begin = self.guide.begin(local=visit.local)
            if there := begin if trigger == START else asked_for(self.guide, trigger, visit):
                return there
        return self.guide.follow(visit, trigger)

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

    def heard(self, heard: Understanding, place: Tap, moment: datetime, told: str = "") -> Page:
        """The answer to words that were typed at a place, after this answer to what was told. It leads back there, with
        all that the visitor told us."""
        name = answer_to(heard, place, self.place(place, moment), self.guide, told)
        return self.opened_by(place.to(name), moment)

    def _answer(self, name: str) -> Answer | None:
        """Of this name; the page of another language has no words of ours."""
        if language_of(name) in self.other_languages:
            return ANSWERS[HEARD[Route.OTHER]]
        return ANSWERS.get(name) or named(name, self.guide)

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
        locale = self.locales.choose(code)  # another worker may speak more
        title, line = ANSWERS[COVERED].sentences
        ways = (Button(locale.say(chat.GO_ON), callback_data=reopens), wipe_button(locale.code, locale.say(chat.WIPE)))
        text = f"<b>{escape(locale.say(title))}</b>\n\n{escape(locale.say(line))}"
        return Page(text=text, keyboard=[[way] for way in ways], locale=locale.code, reopens=reopens)

    def known(self, code: str, moment: datetime) -> str:
        """The code when it is one of ours and runs today, else nothing: any other starts the guide as usual."""
        campaign = self.campaigns.get(code)
        return code if campaign and campaign.runs_on(_dutch(moment).date()) else ""

    def language(self, wish: str | None, campaign: str) -> Locale:
        """In which language somebody begins: that of their app where the campaign has it, else the campaign's own."""
        if found := self.campaigns.get(campaign):
            return self.locales.choose(wish, found.languages, found.default_language)
        return self.locales.choose(wish)

    def _is_local(self, campaign: str) -> bool:
        return campaign in self.campaigns and bool(self.campaigns[campaign].contact)

    def page(self, place: PageKey) -> Page:
        """The page of a place, made at first use."""
        page = self._made.get(place)
        if page is None:
            other = self.other_languages.get(language_of(place.answer))
            page = self._made[place] = self._in_other(place, other) if other else self._make(place)
        return page

    def _make(self, place: PageKey) -> Page:
        locale, campaign = self.locales[place.locale], self.campaigns.get(place.campaign)
        speak = Speech(locale, place.open_lines, nearby(campaign, place.locale), self.operator, place.aloud)
        here = place.tap(place.visit, place.answer)
        if place.answer:
            answer = self._answer(place.answer) or ANSWERS[OLD_BUTTON]
            screen: Screen = answer
            ways = self._ways.from_answer(place, answer, speak)
        else:
            screen = self.guide.screens[place.visit.screen]
            ways = self._ways.choices(place.visit, here, speak)
            if screen.emergency_first:
                ways = [to_danger(speak(ANSWERS[DANGER].title), here), *ways]
        blocks = list(speak.blocks(screen.parts))
        if ReadingMode() in blocks:
            label = speak(chat.NOT_ALOUD if place.aloud else chat.ALOUD)
            ways.insert(-1, button(label, replace(here, aloud=not place.aloud)))  # the last is the way back
        texts = [way.text for way in ways] if place.aloud else []
        text = text_of(speak, screen.title, blocks, texts, campaign.called if campaign and screen.name == START else "")
        first = 1 if screen.emergency_first else 0  # the way to 112 stands above the numbers too
        rows = [[way] for way in ways[:first]]
        rows += [*extra_rows(speak, blocks, self.web_url), *paired(ways[first:])]
        if place.answer == FORGOTTEN:
            rows.append([wipe_button(place.locale, speak(chat.WIPE))])
        elif place.answer != WIPED:
            rows.append(self._ways.bottom_row(here, speak))
        return _page(place, text, rows, screen.name if place.answer in ("", DANGER) else "")

    def _in_other(self, place: PageKey, other: OtherLanguage) -> Page:
        """The one page of a language that the guide is not written in, with the way to those that it is."""
        speak, here = Speech(self.locales[place.locale], place.open_lines), place.tap(place.visit, place.answer)
        lines = "\n".join(map(escape, other.lines))
        ways = [button(locale.name, place.tap(place.visit).to(locale=code)) for code, locale in self.locales.items()]
        rows = [ways, self._ways.bottom_row(here, speak)[:2]]
        return _page(place, f"<b>{escape(other.title)}</b>\n\n{lines}", rows)


def _page(place: PageKey, text: str, keyboard: Keyboard, screen: str = "") -> Page:
    return Page(
        text=text,
        keyboard=keyboard,
        locale=place.locale,
        campaign=place.campaign,
        screen=screen,
        reopens=place.tap(place.visit, unchosen(place.answer)).pack(),
        aloud=place.aloud,
    )


def _open_at(moment: datetime) -> frozenset[str]:
    return open_at(_dutch(moment))


def _dutch(moment: datetime) -> datetime:
    """The moment on a Dutch clock; helplines know no other."""
    return moment.astimezone(AMSTERDAM)
