"""A name is known by one mistake or by its beginning, never by a guess."""

import pytest

from bot.chat.alike import begun, nearly, only

NAMES = ["ik twijfel", "4 tot 12 jaar", "8 tot 12 jaar", "begin", "kijken met kinderen", "kijken"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ik twijffel", ["ik twijfel"]),
        ("ik wtijfel", ["ik twijfel"]),
        ("iktwijfel", ["ik twijfel"]),
        ("begon", ["begin"]),
        ("begn", []),
        ("ik twyffel", []),
        ("ik twijfel", []),
        ("5 tot 12 jaar", []),
        ("4 tot 12 jaren", []),
        ("4 tot 12 jar", ["4 tot 12 jaar"]),
    ],
)
def test_one_mistake_in_five_letters_or_more(typed: str, found: list[str]) -> None:
    assert nearly(typed, NAMES) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kijken met", ["kijken met kinderen"]),
        ("kijken", ["kijken met kinderen"]),
        ("ik t", ["ik twijfel"]),
        ("kijke", []),
        ("begin", []),
        ("met kinderen", []),
    ],
)
def test_two_words_or_a_long_one_begin_a_name(typed: str, found: list[str]) -> None:
    assert begun(typed, NAMES) == found


def test_what_may_be_two_things_is_neither() -> None:
    assert only([]) is None
    assert only(["a"]) == "a"
    assert only(["a", "b"]) is None
