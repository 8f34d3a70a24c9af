"""How a page lies before a visitor: rows, height and colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from telegram.constants import KeyboardButtonStyle

from bot.api.client import Button
from bot.chat import emergency
from bot.chat.heights import TALLEST, height, height_on_small
from bot.chat.page_proofs import NEUTRAL, WAY_BACK, Sheet
from bot.chat.pages import Page, Pages
from bot.chat.render import LONGEST, paired
from bot.chat.tap import Tap
from bot.chat.ways import PageKey
from flows.answers import ANSWERS, DANGER
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.screen import Copy, Numbers, Points, Screen, begin, to
from flows.visit import START, Visit
from locales import Locales
from tests.conftest import Printed
from tests.support.pages import buttons, carried, shown, small, spoken
from tests.support.standing_clock import DAY

# Colour.


def coloured(page: Page, style: str) -> list[str]:
    return [button.text for button in buttons(page) if button.style == style]


def test_only_the_first_choice_of_a_page_is_its_main_one(printed: Printed) -> None:
    for sheet in printed.sheets:
        if not sheet.place.answer:
            first = printed.pages.guide.choices(sheet.place.visit)[0]
            is_main = not first.is_back and not printed.pages.guide.screens[sheet.place.visit.screen].emergency_first
            expected = [printed.pages.locales[sheet.place.locale].say(first.label, **SPOKEN)] * is_main
            assert coloured(sheet.page, "primary") == expected, sheet.name


def test_every_way_to_112_has_its_colour_and_nothing_else_has(printed: Printed) -> None:
    for sheet in printed.sheets:
        ways = [button.text for button in buttons(sheet.page) if leads_to_112(button)]
        assert coloured(sheet.page, "danger") == ways, sheet.name
        assert bool(ways) != (sheet.place.answer in NEUTRAL), sheet.name


def leads_to_112(button: Button) -> bool:
    """Another language keeps a visitor on the page about 112, and is no way to it."""
    tap = Tap.unpack(str(button.callback_data))
    return tap is not None and tap.answer == DANGER and "112" in button.text


def test_a_page_that_must_give_nothing_away_has_no_colours(printed: Printed) -> None:
    for sheet in printed.sheets:
        if sheet.place.answer in NEUTRAL:
            assert {button.style for button in buttons(sheet.page)} == {None}, sheet.name


def test_a_colour_goes_to_telegram_and_no_colour_is_not_mentioned() -> None:
    main, other = Button("a", url="x", style=KeyboardButtonStyle.PRIMARY), Button("b", url="x")
    assert json.decode(json.encode([main, other])) == [
        {"text": "a", "url": "x", "style": "primary"},
        {"text": "b", "url": "x"},
    ]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_way_to_112_stands_first_where_somebody_hears_it_now(code: str, the_locales: Locales) -> None:
    first = next(buttons(small().at("heard_now", code, "", DAY)))
    assert first.text == spoken(the_locales[code], ANSWERS[DANGER].title)
    there = small().opened_by(Tap.unpack(str(first.callback_data)), DAY)
    assert shown(there).startswith(first.text)
    assert Tap(code, screen="heard_now").pack() in carried(there)


# How tall a page is.


def test_the_height_of_a_page_counts_wrapped_lines_blank_lines_and_rows() -> None:
    text = "<b>Wat kan ik doen?</b>\n\n" + "een twee " * 5 + "\n\n" + "&amp;" * 37
    page = Page(text=text, keyboard=[[Button("a", url="x")], [Button("b", url="x")] * 3], locale="nl")
    lines = 1 + 1 + 2 + 1 + 1  # 37 characters fit one line, and `&amp;` is one
    assert Sheet("", PageKey(Visit(), "nl", "", frozenset()), page).height == 24 + 21 * lines + 47 * 2


def test_the_page_that_needs_no_guide_fits_a_phone() -> None:
    page = Page(text=emergency.PAGE.text, keyboard=emergency.PAGE.keyboard, locale="nl")
    assert Sheet("", PageKey(Visit(), "nl", "", frozenset()), page).height <= TALLEST


def test_no_empty_line_parts_what_is_announced_from_its_sentence(the_locales: Locales) -> None:
    parts = ("Zeg:", Copy("Een."), "Wat zag je?", Points("twee"), "Bel:", Numbers("veilig_thuis"), "Klaar.")
    pages = Pages(
        Guide({"start": (Screen(START, "Begin", *parts, Numbers("kindertelefoon"), ways=[begin()]),)}), the_locales
    )
    lines = shown(pages.at(START, "nl", "", DAY)).splitlines()
    assert lines[:9] == ["Begin", "", "Zeg:", "“Een.”", "Wat zag je?", "• twee", "", "Bel:", "Veilig Thuis"]
    assert lines[10:14] == ["", "Klaar.", "", "De Kindertelefoon"]


def test_on_a_small_phone_wide_letters_fill_a_line_sooner() -> None:
    """Where the rule counts the same for both."""
    wide, narrow = (
        Page(text=f"<b>Begin</b>\n\n{' '.join([letters] * 9)}\n\nEinde", keyboard=[], locale="nl")
        for letters in ("mwm", "jil")
    )
    assert height(wide) == height(narrow)
    assert height_on_small(narrow) == 15 + 21 * 5
    assert height_on_small(wide) == 15 + 21 * 6


def test_on_a_small_phone_a_sentence_to_copy_and_the_time_take_room() -> None:
    line = "een zin van ongeveer een regel lang"
    plain, quoted, last = (
        height_on_small(Page(text=text, keyboard=[[Button("a", url="x")]], locale="nl"))
        for text in (f"{line}\nEinde", f"<blockquote>{line}</blockquote>\nEinde", f"Einde\n{line}")
    )
    assert plain == 15 + 21 * 2 + 47
    assert quoted == plain + 21 + 20
    assert last == plain + 21


# How the buttons stand.


def rows(*labels: str) -> list[list[str]]:
    return [[button.text for button in row] for row in paired(Button(label, url="x") for label in labels)]


def test_two_neighbours_share_a_row_when_both_labels_are_short() -> None:
    short, other, third, long = "x" * 16, "y" * 16, "z" * 16, "x" * 17
    assert rows(short, other) == [[short, other]]
    assert rows(short, other, third) == [[short, other], [third]]
    assert rows(short, long, other) == [[short], [long], [other]]
    assert rows(long, short, other, long) == [[long], [short, other], [long]]
    assert rows() == []


@given(st.lists(st.text("ab", min_size=1, max_size=28)))
def test_pairing_keeps_every_button_in_its_place(labels: list[str]) -> None:
    assert [label for row in rows(*labels) for label in row] == labels
    assert all(len(label) <= LONGEST[len(row)] for row in rows(*labels) for label in row)


def test_every_way_back_looks_like_one_and_says_where_it_leads(printed: Printed) -> None:
    """And no other button does."""
    for sheet in printed.sheets:
        if not sheet.place.answer:
            backs = {choice.trigger for choice in printed.pages.guide.choices(sheet.place.visit) if choice.is_back}
            shown_as_back = {
                Tap.unpack(str(button.callback_data)).trigger  # type: ignore[union-attr]
                for button in sheet.buttons
                if button.text.startswith(WAY_BACK)
            }
            assert shown_as_back == backs, sheet.name
    page = printed.pages.opened_by(Tap("nl", screen="signals", trigger="back"), DAY)
    assert shown(page).startswith(printed.pages.guide.screens["worried"].title)
    (way,) = [button for button in buttons(printed.pages.at("signals", "nl", "", DAY)) if button.text[0] == "‹"]
    assert way.text == f"‹ {printed.pages.guide.screens['worried'].short}"


def test_one_sentence_to_copy_has_a_row_and_several_share_theirs(the_locales: Locales) -> None:
    screens = (
        Screen(START, "Begin", Copy("Een."), ways=[to("next")]),
        Screen("next", "Next", Copy("Een."), Copy("Twee."), Copy("Drie."), ways=[begin()]),
    )
    pages = Pages(Guide({"start": screens}), the_locales)
    one, three = (pages.at(name, "nl", "", DAY) for name in (START, "next"))
    assert [len(row) for row in one.keyboard] == [1, 1, 3]
    assert [len(row) for row in three.keyboard] == [2, 1, 1, 3]
