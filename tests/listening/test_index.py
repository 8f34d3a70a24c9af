"""Short texts that people look up, such as "bruises": each leads to its screen, and claims nothing of anybody."""

from collections import Counter

import pytest

from flows.guide import Guide
from flows.offers import named
from flows.question import Question
from flows.routes import CLAIMS, CRISIS
from flows.steps import ABOUT_ONESELF
from flows.visit import Visit
from listening.answer import answer_of
from listening.features import ENTRY, ends, entry
from listening.learn.examples import examples
from listening.reader import STOP
from listening.table import numbers
from listening.understanding import Certainty
from tests.support.person import LISTENER


@pytest.fixture(scope="module")
def entries() -> dict[str, list[str]]:
    from listening.learn.documents import index  # noqa: PLC0415 - as in `test_tables.py`

    return {text: list(screens) for text, screens in index().items()}


def test_every_entry_is_short_and_names_screens(entries: dict[str, list[str]], the_guide: Guide) -> None:
    for text, screens in entries.items():
        assert 1 <= len(text.split()) <= ENTRY, text
        assert set(screens) <= the_guide.screens.keys(), text


def test_every_entry_is_found_with_its_screen_first(entries: dict[str, list[str]]) -> None:
    """However it is written."""
    for text, (first, *_) in entries.items():
        for written in (text, text.upper(), f"{text}?"):
            heard = LISTENER.hear(written)
            assert heard.is_entry, written
            assert heard.screens[:1] == (first,), written


def test_nearly_every_entry_offers_its_screens_and_none_calls_anybody_what_they_did_not_say(
    entries: dict[str, list[str]], the_guide: Guide
) -> None:
    """The others are guarded, or their words may be a child's: those are asked for, or get the menu."""
    offered: Counter[bool] = Counter()
    for text, screens in entries.items():
        heard = LISTENER.hear(text)
        answer = named(answer_of(heard, Visit(), the_guide), the_guide)
        there = {visit.screen for visit in answer.meant} if answer else set()
        offered[not there.isdisjoint(screens)] += 1
        if heard.certainty is Certainty.SURE and heard.route in CLAIMS - CRISIS:
            assert not ABOUT_ONESELF.isdisjoint(screens), text
        elif isinstance(answer, Question):
            assert not CRISIS & {answer.routes[0]}, text
    assert offered[True] >= 0.97 * len(entries)


def test_no_word_of_any_example_shares_its_number_with_an_entry(entries: dict[str, list[str]]) -> None:
    """ "Then" did: what neighbours heard at night, "and then it was quiet", was about a difficult child."""
    words = {word for example in examples() for word in example.text.lower().split()}
    of_entries = {number for text in entries for number in numbers(entry(text.split()))}
    assert len(of_entries) > 1_000
    assert of_entries.isdisjoint(numbers(ends([*words])))
    assert not LISTENER.hear("something fell and then the boy went quiet").is_entry


def test_a_longer_text_is_no_entry(entries: dict[str, list[str]]) -> None:
    for text in list(entries)[::20]:
        assert not LISTENER.hear(f"{text} of toch iets heel anders misschien").is_entry
        assert STOP not in text
