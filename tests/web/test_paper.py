"""What comes out of a printer."""

from io import BytesIO
from itertools import chain

import pikepdf
import pytest
from playwright.async_api import Browser

from flows.helplines import HELPLINES
from locales import Locales
from locales.speech import Listed, Paragraph, Quote, Speech
from tests.web.leaf import Leaf, words
from web.edition import ON_PAPER, Edition

A4 = (595, 842)
"""In points."""


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("code", ["nl", "en"])
async def test_the_guide_for_bystanders_is_two_sides_of_a4(code: str, host: str, browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(f"{host}/{code}/print/")
    printed = await page.pdf(prefer_css_page_size=True)
    await page.close()
    with pikepdf.open(BytesIO(printed)) as pdf:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [A4, A4]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_paper_says_what_its_screens_say(code: str, plain: Edition, leaves: dict[str, Leaf]) -> None:
    speak = Speech(plain.locales[code])
    text = words(leaves[f"{code}/print/"].one("main"))
    for name in chain(*ON_PAPER):
        screen = plain.guide.screens[name]
        assert speak(screen.title) in text
        for block in speak.blocks(screen.web_parts):
            match block:
                case Paragraph(said) | Quote(said):
                    assert said.words in text
                case Listed(lines):
                    assert all(line.words in text for line in lines)


def test_both_sides_carry_the_numbers(leaves: dict[str, Leaf], the_locales: Locales) -> None:
    for code in the_locales:
        text = words(leaves[f"{code}/print/"].one("main"))
        assert text.count(HELPLINES["veilig_thuis"].number) == text.count(HELPLINES["kindertelefoon"].number) == 2
