"""What a visitor sends beside texts and pressed buttons, as updates that the real library can read."""

import pytest
from telegram import Bot, Message, Update

from simulator import contents
from simulator.telegram import Telegram
from simulator.visitor import Phone


def sent(telegram: Telegram, bot: Bot) -> list[Message]:
    """The messages that wait, read; each update is of the kind message."""
    read = [Update.de_json(update, bot).message for update in telegram.updates.pending]
    assert None not in read
    telegram.updates.clear()
    return [message for message in read if message]


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # of the timer itself
@pytest.mark.parametrize("what", contents.SERVICE)
async def test_a_service_message_has_no_text(telegram: Telegram, bot: Bot, phone: Phone, what: str) -> None:
    telegram.updates.clear()
    number = phone.service(what)
    [message] = sent(telegram, bot)
    assert (message.message_id, message.text, message.caption) == (number, None, None)
    assert message.from_user
    assert all(message.to_dict().get(kind) is not None for kind in contents.SERVICE[what])
    assert phone.messages[-1]["text"] == ""


async def test_a_pinned_message_is_told_by_another(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    page = await bot.send_message(5, "a page")
    telegram.updates.clear()
    number = phone.pin(page.message_id)
    [message] = sent(telegram, bot)
    assert message.message_id == number
    assert isinstance(message.pinned_message, Message)
    assert message.pinned_message.text == "a page"


async def test_the_bot_deletes_a_service_message_as_any_other(bot: Bot, phone: Phone) -> None:
    number = phone.service("auto-delete timer")
    await bot.delete_message(5, number)
    assert number not in [message["message_id"] for message in phone.messages]


async def test_an_album_is_ten_messages_of_one_group(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    telegram.updates.clear()
    numbers = phone.send_album("look")
    album = sent(telegram, bot)
    assert [message.message_id for message in album] == numbers
    assert len(album) == 10
    assert len({message.media_group_id for message in album}) == 1
    assert [message.caption for message in album] == ["look", *[None] * 9]
    phone.send_album(pictures=2)
    assert {message.media_group_id for message in sent(telegram, bot)}.isdisjoint({album[0].media_group_id})


async def test_a_rich_message_has_up_to_32768_characters_and_no_text(telegram: Telegram, phone: Phone) -> None:
    telegram.updates.clear()
    phone.send_rich("\N{CRYING FACE}" * 32_768)
    [update] = telegram.updates.pending
    assert "text" not in update["message"]
    assert update["message"]["rich_message"]["blocks"][0]["text"].endswith("\N{CRYING FACE}")
    _, body = await telegram.respond("getUpdates", {})
    assert 384 * 1024 < len(body) < 512 * 1024  # letters beyond ASCII go as escapes
    with pytest.raises(ValueError, match="32768 characters at most"):
        phone.send_rich("a" * 32_769)


async def test_a_private_chat_has_topics_only_when_botfather_was_told(
    telegram: Telegram, bot: Bot, phone: Phone
) -> None:
    with pytest.raises(LookupError):
        phone.open_topic()
    telegram.switches["has_topics_enabled"] = True
    assert (await telegram.call("getMe", {}))["result"]["has_topics_enabled"] is True
    telegram.updates.clear()
    thread = phone.open_topic()
    phone.type("hello")
    opened, typed = sent(telegram, bot)
    assert opened.forum_topic_created
    assert (opened.message_id, opened.message_thread_id) == (thread, thread)
    assert (typed.message_thread_id, typed.is_topic_message) == (thread, True)


async def test_an_answer_stands_in_a_topic_only_when_it_names_it(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    telegram.switches["has_topics_enabled"] = True
    thread = phone.open_topic()
    await bot.send_message(5, "outside")
    await bot.send_message(5, "inside", message_thread_id=thread)
    assert [message["thread"] for message in phone.messages[-2:]] == [None, thread]
    answer = await telegram.call("sendMessage", {"chat_id": 5, "text": "a", "message_thread_id": 99})
    assert answer["description"] == "Bad Request: message thread not found"


async def test_an_edit_may_be_of_an_older_text(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    first, _ = phone.type("one"), phone.type("two")
    telegram.updates.clear()
    phone.edit("three")
    phone.edit("four", first)
    edited = [Update.de_json(update, bot).edited_message for update in telegram.updates.pending]
    assert [(message.message_id, message.text) for message in edited if message] == [
        (first + 1, "three"),
        (first, "four"),
    ]
    assert all(message and message.edit_date for message in edited)
