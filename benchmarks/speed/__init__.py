"""How fast we answer, next to other bots under the same load. Read `contest.py` first, then `standin.py`.

    python -m benchmarks.speed [--rounds 3] [--write docs/performance.md] [--quick]

`make bench` does the set-up for it.
"""

from importlib.util import find_spec

LOOP = "uvloop" if find_spec("uvloop") else "asyncio"
"""The fastest event loop that is installed here: in `.venv` that of the product, in `.venv-bench` always uvloop."""
