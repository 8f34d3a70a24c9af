"""A Telegram of one's own, as docs/operate.md lets an operator rehearse with it."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from simulator.__main__ import TOKEN

PATIENCE = 60
OPERATE = (Path(__file__).parents[2] / "docs" / "operate.md").read_text("utf-8")


async def test_it_says_what_the_bot_must_be_told_and_ends_quietly() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    async with asyncio.timeout(PATIENCE):
        said = dict([(await process.stdout.readline()).decode().strip().split("=", 1) for _ in range(2)])
        root = said["WATKANIKDOEN_API_URL"]
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"{root}/bot{said['WATKANIKDOEN_TOKEN']}/getMe")
            page = await client.get(root)
        process.send_signal(signal.SIGTERM)
        _, complaints = await process.communicate()
    assert answer.json()["result"]["can_join_groups"] is False
    assert "<html" in page.text
    assert (process.returncode, complaints) == (0, b"")


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
