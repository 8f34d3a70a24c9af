"""Of an update only that is read which we use, in the shape it must have."""

from typing import Any

import pytest
from telegram import Update

from bot.intake.reading import Unreadable, used
from simulator.faults import UNREADABLE

CHAT = {"id": 5, "type": "private", "first_name": "canary"}
PERSON = {"id": 5, "is_bot": False, "first_name": "canary", "username": "canary", "language_code": "nl"}
MESSAGE = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON, "text": "words", "edit_date": 2}


def test_no_name_is_read() -> None:
    """F45: what is not there cannot be shown."""
    query = {"id": "1", "from": PERSON, "chat_instance": "7", "data": "x", "message": MESSAGE}
    for raw in ({"message": MESSAGE}, {"edited_message": MESSAGE}, {"callback_query": query}):
        read = used({"update_id": 1} | raw)
        assert "canary" not in str(read)
        assert Update.de_json(read, None).effective_user is not None


def test_words_language_and_place_are_kept() -> None:
    update = Update.de_json(used({"update_id": 1, "message": MESSAGE}), None)
    assert update.message
    assert (update.message.text, update.message.chat.id, update.message.message_id) == ("words", 5, 1)
    assert update.message.from_user
    assert update.message.from_user.language_code == "nl"


def test_what_is_sent_besides_words_need_not_be_understood() -> None:
    """F40: python-telegram-bot refuses a poll, or a picture, with a field that Telegram took away."""
    read = used({"update_id": 1, "message": MESSAGE | {"text": None, "poll": {"id": 1}, "photo": "new kind"}})
    assert Update.de_json(read, None).message


@pytest.mark.parametrize("raw", [raw for raw in UNREADABLE if raw and "telepathy" not in raw])
def test_another_shape_is_refused_without_quoting_it(raw: dict[str, Any]) -> None:
    """F04."""
    if raw.get("message") == {"message_id": 1, "chat": {"id": 5}, "date": 1, "text": "canary"}:
        raw = {"message": raw["message"] | {"chat": {"id": "canary", "type": "private"}}}
    with pytest.raises(Unreadable) as refused:
        used({"update_id": 1} | raw)
    assert "canary" not in str(refused.value)


@pytest.mark.parametrize("field", ["message_id", "date", "chat", "text", "edit_date", "from"])
@pytest.mark.parametrize("value", [True, 1.5, [], "", 10**40])
def test_a_field_of_another_shape_is_refused(field: str, value: object) -> None:
    if field == "text" and value == "":
        return  # an empty text is one
    with pytest.raises(Unreadable):
        used({"update_id": 1, "message": MESSAGE | {field: value}})


def test_a_kind_we_do_not_use_is_only_a_number() -> None:
    """F43."""
    assert used({"update_id": 1, "inline_query": {"query": "canary"}}) == {"update_id": 1}
