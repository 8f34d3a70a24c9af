"""Any input is answered with a page, and nothing of the input is on it.

    python -m benchmarks.fuzz [--seed 1] [--quick]

Button payloads go to the pages; texts, start payloads and mutated updates go to the handler, as updates that Telegram
could deliver. An update that cannot be read counts as skipped, as it does in the queues. Bytes go to the intake: see
`benchmarks/fuzz_bytes.py`.
"""

import argparse
import asyncio
import copy
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from benchmarks.fuzz_bytes import ByteFuzz, FuzzFigures
from bot import app
from bot.api.client import Client
from bot.api.events import understand
from bot.api.update import Update, read
from bot.chat.handlers import GuideHandler
from bot.chat.pages import Page, Pages
from bot.chat.tap import Tap
from bot.ops.settings import Settings
from listening import listener

MOMENT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
MARK = "q7Zk"
"""Part of all made-up input, so that it is recognised in the output. No page of ours has it."""

NASTY = (
    "\0", "\n", "\r\n", "\u202e", "\u200b", "\ufeff", "💥", "é", "|", "||", "<b>", "</b>", "&", "&amp;", "'", '"',
    "%s", "%(x)s", "{0}", "{0.__class__}", "$(id)", "`id`", "../", "..\\", "' OR 1=1 --", "=cmd()", "\x1b[31m",
    "\ud800", "1|nl", "wipe", "/start", "/wis", "@", "१", "ﬀ", "Z̷̧̢", "\t", "a" * 64, "-1", "9" * 30, "null",
)  # fmt: skip
"""Strings that broke other programs."""


class Accepting(BaseRequest):
    """A Telegram that accepts every call at once, and keeps the texts it was given."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self._number = 100

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_named: Any
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        if request_data is not None:
            self.sent.append(json.loads(request_data.json_payload).get("text", ""))
        result: Any = True
        if called == "getMe":
            result = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "a_bot"}
        elif called == "sendMessage":
            self._number += 1
            result = {"message_id": self._number, "date": 1, "chat": {"id": 5, "type": "private"}}
        return 200, json.dumps({"ok": True, "result": result}).encode()


class Fuzz:
    """One run over everything."""

    def __init__(self, pages: Pages, seed: int) -> None:
        self._pages = pages
        self._random = random.Random(seed)  # noqa: S311 - noise, not a secret
        self._request = Accepting()
        self._bot = Client("1:fuzz", request=self._request, get_updates_request=Accepting())
        self._handler = GuideHandler(self._bot, pages, lambda: MOMENT, listener.read())
        self._handler.one_page.at_first = 0
        guide = pages.guide
        self._names = [*guide.screens, *guide.triggers, *pages.locales, *pages.campaigns, "u", "c", "uc", "1", ""]
        self._buttons = list(self._real_buttons())
        self._number = 0
        self.figures = FuzzFigures()

    def _real_buttons(self) -> Iterator[str]:
        for visit in self._pages.guide.reachable:
            page = self._pages.show(visit, "nl", "", MOMENT)
            for row in page.keyboard:
                yield from (str(button.callback_data) for button in row if button.callback_data)

    async def run(self, payloads: int, texts: int, starts: int, mutated: int) -> FuzzFigures:
        begin = time.perf_counter()
        await self._bot.initialize()
        for _ in range(payloads):
            self._payload(self._made_up_payload())
        for _ in range(texts):
            await self._update("text", self._message(self._made_up_text()))
        for _ in range(starts):
            await self._update("start payload", self._message(f"/start {self._noise(6)}{MARK}{self._noise(6)}"))
        for _ in range(mutated):
            await self._update("mutated update", self._mutated())
        self.figures.seconds = time.perf_counter() - begin
        return self.figures

    # What goes in

    def _noise(self, most: int) -> str:
        pick = self._random
        pieces: list[Callable[[], str]] = [
            lambda: pick.choice(NASTY),
            lambda: pick.choice(self._names),
            lambda: chr(pick.randrange(1, 0x2000)),
            lambda: chr(pick.randrange(0x1F000, 0x1FAFF)),
        ]
        return "".join(pick.choice(pieces)() for _ in range(pick.randrange(most)))

    def _made_up_payload(self) -> str:
        """Noise, our own format with wrong parts, or a real button with changes."""
        pick = self._random
        match pick.randrange(4):
            case 0:
                return self._noise(12) + MARK
            case 1:
                return "|".join(pick.choice(self._names) for _ in range(6))
            case 2:
                return "|".join(
                    ["1", *(pick.choice([MARK, self._noise(3), pick.choice(self._names)]) for _ in range(5))]
                )
        data = list(pick.choice(self._buttons))
        for _ in range(pick.randrange(3)):
            at = pick.randrange(len(data))
            data[at : at + pick.randrange(2)] = pick.choice([self._noise(2), "|", "", MARK])
        return "".join(data)

    def _made_up_text(self) -> str:
        pick = self._random
        match pick.randrange(5):
            case 0:
                return self._noise(40) + MARK
            case 1:
                return (self._noise(8) + MARK) * pick.randrange(1, 60)
            case 2:
                return "/" + self._noise(5) + MARK
            case 3:
                return pick.choice(NASTY) * pick.randrange(1, 4096) + MARK
        return "".join(chr(pick.randrange(1, 0x10FFFF)) for _ in range(pick.randrange(1, 80))) + MARK

    def _message(self, text: str) -> dict[str, Any]:
        person = {"id": 5, "is_bot": False, "first_name": MARK, "username": MARK, "language_code": self._noise(2)}
        chat = {"id": 5, "type": "private", "first_name": MARK}
        return {"message": {"message_id": 7, "date": 1, "chat": chat, "from": person, "text": text[:4096]}}

    def _tap(self) -> dict[str, Any]:
        content = self._message("page")["message"]
        query = {"id": "1", "from": content["from"], "chat_instance": "1", "data": self._made_up_payload()}
        return {"callback_query": query | {"message": content}}

    def _mutated(self) -> dict[str, Any]:
        """A good update with fields removed, replaced, doubled or nested."""
        pick = self._random
        update = self._tap() if pick.randrange(2) else self._message(self._made_up_text())
        if pick.random() < 0.3:  # noqa: PLR2004 - a share of this load
            kind = pick.choice(["edited_message", "channel_post", "my_chat_member", "inline_query", MARK])
            update = {kind: next(iter(update.values()))}
        update = copy.deepcopy(update)
        for _ in range(pick.randrange(1, 4)):
            place: Any = update
            while isinstance(place, dict) and place:
                key = pick.choice(list(place))
                if isinstance(place[key], dict) and pick.random() < 0.7:  # noqa: PLR2004 - a share of this load
                    place = place[key]
                    continue
                value = pick.choice(
                    [None, 0, -1, 10**30, 1.5, True, "", MARK, [], {}, [place], self._noise(5), {"id": 5}]
                )
                if pick.random() < 0.3:  # noqa: PLR2004 - a share of this load
                    del place[key]
                else:
                    place[key] = copy.deepcopy(value)
                break
        return update

    # What comes out

    def _payload(self, data: str) -> None:
        begin = time.perf_counter()
        self.figures.tried["button payload"] += 1
        try:
            page = self._pages.opened_by(Tap.unpack(data), MOMENT)
        except Exception as error:
            self.figures.note_raised("button payload", error)
        else:
            if MARK in _all_of(page):
                self.figures.reflected["button payload"] += 1
        self.figures.note_time("button payload", begin)

    async def _update(self, kind: str, raw: dict[str, Any]) -> None:
        self._number += 1
        self._request.sent.clear()
        self.figures.tried[kind] += 1
        update = read(json.dumps({"update_id": self._number} | raw).encode())
        if not isinstance(update, Update):  # the queues skip and count it
            self.figures.unreadable[kind] += 1
            return
        begin = time.perf_counter()
        try:
            if event := understand(update):
                await self._handler.handle(event)
        except TelegramError:
            raise  # the Telegram above accepts everything, so this is a mistake here
        except Exception as error:
            self.figures.note_raised(kind, error)
        if any(MARK in text for text in self._request.sent):
            self.figures.reflected[kind] += 1
        self.figures.note_time(kind, begin)


def _all_of(page: Page) -> str:
    """Everything that would be sent."""
    return page.text + repr(page.keyboard)


def main() -> None:
    parser = argparse.ArgumentParser(description="Made-up input; prints what raised an error or was reflected.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a hundredth of everything")
    given = parser.parse_args()
    share = 100 if given.quick else 1
    fuzz = Fuzz(app.pages(Settings()), given.seed)
    figures = asyncio.run(fuzz.run(1_000_000 // share, 100_000 // share, 10_000 // share, 5_000 // share))
    of_bytes = asyncio.run(ByteFuzz(given.seed).run(20_000 // share, 20_000 // share))
    print(figures.table(), of_bytes.table(), sep="\n\n")
    sys.exit(0 if figures.good and of_bytes.good else 1)


if __name__ == "__main__":
    main()
