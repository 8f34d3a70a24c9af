"""The page of a language that the guide is not written in: whole, right for its script, and with our numbers."""

import re

import pytest

from bot.chat.pages import Pages
from bot.chat.tap import Tap
from flows.helplines import HELPLINES
from flows.offer_names import language_name
from flows.visit import START
from listening.understanding import Certainty
from locales import other_languages
from tests.support.person import LISTENER, Person, new_pages
from tests.support.standing_clock import DAY

LANGUAGES = other_languages.read()
ISOLATE, POP = "\u2066", "\u2069"
NUMBERS = {HELPLINES[line].number for line in ("emergency", "veilig_thuis", "kindertelefoon", "suicide_prevention")}


@pytest.fixture(scope="module")
def pages() -> Pages:
    return new_pages()


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_shows_our_numbers_and_leads_to_dutch_and_english(code: str, pages: Pages) -> None:
    page = pages.opened_by(Tap("nl", screen=START, trigger=language_name(code)), DAY)
    plain = re.sub(f"[{ISOLATE}{POP}]", "", page.text)
    assert {number for number in NUMBERS if number in plain} >= NUMBERS
    assert [button.text for button in page.keyboard[0]] == [locale.name for locale in pages.locales.values()]
    assert page.reopens == Tap("nl", screen=START, trigger=language_name(code)).pack()


@pytest.mark.parametrize("code", [code for code, language in LANGUAGES.items() if language.dir == "rtl"])
def test_from_right_to_left_no_number_stands_outside_an_isolate(code: str) -> None:
    for line in (LANGUAGES[code].title, *LANGUAGES[code].lines):
        assert line.count(ISOLATE) == line.count(POP)
        assert not re.search(r"[0-9A-Za-z]", re.sub(f"{ISOLATE}[^{POP}]*{POP}", "", line)), line


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kocam beni dövüyor, ne yapabilirim", "tr"),
        ("زوجي يضربني", "ar"),
        ("من از شوهرم می‌ترسم", "fa"),
        ("mąż mnie bije i boję się o dzieci", "pl"),
        ("мій чоловік б'є мене", "uk"),
        ("муж бьёт меня, что делать", "ru"),
        ("mein mann schlägt mich", "de"),
        ("mon mari me frappe et j'ai peur pour mes enfants", "fr"),
        ("我丈夫打我", "zh"),
        ("imdat!", "tr"),
        ("ayuda", "es"),
    ],
)
def test_who_writes_in_it_gets_its_page(text: str, code: str) -> None:
    heard = LISTENER.hear(text)
    assert (heard.certainty, heard.language) == (Certainty.LANGUAGE, code)


@pytest.mark.parametrize("text", ["heit slacht my", "wie geit 't mit dich", "mi mama e ta malu", "helo", "nachtdienst"])
def test_nothing_else_does(text: str) -> None:
    assert LISTENER.hear(text).certainty is not Certainty.LANGUAGE


async def test_english_on_a_dutch_phone_is_answered_in_english() -> None:
    person = Person(language="nl")
    await person.start()
    await person.write("i am worried about the little girl next door")
    assert "Danger now?" in person.text
    await person.press("Nederlands")
    assert "Gevaar nu?" in person.text
