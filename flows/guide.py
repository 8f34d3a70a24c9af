"""How a map is walked: all the nouns of the guide, and the rule book that connects them.

A `Screen` is what a visitor reads, a `Choice` is a way on, a `Visit` is where somebody is.
The `Guide` puts them into one flat `transitions` machine that has no model of its own:
a visit is a value, `follow` takes one and returns another, and nobody keeps one.
That is what lets a restart, or a second machine, lose nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import Flag, auto
from typing import Any, TypedDict, cast

from transitions import Machine, MachineError, State, Transition

from flows import Mistake

START = "welcome"


def N_(words: str) -> str:  # noqa: N802 - the field's usual name for "translate this when it is shown"
    """Mark a Dutch sentence for the catalogues; it is spoken later, by `locales`."""
    return words


class NoSuchStep(Exception):
    """This visit does not exist, or the step is not open from there. The button was old or forged."""


class BrokenMap(Mistake):
    """A map that cannot be walked. The message says which screen, what is wrong and what to do."""


class Fact(Flag):
    """What a visitor has told us, as far as the way on depends on it. Only `welcome` forgets it."""

    NOTHING = 0
    UNSAFE = auto()
    """Talking to the parents first is not safe; no way leads there any more."""
    CHECKED = auto()
    """Answered "none of these" in `talk_check`. Without it, talking counts as unsafe."""


@dataclass(slots=True, unsafe_hash=True)
class Visit:
    """Where somebody is: a screen, what they told us, and whether there is local help to show.

    `local` comes from the campaign that is open now, never from a button.
    Mutable only because `transitions` writes the new screen onto its model, which is always a copy.
    """

    screen: str = START
    facts: Fact = Fact.NOTHING
    local: bool = False

    # Guards: named by the choices, asked by the machine before every step.

    def may_talk_to_parents(self) -> bool:
        """Asked, answered "none of these", and nothing since says otherwise."""
        return Fact.CHECKED in self.facts and Fact.UNSAFE not in self.facts

    def is_unsafe_to_talk(self) -> bool:
        return Fact.UNSAFE in self.facts

    def must_check_first(self) -> bool:
        """The question in `talk_check` has not been answered yet."""
        return self.facts is Fact.NOTHING

    def has_local_help(self) -> bool:
        return self.local

    # Callbacks: what a step tells us about the visitor's situation.

    def note_unsafe(self) -> None:
        self.facts |= Fact.UNSAFE

    def note_checked(self) -> None:
        self.facts |= Fact.CHECKED

    def forget(self) -> None:
        self.facts = Fact.NOTHING


# What stands on a screen. A plain string is a paragraph.


@dataclass(frozen=True, slots=True)
class Points:
    """A short list, one thing a line."""

    lines: tuple[str, ...]

    def __init__(self, *lines: str) -> None:
        object.__setattr__(self, "lines", lines)


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence ready to be said or sent, with a button that copies it."""

    words: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Helplines by id, each on a line of its own with a copy button. Those open now come first."""

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
    """What is said when nobody filled that in."""


@dataclass(frozen=True, slots=True)
class Share:
    """A button that passes on the address of the web pages. Only where the phone is safe: it leaves a message."""


Part = str | Points | Copy | Numbers | Link | WhenOpen | LocalHelp | Operator | Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PerFace:
    """What reads differently in a chat and on a web page: who keeps what, and how it is taken away."""

    chat: tuple[Part, ...]
    web: tuple[Part, ...]


class ChoiceSpec(TypedDict, total=False):
    """A choice as it is written down in a region, before the machine makes a `Choice` of it."""

    trigger: str
    dest: str
    label: str
    only_if: str
    unless: str
    then: str


def to(
    dest: str, label: str = "", *, name: str = "", only_if: str = "", unless: str = "", then: str = ""
) -> ChoiceSpec:
    """A way on. Without a label the button carries the title of the screen it leads to.

    `name` is what the button carries (the name of the screen, unless two choices lead to one screen),
    `only_if` and `unless` name a guard of `Visit`, `then` a callback that notes a fact.
    """
    way: ChoiceSpec = {"trigger": name or dest, "dest": dest}
    if label:
        way["label"] = label
    if only_if:
        way["only_if"] = only_if
    if unless:
        way["unless"] = unless
    if then:
        way["then"] = then
    return way


BACK = N_("Terug")
BEGIN = N_("Naar het begin")


def back(dest: str) -> ChoiceSpec:
    """One step up. Up to the beginning is a beginning: what we were told is forgotten there.

    The button only says "back" where that is true, where everybody came from there;
    on a screen that several ways lead to, it names where it goes.
    """
    return begin() if dest == START else to(dest, BACK, name="back")


def begin() -> ChoiceSpec:
    """To the beginning, where everything we were told is forgotten."""
    return to(START, BEGIN, then="forget")


class Screen(State):  # type: ignore[misc, unused-ignore]
    """What a visitor reads: a neutral title, the parts of the text, and the ways on in reading order.

    `parts` is what a chat shows and `web_parts` what a web page shows; they differ only where a `PerFace` stands.
    `source` names the facts behind the words, for whoever signs them off.
    `with_parents` marks a screen on talking to the parents: a proof looks after every way to it.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *parts: Part | PerFace,
        ways: Sequence[ChoiceSpec] = (),
        source: str = "",
        with_parents: bool = False,
    ) -> None:
        super().__init__(name)
        self.with_parents = with_parents
        self.title = title
        self.parts = tuple(part for each in parts for part in (each.chat if isinstance(each, PerFace) else (each,)))
        self.web_parts = tuple(part for each in parts for part in (each.web if isinstance(each, PerFace) else (each,)))
        self.ways = tuple(ways)
        self.source = source

    @property
    def helplines(self) -> frozenset[str]:
        """The helplines whose number stands on this screen."""
        return frozenset(line for part in self.parts if isinstance(part, Numbers) for line in part.helplines)

    @property
    def sentences(self) -> Iterator[str]:
        """Every sentence on this screen as it is written down, title and labels included."""
        yield self.title
        for part in dict.fromkeys((*self.parts, *self.web_parts)):
            match part:
                case str():
                    yield part
                case Points(lines):
                    yield from lines
                case Copy(words):
                    yield words
                case WhenOpen(_, when_open, when_closed):
                    yield when_open
                    yield when_closed
                case Operator(unknown):
                    yield unknown
                case Numbers() | Link() | LocalHelp() | Share():
                    pass
        yield from (way["label"] for way in self.ways if "label" in way)


class Choice(Transition):  # type: ignore[misc, unused-ignore]
    """A way from one screen to another, with the words on its button.

    `transitions` hands over its own fields by position and keeps the trigger to itself,
    so the name that the button carries is given once more.
    """

    def __init__(self, *fields: Any, name: str, label: str) -> None:
        super().__init__(*fields)
        self.dest: str
        self.trigger = name
        self.label = label

    @property
    def guards(self) -> list[tuple[str, bool]]:
        """The guards by name, each with the answer it must give: the very ones the machine asks."""
        return [(str(guard.func), guard.target) for guard in self.conditions]

    def leads(self, visit: Visit) -> Visit:
        """Where the machine takes a visit to which this is open, told from the same fields: it would take 60 ms for all
        steps of the map, at every start. A test holds the two against each other."""
        there = Visit(self.dest, visit.facts, visit.local)
        for note in self.before:
            getattr(there, str(note))()
        return there

    def is_open(self, visit: Visit) -> bool:
        return all(getattr(visit, guard)() is wanted for guard, wanted in self.guards)


class RuleBook(Machine):  # type: ignore[misc, unused-ignore]
    """The machine itself: flat, synchronous, without models, wildcards or transitions of its own making."""

    state_cls = Screen
    transition_cls = Choice

    def choice(self, source: str, trigger: str) -> Choice:
        return cast(Choice, self.events[trigger].transitions[source][0])

    def step(self, visit: Visit, trigger: str) -> bool:
        """Move this visit, in place. False when a guard refuses."""
        return bool(self.events[trigger].trigger(visit))


class Guide:
    """The whole guide: regions of screens, and how one gets from one to another.

    Raises `BrokenMap` when the regions do not fit together.
    """

    def __init__(self, regions: Mapping[str, Iterable[Screen]]) -> None:
        self.regions = {region: tuple(screens) for region, screens in regions.items()}
        self.screens = _by_name(self.regions)
        self._region = {screen.name: region for region, screens in self.regions.items() for screen in screens}
        _check_ways(self.screens)
        self._above = {name: way["dest"] for name, way in _ways(self.screens) if way["trigger"] == "back"}
        self._entered_from: dict[str, set[str]] = {name: set() for name in self.screens}
        for name, way in _ways(self.screens):
            if way["trigger"] != "back":
                self._entered_from[way["dest"]].add(name)
        self._rules = RuleBook(
            model=None,
            states=list(self.screens.values()),
            initial=START,
            auto_transitions=False,
            model_attribute="screen",
        )
        for screen in self.screens.values():
            for way in screen.ways:
                label = way.get("label") or self.screens[way["dest"]].title
                if label == BACK and self._is_entered_elsewhere(screen.name, way["dest"]):
                    label = self.screens[way["dest"]].title
                self._rules.add_transition(
                    way["trigger"],
                    screen.name,
                    way["dest"],
                    conditions=way.get("only_if"),
                    unless=way.get("unless"),
                    before=way.get("then"),
                    name=way["trigger"],
                    label=label,
                )
        self._choices = {
            screen.name: tuple(self._rules.choice(screen.name, way["trigger"]) for way in screen.ways)
            for screen in self.screens.values()
        }
        self.reachable = frozenset(self._walk())
        # Where the steps led that were taken before: there are only so many, and the machine takes its time for one.
        self._taken: dict[tuple[Visit, str], Visit] = {}

    def begin(self, *, local: bool = False) -> Visit:
        """The first visit; `local` when the campaign has help of its own to show."""
        return Visit(local=local)

    def open(self, screen: str, facts: Fact = Fact.NOTHING, *, local: bool = False) -> Visit:
        """A visit named by a button. Raises `NoSuchStep` for one that no walk can reach, such as a forged one."""
        visit = Visit(screen, facts, local)
        if visit not in self.reachable:
            raise NoSuchStep(f"nobody can be at {screen!r} with {facts}")
        return visit

    def open_way(self, way: ChoiceSpec, *, local: bool = False) -> Visit:
        """Where a way on an answer leads for somebody who has told us nothing. Raises `NoSuchStep`."""
        visit = self.begin(local=local)
        visit.screen = way["dest"]
        if "then" in way:
            getattr(visit, way["then"])()
        return self.open(visit.screen, visit.facts, local=local)

    def follow(self, visit: Visit, trigger: str) -> Visit:
        """Where a choice leads. Raises `NoSuchStep` when it is not open from here."""
        there = self._taken.get((visit, trigger))
        if there is None:
            if visit not in self.reachable:
                raise NoSuchStep(f"nobody can be at {visit.screen!r} with {visit.facts}")
            there = self._taken[copy(visit), trigger] = self._step(visit, trigger)
        return there

    def _step(self, visit: Visit, trigger: str) -> Visit:
        there = copy(visit)
        try:
            moved = self._rules.step(there, trigger)
        except (KeyError, MachineError):
            moved = False
        if not moved:
            raise NoSuchStep(f"{trigger!r} is not open at {visit.screen!r}")
        return there

    def choices(self, visit: Visit) -> list[Choice]:
        """The choices open to this visit, in reading order."""
        return [choice for choice in self._choices[visit.screen] if choice.is_open(visit)]

    def all_choices(self, screen: str) -> tuple[Choice, ...]:
        """Every choice of a screen, open or guarded, in reading order."""
        return self._choices[screen]

    def region(self, screen: str) -> str:
        return self._region[screen]

    @property
    def triggers(self) -> frozenset[str]:
        return frozenset(self._rules.events)

    def _is_entered_elsewhere(self, screen: str, above: str) -> bool:
        """Whether somebody may have come from a screen other than the one above, or one of its own below."""
        return any(name != above and self._above.get(name) != screen for name in self._entered_from[screen])

    def _walk(self) -> set[Visit]:
        """Every visit that can be reached, with and without local help."""
        seen: set[Visit] = set()
        waiting = [Visit(local=local) for local in (False, True)]
        while waiting:
            visit = waiting.pop()
            if visit in seen:
                continue
            seen.add(visit)
            waiting += [choice.leads(visit) for choice in self.choices(visit)]
        return seen


def _ways(screens: Mapping[str, Screen]) -> Iterator[tuple[str, ChoiceSpec]]:
    """Every way as it is written down, with the screen it starts from."""
    return ((screen.name, way) for screen in screens.values() for way in screen.ways)


def _by_name(regions: Mapping[str, Sequence[Screen]]) -> dict[str, Screen]:
    screens: dict[str, Screen] = {}
    for screen in (screen for region in regions.values() for screen in region):
        if screen.name in screens:
            raise BrokenMap(f"{screen.name}: two screens have this name; rename one of them")
        screens[screen.name] = screen
    if START not in screens:
        raise BrokenMap(f"{START}: the guide begins at this screen, and it is not there; add it")
    return screens


def _check_ways(screens: Mapping[str, Screen]) -> None:
    """What `transitions` would accept without a word."""
    for screen in screens.values():
        seen: set[str] = set()
        for way in screen.ways:
            if way["dest"] not in screens:
                raise BrokenMap(f"{screen.name}: leads to {way['dest']!r}, which is no screen; mend the name")
            if way["trigger"] in seen:
                raise BrokenMap(f"{screen.name}: two choices are called {way['trigger']!r}; give one a name of its own")
            seen.add(way["trigger"])
            for name in (way.get("only_if"), way.get("unless"), way.get("then")):
                if name and not callable(getattr(Visit, name, None)):
                    raise BrokenMap(f"{screen.name}: names {name!r}, which Visit does not have; mend the name")
