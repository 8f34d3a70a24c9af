"""One page in each language that the guide is not written in: the numbers, and what to say in Dutch.

The words are fixed, and nobody has signed most of them yet: `docs/content-review.md` lists who has to read what. A
language of which we are not sure enough is not in the file.
"""

from pathlib import Path

import msgspec
from msgspec import Struct, field, structs

PAGES = Path(__file__).with_name("other_languages.json")


class _Words(Struct, frozen=True):
    """In reading order."""

    title: str
    danger: str
    advice: str
    child: str
    suicide: str
    say_this: str
    computer: str


class OtherLanguage(Struct, frozen=True):
    """`name` is what the language calls itself; `dir` is `rtl` where it is written from right to left.

    `rating` is how sure we are of the words, and `signed_by` who read them as a native, if anybody did.
    """

    code: str
    name: str
    dir: str
    rating: str
    signed_by: str | None
    words: _Words = field(name="lines")

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def lines(self) -> tuple[str, ...]:
        """Those below the title."""
        return structs.astuple(self.words)[1:]


def read(path: Path = PAGES) -> dict[str, OtherLanguage]:
    """The pages, by the code of their language."""
    return {one.code: one for one in msgspec.json.decode(path.read_bytes(), type=list[OtherLanguage])}
