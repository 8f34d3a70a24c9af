"""From a doubt to a step: every doubt leads to every plan, and no plan leads past a guard."""

import re
from itertools import product

from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.regions.doubts import DOUBTS, OWN_PLANS, PLANS, WHEN
from flows.screen import Copy
from flows.visit import Fact, Visit
from locales import Locales

MENUS = ("doubts", "doubts_more")
BARRIERS = [screen.name for screen in DOUBTS if screen.name not in MENUS]
NINE = [screen.name for screen in OWN_PLANS]
MOST_CHOICES = 6


def next_to(guide: Guide, visit: Visit) -> set[Visit]:
    return {guide.follow(visit, choice.trigger) for choice in guide.choices(visit)}


def on(guide: Guide, screens: list[str]) -> list[Visit]:
    """Every visit to these screens, whatever was told."""
    return [visit for visit in guide.visits if visit.screen in screens]


def test_there_are_ten_doubts_and_nine_plans() -> None:
    assert len(BARRIERS) == 10
    assert len(NINE) == len(set(NINE)) == 9
    assert {name.rpartition("_")[2] for name in NINE} == set(WHEN)


def test_every_doubt_stands_on_one_of_two_pages(the_guide: Guide) -> None:
    ahead = {there.screen for visit in on(the_guide, list(MENUS)) for there in next_to(the_guide, visit)}
    assert set(BARRIERS) <= ahead


def test_every_doubt_leads_to_every_plan_in_two_presses(the_guide: Guide) -> None:
    """Whatever was told, and nothing that was told is lost on the way."""
    barriers = on(the_guide, BARRIERS)
    assert barriers
    for here in barriers:
        reached = {after for there in next_to(the_guide, here) for after in next_to(the_guide, there)}
        assert {Visit(plan, here.facts, here.local) for plan in NINE} <= reached


def test_somebody_who_made_a_plan_can_go_back_to_their_doubts(the_guide: Guide) -> None:
    for here in on(the_guide, NINE):
        assert Visit("doubts", here.facts, here.local) in next_to(the_guide, here)


def test_a_page_has_at_most_six_choices(the_guide: Guide) -> None:
    for here in on(the_guide, [screen.name for screen in (*DOUBTS, *PLANS)]):
        choices = [choice for choice in the_guide.choices(here) if not choice.is_back]
        assert len(choices) - here.local * (here.screen == "plan") <= MOST_CHOICES


def test_a_plan_is_one_sentence_to_copy(the_locales: Locales) -> None:
    """It has no full stop but its own, and says the moment that was chosen."""
    for screen, locale in product(OWN_PLANS, the_locales.values()):
        (copied,) = [part for part in screen.parts if isinstance(part, Copy)]
        said = locale.say(copied.words, **SPOKEN)
        assert re.fullmatch(r"[^.!?\n]+\.", said), said
    assert len({part for screen in OWN_PLANS for part in screen.parts if isinstance(part, Copy)}) == 9


def test_no_plan_opens_what_a_guard_shuts(the_guide: Guide) -> None:
    """Neither the plan nor what is one press from it leads to the parents, unless "none of these" was answered."""
    shut = [here for here in on(the_guide, [*NINE, *BARRIERS]) if here.facts is not Fact.CHECKED]
    assert {here.screen for here in shut} >= set(NINE)
    for here in shut:
        for there in {here, *next_to(the_guide, here)}:
            assert not the_guide.screens[there.screen].with_parents


def test_a_plan_to_talk_with_a_parent_asks_first(the_guide: Guide) -> None:
    for here in on(the_guide, ["plan"]):
        ahead = {there.screen for there in next_to(the_guide, here)}
        assert ("plan_parent" in ahead) is (here.facts is Fact.CHECKED)
        assert ("talk_check" in ahead) is (here.facts is Fact.NOTHING)


def test_somebody_who_is_afraid_of_the_parents_does_not_talk_with_them(the_guide: Guide) -> None:
    scared = on(the_guide, ["doubt_scared"])
    assert scared
    assert all(Fact.UNSAFE in here.facts for here in scared)
