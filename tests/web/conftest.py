"""The pages, built once for each worker: for all visitors, and for a campaign with markup in every line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from campaigns import Campaign, Contact
from flows.guide import Guide
from locales import Locales
from tests.support.static_host import serving
from tests.web.leaf import Leaf
from tests.web.looks import genuine_page
from web import review
from web.edition import Edition
from web.site import build, files

FORGED = """<script>alert(1)</script> & "R&D" 'x' {{ 7*7 }} </title>"""
BOT = "een_gids_bot"


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    contact = Contact(
        name={"nl": FORGED, "en": "Team"}, about={"nl": FORGED}, phone="14 030", address={"nl": FORGED}, hours={}
    )
    return Campaign(code="stad", organisation=FORGED, contact=(contact,), colour="#ffd700")


@pytest.fixture(scope="session")
def plain(the_guide: Guide, the_locales: Locales) -> Edition:
    return Edition(the_guide, the_locales, bot=BOT)


@pytest.fixture(scope="session")
def local(the_guide: Guide, the_locales: Locales, campaign: Campaign) -> Edition:
    return Edition(the_guide, the_locales, campaign, operator=FORGED, bot=BOT)


@pytest.fixture(scope="session")
def leaves(plain: Edition) -> dict[str, Leaf]:
    """Every page for everybody, by its address."""
    return {address: Leaf(address, html) for address, html in plain.pages()}


@pytest.fixture(scope="session")
def local_leaves(local: Edition) -> dict[str, Leaf]:
    """Every page of the campaign, by its address."""
    return {address: Leaf(address, html) for address, html in local.pages()}


@pytest.fixture(scope="session")
def book(plain: Edition) -> dict[str, Leaf]:
    """Every page of the review book, by its name."""
    return {name: Leaf(name, text) for name, text in review.files(plain.guide, plain.locales) if name.endswith(".html")}


@pytest.fixture(scope="session")
def folder(plain: Edition, local: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, written to a folder that is not the top of its host."""
    host = tmp_path_factory.mktemp("host")
    listed = [replace(edition, has_list=True) for edition in (plain, local)]
    build(host / "hulp", listed, more=[*review.files(plain.guide, plain.locales), *genuine_page(plain)])
    assert {name for name, _ in files(plain)} <= {
        str(path.relative_to(host / "hulp")) for path in (host / "hulp").rglob("*")
    }
    return host


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield f"{address}/hulp"
