"""The signed list of the bots and pages that are ours, by which anyone can tell an imitation. See docs/genuine.md."""

from datetime import date
from pathlib import Path

import msgspec

from bot.ops.signatures import verify
from flows import Mistake

SIGNER = "official"
"""Who signs it, as the file of signers calls them."""

SIGNERS = "official.signers"


class WrongList(Mistake):
    """A list that nobody can check by. The message says what is wrong with it."""


class Official(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the list says."""

    organisation: str
    valid_until: date
    bots: tuple[str, ...]
    pages: tuple[str, ...]


def read(path: Path) -> Official:
    """The list, after its signature. Raises `NotSigned` and `WrongList`."""
    verify(path, path.with_name(SIGNERS), SIGNER)
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Official)
    except ValueError as error:
        raise WrongList(f"{path.name}: {error}; docs/genuine.md shows what it holds") from None


def files(path: Path) -> list[Path]:
    """What others need to check it: the list, its signature, and the public keys."""
    return [path, path.with_name(f"{path.name}.sig"), path.with_name(SIGNERS)]
