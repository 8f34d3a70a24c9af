"""One page in each language that the guide is not written in: the numbers, and what to say in Dutch.

The words are fixed, and nobody has signed most of them yet: `docs/content-review.md` lists who has to read what. A
language of which we are not sure enough is not in the file.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

PAGES = Path(__file__).with_name("other_languages.json")

ORDER = ("danger", "advice", "child", "suicide", "say_this", "computer")
"""The lines of a page, in reading order."""


class OtherLanguage(Struct, frozen=True, kw_only=True):
    """`name` is what the language calls itself; `dir` is `rtl` where it is written from right to left.

    `rating` is how sure we are of the words, and `signed_by` who read them as a native, if anybody did.
    """

    code: str
    name: str
    dir: str
    rating: str
    signed_by: str
    title: str
    lines: tuple[str, ...]


class _Entry(Struct):
    code: str
    name: str
    dir: str
    rating: str
    signed_by: str | None
    lines: dict[str, str]


def read(path: Path = PAGES) -> dict[str, OtherLanguage]:
    """The pages, by the code of their language."""
    entries = msgspec.json.decode(path.read_bytes(), type=list[_Entry])
    return {
        one.code: OtherLanguage(
            code=one.code,
            name=one.name,
            dir=one.dir,
            rating=one.rating,
            signed_by=one.signed_by or "",
            title=one.lines["title"],
            lines=tuple(one.lines[line] for line in ORDER),
        )
        for one in entries
    }
