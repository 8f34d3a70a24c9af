"""How near an often asked question has to be for its answer to stand there."""

import pytest

from listening.table import Table
from listening.topics import Topics


class FixedTable(Table):
    """Scores every text alike."""

    def scores(self, _: object) -> list[float]:
        return list(self.always)


def near(likeness: dict[str, float]) -> tuple[list[tuple[str, float]], str]:
    table = FixedTable([*likeness], [*likeness.values()], (1.0, 1.0), 0.0, {}, b"", [0], [], memoryview(b""), "")
    return Topics(table).nearest(["woorden"])


@pytest.mark.parametrize(("likeness", "is_answered"), [(0.14, False), (0.16, True), (0.25, True)])
def test_beside_its_own_screen_it_may_be_a_quarter_less_near(likeness: float, is_answered: bool) -> None:
    found, faq = near({"vt_after": 0.2, "how_long": likeness, "signals": 0.1})
    assert found[0] == ("vt_after", max(0.2, likeness))
    assert faq == ("how_long" if is_answered else "")


@pytest.mark.parametrize(("likeness", "first"), [(0.17, "signals"), (0.19, "vt_after")])
def test_beside_another_screen_it_may_be_a_tenth_less_near(likeness: float, first: str) -> None:
    found, faq = near({"signals": 0.2, "how_long": likeness})
    assert found[0][0] == first
    assert faq == ("how_long" if first == "vt_after" else "")
