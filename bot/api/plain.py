"""A text as it is compared: no capitals, accents, signs, emoji or characters that cannot be seen."""

import unicodedata

_INVISIBLE = ("Cf", "Mn", "Me")
"""Categories of Unicode: characters without a shape of their own, and marks on the letter before them."""
_FILLERS = "\u115f\u1160"
"""Letters without a shape, all that NFKD leaves of them."""
_WITHIN_WORDS = "'’‘`´"
"""Signs that people leave out: "foto's" is "fotos"."""


def plain(text: str) -> str:
    """Its letters and digits in small letters, with one space between words."""
    letters = (
        "" if _is_left_out(letter) else letter if letter.isalnum() else " "
        for letter in unicodedata.normalize("NFKD", text)
    )
    return " ".join("".join(letters).lower().split())


def _is_left_out(letter: str) -> bool:
    return letter in _FILLERS or letter in _WITHIN_WORDS or unicodedata.category(letter) in _INVISIBLE
