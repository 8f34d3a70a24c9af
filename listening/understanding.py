"""The result of listening: how sure we are, which routes are likely, and which screens a text asks for.

Separate from `listening/listener.py`, so that a caller who only answers need not import the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.routes import Mention, Route


class Certainty(StrEnum):
    """What a visitor gets: the answer of a route, a question which route it is, the screens of a topic, a page in their
    own language, or the menu."""

    SURE = "sure"
    ASK = "ask"
    TOPIC = "topic"
    LANGUAGE = "language"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text seems to be about.

    `routes` are the likeliest three, the first first; a crisis that was heard comes before. `screens` are the screens
    that answer a question, best first. `language` is the code of the language it is written in, where that is certain.
    `shares` says how likely each route is, together 1, `length` how many words there are, and `nearness` how near the
    nearest screen is. `says_i_am` is set where the words are about the visitor: "ik ben 13", where "ze is 13" is about
    another; `is_child` where they say an age under 18 of their own, and `is_grown_up` where they cannot be that young;
    `is_age` where they say an age and nothing else; `asks` where they are a question; `is_tale` where they are many and
    ask nothing; `is_firm` where they have a firm phrase of a crisis; `says_no` where they begin with no, which denies
    or corrects, and `says_yes` where they begin with yes. `is_entry` is set where they are an entry of the index, and
    `says_little` where they would be left open without what was said before. `mentions` are found beside the subject,
    the likeliest first, `denies` has the routes that they deny in words that we know, and `drops` those that the denied
    words may be about, where the text goes on about something else. `faq` is the name of the often asked question that
    they are most like (`flows/words/faq.py`), where its screen stands first; `has_taken` is set where
    they say that something was swallowed, and `corrects` where they say what somebody meant. `crises` says
    how likely each crisis is if they are a later message, and is empty where they are a story.
    """

    certainty: Certainty
    routes: tuple[Route, ...] = ()
    screens: tuple[str, ...] = ()
    language: str = ""
    shares: Mapping[Route, float] = field(default_factory=dict)
    length: int = 0
    nearness: float = 0.0
    says_i_am: bool = False
    is_firm: bool = False
    is_child: bool = False
    is_grown_up: bool = False
    is_age: bool = False
    asks: bool = False
    is_tale: bool = False
    says_no: bool = False
    says_yes: bool = False
    drops: frozenset[Route] = frozenset()
    is_entry: bool = False
    says_little: bool = False
    mentions: tuple[Mention, ...] = ()
    denies: frozenset[Route] = frozenset()
    faq: str = ""
    has_taken: bool = False
    corrects: bool = False
    crises: Mapping[Route, float] = field(default_factory=dict)

    @property
    def route(self) -> Route:
        """The likeliest route."""
        return self.routes[0] if self.routes else Route.OTHER

    @property
    def share(self) -> float:
        """How likely that is; 1 where nothing was weighed."""
        return self.shares.get(self.route, 1.0)

    @property
    def is_sure(self) -> bool:
        return self.certainty is Certainty.SURE
