"""A number without a source is refused, and opening hours are Dutch time."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from flows.helpline import STALE_AFTER, WORKING_DAYS, Helpline, Hours, MalformedHelpline, dial
from flows.helplines import HELPLINES, SPOKEN, open_at, stale, unconfirmed
from flows.numbers import NUMBERS

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CHECKED_ON = date(2026, 1, 1)


def helpline(**fields: Any) -> Helpline:
    good: dict[str, Any] = {"id": "line", "name": "A line", "source": "said by them", "verified_on": CHECKED_ON}
    return Helpline(**(good | fields))


def in_amsterdam(moment: str) -> datetime:
    """A moment in UTC, in Dutch time."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(AMSTERDAM)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"number": "0800 2000"}, "helpline line: '0800 2000' is no number as people dial it"),
        ({"number": "+31-800-2000"}, "helpline line: '+31-800-2000' is no number as people dial it"),
        ({"number": "+31 247 247"}, "helpline line: '+31 247 247' is no number as people dial it"),
        ({"number": "0800-200"}, "helpline line: '0800-200' is no number as people dial it"),
        ({"number": "12"}, "helpline line: '12' is no number as people dial it"),
        ({"number": "0800-2000\n"}, "helpline line: '0800-2000\\n' is no number as people dial it"),
        ({"url": "http://a.nl"}, "helpline line: 'http://a.nl' is not a plain https address"),
        ({"url": "https://a.nl/?you"}, "helpline line: 'https://a.nl/?you' is not a plain https address"),
        ({"url": "www.a.nl"}, "helpline line: 'www.a.nl' is not a plain https address"),
        ({}, "helpline line: has no number and no address"),
        ({"number": "112", "source": ""}, "helpline line: has no source; fill it in"),
    ],
    ids=str,
)
def test_a_malformed_helpline_is_refused(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(MalformedHelpline) as refused:
        helpline(**fields)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("number", ["112", "113", "144", "0800-2000", "020-2615275", "088-0767000", "+31 247 247 247"])
def test_a_number_as_people_dial_it_is_accepted(number: str) -> None:
    assert helpline(number=number).number == number


@pytest.mark.parametrize("line", HELPLINES.values(), ids=lambda line: line.id)
def test_every_helpline_has_a_source_and_a_date(line: Helpline) -> None:
    assert line.source.strip()
    assert line.verified_on >= date(2026, 1, 1)


@pytest.mark.parametrize("line", HELPLINES.values(), ids=lambda line: line.id)
def test_a_sentence_can_name_the_number_and_the_address_of_a_helpline(line: Helpline) -> None:
    assert SPOKEN.get(line.id, "") == line.number
    assert line.url.endswith(SPOKEN.get(f"{line.id}_site", ""))


def test_every_number_is_that_of_a_helpline() -> None:
    assert {line.id: line.number for line in HELPLINES.values() if line.number} == NUMBERS


def test_an_address_is_shown_without_scheme_and_www() -> None:
    assert helpline(url="https://www.kindertelefoon.nl/").site == "kindertelefoon.nl"


# Opening hours.


@pytest.mark.parametrize(
    ("utc", "every_day", "on_working_days"),
    [
        ("2026-11-24 09:59:59", False, True),  # Tuesday 10:59 in winter
        ("2026-11-24 10:00", True, True),  # 11:00
        ("2026-11-24 19:59", True, False),  # 20:59
        ("2026-11-24 20:00", False, False),  # 21:00
        ("2026-07-14 08:59", False, True),  # Tuesday 10:59 in summer
        ("2026-07-14 09:00", True, True),  # 11:00
        ("2026-07-14 18:59", True, False),  # 20:59
        ("2026-07-14 19:00", False, False),  # 21:00
        ("2026-03-28 09:59", False, False),  # the day before summer time, still 10:59; a Saturday
        ("2026-03-29 09:00", True, False),  # the day that summer time begins, already 11:00; a Sunday
        ("2026-03-29 19:00", False, False),  # 21:00 that day
        ("2026-10-24 09:00", True, False),  # the last day of summer time, 11:00; a Saturday
        ("2026-10-25 09:30", False, False),  # the day that it ends, 10:30; a Sunday
        ("2026-10-25 19:59", True, False),  # 20:59 that day
        ("2026-11-27 15:59", True, True),  # Friday 16:59
        ("2026-11-27 16:00", True, False),  # Friday 17:00
        ("2026-11-28 12:00", True, False),  # Saturday 13:00
        ("2026-11-30 08:00", False, True),  # Monday 9:00
    ],
)
def test_a_helpline_is_open_by_dutch_time(utc: str, every_day: bool, on_working_days: bool) -> None:
    """One that is open from 11 to 21 hours every day, and one from 9 to 17 hours on working days."""
    lines = (
        helpline(number="112", hours=Hours(opens=time(11), closes=time(21))),
        helpline(number="112", hours=Hours(opens=time(9), closes=time(17), days=WORKING_DAYS)),
    )
    moment = in_amsterdam(utc)
    assert [line.is_open(moment) for line in lines] == [every_day, on_working_days]


def test_the_open_lines_are_those_whose_hours_say_so() -> None:
    for moment in (in_amsterdam("2026-11-24 12:00"), in_amsterdam("2026-11-29 02:00")):
        assert open_at(moment) == {line.id for line in HELPLINES.values() if line.is_open(moment)}


def test_a_human_line_is_open_at_every_hour_of_the_week() -> None:
    monday = in_amsterdam("2026-03-23 00:00")
    for hour in range(7 * 24):
        assert {"emergency", "veilig_thuis", "suicide_prevention"} <= open_at(monday + timedelta(hours=hour))


def test_hours_begin_on_the_minute_and_end_before_it() -> None:
    hours = Hours(opens=time(9), closes=time(17), days=WORKING_DAYS)
    friday = datetime(2026, 11, 27, tzinfo=AMSTERDAM)
    assert friday.replace(hour=9) in hours
    assert friday.replace(hour=16, minute=59, second=59) in hours
    assert friday.replace(hour=17) not in hours
    assert friday.replace(hour=9) + timedelta(days=1) not in hours


# Helplines to check again.


def test_a_helpline_is_stale_after_half_a_year() -> None:
    line = helpline(number="112")
    assert timedelta(days=180) == STALE_AFTER
    assert stale(CHECKED_ON + timedelta(days=180), [line]) == []
    assert stale(CHECKED_ON + timedelta(days=181), [line]) == [line]


def test_a_confirmation_starts_the_half_year_again() -> None:
    asked_on = CHECKED_ON + timedelta(days=100)
    line = helpline(number="112", confirmed_on=asked_on)
    assert stale(asked_on + timedelta(days=180), [line]) == []
    assert stale(asked_on + timedelta(days=181), [line]) == [line]


def test_a_helpline_known_only_from_web_pages_is_not_confirmed() -> None:
    read_about, asked = helpline(number="0800-2000"), helpline(number="0800-0432", confirmed_on=CHECKED_ON)
    assert unconfirmed([read_about, asked]) == [read_about]


def test_hours_that_close_before_they_open_are_refused() -> None:
    with pytest.raises(MalformedHelpline, match="opens at 18:00:00 and closes at 02:00:00; turn them round"):
        Hours(opens=time(18), closes=time(2))


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("14 030", "tel:14030"),
        ("(030) 286 00 00", "tel:0302860000"),
        ("+31 30 286 0000", "tel:+31302860000"),
        ("+31 (0)30 286 00 00", "tel:+31302860000"),
        ("+1 (555) 010-0000", "tel:+15550100000"),
    ],
)
def test_a_number_is_dialled_as_people_understand_it(written: str, dialled: str) -> None:
    """The nought in brackets is dialled without the country code only."""
    assert dial(written) == dialled
