"""Copies of the sources, for tests that change something in them."""

from pathlib import Path
from shutil import copytree, ignore_patterns

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "locales", "listening", "campaigns", "bot", "web", "simulator")


def copied(into: Path) -> Path:
    """The packages in this folder, with what is compiled of them: that takes a process longer than most of its work.

    Another process may be writing a compiled file just now, under a name that ends otherwise.
    """
    for package in PACKAGES:
        copytree(ROOT / package, into / package, ignore=ignore_patterns("*.pyc.*"))
    return into
