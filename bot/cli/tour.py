"""The words of `demo` beside the phone: the purpose of the guide, and six visitors to follow."""

from collections.abc import Sequence

from simulator.clock import Moment
from simulator.desk import Exhibit, Scene, Tour

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 2, 3, 5, 6


def tour(codes: list[str], exhibits: Sequence[Exhibit]) -> Tour:
    """The scene of the municipality starts with the first of the codes."""
    return Tour(
        purpose={
            "nl": "Een gids in Telegram voor iedereen die zich zorgen maakt om een kind, en voor kinderen zelf: "
            "wat kan ik doen, en wie helpt nu?",
            "en": "A guide in Telegram for everyone who worries about a child, and for children themselves: "
            "what can I do, and who helps now?",
        },
        scenes=[
            _scene("Buurman hoort ruzie", "Neighbour hears a fight", Moment(SATURDAY, 23, 30)),
            _scene("Oma maakt zich zorgen", "Grandmother is worried", Moment(SUNDAY, 15)),
            _scene("Leraar twijfelt", "Teacher is in doubt", Moment(TUESDAY, 16, 30), language="en"),
            _scene("Meisje van 15", "Girl of 15", Moment(WEDNESDAY, 19, 30)),
            _scene("Vader ligt wakker", "Father lies awake", Moment(THURSDAY, 2, 30)),
            _scene("Gemeente met poster", "Municipality's poster", Moment(MONDAY, 10), code=next(iter(codes), "")),
        ],
        codes=codes,
        exhibits=exhibits,
    )


def _scene(dutch: str, english: str, moment: Moment, *, language: str = "nl", code: str = "") -> Scene:
    return Scene({"nl": dutch, "en": english}, moment, language, code)
