"""Everything the documents refer to exists: commands, options, modules, settings, metrics, files, facts, faults."""

import importlib.util
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from itertools import dropwhile
from pathlib import Path

import click
import pytest
from attrs import fields

from bot.cli import main
from bot.ops.metrics import REGISTRY
from bot.ops.settings import PREFIX, Settings
from tests.test_facts import PAPERS, PARTS, ROWS

ROOT = Path(__file__).parents[1]
FOLDERS_OF_DOCUMENTS = (ROOT / "docs", ROOT / "bot" / "dossier")
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *(path for folder in FOLDERS_OF_DOCUMENTS for path in sorted(folder.rglob("*.md"))),
]
SETTINGS = {setting.name: setting for setting in fields(Settings)}
OPERATE = (ROOT / "docs" / "operate.md").read_text("utf-8")
OURS = ("watkanikdoen", "gids")
GIDS = (ROOT / "deploy" / "gids").read_text("utf-8")
OF_GIDS = set(re.findall(r"[a-z]+", " ".join(re.findall(r"^ +([a-z][a-z |]*)\)", GIDS, re.MULTILINE))))
"""What `deploy/gids` does itself; it passes on every other command."""
TARGETS = re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def blocks(text: str) -> Iterator[str]:
    """The lines of code blocks, those that go on in the next taken as one."""
    for _, language, block in re.findall(r"^(```)(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        if language in {"", "sh"}:
            yield from block.replace("\\\n", " ").splitlines()


def spans(text: str) -> list[str]:
    """Code within a sentence."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def commands(line: str) -> Iterator[list[str]]:
    """Each command of a line, from its program on; none if the line is not shell."""
    for part in re.split(r"&&|\|\||[|;]", line):
        try:
            words = shlex.split(part, comments=True)
        except ValueError:
            continue
        if words[:2] == ["docker", "compose"] and "bot" in words:
            words = words[words.index("bot") + 1 :]  # the command that runs in that service
        words = list(dropwhile(lambda word: word == "sudo" or "=" in word, words))
        if words:
            yield words


def ours(line: str) -> Iterator[list[str]]:
    """The arguments of our own command line in this line."""
    for program, *words in commands(line):
        name = Path(program).name
        if name in OURS and words and not (name == "gids" and words[0] in OF_GIDS):
            yield words


def parse(words: list[str], *, whole: bool) -> None:
    """Parse as click does, without running. `whole`: required arguments must be there."""
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group) and words:
        name, *words = words
        found = command.get_command(context, name)
        assert found, f"{name} is no command of {command.name}"
        command = found
    if whole:
        try:
            command.make_context(command.name, words)
        except click.exceptions.Exit:  # --help
            return
    known = {option for parameter in command.params for option in (*parameter.opts, "-h", "--help", "--version")}
    assert {word.partition("=")[0] for word in words if word.startswith("-")} <= known


@every_document
def test_every_command_that_is_shown_exists_with_its_options(path: Path) -> None:
    text = path.read_text("utf-8")
    for line in blocks(text):
        for words in ours(line):
            parse(words, whole=True)
    for span in spans(text):
        for words in ours(span):
            parse(words, whole=False)


@every_document
def test_every_target_of_make_and_every_module_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    for line in [*blocks(text), *spans(text)]:
        for name, *words in commands(line):
            if Path(name).name == "make":
                assert {word for word in words if "=" not in word} <= set(TARGETS), line
            elif re.fullmatch(r"python[\d.]*", Path(name).name) and words[:1] == ["-m"]:
                assert importlib.util.find_spec(words[1]), line
            for word in words:
                if word.startswith("deploy/") or word.endswith((".yml", ".service", ".lock")):
                    assert is_there(word), line


def is_there(name: str) -> bool:
    """Relative to the root or to `deploy`. Operators create the secrets and the settings."""
    made = "secrets" in name or name == "deploy/.env"
    return made or any((folder / name).exists() for folder in (ROOT, ROOT / "deploy"))


@every_document
def test_every_setting_and_metric_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    for name in re.findall(rf"\b{PREFIX}([A-Z_]*[A-Z])", text):
        assert name.removesuffix("_FILE").lower() in SETTINGS
    metrics = {family.name for family in REGISTRY.collect()}
    metrics |= {sample.name for family in REGISTRY.collect() for sample in family.samples}
    assert set(re.findall(r"\bwatkanikdoen_[a-z_]+", text)) <= metrics


@every_document
def test_every_file_and_section_that_is_linked_exists(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if "://" in link:
            continue
        name, _, section = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        if section:
            titles = re.findall(r"^#+ (.+)", target.read_text("utf-8"), re.MULTILINE)
            assert section in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, link


def test_a_command_that_does_not_exist_is_seen() -> None:
    with pytest.raises(AssertionError):
        parse(["examine"], whole=False)
    with pytest.raises(AssertionError):
        parse(["site", "build", "--fast"], whole=False)
    with pytest.raises(click.UsageError):
        parse(["site", "build"], whole=True)
    assert {"install", "back", "versions", "up"} <= OF_GIDS
    assert [*ours("gids back; deploy/gids stats")] == [["stats"]]
    assert [*ours("sudo /opt/watkanikdoen/bin/watkanikdoen stats --format csv && make it")] == [
        ["stats", "--format", "csv"]
    ]


# References in every text file of the repository.

WRITTEN_BY_OTHERS = re.compile(r"\.(lock|png|ttf|tsv|svg)$|^LICENSE|^listening/table\.json$")
ON_PURPOSE = {"tests/test_documents.py", "tests/test_facts.py", "tests/locales/test_collecting.py", "pyproject.toml"}
"""These name what does not exist: wrong references that a test must find, or a file that a test or a build makes."""


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    return [name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]


TRACKED = tracked()
NAMES = {name.rpartition("/")[2] for name in TRACKED}
FOLDERS = {name.partition("/")[0] for name in TRACKED if "/" in name}
TEXTS = [name for name in TRACKED if not WRITTEN_BY_OTHERS.search(name) and name not in ON_PURPOSE]
DECISIONS = {path.name.partition("-")[0] for path in (ROOT / "docs" / "decisions").iterdir()}
FAULT = re.compile(r"\b[FG]\d\d\b")
FAULTS = {
    cells[0]: cells[-1]
    for line in (ROOT / "docs" / "faults.md").read_text("utf-8").splitlines()
    if FAULT.fullmatch((cells := [cell.strip() for cell in line.strip("|").split(" | ")])[0])
}
"""Each fault with the tests that its row names."""


def dangling(text: str, folder: Path) -> Iterator[str]:
    """References in a text to a page, module, decision, fact, paper or fault that the repository does not hold."""
    for page in re.findall(r"(?<![\w/.-])(?:\.\./)*[\w-]+(?:/[\w-]+)*\.md\b", text):
        if not any((base / page).is_file() for base in (folder, ROOT, ROOT / "docs", ROOT / "docs" / "decisions")):
            yield page
    for path in re.findall(
        rf"(?<![\w/.-])(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./-]*\.(?:py|lua|toml|html|json)\b", text
    ):
        if not (ROOT / path).is_file():
            yield path
    yield from (name for name in re.findall(r"`(\w+\.(?:py|lua))`", text) if name not in NAMES)
    yield from (number for number in re.findall(r"\bdecisions?[ /](\d{3})\b", text) if number not in DECISIONS)
    yield from (f"§{part}" for part in re.findall(r"§(\d+(?:\.\d+)?)", text) if part not in PARTS | ROWS)
    yield from (paper for paper in re.findall(r"\bS00\d\b", text) if paper not in PAPERS)
    yield from (fault for fault in FAULT.findall(text) if fault not in FAULTS)


def test_nothing_refers_to_what_the_repository_does_not_hold() -> None:
    found = {}
    for name in TEXTS:
        with suppress(UnicodeDecodeError):  # no text
            found[name] = list(dangling((ROOT / name).read_text("utf-8"), (ROOT / name).parent))
    assert len(found) > 300
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "reference",
    [
        "nowhere.md",
        "docs/nowhere.md",
        "flows/nowhere.py",
        "`nowhere.py`",
        "decision 999",
        "§99",
        "§1.99",
        "S009",
        "F99",
    ],
)
def test_a_reference_to_nothing_is_seen(reference: str) -> None:
    assert list(dangling(f"See {reference}, which says why.", ROOT)) != []


def test_a_reference_that_holds_is_not_taken_for_a_wrong_one() -> None:
    text = "`tap.py`, bot/chat/tap.py, docs/facts.md, facts.md, decision 001, §1.1, §12.3, S001, F01 and G01"
    assert list(dangling(text, ROOT)) == []


def test_every_fault_names_its_tests_or_is_open() -> None:
    """A test names its faults in a sentence or in its own name, such as `test_f54_...`."""
    named: dict[str, set[str]] = {}
    for name in TEXTS:
        if name.startswith("tests/") and name.endswith(".py"):
            text = (ROOT / name).read_text("utf-8")
            for fault in [*FAULT.findall(text), *map(str.upper, re.findall(r"(?<=_)[fg]\d\d(?=_)", text))]:
                named.setdefault(fault, set()).add(name)
    assert FAULTS
    for fault, cell in FAULTS.items():
        tests = set(re.findall(r"`(tests/[\w/]+\.py)`", cell))
        assert tests or cell == "open", fault
        assert tests & named[fault] if fault in named else True, f"{fault} is tested in {sorted(named[fault])}"


# docs/architecture.md.


def test_where_things_are_names_what_each_file_holds() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = page.partition("## Where is ...?\n")[2].partition("\n|")[2].partition("\n\n")[0].splitlines()[2:]
    assert table
    for line in table:
        _, names, file = (cell.strip() for cell in line.strip("|").split(" | "))
        text = (ROOT / file.strip("`")).read_text("utf-8")
        for name in re.findall(r"`(\w+)`", names):
            assert re.search(rf"^ *(?:(?:async )?def|class) {name}\b|^{name}\b.* =", text, re.MULTILINE), name


# docs/operate.md.


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading."""
    table = OPERATE.partition(f"## {heading}\n")[2].partition("\n|")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]


def test_the_table_of_settings_names_each_once_with_what_holds_without_it() -> None:
    table = {cells[0].strip("`").removeprefix(PREFIX).lower(): cells for cells in rows("Settings")}
    assert sorted(table) == sorted(SETTINGS)
    assert len(rows("Settings")) == len(table)
    for name, setting in SETTINGS.items():
        _, meaning, without = table[name]
        if isinstance(setting.default, str) and setting.default:
            assert without == f"`{setting.default}`"
        assert ("a secret" in meaning) is ("Secret" in str(setting.type))


def test_the_table_for_monitoring_explains_every_metric() -> None:
    explained = {re.findall(r"`(watkanikdoen_[a-z_]+)", cells[0])[0] for cells in rows("Monitoring")}
    families = {family.name for family in REGISTRY.collect()}
    named = {re.sub(r"_(total|info)$", "", name) for name in explained}
    assert named | {"watkanikdoen_memory_failures"} == families


def test_every_log_line_that_operators_look_for_is_one_that_we_write() -> None:
    """Told apart by its beginning: "Telegram cannot be reached" has two forms."""
    quoted = [line for cells in rows("Troubleshooting") for line in re.findall(r"^Log: `([^`]+)`", cells[0])]
    written = [
        message
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for message in re.findall(r'LOG\.\w+\(\s*"([^"]+)"', path.read_text("utf-8"))
    ]
    assert quoted
    for line in quoted:
        assert any(message.startswith(line) for message in written), line


def test_commands_as_the_bot_run_as_the_unit_does() -> None:
    """`gids` uses the same user, folder, settings and secrets."""
    unit = dict(
        line.split("=", 1)
        for line in (ROOT / "deploy" / "watkanikdoen.service").read_text("utf-8").splitlines()
        if "=" in line
    )
    script = GIDS.replace("\\\n", "").replace("$user", "watkanikdoen")
    runs = re.findall(r"^  (systemd-run .*|with_settings .*User=watkanikdoen.*)$", script, re.MULTILINE)
    words = shlex.split(" ".join(runs))
    given = dict(words[i + 1].split("=", 1) for i, word in enumerate(words) if word == "-p")
    same = ("User", "StateDirectory", "StateDirectoryMode", "EnvironmentFile", "LoadCredential")
    assert given == {name: unit[name] for name in same}
    for path in (unit["EnvironmentFile"], unit["LoadCredential"].partition(":")[2]):
        assert path in OPERATE
