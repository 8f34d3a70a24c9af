"""Fills the templates, with everything in them escaped."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from flows.answers import ANSWERS, DANGER
from flows.helpline import Helpline, dial
from flows.helplines import HELPLINES
from flows.words import chat
from flows.words import web as words
from flows.words.web import LEAVE_FOR
from locales.speech import Speech

HERE = Path(__file__).parent

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What a page may load, in its meta tag. A server adds `frame-ancestors 'none'`, which a meta tag may not hold."""

LONGEST_IN_ONE = 12
"""Characters of a number that fits on a small phone with large text."""
_NUMBER = re.compile(
    r"(?<![\w-])("
    + "|".join(sorted(re.escape(line.number) for line in HELPLINES.values() if line.number))
    + r")(?![\w-]|\.\w)"
)


def filled(template: str, speak: Speech, **more: object) -> str:
    """A rendered template, with everything in it escaped."""
    return _TEMPLATES.get_template(template).render(speak=speak, locale=speak.locale, **more)


def paper_page(locale: str) -> str:
    return f"{locale}/print/"


def with_numbers(text: str) -> Markup:
    """A sentence in which our numbers are links that dial them."""
    pieces = _NUMBER.split(text)  # every second piece is a number
    return Markup("").join(
        Markup('<a class="{}" href="{}">{}</a>').format(_in_a_sentence(piece), dial(piece), piece)
        if n % 2
        else escape(piece)
        for n, piece in enumerate(pieces)
    )


def _in_a_sentence(number: str) -> str:
    """A number stays in one piece; a comma behind one that may break would begin a line of its own in Chromium."""
    return "tel long" if len(number) > LONGEST_IN_ONE else "tel"


def hours(line: Helpline) -> str:
    """The hours of a line for the script: its days, counted from Monday as 0, and its opening and closing time."""
    if line.hours is None:
        return ""
    days = "".join(str(day) for day in sorted(line.hours.days))
    return f"{days} {line.hours.opens:%H:%M} {line.hours.closes:%H:%M}"


def _kind(block: object) -> str:
    return type(block).__name__


_TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {"dial": dial, "with_numbers": with_numbers, "hours": hours, "kind": _kind}
_TEMPLATES.globals |= {
    "words": words,
    "chat": chat,
    "policy": POLICY,
    "leave_for": LEAVE_FOR,
    "paper_page": paper_page,
    "danger_title": ANSWERS[DANGER].title,
}
