"""The colour of a campaign, and the text colour that is readable on it (WCAG 2.2)."""

import colorsys

READABLE = 4.5
"""The minimum contrast between a text and its background."""

_DARK = 0.04045
"""Below this value an sRGB channel is linear."""

WHITE, BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written as #rrggbb: from 1, no difference, to 21, black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """White where it is readable, else black. On any colour one of the two reaches 4.58."""
    return WHITE if contrast(WHITE, colour) >= READABLE else BLACK


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= _DARK else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


FAINT = 3.0
"""The minimum contrast between a shape and what lies around it."""

_RED, _STRONG = 20 / 360, 0.5
"""How near the hue of red, and how saturated, a colour is that reads as a warning."""


def doubts(colour: str) -> list[str]:
    """What speaks against a background of this colour, although text can be read on it."""
    said = []
    if contrast(colour, WHITE) < FAINT:
        said.append(f"colour {colour} hardly stands out from white paper; choose a darker one")
    hue, _, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    if min(hue, 1 - hue) < _RED and saturation > _STRONG:
        said.append(f"colour {colour} is red, which here only marks the way to 112; choose another one")
    return said
