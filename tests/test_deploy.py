"""The files of `deploy/`: what can be known of them without containers, and their commands run for real."""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml
from attrs import fields
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.delivery.polling import DRAIN
from bot.ops.settings import PREFIX, Settings, read
from simulator.posts import HEADER
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.debian import OPENSSL, SYSTEMD, become
from tests.support.processes import NOWHERE, PATIENCE, SECRET, Process, listens, run, simulated, until
from tests.support.stores import Store, started

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
NOBODY = 65532
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
EXPOSURE = 15
"""Tenths, of the scale of `systemd-analyze security`."""


# The image.


def containerfile() -> list[tuple[str, str]]:
    """Its instructions, in order: the word and what stands behind it."""
    lines = (DEPLOY / "Containerfile").read_text("utf-8").splitlines()
    told = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in told]


def all_of(word: str) -> list[str]:
    return [rest for said, rest in containerfile() if said == word]


def environment() -> dict[str, str]:
    """What the last stage sets."""
    last = max(i for i, (word, _) in enumerate(containerfile()) if word == "FROM")
    pairs = [pair for word, rest in containerfile()[last:] if word == "ENV" for pair in shlex.split(rest)]
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


def test_the_image_has_two_stages_on_one_base_of_a_known_version() -> None:
    bases = [
        re.fullmatch(r"(\S+:(\d\.\d+)-slim-\w+)(@sha256:[0-9a-f]{64})?( AS build)?", base) for base in all_of("FROM")
    ]
    assert [base and base[4] for base in bases] == [" AS build", None]
    assert len({base and (base[1], base[3]) for base in bases}) == 1
    assert all(base and base[2] == f"{sys.version_info[0]}.{sys.version_info[1]}" for base in bases)


def test_nothing_in_the_image_needs_a_shell() -> None:
    commands = [*all_of("RUN"), *all_of("ENTRYPOINT"), *all_of("CMD")]
    commands += [check.partition("CMD ")[2] for check in all_of("HEALTHCHECK")]
    assert len(commands) > 6
    for command in commands:
        assert all(isinstance(word, str) for word in json.loads(command)), command


def test_the_image_is_not_run_as_root_and_says_so_by_number() -> None:
    assert all_of("USER") == [f"{NOBODY}:{NOBODY}"]


def test_all_that_is_fetched_for_the_image_has_its_hash() -> None:
    asked = [words for words in map(json.loads, all_of("RUN")) if words[0] == "pip"]
    assert len(asked) == 4
    for words in asked:
        fetches_nothing = "--no-index" in words or {"--no-deps", "--no-build-isolation"} < set(words)
        assert fetches_nothing or {"--require-hashes", "-r"} < set(words), words
        lock = words[words.index("-r") + 1] if "-r" in words else None
        assert lock is None or "--hash=sha256:" in (ROOT / lock).read_text("utf-8")


def test_a_server_without_containers_gets_the_same() -> None:
    """`deploy/venv` fetches from the same lock files as the image."""
    script = (DEPLOY / "venv").read_text("utf-8")
    commands = re.findall(r"\$pip (.+)", script)
    (default,) = re.findall(r"lock=\$\{2:-([\w.-]+)\}", script)
    locks = [each.replace('"$lock"', default).rpartition(" -r ")[2] for each in commands if " -r " in each]
    assert locks == [words[words.index("-r") + 1] for words in map(json.loads, all_of("RUN")) if "-r" in words]
    assert len(commands) == len(locks) + 2
    for command in commands:
        assert "--require-hashes" in command or "--no-deps" in command
    assert script.index("is installed already") < script.index("$pip wheel")  # which takes long


def test_the_image_holds_the_packages_and_what_makes_them_and_nothing_else() -> None:
    sources = [source for rest in all_of("COPY") if "--from" not in rest for source in rest.split()[:-1]]
    assert sorted(source.rstrip("/") for source in sources if source.endswith("/")) == sorted(PACKAGES["packages"])
    assert all((ROOT / source).exists() for source in sources)
    assert set(PACKAGES["force-include"]) <= set(sources)
    let_through = re.findall(r"^!(.+)", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE)
    assert sorted(let_through) == sorted(source.rstrip("/") for source in sources)
    assert "\n*\n" in (ROOT / ".dockerignore").read_text("utf-8")


def test_no_secret_is_in_the_image() -> None:
    assert all_of("ARG") == ["SETUPTOOLS_SCM_PRETEND_VERSION"]
    secret = {setting.name.upper() for setting in fields(Settings) if "Secret" in str(setting.type)}
    assert len(secret) == 4
    assert not {name.removeprefix(PREFIX).removesuffix("_FILE") for name in environment()} & secret


@contextmanager
def a_folder_of(owner: int | None) -> Iterator[Path]:
    """Somewhere that another user can get at, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o700)
        if owner is not None:
            os.chown(folder, owner, owner)
        yield folder


def somebody() -> int | None:
    """The user of the image, when we may become it and it can read this copy."""
    if os.geteuid() != 0:
        return None
    tried = subprocess.run([*become(NOBODY), sys.executable, "-c", "import bot"], cwd="/", check=False)  # noqa: S603
    return NOBODY if tried.returncode == 0 else None


def in_exec_form(word: str) -> list[str]:
    """The program and its arguments behind an instruction."""
    (told,) = all_of(word)
    words: list[str] = json.loads(told[told.index("[") :])
    return words


@asynccontextmanager
async def the_image(root: str, folder: Path, owner: int | None, log: Path) -> AsyncIterator[Process]:
    """ENTRYPOINT and CMD with the ENV of the image, without a home. Only the port and the place of files differ."""
    program, *arguments = [*in_exec_form("ENTRYPOINT"), *in_exec_form("CMD")]
    assert program == "/opt/watkanikdoen/bin/watkanikdoen"
    given = environment()
    assert set(given) >= {f"{PREFIX}STATE_DIR", f"{PREFIX}HEALTH_LISTEN"}
    given |= {f"{PREFIX}STATE_DIR": str(folder), f"{PREFIX}HEALTH_LISTEN": "127.0.0.1:0", f"{PREFIX}API_URL": root}
    with a_folder_of(owner) as secrets:
        (secrets / "token").write_text(TOKEN, "utf-8")
        (secrets / "token").chmod(0o400)
        if owner:
            os.chown(secrets / "token", owner, owner)
        given |= {f"{PREFIX}TOKEN_FILE": str(secrets / "token"), "HOME": "/nonexistent", "TMPDIR": "/tmp"}  # noqa: S108
        command = [*become(owner), str(Path(sys.executable).with_name("watkanikdoen")), *arguments]
        process = Process(command, log, given, cwd=Path("/"))
        async with process.started():
            yield process


async def test_what_the_image_runs_answers_as_nobody_and_writes_in_its_own_folder_only(tmp_path: Path) -> None:
    nobody = somebody()
    async with simulated() as (telegram, root):
        with a_folder_of(nobody) as folder:
            async with the_image(root, folder, nobody, tmp_path / "log") as process:
                program, *ask = in_exec_form("HEALTHCHECK")
                assert program == "/opt/watkanikdoen/bin/python"
                port = (await process.health()).rpartition(":")[2]
                asking = [sys.executable, *(word.replace("9090", port) for word in ask)]
                phone = telegram.phone(5)
                phone.start()
                await until(lambda: not telegram.updates.pending)
                assert len(phone.messages) == 1
                assert subprocess.run(asking, check=False, env={"http_proxy": "http://127.0.0.1:9"}).returncode == 0  # noqa: S603, ASYNC221
                assert await process.stopped() == 0
                assert subprocess.run(asking, check=False, capture_output=True).returncode == 1  # noqa: S603, ASYNC221
            assert {path.name.partition("-")[0] for path in folder.iterdir()} == {"counts.sqlite3"}


# Compose.


def compose(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / f"compose.{name}.yml").read_text("utf-8"))
    return read


FILES = ("single", "scaled")
SERVICES = [(name, service) for name in FILES for service in compose(name)["services"]]
every_service = pytest.mark.parametrize(("name", "service"), SERVICES)


@every_service
def test_a_service_can_do_no_more_than_it_must(name: str, service: str) -> None:
    given = compose(name)["services"][service]
    assert given["read_only"] is True
    assert given["cap_drop"] == ["ALL"]
    assert given["security_opt"] == ["no-new-privileges:true"]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", given["user"])
    assert given["mem_limit"]
    assert service not in {"bot", "memory"} or given["memswap_limit"] == given["mem_limit"]
    assert not {"privileged", "cap_add", "network_mode", "pid", "ipc", "devices"} & set(given)


@every_service
def test_a_service_is_of_a_known_version(name: str, service: str) -> None:
    given = compose(name)["services"][service]
    assert "build" in given or re.fullmatch(r"\S+:\d[\w.-]*(@sha256:[0-9a-f]{64})?", given["image"])


@every_service
def test_a_service_gets_its_secrets_as_files_that_are_there(name: str, service: str) -> None:
    """And none in its environment, which any process of it and whoever inspects it can read."""
    whole = compose(name)
    given = whole["services"][service]
    assert set(given.get("secrets", [])) <= set(whole["secrets"])
    named = {str(value) for value in given.get("environment", {}).values()} | set(map(str, given.get("command", [])))
    for path in (value for value in named if value.startswith("/run/secrets/")):
        assert path.removeprefix("/run/secrets/") in given["secrets"]
    secret = {"TOKEN", "WEBHOOK_SECRET", "DATABASE_URL", "MEMORY_URL", "POSTGRES_PASSWORD"}
    assert not {key.removeprefix(PREFIX) for key in given.get("environment", {})} & secret


@pytest.mark.parametrize("name", FILES)
def test_every_secret_is_used_and_kept_out_of_the_repository(name: str) -> None:
    whole = compose(name)
    used = {secret for service in whole["services"].values() for secret in service.get("secrets", [])}
    assert used == set(whole["secrets"])
    for secret in whole["secrets"].values():
        ignored = subprocess.run(["git", "check-ignore", "-q", f"deploy/{secret['file']}"], cwd=ROOT, check=False)  # noqa: S603, S607
        assert ignored.returncode == 0


@pytest.mark.parametrize("name", FILES)
def test_the_settings_of_the_bot_exist_and_can_work(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given = compose(name)["services"]["bot"]["environment"]
    contents = {"database_url": "postgresql://gids:x@database/gids", "memory_url": "redis://:x@memory:6379/0"}
    for key, value in given.items():
        setting = key.removeprefix(PREFIX).removesuffix("_FILE").lower()
        assert setting in {each.name for each in fields(Settings)}
        filled = re.sub(r"\$\{\w+:\?[^}]*\}", "gids.example", value)
        if value.startswith("/run/secrets/"):
            (tmp_path / setting).write_text(contents.get(setting, "some-secret"), "utf-8")
            filled = str(tmp_path / setting)
        monkeypatch.setenv(key, filled)
    settings = read()
    assert settings.token is not None
    assert (settings.hook is not None) is (name == "scaled")


def test_one_worker_listens_to_nobody_and_counts_in_a_volume() -> None:
    bot = compose("single")["services"]["bot"]
    assert "ports" not in bot
    assert bot["volumes"] == [f"counts:{environment()[f'{PREFIX}STATE_DIR']}", "./campaigns:/campaigns:ro"]
    assert all(mount.startswith("/tmp:") for mount in bot["tmpfs"])  # noqa: S108


@pytest.mark.parametrize("name", FILES)
def test_a_worker_gets_the_time_to_finish(name: str) -> None:
    assert float(compose(name)["services"]["bot"]["stop_grace_period"].removesuffix("s")) > DRAIN + 2


def test_only_the_proxy_is_reached_from_outside_and_it_reaches_no_store() -> None:
    services = compose("scaled")["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert compose("scaled")["networks"]["inside"] == {"internal": True}
    for store in ("database", "memory"):
        assert services[store]["networks"] == ["inside"]
    assert not {"database_url", "database_password", "memory_url", "memory_conf"} & set(services["proxy"]["secrets"])
    assert services["bot"]["scale"] > 1


async def test_the_shared_memory_of_compose_keeps_nothing_on_disk(tmp_path: Path) -> None:
    """Its own options on a real server, and what a worker says of that at its start."""
    server, conf, *options = compose("scaled")["services"]["memory"]["command"]
    assert (server, conf) == ("valkey-server", "/run/secrets/memory_conf")
    with started(*options) as store:
        async with simulated() as (telegram, root), run(tmp_path, root, {"MEMORY_URL": store.url}) as bot:
            await said_ready(bot.says, telegram, store)
            assert "writes to disk" not in bot.said.lower()
            assert "cannot be used" not in bot.said
        async with store.client() as client:
            assert await client.config_get("save") == {"save": ""}
            assert await client.config_get("appendonly") == {"appendonly": "no"}
            assert (await client.config_get("maxmemory-policy"))["maxmemory-policy"] == "allkeys-lru"


async def test_the_secrets_that_operators_are_told_to_make_fit_together(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The lines of docs/operate.md, a real store with what they made of its options, and the settings of a worker."""
    OPENSSL.required()
    section = (ROOT / "docs" / "operate.md").read_text("utf-8").partition("## Several workers")[2]
    lines = section.partition("```sh\n")[2].partition("```")[0].splitlines()
    making = "\n".join(line for line in lines if line.split()[0] in {"mkdir", "openssl", "echo"})
    subprocess.run(["bash", "-ec", making], cwd=tmp_path, check=True)  # noqa: S603, S607, ASYNC221
    made = {path.name for path in (tmp_path / "secrets").iterdir()}
    brought = {"token", "tls_certificate", "tls_key"}
    assert made | brought == set(compose("scaled")["secrets"])
    for name in made - {"database_password", "memory_conf"}:
        monkeypatch.setenv(f"{PREFIX}{name.upper()}_FILE", str(tmp_path / "secrets" / name))
    monkeypatch.setenv(f"{PREFIX}WEBHOOK_URL", "https://gids.example/telegram")
    settings = read()
    assert settings.hook is not None
    assert settings.database.host == "database"
    assert settings.database.password == (tmp_path / "secrets" / "database_password").read_text("utf-8").strip()
    required = (tmp_path / "secrets" / "memory_conf").read_text("utf-8").split()
    with started(f"--{required[0]}", required[1]) as store:
        password = urlsplit(settings.memory_url.get_secret_value()).password
        async with Redis.from_url(store.url, password=password) as client:
            assert await client.ping()
        with pytest.raises(RedisError):
            await store.ask("PING")


async def said_ready(says: Any, telegram: Telegram, store: Store) -> None:
    """It runs, and somebody was answered by way of the store."""
    await says("event=ready")
    telegram.phone(5).start()
    await until(lambda: not telegram.updates.pending)
    assert b"watkanikdoen:page:" in await store.dump()


# The unit.

UNIT = DEPLOY / "watkanikdoen.service"
WORKER = DEPLOY / "worker.conf"
PROGRAM = "/opt/watkanikdoen/current/bin/watkanikdoen"


def unit(path: Path = UNIT) -> dict[str, list[str]]:
    """Every line of it, by the name before the `=`."""
    found: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        name, is_set, value = line.partition("=")
        if is_set and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def test_the_unit_is_hardly_exposed() -> None:
    """By systemd's own scale, from 0 to 100; most services stand at 96."""
    asked = ["security", "--offline=true", "--no-pager", f"--threshold={EXPOSURE}", str(UNIT)]
    rated = subprocess.run([SYSTEMD.required(), *asked], capture_output=True, text=True, check=False)  # noqa: S603
    assert rated.returncode == 0, rated.stdout.splitlines()[-1:] or rated.stderr


def test_the_unit_is_understood_by_systemd(tmp_path: Path) -> None:
    """A word that it does not know is only a warning to it; so nothing at all may be said."""
    here = tmp_path / UNIT.name
    here.write_text(UNIT.read_text("utf-8").replace(PROGRAM, sys.executable), "utf-8")
    verified = subprocess.run([SYSTEMD.required(), "verify", str(here)], capture_output=True, text=True, check=False)  # noqa: S603
    assert [line for line in verified.stderr.splitlines() if UNIT.name in line] == []
    assert verified.returncode == 0


def test_the_unit_says_what_the_bot_says_to_systemd() -> None:
    given = unit()
    assert given["Type"] == ["notify"]
    assert 0 < int(given["WatchdogSec"][0]) <= 300
    assert int(given["TimeoutStopSec"][0]) > DRAIN + 2
    assert given["RestartPreventExitStatus"] == ["78"]


def test_secrets_come_to_the_unit_as_credentials_that_the_settings_find(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of a folder systemd makes one credential for each file: the name given, an underscore, and the file's."""
    ((name, folder),) = [given.split(":") for given in unit()["LoadCredential"]]
    assert folder.startswith("/etc/")
    (tmp_path / f"{name}_token").write_text("1:some-token\n", "utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    token = read().token
    assert token is not None
    assert token.get_secret_value() == "1:some-token"


def test_the_unit_lets_the_bot_listen_where_the_settings_stand_by_themselves() -> None:
    assert unit()["SocketBindDeny"] == ["any"]
    assert f"tcp:{Settings().listen.rpartition(':')[2]}" in unit()["SocketBindAllow"]


# The unit for several workers.


def test_the_unit_of_several_workers_is_understood_by_systemd(tmp_path: Path) -> None:
    (tmp_path / "watkanikdoen@.service").write_text(UNIT.read_text("utf-8").replace(PROGRAM, sys.executable), "utf-8")
    (tmp_path / "watkanikdoen@.service.d").mkdir()
    (tmp_path / "watkanikdoen@.service.d" / WORKER.name).write_bytes(WORKER.read_bytes())
    (tmp_path / "watkanikdoen@1.service").symlink_to("watkanikdoen@.service")
    asked = [SYSTEMD.required(), "verify", "watkanikdoen@1.service"]
    looked = {**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"}
    verified = subprocess.run(asked, cwd=tmp_path, env=looked, capture_output=True, text=True, check=False)  # noqa: S603
    complaints = [line for line in verified.stderr.splitlines() if "watkanikdoen@" in line and PROGRAM not in line]
    assert complaints == []


def ports(number: int) -> list[int]:
    """Where `watkanikdoen@NUMBER` listens: for updates, and for monitoring."""
    command = unit(WORKER)["ExecStart"][-1].replace("%i", str(number))
    return [int(port) for port in re.findall(r"127\.0\.0\.1:(\d+) ", command)]


def worker(number: int, root: str, store: Store, log: Path) -> Process:
    """What the unit starts as `watkanikdoen@NUMBER`, with the settings that workers share."""
    reset, command = unit(WORKER)["ExecStart"]
    assert reset == ""
    program, *own, started_by, run_it = shlex.split(command.replace("%i", str(number)))
    assert (program, started_by, run_it) == ("/usr/bin/env", PROGRAM, "run")
    shared = {"TOKEN": TOKEN, "API_URL": root, "MEMORY_URL": store.url}
    shared |= {"WEBHOOK_URL": f"{NOWHERE}/hook", "WEBHOOK_SECRET": SECRET}
    settings = {f"{PREFIX}{name}": value for name, value in shared.items()}
    return Process([program, *own, sys.executable, "-m", "bot", run_it], log / str(number) / "log", settings, cwd=ROOT)


async def bring(telegram: Telegram, number: int) -> None:
    """The first update that waits, to this worker."""
    update = telegram.updates.pending[0]
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        address = f"http://127.0.0.1:{ports(number)[0]}/hook"
        answer = await client.post(address, json=update, headers={HEADER: SECRET})
    assert answer.status_code == httpx.codes.OK
    telegram.updates.confirm(update["update_id"])


async def test_two_workers_of_the_unit_have_ports_of_their_own_and_share_the_rest(store: Store, tmp_path: Path) -> None:
    one, other = [number for number in range(1, 10) if not any(listens(port) for port in ports(number))][:2]
    ranges = re.findall(r"tcp:(\d+)-(\d+)", WORKER.read_text("utf-8"))
    allowed = {port for first, last in ranges for port in range(int(first), int(last) + 1)}
    assert allowed == {port for number in range(1, 10) for port in ports(number)}
    async with simulated() as (telegram, root):
        first, second = worker(one, root, store, tmp_path), worker(other, root, store, tmp_path)
        async with first.started(), second.started():
            for process, number in ((first, one), (second, other)):
                assert (await process.health()).endswith(f":{ports(number)[1]}")
                await until(partial(listens, ports(number)[0]))
            phone = telegram.phone(5)
            phone.start()
            await bring(telegram, one)
            phone.press("Zorgen om een kind")
            await bring(telegram, other)
            assert len(phone.messages) == 1
            assert [call.method for call in telegram.calls].count("sendMessage") == 1
