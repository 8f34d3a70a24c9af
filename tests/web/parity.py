"""Whether the script of the pages decides as the chat does: `python -m tests.web.parity` compares every text we have.

The hidden halves of the sets are compared too, and not scored: only whether both say the same.
"""

import asyncio
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from flows import offer_names
from flows.answers import ANSWERS, HEARD
from flows.guide import Guide
from flows.offer_names import KEPT, TOPIC, language_of, route_of
from flows.offers import named
from flows.question import Question
from flows.routes import Route
from flows.visit import Visit
from flows.words.faq import FAQ
from listening.answer import STORY, answer_of
from listening.understanding import Certainty
from tests.listen import EARLIER, SETS
from tests.support.browser import browser
from tests.support.person import GUIDE, LISTENER, LOCALES
from web.edition import Edition
from web.site import files
from web.typed_field import TYPED, WORDS, answers_file
from web.typed_words import files as data

OURS = ("nl", "en")
HEAR = """async (texts) => {
    const listener = await typedWords.listener(typedWords.words, typedWords.answers.nl.madeOf);
    return texts.map((text) => {
        const heard = listener.hear(text);
        const { certainty, routes, screens, languages, length } = heard;
        return { certainty, routes, screens, languages, length, answer: listener.answerTo(heard) };
    });
}"""


def texts(*, odd: bool = False) -> list[str]:
    """The Dutch and English texts of the development sets; with `odd` those of the hidden halves too."""
    every = [*_column(EARLIER[0], "text"), *(_column(EARLIER[1], "text") if odd else [])]
    for name in ("bare", "people", "topics", "faq", "vague"):
        every += [text for n, text in enumerate(_column(SETS / f"{name}.tsv", "text")) if odd or n % 2 == 0]
    return list(dict.fromkeys(every))


def _column(path: Path, name: str) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return iter([row[name] for row in rows if row["lang"] in OURS])


def expected(text: str, guide: Guide) -> dict[str, object]:
    """What the chat decides for a text at the beginning, in the words of the script."""
    heard = LISTENER.hear(text)
    return {
        "certainty": heard.certainty,
        "routes": list(heard.routes),
        "screens": list(heard.screens),
        "languages": [heard.language] if heard.language else [],
        "length": heard.length,
        "answer": _answer(answer_of(heard, Visit(), guide) or HEARD[Route.OTHER], guide, heard.length),
    }


def _answer(name: str, guide: Guide, length: int) -> Mapping[str, object]:
    assert KEPT not in name
    if code := language_of(name):
        return {"kind": "language", "languages": [code]}
    found, route = ANSWERS.get(name) or named(name, guide), route_of(name)
    assert found
    screens, is_topic = list(found.meant), name.startswith(f"{TOPIC}_")
    if not isinstance(found, Question) and not is_topic:  # those of the route's own answer come behind
        own = [visit for visit in ANSWERS[HEARD[route or Route.OTHER]].meant if visit in screens]
        screens = screens[: len(screens) - len(own)]
    offered = {"screens": [visit.screen for visit in screens]}
    faq = next((faq for faq in FAQ if re.match(rf"(t_|a_.){offer_names.code(faq)}", name)), "")
    if isinstance(found, Question):
        return {"kind": "ask", "routes": list(found.routes), **offered, "leans": found.leans}
    if is_topic:
        return {"kind": "topic", **offered, "faq": faq}
    kind = "story" if name == HEARD[Route.OTHER] and length >= STORY else "heard"
    return {"kind": kind, "route": route or Route.OTHER, **offered, "faq": faq}


def noted(script: str) -> dict[str, Any]:
    """The value that a script of data notes."""
    read: dict[str, Any] = json.loads(script.rpartition("\ntypedWords")[2].partition(" = ")[2].removesuffix(";\n"))
    return read


def opened_by_words(edition: Edition, code: str) -> set[str]:
    """The address of every page that a typed word may open."""
    answers = noted(dict(data(edition))[answers_file(code)])
    found = {there for _, there, *_ in answers["screens"].values()}
    found |= {there for _, ways in answers["heard"].values() for _, _, there in ways} | set(answers["presses"].values())
    return found - {""}


async def opened(page: Page, edition: Edition) -> None:
    """A page with nothing but the scripts that decide."""
    written = dict(files(edition))
    for name in (*(name for name in TYPED if name != "field.js"), answers_file("nl"), WORDS):
        await page.add_script_tag(content=str(written[name]))


async def differing(page: Page, some: Iterable[str], guide: Guide) -> list[str]:
    """The texts of which the script decides otherwise, each with what either says. A language that only the detector
    knows is no difference: a page has none."""
    asked = list(some)
    found = await page.evaluate(HEAR, asked)
    wrong = []
    for text, ours in zip(asked, found, strict=True):
        chat = expected(text, guide)
        if ours != chat and not (chat["certainty"] is Certainty.LANGUAGE and ours["certainty"] != Certainty.LANGUAGE):
            wrong.append(f"{text!r}\n    {chat}\n    {ours}")
    return wrong


async def main() -> int:
    every = texts(odd=True)
    async with browser() as chromium:
        page = await chromium.new_page()
        await opened(page, Edition(GUIDE, LOCALES))
        wrong = await differing(page, every, GUIDE)
    print(*wrong, f"{len(every)} texts, {len(wrong)} decided otherwise", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
