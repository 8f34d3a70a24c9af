"""The visitor's side of a chat: a phone, in a private chat or in a group.

Each action becomes the update that Telegram would send. The phone shows what the chat holds at that moment.
"""

from itertools import count
from typing import Any

from simulator import contents, entities, refusals
from simulator.account import Account
from simulator.chats import ChatHistory, Json, OpenQuery, StoredMessage

SUPERGROUPS = -1_000_000_000_000
"""Ids of supergroups lie below this."""
_albums = count(13_000_000_000_000_001)


class NoSuchButton(LookupError):
    """The visitor does not see this button."""


class _Side:
    """The parts that a private chat and a group have in common."""

    def __init__(self, account: Account, chat: ChatHistory, user: Json) -> None:
        self._account = account
        self._chat = chat
        self._user = user

    @property
    def chat_id(self) -> int:
        return self._chat.id

    @property
    def messages(self) -> list[Json]:
        """The messages in the chat, from both sides, oldest first."""
        return [message.as_shown() for message in self._chat.messages.values()]

    @property
    def screen(self) -> Json:
        """The bot's last message."""
        return self._last(from_bot=True).as_shown()

    @property
    def notifications(self) -> list[str]:
        """The texts that made the phone sound."""
        return self._chat.notifications

    @property
    def alerts(self) -> list[Json]:
        """The texts shown as answers to pressed buttons; `show_alert` means a dialog instead of a toast."""
        return self._chat.alerts

    @property
    def unanswered(self) -> list[str]:
        """Pressed buttons that still wait for the bot's answer."""
        return [number for number, query in self._account.queries.items() if query.chat_id == self.chat_id]

    def press(self, button: str | tuple[int, int]) -> str:
        """Presses the newest button with this label, or the one at (row, column) of the newest keyboard."""
        return self.press_on(None, button)

    def press_on(self, message_id: int | None, button: str | tuple[int, int]) -> str:
        message, found = self._find(button, message_id)
        if "callback_data" not in found:
            raise NoSuchButton(f"the button {found['text']!r} does not go to the bot: use copy() or link()")
        return self._query(message.message_id, found["callback_data"])

    def forge(self, callback_data: str, message_id: int | None = None) -> str:
        """Sends made-up button data, as a modified app could. The message need not exist."""
        return self._query(self._last(from_bot=True).message_id if message_id is None else message_id, callback_data)

    def copy(self, label: str) -> str:
        """The text that a copy button puts on the clipboard."""
        return str(self._action(label, "copy_text")["text"])

    def link(self, label: str) -> str:
        """The address of a link button."""
        return str(self._action(label, "url"))

    def delete(self, message_id: int) -> None:
        """Removes a message on the visitor's side. Telegram does not tell the bot."""
        del self._chat.messages[message_id]
        self._account.changed()

    def _say(self, text: str = "", extra: Json | None = None, *, delivered: bool = True) -> int:
        marked = entities.detected(text)
        message = self._account.store(self._chat, self._user, text=text, entities=marked, extra=extra or {})
        if delivered:
            self._account.updates.add("message", message.as_json())
        return message.message_id

    def _last(self, *, from_bot: bool) -> StoredMessage:
        for message in reversed(self._chat.messages.values()):
            if message.from_bot == from_bot:
                return message
        raise LookupError("no such message in the chat")

    def _find(self, button: str | tuple[int, int], message_id: int | None = None) -> tuple[StoredMessage, Json]:
        seen = []
        for message in reversed(self._chat.messages.values()):
            if not message.keyboard or message_id not in (None, message.message_id):
                continue
            if isinstance(button, tuple):
                row, column = button
                return message, message.keyboard[row][column]
            for candidate in (one for row in message.keyboard for one in row):
                if candidate["text"] == button:
                    return message, candidate
                seen.append(candidate["text"])
        raise NoSuchButton(f"no button {button!r}; there are {seen}")

    def _action(self, label: str, action: str) -> Any:
        _, button = self._find(label)
        if action not in button:
            raise NoSuchButton(f"the button {label!r} has no {action}")
        return button[action]

    def _query(self, message_id: int, data: str) -> str:
        message = self._chat.messages.get(message_id)
        now = self._account.clock()
        if message is None or now - message.date > refusals.DELETABLE:
            # Telegram calls a message inaccessible when it is gone, or too old to be fetched again.
            shape: Json = {"chat": self._chat.shape, "message_id": message_id, "date": 0}
        else:
            shape = message.as_json()
        number = self._account.ask(OpenQuery(self.chat_id, message_id, data, now))
        content = {"id": number, "from": self._user, "message": shape, "chat_instance": "-1", "data": data}
        self._account.updates.add("callback_query", content)
        return number


class Phone(_Side):
    """A visitor's phone, with their private chat with the bot."""

    def __init__(self, account: Account, user_id: int, language_code: str | None, first_name: str) -> None:
        shape = {"id": user_id, "first_name": first_name, "type": "private"}
        chat = account.chats.setdefault(user_id, ChatHistory(shape))
        super().__init__(account, chat, {"id": user_id, "is_bot": False, "first_name": first_name})
        self.language_code = language_code
        self.topic: int | None = None
        """The topic in which the visitor writes."""

    @property
    def language_code(self) -> str | None:
        """The language of the app. It goes along with every update; some apps send none."""
        return self._user.get("language_code")

    @language_code.setter
    def language_code(self, code: str | None) -> None:
        # A new value: messages that were sent before keep the one they were sent with.
        self._user = {key: value for key, value in self._user.items() if key != "language_code"}
        if code is not None:
            self._user["language_code"] = code

    def start(self, payload: str = "") -> int:
        """Presses START, or opens the bot by a link with a payload. Unblocks the bot when it was blocked."""
        if self._chat.blocked:
            self._chat.blocked = False
            self._account.membership(self._chat, self._user, "kicked", "member")
        return self.type(f"/start {payload}".strip())

    def type(self, text: str) -> int:
        """Sends a text. Apps cut a long one into several messages; the id is that of the last."""
        number = 0
        for begin in range(0, len(text), refusals.TEXT_LENGTH):
            number = self._send(text[begin : begin + refusals.TEXT_LENGTH])
        return number

    def send_photo(self, caption: str = "") -> int:
        return self._send(caption, contents.PHOTO)

    def send_album(self, caption: str = "", pictures: int = contents.ALBUM) -> list[int]:
        """Sends pictures together: as many messages, with the caption at the first."""
        album = next(_albums)
        return [self._send("" if n else caption, contents.in_album(album)) for n in range(pictures)]

    def send_rich(self, text: str) -> int:
        """Sends a rich message. The bot gets no `text` with it."""
        return self._send(extra=contents.rich(text))

    def service(self, what: str) -> int:
        """Does something that Telegram reports by a service message: a key of `contents.SERVICE`."""
        return self._send(extra=contents.SERVICE[what])

    def pin(self, message_id: int) -> int:
        """Pins a message, which is reported by another."""
        return self._send(extra={"pinned_message": self._chat.messages[message_id].as_json()})

    def open_topic(self) -> int:
        """Opens a topic and goes there, if BotFather was told that this bot's chats have topics."""
        if not self._account.switches["has_topics_enabled"]:
            raise LookupError("the chats of this bot have no topics")
        self.topic = self._account.next_message_id
        self._chat.threads.add(self.topic)
        return self.service("topic")

    def _send(self, text: str = "", extra: Json | None = None) -> int:
        self._chat.known = True
        return self._say(text, (extra or {}) | (contents.topic(self.topic) if self.topic else {}))

    def edit(self, text: str, message_id: int | None = None) -> None:
        """Changes a text that the visitor sent: this one, or the last."""
        message = self._last(from_bot=False) if message_id is None else self._chat.messages[message_id]
        message.text, message.entities, message.edit_date = text, entities.detected(text), self._account.clock()
        self._account.changed()
        self._account.updates.add("edited_message", message.as_json())

    def block(self) -> None:
        self._chat.blocked = True
        self._account.membership(self._chat, self._user, "member", "kicked")

    def group(self, title: str = "A group", *, privacy: bool = True) -> "Group":
        """A new group with this person in it, and not yet the bot."""
        chat_id = -1 - sum(not chat.private for chat in self._account.chats.values())
        chat = self._account.chats[chat_id] = ChatHistory({"id": chat_id, "title": title, "type": "group"})
        return Group(self._account, chat, self._user, privacy=privacy)


class Group(_Side):
    """A group chat. With privacy mode on, which is Telegram's default, the bot is shown commands only."""

    def __init__(self, account: Account, chat: ChatHistory, user: Json, *, privacy: bool) -> None:
        super().__init__(account, chat, user)
        self._privacy = privacy

    def add_bot(self) -> None:
        self._chat.known, self._chat.blocked, self._chat.left = True, False, False
        self._account.membership(self._chat, self._user, "left", "member")
        bot = self._account.bot
        self._say(extra={"new_chat_participant": bot, "new_chat_member": bot, "new_chat_members": [bot]})

    def remove_bot(self) -> None:
        self._chat.blocked = True
        self._account.membership(self._chat, self._user, "member", "kicked")

    def restrict_bot(self, *, is_member: bool = True) -> None:
        """Takes from the bot what members may do. A former member can be restricted as well."""
        if self._chat.shape["type"] != "supergroup":
            raise LookupError("only a supergroup restricts its members")
        self._chat.silenced, self._chat.left = True, not is_member
        self._account.membership(self._chat, self._user, "member", "restricted", is_member=is_member)

    def upgrade(self) -> "Group":
        """Makes it a supergroup, as Telegram does when a group gets too large or public. The group itself ends."""
        old, supergroup_id = self._chat, SUPERGROUPS + self.chat_id
        shape = old.shape | {"id": supergroup_id, "type": "supergroup"}
        new = self._account.chats[supergroup_id] = ChatHistory(shape, known=True)
        self._say(extra={"migrate_to_chat_id": supergroup_id})
        old.upgraded_to = supergroup_id
        supergroup = Group(self._account, new, self._user, privacy=self._privacy)
        supergroup._say(extra={"migrate_from_chat_id": old.id})
        return supergroup

    def type(self, text: str) -> int:
        present = self._chat.known and not self._chat.blocked and not self._chat.left
        readable = text.startswith("/") or not self._privacy
        return self._say(text, delivered=present and readable)
