"""A screen: its title, the parts of its text, and the choices on it.

Regions are written with the names in this file. A plain string is a paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass

from transitions import State

from flows.visit import START, Visit


@dataclass(frozen=True, slots=True)
class Points:
    """A short bulleted list."""

    lines: tuple[str, ...]

    def __init__(self, *lines: str) -> None:
        object.__setattr__(self, "lines", lines)


@dataclass(frozen=True, slots=True)
class Opening:
    """How another screen begins, behind a few words of its own: its title, the first sentence of a paragraph, and the
    next one where that is a question or says too little by itself."""

    lead: str
    title: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence ready to be said or sent, with a button that copies it."""

    words: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Helplines by id, each on its own line with a copy button. Those open now come first."""

    helplines: tuple[str, ...]

    def __init__(self, *helplines: str) -> None:
        object.__setattr__(self, "helplines", helplines)


@dataclass(frozen=True, slots=True)
class Link:
    """The web address of a helpline, as a button."""

    helpline: str


@dataclass(frozen=True, slots=True)
class WhenOpen:
    """One sentence while a helpline is open, another while it is closed."""

    helpline: str
    open: str
    closed: str


@dataclass(frozen=True, slots=True)
class LocalHelp:
    """The contacts of the visitor's own municipality or organisation, from the campaign."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs this copy of the guide and how to reach them, from the settings."""

    unknown: str
    """The sentence to show when the settings do not say."""


@dataclass(frozen=True, slots=True)
class Share:
    """A button that shares the address of the web pages. Only where the phone is safe: it leaves a message."""


@dataclass(frozen=True, slots=True)
class ReadingMode:
    """A button of the chat that switches the reading mode on and off, for visitors with a screen reader."""


Part = str | Points | Opening | Copy | Numbers | Link | WhenOpen | LocalHelp | Operator | Share | ReadingMode


@dataclass(frozen=True, slots=True, kw_only=True)
class PerFace:
    """Parts that differ between the chat and the web page: what each keeps, and how to remove it."""

    chat: tuple[Part, ...]
    web: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """A way on as a region writes it, before the machine makes a `Choice` of it. Nothing is an empty string.

    Without a label the button carries the title of the screen it leads to. `name` is what the button carries (the name
    of the screen, unless two choices lead to the same screen), `only_if` and `unless` name a guard of `Visit`, `then` a
    callback that records a fact. `beside` marks a way beside the subject of the page: to what else there is, or to what
    the guide says of itself.
    """

    dest: str
    label: str = ""
    _: KW_ONLY
    name: str = ""
    only_if: str = ""
    unless: str = ""
    then: str = ""
    beside: bool = False
    is_back: bool = False

    @property
    def trigger(self) -> str:
        return self.name or self.dest


to = ChoiceSpec
"""What a region writes: `to("worried")`."""


def back(dest: str, *, name: str = "back") -> ChoiceSpec:
    """One step up. Back to the first screen starts again, and so clears the facts.

    The button shows the short name of the screen it opens, so it is true however the visitor came here. A way back that
    leads elsewhere than in an earlier release has another `name`: an old button must not open what it does not say.
    """
    return begin() if dest == START else to(dest, name=name, is_back=True)


def begin() -> ChoiceSpec:
    """To the first screen, which clears the facts."""
    return to(START, then="forget", is_back=True)


class Screen(State):  # type: ignore[misc, unused-ignore]
    """What a visitor reads: a neutral title, the parts of the text, and the choices in reading order.

    `parts` is what a chat shows and `web_parts` what a web page shows; they differ only at a `PerFace`.
    `short` is its name on a way back, for a title of more than 14 characters.
    `emergency_first` makes the way to 112 the first button of the page.
    `tall` is the reason why its page may be taller than a phone shows; a proof allows few.
    `source` names the facts behind the words, for the reviewer who signs them off.
    `with_parents` marks a screen about talking to the parents: a proof checks every way to it. `near_parents` marks one
    that needs no check, yet is not offered to somebody who types about a child's own abuse.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *parts: Part | PerFace,
        ways: Sequence[ChoiceSpec] = (),
        short: str = "",
        tall: str = "",
        emergency_first: bool = False,
        source: str = "",
        with_parents: bool = False,
        near_parents: bool = False,
    ) -> None:
        super().__init__(name)
        self.with_parents = with_parents
        self.near_parents = near_parents or with_parents
        self.title = title
        self.short = short or title
        self.tall = tall
        self.emergency_first = emergency_first
        self.parts = tuple(part for each in parts for part in (each.chat if isinstance(each, PerFace) else (each,)))
        self.web_parts = tuple(part for each in parts for part in (each.web if isinstance(each, PerFace) else (each,)))
        self.ways = tuple(ways)
        self.source = source
        self.helplines = frozenset(line for part in self.parts if isinstance(part, Numbers) for line in part.helplines)
        """The helplines whose number this screen shows."""

    @property
    def sentences(self) -> Iterator[str]:
        """Every Dutch sentence of this screen, title and labels included."""
        yield self.title
        if self.short != self.title:
            yield self.short
        for part in dict.fromkeys((*self.parts, *self.web_parts)):
            match part:
                case str():
                    yield part
                case Points(lines):
                    yield from lines
                case Copy(words):
                    yield words
                case Opening(lead, title, paragraph):
                    yield from (lead, title, paragraph)
                case WhenOpen(_, when_open, when_closed):
                    yield when_open
                    yield when_closed
                case Operator(unknown):
                    yield unknown
                case Numbers() | Link() | LocalHelp() | Share() | ReadingMode():
                    pass
        yield from (way.label for way in self.ways if way.label)


class Answer(Screen):
    """A page off the map. `meant` are the visits it offers to a visitor who has told us nothing but what they typed."""

    def __init__(
        self, name: str, title: str, *parts: Part | PerFace, meant: Sequence[Visit] = (), tall: str = "", source: str
    ) -> None:
        super().__init__(name, title, *parts, tall=tall, source=source)
        self.meant = tuple(meant)
