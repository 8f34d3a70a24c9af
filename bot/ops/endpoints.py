"""`/live`, `/ready` and `/metrics`: what whoever watches us is told. See `bot/ops/metrics.py`."""

from __future__ import annotations

import asyncio
import socket

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.ops.logs import LOG
from bot.ops.metrics import PULSE, REGISTRY, Pulse
from bot.ops.server import Server


def app(pulse: Pulse = PULSE) -> Starlette:
    """The three addresses. What they say is for machines, and tells nothing about a person."""

    async def live(_: Request) -> Response:
        return PlainTextResponse("alive\n") if pulse.is_alive() else PlainTextResponse("deaf\n", 503)

    async def ready(_: Request) -> Response:
        return PlainTextResponse("ready\n") if pulse.is_ready() else PlainTextResponse("not ready\n", 503)

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/live", live), Route("/ready", ready), Route("/metrics", metrics)])


async def serve(listen: str, pulse: Pulse, stop: asyncio.Event) -> None:
    """Serve them on `listen` (host:port) until `stop` is set. A port that is taken is logged."""
    if listener := _listener(listen):
        LOG.info("health address open", port=listener.getsockname()[1])
        server = _server(app(pulse))
        serving = asyncio.ensure_future(server.serve(sockets=[listener]))
        await stop.wait()
        server.should_exit = True
        await serving


def _server(app: Starlette) -> Server:
    # No log_config: uvicorn would set up handlers of its own. Few connections are enough for who watches us, and
    # none may hold up our end, for which a supervisor gives ten seconds.
    return Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            limit_concurrency=32,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
    )


def _listener(listen: str) -> socket.socket | None:
    host, _, port = listen.rpartition(":")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), int(port)), family=family)
    except OSError as error:
        LOG.error("the health address cannot be used; going on without it", port=int(port), error=error)
        return None
