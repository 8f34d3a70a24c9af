"""A simulated Telegram that notes what the bot still owes to whom, and what benchmarks do in its chats."""

import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from statistics import quantiles
from typing import Any

from bot.api.events import WIPE
from bot.chat.pages import Pages
from bot.chat.tap import Tap
from simulator.chats import Json
from simulator.clock import Clock
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN

CANARY = "kanarie-7f3a9c"
"""Part of every typed text, and of nothing that the bot writes."""

Owed = tuple[str, int | str]
"""What waits for an answer: a pressed button by its query, or a message as chat/number."""


class Watched(Telegram):
    """Notes unanswered presses and messages. A press is answered when its waiting mark is gone; a message when it was
    taken away, which is the last step of its answer, and a page was sent since (a wipe is answered without one)."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock, TOKEN, username="a_bot")
        self.owed: dict[Owed, float] = {}
        self.in_flight: set[int] = set()
        """Chats with a page in answer to messages of which none was taken away yet."""
        self.second_pages: Counter[int] = Counter()
        """Pages that were sent while the chat was among those."""
        self.answered = 0
        self.answered_words: dict[int, float] = {}
        """When a message of a chat was last answered."""
        self.wipes: set[Owed] = set()
        self.deleted_many = 0.0
        """When several messages were last deleted in one call, as a sweep does."""
        self._sent: dict[int, float] = {}
        self._taken: set[Owed] = set()
        self.slowest = 0.0
        """The longest wait for an answer, in seconds."""
        self.gone: set[Owed] = set()
        """What a killed process took with it: it will never be answered."""

    async def call(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> Json:
        answer = await super().call(method, params, token=token)
        if answer["ok"]:
            self._note(method, params)
        return answer

    def _note(self, method: str, params: Mapping[str, Any]) -> None:
        if method == "answerCallbackQuery":
            self._settle(("tap", str(params["callback_query_id"])))
        elif method == "deleteMessage":
            self._take_away(int(params["chat_id"]), [int(params["message_id"])])
        elif method == "deleteMessages":
            self.deleted_many = time.monotonic()
            self._take_away(int(params["chat_id"]), params["message_ids"])
        elif method == "sendMessage":
            chat = int(params["chat_id"])
            self._sent[chat] = time.monotonic()
            for owed in [one for one in self._taken if chat_of(one) == chat]:
                self._taken.discard(owed)
                self._settle(owed)
            self.second_pages[chat] += chat in self.in_flight
            if any(not message.from_bot for message in self.chats[chat].messages.values()):
                self.in_flight.add(chat)

    def _take_away(self, chat: int, numbers: Sequence[int]) -> None:
        """A sweep after a restart may come before the answer."""
        for owed in (message_of(chat, number) for number in numbers):
            if owed in self.owed:
                self.in_flight.discard(chat)
            if owed in self.wipes or self._sent.get(chat, 0.0) >= self.owed.get(owed, 0.0):
                self._settle(owed)
            elif owed in self.owed:
                self._taken.add(owed)

    def _settle(self, owed: Owed) -> None:
        since = self.owed.pop(owed, None)
        if since is not None:
            now = time.monotonic()
            self.answered += 1
            self.slowest = max(self.slowest, now - since)
            if owed[0] == "message":
                self.answered_words[chat_of(owed)] = now


def percentile(share: int, took: Sequence[float]) -> float:
    """So many in a hundred took no longer than this. None took longer than the longest that was measured."""
    return quantiles(took, n=100, method="inclusive")[share - 1]


def message_of(chat: int, number: int) -> Owed:
    return "message", f"{chat}/{number}"


def chat_of(owed: Owed) -> int:
    return int(str(owed[1]).partition("/")[0])


def owed_for(update: Json) -> Owed | None:
    """The answer that the bot owes for an update, if it owes one."""
    if query := update.get("callback_query"):
        return ("tap", str(query["id"])) if "id" in query else None
    message = update.get("message")
    if isinstance(message, dict) and "text" in message and "chat" in message:
        return message_of(message["chat"]["id"], message["message_id"])
    return None


def choices(phone: Phone) -> list[str]:
    """The data of the buttons on the page, without the wipe, after which nothing is left to press, and without the
    reading mode, in which each page is a new message."""
    carried = [
        button["callback_data"] for row in phone.screen["keyboard"] for button in row if "callback_data" in button
    ]
    taps = {data: Tap.unpack(data) for data in carried if not data.endswith(f"|{WIPE}")}
    return [data for data, tap in taps.items() if not (tap and tap.aloud)]


def shows(pages: Pages, message: Json, data: str) -> bool:
    """Whether this is the page that the button leads to. The titles are compared: other lines change with the hour."""
    title = pages.opened_by(Tap.unpack(data), datetime.now(UTC)).text.partition("\n")[0]
    return str(message["text"]).partition("\n")[0] == unescape(re.sub(r"<[^>]*>", "", title))
