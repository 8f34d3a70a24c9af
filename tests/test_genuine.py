"""The signed list of bots and pages: `doctor` checks it, and the pages show it with what others need to check it."""

import re
import subprocess
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import campaigns
import locales
from bot.cli import main
from bot.doctor import examine
from bot.doctor.findings import Finding, Installation, State
from bot.ops import official
from bot.ops.official import SIGNER, SIGNERS, WrongList
from bot.ops.settings import PREFIX, Settings
from bot.ops.signatures import NAMESPACE
from bot.ops.values import Secret
from flows.words.web import CHILD_DOOR
from tests.support import TOKEN
from tests.support.debian import SSH
from tests.support.processes import simulated

pytestmark = pytest.mark.slow

PAGES = "https://gids.voorbeeldstad.example"
LIST = f'organisation = "Gemeente Voorbeeldstad"\nvalid_until = 2099-06-30\nbots = ["{{bot}}"]\npages = ["{PAGES}"]\n'


def write(path: Path, text: str) -> None:
    """Write the list and sign it with the key in its folder."""
    path.write_text(text, "utf-8")
    path.with_name(f"{path.name}.sig").unlink(missing_ok=True)
    signing = [SSH.required(), "-q", "-Y", "sign", "-f", str(path.with_name("key")), "-n", NAMESPACE, str(path)]
    subprocess.run(signing, check=True)  # noqa: S603


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A list that is signed; it names the simulated bot."""
    subprocess.run([SSH.required(), "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)  # noqa: S603
    public = (tmp_path / "key.pub").read_text("utf-8")
    (tmp_path / SIGNERS).write_text(f'{SIGNER} namespaces="{NAMESPACE}" {public}', "utf-8")
    write(tmp_path / "official.toml", LIST.format(bot="a_bot"))
    return tmp_path / "official.toml"


@pytest.fixture
async def root() -> AsyncIterator[str]:
    async with simulated() as (telegram, root):
        telegram.joins_groups = False
        yield root


async def found(root: str, path: Path | None, web_url: str = PAGES) -> Finding:
    settings = Settings(token=Secret(TOKEN), api_url=root, official=path, web_url=web_url, state_dir=Path("/nowhere"))
    return (await examine(Installation(settings, locales.read(), lambda: datetime.now(UTC))))["genuine"]


async def test_a_bot_on_a_signed_list_is_genuine(root: str, path: Path) -> None:
    said = await found(root, path)
    assert (said.state, said.said) == (State.GOOD, "official.toml is signed, and valid until 2099-06-30")


async def test_without_a_list_it_says_what_one_is_good_for(root: str) -> None:
    assert await found(root, None) == Finding(
        State.GOOD, "no signed list is set; docs/genuine.md says what one is good for"
    )


def name_another_bot(path: Path) -> None:
    write(path, LIST.format(bot="another_bot"))


def let_it_end(path: Path) -> None:
    write(path, LIST.format(bot="a_bot").replace("2099", "2020"))


def change_it(path: Path) -> None:
    path.write_text(LIST.format(bot="imitation_bot"), "utf-8")


def leave_the_pages_out(path: Path) -> None:
    write(path, "\n".join(LIST.format(bot="a_bot").splitlines()[:-1]))


def lose_the_keys(path: Path) -> None:
    path.with_name(SIGNERS).unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (name_another_bot, "official.toml does not name @a_bot"),
        (let_it_end, "official.toml is valid until 2020-06-30"),
        (change_it, "official.toml was changed, or signed with a key that is not in official.signers"),
        (leave_the_pages_out, "missing required field `pages`"),
        (lose_the_keys, "official.signers: is not there"),
    ],
    ids=lambda each: each.__name__ if callable(each) else "",
)
async def test_a_list_that_nobody_can_check_by_is_named(
    spoil: Callable[[Path], None], said: str, root: str, path: Path
) -> None:
    spoil(path)
    finding = await found(root, path)
    assert finding.state is State.WRONG
    assert said in finding.said
    assert "docs/genuine.md" in finding.fix


async def test_pages_that_are_not_on_the_list_are_named(root: str, path: Path) -> None:
    assert (await found(root, path, "https://elsewhere.example")).said.endswith(
        "does not name https://elsewhere.example"
    )
    assert (await found(root, path, f"{PAGES}/")).state is State.GOOD


def built(out: Path, official: Path, *codes: str) -> Result:
    """The pages, also of these campaigns of the example."""
    asked = ["site", "build", "--out", str(out), *(f"--campaign={code}" for code in codes)]
    given = {f"{PREFIX}OFFICIAL": str(official), f"{PREFIX}CAMPAIGNS": str(campaigns.EXAMPLE)}
    return CliRunner().invoke(main, asked, env=given)


def test_the_pages_show_the_list_with_what_others_need_to_check_it(path: Path, tmp_path: Path) -> None:
    made = built(tmp_path / "site", path)
    assert made.exit_code == 0, made.output
    folder = tmp_path / "site" / "echt"
    html = (folder / "index.html").read_text("utf-8")
    for name in ("official.toml", "official.toml.sig", SIGNERS):
        assert (folder / name).read_bytes() == path.with_name(name).read_bytes()
        assert f'href="{name}"' in html
    assert "key" not in {file.name for file in folder.iterdir()}
    for shown in ("@a_bot", PAGES, "Is dit de echte gids?", "Is this the real guide?", "30 juni 2099"):
        assert shown in html


def test_visitors_find_it_from_every_page_of_every_edition(path: Path, tmp_path: Path) -> None:
    """But for paper, and the page where children arrive."""
    made = built(tmp_path / "site", path, "voorbeeldstad")
    assert made.exit_code == 0, made.output
    found = [page for page in (tmp_path / "site").rglob("*.html") if "echt" not in page.parts]
    assert len(found) > 1000
    for page in found:
        links = re.findall(r'<a class="alone" href="([^"]*)">', page.read_text("utf-8"))
        there = {(page.parent / link).resolve() for link in links}
        has_none = page.parent.name in {"print", CHILD_DOOR}
        assert there == (set() if has_none else {tmp_path / "site" / "echt" / "index.html"}), page


def test_without_a_list_there_is_no_such_page_and_nothing_leads_to_it(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["site", "build", "--out", str(tmp_path / "site")]).exit_code == 0
    assert not (tmp_path / "site" / "echt").exists()
    assert "echt/index.html" not in (tmp_path / "site" / "nl" / "index.html").read_text("utf-8")


def test_a_list_that_was_changed_is_not_published(path: Path, tmp_path: Path) -> None:
    change_it(path)
    made = built(tmp_path / "site", path)
    assert made.exit_code == 78
    assert len(made.stderr.splitlines()) == 1


def test_the_list_in_the_document_is_one(path: Path) -> None:
    document = (Path(__file__).parents[1] / "docs" / "genuine.md").read_text("utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    write(path, shown)
    assert official.read(path).bots == ("voorbeeldstad_gids_bot",)
    write(path, f"{shown}more = 1\n")
    with pytest.raises(WrongList, match="unknown field `more`"):
        official.read(path)
