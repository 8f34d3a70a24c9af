"""`make audit`: whether any locked package has a known vulnerability.

It queries the database at osv.dev for each package by name and version. If the database cannot be reached, it says so
in one line and exits with a code of its own: an audit that did not happen is not a clean audit.
"""

import json
import subprocess
import sys
from enum import IntEnum

from release import ROOT

LOCKS = ("requirements-dev.lock", "requirements-kit.lock", "requirements-scaled.lock")
DATABASE = "https://api.osv.dev/v1/query"


class Audited(IntEnum):
    """The outcome, as the exit code."""

    CLEAN = 0
    VULNERABLE = 1
    NOT_AUDITED = 2


def audit(database: str = DATABASE, locks: tuple[str, ...] = LOCKS) -> tuple[Audited, list[str]]:
    """Look up every locked package; returns the outcome and the lines to print."""
    files = [part for lock in locks for part in ("-r", lock)]
    source = ["--vulnerability-service", "osv", "--osv-url", database]
    asked = subprocess.run(  # noqa: S603 - our own tool and arguments
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
        return Audited.NOT_AUDITED, [f"not audited: {database} cannot be reached or read ({why})"]
    vulnerable = [
        f"{each['name']} {each['version']}: {found['id']}; "
        + (f"fixed in {', '.join(found['fix_versions'])}" if found["fix_versions"] else "no fix yet")
        for each in packages
        for found in each["vulns"]
    ]
    if vulnerable:
        return Audited.VULNERABLE, vulnerable
    return Audited.CLEAN, [f"no known vulnerability in {len(packages)} packages"]


if __name__ == "__main__":
    outcome, lines = audit()
    for line in lines:
        print(f"audit: {line}")
    sys.exit(outcome)
