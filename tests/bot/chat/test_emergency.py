"""The kill switch: whatever of the guide is broken, everybody is answered with the four numbers."""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from telegram.constants import CallbackQueryLimit

import locales
from bot.api.client import Client
from bot.api.events import ALLOWED_UPDATES, WIPE, Event, Press, understand
from bot.api.update import Update
from bot.chat import emergency
from bot.chat.emergency import COVER, IN_SHORT, MENU_BUTTON, PAGE, WIPE_BUTTON, WIPED, Emergency
from bot.chat.handlers import GuideHandler
from bot.chat.pages import Page, Pages
from bot.chat.tap import Tap
from bot.chat.ways import PageKey
from bot.delivery.queues import ChatQueues
from flows.answers import HEARD
from flows.guide import Guide
from flows.helplines import HELPLINES
from flows.map import REGIONS
from flows.visit import START
from locales import SOURCE
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.numbers import POLICE
from tests.support.person import LISTENER
from tests.support.processes import run, simulated, until
from tests.support.seam import InProcess
from tests.support.standing_clock import StandingClock as Clock
from tests.support.trees import ROOT, copied

LINES = [HELPLINES[name] for name in ("emergency", "veilig_thuis", "kindertelefoon", "suicide_prevention")]
NUMBERS = [line.number for line in LINES]


# The words.


def test_both_languages_name_the_four_numbers_as_the_guide_does() -> None:
    found = re.findall(r"\b0\d{2,3}-\d{4,7}\b|\b11\d\b", PAGE.text)
    assert found == NUMBERS * 2
    assert all(number in IN_SHORT for number in NUMBERS)
    assert "Veilig Thuis" in IN_SHORT


def test_the_hours_are_those_of_the_guide() -> None:
    for line in LINES:
        said = [words for words in PAGE.text.splitlines() if line.number in words]
        if line.hours:
            opens, closes = (f"{time:%H.%M}" for time in (line.hours.opens, line.hours.closes))
            assert all(opens in words and closes in words for words in said)


def test_the_words_are_plain_and_fit() -> None:
    """They are sent as HTML, like every page; nothing in them may be taken for markup."""
    assert not set("<>&") & set(PAGE.text + COVER.text)
    assert max(len(IN_SHORT), len(WIPED)) <= CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH


def test_a_list_of_chats_gives_nothing_away() -> None:
    first = PAGE.text.splitlines()[0]
    assert not re.search(r"\d|kind|thuis|geweld|hulp", first.lower())


def test_what_had_to_be_written_twice_is_the_same() -> None:
    assert emergency.LANGUAGE == SOURCE
    assert Tap.unpack(WIPE_BUTTON) == Tap("nl", screen=START, trigger=WIPE)
    assert Tap.unpack(MENU_BUTTON) == Tap("nl", screen=START)


def test_nothing_of_the_guide_is_imported_for_it() -> None:
    script = (
        "import sys, bot.app, bot.chat.emergency, bot.ops.metrics, bot.ops.logs\n"
        "import bot.delivery.queues, bot.delivery.polling\n"
        "ours = {'flows', 'locales', 'listening', 'campaigns'}\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ours))"
    )
    command = [sys.executable, "-c", script]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert out.stdout.split() == ["flows", "flows.numbers", "flows.wiping"]  # which import nothing of ours


# What happens to a person.


class Somebody:
    """In a chat with the emergency page."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.telegram = Telegram(self.clock, TOKEN, name="Wat kan ik doen?")
        self.phone = self.telegram.phone(5, "nl")
        request = InProcess(self.telegram)
        self.bot = Client(TOKEN, request=request, get_updates_request=InProcess(self.telegram))
        self.handler = Emergency(self.bot, self.clock)
        self.offset = 0

    async def updates(self) -> list[Update]:
        await self.bot.initialize()
        batch = await self.bot.fetch_updates(self.offset, 0, ALLOWED_UPDATES)
        self.offset = batch[-1].update_id + 1 if batch else self.offset
        return [update for update in batch if isinstance(update, Update)]

    async def events(self) -> list[Event]:
        return [event for event in map(understand, await self.updates()) if event]

    async def answered(self) -> None:
        for event in await self.events():
            await self.handler.handle(event)

    async def left_on_a_page_of_the_guide(self) -> int:
        """A page from before the guide broke; returns its message id."""
        await self.bot.initialize()
        self.phone.start()
        await self.updates()
        self.phone.delete(self.phone.messages[0]["message_id"])
        return (await self.bot.send_message(5, "Zorgen om een kind")).message_id

    @property
    def chat(self) -> list[str]:
        return [str(message["text"]) for message in self.phone.messages]


@pytest.fixture
def somebody() -> Somebody:
    return Somebody()


@pytest.mark.parametrize("words", ["/start", "/start gouda", "/help", "help mij", "/en", "x" * 4096])
async def test_words_are_answered_and_taken_away(somebody: Somebody, words: str) -> None:
    somebody.phone.type(words)
    await somebody.answered()
    assert somebody.chat == [PAGE.text]
    assert somebody.phone.notifications == []


async def test_a_picture_is_answered_and_taken_away(somebody: Somebody) -> None:
    somebody.phone.send_photo("kijk")
    await somebody.answered()
    assert somebody.chat == [PAGE.text]


@pytest.mark.parametrize("data", ["1|nl||welcome||child", "anything", "x" * 64])
async def test_a_tap_draws_it_in_place(somebody: Somebody, data: str) -> None:
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.phone.forge(data, page)
    await somebody.answered()
    assert somebody.chat == [PAGE.text]
    assert somebody.phone.messages[0]["message_id"] == page
    assert somebody.phone.unanswered == []


async def test_f17_a_tap_on_a_page_that_is_gone_gets_it_sent(somebody: Somebody) -> None:
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.phone.forge("1|nl||welcome||child", page)
    somebody.phone.delete(page)
    await somebody.answered()
    assert somebody.chat == [PAGE.text]


async def test_however_often_somebody_starts_one_page_stands_in_the_chat(somebody: Somebody) -> None:
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.phone.forge("1|nl||welcome||child", page)
    for _ in range(3):
        somebody.phone.start()
        somebody.phone.type("hallo?")
        await somebody.answered()
    assert somebody.chat == [PAGE.text]


@pytest.mark.parametrize("data", ["1|nl||welcome||wipe", "1|en|gouda|person_now|u|wipe"])
async def test_the_quick_exit_stays_one(somebody: Somebody, data: str) -> None:
    """Whoever wipes may have somebody beside them: no numbers appear."""
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.phone.forge(data, page)
    await somebody.answered()
    assert somebody.chat == []
    assert somebody.phone.alerts == [{"text": WIPED, "show_alert": True}]


async def test_its_own_button_wipes_it(somebody: Somebody) -> None:
    somebody.phone.start()
    await somebody.answered()
    somebody.phone.press("Wis dit · Wipe this")
    await somebody.answered()
    assert somebody.chat == []


@pytest.mark.parametrize("command", ["/wis", "/stop", "/WIS@watkanikdoen_bot", "wis", " Weg "])
async def test_the_quick_exit_by_hand(somebody: Somebody, command: str) -> None:
    somebody.phone.start()
    await somebody.answered()
    somebody.phone.type(command)
    await somebody.answered()
    assert somebody.chat == []


async def test_a_word_that_begins_as_the_quick_exit_is_none(somebody: Somebody) -> None:
    somebody.phone.type("/stopwatch")
    await somebody.answered()
    assert len(somebody.chat) == 1


async def test_f58_a_page_too_old_to_delete_is_emptied(somebody: Somebody) -> None:
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.clock.later(hours=49)
    somebody.phone.forge("1|nl||welcome||wipe", page)
    await somebody.answered()
    assert somebody.chat == [COVER.text]


async def test_f42_it_is_never_said_in_a_group(somebody: Somebody) -> None:
    group = somebody.phone.group(privacy=False)
    group.add_bot()
    group.type("/start")
    before = len(group.messages)
    await somebody.answered()
    assert len(group.messages) == before


async def test_f28_a_tap_without_a_message_gets_the_numbers_in_an_alert(somebody: Somebody) -> None:
    await somebody.bot.initialize()
    await somebody.handler.handle(Press(update_id=1, chat_id=5, query_id="1", data="x", page_id=None))
    assert somebody.telegram.calls[-1].params["text"] == IN_SHORT


async def test_the_queues_treat_its_presses_as_those_of_the_guide(somebody: Somebody) -> None:
    page = await somebody.left_on_a_page_of_the_guide()
    somebody.phone.forge("1|nl||welcome||child", page)
    somebody.phone.forge("1|nl||welcome||wipe", page)
    somebody.phone.type("hallo")
    press, wipe, words = await somebody.events()
    assert [event.is_urgent for event in (press, wipe, words)] == [False, True, False]
    await somebody.handler.ask_to_retry(press)
    assert somebody.phone.alerts == [{"text": IN_SHORT, "show_alert": True}]
    await somebody.handler.skip(wipe)
    await somebody.handler.skip(words)
    assert somebody.phone.unanswered == []
    assert somebody.chat == ["Zorgen om een kind"]


# A fault of ours on one page, while the rest of the guide works.


class Torn(Pages):
    """A guide of which one page and one answer cannot be made."""

    def page(self, place: PageKey) -> Page:
        if place.visit.screen == "worried" or place.answer in HEARD.values():
            raise KeyError("canary")
        return super().page(place)


class SomebodyElse(Somebody):
    """In a chat with a guide that has a fault."""

    def __init__(self) -> None:
        super().__init__()
        guide = GuideHandler(
            self.bot, Torn(Guide(REGIONS), locales.read()), self.clock, LISTENER, self.handler.last_pages
        )
        self.queues = ChatQueues(guide, instead=self.handler)

    async def answered(self) -> None:
        for update in await self.updates():
            await asyncio.wait_for(self.queues.take(update), 20)


@pytest.mark.parametrize("said", ["Zorgen om een kind", "English", "hallo", "/onbekend"])
async def test_who_meets_a_fault_of_ours_gets_the_numbers_and_can_go_on(
    said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """F26, F52: one page stands in the chat, no button waits, and the log knows nobody."""
    somebody = SomebodyElse()
    somebody.phone.start()
    await somebody.answered()
    if said == "English":
        somebody.phone.press("English")
        await somebody.answered()
        said = "Worried about a child"
    button = {button["text"] for row in somebody.phone.screen["keyboard"] for button in row}
    if said in button:
        somebody.phone.press(said)
    else:
        somebody.phone.type(said)
    await somebody.answered()
    assert somebody.chat == [PAGE.text]
    assert somebody.phone.unanswered == []
    written = "".join(capsys.readouterr())
    assert "KeyError" in written
    assert not re.search(r"canary|hallo|onbekend|Zorgen|Worried|Visitor|\bchat\b(?!/)|worried", written)
    somebody.phone.type("/help")
    await somebody.answered()
    assert len(somebody.chat) == 1
    assert somebody.phone.screen["text"].startswith(("Nu met iemand praten", "Speak to someone now"))
    assert somebody.phone.screen["text"].startswith("Speak") is said.startswith("Worried")


async def test_from_the_page_with_the_numbers_one_can_try_again_or_wipe() -> None:
    somebody = SomebodyElse()
    somebody.phone.start()
    await somebody.answered()
    for label in ("Zorgen om een kind", "Probeer opnieuw · Try again", "Zorgen om een kind", "Wis dit · Wipe this"):
        assert len(somebody.chat) == 1
        somebody.phone.press(label)
        await somebody.answered()
    assert somebody.chat == []


# The whole bot, with something broken in it.


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(tree: Path) -> None:
        text = (tree / path).read_text("utf-8")
        assert old in text
        (tree / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def append(path: str, more: str) -> Callable[[Path], None]:
    def edit(tree: Path) -> None:
        with (tree / path).open("a", encoding="utf-8") as file:
            file.write(more)

    return edit


ENGLISH = "locales/en/LC_MESSAGES/messages.po"
BROKEN = {
    "a malformed helpline": (replace("flows/numbers.py", f'"{POLICE}"', '"0900 8844"'), "helpline police"),
    "a catalogue that cannot be read": (append(ENGLISH, '\nmsgid "half a sen\n'), "en/messages.po, line"),
    "no source catalogue": (lambda tree: shutil.rmtree(tree / "locales" / "nl"), "is missing"),
    "a way to nowhere": (replace("flows/regions/start.py", 'to("privacy", ', 'to("nowhere", '), "nowhere"),
    "braces nobody fills in": (
        replace("flows/words/chat.py", 'N_("Gevaar nu? Bel zelf {emergency}.")', 'N_("Bel {nobody}.")'),
        "error=KeyError",
    ),
    "a translation with other braces": (
        replace(ENGLISH, 'msgstr "Danger now? Dial {emergency} yourself."', 'msgstr "Dial {nobody}."'),
        "does not name the same things in braces",
    ),
    "a region that does not compile": (append("flows/regions/child.py", "\nSCREENS = (\n"), "error=SyntaxError"),
    "a region that is gone": (lambda tree: (tree / "flows" / "regions" / "child.py").unlink(), "error=ImportError"),
    "broken campaigns code": (append("campaigns/__init__.py", "\n1/0\n"), "error=ZeroDivisionError"),
}


@pytest.mark.parametrize(("breaks", "said"), BROKEN.values(), ids=BROKEN)
async def test_without_a_usable_guide_start_is_answered_with_the_four_numbers(
    tmp_path: Path, breaks: Callable[[Path], None], said: str
) -> None:
    tree = copied(tmp_path / "tree")
    breaks(tree)
    async with (
        simulated() as (telegram, root),
        run(tmp_path / "w", root, {"HEALTH_LISTEN": "127.0.0.1:0"}, tree=tree) as bot,
        httpx.AsyncClient(base_url=await bot.health()) as client,
    ):
        phone = telegram.phone(5, "en")
        phone.start()
        await until(lambda: len(phone.messages) == 1 and bool(phone.messages[0]["keyboard"]))
        assert phone.screen["text"] == PAGE.text
        await until(lambda: not len(telegram.updates))  # confirmed, so there was a good poll since
        assert (await client.get("/ready")).status_code == 503
        assert (await client.get("/live")).status_code == 200
        assert await bot.stopped() == 0
    assert said in bot.said
    assert 'event="everybody is answered with the emergency page only"' in bot.said
    assert "Traceback" not in bot.said


async def test_a_broken_campaigns_file_costs_local_help_and_nothing_else(tmp_path: Path) -> None:
    broken = tmp_path / "campaigns.toml"
    broken.write_text('[[campaign]]\ncode = "NOT A CODE"\norganisation = "x"\n')
    settings = {"HEALTH_LISTEN": "127.0.0.1:0", "CAMPAIGNS": str(broken)}
    async with (
        simulated() as (telegram, root),
        run(tmp_path / "w", root, settings) as bot,
        httpx.AsyncClient(base_url=await bot.health()) as client,
    ):
        phone = telegram.phone(5, "nl")
        phone.start("gouda")
        await until(lambda: len(phone.messages) == 1 and bool(phone.messages[0]["keyboard"]))
        assert phone.screen["text"].startswith("Wat kan ik doen?")
        async with asyncio.timeout(60):
            while (await client.get("/ready")).status_code != 200:  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.05)
        assert await bot.stopped() == 0
    assert "watkanikdoen: campaigns.toml, line 2: campaign.code" in bot.said
    assert 'event="going on without the campaigns"' in bot.said


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"TOKEN": ""}, "WATKANIKDOEN_TOKEN"),
        ({"LOG_LEVEL": "LOUD"}, "WATKANIKDOEN_LOG_LEVEL"),
        ({"HEALTH_LISTEN": "9090"}, "WATKANIKDOEN_HEALTH_LISTEN"),
    ],
)
async def test_f69_a_wrong_setting_is_no_reason_for_the_emergency_page(
    tmp_path: Path, settings: dict[str, str], named: str
) -> None:
    async with run(tmp_path / "w", "http://127.0.0.1:9", settings) as bot:
        assert await bot.ended() == 78
    assert len(bot.said.splitlines()) == 1
    assert bot.said.startswith(f"watkanikdoen: {named}: ")
