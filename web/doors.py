"""The pages where people arrive by a link or a QR code: one for everybody, and one for children."""

from dataclasses import dataclass

from flows.helplines import HUMAN_LINES
from flows.visit import START
from flows.words import print as kit
from flows.words import web as words

CHILD = "child"
"""The region for children, and its first screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoor:
    """Its words, the screen it opens, and its numbers.

    Only the one for everybody leads to Telegram, which is for 16 and older, and to paper.
    """

    title: str
    about: str
    screen: str
    helplines: tuple[str, ...]
    for_everybody: bool


EVERYBODY = FrontDoor(
    title=kit.TELEGRAM.name, about=words.ABOUT, screen=START, helplines=HUMAN_LINES, for_everybody=True
)
CHILDREN = FrontDoor(
    title=kit.CHILDREN.headline,
    about=kit.NOT_YOUR_FAULT,
    screen=CHILD,
    helplines=HUMAN_LINES[::-1],
    for_everybody=False,
)
