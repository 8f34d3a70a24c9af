"""What is checked of the answers that are made (`flows/offers.py`): their pages, their sentences, their names."""

from collections import Counter
from collections.abc import Iterator

from flows.answers import FOR_NO_TEXT, HEARD
from flows.guide import Guide
from flows.offer_names import (
    MOST,
    UNKNOWN,
    again,
    also_name,
    ask_name,
    code,
    in_words_for,
    keeping,
    route_of,
    topic_name,
)
from flows.offers import words_beside
from flows.routes import CLAIMS, CRISIS, SAY_WHO, SUBJECTS, Route
from flows.screen import Answer, Points
from flows.words import asking
from flows.words.answering import TITLE
from flows.words.faq import FAQ
from flows.words.further import FURTHER, TO_A_PERSON, TO_ASK
from flows.words.mentioned import LETTERS, MENTIONS
from flows.words.small_talk import MANNERS

FOR_REVIEW = "asked"
MOST_STEPS = max(map(len, FURTHER.values()))


def samples(guide: Guide) -> Iterator[str]:
    """Names that hold every route and every screen once, among others: a page of each has to fit."""
    routes, screens = list(asking.ASKED), list(guide.screens)
    for n in range(len(routes)):
        yield ask_name([*routes[n:], *routes][:MOST], screens[n:])
    for n, route in enumerate(routes):
        if route in CLAIMS - CRISIS:
            yield ask_name([route, *routes[n + 1 :], *routes][:MOST], screens[n:], leans=True)
    for n in range(len(screens)):
        yield topic_name([*screens[n:], *screens][:MOST])
    for faq in FAQ:
        yield topic_name([faq, *screens][:MOST])
        yield also_name(Route.PROFESSIONAL, [faq, *screens])
    less = [HEARD[route] for route in Route if route not in CRISIS]
    for route in asking.ASKED:
        question = ask_name([route, Route.CALLED, Route.PERSON])
        yield again(question, question)
    for route in SUBJECTS | SAY_WHO:
        yield from _steps(HEARD[route])
    for route in sorted(CRISIS):
        for n in range(len(screens)):
            yield from _steps(also_name(route, screens[n:]))
    for route in SUBJECTS | SAY_WHO:
        for name in (
            *less,
            *MANNERS,
            *FOR_NO_TEXT,
            topic_name(screens),
            ask_name([Route.CALLED, Route.PERSON, Route.BOT]),
        ):
            yield keeping(name, route)


def _steps(name: str) -> Iterator[str]:
    """The names of an answer at each step further."""
    for _ in range(MOST_STEPS):
        name = again(name, name)
        yield name
    yield from (in_words_for(said, name) for said in (UNKNOWN, *LETTERS.values()) if words_beside(said, route_of(name)))


def for_review() -> Answer:
    """Every sentence of the answers that are made here, as one page for reviewers."""
    labels = Points(*(label for _, label in asking.ASKED.values()), asking.SOMETHING_ELSE)
    said = (
        asking.WHICH,
        asking.TOLD,
        asking.STILL,
        *dict.fromkeys(step.lead for steps in FURTHER.values() for step in (*steps, TO_A_PERSON, TO_ASK)),
        *dict.fromkeys(step.lead for words in MENTIONS.values() for step in words.values()),
        asking.ABOUT,
        *asking.CRISIS_FIRST.values(),
        asking.DYING,
        asking.HOPELESS,
        asking.HUMANS,
        asking.VEILIG_THUIS,
        asking.ALL_HUMANS,
        asking.PERHAPS,
        asking.BEHIND,
        *(faq.words for faq in FAQ.values()),
    )
    sources = dict.fromkeys(["§13 red lines 2, 3", *(faq.source for faq in FAQ.values())])
    return Answer(FOR_REVIEW, TITLE, *said, labels, source="; ".join(sources))


def faults(guide: Guide) -> Iterator[str]:
    """Screens that a button could not tell apart, and routes that cannot be asked for, a line each."""
    names = [*guide.screens, *FAQ]
    for letters, times in Counter(map(code, names)).items():
        if times > 1:
            twice = [name for name in names if code(name) == letters]
            yield f"{twice[0]} and {twice[1]}: have the same letters in a button; rename one of them"
