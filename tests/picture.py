"""`make picture`: the picture in the README, taken from the running demo."""

import asyncio
import sys

from tests.support.browser import browser
from tests.test_demo import demo, sees, started, tap


async def take(path: str) -> None:
    """Walk to a page a visitor would see early, and take a picture of the phone and the panel beside it."""
    async with demo() as address, browser() as chromium:
        page = await chromium.new_page(viewport={"width": 1280, "height": 860})
        await page.goto(address)
        await page.get_by_text("wo 14:00").click()
        await started(page)
        await tap(page, "Zorgen om een kind")
        await tap(page, "Ik twijfel")
        await tap(page, "Stel dat ik het mis heb?")
        await sees(page, "Dat kan.")
        await page.screenshot(path=path, animations="disabled")


if __name__ == "__main__":
    asyncio.run(take(sys.argv[1]))
