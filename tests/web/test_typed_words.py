"""What the pages do with typed words: the same as the chat, where they are typed, and nothing is sent or kept."""

import gzip
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from bot.api.wipe_words import asks_to_wipe
from bot.chat.tap import Tap
from bot.chat.typed import TypedPresses, Vocabulary
from flows import routes
from flows.answers import DANGER
from flows.guide import Guide
from flows.helplines import SPOKEN
from flows.offers import leads_to_parents, named
from flows.question import Question
from flows.routes import CLAIMS, KEEPS_FROM_PARENTS
from flows.visit import START, Fact, Visit
from flows.words.asking import ASKED
from flows.words.faq import FAQ
from flows.words.web import LEAVE_FOR
from listening.answer import answer_of
from listening.understanding import Certainty
from locales import Locales
from tests.support import markup
from tests.support.browser import load
from tests.support.person import GUIDE, LISTENER, LOCALES, new_pages
from tests.support.standing_clock import DAY
from tests.web import parity
from tests.web.looks import LOOKS, Look, faults
from tests.web.parity import noted, opened_by_words
from tests.web.traces import profile
from web.edition import Edition, address, danger_page
from web.typed_field import TYPED, WORDS, answers_file
from web.typed_words import kind_of_question

pytestmark = pytest.mark.slow

UNCLEAR = next(text for text in parity.texts() if LISTENER.hear(text).certainty is Certainty.ASK)

browsing = pytest.mark.asyncio(loop_scope="session")

LARGEST = 150_000
"""Bytes of the scripts and the tables together, as a host sends them, compressed."""


@pytest.fixture(scope="session")
def written(plain: Edition, plain_files: dict[str, str]) -> dict[str, str]:
    """Every script that has to do with typed words, by its name."""
    return {name: plain_files[name] for name in (*TYPED, WORDS, *map(answers_file, plain.locales))}


@pytest.fixture(params=["nl", "en"])
def answers(request: pytest.FixtureRequest, written: dict[str, str]) -> dict[str, Any]:
    """What is said in a language."""
    return noted(written[answers_file(request.param)])


# What is written.


def test_the_scripts_and_the_tables_are_small(written: dict[str, str]) -> None:
    assert sum(len(gzip.compress(written[name].encode())) for name in (*TYPED, WORDS)) <= LARGEST


def test_every_answer_is_valid_html_with_the_numbers_and_speaks_of_no_chat(answers: dict[str, Any]) -> None:
    heard = {route: html for route, (html, _) in answers["heard"].items()}
    assert heard.keys() == set(routes.Route)
    for html in (*heard.values(), *answers["ask"].values(), answers["behind"]):
        assert markup.fragment(html) is not None
        assert {'href="tel:112"', 'href="tel:08002000"', 'href="tel:08000432"'} <= set(
            re.findall('href="tel:[^"]*"', html)
        )
    for html in (*heard.values(), *answers["ask"].values(), *(html for _, _, html, *_ in answers["screens"].values())):
        assert not re.search(r"Telegram|dit gesprek|this chat|Wis chat|Wipe ", html)


def test_a_typed_word_opens_only_pages_for_somebody_who_answered_no_question(
    plain: Edition, the_guide: Guide, the_locales: Locales
) -> None:
    """None about talking with the parents is among them: these open only after a question."""
    for code in the_locales:
        by_address = {address(the_guide, code, visit): visit for visit in plain.visits()}
        opened = opened_by_words(plain, code) & by_address.keys()
        assert len(opened) > 150
        for visit in map(by_address.__getitem__, opened):
            assert Fact.CHECKED not in visit.facts
            assert not the_guide.screens[visit.screen].with_parents


def test_after_a_childs_own_abuse_no_answer_leads_near_the_parents(
    plain: Edition, the_guide: Guide, written: dict[str, str], answers: dict[str, Any]
) -> None:
    code = answers["screens"]["child"][1].partition("/")[0]
    by_address = {address(the_guide, code, visit): visit for visit in plain.visits()}
    words = noted(written[WORDS])
    kept = [there for screen in answers["screens"] if (there := words["kept"].get(screen, screen))]
    offered = [answers["screens"][screen][1] for screen in kept if screen != START]
    offered += [there for route in KEEPS_FROM_PARENTS for _, _, there in answers["heard"][route][1]]
    assert len(offered) > 80
    for visit in map(by_address.__getitem__, offered):
        assert not leads_to_parents(the_guide, visit)


def test_what_claims_something_is_told_as_the_guide_has_it(written: dict[str, str]) -> None:
    told = noted(written[WORDS])
    assert set(told["claims"]) == CLAIMS
    assert told["routes"] == list(routes.Route)


# The same as the chat.


def test_words_that_open_a_page_open_it_in_the_chat_too(the_guide: Guide, answers: dict[str, Any]) -> None:
    pages = new_pages()
    typed = TypedPresses(pages, Vocabulary(pages.guide, pages.locales))
    code = answers["screens"]["child"][1].partition("/")[0]
    titles = [(title, there) for title, there, _, is_press in answers["screens"].values() if is_press]
    often = Counter(title for title, _ in titles)  # of two pages neither opens by the name of both, here or there
    titles = [(title, there) for title, there in titles if often[title] == 1]
    assert len(titles) > 80
    for said, there in [*titles, *answers["presses"].items()]:
        tap = typed.tap(said, Tap(code, screen=START), DAY)
        assert tap, said
        if tap.answer == DANGER:
            assert there == danger_page(tap.locale)
        else:
            visit = the_guide.open(tap.screen, tap.facts)
            visit = the_guide.follow(visit, tap.trigger) if tap.trigger else visit
            assert there == address(the_guide, tap.locale, visit), said


@browsing
async def test_the_script_decides_as_the_chat_does(browser: Browser, plain: Edition, the_guide: Guide) -> None:
    """Every fifth text of the development sets; `python -m tests.web.parity` compares all."""
    page = await browser.new_page()
    await parity.opened(page, plain)
    some = [*parity.texts()[::5], *SPELLED]
    assert len(some) > 400
    assert await parity.differing(page, some, the_guide) == []
    await page.close()


SPELLED = (
    *(
        "",
        "   ",
        "$",
        "...",
        "\U0001f494",
        "ik wil d*od",
        "sl44n h1j sl@@t",
        "z.e.l.f.m.o.o.r.d",
        "ikwildood!!!",
        "hEeLpPp",
    ),
    *(
        "ik wil\u200b d\u00f6\u00f6d",
        "\uff49\uff4b wil dood",
        "\U0001d422k wil dood",
        "hij sla\u0430t mij",
        "\u00df\u0130\u03a3",
    ),
    *("zelfmord", "zlefmoord", "vermorden gaat hij me", "d o o d wil ik", "mijn_vader/slaat;mij", "\u2028hoi\x85hoi"),
    *("ik wil niet dood. " * 40, "blabla " * 700 + "ik wil dood", "x" * 5000, "a.b " * 300, "\u00e9" * 3000),
    *(
        "\u0643\u064a\u0641",
        "\u6551\u547d",
        "yardim edin",
        "\u0131\u015f\u011f " * 6,
        "\u0434\u043e\u043f\u043e\u043c\u043e\u0436\u0456\u0442\u044c",
    ),
)
"""Hidden, misspelled, endless, and in other languages."""


@browsing
@pytest.mark.parametrize(
    "text", ["wis", "STOP!!", "wis alles nu", "weg weg weg", "stoppp", "stop maar met slaan", "weg van hier"]
)
async def test_a_word_for_the_quick_exit_leaves_and_a_sentence_with_it_does_not(place: Page, text: str) -> None:
    await type_in(place, text)
    if asks_to_wipe(text):
        await place.wait_for_url(LEAVE_FOR)
    else:
        await expect(place.locator(".heard h2")).to_be_focused()


# At the page.


@asynccontextmanager
async def somebody(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context()
    await context.route(lambda url: "127.0.0.1" not in url and not url.startswith("file:"), elsewhere)
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Somebody with a browser of their own, of which something is missing."""
    async with somebody(browser) as context:
        yield context


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def everybody(browser: Browser) -> AsyncIterator[BrowserContext]:
    """One after the other at the same browser: half the work of a new one for each."""
    async with somebody(browser) as context:
        yield context


async def elsewhere(route: Route) -> None:
    await route.fulfill(body="<title>Het weer</title>", content_type="text/html")


@pytest_asyncio.fixture(loop_scope="session")
async def place(everybody: BrowserContext, host: str) -> AsyncIterator[Page]:
    """The first page, with everything that it loads."""
    page = await opened(everybody, f"{host}/nl/")
    yield page
    await page.close()


async def opened(visitor: BrowserContext, url: str) -> Page:
    page = await visitor.new_page()
    await load(page, url)
    await expect(page.locator("#typed")).to_be_visible()
    return page


async def type_in(page: Page, text: str) -> None:
    await page.locator("#typed").fill(text)
    await page.keyboard.press("Enter")


async def numbers(page: Page) -> list[str]:
    found: list[str] = await page.eval_on_selector_all(".heard [href^='tel:']", "all => all.map(one => one.href)")
    return found


@browsing
async def test_an_answer_stands_where_it_was_asked_and_nothing_is_sent_or_kept(place: Page) -> None:
    sent: list[str] = []
    place.on("request", lambda request: sent.append(request.url))
    before = (place.url, await place.evaluate("history.length"))
    await place.locator("#typed").press_sequentially("ik ben oma")
    await place.keyboard.press("Enter")
    await expect(place.locator(".heard h2")).to_be_focused()
    await expect(place.locator(".heard")).to_contain_text("Gaat het om een kind in je familie?")
    assert await place.locator(".heard .ways a").count() == 3
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
    assert await place.evaluate(kept) == '[{},{},"",null]'
    assert (sent, (place.url, await place.evaluate("history.length"))) == ([], before)


@browsing
@pytest.mark.parametrize(
    ("text", "number"), [("ik wil dood", "tel:113"), ("hij slaat haar nu", "tel:112"), ("ik ben oma", "tel:08002000")]
)
async def test_the_number_that_is_needed_stands_first(place: Page, text: str, number: str) -> None:
    await type_in(place, text)
    await expect(place.locator(".heard h2")).to_be_focused()
    assert (await numbers(place))[0] == number
    await expect(place.locator(f".heard .number[href='{number}']")).to_be_in_viewport()


@browsing
@pytest.mark.parametrize(
    ("text", "heading"),
    [
        *(("Ik ben onder 18!", "Hulp voor jou"), ("hulp", "Nu met iemand praten"), ("112", "112: zo bel je")),
        *(("I am under 18", "Help for you"), ("english", "What can I do?")),
    ],
)
async def test_typing_what_a_link_says_is_following_it(place: Page, text: str, heading: str) -> None:
    await type_in(place, text)
    await expect(place.locator("h1:focus")).to_have_text(heading)


@browsing
async def test_what_is_not_clear_is_asked_and_the_answer_follows_in_place(place: Page) -> None:
    await type_in(place, UNCLEAR)
    await place.locator(".heard .ways button").first.click()
    await expect(place.locator(".heard h2")).to_be_focused()
    assert await place.locator(".heard .ways a").count() > 1


def test_every_question_there_may_be_has_its_words(answers: dict[str, Any]) -> None:
    of = [[first, *others] for first in ASKED for others in ([], [routes.Route.SUICIDAL], [routes.Route.CALL_FOR_ME])]
    assert {kind_of_question(list(dict.fromkeys(some))) for some in of} == answers["ask"].keys()


@browsing
async def test_a_question_says_what_it_says_in_the_chat(place: Page) -> None:
    """Its first words and its first number, of each kind of question that a text of ours gets."""
    asked: dict[str, tuple[str, Question]] = {}
    for text in parity.texts():
        heard = LISTENER.hear(text)
        if heard.certainty is Certainty.ASK and not heard.language.replace("nl", ""):
            question = named(answer_of(heard, Visit(), GUIDE), GUIDE)
            if isinstance(question, Question):
                asked.setdefault(kind_of_question(question.routes), (text, question))
    assert len(asked) >= 5
    for text, question in asked.values():
        await type_in(place, text)
        said = LOCALES["nl"].say(str(question.parts[0])).format_map(SPOKEN)
        await expect(place.locator(".heard p").first).to_have_text(said)


@browsing
async def test_an_often_asked_question_is_answered(place: Page) -> None:
    await type_in(place, "mag ze bij mij slapen vannacht")
    said = LOCALES["nl"].say(FAQ["stay_with_me"].words).format_map(SPOKEN)
    await expect(place.locator(".heard p").first).to_have_text(said)
    await expect(place.locator(".heard .ways a").first).to_have_text("Een kind vertelde mij iets")


@browsing
async def test_a_question_gets_the_first_words_of_its_screen(place: Page) -> None:
    await type_in(place, "wordt het kind dan uit huis gehaald")
    await expect(place.locator(".heard")).to_contain_text("Misschien helpt deze pagina:")
    assert 1 <= await place.locator(".heard .ways a").count() <= 3


@browsing
async def test_english_on_the_dutch_page_is_answered_in_english(place: Page) -> None:
    await type_in(place, "my neighbour hits his son")
    await expect(place.locator(".heard > [lang=en] h2")).to_have_text("What you can do now")
    way = place.locator(".heard .ways a").first
    title = await way.inner_text()
    await way.click()
    await expect(place.locator("[lang=en] h1:focus")).to_have_text(title)


@browsing
async def test_another_language_gets_its_page_from_right_to_left_where_it_is_written_so(place: Page) -> None:
    await type_in(place, "\u0643\u064a\u0641 \u0623\u0633\u0627\u0639\u062f \u0637\u0641\u0644\u0629")
    await expect(place.locator(".heard > [lang=ar][dir=rtl]")).to_be_visible()
    assert "tel:112" in await numbers(place)


@browsing
async def test_of_a_script_that_several_languages_have_all_are_named(place: Page) -> None:
    await type_in(place, "\u043f\u043e\u043c\u043e\u0433\u0438\u0442\u0435")
    assert {await one.get_attribute("lang") for one in await place.locator(".heard button").all()} == {"bg", "ru", "uk"}
    await place.locator(".heard button[lang=uk]").click()
    await expect(place.locator(".heard > [lang=uk]")).to_be_visible()


@browsing
async def test_every_other_language_can_be_chosen_by_its_name(place: Page) -> None:
    await place.locator(".typed summary").click()
    await place.get_by_role("button", name="T\u00fcrk\u00e7e").click()
    await expect(place.locator(".heard > [lang=tr] h2")).to_be_focused()


@browsing
async def test_what_was_typed_goes_with_the_page(place: Page, host: str) -> None:
    await type_in(place, "mijn vader slaat mij")
    await expect(place.locator(".heard h2")).to_be_focused()
    await place.goto(f"{host}/nl/print/")
    await place.go_back()
    await expect(place.locator("#typed")).to_have_value("")
    await expect(place.locator(".heard")).to_be_empty()


@browsing
async def test_the_field_asks_the_browser_to_send_and_remember_nothing(place: Page) -> None:
    typed = place.locator("#typed")
    for name, value in {"autocomplete": "off", "spellcheck": "false", "writingsuggestions": "false"}.items():
        await expect(typed).to_have_attribute(name, value)
    assert await typed.get_attribute("name") is None
    assert await place.locator("form").count() == 0


TOLD = "qxzvmijn buurman qxzv"


def files_with_what_was_told(folder: Path) -> list[str]:
    said = TOLD.encode(), TOLD.encode("utf-16le")
    read = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [name for name, content in read.items() if any(each in content for each in said)]


@browsing
@pytest.mark.parametrize("is_ours", [True, False])
async def test_a_browser_writes_down_what_is_typed_elsewhere_and_not_what_is_typed_here(
    host: str, tmp_path: Path, *, is_ours: bool
) -> None:
    """In its files to restore a tab, where a page does not ask for less."""
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_text("<!DOCTYPE html><title>x</title><textarea id=typed></textarea>", "utf-8")
    async with profile(tmp_path / "profile") as context:
        page = await context.new_page()
        await page.goto(f"{host}/nl/" if is_ours else elsewhere.as_uri(), wait_until="networkidle")
        await page.locator("#typed").press_sequentially(TOLD)
        await page.goto(f"{host}/nl/print/")
        await page.wait_for_timeout(4000)  # it writes every two and a half seconds
    assert bool(files_with_what_was_told(tmp_path / "profile")) is not is_ours


@browsing
async def test_from_a_typed_sentence_to_a_number_without_a_network(visitor: BrowserContext, host: str) -> None:
    place = await opened(visitor, f"{host}/nl/")
    await visitor.set_offline(True)
    await type_in(place, "ik denk dat mijn buurjongen geslagen wordt")
    await place.locator(".heard .ways a").first.click()
    await expect(place.locator("h1:focus")).not_to_have_text("Wat kan ik doen?")
    await expect(place.locator("[href='tel:08002000']").first).to_be_visible()


@browsing
async def test_a_page_that_is_drawn_in_place_has_its_field(place: Page) -> None:
    await place.get_by_role("link", name="Zorgen om een kind").click()
    await place.locator("a.name").click()
    await expect(place.locator("h1:focus")).to_have_text("Wat kan ik doen?")
    await type_in(place, "ik ben oma")
    await expect(place.locator(".heard h2")).to_be_focused()
    await place.get_by_role("link", name="English", exact=True).click()
    await expect(place.locator("h1:focus")).to_have_text("What can I do?")
    await type_in(place, "i am a grandmother")
    await expect(place.locator(".heard h2")).to_have_text("What you can do now")


@browsing
async def test_the_field_works_from_a_disk(visitor: BrowserContext, folder: Path) -> None:
    page = await opened(visitor, (folder / "hulp" / "nl" / "index.html").as_uri())
    await type_in(page, "ik wil dood")
    await expect(page.locator(".heard h2")).to_be_focused()
    assert (await numbers(page))[0] == "tel:113"


@browsing
async def test_a_shifted_enter_begins_a_line_and_an_empty_field_says_nothing(place: Page) -> None:
    await place.locator("#typed").press("Enter")
    await place.locator("#typed").press_sequentially("hoi")
    await place.keyboard.press("Shift+Enter")
    await expect(place.locator("#typed")).to_have_value("hoi\n")
    await expect(place.locator(".heard")).to_be_empty()


# When something is missing.


@browsing
async def test_without_a_script_there_is_no_field(browser: Browser, host: str) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{host}/nl/")
    await expect(page.locator(".typed")).to_be_hidden()
    await expect(page.get_by_role("link", name="Zorgen om een kind")).to_be_visible()
    await context.close()


@browsing
@pytest.mark.parametrize("fault", ["gone", "another table", "cut off"])
async def test_without_its_table_every_text_gets_the_numbers_and_the_links(
    visitor: BrowserContext, host: str, written: dict[str, str], fault: str
) -> None:
    routes_table = noted(written[WORDS])["tables"]["routes"]
    topics_table = noted(written[WORDS])["tables"]["topics"]
    with_fault = {
        "another table": written[WORDS].replace(routes_table, topics_table),
        "cut off": written[WORDS].replace(routes_table, routes_table[:40_000]),
    }

    async def broken(route: Route) -> None:
        await (
            route.abort() if fault == "gone" else route.fulfill(body=with_fault[fault], content_type="text/javascript")
        )

    await visitor.route(f"**/{WORDS}", broken)
    page = await opened(visitor, f"{host}/nl/")
    await type_in(page, "ik wil dood")
    await expect(page.locator(".heard")).to_contain_text("Ik begreep je niet.")
    assert {"tel:112", "tel:08002000", "tel:113"} <= set(await numbers(page))
    await page.get_by_role("link", name="Ik ben onder 18").click()
    await expect(page.locator("h1:focus")).to_have_text("Hulp voor jou")


@browsing
async def test_without_its_answers_there_is_no_field(visitor: BrowserContext, host: str) -> None:
    await visitor.route(f"**/{answers_file('nl')}", lambda route: route.abort())
    page = await visitor.new_page()
    await page.goto(f"{host}/nl/", wait_until="networkidle")
    await expect(page.locator(".typed")).to_be_hidden()
    await expect(page.get_by_role("link", name="Zorgen om een kind")).to_be_visible()


# For everybody.


@browsing
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme}-{look.width}-{look.text}")
async def test_an_answer_is_open_to_everybody(look: Look, host: str, browser: Browser) -> None:
    context = await look.context(browser)
    page = await context.new_page()
    await look.open(page, f"{host}/nl/")
    for text in (
        "ik wil dood",
        UNCLEAR,
        "wat gebeurt er na een melding",
        "\u043f\u043e\u043c\u043e\u0433\u0438\u0442\u0435",
    ):
        await type_in(page, text)
        await expect(page.locator(".heard h2")).to_be_focused()
        assert await faults(page) == [], text
    await context.close()
