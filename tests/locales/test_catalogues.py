"""Every language has every sentence, and a broken catalogue is refused in one clear line."""

import re
import shutil
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import locales
from flows.answers import ANSWERS
from flows.guide import Guide
from flows.screen import Copy, Points
from locales import MESSAGES, NEVER, OTHER_BRACES, SOURCE, TEMPLATE, BrokenCatalogue, Locale, Locales
from locales.catalogues import collect

ENGLISH = Path("en", MESSAGES)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def braces(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def replace_first(path: Path, pattern: str, new: str) -> None:
    """Replace the first match, which must exist."""
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(text, "utf-8")


# Complete catalogues.


def test_no_catalogue_blocks_a_release() -> None:
    assert list(locales.faults()) == []


@pytest.mark.parametrize("code", [code for code in locales.codes() if code != SOURCE])
def test_every_sentence_of_the_guide_is_translated_and_none_is_left_over(code: str) -> None:
    """Counted in the sources, so that an outdated template cannot hide anything."""
    sentences = {str(message.id) for message in collect() if message.id}
    translated = {str(message.id): message for message in catalogue(locales.HERE / code / MESSAGES) if message.id}
    assert translated.keys() == sentences
    assert [sentence for sentence, message in translated.items() if not message.string or message.fuzzy] == []


@pytest.mark.parametrize("code", [code for code in locales.codes() if code != SOURCE])
def test_a_translation_names_the_same_things_in_braces(code: str) -> None:
    for message in catalogue(locales.HERE / code / MESSAGES):
        assert braces(str(message.string)) == braces(str(message.id)), message.id


def test_dutch_is_its_own_translation(the_locales: Locales) -> None:
    assert {str(words) for words in the_locales[SOURCE].words.values()} == {""}


def test_the_languages_begin_with_the_source(the_locales: Locales) -> None:
    assert next(iter(the_locales)) == SOURCE


# Choosing a language.


@pytest.mark.parametrize(
    ("wish", "spoken"),
    [
        (None, "nl"),
        ("", "nl"),
        ("nl", "nl"),
        ("nl-BE", "nl"),
        ("en", "en"),
        ("en-GB", "en"),
        ("en-US", "en"),
        ("it-IT", "nl"),
        ("zh-hans", "nl"),
        ("xx", "nl"),
    ],
)
def test_a_visitor_gets_their_language_or_dutch_when_there_is_no_match(
    wish: str | None, spoken: str, the_locales: Locales
) -> None:
    assert the_locales.choose(wish).code == spoken


@given(wish=st.text(max_size=12) | st.sampled_from(["EN", "Nl", "eN-gb", "nl_BE"]))
def test_any_language_code_gets_a_language(wish: str) -> None:
    spoken = Locales({code: Locale(code, {}) for code in ("nl", "en")})
    assert spoken.choose(wish).code in spoken


@pytest.mark.parametrize("wish", ["EN", "Nl"])
def test_a_language_in_capitals_is_understood(wish: str, the_locales: Locales) -> None:
    assert the_locales.choose(wish).code == wish.lower()


def test_the_language_button_goes_round(the_locales: Locales) -> None:
    codes = list(the_locales)
    assert [the_locales.after(code).code for code in codes] == [*codes[1:], codes[0]]


def test_a_sentence_that_is_not_translated_yet_stays_dutch() -> None:
    assert Locale("en", {"Bel {number}.": ""}).say("Bel {number}.", number="112") == "Bel 112."
    assert Locale("en", {}).say("Bel {number}.", number="112") == "Bel 112."


def test_a_fuzzy_translation_is_not_used(folder: Path) -> None:
    """It translates other words: Dutch is better than wrong."""
    replace_first(folder / ENGLISH, r'msgid "Verder"\n', '#, fuzzy\nmsgid "Verder"\n')
    assert locales.read(folder)["en"].say("Verder") == "Verder"


# Faults of a catalogue that is out of date.


def faults_after(folder: Path, pattern: str, new: str) -> list[str]:
    replace_first(folder / ENGLISH, pattern, new)
    return list(locales.faults(folder))


def test_a_sentence_that_is_missing_is_named(folder: Path) -> None:
    faults = faults_after(folder, r'msgid "Verder"\n', 'msgid "Achteruit"\n')
    assert faults == ["en: 'Verder' is not in the catalogue; run `make words`"]


def test_a_sentence_that_is_not_translated_is_named(folder: Path) -> None:
    faults = faults_after(folder, r'msgid "Verder"\nmsgstr ".*"', 'msgid "Verder"\nmsgstr ""')
    assert faults == ["en: 'Verder' is not translated; fill in its msgstr"]


def test_a_sentence_that_changed_in_dutch_is_named(folder: Path) -> None:
    faults = faults_after(folder, r'msgid "Verder"\n', '#, fuzzy\nmsgid "Verder"\n')
    assert faults == ["en: 'Verder' changed in Dutch; check the translation and remove its `fuzzy` mark"]


def test_a_sentence_that_names_something_else_is_named(folder: Path) -> None:
    faults = faults_after(folder, r'(msgid "Kopieer \{number\}"\nmsgstr ")[^"]*', r"\1Copy {nmber}")
    assert faults == [f"en: 'Kopieer {{number}}' {OTHER_BRACES}"]


def test_a_stray_brace_is_named(folder: Path) -> None:
    faults = faults_after(folder, r'(msgid "Kopieer \{number\}"\nmsgstr ")[^"]*', r"\1Copy {number")
    assert faults == [f"en: 'Kopieer {{number}}' {OTHER_BRACES}"]


# Catalogues that are refused.


def without_dutch(folder: Path) -> None:
    shutil.rmtree(folder / SOURCE)


def unknown_language(folder: Path) -> None:
    shutil.copytree(folder / "en", folder / "qq")


def unfinished(folder: Path) -> None:
    (folder / ENGLISH).write_text('msgid ""\nmsgstr ""\n\nmsgid "Verder"\n', "utf-8")


def no_catalogue_at_all(folder: Path) -> None:
    (folder / ENGLISH).write_text("Dear translator,\n", "utf-8")


def other_braces(folder: Path) -> None:
    replace_first(folder / ENGLISH, r'(msgid "Kopieer \{number\}"\nmsgstr ")[^"]*', r"\1Copy {nmber}")


def a_folder_instead(folder: Path) -> None:
    (folder / ENGLISH).unlink()
    (folder / ENGLISH).mkdir()


@pytest.mark.parametrize(
    ("mistake", "begins"),
    [
        (without_dutch, "nl/LC_MESSAGES/messages.po is missing"),
        (unknown_language, "'qq' is no language that Babel knows; rename the folder"),
        (unfinished, "en/messages.po, line "),
        (no_catalogue_at_all, "en/messages.po, line "),
        (other_braces, "en: 'Kopieer {number}' does not name the same things in braces"),
        (a_folder_instead, "messages.po of en: cannot be read"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_broken_catalogue_is_refused_in_one_clear_line(
    mistake: Callable[[Path], None], begins: str, folder: Path
) -> None:
    mistake(folder)
    with pytest.raises(BrokenCatalogue) as refused:
        locales.read(folder)
    assert str(refused.value).startswith(begins)
    assert "\n" not in str(refused.value)


def test_g24_a_catalogue_that_an_editor_began_with_a_byte_order_mark_is_read(folder: Path) -> None:
    before = locales.read(folder)["en"].words
    (folder / ENGLISH).write_text((folder / ENGLISH).read_text("utf-8"), "utf-8-sig")
    assert locales.read(folder)["en"].words == before


def test_a_catalogue_that_is_not_utf_8_is_not_called_an_unknown_language(folder: Path) -> None:
    (folder / ENGLISH).write_bytes('msgid "Verder"\nmsgstr "Arrière"\n'.encode("latin-1"))
    with pytest.raises(BrokenCatalogue) as refused:
        locales.read(folder)
    assert str(refused.value) == "en/messages.po: is not UTF-8; save it as UTF-8"


def test_a_missing_template_is_refused(folder: Path) -> None:
    (folder / TEMPLATE).unlink()
    with pytest.raises(BrokenCatalogue, match=TEMPLATE):
        list(locales.faults(folder))


# Marked sentences.


def test_every_title_paragraph_and_label_is_marked_for_translation(the_guide: Guide, the_locales: Locales) -> None:
    """Titles of books, and a Dutch sentence to say aloud, may stay as they are; nothing else."""
    for screen in [*the_guide.screens.values(), *ANSWERS.values()]:
        as_they_are = {line for part in screen.parts if isinstance(part, Points) for line in part.lines}
        as_they_are |= {part.words for part in screen.parts if isinstance(part, Copy)}
        unmarked = {sentence for sentence in screen.sentences if sentence not in the_locales[SOURCE].words}
        assert unmarked <= as_they_are, screen.name


def test_a_language_with_a_region_has_a_command_that_telegram_takes() -> None:
    portuguese = Locale("pt-BR", {})
    assert portuguese.command == "pt_br"
    assert Locales({"pt-BR": portuguese}).by_command("pt_br") is portuguese
    assert Locales().by_command("pt_br") is None


@pytest.mark.parametrize(
    ("code", "promise"),
    [
        ("nl", "Dit gesprek is anoniem."),
        ("nl", "Hulp is onderweg."),
        ("en", "This chat is anonymous."),
        ("en", "Don't worry."),
    ],
)
def test_a_promise_that_the_guide_cannot_keep_is_named(folder: Path, code: str, promise: str) -> None:
    path = folder / code / MESSAGES
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\nmsgid "{promise if code == SOURCE else "Nieuw"}"\nmsgstr "{promise}"\n')
    phrase = next(line for line in (folder / code / NEVER).read_text("utf-8").splitlines() if line in promise.lower())
    assert list(locales.faults(folder)) == [
        f"{code}: {promise.lower()!r} says {phrase!r}, which no page may; see {code}/{NEVER}"
    ]


def test_a_language_without_a_list_of_promises_is_named(folder: Path) -> None:
    (folder / "en" / NEVER).unlink()
    assert list(locales.faults(folder)) == [
        "en: has no never.txt; list in it what no page may promise, as in nl/never.txt"
    ]
