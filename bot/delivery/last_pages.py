"""The one thing kept about a chat: which message of ours stands in it, in which language and campaign.

It is needed to keep at most one message in the chat, and to wipe it. In memory only, for at most 48 hours
(longer Telegram lets no bot delete), for at most 20,000 chats; the oldest are forgotten first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_CHATS = 20_000
KEPT = timedelta(hours=48)

UNTIDY = 1_000
"""Pages remembered that stand while what they replace could not be taken away yet: more than are under way."""


@dataclass(frozen=True, slots=True)
class PageRef:
    """Our message in a chat, when it was last drawn, and what typed words there should be answered with."""

    message_id: int
    drawn: datetime
    locale: str
    campaign: str


@dataclass
class LastPages:
    """The steps of all chats, oldest first."""

    most: int = MOST_CHATS
    _steps: OrderedDict[int, PageRef] = field(default_factory=OrderedDict, repr=False)
    _untidy: OrderedDict[Hashable, tuple[datetime, PageRef | None]] = field(default_factory=OrderedDict, repr=False)
    _slow: OrderedDict[Hashable, datetime] = field(default_factory=OrderedDict, repr=False)

    def last(self, chat_id: int, now: datetime) -> PageRef | None:
        """Where this chat is, or None when that is unknown or too long ago."""
        self.forget_old(now)
        step = self._steps.get(chat_id)
        return step if step and step.drawn >= now - KEPT else None

    def note(self, chat_id: int, step: PageRef) -> PageRef | None:
        """Remember this step; returns the one before."""
        former = self._steps.pop(chat_id, None)
        self.forget_old(step.drawn)
        self._steps[chat_id] = step
        while len(self._steps) > self.most:
            self._steps.popitem(last=False)
        return former

    async def stands(self, chat_id: int, step: PageRef, once: Hashable) -> None:
        """A page stands in answer to `once`, a message or a tap. Should tidying fail, a second try at this update
        finds it so, and sends no other."""
        former = self.note(chat_id, step)
        self.remember(once, former if former and former.message_id != step.message_id else None, step.drawn)

    def has_answered(self, once: Hashable) -> bool:
        """Whether a page stands in answer to this, and only tidying is left."""
        return once in self._untidy

    def replaced(self, once: Hashable) -> PageRef | None:
        """What the answer to this took the place of, while that has still to be taken away."""
        return self._untidy[once][1] if once in self._untidy else None

    def remember(self, once: Hashable, former: PageRef | None, now: datetime) -> None:
        """What is still to be taken away, and since when; nothing when only the last step is left."""
        since, _ = self._untidy.get(once, (now, None))
        self._untidy[once] = since, former
        self.forget_old(now)

    def tidied(self, once: Hashable) -> None:
        """All that belongs to this is done."""
        self._untidy.pop(once, None)

    @property
    def untidy(self) -> int:
        """How many answers still have something to tidy."""
        return len(self._untidy)

    def has_timed_out(self, once: Hashable) -> bool:
        """Whether a page was sent in answer to this and nobody heard whether it arrived."""
        return once in self._slow

    def timed_out(self, once: Hashable, now: datetime) -> None:
        self._slow.setdefault(once, now)
        self.forget_old(now)

    def arrived(self, once: Hashable) -> None:
        self._slow.pop(once, None)

    @property
    def slow(self) -> int:
        """Of how many pages it is not known whether they arrived."""
        return len(self._slow)

    def forget(self, chat_id: int) -> PageRef | None:
        return self._steps.pop(chat_id, None)

    def forget_old(self, now: datetime) -> None:
        while self._steps and next(iter(self._steps.values())).drawn < now - KEPT:
            self._steps.popitem(last=False)
        while self._untidy and (len(self._untidy) > UNTIDY or next(iter(self._untidy.values()))[0] < now - KEPT):
            self._untidy.popitem(last=False)

        while self._slow and (len(self._slow) > UNTIDY or next(iter(self._slow.values())) < now - KEPT):
            self._slow.popitem(last=False)

    def __len__(self) -> int:
        return len(self._steps)
