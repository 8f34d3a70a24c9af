"""At most one page in a chat: it is drawn where a button stood or sent, and what it replaces goes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.api.client import OutgoingMessage, delete, delete_typed, edit, send, stands
from bot.api.events import Event, Press, Words
from bot.chat.housekeeping import Housekeeping, Sweep
from bot.chat.pages import Page
from bot.chat.place import told_before
from bot.chat.tap import Tap
from bot.chat.wipe import FAR, forgotten
from bot.delivery.last_pages import LastPages, PageRef
from bot.delivery.newest import Newest, hidden

AT_FIRST = 100
"""Messages after a start that a process before us may have answered without confirming: Telegram shows no more."""

MOST_SWEPT = 1_000


@dataclass
class OnePage:
    """Draws pages in chats. `cover` makes what stands in place of a page that cannot be deleted, in a language."""

    bot: Bot
    now: Callable[[], datetime]
    last_pages: LastPages
    housekeeping: Housekeeping
    cover: Callable[[str], OutgoingMessage]
    at_first: int = AT_FIRST
    _swept: Newest[int, None] = field(default_factory=lambda: Newest(MOST_SWEPT), repr=False)

    def __post_init__(self) -> None:
        self.last_pages.complete_from = self.last_pages.complete_from or self.now()

    async def show(self, words: Words, page: Page) -> bool:
        """Send a page, then take away the page before, and last of all what was typed.

        False when there is nobody to send it to, or when a process before us sent it.
        """
        chat_id, once = words.chat_id, words.once
        if not self.last_pages.has_answered(once):
            if await self._was_answered(words):
                return False
            sent = await self._send(words, page, oldest=words.message_ids[0])
            if sent is None:
                self.last_pages.forget(chat_id)
                return False
            await self._stands(chat_id, sent, page, once)
        await self._tidy(chat_id, once)
        await delete_typed(self.bot, chat_id, words.message_ids)
        self.last_pages.tidied(once)
        return True

    async def _was_answered(self, words: Words) -> bool:
        """Whether a process before us sent the page already: then what was typed is gone, its very last step.

        A kill makes Telegram deliver again what was answered and not yet confirmed; nobody needs a second page.
        """
        if self.at_first <= 0 or words.edit_date:  # words in distress may come in a change of what is gone
            return False
        if hidden("swept", words.chat_id) in self._swept:  # we may have deleted it ourselves before it came in
            return False
        known = not await stands(self.bot, words.chat_id, words.message_ids[-1])
        self.at_first -= 1
        return known

    async def draw(self, press: Press, page_id: int, page: Page) -> None:
        """Draw a page where a button stood. It is sent when that message is gone, and to be read aloud."""
        chat_id, once = press.chat_id, press.once
        if not self.last_pages.has_answered(once):
            is_unknown = self.last_pages.may_have_forgotten(chat_id, self.now())
            drawn = page_id if not page.aloud and await edit(self.bot, chat_id, page_id, page) else None
            if drawn is None:
                drawn = await self._send(press, page, oldest=page_id + 1)
            elif is_unknown:
                ids = forgotten(self.last_pages, page_id + FAR // 3, but=page_id)
                self.housekeeping.put(Sweep(chat_id=chat_id, message_ids=ids))
            if drawn is None:
                return
            await self._stands(chat_id, drawn, page, once)
        former = self.last_pages.replaced(once)
        if page.aloud and (former is None or former.message_id != page_id):  # after a restart, or on an older page
            await self._take_away(chat_id, page_id, page.locale)
        await self._tidy(chat_id, once)
        self.last_pages.tidied(once)

    async def _send(self, event: Press | Words, page: Page, *, oldest: int) -> int | None:
        """Send a page; the second time with much patience, since the first may well have arrived.

        What else may stand is swept: all that a restart forgot, or the page of the first time, which is no older than
        `oldest`.
        """
        chat_id, once = event.chat_id, event.once
        again, is_unknown = self.last_pages.has_timed_out(once), self.last_pages.may_have_forgotten(chat_id, self.now())
        try:
            sent = await send(self.bot, chat_id, page, thread_id=event.thread_id, again=again)
        except NetworkError as error:
            if not isinstance(error, BadRequest):  # which python-telegram-bot counts among them
                self.last_pages.timed_out(once, self.now())
            raise
        self.last_pages.arrived(once)
        if sent is not None and (again or is_unknown):
            ids = [*range(max(oldest, sent - FAR), sent)] if again else []
            ids += forgotten(self.last_pages, sent) if is_unknown else []
            self.housekeeping.put(Sweep(chat_id=chat_id, message_ids=ids))
        return sent

    async def send_for(self, event: Event, page: Page) -> None:
        """Send a page that answers no words and stands in nobody's place."""
        sent = await send(self.bot, event.chat_id, page, thread_id=event.thread_id)
        if sent is not None:
            await self._stands(event.chat_id, sent, page, event.once)
            self.last_pages.tidied(event.once)

    def swept(self, chat_id: int) -> None:
        """Messages of this chat were deleted unseen: that one is gone no longer says that it was answered."""
        self._swept[hidden("swept", chat_id)] = None

    async def _stands(self, chat_id: int, message_id: int, page: Page, once: Hashable) -> None:
        here, former = Tap.unpack(page.reopens), self.last_pages.last(chat_id, self.now())
        told = told_before(here, former) if here else ""
        ref = PageRef(message_id, self.now(), page.locale, page.campaign, page.reopens, aloud=page.aloud, told=told)
        await self.last_pages.stands(chat_id, ref, once)
        self.housekeeping.page_stands(chat_id)

    async def _tidy(self, chat_id: int, once: Hashable) -> None:
        """No two pages stand in the chat."""
        if former := self.last_pages.replaced(once):
            await self._take_away(chat_id, former.message_id, former.locale)
            self.last_pages.remember(once, None, self.now())

    async def _take_away(self, chat_id: int, message_id: int, locale: str) -> None:
        """A page that cannot be deleted now is at least emptied."""
        try:
            is_gone = await delete(self.bot, chat_id, message_id)
        except RetryAfter:  # emptied for now, and deleted later
            is_gone = False
            self.housekeeping.put(Sweep(chat_id=chat_id, message_ids=(message_id,)))
        if not is_gone:
            await edit(self.bot, chat_id, message_id, self.cover(locale))
