"""Debian's Chromium, headless, without traffic of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Page, async_playwright

from tests.support.debian import CHROMIUM

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A browser with an empty profile, closed at the end."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM.required(), args=list(FLAGS))
        try:
            yield opened
        finally:
            await opened.close()


async def load(page: Page, address: str) -> None:
    """Open a page of ours until nothing more comes. The browser asks for the icon of its tab last, on a busy machine
    only after the network was idle."""
    async with page.expect_event("requestfinished", lambda request: request.url.endswith("/icon.svg")):
        await page.goto(address, wait_until="networkidle")
