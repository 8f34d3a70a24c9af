"""Logging: our own lines only, and never a person, a text, a token or an address in them.

The loggers of libraries are cut off: httpx writes addresses that hold the token, and python-telegram-bot
writes whole updates with what people typed.
"""

from __future__ import annotations

import logging

LOG = logging.getLogger("watkanikdoen")


def begin(level: str) -> None:
    """Send our lines to standard error; the root logger stays without a handler, so libraries are silent."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.handlers = [handler]
    LOG.setLevel(level)
    LOG.propagate = False
    logging.getLogger().handlers = [logging.NullHandler()]
    logging.lastResort = None
