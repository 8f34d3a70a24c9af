"""A host for static files, as a municipality would put the pages on."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a log."""

    def log_message(self, *_: object) -> None:
        pass


class Unslashed(Quiet):
    """Shows the page of a folder at its name without a slash too, where others redirect."""

    def translate_path(self, path: str) -> str:
        there = Path(super().translate_path(path))
        return str(there / "index.html" if there.is_dir() else there)


class Indexless(Quiet):
    """Has files only, as storage without a web server does."""

    def send_head(self) -> BinaryIO | None:
        if Path(self.translate_path(self.path)).is_dir():
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        return super().send_head()


@contextmanager
def serving(folder: Path, kind: type[Quiet] = Quiet) -> Iterator[str]:
    """Serves this folder while the block runs; yields its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
