"""What the bot says of itself before the first message: set once in every language, and again only when it changes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.constants import BotDescriptionLimit, CallbackQueryLimit

from bot import app
from bot.api.client import Client
from bot.chat.handlers import ALOUD_COMMANDS
from bot.chat.pages import Pages
from bot.chat.profile import commands, present
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.words import chat
from locales import Locale, Locales
from simulator.faults import Fault, Kind, Standing
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.seam import InProcess
from tests.support.standing_clock import StandingClock as Clock

KINDS = ("setMyCommands", "setMyDescription", "setMyName", "setMyShortDescription")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(Clock(), TOKEN, name="Not named yet")


@pytest.fixture
async def client(telegram: Telegram) -> AsyncIterator[Client]:
    async with Client(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram)) as client:
        yield client


def settings_made(telegram: Telegram) -> list[tuple[str, str]]:
    """What was set, and for which language."""
    return sorted(
        (call.method, str(call.params.get("language_code", "")))
        for call in telegram.calls
        if call.method.startswith("set")
    )


async def test_everything_is_set_once_for_every_language(
    client: Client, telegram: Telegram, the_locales: Locales
) -> None:
    await present(client, the_locales)
    assert settings_made(telegram) == [(kind, code) for kind in KINDS for code in ("", "en")]
    assert all(call.ok for call in telegram.calls)


async def test_presenting_again_sets_nothing(client: Client, telegram: Telegram, the_locales: Locales) -> None:
    await present(client, the_locales)
    telegram.calls.clear()
    await present(client, the_locales)
    assert telegram.calls
    assert settings_made(telegram) == []


async def test_only_what_changed_is_set_again(client: Client, telegram: Telegram, the_locales: Locales) -> None:
    await present(client, the_locales)
    telegram.calls.clear()
    english = Locale("en", {**the_locales["en"].words, chat.BOT_SHORT: "A guide, in steps."})
    await present(client, Locales({**the_locales, "en": english}))
    assert settings_made(telegram) == [("setMyShortDescription", "en")]


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(
    "fault", [Fault(Kind.WAIT, seconds=86_400), Fault(Kind.SERVER, code=400)], ids=["not today", "refused"]
)
async def test_a_name_that_cannot_be_set_keeps_nobody_waiting(
    fault: Fault, client: Client, telegram: Telegram, the_guide: Guide, the_locales: Locales
) -> None:
    """Telegram may let a name be changed only a day later. All else is set."""
    telegram.faults.standing["name"] = Standing(fault, ("setMyName",))
    async with asyncio.timeout(10):
        await app.show_itself(client, Pages(the_guide, the_locales))
    assert telegram.faults.done[fault.kind]
    assert settings_made(telegram) == [(kind, code) for kind in KINDS for code in ("", "en")]


@pytest.mark.parametrize(("wish", "code"), [("nl", "nl"), ("en", "en"), ("it", "nl")])
async def test_a_person_reads_about_the_bot_in_their_language(
    wish: str, code: str, client: Client, telegram: Telegram, the_locales: Locales
) -> None:
    await present(client, the_locales)
    locale = the_locales[code]
    assert telegram.profile("name", wish) == locale.say(chat.BOT_NAME)
    assert telegram.profile("short_description", wish) == locale.say(chat.BOT_SHORT)
    assert telegram.profile("description", wish) == locale.say(chat.BOT_ABOUT, **SPOKEN)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_what_is_read_before_the_first_message_and_while_waiting_names_who_helps(
    code: str, the_locales: Locales
) -> None:
    locale = the_locales[code]
    about, wait = locale.say(chat.BOT_ABOUT, **SPOKEN), locale.say(chat.HOLD_ON, **SPOKEN)
    for words in (about, wait):
        assert SPOKEN["emergency"] in words
        assert SPOKEN["veilig_thuis"] in words
    assert any(f"/{command}" in about for command in ALOUD_COMMANDS)
    assert len(about) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(wait) <= CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH
    assert len(locale.say(chat.BOT_SHORT)) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH


def test_every_command_is_described_in_every_language(the_locales: Locales) -> None:
    for locale in the_locales.values():
        described = {command.command: command.description for command in commands(the_locales, locale)}
        assert list(described) == [*chat.COMMANDS, *the_locales]
        assert [name for name, words in described.items() if not words] == []
        assert described["start"] == locale.say(chat.COMMANDS["start"])
