"""What the pages know of the field for typed words."""

from collections.abc import Sequence

from locales import other_languages
from locales.other_languages import OtherLanguage

TYPED = ("field.js", "listen.js", "decide.js")
"""The scripts that answer typed words; the first one loads the others."""
WORDS = "words.js"
"""What they need in every language (`web/typed_words.py`)."""
OTHERS = "languages.js"
"""The one page in each other language."""
NAMED = ("ar", "tr", "pl")
"""The languages that are named beside the way to all of them."""


def answers_file(locale: str) -> str:
    """What the scripts say in a language."""
    return f"answers-{locale}.js"


def scripts(languages: Sequence[str], own: str) -> list[str]:
    """What the field on the first page of a language loads, in this order."""
    codes = sorted(languages, key=lambda other: other != own)
    return [*map(answers_file, codes), *TYPED[1:], WORDS, OTHERS]


def named_languages() -> list[OtherLanguage]:
    others = other_languages.read()
    return [others[code] for code in NAMED]
