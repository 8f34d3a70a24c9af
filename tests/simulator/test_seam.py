"""The real `telegram.Bot` on the simulator, without HTTP."""

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.seam import InProcess


async def test_the_bot_knows_itself(bot: Bot) -> None:
    assert (bot.id, bot.first_name) == (int(TOKEN.partition(":")[0]), "Wat kan ik doen?")


async def test_a_wrong_token_is_refused(telegram: Telegram) -> None:
    with pytest.raises(InvalidToken):
        await Bot("123:other", request=InProcess(telegram)).get_me()


async def test_refusals_become_the_errors_of_the_library(bot: Bot, phone: Phone) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(6, "a")
    phone.block()
    with pytest.raises(Forbidden):
        await bot.send_message(5, "a")
    await bot.set_webhook("https://example.nl")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_a_lost_connection_is_a_network_error(bot: Bot, telegram: Telegram) -> None:
    telegram.connection_lost = True
    with pytest.raises(NetworkError):
        await bot.get_me()


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # of RetryAfter itself
async def test_the_next_answers_can_be_planned(bot: Bot, telegram: Telegram, phone: Phone) -> None:
    telegram.answer_next(
        "sendMessage",
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        },
        {"ok": False, "error_code": 502, "description": "Bad Gateway"},
    )
    with pytest.raises(RetryAfter):
        await bot.send_message(5, "a")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(5, "a")
    await bot.send_message(5, "a")
    assert [call.ok for call in telegram.calls if call.method == "sendMessage"] == [False, False, True]


async def test_name_descriptions_and_commands_are_kept_per_language(bot: Bot) -> None:
    await bot.set_my_name("Naam")
    await bot.set_my_name("Name", language_code="en")
    await bot.set_my_description("Uitleg")
    await bot.set_my_short_description("Kort")
    assert [(await bot.get_my_name(code)).name for code in ("en", "de", None)] == ["Name", "Naam", "Naam"]
    assert (await bot.get_my_description("en")).description == "Uitleg"
    assert (await bot.get_my_short_description()).short_description == "Kort"
    await bot.set_my_commands([("start", "Begin")], scope=BotCommandScopeAllPrivateChats(), language_code="en")
    commands = await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats(), language_code="en")
    assert commands == (BotCommand("start", "Begin"),)
    assert await bot.get_my_commands() == ()


async def test_only_the_last_calls_are_remembered(bot: Bot, telegram: Telegram) -> None:
    assert telegram.calls.maxlen is not None
    for _ in range(telegram.calls.maxlen + 5):
        await telegram.call("getMe", {})
    assert len(telegram.calls) == telegram.calls.maxlen
