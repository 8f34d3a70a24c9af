"""Examines an operator's copy for what a visitor would be the first to notice.

A check is a function that returns a `Finding`. None changes anything, and none repeats a secret.
"""

from __future__ import annotations

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
    """The finding of every check. Those that need Telegram are skipped when it does not answer."""
    found: dict[str, Finding] = {}
    token = here.settings.token.get_secret_value() if here.settings.token else ""
    bot = app.connect(token, here.settings.api_url) if token else None
    if bot is None:
        where = f"put it in /etc/watkanikdoen/secrets/token on a server, or name its file in {PREFIX}TOKEN_FILE"
        found["Telegram"] = wrong("there is no token", f"ask @BotFather for one; {where}")
    else:
        found["Telegram"] = await _checked(telegram_checks.reachable(here, bot))
    for name, check in telegram_checks.CHECKS.items():
        if bot is None or found["Telegram"].state is not State.GOOD:
            found[name] = unseen("not checked", "fix Telegram first")
        else:
            found[name] = await _checked(check(here, bot))
    if bot is not None:
        await bot.shutdown()
    for name, look in local_checks.CHECKS.items():
        found[name] = await _checked(look(here))
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
