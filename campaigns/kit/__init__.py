"""The kit: everything that a municipality prints or puts on its own pages, made in one run.

The words come from `flows/words/print.py`, in each language of the campaign. What a municipality wrote is treated as
plain text, on paper and on the web.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from xml.etree import ElementTree

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from campaigns.schema import Campaign, say
from flows import Mistake
from flows.helplines import HELPLINES, SPOKEN
from flows.words import chat
from flows.words import print as words
from flows.words.print import CHILDREN, TELEGRAM, WEB, CallLine, Print
from locales import Locale, Locales

HERE = Path(__file__).parent

LARGEST_LOGO = 500_000
"""Bytes. A logo for print is a drawing, and far smaller."""

QUIET_ZONE = 4
"""White around a QR code, in modules. With less, some readers do not find the code."""

KITLESS = (
    "campaign kit: PDF is made by typst, which is not installed here; "
    "install the guide with [kit], as docs/campaigns.md says, or requirements-kit.lock"
)


_PAGES = Environment(
    loader=FileSystemLoader(HERE), autoescape=select_autoescape(["html.jinja"]), undefined=StrictUndefined
)


class CannotMake(Mistake):
    """A kit that cannot be made. The message says what is missing or wrong, and what to do."""


class NoAim(CannotMake):
    """Neither option nor setting says where the code should lead."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where the printed code leads, and the words that go with it."""

    link: str
    words: Print

    @property
    def address(self) -> str:
        """The link as people type it."""
        return self.link.removeprefix("https://").removeprefix("www.")


def aim(campaign: Campaign, bot: str = "", web_url: str = "") -> Aim:
    """A print for children leads to De Kindertelefoon; any other to the web pages or, without those, to this bot.

    Raises `NoAim` when neither is known, and `CannotMake` for a name that no bot can have.
    """
    if campaign.children:
        return Aim(HELPLINES["kindertelefoon"].url, CHILDREN)
    if web_url:
        return Aim(f"{web_url.rstrip('/')}/{campaign.code}/", WEB)
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
    drawing = logo(campaign, folder)
    code = segno.make(aim.link, error="m", micro=False)
    svg, png, bare = BytesIO(), BytesIO(), BytesIO()
    code.save(svg, kind="svg", border=QUIET_ZONE, light="#fff", xmldecl=False)
    code.save(png, kind="png", border=QUIET_ZONE, scale=20)
    code.save(bare, kind="svg", border=0)
    quiet_zone = QUIET_ZONE / code.symbol_size(border=0)[0]
    files = {"qr.svg": svg.getvalue(), "qr.png": png.getvalue()}
    with TemporaryDirectory() as root:
        Path(root, "qr.svg").write_bytes(bare.getvalue())
        if drawing and campaign.logo:
            Path(root, f"logo{Path(campaign.logo).suffix.lower()}").write_bytes(drawing)
        press = _press(root)
        for language in campaign.languages:
            said = _said(campaign, aim, spoken[language])
            for size in ("poster", "card"):
                files[f"{size}-{language}.pdf"] = press(
                    {**said, "size": size, "quiet_zone": quiet_zone, "title": said[f"title_of_{size}"]}
                )
            for template in ("button.html", "page.html", "share.txt"):
                stem, _, suffix = template.partition(".")
                files[f"{stem}-{language}.{suffix}"] = _PAGES.get_template(f"{template}.jinja").render(said).encode()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (out / name).write_bytes(content)
    except OSError as error:
        raise CannotMake(f"campaign kit: cannot write in {out} ({error.strerror}); name another folder") from None
    return [out / name for name in files]


def _said(campaign: Campaign, aim: Aim, locale: Locale) -> dict[str, Any]:
    """All sentences of paper and pages in one language, as plain text."""

    def speak(sentence: str, **values: object) -> str:
        return locale.say(sentence, **(SPOKEN | values))

    headline = speak(aim.words.headline)
    return {
        "language": locale.code,
        "organisation": campaign.organisation,
        "colour": campaign.colour,
        "text_colour": campaign.text_colour,
        "link": aim.link,
        "address": aim.address,
        "name": speak(aim.words.name),
        "headline": headline,
        "lead": speak(aim.words.lead),
        "points": [speak(point) for point in aim.words.points],
        "scan": speak(aim.words.scan),
        "or_type": speak(words.OR_TYPE),
        "button": speak(aim.words.button),
        "before": speak(aim.words.before),
        "page": [(speak(heading), [speak(line) for line in lines]) for heading, lines in aim.words.page],
        "calls": [_called(call, speak) for call in aim.words.calls],
        "call_somebody": speak(words.CALL_SOMEBODY),
        "nearby": speak(words.NEARBY),
        "contacts": list(_contacts(campaign, locale.code)),
        "short": speak(words.SHORT),
        "long": speak(words.LONG),
        "title_of_poster": speak(words.NAME_OF_POSTER, headline=headline),
        "title_of_card": speak(words.NAME_OF_CARD, headline=headline),
        "alt_of_code": speak(words.ALT_OF_CODE, link=aim.address),
        "alt_of_logo": speak(words.ALT_OF_LOGO, organisation=campaign.organisation),
        "logo": f"/logo{Path(campaign.logo).suffix.lower()}" if campaign.logo else None,
    }


def _called(call: CallLine, speak: Callable[..., str]) -> dict[str, str]:
    """A helpline as printed: its name, what it costs and its hours."""
    line = HELPLINES[call.helpline]
    note = [line.name] if line.name != line.number else []
    note += [speak(line.note)] if line.note else []
    if line.hours:
        opens, closes = (
            speak(chat.CLOCK, hour=t.hour, minute=f"{t.minute:02}") for t in (line.hours.opens, line.hours.closes)
        )
        note.append(speak(chat.HOURS, opens=opens, closes=closes))
    tel = line.number.replace("-", "")
    return {"question": speak(call.question), "number": line.number, "tel": tel, "note": ", ".join(note)}


def _contacts(campaign: Campaign, language: str) -> Iterator[list[str]]:
    for contact in campaign.contact:
        name, about, address, hours = (
            say(line, language) for line in (contact.name, contact.about, contact.address, contact.hours)
        )
        yield [line for line in (name, about, contact.phone, address, hours) if line]


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


def check_logo(campaign: Campaign, folder: Path) -> None:
    """Raises `CannotMake` for a logo that a kit could not be made with. Where typst is installed it is printed."""
    drawing = logo(campaign, folder)
    if drawing is None or campaign.logo is None:
        return
    if fault := _svg_fault(drawing) if campaign.logo.lower().endswith(".svg") else _png_fault(drawing):
        raise CannotMake(f"{campaign.logo}: this logo {fault}")
    if find_spec("typst"):
        import typst  # noqa: PLC0415 - an extra

        name = f"logo{Path(campaign.logo).suffix.lower()}"
        with TemporaryDirectory() as root:
            Path(root, name).write_bytes(drawing)
            page = f'#set document(title: "x")\n#image("/{name}", alt: "x")'.encode()
            try:
                typst.Compiler(root=root).compile(page, format="pdf", pdf_standards="ua-1")
            except typst.TypstError as error:
                raise CannotMake(f"{campaign.logo}: this logo cannot be printed: {error.message}") from None


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


def _press(root: str) -> Callable[[dict[str, Any]], bytes]:
    """A function that makes a PDF of the words for one sheet. Only this needs typst."""
    try:
        import typst  # noqa: PLC0415
    except ImportError:
        raise CannotMake(KITLESS) from None
    template = (HERE / "print.typ").read_bytes()
    fonts = typst.Fonts(include_system_fonts=True, font_paths=[HERE / "fonts"])
    compiler = typst.Compiler(root=root, font_paths=fonts)

    def press(said: dict[str, Any]) -> bytes:
        words = {"data": json.dumps(said)}
        try:
            made = compiler.compile(template, format="pdf", pdf_standards="ua-1", sys_inputs=words)
        except typst.TypstError as error:
            raise CannotMake(f"campaign kit: {said['title']!r} cannot be printed: {error.message}") from None
        return cast("bytes", made)

    return press
