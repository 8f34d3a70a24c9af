"""A page of every kind and region in a real browser: no violation of WCAG 2.2 A and AA that axe-core can see, in light
and dark, on a small phone, and with text twice as large. `make site-check` looks at every page."""

import pytest
from playwright.async_api import Browser

from flows.guide import Guide
from tests.web.looks import ALONE, LOOKS, Look, faults

pytestmark = pytest.mark.slow

KINDS = (
    *("", "stad/", "kind/", "echt/", "nl/", "en/", "nl/112/", "nl/bel/veilig-thuis/", "nl/print/", "en/print/"),
    *("review/index.html", "review/child.html", "stad/nl/bystander/local/", "nl/start/on-my-phone/"),
    *("en/start/who-does-what/", "nl/bystander/talk-child/", "nl/bystander/sexual/2/", "nl/child/child/"),
    "nl/child/child-abroad/",  # the longest number in a sentence
    *("nl/parent/hard-thoughts/", "nl/adult/adult/", "en/professional/pro-steps/", "en/municipality/municipality/"),
)


def test_every_region_is_looked_at(the_guide: Guide) -> None:
    assert set(the_guide.regions) <= {part for kind in KINDS for part in kind.split("/")}


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme}-{look.width}-{look.text}")
async def test_a_page_of_every_kind_is_open_to_everybody(look: Look, host: str, browser: Browser) -> None:
    context = await look.context(browser)
    page = await context.new_page()
    wrong = {}
    for kind in KINDS:
        await look.open(page, f"{host}/{kind}")
        if found := await faults(page):
            wrong[kind] = found
    await context.close()
    assert wrong == {}


@pytest.mark.asyncio(loop_scope="session")
async def test_no_comma_behind_a_number_begins_a_line(host: str, browser: Browser) -> None:
    page = await browser.new_page()
    seen = 0
    for kind in ("nl/parent/hard-thoughts/", "nl/parent/parent-did/", "nl/child/child-abroad/", "en/adult/adult-dark/"):
        await page.goto(f"{host}/{kind}")
        seen += await page.evaluate("document.querySelectorAll('p a.tel:not(.long)').length")
        for width in range(240, 420, 4):
            await page.set_viewport_size({"width": width, "height": 800})
            assert await page.evaluate(ALONE) == [], (kind, width)
    await page.close()
    assert seen > 4
