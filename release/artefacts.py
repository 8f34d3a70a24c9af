"""What a release consists of: made from the tag alone, so that anyone can make the same bytes again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.dossier.proof import Proof
from bot.ops.signatures import SUMS, sums
from release import git, proof, sbom
from release.locks import LOCKS


def make(folder: Path, release: str, notes: str, proven: Proof) -> list[Path]:
    """The archive, wheel, lock files, bill of materials, notes and proof of a tagged release, and their checksums."""
    dist = folder / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    dist.mkdir()
    name = f"watkanikdoen-{release}"
    archive = dist / f"{name}.tar.gz"
    git(folder, "archive", "--format=tar.gz", f"--prefix={name}/", f"--output={archive}", f"v{release}")
    with TemporaryDirectory() as temporary:
        subprocess.run(["tar", "-xzf", archive, "-C", temporary], check=True)  # noqa: S603, S607 - our own archive
        source = Path(temporary, name)
        wheel(source, dist, int(git(folder, "log", "-1", "--format=%ct", f"v{release}")))
        for lock in LOCKS:
            shutil.copy(source / lock, dist)
    sbom.write(dist / f"{name}.cdx.json", release)
    (dist / f"{name}.md").write_text(notes, "utf-8")
    proof.write(dist / f"{name}.proof.json", proven)
    made = sorted(dist.iterdir())
    (dist / SUMS).write_text(sums(made), "utf-8")
    return [*made, dist / SUMS]


def wheel(source: Path, out: Path, epoch: int) -> None:
    """Build the wheel. Of the clock of this machine nothing gets into it."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    subprocess.run(build, cwd=source, env=dated, check=True, capture_output=True)  # noqa: S603 - our own command
