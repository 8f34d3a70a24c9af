"""What must not be in the sources at all. The arrow between the packages is import-linter's (`lint-imports`)."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = [
    ROOT / name for name in ("flows", "locales", "listening", "campaigns", "bot", "web") if (ROOT / name).is_dir()
]
MODULES = [path for folder in PRODUCT for path in sorted(folder.rglob("*.py"))]
LOCKS = sorted([*ROOT.glob("requirements*.lock"), *ROOT.glob("benchmarks/requirements*.lock")])

SHOWN = sorted(
    [
        *(path for folder in (*PRODUCT, ROOT / "simulator", ROOT / "release") for path in folder.rglob("*.py")),
        *(
            path
            for folder in ("docs", "deploy")
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix != ".png"
        ),
        *(*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "publiccode.yml"),
    ]
)
"""All that operators, visitors and contributors get to read."""

WHO_SOMEBODY_IS = frozenset(
    {"first_name", "last_name", "full_name", "username", "name_html", "phone_number", "contact", "location"}
)


def named(found: Iterable[tuple[Path, list[str]]]) -> dict[str, list[str]]:
    """The files in which something was found, by their names."""
    return {str(path.relative_to(ROOT)): what for path, what in found if what}


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_the_bots_own(node: ast.Attribute) -> bool:
    """`bot.username`: our own name, for a link to ourselves."""
    owner = node.value
    return (isinstance(owner, ast.Attribute) and owner.attr == "bot") or (
        isinstance(owner, ast.Name) and owner.id == "bot"
    )


def is_of_an_address(node: ast.Attribute) -> bool:
    """`address.username`: of a web address, which may have none."""
    return ast.unparse(node) == "address.username"


def is_a_name_left_empty(node: ast.AST) -> bool:
    """`"first_name": ""`: python-telegram-bot asks for the field, so it is there, with nobody in it."""
    return isinstance(node, ast.Dict) and any(
        isinstance(key, ast.Constant) and key.value == "first_name" and ast.unparse(value) == "''"
        for key, value in zip(node.keys, node.values, strict=True)
    )


def is_of_a_campaign(node: ast.Attribute) -> bool:
    """`campaign.contact`: the help nearby, not somebody's card."""
    owner = ast.unparse(node.value)
    return node.attr == "contact" and "campaign" in owner


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 60
    assert len(LOCKS) == 6


# One name means one thing, and a file can be read in one go.

SIMULATED = sorted((ROOT / "simulator").rglob("*.py"))
WORDS = tuple(ROOT / "flows" / folder for folder in ("regions", "words"))
"""A file there may be as long as what it has to say."""
LONGEST = 300


def repeated(named: Iterable[tuple[str, Path]]) -> dict[str, list[str]]:
    """The names that stand for more than one thing, with the files where they do."""
    found: dict[str, list[str]] = {}
    for name, path in named:
        found.setdefault(name, []).append(str(path.relative_to(ROOT)))
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_no_two_modules_have_one_name() -> None:
    modules = [(path.stem, path) for path in MODULES + SIMULATED if path.stem not in ("__init__", "__main__")]
    assert repeated(modules) == {}


def test_no_two_classes_have_one_name() -> None:
    classes = [
        (node.name, path) for path in MODULES + SIMULATED for node in nodes(path) if isinstance(node, ast.ClassDef)
    ]
    assert len(classes) > 60
    assert repeated(classes) == {}


def test_a_file_that_holds_no_words_is_short() -> None:
    files = [path for path in MODULES + SIMULATED if not any(path.is_relative_to(folder) for folder in WORDS)]
    assert named((path, path.read_text("utf-8").splitlines()[LONGEST:]) for path in files) == {}


def test_telegram_ext_is_not_used() -> None:
    """It keeps state about people: user_data, conversations, callback data."""
    used = ((path, [name for name in imported(path) if name.startswith("telegram.ext")]) for path in MODULES)
    assert named(used) == {}


def test_nobody_asks_who_a_visitor_is() -> None:
    """F45: no name, so that none can be shown."""
    assert named((path, asked_in(path)) for path in MODULES) == {}


def asked_in(path: Path) -> list[str]:
    asked = [
        ast.unparse(node)
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in WHO_SOMEBODY_IS
        and not is_the_bots_own(node)
        and not is_of_a_campaign(node)
        and not is_of_an_address(node)
    ]
    asked += [
        repr(node.value)
        for node in nodes(path)
        if isinstance(node, ast.Constant) and node.value in WHO_SOMEBODY_IS - {"contact", "location", "username"}
    ]
    left_empty = sum(is_a_name_left_empty(node) for node in nodes(path))
    return [] if asked == ["'first_name'"] * left_empty else asked


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name == "flows"], ids=lambda path: path.stem)
def test_the_guide_knows_no_clock(path: Path) -> None:
    """What time it is comes from outside, so that a test, a demo and a proof can say when it is."""
    called = {ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)}
    clocks = {"datetime.now", "datetime.utcnow", "date.today", "time.time", "time.monotonic", "time.localtime"}
    assert called.isdisjoint(clocks)


def installs_of_ours(text: str) -> list[str]:
    """The lines that would install a package of our name from wherever pip looks: nobody here owns that name there."""
    named = re.findall(r".*\bwatkanikdoen\[.*|.*\b(?:pip|pipx|uv|uvx)\b.*[ \t]['\"]?watkanikdoen\b(?![./]).*", text)
    return [line for line in named if "--no-index" not in line]


@pytest.mark.parametrize(
    "line",
    [
        "install watkanikdoen[review]",
        "pip install 'watkanikdoen[scaled]'",
        "pip install watkanikdoen",
        "pipx run watkanikdoen demo",
        "uvx watkanikdoen demo",
        "pip install --upgrade 'watkanikdoen==1.0'",
    ],
)
def test_g37_a_line_that_installs_a_package_of_our_name_is_found(line: str) -> None:
    assert installs_of_ours(f"Do this:\n{line}\n")
    assert installs_of_ours("pip --no-index install watkanikdoen[scaled]\n.venv/bin/watkanikdoen run") == []


def test_g37_nothing_tells_anybody_to_install_a_package_of_our_name() -> None:
    assert named((path, installs_of_ours(path.read_text("utf-8"))) for path in SHOWN) == {}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_registry(path: Path) -> None:
    """Whoever builds it chooses where packages come from; the hashes say that they are the right ones."""
    text = path.read_text("utf-8")
    assert re.findall(r"https?://\S+|--\S*index\S*|--find-links|--trusted-host", text) == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_a_hash(path: Path) -> None:
    packages = path.read_text("utf-8").replace("\\\n", " ").splitlines()
    named = [line for line in packages if line.strip() and not line.startswith("#")]
    assert named
    assert [line for line in named if "==" not in line or "--hash=sha256:" not in line] == []
