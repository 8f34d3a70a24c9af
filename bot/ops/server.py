"""The web server behind the webhook and the endpoints for monitoring."""

import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp


class Server(uvicorn.Server):
    """Says nothing of who calls, and sets up no log of its own. It leaves the signals to the command line, which ends
    everything in its order, not this server alone."""

    def __init__(self, app: ASGIApp, **more: Any) -> None:
        quiet: dict[str, Any] = {"log_config": None, "access_log": False, "server_header": False, "lifespan": "off"}
        super().__init__(uvicorn.Config(app, **quiet, **more))

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def listener(host: str, port: int) -> socket.socket:
    """A port, taken. Raises `OSError`."""
    return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
