"""What all commands share: how a mistake is printed, and what they say in the same words."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows import Mistake

if TYPE_CHECKING:
    from bot.ops.settings import Settings
    from campaigns import Campaign

UNUSABLE = 78
"""Exit code for a configuration that cannot work (EX_CONFIG of sysexits)."""


class Commands(click.Group):
    """Prints a `Mistake` of any command as one line that says what is wrong, where, and what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Mistake as mistake:
            click.echo(f"watkanikdoen: {mistake}", err=True)
            sys.exit(UNUSABLE)


def write(out: Path, text: str) -> None:
    """Write a file that an option named. Raises `WrongSetting`."""
    from bot.ops.settings import WrongSetting

    try:
        out.write_bytes(text.encode())
    except OSError as error:
        raise WrongSetting(f"{out}: cannot be written ({error.strerror}); give another --out") from None


def campaigns_file(settings: Settings) -> Path:
    """Raises `WrongSetting` when none is set."""
    from bot.ops.settings import PREFIX, WrongSetting

    if settings.campaigns is None:
        raise WrongSetting(f"{PREFIX}CAMPAIGNS: say where the campaigns file is or should be, such as campaigns.toml")
    return settings.campaigns


def today() -> date:
    """The day in the Netherlands."""
    from flows.helplines import AMSTERDAM

    return datetime.now(AMSTERDAM).date()


def period(campaign: Campaign) -> str:
    """When its code is valid, in words."""
    words = " ".join(
        [f"from {campaign.starts}"] * bool(campaign.starts) + [f"to {campaign.ends}"] * bool(campaign.ends)
    )
    return (words or "always") + ("" if campaign.runs_on(today()) else " (not now)")
