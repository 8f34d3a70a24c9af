"""What happens on a press, a command, typed words, a picture, in a group.

No prose and no routing: words and ways are the guide's, pages are made in `pages.py`.
The page always comes first; only then what the visitor typed, and the former page, are taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.api.client import answer, edit, send, side_by_side
from bot.api.events import Added, Command, Event, Press, Wipe, Words
from bot.chat.housekeeping import Cover, Housekeeping, Sweep
from bot.chat.one_page import OnePage
from bot.chat.pages import Page, Pages
from bot.chat.skip import skip
from bot.chat.tap import Tap
from bot.chat.wipe import Wiped, sweep, wipe
from bot.counting.tally import Tally
from bot.delivery.last_pages import LastPages
from flows.answers import FORGOTTEN, MEDIA, WIPED
from flows.helplines import SPOKEN
from flows.routes import Route
from flows.visit import START
from flows.words import chat
from listening.understanding import Understanding
from locales import Locale

SCREEN_COMMANDS = {"start": START, "help": "person_now", "privacy": "privacy"}
ALOUD_COMMANDS = ("voorlezen", "aloud")


class Listens(Protocol):
    """Understands typed words."""

    def hear(self, text: str) -> Understanding: ...


@dataclass
class GuideHandler:
    """Answers with the guide. It keeps nothing about a visitor but the last page of a chat."""

    bot: Bot
    pages: Pages
    now: Callable[[], datetime]
    listener: Listens
    last_pages: LastPages = field(default_factory=LastPages)
    tally: Tally | None = None
    cover_after: timedelta = timedelta(hours=1)
    housekeeping: Housekeeping = field(init=False)

    def __post_init__(self) -> None:
        self.housekeeping = Housekeeping(self.now, self.cover_after)
        self.one_page = OnePage(self.bot, self.now, self.last_pages, self.housekeeping, self._empty_page)

    async def handle(self, event: Event) -> None:
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
        page = self.pages.opened_by(tap, self.now())
        await side_by_side(self.one_page.draw(press, press.page_id, page), answer(self.bot, press.query_id))
        if tap and tap.is_choice:
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
        locale, campaign, aloud = self._where(command, command.payload)
        if spoken := self.pages.locales.by_command(command.name):
            await self.one_page.show(command, self.pages.at(START, spoken.code, campaign, self.now(), aloud=aloud))
        elif command.name in ALOUD_COMMANDS:
            await self.one_page.show(command, self._in_other_mode(command))
        elif screen := SCREEN_COMMANDS.get(command.name):
            page = self.pages.at(screen, locale.code, campaign, self.now(), aloud=aloud)
            if await self.one_page.show(command, page):
                self.count(command.chat_id, page, is_start=screen == START)
        else:
            await self.on_words(command)

    async def on_words(self, words: Words) -> None:
        """Typed words, a caption, a picture: an answer with the human lines. Nothing is kept and nothing fetched."""
        locale, campaign, aloud = self._where(words)
        heard = self.listener.hear(words.text)
        if words.is_media and (not heard.matches or heard.routes[0] is Route.GREETING):
            page = self.pages.answer(MEDIA, locale.code, campaign, self.now(), aloud=aloud)
        else:
            page = self.pages.heard(heard, locale.code, campaign, self.now(), aloud=aloud)
        if await self.one_page.show(words, page) and not words.is_media and self.tally:
            self.tally.routed(words.chat_id, heard.routes[0])

    async def on_added(self, added: Added) -> None:
        """We say where to talk, and do not stay where others read along."""
        chat_id = added.chat_id
        if not added.is_channel:
            page = self.pages.for_group(self.pages.locales.choose(added.language).code, self.bot.username)
            with suppress(BadRequest):  # a group where we may not write; we leave it all the same
                chat_id = await self._say_in_group(chat_id, page)
        with suppress(BadRequest, Forbidden):  # they were quicker
            try:
                await self.bot.leave_chat(chat_id)
            except ChatMigrated as moved:
                await self.bot.leave_chat(moved.new_chat_id)

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
        except TelegramError:  # nobody waits for it, so the chat must not wait either
            self.housekeeping.put(event)

    async def on_sweep(self, event: Sweep) -> None:
        """Delete what a restart forgot. Nothing is lost by it: words that go with it are answered all the same."""
        page = self.last_pages.last(event.chat_id, self.now())
        self.one_page.swept(event.chat_id)
        try:
            ids = [one for one in event.message_ids if page is None or one != page.message_id]
            await sweep(self.bot, event.chat_id, ids)
        except TelegramError:  # as above
            self.housekeeping.put(event)

    def count(self, chat_id: int, page: Page, pressed_on: str = "", *, is_start: bool = False) -> None:
        """What was opened, once it stands. Best effort: it returns at once, and nothing can go wrong with it."""
        if self.tally and is_start:
            self.tally.started(chat_id, page.campaign, page.locale)
        if self.tally and page.screen:
            self.tally.opened(chat_id, page.screen, page.campaign, pressed_on)

    async def _say_in_group(self, chat_id: int, page: Page) -> int:
        """Returns where the group is now: it may become a supergroup at this very moment."""
        try:
            await send(self.bot, chat_id, page)
        except ChatMigrated as moved:
            await send(self.bot, moved.new_chat_id, page)
            return moved.new_chat_id
        return chat_id

    def _in_other_mode(self, command: Command) -> Page:
        """The page of this chat, or the first one, in the reading mode; out of it when it is on."""
        locale, campaign, aloud = self._where(command)
        page = self.last_pages.last(command.chat_id, self.now())
        tap = Tap.unpack(page.reopens) if page else None
        return self.pages.opened_by(replace(tap or Tap(locale.code, campaign, START), aloud=not aloud), self.now())

    def _where(self, words: Words, code: str = "") -> tuple[Locale, str, bool]:
        """The language, campaign and mode of this chat; before the first page, what Telegram says of the app.

        A code of a campaign that comes with a command counts before the campaign of the chat."""
        page = self.last_pages.last(words.chat_id, self.now())
        campaign = self.pages.known(code, self.now())
        aloud = page is not None and page.aloud
        if page and page.locale in self.pages.locales:  # another worker may speak more languages, or none
            return self.pages.locales[page.locale], campaign or self.pages.known(page.campaign, self.now()), aloud
        return self.pages.language(words.language, campaign), campaign, aloud

    def _locale(self, code: str) -> Locale:
        return self.pages.locales.get(code) or self.pages.locales.choose(None)

    def _locale_of(self, event: Press | Wipe) -> Locale:
        """The language that a button carries, or that of the page that stands."""
        tap = Tap.unpack(event.data)
        page = self.last_pages.last(event.chat_id, self.now())
        code = tap.locale if tap else page.locale if page else ""
        return self.pages.locales.get(code) or self.pages.language(event.language if not event.data else None, "")

    def _empty_page(self, code: str) -> Page:
        return self.pages.answer(WIPED, self._locale(code).code, "", self.now())
