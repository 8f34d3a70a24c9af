"""What we use of an update, and nothing else: the rest is neither parsed nor kept.

A photo, a poll, a name: python-telegram-bot reads each of them strictly, and refuses the whole update when Telegram
has changed one. Somebody who sends such a thing is to be answered all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


class Unreadable(ValueError):
    """Not an update as Telegram sends them. The message is ours, and quotes nothing."""


def used(raw: Json) -> Json:
    """The update with what we use, in the shape it must have; only its number when it is of a kind we do not use.

    Raises `Unreadable`.
    """
    for kind, read in _KINDS.items():
        if kind in raw:
            return {"update_id": raw["update_id"], kind: read(_of(raw, kind, dict))}
    return {"update_id": raw["update_id"]}


def _message(message: Json) -> Json:
    """Who wrote where, and the words. What else it may be is all the same to us: a picture is answered as a game is."""
    read: Json = {"message_id": _of(message, "message_id", int), "date": _of(message, "date", int)}
    read["chat"] = _chat(_of(message, "chat", dict))
    if message.get("from") is not None:
        read["from"] = _person(_of(message, "from", dict))
    for name, shape in (("text", str), ("edit_date", int)):
        if message.get(name) is not None:
            read[name] = _of(message, name, shape)
    return read


def _tap(query: Json) -> Json:
    read: Json = {"id": _of(query, "id", str), "from": _person(_of(query, "from", dict)), "chat_instance": ""}
    if query.get("data") is not None:
        read["data"] = _of(query, "data", str)
    if query.get("message") is not None:
        page = _message(_of(query, "message", dict))
        # Ours, and only where it stands matters; a date of 0 is how Telegram calls it inaccessible.
        read["message"] = {name: page[name] for name in ("message_id", "date", "chat")}
    return read


def _membership(change: Json) -> Json:
    read: Json = {"chat": _chat(_of(change, "chat", dict)), "from": _person(_of(change, "from", dict))}
    read["date"] = _of(change, "date", int)
    for name in ("old_chat_member", "new_chat_member"):
        member = _of(change, name, dict)
        read[name] = member | {"status": _of(member, "status", str), "user": _person(_of(member, "user", dict))}
    return read


def _chat(chat: Json) -> Json:
    return {"id": _of(chat, "id", int), "type": _of(chat, "type", str)}


def _person(person: Json) -> Json:
    """Without a name: nothing of ours ever needs one."""
    read: Json = {"id": _of(person, "id", int), "is_bot": bool(person.get("is_bot")), "first_name": ""}
    if isinstance(person.get("language_code"), str):
        read["language_code"] = person["language_code"]
    return read


def _of(place: Json, name: str, shape: type) -> Any:
    value: Any = place.get(name)
    too_large = isinstance(value, int) and not -(2**63) <= value < 2**63
    if type(value) is not shape or too_large:
        raise Unreadable(f"no {shape.__name__} where one must be")
    return value


_KINDS: dict[str, Callable[[Json], Json]] = {
    "message": _message,
    "edited_message": _message,
    "callback_query": _tap,
    "my_chat_member": _membership,
}
