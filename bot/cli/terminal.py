"""What all commands share: how a mistake is printed, and what they say in the same words."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from contextlib import suppress
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from bot.ops import process
from bot.ops.settings import PREFIX, Settings, WrongSetting
from flows import Mistake

if TYPE_CHECKING:
    from campaigns import Campaign

UNUSABLE = 78
"""Exit code for a configuration that cannot work (EX_CONFIG of sysexits)."""


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
"""To write in; it need not be there."""
OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")


class Commands(click.Group):
    """Prints a `Mistake` of any command as one line that says what is wrong, where, and what to do."""

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """The entry point of a process."""
        process.forbid_core_files()
        _print_any_letter()
        code: object = 0
        try:
            self.main(*args, **kwargs)
        except SystemExit as ended:
            code = ended.code
        except Exception as error:
            code = 1
            if isinstance(error, OSError) and not _can_print():
                complain(f"watkanikdoen: standard output cannot be written ({error.strerror})")
            else:
                sys.excepthook(type(error), error, error.__traceback__)
        process.end(code if isinstance(code, int) else int(code is not None))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Mistake as mistake:
            complain(f"watkanikdoen: {mistake}")
            sys.exit(UNUSABLE)


def complain(text: str) -> None:
    """Print to standard error, where possible."""
    with suppress(OSError):
        click.echo(text, err=True)


def _can_print() -> bool:
    """Whether an empty line can be, to tell a full disk from any other error of the operating system."""
    try:
        click.echo()
    except OSError:
        return False
    return True


_PLAIN = str.maketrans("–—‘’“”·…", "--''\"\"-.")


def _print_any_letter() -> None:
    """What a terminal of another encoding lacks is printed as the nearest letter of ASCII, or as a question mark."""

    def nearest(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - output only ever encodes
        letters = unicodedata.normalize("NFKD", error.object[error.start : error.end].translate(_PLAIN))
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return bare.encode("ascii", "replace").decode(), error.end

    codecs.register_error("nearest", nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="nearest")


def write(out: Path | None, text: str) -> None:
    """Write a file that an option named; without one, print. Raises `WrongSetting`."""
    if out is None:
        click.echo(text)
        return
    try:
        out.write_bytes(text.encode())
    except OSError as error:
        raise WrongSetting(f"{out}: cannot be written ({error.strerror}); give another --out") from None


def campaigns_file(settings: Settings) -> Path:
    """Raises `WrongSetting` when none is set."""
    if settings.campaigns is None:
        raise WrongSetting(f"{PREFIX}CAMPAIGNS: say where the campaigns file is or should be, such as campaigns.toml")
    return settings.campaigns


def today() -> date:
    """The day in the Netherlands."""
    from flows.helpline import AMSTERDAM

    return datetime.now(AMSTERDAM).date()


def period(campaign: Campaign) -> str:
    """When its code is valid, in words."""
    bounds = (("from", campaign.starts), ("to", campaign.ends))
    return " ".join(f"{word} {day}" for word, day in bounds if day) or "always"
