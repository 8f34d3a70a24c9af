"""Contents of messages other than text, in the shapes of the Bot API."""

from simulator.chats import Json

PHOTO: Json = {"photo": [{"file_id": "a-photo", "file_unique_id": "a-photo", "width": 90, "height": 90}]}
RICH_LENGTH = 32_768
"""Characters of a rich message (Bot API 10.1)."""
ALBUM = 10
"""Pictures of an album."""

SERVICE: dict[str, Json] = {
    "auto-delete timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
    "background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🏠"}}},
    "write access": {"write_access_allowed": {"from_request": True}},
    "shared user": {"users_shared": {"request_id": 1, "user_ids": [7], "users": [{"user_id": 7}]}},
    "boost": {"boost_added": {"boost_count": 1}},
    "topic": {"forum_topic_created": {"name": "A topic", "icon_color": 7_322_096}},
    "topic renamed": {"forum_topic_edited": {"name": "Another name"}},
    "topic closed": {"forum_topic_closed": {}},
    "screenshot": {},
}
"""Service messages of a private chat, by what was done; a pinned message makes one more. Each is an update of the kind
message without a text, and of a screenshot the Bot API shows nothing at all. The server hides others from bots, such as
those of calls and themes (`Client::need_skip_update_message`)."""


def in_album(album: int) -> Json:
    """A picture of an album. Its pictures are messages of their own, which share this id; only one has the caption."""
    return PHOTO | {"media_group_id": str(album)}


def rich(text: str) -> Json:
    """A rich message: blocks, and no text."""
    if len(text) > RICH_LENGTH:
        raise ValueError(f"a rich message has {RICH_LENGTH} characters at most")
    return {"rich_message": {"blocks": [{"type": "paragraph", "text": text}]}}


def topic(thread: int) -> Json:
    """Where a message stands in a chat with topics. In a private chat there are some when BotFather was told so."""
    return {"message_thread_id": thread, "is_topic_message": True}
