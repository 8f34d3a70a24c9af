"""Whether a weakness is known: asked of a database, here one of our own that speaks as osv.dev does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from release.audit import Audited, audit

PAGE_OF = "/v1/query"
WEAKNESS = {
    "id": "GHSA-0000-0000-0001",
    "summary": "It can be made to wait",
    "aliases": ["CVE-2026-0001"],
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "click"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.1"}]}],
        }
    ],
}


@contextmanager
def database(weak: dict[str, Any]) -> Iterator[str]:
    """The address of a database that knows these weaknesses, by package."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found = weak.get(asked["package"]["name"])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"vulns": [found]} if found else {}).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PAGE_OF}"
        server.shutdown()


@pytest.fixture
def lock(tmp_path: Path) -> str:
    path = tmp_path / "requirements.lock"
    path.write_text("".join(f"{name}==8.1 --hash=sha256:{'0' * 64}\n" for name in ("click", "idna")), "utf-8")
    return str(path)


def test_nothing_is_known(lock: str) -> None:
    with database({}) as address:
        assert audit(address, (lock,)) == (Audited.NOTHING_KNOWN, ["nothing is known of 2 packages"])


def test_a_weakness_is_named_with_the_version_that_mends_it(lock: str) -> None:
    with database({"click": WEAKNESS}) as address:
        outcome, (line,) = audit(address, (lock,))
    assert outcome is Audited.WEAK
    assert line.startswith("click 8.1: ")
    assert line.endswith("; mended in 99.1")


def test_a_database_that_is_away_is_no_good_news(lock: str) -> None:
    with database({}) as address:
        pass
    outcome, (line,) = audit(address, (lock,))
    assert outcome is Audited.NOT_LOOKED
    assert line == f"nothing was looked up: {address} cannot be reached or read (requests.exceptions.ConnectionError)"
