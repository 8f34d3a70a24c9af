"""The guide as data: the script of a language holds every page of it, as the page itself says it."""

import gzip
import json
from typing import Any

import pytest

from tests.web.leaf import Leaf, words
from web.edition import Edition
from web.in_place import script_name

LARGEST = 90_000
"""Bytes of the script of a language as a host sends it, compressed."""


@pytest.fixture(params=["plain", "local"])
def edition(request: pytest.FixtureRequest, plain: Edition, local: Edition) -> Edition:
    return plain if request.param == "plain" else local


@pytest.fixture
def pages(edition: Edition, leaves: dict[str, Leaf], local_leaves: dict[str, Leaf]) -> dict[str, Leaf]:
    return local_leaves if edition.campaign else leaves


@pytest.fixture
def scripts(edition: Edition, plain_files: dict[str, str], local_files: dict[str, str]) -> dict[str, str]:
    top, written = (f"{edition.campaign.code}/", local_files) if edition.campaign else ("", plain_files)
    return {code: written[top + script_name(code)] for code in edition.locales}


def data(code: str, script: str) -> dict[str, Any]:
    before, after = f'self.guide = {{ ...self.guide, "{code}": ', " };\n"
    assert script.startswith(before)
    assert script.endswith(after)
    read: dict[str, Any] = json.loads(script[len(before) : -len(after)])
    return read


def test_every_page_of_a_language_is_in_its_script_and_says_the_same(
    scripts: dict[str, str], pages: dict[str, Leaf]
) -> None:
    drawn = {}
    for code, script in scripts.items():
        guide = data(code, script)
        for address, lines in guide["pages"].items():
            body = "\n".join(guide["lines"][line] for line in lines)
            drawn[address] = Leaf(
                "", f"<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n{body}</body></html>"
            )
    assert drawn.keys() == pages.keys() - {"", "kind/"}
    for address, leaf in drawn.items():
        assert words(leaf.one("body")) == words(pages[address].one("body"))
        assert leaf.links() == pages[address].links()


def test_the_script_of_a_language_is_small(scripts: dict[str, str]) -> None:
    assert max(len(gzip.compress(script.encode())) for script in scripts.values()) < LARGEST
