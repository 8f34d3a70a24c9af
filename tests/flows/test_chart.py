"""The drawing shows the map as it is."""

import re
from pathlib import Path

import pytest

from flows.chart import chart
from flows.guide import Guide
from flows.screen import Screen, begin, to

DRAWN = Path(__file__).parents[2] / "docs" / "flow.md"


@pytest.fixture(scope="module")
def drawing(the_guide: Guide) -> str:
    return chart(the_guide)


def test_the_drawing_in_docs_is_current(drawing: str) -> None:
    assert DRAWN.read_text("utf-8") == drawing, "docs/flow.md is behind the map; run `make chart`"


def test_the_drawing_says_how_to_make_it_again(drawing: str) -> None:
    assert "make chart" in drawing


def test_every_screen_is_drawn_once_in_its_own_region(the_guide: Guide, drawing: str) -> None:
    for section in drawing.split("\n## ")[1:]:
        region = section.partition("\n")[0]
        drawn = re.findall(r'^  (\w+)\["', section, re.MULTILINE)
        assert drawn == [screen.name for screen in the_guide.regions[region]]


def test_every_way_on_is_drawn_and_no_way_back(the_guide: Guide, drawing: str) -> None:
    drawn = re.findall(r"^  (\w+) -.*> (\w+)$", drawing, re.MULTILINE)
    ways = [
        (name, choice.dest)
        for name in the_guide.screens
        for choice in the_guide.all_choices(name)
        if not choice.is_back
    ]
    assert sorted(drawn) == sorted(ways)


def test_a_guarded_way_is_dashed_and_names_its_guard() -> None:
    screens = (
        Screen("welcome", "Begin", ways=[to("a", only_if="has_local_help"), to("b", unless="must_check_first")]),
        Screen("a", "A", ways=[begin()]),
        Screen("b", "B", ways=[begin()]),
    )
    drawn = chart(Guide({"start": screens}))
    assert 'welcome -. "has_local_help" .-> a' in drawn
    assert 'welcome -. "not must_check_first" .-> b' in drawn


def test_a_title_with_quotes_or_braces_does_not_break_the_drawing() -> None:
    drawn = chart(Guide({"start": (Screen("welcome", 'Bel "nu" {emergency}', ways=[begin()]),)}))
    assert 'welcome["welcome<br/>Bel #quot;nu#quot; #123;emergency#125;"]' in drawn
