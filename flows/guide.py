"""The engine: screens and choices in one flat `transitions` machine.

The machine has no model of its own. `Guide.follow` takes a `Visit` and returns another, and keeps neither.
It takes every step: for the reachable visits, the shown choices and the proofs, and on a press.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, cast

from transitions import EventData, Machine, MachineError, Transition

from flows import Mistake
from flows.screen import ChoiceSpec, Screen
from flows.visit import START, Fact, Visit


class NoSuchStep(Exception):
    """This visit does not exist, or the choice is closed there. The button was old or forged."""


class BrokenMap(Mistake):
    """The regions do not fit together. The message says which screen, what is wrong and how to fix it."""


class Choice(Transition):  # type: ignore[misc, unused-ignore]
    """A way from one screen to another, with the label of its button: of a way back the name of where it leads.

    `transitions` passes its own fields by position and keeps the trigger to itself, so `way` is passed as well.
    """

    def __init__(self, *fields: Any, way: ChoiceSpec, label: str) -> None:
        super().__init__(*fields)
        self.dest: str
        self.trigger = way.trigger
        self.label = label
        self.is_back = way.is_back
        self.is_beside = way.beside

    @property
    def guards(self) -> list[tuple[str, bool]]:
        """The names of the guards, each with the answer that the machine requires."""
        return [(str(guard.func), guard.target) for guard in self.conditions]

    @property
    def guarded_by(self) -> str:
        """Its guards, for a reader of the map."""
        return ", ".join(guard if wanted else f"not {guard}" for guard, wanted in self.guards)

    def is_open(self, asked: EventData) -> bool:
        """Whether every guard lets the visit through, asked the way the machine asks before a step."""
        return all(guard.check(asked) for guard in self.conditions)


class RuleBook(Machine):  # type: ignore[misc, unused-ignore]
    """The machine: flat, synchronous, without models, wildcards or transitions of its own making."""

    state_cls = Screen
    transition_cls = Choice

    def choice(self, source: str, trigger: str) -> Choice:
        return cast(Choice, self.events[trigger].transitions[source][0])

    def step(self, visit: Visit, trigger: str) -> Visit:
        """The visit after this choice. Raises `NoSuchStep` when the choice is closed or does not exist."""
        there = replace(visit)
        try:
            moved = self.events[trigger].trigger(there)
        except (KeyError, MachineError):
            moved = False
        if not moved:
            raise NoSuchStep(f"{trigger!r} is not open at {visit.screen!r}")
        return there


class Guide:
    """The whole guide: regions of screens, and the choices between them.

    Raises `BrokenMap` when the regions do not fit together.
    """

    def __init__(self, regions: Mapping[str, Iterable[Screen]]) -> None:
        self.regions = {region: tuple(screens) for region, screens in regions.items()}
        self.screens = _by_name(self.regions)
        self._region = {screen.name: region for region, screens in self.regions.items() for screen in screens}
        _check_ways(self.screens)
        self._rules = _rules(self.screens)
        self._choices = {
            screen.name: tuple(self._rules.choice(screen.name, way.trigger) for way in screen.ways)
            for screen in self.screens.values()
        }
        self._ahead: dict[Visit, list[Visit]] = {}
        self.reachable = frozenset(self._reach({self.begin(), self.begin(local=True)}))
        """Every visit that presses lead to, from the beginning."""
        self.visits = self._with_typed()
        """Every visit there can be. Typed words may open a screen from any other, and the facts come along."""

    def begin(self, *, local: bool = False) -> Visit:
        """The first visit; `local` when the campaign has contacts of its own to show."""
        return Visit(local=local)

    def open(self, screen: str, facts: Fact = Fact.NOTHING, *, local: bool = False) -> Visit:
        """The visit that a button names. Raises `NoSuchStep` for one that there cannot be, such as a forged one."""
        visit = Visit(screen, facts, local)
        self._check(visit)
        return visit

    def follow(self, visit: Visit, trigger: str) -> Visit:
        """Where a choice leads. Raises `NoSuchStep` when it is closed here."""
        self._check(visit)
        return self._rules.step(visit, trigger)

    def choices(self, visit: Visit) -> list[Choice]:
        """The choices open to this visit, in reading order."""
        asked = EventData(None, None, self._rules, visit, (), {})
        return [choice for choice in self._choices[visit.screen] if choice.is_open(asked)]

    def ahead(self, visit: Visit) -> list[Visit]:
        """Where its open choices lead, in the same order. They were followed when the reachable visits were found.
        Raises `NoSuchStep` when the visit does not exist."""
        self._check(visit)
        return self._ahead[visit]

    def all_choices(self, screen: str) -> tuple[Choice, ...]:
        """Every choice of a screen, open or closed, in reading order."""
        return self._choices[screen]

    def region(self, screen: str) -> str:
        return self._region[screen]

    @property
    def triggers(self) -> frozenset[str]:
        return frozenset(self._rules.events)

    def triggers_of(self, screen: str) -> frozenset[str]:
        """Every trigger that the machine knows at a screen, whatever the facts."""
        return frozenset(self._rules.get_triggers(screen))

    def _check(self, visit: Visit) -> None:
        if visit not in self.visits:
            raise NoSuchStep(f"no visit reaches {visit.screen!r} with {visit.facts}")

    def _with_typed(self) -> frozenset[Visit]:
        """Also the visits that could be reached if the beginning forgot nothing: guards hold for typed words too."""
        visits, told = self.reachable, set[Visit]()
        while told != {replace(visit, screen=START) for visit in visits}:
            told = {replace(visit, screen=START) for visit in visits}
            visits |= self._reach(told, visits) - told
        return visits

    def _reach(self, starts: set[Visit], known: Set[Visit] = frozenset()) -> set[Visit]:
        """Every visit that choices lead to from these, and those known, which are not walked again."""
        reached = starts | known
        waiting = list(starts)
        while waiting:
            visit = waiting.pop()
            ahead = self._ahead[visit] = [self._rules.step(visit, choice.trigger) for choice in self.choices(visit)]
            new = set(ahead) - reached
            reached |= new
            waiting += new
        return reached


def _rules(screens: Mapping[str, Screen]) -> RuleBook:
    rules = RuleBook(
        model=None, states=list(screens.values()), initial=START, auto_transitions=False, model_attribute="screen"
    )
    for screen in screens.values():
        for way in screen.ways:
            dest = screens[way.dest]
            rules.add_transition(
                way.trigger,
                screen.name,
                way.dest,
                conditions=way.only_if or None,
                unless=way.unless or None,
                before=way.then or None,
                way=way,
                label=way.label or (dest.short if way.is_back else dest.title),
            )
    return rules


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
    """Mistakes that `transitions` accepts silently."""
    for screen in screens.values():
        seen: set[str] = set()
        for way in screen.ways:
            if way.dest not in screens:
                raise BrokenMap(f"{screen.name}: leads to {way.dest!r}, which is no screen; fix the name")
            if way.trigger in seen:
                raise BrokenMap(f"{screen.name}: two choices are called {way.trigger!r}; give one a name of its own")
            seen.add(way.trigger)
            for name in (way.only_if, way.unless, way.then):
                if name and not callable(getattr(Visit, name, None)):
                    raise BrokenMap(f"{screen.name}: names {name!r}, which Visit does not have; fix the name")
