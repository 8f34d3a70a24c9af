"""Wherever the pages stand: a host that redirects to the slash of a folder, one that does not, one that has files."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from campaigns import Campaign, kit
from flows.words.web import FILE, call_page
from tests.support.static_host import Indexless, Quiet, Unslashed, serving

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

HOSTS = {"redirects": Quiet, "does not redirect": Unslashed, "has files only": Indexless}


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """Without a script: it would hide a link that leads astray."""
    context = await browser.new_context(java_script_enabled=False)
    yield await context.new_page()
    await context.close()


async def is_local(page: Page) -> None:
    """Walk from where somebody arrived to the local help of the campaign."""
    await page.get_by_role("link", name="Lees het hier").click()
    await page.get_by_role("link", name="Hulp in de buurt").click()
    await expect(page.locator("article .tel").first).to_have_text("14 030")


@pytest.mark.parametrize("kind", HOSTS.values(), ids=HOSTS)
async def test_g25_what_the_kit_and_the_chat_link_to_is_there(
    kind: type[Quiet], page: Page, folder: Path, campaign: Campaign
) -> None:
    with serving(folder, kind) as host:
        aim = kit.aim(campaign, web_url="https://gids.example/hulp")
        await page.goto(aim.link.replace("https://gids.example", host))
        await is_local(page)
        await page.goto(f"{host}/hulp/{call_page('en', 'veilig_thuis')}{FILE}")
        await page.get_by_role("link", name="Back to the beginning").click()
        await expect(page.locator("h1")).to_have_text("What can I do?")


@pytest.mark.parametrize("typed", ["stad", "stad/"])
@pytest.mark.parametrize("kind", [Quiet, Unslashed], ids=["redirects", "does not redirect"])
async def test_g25_the_short_address_of_the_poster_opens_the_local_guide(
    kind: type[Quiet], typed: str, page: Page, folder: Path
) -> None:
    """At the top of its host: without a redirect a page cannot know in which folder it stands."""
    with serving(folder / "hulp", kind) as host:
        await page.goto(f"{host}/{typed}")
        await is_local(page)


async def test_a_child_arrives_at_an_address_of_its_own(page: Page, folder: Path) -> None:
    for kind in (Quiet, Unslashed):
        with serving(folder / "hulp", kind) as host:
            await page.goto(f"{host}/stad/kind")
            await expect(page.locator(".number strong").first).to_have_text("0800-0432")
            await page.get_by_role("link", name="Lees het hier").click()
            await expect(page.locator("h1")).to_have_text("Hulp voor jou")
            assert "/stad/nl/child/" in page.url
