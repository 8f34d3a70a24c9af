"""The doctor names what is wrong with a copy and the fix. Each test breaks one thing and sees it named."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner

import campaigns
from bot import app
from bot.chat.profile import present
from bot.cli import main
from bot.doctor import examine
from bot.doctor.findings import Finding, Installation, State, table
from bot.doctor.telegram_checks import MANY, MOST_OFF
from bot.ops.settings import PREFIX, Settings
from bot.ops.values import Secret
from flows import helplines
from locales import Locales
from simulator.clock import Clock
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite, faults
from tests.support.processes import simulated, until
from tests.support.stores import Store, started

WRONG, GOOD, UNSEEN = State.WRONG, State.GOOD, State.UNSEEN
ADDRESS = "https://gids.example/hook"
HOOK = {"webhook_url": ADDRESS, "webhook_secret": Secret("only-here")}


@pytest.fixture
async def telegram_at() -> AsyncIterator[tuple[Telegram, str]]:
    async with simulated() as (telegram, root):
        telegram.joins_groups = False
        yield telegram, root


@pytest.fixture
def telegram(telegram_at: tuple[Telegram, str]) -> Telegram:
    return telegram_at[0]


@pytest.fixture
async def copy(telegram_at: tuple[Telegram, str], the_locales: Locales, tmp_path: Path) -> Installation:
    """A copy that is well: it ran once, and @BotFather was told."""
    settings = Settings(token=Secret(TOKEN), api_url=telegram_at[1], state_dir=tmp_path / "state")
    async with app.connect(TOKEN, settings.api_url) as bot:
        await present(bot, the_locales)
    return Installation(settings, the_locales, Clock())


def with_settings(copy: Installation, **settings: Any) -> Installation:
    return replace(copy, settings=evolve(copy.settings, **settings))


async def states(copy: Installation) -> dict[str, State]:
    return {name: finding.state for name, finding in (await examine(copy)).items()}


async def only_wrong(copy: Installation) -> tuple[str, str, str]:
    """What is wrong, what is said of it, and the fix; nothing else is wrong."""
    ((name, finding),) = [(name, finding) for name, finding in (await examine(copy)).items() if finding.state is WRONG]
    assert finding.fix
    return name, finding.said, finding.fix


async def test_a_copy_that_is_well_needs_only_a_look_at_what_no_bot_is_told(copy: Installation) -> None:
    found = await examine(copy)
    assert {name: finding.said for name, finding in found.items() if finding.state is not GOOD} == {
        "BotFather": "a bot cannot see its privacy policy, and its picture was not checked",
        "helplines": f"nobody has asked these lines themselves yet: {', '.join(helplines.HELPLINES)}",
    }
    assert all(finding.said for finding in found.values())


async def test_it_changes_nothing(copy: Installation, telegram: Telegram) -> None:
    """No setting, and no file that would then belong to whoever asked."""
    copy.settings.state_dir.mkdir()
    telegram.joins_groups = True
    telegram.calls.clear()
    await examine(copy)
    assert [call.method for call in telegram.calls if not call.method.startswith("get")] == []
    assert list(copy.settings.state_dir.iterdir()) == []


async def test_without_a_token_it_says_who_gives_one(copy: Installation) -> None:
    name, _, fix = await only_wrong(with_settings(copy, token=None))
    assert name == "Telegram"
    assert "@BotFather" in fix


async def test_a_token_that_telegram_does_not_know(copy: Installation) -> None:
    found = await examine(with_settings(copy, token=Secret("8123456789:another")))
    assert found["Telegram"].said == "Telegram does not know this token"
    assert [found[name].said for name in ("groups", "updates", "profile", "clock")] == ["not checked"] * 4
    assert found["database"].state is GOOD


async def test_a_telegram_that_cannot_be_reached(copy: Installation, telegram: Telegram) -> None:
    telegram.connection_lost = True
    name, said, _ = await only_wrong(copy)
    assert (name, said) == ("Telegram", "cannot be reached (NetworkError)")


async def test_a_bot_that_can_be_put_into_groups(copy: Installation, telegram: Telegram) -> None:
    telegram.joins_groups = True
    name, _, fix = await only_wrong(copy)
    assert name == "groups"
    assert "/setjoingroups" in fix


async def test_a_bot_that_reads_groups(copy: Installation, telegram: Telegram) -> None:
    telegram.reads_groups = True
    name, _, fix = await only_wrong(copy)
    assert name == "groups"
    assert "/setprivacy" in fix


async def test_a_webhook_that_nobody_set_here(copy: Installation, telegram: Telegram) -> None:
    await telegram.call("setWebhook", {"url": "https://elsewhere.example/secret-path"})
    name, said, _ = await only_wrong(copy)
    assert name == "updates"
    assert "elsewhere.example" in said
    assert "secret-path" not in said


@pytest.mark.parametrize(("url", "said"), [("", "nowhere"), ("https://elsewhere.example/hook", "elsewhere.example")])
async def test_a_webhook_that_is_set_otherwise(url: str, said: str, copy: Installation, telegram: Telegram) -> None:
    await telegram.call("setWebhook", {"url": url})
    name, found, fix = await only_wrong(with_settings(copy, **HOOK))
    assert name == "updates"
    assert said in found
    assert "watkanikdoen run" in fix


async def test_a_webhook_to_which_nothing_can_be_brought(copy: Installation, telegram: Telegram) -> None:
    hooked = with_settings(copy, webhook_url="http://127.0.0.1:9/hook", webhook_secret=Secret("only-here"))
    await telegram.call("setWebhook", {"url": hooked.settings.webhook_url})
    assert (await states(hooked))["updates"] is GOOD
    telegram.phone(5).start()
    await until(lambda: telegram.webhook.last_error is not None)  # nobody listens at port 9
    name, said, _ = await only_wrong(hooked)
    assert name == "updates"
    assert said.startswith("1 updates wait; last error at 2")
    assert said.endswith("UTC: Connection failed")


async def test_updates_that_nobody_takes(copy: Installation, telegram: Telegram) -> None:
    phone = telegram.phone(5)
    for _ in range(MANY):
        phone.start()
    assert (await states(copy))["updates"] is GOOD
    phone.start()
    name, said, _ = await only_wrong(copy)
    assert (name, said) == ("updates", f"{MANY + 1} updates wait")


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("setMyName", {"name": "Gids"}, "nl: name"),
        ("setMyDescription", {"description": "Gids", "language_code": "en"}, "en: description"),
        ("setMyShortDescription", {"short_description": "Gids"}, "nl: short description"),
        ("setMyCommands", {"commands": [{"command": "x", "description": "x"}], "language_code": "en"}, "en: commands"),
    ],
)
async def test_a_bot_that_presents_itself_otherwise(
    method: str, params: dict[str, object], said: str, copy: Installation, telegram: Telegram
) -> None:
    await telegram.call(method, params)
    assert (await only_wrong(copy))[:2] == ("profile", f"differs from the catalogues: {said}")


@pytest.mark.parametrize(("off", "said"), [(timedelta(hours=1), "ahead"), (-timedelta(hours=1), "behind")])
async def test_a_clock_that_is_off(off: timedelta, said: str, copy: Installation) -> None:
    name, found, _ = await only_wrong(replace(copy, now=lambda: datetime.now(UTC) + off))
    assert name == "clock"
    assert found.endswith(said)


async def test_a_clock_may_be_off_by_a_little(copy: Installation) -> None:
    nearly = replace(copy, now=lambda: datetime.now(UTC) + MOST_OFF / 3)
    assert (await states(nearly))["clock"] is GOOD


async def counted_in(database: Database) -> None:
    """As it stands once the bot has run."""
    if isinstance(database, Sqlite):
        database.path.parent.mkdir()
        database.path.touch()
    await database.counts()


async def test_a_database_is_written_to_and_left_as_it_was(copy: Installation, database: Database) -> None:
    await counted_in(database)
    assert (await states(with_settings(copy, database_url=Secret(database.address))))["database"] is GOOD
    assert await database.flushes() == 0


async def test_g20_a_postgresql_with_all_that_a_hosting_firm_asks_for(
    copy: Installation, postgres_server: PostgresServer
) -> None:
    async with Postgres.new(postgres_server) as database:
        await database.counts()
        asked = "application_name=gids&connect_timeout=5&channel_binding=prefer&sslmode=prefer&options=-c%20jit%3Doff"
        address = f"{database.address}{'&' if '?' in database.address else '?'}{asked}"
        assert (await states(with_settings(copy, database_url=Secret(address))))["database"] is GOOD


async def test_a_database_that_cannot_be_written(copy: Installation, database: Database) -> None:
    await counted_in(database)
    counting = with_settings(copy, database_url=Secret(database.address))
    for fault in faults(database).values():
        async with fault():
            assert (await only_wrong(counting))[0] == "database"
    assert (await states(counting))["database"] is GOOD


async def test_a_postgresql_that_is_not_there(copy: Installation) -> None:
    address = Secret("postgresql://gids:kanarie@127.0.0.1:9/counts")
    name, said, fix = await only_wrong(with_settings(copy, database_url=address))
    assert name == "database"
    assert said.startswith("PostgreSQL on 127.0.0.1 cannot be written")
    assert "kanarie" not in said + fix


async def test_a_place_where_no_folder_can_be_made(copy: Installation, tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    name, said, _ = await only_wrong(copy)
    assert (name, said) == ("database", f"{tmp_path / 'state'} cannot be written")


async def test_a_shared_memory_that_forgets(copy: Installation, store: Store) -> None:
    assert (await states(with_settings(copy, memory_url=Secret(store.url))))["shared memory"] is GOOD
    assert (await store.dump()).count(b"watkanikdoen:") <= 1  # the look itself, which expires in seconds


@pytest.mark.parametrize("options", [["--save", "60 1"], ["--appendonly", "yes"]], ids=["snapshots", "log"])
async def test_a_shared_memory_that_writes_to_disk(options: list[str], copy: Installation, store: Store) -> None:
    with started(*options) as keeping:
        name, _, fix = await only_wrong(with_settings(copy, memory_url=Secret(keeping.url)))
    assert name == "shared memory"
    assert "--save '' --appendonly no" in fix


async def test_a_shared_memory_that_does_not_say_what_it_writes(copy: Installation, store: Store) -> None:
    with started("--rename-command", "CONFIG", "") as silent:
        found = await states(with_settings(copy, memory_url=Secret(silent.url)))
    assert found["shared memory"] is UNSEEN


async def test_a_shared_memory_that_is_not_there(copy: Installation) -> None:
    url = Secret("redis://:kanarie@127.0.0.1:9/0")
    name, said, fix = await only_wrong(with_settings(copy, memory_url=url))
    assert (name, said) == ("shared memory", "cannot be written")
    assert "kanarie" not in fix


async def test_campaigns_that_cannot_be_read(copy: Installation, tmp_path: Path) -> None:
    assert (await states(with_settings(copy, campaigns=campaigns.EXAMPLE)))["campaigns"] is GOOD
    (tmp_path / "ours.toml").write_text('[[campaign]]\ncode = "Utrecht"\norganisation = "Gemeente"\n', "utf-8")
    name, said, _ = await only_wrong(with_settings(copy, campaigns=tmp_path / "ours.toml"))
    assert name == "campaigns"
    assert said.startswith("ours.toml, line 2: ")
    assert (await only_wrong(with_settings(copy, campaigns=tmp_path / "gone.toml")))[0] == "campaigns"


async def test_helplines_that_nobody_called_for_long(copy: Installation) -> None:
    newest = max(line.verified_on for line in helplines.HELPLINES.values())
    late = datetime.combine(newest + helplines.STALE_AFTER + timedelta(days=1), datetime.min.time(), UTC)
    found = await examine(replace(copy, now=lambda: late))
    assert found["helplines"].state is WRONG
    assert "veilig_thuis" in found["helplines"].said


async def test_g22_a_setting_that_is_probably_not_meant(copy: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}TOKN", TOKEN)
    name, said, fix = await only_wrong(copy)
    assert (name, said) == ("settings", f"{PREFIX}TOKN is no setting; do you mean {PREFIX}TOKEN?")
    assert "docs/operate.md" in fix


# As a person calls it.


async def test_the_command_prints_a_table_and_tells_by_its_exit_code(copy: Installation, telegram: Telegram) -> None:
    given = {"TOKEN": TOKEN, "API_URL": copy.settings.api_url, "STATE_DIR": str(copy.settings.state_dir)}
    environment = {f"{PREFIX}{name}": value for name, value in given.items()}
    well = await asyncio.to_thread(CliRunner().invoke, main, ["doctor"], env=environment)
    assert (well.exit_code, well.stderr) == (0, "")
    telegram.joins_groups = True
    ill = await asyncio.to_thread(CliRunner().invoke, main, ["doctor"], env=environment)
    assert (ill.exit_code, ill.stderr) == (1, "")
    assert "WRONG" in ill.stdout
    assert "/setjoingroups" in ill.stdout
    assert TOKEN not in ill.stdout + well.stdout


def test_nothing_of_the_table_is_taken_for_markup() -> None:
    """Telegram's words about a webhook may hold brackets."""
    assert "[red]wrong[/] [Errno 1]" in table({"updates": Finding(WRONG, "[red]wrong[/] [Errno 1]")})
