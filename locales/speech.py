"""A screen in one language, as neutral blocks. The chat and the web pages each make their own page of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from flows.guide import Choice
from flows.helpline import WORKING_DAYS, Helpline
from flows.helplines import HELPLINES, SPOKEN
from flows.screen import Copy, Link, LocalHelp, Numbers, Opening, Operator, Part, Points, ReadingMode, Share, WhenOpen
from flows.words import chat
from locales import SOURCE, Locale

_BEGINS = re.compile(r".*?[.!](?= |$)|.*", re.DOTALL)
"""Up to the first end of a sentence that is no question mark; all of it where there is none."""
BRIEF = 60
"""Characters of a beginning that needs the next sentence too: "That can be." says nothing by itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words with their language: a Dutch sentence to say aloud stays Dutch on an English page."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    said: Said


@dataclass(frozen=True, slots=True)
class Listed:
    """A short bulleted list."""

    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence ready to be said or sent, without quotation marks, so that it can be copied."""

    said: Said


@dataclass(frozen=True, slots=True)
class Line:
    """A helpline with a number, a note about it, and its hours; `hours` is empty when it is open day and night."""

    helpline: Helpline
    note: str
    hours: str

    @property
    def about(self) -> list[str]:
        return [words for words in (self.note, self.hours) if words]


@dataclass(frozen=True, slots=True)
class Lines:
    """Helplines that are shown together."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ByHour:
    """For a page made in advance: a sentence while a helpline is open, one while it is closed, and when that is."""

    helpline: Helpline
    when_open: str
    open: Said
    when_closed: str
    closed: Said


@dataclass(frozen=True, slots=True)
class Nearby:
    """A local place that helps: its name and contacts. Unknown ones are empty."""

    name: Said
    about: Said
    phone: str
    address: Said
    hours: Said

    @property
    def known(self) -> list[str]:
        """What is known beside its name."""
        return [line for line in (self.about.words, self.phone, self.address.words, self.hours.words) if line]


@dataclass(frozen=True, slots=True)
class Door:
    """The web address of a helpline, and the label of its button."""

    url: str
    label: str


Block = Paragraph | Listed | Quote | Lines | ByHour | Nearby | Door | Share | ReadingMode


@dataclass(frozen=True, slots=True)
class Speech:
    """Says sentences and screens in one language, for one copy of the guide and one campaign.

    `open_lines` are the ids of the helplines that are open now. None for a page that is made in advance, such as a
    web page, which shows the hours instead.
    """

    locale: Locale
    open_lines: frozenset[str] | None = None
    nearby: tuple[Nearby, ...] = ()
    operator: str = ""
    aloud: bool = False
    """Whether it is read by a screen reader, which spells out a sign such as `‹`."""

    def __call__(self, sentence: str, /, **values: object) -> str:
        return self.locale.say(sentence).format_map(SPOKEN | values if values else SPOKEN)

    def label(self, choice: Choice) -> str:
        """What the button of a choice says; a way back looks like one."""
        return self.back(choice.label) if choice.is_back else self(choice.label)

    def back(self, where: str) -> str:
        return self(chat.BACK_ALOUD if self.aloud else chat.BACK, where=self(where))

    def said(self, sentence: str) -> Said:
        """The sentence with its language, which is Dutch without a translation."""
        return Said(self(sentence), self.locale.code if self.locale.words.get(sentence) else SOURCE)

    def blocks(self, parts: Iterable[Part]) -> Iterator[Block]:
        for part in parts:
            match part:
                case str():
                    yield Paragraph(self.said(part))
                case Opening(lead, title, paragraph):
                    said = self.said(paragraph)
                    yield Paragraph(Said(f"{self(lead)} “{self(title)}”. {_opening(said.words)}", said.language))
                case Points(lines):
                    yield Listed(tuple(self.said(line) for line in lines))
                case Copy(words):
                    yield Quote(self.said(words))
                case Numbers(helplines):
                    yield self.lines(*helplines)
                case WhenOpen(helpline, when_open, when_closed):
                    yield self._by_hour(HELPLINES[helpline], when_open, when_closed)
                case LocalHelp():
                    yield from self.nearby
                case Operator(unknown):
                    yield Paragraph(Said(self.operator, SOURCE) if self.operator else self.said(unknown))
                case Link(helpline):
                    line = HELPLINES[helpline]
                    yield Door(line.url, self(chat.VISIT_SITE, site=line.site))
                case Share() | ReadingMode():
                    yield part

    def lines(self, *helplines: str) -> Lines:
        """Helplines by id, open ones first."""
        is_open = frozenset(helplines) if self.open_lines is None else self.open_lines
        ordered = sorted(helplines, key=lambda name: name not in is_open)
        return Lines(tuple(self._line(HELPLINES[name]) for name in ordered))

    def hours(self, words: str, line: Helpline) -> str:
        """A sentence such as `chat.OPEN_NOW` with the hours of a helpline; empty when it is open day and night."""
        if line.hours is None:
            return ""
        return self(words, opens=self._clock(line.hours.opens), closes=self._clock(line.hours.closes))

    def _line(self, line: Helpline) -> Line:
        if self.open_lines is None:
            words = chat.HOURS
        else:
            words = chat.OPEN_NOW if line.id in self.open_lines else chat.CLOSED_NOW
        return Line(line, self(line.note) if line.note else "", self.hours(words, line))

    def _by_hour(self, line: Helpline, when_open: str, when_closed: str) -> Block:
        if self.open_lines is not None:
            return Paragraph(self.said(when_open if line.id in self.open_lines else when_closed))
        days = chat.ON_WORKING_DAYS if line.hours and line.hours.days == WORKING_DAYS else chat.EVERY_DAY
        return ByHour(
            line, self.hours(days, line), self.said(when_open), self(chat.AT_OTHER_TIMES), self.said(when_closed)
        )

    def _clock(self, moment: time) -> str:
        return self(chat.CLOCK, hour=moment.hour, minute=f"{moment.minute:02}")


def _opening(words: str) -> str:
    first, second = ([found[0] for found in _BEGINS.finditer(words)] + [""])[:2]
    return first if len(first) >= BRIEF or second.endswith(":") else first + second
