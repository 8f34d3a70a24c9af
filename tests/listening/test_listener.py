"""Typed words lead to the right answer, however they are spelt, and never cost much."""

import random
import re
import sys
from types import FrameType
from typing import Any

import pytest

from benchmarks.listen import texts
from flows.guide import Guide
from flows.routes import Route
from listening import cues
from listening.listener import Listener
from listening.phrases import BrokenCues, Cues
from listening.reader import FIRST, LONGEST
from listening.scorer import Table
from listening.understanding import Cue, also_meant
from tests.support.person import LISTENER

EVERY_CUE = [(language, cue) for language, written in cues.read().items() for cue in written.cues]


def first(text: str) -> Route:
    return LISTENER.hear(text).routes[0]


@pytest.mark.parametrize(
    ("language", "cue"), EVERY_CUE, ids=[f"{language}: {cue.example}" for language, cue in EVERY_CUE]
)
def test_every_cue_matches_its_own_example(language: str, cue: Cue) -> None:
    heard = LISTENER.hear(cue.example)
    assert heard.routes[0] is cue.route
    assert any(match.language == language and match.cue == cue for match in heard.matches)


def test_a_cue_opens_only_screens_that_need_no_facts(the_guide: Guide) -> None:
    for _, cue in EVERY_CUE:
        if cue.opens:
            assert the_guide.open(cue.opens).screen == cue.opens


HIDDEN = {
    "zero width": "ik wil d\u200bo\u200co\u200dd",
    "soft hyphen": "zelf\u00admoord",
    "wide letters": "ｉｋ　ｗｉｌ　ｄｏｏｄ",
    "accents": "ìk wíl dôód",
    "letters of another alphabet": "ik wil dооd",
    "figures": "ik w1l d00d",
    "signs": "z€lfm0ord",
    "spaced": "i k  w i l  d o o d",
    "spaced with one space": "z e l f m o o r d",
    "dotted": "z.e.l.f.m.o.o.r.d",
    "stretched": "ik wil echttttt dooooood",
    "capitals": "IK WIL DOOD",
    "written together": "ikwildood",
    "masked": "zelfm*ord",
    "a hyphen": "zelf-moord",
    "in a hurry": "kwil dood",
    "a mistake": "ik denk aan zelfmoort",
    "two letters turned round": "ik denk aan zelfmorod",
    "mixed languages": "bro ik wil gewoon kms",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_words_in_distress_are_heard_however_they_are_written(text: str) -> None:
    """F36."""
    assert first(text) is Route.SUICIDAL


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet dood, ik ben gewoon moe",
        "ik lach me dood",
        "mijn telefoon is dood",
        "hij slaat een bal over het net",
        "dat slaat nergens op",
        "i don't want to die, i am just tired",
        "i am dying of laughter",
        "you are killing it",
        "my phone is dead",
        "he hit the ball",
    ],
)
def test_a_figure_of_speech_or_a_denial_is_no_crisis(text: str) -> None:
    """F37."""
    assert first(text) not in {Route.ACUTE, Route.SUICIDAL}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hij gaat me vermoorden en ik wil dood", Route.ACUTE),
        ("ik wil dood, mijn oom zit aan me", Route.SUICIDAL),
        ("mijn stiefvader slaat me en zit aan me", Route.SEXUAL),
        ("mijn vader slaat mij, moet ik bellen met Veilig Thuis", Route.CHILD),
        ("ik heb mijn zoon geslagen en mijn man slaat mij", Route.PARENT),
        ("mijn man slaat mij en de buren horen het", Route.PARTNER),
        ("ik maak me zorgen om mijn buurmeisje, is bellen anoniem", Route.BYSTANDER),
        ("he has a knife and i want to die", Route.ACUTE),
        ("i want to die because my uncle touches me", Route.SUICIDAL),
        ("my dad hits me and touches me at night", Route.SEXUAL),
        ("my dad hits me, is calling anonymous", Route.CHILD),
    ],
)
def test_of_several_routes_danger_to_life_comes_first_and_then_harm_done_to_the_visitor(
    text: str, expected: Route
) -> None:
    """F38."""
    heard = LISTENER.hear(text)
    assert heard.routes[0] is expected
    assert list(heard.routes) == sorted(heard.routes, key=list(Route).index)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik durf het niemand te vertellen", {Route.CHILD, Route.OTHER, Route.PARTNER, Route.BYSTANDER, Route.SEXUAL}),
        ("mijn man is heel streng voor ons zoontje", {Route.BYSTANDER, Route.PARENT, Route.PARTNER}),
        ("ik heb een melding gekregen van veilig thuis", {Route.PARENT}),
        ("mijn vriendin snijdt zichzelf en haar vader slaat haar", {Route.SUICIDAL}),
        ("een meisje in mijn klas krijgt thuis geen eten", {Route.BYSTANDER, Route.CHILD}),
        ("moet ik als huisarts melden", {Route.PROFESSIONAL}),
        ("wie bent u", {Route.OTHER}),
        ("ik val op kinderen", {Route.SEXUAL}),
        ("ik heb gedachten over kinderen die niet mogen", {Route.SEXUAL}),
    ],
)
def test_a_text_is_understood_as_a_social_worker_would(text: str, expected: set[Route]) -> None:
    assert first(text) in expected


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("ik val op kinderen", "hard_thoughts"),
        ("ik heb gedachten over kinderen die niet mogen", "hard_thoughts"),
        ("i am attracted to children", "hard_thoughts"),
        ("ik heb een melding gekregen van veilig thuis", "parent_reported"),
        ("i got a letter from veilig thuis about my kids", "parent_reported"),
    ],
)
def test_an_urgent_screen_is_one_press_away(text: str, screen: str) -> None:
    assert also_meant(LISTENER.hear(text)) == screen


def test_both_languages_are_listened_to_whatever_the_locale() -> None:
    assert (first("mijn vader slaat mij"), first("my father hits me")) == (Route.CHILD, Route.CHILD)


SEA = Table(
    ["other", "municipality", "suicidal"],
    {"": "20,0,-60,-60", "zeilboot": "20,-99,99,-99", "kano": "20,-99,-99,99", "fiets": "20,99,-99,-99"},
)


def test_a_text_without_a_cue_takes_the_route_of_similar_examples() -> None:
    deaf = Listener({"nl": Cues([])}, SEA)
    assert deaf.hear("de zeilboot").routes == (Route.MUNICIPALITY,)
    assert deaf.hear("de kano").routes == (Route.SUICIDAL,)
    assert deaf.hear("niets bekends").routes == (Route.OTHER,)


def test_a_crisis_cue_outranks_the_examples() -> None:
    sure = Listener({"nl": Cues([Cue(Route.ACUTE, ("fiets",), "fiets")])}, SEA)
    assert sure.hear("fiets").routes == (Route.ACUTE,)


def test_any_other_cue_gives_way_to_much_surer_examples() -> None:
    listener = Listener({"nl": Cues([Cue(Route.CHILD, ("zee",), ""), Cue(Route.WIPE, ("zee",), "")])}, SEA)
    assert listener.hear("zee").routes == (Route.OTHER,)
    assert listener.hear("zeilboot op zee").routes == (Route.MUNICIPALITY, Route.WIPE)


def test_a_hint_leaves_it_to_the_examples() -> None:
    cue = Cue(Route.ACUTE, ("schip in nood",), "", hint=("schip",))
    told = Table(["acute", "other"], {"": "20,-20,20", "!acute?": "20,0,0", "!acute": "20,0,0", "storm": "20,99,-99"})
    listener = Listener({"nl": Cues([cue])}, told)
    assert listener.hear("een schip in nood").routes == (Route.ACUTE,)
    assert listener.hear("een schip").routes == (Route.OTHER,)
    assert [match.is_hint for match in listener.hear("een schip").matches] == [True]
    assert listener.hear("een schip, storm").routes == (Route.ACUTE,)
    assert listener.why("een schip, storm", Route.ACUTE) == ["storm"]


def test_examples_add_no_denied_crisis_unless_it_is_nearly_certain() -> None:
    cues = Cues([Cue(Route.SUICIDAL, ("kano willen",), "")], negations=["niet"])
    for otherwise, denied in ((0, Route.OTHER), (-99, Route.SUICIDAL)):
        table = Table(SEA.routes, {**SEA.weights, "kano": f"20,{otherwise},-99,99"})
        listener = Listener({"nl": cues}, table)
        assert listener.hear("kano").routes == (Route.SUICIDAL,)
        assert listener.hear("niet kano willen").routes == (denied,)


@pytest.mark.parametrize(
    ("route", "crisis", "first"),
    [(Route.OTHER, -14, Route.OTHER), (Route.PARTNER, -14, Route.SUICIDAL), (Route.PARTNER, -26, Route.PARTNER)],
)
def test_a_crisis_has_to_be_more_probable_beside_a_calm_or_surer_route(route: Route, crisis: int, first: Route) -> None:
    """The other route has a probability of 0.7 or more, the crisis one of 0.31 or 0.22."""
    told = Table([route.value, "suicidal"], {"": "20,0,0", "zee": f"20,22,{crisis}"})
    assert Listener({"nl": Cues([])}, told).hear("zee").routes == (first,)


def small(hear: str, **rest: Any) -> Listener:
    return Listener({"nl": Cues([Cue(Route.ACUTE, (hear,), "")], **rest)})


@pytest.mark.parametrize(
    ("phrase", "heard", "not_heard"),
    [
        ("rode fiets", "een rode oude fiets", "een fiets die rode wielen heeft"),
        ("rode ... fiets", "een rode en heel erg mooie fiets", "rode " + "en nog " * 5 + "fiets"),
        ("rode & fiets", "de fiets die we kochten is een rode", "rode " + "en nog een " * 6 + "fiets"),
        ("^ fiets", "fiets van mij", "van mij is deze oude fiets"),
        ("fiets $", "mijn fiets. en de jouwe", "mijn fiets is van de jouwe gestolen"),
        ("rode fiets", "rode fiets", "rode. fiets"),
        ("rode fiets", "rode fiets", "niet rode fiets"),
        ("rode fiets", "rode fiets", "rode geen fiets"),
        ("rode fiets", "rode fiets", "rode brandweerfiets"),
    ],
)
def test_a_phrase_matches_as_the_file_explains(phrase: str, heard: str, not_heard: str) -> None:
    listener = small(phrase, negations=["niet", "geen"], ordinary=["en", "nog", "een"])
    assert listener.hear(heard).routes == (Route.ACUTE,)
    assert listener.hear(not_heard).routes == (Route.OTHER,)


def test_a_family_matches_its_words_beginnings_and_ends() -> None:
    listener = small("<wiel>", families={"wiel": ["band", "spaak*", "*velg", "vrije loop"]})
    for text in ("band", "spaakje", "aluvelg", "de vrije loop"):
        assert listener.hear(text).routes == (Route.ACUTE,)
    assert listener.hear("de vrije wil").routes == (Route.OTHER,)


def test_a_lookalike_hides_its_words_from_the_cues() -> None:
    assert small("bal", lookalikes=["bal gooien"]).hear("een bal gooien").routes == (Route.OTHER,)


@pytest.mark.parametrize("phrase", ["<wie>", "fiets ...", "", "fiets & "])
def test_a_phrase_that_cannot_be_matched_is_named(phrase: str) -> None:
    with pytest.raises(BrokenCues, match=f"^{re.escape(repr(phrase))} "):
        small(phrase)


# F34, F35: no text costs much. Calls are counted, because a clock would measure the computer.


MOST_CALLS = 15_500
MOST_COMPARED = 4_000


def work(text: str) -> tuple[int, int]:
    """The number of calls, and of known words that mistyped ones are compared with."""
    made = compared = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made, compared
        made += event in ("call", "c_call")
        if event == "return" and frame.f_code.co_name == "_near":
            compared += len(argument)

    sys.setprofile(count)
    try:
        LISTENER.hear(text)
    finally:
        sys.setprofile(None)
    return made, compared


NASTY = texts()


@pytest.mark.parametrize("kind", NASTY)
def test_any_text_takes_time_in_proportion_to_its_length_and_never_much(kind: str) -> None:
    (half, _), (whole, _) = work(NASTY[kind][: FIRST // 2]), work(NASTY[kind][:FIRST])
    assert whole < 2.5 * half + 2_000
    whole, compared = work(NASTY[kind][:LONGEST])
    assert whole < MOST_CALLS
    assert compared < MOST_COMPARED


@pytest.mark.parametrize("text", ["ik wil dood. {}", "{} ik wil dood"])
def test_the_beginning_and_the_end_of_a_long_story_are_read(text: str) -> None:
    story = " ".join(["gisteren zijn we naar de markt gegaan en we kochten appels"] * 66)
    assert LONGEST - 200 < len(text.format(story)) <= LONGEST
    assert first(text.format(story)) is Route.SUICIDAL
    assert first(text.format(story).replace("dood", "fruit")) is not Route.SUICIDAL


def test_text_beyond_the_limit_of_telegram_is_not_read() -> None:
    assert first("-" * LONGEST + " ik wil dood") is Route.OTHER


def test_any_letters_at_all_lead_to_an_answer() -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    for _ in range(500):
        text = "".join(chr(dice.choice((dice.randrange(0x250), dice.randrange(0x110000)))) for _ in range(60))
        assert LISTENER.hear(text).routes


def test_signs_are_read_in_their_order_in_the_text() -> None:
    """Not in the order of a set, which differs from one process to the next."""
    for signs in ("🔪🔫", "🔫🔪", "🔪🔪🔫"):
        assert LISTENER.words(signs)["nl"][:-1] == list(dict.fromkeys(signs))
