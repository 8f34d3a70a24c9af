"""Each chat counts once a week for each thing, however often somebody presses: so a count of ten is ten chats.

What is remembered for that is made with keyed hashes, in memory only.
Several workers share theirs: `bot/delivery/redis_once_a_week.py`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # it brings the guide, and the emergency page must be sent even when that is broken
    from campaigns.counts.cells import Cell

BITS = 2**23
"""One MiB, however many come. When 500,000 presses are remembered one in two thousand new ones is taken for a repeated
one and not counted; when a million are, one in fifty."""

MARKS = 8
"""Bits that one press sets."""

Counted = tuple[int, "Cell"]
"""In which chat, and what it counts for: a press, a command or typed words. It lives until the next write and is then
only a hash."""


class OnceAWeek(Protocol):
    """What a tally asks for."""

    async def first(self, presses: Iterable[Counted]) -> list[Cell]:
        """What these presses count for: of each chat only what it has not counted for in that week.

        Raises when that cannot be known now.
        """

    def keep_only(self, week: str) -> None:
        """Forget who counted in another week, also when nobody comes in this one."""


class LocalOnceAWeek:
    """Of one process: bits that hashes set (a Bloom filter), under a key that is drawn anew each week and is nowhere
    but here."""

    def __init__(self) -> None:
        self._renew("")

    async def first(self, presses: Iterable[Counted]) -> list[Cell]:
        return [cell for chat_id, cell in presses if self._is_first(chat_id, cell)]

    def keep_only(self, week: str) -> None:
        if week != self._week:
            self._renew(week)

    def _is_first(self, chat_id: int, cell: Cell) -> bool:
        self.keep_only(cell.week)
        hashed = counted_hash((chat_id, cell), self._key, size=4 * MARKS)
        is_new = False
        for place in range(0, len(hashed), 4):
            byte, bit = divmod(int.from_bytes(hashed[place : place + 4]) % BITS, 8)
            if not self._marks[byte] & 1 << bit:
                self._marks[byte] |= 1 << bit
                is_new = True
        return is_new

    def _renew(self, week: str) -> None:
        self._week = week
        self._key = secrets.token_bytes(32)
        self._marks = bytearray(BITS // 8)


def counted_hash(press: Counted, key: bytes, size: int = 8) -> bytes:
    """What is remembered of a press, in so many bytes. The language is not in it, since one may try both."""
    chat_id, cell = press
    thing = f"{chat_id} {cell.kind} {cell.name} {cell.campaign}"
    return blake2b(thing.encode(), key=key, digest_size=size).digest()
