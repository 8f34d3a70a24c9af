"""What a person does becomes an update that the real library can read."""

import pytest
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, ChatMigrated, Forbidden

from simulator.telegram import Telegram
from simulator.visitor import NoSuchButton, Phone
from tests.support.standing_clock import StandingClock

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Go", callback_data="go"), InlineKeyboardButton("Stop", callback_data="stop")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("0800-2000"))],
        [InlineKeyboardButton("Read", url="https://example.nl")],
    ]
)


def read(telegram: Telegram, bot: Bot) -> list[Update]:
    updates = [Update.de_json(update, bot) for update in telegram.updates.pending]
    telegram.updates.clear()
    return updates


async def test_start_carries_the_code_and_the_language(telegram: Telegram, bot: Bot) -> None:
    telegram.phone(5, "nl-BE", first_name="Sam").start("vlaardingen")
    telegram.phone(6, None).start()
    first, second = read(telegram, bot)
    assert first.message
    assert first.message.text == "/start vlaardingen"
    assert first.message.from_user
    assert first.message.from_user.language_code == "nl-BE"
    assert first.message.entities[0].type == "bot_command"
    assert second.effective_user
    assert second.effective_user.language_code is None


async def test_every_update_a_person_causes_can_be_read(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    phone.type("hello")
    phone.edit("hello there")
    phone.send_photo("look")
    phone.press("Go")
    phone.block()
    phone.start()
    group = phone.group()
    group.add_bot()
    group.type("/start")
    group.remove_bot()
    kinds = [[kind for kind in Update.ALL_TYPES if getattr(update, kind) is not None] for update in read(telegram, bot)]
    assert kinds == [
        ["message"],
        ["message"],
        ["edited_message"],
        ["message"],
        ["callback_query"],
        ["my_chat_member"],
        ["my_chat_member"],
        ["message"],
        ["my_chat_member"],
        ["message"],
        ["message"],
        ["my_chat_member"],
    ]


async def test_a_button_sends_its_data_and_the_message_it_stands_on(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    telegram.updates.clear()
    query = phone.press((0, 1))
    [update] = read(telegram, bot)
    assert update.callback_query
    assert update.callback_query.id == query
    assert update.callback_query.data == "stop"
    assert isinstance(update.callback_query.message, Message)
    assert update.callback_query.message.message_id == sent.message_id
    assert phone.unanswered == [query]
    await update.callback_query.answer("Stopped", show_alert=True)
    assert phone.unanswered == []
    assert phone.alerts == [{"text": "Stopped", "show_alert": True}]


async def test_a_button_on_an_old_or_vanished_message_comes_without_the_message(
    telegram: Telegram, bot: Bot, phone: Phone, clock: StandingClock
) -> None:
    sent = await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    clock.later(hours=49)
    telegram.updates.clear()
    phone.press("Go")
    phone.forge("anything", 99_999)
    old, vanished = read(telegram, bot)
    assert old.callback_query
    assert old.callback_query.message
    assert vanished.callback_query
    assert old.callback_query.message.is_accessible is False
    assert old.callback_query.message.message_id == sent.message_id
    assert vanished.callback_query.message
    assert vanished.callback_query.message.is_accessible is False


async def test_a_button_can_be_pressed_only_as_long_as_it_is_shown(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    await bot.edit_message_text("Chosen", 5, sent.message_id)
    with pytest.raises(NoSuchButton):
        phone.press("Go")


async def test_the_newest_of_equal_buttons_is_pressed(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    older = await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    newer = await bot.send_message(5, "Choose again", reply_markup=KEYBOARD)
    telegram.updates.clear()
    phone.press("Go")
    phone.press_on(older.message_id, "Go")
    pressed = [update["callback_query"]["message"]["message_id"] for update in telegram.updates.pending]
    assert pressed == [newer.message_id, older.message_id]


async def test_copying_and_opening_a_link_happen_on_the_phone(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    await bot.send_message(5, "Choose", reply_markup=KEYBOARD)
    assert phone.copy("Copy") == "0800-2000"
    assert phone.link("Read") == "https://example.nl"
    with pytest.raises(NoSuchButton):
        phone.press("Copy")
    assert len(telegram.updates) == 1  # the start


async def test_the_chat_shows_both_sides_in_order(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(5, "<b>Hello</b>", parse_mode="HTML", disable_notification=True)
    await bot.send_message(5, "Once more")
    await bot.edit_message_text("Bye", 5, sent.message_id)
    shown = [(message["from_bot"], message["text"], message["edited"]) for message in phone.messages]
    assert shown == [(False, "/start", False), (True, "Bye", True), (True, "Once more", False)]
    assert phone.notifications == ["Once more"]
    assert phone.screen["text"] == "Once more"


async def test_message_ids_run_across_all_chats(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    other = telegram.phone(6)
    other.start()
    first, second = await bot.send_message(5, "a"), await bot.send_message(6, "b")
    third = await bot.send_message(5, "c")
    assert (second.message_id, third.message_id) == (first.message_id + 1, first.message_id + 2)


async def test_a_long_text_arrives_in_parts(telegram: Telegram, phone: Phone) -> None:
    phone.type("a" * 5000)
    assert [len(message["text"]) for message in phone.messages[1:]] == [4096, 904]


async def test_start_unblocks(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    phone.block()
    phone.start()
    _, blocked, unblocked, _ = read(telegram, bot)
    assert blocked.my_chat_member
    assert unblocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
    assert unblocked.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert await bot.send_message(5, "welcome back")


async def test_in_a_group_the_bot_is_shown_commands_only(telegram: Telegram, phone: Phone) -> None:
    group = phone.group("Neighbours")
    group.add_bot()
    telegram.updates.clear()
    group.type("something private")
    group.type("/start")
    assert [update["message"]["text"] for update in telegram.updates.pending] == ["/start"]


async def test_a_bot_that_left_a_group_cannot_write_there(telegram: Telegram, bot: Bot, phone: Phone) -> None:
    group = phone.group()
    group.add_bot()
    await bot.leave_chat(group.chat_id)
    answer = await telegram.call("sendMessage", {"chat_id": group.chat_id, "text": "a"})
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot is not a member of the group chat")


async def test_a_group_that_becomes_a_supergroup_ends_and_says_where_it_goes_on(
    telegram: Telegram, bot: Bot, phone: Phone
) -> None:
    group = phone.group()
    group.add_bot()
    telegram.updates.clear()
    supergroup = group.upgrade()
    ended, begun = [update.message for update in read(telegram, bot)]
    assert ended
    assert begun
    assert (ended.chat.id, ended.migrate_to_chat_id) == (group.chat_id, supergroup.chat_id)
    assert (begun.chat.id, begun.migrate_from_chat_id) == (supergroup.chat_id, group.chat_id)
    assert (begun.chat.type, begun.chat.id < -1_000_000_000_000) == ("supergroup", True)
    for leave in (bot.leave_chat(group.chat_id), bot.send_message(group.chat_id, "a")):
        with pytest.raises(ChatMigrated) as moved:
            await leave
        assert moved.value.new_chat_id == supergroup.chat_id
    assert await bot.leave_chat(supergroup.chat_id)


@pytest.mark.parametrize("is_member", [True, False])
async def test_a_restricted_bot_may_be_a_member_and_cannot_write(
    telegram: Telegram, bot: Bot, phone: Phone, *, is_member: bool
) -> None:
    group = phone.group()
    group.add_bot()
    with pytest.raises(LookupError):
        group.restrict_bot()
    supergroup = group.upgrade()
    telegram.updates.clear()
    supergroup.restrict_bot(is_member=is_member)
    [update] = read(telegram, bot)
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.to_dict()["status"] == "restricted"
    assert update.my_chat_member.new_chat_member.to_dict()["is_member"] is is_member
    with pytest.raises(BadRequest if is_member else Forbidden):
        await bot.send_message(supergroup.chat_id, "a")
    if is_member:
        assert await bot.leave_chat(supergroup.chat_id)
