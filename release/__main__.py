"""`make release`: makes a release of the current commit, or gives the reasons not to, one a line.

The version is the one in pyproject.toml. A release is a tag, and in dist/ the wheel and its bill of materials.
Nothing is uploaded. It does not repeat what CI checks, so release a commit that CI passed.

Versions below 1.0 are for reviewers. They can be released before anyone has signed for the text or confirmed the
helplines, since reviewers need something to review. From 1.0 on a release is for everybody, and requires both.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import locales
from flows import helplines
from locales import catalogues as words
from release import ROOT, sbom, signoff

TO_FILL_IN = "FILL-IN"
"""Marks what only the maintainers can fill in, such as their address."""


def version(folder: Path = ROOT) -> str:
    return str(tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def is_for_everybody(release: str) -> bool:
    return not release.startswith("0.")


def refusals(folder: Path, today: date) -> Iterator[str]:
    """Reasons not to release this, whatever its version."""
    release = version(folder)
    if _git(folder, "status", "--porcelain"):
        yield "the work tree has uncommitted changes; commit or remove them"
    if _git(folder, "tag", "--list", f"v{release}"):
        yield f"v{release} is already released; raise the version in pyproject.toml"
    yield from changelog_faults((folder / "CHANGELOG.md").read_text("utf-8"), release)
    yield from catalogue_faults(folder / "locales", folder / "flows")
    for line in helplines.stale(today):
        yield f"{line.id} was last checked on {line.last_checked}; check it and set the day in flows/helplines.py"
    yield from left_to_fill_in((folder / "publiccode.yml").read_text("utf-8"))


def waiting_for_reviewers() -> Iterator[str]:
    """What reviewers still have to do before a release for everybody."""
    if unconfirmed := helplines.unconfirmed():
        yield f"nobody has confirmed these helplines: {', '.join(line.id for line in unconfirmed)}"
    reviews = signoff.all_reviews(signoff.SHOWN, locales.read(), signoff.signatures())
    if left := sum(each.is_open for each in reviews):
        yield f"docs/content-review.md: {left} of {len(reviews)} signatures are open"


def changelog_faults(changelog: str, release: str) -> Iterator[str]:
    """The version has its own section, with a date and at least one entry."""
    part = re.search(rf"(?ms)^## {re.escape(release)} - (\S+)\n(.*?)(?=^## |\Z)", changelog)
    if part is None:
        yield f"CHANGELOG.md has no section for it; head it with `## {release} - ` and the date, such as 2026-01-31"
    elif not re.fullmatch(r"\d{4}-\d\d-\d\d", part[1]) or "\n- " not in part[2]:
        yield f"CHANGELOG.md: {release} needs a date such as 2026-01-31, and a line for each change"


def catalogue_faults(catalogues: Path, sources: Path) -> Iterator[str]:
    """Translations that are missing, fuzzy, or behind the sources."""
    yield from locales.faults(catalogues)
    if words.main(catalogues, sources, check=True):
        yield "the catalogues are behind the sources; run `make words`"


def left_to_fill_in(publiccode: str) -> Iterator[str]:
    for number, line in enumerate(publiccode.splitlines(), 1):
        if TO_FILL_IN in line and not line.startswith("#"):
            yield f"publiccode.yml, line {number}: fill in {line.strip(' -').partition(':')[0]}"


def make(folder: Path) -> list[Path]:
    """Build the wheel and the bill of materials, then tag the commit."""
    release = version(folder)
    dist = folder / "dist"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)]
    subprocess.run(build, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own command
    bill = dist / f"watkanikdoen-{release}.cdx.json"
    sbom.write(bill)
    _git(folder, "tag", "--annotate", f"v{release}", "--message", f"Wat kan ik doen? {release}")
    return [dist / f"watkanikdoen-{release}-py3-none-any.whl", bill]


def main(folder: Path, today: date) -> int:
    """Release, or refuse; returns the exit code."""
    release = version(folder)
    refused = list(refusals(folder, today))
    waiting = list(waiting_for_reviewers())
    if is_for_everybody(release):
        refused += waiting
    else:
        print(*(f"warning, refused from 1.0 on: {line}" for line in waiting), sep="\n")
    if refused:
        print(*(f"release {release}: {line}" for line in refused), sep="\n", file=sys.stderr)
        return 1
    for made in make(folder):
        print(made.relative_to(folder))
    print(f"tagged v{release}; check dist/, then run `git push --follow-tags`")
    return 0


def _git(folder: Path, *command: str) -> str:
    return subprocess.run(  # noqa: S603 - git with our own arguments
        ["git", "-C", str(folder), *command],  # noqa: S607 - the git on the PATH
        check=True,
        capture_output=True,
        text=True,
    ).stdout


if __name__ == "__main__":
    sys.exit(main(ROOT, datetime.now(UTC).date()))
