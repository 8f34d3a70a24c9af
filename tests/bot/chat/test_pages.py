"""Every page in every language, by day and by night: Telegram takes it, and whatever is pressed opens one."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locales
from bot.api.events import WIPE
from bot.chat.heights import TALLEST_EXCUSED
from bot.chat.page_proofs import (
    NEUTRAL,
    PROOFS,
    Proof,
    Sheet,
    answer_sheets,
    labels_fit_and_differ,
    screen_of,
    sheets,
    tall_local_help,
    telegram_takes_every_page,
)
from bot.chat.pages import Pages
from bot.chat.tap import EDITION, Tap
from campaigns import Campaign, Contact
from campaigns.schema import LONGEST_LINE, LONGEST_PHONE, MOST_CONTACTS
from flows.answers import ANSWERS, DANGER, OLD_BUTTON
from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.map import guide
from flows.screen import Numbers, Operator, Screen, WhenOpen, begin, to
from flows.visit import START, Fact, Visit
from flows.words import chat
from flows.words.answering import TYPED
from locales import Locales
from tests.conftest import LONGEST_CODE, Printed
from tests.support.pages import MARKUP, buttons, carried, shown, small, spoken
from tests.support.standing_clock import DAY, NIGHT

FACTS = {"": Fact.NOTHING, "u": Fact.UNSAFE, "c": Fact.CHECKED, "uc": Fact.UNSAFE | Fact.CHECKED}


@pytest.fixture(scope="module")
def read_aloud(printed: Printed) -> list[Sheet]:
    """Every page in the reading mode."""
    return sheets(printed.pages, aloud=True)


# Every page.


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_every_page_holds(proof: Proof, printed: Printed) -> None:
    assert list(proof(printed.pages, printed.sheets)) == []


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_every_page_to_be_read_aloud_holds(proof: Proof, printed: Printed, read_aloud: list[Sheet]) -> None:
    assert list(proof(printed.pages, read_aloud)) == []


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_every_answer_to_typed_words_holds(proof: Proof, printed: Printed) -> None:
    assert list(proof(printed.pages, answer_sheets(printed.pages))) == []


def test_every_visit_and_answer_has_its_pages(printed: Printed) -> None:
    """So that the proofs cannot pass by looking at nothing."""
    seen = {(sheet.place.visit, sheet.place.answer) for sheet in printed.sheets}
    assert {visit for visit, answer in seen if not answer} == printed.pages.guide.visits
    assert {answer for _, answer in seen if answer} == ANSWERS.keys() - {"group"}
    assert {sheet.place.locale for sheet in printed.sheets} == printed.pages.locales.keys()


def test_an_answer_has_room_for_a_line_about_names(printed: Printed) -> None:
    for sheet in printed.sheets:
        if sheet.place.answer and sheet.place.answer not in NEUTRAL:
            told = replace(sheet, page=printed.pages.with_line(sheet.page, chat.NO_NAMES))
            *_, line, footer = told.text.splitlines()
            assert line == printed.pages.locales[sheet.place.locale].say(chat.NO_NAMES)
            assert footer == sheet.text.splitlines()[-1]
            assert told.height <= TALLEST_EXCUSED, sheet.name


def test_telegram_can_read_the_markup_of_every_page(printed: Printed) -> None:
    for sheet in {sheet.page.text: sheet for sheet in printed.sheets}.values():
        assert shown(sheet.page) == sheet.text, sheet.name


def test_every_button_leads_on(printed: Printed) -> None:
    """No button that we make ourselves ever opens the page for old buttons."""
    every = {packed for sheet in printed.sheets for packed in carried(sheet.page)}
    old = {printed.pages.answer(OLD_BUTTON, code, "", DAY).text for code in printed.pages.locales}
    assert len(every) > len(printed.pages.guide.reachable)
    for packed in every:
        tap = Tap.unpack(packed)
        assert tap is not None, packed
        if tap.trigger not in (WIPE, OLD_BUTTON):  # the old page itself is there in every language
            assert printed.pages.opened_by(Tap.unpack(packed), DAY).text not in old, packed


def test_the_language_button_and_back_bring_one_to_the_same_page(printed: Printed) -> None:
    there = printed.pages.locales.after("nl")
    for sheet in printed.sheets:
        if sheet.place.locale == "nl" and sheet.place.open_lines == frozenset(HELPLINES):
            for language in [button for button in buttons(sheet.page) if button.text == there.name]:
                other = printed.pages.opened_by(Tap.unpack(str(language.callback_data)), DAY)
                assert other.locale == there.code
                (back,) = [button for button in buttons(other) if button.text == printed.pages.locales["nl"].name]
                assert printed.pages.opened_by(Tap.unpack(str(back.callback_data)), DAY) == sheet.page, sheet.name


def test_a_page_is_made_once(printed: Printed) -> None:
    pages = printed.pages
    assert pages.at(START, "nl", "", DAY) is pages.at(START, "nl", "", DAY)


# Forged, broken and old buttons.


@given(packed=st.text(max_size=64))
def test_garbage_opens_the_page_for_old_buttons(packed: str) -> None:
    page = small().opened_by(Tap.unpack(packed), DAY)
    assert page == small().answer(OLD_BUTTON, "nl", "", DAY) or Tap.unpack(packed) is not None


@given(
    locale=st.sampled_from(["nl", "en", "xx", "zz-ZZ"]),
    campaign=st.sampled_from(["", "nobody", LONGEST_CODE]),
    screen=st.sampled_from([*guide().screens, "nowhere", "danger", "wipe"]),
    facts=st.sampled_from([*FACTS, "cu", "x"]),
    trigger=st.sampled_from(["", *sorted(guide().triggers), *ANSWERS, WIPE, "nowhere", "forget"]),
    moment=st.sampled_from([DAY, NIGHT]),
)
def test_a_forged_button_opens_a_page_that_repeats_nothing_of_it(
    *, locale: str, campaign: str, screen: str, facts: str, trigger: str, moment: datetime
) -> None:
    page = small().opened_by(Tap.unpack("|".join((EDITION, locale, campaign, screen, facts, trigger))), moment)
    assert page.locale in small().locales
    assert page.campaign == ""
    for packed in carried(page):
        tap = Tap.unpack(packed)
        assert tap is not None
        assert tap.campaign == ""
        assert Visit(tap.screen, tap.facts) in small().guide.visits


def test_no_forged_button_opens_a_talk_with_the_parents(the_guide: Guide) -> None:
    """Neither by naming the screen without the answer, nor by pressing what was not shown."""
    titles = {f"<b>{screen.title}</b>" for screen in the_guide.screens.values() if screen.with_parents}
    assert len(titles) > 1
    for screen, letters in product(the_guide.screens, ("", "u", "uc")):
        for trigger in ("", *(choice.trigger for choice in the_guide.all_choices(screen))):
            there = small().opened_by(Tap.unpack(f"{EDITION}|nl||{screen}|{letters}|{trigger}"), DAY)
            if there.text.partition("\n")[0] in titles:
                # Only the answer "none of these", given in this very press, opens it.
                answered = the_guide.follow(Visit(screen, FACTS[letters]), trigger)
                assert screen == "talk_check"
                assert answered.may_talk_to_parents()


def test_local_help_is_shown_for_a_campaign_that_has_it_and_never_because_a_button_says_so(printed: Printed) -> None:
    pages = printed.pages
    title = pages.guide.screens["local"].title
    old = pages.answer(OLD_BUTTON, "nl", "", DAY)
    assert shown(pages.opened_by(Tap.unpack(f"{EDITION}|nl|{LONGEST_CODE}|local||"), DAY)).startswith(title)
    for code in ("", "nobody", "bibliotheek"):
        assert shown(pages.opened_by(Tap.unpack(f"{EDITION}|nl|{code}|local||"), DAY)) == shown(old)


def test_a_campaign_that_is_gone_does_not_close_the_guide() -> None:
    page = small().opened_by(Tap.unpack(f"{EDITION}|nl|closed-now|worried||"), DAY)
    assert page == small().at("worried", "nl", "", DAY)


@given(st.text(max_size=80))
def test_a_code_that_nobody_wrote_down_begins_as_no_code_does(code: str) -> None:
    assert small().at(START, "nl", code, DAY) == small().at(START, "nl", "", DAY)


def test_the_page_for_an_old_button_speaks_the_language_of_the_button() -> None:
    page = small().opened_by(Tap.unpack(f"{EDITION}|en||nowhere||"), DAY)
    assert page.locale == "en"


def test_the_112_page_keeps_what_was_told(the_guide: Guide) -> None:
    for visit in the_guide.reachable:
        if not visit.local:
            here = Tap.at(visit, "nl", "")
            page = small().opened_by(Tap.unpack(here.to(DANGER).pack()), DAY)
            assert here.pack() in carried(page)


# What changes with the clock.


@pytest.mark.parametrize("code", ["nl", "en"])
def test_by_night_the_children_are_told_who_is_awake(code: str, the_guide: Guide, the_locales: Locales) -> None:
    (words,) = [part for part in the_guide.screens["child"].parts if isinstance(part, WhenOpen)]
    assert words.helpline == "kindertelefoon"
    by_day, by_night = (shown(small().at("child", code, "", moment)) for moment in (DAY, NIGHT))
    when_open, when_closed = (spoken(the_locales[code], sentence) for sentence in (words.open, words.closed))
    assert (when_open in by_day, when_closed in by_day) == (True, False)
    assert (when_open in by_night, when_closed in by_night) == (False, True)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_hours_of_de_kindertelefoon_stand_behind_its_number(code: str, the_locales: Locales) -> None:
    locale = the_locales[code]
    opens, closes = (locale.say(chat.CLOCK, hour=hour, minute="00") for hour in (11, 21))
    by_day, by_night = (shown(small().at("child", code, "", moment)) for moment in (DAY, NIGHT))
    assert locale.say(chat.OPEN_NOW, opens=opens, closes=closes) in by_day
    assert locale.say(chat.CLOSED_NOW, opens=opens, closes=closes) in by_night


def test_the_line_that_is_open_now_comes_first() -> None:
    by_day, by_night = (shown(small().at("child", "nl", "", moment)) for moment in (DAY, NIGHT))
    number, always = HELPLINES["kindertelefoon"].number, HELPLINES["veilig_thuis"].number
    assert by_day.index(number) < by_day.index(always)
    assert by_night.index(always) < by_night.index(number)


def test_a_button_leads_at_night_to_the_lines_of_the_night_and_the_next_day_to_those_of_the_day(
    printed: Printed,
) -> None:
    """Where it led is remembered for a minute, and a child must not be sent to a line that has closed since."""
    packed = f"{EDITION}|nl||welcome||child"
    by_day = printed.pages.opened_by(Tap.unpack(packed), DAY)
    assert printed.pages.opened_by(Tap.unpack(packed), NIGHT) != by_day
    assert printed.pages.opened_by(Tap.unpack(packed), DAY) == by_day


def test_a_moment_is_read_on_a_dutch_clock() -> None:
    """Ten past ten in the morning in London, and De Kindertelefoon is open."""
    assert small().at("child", "nl", "", datetime(2026, 7, 14, 10, 10, tzinfo=UTC)) == small().at(
        "child", "nl", "", DAY
    )


# Numbers, and what others wrote.


def test_every_number_that_is_dialled_from_the_clipboard_has_a_button_that_copies_it(printed: Printed) -> None:
    for sheet in printed.sheets:
        screen = screen_of(printed.pages, sheet)
        lines = [HELPLINES[line] for part in screen.parts if isinstance(part, Numbers) for line in part.helplines]
        copied = {button.copy_text.text for button in sheet.buttons if button.copy_text}
        assert {line.number for line in lines if "-" in line.number} <= copied, sheet.name
        assert copied.isdisjoint({"112", "113"})


def test_a_number_stands_on_a_line_of_its_own(printed: Printed) -> None:
    for sheet in printed.sheets:
        screen = screen_of(printed.pages, sheet)
        for line in screen.helplines:
            number = HELPLINES[line].number
            assert any(part.startswith(number) for part in sheet.text.splitlines()), sheet.name


def test_what_the_operator_wrote_is_shown_as_it_is(the_locales: Locales) -> None:
    screens = (Screen(START, "Begin", Operator("nobody yet"), ways=[begin()]),)
    known, unknown = (Pages(Guide({"start": screens}), the_locales, {}, name) for name in (MARKUP, ""))
    assert MARKUP in shown(known.at(START, "nl", "", DAY))
    assert "nobody yet" in shown(unknown.at(START, "nl", "", DAY))


def test_the_operator_is_named_on_the_page_about_the_guide(the_guide: Guide) -> None:
    assert any(isinstance(part, Operator) for part in the_guide.screens["about"].parts)


def test_what_a_municipality_wrote_is_shown_as_it_is_and_in_dutch_where_it_has_no_other(
    the_guide: Guide, the_locales: Locales
) -> None:
    contact = Contact(
        name={"nl": MARKUP, "en": "Team"}, about={"nl": MARKUP}, phone="14 030", address={"nl": "<Plein & 1>"}
    )
    campaign = Campaign(code="stad", organisation="Stad", contact=(contact,))
    pages = Pages(the_guide, the_locales, {"stad": campaign})
    dutch, english = (shown(pages.at("local", code, "stad", DAY)).splitlines() for code in ("nl", "en"))
    expected = [MARKUP, MARKUP, "14 030", "<Plein & 1>"]
    assert expected == dutch[dutch.index(MARKUP) :][:4]
    assert ["Team", *expected[1:]] == english[english.index("Team") :][:4]


def test_any_local_help_that_is_taken_fits_in_one_message(the_guide: Guide, the_locales: Locales) -> None:
    line = "&" * LONGEST_LINE
    words = {"nl": line, "en": line}
    contact = Contact(name=words, about=words, phone="1" + " " * (LONGEST_PHONE - 3) + "12", address=words, hours=words)
    campaign = Campaign(code=LONGEST_CODE, organisation=line, contact=(contact,) * MOST_CONTACTS)
    pages = Pages(the_guide, the_locales, {LONGEST_CODE: campaign})
    every = sheets(pages)
    assert list(telegram_takes_every_page(pages, every)) == []
    assert list(labels_fit_and_differ(pages, every)) == []
    (warned,) = tall_local_help(pages, [sheet for sheet in every if sheet.place.locale == "nl"])
    assert warned.startswith(f"local (nl, day, {LONGEST_CODE}): ")


def test_the_local_help_of_the_example_fits_a_phone(printed: Printed) -> None:
    assert list(tall_local_help(printed.pages, printed.sheets)) == []


def test_a_title_with_markup_is_shown_as_it_is(the_locales: Locales) -> None:
    screens = (Screen(START, MARKUP, ways=[to("next", "A & B")]), Screen("next", "Next", ways=[begin()]))
    page = Pages(Guide({"start": screens}), the_locales).at(START, "nl", "", DAY)
    assert shown(page).startswith(MARKUP)


# In a group.


def test_a_group_is_told_where_to_talk_and_nothing_else(the_locales: Locales) -> None:
    for code in the_locales:
        page = small().for_group(code, "a_bot")
        assert [button.url for button in buttons(page)] == ["https://t.me/a_bot"]
        assert not carried(page)


def test_typed_words_lead_to_people_and_to_the_beginning(the_guide: Guide) -> None:
    page = small().answer(TYPED, "nl", "", DAY)
    expected = [choice.label for choice in the_guide.choices(the_guide.begin())]
    labels = [button.text for button in buttons(page)]
    assert [label for label in labels if label in expected] == expected
    for line in ("emergency", "veilig_thuis", "kindertelefoon"):
        assert HELPLINES[line].number in shown(page)


def test_so_many_pages_are_kept_and_each_is_the_same_when_it_is_made_again() -> None:
    """Forged buttons name every answer behind every visit, and a bot may have the campaigns of all municipalities."""
    pages = Pages(guide(), locales.read(), most=10)
    first = pages.at(START, "nl", "", DAY)
    for visit, answer in product(list(pages.guide.reachable)[:5], ANSWERS):
        pages.opened_by(Tap.unpack(Tap("nl", "", visit.screen, visit.facts, answer).pack()), DAY)
        assert len(pages._made) <= 10
    assert pages.at(START, "nl", "", DAY) == first
