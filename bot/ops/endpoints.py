"""`/live`, `/ready` and `/metrics`: HTTP endpoints for monitoring. `/live` says whether a restart would help, `/ready`
whether visitors are answered, `/metrics` is for Prometheus."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.ops.logs import LOG
from bot.ops.metrics import PULSE, REGISTRY, Pulse
from bot.ops.server import Server, listener


def app(pulse: Pulse = PULSE) -> Starlette:
    """The three endpoints. Nothing they say is about a person."""

    async def live(_: Request) -> Response:
        return PlainTextResponse("alive\n") if pulse.is_alive() else PlainTextResponse("stalled\n", 503)

    async def ready(_: Request) -> Response:
        return PlainTextResponse("ready\n") if pulse.is_ready() else PlainTextResponse("not ready\n", 503)

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/live", live), Route("/ready", ready), Route("/metrics", metrics)])


@asynccontextmanager
async def served(listen: str, pulse: Pulse = PULSE) -> AsyncIterator[None]:
    """Serve them on `listen` (host:port) while the block runs.

    A port that is taken is logged, and the block runs without endpoints: visitors matter more.
    """
    host, _, port = listen.rpartition(":")
    taken = None
    try:
        taken = listener(host.strip("[]"), int(port))
    except OSError as error:
        LOG.error("cannot listen at the health address; continuing without it", port=int(port), error=error)
    if taken is None:
        yield
        return
    LOG.info("health address open", port=taken.getsockname()[1])
    # A monitor needs few connections, and none may delay the end of the process, for which a supervisor allows ten
    # seconds.
    server = Server(app(pulse), limit_concurrency=32, timeout_graceful_shutdown=1)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    try:
        yield
    finally:
        server.should_exit = True
        await serving
