"""`make release`: makes a release of the current commit, or gives the reasons not to, one a line.

The version is the newest one in CHANGELOG.md. A release is a tag, and in dist/ the archive, the wheel, its lock files,
bill of materials and notes, which tests of the dossier passed, and their checksums, which `python -m release.sign KEY`
signs. Nothing is uploaded. Of what CI checks it repeats only the tests that the dossier names, so release a commit that
CI passed.

Versions below 1.0 are for reviewers. They can be released before anyone has signed for the text or confirmed the
helplines, since reviewers need something to review. From 1.0 on a release is for everybody, and requires both.
"""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import locales
from bot.dossier import PLACEHOLDER
from bot.dossier.proof import Proof
from bot.ops.signatures import RELEASE_SIGNERS, has_key
from flows import helplines
from locales import catalogues as words
from release import ROOT, artefacts, git, proof, signoff

SIGNERS = RELEASE_SIGNERS.relative_to(ROOT)

Prove = Callable[[Path, list[str], str, date], Proof]
"""As `proof.prove`."""


def version(folder: Path = ROOT) -> str:
    """The newest in the changelog; none before the first."""
    newest = re.search(r"(?m)^## (\d\S*)", (folder / "CHANGELOG.md").read_text("utf-8"))
    return newest[1] if newest else ""


def is_for_everybody(release: str) -> bool:
    return bool(release) and not release.startswith("0.")


def refusals(folder: Path, today: date) -> Iterator[str]:
    """Reasons not to release this, whatever its version."""
    release = version(folder)
    if git(folder, "status", "--porcelain"):
        yield "the work tree has uncommitted changes; commit or remove them"
    if git(folder, "tag", "--list", f"v{release}"):
        yield f"v{release} is already released; head the changes since then with the next version"
    yield from changelog_faults((folder / "CHANGELOG.md").read_text("utf-8"), release)
    yield from catalogue_faults(folder / "locales", folder / "flows")
    for line in helplines.stale(today):
        yield f"{line.id} was last checked on {line.last_checked}; check it and set the day in flows/helplines.py"
    yield from left_to_fill_in(folder)


def waiting_for_reviewers() -> Iterator[str]:
    """What reviewers still have to do before a release for everybody."""
    if unconfirmed := helplines.unconfirmed():
        yield f"nobody has confirmed these helplines: {', '.join(line.id for line in unconfirmed)}"
    reviews = signoff.all_reviews(signoff.SHOWN, locales.read(), signoff.signatures())
    if left := sum(each.is_open for each in reviews):
        yield f"docs/content-review.md: {left} of {len(reviews)} signatures are open"


def changelog_faults(changelog: str, release: str) -> Iterator[str]:
    """The version has its own section, with a date and at least one entry."""
    part = _section(changelog, release)
    if "\n## Unreleased\n" in changelog or part is None:
        yield "CHANGELOG.md: head the newest changes with a version and the date, such as `## 0.2.0 - 2026-01-31`"
    elif not re.fullmatch(r"\d{4}-\d\d-\d\d", part[1]) or "\n- " not in part[2]:
        yield f"CHANGELOG.md: {release} needs a date such as 2026-01-31, and a line for each change"


def _section(changelog: str, release: str) -> re.Match[str] | None:
    return re.search(rf"(?ms)^## {re.escape(release)} - (\S+)\n(.*?)(?=^## |\Z)", changelog)


def notes(changelog: str, release: str) -> str:
    """The release notes: what the changelog says of it."""
    part = _section(changelog, release)
    return f"# Wat kan ik doen? {release}\n{part[2]}" if part else ""


def catalogue_faults(catalogues: Path, sources: Path) -> Iterator[str]:
    """Translations that are missing, fuzzy, or behind the sources."""
    yield from locales.faults(catalogues)
    if words.main(catalogues, sources, check=True):
        yield "the catalogues are behind the sources; run `make words`"


def left_to_fill_in(folder: Path) -> Iterator[str]:
    for number, line in enumerate((folder / "publiccode.yml").read_text("utf-8").splitlines(), 1):
        if PLACEHOLDER in line and not line.startswith("#"):
            yield f"publiccode.yml, line {number}: fill in {line.strip(' -').partition(':')[0]}"
    if not has_key(folder / SIGNERS):
        yield f"{SIGNERS}: has no key; add the public one of the person who signs releases"


def main(folder: Path, today: date, prove: Prove = proof.prove) -> int:
    """Release, or refuse; returns the exit code."""
    release = version(folder)
    refused = list(refusals(folder, today))
    waiting = list(waiting_for_reviewers())
    if is_for_everybody(release):
        refused += waiting
    else:
        print(*(f"warning, refused from 1.0 on: {line}" for line in waiting), sep="\n")
    if refused:
        print(*(f"{f'release {release}'.rstrip()}: {line}" for line in refused), sep="\n", file=sys.stderr)
        return 1
    try:
        proven = prove(folder, proof.evidence(), release, today)
    except proof.NotProven as fault:
        print(f"release {release}: {fault}", file=sys.stderr)
        return 1
    git(folder, "tag", "--annotate", f"v{release}", "--message", f"Wat kan ik doen? {release}")
    try:
        told = notes((folder / "CHANGELOG.md").read_text("utf-8"), release)
        for made in artefacts.make(folder, release, told, proven):
            print(made.relative_to(folder))
    except BaseException:
        git(folder, "tag", "--delete", f"v{release}")
        raise
    print(f"tagged v{release}; check dist/, run `python -m release.sign KEY`, then `git push --follow-tags`")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT, datetime.now(UTC).date()))
