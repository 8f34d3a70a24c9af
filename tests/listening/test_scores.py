"""Typed words are understood as well as at the last measurement. `python -m tests.listen` prints the figures.

The bounds are a little below the figures reached. `docs/listening.md` says where those miss their aim.
"""

import re

import pytest

from flows.answers import ANSWERS, HEARD
from flows.guide import Guide
from flows.routes import CRISIS, Route
from flows.screen import Numbers
from listening.learn.examples import EXAMPLES, examples
from listening.understanding import Understanding, also_meant
from tests.listen import DEVELOPMENT, HELD_OUT, Score, score
from tests.support.person import LISTENER

LEAST = {
    "development": {
        "crisis": 0.96,
        "macro": 0.92,
        "alarms": 0.02,
        "gap": 0.04,
        Route.SEXUAL: 0.98,
        Route.CHILD: 0.96,
        Route.PARENT: 0.92,
    },
    "held_out": {
        "crisis": 0.96,
        "macro": 0.88,
        "alarms": 0.06,
        "gap": 0.04,
        Route.SEXUAL: 0.9,
        Route.CHILD: 0.9,
        Route.PARENT: 0.87,
    },
}


@pytest.fixture(scope="module", params=[DEVELOPMENT, HELD_OUT], ids=lambda path: path.stem)
def scored(request: pytest.FixtureRequest) -> Score:
    return score(LISTENER, request.param)


def test_words_are_understood_as_well_as_before(scored: Score, request: pytest.FixtureRequest) -> None:
    least = LEAST[request.node.callspec.id]
    assert scored.crisis >= least["crisis"]
    assert scored.macro() >= least["macro"]
    assert scored.alarms <= least["alarms"]
    assert abs(scored.macro("nl") - scored.macro("en")) <= least["gap"]
    for route in (Route.SEXUAL, Route.CHILD, Route.PARENT):
        assert scored.recall(route) >= least[route]


def test_the_sets_are_large_and_do_not_overlap() -> None:
    development, held_out, learnt = (
        {example.text for example in examples(path)} for path in (DEVELOPMENT, HELD_OUT, EXAMPLES)
    )
    assert min(len(development), len(held_out)) >= 400
    # Greetings are the same whoever writes them.
    same = {text for text in held_out & (development | learnt) if len(text) > len("dank je wel, dag")}
    assert len(same) <= 5, same


def test_every_answer_shows_112_first_or_second_and_a_human_line(the_guide: Guide) -> None:
    """So a crisis gets 112 or 113 however it is understood."""
    for route, name in HEARD.items():
        lines = [line for part in ANSWERS[name].parts if isinstance(part, Numbers) for line in part.helplines]
        assert "emergency" in lines[:2], route
        named = {line for sentence in ANSWERS[name].sentences for line in re.findall(r"\{(\w+)\}", sentence)}
        assert {"veilig_thuis", "kindertelefoon"} <= {*lines, *named}, route
        assert lines[0] == "suicide_prevention" if route is Route.SUICIDAL else lines[0] not in {"suicide_prevention"}


def test_no_answer_to_a_child_or_about_something_sexual_leads_to_the_parents(scored: Score, the_guide: Guide) -> None:
    for message, heard in zip(scored.messages, scored.heard, strict=True):
        if heard.routes[0] not in {Route.CHILD, Route.SEXUAL}:
            continue
        visits = [the_guide.open(visit.screen, visit.facts) for visit in ANSWERS[HEARD[heard.routes[0]]].meant]
        visits += [the_guide.open(meant) for meant in (also_meant(heard),) if meant]
        for visit in visits:
            ahead = [the_guide.follow(visit, choice.trigger) for choice in the_guide.choices(visit)]
            assert not any(the_guide.screens[near.screen].with_parents for near in (visit, *ahead)), message.text


def test_most_crises_are_recognised_in_each_language(scored: Score) -> None:
    wanted = [(message, got) for message, got in scored.pairs if message.route in CRISIS]
    for language in ("nl", "en"):
        found = [got in CRISIS for message, got in wanted if message.language == language]
        assert sum(found) > 0.85 * len(found)


@pytest.mark.parametrize("first", [Route.CHILD, Route.SEXUAL])
def test_nothing_more_is_offered_to_a_child_or_about_something_sexual(first: Route) -> None:
    assert also_meant(Understanding((first, Route.BYSTANDER))) == ""
    assert also_meant(Understanding((Route.PARTNER, Route.BYSTANDER))) == "worried"
