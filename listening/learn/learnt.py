"""The four tables, and what each is made of."""

from itertools import chain

from flows.routes import CRISIS, Route
from listening import firm, table
from listening.learn.documents import asked, documents, index
from listening.learn.examples import examples, mentioning, told
from listening.learn.training import crises_table, digest, mentions_table, routes_table, topics_table, words_of
from listening.listener import ROUTES
from listening.reader import Reader
from locales import HERE

NOT_ASKED = frozenset({Route.OTHER, Route.GREETING, Route.THANKS})
"""Of these texts no screen is the subject."""


def routes() -> bytes:
    phrases = firm.Firm(firm.read().values())
    return routes_table([*examples(), *asked()], words_of(examples()), phrases, routes_made_of())


def topics() -> bytes:
    others = (example.text for example in examples() if example.route in NOT_ASKED)
    return topics_table(documents(), index(), others, _reader(), topics_made_of())


def mentions() -> bytes:
    return mentions_table([*mentioning()], of_a_crisis(), _reader(), mentions_made_of())


def crises() -> bytes:
    return crises_table([*told()], _reader(), crises_made_of())


def of_a_crisis() -> list[str]:
    """The examples of a crisis."""
    return [example.text for example in examples() if example.route in CRISIS]


def _reader() -> Reader:
    return Reader(table.read(ROUTES).has, firm.Firm(firm.read().values()).words)


def routes_made_of() -> str:
    """A digest of the examples, the example questions and the firm phrases."""
    phrases = [path.read_text("utf-8") for path in sorted(HERE.glob(f"*/{firm.FIRM}"))]
    return digest(*chain.from_iterable((*examples(), *asked())), *phrases)


def topics_made_of() -> str:
    """A digest of the words of all screens, of the example questions, of the index, and of the table of routes: by what
    that one knows, words are read, and it is made of the texts that ask for no screen."""
    named = chain(documents().items(), index().items())
    return digest(table.read(ROUTES).made_of, *chain.from_iterable((name, *texts) for name, texts in named))


def mentions_made_of() -> str:
    """A digest of the later messages, and of the table of routes, by which they are read."""
    return digest(table.read(ROUTES).made_of, *chain.from_iterable(mentioning()))


def crises_made_of() -> str:
    """A digest of all messages, and of the table of routes, by which they are read."""
    return digest(table.read(ROUTES).made_of, *chain.from_iterable(told()))
