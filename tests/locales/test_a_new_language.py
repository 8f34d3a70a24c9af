"""A language is only a folder: with Frisian beside Dutch and English, the whole guide has it.

The Frisian here is Dutch with accents, so that a sentence shown without its translation stands out.
"""

import shutil
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po, write_po

import locales
from bot.chat.page_proofs import PROOFS, Proof, sheets
from bot.chat.pages import Pages
from bot.chat.profile import commands
from flows.guide import Guide
from flows.words.chat import COMMANDS
from locales import MESSAGES, NEVER, TEMPLATE, Locales
from tests.conftest import Printed
from tests.support.person import Person

ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def accented(sentence: str) -> str:
    """The sentence with accents on its vowels, except in braces."""
    parts = Formatter().parse(sentence)
    return "".join(text.translate(ACCENTS) + (f"{{{name}}}" if name else "") for text, name, _, _ in parts)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Locales:
    folder = tmp_path_factory.mktemp("languages") / "locales"
    shutil.copytree(locales.HERE, folder)
    with (folder / TEMPLATE).open("rb") as file:
        catalogue = read_po(file, locale="fy")
    for message in catalogue:
        if message.id:
            message.string = accented(str(message.id))
    path = Path(folder, "fy", MESSAGES)
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)
    (folder / "fy" / NEVER).write_text("anonym\n", "utf-8")
    assert list(locales.faults(folder)) == []
    return locales.read(folder)


@pytest.fixture(scope="module")
def in_three(three: Locales, the_guide: Guide, printed: Printed) -> Printed:
    pages = Pages(the_guide, three, printed.pages.campaigns)
    return Printed(pages, sheets(pages))


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_every_page_holds_in_three_languages(proof: Proof, in_three: Printed) -> None:
    assert list(proof(in_three.pages, in_three.sheets)) == []


def test_the_new_language_has_every_page(in_three: Printed) -> None:
    by_language = {code: [sheet for sheet in in_three.sheets if sheet.place.locale == code] for code in ("nl", "fy")}
    assert len(by_language["fy"]) == len(by_language["nl"]) > 0


def test_every_marked_sentence_is_shown_in_the_new_language(three: Locales, in_three: Printed) -> None:
    """A marked sentence that is shown without translating it would be Dutch in every language."""
    marked = [sentence for sentence in three["nl"].words if not sentence.isascii() or accented(sentence) != sentence]
    whole = [sentence for sentence in marked if "{" not in sentence and len(sentence) > 30]
    assert whole
    shown = "\n".join(dict.fromkeys(sheet.text for sheet in in_three.sheets if sheet.place.locale == "fy"))
    assert [sentence for sentence in whole if sentence in shown] == []


def test_the_language_button_cycles_through_all_three(three: Locales) -> None:
    assert [three.after(code).code for code in ("nl", "en", "fy")] == ["en", "fy", "nl"]


def test_each_language_has_a_command(three: Locales) -> None:
    for locale in three.values():
        names = [command.command for command in commands(three, locale)]
        assert names == [*COMMANDS, "nl", "en", "fy"]


async def test_a_visitor_changes_the_language_three_times_and_stays_on_the_same_screen(
    in_three: Printed, three: Locales
) -> None:
    person = Person(pages=lambda: in_three.pages)
    await person.start()
    await person.press(three["nl"].say(in_three.pages.guide.screens["worried"].title))
    first = person.text
    seen = []
    for code in ("en", "fy", "nl"):
        await person.press(three[code].name)
        seen.append(person.title)
    assert seen == [three[code].say(in_three.pages.guide.screens["worried"].title) for code in ("en", "fy", "nl")]
    assert person.text == first


async def test_the_new_language_is_a_command_away(in_three: Printed, three: Locales) -> None:
    person = Person(pages=lambda: in_three.pages)
    await person.write("/fy")
    assert person.title == three["fy"].say(in_three.pages.guide.screens["welcome"].title)
