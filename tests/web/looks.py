"""How a page is looked at by somebody who sees, hears or moves otherwise: in a real browser, with axe-core."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page

from web import genuine
from web.edition import Edition

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True)
class Look:
    """Colours, the width of the screen in pixels, and the size of the text."""

    scheme: Literal["light", "dark"]
    width: int
    text: str = "100%"

    async def context(self, browser: Browser) -> BrowserContext:
        return await browser.new_context(
            color_scheme=self.scheme, viewport={"width": self.width, "height": 800}, reduced_motion="reduce"
        )

    async def open(self, page: Page, url: str) -> None:
        await page.goto(url)
        await page.evaluate("size => { document.documentElement.style.fontSize = size }", self.text)


LOOKS = (Look("light", 1280), Look("dark", 320, "200%"))
"""Both colours, both ends of the width, and text of twice its size."""


ALONE = """() => [...document.querySelectorAll("p a.tel:not(.long)")].filter((link) => {
  const next = link.nextSibling;
  if (next?.nodeType !== Node.TEXT_NODE || !/^[.,;:?!]/.test(next.data)) return false;
  const sign = document.createRange();
  sign.setStart(next, 0);
  sign.setEnd(next, 1);
  return sign.getBoundingClientRect().top > link.getBoundingClientRect().bottom - 4;
}).map((link) => link.textContent)"""
"""The numbers of which the comma or full stop begins the next line."""


async def faults(page: Page) -> list[str]:
    """What is wrong with an open page, a line each: what axe finds, and a text that has to be pushed sideways."""
    options: dict[str, Any] = {"runOnly": RULES, "resultTypes": ["violations"]}
    results = await Axe().run(page, options=options)
    found = [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    wide: int = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + ([f"{wide} px wider than the screen"] if wide > 0 else [])


def genuine_page(edition: Edition) -> list[tuple[str, str | bytes]]:
    """The page with the signed list, as an operator with two bots and a long address has it. Nobody signed it."""
    return genuine.page(
        edition,
        organisation="Gemeente Voorbeeldstad",
        valid_until=date(2099, 6, 30),
        bots=("voorbeeldstad_gids_bot", "een_tweede_gids_met_een_lange_bot"),
        pages=("https://gids.voorbeeldstad.example/een-lang-adres-dat-niet-wordt-afgebroken/",),
        files=dict.fromkeys(("official.toml", "official.toml.sig", "official.signers"), b""),
    )
