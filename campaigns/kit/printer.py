"""The sheets of a kit, and the printer that makes them: PDF for paper, PNG for screens. Only this needs typst."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self, cast

from flows import Mistake

HERE = Path(__file__).parent

KITLESS = (
    "campaign kit: PDF is made by typst, which is not installed here; "
    "install the guide with [kit], as docs/campaigns.md says, or requirements-kit.lock"
)

MILLIMETRES_AN_INCH = 25.4
BLEED = 3
"""Millimetres, as print shops ask."""
PREVIEW = 400
"""Pixels from left to right, of the picture of a sheet in the overview."""


class CannotMake(Mistake):
    """A kit that cannot be made. The message says what is missing or wrong, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One sheet of paper, or one picture when it has `pixels` from left to right. Sizes are in millimetres.

    `scale` is the size of its letters next to those of an A4 poster.
    """

    name: str
    title: str
    """In Dutch, for the overview."""
    design: str
    width: float
    height: float
    scale: float = 1
    pixels: int = 0
    bleed: float = 0
    """What a print shop prints beyond the edge and cuts off, so that no white is left there."""

    @property
    def is_cut(self) -> bool:
        """Whether it has colour up to its edge, on paper: an office printer leaves white there."""
        return not self.pixels and self.design != "stickers"

    @property
    def with_bleed(self) -> Self:
        return replace(self, bleed=BLEED)

    @property
    def suffix(self) -> str:
        return ".png" if self.pixels else ".pdf"


_A4, _A3 = {"width": 210, "height": 297}, {"width": 297, "height": 420, "scale": 297 / 210}
CHILDRENS = "children"
"""The design whose code leads to De Kindertelefoon, whatever the campaign."""
PIECES = (
    *(
        Piece(name=f"poster-{design}-{size}", title=f"{title}, {size.upper()}", design=design, **paper)
        for design, title in (
            ("words", "Poster met woorden"),
            ("drawing", "Poster met een tekening"),
            (CHILDRENS, "Poster voor kinderen"),
        )
        for size, paper in (("a4", _A4), ("a3", _A3))
    ),
    Piece(name="card", title="Kaart, A6", design="card", width=105, height=148, scale=0.5),
    Piece(name="stickers", title="Stickers, A4", design="stickers", **_A4),
    Piece(name="screen", title="Scherm in een hal", design="screen", width=320, height=180, pixels=1920),
    Piece(name="screen-upright", title="Staand scherm", design="screen", width=180, height=320, pixels=1080),
    Piece(name="square", title="Vierkant, voor sociale media", design="picture", width=180, height=180, pixels=1080),
    Piece(name="story", title="Staand, voor sociale media", design="picture", width=180, height=320, pixels=1080),
)


class Printer:
    """Prints sheets with the pictures of a folder: codes, and a logo."""

    def __init__(self, folder: Path) -> None:
        """Raises `CannotMake` where typst is not installed."""
        try:
            import typst  # noqa: PLC0415 - an extra
        except ImportError:
            raise CannotMake(KITLESS) from None
        self._fault = typst.TypstError
        self._template = (HERE / "print.typ").read_bytes()
        # Only our own fonts: a sheet looks the same on every computer.
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
        self._compiler = typst.Compiler(root=folder, font_paths=fonts)

    def printed(self, piece: Piece, said: Mapping[str, Any]) -> bytes:
        """Raises `CannotMake` when the words do not fit, or have letters that no font here has."""
        if piece.pixels:
            return self._picture(piece, said, piece.pixels)
        return self._made(piece, said, format="pdf", pdf_standards="ua-1")

    def preview(self, piece: Piece, said: Mapping[str, Any]) -> bytes:
        """A small picture of it."""
        return self._picture(piece, said, PREVIEW)

    def _picture(self, piece: Piece, said: Mapping[str, Any], pixels: int) -> bytes:
        return self._made(piece, said, format="png", ppi=pixels / piece.width * MILLIMETRES_AN_INCH)

    def _made(self, piece: Piece, said: Mapping[str, Any], **form: Any) -> bytes:
        form |= {"sys_inputs": {"data": json.dumps({**said, "sheet": asdict(piece)})}}
        try:
            made = self._compiler.compile(self._template, **form)
        except self._fault as error:
            sheet, why = f"{piece.name}-{said['language']}", error.message.removeprefix("assertion failed: ")
            raise CannotMake(f"campaign kit: {sheet} cannot be printed: {why}") from None
        return cast("bytes", made)
