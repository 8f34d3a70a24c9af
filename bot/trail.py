"""The one thing kept about a chat: which message of ours stands in it, in which language and campaign.

It is needed to keep at most one message in the chat, and to wipe it. In memory only, for at most 48 hours
(longer Telegram lets no bot delete), for at most 20,000 chats; the oldest are forgotten first.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_CHATS = 20_000
KEPT = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Step:
    """Our message in a chat, when it was last drawn, and what typed words there should be answered with."""

    message_id: int
    drawn: datetime
    locale: str
    campaign: str


@dataclass
class Trail:
    """The steps of all chats, oldest first."""

    most: int = MOST_CHATS
    _steps: OrderedDict[int, Step] = field(default_factory=OrderedDict, repr=False)

    def last(self, chat_id: int, now: datetime) -> Step | None:
        """Where this chat is, or None when that is unknown or too long ago."""
        self._forget_old(now)
        return self._steps.get(chat_id)

    def note(self, chat_id: int, step: Step) -> Step | None:
        """Remember this step; returns the one before."""
        former = self._steps.pop(chat_id, None)
        self._forget_old(step.drawn)
        self._steps[chat_id] = step
        while len(self._steps) > self.most:
            self._steps.popitem(last=False)
        return former

    def forget(self, chat_id: int) -> Step | None:
        return self._steps.pop(chat_id, None)

    def _forget_old(self, now: datetime) -> None:
        while self._steps and next(iter(self._steps.values())).drawn < now - KEPT:
            self._steps.popitem(last=False)

    def __len__(self) -> int:
        return len(self._steps)
