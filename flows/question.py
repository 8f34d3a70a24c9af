"""A page that asks which of some routes is meant: its words, its numbers, and the visitors it is for."""

from collections.abc import Collection, Mapping, Sequence

from flows.answers import ANSWERS, HEARD
from flows.routes import ABOUT_OTHERS, CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.screen import Answer, Numbers, Part
from flows.visit import Visit
from flows.words import asking
from flows.words.answering import TITLE

NEEDS_112 = frozenset({Route.ACUTE, Route.CALL_FOR_ME})
"""Where one of these is asked for, 112 stands above Veilig Thuis."""
OF_CHILDREN = frozenset({Route.CHILD, Route.YOUNG})
MAYBE_OF_CHILDREN = OF_CHILDREN | KEEPS_FROM_PARENTS
"""Where one of the former is the likeliest, and nothing is asked for but the latter, the line for children stands
first. Beside anything else a child's words may be those of an adult."""

TELLING = CLAIMS | ABOUT_OTHERS
"""Routes of somebody who tells what happens, which is not easy."""

OWN_LINES = {Route.SEXUAL: "sexual_violence", Route.SEXTORTION: "helpwanted"}
"""Routes with a line of their own, which stands first where one of them is the likeliest: a number accuses nobody."""

URGENT, CHILDREN, TELLS, ANYBODY = "urgent", "children", "tells", ""
BEGINNINGS: Mapping[str, tuple[Part, Numbers]] = {
    **{route.value: (asking.TOLD, Numbers(line, "emergency")) for route, line in OWN_LINES.items()},
    URGENT: (asking.WHICH, Numbers("emergency", "veilig_thuis")),
    CHILDREN: (asking.TOLD, Numbers("kindertelefoon", "emergency")),
    TELLS: (asking.TOLD, Numbers("veilig_thuis", "emergency")),
    ANYBODY: (asking.WHICH, Numbers("veilig_thuis", "emergency")),
}
"""The first words and numbers of a question, by whom it asks."""


class Question(Answer):
    """A page that asks which of these routes is meant. Each button opens the answer of its route; among them stands the
    screen that the text may have asked for."""

    def __init__(
        self,
        name: str,
        routes: Sequence[Route],
        screens: Sequence[Visit],
        numbers: Numbers | None = None,
        lead: Part | None = None,
        *,
        leans: bool = False,
        parts: Sequence[Part] = (),
    ) -> None:
        self.routes, self.screens, self.numbers, self.lead, self.leans = routes, screens, numbers, lead, leans
        said = parts or self._parts()
        super().__init__(name, TITLE, *said, meant=screens, source="§13 red lines 2, 3")
        self.asks_for = [(HEARD[route], asking.ASKED[route][1]) for route in routes]

    def _parts(self) -> Sequence[Part]:
        routes, numbers, lead, first = self.routes, self.numbers, self.lead, self.routes[0]
        usual_lead, usual_numbers = BEGINNINGS[asks_whom(routes)]
        parts: list[Part] = [lead or usual_lead, numbers or usual_numbers]
        if first in CRISIS:
            lines = ("suicide_prevention", "emergency") if first is Route.SUICIDAL else ("emergency",)
            parts = [asking.CRISIS_FIRST[first], lead or asking.ABOUT, Numbers(*lines)]
        dying = [asking.DYING] if Route.SUICIDAL in routes[1:] else []
        parts += dying
        shown = [line for part in parts if isinstance(part, Numbers) for line in part.helplines]
        parts.append(humans_beside(shown, is_told=bool(numbers) and not dying))
        is_own = self.leans and not lead and not numbers
        return [*ANSWERS[HEARD[first]].parts, *dying] if is_own else parts


def asks_whom(routes: Sequence[Route]) -> str:
    """Whom a question for these routes is for, the likeliest first."""
    if routes[0] in OWN_LINES:
        return routes[0].value
    if not NEEDS_112.isdisjoint(routes):
        return URGENT
    if routes[0] in OF_CHILDREN and MAYBE_OF_CHILDREN.issuperset(routes):
        return CHILDREN
    return TELLS if routes[0] in TELLING else ANYBODY


def humans_beside(shown: Collection[str], *, is_told: bool = False) -> str:
    """The human lines that are not shown already. Beside what was told 113 is one of them: thoughts of death may go
    unheard, and their number is in view all the same."""
    with_dying = is_told and "suicide_prevention" not in shown
    if "veilig_thuis" in shown:
        return asking.CHILDREN_AND_DYING if with_dying else asking.HUMANS
    if "kindertelefoon" in shown:
        return asking.VEILIG_THUIS_AND_DYING if with_dying else asking.VEILIG_THUIS
    return asking.ALL_HUMANS_AND_DYING if with_dying else asking.ALL_HUMANS
