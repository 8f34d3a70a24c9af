"""The simulator as a command, to rehearse the real commands against it: `python -m simulator`."""

import asyncio
import signal

import click

from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram

TOKEN = "1:rehearsal"  # noqa: S105 - known to the simulator alone


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--port", default=8081, show_default=True, help="Port on this computer.")
def main(port: int) -> None:
    """Simulate Telegram on this computer, with a phone in the browser, until Ctrl-C."""
    try:
        asyncio.run(_serve(port))
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}); try --port {port + 1}") from None


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    clock = Clock()
    telegram = Telegram(clock, TOKEN, username="rehearsal_bot")
    telegram.joins_groups = False  # as after the steps at @BotFather, which is not simulated
    async with serve(telegram, clock, port=port) as root:
        click.echo(f"WATKANIKDOEN_API_URL={root}\nWATKANIKDOEN_TOKEN={TOKEN}\nThe phone is at {root}", nl=True)
        await stop.wait()


if __name__ == "__main__":
    main()
