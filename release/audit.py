"""`make audit`: whether a weakness is known in any package that is locked.

The list of known weaknesses is kept at osv.dev, which is asked for each package by name and version. Where it
cannot be reached that is said in one line, with an exit code of its own: not having looked is no good news.
"""

from __future__ import annotations

import json
import subprocess
import sys
from enum import IntEnum

from release import ROOT

LOCKS = ("requirements-dev.lock", "requirements-kit.lock", "requirements-scaled.lock")
DATABASE = "https://api.osv.dev/v1/query"


class Audited(IntEnum):
    """What came of it, as the exit code."""

    NOTHING_KNOWN = 0
    WEAK = 1
    NOT_LOOKED = 2


def audit(database: str = DATABASE, locks: tuple[str, ...] = LOCKS) -> tuple[Audited, list[str]]:
    """Look every locked package up; returns the outcome and what to tell, a line each."""
    files = [part for lock in locks for part in ("-r", lock)]
    source = ["--vulnerability-service", "osv", "--osv-url", database]
    asked = subprocess.run(  # noqa: S603 - a tool of ours, with arguments of ours
        [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format=json", *source, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        packages = json.loads(asked.stdout)["dependencies"]
    except ValueError:
        why = (asked.stderr.strip() or "no answer").splitlines()[-1].partition(":")[0]
        return Audited.NOT_LOOKED, [f"nothing was looked up: {database} cannot be reached or read ({why})"]
    weak = [
        f"{each['name']} {each['version']}: {found['id']}; "
        + (f"mended in {', '.join(found['fix_versions'])}" if found["fix_versions"] else "not mended yet")
        for each in packages
        for found in each["vulns"]
    ]
    return (Audited.WEAK, weak) if weak else (Audited.NOTHING_KNOWN, [f"nothing is known of {len(packages)} packages"])


if __name__ == "__main__":
    outcome, lines = audit()
    for line in lines:
        print(f"audit: {line}")
    sys.exit(outcome)
