"""What the templates make of numbers and hours."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from flows.helplines import HELPLINES, Helpline

_NUMBER = re.compile(
    r"(?<![\w-])(" + "|".join(sorted({line.number for line in HELPLINES.values() if line.number})) + r")(?![\w-]|\.\w)"
)


def dial(number: str) -> str:
    """A link that dials a number."""
    if number.startswith("+"):
        number = number.replace("(0)", "")  # (0) is only dialled without the country code
    return "tel:" + "".join(char for char in number if char.isdigit() or char == "+")


def with_numbers(text: str) -> Markup:
    """A sentence in which our numbers are links that dial them."""
    pieces = _NUMBER.split(text)  # every second piece is a number
    return Markup("").join(
        Markup('<a class="tel" href="{}">{}</a>').format(dial(piece), piece) if n % 2 else escape(piece)
        for n, piece in enumerate(pieces)
    )


def hours(line: Helpline) -> str:
    """The hours of a line for the script: its days, counted from Monday as 0, and its opening and closing time."""
    if line.hours is None:
        return ""
    days = "".join(str(day) for day in sorted(line.hours.days))
    return f"{days} {line.hours.opens:%H:%M} {line.hours.closes:%H:%M}"
