"""Every update gets its answer: real processes, killed again and again, under random faults.

    python -m benchmarks.soak [--updates 100000] [--kills 20] [--terms 20] [--webhook] [--pace 20] [--chats 240]
                              [--seed 1] [--quick]

There are three kinds of chats, since each shows another mistake best: chats that only tap (two pages there are a
visible double), chats that only start and type (each turn is answered by one page), and chats that do both. In the
end something more is done in each chat: after it no page stands beside another, and no wipe leaves one. Sweeping
comes after every visitor and looks back for some hundred messages of all chats together (`FAR` in
`bot/chat/wipe.py`). So both counts are near 0 at a pace that leaves time for it (`--chats 40 --pace 20`), and far
from it at full speed.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.watched import CANARY, Owed, Watched, choices, message_of, owed_for, shows
from bot import app
from bot.api.events import WIPE
from bot.chat.pages import Pages
from bot.ops.settings import Settings
from flows.answers import FORGOTTEN
from flows.helplines import SPOKEN
from flows.words import chat
from simulator.chats import Json
from simulator.clock import Clock
from simulator.faults import Fault, Kind
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.processes import SECRET, Worker, simulated, webhook
from tests.support.strange import UNREADABLE

CHATS = 240
TAPS = 0.6
"""Share of taps in the chats that do both."""
UNREADABLE_SHARE = 0.01
BACKLOG = 60
"""Updates that wait at most: fewer than Telegram shows at once, so that none has to be confirmed unanswered."""
HELD = 5.0
"""Seconds after which an unanswered update may be confirmed and wait in memory (decision 002)."""

SHARES = {
    Fault(Kind.WAIT, seconds=1): 0.002,
    Fault(Kind.SERVER): 0.002,
    Fault(Kind.SERVER, code=500): 0.001,
    Fault(Kind.HTML): 0.001,
    Fault(Kind.HTML, code=403): 0.001,
    Fault(Kind.NOT_OK): 0.001,
    Fault(Kind.UNAUTHORIZED): 0.0005,
    Fault(Kind.RESET_BEFORE): 0.002,
    Fault(Kind.RESET_AFTER): 0.002,
    Fault(Kind.TRUNCATED): 0.001,
    Fault(Kind.SLOW, seconds=1): 0.001,
    Fault(Kind.SILENCE_BEFORE): 0.0002,
    Fault(Kind.SILENCE_AFTER): 0.0002,
}
"""Of all calls but polls, about 1.5 % in all. An update takes two or three calls, so one in twenty meets a fault."""
POLLS = {
    Fault(Kind.CONFLICT): 0.005,
    Fault(Kind.SERVER): 0.005,
    Fault(Kind.HTML): 0.005,
    Fault(Kind.UNAUTHORIZED): 0.002,
    Fault(Kind.RESET_BEFORE): 0.005,
    Fault(Kind.RESET_AFTER): 0.005,
    Fault(Kind.TRUNCATED): 0.005,
    Fault(Kind.SLOW, seconds=1): 0.005,
}


@dataclass
class SoakFigures:
    """The results of a run. A send is doubtful when it was done and its answer could not reach the bot."""

    updates: int = 0
    lost: int = 0
    held_at_a_kill: int = 0
    confirmed_early: int = 0
    doubles_on_taps: int = 0
    wrong_pages: int = 0
    second_pages: int = 0
    in_flight_at_kills: int = 0
    doubtful_sends: int = 0
    kills: int = 0
    terms: int = 0
    longest_stop: float = 0.0
    bad_exits: int = 0
    leaks: int = 0
    beside_before: int = 0
    beside: int = 0
    left_by_wipes: int = 0
    told_by_wipes: int = 0
    seconds: float = 0.0
    faults: Counter[Kind] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Nothing lost but what waited in memory at Telegram's request, and no double that a kill does not explain."""
        explained = self.in_flight_at_kills + self.doubtful_sends
        wrong = [self.confirmed_early, self.doubles_on_taps, self.wrong_pages, self.bad_exits, self.leaks]
        wrong += [self.beside, self.left_by_wipes]
        return self.lost <= self.held_at_a_kill and not any(wrong) and self.second_pages <= explained

    def table(self) -> str:
        rows = [
            ("updates sent and to be answered", self.updates),
            ("LOST: unanswered at the end", self.lost),
            ("  of these held in memory over 5 s at a kill", self.held_at_a_kill),
            ("confirmed before 5 s without an answer", self.confirmed_early),
            ("visible doubles in chats that only tap", self.doubles_on_taps),
            ("chats with another page than last asked for", self.wrong_pages),
            ("second pages after /start or words", self.second_pages),
            ("  sends in flight at a kill or stop", self.in_flight_at_kills),
            ("  sends done whose answer a fault took", self.doubtful_sends),
            ("pages beside another, in the end", self.beside_before),
            ("  after one more press or command", self.beside),
            ("wipes that left a page and said nothing", self.left_by_wipes),
            ("  and that said that one may stand", self.told_by_wipes),
            ("SIGKILL", self.kills),
            ("SIGTERM", self.terms),
            ("  longest stop, seconds", f"{self.longest_stop:.1f}"),
            ("  exits other than 0", self.bad_exits),
            ("runs of the token or of typed words in the log", self.leaks),
            ("seconds in all", f"{self.seconds:.0f}"),
            ("updates a second", f"{self.updates / max(self.seconds, 1e-9):.0f}"),
        ]
        lines = [f"{name:<50} {value:>9}" for name, value in rows]
        return "\n".join([*lines, "faults:", *(f"  {kind:<48} {n:>9}" for kind, n in self.faults.most_common())])


class Soak:
    """One run. Its results are in `figures`."""

    def __init__(
        self,
        updates: int,
        kills: int,
        terms: int,
        *,
        hooked: bool,
        seed: int,
        chats: int = CHATS,
        backlog: int = BACKLOG,
        pace: float = float("inf"),
    ) -> None:
        self._updates, self._backlog, self._pace = updates, backlog, pace
        self._ends = ["kill"] * kills + ["term"] * terms
        self._hooked = hooked
        self._random = random.Random(seed)  # noqa: S311 - a load, not a secret
        self._random.shuffle(self._ends)
        self._seed = seed
        self._telegram = Watched(Clock())
        self._phones = [self._telegram.phone(1000 + n, self._random.choice(["nl", "en", None])) for n in range(chats)]
        self._tappers, self._starters = self._phones[::3], self._phones[1::3]
        self._last: dict[int, tuple[str, float]] = {}
        self._pages: Pages = app.pages(Settings())
        forgotten = (self._pages.answer(FORGOTTEN, code, "", datetime.now(UTC)) for code in self._pages.locales)
        self._forgotten = {page.text.partition("\n")[0] for page in forgotten}
        self._hints = {locale.say(chat.WIPED_ALL, **SPOKEN) for locale in self._pages.locales.values()}
        self.figures = SoakFigures()

    async def run(self) -> SoakFigures:
        begin = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder, "log")
            async with simulated(self._telegram) as (_, root):
                worker = Worker(root, log, {"LOG_LEVEL": "DEBUG", **(webhook() if self._hooked else {})})
                await worker.start()
                try:
                    await self._begin()
                    await self._go_on(worker)
                    self._telegram.faults.clear()
                    await self._quiet(300)
                    self._judge()
                    await self._once_more()
                finally:
                    await self._stop(worker)
            self.figures.leaks = sum(map(worker.said.count, (TOKEN.partition(":")[2], CANARY, SECRET)))
        self.figures.seconds = time.monotonic() - begin
        return self.figures

    async def _begin(self) -> None:
        """Give every chat a page before faults begin."""
        for phone in self._phones:
            self._typed(phone, "/start")
        if not await self._quiet(60):
            raise RuntimeError("the bot does not answer, although there are no faults yet")
        self._telegram.faults.at_random(self._seed, SHARES, polls=POLLS, repeated=0.05, reordered=0.05)

    async def _go_on(self, worker: Worker) -> None:
        """The load, during which the process ends now and then."""
        points = [self._updates * (n + 1) // (len(self._ends) + 1) for n in range(len(self._ends))]
        ends = dict(zip(points, self._ends, strict=True))
        due = time.monotonic()
        while self.figures.updates < self._updates:
            if len(self._telegram.owed) >= self._backlog:
                await asyncio.sleep(0.01)
                continue
            self._act()
            due = max(due + 1 / self._pace, time.monotonic())
            await asyncio.sleep(due - time.monotonic())
            if how := ends.get(self.figures.updates):
                await asyncio.sleep(self._random.uniform(0.05, 0.4))
                await (self._kill(worker) if how == "kill" else self._stop(worker))
                await worker.start()

    def _act(self) -> None:
        """One visitor taps, starts or types."""
        phone = self._random.choice(self._phones)
        if self._random.random() < UNREADABLE_SHARE:
            self._telegram.updates.push(dict(self._random.choice(UNREADABLE)))
        if phone in self._tappers or (phone not in self._starters and self._random.random() < TAPS):
            self._tap(phone)
        else:
            self._typed(phone, self._random.choice(["/start", f"help {CANARY}", f"{CANARY} {self._random.random()}"]))

    def _typed(self, phone: Phone, text: str) -> None:
        self._note(message_of(phone.chat_id, phone.type(text)))
        self._last.pop(phone.chat_id, None)

    def _tap(self, phone: Phone) -> None:
        data = self._random.choice(choices(phone))
        self._note(("tap", phone.forge(data)))
        self._last[phone.chat_id] = data, time.monotonic()

    def _note(self, owed: Owed) -> None:
        self._telegram.owed[owed] = time.monotonic()
        self.figures.updates += 1

    async def _kill(self, worker: Worker) -> None:
        await worker.kill()
        self.figures.kills += 1
        self._after_the_end()

    async def _stop(self, worker: Worker) -> None:
        code, seconds = await worker.stop()
        self.figures.terms += 1
        self.figures.bad_exits += code != 0
        self.figures.longest_stop = max(self.figures.longest_stop, seconds)
        self._after_the_end()

    def _after_the_end(self) -> None:
        """Note what the process took with it: pages sent for messages that are still there, and confirmed updates."""
        telegram = self._telegram
        self.figures.in_flight_at_kills += len(telegram.in_flight & {phone.chat_id for phone in self._starters})
        waiting = {owed_for(update) for update in telegram.updates.pending}
        for owed, since in telegram.owed.items():
            if owed not in waiting and owed not in self._telegram.gone:
                self._telegram.gone.add(owed)
                self.figures.confirmed_early += time.monotonic() - since < HELD

    async def _quiet(self, seconds: float) -> bool:
        """Wait until nothing is owed but what was lost at a kill; False when that takes too long."""
        until = time.monotonic() + seconds
        while set(self._telegram.owed) - self._telegram.gone and time.monotonic() < until:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        return not set(self._telegram.owed) - self._telegram.gone

    def _judge(self) -> None:
        figures, telegram = self.figures, self._telegram
        figures.lost = len(telegram.owed)
        figures.held_at_a_kill = len(self._telegram.gone & set(telegram.owed))
        typing = {phone.chat_id for phone in self._starters}
        figures.second_pages = sum(telegram.second_pages[chat] for chat in typing)
        figures.doubtful_sends = sum(int(chat) in typing for chat in telegram.faults.doubtful_sends)
        for phone in self._phones:
            pages = _pages_in(phone)
            figures.beside_before += max(0, len(pages) - 1)
            if phone in self._tappers:
                figures.doubles_on_taps += len(pages) - 1
            data, pressed = self._last.get(phone.chat_id, ("", 0.0))
            # A webhook may bring words again after a newer press, and they are answered all the same.
            is_newest = telegram.answered_words.get(phone.chat_id, 0.0) < pressed
            if is_newest and not any(shows(self._pages, page, data) for page in pages):
                figures.wrong_pages += 1
        figures.faults = telegram.faults.done

    async def _once_more(self) -> None:
        """One more press, command or wipe in each chat, and the time to sweep."""
        figures = self.figures
        wiping, pressing = self._phones[2::4] + self._phones[3::4], self._phones[2::4]
        for n, phone in enumerate(self._phones):
            match n % 4:
                case 0:
                    self._tap(phone)
                case 1:
                    self._typed(phone, "/start")
                case 2:
                    self._note(("tap", phone.press(self._wipe_button(phone))))
                case 3:
                    wiped = message_of(phone.chat_id, phone.type("wis"))
                    self._telegram.wipes.add(wiped)
                    self._note(wiped)
            await asyncio.sleep(0.05)
        await self._quiet(60)
        await self._swept()
        figures.lost += len(self._telegram.owed) - figures.lost
        for phone in self._phones:
            pages = _pages_in(phone)
            told = any(str(page["text"]).partition("\n")[0] in self._forgotten for page in pages)
            told = told or (bool(pages) and phone in pressing and phone.alerts[-1]["text"] in self._hints)
            if phone not in wiping:
                figures.beside += max(0, len(pages) - 1)
            else:
                figures.told_by_wipes += told
                figures.left_by_wipes += bool(pages) and not told

    def _wipe_button(self, phone: Phone) -> str:
        (label,) = {
            str(button["text"])
            for row in phone.screen["keyboard"]
            for button in row
            if button.get("callback_data", "").endswith(f"|{WIPE}")
        }
        return label

    async def _swept(self) -> None:
        """Until nothing has been swept for a few seconds."""
        await asyncio.sleep(5)
        while time.monotonic() - self._telegram.deleted_many < 5:  # noqa: ASYNC110, PLR2004 - another process
            await asyncio.sleep(0.1)


def _pages_in(phone: Phone) -> list[Json]:
    return [message for message in phone.messages if message["from_bot"]]


def main() -> None:
    parser = argparse.ArgumentParser(description="Load, faults and kills; prints what was lost.")
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=20, help="SIGKILLs")
    parser.add_argument("--terms", type=int, default=20, help="SIGTERMs")
    parser.add_argument("--webhook", action="store_true", help="deliver to a webhook; else the bot polls")
    parser.add_argument("--backlog", type=int, default=BACKLOG, help="updates that wait at most; 400 is a rush")
    parser.add_argument(
        "--pace", type=float, default=float("inf"), help="updates a second at most; else as fast as it goes"
    )
    parser.add_argument("--chats", type=int, default=CHATS, help="that are busy at the same time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="2,000 updates, two of each end")
    given = parser.parse_args()
    updates, kills, terms = (2_000, 2, 2) if given.quick else (given.updates, given.kills, given.terms)
    how = {"backlog": given.backlog, "pace": given.pace, "chats": given.chats}
    soak = Soak(updates, kills, terms, hooked=given.webhook, seed=given.seed, **how)
    figures = asyncio.run(soak.run())
    print("webhook" if given.webhook else "polling", f"seed {given.seed}")
    print(figures.table())
    sys.exit(0 if figures.good else 1)


if __name__ == "__main__":
    main()
