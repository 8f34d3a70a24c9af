"""A page of every kind and region in a real browser: no violation of WCAG 2.2 A and AA that axe-core can see, in light
and dark, on a small phone, and with text twice as large. `make site-check` looks at every page."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from flows.guide import Guide
from tests.support.browser import CHROMIUM, browser
from tests.web.looks import LOOKS, Look, faults

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed; .ci/run installs it")

KINDS = (
    *("", "stad/", "nl/", "en/", "nl/112/", "nl/bel/veilig-thuis/", "nl/print/", "en/print/"),
    *("review/index.html", "review/child.html", "stad/nl/bystander/local/", "nl/start/on-my-phone/"),
    *("en/start/who-does-what/", "nl/bystander/talk-child/", "nl/bystander/sexual/2/", "nl/child/child/"),
    *("nl/parent/hard-thoughts/", "nl/adult/adult/", "en/professional/pro-steps/", "en/municipality/municipality/"),
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as opened:
        yield opened


def test_every_region_is_looked_at(the_guide: Guide) -> None:
    assert set(the_guide.regions) <= {part for kind in KINDS for part in kind.split("/")}


@in_a_browser
@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme}-{look.width}-{look.text}")
async def test_a_page_of_every_kind_is_open_to_everybody(look: Look, host: str, chromium: Browser) -> None:
    context = await look.context(chromium)
    page = await context.new_page()
    wrong = {}
    for kind in KINDS:
        await look.open(page, f"{host}/{kind}")
        if found := await faults(page):
            wrong[kind] = found
    await context.close()
    assert wrong == {}
