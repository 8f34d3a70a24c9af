"""What Telegram refuses, in Telegram's own words.

The words are those of the Bot API server (tdlib/telegram-bot-api, Client.cpp) and of the servers behind it. The
simulator is stricter than the real one in four places, each a mistake that would otherwise stay unseen: a parameter
that is not simulated, a button with two actions, a bare "&" in HTML, and a query that is answered twice.
"""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

TEXT_LENGTH = 4096
ANSWER_LENGTH = 200
CALLBACK_DATA_BYTES = 64
COPY_TEXT_LENGTH = 256
BUTTONS = 100
BUTTONS_IN_A_ROW = 8
MESSAGES_AT_ONCE = 100
COMMANDS = 100
COMMAND_DESCRIPTION_LENGTH = 256
SECRET_LENGTH = 256
PROFILE_LENGTHS = {"name": 64, "description": 512, "short_description": 120}
DELETABLE = timedelta(hours=48)
ANSWERABLE = timedelta(minutes=15)

# What an inline button can do. A button that would do anything else is refused: that is not simulated.
ACTIONS = ("url", "callback_data", "copy_text")
STYLES = {"default", "primary", "success", "danger"}


def error(code: int, description: str, **parameters: Any) -> dict[str, Any]:
    """An error as Telegram writes it."""
    answer = {"ok": False, "error_code": code, "description": description}
    return answer | ({"parameters": parameters} if parameters else {})


class Refused(Exception):
    """Telegram's answer is an error."""

    def __init__(self, description: str, code: int = 400, **parameters: Any) -> None:
        prefix = {400: "Bad Request: ", 403: "Forbidden: ", 409: "Conflict: "}.get(code, "")
        self.code = code
        self.parameters = parameters
        self.description = prefix + description
        super().__init__(self.description)


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"

# What each method accepts, as far as it is simulated: what would be accepted and ignored here, is refused.
_SENDING = {"chat_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup"}
METHODS: dict[str, set[str]] = {
    "getMe": set(),
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "sendMessage": _SENDING | {"message_thread_id", "disable_notification"},
    "editMessageText": _SENDING | {"message_id"},
    "deleteMessage": {"chat_id", "message_id"},
    "deleteMessages": {"chat_id", "message_ids"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert"},
    "setWebhook": {"url", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"},
    "deleteWebhook": {"drop_pending_updates"},
    "getWebhookInfo": set(),
    "setMyName": {"name", "language_code"},
    "getMyName": {"language_code"},
    "setMyDescription": {"description", "language_code"},
    "getMyDescription": {"language_code"},
    "setMyShortDescription": {"short_description", "language_code"},
    "getMyShortDescription": {"language_code"},
    "setMyCommands": {"commands", "scope", "language_code"},
    "getMyCommands": {"scope", "language_code"},
    "leaveChat": {"chat_id"},
}

# A parameter has one form, whatever the method. Those that are not here are texts.
_WHOLE_NUMBERS = {"chat_id", "message_id", "message_thread_id", "offset", "limit", "timeout", "max_connections"}
_YES_OR_NO = {"disable_notification", "show_alert", "drop_pending_updates"}
_JSON = {"allowed_updates", "commands", "entities", "link_preview_options", "message_ids", "reply_markup", "scope"}

# The real server does not mind how a method is capitalised.
CANONICAL = {name.lower(): name for name in METHODS}


def parameters(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a call in one form, however they came: JSON values, form fields, or JSON inside form fields."""
    for name in given:
        if name not in METHODS[method]:
            raise Refused(f"{method} has no parameter '{name}'")
    return {name: _value(name, value) for name, value in given.items() if value is not None}


def _value(name: str, value: Any) -> Any:
    if name in _WHOLE_NUMBERS:
        try:
            return int(value)
        except (TypeError, ValueError):
            raise Refused("chat not found" if name == "chat_id" else f"invalid parameter '{name}'") from None
    if name in _YES_OR_NO:
        return value if isinstance(value, bool) else str(value).lower() in {"true", "1", "yes"}
    if name not in _JSON:
        return str(value)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Refused(f"can't parse {name.replace('_', ' ')} JSON object") from None


def keyboard(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard, once nothing in it would be refused."""
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise Refused("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if set(markup) != {"inline_keyboard"} or not isinstance(rows, list):
        raise Refused("inline keyboard expected")
    if not all(isinstance(row, list) for row in rows):
        raise Refused('can\'t parse inline keyboard button: field "inline_keyboard" must be of type Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > BUTTONS or any(len(row) > BUTTONS_IN_A_ROW for row in checked):
        raise Refused("reply markup is too long")
    return checked


def _button(button: Any) -> dict[str, Any]:
    wrong = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise Refused(wrong + "InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise Refused(
            wrong + 'Field "text" must be of type String' if "text" in button else wrong + 'Can\'t find field "text"'
        )
    if not button["text"].strip():
        raise Refused("REPLY_MARKUP_INVALID")
    if set(button) - {"text", *ACTIONS, "style"}:
        raise Refused("BUTTON_TYPE_INVALID")
    # An empty callback_data counts as none: that is how the server reads the field.
    given = [action for action in ACTIONS if button.get(action) not in (None, "")]
    if len(given) != 1:
        raise Refused(wrong + "Text buttons are unallowed in the inline keyboard")
    # The server takes capitals, and the word default, too (Bot API 9.4).
    style = str(button.get("style") or "default").lower()
    if style not in STYLES:
        raise Refused(wrong + "invalid button style specified")
    kept: dict[str, Any] = {"text": button["text"], given[0]: button[given[0]]}
    if style != "default":
        kept["style"] = style
    match given[0]:
        case "callback_data":
            data = kept["callback_data"]
            if not isinstance(data, str) or len(data.encode()) > CALLBACK_DATA_BYTES:
                raise Refused("BUTTON_DATA_INVALID")
        case "copy_text":
            copied = kept["copy_text"].get("text") if isinstance(kept["copy_text"], dict) else None
            if not isinstance(copied, str) or not 1 <= len(copied) <= COPY_TEXT_LENGTH:
                raise Refused("BUTTON_COPY_TEXT_INVALID")
        case "url":
            _url(str(kept["url"]))
    return kept


def _url(url: str) -> None:
    invalid = f"inline keyboard button URL '{url}' is invalid: "
    # The server reads "tel:112" as a host with a port and calls it a wrong URL; the reason is the same.
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+-]*):", url)
    if scheme and scheme[1].lower() not in {"http", "https", "tg", "ton"}:
        raise Refused(invalid + "Unsupported URL protocol")
    if scheme and scheme[1].lower() in {"tg", "ton"}:
        return
    host = urlsplit(url if scheme else f"http://{url}").hostname or ""
    if not host:
        raise Refused(invalid + "URL host is empty")
    if re.search(r"\s", url) or "." not in host.strip("."):
        # The server wants a public address; "localhost" and other bare names are refused as well.
        raise Refused(invalid + "Wrong HTTP URL")


def webhook(url: str, secret: str) -> None:
    parts = urlsplit(url)
    # The real one insists on HTTPS; tests run their bot on this computer.
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}):
        raise Refused("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > SECRET_LENGTH:
        raise Refused("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise Refused("secret token contains unallowed characters")


def language(code: str) -> str:
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise Refused("invalid language code specified")
    return code


def commands(given: Any) -> list[dict[str, str]]:
    if not isinstance(given, list) or not all(isinstance(command, dict) for command in given):
        raise Refused("can't parse commands JSON object")
    if len(given) > COMMANDS:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    for command in given:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= COMMAND_DESCRIPTION_LENGTH:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{"command": c["command"].removeprefix("/"), "description": c["description"]} for c in given]
