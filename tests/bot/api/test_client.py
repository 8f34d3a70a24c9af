"""Between us and Telegram: the token goes to nobody else, and an operator whose network is otherwise is told."""

import asyncio
import os
import ssl
import subprocess
import sys
import time
from asyncio import IncompleteReadError, StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from telegram.error import BadRequest, NetworkError

from bot.api.client import Client
from bot.api.connection import Connection, _checked_status
from bot.api.update import Update
from tests.bot.api.test_update import BYTES
from tests.support import TOKEN
from tests.support.debian import OPENSSL
from tests.support.processes import PATIENCE, hung_up, run
from tests.support.static_host import serving

ANSWER = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x","username":"gids_bot"}}'

ASKING = """
import asyncio, sys
from bot.api.client import Client
from bot.api.connection import Connection
from bot.ops.process import end
async def main(root, token):
    bot = Client(token, base_url=f"{root}/bot", request=Connection(), get_updates_request=Connection())
    async with asyncio.timeout(30):
        try:
            await bot.initialize()
        except Exception as error:
            print(type(error).__name__)
        else:
            print(bot.username)
        await bot.shutdown()
asyncio.run(main(*sys.argv[1:]))
end(0)  # as the bot ends
"""


@dataclass
class Somebody:
    """Answers as Telegram would, and remembers what was said to it."""

    port: int = 0
    heard: list[str] = field(default_factory=list)

    async def answer(self, reader: StreamReader, writer: StreamWriter) -> None:
        with closing(writer), suppress(IncompleteReadError):  # they hang up
            while request := (await reader.readuntil(b"\r\n\r\n")).decode():
                self.heard.append(request.partition(" HTTP")[0])
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(ANSWER), ANSWER))
                await writer.drain()


@asynccontextmanager
async def somebody(certificate: Path | None = None) -> AsyncIterator[Somebody]:
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    them = Somebody()
    async with await asyncio.start_server(them.answer, "127.0.0.1", 0, ssl=context) as server:
        them.port = server.sockets[0].getsockname()[1]
        yield them
        await hung_up()


async def asked(root: str, **environment: str) -> str:
    """How a bot of ours that begins in this environment calls itself, or what it met instead."""
    given = {"PATH": os.environ["PATH"], **environment}
    asking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", ASKING, root, TOKEN), env=given, stdout=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(PATIENCE):
        said, _ = await asking.communicate()
    return said.decode().strip()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of this computer, signed by nobody but itself."""
    file = tmp_path / "ours.pem"
    made = [OPENSSL.required(), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    says = ["-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"]
    files = ["-keyout", str(file.with_suffix(".key")), "-out", str(file)]
    subprocess.run([*made, *says, *files], check=True, capture_output=True)  # noqa: S603
    return file


async def test_somebody_whom_nobody_vouches_for_hears_no_token(certificate: Path) -> None:
    async with somebody(certificate) as them:
        assert await asked(f"https://127.0.0.1:{them.port}") == "NetworkError"
        assert them.heard == []
        assert await asked(f"https://127.0.0.1:{them.port}", SSL_CERT_FILE=str(certificate)) == "gids_bot"
        assert them.heard == [f"POST /bot{TOKEN}/getMe"]


async def test_a_certificate_of_another_name_is_refused(certificate: Path) -> None:
    async with somebody(certificate) as them:
        assert await asked(f"https://localhost:{them.port}", SSL_CERT_FILE=str(certificate)) == "NetworkError"
        assert them.heard == []


async def test_a_proxy_of_the_operator_is_used() -> None:
    async with somebody() as proxy:
        assert await asked("http://telegram.example", HTTP_PROXY=f"http://127.0.0.1:{proxy.port}") == "gids_bot"
        assert [line.split()[1] for line in proxy.heard] == [f"http://telegram.example/bot{TOKEN}/getMe"]


async def test_a_machine_without_certificates_is_told_what_to_do(tmp_path: Path) -> None:
    without = {"SSL_CERT_FILE": os.devnull, "SSL_CERT_DIR": str(tmp_path)}
    async with run(tmp_path / "w", "https://127.0.0.1:9", environment=without) as bot:
        assert await bot.ended() == 78
    assert "apt install ca-certificates" in bot.said
    assert bot.said.count("\n") == 1
    assert TOKEN not in bot.said


@asynccontextmanager
async def polling(body: bytes) -> AsyncIterator[Client]:
    """A client to which a poll is answered with this."""

    async def answer(reader: StreamReader, writer: StreamWriter) -> None:
        with closing(writer), suppress(IncompleteReadError):  # they hang up
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0]))
            writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
            await writer.drain()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        fetching = Connection()
        await fetching.initialize()
        yield Client(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", get_updates_request=fetching)
        await fetching.shutdown()
        await hung_up()


UPDATE = b'{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"text":"x"}}'


@pytest.mark.parametrize("bad", BYTES.values(), ids=BYTES)
@pytest.mark.parametrize("start", [b'{"ok":true,', b'{"ok": true, ', b'{ "ok" : true,', b' \n{\t"ok":true,'])
async def test_a_poll_is_answered_with_what_can_be_read(start: bytes, bad: bytes) -> None:
    """G04: the begin of an answer alone says that all is well, since one update in it may be of any bytes."""
    async with polling(b'%b"result":[%b,%b]}' % (start, bad, UPDATE)) as client:
        found = await client.fetch_updates(0, 0, [])
    assert [update.update_id for update in found] == [2, 7]
    assert isinstance(found[1], Update)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{}",
        b"null",
        b'{"ok":true}',
        b'{"ok":true,"result":7}',
        b'{"ok":false}',
        b'{"ok":truely}',
        b'{"result":[],"ok":',
        b"[" * 5_000,
    ],
)
async def test_an_answer_that_is_not_telegrams_is_an_error_of_the_network(body: bytes) -> None:
    """F21, G04: it is tried again, and ends nothing."""
    async with polling(body) as client:
        with pytest.raises(NetworkError) as refused:
            await client.fetch_updates(0, 0, [])
    assert not isinstance(refused.value, BadRequest)
    assert TOKEN not in repr(refused.value)


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"message":"Forbidden"}', b'{"ok":"no"}', b'{"ok":truely}'])
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 429, 502])
def test_what_something_in_between_refuses_is_an_error_of_the_network(status: int, body: bytes) -> None:
    """F21: a 403 of a proxy does not mean that a visitor blocked us; the page is sent again."""
    with pytest.raises(NetworkError):
        _checked_status(status, body)
    assert _checked_status(status, b'{"ok":false,"error_code":%d,"description":"no"}' % status) == status


async def test_a_call_that_is_stopped_when_its_answer_is_here_is_stopped(tmp_path: Path) -> None:
    """A process that ends waits for what it has stopped."""
    (tmp_path / "answer").write_bytes(b'{"ok":true,"result":true}')
    connection, stopped = Connection(), 0
    await connection.initialize()
    with serving(tmp_path) as root:
        for _ in range(20):
            call = asyncio.ensure_future(connection.do_request(f"{root}/answer", "GET"))
            await asyncio.sleep(0)
            time.sleep(0.02)  # noqa: ASYNC251 - the answer comes while our loop does something else
            if call.cancel():  # on a busy machine it may have ended in its first step
                stopped += 1
                with pytest.raises(asyncio.CancelledError):
                    await call
    await connection.shutdown()
    assert stopped
