"""Whether a text tells who or where somebody is. Only a hint for one line on the answer, so it rather misses some."""

import re

from bot.api.plain import plain
from bot.chat.alike import listed
from flows.helplines import HELPLINES
from flows.words import telling
from locales import Locales

_PHONE = re.compile(
    r"(?<![\d+])(?!\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d)"  # a date is none
    r"(?:\+31[ -]?(?:\(0\))?|0031[ -]?|0)[1-9](?:[ -]?\d){8}(?!\d)"
)
"""A Dutch number of ten digits, in groups or not."""
_NO_LETTERS = "am|at|cm|en|er|ik|in|is|je|kg|km|mm|of|om|on|op|pm|to|ur|we|ze"
_POSTCODE = rf"[1-9]\d{{3}}(?! ?(?i:{_NO_LETTERS})\b)(?: [A-Z]{{2}}|[a-zA-Z]{{2}})\b"
_ADDRESS = re.compile(
    rf"\b{_POSTCODE},? {{0,2}}(?:nr\.? |nummer |huisnummer )?\d{{1,4}}\b|[a-z] \d{{1,4}}[a-z]?,? {{0,2}}\b{_POSTCODE}"
)
"""A postcode with a number behind it, or behind the street."""


def _national(number: str) -> str:
    """Its digits, as within the country."""
    return re.sub(r"^(?:0031|31)?0?", "0", re.sub(r"\D", "", number))


_OURS = frozenset(_national(line.number) for line in HELPLINES.values())


class Identifying:
    """Made once, for the languages there are."""

    def __init__(self, locales: Locales) -> None:
        follows, no_name = ("|".join(listed(locales, words)) for words in (telling.NAME_FOLLOWS, telling.NO_NAME))
        self._name = re.compile(rf"\b(?:{follows}) (?!(?:{no_name})\b)[^\W\d]")

    def tells(self, text: str) -> bool:
        """A name, a phone number that is not of a helpline, or an address."""
        is_phone = any(_national(number) not in _OURS for number in _PHONE.findall(text))
        return is_phone or bool(_ADDRESS.search(text) or self._name.search(plain(text)))
