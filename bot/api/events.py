"""What an update means: worked out here, once. Queues, handlers and the emergency page take it from here.

Nothing of the guide is imported: the emergency page must understand a wipe when the guide is broken.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from telegram.constants import ChatMemberStatus, ChatType, UpdateType

from bot.api.update import Membership, Message, Query, Sent, Update
from bot.api.wipe_words import MOST_TEXT, asks_to_wipe

ALLOWED_UPDATES = (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)
"""What we ask Telegram for, and nothing more."""

WIPE = "wipe"
"""How the text of a wipe button ends, in every edition (`bot.chat.tap`)."""

NEW_NUMBERS = 1_000
"""Update ids by which an update may be behind another of its chat. Further back means that Telegram numbers anew, as
after a quiet week or on another Bot API server."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What somebody did in a chat. `language` is that of their app, `thread_id` the topic, where a chat has topics."""

    is_urgent: ClassVar[bool] = False
    """Whether it goes before whatever waits in its chat."""

    update_id: int
    chat_id: int
    language: str | None = None
    thread_id: int | None = None

    @property
    def once(self) -> Hashable:
        """The same when Telegram delivers it a second time, whatever number the update then has."""
        return self.update_id

    @property
    def typed(self) -> tuple[int, ...]:
        """The messages that are taken away with it."""
        return ()

    def is_behind(self, other: int) -> bool:
        """Whether the update of this number came after this one."""
        return 0 < other - self.update_id < NEW_NUMBERS

    def is_overtaken_by(self, later: Event) -> bool:
        """Whether it need not be answered, since this one of the same chat waits behind it."""
        return later.is_urgent and not self.is_urgent

    def together(self, later: Event) -> Event | None:
        """Both as one turn, heard together and answered once; None when each wants an answer of its own."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Press(Event):
    """A button. `page_id` is the message it stood on; None where others read along, or Telegram does not say."""

    query_id: str
    data: str
    page_id: int | None

    @property
    def once(self) -> Hashable:
        return self.query_id

    def is_overtaken_by(self, later: Event) -> bool:
        return later.is_urgent or isinstance(later, Press)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Event):
    """Something typed or sent: one turn, of one message or of several that waited together.

    `message_ids` in the order in which they were sent; `kind` says what was sent if it is no text, whose caption `text`
    is; `album` names the pictures that were sent as one.
    """

    message_ids: tuple[int, ...]
    text: str = ""
    kind: Sent | None = None
    album: str = ""
    edit_date: int | None = None

    @property
    def once(self) -> Hashable:
        return self.chat_id, self.message_ids[-1], self.edit_date

    @property
    def typed(self) -> tuple[int, ...]:
        return self.message_ids

    def together(self, later: Event) -> Event | None:
        if type(self) is not Words or type(later) is not Words:
            return None
        if later.message_ids == self.message_ids:  # it was changed before we read it
            return later
        text = _shortened("\n".join(filter(None, (self.text, later.text))))
        kind = min(self.kind, later.kind, key=[*Sent].index) if self.kind and later.kind else None
        return replace(later, message_ids=(*self.message_ids, *later.message_ids), text=text, kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Words):
    """A word with a slash, without it and in small letters, and what came behind it."""

    name: str
    payload: str

    def together(self, later: Event) -> Event | None:
        """The last of several commands is obeyed."""
        if not isinstance(later, Command):
            return None
        return replace(later, message_ids=(*self.message_ids, *later.message_ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wipe(Event):
    """The quick exit: by a button (`query_id`, `page_id`) or typed (`typed_id`)."""

    is_urgent: ClassVar[bool] = True

    query_id: str = ""
    page_id: int | None = None
    data: str = ""
    typed_id: int | None = None
    edit_date: int | None = None

    @property
    def once(self) -> Hashable:
        return self.query_id or (self.chat_id, self.typed_id, self.edit_date)

    @property
    def typed(self) -> tuple[int, ...]:
        return (self.typed_id,) if self.typed_id is not None else ()

    def is_overtaken_by(self, later: Event) -> bool:
        """One wipe is enough, unless it names another page."""
        return isinstance(later, Wipe) and self.page_id in (None, later.page_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Event):
    """Somebody put us where others read along: a group or a channel."""

    is_channel: bool


def understand(update: Update) -> Event | None:
    """What an update means. None when nobody is to be answered: it is of a kind that we do not use, was said in a
    group, or is a service message that no person sent."""
    if query := update.callback_query:
        return _pressed(update.update_id, query)
    if update.my_chat_member:
        return _membership(update.update_id, update.my_chat_member)
    if message := update.message or update.edited_message:
        return _said(update.update_id, message)
    return None


def _pressed(update_id: int, query: Query) -> Event:
    page, data = query.message, query.data or ""
    page_id = page.message_id if page and page.chat.type == ChatType.PRIVATE else None
    meant: type[Wipe | Press] = Wipe if page_id is not None and data.endswith(f"|{WIPE}") else Press
    return meant(
        update_id=update_id,
        chat_id=page.chat.id if page else query.from_user.id,
        language=query.from_user.language_code,
        thread_id=page.message_thread_id if page else None,
        query_id=query.id,
        data=data,
        page_id=page_id,
    )


def _membership(update_id: int, member: Membership) -> Event | None:
    new = member.new_chat_member
    is_in = new.status in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)
    is_in |= new.status == ChatMemberStatus.RESTRICTED and new.is_member
    if member.chat.type == ChatType.PRIVATE or not is_in:
        return None
    return Added(
        update_id=update_id,
        chat_id=member.chat.id,
        language=member.from_user.language_code,
        is_channel=member.chat.type == ChatType.CHANNEL,
    )


def _shortened(text: str) -> str:
    """Of a flood how it begins, and how it ends."""
    return text if len(text) <= MOST_TEXT else f"{text[: MOST_TEXT // 2]}\n{text[-MOST_TEXT // 2 :]}"


def _said(update_id: int, message: Message) -> Event | None:
    typed = message.words
    text = _shortened(typed or message.caption or "")
    if message.chat.type != ChatType.PRIVATE or not (text or message.kind):
        return None
    who: dict[str, Any] = {
        "update_id": update_id,
        "chat_id": message.chat.id,
        "language": message.from_user.language_code if message.from_user else None,
        "thread_id": message.message_thread_id,
    }
    command = _COMMAND.fullmatch(typed)
    if asks_to_wipe(text):
        return Wipe(**who, typed_id=message.message_id, edit_date=message.edit_date)
    said = who | {"message_ids": (message.message_id,), "text": text, "edit_date": message.edit_date}
    if command:
        return Command(**said, name=command[1].lower(), payload=command[2].strip())
    kind = None if typed else message.kind or Sent.MEDIA  # a caption stands below something
    return Words(**said, kind=kind, album=message.media_group_id or "")
