"""Building: everything is written, what is gone is taken away, nothing else is touched, and a mistake is one line."""

import os
import select
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import campaigns
from bot.cli import UNUSABLE, main
from bot.ops.settings import PREFIX
from flows.guide import Guide
from locales import Locales
from web.edition import Edition
from web.site import BUILT, WrongChoice, WrongFolder, build, files, logo_of, tokens


@pytest.fixture
def small(the_guide: Guide, the_locales: Locales) -> Edition:
    """The guide in one language."""
    return Edition(the_guide, Locales(nl=the_locales["nl"]))


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def run(*arguments: str, **settings: str) -> Result:
    environment = {f"{PREFIX}{name}": value for name, value in settings.items()}
    return CliRunner().invoke(main, ["site", "build", *arguments], env=environment)


def test_everything_is_written_and_counted_and_building_again_changes_nothing(small: Edition, tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"
    count = build(site, [small])
    written = names(site)
    assert written == {name for name, _ in files(small)} | {BUILT}
    assert count == sum(name.endswith(".html") for name in written) > 300
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    build(site, [small])
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_what_is_gone_is_taken_away_and_a_file_of_others_is_not(small: Edition, tmp_path: Path) -> None:
    """An old page would go on saying what is no longer right."""
    campaign = evolve(campaigns.read(campaigns.EXAMPLE)["voorbeeldstad"], languages=("nl",))
    example = replace(small, campaign=campaign)
    build(tmp_path, [small, example], more=logo_of(example, b"<svg/>"))
    assert (tmp_path / "voorbeeldstad" / "logo.svg").read_bytes() == b"<svg/>"
    (tmp_path / "robots.txt").write_text("ours", "utf-8")
    build(tmp_path, [small])
    assert names(tmp_path) == {name for name, _ in files(small)} | {BUILT, "robots.txt"}
    assert not (tmp_path / "voorbeeldstad").exists()


def test_a_folder_with_other_files_is_refused_and_left_as_it_is(small: Edition, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("ours", "utf-8")
    with pytest.raises(WrongFolder, match="other files"):
        build(tmp_path, [small])
    assert names(tmp_path) == {"index.html"}
    assert (tmp_path / "index.html").read_text("utf-8") == "ours"


def test_a_note_of_what_was_built_reaches_no_file_elsewhere(small: Edition, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("ours", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / BUILT).write_text(f"../precious\n{tmp_path}/precious\n", "utf-8")
    build(tmp_path / "site", [small])
    assert (tmp_path / "precious").exists()


KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
import locales
from flows.map import guide
from web.edition import Edition
from web.site import build
build(Path(sys.argv[1]), [Edition(guide(), locales.read())], more=[("../pipe", "x" * 1_000_000), ("later.html", "")])
"""
"""Never ends: nobody reads from the pipe."""


@pytest.mark.parametrize("before", ["nothing", "another build"])
def test_a_build_that_was_killed_is_gone_on_with_by_the_next(before: str, small: Edition, tmp_path: Path) -> None:
    """And what it had not written yet is not ours."""
    site, pipe = tmp_path / "site", tmp_path / "pipe"
    if before != "nothing":
        build(site, [small])
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(site)]) as building:  # noqa: S603 - our own code
        begun, _, _ = select.select([reader], [], [], 120)
        building.kill()
    os.close(reader)
    assert begun, "it did not even come to the pipe"
    assert (site / "en" / "index.html").exists()
    (site / "later.html").write_text("ours", "utf-8")
    build(site, [small])
    assert names(site) == {name for name, _ in files(small)} | {BUILT, "later.html"}
    assert not (site / "en").exists()


def test_a_theme_follows_the_stylesheet(small: Edition, tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(":root { --utrecht-link-color: #003366; }", "utf-8")
    written = dict(files(small, tokens(tmp_path / "tokens.css")))
    assert written["style.css"].endswith("#003366; }")


def test_g24_a_theme_that_an_editor_began_with_a_byte_order_mark_keeps_its_first_rule(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(":root { --utrecht-link-color: #003366; }", "utf-8-sig")
    assert tokens(tmp_path / "tokens.css").startswith(":root")


@pytest.mark.parametrize("css", ["@import 'https://elsewhere.example/a.css';", "a { background: URL(//elsewhere) }"])
def test_a_theme_that_loads_something_is_refused(css: str, tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(css, "utf-8")
    with pytest.raises(WrongChoice, match="leave that out"):
        tokens(tmp_path / "tokens.css")


# The command.


def test_the_command_builds_the_editions_and_the_review_book(tmp_path: Path) -> None:
    built = run(
        *("--out", str(tmp_path / "site"), "--campaign", "voorbeeldstad", "--review", "--bot", "@een_gids_bot"),
        CAMPAIGNS=str(campaigns.EXAMPLE),
        OPERATOR="Gemeente Voorbeeldstad",
    )
    assert built.exit_code == 0, built.output
    assert f"{len(list((tmp_path / 'site').rglob('*.html')))} pages" in built.output
    for name in ("index.html", "nl/index.html", "voorbeeldstad/en/bystander/local/index.html", "review/child.html"):
        assert (tmp_path / "site" / name).exists()
    assert "een_gids_bot" in (tmp_path / "site" / "index.html").read_text("utf-8")
    logo = (tmp_path / "site" / "voorbeeldstad" / "logo.svg").read_bytes()
    assert logo == campaigns.EXAMPLE.with_name("example-logo.svg").read_bytes()
    assert "Gemeente Voorbeeldstad" in (tmp_path / "site/nl/start/about/index.html").read_text("utf-8")


def test_a_contact_and_a_statement_have_their_places(tmp_path: Path) -> None:
    statement = "https://www.stad.example/verklaring"
    built = run("--out", str(tmp_path), SECURITY_CONTACT="veilig@stad.example", ACCESSIBILITY_URL=statement)
    assert built.exit_code == 0, built.output
    told = dict(line.split(": ") for line in (tmp_path / ".well-known/security.txt").read_text("utf-8").splitlines())
    assert told["Contact"] == "mailto:veilig@stad.example"
    assert timedelta(days=360) < datetime.fromisoformat(told["Expires"]) - datetime.now(UTC) < timedelta(days=366)
    assert statement in (tmp_path / "en/toegankelijkheid/index.html").read_text("utf-8")
    run("--out", str(tmp_path))
    assert not (tmp_path / ".well-known").exists()


def test_a_campaign_that_is_over_is_built_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "campaigns.toml").write_text(
        '[[campaign]]\ncode = "stad"\norganisation = "Stad"\nends = 2020-01-31\n', "utf-8"
    )
    built = run("--out", str(tmp_path / "site"), "--campaign", "stad", CAMPAIGNS=str(tmp_path / "campaigns.toml"))
    assert built.exit_code == 0, built.output
    assert "warning: stad is not valid today; its period is to 2020-01-31" in built.output


def test_a_logo_that_is_not_there_stops_the_build_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "campaigns.toml").write_text(
        '[[campaign]]\ncode = "stad"\norganisation = "Stad"\nlogo = "ours.png"\n', "utf-8"
    )
    refused = run("--out", str(tmp_path / "site"), "--campaign", "stad", CAMPAIGNS=str(tmp_path / "campaigns.toml"))
    assert refused.exit_code == UNUSABLE
    assert "ours.png: this logo cannot be read" in refused.output
    assert refused.output.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--campaign", "nergens"], "--campaign nergens: there is no such campaign; set WATKANIKDOEN_CAMPAIGNS first"),
        (["--bot", "t.me/bot?x"], "--bot: 't.me/bot?x' is not the name of a bot"),
        (["--bot", "gids_bot_"], "--bot: 'gids_bot_' is not the name of a bot"),
        (["--theme", "nowhere.css"], "--theme nowhere.css: cannot be read"),
    ],
)
def test_what_cannot_be_built_is_said_in_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    refused = run("--out", str(tmp_path / "site"), *arguments)
    assert refused.exit_code == UNUSABLE
    assert said in refused.output
    assert refused.output.count("\n") == 1
    assert not (tmp_path / "site").exists()


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    refused = run("--out", str(tmp_path / "file" / "site"))
    assert refused.exit_code == UNUSABLE
    assert refused.output.count("\n") == 1
