"""python-telegram-bot's own seam for the network, filled with the simulator: the real `Bot`, and no HTTP."""

import json
from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from simulator.faults import AnswerLost, NoAnswer
from simulator.telegram import ConnectionLost, Telegram


class InProcess(BaseRequest):
    """Hands every request to the simulated Telegram, and its answer back as status and bytes."""

    def __init__(self, telegram: Telegram, *, read_timeout: float | None = 5.0) -> None:
        self._telegram = telegram
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_named: Any
    ) -> tuple[int, bytes]:
        # https://api.telegram.org/bot<token>/<method>, possibly with a query
        token, _, called = url.partition("?")[0].rpartition("/bot")[2].partition("/")
        params = json.loads(request_data.json_payload) if request_data is not None else {}
        try:
            status, body = await self._telegram.respond(called, params, token=token)
        except (ConnectionLost, AnswerLost):
            raise NetworkError("the connection is lost") from None
        except NoAnswer:
            raise TimedOut from None
        if self._telegram.faults.done:
            status = _told_by_the_body(status, body)
        return status, body


def _told_by_the_body(status: int, body: bytes) -> int:
    """As a careful client does: a body that cannot be read is no answer, and "ok" counts more than the status."""
    try:
        answer = json.loads(body)
    except ValueError:
        raise NetworkError("unreadable answer") from None
    return status if answer["ok"] else int(answer["error_code"])
