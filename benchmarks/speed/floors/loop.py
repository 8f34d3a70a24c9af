"""The bare loop: fetch updates, and for each answer its callback and edit its message at once, with prepared bytes."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from importlib import import_module
from typing import Any

from msgspec.json import decode

from benchmarks.speed import LOOP
from benchmarks.speed.house import HALL, ROOMS, Room, label

AT_ONCE = 32
"""Taps at one time, of two calls each: as many calls as our own bot makes at once."""

Post = Callable[[str, bytes], Awaitable[bytes]]
"""One call: a method and its JSON; returns the body of the answer."""


def _drawn(room: Room) -> bytes:
    rows = [[{"text": label(way), "callback_data": way}] for way in room.ways]
    page = {"text": room.text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": rows}}
    return json.dumps(page).encode()[1:]


DRAWN = {name: _drawn(room) for name, room in ROOMS.items()}


async def answer(post: Post, places: asyncio.Semaphore, update: dict[str, Any]) -> None:
    async with places:
        if query := update.get("callback_query"):
            message = query["message"]
            where = message["chat"]["id"], message["message_id"]
            await asyncio.gather(
                post("answerCallbackQuery", b'{"callback_query_id":"%b"}' % query["id"].encode()),
                post("editMessageText", b'{"chat_id":%d,"message_id":%d,%b' % (*where, DRAWN[query["data"]])),
            )
        else:
            await post("sendMessage", b'{"chat_id":%d,%b' % (update["message"]["chat"]["id"], DRAWN[HALL.name]))


async def serve(post: Post) -> None:
    """Until the process is ended."""
    offset, under_way, places = 0, set(), asyncio.Semaphore(AT_ONCE)
    while True:
        for update in decode(await post("getUpdates", b'{"offset":%d,"timeout":20}' % offset))["result"]:
            offset = update["update_id"] + 1
            answering = asyncio.ensure_future(answer(post, places, update))
            under_way.add(answering)
            answering.add_done_callback(under_way.discard)


def run(main: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=import_module(LOOP).new_event_loop) as runner:
        runner.run(main)
