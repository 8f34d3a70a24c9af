"""The simulated Telegram: chats, a queue and a strict Bot API, without network or threads.

The bot's side is `call()`, which answers as api.telegram.org would; the visitor's side is `phone()`.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from simulator import refusals
from simulator.account import Account
from simulator.chats import Json
from simulator.faults import Faults, Kind, raw
from simulator.methods import Methods
from simulator.refusals import Refused, error
from simulator.updates import Update
from simulator.visitor import Phone

CALLS_REMEMBERED = 10_000


class ConnectionLost(Exception):
    """The call never reached Telegram: each transport fails in its own manner."""


class ApiCall(NamedTuple):
    """One call of the bot, for tests that check what it did."""

    method: str
    params: Json
    ok: bool


class Telegram(Account):
    """Both sides of every chat of one bot, and what can go wrong between them."""

    def __init__(
        self, clock: Callable[[], datetime], token: str, *, name: str = "Bot", username: str = "a_bot"
    ) -> None:
        super().__init__(clock, token, name, username)
        self.faults = Faults(clock)
        self.calls: deque[ApiCall] = deque(maxlen=CALLS_REMEMBERED)
        self._methods = Methods(self)
        self._connection_lost = False
        self._planned: defaultdict[str, deque[Json]] = defaultdict(deque)

    # The visitor's side, and the switches of a demo or a test

    def phone(self, user_id: int, language_code: str | None = "nl", *, first_name: str = "Visitor") -> Phone:
        """A phone that has found the bot, but not yet pressed START."""
        return Phone(self, user_id, language_code, first_name)

    @property
    def connection_lost(self) -> bool:
        """While True no call of the bot gets through, nor does an update get out: they wait."""
        return self._connection_lost

    @connection_lost.setter
    def connection_lost(self, lost: bool) -> None:
        self._connection_lost = lost
        self.updates.arrival.ring()
        self.changed()

    def answer_next(self, method: str, *answers: Json) -> None:
        """Plans the next answers to a method, instead of the true ones: a 429, a 502, whatever Telegram may do."""
        self._planned[refusals.CANONICAL[method.lower()]].extend(answers)

    async def elsewhere(self, method: str, params: Mapping[str, Any]) -> Json:
        """A call by another program that has the token. It is not among `calls`, which are those of our bot."""
        return await self._answer(refusals.CANONICAL[method.lower()], params)

    # The Bot API

    async def respond(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> tuple[int, bytes]:
        """Status and body of one request, with whatever goes wrong on the way.

        Raises ConnectionLost when it never came here, AnswerLost or NoAnswer when nothing goes back.
        """
        self._connected()
        name = refusals.CANONICAL.get(method.lower())
        fault = self.faults.next(name, params) if name else None
        if fault is None:
            return raw(await self.call(method, params, token=token))
        if not fault.carried_out:
            self.calls.append(ApiCall(name or method, dict(params), ok=False))
            return fault.answer(None)
        if fault.kind is Kind.SLOW:
            await asyncio.sleep(fault.seconds)
        return fault.answer(await self.call(method, params, token=token))

    async def call(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> Json:
        """Telegram's answer to one request, as the JSON it would send."""
        self._connected()
        name = refusals.CANONICAL.get(method.lower())
        if token is not None and token != self.token:
            return error(401, "Unauthorized")
        if name is None:
            self.calls.append(ApiCall(method, dict(params), ok=False))
            return error(404, "Not Found")
        answer = self._planned[name].popleft() if self._planned[name] else await self._answer(name, params)
        self.calls.append(ApiCall(name, dict(params), bool(answer["ok"])))
        return answer

    def _connected(self) -> None:
        if self.connection_lost:
            raise ConnectionLost

    async def _answer(self, method: str, params: Mapping[str, Any]) -> Json:
        try:
            given = refusals.parameters(method, params)
            if method == "getUpdates":
                return {"ok": True, "result": await self._get_updates(given)}
            if method in {"setWebhook", "deleteWebhook"}:
                return {"ok": True, "result": True, "description": self._methods.set_webhook(given)}
            return {"ok": True, "result": self._methods[method](given)}
        except Refused as refused:
            return error(refused.code, refused.description, **refused.parameters)

    async def _get_updates(self, given: Json) -> list[Update]:
        if self.webhook.url:
            raise Refused(refusals.WEBHOOK_ACTIVE, 409)
        self.updates.allow(given.get("allowed_updates"))
        offset, limit, timeout = given.get("offset", 0), given.get("limit", 100), given.get("timeout", 0)
        return self.faults.delivered(await self.updates.poll(offset, limit, timeout, self._connected))
