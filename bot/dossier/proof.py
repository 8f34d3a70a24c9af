"""Which tests passed when a version was released: a file of the release, which `bewijs` tells."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from flows import Mistake


class WrongProof(Mistake):
    """A file that says nothing about this version."""


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tests of `bewijs` that passed: for this version, on that day."""

    version: str
    day: date
    passed: tuple[str, ...] = ()

    def outcome(self, evidence: Iterable[str]) -> str:
        """What a paper says of the tests of a claim, and of evidence that is no test, which nobody ran with them."""
        named = set(evidence)
        tests = set(filter(is_test, named))
        if not tests <= set(self.passed):
            return "geen uitslag bekend"
        passed = f"geslaagd op {self.day:%d-%m-%Y}"
        return passed if tests == named else f"tests {passed}; het andere bewijs is geen test"


def is_test(evidence: str) -> bool:
    return "/test_" in evidence


def read(path: Path, version: str) -> Proof:
    """The outcome for this version. Raises `WrongProof`."""
    try:
        proof = msgspec.json.decode(path.read_bytes(), type=Proof)
    except (OSError, ValueError) as error:
        raise WrongProof(f"--proof {path}: is not what a release tells of its tests ({error})") from None
    if proof.version != version:
        raise WrongProof(f"--proof {path}: is about version {proof.version}, and this is {version}")
    return proof
