"""Alive, ready, counted; and what systemd is told."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from telegram.constants import UpdateType

from bot.ops.endpoints import app
from bot.ops.metrics import DEAF_AFTER, GOOD_FOR, OUTCOMES, WHY, Pulse, shown
from bot.ops.settings import WrongSetting, read
from tests.support.processes import run, simulated, until


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pulse(clock: Clock) -> Pulse:
    return Pulse(clock)


async def get(pulse: Pulse, path: str, method: str = "GET") -> httpx.Response:
    transport = httpx.ASGITransport(app(pulse))
    async with httpx.AsyncClient(transport=transport, base_url="http://health") as client:
        return await client.request(method, path)


async def test_ready_is_a_good_poll_within_a_minute(pulse: Pulse, clock: Clock) -> None:
    assert (await get(pulse, "/ready")).status_code == 503
    pulse.polled()
    assert (await get(pulse, "/ready")).status_code == 200
    clock.now += GOOD_FOR - 1
    assert (await get(pulse, "/ready")).status_code == 200
    clock.now += 1
    assert (await get(pulse, "/ready")).status_code == 503


async def test_a_refusal_counts_at_once_and_the_next_good_poll_mends_it(pulse: Pulse) -> None:
    pulse.polled()
    pulse.not_ready()
    assert (await get(pulse, "/ready")).status_code == 503
    pulse.polled()
    assert (await get(pulse, "/ready")).status_code == 200


async def test_with_the_emergency_page_or_at_the_end_nothing_makes_it_ready(pulse: Pulse) -> None:
    pulse.closed = True
    pulse.polled()
    assert (await get(pulse, "/ready")).status_code == 503
    assert (await get(pulse, "/live")).status_code == 200


async def test_alive_is_any_sign_of_the_intake(pulse: Pulse, clock: Clock) -> None:
    """Telegram may be away for hours: to have asked is enough, so that nobody restarts us for it."""
    for _ in range(5):
        clock.now += DEAF_AFTER - 1
        assert (await get(pulse, "/live")).status_code == 200
        pulse.tried()
    clock.now += DEAF_AFTER
    assert (await get(pulse, "/live")).status_code == 503


async def test_metrics_have_closed_label_sets_only(pulse: Pulse) -> None:
    answer = await get(pulse, "/metrics")
    samples = [sample for family in text_string_to_metric_families(answer.text) for sample in family.samples]
    assert {name for sample in samples for name in sample.labels} == {"outcome", "why"}
    counted = [sample for sample in samples if sample.name == "watkanikdoen_updates_total"]
    assert sorted(sample.labels["outcome"] for sample in counted) == sorted(OUTCOMES)
    dropped = [sample for sample in samples if sample.name == "watkanikdoen_counts_dropped_total"]
    assert sorted(sample.labels["why"] for sample in dropped) == sorted(WHY)
    assert {
        "watkanikdoen_conflict_total",
        "watkanikdoen_asked_to_wait_total",
        "watkanikdoen_ready",
        "watkanikdoen_counts_age_seconds",
    } <= {sample.name for sample in samples}


@pytest.mark.parametrize(
    ("method", "path", "status"), [("POST", "/live", 405), ("GET", "/", 404), ("HEAD", "/ready", 503)]
)
async def test_there_is_nothing_else_to_find(pulse: Pulse, method: str, path: str, status: int) -> None:
    assert (await get(pulse, path, method)).status_code == status


async def test_a_port_that_is_taken_does_not_keep_the_guide_from_people(
    pulse: Pulse, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with shown(f"127.0.0.1:{port}", asyncio.Event(), pulse):
            pass
    said = capsys.readouterr().err
    assert f'event="the health address cannot be used; going on without it" port={port} error=OSError' in said


@pytest.mark.parametrize("listen", ["9090", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:70000", ":9090", "host:٣"])
def test_f69_an_address_that_is_none_is_refused_without_repeating_it(
    listen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATKANIKDOEN_HEALTH_LISTEN", listen)
    with pytest.raises(WrongSetting, match=r"WATKANIKDOEN_HEALTH_LISTEN: .*host:port") as wrong:
        read()
    assert listen not in str(wrong.value).replace("127.0.0.1:9090", "")


# systemd, at the other end of a real socket.


@dataclass
class Systemd:
    """The one who started us."""

    address: Path
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


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Systemd]:
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(address))
        listener.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(address))
        monkeypatch.delenv("WATCHDOG_PID", raising=False)
        yield Systemd(address, listener)


async def test_systemd_hears_ready_then_the_watchdog_then_stopping(
    systemd: Systemd, pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "20000")
    stop = asyncio.Event()
    async with shown("", stop, pulse):
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


async def test_a_deaf_intake_no_longer_feeds_the_watchdog(
    systemd: Systemd, pulse: Pulse, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "2000")
    clock.now += DEAF_AFTER
    async with shown("", asyncio.Event(), pulse):
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
    async with shown("", asyncio.Event(), pulse):
        await asyncio.sleep(0.05)
    assert systemd.heard == ["READY=1", "STOPPING=1"]


async def test_a_systemd_that_goes_away_does_no_harm(
    systemd: Systemd, pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "2000")
    async with shown("", asyncio.Event(), pulse):
        await until(lambda: "WATCHDOG=1" in systemd.heard)
        systemd.socket.close()
        await asyncio.sleep(0.02)  # told to nobody a few times


# The whole bot.


async def test_a_running_bot_is_ready_while_telegram_answers_and_says_so_everywhere(
    tmp_path: Path, systemd: Systemd
) -> None:
    environment = {"NOTIFY_SOCKET": str(systemd.address), "WATCHDOG_USEC": "200000"}
    async with (
        simulated() as (telegram, root),
        run(tmp_path / "w", root, {"HEALTH_LISTEN": "127.0.0.1:0"}, environment=environment) as bot,
        httpx.AsyncClient(base_url=await bot.health()) as client,
    ):
        assert (await client.get("/live")).status_code == 200
        telegram.phone(5).start()
        async with asyncio.timeout(60):
            while (await client.get("/ready")).status_code != 200:  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.05)
        await until(lambda: not len(telegram.updates))
        assert 'watkanikdoen_updates_total{outcome="handled"} 1.0' in (await client.get("/metrics")).text
        await until(lambda: "WATCHDOG=1" in systemd.heard)
        assert await bot.stopped() == 0
    assert systemd.heard[0] == "READY=1"
    assert systemd.heard[-1] == "STOPPING=1"
    fetched = [call for call in telegram.calls if call.method == "getUpdates"]
    assert UpdateType.MESSAGE in fetched[-1].params["allowed_updates"]
