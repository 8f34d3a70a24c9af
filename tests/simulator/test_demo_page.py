"""The demo page, in a real browser."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, expect

from simulator.clock import Clock, Moment
from simulator.demo import serve
from simulator.desk import Scene, Tour
from simulator.telegram import Telegram
from tests.support import TOKEN

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Go", "callback_data": "go"}],
        [{"text": "Copy", "copy_text": {"text": "0800-2000"}}, {"text": "Read", "url": "https://example.nl"}],
    ]
}

TOUR = Tour(
    purpose={"nl": "Een gids.", "en": "A guide."},
    scenes=[Scene({"nl": "Buurman", "en": "Neighbour"}, Moment(5, 23, 30), language="en", code="vlaardingen")],
    codes=["vlaardingen"],
)
PHONE = ViewportSize(width=390, height=844)
LAPTOP = ViewportSize(width=1280, height=640)

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]
expect.set_options(timeout=60_000)  # milliseconds: on a busy computer a renderer may get no time for long


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(Clock(lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC)), TOKEN, name="Wat kan ik doen?")


@pytest_asyncio.fixture(loop_scope="session")
async def page(telegram: Telegram, browser: Browser) -> AsyncIterator[Page]:
    assert isinstance(telegram.clock, Clock)
    async with serve(telegram, telegram.clock, port=0, tour=TOUR) as root:
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


async def test_a_label_is_cut_at_the_width_of_the_message_and_read_out_whole(telegram: Telegram, page: Page) -> None:
    await start(page)
    label = "A label that is much too long for half of the width of a message"
    row = [{"text": label, "callback_data": "a"}, {"text": "Back", "callback_data": "b"}]
    await say(telegram, "Thirty characters of one line.", reply_markup={"inline_keyboard": [row]})
    await expect(page.get_by_role("button", name=label, exact=True)).to_be_visible()
    cut = "one => one.scrollWidth > one.clientWidth && one.clientHeight < 30"
    assert [await page.locator(f"text={text}").evaluate(cut) for text in (label, "'Back'")] == [True, False]
    widths = "(found) => found.map((one) => Math.round(one.getBoundingClientRect().width))"
    [bubble, keyboard] = await page.locator(".bot").locator(".bubble, .keyboard").evaluate_all(widths)
    assert bubble == keyboard < 330


async def test_the_end_of_the_chat_stays_in_view_when_a_message_grows(telegram: Telegram, page: Page) -> None:
    await start(page)
    sent = await say(telegram, "Kort", reply_markup=KEYBOARD)
    await expect(page.locator(".keyboard")).to_be_in_viewport()
    longer = {"text": "Een regel.\n" * 60 + "Het einde", "message_id": sent, "reply_markup": KEYBOARD}
    await telegram.call("editMessageText", {"chat_id": max(telegram.chats)} | longer)
    await expect(page.locator(".bot")).to_contain_text("Het einde")
    await expect(page.locator(".bot")).not_to_contain_text("bewerkt")  # as in Telegram's apps
    assert await page.locator("#chat").evaluate("one => one.scrollHeight - one.scrollTop - one.clientHeight") < 2
    await expect(page.get_by_role("button", name="Read")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
async def test_a_page_of_640_pixels_is_in_view_as_a_whole(telegram: Telegram, page: Page, size: ViewportSize) -> None:
    await page.set_viewport_size(size)
    await start(page)
    rows = [[{"text": str(n), "callback_data": str(n)}] for n in range(6)]  # 282 px, and 16 lines of 21 px
    await say(telegram, "\n".join(["Een regel van dertig letters."] * 16), reply_markup={"inline_keyboard": rows})
    message = page.locator(".bot")
    await expect(message.locator(".bubble")).to_be_in_viewport(ratio=1)
    await expect(message.locator(".keyboard")).to_be_in_viewport(ratio=1)
    assert await message.evaluate("one => one.offsetHeight") == pytest.approx(640, abs=8)


async def test_a_scene_sets_clock_language_and_code_and_starts(telegram: Telegram, page: Page) -> None:
    await start(page)
    await expect(page.locator("#purpose")).to_have_text("Een gids.", use_inner_text=True)
    await page.focus("#scenes button")
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages > li")).to_have_text(re.compile("/start vlaardingen"))
    await expect(page.locator("#time")).to_have_text("23:30")
    await page.click("#page-language >> text=English")
    await expect(page.get_by_role("button", name="Neighbour Sat 23:30 · vlaardingen")).to_be_visible()
    assert telegram.clock() == datetime(2026, 3, 7, 22, 30, tzinfo=UTC)
    assert telegram.updates.pending[-1]["message"]["from"]["language_code"] == "en"


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
    await page.click("#link >> text=Start")
    await expect(page.locator("#messages")).to_contain_text("/start")
    await page.click("#picks >> text=vlaardingen")
    await expect(page.locator("#messages")).to_contain_text("/start vlaardingen")
    await expect(page.locator("#time")).to_have_text("22:30")
    assert telegram.updates.pending[0]["message"]["from"]["language_code"] == "en"
    await page.click("#clock >> text=za 23:30")
    await expect(page.locator("#time")).to_have_text("23:30")
    assert telegram.clock().weekday() == 5
    async with page.expect_response("**/demo/connection"):
        await page.click("#connection")
    assert telegram.connection_lost
    await expect(page.locator(".wifi")).to_be_hidden()
    await page.click("#reset")
    await expect(page.locator("#count")).to_have_text("0")


async def test_on_a_narrow_screen_nothing_sticks_out(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("style", ["primary", "success", "danger"])
async def test_a_coloured_button_keeps_its_colour_under_the_pointer(telegram: Telegram, page: Page, style: str) -> None:
    """White words on white are gone."""
    await start(page)
    await say(
        telegram, "Kies", reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "go", "style": style}]]}
    )
    button = page.locator(".keyboard button")
    before = await button.evaluate("one => getComputedStyle(one).backgroundColor")
    await button.hover()
    assert await button.evaluate("one => getComputedStyle(one).backgroundColor") == before
