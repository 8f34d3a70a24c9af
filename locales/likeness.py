"""`python -m locales.likeness`: counts the examples again, after they or the words of a language changed.

`examples.tsv` holds messages as people might type them, with the route each belongs to, by several writers; the last
column says who. The table made of it is what `flows/likeness.py` reads.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from flows.likeness import Table, count
from flows.listen import Listener, Route
from locales import HERE
from locales.cues import TABLE, read

EXAMPLES = HERE / "examples.tsv"


class Example(NamedTuple):
    """A message, the route it belongs to, its language, and who wrote it."""

    text: str
    route: Route
    language: str
    writer: str


def examples(path: Path = EXAMPLES) -> Iterator[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Example(row["text"], Route(row["route"]), row["lang"], row.get("writer", ""))


def table(listener: Listener, some: list[Example]) -> Table:
    return count((example.route.value, listener.features(example.text)) for example in some)


def written(some: list[Example]) -> str:
    """The table as it stands in the file: one feature a line, so that a change can be read."""
    lines = (f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in table(Listener(read()), some).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(written(list(examples())), "utf-8")
