"""The simulator as a command, with which docs/operate.md lets an operator rehearse."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from simulator.__main__ import TOKEN
from tests.support.processes import Process

OPERATE = (Path(__file__).parents[2] / "docs" / "operate.md").read_text("utf-8")


async def test_it_prints_the_settings_of_the_bot_and_ends_quietly(tmp_path: Path) -> None:
    process = Process([sys.executable, "-m", "simulator", "--port", "0"], tmp_path / "log")
    async with process.started():
        await process.says("The phone is at")
        said = dict(line.split("=", 1) for line in process.said.splitlines()[:2])
        root = said["WATKANIKDOEN_API_URL"]
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"{root}/bot{said['WATKANIKDOEN_TOKEN']}/getMe")
            page = await client.get(root)
        assert await process.stopped() == 0
    assert answer.json()["result"]["can_join_groups"] is False
    assert "<html" in page.text
    assert len(process.said.splitlines()) == 3


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        tried = subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, "-m", "simulator", "--port", port], capture_output=True, text=True, check=False
        )
    assert tried.returncode == 1
    assert re.fullmatch(rf"Error: port {port} cannot be used \(.*\); try --port \d+\n", tried.stderr)


@pytest.mark.parametrize("told", ["WATKANIKDOEN_API_URL=http://127.0.0.1:8081", f"WATKANIKDOEN_TOKEN={TOKEN}"])
def test_the_page_for_operators_says_the_same(told: str) -> None:
    assert told in OPERATE
