"""`campaign list`, `add` and `kit`, and what `check` says of a campaigns file."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import asdict
from click.testing import Result

import campaigns
import locales
from bot.cli import UNUSABLE
from bot.cli.terminal import today
from bot.ops.settings import PREFIX
from campaigns import Campaign, Contact, kit
from tests.bot.test_cli import one_line, run_here

pytestmark = pytest.mark.slow

REMARKED = """# Ours. Ask the communication department first.

[[campaign]]   # the first
code = "utrecht"  # on the posters
organisation = 'Gemeente Utrecht'

[[campaign.contact]]
name = { nl = "Wijkteam" } # until May
about = "Vragen over opvoeden"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(REMARKED, "utf-8")
    return path


# Adding.


def test_adding_leaves_every_remark_where_it_was(file: Path) -> None:
    before = campaigns.read(file)
    result = run_here("campaign", "add", "zwolle", "--organisation", 'Stad "Zwolle" & zo', CAMPAIGNS=str(file))
    assert (result.exit_code, result.stderr) == (0, "")
    assert file.read_text("utf-8").startswith(REMARKED)
    after = campaigns.read(file)
    assert {code: after[code] for code in before} == before
    assert after["zwolle"].organisation == 'Stad "Zwolle" & zo'
    assert [path.name for path in file.parent.iterdir()] == ["ours.toml"]


def test_adding_makes_the_file_when_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    assert run_here("campaign", "add", "zwolle", "--organisation", "Zwolle", CAMPAIGNS=str(path)).exit_code == 0
    assert list(campaigns.read(path)) == ["zwolle"]


def test_everything_but_the_contacts_can_be_added(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    told = "--language en --language nl --default-language nl --starts 2026-12-01 --ends 2026-12-31 --colour #AABBCC"
    more = "--logo img/logo.png --children --print-run 250 --organisation Zwolle --short Z"
    result = run_here("campaign", "add", "zwolle", *told.split(), *more.split(), CAMPAIGNS=str(path))
    assert result.exit_code == 0
    added = asdict(campaigns.read(path)["zwolle"], filter=lambda its, _: its.name != "contact")
    assert added == {
        "code": "zwolle",
        "organisation": "Zwolle",
        "short": "Z",
        "languages": ("en", "nl"),
        "default_language": "nl",
        "starts": date(2026, 12, 1),
        "ends": date(2026, 12, 31),
        "colour": "#aabbcc",
        "logo": "img/logo.png",
        "children": True,
        "print_run": 250,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["utrecht", "--organisation", "Utrecht"], "campaign.code: 'utrecht' is taken"),
        (["Zwolle", "--organisation", "Zwolle"], "campaign.code: should be 2 to 16 of"),
        (["zwolle", "--organisation", "Zwolle", "--print-run", "20"], "campaign.print_run: should be at least 100"),
        (["zwolle", "--organisation", "Zwolle", "--language", "fr"], "campaign.languages: the guide does not speak"),
    ],
)
def test_what_cannot_be_added_changes_nothing(arguments: list[str], said: str, file: Path) -> None:
    result = run_here("campaign", "add", *arguments, CAMPAIGNS=str(file))
    assert result.exit_code == UNUSABLE
    assert said in one_line(result.stderr)
    assert file.read_text("utf-8") == REMARKED
    assert [path.name for path in file.parent.iterdir()] == ["ours.toml"]


@pytest.mark.parametrize(
    "command", [["list"], ["add", "zwolle", "--organisation", "Zwolle"], ["kit", "x", "--out", "x"]]
)
def test_without_a_file_the_setting_is_named(command: list[str]) -> None:
    result = run_here("campaign", *command)
    assert result.exit_code == UNUSABLE
    assert one_line(result.stderr).startswith(f"{PREFIX}CAMPAIGNS: ")


# Listing.


def test_the_list_has_a_row_for_each_campaign_with_its_link(file: Path) -> None:
    for arguments in (["zwolle", "--ends", "2020-01-31"], ["klas", "--children"]):
        run_here("campaign", "add", *arguments, "--organisation", "[red]Stad", CAMPAIGNS=str(file))
    result = run_here("campaign", "list", "--bot", "gids_bot", CAMPAIGNS=str(file))
    assert result.exit_code == 0
    rows = {row.split()[0]: row for row in result.stdout.splitlines()}
    assert "Gemeente Utrecht" in rows["utrecht"]
    assert "always" in rows["utrecht"]
    assert "[red]Stad" in rows["zwolle"]
    assert "to 2020-01-31 (not now)" in rows["zwolle"]
    assert "kindertelefoon.nl" in rows["klas"]
    assert "t.me/gids_bot?start=zwolle" in rows["zwolle"]


def test_the_list_says_how_to_see_the_links(file: Path) -> None:
    assert "say --bot NAME" in run_here("campaign", "list", CAMPAIGNS=str(file)).stdout


# The kit.


def test_a_kit_is_made_in_one_command_and_says_what_it_made(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "kit"
    result = run_here("campaign", "kit", "utrecht", "--out", str(out), "--bot", "gids_bot", CAMPAIGNS=str(file))
    assert (result.exit_code, result.stderr) == (0, "")
    made = [path for path in out.rglob("*") if path.is_file() and path.name != kit.MADE]
    assert f"{len(made)} files in {out}" in result.stdout
    assert str(out / "index.html") in result.stdout
    assert {"poster-words-a4-nl.pdf", "stickers-en.pdf", "story-nl.png", "share-en.txt"} <= {path.name for path in made}
    assert "https://t.me/gids_bot?start=utrecht" in result.stdout
    assert "at least 100" in result.stdout


def test_a_kit_leads_to_the_web_pages_when_they_are_set(file: Path, tmp_path: Path) -> None:
    settings = {"CAMPAIGNS": str(file), "WEB_URL": "https://gids.example/"}
    result = run_here("campaign", "kit", "utrecht", "--out", str(tmp_path / "kit"), **settings)
    assert "https://gids.example/utrecht/" in result.stdout


def test_a_kit_for_a_code_that_is_over_says_so(file: Path, tmp_path: Path) -> None:
    run_here("campaign", "add", "zwolle", "--organisation", "Zwolle", "--ends", "2020-01-31", CAMPAIGNS=str(file))
    result = run_here(
        "campaign", "kit", "zwolle", "--out", str(tmp_path / "kit"), "--bot", "gids_bot", CAMPAIGNS=str(file)
    )
    assert "is not valid today; its period is to 2020-01-31" in result.stdout


def test_a_kit_of_nobody_names_those_that_there_are(file: Path, tmp_path: Path) -> None:
    result = run_here("campaign", "kit", "zwolle", "--out", str(tmp_path / "kit"), CAMPAIGNS=str(file))
    assert result.exit_code == UNUSABLE
    assert one_line(result.stderr) == "ours.toml has no campaign 'zwolle'; it has utrecht"


def test_without_typst_one_line_says_what_to_install(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as it is where the extra was not installed
    result = run_here(
        "campaign", "kit", "utrecht", "--out", str(tmp_path / "kit"), "--bot", "gids_bot", CAMPAIGNS=str(file)
    )
    assert result.exit_code == UNUSABLE
    assert "install the guide with [kit]" in one_line(result.stderr)
    assert not (tmp_path / "kit").exists()


def test_a_kit_is_made_only_where_nothing_of_others_is(file: Path, tmp_path: Path) -> None:
    """Made again, it leaves no print of a language that the campaign no longer has."""
    command = ["campaign", "kit", "utrecht", "--bot", "gids_bot", "--out"]
    refused = run_here(*command, str(file.parent), CAMPAIGNS=str(file))
    assert refused.exit_code == UNUSABLE
    assert "holds other files; name an empty or a new folder" in one_line(refused.stderr)
    out = tmp_path / "kit"
    made = run_here(*command, str(out), CAMPAIGNS=str(file))
    assert made.exit_code == 0, made.stderr
    (out / "own.txt").write_text("of the municipality", "utf-8")
    (out / "preview" / "card-fy.png").touch()
    with (out / "made.txt").open("a", encoding="utf-8") as listed:
        listed.write("preview/card-fy.png\n../ours.toml\n")
    assert run_here(*command, str(out), CAMPAIGNS=str(file)).stdout == made.stdout
    assert (out / "own.txt").exists()
    assert file.exists()
    assert not (out / "preview" / "card-fy.png").exists()
    assert "card-fy" not in (out / "made.txt").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_named(file: Path) -> None:
    result = run_here(
        "campaign", "kit", "utrecht", "--out", str(file / "kit"), "--bot", "gids_bot", CAMPAIGNS=str(file)
    )
    assert result.exit_code == UNUSABLE
    assert "cannot write in" in one_line(result.stderr)


# Checking.


def test_the_check_says_every_fault_of_a_campaigns_file(file: Path) -> None:
    file.write_text(REMARKED.replace('"utrecht"', '"U"').replace("about", "abuot"), "utf-8")
    result = run_here("check", CAMPAIGNS=str(file), OPERATOR="Somebody")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "ours.toml, line 4",
        "ours.toml, line 7",
        "ours.toml, line 9",
    ]
    assert "all good" not in result.stdout


@pytest.fixture(scope="module")
def ends() -> dict[str, date]:
    """Campaigns, and the last day of each."""
    since = {"lastyear": -400, "yesterday": -1, "today": 0, "nextmonth": 30}
    return {code: today() + timedelta(days=days) for code, days in since.items()}


@pytest.fixture(scope="module")
def checked(ends: dict[str, date], tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What the check says of a file with two logos that are none, campaigns of any age, and too little local help."""
    folder = tmp_path_factory.mktemp("checked")
    logos = {"amersfoort": "gone.svg", "baarn": "logo.svg"}
    blocks = [f"[[campaign]]\ncode = '{code}'\norganisation = 'Town'\nlogo = '{logo}'" for code, logo in logos.items()]
    blocks += [f"[[campaign]]\ncode = '{code}'\norganisation = 'Town'\nends = {day}" for code, day in ends.items()]
    about = 'about = { nl = "Bel ook 030-2861234", en = "Questions" }'
    zeist = f"[[campaign]]\ncode = 'zeist'\norganisation = 'Zeist'\n[[campaign.contact]]\nname = 'Team'\n{about}"
    blocks += [REMARKED, zeist]
    (folder / "ours.toml").write_text("\n\n".join(blocks), "utf-8")
    (folder / "logo.svg").write_text("<html></html>", "utf-8")
    return run_here("check", CAMPAIGNS=str(folder / "ours.toml"), OPERATOR="Somebody")


def test_g32_the_check_says_what_is_wrong_with_a_logo(checked: Result) -> None:
    """The campaign, the file and the fault; `check_logo`, below, finds them one by one."""
    assert checked.exit_code == 1
    missed, wrong = (line for line in checked.stderr.splitlines() if not line.startswith("local ("))
    assert missed.startswith("amersfoort: gone.svg: this logo cannot be read")
    assert wrong.startswith("baarn: logo.svg: this logo is no SVG that can be read")


def test_g32_the_check_names_a_campaign_that_has_ended(checked: Result, ends: dict[str, date]) -> None:
    """It is no fault: the example, in tests/bot/test_cli.py, has one too and is good."""
    said = [line for line in checked.stdout.splitlines() if " ended on " in line]
    assert said == [
        f"warning: {code} ended on {ends[code]}: its code now opens the guide without its local help"
        for code in ("lastyear", "yesterday")
    ]


def test_the_check_looks_at_the_local_help_of_every_campaign(checked: Result) -> None:
    """Somebody who reads English would miss the number of the second one."""
    assert {line.partition(": ")[0] for line in checked.stderr.splitlines() if line.startswith("local (")} == {
        "local (en, night, zeist)",
        "local (en, day, zeist)",
    }


# G32: what would fail later, or does nothing any more, is said now.

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def check_logo(folder: Path, logo: str, content: bytes) -> None:
    (folder / logo).write_bytes(content)
    kit.check(Campaign(code="utrecht", organisation="Utrecht", logo=logo), locales.read(), folder)


@pytest.mark.parametrize("typst", [True, False], ids=["with typst", "without typst"])
@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ('<image href="https://elsewhere.example/a.png" width="5" height="5"/>', "in <image>"),
        ('<image x:href="logo.png" width="5" height="5"/>', "in <image>"),
        ('<use href="//elsewhere.example/a.svg#b"/>', "in <use>"),
        ("<style>@import 'a.css';</style>", "in <style>"),
        ('<path d="M0 0h5v5z" fill="url(https://elsewhere.example/a.svg#b)"/>', "in <path>"),
    ],
)
def test_g32_the_check_misses_what_a_logo_would_load(
    inner: str, said: str, typst: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page or a poster that asks another server for something tells it who looks."""
    if not typst:
        monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(kit.CannotMake, match=f"^logo.svg: this logo loads something from elsewhere, {said}"):
        check_logo(tmp_path, "logo.svg", SVG.format(inner).encode())


@pytest.mark.parametrize(
    ("logo", "content", "said"),
    [
        ("logo.svg", b"", "logo.svg: this logo is no SVG that can be read"),
        ("logo.svg", b"<svg", "logo.svg: this logo is no SVG that can be read"),
        ("logo.svg", b"<html></html>", "logo.svg: this logo is no SVG that can be read"),
        ("logo.svg", b"\x89PNG\r\n\x1a\n", "logo.svg: this logo is no SVG that can be read"),
        ("logo.png", b"<svg></svg>", "logo.png: this logo is no PNG that can be read"),
        (
            "logo.png",
            b"\x89PNG\r\n\x1a\n and nothing more",
            "campaign kit: poster-words-a4-nl cannot be printed: failed to decode image",
        ),
    ],
)
def test_g32_the_check_tries_a_logo_as_the_kit_would(logo: str, content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(kit.CannotMake, match=f"^{said}"):
        check_logo(tmp_path, logo, content)


@pytest.mark.parametrize(
    ("field", "organisation", "name"),
    [("contact.name", "Utrecht", "Team " * 24), ("organisation", "Gemeente Utrecht " * 7, "Team " * 12)],
)
def test_the_check_prints_the_words_and_contacts_of_the_campaign(
    field: str, organisation: str, name: str, tmp_path: Path
) -> None:
    """What does not fit is said with the sheet, its language and the field, before anybody makes the kit."""
    contact = Contact(name={"en": name}, about={"en": "Help"}, phone="+31 (0)515 48 90 00")
    campaign = Campaign(code="utrecht", organisation=organisation, languages=("en",), contact=(contact,))
    said = rf"-en cannot be printed: it does not fit on one sheet; make `{field}` shorter$"
    with pytest.raises(kit.CannotMake, match=said):
        kit.check(campaign, locales.read(), tmp_path)


@pytest.mark.parametrize(
    "inner",
    [
        '<a href="https://elsewhere.example"><path d="M0 0h5v5z"/></a>',
        '<linearGradient id="g"><stop/></linearGradient><path d="M0 0h5v5z" fill="url(#g)"/><use href="#g"/>',
        "<!-- https://elsewhere.example --><path d='M0 0h5v5z' style='fill: url(\"#g\")'/>",
    ],
)
def test_a_logo_that_loads_nothing_is_good(inner: str, tmp_path: Path) -> None:
    check_logo(tmp_path, "logo.svg", SVG.format(inner).encode("utf-8-sig"))
