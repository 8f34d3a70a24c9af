"""How the bot presents itself before the first message, in every language: name, descriptions, commands.

Telegram limits how often a name may change, so only what differs is set.
"""

from __future__ import annotations

from telegram import Bot, BotCommand

from bot.logs import LOG
from flows import furniture
from flows.helplines import SPOKEN
from locales import SOURCE, Locale, Locales


def commands(locales: Locales, locale: Locale) -> list[BotCommand]:
    """The commands with their descriptions in one language; a command for each other language among them."""
    described = [BotCommand(name, locale.say(words)) for name, words in furniture.COMMANDS.items()]
    return described + [BotCommand(other.command, other.name) for other in locales.values()]


async def present(bot: Bot, locales: Locales) -> None:
    """Set what differs from the catalogues. Dutch is what Telegram shows for any other language."""
    for locale in locales.values():
        code = None if locale.code == SOURCE else locale.code
        name = locale.say(furniture.BOT_NAME)
        about = locale.say(furniture.BOT_ABOUT, **SPOKEN)
        short = locale.say(furniture.BOT_SHORT)
        known = tuple(commands(locales, locale))
        if (await bot.get_my_name(code)).name != name:
            await bot.set_my_name(name, code)
            LOG.info("name set", locale=locale.code)
        if (await bot.get_my_description(code)).description != about:
            await bot.set_my_description(about, code)
            LOG.info("description set", locale=locale.code)
        if (await bot.get_my_short_description(code)).short_description != short:
            await bot.set_my_short_description(short, code)
            LOG.info("short description set", locale=locale.code)
        if await bot.get_my_commands(language_code=code) != known:
            await bot.set_my_commands(known, language_code=code)
            LOG.info("commands set", locale=locale.code)
