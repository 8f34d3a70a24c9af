"""What must hold for every page in every language, by day and by night: Telegram's limits and our own.

The sister of `flows/proofs.py`: each proof yields one sentence for each thing that is wrong.
`python -m tests.tall_pages` lists the pages that are taller than a phone shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from bot.api.client import Button
from bot.chat import heights
from bot.chat.heights import MOST_EXCUSED, TALLEST, TALLEST_EXCUSED, TALLEST_ON_SMALL
from bot.chat.pages import Page, Pages
from bot.chat.render import LONGEST, share_address
from bot.chat.tap import Tap
from bot.chat.ways import PageKey
from flows import offer_proofs, offers
from flows.answers import ANSWERS, COVERED, FORGOTTEN, GROUP, WIPED
from flows.helplines import HELPLINES, SPOKEN
from flows.screen import LocalHelp, Screen
from flows.visit import START, Visit
from flows.words import chat
from flows.words.web import CALLABLE, FILE, call_page

LONGEST_COPY = 256
NARROWEST = 30
"""Characters of the longest line of a page, at the least: buttons are no wider than the text above them."""
NUMBER = re.compile(r"\b0\d{2,3}-\d{4,7}\b|\b(?:11\d|144)\b|\+31(?: \d{3}){3}\b")
WAY_BACK = "‹ "
NEUTRAL = (WIPED, FORGOTTEN, COVERED)
"""Answers that must give nothing away, so they have no bottom row."""
REGISTRY = frozenset(line.number for line in HELPLINES.values() if line.number)
LINKS = frozenset(line.url for line in HELPLINES.values() if line.url)
MOMENTS = {
    "night": frozenset(HELPLINES) - {line.id for line in HELPLINES.values() if line.hours},
    "day": frozenset(HELPLINES),
}
"""The lines that are open. They are shown independently of each other: all shut and all open covers each sentence."""


@dataclass(frozen=True)
class Sheet:
    """One page as a visitor would have it before them, with the name to speak of it."""

    name: str
    place: PageKey
    page: Page

    @cached_property
    def text(self) -> str:
        return heights.as_read(self.page)

    @cached_property
    def numbers(self) -> set[str]:
        return set(NUMBER.findall(self.text))

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.page.keyboard for button in row]

    @cached_property
    def height(self) -> int:
        return heights.height(self.page)


Proof = Callable[[Pages, list[Sheet]], Iterator[str]]


def sheets(pages: Pages, *, aloud: bool = False) -> list[Sheet]:
    """Every page there is: each visit and each answer, in each language, with each set of open lines.

    With the longest code that has local help, since it stands on every button; of other codes the pages of that help,
    and the first page, which names the organisation.
    `aloud` in the reading mode.
    """
    found = []
    for locale, (when, open_lines) in product(pages.locales, MOMENTS.items()):
        for place in _places(pages, locale, open_lines, aloud=aloud):
            about = filter(None, (locale, when, place.campaign, "aloud" * aloud))
            name = f"{place.answer or place.visit.screen} ({', '.join(about)})"
            found.append(Sheet(name, place, pages.page(place)))
        longest = max((sheet.page.reopens for sheet in found), key=len)
        covered = PageKey(Visit(), locale, "", open_lines, COVERED)
        found.append(Sheet(f"{COVERED} ({locale}, {when})", covered, pages.cover(locale, longest)))
    return found


def places(pages: Pages) -> Iterator[PageKey]:
    """Every page there is, as `sheets` has them."""
    for locale, open_lines in product(pages.locales, MOMENTS.values()):
        yield from _places(pages, locale, open_lines, aloud=False)


def _places(pages: Pages, locale: str, open_lines: frozenset[str], *, aloud: bool) -> Iterator[PageKey]:
    helping = sorted((code for code, campaign in pages.campaigns.items() if campaign.contact), key=len, reverse=True)
    others = [code for code in pages.campaigns if code not in helping]
    for visit in sorted(pages.guide.visits, key=lambda visit: (visit.screen, visit.facts.value, visit.local)):
        is_first = visit.screen == START
        codes = ["", *others * is_first]
        if visit.local:
            codes = helping if is_first or _shows_help(pages.guide.screens[visit.screen]) else helping[:1]
        for code in codes:
            yield PageKey(visit, locale, code, open_lines, aloud=aloud)
    for answer in ANSWERS:
        if answer not in (GROUP, COVERED):
            yield PageKey(Visit(), locale, "", open_lines, answer, aloud)


def answer_sheets(pages: Pages) -> list[Sheet]:
    """Samples of the answers that are made for what was typed, at a place that they have to lead back to."""
    screens = [screen for screen in pages.guide.screens.values() if Visit(screen.name) in pages.guide.visits]
    far = Visit(max(screens, key=lambda screen: len(screen.short)).name)
    found = []
    for locale, name in product(pages.locales, offer_proofs.samples(pages.guide)):
        place = PageKey(far, locale, "", frozenset(HELPLINES), name)
        found.append(Sheet(f"{name} ({locale})", place, pages.page(place)))
    return found


def _shows_help(screen: Screen) -> bool:
    return any(isinstance(part, LocalHelp) for part in screen.parts)


def telegram_takes_every_page(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if len(sheet.text) > MessageLimit.MAX_TEXT_LENGTH:
            yield f"{sheet.name}: {len(sheet.text)} characters; Telegram takes {MessageLimit.MAX_TEXT_LENGTH}"
        for button in sheet.buttons:
            data = str(button.callback_data or "").encode()
            if len(data) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
                yield f"{sheet.name}: button {button.text!r} carries {len(data)} bytes; shorten a screen's name"
            elif data and Tap.unpack(str(button.callback_data)) is None:
                yield f"{sheet.name}: button {button.text!r} cannot be read back; shorten a screen's name"
            if button.copy_text and len(button.copy_text.text) > LONGEST_COPY:
                yield f"{sheet.name}: {button.text!r} copies over {LONGEST_COPY} characters; shorten the sentence"


def labels_fit_and_differ(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        labels = [button.text for button in sheet.buttons]
        for row in sheet.page.keyboard:
            most = LONGEST.get(len(row), 0)
            for label in [button.text for button in row]:
                if len(label) > most:
                    beside = f" beside {len(row) - 1} more" if len(row) > 1 else ""
                    yield f"{sheet.name}: label {label!r} has {len(label)} characters; {most} fit{beside}"
                if label.startswith(WAY_BACK) and len(label) > LONGEST[2]:
                    yield f"{sheet.name}: way back {label!r} has over {LONGEST[2]} characters; give it a `short` name"
                if labels.count(label) > 1:
                    yield f"{sheet.name}: label {label!r} stands on two buttons; say what differs"


def the_text_is_as_wide_as_the_buttons(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        widest = max(map(len, sheet.text.splitlines()))
        if widest < NARROWEST:
            yield f"{sheet.name}: its longest line has {widest} characters; below {NARROWEST} buttons are cut"


def the_text_names_the_choices_to_be_read_aloud(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.place.aloud and sheet.place.answer not in NEUTRAL:
            lines = sheet.text.splitlines()
            for label in [button.text for row in sheet.page.keyboard[:-1] for button in row if button.callback_data]:
                if f"• {label}" not in lines:
                    yield f"{sheet.name}: the text does not name {label!r}, and some screen readers read no buttons"


def every_page_fits_a_phone(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    tallest = tallest_sheets(pages, sheets)
    for screen, sheet in tallest:
        if sheet.height > (TALLEST_EXCUSED if screen.tall else TALLEST):
            yield f"{sheet.name}: {sheet.height} px; {TALLEST} fit a phone, so shorten it or split it"
    tall = sum(sheet.height > TALLEST for _, sheet in tallest)
    if tall > MOST_EXCUSED * len(tallest):
        yield f"of {len(tallest)} pages {tall} do not fit a phone; at most {MOST_EXCUSED:.0%} may be taller"


def every_title_is_in_view_on_a_small_phone(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        screen = screen_of(pages, sheet)
        small = heights.height_on_small(sheet.page)
        if small > TALLEST_ON_SMALL and not (screen.tall or sheet.place.aloud or _shows_help(screen)):
            yield f"{sheet.name}: {small} px; {TALLEST_ON_SMALL} show its title on a phone of 360 x 780, so shorten it"


def tallest_sheets(pages: Pages, sheets: list[Sheet]) -> list[tuple[Screen, Sheet]]:
    """Each screen and answer with the tallest of its pages, the tallest first.

    Without the reading mode, which names the choices in the text, and local help, which a municipality wrote.
    """
    found: dict[str, tuple[Screen, Sheet]] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.height, reverse=True):
        screen = screen_of(pages, sheet)
        if not sheet.place.aloud and not _shows_help(screen):
            found.setdefault(screen.name, (screen, sheet))
    return list(found.values())


def tall_local_help(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    """What of the local help does not fit a phone, a line each."""
    tall = [sheet for sheet in sheets if sheet.height > TALLEST and _shows_help(screen_of(pages, sheet))]
    tallest = {sheet.place.campaign: sheet for sheet in sorted(tall, key=lambda sheet: sheet.height)}
    for sheet in tallest.values():
        yield f"{sheet.name}: {sheet.height} px, and {TALLEST} fit a phone; give fewer contacts or shorter lines"


def how_many_fit(pages: Pages, sheets: list[Sheet]) -> str:
    """In words: the share of pages that fit a phone, and the tallest."""
    tallest = tallest_sheets(pages, sheets)
    fitting = sum(sheet.height <= TALLEST for _, sheet in tallest)
    share, (_, most) = f"{fitting / len(tallest):.0%}", tallest[0]
    return f"{fitting} of {len(tallest)} pages fit a phone ({share}); the tallest is {most.name}, {most.height} px"


def pages_begin_with_their_title_and_end_with_112(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        locale = pages.locales[sheet.place.locale]
        screen = screen_of(pages, sheet)
        lines = sheet.text.splitlines()
        if lines[0] != locale.say(screen.title, **SPOKEN):
            yield f"{sheet.name}: begins with {lines[0]!r} instead of its title"
        if sheet.place.answer not in NEUTRAL and lines[-1] != locale.say(chat.FOOTER, **SPOKEN):
            yield f"{sheet.name}: does not end with the line about 112"


def the_bottom_row_is_always_there(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.place.answer in NEUTRAL:
            continue
        locale, other = pages.locales[sheet.place.locale], pages.locales.after(sheet.place.locale)
        row = [button.text for button in sheet.page.keyboard[-1]]
        if row != [SPOKEN["emergency"], locale.say(chat.WIPE), other.name]:
            yield f"{sheet.name}: the bottom row is {row}; it is 112, wipe and the other language, always"


def numbers_and_links_come_from_the_registry(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.place.visit.local:
            continue  # local help brings numbers of its own
        for number in sheet.numbers - REGISTRY:
            yield f"{sheet.name}: shows {number}, which is not in flows/helplines.py"
        for button in sheet.buttons:
            if button.url and button.url not in LINKS | _own(pages, sheet):
                yield f"{sheet.name}: links to {button.url}, which is not in flows/helplines.py"


def every_language_shows_the_same_numbers(pages: Pages, sheets: list[Sheet]) -> Iterator[str]:
    first: dict[PageKey, set[str]] = {}
    for sheet in sheets:
        known = first.setdefault(replace(sheet.place, locale=""), sheet.numbers)
        if known != sheet.numbers:
            language = next(iter(pages.locales))
            yield f"{sheet.name}: shows {sorted(sheet.numbers)}, and {sorted(known)} in {language}"


PROOFS: tuple[Proof, ...] = (
    telegram_takes_every_page,
    labels_fit_and_differ,
    the_text_is_as_wide_as_the_buttons,
    the_text_names_the_choices_to_be_read_aloud,
    pages_begin_with_their_title_and_end_with_112,
    the_bottom_row_is_always_there,
    numbers_and_links_come_from_the_registry,
    every_language_shows_the_same_numbers,
    every_page_fits_a_phone,
    every_title_is_in_view_on_a_small_phone,
)


def faults(pages: Pages, every: list[Sheet]) -> Iterator[str]:
    """All that is wrong with pages, of which these are `every` one; of the answers to typed words and of the
    reading mode only where these are right."""
    found = _faults(pages, every) or _faults(pages, answer_sheets(pages))
    yield from found or _faults(pages, sheets(pages, aloud=True))


def _faults(pages: Pages, every: list[Sheet]) -> list[str]:
    return [fault for proof in PROOFS for fault in dict.fromkeys(proof(pages, every))]


def screen_of(pages: Pages, sheet: Sheet) -> Screen:
    """What a page shows: a screen of the map, or an answer."""
    name = sheet.place.answer
    return ANSWERS.get(name) or offers.named(name, pages.guide) or pages.guide.screens[sheet.place.visit.screen]


def _own(pages: Pages, sheet: Sheet) -> set[str]:
    """The addresses of our own web pages that may stand on a page."""
    calls = {f"{pages.web_url}/{call_page(sheet.place.locale, line)}{FILE}" for line in CALLABLE}
    return calls | {share_address(pages.web_url)} if pages.web_url else set()
