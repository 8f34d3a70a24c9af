"""What a municipality prints and pastes: the code leads where it should, and everybody can read the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import zxingcpp
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import campaigns
import locales
from campaigns import Campaign, kit
from campaigns.colour import BLACK, READABLE, WHITE, contrast, doubts, text_on
from campaigns.kit import MADE, CannotMake, NoAim, aim, logos, make
from campaigns.kit.printer import PIECES, Piece
from flows.helpline import dial
from flows.words.print import CHILDREN, TELEGRAM, WEB, Print
from locales.readability import read
from tests.poster import photographed
from tests.support import markup
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS

pytestmark = pytest.mark.slow

BOT = "watkanikdoen_bot"
CHILDRENS_LINK = "https://www.kindertelefoon.nl"
EXAMPLE = campaigns.read(campaigns.EXAMPLE)
LOCALES = locales.read()
CODED = '<script>alert("1")</script> #let x = *b* & ${y} {{ z }}'
LONG = (
    "Het samenwerkingsverband Passend Onderwijs en Jeugdhulp "
    "van de gemeenten Súdwest-Fryslân, De Fryske Marren en Leeuwarden"
)
CAMPAIGNS = {
    "telegram": (EXAMPLE["voorbeeldstad"], ""),
    "web": (EXAMPLE["bibliotheek"], "https://gids.voorbeeldstad.nl/wat-kan-ik-doen"),
    "children": (EXAMPLE["scholen"], ""),
    "longest": (
        Campaign(
            code="a-code-of-sixtee", organisation=LONG, colour="#ffe14d", contact=EXAMPLE["voorbeeldstad"].contact * 6
        ),
        "",
    ),
    "shortest": (evolve(EXAMPLE["voorbeeldstad"], code="ab", organisation=LONG), "https://a.nl"),
    "coded": (Campaign(code="coded", organisation=CODED, colour="#ffffff"), ""),
}
LANGUAGES = ("nl", "en")
LONGEST_NUMBER = "+31 (0)515 48 90 00"
MARGIN = 0.06
"""Of the width of a sheet, on each side."""
PAPER = {
    "poster-words-a4": (210, 297),
    "poster-words-a3": (297, 420),
    "poster-drawing-a4": (210, 297),
    "poster-children-a4": (210, 297),
    "card": (105, 148),
}
PRINTS: dict[str, Print] = {"telegram": TELEGRAM, "web": WEB, "children": CHILDREN}
OTHERS = {"shortest": WEB, "longest": TELEGRAM, "coded": TELEGRAM}


@dataclass(frozen=True)
class Kit:
    """A kit that was made, in its folder."""

    name: str
    folder: Path
    campaign: Campaign
    link: str

    @property
    def code(self) -> str:
        return "qr-children" if self.campaign.children else "qr"

    def code_on(self, size: str) -> str:
        return "qr-children" if "children" in size else self.code

    def link_on(self, size: str) -> str:
        return CHILDRENS_LINK if "children" in size else self.link

    def words_on(self, size: str) -> Print:
        return CHILDREN if "children" in size else (PRINTS | OTHERS)[self.name]

    def text(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")


@pytest.fixture(scope="module", params=CAMPAIGNS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kit:
    campaign, web_url = CAMPAIGNS[request.param]
    bot = "A" * 29 + "bot" if request.param == "longest" else BOT
    where = aim(campaign, bot, web_url)
    folder = tmp_path_factory.mktemp(request.param)
    make(campaign, where, LOCALES, campaigns.EXAMPLE.parent, folder)
    return Kit(request.param, folder, campaign, where.link)


def codes_in(picture: bytes) -> list[str]:
    """What a reader finds that is not the one that drew it."""
    return [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(picture)))]


def picture_of(path: Path) -> Image.Image:
    return Image.open(BytesIO(path.read_bytes())).convert("L")


def letters(font: pikepdf.Object) -> dict[int, str]:
    """What each glyph of a font reads as, by the map that a screen reader uses."""
    text = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\s*$", text, re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(letter).decode("utf-16-be") for glyph, letter in pairs}


@dataclass(frozen=True)
class Run:
    """Words of one line that are set alike; `size` and `baseline`, from the bottom of the sheet, are in points."""

    words: str
    size: float
    baseline: float


def words_on(path: Path) -> str:
    """The text of a sheet in its reading order, squeezed."""
    return squeezed("".join(run.words for run in runs_on(path)))


def runs_on(path: Path) -> Iterator[Run]:
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        fonts = {name: letters(font) for name, font in page.resources.Font.items()}
        size, baseline, font = 0.0, 0.0, dict[int, str]()
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) == "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            elif str(operator) == "cm":
                baseline = float(operands[5])
            elif str(operator) in ("Tj", "TJ"):
                read, shown = "", operands[0] if str(operator) == "TJ" else [operands[0]]
                for part in shown:
                    if isinstance(part, pikepdf.String):
                        glyphs = bytes(part)
                        read += "".join(
                            font.get(int.from_bytes(glyphs[at : at + 2]), "") for at in range(0, len(glyphs), 2)
                        )
                yield Run(read, size, baseline)


def squeezed(text: str) -> str:
    """Without white space, since a line may break anywhere."""
    return "".join(text.split())


def tags(node: Any) -> Iterator[pikepdf.Dictionary]:
    """The tags of a PDF, in reading order."""
    for kid in node.get("/K", []) if isinstance(node.get("/K"), pikepdf.Array) else [node.get("/K")]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


SHEETS = list(product(PAPER, LANGUAGES))
every_sheet = pytest.mark.parametrize(("size", "language"), SHEETS)


# The code.


def test_the_codes_read_back_to_the_exact_link(made: Kit) -> None:
    for name, link in {made.code: made.link, "qr-children": CHILDRENS_LINK}.items():
        assert codes_in((made.folder / f"{name}.png").read_bytes()) == [link]
        assert codes_in(photographed(made.folder, f"{name}.svg", 60)) == [link]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sticker_and_the_screen_of_a_hall_lead_there_too(made: Kit, language: str) -> None:
    assert codes_in(photographed(made.folder, f"stickers-{language}.pdf", 210, ppi=200)) == [made.link] * 21
    for name in ("screen", "screen-upright"):
        assert codes_in((made.folder / f"{name}-{language}.png").read_bytes()) == [made.link]


def test_every_sticker_looks_like_the_first(made: Kit) -> None:
    """Of which the words are a heading, as a sheet needs one."""
    dots = 200 / 25.4  # a millimetre
    sheet = Image.open(BytesIO(photographed(made.folder, "stickers-nl.pdf", 210, ppi=200))).convert("L")
    heights = set()
    for row, column in product(range(7), range(3)):
        left, top = 7.2 + 66 * column + 35, 15.1 + 38.1 * row
        words = sheet.crop((dots * left, dots * top, dots * (left + 26), dots * (top + 38.1)))
        box = words.point(lambda light: 255 * (light < 128)).getbbox()
        assert box
        heights.add(box[3] - box[1])
    assert max(heights) - min(heights) <= 2


@pytest.mark.parametrize(
    ("name", "size"),
    [("screen", (1920, 1080)), ("screen-upright", (1080, 1920)), ("square", (1080, 1080)), ("story", (1080, 1920))],
)
def test_a_picture_has_the_size_that_screens_and_social_media_ask_for(
    made: Kit, name: str, size: tuple[int, int]
) -> None:
    for language in LANGUAGES:
        assert picture_of(made.folder / f"{name}-{language}.png").size == size


def test_the_code_survives_a_stain_and_has_white_around_it(made: Kit) -> None:
    picture = picture_of(made.folder / f"{made.code}.png")
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.ec_level in ("M", "Q", "H")
    edge = 4 * 20
    bounds = picture.point(lambda shade: 255 - shade).getbbox()
    assert bounds == (edge, edge, picture.width - edge, picture.height - edge)


@every_sheet
def test_the_code_on_paper_reads_back_to_the_exact_link_and_has_white_around_it(
    made: Kit, size: str, language: str
) -> None:
    """Four modules on each side, whatever stands beside it."""
    picture = Image.open(BytesIO(photographed(made.folder, f"{size}-{language}.pdf", PAPER[size][0])))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == made.link_on(size)
    sheet = picture.convert("L")
    corner, opposite = code.position.top_left, code.position.bottom_right
    modules = picture_of(made.folder / f"{made.code_on(size)}.png").width // 20 - 2 * 4
    white = round(4 * (opposite.x - corner.x) / modules) - 2  # pixels, but for the blur at either edge
    left, top, right, bottom = corner.x - 1, corner.y - 1, opposite.x + 2, opposite.y + 2
    around = [
        (left - white, top - white, right + white, top),
        (left - white, bottom, right + white, bottom + white),
        (left - white, top, left, bottom),
        (right, top, right + white, bottom),
    ]
    assert [sheet.crop(side).getextrema() for side in around] == [(255, 255)] * 4


@given(bot=st.from_regex(r"\A@?[A-Za-z][A-Za-z0-9_]{3,30}[A-Za-z0-9]\Z"), code=st.from_regex(r"\A[a-z0-9-]{2,16}\Z"))
def test_a_link_opens_the_bot_with_the_code(bot: str, code: str) -> None:
    campaign = evolve(EXAMPLE["bibliotheek"], code=code)
    assert aim(campaign, bot).link == f"https://t.me/{bot.removeprefix('@')}?start={code}"


def test_a_link_opens_the_web_pages_where_there_are_some() -> None:
    for web_url in ("https://gids.nl", "https://gids.nl/"):
        assert aim(EXAMPLE["bibliotheek"], BOT, web_url).link == "https://gids.nl/bibliotheek/index.html"


def test_children_are_led_to_de_kindertelefoon_whatever_is_set() -> None:
    assert aim(EXAMPLE["scholen"], BOT, "https://gids.nl").link == "https://www.kindertelefoon.nl"


def test_without_a_bot_or_a_site_nothing_is_made_up() -> None:
    with pytest.raises(NoAim, match="--bot NAME"):
        aim(EXAMPLE["bibliotheek"])


@pytest.mark.parametrize("bot", ["a b", "bot/../x", "x" * 33, "bot?start=x", "<b>"])
def test_a_name_that_no_bot_can_have_is_refused(bot: str) -> None:
    with pytest.raises(CannotMake, match="is not the name of a bot"):
        aim(EXAMPLE["bibliotheek"], bot)


# Paper.


@every_sheet
def test_a_sheet_is_one_page_of_its_size(made: Kit, size: str, language: str) -> None:
    with pikepdf.open(made.folder / f"{size}-{language}.pdf") as pdf:
        (page,) = pdf.pages
        millimetres = [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]]
    assert tuple(millimetres) == PAPER[size]


@every_sheet
def test_a_sheet_is_accessible(made: Kit, size: str, language: str) -> None:
    """As PDF/UA-1 asks: marked, tagged, in a language, with a title that is shown, its pictures described."""
    with pikepdf.open(made.folder / f"{size}-{language}.pdf") as pdf:
        said = pdf.open_metadata()
        assert said["pdfuaid:part"] == "1"
        headline = LOCALES[language].say(made.words_on(size).headline)
        assert headline in said["dc:title"]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.Root.Lang) == language
        found = list(tags(pdf.Root.StructTreeRoot))
        assert [str(tag.S) for tag in found].count("/H1") == 1
        described = [str(tag.get("/Alt", "")) for tag in found if tag.S == "/Figure"]
        address = made.link_on(size).removeprefix("https://").removeprefix("www.").removesuffix("index.html")
        assert address in described[0]
        assert len(described) == 1 + bool(made.campaign.logo)
        assert all(described)
        if made.campaign.logo:
            assert made.campaign.organisation in described[1]
        fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
        assert all("/ToUnicode" in font for font in fonts)
        assert all("NotoSans" in str(font.BaseFont) for font in fonts)


@every_sheet
def test_a_sheet_says_whom_to_call_what_the_code_does_and_whose_it_is(made: Kit, size: str, language: str) -> None:
    words = words_on(made.folder / f"{size}-{language}.pdf")
    locale = LOCALES[language]
    said = made.words_on(size)
    for sentence in (said.headline, said.lead, said.scan, *(call.question for call in said.calls)):
        assert squeezed(locale.say(sentence)) in words
    for number in ("112", VEILIG_THUIS, KINDERTELEFOON):
        assert number in words
    assert squeezed(made.campaign.organisation) in words
    assert ("Telegram" in words) is (said is TELEGRAM)


def test_the_same_kit_is_made_of_the_same_campaign_on_any_day(tmp_path: Path) -> None:
    campaign = EXAMPLE["voorbeeldstad"]
    one, other = (
        {
            path.name: path.read_bytes()
            for path in make(campaign, aim(campaign, BOT), LOCALES, campaigns.EXAMPLE.parent, tmp_path / name)
        }
        for name in ("one", "other")
    )
    assert one == other
    with pikepdf.open(BytesIO(one["poster-words-a4-nl.pdf"])) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert "xmp:CreateDate" not in pdf.open_metadata()


def test_only_the_languages_of_the_campaign_are_printed(tmp_path: Path) -> None:
    campaign = evolve(EXAMPLE["bibliotheek"], languages=("en",), default_language="en")
    made = make(campaign, aim(campaign, BOT), LOCALES, tmp_path, tmp_path)
    assert {path.stem[-3:] for path in made} == {"qr", "ren", "-en", "eed", "dex"}
    assert not [path.name for path in made if "-nl" in path.name]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit of what is wide: a long name beside a long logo, the longest number, and a code that may be broken."""
    folder = tmp_path_factory.mktemp("wide")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 125 10"><path d="M0 0h125v10h-125z"/></svg>'
    (folder / "logo.svg").write_text(drawing, "utf-8")
    contact = evolve(EXAMPLE["voorbeeldstad"].contact[0], phone=LONGEST_NUMBER)
    campaign = Campaign(
        code="vroom-oranje", organisation=LONG[:60], logo="logo.svg", colour="#f4f4c0", contact=(contact,)
    )
    make(campaign, aim(campaign, BOT), LOCALES, folder, folder / "kit")
    return folder / "kit"


@pytest.mark.parametrize(
    ("size", "language"), [(size, language) for size, language in SHEETS if "children" not in size]
)
def test_what_people_type_stands_on_one_line_whole(wide: Path, size: str, language: str) -> None:
    """Nobody knows whether a hyphen at the end of a line belongs to the address, nor where a number goes on."""
    runs = [run.words for run in runs_on(wide / f"{size}-{language}.pdf")]
    assert [run for run in runs if run.endswith("start=vroom-oranje")]
    assert LONGEST_NUMBER in runs
    assert "\u200b" not in "".join(runs)  # it would be copied with the address


@pytest.mark.parametrize(("size", "language"), SHEETS)
def test_nothing_is_printed_into_the_margin(wide: Path, size: str, language: str) -> None:
    sheet = Image.open(BytesIO(photographed(wide, f"{size}-{language}.pdf", 210))).convert("L")
    across, down = sheet.size
    for left in (0, 1 - MARGIN):
        strip = sheet.crop((round(left * across), down // 2, round((left + MARGIN) * across), down))
        assert strip.getextrema()[0] == 255


@every_sheet
def test_the_lines_of_a_headline_do_not_touch(made: Kit, size: str, language: str) -> None:
    """A j reaches 0.24 below its line, and a k 0.77 above it."""
    runs = list(runs_on(made.folder / f"{size}-{language}.pdf"))
    lines = [run for run in runs if run.size == max(run.size for run in runs)]
    for upper, lower in pairwise(lines):
        assert upper.baseline - lower.baseline > 1.03 * upper.size


def test_a_question_for_children_stands_on_one_line_and_no_line_ends_where_a_sentence_begins(made: Kit) -> None:
    runs = [run.words.strip().replace("\u00a0", " ") for run in runs_on(made.folder / "poster-children-a4-nl.pdf")]
    assert "Zit je ergens mee?" in runs
    assert not [run for run in runs if run.endswith(". Je")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_can_be_read_in_the_hand(made: Kit, language: str) -> None:
    """An address becomes smaller only for the longest name that a bot can have."""
    shrunk = made.link if made.name == "longest" else ""
    runs = [run for run in runs_on(made.folder / f"card-{language}.pdf") if run.words not in shrunk]
    assert min(run.size for run in runs) >= 8
    small = "".join(run.words for run in runs if run.size < 8.5)
    assert squeezed(small) in squeezed(made.campaign.organisation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_can_be_pressed_on_a_screen(made: Kit, language: str) -> None:
    with pikepdf.open(made.folder / f"card-{language}.pdf") as pdf:
        pressed = [str(link.A.URI) for link in pdf.pages[0].Annots]
        assert all(str(link.Contents) for link in pdf.pages[0].Annots)
    assert pressed[0] == made.link
    assert {dial(number) for number in ("112", VEILIG_THUIS, KINDERTELEFOON)} <= set(pressed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sticker_says_what_the_code_opens_and_whom_to_call_in_danger(made: Kit, language: str) -> None:
    words = words_on(made.folder / f"stickers-{language}.pdf")
    said = made.words_on("stickers")
    assert words.count(squeezed(LOCALES[language].say(said.opens))) == 21
    assert words.count("112") == 21
    assert words.count(KINDERTELEFOON if said is CHILDREN else VEILIG_THUIS) == 21


CUT = [(size, language) for size, language in SHEETS if size != "stickers"]


@pytest.mark.parametrize(("size", "language"), CUT)
def test_a_print_shop_gets_colour_beyond_the_edge(made: Kit, size: str, language: str) -> None:
    """3 mm on each side, and the box that says where to cut."""
    file = f"{size}-{language}-bleed.pdf"
    with pikepdf.open(made.folder / file) as pdf:
        (page,) = pdf.pages
        paper, cut = ([round(float(side) / 72 * 25.4) for side in box] for box in (page.obj.MediaBox, page.obj.TrimBox))
    assert paper == [0, 0, PAPER[size][0] + 6, PAPER[size][1] + 6]
    assert cut == [3, 3, PAPER[size][0] + 3, PAPER[size][1] + 3]
    assert words_on(made.folder / file) == words_on(made.folder / f"{size}-{language}.pdf")
    sheet = Image.open(BytesIO(photographed(made.folder, file, 216))).convert("RGB")
    colour = tuple(bytes.fromhex(made.campaign.colour.removeprefix("#")))
    assert {sheet.getpixel(at) for at in ((1, 1), (sheet.width - 2, 1), (1, sheet.height // 8))} == {colour}


def test_one_window_is_lit_on_a_pale_colour_too(wide: Path) -> None:
    """The other windows are darker than the wall."""
    sheet = Image.open(BytesIO(photographed(wide, "poster-drawing-a4-nl.pdf", 210))).convert("L")
    street = sheet.crop((0, sheet.height * 28 // 100, sheet.width, sheet.height * 34 // 100))
    shades = street.histogram()
    wall = max(range(200), key=lambda shade: shades[shade])
    assert sum(shades[:wall]) > 100


@pytest.mark.parametrize("piece", [piece for piece in PIECES if piece.pixels], ids=lambda piece: piece.name)
def test_a_picture_that_is_too_full_is_not_made(piece: Piece, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a height of its own, so it would go on below its edge, or over itself."""
    monkeypatch.setattr(kit, "PIECES", [piece])
    widest = "WWWWWWWWWWW " * 10
    contact = evolve(EXAMPLE["voorbeeldstad"].contact[0], name={"nl": widest}, phone=LONGEST_NUMBER)
    campaign = Campaign(code="stad", organisation=widest, contact=(contact,))
    assert f"{piece.name}-nl cannot be printed: it does not fit" in refusal(campaign, tmp_path)


# Pages and texts.


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_pasted_is_valid_and_runs_nothing(made: Kit, language: str) -> None:
    page = markup.document(made.text(f"page-{language}.html"))
    button = markup.fragment(made.text(f"button-{language}.html"))
    for tree in (page, button):
        elements = list(tree.iter())
        names = {element.tag for element in elements}
        assert names.isdisjoint({"script", "style", "link", "iframe", "form", "object"})
        assert not [name for element in elements for name in element.attrib if name.startswith("on")]
        assert {element.get("src") for element in elements} <= {None, f"{made.code}.svg"}
        targets = {element.get("href", "") for element in elements} - {""}
        assert made.link in targets
        assert all(target == made.link or re.fullmatch(r"tel:\+?\d+", target) for target in targets)
        assert all(element.get("alt") for element in elements if element.tag == "img")
        words = " ".join("".join(tree.itertext()).split())
        for number in ("112", VEILIG_THUIS, KINDERTELEFOON):
            assert number in words
    assert page.find(".//main") is not None
    assert " ".join(made.campaign.organisation.split()) in " ".join("".join(page.itertext()).split())
    assert page.get("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_can_be_read_whatever_the_colour_and_without_the_image(made: Kit, language: str) -> None:
    button = markup.fragment(made.text(f"button-{language}.html"))
    styles = [element.get("style", "") for element in button.iter()]
    pairs = [re.findall(r"(?:background|[^-]color): (#\w{6})", style) for style in styles]
    both = [pair for pair in pairs if len(pair) == 2]
    assert len(both) >= 2
    assert all(contrast(*pair) >= READABLE for pair in both)
    image = button.find(".//img")
    assert image is not None
    assert made.link.removeprefix("https://").removeprefix("www.").removesuffix("index.html") in image.get("alt", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_to_share_has_the_link_and_all_but_the_shortest_the_numbers(made: Kit, language: str) -> None:
    text = made.text(f"share-{language}.txt")
    assert text.count(made.link) == 4
    assert text.count(VEILIG_THUIS) == 4  # also on the pictures, which are described
    assert all(number in text for number in ("112", VEILIG_THUIS, KINDERTELEFOON))
    assert "&amp;" not in text
    assert made.campaign.organisation in text
    assert text.count(LOCALES[language].say(made.words_on("share").before)) == 4
    assert all("112" in part for part in text.split("\n\n\n"))
    assert (
        text.count("11.00" if language == "nl" else "11:00") == 4
    )  # the hours of De Kindertelefoon, also on a picture


def test_local_help_stands_on_the_page_of_the_municipality(made: Kit) -> None:
    for contact in made.campaign.contact:
        assert contact.name["en"] in made.text("page-en.html")
        assert str(contact.phone) in made.text("page-en.html")


def test_the_number_of_the_local_team_dials_as_people_understand_it(tmp_path: Path) -> None:
    contact = evolve(EXAMPLE["voorbeeldstad"].contact[0], phone="+31 (0)515 48 90 00")
    campaign = evolve(EXAMPLE["voorbeeldstad"], contact=(contact,))
    make(campaign, aim(campaign, BOT), LOCALES, campaigns.EXAMPLE.parent, tmp_path)
    for file in ("button-nl.html", "page-nl.html"):
        assert 'href="tel:+31515489000"' in (tmp_path / file).read_text("utf-8")


@every_sheet
def test_the_local_team_stands_beside_the_national_numbers(made: Kit, size: str, language: str) -> None:
    words = words_on(made.folder / f"{size}-{language}.pdf")
    for contact in made.campaign.contact[:1]:
        assert (squeezed(str(contact.phone)) in words) is (made.words_on(size) is not CHILDREN)


def test_a_page_shows_the_whole_kit(made: Kit) -> None:
    page = markup.document(made.text("index.html"))
    shown = {element.get("href") or element.get("src") for element in page.iter()} - {None}
    there = {str(path.relative_to(made.folder)) for path in made.folder.rglob("*.*")}
    assert shown == there - {"index.html", MADE}


# Words.


@pytest.mark.parametrize(("name", "language"), list(product(PRINTS, LANGUAGES)))
def test_print_is_easy_to_read(name: str, language: str) -> None:
    """The limits of the guide: short sentences, and at least as easy as its screens."""
    words, locale = PRINTS[name], LOCALES[language]
    paragraphs = [line for _, lines in words.page for line in lines]
    reading = read(
        "\n".join(map(locale.say, (words.headline, words.lead, *words.points, words.scan, words.before, *paragraphs))),
        language,
    )
    assert reading.longest_sentence <= (18 if language == "nl" else 20)
    assert reading.average_sentence <= 12
    assert reading.ease >= (75 if language == "nl" else 70)


def test_a_file_that_an_interrupted_run_did_not_come_to_is_not_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_only(*files: str) -> None:
        monkeypatch.setattr(kit, "_files", lambda *_: [(name, b"made") for name in files])
        make(EXAMPLE["voorbeeldstad"], kit.AIM_OF_CHILDREN, LOCALES, campaigns.EXAMPLE.parent, tmp_path)

    make_only("first.pdf")
    (tmp_path / "second.pdf").mkdir()  # stands in for a full disk
    with pytest.raises(CannotMake, match="cannot write in"):
        make_only("first.pdf", "second.pdf", "third.pdf")
    (tmp_path / "third.pdf").write_text("of the municipality", "utf-8")
    (tmp_path / "second.pdf").rmdir()
    make_only("first.pdf")
    assert {path.name for path in tmp_path.iterdir()} == {"first.pdf", "third.pdf", MADE}


def test_print_for_children_does_not_lead_them_here(tmp_path: Path) -> None:
    campaign = EXAMPLE["scholen"]
    for path in make(campaign, aim(campaign, BOT), LOCALES, tmp_path, tmp_path):
        if path.suffix in (".html", ".txt"):
            assert re.search(r"t\.me|Telegram|gids|guide", path.read_text("utf-8")) is None


# Colour.


@given(st.from_regex(r"\A#[0-9a-f]{6}\Z"))
def test_text_can_be_read_on_any_colour(colour: str) -> None:
    assert contrast(colour, text_on(colour)) >= READABLE


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(BLACK, WHITE, 21), ("#767676", WHITE, 4.54), ("#ff0000", BLACK, 5.25)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "said"), [("#ffe14d", "hardly stands out"), ("#c8102e", "marks the way to 112"), ("#14505c", "")]
)
def test_a_colour_that_hides_or_warns_is_told(colour: str, said: str) -> None:
    assert said in " ".join(doubts(colour))
    assert bool(said) is bool(doubts(colour))


# Logos.


def refusal(campaign: Campaign, folder: Path) -> str:
    """What is said; and nothing was made."""
    with pytest.raises(CannotMake) as refused:
        make(campaign, aim(campaign, BOT), LOCALES, folder, folder / "out")
    assert not (folder / "out").exists()
    assert "\n" not in str(refused.value)
    return str(refused.value)


def with_logo(name: str) -> Campaign:
    return Campaign(code="stad", organisation="Stad", logo=name)


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(with_logo("logo.svg"), tmp_path).startswith("logo.svg: this logo cannot be read")


def test_a_logo_that_is_too_heavy_is_named(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\0" * (logos.LARGEST_LOGO + 1))
    assert refusal(with_logo("logo.png"), tmp_path) == "logo.png: this logo has 500 kB; save one of at most 500 kB"


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_logo_that_is_no_drawing_stops_the_kit(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("<html>404</html>", "utf-8")
    assert "cannot be printed" in refusal(with_logo(name), tmp_path)


def test_a_logo_may_be_png(tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "#14505c").save(tmp_path / "logo.png")
    campaign = with_logo("logo.png")
    assert make(campaign, aim(campaign, BOT), LOCALES, tmp_path, tmp_path / "out")


def test_names_in_the_languages_of_many_visitors_can_be_printed(tmp_path: Path) -> None:
    """A letter that no font here has would stop the kit, as the next test shows."""
    campaign = Campaign(
        code="stad", organisation="Buurtteam Çeşme ğıİ, Łódź ąęśż, Việt Nam ơưếộ, مركز الحي, Ґалаґан їєі"
    )
    assert make(campaign, aim(campaign, BOT), LOCALES, tmp_path, tmp_path / "out")


def test_letters_that_no_font_here_has_are_said(tmp_path: Path) -> None:
    assert "could not be displayed" in refusal(Campaign(code="stad", organisation="Stad \U000f0000"), tmp_path)
