"""Nothing of a person, no token and no button data in anything we write: F52 to F56, and every other way out."""

import ast
import base64
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard
from urllib.parse import quote, quote_plus

import httpx
import pytest
from telegram import Bot, Update

from bot.ops import logs
from bot.ops.logs import LOG, Fields, begin
from simulator.clock import Clock
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.processes import Worker, run, simulated, until

ROOT = Path(__file__).parents[3]
PRODUCT = [
    path
    for folder in ("flows", "locales", "listening", "campaigns", "bot", "web", "simulator")
    for path in sorted((ROOT / folder).rglob("*.py"))
]

SECRET = TOKEN.partition(":")[2]
TEXT, NAME, DATA, USER = "kanarie-tékst", "Kanarienáám", "kanarie|knop", 7345678901
FORGED = f'{TEXT}\n2026-01-01T00:00:00Z level=error event="vervalst kanarie-regel"\x1b[31m {TEXT}'
CANARIES = (TEXT, NAME, DATA, str(USER), "vervalst", "kanarie-regel", "\x1b", SECRET)
FAILED = {"ok": False, "error_code": 400, "description": f"Bad Request: {FORGED} {NAME} {DATA} {USER} {TOKEN}"}


def forms(canary: str) -> Iterator[bytes]:
    """As it is, and as it could hide: in hex, an address, JSON, a common hash, and base64 wherever it begins."""
    raw = canary.encode()
    for digest in ("md5", "sha1", "sha256", "sha512", "blake2b"):
        yield from (hashlib.new(digest, raw).hexdigest().encode(), hashlib.new(digest, raw).digest())
    yield from (raw, canary.encode("utf-16-le"), raw.hex().encode(), raw.hex().upper().encode())
    yield from (quote(canary, safe="").encode(), quote_plus(canary, safe="").encode(), repr(canary)[1:-1].encode())
    yield from (json.dumps(canary)[1:-1].encode(), canary.encode("unicode_escape"), ascii(canary)[1:-1].encode())
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for before in range(3) if len(raw) > 5 else ():
            # The letters at both ends also depend on what stands next to it.
            yield encode(b"\0" * before + raw)[(0, 2, 3)[before] :].rstrip(b"=")[:-1]


def leaks(written: bytes, canaries: tuple[str, ...] = CANARIES) -> list[bytes]:
    return [form for canary in canaries for form in forms(canary) if form in written]


@pytest.mark.parametrize("text", [TEXT, f"  {TEXT}", f"x{TEXT}x", SECRET])
def test_the_search_finds_what_is_hidden(text: str) -> None:
    """A search that finds nothing proves something only when it can find."""
    canary = (text.strip(" x"),)
    for hidden in (
        text,
        json.dumps(text),
        quote(text),
        text.encode().hex(),
        hashlib.sha256(canary[0].encode()).hexdigest(),
    ):
        assert leaks(hidden.encode(), canary)
    assert leaks(base64.b64encode(text.encode()), canary)


# F52, F53, F55: the whole bot, while everything fails.


async def provoke(telegram: Telegram, bot: Worker) -> None:
    """Every kind of update, each with the canaries in it, while Telegram refuses everything with canaries in its
    words."""
    await bot.says("event=ready")
    phone = telegram.phone(USER, "nl", first_name=NAME)
    phone.start()
    await until(lambda: any(message.from_bot for message in telegram.chats[USER].messages.values()))
    await until(lambda: not len(telegram.updates))
    for method in ("sendMessage", "editMessageText", "deleteMessage", "answerCallbackQuery", "leaveChat"):
        telegram.answer_next(method, *[FAILED] * 40)
    page = phone.screen["message_id"]
    for label in (*carried(phone), DATA):
        phone.forge(label, page)
    phone.type(FORGED)
    phone.start(DATA)
    phone.type(f"/{TEXT} {NAME}")
    phone.type("/wis")
    phone.edit(FORGED)
    phone.send_photo(FORGED)
    for data in (DATA, f"1|nl||welcome||{DATA}", "1|nl||welcome||wipe", "1|nl||welcome||"):
        phone.forge(data, page)
    phone.group(FORGED).add_bot()
    shape = {"id": USER, "is_bot": False, "first_name": NAME}
    telegram.updates.push({"message": {"text": FORGED, "from": shape}})  # cannot be read: no chat, no date
    telegram.updates.push({"callback_query": {"id": DATA, "from": {"id": NAME}, "data": DATA}})
    telegram.updates.push({"message": FORGED})
    await until(lambda: not len(telegram.updates) and bot.said.count("update not answered") >= 8)


def carried(phone: Phone) -> list[str]:
    """What every button of the page before them carries."""
    return [b["callback_data"] for row in phone.screen["keyboard"] for b in row if "callback_data" in b]


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_f52_f53_f55_nobody_is_in_the_logs_whatever_fails(tmp_path: Path, level: str) -> None:
    # Python's own debugging is on as well: it shows coroutines, tasks and what was never closed.
    debugging = {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONWARNINGS": "always"}
    async with (
        simulated() as (telegram, root),
        run(
            tmp_path / "w",
            root,
            {"LOG_LEVEL": level, "HEALTH_LISTEN": "127.0.0.1:0", "STATE_DIR": str(tmp_path / "state")},
            environment=debugging,
        ) as bot,
    ):
        await provoke(telegram, bot)
        async with httpx.AsyncClient() as client:
            counted = (await client.get(f"{await bot.health()}/metrics")).content
        assert await bot.stopped() == 0
    assert b"watkanikdoen_updates" in counted
    assert leaks(counted) == []
    assert "error=BadRequest" in bot.said
    assert leaks(bot.written) == []
    kept = (tmp_path / "state" / "counts.sqlite3").read_bytes()
    assert leaks(kept, tuple(canary for canary in CANARIES if canary != "\x1b")) == []  # there, a byte as any other
    assert TOKEN.partition(":")[0].encode() not in bot.written + kept
    assert b"Traceback" not in bot.written


async def test_f54_a_wrong_token_ends_with_a_line_without_it(tmp_path: Path) -> None:
    another = Telegram(Clock(), "1:another")
    async with simulated(another) as (_, root), run(tmp_path / "w", root, {"LOG_LEVEL": "DEBUG"}) as bot:
        assert await bot.ended() == 78
    (line,) = bot.said.splitlines()
    assert line.startswith("watkanikdoen: WATKANIKDOEN_TOKEN: Telegram does not know this token")
    assert leaks(bot.written) == []
    assert TOKEN.partition(":")[0].encode() not in bot.written


# F56 and the other ways out, in a process that is given to nothing but errors.

TROUBLE = """
import asyncio, gc, logging, logging.config, sys, threading, warnings
from telegram import Bot, Update
from bot.ops import logs
from bot.ops.logs import LOG

logs.begin(sys.argv[1])
TOKEN, TEXT = sys.argv[2:]
bot = Bot(TOKEN)
update = Update.de_json({"update_id": 5, "message": {"message_id": 1, "date": 1, "text": TEXT,
    "chat": {"id": 1, "type": "private", "first_name": TEXT}}}, bot)

def fail(words):
    hidden = (bot, update, words)
    try:
        {}[words]
    except KeyError:
        raise RuntimeError(words)

# 1. Our own log, wrongly used. (That a sentence is never put together is proven from the sources, below.)
LOG.info("our own")
LOG.warning("a sentence", text=TEXT, chat=1, bot=bot, update=update, update_id=TEXT, error=repr(bot), at=TEXT)
try:
    fail(TEXT)
except RuntimeError as error:
    LOG.error("a sentence", error=error)
    LOG.error("a sentence", exc_info=True, stack_info=True)

# 2. Libraries, also one that brings a handler of its own, and one that has one already.
for name in ("httpx", "pyreqwest", "telegram.Bot", "transitions.core", "asyncio", "uvicorn.error", "starlette",
             "py.warnings"):
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
        logger.log(level, "POST %s %r " + TEXT, TOKEN, update, extra={"token": TOKEN}, stack_info=True)
    try:
        fail(TEXT)
    except RuntimeError:
        logger.exception(TEXT)
    logger.warning("%d " + TEXT, TOKEN)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False,
    "handlers": {"own": {"class": "logging.StreamHandler"}}, "loggers": {"uvicorn": {"handlers": ["own"]}}})
try:
    fail(TEXT)
except RuntimeError:
    logging.getLogger("uvicorn.error").exception("own %s", TEXT)

# 3. Warnings, threads, what is thrown away, and the event loop.
warnings.warn(TEXT)
warnings.warn_explicit(TEXT, DeprecationWarning, TEXT, 1)
thread = threading.Thread(target=fail, args=(TEXT,), name=TEXT)
thread.start()
thread.join()

class Falling:
    def __repr__(self):
        return TEXT
    def __del__(self):
        fail(TEXT)

Falling()

async def unwatched():
    fail(TEXT)

async def main():
    loop = asyncio.get_running_loop()
    logs.watch(loop)
    loop.create_task(unwatched(), name=TEXT)
    loop.call_soon(fail, TEXT)
    loop.call_exception_handler({"message": TEXT, "task": TEXT})
    await asyncio.sleep(0.01)
    gc.collect()

asyncio.run(main(), debug=True)

# 4. What nobody caught.
try:
    fail(TEXT)
except RuntimeError as error:
    raise ExceptionGroup(TEXT, [error, ValueError(TEXT)]) from error
"""


@pytest.mark.parametrize("level", ["WARNING", "DEBUG"])
def test_f55_f56_every_way_out_tells_classes_and_places_only(tmp_path: Path, level: str) -> None:
    script = tmp_path / "trouble.py"
    script.write_text(TROUBLE, "utf-8")
    command = [sys.executable, "-W", "always", str(script), level, TOKEN, FORGED]
    process = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own script
    out, err = process.stdout, process.stderr
    lines = err.decode().splitlines()
    assert process.returncode == 1
    assert leaks(out + err) == []
    assert TOKEN.partition(":")[0].encode() not in out + err
    assert b"Traceback" not in out + err
    assert out == b""
    ours = [line for line in lines if line != "(words of a library left out)"]
    assert all(line.startswith("time=20") and " level=" in line for line in ours)
    for expected in (
        'event="a sentence" dropped=7',
        'event="a sentence" error="RuntimeError from KeyError" at=',
        "logger=httpx at=",
        'logger=telegram.Bot error="RuntimeError from KeyError" at=',
        "logger=transitions.core",
        'event="a Python warning" error=DeprecationWarning',
        'event="a thread was stopped by an error" error="RuntimeError from KeyError"',
        'event="an error that no code could handle" error="RuntimeError from KeyError"',
        'event="an error in a task that nothing awaits" error="RuntimeError from KeyError"',
        'event="the event loop reports a problem without an error"',
        'event="stopped by an unexpected error" error="ExceptionGroup from RuntimeError from ValueError',
    ):
        assert any(expected in line for line in lines), expected
    assert ("our own" in err.decode()) == (level == "DEBUG")


# What a line looks like.


def logged(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.partition(" ")[2].strip()


def test_a_running_bot_adds_nothing_to_what_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    begin("INFO")
    LOG.warning("could not", error=ValueError("kanarie"), update_id=7)
    line = capsys.readouterr().err
    assert re.fullmatch(r'time=[0-9T:Z-]{20} level=warning event="could not" error=ValueError update_id=7\n', line)


def test_a_line_says_level_sentence_and_fields(capsys: pytest.CaptureFixture[str]) -> None:
    LOG.warning("a wait", update_id=7, outcome="failed", locale="nl-BE", count=2, seconds=1.5, port=8080, error="Fault")
    assert logged(capsys) == (
        'level=warning event="a wait" update_id=7 outcome=failed locale=nl-BE count=2 seconds=1.5 port=8080 error=Fault'
    )


@pytest.mark.parametrize(
    "field",
    [
        {"update_id": True},
        {"update_id": "7"},
        {"error": "two words"},
        {"error": "1:token"},
        {"outcome": "Jan"},
        {"locale": "Jan en Piet"},
        {"at": "somewhere else"},
        {"seconds": "soon"},
        {"port": 7345678901},
        {"port": True},
        {"count": 1.5},
        {"text": "anything"},
        {"at": "bot/app.py:1\n2026-01-01"},
    ],
)
def test_what_has_not_the_shape_of_its_field_is_left_out_and_counted(
    field: Fields, capsys: pytest.CaptureFixture[str]
) -> None:
    LOG.warning("a line", **field)
    assert logged(capsys) == 'level=warning event="a line" dropped=1'


def test_an_exception_that_leads_in_circles_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = ValueError("x"), KeyError("y")
    one.__context__, other.__context__ = other, one
    LOG.error("a fault", error=one)
    assert logged(capsys) == 'level=error event="a fault" error="ValueError from KeyError"'


async def test_f56_the_shapes_of_bot_and_update_hold_what_must_not_be_shown() -> None:
    """Why no value is ever printed: their representations quote token, name and text."""
    client = Bot(TOKEN)
    chat = {"id": USER, "type": "private", "first_name": NAME}
    update = Update.de_json(
        {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "text": TEXT}}, client
    )
    assert SECRET in repr(client)
    assert TEXT in repr(update)
    assert NAME in repr(update)


# What the sources say: at run time a sentence that was put together looks like any other.


def misuses(source: str) -> list[str]:
    """Where `LOG` is used otherwise than as `LOG.level("a sentence", field=...)`."""
    nodes = list(ast.walk(ast.parse(source)))
    used = {id(node.func.value) for node in nodes if is_a_line(node) and isinstance(node.func, ast.Attribute)}
    loose = [node.lineno for node in nodes if isinstance(node, ast.Name) and node.id == "LOG" and id(node) not in used]
    renamed = [node.lineno for node in nodes if isinstance(node, ast.alias) and node.name == "LOG" and node.asname]
    return [f"line {number}" for number in loose + renamed]


def is_a_line(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("info", "warning", "error")
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and {field.arg for field in node.keywords} <= {*Fields.__annotations__}
    )


def test_every_sentence_is_written_out_where_it_is_logged_with_known_fields() -> None:
    for path in PRODUCT:
        if path != Path(logs.__file__):  # which makes LOG, and hands over the fields of libraries
            assert misuses(path.read_text("utf-8")) == [], path.relative_to(ROOT)


def test_there_are_lines_to_look_at() -> None:
    lines = [node for path in PRODUCT for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_a_line(node)]
    assert len(lines) > 20


@pytest.mark.parametrize(
    "use",
    [
        'LOG.warning(f"said by {text}")',
        'LOG.warning("said by %s" % text)',
        'LOG.warning("said by " + text)',
        'LOG.warning("said by {}".format(text))',
        "LOG.warning(text)",
        "LOG.warning(event=text)",
        'LOG.warning("said by", text)',
        'LOG.warning("said", text=text)',
        'LOG.warning("said", **fields)',
        'LOG.critical("said")',
        'say = LOG.warning; say("said")',
        "log = LOG",
        "getattr(LOG, level)(text)",
        "from bot.ops.logs import LOG as log",
    ],
)
def test_any_other_use_of_the_log_is_found(use: str) -> None:
    assert misuses(use)


def test_nothing_is_printed_past_the_log() -> None:
    """click.echo speaks to an operator at the command line; only the commands do."""
    for path in PRODUCT:
        speaks = path == Path(logs.__file__) or path.parent.name == "cli"
        if path.is_relative_to(ROOT / "bot") and not speaks:
            names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
            assert not names & {"print", "click"}, path
