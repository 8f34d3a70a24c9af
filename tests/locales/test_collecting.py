"""`make words` updates catalogues without noise, and keeps the former Dutch above a changed sentence."""

from pathlib import Path

import pytest

from locales import MESSAGES, TEMPLATE
from locales.catalogues import main

BEFORE = "Bel Veilig Thuis voor advies over een kind."
AFTER = "Bel Veilig Thuis voor gratis advies over een kind."
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {}\\n"\n\n'


def texts(folder: Path) -> dict[str, str]:
    """The text of every catalogue, by file name."""
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("messages.po*")}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A guide of two sentences."""
    folder = tmp_path / "flows"
    folder.mkdir()
    write(folder, BEFORE)
    return folder


@pytest.fixture
def small(tmp_path: Path, sources: Path) -> Path:
    """The catalogues of those two sentences, translated and up to date."""
    folder = tmp_path / "words"
    for code in ("nl", "en"):
        (folder / code / MESSAGES).parent.mkdir(parents=True)
        (folder / code / MESSAGES).write_text(HEADER.format(code), "utf-8")
    main(folder, sources)
    english = folder / "en" / MESSAGES
    translated = english.read_text("utf-8").replace(f'"{BEFORE}"\nmsgstr ""', f'"{BEFORE}"\nmsgstr "Call for advice."')
    english.write_text(translated.replace('"Terug"\nmsgstr ""', '"Terug"\nmsgstr "Back"'), "utf-8")
    return folder


def write(sources: Path, sentence: str) -> None:
    (sources / "region.py").write_text(f'BACK = N_("Terug")\nADVICE = N_("{sentence}")\n', "utf-8")


def entry(folder: Path, code: str, sentence: str) -> list[str]:
    """The lines that belong to a sentence."""
    blocks = (folder / code / MESSAGES).read_text("utf-8").split("\n\n")
    (found,) = [block for block in blocks if f'msgid "{sentence}"' in block.splitlines()]
    return found.strip().splitlines()


def test_the_catalogues_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(check=True) == 0, capsys.readouterr().err


def test_nothing_is_written_when_the_catalogues_are_up_to_date(folder: Path) -> None:
    before = texts(folder)
    assert main(folder) == 0
    assert texts(folder) == before


def test_sentences_are_collected_in_reading_order(small: Path) -> None:
    template = (small / TEMPLATE).read_text("utf-8")
    assert template.index("Terug") < template.index(BEFORE)


def test_a_changed_sentence_keeps_its_translation_marked_fuzzy_with_the_former_dutch(
    small: Path, sources: Path
) -> None:
    write(sources, AFTER)
    main(small, sources)
    assert entry(small, "en", AFTER) == [
        "#: flows/region.py",
        "#, fuzzy",
        f'#| msgid "{BEFORE}"',
        f'msgid "{AFTER}"',
        'msgstr "Call for advice."',
    ]


def test_the_former_dutch_is_kept_however_often_words_are_made(small: Path, sources: Path) -> None:
    write(sources, AFTER)
    main(small, sources)
    once = texts(small)
    for _ in range(3):
        main(small, sources)
        assert texts(small) == once


def test_the_source_language_is_never_fuzzy(small: Path, sources: Path) -> None:
    write(sources, AFTER)
    main(small, sources)
    assert entry(small, "nl", AFTER) == ["#: flows/region.py", f'msgid "{AFTER}"', 'msgstr ""']


def test_a_sentence_that_did_not_change_is_left_alone(small: Path, sources: Path) -> None:
    before = entry(small, "en", "Terug")
    write(sources, AFTER)
    main(small, sources)
    assert entry(small, "en", "Terug") == before


def test_a_removed_sentence_leaves_nothing_behind(small: Path, sources: Path) -> None:
    (sources / "region.py").write_text('BACK = N_("Terug")\n', "utf-8")
    main(small, sources)
    assert [name for name, text in texts(small).items() if "advies" in text or "advice" in text] == []


def test_line_numbers_and_dates_cause_no_diff(small: Path, sources: Path) -> None:
    before = texts(small)
    (sources / "region.py").write_text("\n\n" + (sources / "region.py").read_text("utf-8"), "utf-8")
    main(small, sources)
    assert texts(small) == before


def test_check_writes_nothing_and_says_what_to_do(
    small: Path, sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(small, sources, check=True) == 0
    write(sources, AFTER)
    before = texts(small)
    capsys.readouterr()
    assert main(small, sources, check=True) == 1
    assert texts(small) == before
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert all(line.endswith("is behind the sentences in flows/; run `make words`") for line in said)
