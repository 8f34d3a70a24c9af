"""The review book, for signing off the words: all screens of a region on one page, every language side by side.

It shows the name of each screen, the facts behind it, when it opens, and how hard it is to read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.guide import Choice, Guide
from flows.screen import Screen
from flows.visit import Fact
from flows.words.web import REVIEW, dashed
from locales import Locale, Locales
from locales.readability import Reading, read
from locales.speech import Block, ByHour, Listed, Paragraph, Quote, Speech
from web.templating import HERE, filled

STYLE = "review.css"


@dataclass(frozen=True, slots=True)
class Column:
    """A screen in one language: its text in the chat, what a web page has instead, and its reading level."""

    speak: Speech
    blocks: list[Block]
    on_the_web: list[Block]
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Row:
    """A screen in every language."""

    screen: Screen
    opens_with: str
    choices: tuple[Choice, ...]
    columns: list[Column]


def files(guide: Guide, locales: Locales) -> Iterator[tuple[str, str]]:
    """Every file of the book by name: a list of the regions, and a page for each."""
    speak = Speech(locales["nl"])
    regions = {region: f"{dashed(region)}.html" for region in guide.regions}
    yield f"{REVIEW}/index.html", filled("review-list.html", speak, regions=regions, guide=guide)
    for region, screens in guide.regions.items():
        rows = [_row(guide, screen, locales) for screen in screens]
        yield f"{REVIEW}/{regions[region]}", filled("review.html", speak, region=region, rows=rows)
    yield f"{REVIEW}/{STYLE}", (HERE / "static" / STYLE).read_text("utf-8")


def _row(guide: Guide, screen: Screen, locales: Locales) -> Row:
    columns = [_column(screen, locale) for locale in locales.values()]
    return Row(screen, _opens_with(guide, screen), guide.all_choices(screen.name), columns)


def _column(screen: Screen, locale: Locale) -> Column:
    speak = Speech(locale)
    blocks = list(speak.blocks(screen.parts))
    on_the_web = list(speak.blocks(part for part in screen.web_parts if part not in screen.parts))
    text = "\n".join(_sentences(blocks, locale.code))
    return Column(speak, blocks, on_the_web, read(text, locale.code) if text else None)


def _sentences(blocks: list[Block], language: str) -> Iterator[str]:
    """The running text of a screen in this language, without numbers and names."""
    for block in blocks:
        match block:
            case Paragraph(said) | Quote(said):
                found = [said]
            case Listed(lines):
                found = list(lines)
            case ByHour(_, _, when_open, _, when_closed):
                found = [when_open, when_closed]
            case _:
                found = []
        yield from (said.words for said in found if said.language == language)


def _opens_with(guide: Guide, screen: Screen) -> str:
    """The facts with which a visitor can reach this screen."""
    facts = {visit.facts for visit in guide.reachable if visit.screen == screen.name}
    if Fact.NOTHING in facts:
        return ""
    return " or ".join(sorted(" + ".join(str(fact.name).lower() for fact in each) for each in facts))
