"""The simulator over HTTP: the Bot API at /bot<token>/<method>, and the demo page.

For 127.0.0.1 only: there is no login. The Host header is checked, so that a web page elsewhere cannot reach it by
pointing its own name here.
"""

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from simulator.clock import Clock
from simulator.desk import NO_TOUR, Desk, Tour
from simulator.faults import AnswerLost, NoAnswer, raw
from simulator.posts import Delivery, posted
from simulator.refusals import error
from simulator.telegram import ConnectionLost, Telegram

PAGE = Path(__file__).parent / "demo_page"
# The page loads nothing from elsewhere, and says so to the browser.
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
LOCAL = ["127.0.0.1", "localhost"]
TRANSPORT = "simulator.transport"


class Dropped(Response):
    """An answer that never comes: the connection is reset. Without a socket it begins, and then closes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if transport := scope.get(TRANSPORT):
            # A linger of 0 seconds makes the kernel send a reset instead of an orderly end.
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()
        else:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})


class Silent(Dropped):
    """No answer, until the other side stops waiting."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass


class _App(Starlette):
    """Remembers the connection, which a fault may have to reset; ASGI does not show it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[TRANSPORT] = getattr(getattr(send, "__self__", None), "transport", None)
        await super().__call__(scope, receive, send)


def app(telegram: Telegram, clock: Clock, tour: Tour = NO_TOUR, exhibits: Path | None = None) -> Starlette:
    """Serves the folder with the files of the tour's exhibits too, if there is one."""
    desk = Desk(telegram, clock, tour)

    async def state(request: Request) -> Response:
        """Everything the page shows; waits until there is something newer than the version it has."""
        return JSONResponse(await desk.state(int(request.query_params.get("seen", -1))))

    async def act(request: Request) -> Response:
        # Only JSON: a form on another page could otherwise press buttons here.
        if request.headers.get("content-type", "").split(";")[0] != "application/json":
            return JSONResponse({"error": "application/json expected"}, 415)
        try:
            desk.act(request.path_params["action"], await request.json())
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True})

    return _App(
        routes=[
            Route("/", _page),
            Route("/bot{token}/{method}", partial(_bot_api, telegram), methods=["GET", "POST"]),
            Route("/demo/state", state),
            Route("/demo/{action}", act, methods=["POST"]),
            Mount("/demo", StaticFiles(directory=PAGE)),
            *([Mount("/exhibits", StaticFiles(directory=exhibits))] if exhibits else []),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=LOCAL)],
        lifespan=lambda _: _delivering(telegram),
    )


async def _bot_api(telegram: Telegram, request: Request) -> Response:
    path = request.path_params
    try:
        status, body = await telegram.respond(path["method"], await _parameters(request), token=path["token"])
    except (ConnectionLost, AnswerLost):
        return Dropped()
    except NoAnswer:
        return Silent()
    except ValueError:
        status, body = raw(error(400, "Bad Request: can't parse the request"))
    return Response(body, status, media_type="text/html" if body.startswith(b"<") else "application/json")


async def _page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})


@asynccontextmanager
async def _delivering(telegram: Telegram) -> AsyncIterator[None]:
    async with httpx.AsyncClient(timeout=60.0) as client:
        delivery = asyncio.create_task(Delivery(telegram, partial(posted, client)).run())
        yield
        delivery.cancel()
        await asyncio.wait({delivery})


async def _parameters(request: Request) -> dict[str, Any]:
    """The parameters in the address and in the body, as JSON or as a form. Files are not simulated."""
    params: dict[str, Any] = dict(request.query_params)
    body = await request.body()
    match request.headers.get("content-type", "").split(";")[0]:
        case "application/json" if body:
            params |= json.loads(body)
        case "application/x-www-form-urlencoded":
            params |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return params
