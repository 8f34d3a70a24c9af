"""The flow of the other bots: a house of a dozen rooms, with a button for each way out of a room."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """A screen: its text in HTML, and the rooms it leads to."""

    name: str
    text: str
    ways: tuple[str, ...]


_WAYS = {
    "hall": ("kitchen", "parlour", "stairs", "cellar", "porch"),
    "kitchen": ("hall", "pantry", "garden", "parlour"),
    "pantry": ("kitchen", "cellar", "hall", "garden"),
    "parlour": ("hall", "library", "garden", "kitchen"),
    "library": ("parlour", "study", "hall", "stairs"),
    "study": ("library", "landing", "hall", "parlour"),
    "stairs": ("hall", "landing", "cellar", "library"),
    "landing": ("stairs", "bedroom", "study", "hall"),
    "bedroom": ("landing", "hall", "stairs", "study"),
    "cellar": ("hall", "pantry", "stairs", "kitchen"),
    "garden": ("kitchen", "porch", "hall", "parlour"),
    "porch": ("hall", "garden", "kitchen", "cellar"),
}


def _room(name: str, ways: tuple[str, ...]) -> Room:
    text = (
        f"<b>The {name}</b>\n\nYou stand in the {name}. It is quiet here, and the light falls in through one window. "
        "Take your time to look around: nobody is in a hurry, and every door can be opened again.\n\n"
        f"From the {name} you can go to the {', the '.join(ways[:-1])} or the {ways[-1]}. "
        "Whatever you choose, <i>the way back to the hall is never far</i>."
    )
    return Room(name, text, ways)


ROOMS = {name: _room(name, ways) for name, ways in _WAYS.items()}
HALL = ROOMS["hall"]


def label(way: str) -> str:
    return f"🚪 To the {way}"


def given() -> tuple[str, str]:
    """The root of the Bot API, and the token, from the command line of each of those bots."""
    _, api_url, token = sys.argv
    return api_url, token
