"""`/live`, `/ready` and `/metrics`, and the whole bot behind them."""

import socket

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.ops.endpoints import app, served
from bot.ops.metrics import GOOD_FOR, OUTCOMES, STALLED_AFTER, WHY, Pulse
from bot.ops.settings import WrongSetting, read
from bot.ops.version import VERSION
from tests.bot.ops.conftest import Clock


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
    pulse.close()
    pulse.polled()
    assert (await get(pulse, "/ready")).status_code == 503
    assert (await get(pulse, "/live")).status_code == 200


async def test_alive_is_any_sign_of_the_intake(pulse: Pulse, clock: Clock) -> None:
    """Telegram may be away for hours: to have asked is enough, so that nobody restarts us for it."""
    for _ in range(5):
        clock.now += STALLED_AFTER - 1
        assert (await get(pulse, "/live")).status_code == 200
        pulse.tried()
    clock.now += STALLED_AFTER
    assert (await get(pulse, "/live")).status_code == 503


async def test_metrics_have_closed_label_sets_only(pulse: Pulse) -> None:
    answer = await get(pulse, "/metrics")
    samples = [sample for family in text_string_to_metric_families(answer.text) for sample in family.samples]
    assert {name for sample in samples for name in sample.labels} == {"outcome", "why", "version"}
    counted = [sample for sample in samples if sample.name == "watkanikdoen_updates_total"]
    assert sorted(sample.labels["outcome"] for sample in counted) == sorted(OUTCOMES)
    dropped = [sample for sample in samples if sample.name == "watkanikdoen_counts_dropped_total"]
    assert sorted(sample.labels["why"] for sample in dropped) == sorted(WHY)
    assert [sample.labels for sample in samples if sample.name == "watkanikdoen_build_info"] == [{"version": VERSION}]
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
        async with served(f"127.0.0.1:{port}", pulse):
            pass
    said = capsys.readouterr().err
    assert f'event="cannot listen at the health address; continuing without it" port={port} error=OSError' in said


@pytest.mark.parametrize("listen", ["9090", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:70000", ":9090", "host:٣"])
def test_f69_an_address_that_is_none_is_refused_without_repeating_it(
    listen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATKANIKDOEN_HEALTH_LISTEN", listen)
    with pytest.raises(WrongSetting, match=r"WATKANIKDOEN_HEALTH_LISTEN: .*host:port") as wrong:
        read()
    assert listen not in str(wrong.value).replace("127.0.0.1:9090", "")
