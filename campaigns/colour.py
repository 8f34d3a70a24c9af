"""The colour of a campaign, and the text that can be read on it (WCAG 2.2)."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast between a text and what it stands on."""

_DARK = 0.04045
"""Below this share of a colour its light grows in a straight line (sRGB)."""

WHITE, BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """Between two colours written as #rrggbb: from 1, no difference, to 21, black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """White where it can be read, else black: on any colour one of the two reaches 4.58."""
    return WHITE if contrast(WHITE, colour) >= READABLE else BLACK


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= _DARK else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
