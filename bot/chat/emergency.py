"""The kill switch: when the guide or its words cannot be used, everybody gets one page with four numbers.

A visitor who meets a fault of ours on a single page gets it too, from the queues, while all others go on.

Import nothing of the guide here except its numbers: the guide is what is broken, and their file needs nothing else.
So this page has words of its own. Both languages stand in one message, since there is no catalogue to choose from.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from telegram import Bot
from telegram.error import RetryAfter

from bot.api.client import Button, OutgoingMessage, answer, delete, delete_typed, edit, send, side_by_side
from bot.api.events import WIPE, Event, Press, Wipe, Words
from bot.chat.skip import skip
from bot.chat.wipe import Wiped, wipe
from bot.delivery.last_pages import LastPages, PageRef
from flows.numbers import KINDERTELEFOON_HOURS, NUMBERS

LANGUAGE = "nl"
"""Of a chat that the guide told us nothing of; what comes after this page is answered in it."""
MENU_BUTTON, WIPE_BUTTON = "1|nl||welcome||", f"1|nl||welcome||{WIPE}"
"""As `bot.chat.tap` packs them, so that they also work on the guide when that is back."""
MENU, WIPE_THIS = Button("Menu", callback_data=MENU_BUTTON), Button("Wis dit · Wipe this", callback_data=WIPE_BUTTON)

EMERGENCY, SUICIDE_PREVENTION = NUMBERS["emergency"], NUMBERS["suicide_prevention"]
VEILIG_THUIS, KINDERTELEFOON = NUMBERS["veilig_thuis"], NUMBERS["kindertelefoon"]
OPENS, CLOSES = (f"{hour}.00" for hour in KINDERTELEFOON_HOURS)

# The first line is what a list of chats shows: it gives nothing away.
PAGE = OutgoingMessage(
    f"""\
Deze gids is even niet beschikbaar.
This guide is not available right now.

Gevaar nu? Bel {EMERGENCY}.
Zorgen om een kind? Of ben je zelf niet veilig thuis? Bel Veilig Thuis: {VEILIG_THUIS}. Gratis, dag en nacht.
Ben je jonger dan 18? Bel De Kindertelefoon: {KINDERTELEFOON}. Gratis, elke dag van {OPENS} tot {CLOSES} uur.
Denk je aan doodgaan? Bel {SUICIDE_PREVENTION}. Dag en nacht.

Danger now? Call {EMERGENCY}.
Worried about a child? Or not safe at home yourself? Call Veilig Thuis: {VEILIG_THUIS}. Free, day and night.
Younger than 18? Call De Kindertelefoon: {KINDERTELEFOON}. Free, every day from {OPENS} to {CLOSES}.
Thinking about dying? Call {SUICIDE_PREVENTION}. Day and night.""",
    [[Button("Probeer opnieuw · Try again", callback_data=MENU_BUTTON)], [WIPE_THIS]],
)

COVER = OutgoingMessage("Menu", [[MENU]])
"""What stands for a moment in place of a page that is wiped, and stays where Telegram lets us delete nothing."""

FORGOTTEN = OutgoingMessage(
    "Staat hier nog een pagina? Druk daar op Wis.\nIs there still a page here? Press Wipe on it.", [[MENU], [WIPE_THIS]]
)
"""After a typed wipe in a chat that is not remembered: a page may stand there."""

IN_SHORT = (
    f"{EMERGENCY} (gevaar · danger)\nVeilig Thuis {VEILIG_THUIS}\n"
    f"Kindertelefoon {KINDERTELEFOON}\n{SUICIDE_PREVENTION} (doodgaan · dying)"
)
"""For an alert, where no page can be drawn; Telegram takes 200 characters."""

WIPED_NOT_YET = (
    "Telegram laat mij nu niets weghalen. Verwijder het gesprek zelf uit je lijst.\n"
    "Telegram lets me take nothing away now. Delete the chat from your list yourself."
)
WIPED = (
    "De tekst is weg. Verwijder het gesprek ook zelf uit je lijst.\n"
    "The text is gone. Delete the chat from your list as well."
)


@dataclass
class Emergency:
    """Takes the place of `GuideHandler`. A quick exit stays one: a visitor who wipes is shown no numbers."""

    bot: Bot
    now: Callable[[], datetime]
    last_pages: LastPages = field(default_factory=LastPages)

    async def handle(self, event: Event) -> None:
        """Answer one event with the page. In groups there is only silence."""
        match event:
            case Wipe():
                await self.on_wipe(event)
            case Press(page_id=None):
                await answer(self.bot, event.query_id, IN_SHORT)
            case Press(page_id=int(page_id)):
                # The page takes the place of the one that was pressed; it is sent when that is gone.
                await side_by_side(self._draw(event, page_id), answer(self.bot, event.query_id))
            case Words():
                await self._send(event, PAGE)
                await delete_typed(self.bot, event.chat_id, event.message_ids)

    async def skip(self, event: Event) -> None:
        await skip(self.bot, event)

    async def ask_to_retry(self, event: Event) -> None:
        """Telegram lets us draw nothing for a while: the numbers in an alert."""
        if isinstance(event, Press):
            await answer(self.bot, event.query_id, IN_SHORT)

    async def on_wipe(self, event: Wipe) -> None:
        try:
            wiped = await wipe(self.bot, event, self.last_pages, COVER, self.now())
        except RetryAfter:
            if event.query_id:
                await answer(self.bot, event.query_id, WIPED_NOT_YET)
            raise
        if event.query_id:
            await answer(self.bot, event.query_id, WIPED)
        elif wiped is Wiped.UNKNOWN:
            await self._send(event, FORGOTTEN)

    async def _draw(self, press: Press, message_id: int) -> None:
        if await edit(self.bot, press.chat_id, message_id, PAGE):
            await self._note(press.chat_id, message_id)
        else:
            await self._send(press, PAGE)

    async def _send(self, event: Event, page: OutgoingMessage) -> None:
        message_id = await send(self.bot, event.chat_id, page, thread_id=event.thread_id)
        if message_id is not None:
            await self._note(event.chat_id, message_id)

    async def _note(self, chat_id: int, message_id: int) -> None:
        """At most one page stands in a chat: the former one goes."""
        known = self.last_pages.last(chat_id, self.now())
        # What comes after this page is answered as what came before it.
        ref = known or PageRef(message_id, self.now(), LANGUAGE, "")
        former = self.last_pages.note(
            chat_id, replace(ref, message_id=message_id, drawn=self.now(), reopens="", is_covered=False)
        )
        if former and former.message_id != message_id:
            # An edit works on a message of any age, a deletion does not.
            await edit(self.bot, chat_id, former.message_id, COVER)
            await delete(self.bot, chat_id, former.message_id)
