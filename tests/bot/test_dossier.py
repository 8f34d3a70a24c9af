"""The dossier: every paper whole, every question used, every claim with evidence that exists."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import locales
from bot import dossier
from bot.cli import UNUSABLE, main
from bot.dossier import PAPERS, PUBLICCODE, QUESTIONS, TEMPLATE, Dossier, WrongAnswers, read_answers
from bot.dossier.proof import Proof
from bot.ops.settings import PREFIX
from bot.ops.version import VERSION
from flows.guide import Guide
from flows.helplines import HELPLINES, unconfirmed
from locales import Locales
from release import signoff
from release.proof import evidence, write
from tests.conftest import Printed
from tests.support import TOKEN
from web.edition import Edition

ROOT = Path(__file__).parents[2]
CHAT = {"TOKEN": TOKEN, "OPERATOR": "Gemeente Voorbeeldstad", "SECURITY_CONTACT": "mailto:cert@voorbeeldstad.example"}
WEB = {
    "OPERATOR": "Gemeente Voorbeeldstad",
    "WEB_URL": "https://gids.voorbeeldstad.example",
    "SECURITY_CONTACT": "mailto:cert@voorbeeldstad.example",
    "ACCESSIBILITY_URL": "https://voorbeeldstad.example/toegankelijk",
}
TARGETS = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def run(out: Path, *arguments: str | Path, **settings: str) -> Result:
    named = {f"{PREFIX}{name}": value for name, value in settings.items()}
    return CliRunner().invoke(main, ["dossier", "--out", str(out), *map(str, arguments)], env=named)


def papers(folder: Path) -> dict[str, str]:
    return {name: (folder / f"{name}.md").read_text("utf-8") for name in PAPERS}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Every question answered, as somebody does who also types a line break and a bar."""
    path = tmp_path / "filled_in.toml"
    path.write_text("".join(f'{name} = """wij zeggen\n a|b over {name}"""\n' for name in QUESTIONS), "utf-8")
    return path


def leave_out(answers: Path, *names: str) -> None:
    """Remove these answers."""
    some = re.sub(rf'(?ms)^({"|".join(names)}) = """.*?"""\n', "", answers.read_text("utf-8"))
    answers.write_text(some, "utf-8")


def test_with_nothing_set_every_question_is_marked_and_listed(tmp_path: Path) -> None:
    done = run(tmp_path / "new" / "dossier")
    assert done.exit_code == 0, done.output
    written = papers(tmp_path / "new" / "dossier")
    listed = re.findall(r"^not answered yet: (.+)$", done.output, re.MULTILINE)
    assert set(QUESTIONS) < set(listed)
    assert {f"{PREFIX}{name}" for name in ("OPERATOR", "WEB_URL", "SECURITY_CONTACT", "ACCESSIBILITY_URL")} < {*listed}
    marks = {mark for text in written.values() for mark in re.findall(r"\*\*\[INVULLEN: (.+?)\]\*\*", text)}
    assert marks == set(listed)
    assert not (tmp_path / "new" / "dossier" / "security.txt").exists()


def test_the_first_run_writes_the_questions_and_the_next_reads_the_answers(tmp_path: Path) -> None:
    run(tmp_path)
    questions = tmp_path / TEMPLATE.name
    assert questions.read_bytes() == TEMPLATE.read_bytes()
    questions.write_text(questions.read_text("utf-8").replace('gemeente = ""', 'gemeente = "Voorbeeldstad"'), "utf-8")
    filled_in = questions.read_text("utf-8")
    done = run(tmp_path)
    assert "Voorbeeldstad" in papers(tmp_path)["dpia"]
    assert "not answered yet: gemeente\n" not in done.output
    assert questions.read_text("utf-8") == filled_in


@pytest.mark.parametrize("settings", [CHAT, WEB, CHAT | WEB], ids=["chat", "web", "both"])
def test_with_all_answered_nothing_is_left_to_fill_in(settings: dict[str, str], answers: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "out", "--answers", answers, **settings)
    assert done.exit_code == 0, done.output
    assert "not answered" not in done.output
    for name, text in papers(tmp_path / "out").items():
        assert VERSION in text, name
        assert "[INVULLEN" not in text, name
        assert not re.search(r"\{\{|\{%|\}\}|%\}", text), name
    assert settings["SECURITY_CONTACT"] in (tmp_path / "out" / "security.txt").read_text("utf-8")
    assert TOKEN not in "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())


def test_every_row_of_a_table_has_the_cells_of_its_heading(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", "--answers", answers, **(CHAT | WEB))
    for name, text in papers(tmp_path / "out").items():
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
            assert len(widths) == 1, (name, table[:200])


def test_a_copy_without_telegram_is_not_asked_about_a_bot(answers: Path, tmp_path: Path) -> None:
    leave_out(answers, "bewaartermijn_tellingen", "twee_beheerders")
    assert "bewaartermijn_tellingen" in run(tmp_path / "out", "--answers", answers, **(CHAT | WEB)).output
    assert "not answered" not in run(tmp_path / "out", "--answers", answers, **WEB).output


def test_an_answer_that_is_missing_is_refused_in_one_line_and_nothing_is_written(answers: Path, tmp_path: Path) -> None:
    leave_out(answers, "opsteller", "rechtsgrond", "restrisico", "classificatie")
    done = run(tmp_path / "out", "--answers", answers, "--final", **(CHAT | WEB))
    assert done.exit_code == UNUSABLE
    assert done.stderr.endswith("not answered yet: opsteller, rechtsgrond, restrisico and 1 more\n")
    assert done.stderr.startswith("watkanikdoen: --final: ")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_only_the_papers_of_a_release_are_final(answers: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "out", "--answers", answers, "--final", **CHAT)
    if lacking := [*dossier.lacking()]:
        said = f"watkanikdoen: --final: this is no release: {' and '.join(lacking)}\n"
        assert (done.exit_code, done.stderr) == (UNUSABLE, said)
        assert not (tmp_path / "out").exists()
    else:
        assert done.exit_code == 0, done.output
    with pytest.raises(WrongAnswers, match=r"no release: it has no key$"):
        Dossier(lacking=["it has no key"]).refuse_unless_final()
    Dossier().refuse_unless_final()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gemeente = Voorbeeldstad", "cannot be read as TOML"),
        ('gemeentes = "Voorbeeldstad"', "gemeentes is no question of the dossier; do you mean gemeente?"),
        ("begindatum = 2027-01-01", "begindatum: write the answer between quotes"),
    ],
)
def test_answers_that_cannot_be_used_are_named(written: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(written, "utf-8")
    done = run(tmp_path / "out", "--answers", path)
    assert done.exit_code == UNUSABLE
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = run(tmp_path / "file" / "dossier")
    assert done.exit_code == UNUSABLE
    assert "cannot be written" in done.stderr


def test_every_question_says_what_is_meant_and_has_no_answer() -> None:
    text = TEMPLATE.read_text("utf-8")
    assert set(tomllib.loads(text).values()) == {""}
    for name in QUESTIONS:
        assert re.search(rf'^# .{{10,}}\n{name} = ""$', text, re.MULTILINE), name


def test_an_answer_stays_in_its_cell_and_leaves_the_last_stop_to_the_paper(answers: Path) -> None:
    assert read_answers(answers)["gemeente"] == r"wij zeggen a\|b over gemeente"
    answers.write_text('restrisico = "Ja. Dat vindt de FG."\nwebhost = "Stad B.V."\n', "utf-8")
    assert read_answers(answers) == {"restrisico": "Ja. Dat vindt de FG", "webhost": "Stad B.V."}


def test_every_piece_of_evidence_exists(answers: Path, tmp_path: Path) -> None:
    """A test, a file, or a target of make. Papers name other documents by their path in the sources."""
    run(tmp_path / "out", "--answers", answers, **(CHAT | WEB))
    proof = papers(tmp_path / "out")["bewijs"]
    rows = re.findall(r"^\|.*\| (`[^|]*`) \|", proof, re.MULTILINE)
    evidence = [each for row in rows for each in row.split(", ")]
    assert len(evidence) > 80
    for each in evidence:
        path, _, test = each.strip("`").partition("::")
        if path.startswith("make "):
            assert path.removeprefix("make ") in TARGETS
            continue
        assert (ROOT / path).exists(), path
        if test:
            assert re.search(rf"^(?:async )?def {test}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE), each


UNKNOWN = "geen uitslag bekend"


def outcomes(folder: Path) -> set[str]:
    """What the list of evidence says of its tests."""
    table = papers(folder)["bewijs"].partition("| uitspraak | bewijs | uitslag |\n|---|---|---|\n")[2]
    return set(re.findall(r"\| ([^|]+) \|$", table.partition("\n\n")[0], re.MULTILINE))


def test_a_claim_is_said_to_be_proven_only_by_the_outcome_of_this_version(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "none", "--answers", answers)
    assert outcomes(tmp_path / "none") == {UNKNOWN}
    told = Proof(VERSION, date(2026, 12, 1), tuple(evidence()))
    for name, proof in (("all", told), ("some", Proof(VERSION, told.day, told.passed[1:]))):
        write(tmp_path / f"{name}.json", proof)
        run(tmp_path / name, "--answers", answers, "--proof", tmp_path / f"{name}.json")
    passed = {"geslaagd op 01-12-2026", "tests geslaagd op 01-12-2026; het andere bewijs is geen test"}
    assert outcomes(tmp_path / "all") == passed
    assert outcomes(tmp_path / "some") == {*passed, UNKNOWN}
    write(tmp_path / "old.json", Proof("0.0.9", told.day))
    done = run(tmp_path / "old", "--answers", answers, "--proof", tmp_path / "old.json")
    assert (done.exit_code, len(done.stderr.splitlines())) == (UNUSABLE, 1)
    assert not (tmp_path / "old").exists()


@pytest.mark.parametrize("listed", [b"", b"[]", b"\xff", b'{"version":"\xff","day":"2026-12-01"}'])
def test_a_file_that_is_no_proof_is_refused_in_one_line(listed: bytes, answers: Path, tmp_path: Path) -> None:
    (tmp_path / "any.json").write_bytes(listed)
    done = run(tmp_path / "out", "--answers", answers, "--proof", tmp_path / "any.json")
    assert (done.exit_code, len(done.stderr.splitlines())) == (UNUSABLE, 1)


def test_every_claim_of_a_paper_is_in_the_list_of_evidence(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", "--answers", answers, **(CHAT | WEB))
    written = papers(tmp_path / "out")
    claims = [
        claim
        for name in PAPERS
        for claim in re.findall(r'proven\("([^"]+)"', (dossier.HERE / "papers" / f"{name}.md").read_text("utf-8"))
    ]
    assert len(claims) > 40
    assert [claim for claim in claims if f"| {claim} |" not in written["bewijs"]] == []


def test_the_figures_of_the_table_are_those_of_its_own_page(answers: Path, tmp_path: Path) -> None:
    """All of them, in the same order: the aim, and what was reached."""
    run(tmp_path / "out", "--answers", answers)
    told = re.findall(r"\| ([\d,]+)% \| (\d+)% \|$", papers(tmp_path / "out")["ai-verordening"], re.MULTILINE)
    page = (ROOT / "docs" / "listening.md").read_text("utf-8")
    measured = re.findall(r"^\| [^|]+ \| (\d+)% \| ([\d.]+)% \|", page, re.MULTILINE)
    assert [(aim, reached.replace(",", ".")) for reached, aim in told] == measured
    is_short = any(float(reached) < float(aim) for aim, reached in measured)
    assert is_short is ("Niet elk doel voor getypte woorden is gehaald" in papers(tmp_path / "out")["lees-eerst"])


def test_the_papers_follow_the_settings_of_the_copy(answers: Path, tmp_path: Path) -> None:
    shared = {"MEMORY_URL": "redis://127.0.0.1:6379/0", "DATABASE_URL": "postgresql://somebody@127.0.0.1/counts"}
    hook = {"WEBHOOK_URL": "https://gids.voorbeeldstad.example/hook", "WEBHOOK_SECRET": "a" * 32}
    run(tmp_path / "one", "--answers", answers, **(CHAT | WEB), COVER_AFTER="0")
    run(
        tmp_path / "many",
        "--answers",
        answers,
        **(CHAT | WEB | shared | hook),
        OFFICIAL="official.toml",
        COVER_AFTER="5",
    )
    one, many = papers(tmp_path / "one"), papers(tmp_path / "many")
    for paper, words in (
        ("dpia", "In deze kopie is het afdekken uitgezet"),
        ("dpia", "De tellingen staan in SQLite"),
        ("dpia", "doordat de bot ze bij Telegram ophaalt"),
        ("dpia", "in deze kopie is geen lijst ingesteld"),
        ("bio2", "in deze kopie draait één proces"),
        ("leverancier", "Deze kopie draait één proces"),
    ):
        assert words in one[paper], words
        assert words not in many[paper], words
    for words in (
        "waarop 5 minuten niemand drukt",
        "Processen die niets over bezoekers",
        "PostgreSQL",
        "via een webhook",
    ):
        assert words in many["dpia"], words
        assert words not in one["dpia"], words
    assert "127.0.0.1" not in "".join(many.values())


def test_what_is_processed_is_told_in_dutch_row_for_row(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", "--answers", answers, **(CHAT | WEB), MEMORY_URL="redis://127.0.0.1:6379/0")
    page = (ROOT / "docs" / "privacy.md").read_text("utf-8").partition("## What is processed")[2].partition("\n## ")[0]
    annex = papers(tmp_path / "out")["dpia"].partition("## Bijlage")[2]
    assert annex.count("\n|") == page.count("\n|") > 15


def test_what_is_not_there_yet_comes_first(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", "--answers", answers)
    first = papers(tmp_path / "out")["lees-eerst"].partition("## Waarover u beslist")[0]
    assert ("**Dit is geen uitgave.**" in first) is bool([*dossier.lacking()])
    assert f"| {len(HELPLINES) - len(unconfirmed())} van de {len(HELPLINES)} |" in first
    for who, language, screens, left in dossier.reviews():
        assert f"({language}) | {screens - left} van de {screens} |" in first, who
    told = [review.is_open for review in signoff.all_reviews(signoff.SHOWN, locales.read(), signoff.signatures())]
    assert sum(left for *_, left in dossier.reviews()) == sum(told)
    assert sum(screens for *_, screens, _ in dossier.reviews()) == len(told)


def test_a_document_that_a_paper_names_is_in_the_sources_or_in_the_dossier(answers: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", "--answers", answers, **(CHAT | WEB))
    for name, text in papers(tmp_path / "out").items():
        for path in re.findall(r"`([\w./-]+\.(?:md|yml|txt|toml))`", text):
            assert (ROOT / path).exists() or (tmp_path / "out" / path).exists() or path == TEMPLATE.name, (name, path)
        assert "](" not in text, f"{name} holds a link, which leads nowhere outside the sources"


def test_publiccode_is_that_of_the_project_with_the_version(tmp_path: Path) -> None:
    done = run(tmp_path)
    made = yaml.safe_load((tmp_path / PUBLICCODE).read_text("utf-8"))
    project = yaml.safe_load((ROOT / PUBLICCODE).read_text("utf-8"))
    assert made == project | {"softwareVersion": VERSION}
    assert (dossier.PLACEHOLDER in str(project)) is ("publiccode.yml names no makers" in done.output)
    assert bool([*dossier.lacking()]) is ("warning: this is no release" in done.output)


def test_the_first_pages_say_that_it_is_a_computer(
    printed: Printed, the_guide: Guide, the_locales: Locales, tmp_path: Path
) -> None:
    """Article 50 of the AI Act."""
    said = {"nl": "Ik ben een computer.", "en": "I am a computer."}
    assert set(said) == set(the_locales)
    pages = dict(Edition(the_guide, the_locales).pages())
    for code, sentence in said.items():
        first = [sheet for sheet in printed.sheets if sheet.name.startswith("welcome") and f"({code}" in sheet.name]
        assert first
        assert all(sentence in sheet.text for sheet in first), code
        assert sentence in pages[f"{code}/"], code
