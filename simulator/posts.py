"""Delivery by webhook: each update as a POST, and again until it was answered with 2xx.

None of it is in the documentation of the Bot API. It is what the server does (`WebhookActor`, `Client::add_update`):

- Updates go out in queues: the messages and edits of a chat, the presses of a person, the memberships of a chat. In
  each the next one follows when the one before it was answered. A press and a text of one chat may come together.
- At most `max_connections` posts are under way. An update that waits for its next try holds none.
- The server loads the oldest updates until there are twice as many queues as connections. However many a chat has
  waiting, they are one queue and delay no other chat.
- The second try comes at once, the next after pauses that double; with a `Retry-After` it comes when that says so.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from simulator.telegram import Telegram
from simulator.updates import Update, encoded

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LOADED = 2
"""Queues that are loaded, for each connection."""
LONGEST_PAUSE = 60.0
"""Seconds between tries; the server draws up to twice as many."""
LONGEST_WAIT = 3600.0
"""The longest `Retry-After` in seconds."""

Queue = tuple[str, Any]

Post = Callable[[str, Update, dict[str, str]], Awaitable[tuple[int, float]]]
"""Returns the status, and the seconds of a `Retry-After` or 0."""


async def posted(client: httpx.AsyncClient, url: str, update: Update, headers: dict[str, str]) -> tuple[int, float]:
    """A `Post` over the network."""
    headers |= {"Content-Type": "application/json"}
    answer = await client.post(url, content=encoded(update), headers=headers)
    said = answer.headers.get("Retry-After", "")
    return answer.status_code, float(said) if said.isdecimal() else 0.0


@dataclass
class Delivery:
    """Posts updates to the webhook, as long as one is set."""

    telegram: Telegram
    post: Post
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _loaded: dict[Queue, deque[Update]] = field(default_factory=dict)
    _busy: dict[Queue, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        try:
            while True:
                news = asyncio.ensure_future(self.telegram.updates.arrival.heard())
                self._begin()
                try:
                    await asyncio.wait({news, *self._busy.values()}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    news.cancel()
                self._busy = {queue: task for queue, task in self._busy.items() if not task.done()}
        finally:
            for task in self._busy.values():
                task.cancel()

    def _begin(self) -> None:
        telegram = self.telegram
        if telegram.connection_lost or not telegram.webhook.url:
            return
        self._load()
        for queue, updates in self._loaded.items():
            if queue not in self._busy:
                self._busy[queue] = asyncio.create_task(self._deliver(updates[0]))

    def _load(self) -> None:
        """Drop what is not to be delivered any more, and load what comes next."""
        waiting = {id(update): update for update in self.telegram.updates.waiting()}
        for queue, updates in [*self._loaded.items()]:
            self._loaded[queue] = deque(update for update in updates if waiting.pop(id(update), None))
            if not self._loaded[queue]:
                del self._loaded[queue]
        for update in waiting.values():
            if len(self._loaded) >= LOADED * self.telegram.webhook.max_connections:
                return
            self._loaded.setdefault(queue_of(update), deque()).append(update)

    async def _deliver(self, update: Update) -> None:
        failures, doubled = 0, 1.0
        while (hook := self.telegram.webhook).url and not self.telegram.connection_lost:
            headers = {HEADER: hook.secret_token} if hook.secret_token else {}
            wait = 0.0
            try:
                async with hook.connections:
                    status, wait = await self.post(hook.url, update, headers)
            except (OSError, httpx.HTTPError):
                status = None
            if status is not None and httpx.codes.is_success(status):
                self.telegram.updates.confirm(update["update_id"])
                return
            reason = "Connection failed" if status is None else f"Wrong response from the webhook: {status}"
            hook.last_error = (self.telegram.clock(), reason)
            if not wait and failures:
                doubled = min(doubled * 2, LONGEST_PAUSE)
                wait = doubled
            failures += 1
            await self.pause(min(wait, LONGEST_WAIT))


def queue_of(update: Update) -> Queue:
    """The queue of an update. Of other kinds, and of other shapes, each has its own."""
    match update:
        case {"message": {"chat": {"id": chat}}} | {"edited_message": {"chat": {"id": chat}}}:
            return "messages", chat
        case {"callback_query": {"from": {"id": person}}}:
            return "presses", person
        case {"my_chat_member": {"chat": {"id": chat}}}:
            return "memberships", chat
    return "update", update["update_id"]
