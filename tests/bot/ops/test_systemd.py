"""What systemd hears, at the other end of a real socket."""

import asyncio
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from telegram.constants import UpdateType

from bot.ops.metrics import STALLED_AFTER, Pulse
from bot.ops.systemd import notified
from tests.bot.ops.conftest import Clock
from tests.support.processes import PATIENCE, run, simulated, until


@dataclass
class Systemd:
    """The service manager that started us."""

    address: str
    socket: socket.socket
    _heard: list[str] = field(default_factory=list)

    @property
    def heard(self) -> list[str]:
        """All that it was told, oldest first."""
        try:
            while True:
                self._heard.append(self.socket.recv(1024).decode())
        except BlockingIOError:
            return self._heard


@pytest.fixture(params=["path", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Systemd]:
    """Its socket is a file, or on Linux a name that no folder holds, which is written with an @."""
    if request.param == "abstract" and sys.platform != "linux":
        pytest.skip("only Linux has abstract sockets")
    address = str(tmp_path / "notify") if request.param == "path" else f"@{uuid4()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(address.replace("@", "\0"))
        listener.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", address)
        monkeypatch.delenv("WATCHDOG_PID", raising=False)
        yield Systemd(address, listener)


async def test_systemd_hears_ready_then_the_watchdog_then_stopping(
    systemd: Systemd, pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "20000")
    stop = asyncio.Event()
    async with notified(stop, pulse):
        await until(lambda: systemd.heard.count("WATCHDOG=1") >= 3)
        pulse.polled()
        stop.set()
        await until(lambda: "STOPPING=1" in systemd.heard)
        assert not pulse.is_ready()
    said = systemd.heard
    assert said[0] == "READY=1"
    assert said[-1] == "STOPPING=1"
    assert said.count("READY=1") == said.count("STOPPING=1") == 1
    assert set(said[1:-1]) == {"WATCHDOG=1"}


async def test_a_stalled_intake_no_longer_feeds_the_watchdog(
    systemd: Systemd, pulse: Pulse, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "2000")
    clock.now += STALLED_AFTER
    async with notified(asyncio.Event(), pulse):
        await asyncio.sleep(0.05)  # time for many
        assert systemd.heard == ["READY=1"]
        pulse.polled()
        await until(lambda: "WATCHDOG=1" in systemd.heard)


@pytest.mark.parametrize("asked", [{}, {"WATCHDOG_USEC": "2000", "WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": "soon"}])
async def test_a_watchdog_that_is_not_ours_is_not_fed(
    asked: dict[str, str], systemd: Systemd, pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    async with notified(asyncio.Event(), pulse):
        await asyncio.sleep(0.05)
    assert systemd.heard == ["READY=1", "STOPPING=1"]


async def test_a_systemd_that_goes_away_does_no_harm(
    systemd: Systemd, pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "2000")
    async with notified(asyncio.Event(), pulse):
        await until(lambda: "WATCHDOG=1" in systemd.heard)
        systemd.socket.close()
        await asyncio.sleep(0.02)  # told to nobody a few times


# The whole bot.


async def _shows(client: httpx.AsyncClient, address: str, words: str) -> None:
    """Wait until the address answers well, with these words in it."""
    async with asyncio.timeout(PATIENCE):
        while (answer := await client.get(address)).status_code != 200 or words not in answer.text:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_a_running_bot_is_ready_while_telegram_answers_and_says_so_everywhere(
    tmp_path: Path, systemd: Systemd
) -> None:
    environment = {"NOTIFY_SOCKET": systemd.address, "WATCHDOG_USEC": "200000"}
    async with (
        simulated() as (telegram, root),
        run(tmp_path / "w", root, {"HEALTH_LISTEN": "127.0.0.1:0"}, environment=environment) as bot,
        httpx.AsyncClient(base_url=await bot.health()) as client,
    ):
        assert (await client.get("/live")).status_code == 200
        telegram.phone(5).start()
        await _shows(client, "/ready", "")
        # On a slow machine an update is confirmed before it is handled.
        await _shows(client, "/metrics", 'watkanikdoen_updates_total{outcome="handled"} 1.0')
        await until(lambda: "WATCHDOG=1" in systemd.heard)
        assert await bot.stopped() == 0
    assert systemd.heard[0] == "READY=1"
    assert systemd.heard[-1] == "STOPPING=1"
    fetched = [call for call in telegram.calls if call.method == "getUpdates"]
    assert UpdateType.MESSAGE in fetched[-1].params["allowed_updates"]
