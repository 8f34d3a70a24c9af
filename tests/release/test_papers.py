"""What a municipality reads before it runs a copy: whole, and true of this tree."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from bot.cli import main
from bot.ops.version import VERSION
from flows.helplines import HELPLINES
from locales import Locales
from release import ROOT, licences, sbom
from release.locks import runtime

PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PUBLICCODE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))


def test_every_file_says_its_licence() -> None:
    linted = subprocess.run(
        [sys.executable, "-m", "reuse", "lint"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout


def test_the_font_keeps_the_licence_of_who_drew_it() -> None:
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text("utf-8"))["annotations"]
    said = {each["path"]: each["SPDX-License-Identifier"] for each in annotations}
    fonts = sorted(path.parent.relative_to(ROOT) for path in ROOT.glob("[!.]*/**/*.ttf"))
    assert fonts
    assert {said.get(f"{folder}/**") for folder in fonts} == {"OFL-1.1"}


def test_the_licence_stands_in_one_place_only() -> None:
    """What REUSE wants in LICENSES/ leads to it."""
    assert (ROOT / "LICENSES" / "EUPL-1.2.txt").resolve() == ROOT / "LICENSE"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")


def test_the_licences_of_others_are_those_of_what_is_installed() -> None:
    assert licences.PAGE.read_text("utf-8") == licences.page(), "run `make licences`"


def test_every_package_that_a_copy_gets_declares_a_licence() -> None:
    packages = [each.name for each in runtime().values() if not each.only_on_some]
    assert len(packages) > 30
    said = sbom.licences(sbom.bill(runtime()))
    assert sorted(said) == sorted(packages)
    assert [name for name, licence in said.items() if not licence] == []
    assert said["python-telegram-bot"] == "LGPL-3.0-only"


@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("publiccodeYmlVersion", {"0.7"}),
        ("name", {"Wat kan ik doen?"}),
        ("url", None),
        ("platforms", None),
        ("developmentStatus", {"concept", "development", "beta", "stable", "obsolete"}),
        ("softwareType", {"standalone/web"}),
        ("legal/license", {"EUPL-1.2"}),
        ("maintenance/type", {"internal", "community"}),
        ("maintenance/contacts", None),
        ("localisation/localisationReady", {True}),
        ("localisation/availableLanguages", None),
    ],
)
def test_publiccode_has_what_the_standard_asks_for(key: str, allowed: set[object] | None) -> None:
    """The keys that are mandatory in version 0.7, and where the standard lists values, one of these."""
    value: Any = PUBLICCODE
    for step in key.split("/"):
        value = value[step]
    assert value
    assert allowed is None or value in allowed


def test_publiccode_describes_it_in_every_language_it_speaks(the_locales: Locales) -> None:
    assert PUBLICCODE["localisation"]["availableLanguages"] == list(the_locales)
    assert list(PUBLICCODE["description"]) == list(the_locales)
    for about in PUBLICCODE["description"].values():
        assert len(about["shortDescription"]) <= 150
        assert 150 <= len(about["longDescription"]) <= 10_000
        assert about["features"]
        assert [path for path in about["screenshots"] if not (ROOT / path).is_file()] == []


def test_the_version_is_one_that_was_released_or_is_about_to_be() -> None:
    said = CliRunner().invoke(main, ["--version"]).stdout.split()[-1]
    assert said == VERSION
    assert re.match(r"\d+\.\d+", said)
    assert not said.startswith("0.0")


@every_paper
def test_a_file_that_a_paper_names_is_there(paper: Path) -> None:
    """As `tests/test_layers.py`: in a folder that stands here, and not in one that a command makes."""
    named = re.findall(r"`((?:[\w.-]+/)+[\w-]+\.\w+)`", paper.read_text("utf-8"))
    ours = [name for name in named if (ROOT / name.partition("/")[0]).is_dir()]
    assert [name for name in ours if not (ROOT / name).exists()] == []


@every_paper
def test_a_paper_gives_no_number_that_the_guide_does_not_know(paper: Path) -> None:
    known = {line.number for line in HELPLINES.values()}
    assert set(re.findall(r"\b0[89]00-\d{4,7}\b", paper.read_text("utf-8"))) <= known
