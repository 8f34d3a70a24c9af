"""What happens on a tap, a command, a typed text, a picture, in a group.

No prose and no routing: words and ways are the guide's, pages are made in `pages.py`.
The page always comes first; only then what the visitor typed, and the former page, are taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from telegram import Bot, ChatMember
from telegram.constants import ChatType, UpdateType
from telegram.error import BadRequest, Forbidden, TimedOut

from bot.api.client import answer, delete, edit, send, side_by_side, stands
from bot.api.update import Membership, Message, Query, Update
from bot.chat.pages import Page, Pages
from bot.chat.tap import WIPE, Tap
from bot.chat.wipe import wipe
from bot.counting.tally import Tally
from bot.delivery.last_pages import LastPages, PageRef
from flows.answers import MEDIA, WIPED
from flows.routes import Route
from flows.visit import START
from flows.words import chat
from listening.understanding import Understanding
from locales import Locale

UPDATES = (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)
"""What we ask Telegram for, and nothing more."""

SCREEN_COMMANDS = {"start": START, "help": "person_now", "privacy": "privacy"}
WIPE_COMMANDS = frozenset({"wis", "stop"})
ADDED = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)

AT_FIRST = 100
"""Messages after a start that a process before us may have answered without confirming: Telegram shows no more."""


class Hears(Protocol):
    """Who listens to typed words."""

    def hear(self, text: str) -> Understanding: ...


@dataclass
class GuideHandler:
    """The Telegram face of the guide. It keeps nothing about a visitor but the trail."""

    bot: Bot
    pages: Pages
    now: Callable[[], datetime]
    listener: Hears
    trail: LastPages = field(default_factory=LastPages)
    at_first: int = AT_FIRST
    tally: Tally | None = None

    async def handle(self, update: Update) -> None:
        """Answer one update. Kinds that we did not ask for are dropped without a word."""
        if query := update.callback_query:
            await self.on_tap(query)
        elif update.my_chat_member:
            await self.on_membership(update.my_chat_member)
        elif message := update.message or update.edited_message:
            if message.chat.type != ChatType.PRIVATE:
                return  # silence, should we not have got away from a group
            if message.text and message.text.startswith("/"):
                await self.on_command(message)
            else:
                await self.on_words(message)

    def may_skip(self, update: Update) -> bool:
        """Whether a later tap makes this one pointless. A wipe never is."""
        return update.callback_query is not None and not self.is_urgent(update)

    def is_urgent(self, update: Update) -> bool:
        """Whether this is a wipe, by its button, command or word: nothing that was asked before is waited for."""
        if query := update.callback_query:
            tap = Tap.unpack(query.data or "")
            return tap is not None and tap.trigger == WIPE
        return bool(update.message and _asks_to_wipe(update.message))

    async def skip(self, update: Update) -> None:
        """What was overtaken by another tap, or by a wipe: the waiting mark or the words go, nothing is drawn."""
        if query := update.callback_query:
            await answer(self.bot, query.id)
        elif (message := update.message or update.edited_message) and message.chat.type == ChatType.PRIVATE:
            await delete(self.bot, message.chat.id, message.message_id)

    async def ask_to_retry(self, update: Update) -> None:
        """Telegram wants us to wait longer than a person would: say so, where there is a button to answer."""
        if update.callback_query:
            tap = Tap.unpack(update.callback_query.data or "")
            words = self._locale(tap.locale if tap else "").say(chat.HOLD_ON)
            await answer(self.bot, update.callback_query.id, words)

    async def on_tap(self, query: Query) -> None:
        """A button: the page it leads to is drawn where the button stood."""
        packed = query.data or ""
        tap = Tap.unpack(packed)
        if query.message is None or query.message.chat.type != ChatType.PRIVATE:
            await answer(self.bot, query.id, self._locale(tap.locale if tap else "").say(chat.NOT_HERE))
        elif tap and tap.trigger == WIPE:
            await self.on_wipe_tap(query, query.message.chat.id, query.message.message_id, self._locale(tap.locale))
        else:
            page = self.pages.opened_by(packed, self.now())
            drawn = self.draw(query.message.chat.id, query.message.message_id, page, query.id)
            await side_by_side(drawn, answer(self.bot, query.id))
            if tap and tap.is_choice:
                self.count(query.message.chat.id, page, tap.pressed_on)

    async def on_wipe_tap(self, query: Query, chat_id: int, message_id: int, locale: Locale) -> None:
        """The quick exit: empties the page, deletes it, and says in an alert what remains."""
        former = self.trail.last(chat_id, self.now())
        cover = self.pages.answer(WIPED, locale.code, "", self.now())
        gone = await wipe(self.bot, chat_id, message_id, cover)
        if former and former.message_id != message_id:
            gone = await wipe(self.bot, chat_id, former.message_id, cover) and gone
        self.trail.forget(chat_id)  # only now: a second try after a lost connection must find it again
        await answer(self.bot, query.id, locale.say(chat.WIPED_ALL if gone else chat.WIPED_PARTLY))

    async def on_command(self, message: Message) -> None:
        """A word with a slash: a screen, a language, or the quick exit. An unknown one is a typed word."""
        command, payload = _command(message)
        locale, campaign = self._where(message, payload)
        if _asks_to_wipe(message):
            await self.on_wipe_command(message, locale)
        elif spoken := self.pages.locales.by_command(command):
            await self.show(message, self.pages.at(START, spoken.code, campaign, self.now()))
        elif screen := SCREEN_COMMANDS.get(command):
            page = self.pages.at(screen, locale.code, campaign, self.now())
            if await self.show(message, page):
                self.count(message.chat.id, page, is_start=screen == START)
        else:
            await self.on_words(message)

    async def on_wipe_command(self, message: Message, locale: Locale) -> None:
        """The same by hand. Leaves nothing, unless a message is too old to delete."""
        if former := self.trail.last(message.chat.id, self.now()):
            cover = self.pages.answer(WIPED, locale.code, "", self.now())
            await wipe(self.bot, message.chat.id, former.message_id, cover)
            self.trail.forget(message.chat.id)
        await delete(self.bot, message.chat.id, message.message_id)

    async def on_words(self, message: Message) -> None:
        """Typed words, a caption, a picture: an answer with the human lines. Nothing is kept and nothing fetched."""
        locale, campaign = self._where(message)
        if _asks_to_wipe(message):
            await self.on_wipe_command(message, locale)
            return
        heard = self.listener.hear(message.text or message.caption or "")
        if message.text or (heard.fired and heard.routes[0] is not Route.GREETING):
            page = self.pages.heard(heard, locale.code, campaign, self.now())
        else:
            page = self.pages.answer(MEDIA, locale.code, campaign, self.now())
        if await self.show(message, page) and message.text and self.tally:
            self.tally.routed(message.chat.id, heard.routes[0])

    async def on_membership(self, member: Membership) -> None:
        """Somebody added us to a group or channel: we say where to talk, and do not stay where others read along."""
        if member.chat.type == ChatType.PRIVATE or member.new_chat_member.status not in ADDED:
            return
        if member.chat.type != ChatType.CHANNEL:
            locale = self.pages.locales.choose(member.from_user.language_code)
            with suppress(BadRequest):  # a group where we may not write; we leave it all the same
                await send(self.bot, member.chat.id, self.pages.for_group(locale.code, self.bot.username))
        with suppress(BadRequest, Forbidden):  # they were quicker
            await self.bot.leave_chat(member.chat.id)

    def count(self, chat_id: int, page: Page, pressed_on: str = "", *, is_start: bool = False) -> None:
        """What was opened, once it stands. Best effort: it returns at once, and nothing can go wrong with it."""
        if self.tally and is_start:
            self.tally.started(chat_id, page.campaign, page.locale)
        if self.tally and page.screen:
            self.tally.opened(chat_id, page.screen, page.campaign, pressed_on)

    async def show(self, message: Message, page: Page) -> bool:
        """Send a page, then take away the page before, and last of all what was typed.

        False when there is nobody to send it to, or when a process before us sent it.
        """
        chat_id, once = message.chat.id, (message.chat.id, message.message_id, message.edit_date)
        if not self.trail.has_answered(once):
            if await self._was_answered(message):
                return False
            sent = await self._send(chat_id, page, once)
            if sent is None:
                self.trail.forget(chat_id)
                return False
            await self._stands(chat_id, sent, page, once)
        await self._tidy(chat_id, once)
        await delete(self.bot, chat_id, message.message_id)
        self.trail.tidied(once)
        return True

    async def _was_answered(self, message: Message) -> bool:
        """Whether a process before us sent the page already: then what was typed is gone, its very last step.

        A kill makes Telegram deliver again what was answered and not yet confirmed; nobody needs a second page.
        """
        if self.at_first <= 0 or message.edit_date:  # words in distress may come in a change of what is gone
            return False
        known = not await stands(self.bot, message.chat.id, message.message_id)
        self.at_first -= 1
        return known

    async def draw(self, chat_id: int, message_id: int, page: Page, query_id: str) -> None:
        """Draw a page where a button stood; send it when that message is gone."""
        if not self.trail.has_answered(query_id):
            drawn = message_id if await edit(self.bot, chat_id, message_id, page) else None
            drawn = drawn or await self._send(chat_id, page, query_id)
            if drawn is None:
                return
            await self._stands(chat_id, drawn, page, query_id)
        await self._tidy(chat_id, query_id)
        self.trail.tidied(query_id)

    async def _send(self, chat_id: int, page: Page, once: Hashable) -> int | None:
        """Send a page; the second time with much patience, since the first may well have arrived."""
        try:
            sent = await send(self.bot, chat_id, page, again=self.trail.has_timed_out(once))
        except TimedOut:
            self.trail.timed_out(once, self.now())
            raise
        self.trail.arrived(once)
        return sent

    async def _stands(self, chat_id: int, message_id: int, page: Page, once: Hashable) -> None:
        await self.trail.stands(chat_id, PageRef(message_id, self.now(), page.locale, page.campaign), once)

    async def _tidy(self, chat_id: int, once: Hashable) -> None:
        """No two pages stand in the chat."""
        if former := self.trail.replaced(once):
            await self._take_away(chat_id, former)
            self.trail.remember(once, None, self.now())

    async def _take_away(self, chat_id: int, former: PageRef) -> None:
        """A page too old to delete is at least emptied, so that no two pages stand in the chat."""
        if not await delete(self.bot, chat_id, former.message_id):
            cover = self.pages.answer(WIPED, self._locale(former.locale).code, "", self.now())
            await edit(self.bot, chat_id, former.message_id, cover)

    def _where(self, message: Message, code: str = "") -> tuple[Locale, str]:
        """The language and campaign of this chat; before the first page, what Telegram says of the app.

        A code of a campaign that comes with a command counts before the campaign of the chat."""
        step = self.trail.last(message.chat.id, self.now())
        campaign = self.pages.known(code, self.now())
        if step and step.locale in self.pages.locales:  # another worker may speak more languages, or none
            return self.pages.locales[step.locale], campaign or self.pages.known(step.campaign, self.now())
        return self.pages.language(message.from_user.language_code if message.from_user else None, campaign), campaign

    def _locale(self, code: str) -> Locale:
        return self.pages.locales.get(code) or self.pages.locales.choose(None)


def _command(message: Message) -> tuple[str, str]:
    """The word after the slash, without the name of the bot, and what comes with it. Empty when there is no slash."""
    if not (message.text or "").startswith("/"):
        return "", ""
    command, _, payload = (message.text or "").removeprefix("/").partition(" ")
    return command.partition("@")[0].lower(), payload.strip()


def _asks_to_wipe(message: Message) -> bool:
    return _command(message)[0] in WIPE_COMMANDS or (message.text or "").strip(" .!?\n").lower() in chat.WIPE_WORDS
