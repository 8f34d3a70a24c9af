"""Messages as people might type them, each with its route, by several writers: `locales/examples.tsv`."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from flows.routes import Route
from locales import HERE

EXAMPLES = HERE / "examples.tsv"


class Example(NamedTuple):
    """A message, the route it belongs to, its language and its writer."""

    text: str
    route: Route
    language: str
    writer: str


def examples(path: Path = EXAMPLES) -> Iterator[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Example(row["text"], Route(row["route"]), row["lang"], row.get("writer", ""))
