"""Everything around a release: `make release` and the papers it needs. Not part of the product."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def git(folder: Path, *command: str) -> str:
    """What git answers in a folder."""
    return subprocess.run(  # noqa: S603 - git with our own arguments
        ["git", "-C", str(folder), *command],  # noqa: S607 - the git on the PATH
        check=True,
        capture_output=True,
        text=True,
    ).stdout
