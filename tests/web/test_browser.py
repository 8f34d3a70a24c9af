"""The pages as people use them: without a script, with the keyboard alone, in a hurry, at night, from a disk."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.screen import WhenOpen
from flows.words import chat
from flows.words.web import LEAVE_FOR
from locales import Locales
from locales.speech import Speech
from tests.support.numbers import CLOSES, KINDERTELEFOON, OPENS, VEILIG_THUIS, dialled
from tests.support.standing_clock import DAY, NIGHT

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Somebody at a browser whose every request outside this computer is noted, and answered here."""
    context = await browser.new_context()
    await context.route(lambda url: "127.0.0.1" not in url and not url.startswith("file:"), elsewhere)
    asked_elsewhere.clear()
    yield context
    await context.close()


asked_elsewhere: list[str] = []


async def elsewhere(route: Route) -> None:
    asked_elsewhere.append(route.request.url)
    assert "referer" not in route.request.headers
    await route.fulfill(body="<title>Het weer</title><p>Zon</p>", content_type="text/html")


async def opened(context: BrowserContext, url: str) -> Page:
    """A page of which no script, style or picture may be refused."""
    page = await context.new_page()

    def refuse(words: str) -> None:
        raise AssertionError(words)

    page.on("pageerror", lambda error: refuse(str(error)))
    page.on("console", lambda message: refuse(message.text) if message.type == "error" else None)
    await page.goto(url)
    return page


async def focused(page: Page) -> str:
    words: str = await page.evaluate("document.activeElement.innerText.trim()")
    return words


async def tab_to(page: Page, label: str, key: str = "Tab") -> None:
    """Press Tab until the keyboard is at this; every stop on the way can be seen."""
    for _ in range(40):
        await page.keyboard.press(key)
        seen = await page.evaluate(
            """() => {
                const element = document.activeElement;
                const style = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return style.outlineStyle !== 'none' && (element.contains(top) || top?.contains(element));
            }"""
        )
        assert seen, await focused(page)
        if (await focused(page)).startswith(label):
            return
    raise AssertionError(f"the keyboard never comes to {label!r}")


# Ways to walk.


async def test_somebody_walks_to_a_number_with_the_keyboard_alone(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/")
    walked = {
        "Lees het hier": "Wat kan ik doen?",
        "Zorgen om een kind": "Zorgen om een kind",
        "Praten": "Praten met kind of ouder",
        "Met het kind": "Met het kind praten",
        "English": "Talking to the child",
    }
    for label, heading in walked.items():
        await tab_to(page, label, "Shift+Tab" if label == "English" else "Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator("h1:focus")).to_have_text(heading)
    await tab_to(page, "Veilig Thuis")
    assert await page.evaluate("document.activeElement.href") == dialled(VEILIG_THUIS)


async def test_the_first_stop_of_the_keyboard_skips_to_the_text(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/child/child/")
    await page.keyboard.press("Tab")
    assert await focused(page) == "Naar de tekst"
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "text"


async def test_everything_is_there_without_a_script(browser: Browser, host: str) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{host}/")
    for label in ("Lees het hier", "Ik ben onder 18", "Iets anders", "Wie zeg ik het?"):
        await page.get_by_role("link", name=label).click()
    await expect(page.locator("h1")).to_have_text("Wie kan ik het vertellen?")
    await expect(page.locator("blockquote")).to_be_visible()
    await expect(page.locator(".copy")).to_be_hidden()
    await expect(page.locator("article .hours")).to_have_text(f"elke dag van {OPENS}.00 tot {CLOSES}.00 uur")
    await expect(page.locator(".leave")).to_have_attribute("href", LEAVE_FOR)
    await expect(page.locator(".leave")).to_be_in_viewport()
    await context.close()


async def test_the_pages_work_from_a_disk(visitor: BrowserContext, folder: Path) -> None:
    page = await opened(visitor, (folder / "hulp" / "index.html").as_uri())
    await page.get_by_role("link", name="Lees het hier").click()
    await page.get_by_role("link", name="Zorgen om een kind").click()
    await page.get_by_role("link", name="English").click()
    await expect(page.locator("h1")).to_have_text("Worried about a child")
    assert page.url == (folder / "hulp" / "index.html").as_uri()
    assert await page.evaluate("getComputedStyle(document.querySelector('.ways ul')).listStyleType") == "none"
    assert asked_elsewhere == []


async def test_nothing_moves_for_who_wants_no_movement(visitor: BrowserContext, host: str) -> None:
    """Nothing moves for anybody: there is no animation to switch off."""
    page = await opened(visitor, f"{host}/nl/")
    moving = """() => [...document.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element);
        return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert await page.evaluate(moving) == 0


async def test_all_that_is_pressed_is_large_enough(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/bystander/talk-child/")
    heights: list[float] = await page.eval_on_selector_all(
        ".ways a, .number, .leave, .copy, .bar a, .about-us a",
        "all => all.map(one => one.getBoundingClientRect().height)",
    )
    assert len(heights) > 12
    assert min(heights) >= 44


# Away.


async def test_leaving_shows_the_weather_and_leaves_no_way_back_to_the_page(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/")
    await page.get_by_role("link", name="Ik ben onder 18").click()
    await expect(page.locator("h1")).to_have_text("Hulp voor jou")
    before = await page.evaluate("history.length")
    assert asked_elsewhere == []
    await page.locator(".leave").click()
    await page.wait_for_url(LEAVE_FOR)
    assert await page.evaluate("history.length") == before
    await page.go_back()
    assert "child" not in page.url


@pytest.mark.parametrize("key", ["Shift", "Control"])
async def test_a_key_that_is_held_opens_no_other_tab_but_leaves(
    key: Literal["Shift", "Control"], visitor: BrowserContext, host: str
) -> None:
    page = await opened(visitor, f"{host}/nl/")
    await page.locator(".leave").click(modifiers=[key])
    await page.wait_for_url(LEAVE_FOR)
    assert visitor.pages == [page]


async def test_the_page_is_blank_before_the_weather_is_there(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/child/child/")
    left = "() => { document.querySelector('.leave').click(); return [document.body.innerText, document.title] }"
    assert await page.evaluate(left) == ["", "www.buienradar.nl"]


@pytest.mark.parametrize("place", ["", "nl/child/child/", "nl/print/"])
async def test_pressing_shift_three_times_leaves(visitor: BrowserContext, host: str, place: str) -> None:
    page = await opened(visitor, f"{host}/{place}")
    for _ in range(3):
        await page.keyboard.press("Shift")
    await page.wait_for_url(LEAVE_FOR)


async def test_shift_counts_only_when_it_is_pressed_by_itself_and_soon(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/")
    await page.clock.install()
    for keys in (["Shift", "Shift", "a", "Shift"], ["Shift"]):
        for key in keys:
            await page.keyboard.press(key)
        await page.clock.fast_forward(6000)
    await page.keyboard.press("Shift")
    await expect(page.get_by_role("status")).to_have_text("Shift om weg te gaan: nog 2")
    assert asked_elsewhere == []


async def test_the_way_out_stays_in_view(visitor: BrowserContext, host: str) -> None:
    page = await opened(visitor, f"{host}/nl/bystander/signals/")
    await page.set_viewport_size({"width": 320, "height": 480})
    await page.keyboard.press("End")
    await expect(page.locator("footer .about-us")).to_be_in_viewport()
    await expect(page.locator(".leave")).to_be_in_viewport()


async def test_the_way_out_covers_no_word_by_half(visitor: BrowserContext, host: str) -> None:
    """It stands in a band as wide as the page, under which a whole line goes."""
    page = await opened(visitor, f"{host}/nl/bystander/signals/")
    await page.mouse.wheel(0, 300)
    band = await page.evaluate("""() => {
        const band = document.querySelector('.leaving');
        const { left, width } = band.getBoundingClientRect();
        return [left, width === document.documentElement.clientWidth, getComputedStyle(band).backgroundColor];
    }""")
    assert band == [0, True, await page.evaluate("getComputedStyle(document.body).backgroundColor")]
    assert "rgba" not in band[2]


# What the script adds.


async def test_a_sentence_is_copied_as_it_is_said(browser: Browser, host: str) -> None:
    context = await browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = await opened(context, f"{host}/nl/bystander/talk-child/")
    await page.get_by_role("button", name="Kopieer zin 2").click()
    await expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == "Je mag het mij vertellen. Ik luister naar je."
    assert copied in await page.locator("article").inner_text()
    await context.close()


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("is_day", [True, False])
async def test_what_is_open_now_is_said_as_in_the_chat(
    browser: Browser, host: str, the_guide: Guide, the_locales: Locales, *, code: str, is_day: bool
) -> None:
    """On a Dutch clock, wherever the phone thinks it is."""
    context = await browser.new_context(timezone_id="America/New_York")
    page = await context.new_page()
    await page.clock.set_fixed_time(DAY if is_day else NIGHT)
    await page.goto(f"{host}/{code}/child/child/")
    (when,) = [part for part in the_guide.screens["child"].parts if isinstance(part, WhenOpen)]
    speak = Speech(the_locales[code])
    words = chat.OPEN_NOW if is_day else chat.CLOSED_NOW
    await expect(page.locator("article .now")).to_have_text(speak.hours(words, HELPLINES["kindertelefoon"]))
    text = re.sub(r"\s+", " ", await page.locator("article").inner_text())
    assert (speak(when.open) in text, speak(when.closed) in text) == (is_day, not is_day)
    first, second = (KINDERTELEFOON, VEILIG_THUIS) if is_day else (VEILIG_THUIS, KINDERTELEFOON)
    assert text.index(first) < text.index(second)
    assert speak(chat.AT_OTHER_TIMES) not in text
    await context.close()


async def test_a_page_that_stays_open_says_so_when_a_line_closes_and_opens(browser: Browser, host: str) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.clock.install(time=DAY.replace(hour=CLOSES - 2, minute=59))
    await page.goto(f"{host}/nl/child/child/")
    hours, by_hour = page.locator("article .now"), page.locator("article .by-hour")
    await expect(hours).to_have_text(f"open tot {CLOSES}.00")
    while_open = await by_hour.inner_text()
    await page.clock.fast_forward("02:00")
    await expect(hours).to_have_text(f"dicht tot {OPENS}.00")
    assert await by_hour.inner_text() != while_open
    await page.clock.fast_forward("15:00:00")
    await expect(hours).to_have_text(f"open tot {CLOSES}.00")
    assert await by_hour.inner_text() == while_open
    await context.close()


async def test_a_printed_page_says_the_hours_and_not_what_is_open_now(browser: Browser, host: str) -> None:
    page = await browser.new_page()
    await page.clock.set_fixed_time(DAY)
    await page.goto(f"{host}/nl/child/child/")
    await expect(page.locator("article")).to_contain_text("open tot 21.00")
    await page.emulate_media(media="print")
    printed = await page.locator("article").inner_text()
    assert "elke dag van 11.00 tot 21.00 uur" in printed
    assert "Op andere tijden:" in printed
    assert not re.search(r"open tot|dicht tot", printed)
    await page.close()


async def test_the_address_of_the_first_page_is_passed_on(browser: Browser, host: str) -> None:
    context = await browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = await opened(context, f"{host}/nl/start/about/")
    await page.evaluate("delete Navigator.prototype.share")
    await page.get_by_role("button", name="Geef deze gids door").click()
    await expect(page.get_by_role("status")).to_have_text("Gekopieerd")
    assert await page.evaluate("navigator.clipboard.readText()") == f"{host}/index.html"
    await context.close()


async def test_a_page_that_is_written_from_the_right_is_mirrored(browser: Browser, host: str) -> None:
    page = await browser.new_page()
    await page.goto(f"{host}/nl/bystander/talk-child/")
    sides = """(() => {
        const middle = innerWidth / 2;
        return ['.leave', '.languages a', '.bar .name'].map(name => {
            const { x, width } = document.querySelector(name).getBoundingClientRect();
            return x + width / 2 > middle;
        });
    })()"""
    assert await page.evaluate(sides) == [True, True, False]
    await page.evaluate("document.documentElement.dir = 'rtl'")
    assert await page.evaluate(sides) == [False, False, True]
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.close()


async def test_a_theme_changes_the_colours(browser: Browser, host: str) -> None:
    page = await browser.new_page()
    await page.goto(f"{host}/stad/nl/")
    colours = (
        "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.querySelector('header')))"
    )
    assert await page.evaluate(colours) == ["rgb(255, 215, 0)", "rgb(0, 0, 0)"]
    await page.close()
