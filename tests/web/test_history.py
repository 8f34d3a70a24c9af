"""With a script the guide is one document: it leaves one line in the history of a browser, with a neutral title."""

import random
from asyncio import Event, sleep
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from flows.words.web import LEAVE_FOR
from tests.support.browser import load
from tests.web.traces import STARTS, profile, traces, walk

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

TITLES = {"Wat kan ik doen?", "What can I do?", "www.buienradar.nl"}
"""The last is that of a page that was left, so that the tab looks left at once."""


async def test_a_walk_leaves_one_line_without_a_telling_title_and_no_way_back(host: str, tmp_path: Path) -> None:
    luck = random.Random(20)  # noqa: S311 - walks, and no secrets
    async with profile(tmp_path) as context:
        for start in STARTS:
            await walk(context, host, luck, start)
    found = traces(tmp_path, host)
    assert sorted(trace.address for trace in found) == sorted(f"{host}/{start}" for start in STARTS)
    assert {trace.title for trace in found} <= TITLES


async def test_once_a_page_is_there_the_guide_needs_no_network(browser: Browser, host: str) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await load(page, f"{host}/nl/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await context.set_offline(True)
    await page.get_by_role("link", name="Zorgen om een kind").click()
    await expect(page.locator("h1:focus")).to_have_text("Zorgen om een kind")
    assert asked == []
    await context.close()


async def test_without_the_script_of_the_guide_a_link_opens_its_page_and_leaves_none_to_go_back_to(
    browser: Browser, host: str
) -> None:
    context = await browser.new_context()
    await context.route("**/guide.nl.js", lambda route: route.abort())
    page = await context.new_page()
    await page.goto(f"{host}/nl/")
    before = await page.evaluate("history.length")
    await page.get_by_role("link", name="Zorgen om een kind").click()
    await page.wait_for_url(f"{host}/nl/bystander/worried/index.html")
    assert await page.evaluate("history.length") == before
    await context.close()


PRESS_AND_LEAVE = """() => {
    document.addEventListener('page', () => console.log('drawn'));
    document.querySelector('script[src*="guide.nl"]').addEventListener('load', () => console.log('loaded'));
    document.querySelector('.ways a').click();
    document.querySelector('.leave').click();
}"""


async def test_a_page_that_was_pressed_before_leaving_is_not_drawn_after_it(browser: Browser, host: str) -> None:
    context = await browser.new_context()
    page, has_left, is_sunny = await context.new_page(), Event(), Event()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    async def guide(route: Route) -> None:
        await has_left.wait()
        await route.continue_()

    async def weather(route: Route) -> None:
        await is_sunny.wait()
        await route.fulfill(body="<p>Zon</p>", content_type="text/html")

    await context.route("**/guide.nl.js", guide)
    await context.route(LEAVE_FOR, weather)
    await page.goto(f"{host}/nl/", wait_until="domcontentloaded")
    await page.evaluate(PRESS_AND_LEAVE)
    has_left.set()
    await sleep(1)
    is_sunny.set()
    await page.wait_for_url(LEAVE_FOR)
    await context.close()
    assert said == ["loaded"]


async def test_a_page_that_arrives_late_does_not_take_the_place_of_one_pressed_since(
    browser: Browser, host: str
) -> None:
    context = await browser.new_context()
    page, was_pressed = await context.new_page(), Event()

    async def guide(route: Route) -> None:
        await was_pressed.wait()
        await route.continue_()

    await context.route("**/guide.en.js", guide)
    await page.goto(f"{host}/nl/", wait_until="networkidle")
    await page.get_by_role("link", name="English").click()
    await page.get_by_role("link", name="Zorgen om een kind").click()
    await expect(page.locator("h1:focus")).to_have_text("Zorgen om een kind")
    async with page.expect_response("**/guide.en.js"):
        was_pressed.set()
    await sleep(1)
    await expect(page.locator("h1")).to_have_text("Zorgen om een kind")
    await context.close()


async def test_the_paper_edition_is_drawn_with_its_own_stylesheet(browser: Browser, host: str) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{host}/nl/print/")
    for link, stylesheet in (("Naar het begin", "style.css"), ("Zorgen om een kind", "style.css")):
        await page.get_by_role("link", name=link).first.click()
        await expect(page.locator("h1:focus")).to_be_visible()
        await expect(page.locator("link[rel=stylesheet]")).to_have_attribute("href", f"{host}/{stylesheet}")
    assert page.url == f"{host}/nl/print/"
    await page.goto(f"{host}/")
    await page.get_by_role("link", name="Op papier").click()
    await expect(page.locator("link[rel=stylesheet]")).to_have_attribute("href", f"{host}/paper.css")
    await expect(page.locator(".side")).to_have_count(2)
    await context.close()


@pytest.mark.parametrize("edition", ["", "stad/"])
async def test_the_page_with_the_signed_list_leaves_none_to_go_back_to(
    edition: str, browser: Browser, host: str
) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{host}/{edition}nl/")
    before = await page.evaluate("history.length")
    await page.get_by_role("link", name="Is dit de echte gids?").click()
    await page.wait_for_url(f"{host}/echt/index.html")
    assert await page.evaluate("history.length") == before
    async with page.expect_download() as kept:
        await page.get_by_role("link", name="official.toml", exact=True).first.click()
    assert (await kept.value).suggested_filename == "official.toml"
    await context.close()
