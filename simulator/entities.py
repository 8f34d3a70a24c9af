"""Telegram's HTML: from markup to plain text with entities, refusing what Telegram refuses.

It reads character by character, as the server does: a forgiving HTML parser accepts markup that Telegram refuses.
Offsets and lengths count UTF-16 units; the places named in errors count bytes.
"""

import re
import sys
from functools import lru_cache
from typing import Any, NamedTuple

from simulator.refusals import Refused

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_TAG_NAME = re.compile(r"<([^\s>]*)\s*")
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)\s*(?:=\s*("[^"]*"|'[^']*'|[\w.-]+))?\s*""")
_FOUND_BY_ITSELF = re.compile(r"(?<![\w/])/[a-zA-Z0-9_]{1,64}(?:@\w+)?|https?://[^\s<>\"]*[^\s<>\".,;:!?)]")

Entity = dict[str, Any]


class _Open(NamedTuple):
    tag: str
    attributes: dict[str, str]
    offset: int


def units(text: str) -> int:
    """The length of a text as Telegram counts it in entities."""
    return len(text.encode("utf-16-le")) // 2


@lru_cache(maxsize=2_000)  # a bot shows the same pages again and again
def parse(html: str) -> tuple[str, list[Entity]]:
    """The text that is shown, and its entities in reading order."""
    text: list[str] = []
    opened: list[_Open] = []
    entities: list[Entity] = []
    offset = at = 0
    while at < len(html):
        if html[at] != "<":
            character, at = _character(html, at)
            text.append(character)
            offset += units(character)
        elif html.startswith("</", at):
            at = _close(html, at, opened, offset, entities)
        else:
            tag, attributes, at = _open(html, at)
            opened.append(_Open(tag, attributes, offset))
    if opened:
        raise _wrong(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return trimmed("".join(text), sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def detected(text: str) -> list[Entity]:
    """Commands and addresses, which Telegram marks without being asked."""
    found = []
    for match in _FOUND_BY_ITSELF.finditer(text):
        kind = "bot_command" if match[0].startswith("/") else "url"
        found.append({"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])})
    return found


def _wrong(reason: str) -> Refused:
    return Refused(f"can't parse entities: {reason}")


def _byte(html: str, at: int) -> int:
    return len(html[:at].encode())


def _character(html: str, at: int) -> tuple[str, int]:
    if html[at] != "&":
        return html[at], at + 1
    match = _CHARACTER.match(html, at)
    if match is None:
        # Telegram accepts it, against its own documentation. Here a bare "&" means that a text was not escaped.
        raise _wrong(f'Unescaped "&" at byte offset {_byte(html, at)}')
    if match[1]:
        return CHARACTERS[match[1]], match.end()
    code = int(match[2]) if match[2] else int(match[3], 16)
    if not 0 < code <= sys.maxunicode:
        raise _wrong(f"Wrong character code at byte offset {_byte(html, at)}")
    return chr(code), match.end()


def _open(html: str, begin: int) -> tuple[str, dict[str, str], int]:
    place = f"at byte offset {_byte(html, begin)}"
    name = _TAG_NAME.match(html, begin)
    if name is None or name.end(1) == len(html):
        raise _wrong(f"Unclosed start tag {place}")
    tag = name[1].lower()
    if tag not in TAGS:
        raise _wrong(f'Unsupported start tag "{tag}" {place}')
    attributes: dict[str, str] = {}
    at = name.end()
    while at < len(html) and html[at] != ">":
        match = _ATTRIBUTE.match(html, at)
        if match is None:
            raise _wrong(f'Empty attribute name in the tag "{tag}" {place}')
        value = (match[2] or "").strip("\"'")
        attributes[match[1]] = _CHARACTER.sub(lambda found: _character(found[0], 0)[0], value)
        at = match.end()
    if at >= len(html):
        raise _wrong(f'Unclosed start tag "{tag}" {place}')
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" {place}')
    return tag, attributes, at + 1


def _close(html: str, begin: int, opened: list[_Open], offset: int, entities: list[Entity]) -> int:
    place = f"at byte offset {_byte(html, begin)}"
    if not opened:
        raise _wrong(f"Unexpected end tag {place}")
    end = _END_TAG.match(html, begin)
    if end is None:
        raise _wrong(f"Unclosed end tag {place}")
    tag, attributes, start = opened.pop()
    if end[1] and end[1].lower() != tag:
        raise _wrong(f'Unmatched end tag {place}, expected "</{tag}>", found "</{end[1]}>"')
    if offset > start:
        entities.append({"type": TAGS[tag], "offset": start, "length": offset - start} | _details(tag, attributes))
    return end.end()


def _details(tag: str, attributes: dict[str, str]) -> Entity:
    match tag:
        case "a":
            return {"url": attributes.get("href", "")}
        case "code" if attributes.get("class", "").startswith("language-"):
            return {"language": attributes["class"].removeprefix("language-")}
        case "tg-emoji":
            return {"custom_emoji_id": attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
    return {}


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Telegram cuts white space from both ends of a message, and the entities with it."""
    cut = units(text) - units(text.lstrip())
    kept = text.strip()
    end = units(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        length = min(entity["offset"] - cut + entity["length"], end) - start
        if length > 0:
            moved.append(entity | {"offset": start, "length": length})
    return kept, moved


def with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities and, where none stands already, what Telegram finds by itself."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities if "url" in entity]
    found = [entity for entity in detected(text) if not any(begin <= entity["offset"] < end for begin, end in taken)]
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))
