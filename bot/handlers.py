"""What happens on a tap, a command, a typed text, a picture, in a group.

No prose and no routing: words and ways are the guide's, pages are made in `page.py`.
The page always comes first; only then what the visitor typed, and the former page, are taken away.
"""

from __future__ import annotations

from asyncio import gather
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from telegram import Bot, CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType, UpdateType

from bot.page import Page, Pages
from bot.tap import WIPE, Tap
from bot.telegram import answer, delete, edit, send
from bot.trail import Step, Trail
from bot.wipe import wipe
from flows import furniture
from flows.answers import MEDIA, TYPED, WIPED
from flows.guide import START
from locales import Locale

UPDATES = (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)
"""What we ask Telegram for, and nothing more."""

SCREEN_COMMANDS = {"start": START, "help": "person_now", "privacy": "privacy"}
WIPE_COMMANDS = frozenset({"wis", "stop"})
ADDED = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)


@dataclass
class Face:
    """The Telegram face of the guide. It keeps nothing about a visitor but the trail."""

    bot: Bot
    pages: Pages
    now: Callable[[], datetime]
    trail: Trail = field(default_factory=Trail)

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

    async def on_tap(self, query: CallbackQuery) -> None:
        """A button: the page it leads to is drawn where the button stood."""
        packed = query.data or ""
        tap = Tap.unpack(packed)
        if query.message is None or query.message.chat.type != ChatType.PRIVATE:
            await answer(self.bot, query.id)
        elif tap and tap.trigger == WIPE:
            await self.on_wipe_tap(query, query.message.chat.id, query.message.message_id, self._locale(tap.locale))
        else:
            page = self.pages.opened_by(packed, self.now())
            drawn = self.draw(query.message.chat.id, query.message.message_id, page)
            await gather(answer(self.bot, query.id), drawn)

    async def on_wipe_tap(self, query: CallbackQuery, chat_id: int, message_id: int, locale: Locale) -> None:
        """The quick exit: empties the page, deletes it, and says in an alert what remains."""
        former = self.trail.forget(chat_id)
        cover = self.pages.answer(WIPED, locale.code, "", self.now())
        gone = await wipe(self.bot, chat_id, message_id, cover)
        if former and former.message_id != message_id:
            gone = await wipe(self.bot, chat_id, former.message_id, cover) and gone
        await answer(self.bot, query.id, locale.say(furniture.WIPED_ALL if gone else furniture.WIPED_PARTLY))

    async def on_command(self, message: Message) -> None:
        """A word with a slash: a screen, a language, or the quick exit. An unknown one is a typed word."""
        command, _, payload = (message.text or "").removeprefix("/").partition(" ")
        command = command.partition("@")[0].lower()
        locale, campaign = self._where(message)
        if command in WIPE_COMMANDS:
            await self.on_wipe_command(message, locale)
        elif spoken := self.pages.locales.by_command(command):
            await self.show_screen(message, START, spoken, campaign)
        elif command in SCREEN_COMMANDS:
            campaign = self.pages.known(payload.strip()) or campaign
            await self.show_screen(message, SCREEN_COMMANDS[command], locale, campaign)
        else:
            await self.on_words(message)

    async def on_wipe_command(self, message: Message, locale: Locale) -> None:
        """The same by hand. Leaves nothing, unless a message is too old to delete."""
        former = self.trail.forget(message.chat.id)
        if former:
            cover = self.pages.answer(WIPED, locale.code, "", self.now())
            await wipe(self.bot, message.chat.id, former.message_id, cover)
        await delete(self.bot, message.chat.id, message.message_id)

    async def on_words(self, message: Message) -> None:
        """Typed words or a picture: the human lines and the menu. What was sent is neither read nor fetched."""
        locale, campaign = self._where(message)
        if (message.text or "").strip().lower() in furniture.WIPE_WORDS:
            await self.on_wipe_command(message, locale)
            return
        name = TYPED if message.text else MEDIA
        page = self.pages.answer(name, locale.code, campaign, self.now())
        await self.show(message.chat.id, page, message.message_id)

    async def on_membership(self, member: ChatMemberUpdated) -> None:
        """Somebody added us to a group or channel: we say where to talk, and do not stay where others read along."""
        if member.chat.type == ChatType.PRIVATE or member.new_chat_member.status not in ADDED:
            return
        if member.chat.type != ChatType.CHANNEL:
            locale = self.pages.locales.choose(member.from_user.language_code)
            await send(self.bot, member.chat.id, self.pages.for_group(locale.code, self.bot.username))
        await self.bot.leave_chat(member.chat.id)

    async def show_screen(self, message: Message, screen: str, locale: Locale, campaign: str) -> None:
        page = self.pages.at(screen, locale.code, campaign, self.now())
        await self.show(message.chat.id, page, message.message_id)

    async def show(self, chat_id: int, page: Page, typed: int) -> None:
        """Send a page, then take away what was typed and the page before."""
        message_id = await send(self.bot, chat_id, page)
        if message_id is None:
            self.trail.forget(chat_id)
            return
        former = self._note(chat_id, message_id, page)
        await delete(self.bot, chat_id, typed)
        if former:
            await self._take_away(chat_id, former)

    async def draw(self, chat_id: int, message_id: int, page: Page) -> None:
        """Draw a page where a button stood; send it when that message is gone."""
        if not await edit(self.bot, chat_id, message_id, page):
            sent = await send(self.bot, chat_id, page)
            if sent is None:
                return
            message_id = sent
        former = self._note(chat_id, message_id, page)
        if former and former.message_id != message_id:
            await self._take_away(chat_id, former)

    async def _take_away(self, chat_id: int, former: Step) -> None:
        """A page too old to delete is at least emptied, so that no two pages stand in the chat."""
        if not await delete(self.bot, chat_id, former.message_id):
            await edit(self.bot, chat_id, former.message_id, self.pages.answer(WIPED, former.locale, "", self.now()))

    def _note(self, chat_id: int, message_id: int, page: Page) -> Step | None:
        return self.trail.note(chat_id, Step(message_id, self.now(), page.locale, page.campaign))

    def _where(self, message: Message) -> tuple[Locale, str]:
        """The language and campaign of this chat; before the first page, what Telegram says of the app."""
        step = self.trail.last(message.chat.id, self.now())
        if step:
            return self.pages.locales[step.locale], step.campaign
        return self.pages.locales.choose(message.from_user.language_code if message.from_user else None), ""

    def _locale(self, code: str) -> Locale:
        return self.pages.locales.get(code) or self.pages.locales.choose(None)
