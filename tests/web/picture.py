"""`make picture`: the pictures in docs/web.md, taken from pages as they are built."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import campaigns
import locales
from campaigns import kit
from flows.map import guide
from tests.support.browser import browser
from tests.support.standing_clock import DAY
from tests.support.static_host import serving
from web.edition import Edition
from web.site import build, logo_of

PICTURES: tuple[tuple[str, str, tuple[int, int], Literal["light", "dark"]], ...] = (
    ("web-phone.png", "voorbeeldstad/nl/bystander/talk-child/", (390, 844), "light"),
    ("web-phone-dark.png", "voorbeeldstad/nl/child/child/", (390, 844), "dark"),
    ("web-desktop.png", "voorbeeldstad/nl/bystander/veilig-thuis/", (1100, 760), "light"),
)


async def take(address: str, folder: Path) -> None:
    async with browser() as chromium:
        for name, place, (width, height), scheme in PICTURES:
            page = await chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            await page.clock.set_fixed_time(DAY)
            await page.goto(f"{address}/{place}")
            await page.screenshot(path=folder / name)


def main(folder: Path) -> None:
    example = campaigns.read(campaigns.EXAMPLE)["voorbeeldstad"]
    with TemporaryDirectory() as built:
        edition = Edition(guide(), locales.read(), example)
        build(Path(built), [edition], more=logo_of(edition, kit.logo(example, campaigns.EXAMPLE.parent)))
        with serving(Path(built)) as address:
            asyncio.run(take(address, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
