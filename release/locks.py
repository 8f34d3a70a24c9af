"""The packages in an operator's copy: those that the runtime lock files name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from release import ROOT

LOCKS = {
    "requirements.lock": "every copy",
    "requirements-kit.lock": "the kit",
    "requirements-scaled.lock": "several workers",
}
"""The lock files, and what each is for. The later ones include the first."""


@dataclass(slots=True)
class Locked:
    """One package: its version, what it is needed for, and whether only some platforms get it."""

    name: str
    version: str
    only_on_some: bool
    needed_by: list[str] = field(default_factory=list)

    @property
    def needed_for(self) -> str:
        return self.needed_by[0]


def runtime() -> dict[str, Locked]:
    """Every package by name, in alphabetical order."""
    found: dict[str, Locked] = {}
    for lock, whom in LOCKS.items():
        for name, version, marker in re.findall(r"(?m)^([\w.-]+)==(\S+)( ;)?", (ROOT / lock).read_text("utf-8")):
            found.setdefault(name, Locked(name, version, bool(marker))).needed_by.append(whom)
    return dict(sorted(found.items()))
