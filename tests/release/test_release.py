"""A release: what keeps one from being made, each seen, and what is made when nothing does."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from flows.helplines import HELPLINES, STALE_AFTER
from release import ROOT, sbom
from release.__main__ import changelog_faults, is_for_everybody, main, refusals, version, waiting_for_reviewers
from release.locks import runtime

TODAY = max(line.last_checked for line in HELPLINES.values())
CHANGES = "# Changelog\n\n## 0.2.0 - 2026-12-01\n\n### Added\n\n- A screen.\n"


def git(folder: Path, *command: str) -> str:
    git = ["git", "-C", str(folder), *command]
    return subprocess.run(git, check=True, capture_output=True, text=True).stdout  # noqa: S603 - of our own


def replace(path: Path, good: str, bad: str) -> None:
    text = path.read_text("utf-8")
    assert good in text
    path.write_text(text.replace(good, bad), "utf-8")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree that could be released, as version 0.2.0: everything filled in, told and committed."""
    tree = tmp_path_factory.mktemp("ready") / "tree"
    for package in ("flows", "locales", "listening", "campaigns", "bot", "web", "simulator"):
        copytree(ROOT / package, tree / package, ignore=ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "publiccode.yml", "README.md", "LICENSE", ".gitignore"):
        (tree / name).write_bytes((ROOT / name).read_bytes())
    replace(tree / "pyproject.toml", f'version = "{version()}"', 'version = "0.2.0"')
    publiccode = (tree / "publiccode.yml").read_text("utf-8").replace("FILL-IN", "voorbeeldstad")
    (tree / "publiccode.yml").write_text(publiccode, "utf-8")
    (tree / "CHANGELOG.md").write_text(CHANGES, "utf-8")
    git(tree, "init", "-q")
    git(tree, "config", "user.name", "Somebody")
    git(tree, "config", "user.email", "somebody@tests.example")
    commit(tree)
    return tree


@pytest.fixture
def tree(ready: Path, tmp_path: Path) -> Path:
    """A copy of that tree, to change."""
    return copytree(ready, tmp_path / "tree")


def commit(tree: Path) -> None:
    git(tree, "add", "--all")
    git(tree, "commit", "-qm", "Everything", "--allow-empty")


def test_a_tree_that_is_ready_is_refused_nothing(tree: Path) -> None:
    assert list(refusals(tree, TODAY)) == []


def leave_something(tree: Path) -> None:
    (tree / "note.txt").write_text("not committed", "utf-8")


def tag_it(tree: Path) -> None:
    git(tree, "tag", "v0.2.0")


def forget_the_changelog(tree: Path) -> None:
    replace(tree / "CHANGELOG.md", "## 0.2.0 - 2026-12-01", "## Unreleased")
    commit(tree)


def forget_a_contact(tree: Path) -> None:
    replace(tree / "publiccode.yml", "email: ", "email: FILL-IN ")
    commit(tree)


def change_the_dutch(tree: Path) -> None:
    replace(tree / "flows" / "regions" / "start.py", "Wat past bij jou?", "Wat past er bij jou?")
    commit(tree)


ENGLISH = Path("locales", "en", "LC_MESSAGES", "messages.po")


def leave_a_word_fuzzy(tree: Path) -> None:
    replace(tree / ENGLISH, 'msgid "Hulp als ouder"', '#, fuzzy\nmsgid "Hulp als ouder"')
    commit(tree)


def leave_a_word_out(tree: Path) -> None:
    text = (tree / ENGLISH).read_text("utf-8")
    before, line, after = text.partition('msgid "Hulp als ouder"\nmsgstr "')
    (tree / ENGLISH).write_text(before + line + after[after.index('"\n') :], "utf-8")
    commit(tree)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (leave_something, "the work tree has uncommitted changes"),
        (tag_it, "v0.2.0 is already released"),
        (forget_the_changelog, "CHANGELOG.md has no section for it; head it with `## 0.2.0 - `"),
        (forget_a_contact, "fill in email"),
        (change_the_dutch, "the catalogues are behind the sources; run `make words`"),
        (leave_a_word_fuzzy, "'Hulp als ouder' changed in Dutch; check the translation"),
        (leave_a_word_out, "'Hulp als ouder' is not translated; fill in its msgstr"),
    ],
    ids=lambda each: each.__name__ if callable(each) else "",
)
def test_each_thing_that_keeps_it_from_being_a_release_is_said(
    tree: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(tree)
    assert any(sentence in line for line in refusals(tree, TODAY))


def test_helplines_that_nobody_looked_at_for_half_a_year_keep_it_back(tree: Path) -> None:
    said = list(refusals(tree, TODAY + STALE_AFTER + timedelta(days=1)))
    assert len(said) == len(HELPLINES)
    assert said[0].startswith("emergency was last checked on ")


@pytest.mark.parametrize(
    "part",
    ["## 0.2.0 - someday\n\n- A screen.\n", "## 0.2.0 - 2026-12-01\n\n## 0.1.0 - 2026-11-01\n\n- More.\n"],
    ids=["without a date", "without a change"],
)
def test_a_version_needs_a_date_and_a_change_in_the_changelog(part: str) -> None:
    assert list(changelog_faults(part, "0.2.0")) == [
        "CHANGELOG.md: 0.2.0 needs a date such as 2026-01-31, and a line for each change"
    ]


def test_a_version_is_not_taken_for_another_that_looks_like_it() -> None:
    assert list(changelog_faults(CHANGES, "0.2"))
    assert list(changelog_faults(CHANGES.replace("0.2.0", "0x2x0"), "0.2.0"))


def test_before_1_0_it_only_warns_of_what_reviewers_have_left(
    tree: Path, capsys: pytest.CaptureFixture[str], waits: str
) -> None:
    """It makes the wheel, the bill of materials and the tag."""
    assert main(tree, TODAY) == 0
    said = capsys.readouterr().out
    assert f"warning, refused from 1.0 on: {waits}" in said
    assert git(tree, "tag", "--list").split() == ["v0.2.0"]
    wheel = tree / "dist" / "watkanikdoen-0.2.0-py3-none-any.whl"
    names = set(zipfile.ZipFile(wheel).namelist())
    in_git = {name for name in git(tree, "ls-files").splitlines() if "/" in name}
    assert in_git <= names
    assert "watkanikdoen-0.2.0.dist-info/licenses/LICENSE" in names
    bill = json.loads((tree / "dist" / "watkanikdoen-0.2.0.cdx.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")


def test_from_1_0_on_it_waits_for_reviewers(tree: Path, capsys: pytest.CaptureFixture[str], waits: str) -> None:
    replace(tree / "pyproject.toml", '"0.2.0"', '"1.0.0"')
    replace(tree / "CHANGELOG.md", "0.2.0", "1.0.0")
    commit(tree)
    assert main(tree, TODAY) == 1
    assert f"release 1.0.0: {waits}" in capsys.readouterr().err
    assert git(tree, "tag", "--list") == ""
    assert not (tree / "dist").exists()


@pytest.fixture
def waits() -> str:
    """The first thing reviewers still have to do; without any, these tests have nothing to check."""
    waiting = list(waiting_for_reviewers())
    if not waiting:
        pytest.skip("reviewers have nothing left to do")
    return waiting[0]


@pytest.mark.parametrize(
    ("release", "everybody"), [("0.1.0", False), ("0.12.3", False), ("1.0.0", True), ("10.2.1", True)]
)
def test_1_0_is_for_everybody(release: str, everybody: bool) -> None:
    assert is_for_everybody(release) is everybody


def test_the_bill_of_materials_holds_what_a_copy_gets_and_no_tool_of_developers() -> None:
    bom = sbom.bill(runtime())
    names = {part["name"].lower().replace("_", "-") for part in bom["components"]}
    assert names == {each.name for each in runtime().values() if not each.only_on_some}
    assert "pytest" not in names
    (ours,) = [each for each in bom["dependencies"] if each["ref"] == bom["metadata"]["component"]["bom-ref"]]
    assert any(ref.startswith("python-telegram-bot==") for ref in ours["dependsOn"])
    assert [part["name"] for part in bom["components"] if not part.get("licenses")] == []
    assert "file:" not in json.dumps(bom)


def test_a_bill_of_something_else_than_the_lock_is_refused() -> None:
    locked = runtime()
    locked["click"].version = "0.0.1"
    with pytest.raises(sbom.NotInstalled, match=r"click 0\.0\.1 is locked and \S+ installed; run `make \.venv/ready`"):
        sbom.bill(locked)
