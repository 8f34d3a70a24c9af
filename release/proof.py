"""`python -m release.proof FILE`: runs the tests by which the dossier proves its claims, and notes which passed.

`make release` does so too, and refuses a release while one fails. `watkanikdoen dossier --proof FILE` tells it.
"""

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import msgspec

from bot import dossier
from bot.dossier.proof import Proof, is_test
from bot.ops.settings import Settings
from bot.ops.version import VERSION
from flows import Mistake
from release import ROOT

IN_CI = {"CI": "true"}
"""A program that a test needs and that is not installed is then a failure."""


class NotProven(Mistake):
    """A test that failed, or that is not there."""


def evidence() -> list[str]:
    """The tests that the papers name, each once: whole files, or one test in a file."""
    claims = dossier.make(Settings(), {}, datetime.now(UTC).date()).claims
    return sorted({each for claim in claims for each in claim.evidence if is_test(each)})


def prove(folder: Path, tests: Sequence[str], version: str, today: date, *, workers: int = 2) -> Proof:
    """Run these tests. Those of which a part was skipped are not among what passed. Raises `NotProven`."""
    with TemporaryDirectory() as temporary:
        report = Path(temporary, "report.xml")
        noted = ["-o", "junit_family=xunit1", f"--junitxml={report}"]  # this form names the file of each test
        command = [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "--dist", "loadfile", *noted, *tests]
        if subprocess.run(command, cwd=folder, env=os.environ | IN_CI, check=False).returncode:  # noqa: S603 - our own
            raise NotProven(f"tests that the dossier names as evidence do not pass: {_failed(report)}")
        ran, skipped = _told(report)
    if gone := [each for each in tests if not ran[each]]:
        raise NotProven(f"{gone[0]}: the dossier names it as evidence, and it did not run")
    return Proof(version, today, tuple(each for each in tests if ran[each] and not skipped[each]))


def _failed(report: Path) -> str:
    """The names of the tests that did not pass."""
    ran = ElementTree.parse(report).iter("testcase") if report.exists() else ()  # noqa: S314 - pytest wrote it
    names = [
        f"{test.attrib['file']}::{test.attrib['name']}" for test in ran if {"failure", "error"} & {p.tag for p in test}
    ]
    return ", ".join(names) or "pytest cannot run them, and says why above"


def _told(report: Path) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many tests ran, and how many of them were skipped: of each file, and of each name in a file."""
    ran, skipped = Counter[str](), Counter[str]()
    for test in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it
        path, name = test.attrib["file"], re.sub(r"\[.*", "", test.attrib["name"])
        for each in (path, f"{path}::{name}"):
            ran[each] += 1
            skipped[each] += test.find("skipped") is not None
    return ran, skipped


def write(path: Path, proof: Proof) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(proof), indent=1) + b"\n")


def main(path: Path) -> int:
    """Write the outcome for the version that stands here; returns the exit code."""
    try:
        write(path, prove(ROOT, evidence(), VERSION, datetime.now(UTC).date()))
    except NotProven as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path, help="where the outcome is written")
    sys.exit(main(arguments.parse_args().file))
