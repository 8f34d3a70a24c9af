"""The stand-in for Telegram: a Bot API and its visitors, in a process of its own.

    python -m benchmarks.speed.standin FD [AVOID]

It listens on a socket that it is handed. Besides the Bot API there is one address, /load/<name>, for the benchmark: it
runs a load of `load.py` with its parameters as JSON, and answers when it is over. Buttons that end in AVOID are not
pressed.
"""

import asyncio
import json
import socket
import sys
from importlib import import_module

from benchmarks.speed import LOOP
from benchmarks.speed.api import Api
from benchmarks.speed.load import Load
from benchmarks.speed.wire import Answer, ClientConnection

STARTED = "started"
"""Not a load: tells when the bot first asked for updates, on the clock that all processes share."""


class StandIn:
    """The Bot API, and the loads as they are asked for."""

    def __init__(self, avoid: str) -> None:
        self._api = Api(avoid)
        self._load: Load | None = None
        self._running: set[asyncio.Task[None]] = set()

    def connection(self) -> ClientConnection:
        return ClientConnection(self._serve)

    def _serve(self, path: bytes, kind: bytes, body: bytes, answer: Answer) -> None:
        if not path.startswith(b"/load/"):
            self._api.serve(path, kind, body, answer)
            return
        running = asyncio.ensure_future(self._run(path.removeprefix(b"/load/").decode(), json.loads(body), answer))
        self._running.add(running)
        running.add_done_callback(self._running.discard)

    async def _run(self, name: str, given: dict[str, float], answer: Answer) -> None:
        if name == STARTED:
            answer(json.dumps({"at": await self._api.ready()}).encode())
            self._load = Load(self._api, int(given["pid"]))
            return
        figures = await getattr(self._load, name)(**given)
        answer(json.dumps(figures).encode())


async def serve(fd: int, avoid: str) -> None:
    standin = StandIn(avoid)
    server = await asyncio.get_running_loop().create_server(standin.connection, sock=socket.socket(fileno=fd))
    await server.serve_forever()


def main() -> None:
    with asyncio.Runner(loop_factory=import_module(LOOP).new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1]), "".join(sys.argv[2:])))


if __name__ == "__main__":
    main()
