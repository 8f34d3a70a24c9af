"""A real Redis or Valkey on a socket in a folder, which writes nothing to disk."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from redis.asyncio import Redis

from tests.support.debian import REDIS


class Store:
    """One server. It can be killed, started again, and stopped for a while."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._socket = folder / "socket"
        self._log = folder / "log"
        self._options = options
        self.url = f"unix://{self._socket}"
        self.start()

    def start(self) -> None:
        """Start, with nothing in it, and wait until it listens."""
        self._socket.unlink(missing_ok=True)
        quiet = ("--save", "", "--appendonly", "no", "--logfile", str(self._log), "--dir", str(self._log.parent))
        self._process = subprocess.Popen(  # noqa: S603 - ours
            [REDIS.required(), "--port", "0", "--unixsocket", str(self._socket), *quiet, *self._options]
        )
        while not self._listens():
            assert self._process.poll() is None, self._log.read_text("utf-8")
            time.sleep(0.01)

    def _listens(self) -> bool:
        """The socket is there a moment before it accepts connections."""
        with socket.socket(socket.AF_UNIX) as tried:
            return tried.connect_ex(str(self._socket)) == 0

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def freeze(self) -> None:
        """Stop it: connections stay, and nothing is answered."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self._process.pid, signal.SIGCONT)

    def client(self) -> Redis:
        return Redis.from_url(self.url)

    async def dump(self) -> bytes:
        """Every key and every value."""
        found = []
        async with self.client() as client:
            async for key in client.scan_iter():
                found.append(key)
                kind = await client.type(key)
                if kind == b"hash":
                    found += [part for item in (await client.hgetall(key)).items() for part in item]
                elif kind == b"set":
                    found += await client.smembers(key)
                elif kind == b"list":
                    found += await client.lrange(key, 0, -1)
                elif kind == b"zset":
                    scored: Any = await client.zrange(key, 0, -1, withscores=True)
                    found += [part for member, score in scored for part in (member, b"%d" % score)]
                else:
                    found.append(await client.get(key) or b"")
        return b"\n".join(found)

    async def ask(self, *commands: str) -> None:
        """Give it any commands, as an operator may, over one connection."""
        async with self.client() as client, client.pipeline(transaction=False) as asked:
            for command in commands:
                asked.execute_command(*command.split())
            await asked.execute()


@contextmanager
def started(*options: str) -> Iterator[Store]:
    """A server while the block runs."""
    with tempfile.TemporaryDirectory() as folder:  # its path is short: a socket's may have some hundred characters
        store = Store(Path(folder), *options)
        try:
            yield store
        finally:
            store.kill()
