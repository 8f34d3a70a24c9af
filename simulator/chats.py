"""Chats, messages and callback queries as Telegram keeps them, and their shapes in JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]


def stamp(moment: datetime) -> int:
    return int(moment.timestamp())


@dataclass
class StoredMessage:
    """One message in one chat, from either side."""

    message_id: int
    chat: Json
    sender: Json
    date: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    keyboard: list[list[Json]] = field(default_factory=list)
    edit_date: datetime | None = None
    extra: Json = field(default_factory=dict)  # other content than text, and the topic: see `contents.py`

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    def as_json(self) -> Json:
        shape: Json = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat,
            "date": stamp(self.date),
        } | self.extra
        if self.edit_date is not None:
            shape["edit_date"] = stamp(self.edit_date)
        caption = "photo" in self.extra
        if self.text:
            shape["caption" if caption else "text"] = self.text
        if self.entities:
            shape["caption_entities" if caption else "entities"] = self.entities
        if self.keyboard:
            shape["reply_markup"] = {"inline_keyboard": self.keyboard}
        return shape

    def as_shown(self) -> Json:
        """The message as a screen needs it."""
        return {
            "message_id": self.message_id,
            "from_bot": self.from_bot,
            "date": stamp(self.date),
            "edited": self.edit_date is not None,
            "text": self.text,
            "entities": self.entities,
            "keyboard": self.keyboard,
            "thread": self.extra.get("message_thread_id"),
        }


@dataclass
class ChatHistory:
    """One chat. The bot knows it only after a person wrote there, or added the bot."""

    shape: Json
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    known: bool = False
    blocked: bool = False  # in a private chat: by the visitor; in a group: the bot was removed
    left: bool = False
    silenced: bool = False  # in a group: the bot may not write
    upgraded_to: int | None = None  # a supergroup goes on where this group ended
    threads: set[int] = field(default_factory=set)  # topics
    alerts: list[Json] = field(default_factory=list)
    notifications: list[str] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.shape["id"])

    @property
    def private(self) -> bool:
        return bool(self.shape["type"] == "private")


@dataclass(frozen=True)
class OpenQuery:
    """A pressed button that waits for the bot's answer."""

    chat_id: int
    message_id: int
    button: str
    asked: datetime
