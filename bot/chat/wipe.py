"""The quick exit: cover what can be read, then delete it, look for what a restart forgot, and say what remains."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum, auto

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.api.client import OutgoingMessage, delete, delete_many, edit
from bot.api.events import Wipe
from bot.delivery.last_pages import LastPages

NEAR = 10
"""Ids below a typed wipe that are tried one by one: only a single deletion says whether it found something."""
FAR = 900
"""Ids that are swept at the most, a hundred in a call. All chats of the bot share their numbers, so a page of hours ago
may be further away in a busy one."""
BESIDE = 150
"""Ids from the first one on that this process saw: it may have waited for seconds, and what was sent meanwhile has
higher ones."""


class Wiped(IntEnum):
    """What a wipe came to, from the best to the worst."""

    ALL = auto()
    TEXT = auto()
    """An empty page remains."""
    UNKNOWN = auto()
    """It is not known whether a page stands in the chat."""


async def wipe(bot: Bot, event: Wipe, last_pages: LastPages, cover: OutgoingMessage, now: datetime) -> Wiped:
    """Take away the pages of a chat and the typed wipe. Raises `RetryAfter` while Telegram lets us do nothing; then the
    page is still remembered."""
    chat_id = event.chat_id
    former = last_pages.last(chat_id, now)
    known = {event.page_id, former.message_id if former else None} - {None}
    found = [await _empty(bot, chat_id, message_id, cover) for message_id in known if message_id is not None]
    if last_pages.may_have_forgotten(chat_id, now):
        found.append(await _search(bot, event, last_pages))
    elif not known and not last_pages.is_empty(chat_id):
        found.append(Wiped.UNKNOWN)
    if event.typed_id is not None:
        await delete(bot, chat_id, event.typed_id)
    last_pages.forget(chat_id)  # only now: a second try must find it again
    last_pages.emptied(chat_id, now)
    return max(found, default=Wiped.ALL)


async def _empty(bot: Bot, chat_id: int, message_id: int, cover: OutgoingMessage) -> Wiped:
    """Empty one of our messages. The cover comes first: it works on a message of any age, a deletion only within 48
    hours. A crash between the two is mended by the update, which Telegram delivers again."""
    try:
        was_there = await edit(bot, chat_id, message_id, cover)
    except BadRequest:
        raise
    except TelegramError:
        # Telegram limits edits long before it limits deletions. Gone is better than covered after a wait.
        if await delete(bot, chat_id, message_id):
            return Wiped.ALL
        raise
    try:
        return Wiped.ALL if await delete(bot, chat_id, message_id) or not was_there else Wiped.TEXT
    except RetryAfter:
        return Wiped.TEXT


async def _search(bot: Bot, event: Wipe, last_pages: LastPages) -> Wiped:
    """Look for a page that we do not remember: the numbers of messages grow, so it stands below a typed wipe, and
    somewhere around a pressed page."""
    if event.page_id is not None:
        await sweep(bot, event.chat_id, forgotten(last_pages, event.page_id + FAR // 3, but=event.page_id))
        return Wiped.ALL
    top = event.typed_id or 0
    near = [message_id for message_id in range(top - 1, top - 1 - NEAR, -1) if message_id > 0]
    found = await asyncio.gather(*(delete(bot, event.chat_id, message_id) for message_id in near))
    await sweep(bot, event.chat_id, forgotten(last_pages, top - NEAR))
    return Wiped.ALL if any(found) else Wiped.UNKNOWN


def forgotten(last_pages: LastPages, before: int, *, but: int | None = None) -> Sequence[int]:
    """The ids where a page may stand that a process before us sent, below this one: just before the first that we saw,
    for everything between is ours."""
    first = last_pages.first_number
    top = before if first is None else min(before, first + BESIDE)
    return [one for one in range(top - FAR, top) if one != but]


async def sweep(bot: Bot, chat_id: int, message_ids: Sequence[int]) -> None:
    """Delete whatever stands at these ids in this chat, the newest first. Telegram passes over those of other chats."""
    await delete_many(bot, chat_id, sorted((one for one in message_ids if one > 0), reverse=True))
