"""`make review`: docs/content-review.md, who has looked at which screen, and which words still wait for somebody.

A person signs in docs/content-review.toml, where nothing here writes. A signature names the very words that it is for,
by a short hash of them: when a sentence changes, its screen is open again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, ValidationError, convert

from flows import Mistake
from flows.answers import ANSWERS
from flows.helplines import HELPLINES, SPOKEN
from flows.map import REGIONS
from flows.screen import Screen
from locales import SOURCE, Locale, Locales, read
from release import ROOT

PAGE = ROOT / "docs" / "content-review.md"
SIGNED = ROOT / "docs" / "content-review.toml"

SHOWN: Mapping[str, Sequence[Screen]] = REGIONS | {"answers": tuple(ANSWERS.values())}
"""Everything a visitor may read, by region; last what is said to typed words, pictures and old buttons."""

Who = Literal["Veilig Thuis", "De Kindertelefoon", "language adviser"]
LANGUAGE_ADVISER: Who = "language adviser"
FACTS = re.compile(r"§|S00\d")
"""A part of the compiled facts, or a source: words that say more than how the guide itself works."""

HEAD = """\
# Who has looked at the words

Made by `make review` from the map and from [content-review.toml](content-review.toml). Before everybody may see the
guide, people who know the work look at every screen: *Veilig Thuis* where it rests on facts about abuse and help, *De
Kindertelefoon* at what children read and wherever its name stands, and a *language adviser* at all, in each language.

The words themselves stand side by side in the review book: `watkanikdoen site build --review --out site`, then
`site/review/index.html`. "Facts" names where they come from: § a part of [facts.md](facts.md), S000 to S004 a paper
that is named at its end.

Does a screen hold? Sign for it in content-review.toml with the eight characters behind it, which stand for these very
words; who signs says for which organisation, and not their own name. When a sentence or a number changes, the screen
is open again.

Not on this page, and to be read with it: what is printed (`flows/words/print.py`), and the words around every page
(`flows/words/chat.py`, `flows/words/web.py`).
"""


class WrongSignature(Mistake):
    """A signature that is for nothing. The message says which one and what to mend."""


class Signature(Struct, forbid_unknown_fields=True, frozen=True):
    """What somebody signed on one day: screens by name, each with the hash of its words."""

    who: Who
    language: str
    on: date
    on_behalf_of: Annotated[str, Meta(min_length=2)]
    screens: dict[str, Annotated[str, Meta(pattern="^[0-9a-f]{8}$")]]


class Signed(Struct, forbid_unknown_fields=True, frozen=True):
    """The whole file."""

    signed: list[Signature] = []


@dataclass(frozen=True, slots=True)
class Asked:
    """One pair of eyes for one screen in one language; `state` is when it was signed, or that it is open."""

    screen: str
    who: Who
    language: str
    state: str

    @property
    def is_open(self) -> bool:
        return self.state.startswith("open")


def signatures(file: Path = SIGNED) -> list[Signature]:
    """Everything that was signed, in order of the day. Raises `WrongSignature`."""
    try:
        return sorted(
            convert(tomllib.loads(file.read_text("utf-8")), Signed).signed, key=lambda signature: signature.on
        )
    except tomllib.TOMLDecodeError as broken:
        raise WrongSignature(f"{file.name} is no TOML: {broken}") from None
    except ValidationError as wrong:
        raise WrongSignature(f"{file.name}: {wrong}") from None


def words_of(screen: Screen, locale: Locale) -> str:
    """Eight characters that stand for everything a screen says in a language, with its numbers."""
    lines = [locale.say(sentence, **SPOKEN) for sentence in screen.sentences]
    lines += [f"{HELPLINES[line].name} {HELPLINES[line].number}" for line in sorted(screen.helplines)]
    return sha256("\n".join(lines).encode()).hexdigest()[:8]


def everything_asked(
    regions: Mapping[str, Sequence[Screen]], locales: Locales, signed: Iterable[Signature]
) -> list[Asked]:
    """Who is to look at what, and whether they did. Raises `WrongSignature` for one that is for nothing."""
    last = {(name, each.who, each.language): (each, words) for each in signed for name, words in each.screens.items()}
    found = []
    for region, screen in ((region, screen) for region, screens in regions.items() for screen in screens):
        for who, language in _lookers(region, screen, locales):
            signature, words = last.pop((screen.name, who, language), (None, ""))
            match signature:
                case None:
                    state = "open"
                case _ if words == words_of(screen, locales[language]):
                    state = f"{signature.on}"
                case _:
                    state = f"open again, the words changed since {signature.on}"
            found.append(Asked(screen.name, who, language, state))
    for name, who, language in last:
        raise WrongSignature(
            f"{SIGNED.name}: {who} is not asked for {name} in {language}; take it out or mend its name"
        )
    return found


def page(regions: Mapping[str, Sequence[Screen]], locales: Locales, signed: Iterable[Signature]) -> str:
    """The page as it should stand."""
    asked = everything_asked(regions, locales, signed)
    return HEAD + "\n" + "\n".join([*_totals(asked), *_tables(regions, locales, asked)]) + "\n"


def _lookers(region: str, screen: Screen, locales: Locales) -> Iterator[tuple[Who, str]]:
    if FACTS.search(screen.source):
        yield "Veilig Thuis", SOURCE
    named = any("kindertelefoon" in sentence.lower() for sentence in screen.sentences)
    if region == "child" or named or "kindertelefoon" in screen.helplines:
        yield "De Kindertelefoon", SOURCE
    yield from ((LANGUAGE_ADVISER, language) for language in locales)


def _totals(asked: list[Asked]) -> Iterator[str]:
    yield "| who | language | screens | still open |"
    yield "|---|---|---|---|"
    for who, language in dict.fromkeys((each.who, each.language) for each in _in_order(asked)):
        theirs = [each for each in asked if (each.who, each.language) == (who, language)]
        yield f"| {who} | {language} | {len(theirs)} | {sum(each.is_open for each in theirs)} |"


def _in_order(asked: list[Asked]) -> list[Asked]:
    return sorted(asked, key=lambda each: get_args(Who).index(each.who))


def _tables(regions: Mapping[str, Sequence[Screen]], locales: Locales, asked: list[Asked]) -> Iterator[str]:
    states = {(each.screen, each.who, each.language): each.state for each in asked}
    columns = [(who, SOURCE) for who in get_args(Who)]
    others = [language for language in locales if language != SOURCE]
    for region, screens in regions.items():
        heads = ["screen", "facts", f"words ({SOURCE})", *(who for who, _ in columns)]
        heads += [head for language in others for head in (f"words ({language})", f"{LANGUAGE_ADVISER} ({language})")]
        yield from ("", f"## {region.capitalize()}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")
        for screen in screens:
            cells = [f"`{screen.name}` {locales[SOURCE].say(screen.title, **SPOKEN)}", screen.source]
            cells += [words_of(screen, locales[SOURCE])]
            cells += [states.get((screen.name, who, language), "") for who, language in columns]
            for language in others:
                cells += [words_of(screen, locales[language]), states[screen.name, LANGUAGE_ADVISER, language]]
            yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(SHOWN, read(), signatures()), "utf-8")
