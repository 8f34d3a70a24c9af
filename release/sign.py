"""`python -m release.sign KEY`: signs the checksums of a release in dist/ with an SSH key.

The key may be on a hardware token. It is never in this folder: everything here can end up in a commit.
"""

import subprocess
import sys
from pathlib import Path

from bot.ops.signatures import NAMESPACE, RELEASE_SIGNERS, SUMS, NotSigned, check_release
from release import ROOT


def sign(key: Path, dist: Path, signers: Path = RELEASE_SIGNERS, root: Path = ROOT) -> None:
    """Sign, and verify as an operator will. Raises `NotSigned`."""
    if key.resolve().is_relative_to(root):
        raise NotSigned(f"{key}: a private key must not be in this folder; keep it on a token or in another folder")
    (dist / f"{SUMS}.sig").unlink(missing_ok=True)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(dist / SUMS)]
    if subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603 - our own command
        raise NotSigned(f"{dist / SUMS}: {key} cannot sign it; is dist/ made, and is this a private key?")
    try:
        check_release(dist, signers)
    except NotSigned:
        (dist / f"{SUMS}.sig").unlink()
        raise


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and the key
        sys.exit("sign: say which key: python -m release.sign KEY")
    try:
        sign(Path(sys.argv[1]), ROOT / "dist")
    except NotSigned as mistake:
        sys.exit(f"sign: {mistake}")
    print(f"dist/{SUMS}.sig")
