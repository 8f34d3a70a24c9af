"""Who reviewed which screen: a signature is for the exact text, and for nothing else."""

from datetime import date
from pathlib import Path

import pytest

from flows.answers import ANSWERS
from flows.guide import Guide
from flows.map import REGIONS
from flows.offer_proofs import FOR_REVIEW
from flows.screen import Numbers, Screen, to
from locales import SOURCE, Locale, Locales
from release import signoff
from release.signoff import SHOWN, Signature, WrongSignature, all_reviews, fingerprint, signatures

DAY = date(2026, 12, 1)
LATER = date(2027, 1, 5)


def screen(words: str = "Bel {veilig_thuis}.", line: str = "veilig_thuis") -> Screen:
    return Screen("welcome", "Begin", words, Numbers(line), ways=[to("talk")], source="§1.1")


def small(first: Screen) -> dict[str, list[Screen]]:
    talk = Screen("talk", "Praten", "Bel De Kindertelefoon.", ways=[to("welcome")], source="privacy.md")
    return {"start": [first, talk]}


@pytest.fixture
def speaks() -> Locales:
    return Locales({SOURCE: Locale(SOURCE, {}), "en": Locale("en", {"Begin": "Start"})})


def signed(words: str, who: signoff.Who = "Veilig Thuis", language: str = SOURCE, on: date = DAY) -> Signature:
    return Signature(who=who, language=language, on=on, on_behalf_of="a region", screens={"welcome": words})


def states(
    regions: dict[str, list[Screen]], speaks: Locales, *signatures: Signature
) -> dict[tuple[str, str, str], str]:
    return {(each.screen, each.who, each.language): each.state for each in all_reviews(regions, speaks, signatures)}


def test_the_page_is_made_from_the_map_and_the_signatures(the_locales: Locales) -> None:
    assert signoff.PAGE.read_text("utf-8") == signoff.page(SHOWN, the_locales, signatures()), "run `make review`"


def test_every_screen_is_on_it_and_is_reviewed_in_every_language(the_guide: Guide, the_locales: Locales) -> None:
    reviews = all_reviews(SHOWN, the_locales, [])
    advised = [(each.screen, each.language) for each in reviews if each.who == "language adviser"]
    everything = [*the_guide.screens, *ANSWERS, FOR_REVIEW]
    assert sorted(advised) == sorted((name, language) for name in everything for language in the_locales)
    page = signoff.PAGE.read_text("utf-8")
    assert [name for name in everything if f"| `{name}` " not in page] == []


def test_de_kindertelefoon_reviews_all_that_children_read(the_locales: Locales) -> None:
    theirs = {each.screen for each in all_reviews(SHOWN, the_locales, []) if each.who == "De Kindertelefoon"}
    assert {each.name for each in REGIONS["child"]} <= theirs
    assert {"person_now", "heard_child"} <= theirs


def test_veilig_thuis_reviews_screens_with_facts(speaks: Locales) -> None:
    found = states(small(screen()), speaks)
    assert found["welcome", "Veilig Thuis", SOURCE] == "open"
    assert ("talk", "Veilig Thuis", SOURCE) not in found
    assert found["talk", "De Kindertelefoon", SOURCE] == "open"


def test_a_signature_for_the_current_text_closes_a_screen(speaks: Locales) -> None:
    signature = signed(fingerprint(screen(), speaks[SOURCE]))
    found = states(small(screen()), speaks, signature)
    assert found["welcome", "Veilig Thuis", SOURCE] == "2026-12-01"
    assert found["welcome", "language adviser", SOURCE] == "open"


def test_the_last_signature_counts(speaks: Locales) -> None:
    now = fingerprint(screen(), speaks[SOURCE])
    found = states(small(screen()), speaks, signed("00000000"), signed(now, on=LATER))
    assert found["welcome", "Veilig Thuis", SOURCE] == "2027-01-05"


@pytest.mark.parametrize(
    "changed",
    [screen("Bel gerust {veilig_thuis}."), screen("Bel {kindertelefoon}."), screen(line="kindertelefoon")],
    ids=["a word", "a number in a sentence", "a helpline below it"],
)
def test_a_change_of_a_screen_opens_it_again(changed: Screen, speaks: Locales) -> None:
    signature = signed(fingerprint(screen(), speaks[SOURCE]))
    found = states(small(changed), speaks, signature)
    assert found["welcome", "Veilig Thuis", SOURCE] == "open again, the text changed since 2026-12-01"


def test_a_change_of_the_english_opens_the_english_only(speaks: Locales) -> None:
    adviser: signoff.Who = "language adviser"
    both = [signed(fingerprint(screen(), speaks[code]), adviser, code) for code in speaks]
    speaks["en"] = Locale("en", {"Begin": "Beginning"})
    found = states(small(screen()), speaks, *both)
    assert found["welcome", adviser, SOURCE] == "2026-12-01"
    assert found["welcome", adviser, "en"].startswith("open again")


def test_making_the_page_again_keeps_signatures(speaks: Locales, tmp_path: Path) -> None:
    file = tmp_path / "signed.toml"
    words = fingerprint(screen(), speaks[SOURCE])
    block = '[[signed]]\nwho = "Veilig Thuis"\nlanguage = "nl"\non = 2026-12-01\non_behalf_of = "a region"\n'
    file.write_text(f'{block}screens = {{ welcome = "{words}" }}\n', "utf-8")
    assert "| `welcome` Begin | §1.1 | " + words + " | 2026-12-01 |" in signoff.page(
        small(screen()), speaks, signatures(file)
    )


@pytest.mark.parametrize(
    ("who", "language", "name"),
    [
        ("Veilig Thuis", SOURCE, "welcom"),
        ("Veilig Thuis", SOURCE, "talk"),
        ("Veilig Thuis", "en", "welcome"),
        ("language adviser", "fy", "welcome"),
    ],
    ids=["a screen that is gone", "no facts there", "reviews no English", "no such language"],
)
def test_a_signature_for_nothing_is_refused(who: signoff.Who, language: str, name: str, speaks: Locales) -> None:
    wrong = Signature(who=who, language=language, on=DAY, on_behalf_of="a region", screens={name: "00000000"})
    with pytest.raises(WrongSignature, match=f"{who} does not review {name} in {language}"):
        all_reviews(small(screen()), speaks, [wrong])


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[[signed]", "is not valid TOML"),
        ("[[sigend]]\n", "unknown field `sigend`"),
        ('[[signed]]\nwho = "Somebody"\n', "'Somebody' - at `$.signed[0].who`"),
        ('[[signed]]\nwho = "Veilig Thuis"\n', "missing required field `language` - at `$.signed[0]`"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(written: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "signed.toml"
    file.write_text(written, "utf-8")
    with pytest.raises(WrongSignature) as refused:
        signatures(file)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
