"""The doctor names what is wrong with a copy and the fix. Each test breaks one thing and sees it named."""

import asyncio
import inspect
import re
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import User

import campaigns
from bot import app
from bot.chat.profile import present
from bot.cli import main
from bot.doctor import examine
from bot.doctor.findings import Finding, Installation, State, table
from bot.doctor.telegram_checks import MANY, MOST_OFF, SWITCHES
from bot.ops.endpoints import app as app_of_endpoints
from bot.ops.metrics import Pulse
from bot.ops.server import Server
from bot.ops.settings import PREFIX, Settings
from bot.ops.values import Secret
from bot.ops.version import VERSION
from flows import helplines
from flows.helpline import AMSTERDAM, STALE_AFTER
from locales import Locales
from simulator.clock import Clock
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.databases import Database, Postgres, PostgresServer, Sqlite, faults
from tests.support.processes import simulated, until
from tests.support.stores import Store, started

WRONG, GOOD, UNSEEN = State.WRONG, State.GOOD, State.UNSEEN
ADDRESS = "https://gids.example/hook"
ME = {"id": 1, "is_bot": True, "first_name": "Wat kan ik doen?", "username": "gids_bot", "can_join_groups": False}
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
        "helplines": f"nobody called yet: {len(helplines.unconfirmed())} of {len(helplines.HELPLINES)}",
        "running": f"without {PREFIX}HEALTH_LISTEN it cannot be seen whether the bot runs",
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
    assert [found[name].said for name in ("switches", "updates", "profile", "clock")] == ["not checked"] * 4
    assert found["database"].state is GOOD


async def test_a_telegram_that_cannot_be_reached(copy: Installation, telegram: Telegram) -> None:
    """G29: the cause is named; each of them has a test of its own."""
    telegram.connection_lost = True
    name, said, fix = await only_wrong(copy)
    assert name == "Telegram"
    assert said.endswith("is there, and does not answer as the Bot API does")
    assert "firewall" in fix


async def test_g29_a_telegram_that_is_not_there(copy: Installation) -> None:
    name, said, _ = await only_wrong(with_settings(copy, api_url="http://127.0.0.1:9"))
    assert (name, said) == ("Telegram", "cannot be reached: 127.0.0.1:9 refuses the connection")


# G28: what @BotFather can switch on, and whether a bot runs at all.


@pytest.mark.parametrize("switch", SWITCHES)
async def test_g28_a_switch_that_would_put_a_worry_where_others_see_it(
    switch: str, copy: Installation, telegram: Telegram
) -> None:
    telegram.answer_next("getMe", {"ok": True, "result": {**ME, switch: True}})
    name, said, fix = await only_wrong(copy)
    assert name == "switches"
    assert said == SWITCHES[switch][0]
    assert fix == f"in @BotFather: {SWITCHES[switch][1]}"


async def test_g28_several_switches_are_named_at_once(copy: Installation, telegram: Telegram) -> None:
    telegram.joins_groups = telegram.reads_groups = True
    name, said, fix = await only_wrong(copy)
    assert name == "switches"
    assert said == "anybody can add it to a group, where all read along; it reads all messages of a group"
    assert "/setjoingroups" in fix
    assert "/setprivacy" in fix


def test_g28_every_switch_of_a_bot_is_known() -> None:
    """One that Telegram adds shows up here with the version of python-telegram-bot that knows it."""
    harmless = {"is_bot", "is_premium", "added_to_attachment_menu", "allows_users_to_create_topics"}
    given = {name for name in inspect.signature(User.__init__).parameters if re.match(r"(can|has|is|supports)_", name)}
    assert given - harmless == {*SWITCHES}


@asynccontextmanager
async def a_worker(pulse: Pulse, conflicts: Iterator[int], version: str = VERSION) -> AsyncIterator[str]:
    """The endpoints of a worker of this version, with these conflicts in turn; gives their address."""
    endpoints = app_of_endpoints(pulse)

    async def metrics(_: Request) -> Response:
        return PlainTextResponse(
            f"# HELP x\nwatkanikdoen_conflict_total {next(conflicts)}.0\n"
            f'watkanikdoen_build_info{{version="{version}"}} 1.0\n'
        )

    routes = [route for route in endpoints.routes if getattr(route, "path", "") != "/metrics"]
    server = Server(Starlette(routes=[*routes, Route("/metrics", metrics)]))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


async def running(copy: Installation, listen: str) -> Finding:
    here = replace(with_settings(copy, health_listen=listen), between_polls=0.0)
    return (await examine(here))["running"]


@pytest.mark.parametrize(
    ("counted", "is_ready", "state", "said"),
    [
        ([0], True, GOOD, "a bot runs, and answers"),
        ([0], False, WRONG, "the bot runs, and is not ready"),
        ([3, 3], True, GOOD, "a bot runs, and answers"),
        ([3, 4], True, WRONG, "another program takes its updates"),
        ([1, 2], False, WRONG, "another program takes its updates"),
    ],
)
async def test_g28_a_bot_that_runs(
    counted: list[int], is_ready: bool, state: State, said: str, copy: Installation
) -> None:
    pulse = Pulse()
    if is_ready:
        pulse.polled()
    async with a_worker(pulse, iter(counted)) as listen:
        found = await running(copy, listen)
    assert (found.state, found.said) == (state, said)


async def test_a_bot_that_was_not_restarted_after_an_upgrade(copy: Installation) -> None:
    pulse = Pulse()
    pulse.polled()
    async with a_worker(pulse, iter([0]), "0.0.9") as listen:
        found = await running(copy, listen)
    assert (found.state, found.fix) == (WRONG, "restart the bot")
    assert found.said == f"the bot that runs is not version {VERSION}, which is installed"


async def test_the_version_is_said(copy: Installation) -> None:
    assert (await examine(copy))["version"] == Finding(GOOD, VERSION)


async def test_g28_a_bot_that_does_not_run(copy: Installation) -> None:
    found = await running(copy, "127.0.0.1:9")
    assert (found.state, found.said) == (WRONG, "no bot answers at 127.0.0.1:9 (ConnectError)")


@pytest.mark.parametrize("host", ["0.0.0.0", "[::]", "::", "::1"])  # noqa: S104 - as operators of containers write it
async def test_g28_a_bot_that_listens_everywhere_is_asked_on_this_machine(host: str, copy: Installation) -> None:
    found = await running(copy, f"{host}:9")
    assert found.said.startswith(f"no bot answers at {'[::1]' if ':' in host else '127.0.0.1'}:9")


@pytest.mark.parametrize("listen", ["", "127.0.0.1:0"])
async def test_g28_without_a_known_port_it_says_that_it_cannot_see(listen: str, copy: Installation) -> None:
    assert (await running(copy, listen)).state is UNSEEN


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


async def test_without_a_token_it_says_where_one_belongs(copy: Installation) -> None:
    found = await examine(with_settings(copy, token=None))
    assert found["Telegram"].said == "there is no token"
    assert "secrets/token on a server" in found["Telegram"].fix


async def test_campaigns_that_cannot_be_read(copy: Installation, tmp_path: Path) -> None:
    assert (await states(with_settings(copy, campaigns=campaigns.EXAMPLE)))["campaigns"] is GOOD
    (tmp_path / "ours.toml").write_text('[[campaign]]\ncode = "Utrecht"\norganisation = "Gemeente"\n', "utf-8")
    name, said, _ = await only_wrong(with_settings(copy, campaigns=tmp_path / "ours.toml"))
    assert name == "campaigns"
    assert said.startswith("ours.toml, line 2: ")
    assert (await only_wrong(with_settings(copy, campaigns=tmp_path / "gone.toml")))[0] == "campaigns"


async def test_helplines_that_nobody_checked_for_long(copy: Installation) -> None:
    newest = max(line.verified_on for line in helplines.HELPLINES.values())
    late = datetime.combine(newest + STALE_AFTER + timedelta(days=1), datetime.min.time(), UTC)
    found = await examine(replace(copy, now=lambda: late))
    assert found["helplines"].state is WRONG
    assert "Veilig Thuis" in found["helplines"].said
    assert "says whom to call; then take a release" in found["helplines"].fix


async def test_a_day_begins_at_midnight_in_the_netherlands(copy: Installation) -> None:
    oldest = min(line.last_checked for line in helplines.HELPLINES.values())
    midnight = datetime.combine(oldest + STALE_AFTER + timedelta(days=1), datetime.min.time(), AMSTERDAM)
    for moment, is_late in ((midnight, True), (midnight - timedelta(minutes=1), False)):
        found = await examine(replace(copy, now=partial(moment.astimezone, UTC)))
        assert (found["helplines"].state is WRONG) == is_late


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
