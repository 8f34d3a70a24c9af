"""Logging: our own sentences to stderr, a line each, and never a person, a text, a token or an address in them.

The rule is an allow-list. A line holds a sentence that is written out in the code (a test of the sources says so) and
known fields, each in its own shape; anything else is left out and counted (`dropped`). Of libraries, warnings and
uncaught exceptions only the class, the file and the line are logged, never their words: httpx logs addresses that
hold the token, python-telegram-bot logs whole updates with what people typed, and a traceback ends in the message of
its exception. The level makes no difference to that. DEBUG logs no more than INFO: a line for each step would be an
account of somebody's conversation.
"""

import asyncio
import json
import logging
import re
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath
from types import TracebackType
from typing import Annotated, Any, TypedDict, Unpack, get_type_hints

MOST_FRAMES = 12
"""Places logged of one exception, the innermost."""

MOST_CAUSES = 6
"""Exceptions logged of a chain or group."""


_FILE = re.compile(r"[A-Za-z0-9_./-]{1,100}\.py")
_PLACE = r"([A-Za-z0-9_./-]{1,100}\.py|elsewhere):\d{1,6}"
_CLASS = r"[A-Za-z_]\w{0,60}"


def _is_whole(value: object) -> bool:
    """Exactly a number: a subclass could print a text of its own."""
    return type(value) is int


def _is_port(value: int) -> bool:
    return _is_whole(value) and 0 <= value < 1 << 16


def _is_number(value: object) -> bool:
    return type(value) in (int, float)


class Fields(TypedDict, total=False):
    """The fields that a line may have, each with what tells its shape."""

    update_id: Annotated[int, _is_whole]
    error: Annotated[str | BaseException, re.compile(rf"{_CLASS}( from {_CLASS})*").fullmatch]
    """The name of a class; an exception adds its causes and places."""
    outcome: Annotated[str, re.compile(r"[a-z_]{1,24}").fullmatch]
    locale: Annotated[str, re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?").fullmatch]
    version: Annotated[str, re.compile(r"\d[a-z0-9.+]{0,60}").fullmatch]
    count: Annotated[int, _is_whole]
    port: Annotated[int, _is_port]
    seconds: Annotated[float, _is_number]
    logger: Annotated[str, re.compile(r"[\w.]{1,80}").fullmatch]
    """Of a library."""
    at: Annotated[str, re.compile(rf"{_PLACE}( {_PLACE})*").fullmatch]
    """file:line, the innermost last."""


_SHAPES = {field: hint.__metadata__[0] for field, hint in get_type_hints(Fields, include_extras=True).items()}


class Log:
    """Writes lines. A sentence is a literal where it is logged, never put together."""

    level = logging.INFO

    def info(self, event: str, **fields: Unpack[Fields]) -> None:
        self._write(logging.INFO, event, {**fields})

    def warning(self, event: str, **fields: Unpack[Fields]) -> None:
        self._write(logging.WARNING, event, {**fields})

    def error(self, event: str, **fields: Unpack[Fields]) -> None:
        self._write(logging.ERROR, event, {**fields})

    def _write(self, level: int, event: str, fields: dict[str, object]) -> None:
        if level < type(self).level:
            return
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        line = {"time": now, "level": logging.getLevelName(level).lower(), "event": event, **_allowed(fields)}
        text = " ".join(f"{key}={_quoted(value)}" for key, value in line.items())
        with suppress(OSError, ValueError):  # stderr is closed or full: the guide goes on without it
            print(f"{text}\n", end="", file=sys.stderr, flush=True)  # in one write: threads log too


LOG = Log()


def _allowed(fields: dict[str, object]) -> dict[str, object]:
    """The known fields that have their shape, and how many were dropped."""
    if isinstance(error := fields.get("error"), BaseException):
        fields |= _described(error)
    kept = {key: value for key, value in fields.items() if key in _SHAPES and _fits(key, value)}
    dropped = len(fields) - len(kept)
    return kept | ({"dropped": dropped} if dropped else {})


def _fits(key: str, value: object) -> bool:
    try:
        return bool(_SHAPES[key](value))
    except TypeError:  # no text where a text must be
        return False


def _quoted(value: object) -> str:
    """As logfmt has it: quoted where a space, a quote or an = would be read as the end of the value."""
    text = str(value)
    return text if re.fullmatch(r"[!#-<>-~]+", text) else json.dumps(text)


def begin(level: str) -> None:
    """From now on all output of this process goes through here: DEBUG, INFO, WARNING or ERROR and above."""
    Log.level = logging.getLevelNamesMapping()[level]
    logging.setLogRecordFactory(_Record)
    logging.raiseExceptions = False  # a handler that fails would print the record that it failed on
    for logger in [logging.getLogger(name) for name in logging.root.manager.loggerDict]:
        logger.handlers.clear()
        logger.propagate = True
    logging.root.handlers[:] = [_Libraries(logging.WARNING)]
    logging.root.setLevel(logging.WARNING)  # what a library says below that means nothing without its words
    warnings.showwarning = _on_warning
    sys.excepthook = _on_uncaught
    sys.unraisablehook = _on_unraisable
    threading.excepthook = _on_thread


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Log errors of tasks that nothing awaits in the same way."""
    loop.set_exception_handler(_on_loop)


class _Record(logging.LogRecord):
    """A record of a library that loses its words when it is made: the library may have handlers of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        error = self.exc_info[1] if self.exc_info else None
        self.known_fields = _described(error) if error else Fields(at=_place(self.pathname, self.lineno))
        self.msg, self.args = "(words of a library left out)", ()
        self.exc_info = self.exc_text = self.stack_info = None


class _Libraries(logging.Handler):
    """Logs which library reports something, how bad, where in its code, and which error, if any."""

    def emit(self, record: logging.LogRecord) -> None:
        known: Fields = getattr(record, "known_fields", Fields())
        fields = Fields(logger=record.name) | known
        if record.levelno >= logging.ERROR:
            LOG.error("a library reports", **fields)
        else:
            LOG.warning("a library reports", **fields)


def _on_uncaught(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    LOG.error("stopped by an unexpected error", error=error)


def _on_thread(args: threading.ExceptHookArgs) -> None:
    LOG.error("a thread was stopped by an error", error=args.exc_value or args.exc_type.__name__)


def _on_unraisable(what: Any) -> None:
    LOG.error("an error that no code could handle", error=what.exc_value or what.exc_type.__name__)


def _on_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, BaseException):
        LOG.error("an error in a task that nothing awaits", error=error)
    else:
        LOG.error("the event loop reports a problem without an error")


def _on_warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, *_: Any, **__: Any
) -> None:
    LOG.warning("a Python warning", error=category.__name__, at=_place(filename, lineno))


def _described(error: BaseException) -> Fields:
    """An exception as the log shows it: the classes of the chain, and the places they came through."""
    chain = list(_chain(error))
    fields: Fields = {"error": " from ".join(type(one).__name__ for one in chain)}
    if places := [place for one in chain for place in _places(one.__traceback__)]:
        fields["at"] = " ".join(places)
    return fields


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, those in its group, and its causes; each once."""
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
    """The last two parts of the path name the file: `chat/handlers.py:57`."""
    name = "/".join(PurePath(filename).parts[-2:])
    return f"{name if _FILE.fullmatch(name) else 'elsewhere'}:{line}"
