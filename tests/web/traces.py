"""Random walks through the guide in a browser with a profile on disk, and what its history holds afterwards.

The tests take a few; `python -m tests.web.traces 100` takes many.
"""

import asyncio
import random
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import BrowserContext, Page, async_playwright

import locales
from flows.map import guide
from flows.words.web import LEAVE_FOR
from tests.support.browser import FLAGS
from tests.support.debian import CHROMIUM
from tests.support.static_host import serving
from web.edition import Edition
from web.site import build

STARTS = ("", "nl/", "en/", "nl/child/child/", "en/bystander/talk-child/", "nl/bystander/sexual/2/", "nl/print/")
LONGEST = 12
"""Links of a walk."""

LEAVING = 0.7
"""The share of walks that end with the way out."""

LINK = "a[href*='index.html']:not(.alone):visible"

DRAWN = """() => {
    self.drawn = new Promise(done => document.addEventListener('page', () => done(document.activeElement.localName)));
}"""


@dataclass(frozen=True)
class Trace:
    """A visit in the history of the browser: the address, and the title of it."""

    address: str
    title: str


@asynccontextmanager
async def profile(folder: Path) -> AsyncIterator[BrowserContext]:
    """A browser that keeps its history in this folder; the way out ends on this machine."""
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            folder, executable_path=CHROMIUM.required(), args=list(FLAGS)
        )
        await context.route(LEAVE_FOR, lambda route: route.fulfill(body="<p>Zon</p>", content_type="text/html"))
        yield context
        await context.close()


async def walk(context: BrowserContext, host: str, luck: random.Random, start: str) -> None:
    """Open a page, press some links, and close the tab or leave it. After leaving it nothing lies behind."""
    page = await context.new_page()
    await page.goto(f"{host}/{start}")
    for _ in range(luck.randint(1, LONGEST)):
        await press_any(page, luck)
    if luck.random() < LEAVING:
        await page.locator(".leave").click()
        await page.wait_for_url(LEAVE_FOR)
        await page.go_back()
        assert host not in page.url, f"{start}: back leads to {page.url}"
    await page.close()


async def press_any(page: Page, luck: random.Random) -> None:
    links = page.locator(LINK)
    await page.evaluate(DRAWN)
    await links.nth(luck.randrange(await links.count())).click()
    assert await page.evaluate("drawn") == "h1"


def traces(folder: Path, host: str) -> list[Trace]:
    """What the history of a closed browser holds of a host."""
    with closing(sqlite3.connect(folder / "Default" / "History")) as history:
        rows = history.execute("SELECT urls.url, urls.title FROM visits JOIN urls ON urls.id = visits.url")
        return [Trace(url, title) for url, title in rows if url.startswith(host)]


async def main(walks: int) -> None:
    luck = random.Random(walks)  # noqa: S311 - walks, and no secrets
    with TemporaryDirectory() as site, TemporaryDirectory() as folder:
        build(Path(site), [Edition(guide(), locales.read())])
        with serving(Path(site)) as host:
            async with profile(Path(folder)) as context:
                for _ in range(walks):
                    await walk(context, host, luck, luck.choice(STARTS))
            found = traces(Path(folder), host)
    print(f"{walks} walks left {len(found)} visits, titled {' and '.join({trace.title for trace in found})}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
