"""Whether a file is what its owner signed.

`ssh-keygen` verifies it: every server has it, it needs no network, and keys can expire (ssh-keygen(1), ALLOWED
SIGNERS).
"""

import re
import subprocess
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from flows import Mistake

NAMESPACE = "watkanikdoen"
"""Signatures of ours are good for nothing else."""

RELEASE = "release"
"""Who signs releases, as `release_signers` calls them."""

RELEASE_SIGNERS = Path(__file__).with_name("release_signers")
SUMS = "SHA256SUMS"


class NotSigned(Mistake):
    """Something that was not signed by whom it should be. The message says what, and why, in one line."""


def has_key(signers: Path = RELEASE_SIGNERS) -> bool:
    """Whether anybody can sign releases: before the first there is no key yet."""
    return re.search(rf"(?m)^{RELEASE} ", signers.read_text("utf-8")) is not None


def verify(file: Path, signers: Path, signer: str) -> None:
    """Raises `NotSigned` unless the signature beside a file was made by this signer."""
    signature = file.with_name(f"{file.name}.sig")
    for needed in (file, signature, signers):
        if not needed.is_file():
            raise NotSigned(f"{needed}: is not there, so nothing can be verified")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", signer, "-n", NAMESPACE, "-s", str(signature)]
    try:
        with file.open("rb") as content:
            asked = subprocess.run(command, stdin=content, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise NotSigned("ssh-keygen is not installed; apt install openssh-client") from None
    if "has expired" in asked.stderr:
        raise NotSigned(f"{signature.name}: the key that made it has expired; do not use this file")
    if asked.returncode:
        raise NotSigned(
            f"{signature.name}: {file.name} was changed, or signed with a key that is not in {signers.name}"
        )


def sums(files: Iterable[Path]) -> str:
    """Their checksums, as `sha256sum` reads them."""
    return "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


def check_release(folder: Path, signers: Path, signer: str = RELEASE) -> list[str]:
    """The names of the files in a folder, all of one signed release; not all need be there. Raises `NotSigned`."""
    listed = folder / SUMS
    verify(listed, signers, signer)
    known = {name: checksum for checksum, _, name in (line.partition("  ") for line in listed.read_text().splitlines())}
    here = sorted(file for file in folder.iterdir() if file.name not in (SUMS, f"{SUMS}.sig"))
    for file in here:
        if file.name not in known:
            raise NotSigned(
                f"{file.name}: is not in {SUMS}; take it out of this folder, which is for one release alone"
            )
        if not file.is_file() or known[file.name] != sha256(file.read_bytes()).hexdigest():
            raise NotSigned(f"{file.name}: differs from {SUMS}; do not use it, and get it again")
    if not here:
        raise NotSigned(f"{folder}: holds nothing that {SUMS} lists; put the files of the release beside it")
    return [file.name for file in here]
