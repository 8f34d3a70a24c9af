"""What somebody meets first: a preview of a shared link, the page where everybody arrives, and the one for children."""

import re
from dataclasses import replace

import pytest

from flows.helplines import SPOKEN
from flows.words import print as kit
from locales import Locales
from tests.support.trees import ROOT
from tests.web.conftest import FORGED
from tests.web.leaf import Leaf, words
from web.edition import Edition

TELLING = re.compile(r"kind|child|mishandel|geweld|misbruik|thuis|abuse|violence|home|zorg|worr", re.IGNORECASE)


def test_a_preview_is_the_same_for_every_page_and_tells_nothing(leaves: dict[str, Leaf]) -> None:
    """It stays behind in a chat that somebody else may read."""
    previews = set()
    for leaf in leaves.values():
        metas = {element.get("property") or element.get("name"): element.get("content") for element in leaf.all("meta")}
        assert metas["og:title"] == words(leaf.one("title"))
        assert metas["og:description"] == metas["description"]
        previews.add((metas["og:title"], metas["description"]))
    assert len(previews) == 2
    assert not [text for preview in previews for text in preview if TELLING.search(str(text))]


def test_everybody_reads_what_this_is_for_whom_and_from_whom(
    leaves: dict[str, Leaf], local_leaves: dict[str, Leaf], local: Edition
) -> None:
    for pages in (leaves, local_leaves):
        for section in pages[""].all("section"):
            locale = local.locales[str(section.get("lang"))]
            said = words(section)
            assert locale.say(kit.FOR_WHOM[0]) in said
            assert locale.say(kit.FOR_WHOM[1][0]) in said
    header, section = local_leaves[""].one("header"), local_leaves[""].all("section")[0]
    assert FORGED in words(header)
    assert f"Een gids van {FORGED}." in words(section)
    assert [words(each) for each in section.iter("p") if each.get("lang") == "nl"] == [local.operator]


def test_the_guide_is_passed_on_from_the_first_page_and_the_page_about_it(leaves: dict[str, Leaf]) -> None:
    """And nowhere else: a shared address stays behind in a chat."""
    offering = {
        address
        for address, leaf in leaves.items()
        for button in leaf.all("button")
        if words(button) in {"Geef deze gids door", "Pass this guide on"}
    }
    assert {address for address in offering if not re.search(r"/\d/$", address)} == {
        *("", "nl/start/about/", "en/start/about/")
    }
    assert {re.sub(r"\d/$", "", address) for address in offering} == {"", "nl/start/about/", "en/start/about/"}


def test_the_door_of_children_gives_their_line_first_and_leads_to_their_pages_only(
    leaves: dict[str, Leaf], the_locales: Locales
) -> None:
    door = leaves["kind/"]
    assert "Telegram" not in words(door.one("body"))
    for section in door.all("section"):
        code = str(section.get("lang"))
        assert the_locales[code].say(kit.CHILDREN.headline, **SPOKEN) in words(section)
        dialled = [link.get("href") for link in section.iter("a") if str(link.get("href")).startswith("tel:")]
        assert dialled == ["tel:112", "tel:08000432", "tel:08002000"]
        there = [there for _, there in door.links(section)]
        assert there == [f"{code}/child/child/", f"{code}/start/on-my-phone/"]


# What stands on every page.


def test_each_number_has_one_card_on_a_page(leaves: dict[str, Leaf], local_leaves: dict[str, Leaf]) -> None:
    for leaf in [*leaves.values(), *local_leaves.values()]:
        parts = leaf.all("section") if leaf.address in ("", "kind/") else leaf.all("body")
        for part in parts if "/print/" not in leaf.address else leaf.all("header"):
            cards = [link.get("href") for link in part.iter("a") if link.get("class") == "number"]
            assert len(cards) == len(set(cards)), leaf.address


def test_both_lines_are_on_every_page_for_children(leaves: dict[str, Leaf]) -> None:
    pages = [leaf for address, leaf in leaves.items() if address[3:].startswith("child/")]
    assert len(pages) > 20
    for leaf in pages:
        cards = {link.get("href") for link in leaf.one("body").iter("a") if link.get("class") == "number"}
        assert {"tel:08000432", "tel:08002000"} <= cards, leaf.address


def test_every_number_that_is_said_can_be_dialled(leaves: dict[str, Leaf], local_leaves: dict[str, Leaf]) -> None:
    number = re.compile(r"\b(?:0[89]00-\d+|113|112|14 0\d+|088-\d+|06-\d+)\b(?!\.\w)")
    for leaf in [*leaves.values(), *local_leaves.values()]:
        body = leaf.html.partition("<body>")[2]
        elsewhere = re.sub(r'<a [^>]*href="tel:[^>]*>.*?</a>|<h1>.*?</h1>', "", body, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|112: zo bel je|112: how to call", " ", elsewhere)
        assert not number.search(text), (leaf.address, number.findall(text))


def test_nobody_hears_about_the_browser_before_the_heading(leaves: dict[str, Leaf], the_locales: Locales) -> None:
    for address, leaf in leaves.items():
        if "/print/" not in address:
            code = address[:2] if address[:2] in the_locales else "nl"
            body = words(leaf.one("body"))
            note = the_locales[code].say("Je browser onthoudt deze pagina.")
            assert body.index(words(leaf.one("h1"))) < body.index(note), address


def test_a_page_says_which_way_it_is_written(leaves: dict[str, Leaf]) -> None:
    assert all('dir="ltr"' in leaf.html for leaf in leaves.values())


def test_whatever_says_its_language_says_which_way_that_is_written() -> None:
    """Also on pages that need a signed list or a list of reviewers, and in a language that is still to come."""
    for template in (ROOT / "web" / "templates").iterdir():
        for tag in re.findall(r"<[^>{]*lang=\"{{ [\w.]*locale\.code }}\"[^>]*>", template.read_text("utf-8")):
            assert re.search(r"dir=\"{{ [\w.]*locale\.direction }}\"", tag), (template.name, tag)


@pytest.mark.parametrize("statement", ["https://www.stad.example/verklaring", ""])
def test_the_accessibility_statement_has_a_page_where_there_is_one(statement: str, plain: Edition) -> None:
    pages = {place: Leaf(place, html) for place, html in replace(plain, statement=statement).pages()}
    assert ("nl/toegankelijkheid/" in pages) is bool(statement)
    for code, label in (("nl", "Toegankelijkheid"), ("en", "Accessibility")):
        linked = [there for words, there in pages[f"{code}/child/child/"].links() if words == label]
        assert linked == ([f"{code}/toegankelijkheid/"] if statement else [])
        if statement:
            doors = [link.get("href") for link in pages[f"{code}/toegankelijkheid/"].one("article").iter("a")]
            assert doors == [statement]
