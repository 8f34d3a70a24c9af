"""On which line of a TOML file something stands, so that a mistake can name it."""

from __future__ import annotations

import tomllib
from typing import Any

Where = tuple[str | int, ...]
"""The way to a value: keys of tables and, counted from 0, places in arrays."""


def lines(text: str) -> dict[Where, int]:
    """The line, counted from 1, at which each table and value of a TOML text begins.

    The first lines of a file are TOML themselves wherever a statement ends. So whatever the first n lines
    hold more than the last beginning that could be read, was written since: no second grammar is needed.
    """
    found: dict[Where, int] = {}
    begun, so_far = 1, ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        so_far += line
        try:
            tree = tomllib.loads(so_far)
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a statement
        for where in _ways(tree):
            found.setdefault(where, begun)
        begun = number + 1
    return found


def line_of(where: Where, found: dict[Where, int]) -> int:
    """The line of a value, or when it is missing, of the table that it is missing from."""
    while where and where not in found:
        where = where[:-1]
    return found.get(where, 1)


def _ways(tree: Any, here: Where = ()) -> list[Where]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [here, *(way for key, value in inner for way in _ways(value, (*here, key)))]
