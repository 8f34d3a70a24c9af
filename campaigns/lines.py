"""Finds the line of a value in a TOML file, so that a fault can name it."""

import tomllib
from collections import Counter
from io import StringIO
from typing import Any

Where = tuple[str | int, ...]
"""The path to a value: keys of tables and indices of arrays."""


def lines(text: str) -> dict[Where, int]:
    """The line, counted from 1, at which each table and value of a TOML text begins.

    A complete statement is valid TOML by itself and part of one is not, so tomllib finds where each one ends.
    """
    found: dict[Where, int] = {(): 1}
    tables: Counter[Where] = Counter()
    here: Where = ()
    begun, statement = 1, ""
    for number, line in enumerate(StringIO(text), 1):  # not splitlines(), which knows breaks that TOML has not
        statement += line
        try:
            tree: Any = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue  # the statement goes on
        if statement.lstrip().startswith("["):  # a header: of a table, or of the next element of an array
            here = ()
            while tree:
                ((key, tree),) = tree.items()
                here = (*here, key)
                found.setdefault(here, begun)
                if isinstance(tree, list):
                    tables[here] += 1
                    tree = tree[0]
                if tables[here]:
                    here = (*here, tables[here] - 1)
                    found.setdefault(here, begun)
        for where in _ways(tree, here):
            found.setdefault(where, begun)
        begun, statement = number + 1, ""
    return found


def line_of(where: Where, found: dict[Where, int]) -> int:
    """The line of a value, or of its table when the value is missing."""
    while where and where not in found:
        where = where[:-1]
    return found.get(where, 1)


def _ways(tree: Any, here: Where) -> list[Where]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [here, *(way for key, value in inner for way in _ways(value, (*here, key)))]
