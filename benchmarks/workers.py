"""Two workers behind a load balancer, with one Redis. One of them is killed again and again.

    python -m benchmarks.workers [--updates 4000] [--kills 6] [--seed 1] [--database URL] [--quick]

`balancer.py` says how updates reach the workers. Afterwards the same load goes to one worker, alone and with a store,
and to two, which shows what sharing costs and gains.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.balancer import PATIENCE, Balancer
from benchmarks.watched import CANARY, Owed, Watched, choices, message_of, shows
from bot import app
from bot.delivery.queues import MOST_AT_ONCE
from bot.ops.settings import Settings
from bot.ops.values import Secret
from campaigns.counts.store import STEP_COUNTS, TOGETHER, engine
from flows.steps import START_STEP
from simulator.clock import Clock
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.processes import NOWHERE, SECRET, Worker, simulated, webhook
from tests.support.stores import Store, started

DROPPING = (b"presses could not be told apart and are not counted", b"the last counts were not written and are lost")
"""In the log of a worker that had to drop counts."""

CHATS = 120
TAPS = 0.7


@dataclass
class FleetFigures:
    """The results of a run."""

    name: str
    updates: int = 0
    lost: int = 0
    wrong_pages: int = 0
    two_pages: int = 0
    under_way_at_kills: int = 0
    kills: int = 0
    longest: float = 0.0
    left: int = 0
    miscounted: int = 0
    leaks: int = 0
    outages: int = 0
    dropped: int = 0
    """Times that a worker said that it had to drop counts, as on a machine that is too busy: then `miscounted` says
    nothing."""
    seconds: float = 0.0
    cpu: float = 0.0

    @property
    def good(self) -> bool:
        """There may be two pages only where a message was being sent at the moment of a kill."""
        return (
            not (self.lost or self.wrong_pages or self.left or self.miscounted or self.leaks)
            and self.two_pages <= self.under_way_at_kills
        )

    @property
    def pace(self) -> float:
        return self.updates / max(self.seconds, 1e-9)

    def line(self) -> str:
        cpu = 1000 * self.cpu / max(self.updates, 1)
        wrong = (
            self.lost,
            self.wrong_pages,
            self.two_pages,
            self.under_way_at_kills,
            self.left,
            self.miscounted,
            self.leaks,
            self.outages,
        )
        load = f"{self.name:<34} {self.updates:>7} {self.pace:>6.0f} {cpu:>6.2f} {self.kills:>5} {self.longest:>7.1f}"
        return load + "".join(f" {number:>6}" for number in wrong)


HEAD = f"{'':<34} updates  per s cpu ms kills longest   LOST  order  pages  sends   left counts  leaks   away"
MEANING = """\
cpu ms: of all workers together, an update    longest: seconds until an update was answered
order: chats that do not show the newest tap  pages: chats with two pages
sends: messages under way at a kill, which may have arrived or not: the only good reason for two pages
left: messages after a wipe in every chat that had one page
counts: chats that did not count once as starting, or counted more than once as typing, over all workers;
  without a kill also chats whose typing was not counted (a kill takes counts that were not written yet)
away: times that a worker had to do without the store, which may also mean that this machine is too busy"""


@dataclass
class Fleet:
    """Workers, a store or none, and visitors who act at the same time."""

    name: str
    workers: int
    updates: int
    kills: int = 0
    seed: int = 1
    chats: int = CHATS
    store: Store | None = None
    database: Secret | None = None

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311 - a load, not a secret
        self._telegram = Watched(Clock())
        self._phones = [self._telegram.phone(1000 + n) for n in range(self.chats)]
        self._last: dict[int, str] = {}
        self._typing: set[int] = set()
        self._pages = app.pages(Settings())
        self._workers: list[Worker] = []
        self.figures = FleetFigures(self.name)

    async def run(self) -> FleetFigures:
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            _, root = await stack.enter_async_context(simulated(self._telegram))
            urls = [await self._begin(root, folder / f"log{n}", stack) for n in range(self.workers)]
            balancing = asyncio.ensure_future(Balancer(self._telegram, urls, self._chance).run())
            stack.push_async_callback(_ended, balancing)
            for phone in self._phones:
                self._typed(phone, "/start")
            if not await self._quiet():
                raise RuntimeError("the first messages are not answered")
            # One after the other, as at a release; each writes its counts. Without a store that would forget the pages.
            for worker in self._workers if self.store else ():
                await worker.stop()
                await worker.start()
            self._telegram.slowest = 0.0
            await self._load()
            self.figures.longest = self._telegram.slowest
            self._judge(folder)
            await self._wipe()
            for worker in self._workers:
                await worker.stop()
            if self.store:  # without one a restarted worker counts chats again
                await self._judge_counts(folder)
        return self.figures

    async def _begin(self, root: str, log: Path, stack: AsyncExitStack) -> str:
        hook = webhook()
        shared = {"STATE_DIR": str(log.parent)}
        if self.store:
            shared["MEMORY_URL"] = self.store.url
        if self.database:
            shared["DATABASE_URL"] = self.database.get_secret_value()
        # The simulator itself finds no worker at that address: the balancer brings the updates.
        worker = Worker(root, log, {"LOG_LEVEL": "DEBUG", **hook, "WEBHOOK_URL": f"{NOWHERE}/hook", **shared})
        await stack.enter_async_context(worker.started())
        self._workers.append(worker)
        return hook["WEBHOOK_URL"]

    async def _load(self) -> None:
        """As many updates as are under way at one time, and a kill now and then."""
        figures, begin = self.figures, time.monotonic()
        before = [worker.cpu for worker in self._workers]
        kills = [self.updates * (n + 1) // (self.kills + 1) for n in range(self.kills)]
        ends: list[asyncio.Task[None]] = []
        while figures.updates < self.updates:
            if len(self._telegram.owed) >= MOST_AT_ONCE:
                await asyncio.sleep(0.002)
                continue
            self._act()
            if kills and figures.updates >= kills[0] and all(task.done() for task in ends):
                kills.pop(0)
                ends.append(asyncio.create_task(self._kill(self._workers[len(kills) % self.workers])))
        await asyncio.gather(*ends)
        if not await self._quiet():
            figures.lost = len(self._telegram.owed)
        figures.seconds = time.monotonic() - begin
        if not self.kills:
            figures.cpu = sum(worker.cpu for worker in self._workers) - sum(before)

    async def _kill(self, worker: Worker) -> None:
        """Kill a worker while it works. The others go on meanwhile."""
        await worker.kill()
        self.figures.kills += 1
        self.figures.under_way_at_kills += len(self._telegram.in_flight)
        await worker.start()

    def _act(self) -> None:
        """One visitor presses or types."""
        phone = self._chance.choice(self._phones)
        if self._chance.random() < TAPS:
            data = self._chance.choice(choices(phone))
            self._note(("tap", phone.forge(data)))
            self._last[phone.chat_id] = data
        else:
            self._typed(phone, self._chance.choice(["/start", CANARY]))  # no figures: a year is heard as "long ago"

    def _typed(self, phone: Phone, text: str) -> None:
        if CANARY in text:
            self._typing.add(phone.chat_id)
        self._note(message_of(phone.chat_id, phone.type(text)))
        self._last.pop(phone.chat_id, None)

    def _note(self, owed: Owed) -> None:
        self._telegram.owed[owed] = time.monotonic()
        self.figures.updates += 1

    async def _quiet(self) -> bool:
        """Wait until all are answered; False when that takes too long."""
        until = time.monotonic() + PATIENCE
        while (self._telegram.owed or self._telegram.updates.pending) and time.monotonic() < until:  # noqa: ASYNC110 - other processes
            await asyncio.sleep(0.01)
        return not self._telegram.owed

    def _judge(self, folder: Path) -> None:
        figures = self.figures
        for phone in self._phones:
            pages = [message for message in phone.messages if message["from_bot"]]
            figures.two_pages += len(pages) > 1
            data = self._last.get(phone.chat_id)
            figures.wrong_pages += bool(data) and not any(shows(self._pages, page, data or "") for page in pages)
        log = _written(folder)
        figures.outages = log.count(b"the shared memory cannot be used; going on with our own")
        figures.leaks = sum(map(log.count, map(str.encode, (TOKEN.partition(":")[2], CANARY, SECRET))))

    async def _judge_counts(self, folder: Path) -> None:
        """Every chat started once, and the same words lead to the same route: there are as many counts as chats."""
        database = engine(Settings(database_url=self.database, state_dir=folder).database)
        async with database.connect() as counted:
            is_start, is_route = STEP_COUNTS.c.step == START_STEP, TOGETHER.c.kind == "route"
            starts = await counted.scalar(select(func.sum(STEP_COUNTS.c["count"])).where(is_start)) or 0
            typing = await counted.scalar(select(func.sum(TOGETHER.c["count"])).where(is_route)) or 0
        missed = len(self._typing) - typing
        self.figures.miscounted = abs(len(self._phones) - starts) + (max(-missed, 0) if self.kills else abs(missed))
        self.figures.dropped = sum(map(_written(folder).count, DROPPING))

    async def _wipe(self) -> None:
        """Wipe by word, at either worker: it knows the page only from the store."""
        alone = [phone for phone in self._phones if sum(message["from_bot"] for message in phone.messages) == 1]
        for phone in alone:
            wiped = message_of(phone.chat_id, phone.type("wis"))
            self._telegram.owed[wiped] = time.monotonic()
            self._telegram.wipes.add(wiped)
        await self._quiet()
        self.figures.left = sum(len(phone.messages) for phone in alone)


def _written(folder: Path) -> bytes:
    """The logs of all workers."""
    return b"".join(path.read_bytes() for path in folder.glob("log*"))


async def _ended(task: asyncio.Future[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def killed(updates: int, kills: int, seed: int, database: Secret | None) -> FleetFigures:
    """Two workers with a store, one of which is killed again and again."""
    with started() as store:
        return await Fleet("two workers, killed in turn", 2, updates, kills, seed, CHATS, store, database).run()


async def compared(updates: int, seed: int) -> list[FleetFigures]:
    """One worker alone, and one and two with a store."""
    with started() as store:
        alone = await Fleet("one worker, alone", 1, updates, seed=seed).run()
        one = await Fleet("one worker with a store", 1, updates, seed=seed, store=store).run()
        await store.ask("FLUSHALL")
        two = await Fleet("two workers", 2, updates, seed=seed, store=store).run()
    return [alone, one, two]


def main() -> None:
    parser = argparse.ArgumentParser(description="Two workers and one store, under load and killed.")
    parser.add_argument("--updates", type=int, default=4_000)
    parser.add_argument("--kills", type=int, default=6, help="SIGKILLs, of either worker in turn")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="", help="address of an empty database in which the killed workers count")
    parser.add_argument("--quick", action="store_true", help="one kill among 400 updates, and no comparison")
    given = parser.parse_args()
    database = Secret(given.database) if given.database else None
    updates, kills = (400, 1) if given.quick else (given.updates, given.kills)
    figures = [asyncio.run(killed(updates, kills, given.seed, database))]
    if not given.quick:
        figures += asyncio.run(compared(updates, given.seed))
    print(HEAD, *(one.line() for one in figures), MEANING, sep="\n")
    if not given.quick:
        print(f"two workers against one: {figures[3].pace / figures[2].pace:.2f} times as many updates a second")
    sys.exit(0 if all(one.good for one in figures) else 1)


if __name__ == "__main__":
    main()
