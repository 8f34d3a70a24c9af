"""Of an update only that is read which we use, in the shape it must have; each by itself, whatever its bytes are."""

import json
import time
from typing import Any

import pytest

from bot.api.update import Content, Message, Sent, Unreadable, Update, read, read_batch
from tests.support.strange import UNREADABLE

CHAT = {"id": 5, "type": "private", "first_name": "canary"}
PERSON = {"id": 6, "is_bot": False, "first_name": "canary", "username": "canary", "language_code": "nl"}
MESSAGE = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON, "text": "words", "edit_date": 2}
QUERY = {"id": "1", "from": PERSON, "chat_instance": "7", "data": "x", "message": MESSAGE}


def raw(update_id: object, **kinds: object) -> bytes:
    return json.dumps({"update_id": update_id} | kinds).encode()


def said(**content: object) -> Message:
    update = read(raw(1, message=MESSAGE | {"text": None} | content))
    assert isinstance(update, Update)
    assert update.message
    return update.message


@pytest.mark.parametrize("kind", [{"message": MESSAGE}, {"edited_message": MESSAGE}, {"callback_query": QUERY}])
def test_no_name_is_read(kind: dict[str, Any]) -> None:
    """F45: what is not there cannot be shown."""
    update = read(raw(1, **kind))
    assert isinstance(update, Update)
    assert "canary" not in repr(update)


def test_words_language_and_place_are_kept() -> None:
    message = said(text="words", message_thread_id=4)
    assert (message.text, message.chat.id, message.message_id, message.message_thread_id) == ("words", 5, 1, 4)
    assert message.from_user
    assert message.from_user.language_code == "nl"


def test_the_words_below_a_picture_are_kept() -> None:
    message = said(photo=[], caption="words", media_group_id="7")
    assert (message.caption, message.media_group_id, message.kind) == ("words", "7", Sent.MEDIA)


@pytest.mark.parametrize("kind", Content.__struct_fields__)
@pytest.mark.parametrize("value", [{"id": 1}, [], "a new kind", 7, True])
def test_what_is_sent_besides_words_need_not_be_understood(kind: str, value: object) -> None:
    """F40: python-telegram-bot refuses a poll, or a picture, with a field that Telegram took away."""
    assert said(**{kind: value}).kind


def test_what_is_null_was_not_sent() -> None:
    assert said(photo=None, poll=None).kind is None


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (["voice"], Sent.VOICE),
        (["audio"], Sent.VOICE),
        (["video_note"], Sent.VOICE),
        (["location"], Sent.LOCATION),
        (["venue", "location"], Sent.LOCATION),
        (["contact"], Sent.CONTACT),
        (["sticker"], Sent.STICKER),
        (["animation", "document"], Sent.STICKER),
        (["poll"], Sent.STICKER),
        (["photo"], Sent.MEDIA),
        (["video"], Sent.MEDIA),
        (["document"], Sent.MEDIA),
    ],
)
def test_what_was_sent_is_known_by_its_kind(sent: list[str], kind: Sent) -> None:
    assert said(**{name: {"id": 1} for name in sent}).kind is kind


@pytest.mark.parametrize(
    ("rich", "words"),
    [
        ({"blocks": [{"type": "paragraph", "text": "help me"}]}, "help me"),
        ({"blocks": [{"type": "paragraph", "text": ["help", {"type": "bold", "text": "me"}]}]}, "help me"),
        (
            {
                "blocks": [
                    {"type": "heading", "size": 1, "text": "help"},
                    {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "me"}]}]},
                ]
            },
            "help me",
        ),
        ({"blocks": [{"type": "divider"}], "is_rtl": True}, ""),
        ({"blocks": None}, ""),
        ([], ""),
        (7, ""),
    ],
)
def test_what_is_written_in_a_rich_message_is_read(rich: object, words: str) -> None:
    """G03: it comes instead of a text, and may be as long as eight of those."""
    message = said(rich_message=rich)
    assert message.words == words
    assert message.kind


def test_a_rich_message_of_any_depth_is_a_message_all_the_same() -> None:
    """G04."""
    nested = b'{"a":' * 900 + b"1" + b"}" * 900
    update = read(
        raw(1, message=MESSAGE | {"text": None, "rich_message": 0}).replace(b'_message": 0', b'_message": %s' % nested)
    )
    if isinstance(update, Update):
        assert update.message
        assert update.message.words == ""
    else:
        assert update.update_id == 1


@pytest.mark.parametrize("bad", [bad for bad in UNREADABLE if bad and "telepathy" not in bad])
def test_another_shape_is_refused_without_quoting_it(bad: dict[str, Any]) -> None:
    """F04."""
    assert read(raw(1, **bad)) == Unreadable(1)


@pytest.mark.parametrize("field", ["message_id", "date", "chat", "text", "edit_date", "from"])
@pytest.mark.parametrize("value", [True, 1.5, [], "", 10**40])
def test_a_field_of_another_shape_is_refused(field: str, value: object) -> None:
    if field == "text" and value == "":
        return  # an empty text is one
    assert read(raw(1, message=MESSAGE | {field: value})) == Unreadable(1)


def test_a_kind_we_do_not_use_is_nobodys() -> None:
    """F43."""
    update = read(raw(1, inline_query={"query": "canary", "from": PERSON}))
    assert update == Update(1)


BYTES = {
    "objects 1,000 deep": b'{"update_id": 2, "poll": %s1%s}' % (b'{"a":' * 1_000, b"}" * 1_000),
    "objects 100,000 deep": b'{"update_id": 2, "poll": %s1%s}' % (b'{"a":' * 100_000, b"}" * 100_000),
    "lists 1,000 deep": b'{"update_id": 2, "message": %s%s}' % (b"[" * 1_000, b"]" * 1_000),
    "depth in what was sent": b'{"update_id": 2, "message": {"photo": %s%s}}' % (b"[" * 5_000, b"]" * 5_000),
    "half a surrogate pair": b'{"update_id": 2, "message": {"text": "\\ud800"}}',
    "the other half": b'{"update_id": 2, "message": {"text": "\\udc00 x"}}',
    "half a pair in a name": b'{"update_id": 2, "message": {"from": {"first_name": "\\ud800"}}}',
    "no UTF-8 in a text": b'{"update_id": 2, "message": {"text": "\xff"}}',
    "no UTF-8 in a key": b'{"update_id": 2, "\xfe\xff": 1}',
    "a surrogate in UTF-8": b'{"update_id": 2, "message": {"text": "\xed\xa0\x80"}}',
    "NUL": b'{"update_id": 2, "message": {"text": "\0"}}',
    "a number without end": b'{"update_id": 2, "message": {"date": %s}}' % (b"9" * 10_000),
    "a number too large for a float": b'{"update_id": 2, "message": {"date": 1e999}}',
    "infinity": b'{"update_id": 2, "message": {"date": -Infinity}}',
    "brackets in a text": b'{"update_id": 2, "message": {"text": "]}]}[{\\"[{"}}',
    "another number in a text": b'{"message": {"text": "{\\"update_id\\": 9}"}, "update_id": 2}',
}
"""One update each; none is as Telegram sends them."""


@pytest.mark.parametrize("bad", BYTES.values(), ids=BYTES)
def test_one_update_of_any_bytes_keeps_the_others_from_nobody(bad: bytes) -> None:
    """G04: and its own number is known, so that it can be confirmed."""
    body = b'{"ok":true,"result":[%b,%b,%b]}' % (raw(1, message=MESSAGE), bad, raw(3, message=MESSAGE))
    one, two, three = read_batch(body)
    assert isinstance(one, Update)
    assert isinstance(three, Update)
    assert (one.update_id, two.update_id, three.update_id) == (1, 2, 3)


@pytest.mark.parametrize("bad", BYTES.values(), ids=BYTES)
def test_update_of_any_bytes_is_read_by_itself(bad: bytes) -> None:
    """G04: as a webhook brings it."""
    assert read(bad).update_id == 2


BROKEN = {
    "a text that does not end": b'{"update_id": 2, "message": {"text": "x}}',
    "an object that does not end": b'{"update_id": 2, "message": {"text": "x"}',
    "a list that does not end": b'{"update_id": 2, "message": [[["x"}',
    "brackets that cross": b'{"update_id": 2, "message": [{"text": "x"]}}',
    "a bracket too many": b'{"update_id": 2, "message": {"text": "x"}}}',
    "the end of the list in the midst": b'{"update_id": 2]}, "message": 7}',
    "no quotes": b"{update_id: 2, message: 7}",
    "nothing": b"",
    "a word": b"update",
}
"""None of these is JSON, so the end of it cannot be told from what comes after it."""


@pytest.mark.parametrize("bad", BROKEN.values(), ids=BROKEN)
def test_an_update_without_an_end_hides_the_others_for_one_poll_at_most(bad: bytes) -> None:
    """G04: poll by poll, as the offset moves over what was read."""
    waiting = [(n, bad if n == 2 else raw(n, message=MESSAGE)) for n in range(1, 6)]
    answered: list[int] = []
    for _ in range(5):
        found = read_batch(b'{"ok":true,"result":[%b]}' % b",".join(wire for _, wire in waiting))
        answered += [one.update_id for one in found if isinstance(one, Update)]
        offset = max((one.update_id for one in found), default=0) + 1
        waiting = [(n, wire) for n, wire in waiting if n >= offset]
    assert answered == [1, 3, 4, 5]


NUMBERS: dict[str, object] = {
    "none": None,
    "a word": "7",
    "a fraction": 1.5,
    "true": True,
    "a list": [7],
    "below zero": -7,
    "of 40 digits": 10**40,
}


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_an_update_without_a_number_that_can_be_read_is_still_told(number: object) -> None:
    """G04: it is counted, and nobody else waits for it."""
    body = b'{"ok":true,"result":[%b,%b]}' % (raw(number, message=7), raw(3, message=MESSAGE))
    bad, good = read_batch(body)
    assert bad == Unreadable(0)
    assert good.update_id == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"ok":true}',
        b'{"ok":true,"result":true}',
        b'{"ok":true,"result":{"a":1}}',
        b"<html>",
        b"\xff\xfe",
    ],
)
def test_what_is_no_answer_to_a_poll_is_said_to_be_none(body: bytes) -> None:
    """F21."""
    with pytest.raises(ValueError, match="list of updates"):
        read_batch(body)


def test_no_updates_are_an_answer() -> None:
    assert read_batch(b'{"ok":true,"result":[]}') == []


@pytest.mark.parametrize("text", ['"' * 4_096, "\\" * 4_096, "[" * 4_096, "\x01" * 4_096])
def test_a_body_that_was_cut_off_is_looked_through_in_little_time(text: str) -> None:
    """G04: each quote could begin another text that never ends."""
    batch = [{"update_id": n, "message": MESSAGE | {"text": text}} for n in range(100)]
    body = json.dumps({"ok": True, "result": batch}).encode()
    began = time.process_time()
    assert [update.update_id for update in read_batch(body[:-200])] == list(range(99))
    assert time.process_time() - began < 2
