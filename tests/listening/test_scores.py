"""A person gets what they should, as well as at the last measurement. `python -m tests.listen` prints the figures.

The bounds are a little below the figures reached; `docs/listening.md` says where those miss their aim.
"""

from functools import cache

import pytest

from listening.learn.examples import examples
from tests.listen import EARLIER, Aim, aims, first_number, following, rows
from tests.listen.conversations import bursts, conversations, misses, own_number, played, stands_after
from tests.listen.following import NONE

LEAST = {
    "own number of a crisis first": 0.91,
    "route heard, or among the asked ones": 0.88,
    "a bare word or role claims nothing": 0.98,
    "a question: its screen among three": 0.7,
    "what many ask is answered, and no other": 0.54,
    "vague: left open or asked": 0.85,
    "another language gets its own page": 0.86,
    "harmless: no 113 first": 0.96,
    "a child's harm leads to no parents": 0.98,
}
AFTER_A_STORY = {
    (NONE, "stays"): 0.9,
    ("acute", "crisis"): 0.72,
    ("acute", "in view"): 1.0,
    ("suicidal", "crisis"): 0.7,
    ("suicidal", "in view"): 0.95,
}
MOST_FALSE = 0.06
"""Of details after a story, of which a third has words as grave as "dood"."""
MOST_APART = 0.07
"""Between Dutch and English: the halves are small."""


@cache
def measured(*, odd: bool) -> tuple[Aim, ...]:
    return tuple(aims(odd=odd))


@pytest.mark.parametrize("odd", [False, True], ids=["for development", "hidden"])
def test_words_are_understood_as_well_as_before(odd: bool) -> None:
    assert {aim.name: round(aim.share, 3) for aim in measured(odd=odd) if aim.share < LEAST[aim.name]} == {}


def test_what_follows_a_story_is_a_detail_or_a_crisis() -> None:
    found = following.shares()
    assert {key: round(found[key], 3) for key, least in AFTER_A_STORY.items() if found[key] < least} == {}
    assert found[NONE, "crisis"] < MOST_FALSE


def test_neither_language_is_understood_much_better() -> None:
    apart = {aim.name: aim.in_language("nl") - aim.in_language("en") for aim in measured(odd=True)}
    assert {name: round(share, 3) for name, share in apart.items() if abs(share) > MOST_APART} == {}


def test_the_sets_are_large_and_were_not_learnt_from() -> None:
    sets = ("bare", "people", "topics", "faq", "vague")
    halves = {name: len(rows(name, odd=odd)) for name in sets for odd in (False, True)}
    assert min(halves.values()) > 150
    learnt = {example.text for example in examples()}
    earlier = {example.text for path in EARLIER for example in examples(path)}
    # Greetings are the same whoever writes them.
    assert len({text for text in earlier & learnt if len(text) > len("dank je wel, dag")}) <= 5


@pytest.mark.parametrize("odd", [False, True], ids=["for development", "hidden"])
async def test_a_conversation_keeps_its_place(odd: bool) -> None:
    turns = wrong = harmful = 0
    for _, language, every in conversations(odd=odd):
        pages = await played(language, every)
        for turn, before, now in zip(every, [pages[0], *pages], pages, strict=False):
            missed = list(misses(turn, now, before))
            turns, wrong = turns + 1, wrong + bool(missed)
            harmful += any(miss.startswith("not ") and miss != "not menu" for miss in missed)
    assert turns > 190
    assert wrong <= 0.08 * turns
    assert harmful <= 2


async def test_at_night_hardly_any_turn_is_wrong_and_none_harmful() -> None:
    wrong = turns = 0
    for name, language, every in conversations(odd=None):
        pages = await played(language, every)
        for turn, before, now in zip(every, [pages[0], *pages], pages, strict=False):
            missed = list(misses(turn, now, before))
            turns, wrong = turns + 1, wrong + bool(missed)
            assert not [miss for miss in missed if miss.startswith("not ") and miss != "not menu"], (name, turn.text)
    assert turns > 300
    assert wrong <= 0.05 * turns


@pytest.mark.parametrize(("odd", "least"), [(False, 0.8), (None, 0.77)], ids=["for development", "at night"])
@pytest.mark.parametrize("together", [True, False], ids=["together", "one by one"])
async def test_the_gravest_number_of_a_burst_stands_first(odd: bool | None, least: float, together: bool) -> None:
    """Written one by one, hardly less often than when it waits together."""
    shown = [(burst, await stands_after(burst, together=together)) for burst in bursts(odd=odd)]
    right = [first_number(page.text) == own_number(burst.gravest, burst.language) for burst, page in shown]
    assert sum(right) >= least * len(right)
