"""The demo page, in a real browser."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from simulator.clock import Clock
from simulator.demo import serve
from simulator.telegram import Telegram
from tests.support import TOKEN

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Go", "callback_data": "go"}],
        [{"text": "Copy", "copy_text": {"text": "0800-2000"}}, {"text": "Read", "url": "https://example.nl"}],
    ]
}

pytestmark = pytest.mark.asyncio(loop_scope="session")
expect.set_options(timeout=20_000)  # milliseconds, for a computer that has much else to do


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(Clock(lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC)), TOKEN, name="Wat kan ik doen?")


@pytest_asyncio.fixture(loop_scope="session")
async def page(telegram: Telegram, browser: Browser) -> AsyncIterator[Page]:
    assert isinstance(telegram.clock, Clock)
    async with serve(telegram, telegram.clock, port=0, codes=["vlaardingen"]) as root:
        context = await browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = await context.new_page()
        await page.goto(root)
        yield page
        await context.close()


async def say(telegram: Telegram, text: str, **params: Any) -> int:
    visitor = max(telegram.chats)
    answer = await telegram.call("sendMessage", {"chat_id": visitor, "text": text, "parse_mode": "HTML"} | params)
    return int(answer["result"]["message_id"])


async def start(page: Page) -> None:
    await page.click("#start")
    await expect(page.locator("#messages")).to_contain_text("/start")


async def test_before_start_the_bot_says_what_it_can_do(telegram: Telegram, page: Page) -> None:
    await telegram.call("setMyDescription", {"description": "Helpt je kiezen."})
    await expect(page.locator("#empty")).to_contain_text("Helpt je kiezen.")
    await expect(page.locator("#time")).to_have_text("13:00")
    await start(page)
    await expect(page.locator("#start")).to_be_hidden()


async def test_words_are_shown_as_words_and_never_as_markup(telegram: Telegram, page: Page) -> None:
    await start(page)
    await page.fill("#text", "<img src=x onerror=alert(1)>")
    await page.press("#text", "Enter")
    await expect(page.locator(".visitor").last).to_contain_text("<img src=x onerror=alert(1)>")
    await say(telegram, "<b>Dit</b> is &lt;i&gt;tekst&lt;/i&gt;")
    await expect(page.locator(".bot .text")).to_contain_text("Dit is <i>tekst</i>")
    await expect(page.locator(".bot .text b")).to_have_text("Dit")
    assert await page.locator("#messages img, #messages i").count() == 0


async def test_a_button_is_pressed_with_the_keyboard_and_an_alert_is_read(telegram: Telegram, page: Page) -> None:
    await start(page)
    sent = await say(telegram, "Kies", reply_markup=KEYBOARD)
    await expect(page.locator(".keyboard")).to_be_visible()
    await page.focus("#chat")
    await page.keyboard.press("Tab")
    async with page.expect_response("**/demo/press"):
        await page.keyboard.press("Enter")
    await expect(page.locator(".turning")).to_have_text("Go")
    [*_, update] = telegram.updates.pending
    answer = {"callback_query_id": update["callback_query"]["id"], "text": "Let op", "show_alert": True}
    await telegram.call("editMessageText", {"chat_id": max(telegram.chats), "message_id": sent, "text": "Gekozen"})
    await telegram.call("answerCallbackQuery", answer)
    await expect(page.get_by_role("alertdialog")).to_contain_text("Let op")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alertdialog")).to_be_hidden()
    await expect(page.locator(".bot")).to_contain_text("Gekozen")


async def test_a_button_has_the_colour_of_its_style(telegram: Telegram, page: Page) -> None:
    await start(page)
    buttons = [{"text": style, "callback_data": style, "style": style} for style in ("primary", "success", "danger")]
    await say(telegram, "Kies", reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "go"}, *buttons]]})
    await expect(page.locator(".keyboard button")).to_have_count(4)
    colours = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    assert len(set(await page.eval_on_selector_all(".keyboard button", colours))) == 4


async def test_a_copy_button_really_copies_and_a_link_is_asked_about(telegram: Telegram, page: Page) -> None:
    await start(page)
    await say(telegram, "Kies", reply_markup=KEYBOARD)
    await page.click("text=Copy")
    await expect(page.locator("#toast")).to_contain_text("0800-2000")
    assert await page.evaluate("navigator.clipboard.readText()") == "0800-2000"
    await page.click("text=Read")
    await expect(page.get_by_role("alertdialog")).to_contain_text("https://example.nl")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("alertdialog")).to_be_hidden()


async def test_the_panel_sets_language_code_clock_and_connection(telegram: Telegram, page: Page) -> None:
    await page.click("#language >> text=English")
    await page.click("#clock >> text=22:30")
    await page.click("#picks >> text=vlaardingen")
    await page.click("#link >> text=Start")
    await expect(page.locator("#messages")).to_contain_text("/start vlaardingen")
    await expect(page.locator("#time")).to_have_text("22:30")
    assert telegram.updates.pending[0]["message"]["from"]["language_code"] == "en"
    async with page.expect_response("**/demo/connection"):
        await page.click("#connection")
    assert telegram.connection_lost
    await page.click("#reset")
    await expect(page.locator("#count")).to_have_text("0")


async def test_on_a_narrow_screen_nothing_sticks_out(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
