"""Each bot in turn meets a stand-in of its own and takes one load after the other. Rounds repeat that."""

import asyncio
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from benchmarks.speed.contestants import Contestant, standin
from tests.support import linux
from tests.support.processes import Process

START_PATIENCE = 120.0
"""Seconds in which a bot has to be ready."""
DELAY = 0.04
"""Seconds: about what Telegram takes to answer."""
RATE = 50.0
"""Taps a second of the open loop."""


@dataclass(frozen=True)
class Plan:
    """The size of each load, in seconds, taps or chats.

    After its start a bot gets `settle`: ours then loads its word lists and makes every page. In `warm` it counts
    for the first time, and opens its database.
    """

    rounds: int = 3
    settle: float = 4.0
    warm: float = 1.5
    closed: float = 2.5
    together: int = 200
    open: float = 15.0
    slow: float = 2.5
    burst: int = 2_000
    memory: bool = True


QUICK = Plan(rounds=1, settle=2.5, warm=1.5, closed=2.0, open=2.0, slow=1.0, burst=500, memory=False)

Figures = dict[str, float]
"""The figures of one bot, by name; `taps` and `lost` over all loads."""


class Failed(Exception):
    """A bot, or the stand-in, did not start or ended early."""


async def run(contestants: Sequence[Contestant], plan: Plan, say: Callable[[str], None]) -> dict[Contestant, Figures]:
    """All rounds; the median of each figure."""
    rounds: dict[Contestant, list[Figures]] = {contestant: [] for contestant in contestants}
    for number in range(plan.rounds):
        for contestant in contestants:
            began = time.monotonic()
            figures = await _measure(contestant, plan, number, last=number == plan.rounds - 1)
            rounds[contestant].append(figures)
            told = f"{figures['cpu']:.2f} s/1,000 taps, {figures['rate']:.0f} taps/s, {figures['lost']:.0f} lost"
            say(f"round {number + 1}: {contestant.name}: {told} ({time.monotonic() - began:.0f} s)")
    return {contestant: _medians(measured) for contestant, measured in rounds.items()}


def _medians(rounds: list[Figures]) -> Figures:
    names = {name for figures in rounds for name in figures}
    middle = {name: median(figures[name] for figures in rounds if name in figures) for name in names}
    return middle | {name: sum(figures[name] for figures in rounds) for name in ("taps", "lost")}


async def _measure(contestant: Contestant, plan: Plan, number: int, *, last: bool) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        try:
            async with _standing_in(contestant.avoid, Path(folder)) as (api_url, session):
                program = contestant.start(api_url, Path(folder, "bot.log"))
                began = time.monotonic()
                await program.start()
                try:
                    course = _Course(session, contestant, program, plan)
                    await course.begin(began)
                    await course.loads(number)
                    if last and plan.memory and contestant.chats:
                        await course.grow()
                finally:
                    await program.kill()
        except (httpx.HTTPError, TimeoutError, OSError) as error:
            raise Failed(f"{contestant.name}: {error!r}\n{_last_words(Path(folder))}") from None
    return course.figures


def _last_words(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace")[-2000:] for path in folder.glob("*.log"))


@asynccontextmanager
async def _standing_in(avoid: str, folder: Path) -> AsyncIterator[tuple[str, httpx.AsyncClient]]:
    """A running stand-in; yields its address and a session to it."""
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        process = standin(listener.fileno(), avoid, folder / "standin.log")
        await process.start(pass_fds=[listener.fileno()])
    try:
        async with httpx.AsyncClient(base_url=url, timeout=START_PATIENCE) as session:
            await session.post("/bot/getMe")
            yield url, session
    finally:
        await process.kill()


class _Course:
    """The loads of one bot. Their results are in `figures`."""

    def __init__(self, session: httpx.AsyncClient, contestant: Contestant, program: Process, plan: Plan) -> None:
        self._session, self._contestant, self._program, self._plan = session, contestant, program, plan
        self.figures: Figures = {"taps": 0, "lost": 0}

    async def begin(self, began: float) -> None:
        """Wait until it is ready; its first memory."""
        async with asyncio.timeout(START_PATIENCE):
            ready = await self._ask("started", pid=self._program.pid)
        self.figures["start"] = ready["at"] - began
        self.figures["memory"], _ = linux.memory(self._program.pid)
        await asyncio.sleep(self._plan.settle)
        self.figures["rest"], _ = linux.memory(self._program.pid)

    async def loads(self, number: int) -> None:
        """Every load once; `number` is that of the round."""
        plan = self._plan
        await self._ask("seat", chats=max(plan.burst, plan.together), starts=self._contestant.keeps)
        await self._ask("closed", chats=plan.together, seconds=plan.warm)
        full = await self._ask("closed", chats=plan.together, seconds=plan.closed)
        self.figures |= {name: full[name] for name in ("cpu", "rate", "calls", "own")}
        timed = await self._ask("open", rate=RATE, seconds=plan.open, seed=number)
        self.figures |= {name: took for name, took in timed.items() if name not in self.figures}
        slow = await self._ask("closed", chats=plan.together, seconds=plan.slow, delay=DELAY)
        self.figures["slow"] = slow["in_time"]
        self.figures["burst"] = (await self._ask("burst", taps=plan.burst))["seconds"]

    async def grow(self) -> None:
        """MiB for each 100,000 chats more."""
        await self._visit(self._contestant.fills)
        before, _ = linux.memory(self._program.pid)
        await self._visit(self._contestant.chats)
        after, _ = linux.memory(self._program.pid)
        self.figures["growth"] = (after - before) * 100_000 / self._contestant.chats

    async def _visit(self, chats: int) -> None:
        if chats:
            await self._ask("seat", chats=chats, starts=self._contestant.keeps)
            await self._ask("touch", chats=chats)

    async def _ask(self, load: str, **given: Any) -> Figures:
        figures: Figures = (await self._session.post(f"/load/{load}", json=given)).json()
        for name in ("taps", "lost"):
            self.figures[name] += figures.get(name, 0)
        return figures
