"""A person with a phone, for tests: our whole bot at one end of a simulated Telegram, their thumb at the other.

Nothing is patched: the real python-telegram-bot talks to the simulator through its own seam for the network.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

import campaigns
import listening.listener
import locales
from bot.api.client import Client
from bot.api.events import ALLOWED_UPDATES, Press, understand
from bot.api.update import Update
from bot.chat.handlers import GuideHandler
from bot.chat.pages import Pages
from bot.chat.tap import Tap
from bot.chat.typed import Vocabulary
from bot.counting.tally import Tally
from flows.guide import Guide
from flows.map import REGIONS
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.seam import InProcess
from tests.support.standing_clock import StandingClock

GUIDE, LOCALES = Guide(REGIONS), locales.read()
LISTENER = listening.listener.read()
VOCABULARY = Vocabulary(GUIDE, LOCALES)


def new_pages() -> Pages:
    """Pages without a cache, as after a restart; the map and the catalogues are read once."""
    return Pages(GUIDE, LOCALES, campaigns.read(campaigns.EXAMPLE))


@dataclass
class Person:
    """A person in a chat with the bot. Every press and text is answered before the call returns."""

    language: str | None = "nl"
    clock: StandingClock = field(default_factory=StandingClock)
    restarts: bool = False
    """Make all our objects anew before each press: the button must carry what it needs."""
    user_id: int = 5
    pages: Callable[[], Pages] = new_pages
    tally: Tally | None = None
    telegram: Telegram = field(init=False)
    phone: Phone = field(init=False)
    handler: GuideHandler = field(init=False)
    bot: Client = field(init=False)

    def __post_init__(self) -> None:
        self.telegram = Telegram(self.clock, TOKEN, name="Wat kan ik doen?", username="watkanikdoen_bot")
        self.phone = self.telegram.phone(self.user_id, self.language)
        self._offset = 0
        self.restart()

    def restart(self) -> None:
        """Make all our objects anew; the chat and Telegram stay."""
        request = InProcess(self.telegram)
        self.bot = Client(TOKEN, request=request, get_updates_request=InProcess(self.telegram))
        pages = self.pages()
        known = VOCABULARY if pages.guide is GUIDE and pages.locales is LOCALES else None
        self.handler = GuideHandler(self.bot, pages, self.clock, LISTENER, tally=self.tally, vocabulary=known)

    async def answered(self) -> None:
        """Let the bot handle all updates that wait at Telegram."""
        await self.bot.initialize()
        while True:
            batch = await self.bot.fetch_updates(self._offset, 0, ALLOWED_UPDATES)
            if not batch:
                return
            for update in batch:
                assert isinstance(update, Update)
                event = understand(update)
                if self.restarts and isinstance(event, Press):
                    self.restart()
                    await self.bot.initialize()
                if event:
                    await self.handler.handle(event)
                self._offset = update.update_id + 1

    async def tidied(self) -> None:
        """Let the bot do what no visitor waits for."""
        for _ in range(100):  # what fails is put back
            for event in self.handler.housekeeping.due():
                await self.handler.handle(event)

    async def start(self, code: str = "") -> None:
        self.phone.start(code)
        await self.answered()

    async def press(self, *labels: str) -> None:
        """Press these buttons one after the other, each on the page that the one before it opened.

        A button is named by its label, or by the title of the page that it opens."""
        for label in labels:
            self.phone.press(self.label(label))
            await self.answered()

    def label(self, name: str) -> str:
        """The label of the button that is called so, or that opens the page of this title."""
        return name if name in self.labels else next((label for label, title in self.opens if title == name), name)

    @property
    def opens(self) -> list[tuple[str, str]]:
        """Each button that opens a page, with the title of that page."""
        buttons = [button for row in self.phone.screen["keyboard"] for button in row if "callback_data" in button]
        pages = [self.handler.pages.opened_by(Tap.unpack(button["callback_data"]), self.clock()) for button in buttons]
        titles = [unescape(page.text.partition("\n")[0]).removeprefix("<b>").removesuffix("</b>") for page in pages]
        return list(zip([button["text"] for button in buttons], titles, strict=True))

    async def write(self, text: str) -> None:
        self.phone.type(text)
        await self.answered()

    @property
    def text(self) -> str:
        """The page before them."""
        return str(self.phone.screen["text"])

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.phone.screen["keyboard"] for button in row]

    @property
    def chat(self) -> list[str]:
        """Every message in the chat, from both sides."""
        return [str(message["text"]) for message in self.phone.messages]
