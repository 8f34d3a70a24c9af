"""Delivery by webhook: each update as a POST, and again until it was answered with 200.

The second try comes at once, the next after pauses that double; with a `Retry-After` it comes when that says so.
None of it is in the documentation of the Bot API: it is what the server does.
"""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import httpx

from simulator.telegram import Telegram
from simulator.updates import Update

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE = 60.0
"""Seconds between tries; the real one draws up to twice as many."""
LONGEST_WAIT = 3600.0
"""Seconds that are waited because a `Retry-After` said so."""

Post = Callable[[str, Update, dict[str, str]], Awaitable[tuple[int, float]]]
"""Returns the status, and the seconds of a `Retry-After` or 0."""


class Delivery:
    """Brings what waits to the webhook, as long as one is set.

    As the real one does it: several chats at once, within a chat one after the other.
    """

    def __init__(
        self, telegram: Telegram, *, post: Post | None = None, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._telegram = telegram
        self._post = post
        self._pause = pause
        self._busy: dict[Any, asyncio.Task[None]] = {}

    async def run(self) -> None:
        if self._post is not None:
            return await self._run(self._post)
        async with httpx.AsyncClient(timeout=60.0) as client:

            async def post(url: str, update: Update, headers: dict[str, str]) -> tuple[int, float]:
                answer = await client.post(url, json=update, headers=headers)
                said = answer.headers.get("Retry-After", "")
                return answer.status_code, float(said) if said.isdecimal() else 0.0

            return await self._run(post)

    async def _run(self, post: Post) -> None:
        try:
            while True:
                news = asyncio.ensure_future(self._telegram.updates.arrival.heard())
                self._begin(post)
                try:
                    await asyncio.wait({news, *self._busy.values()}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    news.cancel()
                self._busy = {chat: task for chat, task in self._busy.items() if not task.done()}
        finally:
            for task in self._busy.values():
                task.cancel()

    def _begin(self, post: Post) -> None:
        if self._telegram.connection_lost or not self._telegram.webhook.url:
            return
        for update in self._telegram.updates.waiting():
            if len(self._busy) >= self._telegram.webhook.max_connections:
                return
            chat = _chat(update)
            if chat not in self._busy:
                self._busy[chat] = asyncio.create_task(self._deliver(post, update))

    async def _deliver(self, post: Post, update: Update) -> None:
        failures, doubled = 0, 1.0
        while (hook := self._telegram.webhook).url and not self._telegram.connection_lost:
            headers = {HEADER: hook.secret_token} if hook.secret_token else {}
            wait = 0.0
            try:
                status, wait = await post(hook.url, update, headers)
            except (OSError, httpx.HTTPError):
                status = None
            if status is not None and HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
                self._telegram.updates.confirm(update["update_id"])
                return
            reason = "Connection failed" if status is None else f"Wrong response from the webhook: {status}"
            hook.last_error = (self._telegram.clock(), reason)
            if not wait and failures:
                doubled = min(doubled * 2, LONGEST_PAUSE)
                wait = doubled
            failures += 1
            await self._pause(min(wait, LONGEST_WAIT))


def _chat(update: Update) -> Any:
    """What keeps updates in order: those of one chat wait for each other."""
    for content in update.values():
        if isinstance(content, dict):
            message = content.get("message", content)
            if isinstance(message, dict) and "id" in (chat := message.get("chat") or {}):
                return chat["id"]
    return ("no chat", update["update_id"])
