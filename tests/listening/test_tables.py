"""What was learnt is up to date, light, and reported with its place when it cannot be read."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listening import firm, listener, table
from listening.firm import FIRM, BrokenPhrases
from listening.listener import MENTIONS, ROUTES, TOPICS, BrokenTables
from listening.reader import Reader
from listening.table import numbers, packed, unpacked
from locales import HERE, MESSAGES

LIGHT = 135_000
"""Bytes of the two tables that the web pages read too."""

GOOD = 'acute = ["rode fiets"]\nsuicidal = ["blauwe ... fiets"]\nnever = ["rode fiets te koop"]\n'


def test_the_tables_were_made_of_what_stands_here() -> None:
    from listening.learn import learnt  # noqa: PLC0415 - with scikit-learn: a second in every process that collects

    again = "run `python -m listening.learn`"
    assert table.read(ROUTES).made_of == learnt.routes_made_of(), again
    assert table.read(TOPICS).made_of == learnt.topics_made_of(), again
    assert table.read(MENTIONS).made_of == learnt.mentions_made_of(), again


def test_the_tables_are_light_enough_for_a_browser() -> None:
    assert ROUTES.stat().st_size + TOPICS.stat().st_size <= LIGHT


def test_a_table_says_what_was_packed() -> None:
    head = {
        "made_of": "x",
        "columns": ["zee", "lucht", "land"],
        "always": [0.5, 0.0, -0.5],
        "units": [0.1, 2.0],
        "shortest": 1.0,
    }
    # How telling each feature is, and its weights by column.
    rows = {"boot": (10, {0: 3, 2: -2}), "fiets": (20, {0: -1, 2: 4}), "de": (5, {1: 3})}
    made = unpacked(packed(head, dict(zip(numbers(rows), rows.values(), strict=True))))
    assert made.scores(["boot"]) == [2.0 * 3 / 1.0 + 0.5, 0.0, 2.0 * -2 / 1.0 - 0.5]
    assert made.scores(["de"]) == [0.5, 2.0 * 3 / 1.0, -0.5]  # it is shorter than 1.0
    assert made.scores(["niets bekends"]) == [0.5, 0.0, -0.5]
    assert made.why(["boot", "fiets", "niets bekends"], "land") == ["fiets"]
    assert (made.has("boot"), made.has("zee")) == (True, False)


def test_no_word_of_the_examples_is_read_as_a_grave_one_with_a_mistake() -> None:
    """Nor is one that differs in its first letter: "eating" was read as "beating", and "honden" as "handen"."""
    from listening.learn.examples import examples  # noqa: PLC0415 - as above
    from listening.learn.training import words_of  # noqa: PLC0415

    grave = firm.Firm(firm.read().values()).words
    reader = Reader(table.read(ROUTES).has, grave)
    read = {word: reader.read(word)[0] for word in words_of(examples())}
    assert {word: other for word, other in read.items() if other != word and other in grave} == {}
    assert reader.read("verkrcht")[0] == "verkracht"
    assert reader.read("zerkracht")[0] == "zerkracht"


def test_a_table_may_have_more_columns_than_a_byte_counts() -> None:
    columns = [f"screen{n}" for n in range(700)]
    head = {"made_of": "x", "columns": columns, "always": [0.0] * 700, "units": [1.0, 1.0], "shortest": 0.0}
    weights = {0: 1, 256: 2, 513: 3, 699: 4}
    made = unpacked(packed(head, {numbers(["boot"])[0]: (1, weights)}))
    assert {n: score for n, score in enumerate(made.scores(["boot"])) if score} == weights
    assert made.why(["boot"], "screen513") == ["boot"]


@pytest.mark.parametrize("content", [None, b"", b"no gzip", gzip.compress(b"{}", mtime=0), ROUTES.read_bytes()[:5_000]])
def test_a_table_that_cannot_be_read_says_how_it_is_made_again(content: bytes | None, tmp_path: Path) -> None:
    broken = tmp_path / "routes.gz"
    if content is not None:
        broken.write_bytes(content)
    with pytest.raises(BrokenTables, match=r"^routes\.gz: .*`python -m listening\.learn`$"):
        listener.read(tables=(broken, TOPICS, MENTIONS))


# The firm phrases.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "nl" / MESSAGES
    path.parent.mkdir(parents=True)
    path.write_bytes((HERE / "nl" / MESSAGES).read_bytes())
    return tmp_path


def test_every_phrase_is_heard_and_no_look_alike_is() -> None:
    assert list(listener.faults()) == []


def test_a_language_without_phrases_is_left_out(folder: Path) -> None:
    assert firm.read(folder) == {}
    (folder / "nl" / FIRM).write_text(GOOD, "utf-8")
    assert list(firm.read(folder)) == ["nl"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("acute", "akuut"), "Object contains unknown field `akuut`"),
        (('["rode fiets"]', "[]"), "Expected `array` of length >= 1"),
        (("= [", "= "), "nl/firm.toml: "),
    ],
)
def test_a_mistake_is_named_with_its_file(change: tuple[str, str], said: str, folder: Path) -> None:
    (folder / "nl" / FIRM).write_text(GOOD.replace(*change, 1), "utf-8")
    with pytest.raises(BrokenPhrases) as broken:
        firm.read(folder)
    assert str(broken.value).startswith("nl/firm.toml: ")
    assert said in str(broken.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"acute = [\xe9]"])
def test_a_file_that_is_not_utf_8_is_named(content: bytes, folder: Path) -> None:
    (folder / "nl" / FIRM).write_bytes(content)
    with pytest.raises(BrokenPhrases, match=r"^nl/firm\.toml: "):
        firm.read(folder)


@given(text=st.text("adefiort ", max_size=20), single=st.sampled_from(["acute", "suicidal"]))
def test_a_list_without_a_phrase_of_several_words_is_heard_in_nothing_else(text: str, single: str) -> None:
    phrases = {"acute": ("rode fiets",), "suicidal": ("rode fiets",), "never": ("te koop",)} | {single: ("fiets",)}
    marks = firm.Firm([firm.FirmPhrases(**phrases)]).marks(text.split())
    assert (single in marks) == ("fiets" in text.split())


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("een rode fiets", {"acute"}),
        ("blauwe fiets", {"suicidal"}),
        ("blauwe en mooie fiets", {"suicidal"}),
        ("blauwe en heel erg mooie fiets", set()),
        ("rode fiets te koop", {"never"}),
        ("rode fiets te koop en een rode fiets", {"acute", "never"}),
        ("rode $ fiets", set()),
        ("rodefiets", {"acute"}),
    ],
)
def test_a_phrase_is_found_as_the_file_explains(text: str, marks: set[str], folder: Path) -> None:
    (folder / "nl" / FIRM).write_text(GOOD, "utf-8")
    assert firm.Firm(firm.read(folder).values()).marks(text.split()) == marks
