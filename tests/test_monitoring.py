"""`deploy/alerts.yml` in Debian's own Prometheus, with a worker to watch; and a dashboard that shows what there is."""

import asyncio
import json
import re
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

from bot.ops.metrics import REGISTRY
from tests.support.debian import PROMETHEUS, PROMTOOL
from tests.support.processes import PATIENCE, Process, free_port, run, simulated
from tests.test_documents import rows

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
RULES: list[dict[str, Any]] = yaml.safe_load((DEPLOY / "alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
DASHBOARD = json.loads((DEPLOY / "dashboard.json").read_text("utf-8"))
SHOWN = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
SERIES = {sample.name for family in REGISTRY.collect() for sample in family.samples}


def named(expression: str) -> set[str]:
    return set(re.findall(r"watkanikdoen_\w+", expression))


@pytest.mark.parametrize("expression", [*SHOWN, *(rule["expr"] for rule in RULES)])
def test_a_metric_that_is_shown_or_watched_is_one_of_ours(expression: str) -> None:
    assert named(expression) <= SERIES


def test_the_dashboard_shows_every_metric() -> None:
    published = {name for name in SERIES if not name.endswith("_created")}
    assert set().union(*map(named, SHOWN)) == published


def test_every_line_that_operators_read_has_an_alert() -> None:
    watched = set().union(*(named(rule["expr"]) for rule in RULES))
    explained = {re.findall(r"`(watkanikdoen_[a-z_]+)", cells[0])[0] for cells in rows("Monitoring")}
    assert watched == explained


# For each alert: what a worker publishes, once a minute, and the minute at which it fires.
FIRING = {
    "VisitorsGetNoAnswer": ("watkanikdoen_ready", "0x20", 6),
    "PageHasAFault": ('watkanikdoen_updates_total{outcome="failed"}', "0x4 1x16", 6),
    "UpdateCannotBeRead": ('watkanikdoen_updates_total{outcome="unreadable"}', "0x4 1x16", 6),
    "UpdatesWaitInMemory": ('watkanikdoen_updates_total{outcome="waiting_in_memory"}', "0+20x20", 16),
    "AnotherProgramUsesTheToken": ("watkanikdoen_conflict_total", "0+2x20", 5),
    "TelegramAsksToWait": ("watkanikdoen_asked_to_wait_total", "0+20x20", 16),
    "CountsAreNotWritten": ("watkanikdoen_counts_age_seconds", "0+60x20", 12),
    "CountsAreLost": ('watkanikdoen_counts_dropped_total{why="full"}', "0x4 1x16", 6),
    "WorkersCannotShare": ("watkanikdoen_memory_away", "1x20", 6),
    "VersionsDiffer": ('watkanikdoen_build_info{version="0.1"}', "1x80", 62),
    "NoWorkerAtAll": ("something_else", "1x20", 6),
}
QUIET = {"watkanikdoen_ready": "1x90", 'watkanikdoen_build_info{version="0.2"}': "1x90"}
"""What a worker publishes on an ordinary day."""


def test_each_alert_fires_when_it_should_and_none_does_on_an_ordinary_day(tmp_path: Path) -> None:
    assert set(FIRING) == {rule["alert"] for rule in RULES}
    tests = [a_test(QUIET, 80)]
    for alert, (series, values, minute) in FIRING.items():
        ordinary = {} if alert == "NoWorkerAtAll" else QUIET
        tests.append(a_test({**ordinary, series: values}, minute, alert))
    file = tmp_path / "tests.yml"
    file.write_text(yaml.safe_dump({"rule_files": [str(DEPLOY / "alerts.yml")], "tests": tests}), "utf-8")
    tested = subprocess.run(  # noqa: S603
        [PROMTOOL.required(), "test", "rules", file], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr


def a_test(series: dict[str, str], minute: int, *firing: str) -> dict[str, Any]:
    """As promtool reads it: what is collected once a minute, and the alerts that fire then."""
    expected = [{"labels": f'{{alertname="{alert}"}}', "value": 1} for alert in firing]
    fires = 'count by (alertname) (ALERTS{alertstate="firing"})'
    return {
        "interval": "1m",
        "input_series": [{"series": _of_a_worker(name), "values": values} for name, values in series.items()],
        "promql_expr_test": [{"expr": fires, "eval_time": f"{minute}m", "exp_samples": expected}],
    }


def _of_a_worker(series: str) -> str:
    name, _, labels = series.partition("{")
    return f'{name}{{job="watkanikdoen",instance="a"{"," if labels else ""}{labels.removesuffix("}")}}}'


@asynccontextmanager
async def prometheus(folder: Path, target: str) -> AsyncIterator[httpx.AsyncClient]:
    """A real one with the files of `deploy/`; only the target and the pace differ."""
    for name in ("prometheus.yml", "alerts.yml"):
        (folder / name).write_bytes((DEPLOY / name).read_bytes())
    config = yaml.safe_load((folder / "prometheus.yml").read_text("utf-8"))
    config["scrape_configs"][0]["static_configs"] = [{"targets": [target]}]
    config["global"] = dict.fromkeys(config["global"], "1s")
    (folder / "prometheus.yml").write_text(yaml.safe_dump(config), "utf-8")
    at = f"127.0.0.1:{free_port()}"
    options = [f"--config.file={folder / 'prometheus.yml'}", f"--storage.tsdb.path={folder / 'data'}"]
    process = Process([PROMETHEUS.required(), *options, f"--web.listen-address={at}"], folder / "log")
    async with process.started(), httpx.AsyncClient(base_url=f"http://{at}/api/v1", trust_env=False) as client:
        await process.says("Server is ready to receive web requests")
        yield client


async def asked(client: httpx.AsyncClient, query: str) -> list[dict[str, Any]]:
    answer = await client.get("/query", params={"query": query})
    found: list[dict[str, Any]] = answer.json()["data"]["result"]
    return found


async def eventually(what: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await what():  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.1)


async def test_prometheus_collects_from_a_worker_and_evaluates_every_alert(tmp_path: Path) -> None:
    PROMETHEUS.required()
    (tmp_path / "prometheus").mkdir()
    async with simulated() as (_, root), run(tmp_path / "worker", root, {"HEALTH_LISTEN": "127.0.0.1:0"}) as bot:
        address = urlsplit(await bot.health()).netloc
        await bot.says("event=ready")
        async with prometheus(tmp_path / "prometheus", address) as client:

            async def is_ready() -> bool:
                return [each["value"][1] for each in await asked(client, "watkanikdoen_ready")] == ["1"]

            await eventually(is_ready)
            (group,) = (await client.get("/rules")).json()["data"]["groups"]
            assert [rule["name"] for rule in group["rules"]] == [rule["alert"] for rule in RULES]

            async def evaluated() -> bool:
                (group,) = (await client.get("/rules")).json()["data"]["groups"]
                return {rule["health"] for rule in group["rules"]} == {"ok"}

            await eventually(evaluated)
            for expression in SHOWN:
                answer = await client.get("/query", params={"query": expression})
                assert answer.json()["status"] == "success", expression
            assert len(await asked(client, "watkanikdoen_build_info")) == 1
