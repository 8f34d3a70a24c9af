"""A municipality writes one small file; a mistake in it is said in one line that names the field."""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from attrs import fields_dict
from hypothesis import given
from hypothesis import strategies as st

import campaigns
from campaigns import BrokenCampaigns, Campaign, Contact, read
from campaigns.lines import lines

BROKEN = Path(__file__).parents[1] / "broken_campaigns"

GOOD = """
[[campaign]]
code = "utrecht"
organisation = "Gemeente Utrecht"

[[campaign.contact]]
name = { nl = "Wijkteam" }
about = { nl = "Vragen over opvoeden" }
phone = "14 030"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "campaigns.toml"


def refusal(file: Path, text: str) -> str:
    file.write_text(text, "utf-8")
    with pytest.raises(BrokenCampaigns) as refused:
        read(file)
    return str(refused.value)


def test_the_example_can_be_read_and_shows_local_help() -> None:
    known = read(campaigns.EXAMPLE)
    assert [bool(campaign.contact) for campaign in known.values()] == [True, False, False]
    assert all(code == campaign.code for code, campaign in known.items())


def test_the_example_shows_every_field() -> None:
    text = campaigns.EXAMPLE.read_text("utf-8")
    fields = fields_dict(Campaign).keys() | fields_dict(Contact).keys()
    assert [name for name in fields if f"{name} =" not in text and f".{name}]]" not in text] == []


def test_a_file_without_campaigns_is_no_mistake(file: Path) -> None:
    file.write_text("# nothing yet\n", "utf-8")
    assert read(file) == {}


def test_what_is_written_is_what_is_read(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    (contact,) = read(file)["utrecht"].contact
    assert (contact.name, contact.phone, contact.hours) == ({"nl": "Wijkteam"}, "14 030", {})


def test_a_line_without_languages_is_the_same_in_each(file: Path) -> None:
    file.write_text(GOOD + 'address = "Stadsplein 1"\n', "utf-8")
    (contact,) = read(file)["utrecht"].contact
    assert [contact.said_in(code).address.words for code in ("nl", "en")] == ["Stadsplein 1"] * 2


def test_a_line_that_a_language_lacks_is_said_in_the_first(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    (contact,) = read(file)["utrecht"].contact
    assert contact.said_in("en").name.words == "Wijkteam"


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.toml")), ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_all_that_is_wrong_by_line_and_field(path: Path) -> None:
    """What has to be said stands in the file itself, a remark each: what begins the line that is said."""
    expected = re.findall(r"^#: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    with pytest.raises(BrokenCampaigns) as refused:
        read(path)
    faults = refused.value.faults
    assert len(faults) == len(expected) > 0
    for fault, begin in zip(faults, expected, strict=True):
        assert fault.startswith(f"{path.name}, {begin}")
    assert all("\n" not in fault for fault in faults)
    assert str(refused.value).startswith(faults[0])
    assert "\n" not in str(refused.value)


def test_a_code_counts_from_its_first_to_its_last_day() -> None:
    campaign = Campaign(code="stad", organisation="Stad", starts=date(2026, 11, 1), ends=date(2026, 12, 31))
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [campaign.runs_on(day) for day in days] == [False, True, True, False]


@given(st.dates())
def test_a_code_without_a_period_always_counts(day: date) -> None:
    assert Campaign(code="stad", organisation="Stad").runs_on(day)


def test_a_campaign_speaks_every_language_of_the_guide_when_it_names_none() -> None:
    campaign = Campaign(code="stad", organisation="Stad")
    assert (campaign.languages, campaign.default_language) == (("nl", "en"), "nl")


def test_the_first_language_is_its_own_when_it_names_none() -> None:
    assert Campaign(code="stad", organisation="Stad", languages=("en", "nl")).default_language == "en"


def dialled(phone: str) -> str | None:
    """What is taken from a file in which this number stands."""
    known = campaigns.parse(GOOD.replace('"14 030"', json.dumps(phone)), "campaigns.toml")
    return known["utrecht"].contact[0].phone


@pytest.mark.parametrize(
    "phone", ["112", "14 030", "030-286 00 00", "(030) 286 00 00", "+31 30 286 0000", "0800-2000", "+1 (555) 010-0000"]
)
def test_a_phone_number_as_people_write_it_is_taken(phone: str) -> None:
    assert dialled(phone) == phone


@given(st.text(alphabet="0123456789+-() a/;&", max_size=20))
def test_a_phone_number_holds_nothing_but_a_number(phone: str) -> None:
    """Whatever is typed there: it is refused, or it can be dialled."""
    try:
        taken = dialled(phone)
    except BrokenCampaigns:
        return
    assert taken
    assert set(taken) <= set("0123456789+-() ")


@given(st.text(alphabet=st.sampled_from("[]=\"'#{}\n x1"), max_size=60))
def test_every_statement_is_found_on_its_line(filling: str) -> None:
    """Whatever stands in a text before it."""
    text = f"a = {json.dumps(filling)}\nb = '''\n{filling.replace(chr(39), '')}'''\n\n[[c]]\nd = 1 # {filling!r}\n"
    found, written = lines(text), text.splitlines()
    begins = {way: written[line - 1] for way, line in found.items()}
    assert begins["a",].startswith("a = ")
    assert begins["b",] == "b = '''"
    assert begins["c", 0] == "[[c]]"
    assert begins["c", 0, "d"].startswith("d = 1")


def test_a_table_is_found_in_the_one_that_it_belongs_to() -> None:
    text = "[[c]]\n[[c.d]]\ne = 1\n[[c.d]]\n[c.f]\ng.h = [1,\n2]\n[[c]]\n[[c.d]]\n[c.d.i]\ne = {}\n"
    assert lines(text) == {
        (): 1,
        ("c",): 1,
        ("c", 0): 1,
        ("c", 0, "d"): 2,
        ("c", 0, "d", 0): 2,
        ("c", 0, "d", 0, "e"): 3,
        ("c", 0, "d", 1): 4,
        ("c", 0, "f"): 5,
        ("c", 0, "f", "g"): 6,
        ("c", 0, "f", "g", "h"): 6,
        ("c", 0, "f", "g", "h", 0): 6,
        ("c", 0, "f", "g", "h", 1): 6,
        ("c", 1): 8,
        ("c", 1, "d"): 9,
        ("c", 1, "d", 0): 9,
        ("c", 1, "d", 0, "i"): 10,
        ("c", 1, "d", 0, "i", "e"): 11,
    }


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called, which no other program on the machine can change."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def test_a_file_of_many_campaigns_takes_no_longer_than_its_length() -> None:
    """Every municipality in one file, one field misspelt: nobody is answered before it is said where."""
    few, many = (calls_of(partial(lines, GOOD * n)) for n in (5, 50))
    assert many < 12 * few


def test_a_file_that_is_no_toml_says_on_which_line(file: Path) -> None:
    refused = refusal(file, GOOD + "code: utrecht\n")
    assert refused.startswith("campaigns.toml: ")
    assert "line" in refused
    assert "\n" not in refused


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenCampaigns, match=r"^nowhere\.toml: cannot be read"):
        read(tmp_path / "nowhere.toml")


def test_a_file_saved_by_a_windows_editor_is_read_and_added_to(file: Path) -> None:
    """It begins with an invisible mark, and its lines end otherwise. Both stay, or every line would seem changed."""
    before = GOOD.replace("\n", "\r\n").encode("utf-8-sig")
    file.write_bytes(before)
    assert list(read(file)) == ["utrecht"]
    campaigns.add(file, {"code": "zeist", "organisation": "Gemeente Zeist"})
    assert list(read(file)) == ["utrecht", "zeist"]
    after = file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r\n") == after.count(b"\n")


@pytest.mark.parametrize("before", [GOOD, None], ids=["there", "not-yet"])
def test_adding_through_a_link_leaves_the_link_and_writes_the_file_it_leads_to(
    before: str | None, file: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    file.symlink_to(Path("kept") / "ours.toml")
    if before:
        file.write_text(before, "utf-8")
    campaigns.add(file, {"code": "zeist", "organisation": "Gemeente Zeist"})
    assert file.is_symlink()
    assert [path.name for path in kept.iterdir()] == ["ours.toml"]
    assert list(read(kept / "ours.toml"))[-1] == "zeist"


def test_a_file_that_is_not_utf_8_is_refused(file: Path) -> None:
    file.write_bytes(GOOD.replace("Wijkteam", "Wijkteam Één").encode("latin-1"))
    with pytest.raises(BrokenCampaigns):
        read(file)
