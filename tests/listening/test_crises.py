"""How likely later messages tell of danger or dying."""

import pytest

from flows.routes import CRISIS, Route
from listening.listener import LONGEST
from tests.support.person import LISTENER


@pytest.mark.parametrize(
    ("text", "crisis"),
    [
        ("zonder mij bedoel ik", Route.SUICIDAL),
        ("soms denk ik ze zijn beter af bij een ander", Route.SUICIDAL),
        ("of ze doet zichzelf wat aan zei ze ook", Route.SUICIDAL),
        ("de baby huilde daarna heel raar en slap", Route.ACUTE),
        ("she just drove off with him", Route.ACUTE),
        ("net. 5 min geleden. buik doet zeer", Route.ACUTE),
    ],
)
def test_veiled_words_are_heard(text: str, crisis: Route) -> None:
    assert LISTENER.hear(text).crises[crisis] > 0.4


@pytest.mark.parametrize(
    "text", ["ik schaam me dood", "hij was dit weekend bij zn vader", "ze schreeuwt elke avond", "ik heb spijt"]
)
def test_grave_words_of_a_detail_are_not(text: str) -> None:
    assert max(LISTENER.hear(text).crises.values()) < 0.1


def test_a_story_is_read_by_itself() -> None:
    assert LISTENER.hear("en toen " * (LONGEST // 2)).crises.keys() == CRISIS
    assert LISTENER.hear("en toen " * LONGEST).crises == {}
