"""The facts behind the words are there to be looked up, and say no other number than the guide does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.answers import ANSWERS
from flows.guide import Guide
from flows.helplines import HELPLINES

FACTS = (Path(__file__).parents[1] / "docs" / "facts.md").read_text("utf-8")
PARTS = set(re.findall(r"^#+ (\d+(?:\.\d+)?)\b", FACTS, re.MULTILINE))
ROWS = set(re.findall(r"^\| (\d+\.\d+) \|", FACTS, re.MULTILINE))
PAPERS = set(re.findall(r"^\| (S\d{3}) \|", FACTS, re.MULTILINE))


def unknown(source: str) -> Iterator[str]:
    """What a source names that cannot be looked up."""
    for part, brackets in re.findall(r"§(\d+(?:\.\d+)?)(?: \(([^)]*)\))?", source):
        if part not in PARTS | ROWS:
            yield f"§{part}"
        yield from sorted(set(rows(brackets)) - ROWS)
    for lines in re.findall(r"red lines? (\d+(?:, \d+)*)", source):
        yield from sorted({f"13.{line}" for line in lines.split(", ")} - ROWS)
    yield from sorted(set(re.findall(r"\bS\d{3}\b", source)) - PAPERS)


def rows(brackets: str) -> Iterator[str]:
    """`1.4-1.6, 1.9` and `1.4 to 1.6` name four rows and three."""
    for part, first, last in re.findall(r"\b(\d+)\.(\d+)(?:(?:-| to )\d+\.(\d+))?", brackets):
        yield from (f"{part}.{n}" for n in range(int(first), int(last or first) + 1))


def test_every_fact_that_a_screen_names_is_there(the_guide: Guide) -> None:
    screens = [*the_guide.screens.values(), *ANSWERS.values()]
    named = {screen.name: list(unknown(screen.source)) for screen in screens}
    assert {name: missing for name, missing in named.items() if missing} == {}
    assert [line.id for line in HELPLINES.values() if list(unknown(line.source))] == []


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("§1.1 (1.4-1.8); §8", []),
        ("§99", ["§99"]),
        ("§12.99", ["§12.99"]),
        ("§1.1 (1.4, 1.77 to 1.78)", ["1.77", "1.78"]),
        ("§2; red lines 6, 99", ["13.99"]),
        ("S000, S009", ["S009"]),
    ],
)
def test_a_fact_that_is_not_there_is_missed(source: str, missing: list[str]) -> None:
    assert list(unknown(source)) == missing


def test_the_addresses_are_those_of_the_guide() -> None:
    """`watkanikdoen check` compares the numbers and hours."""
    assert [line.id for line in HELPLINES.values() if line.url and line.site not in FACTS] == []
