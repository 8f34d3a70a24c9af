"""The bench of speed in small: that it measures what it says. How fast anything is, no test may ask."""

import asyncio
import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.speed import contest, tables
from benchmarks.speed.api import Api
from benchmarks.speed.contest import Plan
from benchmarks.speed.contestants import FLOOR, OURS, PTB, SOCKET, WITH_WEBHOOK
from benchmarks.speed.house import HALL, ROOMS
from benchmarks.speed.load import Load
from benchmarks.speed.visitors import VisitorChat

pytestmark = pytest.mark.slow

TINY = Plan(rounds=1, settle=0, warm=0.05, closed=0.1, together=10, open=0.2, slow=0.1, burst=30, memory=False)
JSON = b"application/json"
FORM = b"application/x-www-form-urlencoded"


class Bot:
    """A bot whose every word is ours, with one chat that has said /start."""

    def __init__(self) -> None:
        self.api = Api(avoid="|wipe")
        self.over: list[VisitorChat] = []
        self.api.visitors.done = self.over.append
        self.chat = self.api.visitors.newcomer()

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        answers: list[bytes] = []
        self.api.serve(f"/bot1:a/{method}".encode(), JSON, json.dumps(given).encode(), answers.append)
        (answer,) = answers
        read: dict[str, Any] = json.loads(answer)
        return read

    def draw(self, method: str, *buttons: str, **given: Any) -> dict[str, Any]:
        rows = [[{"text": "on", "callback_data": data}] for data in buttons]
        return self.call(method, chat_id=self.chat.id, text="words", reply_markup={"inline_keyboard": rows}, **given)

    def pressed(self) -> dict[str, Any]:
        """The tap of somebody who presses a button now, as the bot gets it."""
        self.over.clear()
        self.api.visitors.press(self.chat, 1.0)
        (update,) = self.call("getUpdates", offset=0)["result"]
        self.call("getUpdates", offset=update["update_id"] + 1)
        query: dict[str, Any] = update["callback_query"]
        return query


@pytest.fixture
async def bot() -> Bot:  # the stand-in needs a loop
    bot = Bot()
    bot.draw("sendMessage", "1|nl||start||go")
    return bot


async def test_every_bot_under_every_load_answers_every_tap() -> None:
    contestants = (OURS, WITH_WEBHOOK, FLOOR, SOCKET)
    runs = await asyncio.gather(*(contest.run([contestant], TINY, lambda line: None) for contestant in contestants))
    results = {contestant: figures for run in runs for contestant, figures in run.items()}
    assert tuple(results) == contestants
    for figures in results.values():
        assert figures["lost"] == 0
        assert figures["taps"] >= 10 + 10 + 10 + TINY.burst
        assert all(figures[name] > 0 for name in ("start", "memory", "rate", "calls", "own", "burst", "press_p50"))
        assert figures["press_p50"] <= figures["press_p95"] <= figures["press_p99"]
        assert figures["hand_p50"] <= figures["press_p50"]
        assert figures["calls"] >= 2 * figures["rate"]
    assert all(contestant.name in tables.compared(results) for contestant in contestants)


@pytest.mark.parametrize("first", ["answerCallbackQuery", "editMessageText"])
async def test_a_tap_is_over_when_it_was_answered_and_the_page_drawn(bot: Bot, first: str) -> None:
    query = bot.pressed()
    calls: dict[str, Callable[[], object]] = {
        "answerCallbackQuery": lambda: bot.call("answerCallbackQuery", callback_query_id=query["id"]),
        "editMessageText": lambda: bot.draw("editMessageText", "a", message_id=query["message"]["message_id"]),
    }
    calls.pop(first)()
    assert bot.over == []
    (last,) = calls.values()
    last()
    assert bot.over == [bot.chat]
    last()
    assert bot.over == [bot.chat]  # once


async def test_neither_an_older_tap_nor_another_message_counts(bot: Bot) -> None:
    older = bot.pressed()
    query = bot.pressed()
    bot.call("answerCallbackQuery", callback_query_id=older["id"])
    bot.draw("editMessageText", "a", message_id=query["message"]["message_id"])
    assert bot.over == []
    bot.call("answerCallbackQuery", callback_query_id=query["id"])
    assert bot.over == [bot.chat]
    query = bot.pressed()
    bot.call("answerCallbackQuery", callback_query_id=query["id"])
    assert not bot.draw("editMessageText", "a", message_id=query["message"]["message_id"] + 1)["ok"]
    assert bot.over == []


async def test_people_press_what_was_drawn_last_and_never_what_ends_it(bot: Bot) -> None:
    for data in ("1|nl||a||b", "1|en||c||d"):
        bot.draw("editMessageText", data, "1|nl||x||wipe", message_id=bot.chat.message_id)
        assert {bot.pressed()["data"] for _ in range(20)} == {data}
        query = bot.pressed()
        (row, _) = query["message"]["reply_markup"]["inline_keyboard"]
        assert row == [{"text": "on", "callback_data": data}]


async def test_a_form_is_read_as_json_is(bot: Bot) -> None:
    """python-telegram-bot and aiogram send forms."""
    body = (
        f"chat_id={bot.chat.id}&message_id={bot.chat.message_id}&text=%C3%A9%C3%A9n+%26+twee"
        "&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22x%22%2C%22callback_data%22%3A%22y%22%7D%5D%5D%7D"
    )
    answers: list[bytes] = []
    bot.api.serve(b"/bot1:a/editMessageText", FORM, body.encode(), answers.append)
    assert json.loads(answers[0])["result"]["text"] == "één & twee"
    assert bot.pressed()["data"] == "y"


async def test_taps_of_a_bot_that_says_nothing_are_told_as_lost(bot: Bot) -> None:
    load = Load(bot.api, os.getpid(), patience=0.01)
    load._chats = [bot.chat]
    assert (await load.closed(1, 0.01))["lost"] == 1
    assert (await load.open(100, 0.02, seed=1))["lost"] > 0
    assert (await load.burst(1))["lost"] == 1


def test_each_room_of_the_other_bots_can_be_reached_from_the_hall() -> None:
    reached, new = set(), {HALL.name}
    while new:
        reached |= new
        new = {way for name in new for way in ROOMS[name].ways} - reached
    assert reached == set(ROOMS)
    assert len(ROOMS) == 12


@pytest.mark.parametrize(("theirs", "verdict"), [(5.0, "yes"), (4.9, "no")])
def test_the_report_compares_with_ours_and_says_what_is_met(theirs: float, verdict: str) -> None:
    results = {OURS: {"cpu": 0.5, "lost": 0.0}, PTB: {"cpu": theirs}}
    line = next(line for line in tables.compared(results).splitlines() if PTB.name in line)
    assert f"({theirs / 0.5:.1f}×)" in line
    aim = next(line for line in tables.aims(results).splitlines() if PTB.name in line)
    assert aim.endswith(f" {verdict} |")


@pytest.mark.parametrize(("others", "warns"), [(0.05, False), (0.5, True)])
def test_the_report_says_when_others_kept_the_machine_busy(others: float, warns: bool) -> None:
    assert ("too much" in tables.machine(others)) is warns
