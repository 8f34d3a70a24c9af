"""What is noted of the tests that the dossier names: only those that ran whole, and nothing while one fails."""

from datetime import date
from pathlib import Path

import pytest

from bot.dossier.proof import Proof, WrongProof, read
from release import ROOT
from release.proof import NotProven, evidence, prove, write

pytestmark = pytest.mark.slow

TODAY = date(2026, 12, 1)
TESTS = """
import os
import pytest

@pytest.mark.parametrize("number", [1, 2])
def test_good(number): pass
@pytest.mark.parametrize("number", [1, 2])
def test_half(number):
    if number == 2: pytest.skip("not here")
class TestMany:
    def test_within(self): assert os.environ["CI"] == "true"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n", "utf-8")
    (tmp_path / "own" / "test_some.py").write_text(TESTS, "utf-8")
    (tmp_path / "own" / "test_all.py").write_text("def test_it(): pass\n", "utf-8")
    (tmp_path / "own" / "test_wrong.py").write_text("def test_it(): assert False\n", "utf-8")
    return tmp_path


def test_only_what_ran_whole_is_among_what_passed(folder: Path) -> None:
    some = "own/test_some.py"
    asked = ["own/test_all.py", f"{some}::test_good", f"{some}::test_half", some]
    assert prove(folder, asked, "0.2.0", TODAY) == Proof("0.2.0", TODAY, ("own/test_all.py", f"{some}::test_good"))


@pytest.mark.parametrize(
    ("test", "named"),
    [
        ("own/test_wrong.py", "own/test_wrong.py::test_it$"),
        ("own/test_gone.py", "says why above$"),
        ("own/test_all.py::test_gone", "own/test_all.py::test_gone"),
    ],
)
def test_while_one_fails_or_is_not_there_nothing_is_proven(test: str, named: str, folder: Path) -> None:
    with pytest.raises(NotProven, match=named):
        prove(folder, ["own/test_all.py", test], "0.2.0", TODAY, workers=0)


def test_the_outcome_is_read_back_for_its_own_version_only(tmp_path: Path) -> None:
    path = tmp_path / "proof.json"
    write(path, Proof("0.2.0", TODAY, ("own/test_all.py",)))
    told = read(path, "0.2.0").outcome
    assert told(["own/test_all.py"]) == "geslaagd op 01-12-2026"
    assert told(["own/test_all.py", "make audit"]) == "tests geslaagd op 01-12-2026; het andere bewijs is geen test"
    assert told(["own/test_all.py", "own/test_x.py"]) == "geen uitslag bekend"
    with pytest.raises(WrongProof, match=r"is about version 0\.2\.0, and this is 0\.3\.0"):
        read(path, "0.3.0")
    path.write_text("{}", "utf-8")
    with pytest.raises(WrongProof, match="is not what a release tells"):
        read(path, "0.2.0")


def test_what_is_proven_stands_here() -> None:
    tests = evidence()
    assert len(tests) > 40
    assert [each for each in tests if not (ROOT / each.partition("::")[0]).is_file()] == []
