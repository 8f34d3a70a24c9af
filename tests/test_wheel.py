"""The wheel by itself: in an environment of its own and in an empty folder, every command finds what it needs."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import campaigns
from bot.ops.settings import PREFIX
from release.artefacts import wheel
from tests.support.processes import Process

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
NOT_ON_WINDOWS = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty", "uvloop"}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`watkanikdoen` as pipx or uv would install it. What it depends on is lent to it, to save a minute."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel(ROOT, folder, 1_700_000_000)
    (made,) = folder.glob("*.whl")
    home = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)  # noqa: S603
    install = ["-m", "pip", "-q", "--python", str(home), "install", "--no-deps", "--no-index", str(made)]
    subprocess.run([sys.executable, *install], check=True)  # noqa: S603
    (site,) = home.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(f"{Path(pytest.__file__).parents[1]}\n", "utf-8")
    return home / "bin" / "watkanikdoen"


def run(program: Path, folder: Path, *arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(folder), **{f"{PREFIX}{name}": value for name, value in settings.items()}}
    command = [str(each) for each in (program, *arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def test_it_is_the_wheel_and_not_this_folder(program: Path, tmp_path: Path) -> None:
    python = program.with_name("python")
    where = [str(python), "-c", "import flows; print(flows.__file__)"]
    asked = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603
    assert asked.stdout.startswith(str(program.parents[1]))


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "check",
        "chart",
        "pages",
        "listen hallo",
        "stats",
        "site build --out site --campaign voorbeeldstad",
        "campaign list --bot a_bot",
        "dossier --out dossier",
        "campaign kit voorbeeldstad --bot a_bot --out kit",
    ],
)
def test_a_command_runs_from_an_empty_folder(program: Path, tmp_path: Path, command: str) -> None:
    done = run(program, tmp_path, *command.split(), CAMPAIGNS=str(campaigns.EXAMPLE))
    assert done.returncode == 0, done.stderr
    assert all(line.startswith("warning: ") for line in done.stderr.splitlines())


def test_the_doctor_names_the_one_thing_that_is_missing(program: Path, tmp_path: Path) -> None:
    examined = run(program, tmp_path, "doctor")
    assert examined.stdout.count("WRONG") == 1
    assert "there is no token" in examined.stdout


def test_what_it_says_leads_to_nothing_that_only_the_sources_have(program: Path, tmp_path: Path) -> None:
    added = run(program, tmp_path, "campaign", "add", "stad", "--organisation", "Stad", CAMPAIGNS="campaigns.toml")
    assert Path(added.stdout.split()[-1]).is_file()
    assert "`watkanikdoen demo`" in run(program, tmp_path, "run").stderr


async def test_the_demo_serves_its_page(program: Path, tmp_path: Path) -> None:
    process = Process([str(program), "demo", "--no-browser", "--port", "0"], tmp_path / "log")
    async with process.started():
        await process.says("Ctrl-C")
        assert await process.stopped() == 0


# Elsewhere than on Linux. Nobody here has tried it on Windows; what is known of it is this.


def imports_at_once(path: Path) -> Iterator[str]:
    """What a file imports when it is imported itself."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_nothing_that_windows_lacks_is_imported_at_once() -> None:
    files = [path for package in PACKAGES["packages"] for path in (ROOT / package).rglob("*.py")]
    assert len(files) > 100
    assert {path.name: name for path in files for name in imports_at_once(path) if name in NOT_ON_WINDOWS} == {}


def test_a_loop_that_takes_no_signals_is_no_reason_to_stop() -> None:
    """As that of Windows: the demo starts all the same, and Ctrl-C interrupts it."""
    script = (
        "import asyncio, sys; sys.modules['uvloop'] = None\n"
        "from bot.cli.running import _until_stopped\n"
        "def refuse(*_): raise NotImplementedError\n"
        "asyncio.SelectorEventLoop.add_signal_handler = refuse\n"
        "async def work(stop): print('runs')\n"
        "_until_stopped(work)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == ("runs\n", "")
