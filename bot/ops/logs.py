"""Logging: our own sentences to stderr, a line each, and never a person, a text, a token or an address in them.

The rule is an allow-list. A line says one of our own sentences and fields that we know, each in the shape it must have;
what is anything else is left out and counted (`dropped`). Whatever others have to say (libraries, warnings,
exceptions that nobody caught) comes down to which class of error, in which file, on which line: their words are
not ours to print. httpx writes addresses that hold the token; python-telegram-bot writes whole updates with what
people typed; a traceback ends in the message of its exception. It makes no difference how much is logged:
DEBUG says more of ours, and nothing more of theirs.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePath
from types import TracebackType
from typing import Any, TextIO, TypedDict, Unpack

from logfmter import Logfmter

MOST_FRAMES = 12
"""Places of one exception that are told, the innermost."""

MOST_CAUSES = 6
"""Exceptions that are told, of those that led to one another."""


class Fields(TypedDict, total=False):
    """What may stand behind a sentence. A field that is not here is not printed."""

    update_id: int
    error: str | BaseException  # the name of a class; an exception tells its causes and places as well
    outcome: str
    locale: str
    count: int
    port: int
    seconds: float
    logger: str  # a library's
    at: str  # file:line, innermost last


_FILE = re.compile(r"[A-Za-z0-9_./-]{1,100}\.py")
_PLACE = r"([A-Za-z0-9_./-]{1,100}\.py|elsewhere):\d{1,6}"
_CLASS = r"[A-Za-z_]\w{0,60}"
_SHAPES: dict[str, Callable[[Any], object]] = {
    # A number is a number and nothing that only looks like one: no subclass with a text of its own.
    "update_id": lambda value: type(value) is int,
    "count": lambda value: type(value) is int,
    "port": lambda value: type(value) is int and 0 <= value < 1 << 16,
    "seconds": lambda value: type(value) in (int, float),
    "error": re.compile(rf"{_CLASS}( from {_CLASS})*").fullmatch,
    "outcome": re.compile(r"[a-z_]{1,24}").fullmatch,
    "locale": re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?").fullmatch,
    "logger": re.compile(r"[\w.]{1,80}").fullmatch,
    "at": re.compile(rf"{_PLACE}( {_PLACE})*").fullmatch,
}


class Log:
    """What `LOG` can do. Sentences are written out where they are logged, never put together."""

    level = logging.INFO

    def debug(self, event: str, **fields: Unpack[Fields]) -> None:
        self._say("debug", event, fields)

    def info(self, event: str, **fields: Unpack[Fields]) -> None:
        self._say("info", event, fields)

    def warning(self, event: str, **fields: Unpack[Fields]) -> None:
        self._say("warning", event, fields)

    def error(self, event: str, **fields: Unpack[Fields]) -> None:
        self._say("error", event, fields)

    def _say(self, level: str, event: str, fields: Fields) -> None:
        if logging.getLevelNamesMapping()[level.upper()] < type(self).level:
            return
        # A sentence that was written out is a constant of the code that logs it. One that was put together from
        # something else, which might be a visitor's, is not; there is no other way to tell them apart.
        caller = sys._getframe(2)
        ours = event in caller.f_code.co_consts
        if not ours:
            fields["at"] = _place(caller.f_code.co_filename, caller.f_lineno)
        _STDERR.handle(logging.makeLogRecord({"msg": _line(level, event if ours else "", {**fields})}))


class _Stderr(logging.Handler):
    """A line each, in logfmt, on what is stderr at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError, ValueError):  # it is closed or full: the guide goes on without it
            print(self.format(record), file=sys.stderr, flush=True)


class _Logfmt(Logfmter):
    """Of the message alone, in UTC: a record carries more than was allowed."""

    converter = staticmethod(time.gmtime)

    @classmethod
    def get_extra(cls, record: logging.LogRecord) -> dict[str, object]:
        return {}


_STDERR = _Stderr()
_STDERR.setFormatter(_Logfmt(keys=["time"], mapping={"time": "asctime"}, datefmt="%Y-%m-%dT%H:%M:%SZ"))


def _line(level: str, event: str, fields: dict[str, object]) -> dict[str, object]:
    """What is not known, or has another shape than it must have, is left out and counted; an exception becomes the
    names of its classes and the places it came through."""
    error = fields.get("error")
    if isinstance(error, BaseException):
        fields |= _told(error)
    kept = {key: value for key, value in fields.items() if key in _SHAPES and _fits(key, value)}
    dropped = len(fields) - len(kept) + (not event)
    return {"level": level, "event": event or "(left out)", **kept, **({"dropped": dropped} if dropped else {})}


def _fits(key: str, value: object) -> bool:
    try:
        return bool(_SHAPES[key](value))
    except TypeError:  # no text where a text must be
        return False


LOG = Log()


def begin(level: str) -> None:
    """From here on everything that this process writes goes through here: DEBUG, INFO, WARNING or ERROR and above."""
    Log.level = logging.getLevelNamesMapping()[level]
    logging.setLogRecordFactory(_Record)
    logging.raiseExceptions = False  # a handler that stumbles would print the line it stumbled over
    for logger in [logging.getLogger(name) for name in logging.root.manager.loggerDict]:
        logger.handlers.clear()
        logger.propagate = True
    logging.root.handlers[:] = [_Libraries(logging.WARNING)]
    logging.root.setLevel(logging.WARNING)  # what a library says in passing means nothing without its words
    warnings.showwarning = _on_warning
    sys.excepthook = _on_uncaught
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on Windows

        # A core file holds all our memory: the token, and what people are writing at that moment.
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """What goes wrong in a task that nobody waits for is told like everything else."""
    loop.set_exception_handler(_on_loop)


class _Record(logging.LogRecord):
    """A line of a library, without its words from the moment it is made: it may have handlers of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        error = self.exc_info[1] if self.exc_info else None
        self.told = _told(error) if error else Fields(at=_place(self.pathname, self.lineno))
        self.msg, self.args = "words of a library are not shown", ()
        self.exc_info = self.exc_text = self.stack_info = None


class _Libraries(logging.Handler):
    """Which library says something, how bad it is, and where in its code; and what error it was, if any."""

    def emit(self, record: logging.LogRecord) -> None:
        told: Fields = getattr(record, "told", Fields())
        fields = Fields(logger=record.name) | told
        if record.levelno >= logging.ERROR:
            LOG.error("a library reports", **fields)
        else:
            LOG.warning("a library reports", **fields)


def _on_uncaught(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    LOG.error("stopped by an error that nobody expected", error=error)


def _on_thread(args: threading.ExceptHookArgs) -> None:
    LOG.error("a thread was stopped by an error", error=args.exc_value or args.exc_type.__name__)


def _on_unraisable(what: Any) -> None:
    LOG.error("an error where none can be handled", error=what.exc_value or what.exc_type.__name__)


def _on_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, BaseException):
        LOG.error("an error in a task that nobody waited for", error=error)
    else:
        LOG.error("the event loop reports something without an error")


def _on_warning(  # noqa: PLR0917 - Python calls it with these six
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    LOG.warning("python warns", error=category.__name__, at=_place(filename, lineno))


def _told(error: BaseException) -> Fields:
    """All that is told of an exception: the classes of those that led to it, and the places they came through."""
    chain = list(_chain(error))
    told: Fields = {"error": " from ".join(type(one).__name__ for one in chain)}
    if places := [place for one in chain for place in _places(one.__traceback__)]:
        told["at"] = " ".join(places)
    return told


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, those in its group, and what led to it; each once."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting and len(seen) < MOST_CAUSES:
        one = waiting.pop(0)
        if one is None or any(one is other for other in seen):
            continue
        seen.append(one)
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
        waiting.append(one.__cause__ or (None if one.__suppress_context__ else one.__context__))


def _places(places: TracebackType | None) -> list[str]:
    found = [_place(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(places)]
    return found[-MOST_FRAMES:]


def _place(filename: str, line: int) -> str:
    """Two parts of the path say which file: `bot/chat/handlers.py:57`."""
    name = "/".join(PurePath(filename).parts[-2:])
    return f"{name if _FILE.fullmatch(name) else 'elsewhere'}:{line}"
