"""Who gives a name, an address or a number is told that it is not needed; who gives an age or a time is not."""

import pytest

from bot.chat.identifying import Identifying
from flows.helplines import HELPLINES
from locales import Locales


@pytest.fixture(scope="module")
def identifying(the_locales: Locales) -> Identifying:
    return Identifying(the_locales)


@pytest.mark.parametrize(
    "text",
    [
        "ik heet Sanne en mijn vader slaat mij",
        "Hallo, mijn naam is Sanne",
        "hij heet Piet de Vries",
        "mijn dochter heet Noor, ze is 4",
        "my name is Anna",
        "I’m called Anna",
        "her name is Noor",
        "bel mij op 06-12345678",
        "bel mij op 0612345678!",
        "06 12 34 56 78",
        "06 1234 5678",
        "+31 6 12345678",
        "0031612345678",
        "030-1234567",
        "hij woont op 1234AB 12",
        "1234 AB 12",
        "1234ab, nr 12",
        "Kerkstraat 12, 1234 AB Utrecht",
        "kerkstraat 12a 1234ab",
    ],
)
def test_what_tells_who_somebody_is_is_noticed(text: str, identifying: Identifying) -> None:
    assert identifying.tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "hij is 4 jaar en ze is 12",
        "op 06-12-2023 12:00 uur hoorde ik het",
        "06-12-2023 om 13.30",
        "tussen 2000 en 3000 keer",
        "in 2024 om 12 uur",
        "IN 2024 OM 12 UUR",
        "IK WOON HIER SINDS 2019 IN 3 KAMERS",
        "ik heb 1000km 2 keer gereden",
        "mijn naam is niet nodig toch?",
        "moet ik zeggen hoe ik heet",
        "hoe weten ze wat mijn naam is",
        "my name is not known",
        "her name is on the list",
        "ze gooit heet water",
        "hij heet je welkom",
        "is mijn naam bekend",
        "13-11-2026 20:15",
        "1234567890123",
        "0123",
        "",
    ],
)
def test_an_age_a_time_and_a_question_about_names_are_none(text: str, identifying: Identifying) -> None:
    assert not identifying.tells(text)


def test_the_numbers_of_helplines_are_nobodys(identifying: Identifying) -> None:
    for line in HELPLINES.values():
        for written in (line.number, line.number.replace("-", " "), line.number.replace("-", "")):
            assert not identifying.tells(f"ik belde {written} gisteren"), line.id
