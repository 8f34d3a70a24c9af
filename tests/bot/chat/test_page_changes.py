"""What visitors read differently: each change once, with the pages that have it."""

from bot.chat.page_changes import FEW, changes, lines_of
from flows.helplines import HELPLINES
from tests.conftest import Printed


def test_without_a_change_there_is_nothing_to_read(printed: Printed) -> None:
    assert list(changes(lines_of(printed.pages), lines_of(printed.pages))) == []


def test_every_page_is_compared_and_the_emergency_page_too(printed: Printed) -> None:
    assert set(lines_of(printed.pages)) >= {*(sheet.name for sheet in printed.sheets), "emergency page"}


def test_a_number_that_changed_is_one_page_of_report(printed: Printed) -> None:
    number = HELPLINES["veilig_thuis"].number
    before = lines_of(printed.pages)
    after = {name: [line.replace(number, "0800-9999") for line in lines] for name, lines in before.items()}
    report = list(changes(before, after))
    assert sum(number in "".join(lines) for lines in before.values()) > 100
    assert len(report) < len(before) / 3  # each sentence once, however many pages it stands on
    assert f"  - [Kopieer {number}]" in report
    assert report[report.index(f"  - [Kopieer {number}]") + 1] == "  + [Kopieer 0800-9999]"


def test_a_change_on_many_pages_names_a_few_and_screens_first() -> None:
    names = ["a__b (nl)", *(f"screen {i}" for i in range(FEW))]
    before = {name: ["Bel nu.", "[Verder]"] for name in names}
    after = {name: ["Bel straks.", "[Verder]"] for name in names}
    assert list(changes(before, after)) == [
        "On 5 pages: screen 0, screen 1, screen 2, screen 3, ...:",
        "  - Bel nu.",
        "  + Bel straks.",
    ]


def test_a_page_that_is_new_and_one_that_is_gone_are_named() -> None:
    assert list(changes({"old": ["x"]}, {"new": ["x"]})) == ["New: new", "Gone: old"]
