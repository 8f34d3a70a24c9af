"""`make review`: lists in docs/content-review.md who reviewed each screen and which screens are still open.

Reviewers sign in docs/content-review.toml, which no program writes. A signature names the exact text by a short hash:
when a sentence changes, its screen is open again.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, ValidationError, convert

from flows import Mistake, offer_proofs
from flows.answers import ANSWERS
from flows.helplines import HELPLINES, SPOKEN
from flows.map import REGIONS
from flows.screen import Screen
from locales import SOURCE, Locale, Locales, other_languages, read
from release import ROOT, introduction

PAGE = ROOT / "docs" / "content-review.md"
SIGNED = ROOT / "docs" / "content-review.toml"

SHOWN: Mapping[str, Sequence[Screen]] = REGIONS | {"answers": (*ANSWERS.values(), offer_proofs.for_review())}
"""Everything a visitor may read, by region; last the answers to typed words, pictures and old buttons."""

Who = Literal["Veilig Thuis", "De Kindertelefoon", "language adviser"]
LANGUAGE_ADVISER: Who = "language adviser"
FACTS = re.compile(r"§|S00\d")
"""A section of the facts, or a paper: text that says more than how the guide itself works."""


class WrongSignature(Mistake):
    """A signature that matches nothing. The message says which one and how to fix it."""


class Signature(Struct, forbid_unknown_fields=True, frozen=True):
    """One reviewer's signature of one day: screens by name, each with the hash of its text."""

    who: Who
    language: str
    on: date
    on_behalf_of: Annotated[str, Meta(min_length=2)]
    screens: dict[str, Annotated[str, Meta(pattern="^[0-9a-f]{8}$")]]


class Signed(Struct, forbid_unknown_fields=True, frozen=True):
    """The whole file."""

    signed: list[Signature] = []


@dataclass(frozen=True, slots=True)
class Review:
    """One review of one screen in one language; `state` is the day it was signed, or open."""

    screen: str
    who: Who
    language: str
    state: str

    @property
    def is_open(self) -> bool:
        return self.state.startswith("open")


def signatures(file: Path = SIGNED) -> list[Signature]:
    """All signatures, by day. Raises `WrongSignature`."""
    try:
        signed = convert(tomllib.loads(file.read_text("utf-8")), Signed).signed
    except tomllib.TOMLDecodeError as broken:
        raise WrongSignature(f"{file.name} is not valid TOML: {broken}") from None
    except ValidationError as wrong:
        raise WrongSignature(f"{file.name}: {wrong}") from None
    return sorted(signed, key=lambda signature: signature.on)


def fingerprint(screen: Screen, locale: Locale) -> str:
    """Eight characters that stand for all text and numbers of a screen in one language."""
    lines = [locale.say(sentence, **SPOKEN) for sentence in screen.sentences]
    lines += [f"{HELPLINES[line].name} {HELPLINES[line].number}" for line in sorted(screen.helplines)]
    return sha256("\n".join(lines).encode()).hexdigest()[:8]


def all_reviews(regions: Mapping[str, Sequence[Screen]], locales: Locales, signed: Iterable[Signature]) -> list[Review]:
    """Every review that is needed, and whether it was done. Raises `WrongSignature` for one that matches none."""
    last = {(name, each.who, each.language): (each, mark) for each in signed for name, mark in each.screens.items()}
    found = []
    for region, screen in ((region, screen) for region, screens in regions.items() for screen in screens):
        for who, language in _reviewers(region, screen, locales):
            signature, mark = last.pop((screen.name, who, language), (None, ""))
            if signature is None:
                state = "open"
            elif mark == fingerprint(screen, locales[language]):
                state = f"{signature.on}"
            else:
                state = f"open again, the text changed since {signature.on}"
            found.append(Review(screen.name, who, language, state))
    for name, who, language in last:
        raise WrongSignature(
            f"{SIGNED.name}: {who} does not review {name} in {language}; remove it or correct the name"
        )
    return found


def page(regions: Mapping[str, Sequence[Screen]], locales: Locales, signed: Iterable[Signature]) -> str:
    """The page as it should be."""
    reviews = all_reviews(regions, locales, signed)
    lines = [*_totals(reviews), *_tables(regions, locales, reviews), *_other_languages()]
    return introduction(PAGE) + "\n".join(lines) + "\n"


def _other_languages() -> Iterator[str]:
    """The one page in each other language: who reads it as a native has to say what each line means."""
    yield from (
        "",
        "## Other languages",
        "",
        "| language | words | how sure we are | native reader |",
        "|---|---|---|---|",
    )
    for language in other_languages.read().values():
        mark = sha256("\n".join((language.title, *language.lines)).encode()).hexdigest()[:8]
        yield f"| {language.code} {language.name} | {mark} | {language.rating} | {language.signed_by or 'waiting'} |"


def _reviewers(region: str, screen: Screen, locales: Locales) -> Iterator[tuple[Who, str]]:
    if FACTS.search(screen.source):
        yield "Veilig Thuis", SOURCE
    named = any("kindertelefoon" in sentence.lower() for sentence in screen.sentences)
    if region == "child" or named or "kindertelefoon" in screen.helplines:
        yield "De Kindertelefoon", SOURCE
    yield from ((LANGUAGE_ADVISER, language) for language in locales)


def _totals(reviews: list[Review]) -> Iterator[str]:
    yield "| who | language | screens | still open |"
    yield "|---|---|---|---|"
    in_order = sorted(reviews, key=lambda each: get_args(Who).index(each.who))
    for who, language in dict.fromkeys((each.who, each.language) for each in in_order):
        theirs = [each for each in reviews if (each.who, each.language) == (who, language)]
        yield f"| {who} | {language} | {len(theirs)} | {sum(each.is_open for each in theirs)} |"


def _tables(regions: Mapping[str, Sequence[Screen]], locales: Locales, reviews: list[Review]) -> Iterator[str]:
    states = {(each.screen, each.who, each.language): each.state for each in reviews}
    columns = [(who, SOURCE) for who in get_args(Who)]
    others = [language for language in locales if language != SOURCE]
    for region, screens in regions.items():
        heads = ["screen", "facts", f"text ({SOURCE})", *(who for who, _ in columns)]
        heads += [head for language in others for head in (f"text ({language})", f"{LANGUAGE_ADVISER} ({language})")]
        yield from ("", f"## {region.capitalize()}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")
        for screen in screens:
            cells = [f"`{screen.name}` {locales[SOURCE].say(screen.title, **SPOKEN)}", screen.source]
            cells += [fingerprint(screen, locales[SOURCE])]
            cells += [states.get((screen.name, who, language), "") for who, language in columns]
            for language in others:
                cells += [fingerprint(screen, locales[language]), states[screen.name, LANGUAGE_ADVISER, language]]
            yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(SHOWN, read(), signatures()), "utf-8")
