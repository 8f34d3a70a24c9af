"""What Telegram keeps for one bot: chats, pressed buttons, the queue of updates, its profile."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from simulator import refusals
from simulator.chats import ChatHistory, Json, OpenQuery, StoredMessage, stamp
from simulator.updates import Bell, Updates

# What else can be switched on at BotFather, as `getMe` names it. Of these only topics are simulated.
SWITCHES = (
    "supports_inline_queries",
    "supports_guest_queries",
    "can_connect_to_business",
    "has_main_web_app",
    "has_topics_enabled",
    "allows_users_to_create_topics",
    "can_manage_bots",
)
# What members of a supergroup may do; a restricted one may do nothing of it.
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
    "can_edit_tag", "can_react_to_messages",
)  # fmt: skip


@dataclass
class WebhookInfo:
    """Where updates are delivered; nowhere while the address is empty."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: tuple[datetime, str] | None = None
    connections: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.connections = asyncio.Semaphore(self.max_connections)


class Account:
    """A bot as Telegram knows it. Every change rings a bell, for pages that show the chats."""

    def __init__(self, clock: Callable[[], datetime], token: str, name: str, username: str) -> None:
        self.clock = clock
        self.token = token
        self.bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.updates = Updates(clock)
        self.webhook = WebhookInfo()
        # What only a person can change, at BotFather; as they are for a new bot.
        self.joins_groups = True
        self.reads_groups = False
        self.switches = dict.fromkeys(SWITCHES, False)
        self.chats: dict[int, ChatHistory] = {}
        self.queries: dict[str, OpenQuery] = {}
        self.profile_texts: dict[str, dict[str, str]] = {kind: {} for kind in refusals.PROFILE_LENGTHS}
        self.version = 0
        self._changes = Bell()
        # Ids run across all chats of the bot: the next number need not be in the same chat.
        self.next_message_id = 101
        self._query_ids = count(4_000_000_000_000_001)

    def changed(self) -> None:
        self.version += 1
        self._changes.ring()

    async def change(self, seen: int) -> None:
        """Waits until something has changed since the version that was seen."""
        while self.version == seen:
            await self._changes.heard()

    def store(self, chat: ChatHistory, sender: Json, **content: Any) -> StoredMessage:
        message = StoredMessage(self.next_message_id, chat.shape, sender, self.clock(), **content)
        self.next_message_id += 1
        chat.messages[message.message_id] = message
        self.changed()
        return message

    def ask(self, query: OpenQuery) -> str:
        """Keeps a pressed button until it is answered; returns its number."""
        number = str(next(self._query_ids))
        # Those that can no longer be answered are forgotten, oldest first.
        while self.queries and not self.answerable(self.queries[oldest := next(iter(self.queries))]):
            del self.queries[oldest]
        self.queries[number] = query
        self.changed()
        return number

    def answerable(self, query: OpenQuery) -> bool:
        return self.clock() - query.asked <= refusals.ANSWERABLE

    def membership(self, chat: ChatHistory, by: Json, before: str, after: str, *, is_member: bool = True) -> None:
        """Tells the bot that its place in a chat has changed. A restricted member may have left."""
        content = {
            "chat": chat.shape,
            "from": by,
            "date": stamp(self.clock()),
            "old_chat_member": _member(self.bot, before),
            "new_chat_member": _member(self.bot, after, is_member=is_member),
        }
        self.updates.add("my_chat_member", content)

    def profile(self, kind: str, language_code: str) -> str:
        """The bot's name or description as shown to somebody with this language."""
        texts = self.profile_texts[kind]
        default = str(self.bot["first_name"]) if kind == "name" else ""
        return texts.get(refusals.language(language_code)) or texts.get("") or default


def _member(user: Json, status: str, *, is_member: bool = True) -> Json:
    member: Json = {"user": user, "status": status}
    if status in {"kicked", "restricted"}:
        member["until_date"] = 0
    if status == "restricted":
        member |= dict.fromkeys(PERMISSIONS, False) | {"is_member": is_member}
    return member
