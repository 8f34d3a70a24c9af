"""What tests look at of a page."""

from collections.abc import Iterator
from functools import cache

import locales
from bot.api.client import Button
from bot.chat.pages import Page, Pages
from flows.helplines import SPOKEN
from flows.map import guide
from locales import Locale
from simulator.entities import parse

MARKUP = '<b>"R&D"</b> & <a href="x">'
"""What others may write: text, and nothing else."""


def buttons(page: Page) -> Iterator[Button]:
    for row in page.keyboard:
        yield from row


def carried(page: Page) -> set[str]:
    """What the buttons of a page carry."""
    return {str(button.callback_data) for button in buttons(page) if button.callback_data}


def shown(page: Page) -> str:
    """The text as Telegram shows it."""
    return parse(page.text)[0]


def spoken(locale: Locale, sentence: str) -> str:
    return locale.say(sentence, **SPOKEN)


@cache
def small() -> Pages:
    """The whole guide for forged buttons, apart from the pages that others look at."""
    return Pages(guide(), locales.read())
