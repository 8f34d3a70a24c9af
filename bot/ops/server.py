"""The web server behind the webhook and the endpoints for monitoring."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import uvicorn


class Server(uvicorn.Server):
    """Leaves the signals to the command line, which ends everything in its order, not this server alone."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield
