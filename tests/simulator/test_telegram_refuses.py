"""Each thing that Telegram refuses, in its own words."""

from typing import Any

import pytest

from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support.standing_clock import StandingClock

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
TEXT_BUTTON = "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


async def refusal(telegram: Telegram, method: str, **params: Any) -> str:
    answer = await telegram.call(method, params)
    assert answer["ok"] is False, answer
    return str(answer["description"])


async def done(telegram: Telegram, method: str, **params: Any) -> Any:
    answer = await telegram.call(method, params)
    assert answer["ok"] is True, answer
    return answer["result"]


async def refused_button(telegram: Telegram, **button: Any) -> str:
    markup = {"inline_keyboard": [[{"text": "Press"} | button]]}
    return await refusal(telegram, "sendMessage", chat_id=5, text="hello", reply_markup=markup)


@pytest.fixture(autouse=True)
def _somebody_started(phone: Phone) -> None: ...


async def test_a_method_that_does_not_exist_is_not_found(telegram: Telegram) -> None:
    answer = await telegram.call("sendPhoto", {"chat_id": 5})
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_the_name_of_a_method_may_be_written_in_small_letters(telegram: Telegram) -> None:
    assert (await done(telegram, "getme"))["id"] == telegram.bot["id"]


async def test_a_wrong_token_is_unauthorized(telegram: Telegram) -> None:
    someone_else = "123:other"
    answer = await telegram.call("getMe", {}, token=someone_else)
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_parameter_the_method_does_not_have_is_refused(telegram: Telegram) -> None:
    assert "no parameter 'silent'" in await refusal(telegram, "sendMessage", chat_id=5, text="a", silent=True)


async def test_parameters_may_be_json_or_form_fields_with_json_in_them(telegram: Telegram, phone: Phone) -> None:
    markup = '{"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}'
    await done(telegram, "sendMessage", chat_id="5", text="a", reply_markup=markup, disable_notification="true")
    assert phone.screen["keyboard"] == [[{"text": "Go", "callback_data": "go"}]]
    assert phone.notifications == []


async def test_a_parameter_that_is_no_json_is_refused(telegram: Telegram) -> None:
    description = await refusal(telegram, "sendMessage", chat_id=5, text="a", reply_markup="{")
    assert description == "Bad Request: can't parse reply markup JSON object"


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_an_empty_text_is_refused(telegram: Telegram, text: str) -> None:
    description = await refusal(telegram, "sendMessage", chat_id=5, text=text, parse_mode="HTML")
    assert description == "Bad Request: message text is empty"


async def test_the_length_of_a_text_counts_after_its_markup_is_read(telegram: Telegram) -> None:
    await done(telegram, "sendMessage", chat_id=5, text=f"<b>{'a' * 4096}</b>", parse_mode="HTML")
    description = await refusal(telegram, "sendMessage", chat_id=5, text="a" * 4097)
    assert description == "Bad Request: message is too long"


async def test_a_parse_mode_other_than_html_is_not_simulated(telegram: Telegram) -> None:
    description = await refusal(telegram, "sendMessage", chat_id=5, text="a", parse_mode="MarkdownV2")
    assert description == "Bad Request: unsupported parse_mode"


async def test_a_chat_where_nobody_ever_wrote_is_not_found(telegram: Telegram) -> None:
    telegram.phone(6)
    for chat_id in (6, 7, "@somebody"):
        assert await refusal(telegram, "sendMessage", chat_id=chat_id, text="a") == "Bad Request: chat not found"


async def test_a_visitor_who_blocked_the_bot_gets_nothing(telegram: Telegram, phone: Phone) -> None:
    phone.block()
    answer = await telegram.call("sendMessage", {"chat_id": 5, "text": "a"})
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


async def test_callback_data_of_64_bytes_is_the_most(telegram: Telegram) -> None:
    markup = {"inline_keyboard": [[{"text": "Press", "callback_data": "a" * 64}]]}
    await done(telegram, "sendMessage", chat_id=5, text="a", reply_markup=markup)
    assert await refused_button(telegram, callback_data="é" * 33) == "Bad Request: BUTTON_DATA_INVALID"


async def test_a_button_does_exactly_one_thing(telegram: Telegram) -> None:
    assert await refused_button(telegram) == TEXT_BUTTON
    assert await refused_button(telegram, callback_data="") == TEXT_BUTTON
    assert await refused_button(telegram, callback_data="a", url="https://example.nl") == TEXT_BUTTON


@pytest.mark.parametrize(("style", "kept"), [("primary", "primary"), ("Danger", "danger"), ("success", "success")])
async def test_a_button_may_have_a_colour(telegram: Telegram, phone: Phone, style: str, kept: str) -> None:
    markup = {"inline_keyboard": [[{"text": "Press", "callback_data": "a", "style": style}]]}
    sent = await done(telegram, "sendMessage", chat_id=5, text="a", reply_markup=markup)
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Press", "callback_data": "a", "style": kept}]]
    assert phone.screen["keyboard"][0][0]["style"] == kept


async def test_another_colour_is_refused_and_none_is_the_default(telegram: Telegram, phone: Phone) -> None:
    wrong = "Bad Request: can't parse inline keyboard button: invalid button style specified"
    assert await refused_button(telegram, callback_data="a", style="red") == wrong
    for style in ("", "default"):
        markup = {"inline_keyboard": [[{"text": "Press", "callback_data": "a", "style": style}]]}
        await done(telegram, "sendMessage", chat_id=5, text="a", reply_markup=markup)
        assert "style" not in phone.screen["keyboard"][0][0]


async def test_a_button_of_another_colour_is_a_change(telegram: Telegram) -> None:
    button = {"text": "Press", "callback_data": "a"}
    sent = await done(telegram, "sendMessage", chat_id=5, text="a", reply_markup={"inline_keyboard": [[button]]})
    markup = {"inline_keyboard": [[button | {"style": "danger"}]]}
    await done(telegram, "editMessageText", chat_id=5, message_id=sent["message_id"], text="a", reply_markup=markup)


async def test_a_button_needs_a_label(telegram: Telegram) -> None:
    assert await refused_button(telegram, text=" ", callback_data="a") == "Bad Request: REPLY_MARKUP_INVALID"


@pytest.mark.parametrize("copied", ["", "a" * 257, None])
async def test_a_copy_button_copies_1_to_256_characters(telegram: Telegram, copied: str | None) -> None:
    assert await refused_button(telegram, copy_text={"text": copied}) == "Bad Request: BUTTON_COPY_TEXT_INVALID"


@pytest.mark.parametrize("url", ["tel:112", "tel:+31201234567", "mailto:a@b.nl", "javascript:alert(1)"])
async def test_a_link_button_cannot_call_or_mail(telegram: Telegram, url: str) -> None:
    description = await refused_button(telegram, url=url)
    assert description == f"Bad Request: inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"


async def test_a_link_button_needs_an_address_on_the_web(telegram: Telegram) -> None:
    assert (await refused_button(telegram, url="http://localhost:80")).endswith("Wrong HTTP URL")
    assert (await refused_button(telegram, url="https:///page")).endswith("URL host is empty")


async def test_a_keyboard_has_at_most_100_buttons_and_8_in_a_row(telegram: Telegram) -> None:
    button = {"text": "a", "callback_data": "a"}
    for rows in ([[button]] * 101, [[button] * 9]):
        markup = {"inline_keyboard": rows}
        description = await refusal(telegram, "sendMessage", chat_id=5, text="a", reply_markup=markup)
        assert description == "Bad Request: reply markup is too long"


async def test_only_an_inline_keyboard_fits_below_a_message(telegram: Telegram) -> None:
    description = await refusal(telegram, "sendMessage", chat_id=5, text="a", reply_markup={"keyboard": [["a"]]})
    assert description == "Bad Request: inline keyboard expected"


async def test_an_edit_that_changes_nothing_is_refused(telegram: Telegram) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    sent = await done(telegram, "sendMessage", chat_id=5, text="a", reply_markup=markup)
    same = {"chat_id": 5, "message_id": sent["message_id"], "text": " a "}
    assert await refusal(telegram, "editMessageText", **same, reply_markup=markup) == NOT_MODIFIED
    assert "reply_markup" not in await done(telegram, "editMessageText", **same)


async def test_a_message_that_is_gone_cannot_be_edited(telegram: Telegram, phone: Phone) -> None:
    sent = await done(telegram, "sendMessage", chat_id=5, text="a")
    phone.delete(sent["message_id"])
    description = await refusal(telegram, "editMessageText", chat_id=5, message_id=sent["message_id"], text="b")
    assert description == "Bad Request: message to edit not found"


async def test_the_words_of_the_visitor_cannot_be_edited(telegram: Telegram, phone: Phone) -> None:
    typed = phone.type("hello")
    description = await refusal(telegram, "editMessageText", chat_id=5, message_id=typed, text="b")
    assert description == "Bad Request: message can't be edited"


async def test_the_bot_deletes_its_own_words_and_the_visitors(telegram: Telegram, phone: Phone) -> None:
    sent = await done(telegram, "sendMessage", chat_id=5, text="a")
    await done(telegram, "deleteMessage", chat_id=5, message_id=sent["message_id"])
    await done(telegram, "deleteMessage", chat_id=5, message_id=phone.messages[0]["message_id"])
    assert phone.messages == []
    description = await refusal(telegram, "deleteMessage", chat_id=5, message_id=sent["message_id"])
    assert description == "Bad Request: message to delete not found"


async def test_after_48_hours_nothing_can_be_deleted_but_still_edited(telegram: Telegram, clock: StandingClock) -> None:
    sent = await done(telegram, "sendMessage", chat_id=5, text="a")
    message = {"chat_id": 5, "message_id": sent["message_id"]}
    clock.later(hours=48, seconds=1)
    too_old = "Bad Request: message can't be deleted for everyone"
    assert await refusal(telegram, "deleteMessage", **message) == too_old
    assert await refusal(telegram, "deleteMessages", chat_id=5, message_ids=[sent["message_id"]]) == too_old
    await done(telegram, "editMessageText", **message, text="b")


async def test_until_48_hours_a_message_can_be_deleted(telegram: Telegram, clock: StandingClock) -> None:
    sent = await done(telegram, "sendMessage", chat_id=5, text="a")
    clock.later(hours=48)
    await done(telegram, "deleteMessage", chat_id=5, message_id=sent["message_id"])


async def test_deleting_several_messages_does_not_tell_what_was_not_there(telegram: Telegram, phone: Phone) -> None:
    typed = phone.type("hello")
    assert await done(telegram, "deleteMessages", chat_id=5, message_ids=[typed, 99_999]) is True
    assert await done(telegram, "deleteMessages", chat_id=5, message_ids=[99_999]) is True
    assert len(phone.messages) == 1


async def test_1_to_100_messages_are_deleted_at_once(telegram: Telegram) -> None:
    for ids in ([], list(range(1, 102))):
        assert "message identifiers" in await refusal(telegram, "deleteMessages", chat_id=5, message_ids=ids)


async def test_a_query_is_answered_once_and_in_time(telegram: Telegram, phone: Phone, clock: StandingClock) -> None:
    query = phone.forge("anything", 1)
    await done(telegram, "answerCallbackQuery", callback_query_id=query)
    assert await refusal(telegram, "answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await refusal(telegram, "answerCallbackQuery", callback_query_id="1") == TOO_OLD
    late = phone.forge("anything", 1)
    clock.later(minutes=15, seconds=1)
    assert await refusal(telegram, "answerCallbackQuery", callback_query_id=late) == TOO_OLD


async def test_an_answer_to_a_query_is_at_most_200_characters(telegram: Telegram, phone: Phone) -> None:
    query = phone.forge("anything", 1)
    description = await refusal(telegram, "answerCallbackQuery", callback_query_id=query, text="a" * 201)
    assert description == "Bad Request: MESSAGE_TOO_LONG"
    await done(telegram, "answerCallbackQuery", callback_query_id=query, text="a" * 200)


async def test_a_private_chat_cannot_be_left(telegram: Telegram) -> None:
    description = await refusal(telegram, "leaveChat", chat_id=5)
    assert description == "Bad Request: chat member status can't be changed in private chats"


async def test_a_command_has_a_short_name_and_a_description(telegram: Telegram) -> None:
    wrong = [{"command": "Start!", "description": "a"}]
    assert await refusal(telegram, "setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_INVALID"
    wrong = [{"command": "start", "description": ""}]
    assert await refusal(telegram, "setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"


@pytest.mark.parametrize(("kind", "most"), [("Name", 64), ("Description", 512), ("ShortDescription", 120)])
async def test_what_a_bot_says_about_itself_is_short(telegram: Telegram, kind: str, most: int) -> None:
    field = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}[kind]
    await done(telegram, f"setMy{kind}", **{field: "a" * most})
    assert (await refusal(telegram, f"setMy{kind}", **{field: "a" * (most + 1)})).endswith("is too long")


async def test_a_language_is_two_letters(telegram: Telegram) -> None:
    description = await refusal(telegram, "setMyName", name="Bot", language_code="nl-BE")
    assert description == "Bad Request: invalid language code specified"
