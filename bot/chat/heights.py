"""How tall a page with its buttons is, in pixels: by a rule of thumb, and on a small phone to the letter.

The rule counts characters, and its room is that of a phone of 390 x 844. A phone of 360 x 780 has less width, and a
title slides out of view there first, since Telegram keeps the end of a chat in view. So there each letter counts, as
wide as in DejaVu Sans at 15.2 px: a wide font, with which the demo was measured.
"""

import re
import textwrap
import unicodedata
from functools import cache
from html import unescape

from bot.api.client import OutgoingMessage

TALLEST = 640
"""Pixels of a page with its buttons that a phone of 390 x 844 shows between its header and its input line."""
TALLEST_EXCUSED = 720
MOST_EXCUSED = 0.02
"""The share of pages that may be taller than `TALLEST`, each with a reason beside its screen."""
TALLEST_ON_SMALL = 634
"""The same on 360 x 780: of the 637 in the demo 10 stay empty below, and the 7 above the title may be out of view."""
_WIDTH, _MARGIN, _LINE, _ROW = 37, 24, 21, 47
"""Characters in a line, and pixels around a page, of a line and of a row of buttons."""
_SMALL_WIDTH, _SMALL_MARGIN = 283.8, 15
_QUOTE_BESIDE, _QUOTE_AROUND = 24, 20
"""Pixels beside and around the lines of a sentence to copy."""
_TIME = 44
"""When the message was sent stands in the last line, where that has room for it."""
_BOLD = 1.1
_USUAL = 9.65
_LETTERS = {
    letter: width
    for width, letters in {
        4.25: "ijlIJ'",
        4.85: " .,’‘",
        5.15: ":;/|f",
        5.95: "t()-",
        6.2: "r‹!",
        7.95: "sz?“”",
        8.4: "cLF",
        8.95: "kxvy•PTY",
        9.33: "aeoE",
        10.45: "ABKRVXZC",
        11.6: "DGHNOQU&",
        12.4: "w",
        14.8: "mMW%…",
    }.items()
    for letter in letters
}
_wrapped = cache(textwrap.wrap)
"""Most sentences stand on many pages."""


def as_read(page: OutgoingMessage) -> str:
    """Its text without markup."""
    return unescape(re.sub(r"<[^>]*>", "", page.text))


def height(page: OutgoingMessage) -> int:
    """By the rule."""
    lines = sum(max(1, len(_wrapped(line, _WIDTH))) for line in as_read(page).split("\n"))
    return _MARGIN + _LINE * lines + _ROW * len(page.keyboard)


def height_on_small(page: OutgoingMessage) -> int:
    """On a phone of 360 x 780."""
    paragraphs = page.text.split("\n")
    quotes = sum(paragraph.startswith("<blockquote>") for paragraph in paragraphs)
    lines = sum(map(_lines, paragraphs[:-1])) + _lines(paragraphs[-1], _TIME)
    return _SMALL_MARGIN + _LINE * lines + _QUOTE_AROUND * quotes + _ROW * len(page.keyboard)


@cache
def _lines(marked: str, at_the_end: int = 0) -> int:
    room = _SMALL_WIDTH - _QUOTE_BESIDE * marked.startswith("<blockquote>")
    lines, filled, bold = 1, 0.0, False
    for word in re.sub(r"</?blockquote>", "", marked).split(" "):
        width = 0.0
        for mark, letters in re.findall(r"(</?b>)|([^<]+)", word):
            bold = mark == "<b>" if mark else bold
            width += sum(map(_wide, unescape(letters))) * (_BOLD if bold else 1)
        if filled and filled + _LETTERS[" "] + width > room:
            lines, filled = lines + 1, 0.0
        filled += width + (_LETTERS[" "] if filled else 0)
    return lines + (filled + at_the_end > room)


@cache
def _wide(letter: str) -> float:
    """An accent makes no letter wider."""
    bare = unicodedata.normalize("NFD", letter)[0]
    return _LETTERS.get(bare, _USUAL)
