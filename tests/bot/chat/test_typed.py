"""Typing is pressing, over the whole map and in every language: the guide's own words open what a button opens."""

from collections import deque
from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

import campaigns
from bot.api.client import Button
from bot.api.events import WIPE
from bot.api.plain import plain
from bot.chat.alike import ONE_MISTAKE_FROM, letters
from bot.chat.pages import Page, Pages
from bot.chat.tap import Tap
from bot.chat.typed import TypedPresses, Vocabulary
from flows.answers import ANSWERS, BUTTON_ONLY, DANGER, MEDIA, OLD_BUTTON
from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.visit import START, Fact, Visit
from locales import Locales
from tests.support.numbers import KINDERTELEFOON, LUISTERLIJN, POLICE, SEXUAL_VIOLENCE, VEILIG_THUIS
from tests.support.pages import buttons, shown
from tests.support.standing_clock import DAY

TOWN = "voorbeeldstad"
QUESTION = Visit("talk_check")
MOST_WITHOUT = 0.05
"""The share of labels that may not open when there is a mistake in them."""


@pytest.fixture(scope="module")
def pages(the_guide: Guide, the_locales: Locales) -> Pages:
    return Pages(the_guide, the_locales, campaigns.read(campaigns.EXAMPLE), web_url="https://example.org")


@pytest.fixture(scope="module")
def typed(pages: Pages) -> TypedPresses:
    return TypedPresses(pages, Vocabulary(pages.guide, pages.locales))


def at(visit: Visit, code: str = "nl", trigger: str = "", *, aloud: bool = False) -> Tap:
    return Tap.at(visit, code, TOWN if visit.local else "", trigger, aloud=aloud)


def visits(guide: Guide) -> list[Visit]:
    return sorted(guide.visits, key=lambda visit: (visit.screen, visit.facts.value, visit.local))


def one_of_each(guide: Guide) -> list[Visit]:
    """A visit of every screen, with as little told as there can be."""
    return list({visit.screen: visit for visit in reversed(visits(guide))}.values())


def some(guide: Guide, text: str) -> list[Visit]:
    """An eighth of all visits, others for each text: together the texts of a test are tried on the whole map."""
    every = visits(guide)
    return Random(text).sample(every, len(every) // 8)  # noqa: S311 - the same for the same text


def presses(page: Page) -> Iterator[tuple[str, Tap]]:
    """The labels of a page and what they carry, but for the wipe, which is recognised before all this."""
    for button in buttons(page):
        tap = Tap.unpack(str(button.callback_data)) if button.callback_data else None
        if tap and tap.trigger != WIPE:
            yield button.text, tap


def others(page: Page) -> Iterator[Button]:
    """The buttons that copy or open something."""
    yield from (button for button in buttons(page) if not button.callback_data)


def opened(pages: Pages, tap: Tap | None) -> Page | None:
    return pages.opened_by(tap, DAY) if tap else None


def are_one(pages: Pages, one: Tap | None, other: Tap) -> bool:
    """Whether both open the same page."""
    return one == other or opened(pages, one) == opened(pages, other)


def slips(text: str) -> Iterator[str]:
    """The text with one mistake: a letter left out, doubled, changed with its neighbour, or another."""
    at_letter = Random(text).randrange(1, len(text) - 1)  # noqa: S311 - the same for the same text
    before, letter, after = text[:at_letter], text[at_letter], text[at_letter + 1 :]
    yield before + after
    yield before + letter * 2 + after
    yield before + after[0] + letter + after[1:]
    yield before + ("e" if letter != "e" else "o") + after


# Every label of every page.


def test_every_label_of_every_page_opens_what_its_press_opens(pages: Pages, typed: TypedPresses) -> None:
    """As it stands, in small letters, in capitals, without signs and with others. None is excused."""
    for visit, code in product(visits(pages.guide), pages.locales):
        here = at(visit, code)
        for label, tap in presses(pages.opened_by(here, DAY)):
            for written in (label, label.lower() if visit.local else f"{label.upper()} \N{PERSON WITH FOLDED HANDS}!"):
                assert are_one(pages, typed.tap(written, here, DAY), tap), (here, written)


@pytest.mark.parametrize("aloud", [False, True])
def test_every_label_opens_in_either_mode_and_from_any_language(
    pages: Pages, typed: TypedPresses, *, aloud: bool
) -> None:
    """What is typed in another language opens the page in that of the chat."""
    for visit, code, spoken in product(one_of_each(pages.guide), pages.locales, pages.locales):
        here = at(visit, code, aloud=aloud)
        for label, tap in presses(pages.opened_by(here.to(locale=spoken), DAY)):
            if tap.locale == spoken:
                found = typed.tap(label, here, DAY)
                assert are_one(pages, found, tap.to(tap.trigger, locale=code)), (here, label)


@pytest.mark.parametrize("answer", sorted(ANSWERS.keys() - {"group", "covered"}))
def test_every_label_of_every_answer_opens_what_its_press_opens(answer: str, pages: Pages, typed: TypedPresses) -> None:
    for visit, code in product([Visit(), Visit("call_first", Fact.UNSAFE), Visit("child_home")], pages.locales):
        here = at(visit, code, answer)
        for label, tap in presses(pages.opened_by(here, DAY)):
            assert are_one(pages, typed.tap(label, here, DAY), tap), (here, label)


def test_a_label_opens_with_one_mistake_in_it(pages: Pages, typed: TypedPresses) -> None:
    """Those that do not open have a digit or a word of one letter too few or too many: "4 tot 12" is not "8 tot 12"."""
    tried, failed = 0, []
    for visit, code in product(one_of_each(pages.guide), pages.locales):
        here = at(visit, code)
        for label, tap in presses(pages.opened_by(here, DAY)):
            for slip in slips(label) if letters(plain(label)) > ONE_MISTAKE_FROM else ():
                tried += 1
                if not are_one(pages, typed.tap(slip, here, DAY), tap):
                    failed.append((label, slip))
    assert [label for label, _ in failed if not any(letter.isdigit() for letter in label) and " a " not in label] == []
    assert len(failed) < MOST_WITHOUT * tried


def test_what_cannot_be_typed_is_said_to_need_the_button(pages: Pages, typed: TypedPresses) -> None:
    """A button that copies or opens something. A number alone opens a page that shows it."""
    for visit, code in product(one_of_each(pages.guide), pages.locales):
        here = at(visit, code)
        for button in others(pages.opened_by(here, DAY)):
            tap = typed.tap(button.text, here, DAY)
            assert tap, button.text
            if tap.trigger == BUTTON_ONLY:
                assert pages.place(tap, DAY) == visit
            else:
                assert button.text in shown(pages.opened_by(tap, DAY))


# Names of screens that do not stand on the page.


def test_a_title_opens_its_screen_for_its_neighbours(pages: Pages, typed: TypedPresses) -> None:
    """From a few screens of the region, with all that was told; or what the guide has in its place."""
    guide = pages.guide
    titles = [screen.title for screen in guide.screens.values()]
    neighbours = [visit for visit in one_of_each(guide) if visit.screen != QUESTION.screen]
    for visit, code in product(neighbours, pages.locales):
        region = guide.regions[guide.region(visit.screen)]
        for screen in Random(f"{visit.screen} {code}").sample(region, min(len(region), 6)):  # noqa: S311 - as above
            if titles.count(screen.title) == 1 and screen.name != START:
                tap = typed.tap(pages.locales[code].say(screen.title), at(visit, code), DAY)
                asked = typed.to_screen(screen.name, at(visit, code), DAY)
                assert tap == asked or (tap and tap.trigger and opened(pages, tap) == opened(pages, asked)), visit


IN_ONE = VEILIG_THUIS.replace("-", "")


@pytest.mark.parametrize(
    ("visit", "text", "screen"),
    [
        (Visit(), "Zorgen om een kind", "worried"),
        (Visit(), "ik ben zelf niet veilig", "adult"),
        (Visit(), "ik wil een mens spreken", "person_now"),
        (Visit(), "een mens", "person_now"),
        (Visit("child_dark"), "Ik durf niet naar huis", "child_home"),
        (Visit("worried"), "een campagne starten", "city_campaign"),
        (Visit("child"), "Signalen herkennen", "signals"),
        (Visit(), "signalen", "signals"),
        (Visit(), "when to report", "pro_acute"),
        (Visit("worried"), "pijn en wonden", "physical"),
        (Visit("worried"), "stel dat ik het mis heb", "doubt_wrong"),
        (Visit("worried"), "stel dat ik het mis hep", "doubt_wrong"),
        (Visit("worried"), "moet het kind dan", "doubt_taken"),
        (Visit("doubt_wrong"), "Hulp als ouder", "parent"),
        (Visit("child"), "wie zeg ik het", "child_who"),
        (Visit("child"), "Mijn telefoon", "child_phone"),
        (Visit(), "wat gebeurt er als ik bel", "vt_call"),
        (Visit("partner"), "wat gebeurt er als ik bel", "adult_call"),
        (Visit("adult"), "als ik bel", "adult_call"),
        (Visit("parent"), "als ik bel", "parent_call"),
        (Visit("pro"), "stap 1", "pro_step1"),
        (Visit("pro_steps"), "stap 3", "pro_step3"),
    ],
)
def test_a_name_opens_its_screen(visit: Visit, text: str, screen: str, pages: Pages, typed: TypedPresses) -> None:
    page = opened(pages, typed.tap(text, at(visit), DAY))
    assert page
    assert page.screen == screen


@pytest.mark.parametrize(
    ("visit", "text"),
    [
        (Visit(), "it is not safe"),
        (Visit(), "onveilig in huis"),
        (Visit(), "ik kan niet meer"),
        (Visit(), "iets anders"),
        (Visit(), "mijn relatie"),
        (Visit(), "iemand uit mijn familie"),
        (Visit(), "wie kan mij helpen?"),
        (Visit(), "wat zeg ik tegen mijn kind"),
        (Visit(), "als je niet meer kunt"),
        (Visit(), "wat kan ik doen?"),
        (Visit("call_first", Fact.UNSAFE), "wat kan ik doen?"),
        (Visit("worried"), "iemand uit mijn familie"),
        (Visit("worried"), "mijn eigen kind"),
        (Visit("worried"), "iets anders"),
        (Visit("worried"), "mijn telefoon"),
        (Visit("worried"), "and then?"),
        (Visit("signals"), "en daarna?"),
        (Visit("child"), "praten"),
        (Visit("child"), "liever chatten"),
        (Visit(), "morgen"),
        (Visit(), "ik ben"),
        (Visit(), "ik ben bang"),
        (Visit(), "i am afraid"),
        (Visit(), "bellen"),
        (Visit(), "calling"),
        (Visit(), "gevaar"),
        (Visit(), "ik wil"),
        (Visit("pro"), "stap 9"),
        (Visit("physical"), "8 tot 12 jaar"),
    ],
)
def test_what_may_be_said_of_something_else_is_for_the_listener(visit: Visit, text: str, typed: TypedPresses) -> None:
    assert typed.tap(text, at(visit), DAY) is None


@pytest.mark.parametrize("text", ["", "?", "\N{OCTAGONAL SIGN}", "hallo", "hij heeft blauwe plekken", "dank je", "oké"])
def test_other_words_are_no_press_anywhere(text: str, pages: Pages, typed: TypedPresses) -> None:
    for visit in one_of_each(pages.guide):
        assert typed.tap(text, at(visit), DAY) is None


def test_a_text_that_is_longer_than_every_label_is_no_press(pages: Pages, typed: TypedPresses) -> None:
    for visit in one_of_each(pages.guide):
        for label, _ in presses(pages.opened_by(at(visit), DAY)):
            assert typed.tap(f"{label} want dat lijkt mij het beste", at(visit), DAY) is None


def test_what_is_typed_again_in_a_line_of_its_own_counts_once(typed: TypedPresses) -> None:
    assert typed.tap("terug\nTerug!\n", at(Visit("talk")), DAY) == at(Visit("talk"), trigger="back")


# Words to find the way.


@pytest.mark.parametrize(
    "text", ["terug", "Terug.", "/terug", "vorige", "ga terug", "back", "go back", "TERUG", "terig"]
)
def test_back_is_the_way_back_of_the_page(text: str, pages: Pages, typed: TypedPresses) -> None:
    for visit in some(pages.guide, text):
        ways_back = [tap for label, tap in presses(pages.opened_by(at(visit), DAY)) if label.startswith("‹ ")]
        found = typed.tap(text, at(visit), DAY)
        assert found == (ways_back[0] if ways_back else at(pages.guide.begin(local=visit.local)))


@pytest.mark.parametrize(
    "text", ["begin", "start", "home", "/menu", "Menu!", "opnieuw", "restart", "start over", "opnieuuw"]
)
def test_the_beginning_is_the_beginning_and_forgets(text: str, pages: Pages, typed: TypedPresses) -> None:
    for visit in some(pages.guide, text):
        assert are_one(pages, typed.tap(text, at(visit), DAY), at(pages.guide.begin(local=visit.local)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *product(
            ["nederlands", "Dutch", "in het nederlands", "nederlands graag", "nederlans", "in dutch please"], ["nl"]
        ),
        *product(["engels", "English", "in english please", "kan het in het engels?", "englisch"], ["en"]),
    ],
)
def test_a_language_by_its_name_keeps_the_page(text: str, code: str, pages: Pages, typed: TypedPresses) -> None:
    for visit, here in product(some(pages.guide, text), pages.locales):
        assert typed.tap(text, at(visit, here), DAY) == at(visit, code)
    for answer in (DANGER, MEDIA):
        tap = typed.tap(text, at(Visit("talk", Fact.UNSAFE), "nl", answer), DAY)
        assert tap
        assert (tap.locale, tap.answer, tap.facts) == (code, answer, Fact.UNSAFE)


@pytest.mark.parametrize("text", ["112", "/112", "1 1 2", "112!", "bel 112", "112: zo bel je", "112 how to call"])
def test_112_opens_how_to_call_it_from_everywhere(text: str, pages: Pages, typed: TypedPresses) -> None:
    for visit in some(pages.guide, text):
        tap = typed.tap(text, at(visit), DAY)
        assert tap
        assert (tap.answer, pages.place(tap, DAY)) == (DANGER, visit)
    heard = typed.tap(text, at(Visit(), trigger="heard_acute"), DAY)
    assert heard
    assert heard.pressed_on == "typed_words"


@pytest.mark.parametrize(
    ("visit", "text", "screen"),
    [
        *product([Visit(), Visit("worried"), Visit("parent")], [VEILIG_THUIS, IN_ONE], ["veilig_thuis"]),
        (Visit(), f"bel {VEILIG_THUIS.replace('-', ' ')}", "veilig_thuis"),
        (Visit(), "veilig thuis", "veilig_thuis"),
        (Visit("worried", Fact.UNSAFE), "nummer van Veilig Thuis", "veilig_thuis"),
        (Visit(), KINDERTELEFOON, "kindertelefoon"),
        (Visit("worried"), "De Kindertelefoon", "kindertelefoon"),
        (Visit("child"), "kindertelefoon", "child_call"),
        (Visit("child"), "veilig thuis", "child_call"),
        (Visit("child_call"), KINDERTELEFOON, "child"),
        (Visit("child"), "113", "child_dark"),
        (Visit("partner"), "113", "adult_dark"),
        (Visit("pro"), VEILIG_THUIS, "pro_call"),
        (Visit("worried"), POLICE, "not_at_home"),
        (Visit("worried"), SEXUAL_VIOLENCE, "sexual"),
    ],
)
def test_a_helpline_opens_its_screen(visit: Visit, text: str, screen: str, pages: Pages, typed: TypedPresses) -> None:
    page = opened(pages, typed.tap(text, at(visit), DAY))
    assert page
    assert page.screen == screen


@pytest.mark.parametrize(
    "text", ["113", LUISTERLIJN, "bel de politie", "0800-9999", "2000", f"veilig thuis {KINDERTELEFOON}"]
)
def test_a_helpline_for_somebody_else_or_of_nobody_opens_nothing(text: str, typed: TypedPresses) -> None:
    """At the beginning nobody is taken for a child or an adult who thinks of dying: the listener asks."""
    assert typed.tap(text, at(Visit()), DAY) is None


def test_every_number_that_is_typed_opens_a_page_that_shows_it(pages: Pages, typed: TypedPresses) -> None:
    found = 0
    for visit, line in product(one_of_each(pages.guide), HELPLINES.values()):
        if line.number and (tap := typed.tap(line.number, at(visit), DAY)):
            found += 1
            assert line.number in shown(pages.opened_by(tap, DAY))
    assert found > 4 * len(pages.guide.screens)


@pytest.mark.parametrize("text", ["help", "/help", "Help!", "hulp"])
def test_help_opens_whom_to_call_now_with_all_that_was_told(text: str, pages: Pages, typed: TypedPresses) -> None:
    for visit in some(pages.guide, text):
        assert typed.tap(text, at(visit), DAY) == at(Visit("person_now", visit.facts, visit.local))


def test_the_reading_mode_is_typed_too(typed: TypedPresses) -> None:
    here = at(Visit("talk", Fact.UNSAFE))
    assert typed.tap("voorleesstand", here, DAY) == at(Visit("talk", Fact.UNSAFE), aloud=True)
    assert typed.tap("gewone stand", at(Visit("talk"), aloud=True), DAY) == at(Visit("talk"))


def test_going_on_draws_the_page_that_stands(typed: TypedPresses) -> None:
    """It is the button of a cover."""
    here = at(Visit("talk", Fact.UNSAFE), trigger=MEDIA)
    assert typed.tap("verder", here, DAY) == here


# Answers to the question of a page.


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("nee niets hiervan", "talk_parent"),
        ("niets hiervan", "talk_parent"),
        ("nee geen van deze", "talk_parent"),
        ("geen van deze", "talk_parent"),
        ("Nee, niks.", "talk_parent"),
        ("no none of these", "talk_parent"),
        ("none of the above", "talk_parent"),
        ("ja of ik weet het niet", "call_first"),
        ("ik weet het niet", "call_first"),
        ("weet niet", "call_first"),
        ("i don't know", "call_first"),
        ("misschien", "call_first"),
        ("ja", "call_first"),
        ("yes", "call_first"),
        ("ja dat klopt", "call_first"),
        ("nee", "talk_check"),
        ("Neen!", "talk_check"),
        ("no", "talk_check"),
        ("niks", "talk_check"),
        ("nothing", "talk_check"),
    ],
)
def test_an_answer_to_a_question_is_understood(text: str, opens: str, pages: Pages, typed: TypedPresses) -> None:
    """A single word never opens the talk with the parents: the question is asked again."""
    page = opened(pages, typed.tap(text, at(QUESTION), DAY))
    assert page
    assert page.screen == opens


@pytest.mark.parametrize("text", ["ja", "nee", "yes", "no", "niks", "geen van deze", "ik weet het niet", "misschien"])
def test_where_no_such_question_stands_an_answer_is_none(text: str, pages: Pages, typed: TypedPresses) -> None:
    """ "No Dutch?" is no "no"."""
    asking = [visit for visit in one_of_each(pages.guide) if visit.screen != QUESTION.screen]
    for visit, code in product(asking, pages.locales):
        assert typed.tap(text, at(visit, code), DAY) is None, (visit, text)


# Guards, and what was told.


def every_text(pages: Pages) -> list[str]:
    """All that can be a press somewhere: names, words to find the way, numbers, answers."""
    names = {screen.title for screen in pages.guide.screens.values()}
    names |= {screen.short for screen in pages.guide.screens.values()}
    names |= {choice.label for name in pages.guide.screens for choice in pages.guide.all_choices(name)}
    spoken = {locale.say(name) for name in names for locale in pages.locales.values()}
    ways = [
        "terug",
        "back",
        "help",
        "112",
        "verder",
        "voorleesstand",
        "nederlands",
        "english",
        "niets hiervan",
        "ja",
        "nee",
    ]
    return sorted(spoken) + ways + [line.number for line in HELPLINES.values() if line.number]


def test_nothing_that_was_told_is_lost_and_nothing_opens_that_was_shut(pages: Pages, typed: TypedPresses) -> None:
    """From a page of every region with all that may be told there, a fifth of all texts, others for each. Only the
    beginning forgets, and only the answer on the page of the question opens a talk."""
    texts = every_text(pages)
    places = {(pages.guide.region(visit.screen), visit.facts, visit.local): visit for visit in visits(pages.guide)}
    tried = [(visit, text) for visit in places.values() for text in Random(str(visit)).sample(texts, len(texts) // 5)]  # noqa: S311 - the same for the same visit
    for visit, text in [*tried, *product([QUESTION], texts)]:
        if tap := typed.tap(text, at(visit), DAY):
            page = pages.opened_by(tap, DAY)
            there = Tap.unpack(page.reopens)
            assert there
            assert there.screen == START or visit.facts in there.facts, (visit, text)
            assert there.answer != OLD_BUTTON
            if visit.screen != QUESTION.screen:
                assert there.screen == START or (Fact.CHECKED in there.facts) is (Fact.CHECKED in visit.facts)


@pytest.mark.parametrize(
    "text", ["Met een ouder praten", "Woorden voor een ouder", "ik praat met een ouder", "met een ouder"]
)
@pytest.mark.parametrize(
    ("facts", "title"), [(Fact.NOTHING, "Eerst even dit"), (Fact.UNSAFE, "Eerst Veilig Thuis bellen")]
)
def test_who_asks_for_a_talk_with_the_parents_gets_what_the_guide_has_instead(
    text: str, facts: Fact, title: str, pages: Pages, typed: TypedPresses
) -> None:
    for screen in ("worried", "talk", "vt_call", "plan", "be_there", "on_my_phone", "parent_other"):
        page = opened(pages, typed.tap(text, at(Visit(screen, facts)), DAY))
        assert page
        assert shown(page).startswith(title), screen


def pressed_on(pages: Pages, starts: list[Tap]) -> set[str]:
    """The screens that presses open from here, any but the beginning, through answers and other languages too."""
    waiting, met = deque(starts), set[str]()
    screens = set[str]()
    while waiting:
        page = pages.opened_by(waiting.popleft(), DAY)
        if page.screen != START:
            screens.add(page.screen)
            new = {str(button.callback_data) for button in buttons(page) if button.callback_data} - met
            met |= new
            waiting += [tap for tap in map(Tap.unpack, new) if tap and tap.trigger != WIPE]
    return screens


def test_after_an_unsafe_answer_nothing_typed_and_then_pressed_opens_a_talk(pages: Pages, typed: TypedPresses) -> None:
    """A typed word from every place, a picture, another language; then all there is to press."""
    talks = {name for name, screen in pages.guide.screens.items() if screen.with_parents} | {QUESTION.screen}
    texts = [*every_text(pages), *(screen.title for screen in pages.guide.screens.values())]
    unsafe = [visit for visit in visits(pages.guide) if Fact.UNSAFE in visit.facts]
    starts = [at(visit, code, answer) for visit in unsafe for code in pages.locales for answer in ("", MEDIA, DANGER)]
    for visit in unsafe:
        sample = Random(str(visit)).sample(texts, 10)  # noqa: S311 - the same for the same visit
        starts += filter(None, (typed.tap(text, at(visit), DAY) for text in sample))
    opens = pressed_on(pages, [tap for tap in starts if tap.screen != START])
    assert len(opens) > len(pages.guide.screens) - len(talks) - 2
    assert opens.isdisjoint(talks)


def test_after_a_restart_nothing_is_assumed(pages: Pages, typed: TypedPresses) -> None:
    """A tap that draws nothing of ours is the beginning."""
    for screen, facts in (("nowhere", Fact.CHECKED), ("talk_parent", Fact.NOTHING), ("", Fact.NOTHING)):
        here = Tap("nl", "", screen, facts)
        assert pages.place(here, DAY) == Visit()
        assert typed.tap("Met een ouder praten", here, DAY) == at(QUESTION)
