"""Telegram's HTML: what it means and what is refused."""

import pytest

from simulator import entities
from simulator.refusals import Refused


def test_tags_become_entities_and_characters_become_themselves() -> None:
    assert entities.parse("<b>A &amp; B</b> &lt;c&gt; &#233;") == (
        "A & B <c> é",
        [{"type": "bold", "offset": 0, "length": 5}],
    )


def test_offsets_count_utf16_units() -> None:
    _, found = entities.parse("\N{ONCOMING POLICE CAR} <i>x</i>")
    assert found == [{"type": "italic", "offset": 3, "length": 1}]


def test_entities_may_lie_within_each_other() -> None:
    text, found = entities.parse('<blockquote>a <b>b</b></blockquote> <a href="https://x.nl/?a=1&amp;b">c</a>')
    assert text == "a b c"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == [
        ("blockquote", 0, 3),
        ("bold", 2, 1),
        ("text_link", 4, 1),
    ]
    assert found[2]["url"] == "https://x.nl/?a=1&b"


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<strong>a</strong>", "bold"),
        ("<em>a</em>", "italic"),
        ("<ins>a</ins>", "underline"),
        ("<del>a</del>", "strikethrough"),
        ("<span class='tg-spoiler'>a</span>", "spoiler"),
        ("<tg-spoiler>a</tg-spoiler>", "spoiler"),
        ("<blockquote expandable>a</blockquote>", "expandable_blockquote"),
        ("<code>a</code>", "code"),
        ("<pre>a</pre>", "pre"),
    ],
)
def test_each_tag_has_its_entity(html: str, kind: str) -> None:
    assert entities.parse(html) == ("a", [{"type": kind, "offset": 0, "length": 1}])


def test_white_space_around_a_message_is_cut_and_entities_move_along() -> None:
    assert entities.parse(" \n<b> a </b>\n") == ("a", [{"type": "bold", "offset": 0, "length": 1}])


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('<a href="x', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("R&D", 'Unescaped "&" at byte offset 1'),
        ("a&nbsp;b", 'Unescaped "&" at byte offset 1'),
    ],
)
def test_markup_that_telegram_cannot_read_is_refused(html: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        entities.parse(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_commands_and_addresses_are_found_without_markup() -> None:
    found = entities.detected("/start vlaardingen, en/of https://example.nl/a.")
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == [
        ("bot_command", 0, 6),
        ("url", 26, 20),
    ]
