"""How a process of ours begins and ends."""

import os
import sys
from contextlib import suppress
from typing import NoReturn


def forbid_core_files() -> None:
    """A core file would hold all our memory: the token, and what people are writing at that moment."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def end(code: int) -> NoReturn:
    """End now, without Python's finalization.

    The HTTP client wakes the event loop from a thread of its own. When that thread is still on its way out of Python as
    finalization begins, the process aborts: 2 of 120 runs of `doctor` on a busy machine. At this point nothing is left
    to finalize: connections are closed, counts are written, and output is flushed here.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # full, closed, or not there at all
            stream.flush()
    os._exit(code)
