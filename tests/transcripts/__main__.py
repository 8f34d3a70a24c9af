"""Write every transcript again from the current guide."""

import asyncio

from tests.transcripts import files, play

for path in files():
    path.write_text(asyncio.run(play(path.read_text("utf-8"))), "utf-8")
