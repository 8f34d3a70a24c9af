"""A release: what keeps one from being made, each seen, and what is made when nothing does."""

import json
import os
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from click.testing import CliRunner, Result

from bot.cli import main as cli
from bot.dossier.proof import Proof
from bot.dossier.proof import read as read_proof
from bot.ops.signatures import SUMS, NotSigned, check_release, sums
from flows.helpline import STALE_AFTER
from flows.helplines import HELPLINES
from release import ROOT, artefacts, sbom
from release.__main__ import SIGNERS, changelog_faults, is_for_everybody, main, refusals, waiting_for_reviewers
from release.locks import LOCKS, runtime
from release.proof import NotProven, evidence
from release.sign import sign
from tests.support.debian import SSH

pytestmark = pytest.mark.slow

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
    kept = (
        "pyproject.toml",
        "publiccode.yml",
        "README.md",
        "LICENSE",
        ".gitignore",
        ".gitattributes",
        ".git_archival.txt",
        "docs/content-review.md",
    )
    (tree / "docs").mkdir()
    for name in (*kept, *LOCKS):
        (tree / name).write_bytes((ROOT / name).read_bytes())
    (tree / SIGNERS).write_text("release ssh-ed25519 AAAA\n", "utf-8")
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


def forget_the_signers(tree: Path) -> None:
    (tree / SIGNERS).write_text("# release ssh-ed25519 FILL-IN\n", "utf-8")
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
        (forget_the_changelog, "CHANGELOG.md: head the newest changes with a version and the date"),
        (forget_the_signers, "bot/ops/release_signers: has no key"),
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


def test_before_the_first_version_only_that_is_refused(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forget_the_changelog(tree)
    assert main(tree, TODAY) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("release: CHANGELOG.md: head the newest changes")


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
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, waits: str
) -> None:
    """It makes the tag and everything that belongs to a release, also with the Python 3.11.2 of Debian 12."""
    monkeypatch.delattr(tarfile.TarFile, "extractall")  # there it knows no filter, without which later ones warn
    assert main(tree, TODAY, proving) == 0
    said = capsys.readouterr().out
    assert f"warning, refused from 1.0 on: {waits}" in said
    assert git(tree, "tag", "--list").split() == ["v0.2.0"]
    wheel = tree / "dist" / "watkanikdoen-0.2.0-py3-none-any.whl"
    names = set(zipfile.ZipFile(wheel).namelist())
    in_git = {name for name in git(tree, "ls-files", ":!docs").splitlines() if "/" in name}
    assert in_git <= names
    assert "watkanikdoen-0.2.0.dist-info/licenses/LICENSE" in names
    bill = json.loads((tree / "dist" / "watkanikdoen-0.2.0.cdx.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == "0.2.0"
    assert (tree / "dist" / "watkanikdoen-0.2.0.md").read_text("utf-8").endswith("\n### Added\n\n- A screen.\n")
    assert wheel_made_elsewhere(tree) == wheel.read_bytes()
    proof = tree / "dist" / "watkanikdoen-0.2.0.proof.json"
    assert read_proof(proof, "0.2.0") == Proof("0.2.0", TODAY, tuple(evidence()))
    assert proof.name in (tree / "dist" / SUMS).read_text("utf-8")


def proving(_: Path, tests: list[str], version: str, today: date) -> Proof:
    return Proof(version, today, tuple(tests))


def test_a_release_of_which_a_claim_is_not_proven_is_refused(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object) -> Proof:
        raise NotProven("a test does not pass")

    assert main(tree, TODAY, fail) == 1
    assert capsys.readouterr().err == "release 0.2.0: a test does not pass\n"
    assert git(tree, "tag", "--list") == ""


def wheel_made_elsewhere(tree: Path) -> bytes:
    """From the archive, in another folder, with other times and modes of files."""
    (tree / "elsewhere").mkdir()
    packed = tree / "dist" / "watkanikdoen-0.2.0.tar.gz"
    subprocess.run(["tar", "-xzf", packed, "-C", tree / "elsewhere"], check=True)  # noqa: S603, S607
    (source,) = (tree / "elsewhere").iterdir()
    for path in source.rglob("*.py"):
        path.chmod(0o600)
        os.utime(path, (1, 1))
    artefacts.wheel(source, tree / "elsewhere", int(git(tree, "log", "-1", "--format=%ct")))
    return (tree / "elsewhere" / "watkanikdoen-0.2.0-py3-none-any.whl").read_bytes()


# Who signed it.


@dataclass
class Signed:
    """A release that was signed."""

    dist: Path
    signers: Path
    key: Path

    def trust(self, key: Path, until: str = "20991231") -> None:
        public = key.with_suffix(".pub").read_text("utf-8")
        self.signers.write_text(f'release namespaces="watkanikdoen",valid-before="{until}" {public}', "utf-8")


def new_key(folder: Path) -> Path:
    folder.mkdir()
    subprocess.run([SSH.required(), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / "key")], check=True)  # noqa: S603
    return folder / "key"


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    key = new_key(tmp_path / "kept elsewhere")
    dist = tmp_path / "dist"
    dist.mkdir()
    files = [dist / "guide.whl", dist / "guide.tar.gz"]
    for file in files:
        file.write_text("the guide", "utf-8")
    (dist / SUMS).write_text(sums(files), "utf-8")
    made = Signed(dist, tmp_path / "signers", key)
    made.trust(key)
    sign(key, dist, made.signers)
    return made


def verified(signed: Signed) -> Result:
    return CliRunner().invoke(cli, ["verify", str(signed.dist), "--signers", str(signed.signers)])


def test_a_signed_release_is_verified_also_when_only_a_part_was_fetched(signed: Signed) -> None:
    assert verified(signed).stdout == "signed and unchanged: guide.tar.gz, guide.whl\n"
    (signed.dist / "guide.whl").unlink()
    assert verified(signed).stdout == "signed and unchanged: guide.tar.gz\n"


def lose_the_signature(signed: Signed) -> None:
    (signed.dist / f"{SUMS}.sig").unlink()


def garble_the_signature(signed: Signed) -> None:
    (signed.dist / f"{SUMS}.sig").write_text("nothing", "utf-8")


def change_the_sums(signed: Signed) -> None:
    (signed.dist / "guide.whl").write_text("another guide", "utf-8")
    (signed.dist / SUMS).write_text(sums([signed.dist / "guide.whl"]), "utf-8")


def change_a_file(signed: Signed) -> None:
    (signed.dist / "guide.whl").write_text("another guide", "utf-8")


def add_a_file(signed: Signed) -> None:
    (signed.dist / "more.whl").write_text("more", "utf-8")


def add_a_folder(signed: Signed) -> None:
    (signed.dist / "more").mkdir()


def add_a_folder_with_the_name_of_a_file(signed: Signed) -> None:
    (signed.dist / "guide.whl").unlink()
    (signed.dist / "guide.whl").mkdir()


def lose_every_file(signed: Signed) -> None:
    for file in signed.dist.glob("guide.*"):
        file.unlink()


def trust_somebody_else(signed: Signed) -> None:
    signed.trust(new_key(signed.dist.with_name("another")))


def let_the_key_expire(signed: Signed) -> None:
    signed.trust(signed.key, until="20260101")


def lose_the_signers(signed: Signed) -> None:
    signed.signers.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lose_the_signature, "SHA256SUMS.sig: is not there, so nothing can be verified"),
        (garble_the_signature, "SHA256SUMS was changed, or signed with a key that is not in signers"),
        (change_the_sums, "SHA256SUMS was changed, or signed with a key that is not in signers"),
        (change_a_file, "guide.whl: differs from SHA256SUMS"),
        (add_a_file, "more.whl: is not in SHA256SUMS; take it out"),
        (add_a_folder, "more: is not in SHA256SUMS; take it out"),
        (add_a_folder_with_the_name_of_a_file, "guide.whl: differs from SHA256SUMS"),
        (lose_every_file, "dist: holds nothing that SHA256SUMS lists"),
        (trust_somebody_else, "SHA256SUMS was changed, or signed with a key that is not in signers"),
        (let_the_key_expire, "the key that made it has expired"),
        (lose_the_signers, "signers: is not there"),
    ],
    ids=lambda each: each.__name__ if callable(each) else "",
)
def test_what_was_not_signed_is_one_line(signed: Signed, spoil: Callable[[Signed], None], sentence: str) -> None:
    spoil(signed)
    result = verified(signed)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert sentence in line


def test_a_signature_for_something_else_is_none(signed: Signed) -> None:
    lose_the_signature(signed)
    other = [SSH.required(), "-q", "-Y", "sign", "-f", str(signed.key), "-n", "file", str(signed.dist / SUMS)]
    subprocess.run(other, check=True)  # noqa: S603
    assert verified(signed).exit_code == 1


def test_a_signature_that_nobody_would_accept_does_not_stay(signed: Signed) -> None:
    with pytest.raises(NotSigned):
        sign(new_key(signed.dist.with_name("another")), signed.dist, signed.signers)
    assert not (signed.dist / f"{SUMS}.sig").exists()


def test_the_keys_of_releases_are_those_that_come_with_this_version(signed: Signed) -> None:
    with pytest.raises(NotSigned, match="release_signers"):
        check_release(signed.dist, ROOT / SIGNERS)


def test_a_private_key_in_the_repository_is_refused(signed: Signed) -> None:
    with pytest.raises(NotSigned, match="must not be in this folder"):
        sign(signed.key, signed.dist, signed.signers, root=signed.key.parent)


def test_a_key_that_cannot_sign_is_named(signed: Signed) -> None:
    with pytest.raises(NotSigned, match="cannot sign it"):
        sign(signed.key.with_name("no key"), signed.dist, signed.signers)


def test_no_private_key_is_in_the_repository() -> None:
    mark = "PRIVATE" + " KEY-----"
    found = subprocess.run(["git", "grep", "-l", "--", mark], cwd=ROOT, capture_output=True, check=False)  # noqa: S603, S607
    assert found.stdout == b""


def test_from_1_0_on_it_waits_for_reviewers(tree: Path, capsys: pytest.CaptureFixture[str], waits: str) -> None:
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
    ("release", "everybody"), [("", False), ("0.1.0", False), ("0.12.3", False), ("1.0.0", True), ("10.2.1", True)]
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


def test_a_bill_by_itself_is_not_added_to_the_files_of_a_release() -> None:
    assert sbom.OUT.parent == ROOT
    assert git(ROOT, "check-ignore", str(sbom.OUT))


def test_a_bill_of_something_else_than_the_lock_is_refused() -> None:
    locked = runtime()
    locked["click"].version = "0.0.1"
    with pytest.raises(sbom.NotInstalled, match=r"click 0\.0\.1 is locked and \S+ installed; run `make \.venv/ready`"):
        sbom.bill(locked)
