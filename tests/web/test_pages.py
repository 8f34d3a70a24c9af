"""The same guide: every visit has its page, every choice its link, and the words and numbers are those of the chat."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest

from bot.chat.pages import Pages
from campaigns import Campaign
from flows.answers import ANSWERS, DANGER
from flows.guide import Choice, Guide
from flows.helpline import dial
from flows.helplines import HELPLINES, HUMAN_LINES, SPOKEN
from flows.screen import WhenOpen
from flows.visit import START, Fact, Visit
from flows.words import chat as chat_words
from flows.words import web as only_web
from flows.words.web import CALLABLE, LEAVE_FOR, call_page
from locales import Locales
from locales.speech import Speech
from simulator.entities import parse
from tests.support.numbers import CLOSES, OPENS, VEILIG_THUIS, dialled
from tests.support.standing_clock import DAY, NIGHT
from tests.web import parity
from tests.web.conftest import BOT, FORGED
from tests.web.leaf import Leaf, words
from web.edition import ON_PAPER, Edition, address, danger_page
from web.site import STATIC
from web.templating import paper_page, with_numbers

BUDGET = 30_000
"""Bytes of a page with its stylesheet, script and icon, not compressed."""

DOORS = ("", "kind/")
"""Where everybody arrives, and where children do."""


@pytest.fixture(params=["plain", "local"])
def edition(request: pytest.FixtureRequest, plain: Edition, local: Edition) -> Edition:
    return plain if request.param == "plain" else local


@pytest.fixture
def pages(edition: Edition, leaves: dict[str, Leaf], local_leaves: dict[str, Leaf]) -> dict[str, Leaf]:
    return local_leaves if edition.campaign else leaves


@pytest.fixture
def written(edition: Edition, plain_files: dict[str, str], local_files: dict[str, str]) -> dict[str, str]:
    return local_files if edition.campaign else plain_files


def visited(edition: Edition, pages: dict[str, Leaf]) -> Iterator[tuple[Visit, str, Leaf]]:
    """Every visit in every language, with its page."""
    for visit in edition.visits():
        for code in edition.locales:
            yield visit, code, pages[address(edition.guide, code, visit)]


def screens_only(pages: dict[str, Leaf]) -> list[Leaf]:
    """Without the pages where people arrive and the printed edition, which are made otherwise."""
    return [leaf for leaf in pages.values() if leaf.address not in DOORS and "/print/" not in leaf.address]


# Every visit, every choice.


def test_every_visit_has_a_page_of_its_own_in_every_language(edition: Edition, pages: dict[str, Leaf]) -> None:
    visits = {visit for visit in edition.guide.reachable if visit.local is bool(edition.campaign)}
    places = {address(edition.guide, code, visit) for visit in visits for code in ("nl", "en")}
    assert len(places) == 2 * len(visits) > 600
    assert places <= pages.keys()


def test_each_page_is_made_once_and_nothing_else_is(edition: Edition) -> None:
    """So that the work grows with the guide and not faster: two doors, and in each language the visits, 112, the
    numbers and paper."""
    made = [place for place, _ in edition.pages()]
    assert len(made) == len(set(made)) == len(DOORS) + 2 * (len(edition.visits()) + 2 + len(CALLABLE))


def label(edition: Edition, choice: Choice) -> str:
    """A way back shows the whole title: a web page has room for it."""
    if choice.is_back:
        return only_web.BEGIN if choice.dest == START else edition.guide.screens[choice.dest].title
    return choice.label


def test_every_choice_is_a_link_to_its_own_visit_and_there_are_no_others(
    edition: Edition, pages: dict[str, Leaf]
) -> None:
    for visit, code, leaf in visited(edition, pages):
        expected = [
            (edition.locales[code].say(label(edition, choice), **SPOKEN), there)
            for choice in edition.guide.choices(visit)
            for there in [address(edition.guide, code, edition.guide.follow(visit, choice.trigger))]
        ]
        if edition.guide.screens[visit.screen].emergency_first:
            title = edition.locales[code].say(ANSWERS[DANGER].title, **SPOKEN)
            expected.insert(0, (title, danger_page(code)))
        shown = leaf.links(leaf.part("ways"))
        assert sorted(shown) == sorted(expected), leaf.address
        assert [link for link in shown if link in expected[:-2]] == [link for link in expected[:-2] if link in shown]


def test_every_link_leads_to_a_page_and_no_page_is_left_alone(edition: Edition, pages: dict[str, Leaf]) -> None:
    """From where the kit and the chat lead: the doors, and the page of each number. Words open none that is not among
    them."""
    waiting = [*DOORS, *(call_page(code, line) for code in ("nl", "en") for line in CALLABLE)]
    seen: set[str] = set()
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += [there for _, there in pages[place].links()]
    assert seen == pages.keys()
    assert all(parity.opened_by_words(edition, code) <= seen for code in ("nl", "en"))


def test_what_a_page_loads_is_there(edition: Edition, pages: dict[str, Leaf], written: dict[str, str]) -> None:
    top = f"{edition.campaign.code}/" if edition.campaign else ""
    for leaf in pages.values():
        loaded = [element.get("href") for element in leaf.all("link") if element.get("rel") != "alternate"]
        loaded += [element.get("src") for element in leaf.all("script")]
        for name in loaded:
            assert name
            assert re.fullmatch(r"(\.\./)*(stad/)?[a-z]+\.(css|js|svg)", name)
            assert top + leaf.there(name) in written


def test_the_other_language_is_the_same_page(edition: Edition, pages: dict[str, Leaf]) -> None:
    for leaf in screens_only(pages):
        ((name, there),) = leaf.links(leaf.part("languages"))
        code, other = leaf.address[:2], there[:2]
        assert (there[2:], {code, other}) == (leaf.address[2:], {"nl", "en"})
        assert name == edition.locales[other].name
        assert leaf.one("html").get("lang") == code if leaf.all("html") else leaf.tree.get("lang") == code
        (alternate,) = [element for element in leaf.all("link") if element.get("rel") == "alternate"]
        assert (alternate.get("hreflang"), leaf.there(str(alternate.get("href")))) == (other, there)
        assert leaf.links(pages[there].part("languages"))


# Nobody is led where it is not safe.


def beyond(pages: dict[str, Leaf], start: Iterable[str]) -> set[str]:
    """Every page that can be reached from these without passing the beginning."""
    beginnings = {"", "nl/", "en/"}
    waiting, seen = list(start), set[str]()
    while waiting:
        place = waiting.pop()
        if place not in seen | beginnings:
            seen.add(place)
            waiting += [there for _, there in pages[place].links()]
    return seen


def test_no_link_leads_to_the_parents_once_it_is_unsafe_unless_through_the_beginning(
    edition: Edition, pages: dict[str, Leaf]
) -> None:
    guide = edition.guide
    unsafe = [address(guide, "nl", visit) for visit in edition.visits() if Fact.UNSAFE in visit.facts]
    parents = {
        address(guide, code, visit)
        for visit in edition.visits()
        for code in ("nl", "en")
        if guide.screens[visit.screen].with_parents
    }
    assert len(unsafe) > 50
    assert len(parents) > 4
    assert parents <= beyond(pages, ["nl/bystander/talk-check/"])
    assert parents.isdisjoint(beyond(pages, unsafe))


def test_the_parents_pages_cannot_be_guessed_from_the_name_of_their_screen(
    edition: Edition, pages: dict[str, Leaf]
) -> None:
    for screen in edition.guide.screens.values():
        if screen.with_parents:
            assert address(edition.guide, "nl", Visit(screen.name)) not in pages


def test_from_a_page_for_children_no_link_leads_to_one_for_parents_or_work(
    edition: Edition, pages: dict[str, Leaf]
) -> None:
    children = [place for place in pages if place.startswith("nl/child/")]
    assert len(children) > 5
    regions = {place.split("/")[1] for place in beyond(pages, children)}
    assert regions == {"child", "start", "112"}


# The words and the numbers.


@pytest.fixture
def chat(edition: Edition, the_guide: Guide, the_locales: Locales, campaign: Campaign) -> Pages:
    return Pages(the_guide, the_locales, {"stad": campaign}, edition.operator)


def said(chat: Pages, code: str, text: str) -> Iterator[str]:
    """The lines of a message, without what stands around every screen."""
    footer = chat.locales[code].say(chat_words.FOOTER, **SPOKEN)
    for line in text.splitlines():
        if line not in ("", footer):
            yield line.removeprefix("• ")


def in_order(lines: Iterable[str], text: str) -> bool:
    """Whether the lines stand in the text, one after the other."""
    return bool(re.search(".*?".join(re.escape(re.sub(r"\s+", " ", line)) for line in lines), text))


def test_the_words_of_a_page_are_those_of_the_chat(edition: Edition, pages: dict[str, Leaf], chat: Pages) -> None:
    """Whatever the hour. Where the face makes a difference the region says so, and only there."""
    codes = {True: "stad", False: ""}
    compared = 0
    for visit, code, leaf in visited(edition, pages):
        screen = edition.guide.screens[visit.screen]
        if screen.web_parts != screen.parts:
            continue
        page = words(leaf.one("article"))
        for moment in (DAY, NIGHT):
            lines = list(said(chat, code, parse(chat.show(visit, code, codes[visit.local], moment).text)[0]))
            numbers = {line.number for line in HELPLINES.values() if line.number}
            without_hours = [re.split(", ", line)[0] if line.split(",")[0] in numbers else line for line in lines]
            assert all(re.sub(r"\s+", " ", line) in page for line in without_hours), leaf.address
            compared += len(lines)
    assert compared > 3000


def test_the_sentences_stand_in_the_same_order(edition: Edition, pages: dict[str, Leaf]) -> None:
    for visit, code, leaf in visited(edition, pages):
        speak = edition.speech(edition.locales[code])
        sentences = [speak(part) for part in edition.guide.screens[visit.screen].web_parts if isinstance(part, str)]
        assert in_order([speak(edition.guide.screens[visit.screen].title), *sentences], words(leaf.one("article")))


def test_a_page_dials_the_numbers_of_its_screen(edition: Edition, pages: dict[str, Leaf]) -> None:
    for visit, _, leaf in visited(edition, pages):
        lines = {dial(HELPLINES[line].number) for line in edition.guide.screens[visit.screen].helplines}
        known = {dial(line.number) for line in HELPLINES.values() if line.number} | (
            {"tel:14030"} if visit.local else set()
        )
        assert lines <= leaf.dials <= known, leaf.address


def test_both_languages_dial_the_same(edition: Edition, pages: dict[str, Leaf]) -> None:
    for leaf in screens_only(pages):
        if leaf.address.startswith("nl"):
            assert leaf.dials == pages[f"en{leaf.address[2:]}"].dials, leaf.address


def test_the_112_page_is_that_of_the_chat(edition: Edition, pages: dict[str, Leaf]) -> None:
    for code in edition.locales:
        leaf, speak = pages[danger_page(code)], edition.speech(edition.locales[code])
        sentences = [speak(part) for part in ANSWERS[DANGER].parts if isinstance(part, str)]
        assert in_order([speak(ANSWERS[DANGER].title), *sentences], words(leaf.one("article")))
        assert {"tel:112", dialled(VEILIG_THUIS)} == leaf.dials


def test_no_page_speaks_of_the_chat(edition: Edition, pages: dict[str, Leaf]) -> None:
    """The landing page names Telegram since it leads there, and a municipality may read of it."""
    for leaf in screens_only(pages):
        if "/municipality/" not in leaf.address:
            text = words(leaf.one("body"))
            assert not re.search(r"Telegram|dit gesprek|this chat|Wis |Wipe ", text), leaf.address


def test_hours_are_said_plainly_without_a_clock(edition: Edition, pages: dict[str, Leaf]) -> None:
    said = {"nl": f"elke dag van {OPENS}.00 tot {CLOSES}.00 uur", "en": f"every day from {OPENS}:00 to {CLOSES}:00"}
    for code, hours in said.items():
        leaf = pages[f"{code}/child/child/"]
        text = words(leaf.one("article"))
        assert hours in text
        (when,) = [part for part in edition.guide.screens["child"].parts if isinstance(part, WhenOpen)]
        speak = edition.speech(edition.locales[code])
        assert in_order(
            [
                *(speak.hours(chat_words.EVERY_DAY, HELPLINES["kindertelefoon"]), speak(when.open)),
                *(speak(chat_words.AT_OTHER_TIMES), speak(when.closed)),
            ],
            text,
        )


def test_a_dutch_sentence_on_an_english_page_is_marked_as_dutch(edition: Edition, pages: dict[str, Leaf]) -> None:
    """So that a screen reader says it in Dutch."""
    leaf = pages["en/start/who-does-what/"]
    (quote,) = leaf.all("blockquote")
    assert "Spreekt u Engels?" in words(quote)
    assert quote.get("lang") == "nl"
    assert all(quote.get("lang") is None for quote in pages["en/bystander/talk-child/"].all("blockquote"))


# What stands on every page.


def test_112_the_human_lines_and_the_way_out_are_on_every_page(edition: Edition, pages: dict[str, Leaf]) -> None:
    human = {dial(HELPLINES[line].number) for line in HUMAN_LINES}
    for leaf in pages.values():
        dialled = {link.get("href") for link in leaf.all("a")}
        assert {"tel:112"} | human <= dialled, leaf.address
        leave = leaf.part("leave")
        assert leave.get("href") == LEAVE_FOR
        assert "noreferrer" in str(leave.get("rel"))
    for leaf in screens_only(pages):
        assert danger_page(leaf.address[:2]) in [there for _, there in leaf.links()]
        footer = words(leaf.one("footer"))
        assert edition.locales[leaf.address[:2]].say(chat_words.FOOTER, **SPOKEN) in footer


def test_a_page_runs_and_loads_nothing_of_others(pages: dict[str, Leaf]) -> None:
    for leaf in pages.values():
        policy = leaf.meta("Content-Security-Policy")
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert leaf.meta("referrer") == "no-referrer"
        assert leaf.all("style") == leaf.all("img") == leaf.all("iframe") == leaf.all("form") == []
        (script,) = leaf.all("script")
        assert not script.text
        for element in leaf.tree.iter():
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], leaf.address
            assert not str(element.get("href", "")).lower().startswith(("javascript:", "data:"))


def test_the_heading_tells_a_page_apart_and_the_title_says_nothing_of_it(
    edition: Edition, pages: dict[str, Leaf]
) -> None:
    """The title stands in tabs and in the history of the browser."""
    for visit, code, leaf in visited(edition, pages):
        assert words(leaf.one("h1")) == edition.locales[code].say(edition.guide.screens[visit.screen].title, **SPOKEN)
    for leaf in pages.values():
        assert words(leaf.one("title")) == {"en": "What can I do?"}.get(leaf.address[:2], "Wat kan ik doen?")


def test_search_engines_leave_out_what_depends_on_what_somebody_told(edition: Edition, pages: dict[str, Leaf]) -> None:
    for visit, _, leaf in visited(edition, pages):
        assert (leaf.meta("robots") == "noindex") is (visit.facts is not Fact.NOTHING), leaf.address


def test_all_pages_can_be_hidden_from_search_engines(the_guide: Guide, the_locales: Locales) -> None:
    hidden = Edition(the_guide, the_locales, is_hidden=True)
    assert all('<meta name="robots" content="noindex">' in html for _, html in hidden.pages())


def test_an_address_says_nothing_of_what_somebody_told(the_guide: Guide) -> None:
    told = {address(the_guide, "nl", visit) for visit in the_guide.reachable if visit.facts}
    assert told
    assert all(re.fullmatch(r"nl/[a-z]+/[a-z0-9-]+/[234]/", place) for place in told)


def test_a_page_is_small(pages: dict[str, Leaf], written: dict[str, str]) -> None:
    static = {name.rpartition("/")[2]: text for name, text in written.items() if name.rpartition("/")[2] in STATIC}
    shared = sum(len(text.encode()) for name, text in static.items() if name != "paper.css")
    largest = max(len(leaf.html.encode()) for leaf in pages.values())
    assert largest + shared <= BUDGET


def test_every_page_is_valid_html(pages: dict[str, Leaf]) -> None:
    for leaf in pages.values():
        assert leaf.tree is not None
        identities = [element.get("id") for element in leaf.tree.iter() if element.get("id")]
        assert len(identities) == len(set(identities))
        assert len(leaf.all("h1")) == len(leaf.all("main")) == 1


# Whose guide it is.


def test_the_first_pages_of_a_campaign_show_its_name_and_logo_in_every_language(
    the_guide: Guide, the_locales: Locales
) -> None:
    city = Campaign(code="stad", organisation="Gemeente Stad", short="Stad", logo="img/Ours.PNG")
    edition = Edition(the_guide, the_locales, city)
    shown = {place: Leaf(place, html) for place, html in edition.pages()}
    for place, leaf in shown.items():
        logos = [image.get("src") for image in leaf.all("img")]
        assert [leaf.there(str(logo)) for logo in logos] == (["logo.png"] if place in (*DOORS, "nl/", "en/") else [])
    assert "Gemeente Stad" in words(shown[""].one("header"))
    assert "Een gids van Gemeente Stad" in words(shown["nl/"].one("article"))
    assert "A guide from Gemeente Stad" in words(shown["en/"].one("article"))


def test_a_campaign_without_a_logo_shows_its_name(local_leaves: dict[str, Leaf]) -> None:
    assert FORGED in words(local_leaves["nl/"].one("article"))
    assert not local_leaves["nl/"].all("img")


def test_pages_for_everybody_are_from_nobody(leaves: dict[str, Leaf]) -> None:
    assert "Een gids van" not in words(leaves["nl/"].one("body"))


# The landing page, the pages that dial, paper.


def test_the_landing_page_leads_to_every_language_and_to_telegram(pages: dict[str, Leaf], edition: Edition) -> None:
    leaf = pages[""]
    assert {"nl/", "en/"} <= {there for _, there in leaf.links()}
    telegram = {str(link.get("href")) for link in leaf.all("a") if "t.me" in str(link.get("href"))}
    assert telegram == {f"https://t.me/{BOT}" + ("?start=stad" if edition.campaign else "")}
    assert [section.get("lang") for section in leaf.all("section")] == ["nl", "en"]


def test_without_a_bot_nothing_leads_to_telegram(the_guide: Guide, the_locales: Locales) -> None:
    landing = dict(Edition(the_guide, the_locales).pages())[""]
    assert "Telegram" not in landing
    assert "t.me" not in landing


def test_a_campaign_has_its_own_languages_and_begins_in_its_own(the_guide: Guide, the_locales: Locales) -> None:
    both = Campaign(code="stad", organisation="Stad", default_language="en")
    landing = Leaf("", dict(Edition(the_guide, the_locales, both).pages())[""])
    assert [section.get("lang") for section in landing.all("section")] == ["en", "nl"]
    only = Campaign(code="stad", organisation="Stad", languages=("nl",))
    pages = dict(Edition(the_guide, the_locales, only).pages())
    assert not any(place.startswith("en/") for place in pages)
    assert "hreflang" not in pages["nl/"]


@pytest.mark.parametrize("line", CALLABLE)
def test_every_number_has_a_page_that_dials_it_and_nothing_else(line: str, pages: dict[str, Leaf]) -> None:
    for code in ("nl", "en"):
        leaf = pages[call_page(code, line)]
        assert leaf.dials == {dial(HELPLINES[line].number)}
        assert leaf.meta("robots") == "noindex"
        assert words(leaf.one("h1")) == HELPLINES[line].name


def test_paper_opens_no_screen_that_has_to_be_asked_for(edition: Edition) -> None:
    for name in chain(*ON_PAPER):
        assert Visit(name) in edition.guide.reachable
        assert not edition.guide.screens[name].with_parents


def test_paper_says_nothing_that_holds_at_this_hour_only(edition: Edition, pages: dict[str, Leaf]) -> None:
    for code in ("nl", "en"):
        leaf = pages[paper_page(code)]
        assert not [element for element in leaf.tree.iter() if element.get("data-hours")]
        assert not re.search(r"open tot|dicht tot|open until|closed until", words(leaf.one("main")))


# What others wrote.


def test_what_others_wrote_is_shown_as_it_is(local: Edition, local_leaves: dict[str, Leaf]) -> None:
    assert FORGED in words(local_leaves["nl/bystander/local/"].one("article"))
    assert FORGED in words(local_leaves[""].one("body"))
    assert FORGED in words(local_leaves["en/start/about/"].one("article"))
    assert "alert(1)" in FORGED
    assert not any("<script>alert" in leaf.html for leaf in local_leaves.values())


def test_the_colours_of_a_campaign_are_in_its_stylesheet_and_nowhere_else(
    local_files: dict[str, str], campaign: Campaign
) -> None:
    assert f"--brand: {campaign.colour}; --on-brand: {campaign.text_colour};" in local_files["stad/style.css"]
    assert not any(campaign.colour in text for name, text in local_files.items() if not name.endswith("style.css"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bel 112.", 'Bel <a class="tel" href="tel:112">112</a>.'),
        (
            f"112 en {VEILIG_THUIS}?",
            '<a class="tel" href="tel:112">112</a> en '
            f'<a class="tel" href="{dialled(VEILIG_THUIS)}">{VEILIG_THUIS}</a>?',
        ),
        ("bel +31 247 247 247.", 'bel <a class="tel long" href="tel:+31247247247">+31 247 247 247</a>.'),
        ("de app 112NL", "de app 112NL"),
        ("kijk op 113.nl", "kijk op 113.nl"),
        ("in 1120 dagen", "in 1120 dagen"),
        ("<b>112</b>", '&lt;b&gt;<a class="tel" href="tel:112">112</a>&lt;/b&gt;'),
    ],
)
def test_a_number_in_a_sentence_can_be_dialled_and_nothing_else(text: str, html: str) -> None:
    assert str(with_numbers(text)) == html


def test_the_words_of_the_web_are_spoken_in_every_language(the_locales: Locales) -> None:
    for sentence in (getattr(only_web, name) for name in ("LEAVE", "SKIP", "ABOUT", "PRINTED")):
        assert Speech(the_locales["en"]).said(sentence).language == "en"


def test_the_beginning_stands_at_the_language(the_guide: Guide) -> None:
    assert address(the_guide, "nl", Visit(START)) == "nl/"
