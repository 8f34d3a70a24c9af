"""Writes the tables anew from all examples."""

from listening.learn import learnt
from listening.listener import CRISES, MENTIONS, ROUTES, TOPICS

if __name__ == "__main__":
    ROUTES.write_bytes(learnt.routes())
    TOPICS.write_bytes(learnt.topics())
    MENTIONS.write_bytes(learnt.mentions())
    CRISES.write_bytes(learnt.crises())
