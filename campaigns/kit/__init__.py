"""The kit: everything that a municipality prints or puts on its own pages, made in one run.

The words come from `flows/words/print.py`, in each language of the campaign. What a municipality wrote is treated as
plain text, on paper and on the web.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from campaigns.folder import OtherFiles, fill
from campaigns.kit.logos import check_logo, embedded_logo, logo
from campaigns.kit.printer import CHILDRENS, PIECES, CannotMake, Printer
from campaigns.schema import Campaign, nearby
from flows.helpline import dial
from flows.helplines import HELPLINES
from flows.words import print as words
from flows.words.print import CHILDREN, TELEGRAM, WEB, CallLine, Print
from flows.words.web import FILE
from locales import Locale, Locales
from locales.speech import Speech

__all__ = ["AIM_OF_CHILDREN", "Aim", "CannotMake", "NoAim", "aim", "bot_name", "check", "embedded_logo", "logo", "make"]

HERE = Path(__file__).parent

LONGEST_BOT = "wat_kan_ik_doen_voor_een_kindbot"
"""What fits with this name fits with any."""

QUIET_ZONE = 4
"""White around a QR code, in modules. With less, some readers do not find the code."""

_PAGES = Environment(
    loader=FileSystemLoader(HERE), autoescape=select_autoescape(["html.jinja"]), undefined=StrictUndefined
)

MADE = "made.txt"
"""The files that a run made."""


class NoAim(CannotMake):
    """Neither option nor setting says where the code should lead."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where the printed code leads, and the words that go with it."""

    link: str
    words: Print
    file: str = "qr.svg"

    @property
    def code(self) -> segno.QRCode:
        return segno.make(self.link, error="m", micro=False)

    @property
    def address(self) -> str:
        """The link as people type it."""
        return self.link.removeprefix("https://").removeprefix("www.").removesuffix(FILE)


AIM_OF_CHILDREN = Aim(HELPLINES["kindertelefoon"].url, CHILDREN, "qr-children.svg")


def aim(campaign: Campaign, bot: str = "", web_url: str = "") -> Aim:
    """A print for children leads to De Kindertelefoon; any other to the web pages or, without those, to this bot.

    Raises `NoAim` when neither is known, and `CannotMake` for a name that no bot can have.
    """
    if campaign.children:
        return AIM_OF_CHILDREN
    if web_url:
        return Aim(f"{web_url.rstrip('/')}/{campaign.code}/{FILE}", WEB)
    name = bot_name(bot)
    if not name:
        raise NoAim("campaign kit: where should the code lead? Say --bot NAME, or set WATKANIKDOEN_WEB_URL")
    return Aim(f"https://t.me/{name}?start={campaign.code}", TELEGRAM)


def bot_name(name: str) -> str:
    """The name of a bot as links have it; empty stays empty. Raises `CannotMake` for a name that no bot can have."""
    plain = name.removeprefix("@")
    if plain and not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{3,30}[A-Za-z0-9]", plain):
        raise CannotMake(f"--bot: {name!r} is not the name of a bot, such as watkanikdoen_bot")
    return plain


def make(campaign: Campaign, aim: Aim, spoken: Locales, folder: Path, out: Path) -> list[Path]:
    """Make all files in `out`, with the logo from `folder`, and return their paths. Raises `CannotMake`."""
    files = dict(_files(campaign, aim, spoken, logo(campaign, folder)))
    try:
        fill(out, files, MADE)
    except OtherFiles:
        raise CannotMake(f"campaign kit: {out} holds other files; name an empty or a new folder") from None
    except OSError as error:
        raise CannotMake(f"campaign kit: cannot write in {out} ({error.strerror}); name another folder") from None
    return [out / name for name in files]


def check(campaign: Campaign, spoken: Locales, folder: Path, web_url: str = "") -> None:
    """Raises `CannotMake` for a campaign whose kit cannot be made. Where typst is installed, all of it is made."""
    check_logo(campaign, folder)
    if find_spec("typst"):
        for _ in _files(campaign, aim(campaign, LONGEST_BOT, web_url), spoken, logo(campaign, folder)):
            pass


def _files(campaign: Campaign, aim: Aim, spoken: Locales, drawing: bytes | None) -> Iterator[tuple[str, bytes]]:
    """Every file by its name. Of each sheet there is a small picture too, for the overview."""
    aims = list(dict.fromkeys((aim, AIM_OF_CHILDREN)))
    for target in aims:
        svg, png = BytesIO(), BytesIO()
        target.code.save(svg, kind="svg", border=QUIET_ZONE, light="#fff", xmldecl=False)
        target.code.save(png, kind="png", border=QUIET_ZONE, scale=20)
        yield from ((target.file, svg.getvalue()), (f"{Path(target.file).stem}.png", png.getvalue()))
    overview = []
    with TemporaryDirectory() as root:
        printer = _printer(aims, campaign, drawing, Path(root))
        for language in campaign.languages:
            said, to_children = (_said(campaign, target, spoken[language]) for target in (aim, AIM_OF_CHILDREN))
            for piece in PIECES:
                words, name = to_children if piece.design == CHILDRENS else said, f"{piece.name}-{language}"
                yield f"{name}{piece.suffix}", printer.printed(piece, words)
                yield f"preview/{name}.png", printer.preview(piece, words)
                if piece.is_cut:
                    yield f"{name}-bleed.pdf", printer.printed(piece.with_bleed, words)
            for template in ("button.html", "page.html", "share.txt"):
                stem, _, suffix = template.partition(".")
                yield f"{stem}-{language}.{suffix}", _PAGES.get_template(f"{template}.jinja").render(said).encode()
            overview.append(said)
    codes = [target.file for target in aims]
    page = _PAGES.get_template("index.html.jinja").render(pieces=PIECES, kits=overview, codes=codes)
    yield "index.html", page.encode()


def _printer(aims: list[Aim], campaign: Campaign, drawing: bytes | None, folder: Path) -> Printer:
    """A printer with the codes and the logo, which it finds in the empty folder."""
    for target in aims:
        target.code.save(str(folder / target.file), border=0)
    if drawing:
        (folder / campaign.logo_name).write_bytes(drawing)
    return Printer(folder)


def _said(campaign: Campaign, aim: Aim, locale: Locale) -> dict[str, Any]:
    """All sentences of paper and pages in one language, as plain text."""
    speak = Speech(locale, nearby=nearby(campaign, locale.code))
    sentences = {field.name: getattr(aim.words, field.name) for field in fields(Print) if field.name != "calls"}
    spoken = {name: _spoken(words, speak) for name, words in sentences.items()}
    local = [] if aim.words is CHILDREN else [place for place in speak.nearby if place.phone][:1]
    names = dict([("organisation", campaign.organisation), *(("contact.name", place.name.words) for place in local)])
    return {
        "language": locale.code,
        "organisation": campaign.organisation,
        "colour": campaign.colour,
        "text_colour": campaign.text_colour,
        "link": aim.link,
        "code": aim.file,
        "quiet_zone": QUIET_ZONE / aim.code.symbol_size(border=0)[0],
        "address": aim.address,
        **spoken,
        "or_type": speak(words.OR_TYPE),
        "calls": [
            *(_called(call, speak) for call in aim.words.calls),
            *(_line(speak(words.NEARBY), place.phone, place.name.words) for place in local),
        ],
        "call_somebody": speak(words.CALL_SOMEBODY),
        "nearby": speak(words.NEARBY),
        "contacts": [[place.name.words, *place.known] for place in speak.nearby],
        "channels": _spoken(words.CHANNELS, speak),
        "title": f"{spoken['headline']} {spoken['lead']}",
        "alt_of_picture": speak(words.ALT_OF_PICTURE, headline=spoken["headline"], lead=spoken["lead"]),
        "alt_of_code": speak(words.ALT_OF_CODE, link=aim.address),
        "longest": max(names, key=lambda field: len(names[field])),
        "alt_of_logo": speak(words.ALT_OF_LOGO, organisation=campaign.organisation),
        "logo": f"/{campaign.logo_name}" if campaign.logo else None,
    }


def _spoken(sentences: Any, speak: Speech) -> Any:
    """A sentence in one language; or a list of them, however deep."""
    return speak(sentences) if isinstance(sentences, str) else [_spoken(each, speak) for each in sentences]


def _called(call: CallLine, speak: Speech) -> dict[str, Any]:
    """A helpline as printed: its name, what it costs and its hours."""
    (said,) = speak.lines(call.helpline).lines
    line = said.helpline
    note = [line.name, *said.about] if line.name != line.number else said.about
    return _line(speak(call.question), line.number, ", ".join(note)) | {"urgent": line.is_for_emergencies}


def _line(question: str, number: str, note: str) -> dict[str, Any]:
    return {"question": question, "number": number, "tel": dial(number), "note": note, "urgent": False}
