"""What is counted, how seldom, and that counting harms nobody. On SQLite and on a real PostgreSQL.

Cases of the list of faults are named. `test_tally_processes.py` has those of several processes and kills.
"""

import asyncio
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from prometheus_client import generate_latest
from sqlalchemy.event import listens_for
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.api.events import understand
from bot.api.update import Update, read
from bot.chat.page_proofs import NEUTRAL
from bot.chat.pages import Pages
from bot.chat.tap import Tap
from bot.counting.once_a_week import BITS, MARKS, Counted, LocalOnceAWeek
from bot.counting.tally import MOST_CELLS, MOST_PRESSES, PAUSE, Tally
from bot.ops import metrics as health
from campaigns.counts.cells import Batch, Cell, week_of
from campaigns.counts.store import TABLES, engine, write
from flows.answers import ANSWERS, DANGER
from flows.offer_names import is_heard
from flows.regions.doubts import OWN_PLANS
from flows.steps import ABOUT_ONESELF, STEPS, step_of
from tests.conftest import Printed
from tests.support.counting import CODE, COUNTABLE
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite, faults
from tests.support.person import Person
from tests.support.standing_clock import DAY, StandingClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

WEEK = week_of(DAY)


@pytest.fixture
def pages(printed: Printed) -> Pages:
    return printed.pages


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


def tally_on(database: Database, clock: StandingClock, *, pause: float = PAUSE, patience: float = 60.0) -> Tally:
    return Tally(lambda: engine(database.url), clock, COUNTABLE, pause=pause, patience=patience)


@pytest.fixture
def tally(database: Database, clock: StandingClock) -> Tally:
    return tally_on(database, clock)


@pytest.fixture
def person(tally: Tally, clock: StandingClock, pages: Pages) -> Person:
    return Person(clock=clock, tally=tally, pages=lambda: pages)


def dropped(why: str) -> float:
    return float(health.REGISTRY.get_sample_value("watkanikdoen_counts_dropped_total", {"why": why}) or 0)


# What is counted


async def test_a_visit_counts_its_steps_for_the_campaign_and_its_screens_for_none(
    person: Person, tally: Tally, database: Database
) -> None:
    await person.start(CODE)
    await person.press("Zorgen om een kind", "Signalen herkennen", "Pijn en wonden", "Veilig Thuis bellen")
    assert await tally.flush()
    assert await database.counts() == {
        Cell(WEEK, "step", "start", CODE, "nl"): 1,
        Cell(WEEK, "step", "signals", CODE): 1,
        Cell(WEEK, "step", "veilig_thuis", CODE): 1,
        **{Cell(WEEK, "screen", name): 1 for name in ("welcome", "worried", "signals", "physical", "veilig_thuis")},
    }


@pytest.mark.parametrize("is_typed", [False, True])
async def test_a_press_counts_the_same_when_it_is_typed(
    person: Person, tally: Tally, database: Database, *, is_typed: bool
) -> None:
    """The screens that it opens, and not that something was typed. A page about oneself counts for no campaign."""
    await person.start(CODE)
    for label in ("Zorgen om een kind", "Signalen", "English", "Nederlands", "‹ Zorgen", "112", "‹ Zorgen", "‹ Begin"):
        await (person.write(label.lower()) if is_typed else person.press(label))
    for label in ("Zelf niet veilig", "112"):
        await (person.write(label.upper()) if is_typed else person.press(label))
    assert await tally.flush()
    assert await database.counts() == {
        Cell(WEEK, "step", "start", CODE, "nl"): 1,
        Cell(WEEK, "step", "signals", CODE): 1,
        Cell(WEEK, "step", "danger", CODE): 1,
        **{Cell(WEEK, "screen", name): 1 for name in ("welcome", "worried", "signals", "danger", "adult")},
    }


async def test_every_step_is_counted_by_its_name(person: Person, tally: Tally, database: Database) -> None:
    await person.start(CODE)
    await person.press(
        "112: zo bel je", "‹ Begin", "Zorgen om een kind", "Praten met kind of ouder", "Hulp voor het kind zelf"
    )
    await person.press("‹ Praten", "‹ Zorgen", "Signalen herkennen", "Pijn en wonden")
    await person.press("Veilig Thuis bellen", "Hoe bereid ik me voor?", "Een stap kiezen")
    await tally.flush()
    assert await database.steps(CODE) == dict.fromkeys(STEPS, 1)


async def test_which_plan_somebody_made_is_not_counted(person: Person, tally: Tally, database: Database) -> None:
    """Only that they made one: by the coarse step and, over all campaigns, by the page where plans begin."""
    await person.start(CODE)
    await person.press("Zorgen om een kind", "Ik twijfel", "Stel dat ik het mis heb?", "Een andere stap")
    await tally.flush()
    before = await database.counts()
    for chat_id, plan in enumerate(OWN_PLANS, 2):
        tally.opened(chat_id, plan.name, CODE, "plan_call")
    await tally.flush()
    now = await database.counts()
    assert now.keys() == before.keys()
    assert {cell.name for cell, visits in now.items() if visits != before[cell]} == {"plan"}


async def test_a_language_a_way_back_from_112_and_an_old_button_count_nothing(
    person: Person, tally: Tally, database: Database
) -> None:
    await person.start()
    await tally.flush()
    before = await database.counts()
    person.clock.later(days=7)  # another week, in which this chat has counted for nothing yet
    await person.press("English", "Nederlands")
    await person.write("/en")
    await person.write("hallo")
    person.phone.forge("1|nl||nowhere|u|signals", person.phone.screen["message_id"])
    await person.answered()
    person.phone.forge("1|nl||welcome||back", person.phone.screen["message_id"])
    await person.answered()
    await tally.flush()
    told = {cell: visits for cell, visits in (await database.counts()).items() if cell.kind != "route"}
    assert told == before
    await person.start()
    await person.press("112: zo bel je")
    await tally.flush()
    with_danger = await database.counts()
    person.clock.later(days=7)
    for label in ("English", "112: how to call", "Nederlands", "112: zo bel je", "‹ Begin"):
        await person.press(label)
    await tally.flush()
    assert await database.counts() == with_danger


async def test_words_that_are_not_understood_count_for_a_route_of_their_own_and_a_picture_for_none(
    person: Person, tally: Tally, database: Database
) -> None:
    """As docs/privacy.md says."""
    await person.write("xyzzy")
    person.phone.send_photo()
    await person.answered()
    await tally.flush()
    assert await database.counts() == {Cell(WEEK, "route", "other"): 1}


async def test_an_unknown_code_counts_under_no_campaign(person: Person, tally: Tally, database: Database) -> None:
    """F29."""
    for code in ("atlantis", "x" * 64, "s_acute_yes", "welcome"):
        await person.start(code)
    await tally.flush()
    assert {cell.campaign for cell in await database.counts()} == {""}
    assert await database.steps() == {"start": 1}


@pytest.mark.parametrize(
    "ways",
    [
        ["Ik ben onder 18", "Hoe gaat bellen?"],
        ["Hulp als ouder", "Wie kan mij helpen?", "Als ik bel"],
        ["Zelf niet veilig", "Als ik bel"],
    ],
    ids=["child", "parent", "adult"],
)
async def test_what_people_read_about_their_own_home_is_counted_for_no_campaign(
    ways: list[str], person: Person, tally: Tally, database: Database
) -> None:
    """Nor is what they press there, such as 112 or the way to Veilig Thuis."""
    await person.start(CODE)
    for n in range(1, len(ways)):
        await person.press(*ways[:n], "112: zo bel je")
        await person.start(CODE)
    await person.press(*ways)
    await tally.flush()
    assert await database.steps(CODE) == {"start": 1}


@pytest.mark.parametrize("words", ["mijn vader slaat mij", "ik wil dood", "er wordt nu geslagen", "xyzzy"])
async def test_112_below_an_answer_to_typed_words_is_counted_for_no_campaign(
    words: str, person: Person, tally: Tally, database: Database
) -> None:
    """A child may have typed them. Over all campaigns it is counted, once."""
    await person.start(CODE)
    await person.write(words)
    await person.press("English", "112: how to call", "112: how to call", "Nederlands")
    await tally.flush()
    assert await database.steps(CODE) == {"start": 1}
    assert (await database.counts())[Cell(WEEK, "screen", "danger")] == 1


def test_below_every_page_112_counts_where_it_is_chosen_and_another_language_never(printed: Printed) -> None:
    for sheet in printed.sheets:
        if sheet.place.answer not in NEUTRAL:
            danger, _, language = (Tap.unpack(str(button.callback_data)) for button in sheet.buttons[-3:])
            assert danger
            assert language
            assert printed.pages.opened_by(Tap.unpack(danger.pack()), DAY).screen == DANGER
            assert danger.is_choice is (sheet.place.answer != DANGER), sheet.name
            apart = sheet.place.visit.screen in ABOUT_ONESELF or is_heard(sheet.place.answer)
            assert bool(step_of(DANGER, danger.pressed_on)) is not apart, sheet.name
            assert not language.is_choice or not printed.pages.opened_by(Tap.unpack(language.pack()), DAY).screen, (
                sheet.name
            )


def test_no_screen_about_oneself_belongs_to_a_step(pages: Pages) -> None:
    regions = {"child", "parent", "adult"}
    assert {name for name in pages.guide.screens if pages.guide.region(name) in regions} == ABOUT_ONESELF
    assert [name for name in ABOUT_ONESELF if step_of(name)] == []
    stepped = [name for name in (*pages.guide.screens, *ANSWERS) if step_of(name)]
    assert {step_of(name) for name in stepped} == set(STEPS) - {"start"}
    assert {pages.guide.region(name) for name in stepped if name in pages.guide.screens} == {"bystander"}


async def test_a_group_counts_nothing(tally: Tally, database: Database, clock: StandingClock, pages: Pages) -> None:
    """F42."""
    person = Person(clock=clock, tally=tally, pages=lambda: pages)
    await person.bot.initialize()
    group = {"id": -5, "type": "group", "title": "Street"}
    somebody = {"id": 5, "is_bot": False, "first_name": ""}
    message = {"message_id": 1, "date": 1, "chat": group, "from": somebody, "text": f"/start {CODE}"}
    tap = {"id": "1", "from": somebody, "chat_instance": "1", "data": "1|nl||welcome||worried", "message": message}
    for raw in ({"update_id": 1, "message": message}, {"update_id": 2, "callback_query": tap}):
        update = read(msgspec.json.encode(raw))
        assert isinstance(update, Update)
        if event := understand(update):
            await person.handler.handle(event)
    await tally.flush()
    assert await database.counts() == {}


async def test_random_buttons_count_nothing_but_what_they_open(
    person: Person, tally: Tally, database: Database
) -> None:
    """F25, F30: no forged button makes a count of its own name."""
    await person.start()
    dice = random.Random(1)  # noqa: S311 - a sample
    parts = [
        "1",
        "nl",
        "en",
        "xx",
        "",
        CODE,
        "atlantis",
        "welcome",
        "child",
        "u",
        "uc",
        "danger",
        "typed",
        "back",
        "\\0",
    ]
    for _ in range(100):
        packed = "|".join(dice.choice(parts) for _ in range(dice.choice([1, 5, 6, 7])))
        person.phone.forge(packed, person.phone.screen["message_id"])
        await person.answered()
    await tally.flush()
    counts = await database.counts()
    assert {cell.name for cell in counts} <= set(person.handler.pages.guide.screens) | {"danger", "start"}
    assert {cell.campaign for cell in counts} <= {"", CODE}


def test_routes_are_counted_over_all_campaigns_together(tally: Tally) -> None:
    tally.routed(5, "crisis")
    assert list(tally._presses) == [(5, Cell(WEEK, "route", "crisis"))]


# How seldom, and who is forgotten


async def test_ten_thousand_presses_of_one_person_count_once(
    tally: Tally, database: Database, clock: StandingClock
) -> None:
    """F31."""
    for n in range(10_000):
        tally.started(5, CODE, "nl" if n % 3 else "en")
        tally.opened(5, "signals", CODE, "worried")
        if n % 1000 == 0:
            await tally.flush()
            clock.later(minutes=1)
    await tally.flush()
    assert await database.steps(CODE) == {"start": 1, "signals": 1}


async def test_each_chat_counts_once_a_week_and_again_in_the_next(
    tally: Tally, database: Database, clock: StandingClock
) -> None:
    for _ in range(2):
        for chat_id in (1, 2, 3):
            tally.started(chat_id, CODE, "nl")
            tally.started(chat_id, "bibliotheek", "nl")
            await tally.flush()
        clock.later(days=7)
    counts = {cell: n for cell, n in (await database.counts()).items() if cell.locale == "nl"}
    weeks = [WEEK, week_of(DAY + timedelta(days=7))]
    assert counts == {Cell(w, "step", "start", c, "nl"): 3 for w in weeks for c in (CODE, "bibliotheek")}


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_nothing_of_a_person_is_on_the_disk(tmp_path: Path, clock: StandingClock, pages: Pages) -> None:
    """F31: no id in any form, no hash of it, no time."""
    database = Sqlite(tmp_path / "state" / "counts.sqlite3")
    tally = tally_on(database, clock)
    chat_id = 7_654_321_987
    person = Person(clock=clock, tally=tally, pages=lambda: pages, user_id=chat_id)
    await person.start(CODE)
    await person.press("Zorgen om een kind", "Ik twijfel")
    await tally.flush()
    written = everything_in(tmp_path)
    assert b"worried" in written
    assert isinstance(tally.once_a_week, LocalOnceAWeek)
    marked = [byte for byte in tally.once_a_week._marks if byte]
    assert 4 * MARKS - 3 <= sum(byte.bit_count() for byte in marked) <= 4 * MARKS  # two may fall together
    ids = [str(chat_id).encode(), chat_id.to_bytes(8), chat_id.to_bytes(8, "little"), f"{chat_id:x}".encode()]
    for trace in (*ids, tally.once_a_week._key, b"2026-11", b"13:0", b"14:0"):
        assert trace not in written
    columns = {column.name for table in TABLES.tables.values() for column in table.columns}
    assert columns == {"week", "campaign", "step", "locale", "count", "kind", "name", "id", "added"}


async def test_a_week_in_which_nobody_comes_forgets_who_counted_before(
    database: Database, clock: StandingClock
) -> None:
    caps = LocalOnceAWeek()
    tally = Tally(lambda: engine(database.url), clock, COUNTABLE, once_a_week=caps)
    tally.started(1, CODE, "nl")
    await tally.flush()
    assert any(caps._marks)
    clock.later(days=7)
    await tally.flush()
    assert not any(caps._marks)


async def test_the_key_is_drawn_anew_each_week_and_the_memory_is_bounded() -> None:
    caps = LocalOnceAWeek()
    press: Counted = (5, Cell("2026-W48", "step", "start", CODE, "nl"))
    assert await caps.first([press, press]) == [press[1]]
    marks, key = caps._marks, caps._key
    later: Counted = (5, replace(press[1], week="2026-W49"))
    assert await caps.first([later]) == [later[1]]
    assert caps._key != key
    assert caps._marks != marks
    many = [(chat_id, later[1]) for chat_id in range(1_000, 51_000)]
    assert len(await caps.first(many)) >= len(many) - 5  # rather too few than somebody twice
    assert await caps.first([later, *many]) == []
    assert len(caps._marks) == len(marks) == BITS // 8


async def test_presses_are_bounded_and_what_is_over_is_dropped_and_told(tally: Tally, database: Database) -> None:
    before = dropped("full")
    for chat_id in range(MOST_PRESSES + 7):
        tally.routed(chat_id, "crisis")
    assert dropped("full") == before + 7
    assert await tally.flush()
    assert (await database.counts())[Cell(WEEK, "route", "crisis")] == MOST_PRESSES


# A database that will not


def all_faults() -> list[tuple[str, str]]:
    sqlite = [("sqlite", name) for name in ("locked", "full", "read-only", "deleted", "corrupted")]
    return sqlite + [("postgresql", name) for name in ("away", "locked", "read-only", "dropped")]


@pytest.mark.parametrize(("database", "fault"), all_faults(), indirect=["database"])
async def test_a_failing_database_is_in_nobodys_way_and_counts_resume(
    fault: str, database: Database, clock: StandingClock, pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """F22: every page comes, while writes fail beside it; nothing that was counted is lost or counted twice."""
    tally = tally_on(database, clock, patience=60)
    people = [Person(clock=clock, tally=tally, pages=lambda: pages, user_id=n) for n in range(1, 4)]
    for person in people[:2]:
        await person.start(CODE)
    assert await tally.flush()
    async with faults(database)[fault]():
        tally.patience = 0.5  # a lock is waited for no longer; a slow machine has its time before and after
        for person in people:
            writing = asyncio.ensure_future(tally.flush())
            await person.start(CODE)
            await person.press("Zorgen om een kind", "Signalen herkennen")
            assert person.title == "Signalen herkennen"
            assert not await writing
    assert "counts cannot be written" in capsys.readouterr().err
    tally.patience = 60
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 3, "signals": 3}
    assert await database.flushes() == 1


async def test_an_answer_does_not_wait_for_a_database_that_hangs(
    database: Database, clock: StandingClock, pages: Pages
) -> None:
    """F22: bounded work, whatever the speed of the machine: no answer awaits anything of the tally."""
    tally = tally_on(database, clock, patience=30)
    person = Person(clock=clock, tally=tally, pages=lambda: pages)
    await tally.flush()
    async with faults(database)["locked"]():
        writing = asyncio.ensure_future(tally.flush())
        await asyncio.sleep(0)
        await person.start(CODE)
        await person.press("Zorgen om een kind")
        assert person.title == "Zorgen om een kind"
        assert not writing.done()
        writing.cancel()
        await asyncio.wait([writing])
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 1}


async def test_a_file_that_was_deleted_is_made_again(tmp_path: Path, clock: StandingClock) -> None:
    """F22."""
    database = Sqlite(tmp_path / "counts.sqlite3")
    tally = tally_on(database, clock)
    tally.started(1, CODE, "nl")
    assert await tally.flush()
    database.path.unlink()
    tally.started(2, CODE, "nl")
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 1}


async def test_several_workers_may_make_the_tables_at_the_same_time(
    postgres_server: PostgresServer, clock: StandingClock
) -> None:
    """With no more than "if not exists", PostgreSQL refuses one of two, and the last counts of a worker are lost."""
    async with Postgres.new(postgres_server) as database:
        assert all(await asyncio.gather(*(tally_on(database, clock).flush() for _ in range(8))))


async def test_counts_that_wait_are_bounded(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "state").write_text("in the way")
    tally = tally_on(Sqlite(tmp_path / "state" / "counts.sqlite3"), clock)
    before = dropped("full")
    assert not await tally.flush()
    for n in range(MOST_CELLS + 9):
        tally.routed(5, f"route_{n}")
    assert not await tally.flush()
    assert dropped("full") == before + 9 + len(list(COUNTABLE(clock())))


async def test_a_write_of_unknown_outcome_is_not_counted_twice(database: Database, clock: StandingClock) -> None:
    """The connection broke between the commit and the word that it was done; a second try finds the id."""
    tally = tally_on(database, clock)
    tally.started(1, CODE, "nl")
    await tally.flush()
    tally.started(2, CODE, "nl")
    await tally._gather()
    batch = Batch("a" * 32, dict(tally._counts))
    await write(engine(database.url), batch, "", clock())  # this one arrived, and nobody heard
    tally._counts.clear()
    tally._batch = batch
    tally.started(3, CODE, "nl")
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 3}


async def test_a_week_that_was_told_is_written_no_more(tally: Tally, database: Database, clock: StandingClock) -> None:
    """Twelve hours after its end counts of a week are dropped; twelve hours later it may be told."""
    sunday = datetime(2026, 11, 29, 22, 30, tzinfo=UTC)  # half past eleven in Amsterdam
    clock.moment = sunday
    tally.started(1, CODE, "nl")
    clock.moment = sunday + timedelta(hours=12)
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 1}
    clock.moment = sunday
    tally.started(2, CODE, "nl")
    clock.moment = sunday + timedelta(hours=12, minutes=31)
    before = dropped("late")
    assert await tally.flush()
    assert await database.steps(CODE) == {"start": 1}
    assert dropped("late") == before + 1


# When it is written


async def test_it_is_written_when_nobody_came_as_well(tally: Tally, database: Database) -> None:
    """So that the age of the file does not tell when somebody was there."""
    assert await tally.flush()
    assert await database.flushes() == 1
    assert await tally.flush()
    assert await database.flushes() == 1


async def test_it_is_written_now_and_then_and_at_the_end(database: Database, clock: StandingClock) -> None:
    tally = tally_on(database, clock, pause=0.05)
    async with tally.kept():
        tally.started(1, CODE, "nl")
        async with asyncio.timeout(30):
            while await database.steps(CODE) != {"start": 1}:  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.01)
    slow = tally_on(database, clock, pause=3600)
    async with slow.kept():
        slow.started(2, CODE, "nl")
    assert await database.steps(CODE) == {"start": 2}


async def test_the_end_waits_for_no_database_and_says_what_was_lost(
    database: Database, clock: StandingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    await tally_on(database, clock).flush()
    tally = tally_on(database, clock, pause=3600, patience=60)
    async with faults(database)["locked"](), asyncio.timeout(30), tally.kept():
        tally.started(1, CODE, "nl")
    assert await database.steps(CODE) == {}
    assert "the last counts were not written and are lost" in capsys.readouterr().err


async def test_a_last_write_that_is_given_up_leaves_nothing_behind(
    database: Database, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled for a second time, by the end of the loop, it never ended: 2 of 24 stops on a busy machine."""
    await tally_on(database, clock).flush()
    monkeypatch.setattr("bot.counting.tally.LAST", 0)
    monkeypatch.setattr("bot.counting.tally.UNDOING", 60)
    writing = asyncio.Event()

    def opened() -> AsyncEngine:
        made = engine(database.url)
        listens_for(made.sync_engine, "begin")(lambda _: loop.call_soon(writing.set))
        return made

    loop = asyncio.get_running_loop()
    tally = Tally(opened, clock, COUNTABLE, pause=0)
    async with faults(database)["locked"]():
        others = asyncio.all_tasks()
        async with tally.kept(), asyncio.timeout(60):
            await writing.wait()
        assert asyncio.all_tasks() == others
    assert tally._batch


def test_the_metrics_name_no_campaign_and_nobody(tally: Tally) -> None:
    tally.started(7_654_321, CODE, "nl")
    shown = generate_latest(health.REGISTRY).decode()
    assert "watkanikdoen_counts_age_seconds" in shown
    assert CODE not in shown
    assert "7654321" not in shown
