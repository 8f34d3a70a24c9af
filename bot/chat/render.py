"""How a screen in one language reads as a Telegram message: its text, and the buttons that copy, call or open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape as _escape
from urllib.parse import quote

from bot.api.client import Button, CopyText
from flows.helplines import Helpline
from flows.screen import Share
from flows.words import chat
from flows.words.web import call_page
from locales.speech import Block, ByHour, Door, Line, Lines, Listed, Nearby, Paragraph, Quote, Speech

escape = partial(_escape, quote=False)  # text only, never inside an attribute


def text_of(speak: Speech, title: str, blocks: list[Block], choices: list[str]) -> str:
    """Title, parts, the choices by name (some screen readers do not announce buttons), and the 112 line."""
    texts = [f"<b>{escape(speak(title))}</b>"]
    for block in blocks:
        for text in _texts(speak, block):
            if isinstance(block, Listed) and texts[-1].endswith(":"):
                texts[-1] += f"\n{text}"  # a list belongs to the line that announces it
            else:
                texts.append(text)
    if choices:
        named = speak(chat.CHOICES, choices=" · ".join(choices))
        texts.append(f"<i>{escape(named)}</i>")
    texts.append(escape(speak(chat.FOOTER)))
    return "\n\n".join(texts)


def _texts(speak: Speech, block: Block) -> Iterator[str]:
    match block:
        case Paragraph(said):
            yield escape(said.words)
        case Listed(lines):
            yield "\n".join(f"• {escape(line.words)}" for line in lines)
        case Quote(said):
            yield f"<blockquote>{escape(speak(chat.QUOTE, sentence=said.words))}</blockquote>"
        case Lines(lines):
            yield from (_helpline(line) for line in lines)
        case Nearby(name, about, phone, address, hours):
            known = [line for line in (about.words, phone, address.words, hours.words) if line]
            yield "\n".join([f"<b>{escape(name.words)}</b>", *(escape(line) for line in known)])
        case Door() | Share() | ByHour():
            pass  # a button and nothing else; and here the hour is known


def _helpline(line: Line) -> str:
    """Its name, and below it the number on a line of its own with what to know about it."""
    name, number = line.helpline.name, line.helpline.number
    words = ", ".join([f"<b>{number}</b>", *(escape(words) for words in line.about)])
    return words if name == number else f"{escape(name)}\n{words}"


def extra_rows(speak: Speech, blocks: list[Block], web_url: str) -> Iterator[list[Button]]:
    """The buttons that copy, call or open something: a row for each sentence, number and address."""
    sentences = [block.said.words for block in blocks if isinstance(block, Quote)]
    for n, sentence in enumerate(sentences, 1):
        label = speak(chat.COPY_SENTENCE) if len(sentences) == 1 else speak(chat.COPY_NTH_SENTENCE, n=n)
        yield [Button(label, copy_text=CopyText(sentence))]
    for block in blocks:
        match block:
            case Lines(lines):
                for line in lines:
                    if "-" in line.helpline.number:  # 112 and 113 are dialled sooner than pasted
                        yield _number_row(speak, line.helpline, web_url)
            case Door(url, label):
                yield [Button(label, url=url)]
            case Share() if web_url:
                yield [Button(speak(chat.SHARE), url=share_address(web_url))]


def share_address(web_url: str) -> str:
    """Where Telegram asks to whom the address of the web pages goes."""
    return f"https://t.me/share/url?url={quote(web_url + '/', safe='')}"


def _number_row(speak: Speech, line: Helpline, web_url: str) -> list[Button]:
    """A button that copies a number, and where there are web pages one to the page that can dial it."""
    copy = speak(chat.COPY_NUMBER, number=line.number)
    row = [Button(copy, copy_text=CopyText(line.number))]
    if web_url:
        url = f"{web_url}/{call_page(speak.locale.code, line.id)}"
        row.append(Button(speak(chat.CALL_NUMBER, number=line.number), url=url))
    return row
