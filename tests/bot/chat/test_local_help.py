"""After the code of a campaign a visitor sees whose guide it is, and its help is near."""

from collections.abc import Sequence
from itertools import product

import pytest

import locales
from bot.chat.pages import Pages
from bot.chat.tap import Tap
from campaigns import Campaign, Contact
from campaigns.schema import LONGEST_SHORT
from flows.answers import OLD_BUTTON
from flows.helplines import HELPLINES
from flows.map import guide
from flows.visit import START
from locales import Locales
from tests.support.pages import MARKUP, buttons, shown
from tests.support.standing_clock import DAY


def city(organisation: str = "Gemeente Utrecht", *, short: str | None = None, phones: Sequence[str] = ()) -> Pages:
    contacts = tuple(Contact(name={"nl": "Team"}, about={"nl": "Vragen"}, phone=phone) for phone in phones)
    campaign = Campaign(code="stad", organisation=organisation, short=short, contact=contacts)
    return Pages(guide(), locales.read(), {"stad": campaign})


@pytest.mark.parametrize(
    ("code", "short", "line"),
    [
        ("nl", None, "Een gids van Gemeente Utrecht"),
        ("en", None, "A guide from Gemeente Utrecht"),
        ("nl", "Utrecht", "Een gids van Utrecht"),
    ],
)
def test_the_first_page_says_whose_guide_it_is(code: str, short: str | None, line: str) -> None:
    for phones in ([], ["14 030"]):
        pages = city(short=short, phones=phones)
        assert shown(pages.at(START, code, "stad", DAY)).splitlines()[1] == line
        assert line not in shown(pages.at("worried", code, "stad", DAY))
        assert line not in shown(pages.at(START, code, "", DAY))
        assert line not in shown(pages.answer(OLD_BUTTON, code, "stad", DAY))


def test_the_longest_short_name_fits_one_line(the_locales: Locales) -> None:
    for code in the_locales:
        line = shown(city(short="x" * LONGEST_SHORT).at(START, code, "stad", DAY)).splitlines()[1]
        assert len(line) <= 37


def test_what_an_organisation_is_called_is_text_and_nothing_else() -> None:
    assert shown(city(MARKUP).at(START, "nl", "stad", DAY)).splitlines()[1] == f"Een gids van {MARKUP}"


@pytest.mark.parametrize(("code", "screen"), list(product(["nl", "en"], [START, "worried"])))
def test_local_help_is_one_press_away_where_there_is_some(code: str, screen: str) -> None:
    def leads_there(pages: Pages) -> list[str]:
        carried = [Tap.unpack(str(button.callback_data)) for button in buttons(pages.at(screen, code, "stad", DAY))]
        return [tap.pack() for tap in carried if tap and tap.trigger == "local"]

    pages = city(phones=["14 030"])
    (packed,) = leads_there(pages)
    assert "14 030" in shown(pages.opened_by(Tap.unpack(packed), DAY))
    assert leads_there(city()) == []


def test_a_local_number_can_be_copied_once() -> None:
    number = HELPLINES["veilig_thuis"].number
    page = city(phones=["14 030", "030-286 00 00", "14 030", number]).at("local", "nl", "stad", DAY)
    copied = [button.copy_text.text for button in buttons(page) if button.copy_text]
    assert sorted(copied) == sorted(["14 030", "030-286 00 00", number])
    assert copied[0] == "14 030"
