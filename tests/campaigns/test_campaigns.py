"""A municipality writes one small file; a mistake in it is said in one line that names the field."""

from pathlib import Path

import pytest

import campaigns
from campaigns import BrokenCampaigns, read

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
    assert [bool(campaign.contact) for campaign in known.values()] == [True, False]
    assert all(code == campaign.code for code, campaign in known.items())


def test_the_example_shows_every_field() -> None:
    text = campaigns.EXAMPLE.read_text("utf-8")
    fields = campaigns.Campaign.model_fields.keys() | campaigns.Contact.model_fields.keys()
    assert [name for name in fields if f"{name} =" not in text and f".{name}]]" not in text] == []


def test_a_file_without_campaigns_is_no_mistake(file: Path) -> None:
    file.write_text("# nothing yet\n", "utf-8")
    assert read(file) == {}


def test_what_is_written_is_what_is_read(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    (contact,) = read(file)["utrecht"].contact
    assert (contact.name, contact.phone, contact.address) == ({"nl": "Wijkteam"}, "14 030", None)


@pytest.mark.parametrize(
    ("good", "bad", "named"),
    [
        ('"utrecht"', '"Utrecht"', "campaign.0.code: "),
        ('"utrecht"', '"u"', "campaign.0.code: "),
        ('"utrecht"', '"gemeente-amersfoort"', "campaign.0.code: "),
        ('"utrecht"', '"utrecht|x"', "campaign.0.code: "),
        ('"utrecht"', "14", "campaign.0.code: "),
        ('code = "utrecht"', "", "campaign.0.code: "),
        ('"Gemeente Utrecht"', '"  "', "campaign.0.organisation: "),
        ("organisation", "organization", "campaign.0.organisation: "),
        ('{ nl = "Wijkteam" }', '"Wijkteam"', "campaign.0.contact.0.name: "),
        ('{ nl = "Wijkteam" }', '{ nl = "" }', "campaign.0.contact.0.name.nl: "),
        ('"14 030"', "14030", "campaign.0.contact.0.phone: "),
        ('"14 030"', f'"{"1" * 201}"', "campaign.0.contact.0.phone: "),
        ("phone", "telephone", "campaign.0.contact.0.telephone: "),
        ("about = ", "# ", "campaign.0.contact.0.about: "),
    ],
)
def test_a_mistake_names_the_file_and_the_field(good: str, bad: str, named: str, file: Path) -> None:
    assert good in GOOD
    refused = refusal(file, GOOD.replace(good, bad))
    assert refused.startswith(f"campaigns.toml: {named}")
    assert "\n" not in refused


def test_seven_contacts_are_one_too_many(file: Path) -> None:
    contact = GOOD[GOOD.index("[[campaign.contact]]") :]
    assert refusal(file, GOOD + contact * 6).startswith("campaigns.toml: campaign.0.contact: ")


def test_two_campaigns_of_one_code_are_refused(file: Path) -> None:
    assert refusal(file, GOOD * 2) == "campaigns.toml: two campaigns share one code; give each its own"


def test_a_file_that_is_no_toml_says_on_which_line(file: Path) -> None:
    refused = refusal(file, GOOD + "code: utrecht\n")
    assert refused.startswith("campaigns.toml: ")
    assert "line" in refused
    assert "\n" not in refused


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenCampaigns, match=r"^nowhere\.toml: cannot be read"):
        read(tmp_path / "nowhere.toml")


def test_a_file_that_is_not_utf_8_is_refused(file: Path) -> None:
    file.write_bytes(GOOD.replace("Wijkteam", "Wijkteam Één").encode("latin-1"))
    with pytest.raises(BrokenCampaigns):
        read(file)
