"""The kill switch: when the guide or its words cannot be used, everybody gets one page with four numbers.

Also who meets a fault of ours on a single page gets it, from the lanes, while all others go on.

Nothing of the guide may be imported here: it is what is broken. So this page is the one place outside `flows` with
words and numbers in it; a test holds them against `flows.helplines`. Both languages stand in one message,
since there is no catalogue to choose from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from telegram import Bot
from telegram.constants import ChatType, UpdateType

from bot.api.client import Button, OutgoingMessage, answer, delete, edit, ready, send, side_by_side
from bot.api.update import Message, Query, Update
from bot.delivery.last_pages import LastPages, PageRef

UPDATES = (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER)
"""The same as `bot.chat.handlers` asks for: Telegram keeps to the last wish, also after we are mended."""

WIPE_COMMANDS = frozenset({"/wis", "/stop"})
WIPE_WORDS = frozenset(
    {
        *("wis", "weg", "stop", "wis alles", "wis dit", "wis dit gesprek", "alles weg", "weg ermee"),
        *("delete", "wipe", "delete all", "delete this", "delete this chat", "delete everything", "wipe this chat"),
    }
)
LANGUAGE = "nl"
"""Of a chat that the guide told us nothing of; what comes after this page is answered in it."""
MENU_BUTTON, WIPE_BUTTON = "1|nl||welcome||", "1|nl||welcome||wipe"
"""As `bot.chat.tap` packs them, so that they also work on the guide when that is back."""


# The first line is what a list of chats shows: it gives nothing away.
PAGE = OutgoingMessage(
    ready(
        """\
Deze gids is even niet beschikbaar.
This guide is not available right now.

Gevaar nu? Bel 112.
Zorgen om een kind? Of ben je zelf niet veilig thuis? Bel Veilig Thuis: 0800-2000. Gratis, dag en nacht.
Ben je jonger dan 18? Bel De Kindertelefoon: 0800-0432. Gratis, elke dag van 11.00 tot 21.00 uur.
Denk je aan doodgaan? Bel 113. Dag en nacht.

Danger now? Call 112.
Worried about a child? Or not safe at home yourself? Call Veilig Thuis: 0800-2000. Free, day and night.
Younger than 18? Call De Kindertelefoon: 0800-0432. Free, every day from 11.00 to 21.00.
Thinking about dying? Call 113. Day and night.""",
        [
            [Button("Probeer opnieuw · Try again", callback_data=MENU_BUTTON)],
            [Button("Wis dit · Wipe this", callback_data=WIPE_BUTTON)],
        ],
    )
)

COVER = OutgoingMessage(ready("Menu", [[Button("Menu", callback_data=MENU_BUTTON)]]))
"""What stands for a moment in place of a page that is wiped, and stays where Telegram lets us delete nothing."""

IN_SHORT = "112 (gevaar · danger)\nVeilig Thuis 0800-2000\nKindertelefoon 0800-0432\n113 (doodgaan · dying)"
"""For an alert, where no page can be drawn; Telegram takes 200 characters."""

WIPED = (
    "De tekst is weg. Verwijder het gesprek ook zelf uit je lijst.\n"
    "The text is gone. Delete the chat from your list as well."
)


@dataclass
class Emergency:
    """Takes the place of `GuideHandler`. A quick exit stays one: who wipes is shown no numbers."""

    bot: Bot
    now: Callable[[], datetime]
    trail: LastPages = field(default_factory=LastPages)

    async def handle(self, update: Update) -> None:
        """Answer one update with the page. In groups there is only silence."""
        if query := update.callback_query:
            if _is_wipe(update):
                await self.on_wipe_tap(query)
            else:
                await self.on_tap(query)
        elif (message := update.message or update.edited_message) and message.chat.type == ChatType.PRIVATE:
            if _is_wipe(update):
                await self.on_wipe_command(message)
            else:
                await self.on_message(message)

    def may_skip(self, update: Update) -> bool:
        """Any tap but a wipe: they all lead to the same page."""
        return update.callback_query is not None and not _is_wipe(update)

    def is_urgent(self, update: Update) -> bool:
        return _is_wipe(update)

    async def skip(self, update: Update) -> None:
        """Overtaken: the waiting mark or the words go, nothing is drawn."""
        if update.callback_query:
            await answer(self.bot, update.callback_query.id)
        elif (message := update.message or update.edited_message) and message.chat.type == ChatType.PRIVATE:
            await delete(self.bot, message.chat.id, message.message_id)

    async def ask_to_retry(self, update: Update) -> None:
        """Telegram lets us draw nothing for a while: the numbers in an alert."""
        if update.callback_query:
            await answer(self.bot, update.callback_query.id, IN_SHORT)

    async def on_tap(self, query: Query) -> None:
        """The page takes the place of the one that was tapped; it is sent when that is gone."""
        if query.message is None or query.message.chat.type != ChatType.PRIVATE:
            await answer(self.bot, query.id, IN_SHORT)
        else:
            drawn = self._draw(query.message.chat.id, query.message.message_id)
            await side_by_side(drawn, answer(self.bot, query.id))

    async def on_wipe_tap(self, query: Query) -> None:
        if query.message and query.message.chat.type == ChatType.PRIVATE:
            former = self.trail.last(query.message.chat.id, self.now())
            for message_id in {query.message.message_id} | ({former.message_id} if former else set()):
                await self._wipe(query.message.chat.id, message_id)
            self.trail.forget(query.message.chat.id)  # only now: a second try must find it again
        await answer(self.bot, query.id, WIPED)

    async def on_message(self, message: Message) -> None:
        """OutgoingMessage, a command, a picture: the page, and what was typed is taken away."""
        await self._show(message.chat.id)
        await delete(self.bot, message.chat.id, message.message_id)

    async def on_wipe_command(self, message: Message) -> None:
        if former := self.trail.last(message.chat.id, self.now()):
            await self._wipe(message.chat.id, former.message_id)
            self.trail.forget(message.chat.id)
        await delete(self.bot, message.chat.id, message.message_id)

    async def _draw(self, chat_id: int, message_id: int) -> None:
        if await edit(self.bot, chat_id, message_id, PAGE):
            await self._note(chat_id, message_id)
        else:
            await self._show(chat_id)

    async def _show(self, chat_id: int) -> None:
        message_id = await send(self.bot, chat_id, PAGE)
        if message_id is not None:
            await self._note(chat_id, message_id)

    async def _note(self, chat_id: int, message_id: int) -> None:
        """At most one page stands in a chat: the former one goes."""
        known = self.trail.last(chat_id, self.now())
        locale, campaign = (known.locale, known.campaign) if known else (LANGUAGE, "")
        former = self.trail.note(chat_id, PageRef(message_id, self.now(), locale, campaign))
        if former and former.message_id != message_id:
            await self._wipe(chat_id, former.message_id)

    async def _wipe(self, chat_id: int, message_id: int) -> None:
        """Cover it first: that works on a message of any age, a deletion only within 48 hours."""
        await edit(self.bot, chat_id, message_id, COVER)
        await delete(self.bot, chat_id, message_id)


def _is_wipe(update: Update) -> bool:
    if query := update.callback_query:
        return (query.data or "").endswith("|wipe")
    message = update.message or update.edited_message
    text = (message.text or "").strip(" .!?\n").lower() if message else ""
    return text.partition(" ")[0].partition("@")[0] in WIPE_COMMANDS or text in WIPE_WORDS
