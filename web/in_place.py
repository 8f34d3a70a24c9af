"""The guide as data, one script per language, so that a page can draw another page without leaving its document.

A browser notes every document it opens in its history, and no page that is drawn in place. A script also loads
from a disk, where nothing can be fetched. Pages share most of their lines, so each line is written once.
"""

import json
from collections.abc import Iterable

from flows.words.chat import BOT_NAME
from locales import Locale

FIRST = "<body>\n"
LAST = "</body>"


def script_name(locale: str) -> str:
    return f"guide.{locale}.js"


def script(locale: Locale, pages: Iterable[tuple[str, str]]) -> str:
    """The script of a language: how its documents are titled and written, and the body of each page by its address.

    A page is a list of numbers of lines, with links relative to the top folder.
    """
    lines: dict[str, int] = {}
    bodies = {
        address: [lines.setdefault(line, len(lines)) for line in _body(address, html).splitlines()]
        for address, html in pages
    }
    guide = {"title": locale.say(BOT_NAME), "dir": locale.direction, "lines": list(lines), "pages": bodies}
    return f"self.guide = {{ ...self.guide, {json.dumps(locale.code)}: {json.dumps(guide, separators=(',', ':'))} }};\n"


def _body(address: str, html: str) -> str:
    body = html.partition(FIRST)[2].rpartition(LAST)[0]
    return body.replace(f'="{"../" * address.count("/")}', '="')
