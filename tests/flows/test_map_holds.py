"""What holds for the real map in every situation: each screen with everything a visitor can have told the guide."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from itertools import pairwise, product
from random import Random
from threading import Barrier

import pytest

from flows import answers
from flows.answers import ANSWERS
from flows.guide import Guide, NoSuchStep
from flows.proofs import PROOFS, Proof
from flows.regions.doubts import OWN_PLANS
from flows.routes import Route
from flows.screen import Answer, Copy
from flows.visit import START, Fact, Visit
from flows.words.small_talk import MANNERS

EVERY_FACT = [Fact.NOTHING, Fact.UNSAFE, Fact.CHECKED, Fact.UNSAFE | Fact.CHECKED]
FORGED_SCREENS = ["", "nowhere", "Welcome", "welcome ", "danger", "__class__"]
FORGED_TRIGGERS = ["", "nowhere", "to_welcome", "forget", "may_talk_to_parents", "initial", "trigger", "__init__", "*"]

# The screens that every release has, by region. Others may be added.
PROMISED = {
    "start": (
        "welcome person_now who_does_what who_call who_danger who_permit who_papers work about privacy on_my_phone"
    ),
    "bystander": (
        "worried heard_now signals physical emotional neglect violence sexual home_school what_counts write_down "
        "talk talk_child talk_child_how talk_child_secret talk_child_told talk_child_after "
        "talk_check talk_parent talk_parent_words talk_parent_angry talk_in_public call_first "
        "veilig_thuis vt_prepare vt_call vt_anonymous vt_report vt_after vt_chat vt_access kindertelefoon "
        "doubts doubt_wrong doubt_known doubt_taken doubt_worse doubt_business doubt_family "
        "doubts_more doubt_others doubt_words doubt_scared doubt_nothing "
        "more be_there volunteer not_at_home away_school away_daycare away_sport "
        "away_faith away_foster away_care away_bully "
        "worried_which worried_sibling worried_no_words worried_ill worried_carer worried_pics worried_pics_say "
        "worried_pics_who worried_pics_cops plan plan_watch plan_child plan_parent plan_call local "
        "plan_call_again plan_call_see plan_call_alone plan_child_again plan_child_see plan_child_alone "
        "plan_watch_again plan_watch_see plan_watch_alone "
        "learn numbers causes protects books_younger books_middle books_older klokhuis "
        "vt_again vt_does vt_new vt_complain known_police known_tip worried_family worried_split split_say split_does "
        "worried_unborn worried_animals worried_charges abroad abroad_before abroad_gone abroad_girl abroad_force"
    ),
    "child": (
        "child child_call child_home child_who child_then child_touch child_online child_dark child_more "
        "child_counts child_friend child_phone child_where child_school child_coach child_sibling child_bully "
        "child_care child_did child_ill child_carer child_pics_help child_pics_say child_pics_pay child_pics_gone "
        "child_pics_cops child_abroad"
    ),
    "parent": (
        "parent parent_now parent_did parent_call parent_reported parent_next parent_rights parent_help parent_other "
        "hard_thoughts parent_accused parent_children parent_taken parent_support parent_ex parent_ex_report "
        "parent_ex_child parent_abroad parent_pregnant parent_plan parent_elsewhere parent_partner"
    ),
    "adult": (
        "adult partner family_violence family_child survivor adult_dark adult_control adult_quiet survivor_help "
        "children_there adult_charges adult_forced adult_must_go"
    ),
    "professional": (
        "pro pro_steps pro_step1 pro_kindcheck pro_step2 pro_step3 pro_step4 pro_step5 pro_acute pro_open pro_share "
        "pro_help pro_one_plan pro_short_term pro_long_term pro_recovery pro_family pro_reflect_1 pro_reflect_2 "
        "pro_more pro_after pro_sectors pro_colleague pro_coll_school pro_coll_daycare pro_coll_sport "
        "pro_coll_care pro_coll_boss pro_volunteer pro_weigh_no pro_lessons pro_hear_child pro_after_abuse pro_groups "
        "pro_books_young pro_books_mid pro_books_old pro_klokhuis"
    ),
    "municipality": (
        "municipality city_campaign city_duties city_meldcode city_together city_measures city_counts "
        "city_help_after city_eyes city_privacy city_work city_neighbours city_refugees"
    ),
}


def every_visit(guide: Guide) -> list[Visit]:
    """Every combination, also those that there cannot be."""
    screens = [*guide.screens, *FORGED_SCREENS]
    return [Visit(screen, facts, local) for screen, facts, local in product(screens, EVERY_FACT, (False, True))]


def is_open(guide: Guide, visit: Visit, trigger: str) -> bool:
    """Whether `follow` returns a visit. Anything but a visit or NoSuchStep fails the test."""
    try:
        guide.follow(visit, trigger)
    except NoSuchStep:
        return False
    return True


def walk(guide: Guide, seed: int, steps: int) -> list[Visit]:
    """A random walk, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - a walk that can be repeated, not a secret
    walked = [guide.begin(local=bool(seed % 2))]
    for _ in range(steps):
        choice = chance.choice(guide.choices(walked[-1]))
        walked.append(guide.follow(walked[-1], choice.trigger))
    return walked


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_the_map_has_no_fault(proof: Proof, the_guide: Guide) -> None:
    assert list(proof(the_guide)) == []


def test_no_trigger_is_open_from_a_visit_that_there_cannot_be(the_guide: Guide) -> None:
    """Together with the proof of the shown choices this covers every screen, every fact and every trigger."""
    for visit, trigger in product(every_visit(the_guide), [*the_guide.triggers, *FORGED_TRIGGERS]):
        if visit not in the_guide.visits:
            assert not is_open(the_guide, visit, trigger), (visit, trigger)


def test_a_trigger_that_no_choice_has_opens_nothing(the_guide: Guide) -> None:
    for visit, trigger in product(the_guide.visits, FORGED_TRIGGERS):
        assert not is_open(the_guide, visit, trigger), (visit, trigger)


def test_every_choice_leads_to_a_visit_that_can_be_opened(the_guide: Guide) -> None:
    for visit in the_guide.visits:
        for choice in the_guide.choices(visit):
            assert the_guide.follow(visit, choice.trigger) in the_guide.visits


def test_a_choice_leads_where_its_region_says(the_guide: Guide) -> None:
    """Worked out from the region alone, without the machine: the guard, the fact and the screen."""
    for visit in the_guide.visits:
        expected = {}
        for way in the_guide.screens[visit.screen].ways:
            there = copy(visit)
            if way.then:
                getattr(there, way.then)()
            there.screen = way.dest
            is_open = not way.only_if or getattr(visit, way.only_if)()
            if is_open and not (way.unless and getattr(visit, way.unless)()):
                expected[way.trigger] = there
        assert {c.trigger: the_guide.follow(visit, c.trigger) for c in the_guide.choices(visit)} == expected


def test_a_visit_that_there_cannot_be_is_never_opened(the_guide: Guide) -> None:
    forged = [visit for visit in every_visit(the_guide) if visit not in the_guide.visits]
    closed = {visit.screen for visit in forged} & the_guide.screens.keys()
    assert closed > {START, *(name for name, screen in the_guide.screens.items() if screen.with_parents)}
    for visit in forged:
        with pytest.raises(NoSuchStep):
            the_guide.open(visit.screen, visit.facts, local=visit.local)


def test_every_visit_that_there_can_be_is_opened(the_guide: Guide) -> None:
    for visit in the_guide.visits:
        assert the_guide.open(visit.screen, visit.facts, local=visit.local) == visit


def test_every_guard_is_a_question_that_visit_answers_with_yes_or_no(the_guide: Guide) -> None:
    guards = {
        guard for screen in the_guide.screens for choice in the_guide.all_choices(screen) for guard, _ in choice.guards
    }
    assert guards
    for guard, visit in product(guards, the_guide.visits):
        before = copy(visit)
        assert getattr(visit, guard)() in (True, False), guard
        assert visit == before, f"{guard} changes the visit; a guard only asks"


def test_every_callback_exists_and_returns_nothing(the_guide: Guide) -> None:
    notes = {way.then for screen in the_guide.screens.values() for way in screen.ways if way.then}
    assert notes
    for note in notes:
        assert getattr(Visit(), note)() is None, note


def test_a_visit_handed_over_is_never_changed(the_guide: Guide) -> None:
    for visit in the_guide.visits:
        before = copy(visit)
        for choice in the_guide.choices(visit):
            assert the_guide.follow(visit, choice.trigger) is not visit
        assert visit == before


def test_two_walks_at_once_do_not_disturb_each_other(the_guide: Guide) -> None:
    steps = 1500
    alone = [walk(the_guide, seed, steps) for seed in (1, 2)]
    together = Barrier(2)

    def along_with_another(seed: int) -> list[Visit]:
        together.wait(timeout=10)
        return walk(the_guide, seed, steps)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(along_with_another, (1, 2))) == alone
    finally:
        sys.setswitchinterval(usual)


def test_an_unsafe_answer_stays_until_the_beginning_however_one_walks(the_guide: Guide) -> None:
    closed = 0
    for seed in range(40):
        for here, there in pairwise(walk(the_guide, seed, 200)):
            if Fact.UNSAFE in here.facts:
                closed += 1
                assert there.screen == START or Fact.UNSAFE in there.facts
                assert not the_guide.screens[there.screen].with_parents
    assert closed


def test_a_talk_with_the_parents_needs_the_answer_none_of_these(the_guide: Guide) -> None:
    """Compares the facts, not the guard that reads them."""
    with_parents = [visit for visit in the_guide.visits if the_guide.screens[visit.screen].with_parents]
    assert len({visit.screen for visit in with_parents}) > 1
    assert {visit.facts for visit in with_parents} == {Fact.CHECKED}


def test_the_beginning_has_only_one_visit_for_each_campaign(the_guide: Guide) -> None:
    assert {visit for visit in the_guide.visits if visit.screen == START} == {Visit(), Visit(local=True)}


@pytest.mark.parametrize("region", PROMISED)
def test_every_promised_screen_is_there(region: str, the_guide: Guide) -> None:
    assert set(PROMISED[region].split()) <= {screen.name for screen in the_guide.regions[region]}


def test_every_promised_answer_is_there() -> None:
    heard = {f"heard_{route}" for route in Route if route is not Route.OTHER}
    assert ANSWERS.keys() == {
        "follow_up",
        "danger",
        "wiped",
        "old_button",
        "typed",
        "long_story",
        "voice",
        "location",
        "contact",
        "media",
        "sticker",
        "button_only",
        "group",
        "covered",
        "forgotten",
        *heard,
        *MANNERS,
    }


def test_every_visit_that_an_answer_offers_exists(the_guide: Guide) -> None:
    assert list(answers.faults(the_guide)) == []


def test_an_answer_that_offers_a_closed_or_missing_visit_is_named(
    monkeypatch: pytest.MonkeyPatch, the_guide: Guide
) -> None:
    lost = Answer("lost", "Weg", meant=[Visit("sexual"), Visit("nowhere")], source="none")
    monkeypatch.setitem(ANSWERS, "lost", lost)
    assert [fault.split(",")[0] for fault in answers.faults(the_guide)] == [
        "lost: leads to 'sexual'",
        "lost: leads to 'nowhere'",
    ]


def test_every_screen_says_where_its_facts_come_from(the_guide: Guide) -> None:
    assert [screen.name for screen in the_guide.screens.values() if not screen.source] == []


# How many taps from the beginning a number or screen may be.


def taps_to(guide: Guide, is_there: Callable[[Visit], bool]) -> int:
    edge, seen, taps = {guide.begin()}, set[Visit](), 0
    while edge:
        if any(is_there(visit) for visit in edge):
            return taps
        seen |= edge
        edge = {guide.follow(visit, choice.trigger) for visit in edge for choice in guide.choices(visit)} - seen
        taps += 1
    raise AssertionError("no walk leads there")


@pytest.mark.parametrize(
    ("region", "helpline", "most"),
    [
        ("start", "veilig_thuis", 1),
        ("start", "emergency", 1),
        ("bystander", "veilig_thuis", 1),
        ("bystander", "kindertelefoon", 2),
        ("child", "kindertelefoon", 1),
        ("child", "suicide_prevention", 2),
        ("parent", "veilig_thuis", 1),
        ("adult", "veilig_thuis", 1),
        ("professional", "veilig_thuis", 2),
    ],
)
def test_a_number_is_as_near_as_promised(region: str, helpline: str, most: int, the_guide: Guide) -> None:
    def is_there(visit: Visit) -> bool:
        return the_guide.region(visit.screen) == region and helpline in the_guide.screens[visit.screen].helplines

    assert taps_to(the_guide, is_there) <= most


@pytest.mark.parametrize(
    ("screen", "most"),
    [
        ("person_now", 1),
        ("worried", 1),
        ("child", 1),
        ("heard_now", 2),
        ("doubt_wrong", 3),
        ("talk_child", 3),
        ("child_home", 2),
        ("child_dark", 2),
        ("child_online", 2),
        ("child_where", 2),
        ("child_coach", 3),
        ("child_pics_help", 3),
        ("child_pics_say", 3),
        ("worried_pics", 3),
        ("parent_elsewhere", 2),
        ("away_daycare", 3),
        ("pro_coll_daycare", 3),
        ("pro_coll_boss", 3),
        ("parent_now", 2),
        ("partner", 2),
        ("privacy", 2),
        # The page of somebody in a situation of their own.
        ("parent", 1),
        ("parent_reported", 2),
        ("parent_ex", 3),
        ("worried_family", 2),
        ("pro_volunteer", 2),
        ("survivor", 2),
        ("who_call", 2),
        ("who_permit", 2),
        ("vt_again", 3),
        ("parent_accused", 3),
        ("parent_pregnant", 3),
        ("worried_split", 3),
        ("worried_unborn", 4),
        ("worried_animals", 4),
        ("worried_charges", 3),
        ("adult_control", 3),
        ("adult_charges", 3),
        ("adult_forced", 3),
        ("child_abroad", 3),
        ("abroad", 3),
        ("vt_does", 4),
        ("vt_complain", 4),
        ("known_police", 4),
        ("abroad_gone", 4),
        *((plan.name, 5) for plan in OWN_PLANS),
    ],
)
def test_a_screen_is_as_near_as_promised(screen: str, most: int, the_guide: Guide) -> None:
    assert taps_to(the_guide, lambda visit: visit.screen == screen) <= most


def test_who_fears_a_journey_a_marriage_or_a_cutting_is_not_led_to_a_talk_with_the_parents(the_guide: Guide) -> None:
    visits = [visit for visit in the_guide.reachable if visit.screen.startswith("abroad")]
    assert {visit.screen for visit in visits} >= {"abroad", "abroad_before", "abroad_gone", "abroad_girl"}
    assert all(Fact.UNSAFE in visit.facts for visit in visits)


def test_a_sentence_to_say_to_a_child_is_three_taps_away(the_guide: Guide) -> None:
    assert any(isinstance(part, Copy) for part in the_guide.screens["talk_child"].parts)
    assert taps_to(the_guide, lambda visit: visit.screen == "talk_child") <= 3
