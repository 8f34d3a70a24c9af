"""A Telegram that is not there: the chats, the queue and a strict Bot API, without network or threads.

The bot's side is `call()`, which answers as api.telegram.org would; the visitor's side is `phone()`.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any, NamedTuple

from simulator import entities, refusals
from simulator.chats import Chat, Json, Message, Query, stamp
from simulator.faults import Faults, Kind, raw
from simulator.refusals import Refused
from simulator.updates import Bell, Update, Updates
from simulator.visitor import Phone

CALLS_REMEMBERED = 10_000
# What a bot says about itself, and how long that may be.
PROFILE = {"name": 64, "description": 512, "short_description": 120}


class ConnectionLost(Exception):
    """The call never reached Telegram: each face fails in the manner of its own transport."""


class Call(NamedTuple):
    """One call of the bot, for whoever wants to know what it did."""

    method: str
    params: Json
    ok: bool


@dataclass
class Webhook:
    """Where updates are delivered; nowhere while the address is empty."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error: tuple[datetime, str] | None = None


class Telegram:
    """Both sides of every chat of one bot."""

    def __init__(
        self, clock: Callable[[], datetime], token: str, *, name: str = "Bot", username: str = "a_bot"
    ) -> None:
        self.clock = clock
        self.token = token
        self.bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.updates = Updates(clock)
        self.faults = Faults(clock)
        self.webhook = Webhook()
        # What only a person can change, at BotFather; as they are for a bot that was just made.
        self.joins_groups = True
        self.reads_groups = False
        self.calls: deque[Call] = deque(maxlen=CALLS_REMEMBERED)
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.version = 0
        self._changes = Bell()
        # Ids run across all chats of the bot: the next number need not be in the same chat.
        self._message_ids = count(101)
        self._query_ids = count(4_000_000_000_000_001)
        self._connection_lost = False
        self._planned: defaultdict[str, deque[Json]] = defaultdict(deque)
        self._profile: dict[str, dict[str, str]] = {kind: {} for kind in PROFILE}
        self._answers = self._methods()
        self._commands: dict[tuple[str, str], list[dict[str, str]]] = {}

    # The visitor's side, and the switches of whoever runs a demo or a test.

    def phone(self, user_id: int, language_code: str | None = "nl", *, first_name: str = "Visitor") -> Phone:
        """A phone that has found the bot, but not yet pressed START."""
        return Phone(self, user_id, language_code, first_name)

    @property
    def connection_lost(self) -> bool:
        """While True no call of the bot gets through, nor does an update get out: they wait."""
        return self._connection_lost

    @connection_lost.setter
    def connection_lost(self, lost: bool) -> None:
        self._connection_lost = lost
        self.updates.arrival.ring()
        self.changed()

    def answer_next(self, method: str, *answers: Json) -> None:
        """Plans the next answers to a method, instead of the true ones: a 429, a 502, whatever Telegram may do."""
        self._planned[refusals.CANONICAL[method.lower()]].extend(answers)

    def push(self, update: Update) -> int:
        """Sends the bot any update, also one that no visitor could cause."""
        return self.updates.push(update)

    def changed(self) -> None:
        self.version += 1
        self._changes.ring()

    async def change(self, seen: int) -> int:
        """Waits until something has changed since the version that was seen."""
        while self.version == seen:
            await self._changes.heard()
        return self.version

    def store(self, chat: Chat, sender: Json, **content: Any) -> Message:
        message = Message(next(self._message_ids), chat.shape, sender, self.clock(), **content)
        chat.messages[message.message_id] = message
        self.changed()
        return message

    def ask(self, query: Query) -> str:
        number = str(next(self._query_ids))
        # Those that can no longer be answered are forgotten, oldest first.
        while self.queries and not self._answerable(self.queries[oldest := next(iter(self.queries))]):
            del self.queries[oldest]
        self.queries[number] = query
        self.changed()
        return number

    def _answerable(self, query: Query) -> bool:
        return self.clock() - query.asked <= refusals.ANSWERABLE

    # The Bot API.

    async def respond(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> tuple[int, bytes]:
        """Status and body of one request, with whatever goes wrong on the way.

        Raises ConnectionLost when it never came here, AnswerLost or NoAnswer when nothing goes back.
        """
        self._connected()
        name = refusals.CANONICAL.get(method.lower())
        fault = self.faults.next(name, params) if name else None
        if fault is None:
            return raw(await self.call(method, params, token=token))
        if not fault.carried_out:
            self.calls.append(Call(name or method, dict(params), ok=False))
            return fault.answer(None)
        answer = await self.call(method, params, token=token)
        if fault.kind is Kind.SLOW:
            await asyncio.sleep(fault.seconds)
        return fault.answer(answer)

    async def call(self, method: str, params: Mapping[str, Any], *, token: str | None = None) -> Json:
        """Telegram's answer to one request, as the JSON it would send."""
        self._connected()
        name = refusals.CANONICAL.get(method.lower())
        if token is not None and token != self.token:
            return _error(401, "Unauthorized")
        if name is None:
            self.calls.append(Call(method, dict(params), ok=False))
            return _error(404, "Not Found")
        answer = self._planned[name].popleft() if self._planned[name] else await self._answer(name, params)
        self.calls.append(Call(name, dict(params), bool(answer["ok"])))
        return answer

    def _connected(self) -> None:
        if self.connection_lost:
            raise ConnectionLost

    async def _answer(self, method: str, params: Mapping[str, Any]) -> Json:
        try:
            given = refusals.parameters(method, params)
            if method == "getUpdates":
                return {"ok": True, "result": await self._get_updates(given)}
            if method in {"setWebhook", "deleteWebhook"}:
                return {"ok": True, "result": True, "description": self._set_webhook(given)}
            return {"ok": True, "result": self._answers[method](given)}
        except Refused as refused:
            return _error(refused.code, refused.description)

    def _methods(self) -> dict[str, Callable[[Json], Any]]:
        table: dict[str, Callable[[Json], Any]] = {
            "getMe": self._me,
            "sendMessage": self._send_message,
            "editMessageText": self._edit_message_text,
            "deleteMessage": self._delete_message,
            "deleteMessages": self._delete_messages,
            "answerCallbackQuery": self._answer_callback_query,
            "getWebhookInfo": self._webhook_info,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda given: self._commands.get(_commands_key(given), []),
            "getChat": self._get_chat,
            "leaveChat": self._leave_chat,
        }
        for kind in PROFILE:
            name = "".join(word.title() for word in kind.split("_"))
            table[f"setMy{name}"] = partial(self._set_profile, kind)
            table[f"getMy{name}"] = partial(self._get_profile, kind)
        return table

    async def _get_updates(self, given: Json) -> list[Update]:
        if self.webhook.url:
            raise Refused(refusals.WEBHOOK_ACTIVE, 409)
        self.updates.allow(given.get("allowed_updates"))
        offset, limit, timeout = (given.get(name, default) for name, default in POLLING)
        return self.faults.delivered(await self.updates.poll(offset, limit, timeout, self._connected))

    def _me(self, _: Json) -> Json:
        return self.bot | {
            "first_name": self.profile("name", ""),
            "can_join_groups": self.joins_groups,
            "can_read_all_group_messages": self.reads_groups,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def _chat(self, given: Json, *, writing: bool = False) -> Chat:
        if "chat_id" not in given:
            raise Refused("chat_id is empty")
        chat = self.chats.get(given["chat_id"])
        if chat is None or not chat.known:
            raise Refused("chat not found")
        if chat.left:
            raise Refused("bot is not a member of the group chat", 403)
        if chat.blocked and not chat.private:
            raise Refused("bot was kicked from the group chat", 403)
        if chat.blocked and writing:
            raise Refused("bot was blocked by the user", 403)
        return chat

    def _send_message(self, given: Json) -> Json:
        chat = self._chat(given, writing=True)
        text, marked = self._text(given)
        silent = bool(given.get("disable_notification"))
        message = self.store(
            chat,
            self.bot,
            text=text,
            entities=marked,
            keyboard=refusals.keyboard(given.get("reply_markup")),
            silent=silent,
            extra={"has_protected_content": True} if given.get("protect_content") else {},
        )
        if not silent:
            chat.notifications.append(text)
        return message.as_json()

    def _edit_message_text(self, given: Json) -> Json:
        if "inline_message_id" in given:
            raise Refused("MESSAGE_ID_INVALID")
        chat = self._chat(given, writing=True)
        message = chat.messages.get(self._message_id(given))
        if message is None:
            raise Refused("message to edit not found")
        if not message.from_bot:
            raise Refused("message can't be edited")
        text, marked = self._text(given)
        keyboard = refusals.keyboard(given.get("reply_markup"))
        if (text, marked, keyboard) == (message.text, message.entities, message.keyboard):
            raise Refused(refusals.NOT_MODIFIED)
        message.text, message.entities, message.keyboard = text, marked, keyboard
        message.edit_date = self.clock()
        self.changed()
        return message.as_json()

    def _text(self, given: Json) -> tuple[str, list[Json]]:
        text, mode = given.get("text", ""), given.get("parse_mode", "").lower()
        if mode not in {"", "none", "html"}:
            # Markdown is not simulated.
            raise Refused("unsupported parse_mode")
        text, marked = entities.parse(text) if mode == "html" else entities.plain(text, given.get("entities") or [])
        if not text:
            raise Refused("message text is empty")
        if len(text) > refusals.TEXT_LENGTH:
            raise Refused("message is too long")
        return text, entities.with_detected(text, marked)

    def _message_id(self, given: Json) -> int:
        if given.get("message_id", 0) <= 0:
            raise Refused("message identifier is not specified")
        return int(given["message_id"])

    def _delete_message(self, given: Json) -> bool:
        chat = self._chat(given)
        message = chat.messages.get(self._message_id(given))
        if message is None:
            raise Refused("message to delete not found")
        self._may_delete(chat, message)
        del chat.messages[message.message_id]
        self.changed()
        return True

    def _delete_messages(self, given: Json) -> bool:
        chat = self._chat(given)
        ids = given.get("message_ids")
        if not isinstance(ids, list) or not ids:
            raise Refused("message identifiers are not specified")
        if len(ids) > refusals.MESSAGES_AT_ONCE:
            raise Refused("too many message identifiers specified")
        found = [message for message in map(chat.messages.get, map(int, ids)) if message is not None]
        for message in found:
            self._may_delete(chat, message)
        for message in found:
            chat.messages.pop(message.message_id, None)
        self.changed()
        # True, also when nothing was found: only deleteMessage tells.
        return True

    def _may_delete(self, chat: Chat, message: Message) -> None:
        if self.clock() - message.date > refusals.DELETABLE:
            raise Refused("message can't be deleted for everyone")
        if not message.from_bot and not chat.private:
            raise Refused("message can't be deleted")

    def _answer_callback_query(self, given: Json) -> bool:
        if len(given.get("text", "")) > refusals.ANSWER_LENGTH:
            raise Refused("MESSAGE_TOO_LONG")
        if given.get("url"):
            # Only games and t.me addresses of this very bot are allowed, and neither is simulated.
            raise Refused("URL_INVALID")
        query = self.queries.pop(given.get("callback_query_id", ""), None)
        if query is None or not self._answerable(query):
            raise Refused(refusals.QUERY_GONE)
        if given.get("text"):
            alert = {"text": given["text"], "show_alert": given.get("show_alert", False)}
            self.chats[query.chat_id].alerts.append(alert)
        self.changed()
        return True

    def _set_webhook(self, given: Json) -> str:
        url, secret = given.get("url", ""), given.get("secret_token", "")
        if url:
            refusals.webhook(url, secret)
        before = self.webhook
        if given.get("drop_pending_updates"):
            self.updates.clear()
        self.updates.allow(given.get("allowed_updates"))
        self.webhook = Webhook(url, secret, given.get("max_connections", 40))
        self.updates.arrival.ring()
        if not url:
            return "Webhook was deleted" if before.url else "Webhook is already deleted"
        self.updates.end_poll(refusals.WEBHOOK_SET)
        return "Webhook is already set" if (before.url, before.secret_token) == (url, secret) else "Webhook was set"

    def _webhook_info(self, _: Json) -> Json:
        info: Json = {
            "url": self.webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates),
        }
        if self.webhook.url:
            info["max_connections"] = self.webhook.max_connections
        if self.webhook.last_error:
            moment, info["last_error_message"] = self.webhook.last_error
            info["last_error_date"] = stamp(moment)
        return info

    def profile(self, kind: str, language_code: str) -> str:
        """The bot's name or description as shown to somebody with this language."""
        texts = self._profile[kind]
        default = str(self.bot["first_name"]) if kind == "name" else ""
        return texts.get(refusals.language(language_code)) or texts.get("") or default

    def _set_profile(self, kind: str, given: Json) -> bool:
        text = given.get(kind, "")
        if len(text) > PROFILE[kind]:
            raise Refused(f"bot {kind.replace('_', ' ')} is too long")
        self._profile[kind][refusals.language(given.get("language_code", ""))] = text
        self.changed()
        return True

    def _get_profile(self, kind: str, given: Json) -> Json:
        return {kind: self.profile(kind, given.get("language_code", ""))}

    def _set_commands(self, given: Json) -> bool:
        self._commands[_commands_key(given)] = refusals.commands(given.get("commands"))
        return True

    def _get_chat(self, given: Json) -> Json:
        kinds = {"unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"}
        gifts = dict.fromkeys(sorted(kinds), True)
        return self._chat(given).shape | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}

    def _leave_chat(self, given: Json) -> bool:
        chat = self._chat(given)
        if chat.private:
            raise Refused("chat member status can't be changed in private chats")
        self.membership(chat, self.bot, "member", "left")
        chat.left = True
        return True

    def membership(self, chat: Chat, by: Json, before: str, after: str) -> None:
        """Tells the bot that its place in a chat has changed."""
        content = {
            "chat": chat.shape,
            "from": by,
            "date": stamp(self.clock()),
            "old_chat_member": _member(self.bot, before),
            "new_chat_member": _member(self.bot, after),
        }
        self.updates.add("my_chat_member", content)


POLLING = (("offset", 0), ("limit", 100), ("timeout", 0))


def _error(code: int, description: str) -> Json:
    return {"ok": False, "error_code": code, "description": description}


def _member(user: Json, status: str) -> Json:
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def _commands_key(given: Json) -> tuple[str, str]:
    scope = given.get("scope") or {"type": "default"}
    return repr(sorted(scope.items())), refusals.language(given.get("language_code", ""))
