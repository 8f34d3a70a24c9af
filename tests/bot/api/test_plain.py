"""What people leave out or add when they type makes no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.api.plain import plain


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("  Zorgen om\neen KIND?! ", "zorgen om een kind"),
        ("Eén plan, voor iedereen…", "een plan voor iedereen"),
        ("Foto’s of online", "fotos of online"),
        ("‹ Begin", "begin"),
        ("0800-2000", "0800 2000"),
        ("\N{OCTAGONAL SIGN}", ""),
        ("t\N{ZERO WIDTH SPACE}erug\N{VARIATION SELECTOR-16}", "terug"),
        ("\N{FULLWIDTH LATIN SMALL LETTER S}top", "stop"),
    ],
)
def test_a_text_is_compared_by_its_letters(text: str, compared: str) -> None:
    assert plain(text) == compared


@given(st.text())
def test_what_is_compared_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
