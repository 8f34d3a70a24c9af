"""Somebody who worries about a place that is not home finds whom to call and what to say, whoever is in charge."""

import pytest

from flows.guide import Guide
from flows.regions import beyond_home, places, workplaces
from flows.screen import Copy, Link, Screen
from flows.visit import Visit

ELSEWHERE = [*places.SCREENS, *workplaces.SCREENS, *beyond_home.SCREENS]
CRISIS_LINE = "suicide_prevention"

every_screen = pytest.mark.parametrize("screen", ELSEWHERE, ids=lambda screen: screen.name)


def near(guide: Guide, screen: Screen, presses: int) -> set[str]:
    """The screens at most so many presses away, this one among them."""
    found = {Visit(screen.name)}
    for _ in range(presses):
        found |= {guide.follow(visit, choice.trigger) for visit in found for choice in guide.choices(visit)}
    return {visit.screen for visit in found}


def has_sentence(screen: Screen) -> bool:
    return any(isinstance(part, Copy) for part in screen.parts)


@every_screen
def test_it_says_whom_to_reach(screen: Screen) -> None:
    assert screen.helplines or any(isinstance(part, Link) for part in screen.parts)


@every_screen
def test_a_sentence_to_say_is_at_most_one_press_away(screen: Screen, the_guide: Guide) -> None:
    assert any(has_sentence(the_guide.screens[name]) for name in near(the_guide, screen, 1))


@pytest.mark.parametrize("name", ["away_school", "away_daycare", "away_sport", "away_care"])
def test_a_place_has_somebody_above_its_head(name: str, the_guide: Guide) -> None:
    """So that nobody is sent only to those whom the worry may be about."""
    screen = the_guide.screens[name]
    above = {"vertrouwensinspecteur", "veilige_sport", "meldpunt_zorg"}
    assert above & (screen.helplines | {part.helpline for part in screen.parts if isinstance(part, Link)})


@pytest.mark.parametrize("screen", workplaces.SCREENS, ids=lambda screen: screen.name)
def test_at_work_the_page_about_the_boss_is_at_most_two_presses_away(screen: Screen, the_guide: Guide) -> None:
    assert "pro_coll_boss" in near(the_guide, screen, 2)


@pytest.mark.parametrize("screen", beyond_home.PICTURES, ids=lambda screen: screen.name)
def test_a_child_with_pictures_is_near_to_somebody_about_death(screen: Screen, the_guide: Guide) -> None:
    assert any(CRISIS_LINE in the_guide.screens[name].helplines for name in near(the_guide, screen, 2))
