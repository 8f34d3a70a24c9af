"""The command: measures, prints, and with `--write` rewrites the page."""

import argparse
import asyncio
import os
import resource
import sys
from pathlib import Path

from benchmarks.speed import tables
from benchmarks.speed.contest import QUICK, Failed, Plan, run
from benchmarks.speed.contestants import ALL, OF_PEERS, OURS, QUICKLY, WITH_WEBHOOK


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Our bot next to others.")
    parser.add_argument("--rounds", type=int, default=Plan.rounds)
    parser.add_argument("--write", type=Path, help="the page to write, docs/performance.md")
    parser.add_argument("--quick", action="store_true", help="ours and the floor only, half a minute")
    given = parser.parse_args()
    if not given.quick and not OF_PEERS.exists():
        parser.error("the other bots are not installed: `make bench` does that, or try --quick")
    plan, contestants = (QUICK, QUICKLY) if given.quick else (Plan(rounds=given.rounds), ALL)
    before = busy()
    try:
        results = asyncio.run(run(contestants, plan, lambda line: print(line, file=sys.stderr, flush=True)))
    except Failed as failed:
        sys.exit(f"benchmarks.speed: {failed}")
    others = others_share(before, busy())
    print(
        f"{tables.machine(others)}\n\n{tables.compared(results)}\n\n{tables.aims(results)}\n\n{tables.standin(results)}"
    )
    if given.write:
        given.write.write_text(tables.page(results, plan, others), "utf-8")
    lost = sum(results[bot]["lost"] for bot in (OURS, WITH_WEBHOOK) if bot in results)
    sys.exit(1 if lost else 0)


def busy() -> tuple[float, float, float]:
    """Processor seconds so far: in all, used, and used by us and our processes. Linux only."""
    ticks = [int(field) for field in Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:9]]
    idle = ticks[3] + ticks[4]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    tick = os.sysconf("SC_CLK_TCK")
    return sum(ticks) / tick, (sum(ticks) - idle) / tick, sum(usage.ru_utime + usage.ru_stime for usage in used)


def others_share(before: tuple[float, float, float], after: tuple[float, float, float]) -> float:
    """The share of all processors that other programs used in between."""
    total, used, ours = (late - early for early, late in zip(before, after, strict=True))
    return max(0.0, used - ours) / total if total else 0.0


if __name__ == "__main__":
    main()
