"""Of an update only that is read which we use, in the shape it must have."""

from typing import Any

import pytest

from bot.api.update import Unreadable, read
from simulator.faults import UNREADABLE

CHAT = {"id": 5, "type": "private", "first_name": "canary"}
PERSON = {"id": 6, "is_bot": False, "first_name": "canary", "username": "canary", "language_code": "nl"}
MESSAGE = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON, "text": "words", "edit_date": 2}
QUERY = {"id": "1", "from": PERSON, "chat_instance": "7", "data": "x", "message": MESSAGE}


@pytest.mark.parametrize("kind", [{"message": MESSAGE}, {"edited_message": MESSAGE}, {"callback_query": QUERY}])
def test_no_name_is_read(kind: dict[str, Any]) -> None:
    """F45: what is not there cannot be shown."""
    update = read({"update_id": 1} | kind)
    assert "canary" not in repr(update)
    assert update.chat_id == 5


def test_a_press_on_a_page_that_telegram_does_not_show_has_the_lane_of_the_person() -> None:
    assert read({"update_id": 1, "callback_query": QUERY | {"message": None}}).chat_id == 6


def test_words_language_and_place_are_kept() -> None:
    update = read({"update_id": 1, "message": MESSAGE})
    assert update.message
    assert (update.message.text, update.message.chat.id, update.message.message_id) == ("words", 5, 1)
    assert update.message.from_user
    assert update.message.from_user.language_code == "nl"


def test_the_words_below_a_picture_are_kept() -> None:
    update = read({"update_id": 1, "message": MESSAGE | {"text": None, "photo": [], "caption": "words"}})
    assert update.message
    assert update.message.caption == "words"


def test_what_is_sent_besides_words_need_not_be_understood() -> None:
    """F40: python-telegram-bot refuses a poll, or a picture, with a field that Telegram took away."""
    assert read({"update_id": 1, "message": MESSAGE | {"text": None, "poll": {"id": 1}, "photo": "new kind"}}).message


@pytest.mark.parametrize("raw", [raw for raw in UNREADABLE if raw and "telepathy" not in raw])
def test_another_shape_is_refused_without_quoting_it(raw: dict[str, Any]) -> None:
    """F04."""
    with pytest.raises(Unreadable) as refused:
        read({"update_id": 1} | raw)
    assert "canary" not in str(refused.value)


@pytest.mark.parametrize("field", ["message_id", "date", "chat", "text", "edit_date", "from"])
@pytest.mark.parametrize("value", [True, 1.5, [], "", 10**40])
def test_a_field_of_another_shape_is_refused(field: str, value: object) -> None:
    if field == "text" and value == "":
        return  # an empty text is one
    with pytest.raises(Unreadable):
        read({"update_id": 1, "message": MESSAGE | {field: value}})


def test_a_kind_we_do_not_use_is_nobodys() -> None:
    """F43."""
    update = read({"update_id": 1, "inline_query": {"query": "canary", "from": PERSON}})
    assert update.chat_id is None
    assert "canary" not in repr(update)
