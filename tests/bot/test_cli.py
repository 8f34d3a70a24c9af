"""The command line: what cannot work is said in one line with exit code 78, and never with a token or a traceback."""

import ast
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import UNUSABLE, checking, exhibits, main
from bot.ops.settings import PREFIX
from bot.ops.version import VERSION
from campaigns import EXAMPLE
from flows.chart import chart
from flows.guide import Guide
from flows.helplines import HELPLINES, unconfirmed
from tests.support import TOKEN
from tests.support.numbers import CLOSES, OPENS, SEXUAL_VIOLENCE, VEILIG_THUIS
from tests.support.processes import PATIENCE, run, simulated, until
from tests.support.trees import ROOT, copied

pytestmark = pytest.mark.slow


def environment(settings: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **{f"{PREFIX}{name}": value for name, value in settings.items()}}


def run_here(*arguments: str, **settings: str) -> Result:
    return CliRunner().invoke(main, arguments, env=environment(settings))


def run_in(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own, of the tree in this folder."""
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def one_line(text: str) -> str:
    (line,) = text.splitlines()
    assert line.startswith("watkanikdoen: ")
    return line.removeprefix("watkanikdoen: ")


@pytest.mark.parametrize("listed", ["", "[]", "null", '{"page": 1}', '{"page": [1]}', "no json", "\udcff"])
def test_changes_says_of_any_other_file_that_it_is_no_list_of_pages(listed: str, tmp_path: Path) -> None:
    former = tmp_path / "former.json"
    former.write_text(listed, "utf-8", "surrogateescape")
    found = run_here("changes", str(former))
    assert (found.exit_code, found.stdout) == (UNUSABLE, "")
    assert one_line(found.stderr) == f"{former}: is not what `watkanikdoen pages` lists"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the sources, to make mistakes in."""
    return copied(tmp_path)


def mistake(path: Path, good: str, bad: str) -> None:
    text = path.read_text("utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), "utf-8")


# Settings that cannot work.


def test_running_without_a_token_says_where_to_get_one() -> None:
    result = run_here("run")
    assert result.exit_code == UNUSABLE == 78
    assert one_line(result.stderr).startswith(f"{PREFIX}TOKEN: ")
    assert "BotFather" in result.stderr
    assert "`watkanikdoen demo`" in result.stderr


def test_an_empty_token_is_no_token() -> None:
    assert run_here("run", TOKEN="").exit_code == UNUSABLE


@pytest.mark.parametrize("command", ["run", "check", "demo"])
def test_a_wrong_setting_is_named(command: str) -> None:
    result = run_here(command, API_URL="api.telegram.org", TOKEN=TOKEN)
    assert result.exit_code == UNUSABLE
    assert one_line(result.stderr).startswith(f"{PREFIX}API_URL: ")


@pytest.mark.parametrize("command", ["run", "check"])
def test_g22_what_is_set_and_is_probably_not_meant_is_named(command: str, tmp_path: Path) -> None:
    """F69 holds here too: the names, and nothing of what they hold."""
    empty = tmp_path / "empty"
    empty.touch(0o644)
    result = run_here(command, TOKN=TOKEN, TOKEN_FILE=str(empty), OPERATOR=TOKEN, OPERATOR_FILE=str(empty))
    said = result.stdout + result.stderr
    for name in ("TOKN is no setting", "OPERATOR is set, and a file", "TOKEN is in a file that every user"):
        assert f"warning: {PREFIX}{name}" in said
    assert TOKEN not in said


def test_a_broken_campaigns_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('[[campaign]]\ncode = "Utrecht"\norganisation = "Gemeente"\n', "utf-8")
    result = run_here("demo", CAMPAIGNS=str(path))
    assert result.exit_code == UNUSABLE
    assert one_line(result.stderr).startswith("ours.toml, line 2: campaign.code: ")


# Check and chart.


def test_the_check_finds_everything_good_and_names_the_helplines_that_nobody_asked(tmp_path: Path) -> None:
    """A campaign that has ended is no fault."""
    shutil.copy(EXAMPLE.with_name("example-logo.svg"), tmp_path)
    ended = '[[campaign]]\ncode = "lastyear"\norganisation = "Town"\nends = 2020-01-31\n'
    (tmp_path / "ours.toml").write_text(f"{EXAMPLE.read_text('utf-8')}\n{ended}", "utf-8")
    result = run_here("check", CAMPAIGNS=str(tmp_path / "ours.toml"), OPERATOR="Somebody")
    assert (result.exit_code, result.stderr) == (0, "")
    *warnings, last = result.stdout.splitlines()
    assert last.startswith("all good: ")
    assert last.endswith("campaigns: 4")
    assert [line.split(" ended on ")[0] for line in warnings if " ended on " in line] == ["warning: lastyear"]
    (look,) = [line for line in warnings if "pages fit a phone" in line]
    assert re.search(r"\d+ of \d+ pages .*; the tallest is .*, \d+ px$", look)
    left = len(unconfirmed())
    said = [line.partition(";")[0] for line in warnings if "nobody called" in line]
    assert said == [f"warning: helplines that nobody called yet: {left}"] * bool(left)


def test_g31_who_checks_the_helplines_is_told_whom_to_call_and_whom_only_to_read_about() -> None:
    result = run_here("check", "--helplines")
    assert result.exit_code == 0
    rows = result.stdout.splitlines()[2:-1]
    assert len(rows) == len(HELPLINES)
    for row, line in zip(rows, HELPLINES.values(), strict=True):
        name, *cells = re.split(r" {2,}", row)
        number = "do not call" if line.is_for_emergencies else line.number
        assert (name, cells[:-1]) == (line.name, [each for each in (number, line.site) if each])


def test_the_check_says_what_is_wrong_in_one_line_each(tree: Path) -> None:
    """A number written out in a sentence, which so is not in the catalogues either."""
    mistake(tree / "flows" / "regions" / "start.py", "Wat past bij jou?", f"Bel {VEILIG_THUIS}. Wat past bij jou?")
    result = run_in(tree, "check")
    assert result.returncode == 1
    assert f"welcome: writes {VEILIG_THUIS} in a sentence" in result.stderr
    assert "Traceback" not in result.stderr
    assert "all good" not in result.stdout


def test_the_chart_is_printed(the_guide: Guide) -> None:
    result = run_here("chart")
    assert (result.exit_code, result.stdout) == (0, chart(the_guide) + "\n")


def test_the_chart_is_written_to_a_file(the_guide: Guide, tmp_path: Path) -> None:
    assert run_here("chart", "--out", str(tmp_path / "flow.md")).exit_code == 0
    assert (tmp_path / "flow.md").read_text("utf-8") == chart(the_guide)


def test_a_chart_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    result = run_here("chart", "--out", str(tmp_path / "nowhere" / "flow.md"))
    assert result.exit_code == UNUSABLE
    assert "flow.md: cannot be written (No such file or directory); give another --out" in one_line(result.stderr)


def test_counts_of_a_campaign_that_the_file_does_not_have_come_with_a_warning(tmp_path: Path) -> None:
    """It may have been taken out of the file, or be misspelt: "no counts yet" says neither."""
    settings = {"STATE_DIR": str(tmp_path), "CAMPAIGNS": str(EXAMPLE)}
    result = run_here("stats", "--format", "json", "--campaign", "voorbeeldstat", **settings)
    assert (result.exit_code, json.loads(result.stdout)["campaigns"]) == (0, [])
    assert result.stderr.splitlines()[-1] == (
        "warning: the campaigns file has no campaign 'voorbeeldstat'; it has voorbeeldstad, bibliotheek, scholen"
    )


# G26: what cannot be printed is one line that is true.

LATIN_1 = {"PYTHONIOENCODING": "latin-1"}


def process(
    *arguments: str, out: int = subprocess.PIPE, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """As a shell starts it, with its output anywhere."""
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **(more or {})},
        stdout=out,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "command", [["stats"], ["stats", "--format", "csv"], ["chart"], ["listen", "mijn buurmeisje"], ["--help"]]
)
def test_g26_output_that_does_not_fit_is_said_in_one_line(command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ended = process(*command, out=full.fileno())
    assert ended.returncode == 1
    said = ended.stderr.decode().splitlines()
    assert said[-1] == "watkanikdoen: standard output cannot be written (No space left on device)"
    assert not [line for line in said[:-1] if not line.startswith("warning: ")]


@pytest.mark.parametrize("command", [["stats"], ["chart"], ["listen", "café – “thuis”"]])
def test_g26_a_terminal_of_another_encoding_gets_the_nearest_letters(command: list[str]) -> None:
    ended = process(*command, more=LATIN_1)
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert ended.stdout


def test_g26_the_nearest_letter_is_one_that_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('[[campaign]]\ncode = "cafe"\norganisation = "Café – “thuis” Łódź ☂"\n', "utf-8")
    ended = process("campaign", "list", more={"WATKANIKDOEN_CAMPAIGNS": str(file), **LATIN_1})
    assert 'Café - "thuis" ?ódz ?'.encode("latin-1") in ended.stdout


@pytest.mark.parametrize("form", ["csv", "json", "html"])
def test_g26_what_programs_read_is_utf_8_whatever_the_terminal(form: str) -> None:
    assert process("stats", "--format", form, more=LATIN_1).stdout == process("stats", "--format", form).stdout


@pytest.mark.parametrize("folder", ["gone", "empty"])
def test_g26_counts_that_are_not_there_are_said_not_to_be(folder: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run_here("stats", STATE_DIR=str(tmp_path / folder))
    assert result.exit_code == 0
    assert result.stderr == (
        f"warning: {tmp_path / folder / 'counts.sqlite3'} is not there: nothing was counted yet, "
        "or the bot's STATE_DIR is another folder\n"
    )


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    both = f"{sys.executable} -m bot chart | head -1"
    ended = subprocess.run(["sh", "-c", both], cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603, S607
    assert (ended.returncode, ended.stderr) == (0, b"")


# G27: a process ends when its command is done.


@pytest.mark.parametrize(("command", "code"), [("--version", 0), ("run", UNUSABLE), ("nothing", 2)])
def test_g27_a_process_ends_without_the_finalization_in_which_a_thread_may_abort_it(command: str, code: int) -> None:
    """Measured: 2 of 120 runs of `doctor` ended with SIGABRT in it. The output is there all the same."""
    script = "import atexit, sys; atexit.register(print, 'finalized'); from bot.cli import main; main()"
    ended = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", script, command],
        cwd=ROOT,
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == code
    assert ended.stdout + ended.stderr
    assert "finalized" not in ended.stdout


def test_g27_a_task_that_goes_on_when_it_is_cancelled_keeps_no_process() -> None:
    script = """
import asyncio
from bot.cli.running import _until_stopped

async def goes_on():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass

async def work(stop):
    left = asyncio.ensure_future(goes_on())
    await asyncio.sleep(0)
    left.cancel()

_until_stopped(work)
print("ended")
"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)  # noqa: S603, PLW1510
    assert ended.stdout == "ended\n", ended.stderr


@pytest.mark.parametrize("command", ["check", "stats", "doctor", "run"])
def test_g27_a_process_that_reads_the_token_leaves_no_core_file(command: str) -> None:
    script = (
        "import resource, sys; from bot.ops import process; from bot.cli import main\n"
        "process.end = lambda code: print('limit', resource.getrlimit(resource.RLIMIT_CORE)[0])\n"
        "main()"
    )
    ended = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", script, command],
        cwd=ROOT,
        env=environment({"TOKEN": TOKEN, "API_URL": "nowhere"}),  # so that none goes on for long
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "limit 0" in ended.stdout.splitlines()


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_cannot_be_is_refused(port: str) -> None:
    result = run_here("demo", "--no-browser", "--port", port)
    assert result.exit_code == 2
    assert "is not in the range" in result.stderr


# Mistakes in what is written down.


def test_a_malformed_helpline_stops_the_check_in_one_line(tree: Path) -> None:
    mistake(tree / "flows" / "numbers.py", f'"{VEILIG_THUIS}"', '"0800 2000"')
    result = run_in(tree, "check")
    assert result.returncode == UNUSABLE
    assert one_line(result.stderr) == "helpline veilig_thuis: '0800 2000' is no number as people dial it"


def test_a_broken_catalogue_stops_everything_in_one_line(tree: Path) -> None:
    mistake(tree / "locales" / "en" / "LC_MESSAGES" / "messages.po", 'msgid "Verder"', 'mgsid "Verder"')
    result = run_in(tree, "check")
    assert result.returncode == UNUSABLE
    assert one_line(result.stderr).startswith("en/messages.po, line ")


def test_a_misspelt_screen_stops_everything_in_one_line(tree: Path) -> None:
    mistake(tree / "flows" / "regions" / "start.py", 'to("person_now", ', 'to("person_nw", ')
    result = run_in(tree, "check")
    assert result.returncode == UNUSABLE
    assert one_line(result.stderr) == "welcome: leads to 'person_nw', which is no screen; fix the name"


def test_a_translation_that_misspells_a_brace_is_reported_and_no_traceback(tree: Path) -> None:
    path = tree / "locales" / "en" / "LC_MESSAGES" / "messages.po"
    mistake(path, 'msgstr "Copy {number}"', 'msgstr "Copy {nmber}"')
    result = run_in(tree, "check")
    assert "does not name the same things in braces" in result.stderr
    assert "Traceback" not in result.stderr


# G30: a number stands once, and what cannot take it from there is compared.


@pytest.fixture
def tree_with_facts(tree: Path) -> Path:
    (tree / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "facts.md", tree / "docs")
    return tree


def test_g30_a_number_or_hour_that_changes_on_one_side_is_missed_on_the_other(tree_with_facts: Path) -> None:
    for file, good, bad in (
        ("flows/numbers.py", f'"{VEILIG_THUIS}"', '"0800-9998"'),
        ("docs/facts.md", SEXUAL_VIOLENCE, "0800-9999"),
        ("flows/numbers.py", f"({OPENS}, {CLOSES})", f"(1, {CLOSES})"),
        ("flows/helplines.py", "closes=time(17)", "closes=time(16)"),
    ):
        path = tree_with_facts / file
        assert good in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(good, bad), "utf-8")
    result = run_in(tree_with_facts, "check")
    assert result.returncode == 1
    assert sorted(result.stderr.splitlines()) == sorted(
        f"docs/facts.md: {said}"
        for said in (
            "says 0800-9999, which no helpline has",
            f"says {VEILIG_THUIS}, which no helpline has",
            f"does not say {SEXUAL_VIOLENCE}",
            "does not say 0800-9998",
            f"says {OPENS}.00–{CLOSES}.00, which no helpline has",
            "says 9.00–17.00, which no helpline has",
            f"does not say 1.00–{CLOSES}.00",
            "does not say 9.00–16.00",
        )
    )


@pytest.mark.parametrize(
    ("good", "bad", "shown"),
    [
        ('"113"', '"114"', "Bel 114. Dag en nacht."),
        (f"({OPENS}, {CLOSES})", "(9, 23)", "elke dag van 9.00 tot 23.00 uur"),
    ],
)
def test_g30_the_emergency_page_takes_numbers_and_hours_from_where_they_stand(
    good: str, bad: str, shown: str, tree: Path
) -> None:
    mistake(tree / "flows" / "numbers.py", good, bad)
    script = "from bot.chat.emergency import IN_SHORT, PAGE; print(PAGE.text, IN_SHORT)"
    printed = subprocess.run([sys.executable, "-c", script], cwd=tree, capture_output=True, text=True, check=True)  # noqa: S603
    assert shown in printed.stdout
    assert "113" not in printed.stdout or good != '"113"'


def test_g30_the_file_of_numbers_needs_nothing_else() -> None:
    """It must be there for the emergency page when all else is broken."""
    tree = ast.parse((ROOT / "flows" / "numbers.py").read_text("utf-8"))
    values = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.Expr)]
    assert len(values) == len(tree.body)
    for value in values:
        ast.literal_eval(value)


def test_a_helpline_is_old_by_the_day_in_the_netherlands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "today", lambda: date(2100, 1, 1))
    assert "Veilig Thuis was last checked on" in CliRunner().invoke(main, ["check"]).output


# Running.


def test_a_demo_on_a_port_that_is_taken_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_in(ROOT, "demo", "--no-browser", "--port", str(port))
    assert result.returncode == UNUSABLE
    assert f"port {port} cannot be used" in one_line(result.stderr)


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_demo_blames_its_port_for_nothing_else(fault: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(exhibits, "make", fail)
    result = CliRunner().invoke(main, ["demo", "--no-browser", "--port", "0"])
    assert result.exception is fault
    assert "port" not in result.output


async def test_a_running_bot_answers_and_ends_quietly_when_it_is_told_to(tmp_path: Path) -> None:
    async with simulated() as (telegram, root), run(tmp_path, root, {"LOG_LEVEL": "DEBUG"}) as bot:
        phone = telegram.phone(5, "en")
        phone.start()
        await until(lambda: not telegram.updates.pending)
        assert await bot.stopped() == 0
    assert len(phone.messages) == 1
    assert f"event=ready version={VERSION} outcome=polling" in bot.said
    assert TOKEN not in bot.said
    lines = bot.said.splitlines()
    assert all("level=info" in line for line in lines)
    assert not any(root in line for line in lines)
