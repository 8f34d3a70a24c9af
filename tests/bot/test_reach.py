"""G29: why Telegram cannot be reached is named, with what to do about it. Each server here is on this machine."""

import asyncio
import errno
import socket
import ssl
import subprocess
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.doctor.reach import cause, connection_failed
from tests.support.debian import OPENSSL
from tests.support.processes import hung_up

PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")


@pytest.fixture(autouse=True)
def without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


@asynccontextmanager
async def server(answer: bytes, certificate: Path | None = None) -> AsyncIterator[int]:
    """Answers the first thing it hears with these bytes; gives its port."""

    async def heard(reader: StreamReader, writer: StreamWriter) -> None:
        with closing(writer), suppress(OSError):
            await reader.read(1)
            writer.write(answer)
            await writer.drain()

    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    async with await asyncio.start_server(heard, "127.0.0.1", 0, ssl=context) as serving:
        yield serving.sockets[0].getsockname()[1]
        await hung_up()


def certificate(folder: Path, name: str, days: int = 1) -> Path:
    """Of this name, signed by nobody but itself."""
    file = folder / f"{name}.pem"
    made = [OPENSSL.required(), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", str(days)]
    says = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=IP:{name}"]
    files = ["-keyout", str(file.with_suffix(".key")), "-out", str(file)]
    subprocess.run([*made, *says, *files], check=True, capture_output=True)  # noqa: S603
    return file


async def test_a_refused_connection() -> None:
    found = await cause("https://127.0.0.1:9/bot")
    assert found.said == "127.0.0.1:9 refuses the connection"
    assert "firewall" in found.fix


async def test_a_name_that_nobody_knows() -> None:
    found = await cause("https://telegram.invalid")
    assert found.said == "the name telegram.invalid cannot be resolved"
    assert found.fix == "check DNS on this machine: getent hosts telegram.invalid"


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = certificate(tmp_path, "127.0.0.1")
    async with server(b"", own) as port:
        found = await cause(f"https://127.0.0.1:{port}")
        assert found.said.startswith(f"the certificate of 127.0.0.1:{port} is not trusted: self-signed certificate")
        assert "SSL_CERT_FILE" in found.fix
        monkeypatch.setenv("SSL_CERT_FILE", str(own))
        assert "does not answer as the Bot API does" in (await cause(f"https://127.0.0.1:{port}")).said


async def test_a_certificate_of_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = certificate(tmp_path, "127.0.0.2")
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    async with server(b"", other) as port:
        assert "is not trusted: IP address mismatch" in (await cause(f"https://127.0.0.1:{port}")).said


async def test_a_server_that_speaks_no_tls() -> None:
    async with server(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert (await cause(f"https://127.0.0.1:{port}")).said.startswith(
            f"127.0.0.1:{port} cannot be spoken to over TLS"
        )


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_a_dead_proxy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://somebody:geheim@127.0.0.1:9")
    found = await cause("https://api.telegram.org")
    assert found.said == "the proxy 127.0.0.1:9 refuses the connection"
    assert "HTTPS_PROXY" in found.fix
    assert "geheim" not in found.said + found.fix


async def test_a_proxy_whose_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proxy.invalid:3128")
    assert (await cause("https://api.telegram.org")).said == "the name proxy.invalid cannot be resolved"


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [(b"HTTP/1.1 403 Forbidden\r\n\r\n", "HTTP 403"), (b"", "no answer"), (b"?\r\n", "no answer")],
)
async def test_a_proxy_that_refuses(answer: bytes, refusal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with server(answer) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        found = await cause("https://api.telegram.org")
    assert found.said == f"the proxy 127.0.0.1:{port} does not let us through to api.telegram.org:443 ({refusal})"
    assert found.fix == "ask its operator to allow api.telegram.org:443"


async def test_an_address_that_the_proxy_is_not_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with server(b"x") as port:
        assert "proxy 127" not in (await cause(f"https://127.0.0.1:{port}")).said


async def test_a_server_that_answers_something_else() -> None:
    async with server(b"x") as port:
        found = await cause(f"http://127.0.0.1:{port}")
    assert found.said == f"127.0.0.1:{port} is there, and does not answer as the Bot API does"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENETUNREACH, "x"), "there is no route to api.telegram.org:443"),
        (OSError(errno.EHOSTUNREACH, "x"), "there is no route to api.telegram.org:443"),
        (TimeoutError(), "api.telegram.org:443 does not answer within 5 s"),
        (ConnectionRefusedError(), "api.telegram.org:443 refuses the connection"),
        (socket.gaierror(), "the name api.telegram.org cannot be resolved"),
        (OSError(errno.EMFILE, "x"), "api.telegram.org:443 cannot be connected to (OSError)"),
    ],
)
def test_what_no_test_can_cause_here_is_told_apart_as_well(error: OSError, said: str) -> None:
    direct = connection_failed(error, "api.telegram.org:443", is_proxy=False)
    assert direct.said == said
    assert direct.fix
    assert "HTTPS_PROXY" in connection_failed(error, "api.telegram.org:443", is_proxy=True).fix
