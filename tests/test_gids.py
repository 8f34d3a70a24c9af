"""`deploy/gids` where systemd and the package registry are replaced: it installs, switches and goes back."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from bot.ops.settings import NAMES
from flows.numbers import NUMBERS
from tests.support.debian import SSH
from tests.support.trees import ROOT, copied

pytestmark = pytest.mark.slow

STANDS_IN = {
    "systemctl": 'echo "$@" >> "$DESTDIR/asked"; case $1 in list-units) echo "watkanikdoen@1.service loaded"; '
    'echo "watkanikdoen@2.service loaded";; esac',
    "systemd-run": 'echo "run $@" >> "$DESTDIR/asked"\n'
    'while [ "${1#-}" != "$1" ]; do [ "$1" = -p ] && shift; shift; done\n'
    '. "$DESTDIR/etc/watkanikdoen/settings"; export WATKANIKDOEN_OPERATOR; exec "$@"',
    "useradd": 'echo "$@" >> "$DESTDIR/users"',
    "id": 'if [ "$1" = -u ] && [ $# = 1 ]; then echo 0; else exit 1; fi',
    "docker": 'echo "$PWD: docker $@"',
}
AS_THE_BOT = " User=watkanikdoen -p StateDirectory=watkanikdoen -p StateDirectoryMode=0700 "


@dataclass
class Machine:
    """A server that is only a folder."""

    root: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "DESTDIR": str(self.root),
            "PATH": f"{self.root / 'stand-ins'}:{os.environ['PATH']}",
        }
        return subprocess.run(  # noqa: S603 - our own script
            [str(each) for each in command],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.root,
            umask=0o077,
        )

    def gids(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """As it is installed there."""
        return self.run(self.root / "usr/local/bin/gids", *arguments)

    @property
    def current(self) -> str:
        return str((self.root / "opt/watkanikdoen/current").readlink())

    @property
    def asked_of_systemd(self) -> list[str]:
        return (self.root / "asked").read_text("utf-8").splitlines()


def release(folder: Path, version: str, **numbers: str) -> Path:
    """A folder with the sources of a version, that installs itself without fetching anything."""
    copied(folder)
    for carried in ("publiccode.yml", "docs/content-review.md"):
        (folder / "bot" / "dossier" / Path(carried).name).write_bytes((ROOT / carried).read_bytes())
    copytree(ROOT / "deploy", folder / "deploy", ignore=ignore_patterns("secrets", ".env"))
    for name, number in numbers.items():
        path = folder / "flows" / "numbers.py"
        path.write_text(path.read_text("utf-8").replace(f'"{NUMBERS[name]}"', f'"{number}"'), "utf-8")
    (folder / "deploy" / "venv").write_text(
        f"""#!/bin/sh
new="$1{version}${{EDITED:++edited}}"
mkdir -p "$new/bin" && cp -r --preserve=timestamps {folder}/[!d]* "$new"
printf '#!/bin/sh\\nPYTHONPATH=%s exec {sys.executable} -m bot "$@"\\n' "$new" > "$new/bin/watkanikdoen"
chmod +x "$new/bin/watkanikdoen" && echo "$new"
""",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """With version 0.2.0 and its settings."""
    folder = tmp_path_factory.mktemp("gids")
    made = Machine(folder / "machine")
    (made.root / "stand-ins").mkdir(parents=True)
    for name, script in STANDS_IN.items():
        (made.root / "stand-ins" / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (made.root / "stand-ins" / name).chmod(0o755)
    first = release(folder / "first", "0.2.0")
    said = made.run(first / "deploy" / "gids", "install", first)
    assert said.returncode == 0, said.stderr
    settings = made.root / "etc/watkanikdoen/settings"
    settings.write_text(settings.read_text("utf-8").replace("#WATKANIKDOEN", "WATKANIKDOEN"), "utf-8")
    return made


@pytest.fixture
def machine(installed: Machine, tmp_path: Path) -> Machine:
    """Like the one that was installed: checking the guide each time takes seconds."""
    copytree(installed.root, tmp_path / "machine", symlinks=True)
    return Machine(tmp_path / "machine")


def test_the_first_version_brings_what_a_server_needs(machine: Machine) -> None:
    assert machine.current == "0.2.0"
    assert (machine.root / "etc/watkanikdoen/secrets").stat().st_mode & 0o777 == 0o700
    assert "watkanikdoen" in (machine.root / "users").read_text("utf-8")
    units = machine.root / "etc/systemd/system"
    made = sorted(str(path.relative_to(units)) for path in units.rglob("*") if path.is_file())
    assert made == ["watkanikdoen.service", "watkanikdoen@.service", "watkanikdoen@.service.d/worker.conf"]
    assert "daemon-reload" in machine.asked_of_systemd


def test_there_is_no_way_back_from_the_first_version(machine: Machine) -> None:
    said = machine.gids("back")
    assert (said.returncode, said.stderr) == (1, "there is no version before this one; nothing was changed\n")
    assert machine.current == "0.2.0"


def test_there_is_no_way_back_to_a_version_that_was_deleted(machine: Machine) -> None:
    (machine.root / "opt/watkanikdoen/previous").symlink_to("0.1.0")
    assert machine.gids("versions").stdout == "0.2.0 (now)\n"
    assert machine.gids("back").returncode == 1
    assert machine.current == "0.2.0"


def test_a_command_has_the_settings_of_the_bot_and_passes_its_exit_code_on(machine: Machine) -> None:
    checked = machine.gids("check")
    assert checked.returncode == 0
    assert "OPERATOR is empty" not in checked.stdout
    assert AS_THE_BOT in machine.asked_of_systemd[-1]
    assert machine.gids("doctor").returncode == 1


def test_what_writes_files_runs_as_who_asked_and_in_the_folder_where_they_are(machine: Machine) -> None:
    """The bot's user may write nowhere else, and its folder may go to nobody else."""
    asked = {}
    for command in (["stats"], ["dossier", "--out", "dossier"], ["site", "--help"], ["campaign", "--help"]):
        (machine.root / "asked").unlink()
        assert machine.gids(*command).returncode == 0, command
        asked[command[0]] = machine.asked_of_systemd[-1]
    assert (machine.root / "dossier" / "publiccode.yml").exists()
    assert AS_THE_BOT in asked["stats"]
    for name in ("dossier", "site", "campaign"):
        assert f" User={os.environ.get('SUDO_USER', 'root')} -p WorkingDirectory={machine.root} " in asked[name]
        assert "StateDirectory" not in asked[name]


def test_g36_a_new_version_stands_beside_the_old_one_and_there_is_a_way_back(machine: Machine, tmp_path: Path) -> None:
    former = NUMBERS["sexual_violence"]
    number = f"{former[:-1]}{(int(former[-1]) + 1) % 10}"
    second = release(tmp_path / "second", "0.3.0", sexual_violence=number)
    (machine.root / "asked").unlink()
    said = machine.gids("install", second)
    assert machine.current == "0.3.0"
    assert "\nWATKANIKDOEN_OPERATOR" in (machine.root / "etc/watkanikdoen/settings").read_text("utf-8")  # is kept
    for path in (second := machine.root / "opt/watkanikdoen/0.3.0", second / "bin/watkanikdoen"):
        assert path.stat().st_mode & 0o055 == 0o055  # also when root keeps its files to itself
    assert machine.asked_of_systemd[-2:] == ["restart watkanikdoen@1.service", "restart watkanikdoen@2.service"]
    report = said.stdout.partition("What visitors read differently:\n")[2]
    assert f"  - {former}, gratis, dag en nacht\n  + {number}, gratis, dag en nacht\n" in report
    assert len(report.splitlines()) < 30
    assert machine.gids("back").stdout == "this is version 0.2.0 now\n"
    assert machine.current == "0.2.0"
    assert machine.gids("versions").stdout == "0.2.0 (now)\n0.3.0 (before)\n"
    machine.gids("back")
    assert machine.current == "0.3.0"


def test_a_version_that_does_not_pass_its_check_changes_nothing(machine: Machine, tmp_path: Path) -> None:
    broken = release(tmp_path / "second", "0.3.0", police="0900")
    said = machine.gids("install", broken)
    assert said.returncode == 1
    assert said.stderr.splitlines()[-1] == "this version does not pass its check; nothing was changed"
    assert machine.current == "0.2.0"
    assert "0.3.0" not in machine.gids("versions").stdout


@pytest.mark.parametrize(
    ("arguments", "why"), [([], "say which file or folder"), (["nowhere.tar.gz"], "nowhere.tar.gz is not there")]
)
def test_what_is_not_there_is_not_installed(machine: Machine, arguments: list[str], why: str) -> None:
    said = machine.gids("install", *arguments)
    assert (said.returncode, said.stdout, said.stderr) == (1, "", f"gids install: {why}\n")


def test_what_somebody_changed_has_a_version_of_its_own(machine: Machine, tmp_path: Path) -> None:
    machine.gids("install", "--edited", release(tmp_path / "second", "0.2.0", police="0900-8845"))
    assert machine.current == "0.2.0+edited"


def test_a_release_that_nobody_signed_is_not_unpacked(machine: Machine, tmp_path: Path) -> None:
    SSH.required()
    fetched = tmp_path / "fetched"
    fetched.mkdir()
    archive = fetched / "watkanikdoen-0.3.0.tar.gz"
    source = release(tmp_path / "watkanikdoen-0.3.0", "0.3.0")
    subprocess.run(["tar", "-czf", archive, "-C", tmp_path, source.name], check=True)  # noqa: S603, S607
    said = machine.gids("install", archive)
    assert said.returncode == 1
    assert "SHA256SUMS: is not there, so nothing can be verified" in said.stderr
    assert machine.current == "0.2.0"


def test_in_containers_the_settings_beside_it_are_found_from_anywhere(machine: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "compose" / "deploy"
    copytree(ROOT / "deploy", folder, ignore=ignore_patterns("secrets"))
    (folder / ".env").write_bytes((folder / "env.example").read_bytes())
    link = machine.root / "gids"
    link.symlink_to(folder / "gids")
    assert machine.run(link, "up").stdout == f"{folder}: docker compose up --detach --build\n"
    asked = machine.run(link, "doctor").stdout
    assert asked == f"{folder}: docker compose exec -T bot /opt/watkanikdoen/bin/watkanikdoen doctor\n"
    refused = machine.run(link, "dossier", "--out", "dossier")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    (machine.root / "stand-ins" / "docker").write_text("#!/bin/sh\nexit 1\n", "utf-8")  # without Compose
    refused = machine.run(link, "up")
    assert (refused.returncode, refused.stderr.partition(":")[0]) == (1, "`docker compose` does not work")


def test_every_setting_for_containers_is_one() -> None:
    example = (ROOT / "deploy" / "env.example").read_text("utf-8")
    given = dict(re.findall(r"^#? ?([A-Z_]+)=(.*)$", example, re.MULTILINE))
    files = "".join((ROOT / "deploy" / f"compose.{kind}.yml").read_text("utf-8") for kind in ("single", "scaled"))
    asked = set(re.findall(r"\$\{(\w+)", files))
    assert asked - {"GIDS_VERSION"} <= set(given)  # which `gids up` sets
    assert set(given) <= {*asked, *NAMES, "COMPOSE_FILE"}
    assert (ROOT / "deploy" / given["COMPOSE_FILE"]).is_file()
