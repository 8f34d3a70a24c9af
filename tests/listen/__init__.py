"""How well typed words are understood, by what the person sees: the numbers on the page, and its first buttons.

Each set in `sets/` was written by somebody who had not seen what is listened for, and committed before it was scored.
Of every set the even rows are for development and the odd ones are hidden: nothing is learnt from them, though they
were scored many times to choose between tables. A text that is also an example of ours is left out. `development.tsv`
and `held_out.tsv` are the sets of an earlier time.

    python -m tests.listen            the table of docs/listening.md, by the hidden halves
    python -m tests.listen --even     the same by the halves for development
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.chat.pages import Page
from bot.chat.tap import Tap
from flows.answers import ANSWERS, HEARD
from flows.helplines import HELPLINES, SPOKEN
from flows.offer_names import language_of
from flows.offers import leads_to_parents, named
from flows.question import Question
from flows.routes import CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.visit import START, Visit
from flows.words.asking import ASKED
from flows.words.faq import FAQ
from listening.answer import opened_by
from listening.learn.examples import examples
from listening.understanding import Certainty, Understanding
from tests.support.person import LISTENER, new_pages
from tests.support.standing_clock import DAY

SETS = Path(__file__).with_name("sets")
EARLIER = [Path(__file__).with_name(f"{name}.tsv") for name in ("development", "held_out")]
OWN_PAGE = frozenset({"tr", "ar", "fa", "bg", "pl", "uk", "ru", "de", "fr", "es", "pt", "ro", "zh", "it"})
FIRST_BUTTONS = 3

PAGES = new_pages()


@dataclass(frozen=True, slots=True)
class Row:
    """A text, with what it should and should not get."""

    text: str
    language: str
    route: str = ""
    kind: str = ""
    screens: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    faq: str = ""

    @property
    def heard(self) -> Understanding:
        return _heard(self.text)

    @property
    def page(self) -> Page:
        return _page(self.text, self.language if self.language in PAGES.locales else "nl")


@cache
def _heard(text: str) -> Understanding:
    """Each aim asks again."""
    return LISTENER.hear(text)


@cache
def _page(text: str, language: str) -> Page:
    return PAGES.heard(_heard(text), Tap(language, screen=START), DAY)


def rows(name: str, *, odd: bool) -> list[Row]:
    """Half of a set."""
    with (SETS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        every = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            row["text"],
            row["lang"],
            row.get("route", "").replace("neighbour", Route.BYSTANDER),
            row.get("kind", ""),
            tuple(map(str.strip, row.get("screens", "").split(","))),
            tuple(filter(None, row.get("not", "").split(","))),
            row.get("faq", ""),
        )
        for n, row in enumerate(every)
        if n % 2 == odd and row["text"].lower() not in _learnt()
    ]


@cache
def _learnt() -> frozenset[str]:
    return frozenset(example.text.lower() for example in examples())


def answered(row: Row) -> set[Route]:
    """The routes whose answer the page is, or that it asks for."""
    answer = Tap.unpack(row.page.reopens)
    name = answer.trigger if answer else ""
    found = ANSWERS.get(name) or named(name, PAGES.guide)
    if isinstance(found, Question):
        return {route for route in ASKED if HEARD[route] in {way for way, _ in found.asks_for}}
    return {row.heard.route} if row.heard.certainty is Certainty.SURE else set()


def first_screens(row: Row) -> list[str]:
    """The screens that the first buttons of a page open, copy buttons left out."""
    taps = (Tap.unpack(str(button.callback_data or "")) for line in row.page.keyboard[:-1] for button in line)
    return [tap.screen if not tap.trigger else tap.trigger for tap in taps if tap][:FIRST_BUTTONS]


def first_number(text: str) -> str:
    """The number of a helpline that stands first in the text of a page."""
    places = {line.number: text.find(line.number) for line in HELPLINES.values() if line.number}
    return min((number for number, place in places.items() if place >= 0), key=places.__getitem__, default="")


# What a row is asked.


def own_number_first(row: Row) -> bool:
    """112 or 113 stands first. A page in the reader's own language begins with 112, and has 113 as well."""
    wanted = "113" if row.route == Route.SUICIDAL else "112"
    return first_number(row.page.text) == wanted or (
        bool(row.heard.language) and wanted in row.page.text and _is_foreign(row)
    )


def heard_or_asked(row: Row) -> bool:
    """The route is answered or asked for; what is none of ours may stay open, or get screens."""
    if row.route in (Route.OTHER, Route.QUESTION, Route.GREETING, Route.THANKS):
        return not answered(row) & CLAIMS
    return row.route in answered(row) or _is_foreign(row)


def finds_its_screen(row: Row) -> bool:
    """A screen that is behind a guard is found by the page that asks first whether it is safe."""
    opened = (opened_by(screen, Visit(), PAGES.guide, keeps=False) for screen in row.screens)
    return not {*row.screens, *opened}.isdisjoint(first_screens(row))


def is_answered(row: Row) -> bool:
    """What many ask has its answer on the page, and nothing else has one."""
    say = PAGES.locales[row.language].say
    shown = {name for name, faq in FAQ.items() if say(faq.words, **SPOKEN) in row.page.text}
    return shown == ({row.faq} - {""})


def claims_nothing(row: Row) -> bool:
    """No answer says of the visitor what the words do not, and no crisis leads."""
    claimed = {row.heard.route} if row.heard.certainty is Certainty.SURE else answered(row) & CRISIS
    return claimed.isdisjoint(row.never)


def open_or_asked(row: Row) -> bool:
    return row.heard.certainty is not Certainty.SURE or row.heard.route not in CLAIMS


def has_its_own_page(row: Row) -> bool:
    answer = Tap.unpack(row.page.reopens)
    return answer is not None and language_of(answer.trigger) == row.language


def shows_no_113_first(row: Row) -> bool:
    return first_number(row.page.text) != "113"


def keeps_from_the_parents(row: Row) -> bool:
    """Nothing on the page leads to a talk with the parents within two presses."""
    for line in row.page.keyboard:
        for button in line:
            tap = Tap.unpack(str(button.callback_data or ""))
            is_screen = tap and not tap.trigger and tap.screen != START
            if tap and is_screen and leads_to_parents(PAGES.guide, Visit(tap.screen, tap.facts)):
                return False
    return True


def _is_foreign(row: Row) -> bool:
    return row.heard.certainty is Certainty.LANGUAGE


@dataclass(frozen=True, slots=True)
class Aim:
    """What share of some rows has to pass."""

    name: str
    passes: Callable[[Row], bool]
    least: float
    rows: Sequence[Row]

    @property
    def share(self) -> float:
        return self.of(self.rows)

    def of(self, some: Iterable[Row]) -> float:
        passed = [self.passes(row) for row in some]
        return sum(passed) / len(passed) if passed else 1.0

    @property
    def failing(self) -> list[str]:
        return [row.text for row in self.rows if not self.passes(row)]

    def in_language(self, code: str) -> float:
        return self.of(row for row in self.rows if row.language == code)


def aims(*, odd: bool) -> Iterator[Aim]:
    """The aims, in the order of the table."""
    bare, people, vague = (rows(name, odd=odd) for name in ("bare", "people", "vague"))
    ours = [row for row in vague if row.language in PAGES.locales]
    told = [row for row in [*people, *ours] if row.kind not in ("vague", "chatter")]
    harmless = [row for row in [*people, *ours] if row.kind in ("harmless", "chatter")]
    of_children = [row for row in told if row.route in KEEPS_FROM_PARENTS]
    yield Aim("own number of a crisis first", own_number_first, 0.97, [row for row in told if row.route in CRISIS])
    yield Aim("route heard, or among the asked ones", heard_or_asked, 0.95, told)
    yield Aim("a bare word or role claims nothing", claims_nothing, 1.0, bare)
    yield Aim("a question: its screen among three", finds_its_screen, 0.8, rows("topics", odd=odd))
    yield Aim("what many ask is answered, and no other", is_answered, 0.7, rows("faq", odd=odd))
    yield Aim("vague: left open or asked", open_or_asked, 0.8, [row for row in ours if row.kind == "vague"])
    yield Aim(
        "another language gets its own page", has_its_own_page, 0.88, [r for r in vague if r.language in OWN_PAGE]
    )
    yield Aim("harmless: no 113 first", shows_no_113_first, 0.98, harmless)
    yield Aim("a child's harm leads to no parents", keeps_from_the_parents, 1.0, of_children)


def table(*, odd: bool) -> Iterator[str]:
    yield "| | aim | reached | Dutch | English | texts |"
    yield "|---|---|---|---|---|---|"
    for aim in aims(odd=odd):
        each = " | ".join(f"{aim.in_language(code):.1%}" for code in ("nl", "en"))
        yield f"| {aim.name} | {aim.least:.0%} | {aim.share:.1%} | {each} | {len(aim.rows)} |"
