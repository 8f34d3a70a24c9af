"""What Telegram keeps for one bot: chats, pressed buttons, the queue of updates, its profile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from simulator import refusals
from simulator.chats import Chat, Json, Message, Query, stamp
from simulator.updates import Bell, Updates


@dataclass
class Webhook:
    """Where updates are delivered; nowhere while the address is empty."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: tuple[datetime, str] | None = None


class Account:
    """A bot as Telegram knows it. Every change rings a bell, for pages that show the chats."""

    def __init__(self, clock: Callable[[], datetime], token: str, name: str, username: str) -> None:
        self.clock = clock
        self.token = token
        self.bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.updates = Updates(clock)
        self.webhook = Webhook()
        # What only a person can change, at BotFather; as they are for a new bot.
        self.joins_groups = True
        self.reads_groups = False
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.profile_texts: dict[str, dict[str, str]] = {kind: {} for kind in refusals.PROFILE_LENGTHS}
        self.version = 0
        self._changes = Bell()
        # Ids run across all chats of the bot: the next number need not be in the same chat.
        self._message_ids = count(101)
        self._query_ids = count(4_000_000_000_000_001)

    def changed(self) -> None:
        self.version += 1
        self._changes.ring()

    async def change(self, seen: int) -> int:
        """Waits until something has changed since the version that was seen."""
        while self.version == seen:
            await self._changes.heard()
        return self.version

    def store(self, chat: Chat, sender: Json, **content: Any) -> Message:
        message = Message(next(self._message_ids), chat.shape, sender, self.clock(), **content)
        chat.messages[message.message_id] = message
        self.changed()
        return message

    def ask(self, query: Query) -> str:
        """Keeps a pressed button until it is answered; returns its number."""
        number = str(next(self._query_ids))
        # Those that can no longer be answered are forgotten, oldest first.
        while self.queries and not self.answerable(self.queries[oldest := next(iter(self.queries))]):
            del self.queries[oldest]
        self.queries[number] = query
        self.changed()
        return number

    def answerable(self, query: Query) -> bool:
        return self.clock() - query.asked <= refusals.ANSWERABLE

    def membership(self, chat: Chat, by: Json, before: str, after: str) -> None:
        """Tells the bot that its place in a chat has changed."""
        content = {
            "chat": chat.shape,
            "from": by,
            "date": stamp(self.clock()),
            "old_chat_member": _member(self.bot, before),
            "new_chat_member": _member(self.bot, after),
        }
        self.updates.add("my_chat_member", content)

    def profile(self, kind: str, language_code: str) -> str:
        """The bot's name or description as shown to somebody with this language."""
        texts = self.profile_texts[kind]
        default = str(self.bot["first_name"]) if kind == "name" else ""
        return texts.get(refusals.language(language_code)) or texts.get("") or default


def _member(user: Json, status: str) -> Json:
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
