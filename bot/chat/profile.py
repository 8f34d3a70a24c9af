"""How the bot presents itself before the first message, in every language: name, descriptions, commands.

Telegram limits how often a name may change, so only what differs is set.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import NamedTuple

from telegram import Bot, BotCommand
from telegram.error import BadRequest, RetryAfter

from bot.ops.logs import LOG
from flows.helplines import SPOKEN
from flows.words import chat
from locales import SOURCE, Locale, Locales


class Difference(NamedTuple):
    """One thing that Telegram shows otherwise than the catalogues say, and what mends it."""

    what: str
    locale: str
    mend: Callable[[], Awaitable[bool]]


def commands(locales: Locales, locale: Locale) -> list[BotCommand]:
    """The commands with their descriptions in one language; a command for each other language among them."""
    described = [BotCommand(name, locale.say(words)) for name, words in chat.COMMANDS.items()]
    return described + [BotCommand(other.command, other.name) for other in locales.values()]


async def differences(bot: Bot, locales: Locales) -> AsyncIterator[Difference]:
    """What Telegram shows otherwise than the catalogues. Dutch is what it shows for any other language."""
    for locale in locales.values():
        code = None if locale.code == SOURCE else locale.code
        name = locale.say(chat.BOT_NAME)
        about = locale.say(chat.BOT_ABOUT, **SPOKEN)
        short = locale.say(chat.BOT_SHORT)
        known = tuple(commands(locales, locale))
        if (await bot.get_my_name(code)).name != name:
            yield Difference("name", locale.code, partial(bot.set_my_name, name, code))
        if (await bot.get_my_description(code)).description != about:
            yield Difference("description", locale.code, partial(bot.set_my_description, about, code))
        if (await bot.get_my_short_description(code)).short_description != short:
            yield Difference("short_description", locale.code, partial(bot.set_my_short_description, short, code))
        if await bot.get_my_commands(language_code=code) != known:
            yield Difference("commands", locale.code, partial(bot.set_my_commands, known, language_code=code))


async def present(bot: Bot, locales: Locales) -> None:
    """Set what differs. What Telegram does not take, or only after a wait that may last a day, is left as it is."""
    async for what, locale, mend in differences(bot, locales):
        try:
            await mend()
        except (BadRequest, RetryAfter) as error:
            LOG.error("Telegram refused a profile setting", error=type(error).__name__, outcome=what, locale=locale)
            continue
        LOG.info("bot profile updated", outcome=what, locale=locale)
