"""The bot as an operator runs it, in a process of its own that can be killed, against a Telegram on this computer."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

TOKEN = "123456:a-token-of-nobody"  # noqa: S105 - known to the simulator alone
SECRET = "only-for-this-run"  # noqa: S105 - of a webhook on this computer


def hook() -> dict[str, str]:
    """Settings of a webhook on a free port of this computer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": f"127.0.0.1:{port}"}


def cpu(pid: int) -> float:
    """Seconds of processor time that a process has used; Linux tells."""
    fields = Path("/proc", str(pid), "stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Program:
    """A program in a process of its own, and what Linux tells about it. What it writes goes to `log`, run after run."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        # Only what is needed, so that no setting of this computer takes part.
        known = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self._command = command
        self._environment = known | dict(environment)
        self._log = log
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, *, pass_fds: Sequence[int] = ()) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, env=self._environment, stdout=log, stderr=log, pass_fds=pass_fds
            )

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def memory(self) -> tuple[float, float]:
        """MiB that it really has: now, and at most since the start or the last `forget_peak`. Linux only."""
        status = Path("/proc", str(self.pid), "status").read_text("ascii")
        found = dict(line.split(":", 1) for line in status.splitlines())
        now, peak = (int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return now, peak

    def forget_peak(self) -> None:
        Path("/proc", str(self.pid), "clear_refs").write_text("5", "ascii")

    @property
    def cpu(self) -> float:
        return cpu(self.pid)

    @property
    def pid(self) -> int:
        assert self._process  # noqa: S101 - it was started
        return self._process.pid

    async def kill(self) -> None:
        """SIGKILL: no goodbye."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> tuple[int, float]:
        """SIGTERM; returns the exit code and the seconds it took."""
        begin = time.monotonic()
        return await self._end(signal.SIGTERM), time.monotonic() - begin

    async def ended(self) -> int:
        """Wait for it to end by itself; returns the exit code."""
        assert self._process  # noqa: S101 - it was started
        return await self._process.wait()

    async def _end(self, number: signal.Signals) -> int:
        assert self._process  # noqa: S101 - it was started
        if self.running:
            self._process.send_signal(number)
        return await self._process.wait()


class Process(Program):
    """`python -m bot run`, by the Python that is named."""

    def __init__(self, api_url: str, log: Path, *, python: str = sys.executable, **settings: str) -> None:
        given = {"TOKEN": TOKEN, "API_URL": api_url, "STATE_DIR": str(log.parent), "OPERATOR": "test"} | settings
        environment = {f"WATKANIKDOEN_{name}": value for name, value in given.items()}
        super().__init__([python, "-m", "bot", "run"], environment, log)
