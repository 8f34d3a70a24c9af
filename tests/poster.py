"""`make poster`: the picture in docs/campaigns.md, of the example's poster as it is printed."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

import campaigns
import locales
from campaigns.kit import aim, make

A4 = 210
"""Millimetres from left to right."""


def photographed(folder: Path, file: str, width: int, ppi: int = 96) -> bytes:
    """A drawing or a sheet, so many millimetres wide, as a PNG of so many dots an inch."""
    page = f'#set page(width: auto, height: auto, margin: 0mm)\n#image("/{file}", width: {width}mm)'
    picture = typst.Compiler(root=folder).compile(page.encode(), format="png", ppi=ppi)
    assert isinstance(picture, bytes)
    return picture


def main(out: Path) -> None:
    example = campaigns.read(campaigns.EXAMPLE)["voorbeeldstad"]
    with TemporaryDirectory() as name:
        folder = Path(name)
        make(example, aim(example, "watkanikdoen_bot"), locales.read(), campaigns.EXAMPLE.parent, folder)
        out.write_bytes(photographed(folder, "poster-drawing-a4-nl.pdf", A4))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
