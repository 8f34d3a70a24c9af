"""What a button carries fits Telegram's 64 bytes, comes back as it went, and cannot be made to say anything else."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.api.events import WIPE
from bot.chat.tap import DANGER_AGAIN, DANGER_HEARD, MAX_BYTES, Tap
from flows import offer_proofs
from flows.answers import ANSWERS, DANGER
from flows.guide import Guide
from flows.offer_names import language_name
from flows.visit import Fact
from locales import Locales, other_languages
from tests.conftest import LONGEST_CODE

EVERY_FACT = [Fact.NOTHING, Fact.UNSAFE, Fact.CHECKED, Fact.UNSAFE | Fact.CHECKED]
FURNITURE = (*ANSWERS, DANGER_AGAIN, DANGER_HEARD, WIPE)
NAME = re.compile(r"[a-z0-9_]{1,24}")

forged = st.tuples(
    st.sampled_from(["1", "2", ""]),
    st.sampled_from(["nl", "pt-BR", "n"]),
    st.sampled_from(["", "utrecht", "Utrecht"]),
    st.text("abz_0|", max_size=30),
    st.sampled_from(["", "u", "c", "uc", "cu", "r", "ur", "ru", "ucr", "rr"]),
    st.text("abz_0|", max_size=30),
).map("|".join)


def test_every_button_there_is_fits_and_comes_back_as_it_went(the_guide: Guide, the_locales: Locales) -> None:
    assert len(LONGEST_CODE) == 16
    for visit, code, campaign, aloud in product(the_guide.reachable, the_locales, ("", LONGEST_CODE), (False, True)):
        here = Tap.at(visit, code, campaign, aloud=aloud)
        choices = [choice.trigger for choice in the_guide.choices(visit)]
        for trigger in ("", *FURNITURE, *choices):
            packed = here.to(trigger).pack()
            assert len(packed.encode()) <= MAX_BYTES
            assert Tap.unpack(packed) == here.to(trigger)


def test_every_answer_to_typed_words_fits_at_every_place(the_guide: Guide) -> None:
    """A place goes along with it, and so does a grave route that was heard before."""
    place = max(the_guide.screens, key=len)
    here = Tap("nl", LONGEST_CODE, place, Fact.UNSAFE | Fact.CHECKED, aloud=True)
    for name in {*offer_proofs.samples(the_guide), *map(language_name, other_languages.read())}:
        assert Tap.unpack(here.to(name).pack()) == here.to(name)
        assert NAME.fullmatch(name)


def test_every_name_on_the_map_can_stand_on_a_button(the_guide: Guide) -> None:
    names = [*the_guide.screens, *the_guide.triggers, *FURNITURE]
    assert [name for name in names if not NAME.fullmatch(name)] == []


def test_the_furniture_has_names_of_its_own(the_guide: Guide) -> None:
    """A choice called "danger" or "wipe" would never be followed."""
    assert set(FURNITURE).isdisjoint({*the_guide.triggers, *the_guide.screens})
    assert len(set(FURNITURE)) == len(FURNITURE)


@given(packed=st.text(max_size=80) | forged)
def test_whatever_comes_back_is_read_as_it_stands_or_not_at_all(packed: str) -> None:
    tap = Tap.unpack(packed)
    if tap is not None and len(packed.encode()) <= MAX_BYTES:
        assert tap.pack() == packed


@given(
    tap=st.builds(
        Tap,
        locale=st.sampled_from(["nl", "en", "pt-BR"]),
        campaign=st.from_regex(r"\A[a-z0-9-]{0,16}\Z"),
        screen=st.from_regex(r"\A[a-z0-9_]{1,15}\Z"),
        facts=st.sampled_from(EVERY_FACT),
        trigger=st.from_regex(r"\A[a-z0-9_]{0,14}\Z"),
        aloud=st.booleans(),
    )
)
def test_what_is_packed_comes_back(tap: Tap) -> None:
    assert Tap.unpack(tap.pack()) == tap


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "welcome",
        "0|nl||welcome||",
        "2|nl||welcome||",
        "1|nl||welcome|",
        "1|nl||welcome|||",
        "1|nl||welcome|cu|",
        "1|nl||welcome|x|",
        "1|nl||welcome|ru|",
        "1|nl||welcome|rr|",
        "1|nl||||",
        "1|nl||Welcome||",
        "1|nl||welcome||talk\n",
        "1|nl|UTRECHT|welcome||",
        "1|nl|gemeente-amersfoort|welcome||",
        "1|nl||welcome||tälk",
        "1|n||welcome||",
        "1|nl||wel٣come||",
    ],
)
def test_what_this_edition_did_not_write_is_not_read(packed: str) -> None:
    assert Tap.unpack(packed) is None


def test_a_button_that_would_carry_too_much_is_never_made() -> None:
    with pytest.raises(ValueError, match="shorten its name"):
        Tap("nl", LONGEST_CODE, "a" * 24, Fact.UNSAFE, "b" * 24).pack()


def test_another_choice_or_language_stays_at_the_same_place() -> None:
    here = Tap("nl", "utrecht", "talk", Fact.UNSAFE, "back", aloud=True)
    assert here.to("more") == Tap("nl", "utrecht", "talk", Fact.UNSAFE, "more", aloud=True)
    assert here.to(locale="en") == Tap("en", "utrecht", "talk", Fact.UNSAFE, aloud=True)


def test_a_button_without_a_mark_opens_the_ordinary_mode() -> None:
    """As every button of before the reading mode."""
    assert Tap.unpack("1|nl|utrecht|talk|u|more") == Tap("nl", "utrecht", "talk", Fact.UNSAFE, "more")
    assert Tap.unpack("1|nl|utrecht|talk|ur|more") == Tap("nl", "utrecht", "talk", Fact.UNSAFE, "more", aloud=True)


def test_a_screen_of_the_longest_name_has_all_its_furniture_in_the_reading_mode() -> None:
    """So a name that the map allows needs no second look; what a choice of it may be called, `check` says."""
    longest = Tap("nl", LONGEST_CODE, "a" * 24, Fact.UNSAFE | Fact.CHECKED, aloud=True)
    for trigger in ("", DANGER, DANGER_AGAIN, DANGER_HEARD, WIPE):
        packed = longest.to(trigger).pack()
        assert Tap.unpack(packed) == longest.to(trigger)


def test_every_language_can_stand_on_a_button_and_be_a_command(the_locales: Locales) -> None:
    for code in the_locales:
        assert Tap.unpack(Tap(code, screen="welcome").pack()) == Tap(code, screen="welcome")
        assert re.fullmatch(r"[a-z0-9_]{1,32}", code), "Telegram takes no such command"
