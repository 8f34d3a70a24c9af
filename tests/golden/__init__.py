"""Buttons of past releases. They stay in chats for years, and nothing can take them back.

`edition-1.txt` has a line for each: what the button carries, and the screen it opened when it was made.
Before a release `python -m tests.golden` adds the new ones. No line is ever changed or removed.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.chat.pages import Pages
from bot.chat.tap import EDITION, Tap
from flows.visit import Visit

HERE = Path(__file__).parent
LOCAL = "voorbeeldstad"
"""A campaign of the example file, with local help."""


def of_today(pages: Pages) -> Iterator[tuple[str, str]]:
    """Every choice of every visit in Dutch, and every visit itself in English."""
    seen = set()
    for visit in sorted(pages.guide.reachable, key=_in_order):
        here = Tap.at(visit, "nl", LOCAL if visit.local else "")
        taps = [(here.to(locale="en"), visit.screen)]
        taps += [(here.to(choice.trigger), choice.dest) for choice in pages.guide.choices(visit)]
        for tap, screen in taps:
            button = (tap.screen, tap.facts, tap.trigger)
            if button not in seen:  # with a campaign only what is not there without one
                seen.add(button)
                yield tap.pack(), screen


def _in_order(visit: Visit) -> tuple[bool, str, int]:
    return visit.local, visit.screen, visit.facts.value


def known() -> dict[str, str]:
    """The buttons of all editions."""
    lines = (line for path in sorted(HERE.glob("edition-*.txt")) for line in path.read_text("utf-8").splitlines())
    return dict(line.split(" ") for line in lines)


def add(pages: Pages) -> None:
    """Append the new buttons."""
    path = HERE / f"edition-{EDITION}.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    before = {line.partition(" ")[0] for line in lines}
    lines += [f"{packed} {screen}" for packed, screen in of_today(pages) if packed not in before]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
