"""The pages, built once for each worker: for all visitors, and for a campaign with markup in every line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from campaigns import Campaign, Contact
from flows.guide import Guide
from flows.words.web import FILE
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
def plain_files(plain: Edition) -> dict[str, str]:
    """Every file for everybody, by its name."""
    return dict(files(plain))


@pytest.fixture(scope="session")
def local_files(local: Edition) -> dict[str, str]:
    """Every file of the campaign, by its name in the folder of all editions."""
    return dict(files(local))


@pytest.fixture(scope="session")
def leaves(plain_files: dict[str, str]) -> dict[str, Leaf]:
    """Every page for everybody, by its address."""
    return dict(_leaves(plain_files, ""))


@pytest.fixture(scope="session")
def local_leaves(local_files: dict[str, str], campaign: Campaign) -> dict[str, Leaf]:
    """Every page of the campaign, by its address."""
    return dict(_leaves(local_files, f"{campaign.code}/"))


def _leaves(written: dict[str, str], top: str) -> Iterator[tuple[str, Leaf]]:
    for name, html in written.items():
        if name.endswith(FILE):
            address = name.removeprefix(top).removesuffix(FILE)
            yield address, Leaf(address, html)


@pytest.fixture(scope="session")
def book(plain: Edition) -> dict[str, Leaf]:
    """Every page of the review book, by its name."""
    return {name: Leaf(name, text) for name, text in review.files(plain.guide, plain.locales) if name.endswith(".html")}


@pytest.fixture(scope="session")
def folder(
    plain: Edition, local: Edition, plain_files: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Everything, written to a folder that is not the top of its host."""
    host = tmp_path_factory.mktemp("host")
    listed = [replace(edition, has_list=True) for edition in (plain, local)]
    build(host / "hulp", listed, more=[*review.files(plain.guide, plain.locales), *genuine_page(plain)])
    assert plain_files.keys() <= {str(path.relative_to(host / "hulp")) for path in (host / "hulp").rglob("*")}
    return host


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield f"{address}/hulp"
