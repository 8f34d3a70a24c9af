"""Whether the colours of a stylesheet can be read (WCAG 2.2, 1.4.3 and 1.4.11), in light and in dark.

It reads the custom properties of `:root` as a browser does: the last one wins, and `var()` may name another. A colour
is written as #rrggbb, #rgb, rgb() or hsl().
"""

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb

from campaigns.colour import READABLE, contrast

SEEN = 3.0
"""The minimum contrast of what is no text, such as the focus, with its background."""

PAIRS = (
    *((text, ground, READABLE) for text in ("ink", "soft", "link") for ground in ("paper", "card")),
    *((text, "tint", READABLE) for text in ("ink", "link")),
    ("ink", "warm", READABLE),
    ("paper", "ink", READABLE),
    ("on-brand", "brand", READABLE),
    *((line, ground, SEEN) for line in ("focus", "edge") for ground in ("paper", "card")),
    ("warm-edge", "warm", SEEN),
)
"""What stands on what: the names of two custom properties, and the minimum contrast between them."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_PROPERTY = re.compile(r"--([\w-]+)\s*:\s*([^;]+)")
_VAR = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*(.+))?\)", re.DOTALL)
_RGB = re.compile(r"rgb\(\s*(\d+)\s*[, ]\s*(\d+)\s*[, ]\s*(\d+)\s*\)")
_HSL = re.compile(r"hsl\(\s*([\d.]+)(?:deg)?\s*[, ]\s*([\d.]+)%\s*[, ]\s*([\d.]+)%\s*\)")
_NAMED = {"white": "#ffffff", "black": "#000000"}


def faults(css: str) -> Iterator[str]:
    """A sentence for each pair of colours that is too close, and for each colour that we cannot read."""
    css = _COMMENT.sub("", css)
    for scheme in ("light", "dark"):
        properties = _properties(css, scheme)
        for front, back, least in PAIRS:
            try:
                one, other = (_colour(f"var(--{name})", properties) for name in (front, back))
            except ValueError as error:
                yield f"cannot tell the contrast of {error}; write it as #rrggbb"
                continue
            if (ratio := contrast(one, other)) < least:
                yield (
                    f"{one} on {other} (--{front} on --{back}, {scheme}) has a contrast of {ratio:.1f}; "
                    f"WCAG asks for {least:g}"
                )


def _properties(css: str, scheme: str) -> dict[str, str]:
    """The custom properties that hold in this colour scheme."""
    valid = _MEDIA.sub(lambda media: media[2] if f"prefers-color-scheme: {scheme}" in media[1] else "", css)
    return {name: value.strip() for body in _ROOT.findall(valid) for name, value in _PROPERTY.findall(body)}


def _colour(value: str, properties: dict[str, str], depth: int = 0) -> str:
    """A colour as #rrggbb. Raises `ValueError` with what cannot be read."""
    if found := _VAR.fullmatch(value):
        name, otherwise = found.groups()
        if depth > len(properties) or (name not in properties and not otherwise):
            raise ValueError(f"--{name}")
        return _colour(properties.get(name, otherwise), properties, depth + 1)
    value = _NAMED.get(value.lower(), value.lower())
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        return value
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return "#" + "".join(char * 2 for char in value[1:])
    if found := _RGB.fullmatch(value):
        return "#" + "".join(f"{int(part):02x}" for part in found.groups())
    if found := _HSL.fullmatch(value):
        hue, saturation, lightness = (float(part) for part in found.groups())
        shares = hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        return "#" + "".join(f"{round(share * 255):02x}" for share in shares)
    raise ValueError(value)
