"""Mentions later in a conversation are found, and none where there is none."""

import pytest

from flows.routes import Mention
from listening.listener import LONGEST
from tests.listen.mentions import found, shares
from tests.support.person import LISTENER

LEFT_OUT = ["c", "k"]
FOUND, ANOTHER, FROM_NOTHING = 0.65, 0.06, 0.07
"""Bounds, a few points from what is reached (docs/listening.md)."""


@pytest.mark.slow
def test_what_writers_mention_is_found_by_what_others_wrote() -> None:
    reached = shares(list(found(LEFT_OUT)))
    assert reached["found"] >= FOUND
    assert reached["another"] <= ANOTHER
    assert reached["from nothing"] <= FROM_NOTHING


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("straks zit ik er helemaal naast en is er niks aan de hand", Mention.MISTAKEN),
        ("what if they take my boys away from me", Mention.TAKEN),
        ("ik heb haar beloofd dat ik niks zou zeggen", Mention.SECRET),
        ("he will go crazy when he finds out i called", Mention.REACTION),
        ("mijn baas zegt dat ik me er niet mee moet bemoeien", Mention.HELD_BACK),
        ("i havent slept for days, i keep crying", Mention.FEELING),
    ],
)
def test_a_fear_or_a_doubt_is_heard_in_other_words(text: str, mention: Mention) -> None:
    assert LISTENER.hear(text).mentions[0] is mention


@pytest.mark.parametrize(
    "text", ["ze is 6 en zit in groep 3", "we live on the third floor", "niet elke dag", "ok", "ja", "112", ""]
)
def test_a_detail_mentions_nothing(text: str) -> None:
    assert LISTENER.hear(text).mentions == ()


def test_a_long_story_mentions_too_much_to_name_one() -> None:
    one = "ik heb haar beloofd dat ik niks zou zeggen "
    assert LISTENER.hear(one).mentions
    assert not LISTENER.hear(one * (LONGEST // len(one.split()) + 1)).mentions
