"""How a screen in one language reads as a Telegram message: its text, and the buttons that copy, call or open."""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape as _escape
from urllib.parse import quote

from bot.api.client import Button, CopyText
from flows.helpline import Helpline
from flows.screen import ReadingMode, Share
from flows.words import chat
from flows.words.web import FILE, call_page
from locales.speech import Block, ByHour, Door, Line, Lines, Listed, Nearby, Paragraph, Quote, Speech

escape = partial(_escape, quote=False)  # text only, never inside an attribute

LONGEST = {1: 28, 2: 16, 3: 11}
"""Characters that a label may have among so many buttons in a row. Telegram cuts what is longer."""

_QUOTED = "</blockquote>"
_BEFORE = {Listed: (_QUOTED, ":", "?"), Quote: (_QUOTED, ":"), Lines: (_QUOTED, ":")}
"""How a text ends that announces such a block."""

SHORT = 3
"""Digits of a number that is dialled sooner than pasted, such as 112."""


def text_of(speak: Speech, title: str, blocks: list[Block], choices: list[str], organisation: str = "") -> str:
    """Title, whose guide it is, parts, the choices by name where they are to be read aloud, and the 112 line."""
    texts = [f"<b>{escape(speak(title))}</b>"]
    if organisation:
        texts[0] += f"\n{escape(speak(chat.FROM, organisation=organisation))}"
    for block in blocks:
        for text in _texts(speak, block):
            if texts[-1].endswith(_BEFORE.get(type(block), _QUOTED)):
                texts[-1] += f"\n{text}"  # no empty line: it belongs to what announces it, or stands apart as it is
            else:
                texts.append(text)
    if choices:
        texts.append("\n".join([speak(chat.CHOICES), *(f"• {escape(label)}" for label in choices)]))
    texts.append(escape(speak(chat.FOOTER)))
    return "\n\n".join(texts)


def _texts(speak: Speech, block: Block) -> Iterator[str]:
    match block:
        case Paragraph(said):
            yield escape(said.words)
        case Listed(lines):
            yield "\n".join(f"• {escape(line.words)}" for line in lines)
        case Quote(said):
            yield f"<blockquote>{escape(speak(chat.QUOTE, sentence=said.words))}{_QUOTED}"
        case Lines(lines):
            yield "\n".join(map(_helpline, lines))
        case Nearby(name):
            yield "\n".join([f"<b>{escape(name.words)}</b>", *map(escape, block.known)])
        case Door() | Share() | ReadingMode() | ByHour():
            pass  # a button and nothing else; and here the hour is known


def _helpline(line: Line) -> str:
    """Its name, and below it the number on a line of its own with what to know about it."""
    name, number = line.helpline.name, line.helpline.number
    words = ", ".join([f"<b>{number}</b>", *(escape(words) for words in line.about)])
    return words if name == number else f"{escape(name)}\n{words}"


def paired(buttons: Iterable[Button]) -> list[list[Button]]:
    """Buttons in rows: two neighbours share one when both labels are short enough."""
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and len(rows[-1]) == 1 and all(len(one.text) <= LONGEST[2] for one in (*rows[-1], button)):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def extra_rows(speak: Speech, blocks: list[Block], web_url: str) -> Iterator[list[Button]]:
    """The buttons that copy, call or open something: a row for each number and address, sentences in pairs."""
    sentences = [block.said.words for block in blocks if isinstance(block, Quote)]
    labels = [speak(chat.COPY_NTH_SENTENCE, n=n) for n, _ in enumerate(sentences, 1)]
    if len(sentences) == 1:
        labels = [speak(chat.COPY_SENTENCE)]
    yield from paired(Button(label, copy_text=CopyText(said)) for label, said in zip(labels, sentences, strict=True))
    shown = [line.helpline for block in blocks if isinstance(block, Lines) for line in block.lines]
    nearby = dict.fromkeys(block.phone for block in blocks if isinstance(block, Nearby) and block.phone)
    dialled = [line for line in shown if len(line.number) > SHORT]
    yield from paired(
        Button(speak(chat.COPY_NUMBER, number=phone), copy_text=CopyText(phone))
        for phone in nearby
        if phone not in {line.number for line in dialled}
    )
    for line in dialled:
        yield _number_row(speak, line, web_url, is_single=len(dialled) == 1)
    for block in blocks:
        match block:
            case Door(url, label):
                yield [Button(label, url=url)]
            case Share() if web_url:
                yield [Button(speak(chat.SHARE), url=share_address(web_url))]


def share_address(web_url: str) -> str:
    """Where Telegram asks to whom the address of the web pages goes."""
    return f"https://t.me/share/url?url={quote(f'{web_url}/{FILE}', safe='')}"


def _number_row(speak: Speech, line: Helpline, web_url: str, *, is_single: bool) -> list[Button]:
    """A button that copies a number; where there are web pages, before it one to the page that can dial it."""
    number = CopyText(line.number)
    if not web_url:
        return [Button(speak(chat.COPY_NUMBER, number=line.number), copy_text=number)]
    url = f"{web_url}/{call_page(speak.locale.code, line.id)}{FILE}"
    copy = speak(chat.COPY) if is_single else speak(chat.COPY_ENDING, digits=line.number.replace(" ", "")[-4:])
    call = speak(chat.CALL_NUMBER, number=line.number)
    if len(call) > LONGEST[2]:
        call = line.number
    return [Button(call, url=url), Button(copy, copy_text=number)]
