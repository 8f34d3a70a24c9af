"""Everything around a release: `make release` and the papers it needs. Not part of the product."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def introduction(page: Path) -> str:
    """What a page of docs/ says above its first table. It is written there by hand; the tables below it are made."""
    return page.read_text("utf-8").partition("\n| ")[0] + "\n"


def git(folder: Path, *command: str) -> str:
    """What git answers in a folder."""
    return subprocess.run(  # noqa: S603 - git with our own arguments
        ["git", "-C", str(folder), *command],  # noqa: S607 - the git on the PATH
        check=True,
        capture_output=True,
        text=True,
    ).stdout
