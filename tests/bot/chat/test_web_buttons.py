"""With an address of web pages the chat can also call and pass on; without one it is as it was."""

from urllib.parse import unquote

import pytest

from bot.chat.page_proofs import PROOFS, Proof, Sheet, sheets
from bot.chat.pages import Pages
from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.words.web import CALLABLE, call_page
from locales import Locales
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS

WEB = "https://gids.voorbeeldstad.example/hulp"
CALLS = {
    f"{WEB}/{call_page(code, line)}index.html": HELPLINES[line].number for code in ("nl", "en") for line in CALLABLE
}


@pytest.fixture(scope="module")
def pages(the_guide: Guide, the_locales: Locales) -> Pages:
    return Pages(the_guide, the_locales, web_url=WEB)


@pytest.fixture(scope="module")
def with_web(pages: Pages) -> list[Sheet]:
    return sheets(pages)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_every_page_holds_with_web_pages_too(proof: Proof, pages: Pages, with_web: list[Sheet]) -> None:
    assert list(proof(pages, with_web)) == []


def test_beside_each_button_that_copies_a_number_stands_one_that_opens_its_page(with_web: list[Sheet]) -> None:
    seen = set()
    for sheet in with_web:
        for row in sheet.page.keyboard:
            for button in row:
                if button.copy_text and button.copy_text.text in CALLS.values():
                    (call,) = [other for other in row if other is not button]
                    assert CALLS[str(call.url)] == button.copy_text.text, sheet.name
                    assert f"/{sheet.place.locale}/" in str(call.url)
                    seen.add(button.copy_text.text)
    assert {VEILIG_THUIS, KINDERTELEFOON} <= seen


def test_no_button_sounds_as_if_the_guide_calls(with_web: list[Sheet]) -> None:
    """It names a number to dial, and no helpline that it could ring."""
    calls = {(button.text, str(button.url)) for sheet in with_web for button in sheet.buttons if button.url in CALLS}
    assert len(calls) > 10
    assert all(label.endswith(CALLS[url]) for label, url in calls)
    assert {label.split()[0] for label, url in calls if label != CALLS[url]} == {"Bel", "Call"}


def test_the_copy_buttons_of_a_page_can_be_told_apart(with_web: list[Sheet]) -> None:
    several = [sheet for sheet in with_web if sum(button.url in CALLS for button in sheet.buttons) > 1]
    assert several
    for sheet in several:
        copies = [button for button in sheet.buttons if button.copy_text and button.copy_text.text in CALLS.values()]
        assert all(button.text.endswith(button.copy_text.text[-4:]) for button in copies if button.copy_text)


def test_the_guide_can_be_passed_on_from_the_page_about_it_and_nowhere_else(with_web: list[Sheet]) -> None:
    """A shared address stays behind in a chat, so it is not offered where somebody may be watched."""
    shared = {
        sheet.place.visit.screen: unquote(button.url.partition("?url=")[2])
        for sheet in with_web
        for button in sheet.buttons
        if button.url and button.url.startswith("https://t.me/share/url")
    }
    assert shared == {"about": f"{WEB}/index.html"}
