"""The cues of each language match their examples, and a mistake in their file is reported with its place."""

import json
from pathlib import Path
from statistics import mean

import pytest

from flows.guide import Guide
from flows.routes import Route
from listening import cues
from listening.cues import CUES, TABLE
from listening.learn import training
from listening.learn.examples import examples
from listening.listener import Listener
from listening.phrases import BrokenCues
from locales import HERE, MESSAGES

GOOD = """
negations = ["niet"]
[families]
kind = ["kind", "kinderen"]
[[cue]]
route = "bystander"
hear = ["<kind> huilt"]
example = "het kind huilt"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for code in ("nl", "en"):
        path = tmp_path / code / MESSAGES
        path.parent.mkdir(parents=True)
        path.write_bytes((HERE / code / MESSAGES).read_bytes())
    return tmp_path


def test_the_cues_hold(the_guide: Guide) -> None:
    assert list(cues.faults(the_guide)) == []


def test_a_language_without_cues_is_left_out(folder: Path) -> None:
    (folder / "nl" / CUES).write_text(GOOD, "utf-8")
    assert list(cues.read(folder)) == ["nl"]


@pytest.mark.parametrize("content", [None, "", "<<<<<<< HEAD\n{}", "[]"])
def test_a_table_of_examples_that_cannot_be_read_says_how_it_is_made_again(
    content: str | None, folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.json"
    if content is not None:
        table.write_text(content, "utf-8")
    with pytest.raises(BrokenCues, match=r"^table\.json: .*`python -m listening\.learn`$"):
        cues.listener(folder, table)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('huilt"]', "huilt"), "nl/cues.toml: "),
        (("bystander", "buren"), "nl/cues.toml: Invalid enum value 'buren' - at `$.cue[0].route`"),
        (("hear =", "hoor ="), "nl/cues.toml: Object contains unknown field `hoor` - at `$.cue[0]`"),
        (("<kind> huilt", "<kat> huilt"), "'<kat> huilt' names <kat>, which is no family"),
    ],
)
def test_a_mistake_in_the_cues_is_one_line_that_says_where(folder: Path, change: tuple[str, str], said: str) -> None:
    (folder / "nl" / CUES).write_text(GOOD.replace(*change), "utf-8")
    with pytest.raises(BrokenCues) as raised:
        cues.listener(folder)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value).partition(" (at")[0]


def test_cues_that_cannot_be_read_are_one_line_that_says_where(folder: Path) -> None:
    (folder / "nl" / CUES).mkdir()
    with pytest.raises(BrokenCues, match=r"^nl/cues\.toml: cannot be read \(Is a directory\); [^\n]*$"):
        cues.listener(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("het kind huilt", "de kat slaapt"), "'de kat slaapt' is an example of bystander, and leads to"),
        (
            ("example =", 'opens = "kelder"\nexample ='),
            "'het kind huilt' opens 'kelder', which is closed or does not exist",
        ),
        (
            ("example =", 'opens = "talk_parent"\nexample ='),
            "'het kind huilt' opens 'talk_parent', which is closed or does not exist",
        ),
    ],
)
def test_a_cue_whose_example_does_not_work_is_named(
    folder: Path, the_guide: Guide, change: tuple[str, str], said: str
) -> None:
    (folder / "nl" / CUES).write_text(GOOD.replace(*change), "utf-8")
    assert any(fault.startswith(f"nl/cues.toml: {said}") for fault in cues.faults(the_guide, folder))


def test_the_table_is_up_to_date() -> None:
    """Otherwise run `python -m listening.learn`."""
    assert json.loads(TABLE.read_text("utf-8"))["made_of"] == training.made_of()


def test_training_gives_the_same_table_each_time() -> None:
    """From a part of the examples, because all of them take long. `tests/listen` scores the table of all."""
    some = [example for n, example in enumerate(examples()) if n % 30 == 0]
    learnt = training.table(cues.read(), some)
    assert training.written(learnt, "x") == training.written(training.table(cues.read(), some), "x")
    listener = Listener(cues.read(), learnt)
    assert mean(listener.hear(example.text).routes[0] is example.route for example in some) > 0.9
    in_all = json.loads(TABLE.read_text("utf-8"))
    assert in_all["routes"] == learnt.routes == [route.value for route in Route]
    assert learnt.weights.keys() <= in_all["weights"].keys()
    assert list(in_all["weights"]) == sorted(in_all["weights"])
