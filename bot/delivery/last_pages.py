"""The one thing kept about a chat: which page of ours stands in it, and how to draw it again.

It is needed to keep at most one message in the chat, to wipe it, and to cover it. It is in memory only, for at most 48
hours, after which Telegram lets no bot delete a message, and for at most 20,000 chats; the oldest are forgotten first.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta

from bot.delivery.newest import Key, Newest, Value, hidden

Moment = Annotated[datetime, Meta(tz=True)]
"""With its time zone, also where msgspec reads it: moments without one cannot be compared."""

MOST_CHATS = 20_000
KEPT = timedelta(hours=48)
PLACE_KEPT = timedelta(hours=2)
"""For so long after it was drawn a page says where somebody is. After that another person may have the phone."""

MOST_UNFINISHED = 1_000
"""Answers remembered of which something is still to be done: more than are under way."""


@dataclass(frozen=True, slots=True)
class PageRef:
    """Our message in a chat, when it was last drawn, and what typed words there should be answered with."""

    message_id: int
    drawn: Moment
    locale: str
    campaign: str
    reopens: str = ""
    """What a button carries that draws this page again; empty for one that needs none."""
    is_covered: bool = False
    aloud: bool = False
    """Whether it stands in the reading mode."""
    told: str = ""
    """The name of the answer to typed words from which it was opened, for visitors who told something and read on."""


@dataclass
class LastPages:
    """The last page of each chat, and what is still to be done for an answer that was sent already."""

    most: int = MOST_CHATS
    complete_from: datetime | None = None
    """Since when every page that was sent is noted here."""
    first_number: int | None = None
    """The first number of a typed message that this process saw: a page of a process before it has a lower one."""

    def __post_init__(self) -> None:
        self._pages: Newest[int, PageRef] = Newest(self.most)
        self._emptied: Newest[int, datetime] = Newest(self.most)
        self._untidy: Newest[Hashable, tuple[datetime, PageRef | None]] = Newest(MOST_UNFINISHED)
        self._timed_out: Newest[Hashable, datetime] = Newest(MOST_UNFINISHED)

    def last(self, chat_id: int, now: datetime) -> PageRef | None:
        """The page of this chat, or None when that is unknown or too long ago."""
        page = self._pages.get(chat_id)
        return page if page and page.drawn >= now - KEPT else None

    def saw(self, typed: Sequence[int]) -> None:
        """Messages came in with these numbers."""
        if self.first_number is None:
            self.first_number = next(iter(typed), None)

    def place(self, chat_id: int, now: datetime) -> str:
        """What a button carries that draws the page of this chat again; empty when nothing may be assumed."""
        page = self.last(chat_id, now)
        return page.reopens if page and page.drawn >= now - PLACE_KEPT else ""

    def told(self, chat_id: int, now: datetime) -> str:
        """The answer from which the page of this chat was opened, for as long as that says where somebody is."""
        page = self.last(chat_id, now)
        return page.told if page and self.place(chat_id, now) else ""

    def may_have_forgotten(self, chat_id: int, now: datetime) -> bool:
        """Whether a page may stand here that a process before us sent, and that can still be deleted."""
        is_complete = self.complete_from is not None and now - self.complete_from >= KEPT
        return not is_complete and self.last(chat_id, now) is None and not self.is_empty(chat_id)

    def note(self, chat_id: int, page: PageRef) -> PageRef | None:
        """Remember this page; returns the one before."""
        former = self._pages.get(chat_id)
        self._pages[chat_id] = page
        return former

    def forget(self, chat_id: int) -> PageRef | None:
        return self._pages.pop(chat_id, None)

    # An answer of several steps: the page is sent, then what it replaces and what was typed are taken away.

    async def stands(self, chat_id: int, page: PageRef, once: Hashable) -> None:
        """A page stands in answer to `once`, a message or a press. Should tidying fail, a second try at this update
        finds it so, and sends no other."""
        former = self.note(chat_id, page)
        self.remember(once, former if former and former.message_id != page.message_id else None, page.drawn)

    def has_answered(self, once: Hashable) -> bool:
        """Whether a page stands in answer to this, and only tidying is left."""
        return once in self._untidy

    def replaced(self, once: Hashable) -> PageRef | None:
        """What the answer to this took the place of, while that has still to be taken away."""
        return self._untidy[once][1] if once in self._untidy else None

    def remember(self, once: Hashable, former: PageRef | None, now: datetime) -> None:
        """What is still to be taken away, and since when; nothing when only the typed message is left."""
        since, _ = self._untidy.get(once, (now, None))
        self._untidy[once] = since, former

    def tidied(self, once: Hashable) -> None:
        """All that belongs to this is done."""
        self._untidy.pop(once, None)

    def has_timed_out(self, once: Hashable) -> bool:
        """Whether a page was sent in answer to this and it is unknown whether it arrived."""
        return once in self._timed_out

    def timed_out(self, once: Hashable, now: datetime) -> None:
        self._timed_out[once] = self._timed_out.get(once, now)

    def arrived(self, once: Hashable) -> None:
        self._timed_out.pop(once, None)

    # A chat in which nothing stands, so that a second wipe there is answered with nothing.

    def emptied(self, chat_id: int, now: datetime) -> None:
        """The chat was wiped. Only a hash of it is kept."""
        self._emptied[hidden("emptied", chat_id)] = now

    def is_empty(self, chat_id: int) -> bool:
        return hidden("emptied", chat_id) in self._emptied and chat_id not in self._pages

    def forget_old(self, now: datetime) -> None:
        """Drop what has been kept for 48 hours. All of it is looked at: a clock that was set right leaves entries of
        the future, whose time begins now."""
        _expire(self._pages, now, lambda page: page.drawn, lambda page: replace(page, drawn=now))
        _expire(self._untidy, now, lambda unfinished: unfinished[0], lambda unfinished: (now, unfinished[1]))
        _expire(self._timed_out, now, lambda since: since, lambda _: now)
        _expire(self._emptied, now, lambda since: since, lambda _: now)

    def __len__(self) -> int:
        return len(self._pages)


def _expire(
    kept: Newest[Key, Value], now: datetime, since: Callable[[Value], datetime], renewed: Callable[[Value], Value]
) -> None:
    for key, value in [*kept.items()]:
        if since(value) < now - KEPT:
            del kept[key]
        elif since(value) > now:
            kept[key] = renewed(value)
