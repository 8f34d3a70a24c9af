"""The methods of the Bot API, as far as they are simulated. Each takes checked parameters and returns a result."""

from collections.abc import Callable
from functools import partial
from typing import Any

from simulator import contents, entities, refusals
from simulator.account import Account, WebhookInfo
from simulator.chats import ChatHistory, Json, StoredMessage, stamp
from simulator.refusals import Refused

Method = Callable[[Json], Any]


class Methods:
    """What a bot can do with its account. `getUpdates`, which waits, is in `telegram.py`."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._table: dict[str, Method] = {
            "getMe": self._me,
            "sendMessage": self._send_message,
            "editMessageText": self._edit_message_text,
            "deleteMessage": self._delete_message,
            "deleteMessages": self._delete_messages,
            "answerCallbackQuery": self._answer_callback_query,
            "getWebhookInfo": self._webhook_info,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda given: self._commands.get(_commands_key(given), []),
            "leaveChat": self._leave_chat,
        }
        for kind in refusals.PROFILE_LENGTHS:
            name = "".join(word.title() for word in kind.split("_"))
            self._table[f"setMy{name}"] = partial(self._set_profile, kind)
            self._table[f"getMy{name}"] = partial(self._get_profile, kind)

    def __getitem__(self, name: str) -> Method:
        return self._table[name]

    def set_webhook(self, given: Json) -> str:
        """What `setWebhook` and `deleteWebhook` say beside a result that is always true."""
        account = self._account
        url, secret = given.get("url", ""), given.get("secret_token", "")
        if url:
            refusals.webhook(url, secret)
        before = account.webhook
        if given.get("drop_pending_updates"):
            account.updates.clear()
        account.updates.allow(given.get("allowed_updates"))
        account.webhook = WebhookInfo(url, secret, max(1, min(given.get("max_connections", 40), 100)))
        account.updates.arrival.ring()
        if not url:
            return "Webhook was deleted" if before.url else "Webhook is already deleted"
        account.updates.end_poll("terminated by setWebhook request")
        return "Webhook is already set" if (before.url, before.secret_token) == (url, secret) else "Webhook was set"

    def _webhook_info(self, _: Json) -> Json:
        webhook, waiting = self._account.webhook, len(self._account.updates)
        info: Json = {"url": webhook.url, "has_custom_certificate": False, "pending_update_count": waiting}
        if webhook.url:
            info["max_connections"] = webhook.max_connections
        if webhook.last_error:
            moment, info["last_error_message"] = webhook.last_error
            info["last_error_date"] = stamp(moment)
        return info

    def _me(self, _: Json) -> Json:
        groups = {
            "first_name": self._account.profile("name", ""),
            "can_join_groups": self._account.joins_groups,
            "can_read_all_group_messages": self._account.reads_groups,
        }
        return self._account.bot | groups | self._account.switches

    # Messages

    def _chat(self, given: Json, *, writing: bool = False) -> ChatHistory:
        if "chat_id" not in given:
            raise Refused("chat_id is empty")
        chat = self._account.chats.get(given["chat_id"])
        if chat is None or not chat.known:
            raise Refused("chat not found")
        if chat.upgraded_to is not None:
            # The words are those of sendMessage; whether the server has others for leaveChat is not known.
            raise Refused("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.upgraded_to)
        if chat.left:
            raise Refused("bot is not a member of the group chat", 403)
        if chat.blocked and not chat.private:
            raise Refused("bot was kicked from the group chat", 403)
        if chat.blocked and writing:
            raise Refused("bot was blocked by the user", 403)
        if chat.silenced and writing:
            raise Refused("not enough rights to send text messages to the chat")
        return chat

    def _send_message(self, given: Json) -> Json:
        chat = self._chat(given, writing=True)
        text, marked = self._text(given)
        thread = given.get("message_thread_id")
        if thread and thread not in chat.threads:
            raise Refused("message thread not found")
        message = self._account.store(
            chat,
            self._account.bot,
            text=text,
            entities=marked,
            keyboard=refusals.keyboard(given.get("reply_markup")),
            extra=contents.topic(thread) if thread else {},
        )
        if not given.get("disable_notification"):
            chat.notifications.append(text)
        return message.as_json()

    def _edit_message_text(self, given: Json) -> Json:
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
        message.edit_date = self._account.clock()
        self._account.changed()
        return message.as_json()

    def _text(self, given: Json) -> tuple[str, list[Json]]:
        text, mode = given.get("text", ""), given.get("parse_mode", "").lower()
        if mode not in {"", "none", "html"}:
            # Markdown is not simulated.
            raise Refused("unsupported parse_mode")
        text, marked = entities.parse(text) if mode == "html" else entities.trimmed(text, given.get("entities") or [])
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
        return self._delete(chat, [message])

    def _delete_messages(self, given: Json) -> bool:
        chat = self._chat(given)
        ids = given.get("message_ids")
        if not isinstance(ids, list) or not ids:
            raise Refused("message identifiers are not specified")
        if len(ids) > refusals.MESSAGES_AT_ONCE:
            raise Refused("too many message identifiers specified")
        # True, also when nothing was found: only deleteMessage tells.
        found = (chat.messages.get(each) for each in dict.fromkeys(map(int, ids)))
        return self._delete(chat, [message for message in found if message])

    def _delete(self, chat: ChatHistory, messages: list[StoredMessage]) -> bool:
        """All of them or, if one may not be deleted, none."""
        if any(self._account.clock() - message.date > refusals.DELETABLE for message in messages):
            raise Refused("message can't be deleted for everyone")
        if not chat.private and not all(message.from_bot for message in messages):
            raise Refused("message can't be deleted")
        for message in messages:
            del chat.messages[message.message_id]
        self._account.changed()
        return True

    def _answer_callback_query(self, given: Json) -> bool:
        if len(given.get("text", "")) > refusals.ANSWER_LENGTH:
            raise Refused("MESSAGE_TOO_LONG")
        query = self._account.queries.pop(given.get("callback_query_id", ""), None)
        if query is None or not self._account.answerable(query):
            raise Refused("query is too old and response timeout expired or query ID is invalid")
        if given.get("text"):
            alert = {"text": given["text"], "show_alert": given.get("show_alert", False)}
            self._account.chats[query.chat_id].alerts.append(alert)
        self._account.changed()
        return True

    # The profile, and chats as a whole

    def _set_profile(self, kind: str, given: Json) -> bool:
        text = given.get(kind, "")
        if len(text) > refusals.PROFILE_LENGTHS[kind]:
            raise Refused(f"bot {kind.replace('_', ' ')} is too long")
        self._account.profile_texts[kind][refusals.language(given.get("language_code", ""))] = text
        self._account.changed()
        return True

    def _get_profile(self, kind: str, given: Json) -> Json:
        return {kind: self._account.profile(kind, given.get("language_code", ""))}

    def _set_commands(self, given: Json) -> bool:
        self._commands[_commands_key(given)] = refusals.commands(given.get("commands"))
        return True

    def _leave_chat(self, given: Json) -> bool:
        chat = self._chat(given)
        if chat.private:
            raise Refused("chat member status can't be changed in private chats")
        self._account.membership(chat, self._account.bot, "member", "left")
        chat.left = True
        return True


def _commands_key(given: Json) -> tuple[str, str]:
    scope = given.get("scope") or {"type": "default"}
    return repr(sorted(scope.items())), refusals.language(given.get("language_code", ""))
