"""What a text gets, by how likely each route is."""

import pytest

from flows.routes import Route
from listening.decision import SOME, decide
from listening.understanding import Certainty

NOBODY = dict.fromkeys(Route, 0.0)


@pytest.mark.parametrize("route", [Route.SEXUAL, Route.SEXTORTION, Route.HARD_THOUGHTS])
def test_in_few_words_what_names_a_harm_is_no_button_on_a_guess(route: Route) -> None:
    """ "Nee ik ben 16" led with the number for sexual violence."""
    shares = {**NOBODY, Route.YOUNG: 0.4, route: 0.37, Route.CHILD: 0.2}
    assert route not in decide(shares, [], SOME, frozenset()).routes
    assert route in decide(shares, [], SOME + 1, frozenset()).routes


def test_an_often_asked_question_is_answered_where_nothing_else_would_be() -> None:
    likely, near = {**NOBODY, Route.OTHER: 0.12, Route.PARENT: 0.38}, [("talk_child_told", 0.2)]
    assert decide(likely, near, SOME, frozenset(), asks=True, faq="stay_with_me").certainty is Certainty.TOPIC
    assert decide(likely, near, SOME, frozenset(), asks=True).certainty is Certainty.OPEN
