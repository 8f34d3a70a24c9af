"""Small talk gets a short answer of its own, and takes nothing away."""

import pytest

from bot.api.update import Sent
from bot.chat.heard import in_manners, with_subject
from bot.chat.manners import Manners
from bot.chat.tap import Tap
from flows.answers import ANSWERS, FOR_NO_TEXT, HEARD
from flows.guide import Guide
from flows.offer_names import KEPT, ask_name, own_route, route_of
from flows.offers import named
from flows.routes import CRISIS, SUBJECTS, Route
from flows.visit import START
from flows.words import small_talk
from flows.words.small_talk import HELPFUL, MANNERS, TO_CHILD, TO_PROFESSIONAL
from listening.understanding import Certainty
from tests.bot.chat.test_heard import first_line
from tests.support.person import LISTENER, LOCALES, Person

BEGIN = Tap("nl", screen=START)
HEARS = Manners(LOCALES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dank je wel!", small_talk.THANKS),
        ("bedakt hoor", small_talk.THANKS),
        ("ok thanks a lot", small_talk.THANKS),
        ("doei", small_talk.BYE),
        ("Sorry dat ik stoor...", small_talk.SORRY),
        ("oke ik ga morgen bellen", small_talk.CALLING),
        ("gonna ring them tmrw", small_talk.CALLING),
        ("de politie is er nu", small_talk.HELPED),
        ("dit zei je net", small_talk.REPEATED),
        ("You already said that", small_talk.REPEATED),
        ("KUTBOT!!", small_talk.ANGRY),
        ("ik snap de knoppen niet", small_talk.BUTTONS),
        ("haha grapje", small_talk.JOKE),
        ("jk", small_talk.JOKE),
        ("en dan?", small_talk.NEXT),
        ("What now", small_talk.NEXT),
        ("durf niet", small_talk.AFRAID),
        ("I dont dare to tell!", small_talk.AFRAID),
        ("niet doorvertellen hoor", small_talk.SECRET),
        ("dont tell anyone pls", small_talk.SECRET),
        ("wie gelooft mij dan", small_talk.UNHEARD),
        ("wat is het nummer?", small_talk.NUMBERS),
        ("kan ik wat vragen", small_talk.HERE),
        ("mag ik je iets vragen?", small_talk.HERE),
        ("kan ik hier wat vragen", small_talk.HERE),
        ("He's reading over my shoulder", small_talk.WATCHED),
        ("hij leest mee op mn telefoon", small_talk.WATCHED),
        ("ik voel me zo schuldig", small_talk.FEELING),
        ("I'm so angry", small_talk.FEELING),
        ("Dank je wel. Ik ga bellen", small_talk.CALLING),
        ("sorry, I feel so guilty", small_talk.FEELING),
    ],
)
def test_small_talk_gets_its_own_answer(text: str, name: str) -> None:
    assert HEARS.answer(text) == name


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("goed dan schrijf ik het op met datum erbij. dank u wel", True),
        ("ok dan wacht ik nog even, doei", True),
        ("mijn man slaat mij ook. dank je", False),
        ("ik wil dood. dank je", False),
        ("my stepdad touches me. thanks", False),
        ("he also hits his wife. bye", False),
    ],
)
async def test_last_words_close_a_talk_about_what_was_told_if_the_rest_tells_nothing(text: str, closes: bool) -> None:
    person = Person(language="nl")
    await person.start()
    await person.write("mijn buurjongen heeft steeds blauwe plekken")
    await person.write(text)
    first = person.text.split("\n\n")[1]
    assert any(first.startswith(words) for words in ("Graag gedaan", "Dag. Je kunt")) is closes
    await person.start()
    await person.write(text)
    assert "Graag gedaan" not in person.text, "at the beginning nothing was told that it could close"


@pytest.mark.parametrize(
    "text",
    ["", "?", "...", "ok", "later", "nu", "ik ben", "hallo", "ik wil dood", "hou op", "laat me los", "a" * 500, "\n"],
)
def test_nothing_else_is_taken_for_small_talk(text: str) -> None:
    """Nor is what is left when the words that may stand beside are gone, nor what is too long."""
    assert HEARS.answer(text) == ""


def test_every_kind_has_an_answer_and_words_in_every_language() -> None:
    forms = {name[: -len(TO_CHILD)] for name in MANNERS if name.endswith((TO_CHILD, TO_PROFESSIONAL))}
    assert forms < small_talk.PHRASES.keys() < MANNERS.keys() <= ANSWERS.keys()
    assert len(MANNERS) == len(small_talk.PHRASES) + len(forms) + 1  # NEXT has both
    for words in small_talk.PHRASES.values():
        for locale in LOCALES.values():
            assert len([one for one in locale.say(words).split(",") if HEARS.answer(one)]) > 3, locale.code


def test_no_sadness_is_taken_for_small_talk_that_is_heard_as_a_crisis() -> None:
    """ "Ik slaap niet meer" has 113 first."""
    for locale in LOCALES.values():
        for phrase in locale.say(small_talk.PHRASES[small_talk.SAD]).split(", "):
            heard = LISTENER.hear(phrase)
            assert heard.certainty is Certainty.OPEN or heard.route not in CRISIS, phrase


def test_no_word_that_is_written_out_stands_beside() -> None:
    """Or it never would: "k" is "ok" in English, and "ik" in Dutch."""
    beside = {word for locale in LOCALES.values() for word in locale.say(small_talk.BESIDE).split(", ")}
    for locale in LOCALES.values():
        for pair in locale.say(small_talk.SHORTENED).split(", "):
            assert pair.partition(" = ")[0] not in beside, pair


@pytest.mark.parametrize("before", sorted(SUBJECTS))
@pytest.mark.parametrize("name", sorted(MANNERS))
def test_the_subject_stays_behind_it_with_its_number_first(before: Route, name: str, the_guide: Guide) -> None:
    found = in_manners(name, BEGIN.to(HEARD[before]), the_guide)
    if name == small_talk.MISHEARD or (name == small_talk.OVER and before is Route.ACUTE):
        assert (route_of(found) is None) is (before is not Route.SUICIDAL)  # it was none, or it is over
        return
    assert route_of(found) is before
    page = named(found, the_guide)
    assert page is not None
    assert first_line(page) == first_line(ANSWERS[HEARD[before]])


def test_after_thoughts_of_death_the_page_stays_unless_help_is_near(the_guide: Guide) -> None:
    """In other words, where it is no question."""
    asked = ask_name([Route.SUICIDAL, Route.CHILD])
    for name in MANNERS:
        assert (in_manners(name, BEGIN.to(asked), the_guide) == asked) is (name not in {*HELPFUL, small_talk.MISHEARD})
        said = in_manners(name, BEGIN.to(HEARD[Route.SUICIDAL]), the_guide)
        assert (own_route(said) is Route.SUICIDAL) is (name not in HELPFUL)
        assert said != HEARD[Route.SUICIDAL]


def test_what_was_only_asked_for_is_not_said_by_a_number(the_guide: Guide) -> None:
    asked = BEGIN.to(ask_name([Route.SEXUAL, Route.SURVIVOR]))
    assert in_manners(small_talk.THANKS, asked, the_guide) == small_talk.THANKS
    with_a_child = in_manners(small_talk.THANKS, BEGIN.to(ask_name([Route.SEXUAL, Route.CHILD])), the_guide)
    assert route_of(with_a_child) is Route.CHILD


@pytest.mark.parametrize(
    ("standing", "name"),
    [
        (HEARD[Route.CHILD], small_talk.AFRAID + TO_CHILD),
        (HEARD[Route.YOUNG], small_talk.AFRAID + TO_CHILD),
        (ask_name([Route.PARENT, Route.CHILD]), small_talk.AFRAID + TO_CHILD),
        (HEARD[Route.BYSTANDER], small_talk.AFRAID),
        (HEARD[Route.OTHER], small_talk.AFRAID),
        ("", small_talk.AFRAID),
    ],
)
def test_what_follows_up_is_answered_to_whom_it_says_who_they_are(standing: str, name: str, the_guide: Guide) -> None:
    """ "Durf niet": a child reads of De Kindertelefoon, and a neighbour of advice without a name."""
    found = in_manners(small_talk.AFRAID, BEGIN.to(standing), the_guide)
    assert found.partition(KEPT)[0] == name
    for_work = in_manners(small_talk.NEXT, BEGIN.to(HEARD[Route.PROFESSIONAL]), the_guide)
    assert for_work.partition(KEPT)[0] == small_talk.NEXT + TO_PROFESSIONAL
    secret = in_manners(small_talk.SECRET, BEGIN.to(standing), the_guide)
    assert secret.partition(KEPT)[0].endswith(TO_CHILD) is (
        name.endswith(TO_CHILD) or standing in ("", HEARD[Route.OTHER])
    )
    in_region = in_manners(small_talk.NEXT, Tap("nl", screen="child_who"), the_guide)
    assert in_region == small_talk.NEXT + TO_CHILD


async def test_it_shows_no_menu_and_one_press_leads_back_to_the_answer() -> None:
    person = Person()
    await person.start()
    await person.write("mijn moeder slaat mij elke dag met een riem")
    before = person.text
    await person.write("dankjewel")
    assert "Graag gedaan" in person.text
    assert person.labels == ["Kopieer 0800-0432", "‹ Vorig antwoord", "‹ Begin", "112", "Wis chat", "English"]
    await person.press("‹ Vorig antwoord")
    assert person.text == before


async def test_thanks_at_a_page_of_the_map_lead_back_there() -> None:
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind")
    await person.write("bedankt!")
    assert "‹ Zorgen" in person.labels
    assert "Ik ben onder 18" not in person.labels


def test_whatever_is_sent_instead_of_text_has_an_answer() -> None:
    assert set(Sent) == set(FOR_NO_TEXT)


@pytest.mark.parametrize("name", FOR_NO_TEXT)
def test_what_is_no_text_takes_no_number_away(name: str, the_guide: Guide) -> None:
    """A voice message after "I want to die": 113 stays first, and stays there for what comes next."""
    for before in SUBJECTS:
        found = with_subject(name, BEGIN.to(HEARD[before]), the_guide)
        page = named(found, the_guide)
        assert page is not None
        assert first_line(page) == first_line(ANSWERS[HEARD[before]])
        assert route_of(found) is before


async def test_a_picture_after_thoughts_of_death_leaves_113_first() -> None:
    person = Person()
    await person.start()
    await person.write("ik wil dood")
    person.phone.send_photo()
    await person.answered()
    assert person.title == "Liever geen foto's"
    assert "113" in person.text.partition("0800-2000")[0]
    await person.write("hallo?")
    assert "113" in person.text.partition("0800-2000")[0]


@pytest.mark.parametrize(
    ("story", "question", "answer"),
    [
        ("papa slaat mij en ik ben 9", "is het mijn schuld dat ze zo verdrietig is", "Nee, het is niet jouw schuld"),
        ("papa slaat mij en ik ben 9", "is het mijn schuld dat hij me slaat en aan me zit", "Nee. Wat een groot"),
        ("mijn man slaat mij", "komt het door mij dat hij zo boos wordt", "Wat een ander jou doet"),
    ],
)
async def test_nobody_who_asks_whether_it_is_their_fault_reads_that_it_is_uncertain(
    story: str, question: str, answer: str
) -> None:
    person = Person(language="nl")
    await person.start()
    await person.write(story)
    await person.write(question)
    assert "niet zeker" not in person.text
    if "aan me zit" not in question:  # that is told, and comes before
        assert answer in person.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("het is al gestopt", small_talk.OVER),
        ("te laat, ze zijn weg", small_talk.OVER),
        ("nee hij is gestopt", small_talk.OVER),
        ("they left", small_talk.OVER),
        ("kan ik ook chatten?", small_talk.CHATTING),
        ("i dont want to call", small_talk.CHATTING),
        ("nee dat bedoel ik niet", small_talk.MISHEARD),
        ("thats not what i mean", small_talk.MISHEARD),
        ("papa hoort alles", small_talk.WATCHED),
        ("by my stepdad", small_talk.SOMEBODY),
    ],
)
def test_what_is_over_or_wrong_or_heard_by_others_has_an_answer_of_its_own(text: str, name: str) -> None:
    assert HEARS.answer(text) == name


async def test_danger_that_is_over_is_asked_about_no_more() -> None:
    """ "He has stopped" was answered by "get away if you can", since the steps for danger only took turns."""
    person = Person(language="en")
    await person.write("he is hitting the kid right now in the train")
    assert "Dial 112" in person.text
    await person.write("he has stopped")
    assert "If it starts again" in person.text
    assert "112" in person.text
