"""The command line: `watkanikdoen`.

Commands import what they need of the guide inside: a mistake in a part must become one clear line, not a traceback, and
`check` must still be able to report it.
"""

import click

from bot.cli import checking, publishing, running
from bot.cli.terminal import UNUSABLE, Commands
from bot.ops.version import VERSION

__all__ = ["UNUSABLE", "main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION)
def main() -> None:
    """Wat kan ik doen? A guide for anyone who worries about a child."""


for _command in (
    running.demo, running.run,
    checking.check, checking.doctor, checking.verify, checking.listen,
    checking.chart, checking.pages, checking.changes,
    publishing.stats, publishing.site, publishing.campaign, publishing.dossier,
):  # fmt: skip
    main.add_command(_command)
