"""G33: an attacker with own chats learns nothing sure about one other chat.

The attacker knows every rule, knows all visits but one, may add any number of own chats to any count, and sees every
report in any order and as often as they like. What a report says is made of noisy counts only, which are proven to hide
a chat by an exact calculation. The attack itself is then tried thousands of times on a real database.

By hand: `python -m tests.campaigns.counts.test_adversary 20000` prints how often the attacker guesses right.
"""

import asyncio
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache
from itertools import product
from math import log
from pathlib import Path

import pytest
from sqlalchemy import text

import locales
from campaigns import Campaign
from campaigns.counts.cells import LEAST, Batch, Cell, Told, countable, published, week_of
from campaigns.counts.noise import draw
from campaigns.counts.report import MOSTLY_OFF, STARTS_MOSTLY_OFF
from campaigns.counts.store import engine, read, write
from flows.steps import START_STEP, STEPS
from tests.support.databases import Database, Sqlite

PROMISED = Fraction(5, 3)
"""One chat makes nothing that is published about a count more than this many times as likely: e to the power 0.51."""

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
WEEK = "2026-W46"
CODE = "voorbeeldstad"
FAR = 200
"""Noisy counts from -FAR to FAR are looked at one by one, and those below together."""

NL, EN = (Cell(WEEK, "step", START_STEP, CODE, locale) for locale in ("nl", "en"))
DANGER = Cell(WEEK, "step", "danger", CODE)


@cache
def chance(noise: int) -> Fraction:
    return Fraction(1, 4) * Fraction(3, 5) ** abs(noise)


def noise_of(languages: int) -> dict[int, float]:
    """The chances of the noise of so many languages together."""
    one = {z: float(chance(z)) for z in range(-60, 61)}
    found = one
    for _ in range(languages - 1):
        both: dict[int, float] = defaultdict(float)
        for (z, likely), (y, too) in product(found.items(), one.items()):
            both[z + y] += likely * too
        found = both
    return found


# The calculation


def test_noise_has_exactly_the_promised_chances() -> None:
    """G33: a run goes on at 3 of 5 faces. So runs of g and h have a chance of (3/5)^(g+h) (2/5)^2. All runs of which
    g - h is z have together 1/4 (3/5)^|z|, for every whole z: none is impossible."""
    for first, second, on, end in product(range(9), range(9), (0, 1, 2), (3, 4)):
        faces = iter([*[on] * first, end, *[on] * second, end])
        sides: set[int] = set()

        def die(below: int, faces: Iterator[int] = faces, sides: set[int] = sides) -> int:
            sides.add(below)
            return next(faces)

        assert draw(die) == first - second
        assert (sides, list(faces)) == ({5}, [])
    assert sum(chance(z) for z in range(-40, 41)) == 1 - Fraction(5, 4) * Fraction(3, 5) ** 41


def of_danger(noisy: int) -> int | None:
    """What is told of a step."""
    (week,) = published({NL: 80, EN: 7, DANGER: noisy}, NOW)
    return week.steps.get("danger")


def of_starts(english: int) -> Callable[[int], Hashable]:
    """All that is told when the one chat may be among those in Dutch: of its language, the starts, and the week."""
    return lambda noisy: tuple(
        (tuple(week.steps.items()), tuple(week.languages.items()))
        for week in published({NL: noisy, EN: english, DANGER: 12}, NOW)
    )


def distribution(count: int, told: dict[int, Hashable]) -> dict[Hashable, Fraction]:
    """The exact chance of everything that may be told of this count."""
    found: dict[Hashable, Fraction] = defaultdict(Fraction)
    for noisy, outcome in told.items():
        found[outcome] += chance(noisy - count)
    found[told[-FAR]] += chance(-FAR - 1 - count) * Fraction(5, 2)  # all that are smaller
    del found[told[FAR]]  # like the one below it, but some of its noisy counts lie further
    return found


@pytest.mark.parametrize("of", [of_danger, *map(of_starts, (-6, 9, 10, 40))])
def test_one_chat_more_changes_every_chance_by_at_most_what_is_promised(of: Callable[[int], Hashable]) -> None:
    """G33: whatever the number of own chats, and whatever is told: it could have been told without the one other
    chat, and with it, and hardly less likely."""
    told = {noisy: of(noisy) for noisy in range(-FAR, FAR + 1)}
    assert len(set(told.values())) > 30
    for count in range(41):
        without, with_one = distribution(count, told), distribution(count + 1, told)
        assert without.keys() == with_one.keys()
        for outcome, likely in without.items():
            assert 1 / PROMISED <= with_one[outcome] / likely <= PROMISED, outcome


def test_a_week_of_nobody_is_seldom_told_and_one_of_few_a_little_oftener() -> None:
    """F32: so that such a week does not say that anybody came."""
    told = [sum(likely for z, likely in noise_of(2).items() if few + z >= LEAST) for few in range(5)]
    assert told[0] == pytest.approx(1 / 78, rel=0.01)  # as docs/campaigns.md says
    assert told[4] == pytest.approx(0.0702, abs=0.0001)
    assert sum(likely for z, likely in noise_of(1).items() if z >= LEAST) == pytest.approx(0.0038, abs=0.0001)


@pytest.mark.parametrize(("languages", "off"), [(1, MOSTLY_OFF), (len(locales.codes()), STARTS_MOSTLY_OFF)])
def test_numbers_are_as_exact_as_the_report_says(languages: int, off: int) -> None:
    for count in range(100):
        told = [(of_danger(count + z), likely) for z, likely in noise_of(languages).items()]
        assert sum(likely for number, likely in told if number and abs(number - count) > off) < 1 / 20


# What is stored


async def test_any_other_visits_could_have_given_the_same_report(database: Database) -> None:
    """G33: a report is made of sums of count and noise. So whatever the visits were, other visits with other noise give
    the same one: nobody in a step, one chat more, or a wholly different week."""
    dice = random.Random(33)  # noqa: S311 - a sample
    cells = list(countable(NOW - timedelta(days=7), [Campaign(code=CODE, organisation="")], ["nl", "en"]))
    for most in (0, 3, 12, 40):
        visits = {cell: dice.randint(0, most) for cell in cells}
        noise = {cell: draw(dice.randrange) for cell in cells}
        await database.keep(visits, noise)
        report = await read(database.url)
        assert report == {cell: visits[cell] + noise[cell] for cell in cells}
        others = [visits | {cell: visits[cell] + 1} for cell in dice.sample(cells, 2)]
        others += [{cell: dice.choice([0, dice.randint(0, 40)]) for cell in cells}]
        for other in others:
            await database.keep(other, {cell: report[cell] - other[cell] for cell in cells})
            assert await read(database.url) == report


async def test_noise_is_drawn_once_and_every_report_is_the_same(database: Database) -> None:
    """G33: noise that is drawn anew could be averaged out, and a batch after a report must not draw it anew."""
    cells = list(countable(NOW, [Campaign(code=CODE, organisation="")], ["nl", "en"]))
    await write(engine(database.url), Batch("0" * 32, dict.fromkeys(cells, 0)), "", NOW)
    noise = await database.noise()
    assert noise.keys() == set(cells)
    for n in range(1, 5):
        await write(engine(database.url), Batch(f"{n:032}", dict.fromkeys(cells, n)), "", NOW)
        assert await database.noise() == noise
    reports = [published(await read(database.url), NOW + timedelta(days=days)) for days in (7, 8, 7, 400)]
    assert [report == reports[0] for report in reports] == [True] * 4


BEFORE_NOISE = (
    "CREATE TABLE steps (week VARCHAR(8), campaign VARCHAR(16), step VARCHAR(24), locale VARCHAR(8), "
    "count BIGINT NOT NULL, PRIMARY KEY (week, campaign, step, locale))",
    "CREATE TABLE together (week VARCHAR(8), kind VARCHAR(8), name VARCHAR(24), "
    "count BIGINT NOT NULL, PRIMARY KEY (week, kind, name))",
    "CREATE TABLE flushes (id VARCHAR(32), week VARCHAR(8) NOT NULL, PRIMARY KEY (id))",
    "INSERT INTO steps VALUES ('2026-W46', '', 'start', 'nl', 100), ('2026-W48', '', 'start', 'nl', 1000)",
)


async def test_a_database_of_before_there_was_noise_opens_and_its_weeks_are_not_told(database: Database) -> None:
    """G33: their numbers would be exact. What was counted in the week of the update is kept, and told with noise."""
    if isinstance(database, Sqlite):
        database.path.parent.mkdir()
    async with engine(database.url).begin() as connection:
        for statement in BEFORE_NOISE:
            await connection.execute(text(statement))
    assert await read(database.url) == {}
    cells = list(countable(NOW, [], ["nl", "en"]))
    await write(engine(database.url), Batch("0" * 32, dict.fromkeys(cells, 1)), "", NOW)
    noisy = await read(database.url)
    assert noisy.keys() == set(cells)
    assert noisy[cells[0]] == 1001 + (await database.noise())[cells[0]]
    assert (await database.counts())[Cell("2026-W46", "step", "start", "", "nl")] == 100


# The attack

OWN = {START_STEP: 47} | dict.fromkeys(list(STEPS)[1:], 9)
"""Own chats in the steps of a visitor: one more is told as 50 instead of 45, or as 10 instead of nothing."""

OWN_ENGLISH = 40
"""So many that languages are told as well: the number of one has less noise than all starts."""


def likelihoods(own: int) -> dict[int | None, float]:
    """How much each number that may be told speaks for one chat more: the logarithm of a ratio of chances."""
    without: dict[int | None, float] = defaultdict(float)
    with_one: dict[int | None, float] = defaultdict(float)
    for z, likely in noise_of(1).items():
        without[of_danger(own + z)] += likely  # a language is rounded and hidden like any step
        with_one[of_danger(own + 1 + z)] += likely
    return {told: log(with_one[told] / without[told]) for told in without.keys() & with_one.keys()}


LIKELIHOODS = {step: likelihoods(own) for step, own in OWN.items()}


def guesses(few: Told | None, many: Told) -> dict[str, bool]:
    """Whether somebody came, by what is told of a campaign with nine own starts, and of one with own chats in every
    step of that visitor: the likelier of the two, which nobody can better."""
    numbers = {**many.steps, START_STEP: many.languages.get("nl")}
    return {
        "nine own starts": few is not None,
        "nine own chats at 112": "danger" in numbers,
        "own chats in every step": sum(seen[numbers.get(step)] for step, seen in LIKELIHOODS.items()) > 0,
    }


async def attack(database: Database, trials: int) -> list[dict[str, float]]:
    """How often an attacker guesses right: by the reports as they are, and as they would be without noise."""
    dice = random.Random()  # noqa: S311 - a sample
    codes = [f"c{n}" for n in range(20)]
    weeks = [week_of(NOW - timedelta(weeks=2 + n)) for n in range(trials // len(codes))]
    came = {(week, code): bool(dice.randrange(2)) for week in weeks for code in codes}
    counts: dict[Cell, int] = {}
    for (week, code), one in came.items():
        few = {("nl", f"few-{code}"): 9 + one, ("en", f"few-{code}"): 0, ("en", code): OWN_ENGLISH}
        counts |= {Cell(week, "step", START_STEP, whose, locale): n for (locale, whose), n in few.items()}
        for step, own in OWN.items():
            counts[Cell(week, "step", step, code, "nl" if step == START_STEP else "")] = own + one
    await write(engine(database.url), Batch("0" * 32, counts), "", NOW)

    rates = []
    for noisy in (await read(database.url), counts):
        told = {(week.week, week.campaign): week for week in published(noisy, NOW)}
        right: dict[str, int] = defaultdict(int)
        for (week, code), one in came.items():
            for name, guess in guesses(told.get((week, f"few-{code}")), told[week, code]).items():
                right[name] += guess == one
        rates.append({name: found / len(came) for name, found in right.items()})
    return rates


async def test_an_attacker_with_nine_own_chats_hardly_knows_whether_a_tenth_came(tmp_path: Path) -> None:
    """G33: each number alone, which is the promise; and all steps of one visitor together, as decision 004 admits.
    Without noise the attacker is always right."""
    with_noise, without = await attack(Sqlite(tmp_path / "counts.sqlite3"), 4000)
    print(with_noise)
    assert set(without.values()) == {1}
    assert with_noise["nine own starts"] == pytest.approx(0.566, abs=0.04)
    assert with_noise["nine own chats at 112"] == pytest.approx(0.625, abs=0.04)
    assert with_noise["own chats in every step"] == pytest.approx(0.757, abs=0.04)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for reports, rates in zip(
            ("with noise", "without"),
            asyncio.run(attack(Sqlite(Path(folder, "counts")), int(sys.argv[1]))),
            strict=True,
        ):
            print(reports, {name: f"right in {rate:.1%}" for name, rate in rates.items()})
