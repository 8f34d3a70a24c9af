"""Plays the conversations and bursts of `sets/`, and names each turn that does not get what it should.

python -m tests.listen.conversations [--odd]     the even half, for development, or the hidden one
python -m tests.listen.conversations --night     the sets that were all written for development

What a turn must or must not be: `screen:` stands there; `number:` comes first; `shows:` stands in the text; `button:`
and `opens:` lead to a screen; `route:` is answered or asked for; `back` leads to where somebody was; `same` is the
place or the subject of before, `stays` the subject itself; `warm` starts no new case; `claims:` is said of somebody.
"""

import asyncio
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.chat.tap import Tap
from flows.answers import ANSWERS, DANGER, HEARD
from flows.offer_names import ASK, KEPT, route_of
from flows.offers import named
from flows.question import Question
from flows.routes import CLAIMS, CRISIS, Route
from flows.visit import START
from tests.listen import PAGES, SETS, first_number
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS
from tests.support.person import GUIDE, Person
from tests.support.standing_clock import DAY

NUMBERS = {"112", "113", VEILIG_THUIS, KINDERTELEFOON}
VICTIM = CLAIMS - {Route.PARENT, Route.REPORTED, Route.HARD_THOUGHTS, Route.TOLD}
OFFENDER = {Route.PARENT, Route.HARD_THOUGHTS}


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody does, and what the page after it has to show and must not."""

    does: str
    text: str
    must: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page, as the terms of the sets speak of it."""

    text: str
    taps: tuple[Tap, ...]
    here: Tap

    @property
    def routes(self) -> set[Route]:
        answer = ANSWERS.get(self.here.answer) or named(self.here.answer, GUIDE)
        if isinstance(answer, Question):
            return {route for route in Route if HEARD.get(route) in {way for way, _ in answer.asks_for}}
        return {route for route in map(route_of, (self.here.answer, self.here.answer.partition(KEPT)[0])) if route}

    @property
    def number(self) -> str:
        places = {number: self.text.find(number) for number in NUMBERS}
        footer = self.text.rfind("112")
        found = {number: place for number, place in places.items() if place >= 0 and place != footer}
        return min(found, key=found.__getitem__, default="112")

    @property
    def is_menu(self) -> bool:
        return not self.here.answer and self.here.screen == START


@dataclass(frozen=True, slots=True)
class Burst:
    """Texts that belong together, and the gravest route among them."""

    name: str
    language: str
    texts: tuple[str, ...]
    gravest: Route


def conversations(*, odd: bool | None) -> Iterator[tuple[str, str, list[Turn]]]:
    """Every other one, or with None those at night: its id, its language and its turns."""
    rows = _rows("conversations", odd)
    for n, (name, turns) in enumerate(groupby(rows, lambda row: (row["id"], row["lang"]))):
        if odd is None or n % 2 == odd:
            yield *name, [Turn(t["does"], t["text"], _terms(t["must"]), _terms(t["mustnot"])) for t in turns]


def bursts(*, odd: bool | None) -> Iterator[Burst]:
    """Every other one, or with None those at night."""
    for n, row in enumerate(_rows("bursts", odd)):
        if odd is None or n % 2 == odd:
            yield Burst(row["id"], row["lang"], tuple(row["texts"].split(" | ")), Route(row["gravest"]))


def _rows(name: str, odd: bool | None) -> list[dict[str, str]]:
    with (SETS / f"{name if odd is not None else f'{name}_at_night'}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _terms(cell: str | None) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, (cell or "").split(","))))


async def played(language: str, turns: list[Turn]) -> list[Shown]:
    """What stands after each turn."""
    person, found = Person(language=language), []
    for turn in turns:
        if turn.does == "start":
            await person.start()
        elif turn.does == "press":
            if not person.handler.last_pages.last(person.user_id, person.clock()):  # a wipe left nothing to press
                await person.start()
            await person.press(turn.text)
        else:
            await person.write(turn.text)
        found.append(shown(person))
    return found


def shown(person: Person) -> Shown:
    page = person.handler.last_pages.last(person.user_id, person.clock())
    here = (Tap.unpack(page.reopens) if page else None) or Tap("nl", screen=START)
    rows = person.phone.screen["keyboard"] if page else []
    taps = (Tap.unpack(str(button.get("callback_data", ""))) for row in rows for button in row)
    return Shown(person.text if page else "", tuple(filter(None, taps)), here)


def misses(turn: Turn, now: Shown, before: Shown) -> Iterator[str]:
    """The terms that this page does not keep."""
    yield from (term for term in turn.must if not _is_so(term, now, before))
    yield from (f"not {term}" for term in turn.never if _is_never(term, now))


def _is_so(term: str, now: Shown, before: Shown) -> bool:
    kind, _, name = term.partition(":")
    is_so = {
        "screen": lambda: not now.here.answer and now.here.screen == name,
        "number": lambda: now.number == name or (name == "112" and now.here.answer == DANGER),
        "button": lambda: any(tap.screen == name for tap in now.taps),
        "shows": lambda: name in now.text,
        "route": lambda: not now.routes.isdisjoint(name.split("|")),
        "back": lambda: any(tap.screen == before.here.screen and not tap.trigger for tap in now.taps),
        "same": lambda: (
            not now.is_menu and (now.here.screen == before.here.screen or not now.routes.isdisjoint(before.routes))
        ),
        "stays": lambda: _stays(now, before),
        "warm": lambda: not now.is_menu and now.routes <= {Route.THANKS, Route.GREETING, *before.routes},
    }
    return is_so[kind]()


def _stays(now: Shown, before: Shown) -> bool:
    """Whether the answer is about what the one before was about; on a page of the map the page is still behind it."""
    if before.routes:
        return not now.routes.isdisjoint(before.routes)
    return not now.is_menu and now.here.screen == before.here.screen and now.here.answer != HEARD[Route.OTHER]


def _is_never(term: str, now: Shown) -> bool:
    kind, _, name = term.partition(":")
    if kind == "claims":
        # An answer about dying asks "for you or for someone else", so it takes nobody for suicidal.
        claimed = {"offender": OFFENDER, "suicidal": set(), "victim": VICTIM - CRISIS, "wrongperson": VICTIM - CRISIS}
        return route_of(now.here.answer) in claimed[name] and not now.here.answer.startswith(f"{ASK}_")
    if kind == "menu":
        return now.is_menu or now.here.answer == HEARD[Route.OTHER]
    if kind == "opens":
        return any(tap.screen == name for tap in now.taps)
    return _is_so(term, now, now)


async def stands_after(burst: Burst, *, together: bool) -> Shown:
    """What stands at last when the texts wait together, or come one by one."""
    person = Person(language=burst.language)
    await person.start()
    for text in ["\n".join(burst.texts)] if together else burst.texts:
        await person.write(text)
    return shown(person)


def own_number(route: Route, language: str) -> str:
    """The number that stands first in the answer of a route."""
    page = PAGES.opened_by(Tap(language, screen=START).to(HEARD[route]), DAY)
    return first_number(page.text)


def report(*, odd: bool | None) -> Iterator[str]:
    """A line for each turn and burst that is not as it should be, and how many there are."""
    turns = wrong = harmful = 0
    for name, language, every in conversations(odd=odd):
        pages = asyncio.run(played(language, every))
        for turn, before, now in zip(every, [pages[0], *pages], pages, strict=False):
            turns += 1
            missed = list(misses(turn, now, before))
            wrong += bool(missed)
            harmful += any(miss.startswith("not ") and miss != "not menu" for miss in missed)
            if missed:
                is_at = now.here.answer or now.here.screen
                yield f"{name} {turn.does} {turn.text[:70]!r}: {', '.join(missed)}; {is_at}"
    yield f"{turns} turns, {wrong} not as they should be, {harmful} of the harmful kind"
    for together in (True, False):
        every_burst, right = list(bursts(odd=odd)), 0
        for burst in every_burst:
            page = asyncio.run(stands_after(burst, together=together))
            number, own = first_number(page.text), own_number(burst.gravest, burst.language)
            right += number == own
            if number != own:
                is_at = page.here.answer or page.here.screen
                yield f"{burst.name} {' | '.join(burst.texts)!r}: {number or 'nothing'} for {own}; {is_at}"
        yield f"{right} of {len(every_burst)} bursts have their number first {'together' if together else 'one by one'}"


if __name__ == "__main__":
    for line in report(odd=None if "--night" in sys.argv else "--odd" in sys.argv):
        print(line)
