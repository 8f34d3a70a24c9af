"""HTML as a browser reads it, and only when it is valid.

Valid is: the tokenizer finds no error; the tree that a browser builds has the very tags and texts that were written,
in their order, so nothing is misnested, left open or closed twice; and turbohtml's conformance check, which follows
the Nu Html Checker, finds no error.
"""

from collections.abc import Iterator

import turbohtml
from turbohtml import TokenType
from turbohtml.conformance import check
from turbohtml.etree import ElementView, document_fromstring, fragment_fromstring


class InvalidMarkup(ValueError):
    """Says what is wrong with it."""


def document(html: str) -> ElementView:
    """The root of a whole page. Raises `InvalidMarkup`."""
    if not html.lower().startswith("<!doctype html>"):
        raise InvalidMarkup("begins without <!doctype html>")
    page = _parsed(html)
    _refuse_other(html, page.serialize())
    if faults := [message.message for message in check(page).messages if message.severity == "error"]:
        raise InvalidMarkup("; ".join(faults))
    return document_fromstring(html)


def fragment(html: str) -> ElementView:
    """The root around what is pasted into a page. Raises `InvalidMarkup`."""
    body = _parsed(f"<!doctype html><body>{html}").find("body")
    assert body is not None
    _refuse_other(html, body.inner_html)
    return fragment_fromstring(html, create_parent=True)


def _parsed(html: str) -> turbohtml.Document:
    try:
        return turbohtml.parse(html, strict=True)
    except turbohtml.HTMLParseError as error:
        raise InvalidMarkup(str(error)) from None


def _refuse_other(written: str, built: str) -> None:
    for ours, theirs in zip([*_pieces(written), "the end"], [*_pieces(built), "the end"], strict=False):
        if ours != theirs:
            raise InvalidMarkup(f"writes {ours!r} where a browser takes {theirs!r}")


def _pieces(html: str) -> Iterator[str]:
    """Tags and texts in order. Where white space stands between tags is all the same."""
    for token in turbohtml.tokenize(html):
        match token.type:
            case TokenType.TEXT if text := (token.data or "").strip():
                yield text
            case TokenType.START_TAG:
                yield f"<{token.tag}>"
            case TokenType.END_TAG:
                yield f"</{token.tag}>"
        if token.self_closing:
            yield f"</{token.tag}>"
