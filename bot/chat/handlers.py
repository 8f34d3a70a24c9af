"""What happens on a press, a command, typed words, a message without text, in a group.

No prose and no routing: words and ways are the guide's, pages are made in `pages.py`.
The page always comes first; only then what the visitor typed, and the former page, are taken away.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.api.client import answer, edit, send, side_by_side
from bot.api.events import Added, Command, Event, Press, Wipe, Words
from bot.chat.heard import in_manners, tells_no_more, with_subject
from bot.chat.housekeeping import COVER_AFTER, Cover, Housekeeping, Sweep
from bot.chat.identifying import Identifying
from bot.chat.one_page import OnePage
from bot.chat.pages import Page, Pages
from bot.chat.place import as_told, weights
from bot.chat.skip import skip
from bot.chat.tap import Tap
from bot.chat.typed import SCREEN_COMMANDS, TypedPresses, Vocabulary
from bot.chat.wipe import Wiped, sweep, wipe
from bot.counting.tally import Tally
from bot.delivery.last_pages import LastPages
from flows.answers import FORGOTTEN, WIPED
from flows.helplines import SPOKEN
from flows.offer_names import route_of
from flows.routes import CRISIS, Route
from flows.visit import START
from flows.words import chat
from listening.answer import FEWEST_IN_A_LANGUAGE
from listening.understanding import Certainty, Understanding
from locales import Locale

ALOUD_COMMANDS = ("voorlezen", "aloud")


class Listens(Protocol):
    """Understands typed words."""

    def hear(self, text: str, weights: Mapping[Route, float]) -> Understanding: ...


@dataclass
class GuideHandler:
    """Answers with the guide. It keeps nothing about a visitor but the last page of a chat."""

    bot: Bot
    pages: Pages
    now: Callable[[], datetime]
    listener: Listens
    last_pages: LastPages = field(default_factory=LastPages)
    tally: Tally | None = None
    cover_after: timedelta = COVER_AFTER
    vocabulary: Vocabulary | None = None
    """That of the guide; made here when it is not given."""
    housekeeping: Housekeeping = field(init=False)

    def __post_init__(self) -> None:
        known = self.vocabulary or Vocabulary(self.pages.guide, self.pages.locales)
        self.typed, self.manners = TypedPresses(self.pages, known), known.manners
        self.identifying = Identifying(self.pages.locales)
        self.housekeeping = Housekeeping(self.now, self.cover_after)
        self.one_page = OnePage(self.bot, self.now, self.last_pages, self.housekeeping, self._empty_page)

    async def handle(self, event: Event) -> None:
        self.last_pages.saw(event.typed)
        match event:
            case Wipe():
                await self.on_wipe(event)
            case Press():
                await self.on_press(event)
            case Command():
                await self.on_command(event)
            case Words():
                await self.on_words(event)
            case Added():
                await self.on_added(event)
            case Cover():
                await self.on_cover(event)
            case Sweep():
                await self.on_sweep(event)

    async def skip(self, event: Event) -> None:
        await skip(self.bot, event)

    async def ask_to_retry(self, event: Event) -> None:
        if isinstance(event, Press):
            await answer(self.bot, event.query_id, self._locale_of(event).say(chat.HOLD_ON, **SPOKEN))

    async def on_press(self, press: Press) -> None:
        """The page that the button leads to is drawn where the button stood."""
        if press.page_id is None:
            await answer(self.bot, press.query_id, self._locale_of(press).say(chat.NOT_HERE))
            return
        tap = Tap.unpack(press.data)
        if tap is None or tap.locale not in self.pages.locales:  # it names nothing, so it opens the page for old ones
            tap = Tap(self._locale_of(press).code)
        page = self.pages.opened_by(tap, self.now())
        await side_by_side(self.one_page.draw(press, press.page_id, page), answer(self.bot, press.query_id))
        if tap.is_choice:
            self.count(press.chat_id, page, tap.pressed_on)

    async def on_wipe(self, event: Wipe) -> None:
        """Empties the page, deletes it, and says in an alert what remains; where that is unknown, on a neutral page."""
        locale, former = self._locale_of(event), self.last_pages.last(event.chat_id, self.now())
        try:
            wiped = await wipe(self.bot, event, self.last_pages, self._empty_page(locale.code), self.now())
        except RetryAfter:
            if event.query_id:
                await answer(self.bot, event.query_id, locale.say(chat.WIPED_NOT_YET))
            raise
        self.housekeeping.page_is_gone(event.chat_id)
        for unfinished in self.housekeeping.sweeps_of(event.chat_id):
            await self.on_sweep(unfinished)
        self.one_page.swept(event.chat_id)
        if wiped is Wiped.TEXT:  # Telegram may let us delete it later
            emptied = [one for one in (event.page_id, former.message_id if former else None) if one is not None]
            self.housekeeping.put(Sweep(chat_id=event.chat_id, message_ids=emptied))
        if event.query_id:
            words = chat.WIPED_ALL if wiped is Wiped.ALL else chat.WIPED_PARTLY
            await answer(self.bot, event.query_id, locale.say(words))
        elif wiped is Wiped.UNKNOWN:
            await self.one_page.send_for(event, self.pages.answer(FORGOTTEN, locale.code, "", self.now()))

    async def on_command(self, command: Command) -> None:
        """A screen, a language or the reading mode. An unknown command is typed words."""
        here = self._here(command, command.payload)
        if spoken := self.pages.locales.by_command(command.name):
            await self._open(command, here.to(here.trigger, locale=spoken.code))
        elif command.name in ALOUD_COMMANDS:
            await self._open(command, replace(here, aloud=not here.aloud))
        elif screen := SCREEN_COMMANDS.get(command.name):
            page = self.pages.opened_by(self.typed.to_screen(screen, here, self.now()), self.now())
            if await self.one_page.show(command, page):
                self.count(command.chat_id, page, is_start=screen == START)
        else:
            await self.on_words(command)

    async def on_words(self, words: Words) -> None:
        """Typed words that are a press open its page. The others, a caption, and a message without text have an answer
        with the human lines. Nothing is kept and nothing fetched."""
        here = self._here(words)
        if not words.kind and (tap := self.typed.tap(words.text, here, self.now())):
            await self._open(words, tap)
            return
        told = self.last_pages.told(words.chat_id, self.now())
        here = as_told(here, told, self.pages.guide)
        heard = self.listener.hear(words.text, weights(here, self.pages.guide))
        if not words.kind and (name := self._small_talk(words.text, heard, here)):
            page = self.pages.opened_by(here.to(in_manners(name, here, self.pages.guide)), self.now())
            if await self.one_page.show(words, page) and self.tally:
                self.tally.routed(words.chat_id, Route.THANKS)
            return
        if words.kind and heard.certainty in (Certainty.OPEN, Certainty.TOPIC):
            page = self.pages.opened_by(here.to(with_subject(words.kind, here, self.pages.guide)), self.now())
        else:
            page = self.pages.heard(heard, self._in_language_of(heard, words, here), self.now(), told)
        if heard.certainty is not Certainty.LANGUAGE and self.identifying.tells(words.text):
            page = self.pages.with_line(page, chat.NO_NAMES)
        if await self.one_page.show(words, page) and not words.kind and self.tally:
            self.tally.routed(words.chat_id, heard.route)

    def _small_talk(self, text: str, heard: Understanding, here: Tap) -> str:
        """The name of the answer to a text that is nothing else, or that ends the talk about what was told."""
        is_in_danger = route_of(here.answer) is Route.ACUTE and not heard.is_firm
        is_over = heard.route not in CRISIS and not heard.asks
        said = (self.manners.in_danger(text, is_over=is_over) if is_in_danger else "") or self.manners.answer(text)
        return said or (self.manners.closing(text) if tells_no_more(heard, here) else "")

    def _in_language_of(self, heard: Understanding, words: Words, here: Tap) -> Tap:
        """Words are answered in their own language, rather than that of the app; but a chosen one goes before both."""
        is_chosen = here.locale != self.pages.language(words.language, here.campaign).code
        is_clear = heard.language in self.pages.locales and heard.length >= FEWEST_IN_A_LANGUAGE
        return replace(here, locale=heard.language) if is_clear and not is_chosen else here

    async def _open(self, words: Words, tap: Tap) -> None:
        """What was typed is a press: its page takes the place of the one that stands, and it counts as a press does."""
        page = self.pages.opened_by(tap, self.now())
        if await self.one_page.show(words, page) and tap.is_choice:
            self.count(words.chat_id, page, tap.pressed_on)

    async def on_added(self, added: Added) -> None:
        """We say where to talk, and do not stay where others read along."""
        chat_id = added.chat_id
        if not added.is_channel:
            page = self.pages.for_group(self.pages.locales.choose(added.language).code, self.bot.username)
            with suppress(BadRequest):  # a group where we may not write; we leave it all the same
                chat_id = await _in_group(chat_id, partial(send, self.bot, page=page))
        with suppress(BadRequest, Forbidden):  # they were quicker
            await _in_group(chat_id, self.bot.leave_chat)

    async def on_cover(self, event: Cover) -> None:
        """A page that nobody has pressed for an hour covers itself; a button on the cover draws it again."""
        page = self.last_pages.last(event.chat_id, self.now())
        if page is None or page.is_covered or not page.reopens:
            return
        age = self.now() - page.drawn
        if timedelta() <= age < self.housekeeping.cover_after:  # another worker drew it meanwhile
            return
        try:
            if await edit(self.bot, event.chat_id, page.message_id, self.pages.cover(page.locale, page.reopens)):
                self.last_pages.note(event.chat_id, replace(page, is_covered=True))
        except BadRequest:  # it will never be covered, and goes with the next press
            return
        except TelegramError as error:
            self.housekeeping.put_again(event, error)

    async def on_sweep(self, event: Sweep) -> None:
        """Delete what a restart forgot. Nothing is lost by it: words that go with it are answered all the same."""
        page = self.last_pages.last(event.chat_id, self.now())
        self.one_page.swept(event.chat_id)
        try:
            ids = [one for one in event.message_ids if page is None or one != page.message_id]
            await sweep(self.bot, event.chat_id, ids)
        except TelegramError as error:
            self.housekeeping.put_again(event, error)

    def count(self, chat_id: int, page: Page, pressed_on: str = "", *, is_start: bool = False) -> None:
        """What was opened, once it stands. Best effort: it returns at once, and nothing can go wrong with it."""
        if self.tally and is_start:
            self.tally.started(chat_id, page.campaign, page.locale)
        if self.tally and page.screen:
            self.tally.opened(chat_id, page.screen, page.campaign, pressed_on)

    def _here(self, words: Words, code: str = "") -> Tap:
        """Where somebody is who types: what draws the page of this chat again, or the beginning after some hours.

        In the language, campaign and mode of the chat; before the first page what Telegram says of the app. A code of
        a campaign that comes with a command counts before the campaign of the chat."""
        now = self.now()
        page = self.last_pages.last(words.chat_id, now)
        campaign = self.pages.known(code, now) or self.pages.known(page.campaign if page else "", now)
        language = self.pages.locales.get(page.locale) if page else None  # another worker may speak more, or none
        locale = language or self.pages.language(words.language, campaign)
        here = Tap.unpack(self.last_pages.place(words.chat_id, now)) or Tap(locale.code, screen=START)
        return replace(here, locale=locale.code, campaign=campaign, aloud=page is not None and page.aloud)

    def _locale_of(self, event: Press | Wipe) -> Locale:
        """The language that a button carries, that of the page that stands, or that of the app."""
        tap = Tap.unpack(event.data)
        page = self.last_pages.last(event.chat_id, self.now())
        codes = (carries.locale for carries in (tap, page) if carries)
        known = (self.pages.locales[code] for code in codes if code in self.pages.locales)
        return next(known, None) or self.pages.language(event.language, "")

    def _empty_page(self, code: str) -> Page:
        return self.pages.answer(WIPED, self.pages.locales.choose(code).code, "", self.now())


async def _in_group(chat_id: int, do: Callable[[int], Awaitable[object]]) -> int:
    """Returns where the group is now: it may become a supergroup at this very moment."""
    try:
        await do(chat_id)
    except ChatMigrated as moved:
        await do(moved.new_chat_id)
        return moved.new_chat_id
    return chat_id
