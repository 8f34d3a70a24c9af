"""The demo as a person meets it: the command is started, the page is opened in a real browser and clicked through."""

import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.numbers import VEILIG_THUIS
from tests.support.processes import Process

pytestmark = pytest.mark.slow


@asynccontextmanager
async def demo() -> AsyncIterator[str]:
    """The demo in a process of its own; yields its address. It says two lines, and ends quietly."""
    with tempfile.TemporaryDirectory() as folder:
        process = Process([sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"], Path(folder, "log"))
        async with process.started():
            await process.says("Ctrl-C")
            yield process.said.splitlines()[0].rpartition(" ")[2]
            assert await process.stopped() == 0
        assert len(process.said.splitlines()) == 2


async def tap(page: Page, label: str) -> None:
    await page.locator("#phone").get_by_role("button", name=label, exact=True).last.click()


async def started(page: Page) -> None:
    """Presses START, and waits until only the bot's page stands.

    The bot takes the visitor's /start away, which moves every button up; a click on its way to one then finds
    another, and Playwright tries again after it has scrolled the window to somewhere else.
    """
    await tap(page, "START")
    await expect(page.locator("#messages > li.bot")).to_have_count(1)
    await expect(page.locator("#messages > li")).to_have_count(1)


async def sees(page: Page, words: str) -> None:
    await expect(page.locator("#messages")).to_contain_text(words)


@pytest.mark.asyncio(loop_scope="session")
async def test_a_person_walks_a_conversation_by_clicking_and_the_demo_ends_quietly(browser: Browser) -> None:
    async with demo() as address:
        page = await browser.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        await page.goto(address)
        await started(page)
        await tap(page, "Zorgen om een kind")
        await sees(page, VEILIG_THUIS)
        await tap(page, "Praten")
        await tap(page, "Met het kind")
        await sees(page, "Hoe gaat het met je?")
        await tap(page, "English")
        await sees(page, "Talking to the child")
        await tap(page, "112")
        await sees(page, "I cannot call for you")
        await tap(page, "‹ With the child")
        await sees(page, "Talking to the child")
        await page.locator("#text").fill("can somebody help me")
        await page.locator("#text").press("Enter")
        await sees(page, "What you can do now")
        await expect(page.locator("#messages > li")).to_have_count(1)
        await tap(page, "Wipe chat")
        await expect(page.get_by_role("alertdialog")).to_contain_text("What stays")
        await expect(page.locator("#messages > li")).to_have_count(0)
        assert problems == []
        await page.close()


@pytest.mark.asyncio(loop_scope="session")
async def test_on_a_small_phone_the_title_and_all_below_it_are_in_view_together(browser: Browser) -> None:
    async with demo() as address:
        page = await browser.new_page(viewport={"width": 360, "height": 780})
        await page.goto(address)
        await started(page)
        for pressed, title in (
            ("Zorgen om een kind", "Zorgen om een kind"),
            ("Het gebeurt nu", "Ik zie of hoor het nu"),
            ("‹ Zorgen", "Zorgen om een kind"),
            ("Praten", "Praten met kind of ouder"),
            ("‹ Zorgen", "Zorgen om een kind"),
            ("‹ Begin", "Wat kan ik doen?"),
            ("Ik ben onder 18", "Hulp voor jou"),
            ("‹ Begin", "Wat kan ik doen?"),
            ("No Dutch?", "No Dutch? Wie doet wat?"),
        ):
            await tap(page, pressed)
            await expect(page.locator(".text b").first).to_have_text(title)
            await expect(page.locator(".text b").first).to_be_in_viewport(ratio=1)
            await expect(page.get_by_role("button", name="112", exact=True)).to_be_in_viewport(ratio=1)
        await page.close()


@pytest.mark.asyncio(loop_scope="session")
async def test_beside_the_phone_a_municipality_sees_its_web_pages_its_poster_and_a_report(browser: Browser) -> None:
    async with demo() as address:
        page = await browser.new_page()
        await page.goto(address)
        await page.locator("#page-language").get_by_text("English").click()
        for name, shown in {"Web pages": "Voorbeeldstad", "Report (in Dutch, invented counts)": "verzonnen"}.items():
            async with page.expect_popup() as opened:
                await page.get_by_role("link", name=name).click()
            other = await opened.value
            await expect(other.locator("body")).to_contain_text(shown)
            await other.close()
        poster = await page.request.get(
            address + (await page.locator("#exhibits a[lang=en]", has_text="Poster").get_attribute("href") or "")
        )
        assert (await poster.body()).startswith(b"%PDF")
        await page.close()
