"""The simulator as a server, for a bot in the same event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn

from simulator.clock import Clock
from simulator.desk import NO_TOUR, Tour
from simulator.http import app
from simulator.telegram import Telegram

HOST = "127.0.0.1"


class _Quiet(uvicorn.Server):
    """Leaves signals to the caller, who has to stop the bot as well."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


@asynccontextmanager
async def serve(
    telegram: Telegram, clock: Clock, *, port: int, tour: Tour = NO_TOUR, exhibits: Path | None = None
) -> AsyncIterator[str]:
    """Serves the demo page and the Bot API while the block runs, and yields their common address.

    The port is taken before anything starts: a busy one raises OSError here. Port 0 takes a free one.
    """
    with socket.create_server((HOST, port)) as listener:
        # Without it an answer of two packets takes 40 ms: asyncio does not set it on a socket that is made like this.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # "critical", since a lost connection is simulated by breaking off, which uvicorn calls an error.
        # A page and a bot that wait for news may be left waiting at the end.
        config = uvicorn.Config(
            app(telegram, clock, tour, exhibits),
            log_level="critical",
            access_log=False,
            lifespan="on",
            timeout_graceful_shutdown=1,
        )
        server = _Quiet(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"http://{HOST}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            telegram.changed()  # a page that waits for news is let go
            await serving
