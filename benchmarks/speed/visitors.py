"""Many visitors at once: each sees a page of the bot, presses one of its buttons and waits.

They press buttons of the page that the bot drew last. A tap is over when the bot has answered the callback and has
edited the page. An update looks as Telegram's: the whole message with its text and its keyboard comes along.
"""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.speed.fields import Parameters

ID = 5_000_000_000
"""The id of the first chat, as long as today's ids."""
QUERIES = 10**9
"""The id of a callback query is that of its chat times this, plus a number: as long as Telegram's, and unique."""
NOW = int(time.time())
KNOWN_PAGES = 20_000

_START = (
    b'{"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Visitor",'
    b'"language_code":"nl"},"chat":{"id":%d,"first_name":"Visitor","type":"private"},"date":%d,"text":"/start",'
    b'"entities":[{"offset":0,"length":6,"type":"bot_command"}]}}'
)
_TAP = (
    b'{"update_id":%d,"callback_query":{"id":"%d","from":{"id":%d,"is_bot":false,"first_name":"Visitor",'
    b'"language_code":"nl"},"message":%b,"chat_instance":"%d","data":%b}}'
)
_MESSAGE = (
    b'{"message_id":%d,"from":{"id":123456,"is_bot":true,"first_name":"Bot","username":"a_bot"},'
    b'"chat":{"id":%d,"first_name":"Visitor","type":"private"},"date":%d,"edit_date":%d,"text":%b,"reply_markup":%b}'
)


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page in a chat: text and keyboard as JSON, and the data of its buttons, as JSON too."""

    text: bytes
    keyboard: bytes
    buttons: tuple[bytes, ...]


class DrawnPages:
    """Reads what a bot sends; the same bytes are read once."""

    def __init__(self, avoid: str) -> None:
        self._avoid = tuple(avoid.split())
        self._known: dict[tuple[bytes, bytes], DrawnPage] = {}

    def read(self, given: Parameters) -> DrawnPage:
        key = given.raw["text"], given.raw.get("reply_markup", b"")
        page = self._known.get(key)
        if page is None:
            if len(self._known) >= KNOWN_PAGES:  # some bots number every keyboard
                self._known.clear()
            page = self._known[key] = self._page(given.text("text"), given.text("reply_markup") or "{}")
        return page

    def _page(self, text: str, keyboard: str) -> DrawnPage:
        rows = json.loads(keyboard).get("inline_keyboard", [])
        carried = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        pressed = [data for data in carried if not data.endswith(self._avoid)]
        return DrawnPage(
            json.dumps(text).encode(), keyboard.encode(), tuple(json.dumps(data).encode() for data in pressed)
        )


class VisitorChat:
    """A visitor, and the tap that is under way. Times in seconds."""

    __slots__ = ("answered", "edited", "handed", "id", "message_id", "page", "pressed", "queries")

    def __init__(self, number: int) -> None:
        self.id = ID + number
        self.message_id = 1
        self.page: DrawnPage | None = None
        self.queries = 0
        self.answered = self.edited = True
        self.pressed = self.handed = 0.0

    def shown(self) -> bytes:
        """The page in the chat, as Telegram shows it."""
        assert self.page  # noqa: S101 - asked for after one was sent
        return _MESSAGE % (self.message_id, self.id, NOW, NOW, self.page.text, self.page.keyboard)


Bring = Callable[[int, bytes, VisitorChat], None]
"""Puts an update with its id where the bot gets it from."""


class Visitors:
    """All chats. `done` is called with each chat whose tap, or whose start, is over; `finished` counts them."""

    def __init__(self, bring: Bring, avoid: str = "", seed: int = 1) -> None:
        self.pages = DrawnPages(avoid)
        self.chats: dict[int, VisitorChat] = {}
        self.done: Callable[[VisitorChat], None] = lambda chat: None
        self.finished = 0
        self._bring = bring
        self._random = random.Random(seed)  # noqa: S311 - a load, not a secret
        self._updates = 100_000_000

    def newcomer(self) -> VisitorChat:
        chat = VisitorChat(len(self.chats))
        self.chats[chat.id] = chat
        return chat

    def start(self, chat: VisitorChat) -> None:
        """The visitor sends /start."""
        self._updates += 1
        chat.message_id += 1
        number = chat.message_id
        self._bring(self._updates, _START % (self._updates, number, chat.id, chat.id, NOW), chat)

    def press(self, chat: VisitorChat, at: float) -> None:
        """The visitor presses a button of their page, at this moment."""
        assert chat.page  # noqa: S101 - there is nothing to press without one
        self._updates += 1
        chat.queries += 1
        chat.answered = chat.edited = False
        chat.pressed, chat.handed = at, 0.0
        query, data = chat.id * QUERIES + chat.queries, self._random.choice(chat.page.buttons)
        update = _TAP % (self._updates, query, chat.id, chat.shown(), chat.id, data)
        self._bring(self._updates, update, chat)

    def sent(self, chat_id: int, page: DrawnPage) -> bytes:
        """The bot sends a page; returns the message."""
        chat = self.chats[chat_id]
        first = chat.page is None
        chat.message_id += 1
        chat.page = page
        if first and page.buttons:
            self._finish(chat)
        return chat.shown()

    def answered(self, query: int) -> bool:
        """The bot answers a callback. False when it is not the tap that is under way."""
        chat = self.chats.get(query // QUERIES)
        if chat is None or chat.answered or query % QUERIES != chat.queries:
            return False
        chat.answered = True
        if chat.edited:
            self._finish(chat)
        return True

    def edited(self, chat_id: int, message_id: int, page: DrawnPage) -> bytes | None:
        """The bot draws another page; returns the message. None when it is not the page of the visitor."""
        chat = self.chats.get(chat_id)
        if chat is None or chat.page is None or message_id != chat.message_id:
            return None
        chat.page = page
        if not chat.edited:
            chat.edited = True
            if chat.answered:
                self._finish(chat)
        return chat.shown()

    def _finish(self, chat: VisitorChat) -> None:
        self.finished += 1
        self.done(chat)
