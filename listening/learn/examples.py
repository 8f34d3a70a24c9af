"""Messages as people might type them, by several writers: each with its route in `locales/examples.tsv`, and later ones
of a conversation, each with its mention, in `locales/mentions.tsv`, or with the crisis that it tells, in
`locales/later.tsv`."""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from flows.routes import CRISIS, Mention, Route
from listening.crises import NO_CRISIS
from listening.mentions import NOTHING
from locales import HERE

EXAMPLES, MENTIONS, LATER = (HERE / f"{name}.tsv" for name in ("examples", "mentions", "later"))


class Example(NamedTuple):
    """A message, the route it belongs to, its language and its writer."""

    text: str
    route: Route
    language: str
    writer: str


class Mentioning(NamedTuple):
    """A later message, its mention or nothing, its language and its writer."""

    text: str
    mention: str
    language: str
    writer: str


def examples(path: Path = EXAMPLES) -> Iterator[Example]:
    for row in rows(path):
        yield Example(row["text"], Route(row["route"]), row["lang"], row.get("writer", ""))


def mentioning(path: Path = MENTIONS) -> Iterator[Mentioning]:
    for row in rows(path):
        mention = Mention(row["mention"]) if row["mention"] else NOTHING
        yield Mentioning(row["text"], mention, row["lang"], row["writer"])


def later(path: Path = LATER) -> Iterator[Example]:
    """Later messages as they read by themselves: those that tell no crisis are about something else."""
    for row in rows(path):
        yield Example(row["text"], Route(row["crisis"] or Route.OTHER), row["lang"], row["writer"])


def told() -> Iterator[tuple[str, str]]:
    """Every message that we have, each with the crisis that it tells or nothing."""
    yield from ((one.text, one.route if one.route in CRISIS else NO_CRISIS) for one in chain(examples(), later()))
    yield from ((one.text, NO_CRISIS) for one in mentioning())


def rows(path: Path) -> list[dict[str, str]]:
    """Of a file of examples, by the names of their columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
