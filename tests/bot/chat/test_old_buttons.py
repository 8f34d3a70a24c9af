"""F27: a button of any release opens its screen as long as that is there, and else the page for old buttons.

When one of these fails, buttons in chats out there no longer lead where they did. Let `Tap.unpack` go on reading what
former editions wrote, or keep the name that a screen or a choice had.
"""

from collections import defaultdict

import pytest

from bot.chat.pages import Pages
from bot.chat.tap import Tap
from flows.answers import OLD_BUTTON
from flows.guide import Guide
from flows.screen import Screen
from flows.visit import START, Visit
from locales import Locales
from tests import golden
from tests.conftest import Printed
from tests.support.person import Person
from tests.support.standing_clock import DAY

BUTTONS = golden.known()


def test_buttons_of_every_release_are_written_down() -> None:
    """F27: 144 screens in the first, 1,921 buttons."""
    assert len(BUTTONS) >= 1_921
    assert len(set(BUTTONS.values())) >= 144


def test_a_button_of_any_release_opens_its_screen(printed: Printed) -> None:
    """F27: the screen, whatever was told there, also when no choice leads there from its page any more; the old-button
    page when a screen is gone, or when a way back leads elsewhere now."""
    pages, guide = printed.pages, printed.pages.guide
    visits = defaultdict[str, list[Visit]](list)
    for visit in guide.reachable:
        visits[visit.screen].append(visit)
    wrong = []
    for packed, opened in BUTTONS.items():
        _, locale, campaign, screen, _, choice = packed.split("|")  # as edition 1 wrote it, whatever `Tap` reads today
        right = [pages.answer(OLD_BUTTON, locale, campaign, DAY)]
        if screen in guide.screens and choice in ("", opened, *(way.trigger for way in guide.screens[screen].ways)):
            right = [pages.show(visit, locale, campaign, DAY) for visit in visits[opened]] or right
        if pages.opened_by(Tap.unpack(packed), DAY) not in right:
            wrong.append(f"{packed} no longer opens {opened}")
    assert wrong == []


def test_a_button_whose_screen_is_gone_opens_the_page_for_old_buttons(the_locales: Locales) -> None:
    """F27: on a map of which only the beginning is left."""
    pages = Pages(Guide({"start": [Screen(START, "Menu")]}), the_locales)
    old = {pages.answer(OLD_BUTTON, code, "", DAY).text for code in the_locales}
    for packed, opened in BUTTONS.items():
        if f"|{START}|" not in packed and opened != START:
            assert pages.opened_by(Tap.unpack(packed), DAY).text in old


@pytest.mark.parametrize(
    ("packed", "title"),
    [
        ("1|nl||welcome||danger", "112: zo bel je"),
        ("1|en|voorbeeldstad|plan_watch|u|danger", "112: how to call"),
        ("1|en||welcome||typed", "What you can do now"),
    ],
)
async def test_the_buttons_under_every_page_of_edition_1_still_work(packed: str, title: str) -> None:
    """F27."""
    person = Person()
    await person.start()
    person.phone.forge(packed)
    await person.answered()
    assert person.title == title
    person.phone.forge(packed.rpartition("|")[0] + "|wipe")
    await person.answered()
    assert person.chat == []
