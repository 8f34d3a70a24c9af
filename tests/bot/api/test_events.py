"""What an update means is worked out once, and is the same for all who ask."""

import json
from typing import Any

import pytest

from bot.api.events import NEW_NUMBERS, WIPE, Added, Command, Event, Press, Wipe, Words, understand
from bot.api.update import Content, Sent, Update, read
from bot.api.wipe_words import MOST_TEXT

PERSON = {"id": 6, "is_bot": False, "first_name": "V", "language_code": "nl"}
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -9, "type": "supergroup"}
WIPE_DATA = f"1|nl||welcome||{WIPE}"


def event(number: int = 7, **kind: Any) -> Event | None:
    update = read(json.dumps({"update_id": number} | kind).encode())
    assert isinstance(update, Update)
    return understand(update)


def message(text: str | None = None, *, message_id: int = 3, chat: Any = PRIVATE, **more: Any) -> dict[str, Any]:
    return {"message_id": message_id, "date": 1, "chat": chat, "from": PERSON, "text": text} | more


def said(text: str | None = None, number: int = 7, **more: Any) -> Event | None:
    return event(number, message=message(text, **more))


def words(text: str, number: int = 7, **more: Any) -> Words:
    found = said(text, number, message_id=number, **more)
    assert isinstance(found, Words)
    return found


def pressed(data: str | None = "x", number: int = 7, *, chat: Any = PRIVATE, **more: Any) -> Event | None:
    page = {"message": message("page", message_id=8, chat=chat)} | more
    return event(number, callback_query={"id": f"q{number}", "from": PERSON, "data": data} | page)


# Kinds


def test_a_press_is_told_with_its_page() -> None:
    assert pressed() == Press(update_id=7, chat_id=5, language="nl", query_id="q7", data="x", page_id=8)


@pytest.mark.parametrize(("chat", "more"), [(GROUP, {}), (PRIVATE, {"message": None})])
@pytest.mark.parametrize("data", ["x", WIPE_DATA])
def test_a_press_where_others_read_along_has_no_page(chat: Any, more: dict[str, Any], data: str) -> None:
    """F28: also a wipe, which has nothing to wipe there."""
    found = pressed(data, chat=chat, **more)
    assert isinstance(found, Press)
    assert found.page_id is None


def test_a_press_on_a_page_that_telegram_does_not_show_is_in_the_chat_of_the_person() -> None:
    found = pressed(message=None)
    assert found
    assert found.chat_id == 6


def test_a_button_without_data_is_a_press() -> None:
    """F25."""
    found = pressed(None)
    assert isinstance(found, Press)
    assert found.data == ""


def test_words_are_told_with_their_place() -> None:
    assert said("hallo", message_thread_id=4) == Words(
        update_id=7, chat_id=5, language="nl", thread_id=4, message_ids=(3,), text="hallo"
    )


def test_changed_words_are_words_again() -> None:
    """F41: and not taken for those that were answered before."""
    changed = event(edited_message=message("hallo", edit_date=9))
    assert isinstance(changed, Words)
    assert changed.once != words("hallo", 3).once


@pytest.mark.parametrize(
    ("text", "name", "payload"),
    [
        ("/start", "start", ""),
        ("/START", "start", ""),
        ("/start amsterdam", "start", "amsterdam"),
        ("/start@watkanikdoen_bot amsterdam", "start", "amsterdam"),
        ("/start\namsterdam", "start", "amsterdam"),
        ("/start\tamsterdam", "start", "amsterdam"),
        ("/start\u00a0amsterdam ", "start", "amsterdam"),
        ("/start  \n\n amsterdam\n", "start", "amsterdam"),
        ("/help.", "help", "."),
        ("/help!", "help", "!"),
        ("/help, please", "help", ", please"),
        ("/help\N{PERSON WITH FOLDED HANDS}", "help", "\N{PERSON WITH FOLDED HANDS}"),
        ("/help\u200b", "help", "\u200b"),
        ("/help-me", "help", "-me"),
        ("/privacy\r\n", "privacy", ""),
    ],
)
def test_a_command_ends_at_the_first_character_that_is_not_of_it(text: str, name: str, payload: str) -> None:
    """G13."""
    found = said(text)
    assert isinstance(found, Command)
    assert (found.name, found.payload, found.text) == (name, payload, text)


@pytest.mark.parametrize("text", ["start", " /start", "/", "/ start", "//start", "zie /start", "/é", "\\start"])
def test_what_only_looks_like_a_command_is_words(text: str) -> None:
    """G13."""
    assert type(said(text)) is Words


@pytest.mark.parametrize("kind", Content.__struct_fields__)
def test_whatever_a_person_sends_is_told(kind: str) -> None:
    """F40, G14."""
    found = event(message=message(media_group_id="77") | {kind: {"id": 1}})
    assert isinstance(found, Words)
    assert (found.text, bool(found.kind), found.album) == ("", True, "77")


def test_words_below_a_picture_are_told() -> None:
    found = said(photo=[], caption="help")
    assert isinstance(found, Words)
    assert (found.text, found.kind) == ("help", Sent.MEDIA)


def test_a_rich_message_is_words() -> None:
    """G03: of 32,768 characters its begin and its end are heard."""
    found = said(rich_message={"blocks": [{"type": "paragraph", "text": "a" * 32_767 + "b"}]})
    assert isinstance(found, Words)
    assert found.kind is None
    assert len(found.text) <= MOST_TEXT + 1
    assert found.text.startswith("aaa")
    assert found.text.endswith("ab")


SERVICE: dict[str, object] = {
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400},
    "pinned_message": {"message_id": 2, "date": 1, "chat": PRIVATE, "text": "page"},
    "chat_background_set": {"type": {"type": "wallpaper"}},
    "forum_topic_created": {"name": "t", "icon_color": 0},
    "forum_topic_edited": {},
    "forum_topic_closed": {},
    "new_chat_photo": [],
    "users_shared": {"request_id": 1, "users": []},
    "write_access_allowed": {"from_request": True},
    "proximity_alert_triggered": {"traveler": PERSON, "watcher": PERSON, "distance": 1},
    "boost_added": {"boost_count": 1},
    "gift": {"gift": {"id": "1"}},
    "unique_gift": {},
    "refunded_payment": {"currency": "EUR"},
    "successful_payment": {"currency": "EUR", "total_amount": 1},
    "web_app_data": {"data": "x", "button_text": "x"},
    "connected_website": "example.nl",
    "video_chat_started": {},
    "paid_message_price_changed": {"paid_message_star_count": 1},
    "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
    "suggested_post_paid": {},
    "poll_option_added": {},
    "a_kind_of_tomorrow": {"id": 1},
}


@pytest.mark.parametrize("kind", SERVICE)
def test_a_service_message_is_nobodys(kind: str) -> None:
    """G14: no person sent it. Our own guide advises to set the timer; its page stays."""
    assert event(message=message() | {kind: SERVICE[kind]}) is None
    assert event(edited_message=message() | {kind: SERVICE[kind]}) is None


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("text", ["hallo", "/start", "wis"])
def test_what_is_said_where_others_read_along_is_nobodys(kind: str, text: str) -> None:
    """F42."""
    chat = {"id": -9, "type": kind}
    assert said(text, chat=chat) is None
    assert event(channel_post=message(text, chat=chat)) is None


@pytest.mark.parametrize(
    ("status", "is_told"),
    [
        ({"status": "member"}, True),
        ({"status": "administrator", "can_manage_chat": True}, True),
        ({"status": "restricted", "is_member": True}, True),
        ({"status": "restricted", "is_member": False}, False),
        ({"status": "restricted"}, False),
        ({"status": "left"}, False),
        ({"status": "kicked", "until_date": 0}, False),
        ({"status": "of tomorrow", "is_member": True}, False),
    ],
)
@pytest.mark.parametrize("before", ["left", "member", "administrator", "restricted"])
@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_we_are_added_when_we_are_in_a_group(kind: str, before: str, status: dict[str, Any], is_told: bool) -> None:
    """G17: also as a restricted member, whatever we were before: we are in it, and should not be."""
    bot = {"id": 1, "is_bot": True, "first_name": "b"}
    change = {"chat": {"id": -9, "type": kind}, "from": PERSON, "date": 1}
    old, new = {"user": bot, "status": before}, {"user": bot} | status
    found = event(my_chat_member=change | {"old_chat_member": old, "new_chat_member": new})
    assert found == (Added(update_id=7, chat_id=-9, language="nl", is_channel=kind == "channel") if is_told else None)


def test_being_blocked_and_unblocked_is_nobodys() -> None:
    """F43."""
    bot = {"id": 1, "is_bot": True, "first_name": "b"}
    for status in ("member", "kicked"):
        new = {"user": bot, "status": status}
        change = {"chat": PRIVATE, "from": PERSON, "date": 1, "old_chat_member": new, "new_chat_member": new}
        assert event(my_chat_member=change) is None


def test_a_message_without_a_sender_is_told_all_the_same() -> None:
    found = event(message={key: value for key, value in message("hallo").items() if key != "from"})
    assert found
    assert found.language is None


# The place in a chat with topics


def test_the_topic_comes_along() -> None:
    """G18: with words, a command, a picture, a press, and a typed wipe."""
    for text in ("hallo", "/start", "wis"):
        found = said(text, message_thread_id=4)
        assert found
        assert found.thread_id == 4
    for found in (said(photo=[], message_thread_id=4), pressed(message=message("page", message_thread_id=4))):
        assert found
        assert found.thread_id == 4


# The quick exit


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize(
    "more",
    [
        {"text": "wis."},
        {"text": "/wis."},
        {"text": "/wis\nhij komt"},
        {"text": "Verwijder alles!"},
        {"caption": "wis", "photo": []},
        {"caption": "/wis", "voice": {}},
    ],
)
def test_a_wipe_is_one_however_it_comes(kind: str, more: dict[str, Any]) -> None:
    """G11: typed, as a command, in a change of an earlier message, below a picture: all go first."""
    found = event(7, **{kind: message(edit_date=2 if kind == "edited_message" else None) | more})
    assert isinstance(found, Wipe)
    assert found.is_urgent
    assert words("hallo").is_overtaken_by(found)


def test_a_wipe_by_a_button_names_its_page() -> None:
    assert pressed(WIPE_DATA) == Wipe(update_id=7, chat_id=5, language="nl", query_id="q7", page_id=8, data=WIPE_DATA)


@pytest.mark.parametrize("data", ["wipe", "1|nl||wipe||", "1|nl||welcome||wiped", "|wipe ", "|WIPE"])
def test_what_only_looks_like_a_wipe_button_is_a_press(data: str) -> None:
    """F25."""
    assert isinstance(pressed(data), Press)


# One after the other


def test_the_same_is_known_again_whatever_its_number() -> None:
    """F09, G06: another Bot API server has numbers of its own."""
    for one, again in [
        (said("hallo", 7), said("hallo", 70)),
        (said("wis", 7), said("wis", 70)),
        (event(7, callback_query={"id": "q", "from": PERSON}), event(70, callback_query={"id": "q", "from": PERSON})),
    ]:
        assert one
        assert again
        assert one.once == again.once


def test_what_is_not_the_same_is_not_taken_for_it() -> None:
    """F09: another message, another chat, another press, a change."""
    others = [
        said("hallo"),
        said("hallo", message_id=4),
        said("hallo", chat={"id": 6, "type": "private"}),
        event(edited_message=message("hallo", edit_date=2)),
        event(edited_message=message("hallo", edit_date=3)),
        pressed(),
        pressed(number=8),
    ]
    assert len({one.once for one in others if one}) == len(others)


@pytest.mark.parametrize(
    ("number", "other", "is_behind"),
    [
        (7, 8, True),
        (7, 7, False),
        (8, 7, False),
        (7, 7 + NEW_NUMBERS, False),
        (17, 700_000_001, False),
        (700_000_001, 17, False),
        (1, 2**31, False),
    ],
)
def test_an_order_that_cannot_be_true_is_a_new_beginning(number: int, other: int, is_behind: bool) -> None:
    """G06."""
    assert words("hallo", number).is_behind(other) is is_behind


def test_words_together_are_heard_in_the_order_in_which_they_were_sent() -> None:
    """G01."""
    turn = words("one", 1).together(words("two", 2))
    assert isinstance(turn, Words)
    three = turn.together(words("three", 3))
    assert isinstance(three, Words)
    assert (three.text, three.message_ids, three.update_id) == ("one\ntwo\nthree", (1, 2, 3), 3)


def test_of_a_flood_its_begin_and_its_end_are_heard() -> None:
    """G01: ever so many words cost no more than the most that one message may have."""
    turn: Event | None = words("help", 1)
    for n in range(2, 200):
        assert turn
        turn = turn.together(words("a" * 100 + f" {n}", n))
    assert isinstance(turn, Words)
    assert turn.text.startswith("help\n")
    assert turn.text.endswith(" 199")
    assert len(turn.text) <= MOST_TEXT + 1
    assert turn.message_ids == tuple(range(1, 200))


def test_words_with_a_picture_are_words() -> None:
    """G15."""
    both = said(photo=[], message_id=1)
    assert both
    for turn in (both.together(words("help", 2)), words("help", 9).together(both)):
        assert isinstance(turn, Words)
        assert (turn.text, turn.kind) == ("help", None)
    pictures = both.together(both_of := said(photo=[], message_id=2) or both)
    assert both_of.together(both)
    assert isinstance(pictures, Words)
    assert pictures.kind is Sent.MEDIA


def test_of_several_things_the_one_is_told_that_has_to_be_answered_first() -> None:
    place, picture = said(location={}, message_id=1), said(photo=[], message_id=2)
    assert place
    assert picture
    for turn in (place.together(picture), picture.together(place)):
        assert isinstance(turn, Words)
        assert turn.kind is Sent.LOCATION


def test_a_change_of_what_still_waits_takes_its_place() -> None:
    """F41."""
    changed = event(8, edited_message=message("help", message_id=1, edit_date=2))
    assert changed
    turn = words("hepl", 1).together(changed)
    assert isinstance(turn, Words)
    assert (turn.text, turn.message_ids) == ("help", (1,))


def test_the_last_of_several_commands_is_obeyed() -> None:
    turn = words("/start", 1).together(words("/help", 2))
    assert isinstance(turn, Command)
    assert (turn.name, turn.message_ids) == ("help", (1, 2))


def test_different_kinds_are_turns_of_their_own() -> None:
    kinds = [words("hallo", 1), words("/start", 2), pressed(number=3), pressed(WIPE_DATA, 4)]
    for one in kinds:
        for other in kinds:
            assert one
            assert other
            assert one is other or one.together(other) is None


def test_a_wipe_overtakes_everything_and_a_press_other_presses() -> None:
    """F11, F14: words are never passed over for anything else."""
    wipe, press, typed, command = pressed(WIPE_DATA), pressed(), words("hallo"), words("/start")
    assert wipe
    assert press
    assert all(one.is_overtaken_by(wipe) for one in (press, typed, command))
    assert press.is_overtaken_by(press)
    assert not any(one.is_overtaken_by(later) for one in (typed, command) for later in (press, typed, command))
    assert not any(wipe.is_overtaken_by(later) for later in (press, typed, command))


def test_a_wipe_overtakes_another_unless_that_names_another_page() -> None:
    """F14."""
    typed, on_8, on_9 = said("wis"), pressed(WIPE_DATA), pressed(WIPE_DATA, message=message("page", message_id=9))
    assert typed
    assert on_8
    assert on_9
    assert on_8.is_overtaken_by(on_8)
    assert typed.is_overtaken_by(on_8)
    assert not on_8.is_overtaken_by(on_9)
    assert not on_8.is_overtaken_by(typed)
