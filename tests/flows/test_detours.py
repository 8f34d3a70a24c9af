"""Whatever screen somebody asks for by name, no guard is passed by and nothing that was told is lost."""

from itertools import product

import pytest

from flows.detours import asked_for, screen_of_line
from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.screen import Link, Screen, begin, to
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Fact, Visit

BOTH = Fact.UNSAFE | Fact.CHECKED
EVERY_FACT = [Fact.NOTHING, Fact.UNSAFE, Fact.CHECKED, BOTH]


def places(guide: Guide) -> list[Visit]:
    """One in every region with all that may be told there: what opens depends on no more than that."""
    every = sorted(guide.visits, key=lambda visit: (visit.screen, visit.facts.value, visit.local))
    return list({(guide.region(visit.screen), visit.facts, visit.local): visit for visit in every}.values())


@pytest.fixture(scope="module")
def screens_of_lines(the_guide: Guide) -> dict[tuple[str, str], str]:
    """The screen of each helpline for somebody on each screen."""
    return {asked: screen_of_line(the_guide, *asked) for asked in product(HELPLINES, the_guide.screens)}


def test_every_screen_that_is_open_is_the_one_that_opens(the_guide: Guide) -> None:
    for here in places(the_guide):
        for screen in the_guide.screens:
            asked = Visit(screen, here.facts, here.local)
            if asked in the_guide.visits:
                assert asked_for(the_guide, screen, here) == asked


def test_nothing_that_was_told_is_lost_and_nothing_opens_that_was_shut(the_guide: Guide) -> None:
    """Every screen from every place, also from those that only typed words lead to."""
    for here, screen in product(places(the_guide), the_guide.screens):
        there = asked_for(the_guide, screen, here)
        if there is None:
            continue
        assert there in the_guide.visits
        assert here.facts in there.facts
        assert (Fact.CHECKED in there.facts) is (Fact.CHECKED in here.facts)
        assert not the_guide.screens[there.screen].with_parents or there.facts is Fact.CHECKED


def test_only_the_beginning_and_what_a_campaign_lacks_have_nothing_in_their_place(the_guide: Guide) -> None:
    """The beginning forgets, so nobody is brought there who has told something."""
    for here in places(the_guide):
        without = {screen for screen in the_guide.screens if asked_for(the_guide, screen, here) is None}
        assert without == ({START} if here.facts else set()) | ({"local"} if not here.local else set())


@pytest.mark.parametrize(
    "screen", ["talk_parent", "talk_parent_words", "talk_parent_angry", "be_there_family", "plan_parent"]
)
@pytest.mark.parametrize(
    ("facts", "instead"),
    [(Fact.NOTHING, "talk_check"), (Fact.UNSAFE, "call_first"), (BOTH, "call_first"), (Fact.CHECKED, "")],
)
def test_a_talk_with_the_parents_is_asked_about_first(screen: str, facts: Fact, instead: str, the_guide: Guide) -> None:
    there = asked_for(the_guide, screen, Visit("worried", facts))
    assert there == Visit(instead or screen, facts)


@pytest.mark.parametrize("screen", ["sexual", "sexual_4", "call_first"])
def test_a_screen_for_which_talking_is_unsafe_opens_and_says_so(screen: str, the_guide: Guide) -> None:
    assert asked_for(the_guide, screen, Visit("worried")) == Visit(screen, Fact.UNSAFE)


def test_where_nothing_stands_in_its_place_there_is_nothing() -> None:
    closed = to("talk", only_if="may_talk_to_parents")
    guide = Guide({"start": [Screen(START, "Begin", ways=[closed]), Screen("talk", "Praten", ways=[begin()])]})
    assert asked_for(guide, "talk", Visit()) is None


# Helplines.


def test_a_helpline_that_has_a_screen_of_its_own_opens_it_where_ways_lead_there(the_guide: Guide) -> None:
    for line in ("veilig_thuis", "kindertelefoon"):
        for here in ("welcome", "worried", "plan", "parent"):
            assert screen_of_line(the_guide, line, here) == line


def test_whoever_reads_about_themselves_stays_in_their_region_or_has_nothing(
    the_guide: Guide, screens_of_lines: dict[tuple[str, str], str]
) -> None:
    for (_, here), screen in screens_of_lines.items():
        if screen in ABOUT_ONESELF:
            assert the_guide.region(screen) == the_guide.region(here)
    assert screen_of_line(the_guide, "suicide_prevention", "child") == "child_dark"
    assert screen_of_line(the_guide, "suicide_prevention", "partner") == "adult_dark"
    assert screen_of_line(the_guide, "suicide_prevention", START) == ""


def test_a_child_is_shown_a_screen_for_children(the_guide: Guide) -> None:
    for screen in the_guide.regions["child"]:
        for line in ("veilig_thuis", "kindertelefoon", "sexual_violence", "helpwanted"):
            assert the_guide.region(screen_of_line(the_guide, line, screen.name)) == "child"


def test_the_screen_of_a_helpline_shows_it(the_guide: Guide, screens_of_lines: dict[tuple[str, str], str]) -> None:
    for (line, _), screen in screens_of_lines.items():
        if screen:
            found = the_guide.screens[screen]
            assert line in found.helplines or Link(line) in found.parts
