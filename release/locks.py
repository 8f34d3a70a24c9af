"""The packages in an operator's copy: those that the runtime lock files name."""

import re
from dataclasses import dataclass

from release import ROOT

LOCKS = {
    "requirements.lock": "every copy",
    "requirements-kit.lock": "the kit",
    "requirements-scaled.lock": "several workers",
}
"""The lock files, and what each is for. The later ones include the first."""


@dataclass(slots=True)
class Locked:
    """One package: its version, whether only some platforms get it, and what it is needed for."""

    name: str
    version: str
    only_on_some: bool
    needed_for: str


def runtime() -> dict[str, Locked]:
    """Every package by name, in alphabetical order."""
    found: dict[str, Locked] = {}
    for lock, whom in LOCKS.items():
        for name, version, marker in re.findall(r"(?m)^([\w.-]+)==(\S+)( ;)?", (ROOT / lock).read_text("utf-8")):
            found.setdefault(name, Locked(name, version, bool(marker), whom))
    return dict(sorted(found.items()))
