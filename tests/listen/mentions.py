"""Mentions later in a conversation: `python -m tests.listen.mentions` prints how often they are found.

Each writer of `locales/mentions.tsv` had seen nothing of ours, nor of the others. So each is left out in turn, a table
is learnt from the rest, and what that one wrote is read by it.
"""

from collections.abc import Collection, Iterator

from flows.routes import Mention
from listening import firm, table
from listening.features import features
from listening.learn.examples import Mentioning, mentioning
from listening.learn.learnt import of_a_crisis
from listening.learn.training import mentions_table
from listening.listener import ROUTES
from listening.mentions import NOTHING, Mentions
from listening.reader import STOP, Reader

Found = tuple[Mentioning, str]
"""A message, and what is found first in it."""


def writers() -> list[str]:
    return sorted({one.writer for one in mentioning()})


def found(left_out: Collection[str]) -> Iterator[Found]:
    """The messages of each of these writers, read by what the others wrote."""
    reader = Reader(table.read(ROUTES).has, firm.Firm(firm.read().values()).words)
    every = list(mentioning())
    for writer in left_out:
        others = [one for one in every if one.writer != writer]
        mentions = Mentions(table.unpacked(mentions_table(others, of_a_crisis(), reader, "")))
        for one in every:
            if one.writer == writer:
                words = reader.read(one.text)
                length = len(words) - words.count(STOP)
                yield one, next(iter(mentions.of(features(words), length)), NOTHING)


def shares(every: Collection[Found]) -> dict[str, float]:
    """How often what is mentioned is found, or something else, and how often something is where nothing is said."""
    said = [(one.mention, first) for one, first in every if one.mention != NOTHING]
    unsaid = [first for one, first in every if one.mention == NOTHING]
    return {
        "found": sum(mention == first for mention, first in said) / len(said),
        "another": sum(first not in (mention, NOTHING) for mention, first in said) / len(said),
        "from nothing": sum(first != NOTHING for first in unsaid) / len(unsaid),
    }


if __name__ == "__main__":
    read = list(found(writers()))
    for name, share in shares(read).items():
        print(f"{name:<12} {share:6.1%}")
    for mention in Mention:
        hits = [first == mention for one, first in read if one.mention == mention]
        print(f"  {mention:<10} {sum(hits) / len(hits):6.1%} of {len(hits)}")
