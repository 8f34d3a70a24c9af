"""The logo of a campaign: found, and looked at before anything is printed."""

import re
from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

from campaigns.kit.printer import CannotMake
from campaigns.schema import Campaign

LARGEST_LOGO = 500_000
"""Bytes. A logo for print is a drawing, and far smaller."""


def logo(campaign: Campaign, folder: Path) -> bytes | None:
    """The campaign's logo, from the folder of its file. Raises `CannotMake`."""
    if campaign.logo is None:
        return None
    try:
        logo = (folder / campaign.logo).read_bytes()
    except OSError as error:
        raise CannotMake(f"{campaign.logo}: this logo cannot be read ({error.strerror})") from None
    if len(logo) > LARGEST_LOGO:
        raise CannotMake(
            f"{campaign.logo}: this logo has {len(logo) // 1000} kB; save one of at most {LARGEST_LOGO // 1000} kB"
        )
    return logo


def embedded_logo(campaign: Campaign, folder: Path) -> str:
    """The logo as a `data:` address, for a page of one file; empty without a logo. Raises `CannotMake`."""
    drawing = logo(campaign, folder)
    kind = "svg+xml" if (campaign.logo or "").lower().endswith(".svg") else "png"
    return f"data:image/{kind};base64,{b64encode(drawing).decode()}" if drawing else ""


def check_logo(campaign: Campaign, folder: Path) -> None:
    """Raises `CannotMake` for a logo that is missing, damaged or too heavy, or that loads something from elsewhere."""
    drawing = logo(campaign, folder)
    if drawing is None or campaign.logo is None:
        return
    if fault := _svg_fault(drawing) if campaign.logo.lower().endswith(".svg") else _png_fault(drawing):
        raise CannotMake(f"{campaign.logo}: this logo {fault}")


_LOADS = re.compile(r"@import|url\(\s*['\"]?(?!['\"]?(#|data:))")


def _svg_fault(drawing: bytes) -> str:
    try:
        root = ElementTree.fromstring(drawing)  # noqa: S314 - the operator's own file, at most 500 kB
    except ElementTree.ParseError:
        return "is no SVG that can be read; save it again"
    if root.tag.rpartition("}")[2] != "svg":
        return "is no SVG that can be read; save it again"
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        links = [value for name, value in element.attrib.items() if name.rpartition("}")[2] == "href" and tag != "a"]
        styles = [element.text or "", *element.attrib.values()]
        if not all(link.startswith(("#", "data:")) for link in links) or any(map(_LOADS.search, styles)):
            return f"loads something from elsewhere, in <{tag}>; embed it in the file"
    return ""


def _png_fault(drawing: bytes) -> str:
    return "" if drawing.startswith(b"\x89PNG\r\n\x1a\n") else "is no PNG that can be read; save it again"
