"""What people type after their story: `python -m tests.listen.following` prints how often it is taken for something.

Five writers who had seen nothing of ours wrote `sets/after_a_story.tsv`: details that tell neither harm nor danger by
themselves, a third of them with words as grave as "dood" or "knife", and danger and thoughts of death told later. The
writers knew which is which. Nothing is learnt from them.
"""

import csv
from collections import Counter
from collections.abc import Iterator

from bot.chat.heard import answer_to
from bot.chat.place import weights
from bot.chat.tap import Tap
from flows.answers import HEARD
from flows.offer_names import route_of
from flows.routes import CRISIS, Route
from flows.visit import START, Visit
from tests.listen import PAGES, SETS
from tests.support.person import GUIDE, LISTENER
from tests.support.standing_clock import DAY

TOLD = (Route.BYSTANDER, Route.CHILD, Route.PARENT, Route.PARTNER, Route.REPORTED, Route.SEXUAL, Route.TOLD)
"""What was told before: each text follows one of these, in turns."""
NONE = "none"
OWN_NUMBER = {"acute": "112", "suicidal": "113"}


def outcomes() -> Iterator[tuple[str, str, bool]]:
    """For each text what it says; what becomes of the subject: it `stays`, or a `crisis` or `another` is heard; and
    whether the number is in view that a crisis needs."""
    with (SETS / "after_a_story.tsv").open(encoding="utf-8", newline="") as file:
        for n, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            before = TOLD[n % len(TOLD)]
            here = Tap(row["lang"], screen=START).to(HEARD[before])
            name = answer_to(LISTENER.hear(row["text"], weights(here, GUIDE)), here, Visit(), GUIDE)
            text = PAGES.opened_by(here.to(name), DAY).text
            outcome = "stays" if route_of(name) is before else "crisis" if route_of(name) in CRISIS else "another"
            yield row["says"], outcome, OWN_NUMBER.get(row["says"], "112") in text


def shares() -> dict[tuple[str, str], float]:
    """How often each outcome follows what is said, and how often its number is `in view` after it."""
    every = list(outcomes())
    said = Counter(says for says, _, _ in every)
    found = Counter((says, outcome) for says, outcome, _ in every)
    found += Counter((says, "in view") for says, _, is_in_view in every if is_in_view)
    return {(says, outcome): times / said[says] for (says, outcome), times in found.items()}


if __name__ == "__main__":
    for (says, outcome), share in sorted(shares().items()):
        print(f"{says:<9} {outcome:<8} {share:6.1%}")
