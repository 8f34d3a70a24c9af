"""What several workers must know of each other's chats, so that any of them can answer: one at a time, and each once.

One process knows it all by itself (`Alone`). Several share it: `bot/shared.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, Self

from bot.trail import Trail


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of an update whose turn it is. `newest` and `wiped` are update ids, 0 when there are none."""

    is_known: bool = False
    """It was answered before: nothing is left to do, and there is no turn to end."""
    newest: int = 0
    """The newest update of this chat that was answered."""
    wiped: int = 0
    """The newest wipe among them."""


FREE = Turn()


class Memory(Protocol):
    """A context manager: what it needs is open while the block runs."""

    @property
    def trail(self) -> Trail:
        """Where the chats are. Of the chat whose turn it is, what all workers know."""

    async def begin(self, chat: int, update_id: int) -> Turn | None:
        """Take the turn in a chat. None while another worker has it; one that is killed has it for seconds only."""

    async def end(self, chat: int, update_id: int, *, answered: bool, wiped: bool) -> None:
        """Give the turn back, and tell what became of the update."""

    async def may_fetch(self) -> bool | None:
        """Whether this is the one worker that fetches updates. None when that cannot be known now."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...


@dataclass
class Alone:
    """One process: it is always our turn. The lanes keep the order, and know what comes a second time."""

    trail: Trail = field(default_factory=Trail)

    async def begin(self, chat: int, update_id: int) -> Turn | None:
        return FREE

    async def end(self, chat: int, update_id: int, *, answered: bool, wiped: bool) -> None:
        """Nobody else has to know."""

    async def may_fetch(self) -> bool | None:
        return True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing was opened."""
