"""Whatever bytes an update has, it is read by itself, and those around it are answered.

A poll brings a few good updates and one of made-up bytes; it goes on until all are confirmed, as the offset moves over
what was read. The webhook is given made-up bytes, and a good update after each of them. `python -m benchmarks.fuzz`
runs it.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import httpx

from bot.api.events import Event
from bot.api.update import Update, read_batch
from bot.delivery.queues import ChatQueues
from bot.delivery.webhook_app import LARGEST, SECRET_HEADER, WebhookApp
from bot.ops.settings import Hook

HOOK = Hook("http://127.0.0.1/hook", "only-here", "127.0.0.1", 80)
AROUND = 4
"""Good updates on either side of a bad one."""
MOST_POLLS = 2 * AROUND + 4


@dataclass
class FuzzFigures:
    """The results, by kind of input."""

    tried: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    raised: Counter[str] = field(default_factory=Counter)
    reflected: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    """Good updates that were never read, for what came along with them."""
    errors: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        return not (self.raised.total() or self.reflected.total() or self.lost.total())

    def note_raised(self, kind: str, error: Exception) -> None:
        self.raised[kind] += 1
        self.errors[repr(error)[:100]] += 1

    def note_time(self, kind: str, begin: float) -> None:
        self.slowest[kind] = max(self.slowest.get(kind, 0.0), time.perf_counter() - begin)

    def table(self) -> str:
        head = f"{'input':<18}{'tried':>10}{'skipped':>10}{'RAISED':>10}{'REFLECTED':>11}{'LOST':>8}{'slowest':>12}"
        rows = [
            f"{kind:<18}{n:>10}{self.unreadable[kind]:>10}{self.raised[kind]:>10}{self.reflected[kind]:>11}"
            f"{self.lost[kind]:>8}{self.slowest.get(kind, 0) * 1000:>9.1f} ms"
            for kind, n in self.tried.items()
        ]
        errors = [f"{n} x {error}" for error, n in self.errors.most_common(20)]
        return "\n".join([head, *rows, *errors, f"{self.seconds:.0f} seconds in all"])


class ByteFuzz:
    """One run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - noise, not a secret
        self._number = 1_000
        self._kinds: tuple[Callable[[], bytes], ...] = (
            self._deep,
            self._surrogates,
            self._no_utf8,
            self._numbers,
            self._another_type,
            self._flipped,
            self._noise,
        )
        self.figures = FuzzFigures()

    async def run(self, polls: int, posts: int) -> FuzzFigures:
        begin = time.perf_counter()
        for _ in range(polls):
            self._poll()
        handler = _Noting()
        queues = ChatQueues(handler)
        app = WebhookApp(queues, HOOK, lambda: datetime.now(UTC))
        transport = httpx.ASGITransport(app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, headers={SECRET_HEADER: HOOK.secret}) as client:
            for _ in range(posts):
                await self._post(client, handler)
        await queues.drained(10)
        self.figures.seconds = time.perf_counter() - begin
        return self.figures

    # The input

    def _message(self) -> dict[str, Any]:
        chat = {"id": self._number, "type": "private"}
        return {"message_id": self._number, "date": 1, "chat": chat, "text": "words", "photo": [{"width": 1}]}

    def _good(self) -> tuple[int, bytes]:
        self._number += 1
        return self._number, json.dumps({"update_id": self._number, "message": self._message()}).encode()

    def _bad(self) -> tuple[int, bytes]:
        """The number stays as it is: Telegram writes it first."""
        self._number += 1
        return self._number, b'{"update_id": %d, %b' % (self._number, self._random.choice(self._kinds)())

    def _deep(self) -> bytes:
        depth = self._random.choice([10, 500, 1_000, 5_000, 50_000])
        open_, close = self._random.choice([(b"[", b"]"), (b'{"a":', b"}"), (b'[{"a":', b"}]")])
        where = self._random.choice([b'"message":', b'"message":{"photo":', b'"message":{"rich_message":', b'"new":'])
        return where + open_ * depth + b"1" + close * depth + b"}" * where.count(b"{") + b"}"

    def _surrogates(self) -> bytes:
        halves = self._random.choice([b"\\ud800", b"\\udfff", b"\\udc00\\ud800", b"\\ud83d", b"\xed\xa0\x80"])
        return b'"message":{"text":"%b%b"}}' % (b"a" * self._random.randrange(9), halves)

    def _no_utf8(self) -> bytes:
        noise = self._random.randbytes(self._random.randrange(1, 40)).replace(b'"', b"").replace(b"\\", b"")
        return b'"%b":"%b"}' % self._random.choice([(b"message", noise), (noise, b"x")])

    def _numbers(self) -> bytes:
        number = self._random.choice(
            [b"1e999", b"-1e999", b"9" * 5_000, b"NaN", b"-Infinity", b"0x10", b"01", b"1.", b"-"]
        )
        return b'"message":{"message_id":%b}}' % number

    def _another_type(self) -> bytes:
        message = self._message()
        name = self._random.choice(list(message))
        message[name] = self._random.choice([None, True, -1, 1.5, "", [], {}, [[]], {"id": {}}, 10**30, "x" * 100_000])
        return json.dumps({"message": message}).encode()[1:]

    def _flipped(self) -> bytes:
        """A good one with a few bytes changed, taken away, or put in."""
        wire = bytearray(json.dumps({"message": self._message()}).encode()[1:])
        for _ in range(self._random.randrange(1, 6)):
            at = self._random.randrange(len(wire))
            wire[at : at + self._random.randrange(3)] = self._random.randbytes(self._random.randrange(3))
        return bytes(wire)

    def _noise(self) -> bytes:
        return self._random.randbytes(self._random.choice([0, 1, 100, 10_000]))

    # What becomes of it

    def _poll(self) -> None:
        kind = "poll"
        self.figures.tried[kind] += 1
        good = [self._good() for _ in range(AROUND)]
        bad = self._bad()
        waiting = [*good, bad, *(after := [self._good() for _ in range(AROUND)])]
        answered: set[int] = set()
        began = time.perf_counter()
        try:
            for _ in range(MOST_POLLS):
                found = read_batch(b'{"ok":true,"result":[%b]}' % b",".join(wire for _, wire in waiting))
                answered |= {update.update_id for update in found if isinstance(update, Update)}
                offset = max((update.update_id for update in found), default=0) + 1
                waiting = [(number, wire) for number, wire in waiting if number >= offset]
                if not waiting:
                    break
        except Exception as error:
            self.figures.note_raised(kind, error)
        self.figures.unreadable[kind] += bad[0] not in answered
        self.figures.lost[kind] += len({number for number, _ in good + after} - answered)
        self.figures.note_time(kind, began)

    async def _post(self, client: httpx.AsyncClient, handler: _Noting) -> None:
        kind = "post"
        self.figures.tried[kind] += 1
        body = self._bad()[1] if self._random.randrange(10) else self._large()
        began = time.perf_counter()
        try:
            status = (await client.post(HOOK.url, content=body)).status_code
        except Exception as error:
            self.figures.note_raised(kind, error)
        else:
            wanted = HTTPStatus.OK if len(body) <= LARGEST else HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            if status != wanted:
                self.figures.note_raised(kind, AssertionError(f"{status} for {len(body)} bytes"))
        self.figures.note_time(kind, began)
        number, good = self._good()
        await client.post(HOOK.url, content=good)
        self.figures.lost[kind] += number not in handler.answered
        handler.answered.clear()

    def _large(self) -> bytes:
        """About as large as is taken at most; what it holds may be a text, or nothing."""
        self._number += 1
        size = LARGEST + self._random.choice([-200, 0, 1])
        letter = self._random.choice([b" ", b"a", b"\\u0001", b"\xff", b"["])
        wire = b'{"update_id": %d, "message": {"text": "' % self._number
        return (wire + letter * size)[:size]


class _Noting:
    """A handler that notes which updates it was given."""

    def __init__(self) -> None:
        self.answered: set[int] = set()

    async def handle(self, event: Event) -> None:
        self.answered.add(event.update_id)

    async def skip(self, event: Event) -> None:
        await self.handle(event)

    async def ask_to_retry(self, event: Event) -> None:
        await self.handle(event)
