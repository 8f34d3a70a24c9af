"""The bot as an operator starts it: a process of its own, against the simulator over HTTP on this machine."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram

TOKEN = "8123456789:AAkanarieTokenF53_-geheim"  # noqa: S105 - known to the simulator alone
PATIENCE = 60.0
"""Seconds that something may take on a busy machine before a test gives up on it."""


@asynccontextmanager
async def simulated(token: str = TOKEN) -> AsyncIterator[tuple[Telegram, str]]:
    """A simulated Telegram, and the root of its Bot API."""
    clock = Clock()
    telegram = Telegram(clock, token, name="Wat kan ik doen?")
    async with serve(telegram, clock, port=0) as root:
        yield telegram, root


async def until(what: Callable[[], bool]) -> None:
    """Wait until it holds."""
    async with asyncio.timeout(PATIENCE):
        while not what():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.02)


@dataclass
class Run:
    """`watkanikdoen run`. All that it writes ends up in `folder`."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    tree: Path | None = None
    """Run this copy of the code instead of ours."""
    environment: Mapping[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process = field(init=False)

    async def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        home = {name: str(self.folder) for name in ("HOME", "TMPDIR")}
        environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **home, **self.environment}
        environment |= {f"WATKANIKDOEN_{name}": value for name, value in self.settings.items()}
        with (self.folder / "stdout").open("wb") as out, (self.folder / "stderr").open("wb") as err:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=self.tree or self.folder,
                env=environment,
                stdout=out,
                stderr=err,
            )

    async def ended(self) -> int:
        """Its exit code, once it is there."""
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()

    async def stopped(self) -> int:
        """Asks it to stop, as a supervisor does; returns its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    @property
    def said(self) -> str:
        """What it wrote to stderr until now."""
        return (self.folder / "stderr").read_text("utf-8")

    async def says(self, words: str) -> None:
        """Wait for these words on stderr; a process that ends without them has failed."""
        await until(lambda: words in self.said or self.process.returncode is not None)
        assert words in self.said, self.said

    async def health(self) -> str:
        """The root of its health addresses."""
        await self.says("health address open")
        found = re.search(r'event="health address open" port=(\d+)', self.said)
        assert found
        return f"http://127.0.0.1:{found[1]}"

    @property
    def written(self) -> bytes:
        """Every byte it left behind, in whatever file."""
        return b"\0".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


@asynccontextmanager
async def run(
    folder: Path,
    root: str,
    settings: Mapping[str, str] | None = None,
    *,
    tree: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Run]:
    """The bot, running, until the block ends. Names of settings without their prefix."""
    given = {"TOKEN": TOKEN, "API_URL": root, **(settings or {})}
    bot = Run(folder, given, tree, environment or {})
    await bot.start()
    try:
        yield bot
    finally:
        await bot.stopped()
