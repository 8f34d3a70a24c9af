"""Examines an operator's copy for what a visitor would be the first to notice.

A check is a function that returns a `Finding`. None changes anything, and none repeats a secret.
"""

import asyncio
from collections.abc import Awaitable

from bot import app
from bot.doctor import local_checks, telegram_checks
from bot.doctor.findings import Finding, Installation, State, unseen, wrong
from bot.ops.settings import PREFIX
from flows import Mistake

PATIENCE = 20.0
"""Seconds that one check may take."""


async def examine(here: Installation) -> dict[str, Finding]:
    """The finding of every check."""
    found = await _at_telegram(here)
    for name, check in local_checks.CHECKS.items():
        found[name] = await _checked(check(here))
    return found


async def _at_telegram(here: Installation) -> dict[str, Finding]:
    """All but the first are skipped when Telegram does not answer."""
    found = dict.fromkeys(("Telegram", *telegram_checks.CHECKS), unseen("not checked", "fix Telegram first"))
    if here.settings.token is None:
        where = f"put it in /etc/watkanikdoen/secrets/token on a server, or name its file in {PREFIX}TOKEN_FILE"
        return found | {"Telegram": wrong("there is no token", f"ask @BotFather for one; {where}")}
    bot = app.connect(here.settings.token.get_secret_value(), here.settings.api_url)
    found["Telegram"] = await _checked(telegram_checks.reachable(here, bot))
    if found["Telegram"].state is State.GOOD:
        for name, check in telegram_checks.CHECKS.items():
            found[name] = await _checked(check(here, bot))
    await bot.shutdown()
    return found


async def _checked(check: Awaitable[Finding]) -> Finding:
    """A check that fails is a finding too. Only the class of the error is shown: its words may hold a token."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await check
    except Mistake as mistake:
        return wrong(str(mistake), "`watkanikdoen check` lists every fault by its line")
    except Exception as error:  # anything a network, a database or a disk may raise
        return wrong(f"could not be checked ({type(error).__name__})", "try again; is it there at all?")
