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

pytestmark = pytest.mark.slow

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


def test_packages_without_a_vulnerability_are_clean(lock: str) -> None:
    with database({}) as address:
        assert audit(address, (lock,)) == (Audited.CLEAN, ["no known vulnerability in 2 packages"])


def test_a_vulnerability_is_named_with_the_version_that_fixes_it(lock: str) -> None:
    with database({"click": WEAKNESS}) as address:
        outcome, (line,) = audit(address, (lock,))
    assert outcome is Audited.VULNERABLE
    assert line.startswith("click 8.1: ")
    assert line.endswith("; fixed in 99.1")


def test_an_unreachable_database_is_not_a_clean_audit(lock: str) -> None:
    with database({}) as address:
        pass
    outcome, (line,) = audit(address, (lock,))
    assert outcome is Audited.NOT_AUDITED
    assert line == f"not audited: {address} cannot be reached or read (requests.exceptions.ConnectionError)"
