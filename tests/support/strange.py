"""What Telegram never sends, for tests that nobody behind it is left waiting."""

from simulator.chats import Json

UNREADABLE: tuple[Json, ...] = (
    {"message": {"message_id": 1}},
    {"message": {"message_id": 1, "date": 1}},
    {"message": "words"},
    {"message": {"message_id": 1, "chat": {"id": 5}, "date": 1, "text": "canary"}},
    {"message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "date": "yesterday"}},
    {"callback_query": {"data": "canary"}},
    {"callback_query": []},
    {"my_chat_member": {"chat": {"id": 5, "type": "private"}}},
    {"edited_message": 7},
    {"telepathy": {"from": {"id": 5, "is_bot": False, "first_name": "canary"}}},
    {},
)
"""Updates that no version of Telegram sends today: fields missing, or of another shape."""

MANGLED: dict[str, bytes] = {
    "nested 1,000 deep": b'{"update_id":%d,"message":' + b'{"a":' * 1000 + b"1" + b"}" * 1000 + b"}",
    "lists 1,000 deep": b'{"update_id":%d,"message":' + b"[" * 1000 + b"]" * 1000 + b"}",
    "a lone surrogate": b'{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},'
    b'"from":{"id":5,"is_bot":false,"first_name":"a"},"text":"canary \\ud800"}}',
    "invalid UTF-8": b'{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},'
    b'"from":{"id":5,"is_bot":false,"first_name":"a"},"text":"canary \xff\xfe"}}',
    "a number without end": b'{"update_id":%d,"message":{"message_id":' + b"9" * 5000 + b"}}",
    "NaN": b'{"update_id":%d,"message":{"message_id":NaN}}',
    "a name twice": b'{"update_id":%d,"message":{"message_id":1},"message":{"text":"canary"}}',
}
"""Updates whose bytes no decoder may stumble over; %d is the update id. Telegram itself sends no such thing."""
