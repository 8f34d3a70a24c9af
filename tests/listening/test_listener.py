"""Typed words lead to the right answer, however they are spelt, and never cost much."""

import random
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from benchmarks.listen import texts
from flows.offer_names import TOPIC
from flows.offers import named
from flows.routes import CLAIMS, CRISIS, Route
from flows.visit import Visit
from listening.answer import answer_of
from listening.decision import MUCH, NEAR_A_TALE, decide
from listening.reader import FIRST, LONGEST
from listening.understanding import Certainty, Understanding
from tests.support.person import GUIDE, LISTENER


def first(text: str) -> Route:
    """The route whose number or answer comes first; something else where nothing is claimed."""
    heard = LISTENER.hear(text)
    return heard.route if heard.certainty in (Certainty.SURE, Certainty.ASK) else Route.OTHER


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
        "ik ben zwanger en de baby schopt in mijn buik",
        "pregnant and the baby kicks my belly all night",
        "ik was dronken in de auto in slaap gevallen",
        "like i don't exist",
    ],
)
def test_a_figure_of_speech_or_a_denial_is_no_crisis(text: str) -> None:
    """F37."""
    assert first(text) not in CRISIS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hij gaat me vermoorden en ik wil dood", Route.ACUTE),
        ("ik wil dood, mijn oom zit aan me", Route.SUICIDAL),
        ("mijn stiefvader slaat me en zit aan me", Route.SEXUAL),
        ("mijn vader slaat mij, moet ik bellen met Veilig Thuis", Route.CHILD),
        ("ik heb mijn zoon geslagen en mijn man slaat mij", Route.PARENT),
        ("mijn man slaat mij en de buren horen het", Route.PARTNER),
        ("he has a knife and i want to die", Route.ACUTE),
        ("i want to die because my uncle touches me", Route.SUICIDAL),
        ("my dad hits me and touches me at night", Route.SEXUAL),
        ("ik maak me zorgen om mijn buurmeisje, is bellen anoniem", Route.BYSTANDER),
        ("my dad hits me, is calling anonymous", Route.CHILD),
    ],
)
def test_of_several_routes_danger_to_life_comes_first_and_then_harm_done_to_the_visitor(
    text: str, expected: Route
) -> None:
    """F38."""
    assert first(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik durf het niemand te vertellen", {Route.CHILD, Route.OTHER, Route.PARTNER, Route.BYSTANDER, Route.SEXUAL}),
        (
            "mijn man is heel streng voor ons zoontje",
            {Route.BYSTANDER, Route.CARER, Route.PARENT, Route.PARTNER, Route.OTHER},
        ),
        ("ik heb een melding gekregen van veilig thuis", {Route.REPORTED}),
        ("i got a letter from veilig thuis about my kids", {Route.REPORTED}),
        ("mijn vriendin snijdt zichzelf en haar vader slaat haar", {Route.SUICIDAL}),
        ("een meisje in mijn klas krijgt thuis geen eten", {Route.BYSTANDER, Route.CHILD, Route.ABOUT_OTHER}),
        ("moet ik als huisarts melden", {Route.PROFESSIONAL}),
        ("wie bent u", {Route.BOT, Route.OTHER}),
        ("ik val op kinderen", {Route.HARD_THOUGHTS}),
        ("ik heb gedachten over kinderen die niet mogen", {Route.HARD_THOUGHTS}),
        ("i am attracted to children", {Route.HARD_THOUGHTS}),
        ("ik ben oma", {Route.FAMILY}),
        ("ik ben coach", {Route.VOLUNTEER}),
        ("ik ben 12", {Route.YOUNG}),
        ("ik heb vorige week gebeld maar er gebeurt niks", {Route.CALLED}),
        ("ik word vals beschuldigd", {Route.REPORTED}),
        ("kan mijn vriend zien dat ik hier zit te typen", {Route.PRIVACY}),
        ("mijn vriendin wordt geslagen", {Route.ABOUT_OTHER}),
        ("hij heeft mij geslagen", {Route.PARTNER, Route.CHILD}),
        ("bel jij de politie", {Route.CALL_FOR_ME}),
        ("kan ik een mens spreken", {Route.PERSON}),
        ("ben je echt", {Route.BOT}),
        ("mijn dochter zegt dat opa aan haar zit", {Route.TOLD}),
        ("een leerling vertelde me net dat haar vader slaat", {Route.TOLD}),
        ("my son says his coach kissed him", {Route.TOLD}),
        ("a child told me that mummy locks him up", {Route.TOLD}),
        ("mijn vriendin vertelde dat haar man haar slaat", {Route.ABOUT_OTHER}),
        ("my daughter says she wants to die", {Route.SUICIDAL}),
        ("mijn man slaat", {Route.PARTNER}),
        ("er is bloed", {Route.ACUTE}),
        ("there is blood", {Route.ACUTE}),
        ("ik voel me rot", {Route.PERSON}),
        ("i feel so low", {Route.PERSON}),
        ("onterecht beschuldigd", {Route.REPORTED}),
        ("😭", {Route.PERSON}),
        ("🔪", {Route.ACUTE}),
        ("👋", {Route.GREETING}),
        ("i don't want to live at home", {Route.CHILD}),
        ("papa doet mij pijn", {Route.CHILD}),
        ("my daddy hurts me", {Route.CHILD}),
        ("nursery here, dad smelled of alcohol at pickup and is driving", {Route.ACUTE}),
        ("hij stapt dronken in de auto met mijn zoontje", {Route.ACUTE}),
        ("i am pregnant and my boyfriend kicked me in the stomach", {Route.ACUTE}),
        ("ik ben zwanger en mijn vriend schopte me in mijn buik", {Route.ACUTE}),
    ],
)
def test_a_text_is_understood_as_a_social_worker_would(text: str, expected: set[Route]) -> None:
    assert first(text) in expected


@pytest.mark.parametrize(
    "text",
    [
        "ik ben moe",
        "stop maar",
        "mijn dochter",
        "baby",
        "kindermishandeling",
        "coach",
        "oma",
        "school",
        "tired",
        "my son",
        "zegt",
        "told",
        "ik ben een man",
        "i am a friend",
        "wat een mooi weer",
        "🤬",
        "❤️",
    ],
)
def test_a_bare_word_never_accuses(text: str) -> None:
    heard = LISTENER.hear(text)
    assert heard.certainty is not Certainty.SURE or heard.route not in CLAIMS
    assert first(text) not in CRISIS


@pytest.mark.parametrize("text", ["onterecht beschuldigd", "emotionele controle", "zuster gebeld", "juf doet gemeen"])
def test_two_words_of_ours_are_no_other_language(text: str) -> None:
    assert LISTENER.hear(text).certainty is not Certainty.LANGUAGE


@pytest.mark.parametrize("text", ["wat een mooi weer", "ik heb niks gegeten vandaag", "het weer"])
def test_what_is_like_nothing_of_ours_opens_no_screen_that_only_sounds_alike(text: str) -> None:
    """Weather is no "weer bellen", and whoever did not eat hurt nobody."""
    assert answer_of(LISTENER.hear(text), Visit(), GUIDE) == ""


ABOUT_SOMETHING_ELSE = """
hoe vraag ik een nieuwe bankpas aan | mijn oma bakt morgen pannenkoeken | wanneer gaat het zwembad weer open
de trein naar school had vertraging | kun je een rekensom voor me maken | welke film draait er vanavond
ik zoek een cadeau voor mijn zusje | mijn baas wil een vergadering plannen | waar kan ik glas wegbrengen
mama vraagt of je melk meeneemt | onze buurman verkoopt zijn auto | hoe laat begint de ouderavond
mijn telefoon laadt niet op | is er nog plek op de camping | kan ik mijn abonnement stopzetten
welke verf heb ik nodig voor de babykamer | ik heb morgen een toets wiskunde | wie won de wedstrijd
how do i renew my passport | my gran makes the best apple pie | when does the pool open again
the bus to school was late | can you do a sum for me | which film is on tonight
i need a present for my little sister | my boss wants a meeting on friday | where do i take old glass
mum asks if you can bring milk | our neighbour sells his car | what time is parents evening
my phone will not charge | is there room at the campsite | can i cancel my subscription
what paint do i need for the nursery | i have a maths test tomorrow | who won the match
"""
"""Written for this test alone: nothing is learnt from it."""


def test_hardly_anything_about_something_else_opens_a_screen() -> None:
    texts = [text for line in ABOUT_SOMETHING_ELSE.strip().splitlines() for text in line.split(" | ")]
    answers = {text: answer_of(LISTENER.hear(text), Visit(), GUIDE) for text in texts}
    assert len(answers) == 36
    topics = {text: name for text, name in answers.items() if name.startswith(f"{TOPIC}_")}
    assert len(topics) <= 4, topics


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("is bellen anoniem", "vt_anonymous"),
        ("welke boeken zijn er voor kleuters", "books_younger"),
        ("hoeveel kinderen worden er mishandeld", "numbers"),
        ("stappen van de meldcode", "pro_steps"),
    ],
)
def test_a_question_finds_its_screen(text: str, screen: str) -> None:
    assert screen in LISTENER.hear(text).screens


def test_a_question_is_found_among_sentences_that_say_why_it_is_asked() -> None:
    question, why = (
        "komt hij erachter dat ik het ben als ik iets zeg?",
        "wij delen een muur en een trap, en hij is groot",
    )
    assert LISTENER.hear(f"{why}. {question}").screens[0] == LISTENER.hear(question).screens[0]


def test_a_story_that_asks_nothing_needs_a_nearer_screen_than_a_question() -> None:
    """Half of the buttons beside a story were about something else, such as pages for those who speak no Dutch."""
    shares = dict.fromkeys(Route, 0.01) | {Route.BYSTANDER: 0.3}
    for length, asks, is_near in ((MUCH, False, True), (MUCH + 1, False, False), (MUCH + 1, True, True)):
        near = [("signals", NEAR_A_TALE - 0.01)]
        found = decide(shares, near, length, (), asks=asks)
        assert (found.certainty is Certainty.TOPIC, bool(found.screens)) == (is_near, is_near)
        assert found.is_tale is not is_near
        assert decide(shares, [("signals", NEAR_A_TALE)], length, (), asks=asks).screens


def test_beside_a_story_only_pages_of_what_is_asked_for_are_offered() -> None:
    told = Understanding(Certainty.ASK, (Route.PARENT,), ("who_does_what", "parent_say"), length=20, is_tale=True)
    for heard, offered in ((told, ["parent_say"]), (replace(told, is_tale=False), ["who_does_what", "parent_say"])):
        question = named(answer_of(heard, Visit(), GUIDE), GUIDE)
        assert question is not None
        assert [visit.screen for visit in question.meant] == offered


@pytest.mark.parametrize(
    ("text", "own"),
    [
        *(("ik ben 13", True), ("Kben 13", True), ("ben 15!", True), ("I'm fourteen", True), ("hoi ik ben Sam", True)),
        *(("ze is bijna 13", False), ("13", False), ("hij wordt 9", False), ("she's nearly 14", False)),
        *(("waar ben je", False), ("dat bent u", False), ("him", False)),
    ],
)
def test_words_about_oneself_are_told_from_those_about_another(text: str, own: bool) -> None:
    assert LISTENER.hear(text).says_i_am is own


@pytest.mark.parametrize(
    ("text", "own"),
    [
        *(("mama sluit mij op. ik ben 10", True), ("hij is 31 ik 12", True), ("im only 9 and scared", True)),
        *(("kben pas 14", True), ("I'm 17, he hits me", True)),
        *(("ze is 10", False), ("ik ben 34", False), ("ik ben 18", False), ("ik ben 10 weken zwanger", False)),
        *(("ik ben 15 jaar getrouwd", False), ("I am 12 years married", False), ("ik was 12", False)),
    ],
)
def test_who_says_an_age_under_18_of_their_own_is_taken_for_a_child(text: str, own: bool) -> None:
    assert LISTENER.hear(text).is_child is own


def test_a_screen_that_is_much_less_near_than_the_nearest_is_not_offered() -> None:
    shares = {route: 1 / len(Route) for route in Route}
    for near, screens in (
        ([("signals", 0.5), ("talk", 0.4), ("abroad_girl", 0.3)], ("signals", "talk")),
        ([("signals", 0.5), ("abroad_girl", 0.2)], ("signals",)),
    ):
        assert decide(shares, near, 6, frozenset()).screens == screens


def test_no_page_for_adults_is_offered_to_somebody_under_18() -> None:
    """A child of 10 who is locked in was shown pages about a partner."""
    for text in ("my mum locks me in the bathroom, im 10", "he controls my phone and i am 15", "ik ben 12 wat nu"):
        answer = named(answer_of(LISTENER.hear(text), Visit(), GUIDE), GUIDE)
        assert answer is not None
        assert {GUIDE.region(visit.screen) for visit in answer.meant} <= {"child", "bystander", "start"}, text


def test_both_languages_are_listened_to_whatever_the_locale() -> None:
    assert (first("mijn vader slaat mij"), first("my father hits me")) == (Route.CHILD, Route.CHILD)


# F34, F35: no text costs much. Calls are counted, because a clock would measure the computer.


MOST_CALLS = 15_500


def work(text: str) -> int:
    """The number of calls."""
    made = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        LISTENER.hear(text)
    finally:
        sys.setprofile(None)
    return made


NASTY = texts()


@pytest.mark.parametrize("kind", NASTY)
def test_any_text_takes_time_in_proportion_to_its_length_and_never_much(kind: str) -> None:
    half, whole = work(NASTY[kind][: FIRST // 2]), work(NASTY[kind][:FIRST])
    assert whole < 2.5 * half + 2_000
    assert work(NASTY[kind][:LONGEST]) < MOST_CALLS


@pytest.mark.parametrize("text", ["ik wil dood. {}", "{} ik wil dood"])
def test_the_beginning_and_the_end_of_a_long_story_are_read(text: str) -> None:
    story = " ".join(["gisteren zijn we naar de markt gegaan en we kochten appels"] * 66)
    assert LONGEST - 200 < len(text.format(story)) <= LONGEST
    for word, is_heard in (("dood", True), ("fruit", False)):
        heard = LISTENER.hear(text.format(story).replace("dood", word))
        assert (heard.certainty is Certainty.SURE and heard.route is Route.SUICIDAL) is is_heard


def test_text_beyond_the_limit_of_telegram_is_not_read() -> None:
    assert first("-" * LONGEST + " ik wil dood") is Route.OTHER


def test_any_letters_at_all_lead_to_an_answer() -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    for _ in range(500):
        text = "".join(chr(dice.choice((dice.randrange(0x250), dice.randrange(0x110000)))) for _ in range(60))
        assert LISTENER.hear(text).certainty in Certainty


@pytest.mark.parametrize(
    ("text", "is_child", "is_grown_up"),
    [
        *(("ik ben 12", True, False), ("toen ik 12 was", False, False), ("als ik 12 ben, zegt hij", False, False)),
        *(("mijn zoontje is bang", False, True), ("our pupils", False, True), ("ben 34", False, True)),
        *(("I am 20 minutes away", False, False), ("ik ben 30 weken zwanger", False, False)),
        *(("my kid brother cries", False, False), ("mijn broertje is 4", False, False)),
        *(("mijn kind, en ik ben 16", True, False), ("mijn vrouw", False, True)),
    ],
)
def test_the_words_of_a_grown_up_are_told_from_those_of_a_child(text: str, is_child: bool, is_grown_up: bool) -> None:
    """A father wrote what his son had said, and read pages for children from then on."""
    heard = LISTENER.hear(text)
    assert (heard.is_child, heard.is_grown_up) == (is_child, is_grown_up)


def test_no_page_for_children_is_offered_to_a_grown_up() -> None:
    for is_grown_up, offered in ((True, ["at_home"]), (False, ["child_home", "at_home"])):
        heard = Understanding(
            Certainty.TOPIC, (Route.QUESTION,), ("child_home", "at_home"), length=7, is_grown_up=is_grown_up
        )
        page = named(answer_of(heard, Visit(), GUIDE), GUIDE)
        assert page is not None
        assert [visit.screen for visit in page.meant] == offered


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        *(("mag dat", True), ("dat mag", False), ("ik kan het niet loslaten", False), ("kan het kwaad", True)),
        *(("hij is weg. wat nu", True), ("wat een rotzak", False), ("wat het moeilijk maakt: hij is groot", False)),
        *(("morgen ga ik, maar is dat niet te laat", True), ("ik was er. had ik dat moeten zien", True)),
        *(("dinsdag moet ik weer", False), ("could be shy", False), ("could he be shy", True)),
        *(("hij komt bij ons, mag ik het dan vragen", True), ("anders mag ik niet meer komen", False)),
        *(("she left. what now", True), ("i know what now means to them", False), ("she said so", False)),
    ],
)
def test_a_question_is_told_from_a_remark(text: str, asks: bool) -> None:
    assert LISTENER.hear(text).asks is asks


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("no im not under 18 lol", Route.YOUNG),
        ("ik ben niet onder de 18", Route.CHILD),
        ("im not the parent im the au pair", Route.PARENT),
        ("het is niet mijn kind", Route.CARER),
        ("dit is niet voor mijn werk", Route.PROFESSIONAL),
        ("im 13 this isnt work", Route.PROFESSIONAL),
        ("nee ik heb nog niet gebeld", Route.CALLED),
        ("no not touching, hitting", Route.SEXUAL),
        ("eigenlijk gaat het over mij", Route.BYSTANDER),
    ],
)
def test_what_is_denied_is_hardly_heard(text: str, route: Route) -> None:
    heard = LISTENER.hear(text)
    assert route in heard.denies
    assert heard.shares[route] < 0.3
    assert LISTENER.hear("mijn buurmeisje wordt geslagen").denies == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "he has not touched me since",
        "they havent called back",
        "ik ben geen kind meer, ik ben 16",
        "its not my dad who hits me",
    ],
)
def test_what_only_sounds_like_a_denial_is_none(text: str) -> None:
    assert LISTENER.hear(text).denies == frozenset()
