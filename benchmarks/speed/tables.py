"""The results of a run: a table with ratios, a table of targets, and the page in `docs/` that holds both."""

import os
import platform
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.contest import DELAY, RATE, Figures, Plan
from benchmarks.speed.contestants import AIOGRAM, DIALOG, FLOOR, OURS, PTB, ROOT, SOCKET, TELEBOT, Contestant

Results = Mapping[Contestant, Figures]

LOCK = ROOT / "benchmarks" / "requirements.lock"
PAGE = Path(__file__).with_name("performance.md")
"""The page, with gaps for the figures."""

MUCH = 0.2
"""Share of the processors that other programs may take before times say more about them than about a bot."""

CUTS = "ms p50 / p95 / p99"
PACKAGES = ("python-telegram-bot", "aiogram", "aiogram-dialog", "pytelegrambotapi")


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown that can also be read as it is; numbers stand to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *others = [
        "| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |" for row in rows
    ]
    rule = "| " + " | ".join(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]) + " |"
    return "\n".join([head, rule, *others])


@dataclass(frozen=True)
class Measure:
    """A column: its name, how it writes the figures of a bot, and which figure it compares with ours, if any."""

    name: str
    written: Callable[[Figures], str]
    compared: str = ""

    def cell(self, figures: Figures, ours: Figures) -> str:
        try:
            written = self.written(figures)
        except KeyError:
            return "–"
        if not self.compared or figures is ours or not ours[self.compared]:
            return written
        times = figures[self.compared] / ours[self.compared]
        return f"{written} ({times:.{1 if times >= 1 else 2}f}×)"


COLUMNS = (
    Measure("CPU s / 1,000 taps", lambda f: f"{f['cpu']:.2f}", "cpu"),
    Measure("taps/s", lambda f: f"{f['rate']:,.0f}", "rate"),
    Measure(f"at {RATE:.0f}/s: {CUTS}", lambda f: _times(f, "press")),
    Measure("burst, s", lambda f: f"{f['burst']:.2f}", "burst"),
    Measure(f"taps/s at {DELAY * 1000:.0f} ms", lambda f: f"{f['slow']:,.0f}", "slow"),
    Measure("start, s", lambda f: f"{f['start']:.2f}", "start"),
    Measure("MiB at start", lambda f: f"{f['memory']:.0f}", "memory"),
    Measure("at rest", lambda f: f"{f['rest']:.0f}", "rest"),
    Measure("MiB / 100,000 chats", lambda f: f"{f['growth']:.1f}"),
)


def _times(figures: Figures, since: str) -> str:
    return " / ".join(f"{figures[f'{since}_{cut}']:.1f}" for cut in ("p50", "p95", "p99"))


def compared(results: Results) -> str:
    """A line for each bot, with its figures as multiples of ours."""
    ours = results[OURS]
    rows = [["bot", *(column.name for column in COLUMNS)]]
    rows += [[bot.name, *(column.cell(figures, ours) for column in COLUMNS)] for bot, figures in results.items()]
    return table(rows)


def standin(results: Results) -> str:
    """Whether the bot was the limit: the load of the stand-in, and what it could have done."""
    rows = [["bot", "calls/s", "stand-in busy", "could answer, calls/s", f"at {RATE:.0f}/s: {CUTS}", "taps", "lost"]]
    for bot, figures in results.items():
        calls, busy = figures["calls"], figures["own"]
        able = f"{calls / busy:,.0f}" if busy else "–"
        taps, lost = f"{figures['taps']:,.0f}", f"{figures['lost']:,.0f}"
        rows.append([bot.name, f"{calls:,.0f}", f"{busy:.0%}", able, _times(figures, "hand"), taps, lost])
    return table(rows)


@dataclass(frozen=True)
class Target:
    """A target: a figure, and the least or the most that it may be."""

    name: str
    figure: Callable[[Results], float]
    least: float | None = None
    most: float | None = None

    def row(self, results: Results) -> list[str]:
        try:
            figure = self.figure(results)
        except KeyError:  # of a bot that did not take part
            return [self.name, self._bound(), "–", "–"]
        met = (self.least is None or figure >= self.least) and (self.most is None or figure <= self.most)
        return [self.name, self._bound(), f"{figure:,.1f}", "yes" if met else "no"]

    def _bound(self) -> str:
        return f"≥ {self.least:g}" if self.least is not None else f"≤ {self.most:g}"


def _times_ours(figure: str, bot: Contestant) -> Callable[[Results], float]:
    return lambda results: results[bot][figure] / results[OURS][figure]


def _of(figure: str, bot: Contestant) -> Callable[[Results], float]:
    return lambda results: results[OURS][figure] / results[bot][figure]


BYTES = 2**20 / 100_000
"""Bytes a chat for each MiB of 100,000."""

AIMS = (
    Target("CPU of PTB ConversationHandler, times ours", _times_ours("cpu", PTB), least=10),
    Target("CPU of aiogram FSM, times ours", _times_ours("cpu", AIOGRAM), least=7),
    Target("CPU of aiogram_dialog, times ours", _times_ours("cpu", DIALOG), least=1),
    Target("CPU of pyTelegramBotAPI, times ours", _times_ours("cpu", TELEBOT), least=2),
    Target("our CPU, times the bare loop on the same client", _of("cpu", FLOOR), most=1.5),
    Target(
        "at 50/s, p99 in ms above the stand-in's own", lambda r: r[OURS]["press_p99"] - r[SOCKET]["press_p99"], most=3
    ),
    Target("burst: time of stock PTB, times ours", _times_ours("burst", PTB), least=10),
    Target("taps/s when every answer takes 40 ms", lambda r: r[OURS]["slow"], least=500),
    Target("our memory at start, times stock PTB's", _of("memory", PTB), most=1.4),
    Target("bytes a chat, beyond the bound of last pages", lambda r: r[OURS]["growth"] * BYTES, most=20),
    Target("our start, times stock PTB's", _of("start", PTB), most=1.2),
    Target("taps of ours that were lost", lambda r: r[OURS]["lost"], most=0),
)


def aims(results: Results) -> str:
    rows = [["aim", "bound", "measured", "met"], *(aim.row(results) for aim in AIMS)]
    return table(rows)


def machine(others: float) -> str:
    """The machine, in a line; `others` is the share of the processors that other programs took."""
    line = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    warning = "; that is too much: only the first column means something, and its ratios" if others > MUCH else ""
    return f"{line}; other programs took {others:.0%} of the processors meanwhile{warning}"


def versions() -> str:
    locked = LOCK.read_text("utf-8")
    found = {name: re.search(rf"^{name}==([\w.]+)", locked, re.MULTILINE) for name in PACKAGES}
    return ", ".join(f"{name} {version[1]}" for name, version in found.items() if version)


def page(results: Results, plan: Plan, others: float) -> str:
    """The whole page."""
    return PAGE.read_text("utf-8").format(
        compared=compared(results),
        standin=standin(results),
        aims=aims(results),
        machine=machine(others),
        versions=versions(),
        plan=plan,
        rate=f"{RATE:.0f}",
        delay=f"{DELAY * 1000:.0f}",
        chats=f"{OURS.chats:,}",
        peers=f"{PTB.chats:,}",
        fills=f"{OURS.fills:,}",
    )
