"""`python -m bot` is `watkanikdoen`."""

from bot.cli import main

main()
