"""What the documents name exists: commands with their options, targets, modules, settings, metrics, files."""

from __future__ import annotations

import importlib.util
import re
import shlex
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path

import click
import pytest
from attrs import fields

from bot.cli import main
from bot.ops.metrics import REGISTRY
from bot.ops.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = {setting.name: setting for setting in fields(Settings)}
OPERATE = (ROOT / "docs" / "operate.md").read_text("utf-8")
OURS = ("watkanikdoen", "gids")  # `gids` is a word that docs/operate.md teaches the shell
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
    """Each command of a line, from its program on; none when it is no shell."""
    for part in re.split(r"&&|\|\||[|;]", line):
        try:
            words = shlex.split(part, comments=True)
        except ValueError:
            continue
        if words[:2] == ["docker", "compose"] and "bot" in words:
            words = words[words.index("bot") + 1 :]  # what is run in that service
        words = list(dropwhile(lambda word: word == "sudo" or "=" in word, words))
        if words:
            yield words


def ours(line: str) -> Iterator[list[str]]:
    """What our own command line is given in this line."""
    yield from (words for name, *words in commands(line) if Path(name).name in OURS and words)


def parse(words: list[str], *, whole: bool) -> None:
    """As click would, without doing it. `whole`: nothing that it must be given may be missing."""
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
    """Seen from the root or from `deploy`. Secrets are for operators to put there."""
    return "secrets" in name or any((folder / name).exists() for folder in (ROOT, ROOT / "deploy"))


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
    assert [*ours("sudo /opt/watkanikdoen/bin/watkanikdoen stats --format csv && make it")] == [
        ["stats", "--format", "csv"]
    ]


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


def test_who_watches_it_is_told_of_every_metric() -> None:
    told = {re.findall(r"`(watkanikdoen_[a-z_]+)", cells[0])[0] for cells in rows("Watching it")}
    families = {family.name for family in REGISTRY.collect()}
    assert {name.removesuffix("_total") for name in told} | {"watkanikdoen_memory_failures"} == families


def test_commands_as_the_bot_run_as_the_unit_does() -> None:
    """The word that operators teach their shell gives the same user, folder, settings and secrets."""
    unit = dict(
        line.split("=", 1)
        for line in (ROOT / "deploy" / "watkanikdoen.service").read_text("utf-8").splitlines()
        if "=" in line
    )
    words = shlex.split(re.findall(r"^alias gids='(sudo systemd-run .*)'$", OPERATE, re.MULTILINE)[0])
    given = dict(words[i + 1].split("=", 1) for i, word in enumerate(words) if word == "-p")
    assert given == {name: unit[name] for name in ("User", "StateDirectory", "EnvironmentFile", "LoadCredential")}
    assert f"{words[-1]} run" == unit["ExecStart"]
    for path in (unit["EnvironmentFile"], unit["LoadCredential"].partition(":")[2]):
        assert path in OPERATE.replace(words[-1], "")
