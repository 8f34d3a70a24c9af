"""`make site-check`: every page in a real browser, in light on a desktop and in dark on a small phone with large text.

The tests look at a page of each kind in every way; this looks at all of them, and takes minutes. Of pages that differ
only in where their links lead, in whether search engines may show them, and in whose they are, it looks at one.
"""

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import campaigns
import locales
from campaigns import kit
from flows.map import guide
from tests.support.browser import browser
from tests.support.static_host import serving
from tests.web.looks import LOOKS, faults, genuine_page
from web import review
from web.edition import Edition
from web.site import build, logo_of

SAME = re.compile(r' href="[^"]*"|<meta name="robots"[^>]*>\n|<p class="from">.*?</p>\n')


async def check(address: str, names: list[str]) -> int:
    """Print what is wrong with each page; returns how many faults there are."""
    wrong = 0
    async with browser() as chromium:
        for look in LOOKS:
            page = await (await look.context(chromium)).new_page()
            for done, name in enumerate(names, 1):
                await look.open(page, f"{address}/{name}")
                for fault in await faults(page):
                    wrong += 1
                    print(f"{name} ({look}): {fault}")
                if done % 100 == 0:
                    print(f"{look}: {done} of {len(names)} pages", flush=True)
    return wrong


def main() -> int:
    example = campaigns.read(campaigns.EXAMPLE)["voorbeeldstad"]
    statement = "https://www.voorbeeldstad.example/"
    plain = Edition(guide(), locales.read(), bot="een_gids_bot", statement=statement, has_list=True)
    local = Edition(plain.guide, plain.locales, example, bot="een_gids_bot", has_list=True)
    with TemporaryDirectory() as folder:
        logo = logo_of(local, kit.logo(example, campaigns.EXAMPLE.parent))
        more: list[tuple[str, str | bytes]] = [*review.files(plain.guide, plain.locales), *logo, *genuine_page(plain)]
        build(Path(folder), [plain, local], more=more)
        every = sorted(Path(folder).rglob("*.html"))
        different = {SAME.sub("", path.read_text("utf-8")): path for path in reversed(every)}
        names = [str(path.relative_to(folder)) for path in reversed(different.values())]
        with serving(Path(folder)) as address:
            wrong = asyncio.run(check(address, names))
    print(f"{len(every)} pages, {len(names)} of them different, each in {len(LOOKS)} ways: {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
