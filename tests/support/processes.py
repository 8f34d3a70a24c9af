"""Processes of their own, the bot among them, and a simulated Telegram over HTTP on this machine."""

import asyncio
import os
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram
from tests.support import TOKEN, linux

SECRET = "only-for-this-run"  # noqa: S105 - of a webhook on this machine
PATIENCE = 60.0
"""Seconds that something may take on a busy machine before a test gives up on it."""
NOWHERE = "http://127.0.0.1:9"
"""An address where nothing listens."""


async def until(what: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until it holds."""
    async with asyncio.timeout(seconds):
        while not what():  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.01)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def webhook() -> dict[str, str]:
    """Settings of a webhook on a free port of this machine."""
    at = f"127.0.0.1:{free_port()}"
    return {"WEBHOOK_URL": f"http://{at}/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": at}


@asynccontextmanager
async def simulated(telegram: Telegram | None = None) -> AsyncIterator[tuple[Telegram, str]]:
    """A simulated Telegram, and the root of its Bot API."""
    telegram = telegram or Telegram(Clock(), TOKEN, name="Wat kan ik doen?")
    async with serve(telegram, Clock(), port=0) as root:
        yield telegram, root


class Process:
    """A program in a process of its own. It writes to `log`, run after run, and has the folder of the log as its home.

    Its environment is what it is given, so that no setting of this machine takes part.
    """

    process: asyncio.subprocess.Process

    def __init__(
        self, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> None:
        self.log = log
        self._command = command
        homes = dict.fromkeys(("HOME", "TMPDIR"), str(log.parent))
        self._environment = {"PATH": os.environ["PATH"], **homes, **(environment or {})}
        self._cwd = cwd or log.parent

    async def start(self, *, pass_fds: Sequence[int] = ()) -> None:
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self._cwd, env=self._environment, stdout=log, stderr=log, pass_fds=pass_fds
            )

    @asynccontextmanager
    async def started(self) -> AsyncIterator[None]:
        """Runs it while the block lasts."""
        await self.start()
        try:
            yield
        finally:
            await self.stop()

    @property
    def running(self) -> bool:
        return self.process.returncode is None

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def cpu(self) -> float:
        """Seconds of processor time that it has used."""
        return linux.cpu(self.pid)

    async def ended(self) -> int:
        """Its exit code, once it has ended."""
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()

    async def kill(self) -> None:
        """SIGKILL: it can do nothing more."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> tuple[int, float]:
        """SIGTERM, as a supervisor does; returns the exit code, and the seconds it took to end."""
        begin = time.monotonic()
        return await self._end(signal.SIGTERM), time.monotonic() - begin

    async def stopped(self) -> int:
        """As `stop`; returns the exit code alone."""
        return (await self.stop())[0]

    async def _end(self, number: signal.Signals) -> int:
        if self.running:
            self.process.send_signal(number)
        return await self.ended()

    @property
    def said(self) -> str:
        """Everything it wrote until now, to stdout and stderr."""
        return self.log.read_text("utf-8")

    async def says(self, words: str) -> None:
        """Wait for these words in its log; a process that ends without them has failed."""
        await until(lambda: words in self.said or not self.running)
        assert words in self.said, self.said

    async def health(self) -> str:
        """The root of its health addresses, if it is the bot."""
        await self.says("health address open")
        found = re.search(r'event="health address open" port=(\d+)', self.said)
        assert found
        return f"http://127.0.0.1:{found[1]}"

    @property
    def written(self) -> bytes:
        """Every byte that it left in its home, in whatever file."""
        return b"\0".join(path.read_bytes() for path in sorted(self.log.parent.rglob("*")) if path.is_file())


class Worker(Process):
    """`watkanikdoen run`: the bot as an operator starts it. Settings go without their prefix."""

    def __init__(
        self,
        root: str,
        log: Path,
        settings: Mapping[str, str] | None = None,
        *,
        python: str = sys.executable,
        tree: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.settings = {"TOKEN": TOKEN, "API_URL": root, **(settings or {})}
        given = {f"WATKANIKDOEN_{name}": value for name, value in self.settings.items()}
        given |= {"PYTHONDONTWRITEBYTECODE": "1"} | dict(environment or {})
        super().__init__([python, "-m", "bot", "run"], log, given, cwd=tree)


@asynccontextmanager
async def run(
    folder: Path,
    root: str,
    settings: Mapping[str, str] | None = None,
    *,
    tree: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Worker]:
    """A worker while the block runs, with this folder as its home. `tree` is another copy of the code to run."""
    worker = Worker(root, folder / "log", settings, tree=tree, environment=environment)
    async with worker.started():
        yield worker


async def hung_up() -> None:
    """Until what callers have closed is closed at a server of this process too: Python 3.11 ends a server without
    waiting for that, and a socket that is left to the collector fails some other test."""
    for _ in range(10):  # turns of the loop, from the end of a stream to the end of its socket
        await asyncio.sleep(0)
