"""A Bot API that accepts everything at once: the calls that bots make when they start and answer, and no checks.

The simulator is strict and slow; this is neither, so that a bot is measured and not its Telegram.
"""

import asyncio
import json
import time
from typing import Any

from benchmarks.speed.fields import FormParameters, JsonParameters, Parameters
from benchmarks.speed.intake import Polled, Pushed
from benchmarks.speed.visitors import VisitorChat, Visitors
from benchmarks.speed.wire import Answer

YES = b'{"ok":true,"result":true}'
NOT_YOURS = b'{"ok":false,"error_code":400,"description":"Bad Request: message can\'t be edited"}'
UNREADABLE = b'{"ok":false,"error_code":400,"description":"Bad Request: this stand-in reads forms and JSON only"}'

AT_START: dict[str, Any] = {
    "getMe": {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "a_bot"},
    "getMyName": {"name": ""},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getMyCommands": [],
}
"""Answers to what a bot may ask before it begins. Nothing is set; what is set now is accepted and forgotten."""


class Api:
    """Every call of the bot. `delay` is the time in seconds that each answer takes."""

    def __init__(self, avoid: str = "") -> None:
        self.delay = 0.0
        self.calls = 0
        self.polled = Polled()
        self.hook: Pushed | None = None
        self.visitors = Visitors(self._bring, avoid)
        self._ready: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    async def ready(self) -> float:
        """Wait until the bot first asks for updates, or says where to bring them; returns when that was."""
        return await asyncio.shield(self._ready)

    def serve(self, path: bytes, kind: bytes, body: bytes, answer: Answer) -> None:
        """A request to /bot<token>/<method>."""
        address, _, asked = path.partition(b"?")
        method = address.rpartition(b"/")[2].decode()
        if self.delay:
            answer = self._late(answer)
        if kind == b"application/json":
            given: Parameters = JsonParameters(body or b"{}")
        elif kind in {b"application/x-www-form-urlencoded", b"application/octet-stream", b""}:
            given = FormParameters(body or asked)
        else:
            answer(UNREADABLE)
            return
        self.calls += 1
        if method in {"getUpdates", "setWebhook"} and not self._ready.done():
            self._ready.set_result(time.monotonic())
        if method == "getUpdates":
            self.polled.poll(given.number("offset"), given.number("timeout"), answer)
        else:
            answer(self._done(method, given))

    def _late(self, answer: Answer) -> Answer:
        """The same answer, not before the delay is over. A poll that waited longer waits no more."""
        loop = asyncio.get_running_loop()
        soonest = loop.time() + self.delay
        return lambda body: loop.call_at(soonest, answer, body)

    def _done(self, method: str, given: Parameters) -> bytes:
        """Do what is asked; returns the answer."""
        visitors = self.visitors
        match method:
            case "answerCallbackQuery":
                visitors.answered(given.number("callback_query_id"))
            case "editMessageText":
                message = visitors.edited(
                    given.number("chat_id"), given.number("message_id"), visitors.pages.read(given)
                )
                return NOT_YOURS if message is None else b'{"ok":true,"result":%b}' % message
            case "sendMessage":
                return b'{"ok":true,"result":%b}' % visitors.sent(given.number("chat_id"), visitors.pages.read(given))
            case "setWebhook":
                self.hook = Pushed(
                    given.text("url"), given.text("secret_token"), given.number("max_connections") or 40, self._called
                )
            case "getWebhookInfo":
                url = self.hook.url if self.hook else ""
                return _yes({"url": url, "has_custom_certificate": False, "pending_update_count": 0})
            case _ if method in AT_START:
                return _yes(AT_START[method])
        return YES

    def _bring(self, update_id: int, update: bytes, chat: VisitorChat) -> None:
        (self.hook or self.polled).bring(update_id, update, chat)

    def _called(self, body: bytes) -> None:
        """A call in the answer of a webhook. Its result goes nowhere."""
        self.calls += 1
        given = JsonParameters(body)
        self._done(given.text("method"), given)


def _yes(result: Any) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()
