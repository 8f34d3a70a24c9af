"""The bots that take part: ours, others, and bare loops, than which no bot can be faster."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import LOOP
from bot.api.events import WIPE
from bot.delivery.last_pages import MOST_CHATS
from tests.support import TOKEN
from tests.support.processes import Process, Worker, webhook

ROOT = Path(__file__).parents[2]
OF_PEERS = ROOT / ".venv-bench" / "bin" / "python"
"""Where `make bench` installs the libraries of the others. The bare loops run with those of the product."""

INSTALLED = ROOT / ".venv-ours" / "bin" / "python"
"""Our bot as `make install` puts it on a server. Among the tools of developers it starts later."""

ENVIRONMENT = {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Contestant:
    """A bot, and how it is treated. `start` makes its program, given the root of the Bot API and a file for its log.

    `keeps` says whether it only answers who said /start to it. `chats` is the number over which the growth of memory
    is measured, after `fills` others, which fill what is bounded; with 0 it is not. Buttons that end in a
    word of `avoid` are not pressed.
    """

    name: str
    start: Callable[[str, Path], Process]
    keeps: bool = False
    chats: int = 0
    fills: int = 0
    avoid: str = ""


def _ours_with_webhook(api_url: str, log: Path) -> Process:
    return _ours(api_url, log, **webhook())


def _ours(api_url: str, log: Path, **settings: str) -> Process:
    python = str(INSTALLED) if INSTALLED.exists() else sys.executable
    settings["CAMPAIGNS"] = str(ROOT / "campaigns" / "example.toml")
    return Worker(api_url, log, settings, python=python)


def _with(python: str, module: str) -> Callable[[str, Path], Process]:
    def start(api_url: str, log: Path) -> Process:
        return Process([python, "-m", f"benchmarks.speed.{module}", api_url, TOKEN], log, ENVIRONMENT)

    return start


AVOID = f"|{WIPE} r|"
"""The wipe, after which there is nothing to press, and the reading mode, in which each page is a new message."""
OURS = Contestant("**ours**, polling", _ours, chats=100_000, fills=3 * MOST_CHATS, avoid=AVOID)
WITH_WEBHOOK = Contestant("**ours**, webhook", _ours_with_webhook, avoid=AVOID)
PTB = Contestant("PTB ConversationHandler", _with(str(OF_PEERS), "peers.ptb"), keeps=True, chats=3_000)
AIOGRAM = Contestant("aiogram FSM", _with(str(OF_PEERS), "peers.aiogram_fsm"), keeps=True, chats=3_000)
DIALOG = Contestant("aiogram_dialog", _with(str(OF_PEERS), "peers.aiogram_dialogs"), keeps=True, chats=3_000)
TELEBOT = Contestant("pyTelegramBotAPI async", _with(str(OF_PEERS), "peers.telebot_async"), keeps=True, chats=3_000)
FLOOR = Contestant(f"bare loop, pyreqwest + {LOOP}", _with(sys.executable, "floors.pyreqwest_loop"))
SOCKET = Contestant(f"bare loop, sockets + {LOOP}", _with(sys.executable, "floors.socket_loop"))

QUICKLY = (OURS, FLOOR, SOCKET)
ALL = (OURS, WITH_WEBHOOK, PTB, AIOGRAM, DIALOG, TELEBOT, FLOOR, SOCKET)


def standin(fd: int, avoid: str, log: Path) -> Process:
    """The stand-in for Telegram, on the fastest event loop that is installed."""
    python = str(OF_PEERS) if OF_PEERS.exists() else sys.executable
    return Process([python, "-m", "benchmarks.speed.standin", str(fd), avoid], log, ENVIRONMENT)
