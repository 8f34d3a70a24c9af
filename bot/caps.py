"""Each chat counts once a week for each thing, however often somebody presses: so a count of ten is ten chats.

What is remembered for that are keyed hashes, in memory only. Several workers share theirs: `bot/shared.py`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # it brings the whole of SQLAlchemy, which is not needed to remember
    from campaigns.counts import Cell

MOST_COUNTED = 100_000
"""Hashes that one process remembers."""

Press = tuple[int, "Cell"]
"""In which chat, and what it counts for. It lives until the next write and is then only a hash."""


class Caps(Protocol):
    """What a tally asks for."""

    async def first(self, presses: Iterable[Press]) -> list[Cell]:
        """What these presses count for: of each chat only what it has not counted for in that week.

        Raises when that cannot be known now.
        """


class OwnCaps:
    """Of one process, under a key that is drawn anew each week and is nowhere but here."""

    def __init__(self, most: int = MOST_COUNTED) -> None:
        self._half = most // 2
        self._recent: set[bytes] = set()
        self._older: set[bytes] = set()
        self._renew("")

    async def first(self, presses: Iterable[Press]) -> list[Cell]:
        return [cell for chat_id, cell in presses if self._is_first(chat_id, cell)]

    def _is_first(self, chat_id: int, cell: Cell) -> bool:
        if cell.week != self._week:
            self._renew(cell.week)
        hashed = press_hash((chat_id, cell), self._key)
        if hashed in self._recent:
            return False
        if len(self._recent) >= self._half:  # the older half is forgotten: two sets take half of what an order would
            self._recent, self._older = set(), self._recent
        self._recent.add(hashed)
        return hashed not in self._older

    def _renew(self, week: str) -> None:
        self._week = week
        self._key = secrets.token_bytes(32)
        self._recent, self._older = set(), set()

    def __len__(self) -> int:
        return len(self._recent) + len(self._older)


def press_hash(press: Press, key: bytes) -> bytes:
    """What is remembered of a press: eight bytes. The language is not in it, since one may try both."""
    chat_id, cell = press
    thing = f"{chat_id} {cell.kind} {cell.name} {cell.campaign}"
    return blake2b(thing.encode(), key=key, digest_size=8).digest()
