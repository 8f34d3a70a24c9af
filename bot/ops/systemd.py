"""Tells systemd how we are: READY, the watchdog's keep-alive, STOPPING. Elsewhere nothing is sent.

READY is sent before Telegram has answered: it may be away for hours, and a start that timed out would help nobody.
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.ops.metrics import PULSE, Pulse


@asynccontextmanager
async def notified(stop: asyncio.Event, pulse: Pulse = PULSE) -> AsyncIterator[None]:
    """While the block runs systemd is told. From the moment that `stop` is set we are not ready any more."""
    telling = asyncio.create_task(_tell(stop, pulse))
    try:
        yield
    finally:
        stop.set()
        await telling


async def _tell(stop: asyncio.Event, pulse: Pulse) -> None:
    notify("READY=1")
    pause = _watchdog_pause()
    while not stop.is_set():
        if pause and pulse.is_alive():
            notify("WATCHDOG=1")
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
    pulse.close()
    notify("STOPPING=1")


def notify(state: str) -> None:
    """Send one state, as sd_notify(3) shows. A systemd that is gone or does not read must not hold up the bot."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):  # an abstract socket
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection, suppress(OSError):
        connection.setblocking(False)
        connection.sendto(state.encode(), address)


def _watchdog_pause() -> float | None:
    """Half the seconds within which systemd expects a sign, or None when it expects none from this process."""
    asked = os.environ.get("WATCHDOG_USEC", "")
    for_us = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return int(asked) / 1e6 / 2 if asked.isdecimal() and int(asked) and for_us else None
