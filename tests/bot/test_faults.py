"""What visitors see when something goes wrong. `docs/faults.md` explains the numbers, and lists the other tests."""

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest

from benchmarks.watched import Watched
from bot.api.client import Client
from bot.api.connection import Connection
from bot.api.events import ALLOWED_UPDATES, WIPE
from bot.chat.pages import Pages
from bot.chat.tap import EDITION, Tap
from bot.ops import metrics as health
from flows.answers import ANSWERS, FOR_NO_TEXT, OLD_BUTTON
from flows.guide import NoSuchStep
from flows.helplines import SPOKEN
from flows.visit import START, Fact
from flows.words import chat
from simulator.clock import Clock
from simulator.demo import serve
from simulator.faults import AFTER, Fault, Kind, Standing
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.bot.delivery.test_polling import Intake, Stubborn, the_pages
from tests.support import TOKEN
from tests.support.numbers import KINDERTELEFOON, VEILIG_THUIS
from tests.support.person import LOCALES, Person
from tests.support.processes import Worker as Process
from tests.support.processes import run, simulated
from tests.support.seam import InProcess
from tests.support.standing_clock import DAY, NIGHT

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")]


@pytest.fixture
def person() -> Person:
    person = Person()
    person.handler.one_page.at_first = 0  # what is pushed below was never typed, and would seem to be answered already
    return person


@pytest.fixture
def intake() -> Intake:
    return Intake()


@pytest.fixture(scope="module")
def pages() -> Pages:
    return the_pages()


def said(words: str, locale: str = "nl", **numbers: object) -> str:
    """A sentence of ours, as it is said in a language."""
    return LOCALES[locale].say(words, **numbers)


def refusal(words: str, code: int = 400) -> dict[str, Any]:
    return {"ok": False, "error_code": code, "description": words}


# A process that is killed, stopped, or started too early


async def until(true: Callable[[], Any], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for is another process
            await asyncio.sleep(0.002)


def queue(telegram: Watched, users: range, press: str = "") -> None:
    for user_id in users:
        phone = telegram.phone(user_id)
        if press:
            telegram.owed["tap", phone.press(press)] = 0.0
        else:
            telegram.owed["message", f"{user_id}/{phone.start()}"] = 0.0


def pages_of(telegram: Telegram, user_id: int) -> list[str]:
    """The titles of the pages that stand in a chat."""
    return [str(m["text"]).partition("\n")[0] for m in telegram.phone(user_id).messages if m["from_bot"]]


async def test_a_kill_among_five_hundred_updates_loses_none(tmp_path: Path) -> None:
    """F01: no tap shows twice, and no /start has a second page but those whose page was under way."""
    clock = Clock()
    telegram = Watched(clock)
    async with serve(telegram, clock, port=0) as root:
        process = Process(root, tmp_path / "log")
        await process.start()
        queue(telegram, range(1, 251))
        await until(lambda: not telegram.owed)
        queue(telegram, range(1, 251), press="Zorgen om een kind")
        queue(telegram, range(251, 501))
        answered = telegram.answered
        await until(lambda: telegram.answered >= answered + 40)
        await process.kill()
        assert telegram.owed
        under_way = len(telegram.in_flight)
        await process.start()
        await until(lambda: not telegram.owed)
        code, _ = await process.stop()
    assert code == 0
    for user_id in range(1, 251):
        assert pages_of(telegram, user_id) == ["Zorgen om een kind"]
    assert sum(len(pages_of(telegram, user_id)) - 1 for user_id in range(251, 501)) <= under_way
    assert TOKEN.encode() not in (tmp_path / "log").read_bytes()


async def test_a_stop_among_five_hundred_updates_is_quick_and_loses_none(tmp_path: Path) -> None:
    """F03: exit 0 within 10 s, and what was not begun is handed back."""
    clock = Clock()
    telegram = Watched(clock)
    async with serve(telegram, clock, port=0) as root:
        process = Process(root, tmp_path / "log")
        queue(telegram, range(1, 501))
        await process.start()
        await until(lambda: telegram.answered >= 40)
        code, seconds = await process.stop()
        assert (code, seconds < 10) == (0, True)
        assert telegram.owed
        assert len(telegram.owed) == len(telegram.updates.pending)
        await process.start()
        await until(lambda: not telegram.owed)
        await process.stop()
    assert not telegram.second_pages.total()


async def test_a_start_without_telegram_waits_and_comes_up_alone(tmp_path: Path) -> None:
    """F08."""
    clock = Clock()
    async with serve(Telegram(clock, TOKEN), clock, port=0) as root:
        pass  # a port that nobody listens on any more
    process = Process(root, tmp_path / "log")
    await process.start()
    await asyncio.sleep(2)
    assert process.running
    telegram = Watched(clock)
    queue(telegram, range(1, 2))
    async with serve(telegram, clock, port=int(root.rpartition(":")[2])):
        await until(lambda: not telegram.owed)
        assert (await process.stop())[0] == 0


# One call that goes wrong

FLOW: list[Callable[[Intake], object]] = [
    lambda intake: intake.telegram.phone(1).start(),
    lambda intake: intake.telegram.phone(1).press("Zorgen om een kind"),
    lambda intake: intake.telegram.phone(1).type("qwrtzps"),
    lambda intake: intake.telegram.phone(1).press("‹ Zorgen"),
    lambda intake: intake.telegram.phone(1).press("English"),
]
CALLS = 11
"""Calls of the flow above: two of a start, three of words (they take the former page away), two of a tap."""


class Once(Standing):
    """The nth call only."""

    def next(self, method: str) -> Fault | None:
        fault = super().next(method)
        return fault if self.seen == self.every else None


def _none_turn(phone: Phone) -> bool:
    return not phone.unanswered


@pytest.mark.parametrize(
    "fault",
    [
        *map(Fault, (Kind.SERVER, Kind.UNAUTHORIZED, Kind.RESET_BEFORE, Kind.RESET_AFTER, Kind.SILENCE_AFTER)),
        Fault(Kind.WAIT),
        Fault(Kind.WAIT, seconds=30),
    ],
    ids=str,
)
@pytest.mark.parametrize("is_calm", [True, False], ids=["in the end", "at once"])
async def test_a_fault_at_any_call_of_a_conversation_is_mended(fault: Fault, is_calm: bool) -> None:
    """F14, F20, F61: the page comes, one stands in the chat, and the quick exit leaves nothing.

    A message may have been sent without our knowing, or could not be deleted: that is swept when nobody waits, and by
    the quick exit at once. The other kinds become the same errors (F21): see the tests of the wire below.
    """
    for n in range(1, CALLS + 4):
        intake = Intake()
        phone = intake.telegram.phone(1)
        async with intake.running():
            once = intake.telegram.faults.standing["once"] = Once(fault, every=n)
            for step in FLOW:
                step(intake)
                await intake.answered()
            assert once.seen >= CALLS
            assert phone.screen["text"].startswith("Worried about a child")
            assert not phone.unanswered
            if is_calm:
                await intake.tidied()
                assert len(phone.messages) == 1
            phone.press(said(chat.WIPE, "en"))
            await intake.answered()
            await intake.until(partial(_none_turn, phone))
            is_done = phone.messages == []
            await intake.tidied()
        assert phone.messages == []
        assert phone.alerts[-1]["text"] == said(chat.WIPED_ALL if is_done else chat.WIPED_PARTLY, "en")
        assert is_done or fault.kind is Kind.WAIT


async def test_who_must_wait_is_told_so_and_others_are_not(intake: Intake) -> None:
    """F13: chat 2 is answered as ever; in chat 1 a second tap brings an alert, and the first its page in the end."""
    intake.begin(1, 2)
    intake.drift = 0.005
    night = asyncio.Event()

    async def sleep(seconds: float) -> None:
        await (night.wait() if seconds > 10 else Intake.sleep(intake, seconds))

    intake.sleep = sleep  # type: ignore[method-assign]  # the half minute passes when the test says so
    intake.renew()
    one, two = intake.telegram.phone(1), intake.telegram.phone(2)
    async with intake.running():
        await intake.answered()
        intake.telegram.faults.wait(1, 30)
        one.press("Zorgen om een kind")
        await intake.until(lambda: intake.telegram.faults.done[Kind.WAIT])
        two.press("Zorgen om een kind")
        await intake.until(lambda: two.screen["text"].startswith("Zorgen om een kind"))
        one.press("Ik ben onder 18")
        await intake.until(lambda: one.alerts)
        assert one.alerts == [{"text": said(chat.HOLD_ON, **SPOKEN), "show_alert": True}]
        assert one.screen["text"].startswith("Wat kan ik doen?")
        assert intake.telegram.faults.done[Kind.WAIT] == 1
        intake.telegram.faults.clear()
        night.set()
        await intake.until(lambda: one.screen["text"].startswith("Zorgen om een kind"))
        await intake.answered()


async def test_a_wipe_does_not_wait_for_what_telegram_delays(intake: Intake) -> None:
    """F14: the edit is refused for half a minute, the deletion is not; the page that waited does not come after it."""
    intake.begin(1)
    intake.drift = 0.005
    phone = intake.telegram.phone(1)

    async def sleep(seconds: float) -> None:
        await (asyncio.Event().wait() if seconds > 10 else Intake.sleep(intake, seconds))

    intake.sleep = sleep  # type: ignore[method-assign]  # the half minute never passes
    intake.renew()
    async with intake.running():
        await intake.answered()
        limit = Standing(Fault(Kind.WAIT, seconds=30), ("editMessageText", "sendMessage"))
        intake.telegram.faults.standing["wait"] = limit
        phone.press("Zorgen om een kind")
        await intake.until(lambda: intake.telegram.faults.done[Kind.WAIT])
        phone.press(said(chat.WIPE))
        await intake.answered()
    assert phone.messages == []
    assert phone.alerts[-1]["text"] == said(chat.WIPED_ALL)


async def test_a_hundred_taps_are_all_answered_and_drawn_at_most_twice(intake: Intake) -> None:
    """F11."""
    intake.begin(1)
    phone = intake.telegram.phone(1)
    async with intake.running():
        await intake.answered()
        intake.telegram.calls.clear()
        for _ in range(100):
            phone.press("Zorgen om een kind")
        await intake.answered()
    made = [call.method for call in intake.telegram.calls]
    assert made.count("answerCallbackQuery") == 100
    assert made.count("editMessageText") <= 2
    assert not phone.unanswered


async def test_an_older_tap_after_a_newer_one_shows_its_own_page(person: Person) -> None:
    """F10: there is no state that could be out of step."""
    await person.start()
    buttons = [button for row in person.phone.screen["keyboard"] for button in row]
    (old,) = [button["callback_data"] for button in buttons if button["text"] == "Zorgen om een kind"]
    await person.press("Zorgen om een kind", "Ik twijfel")
    person.phone.forge(old)
    await person.answered()
    assert person.title == "Zorgen om een kind"


async def test_a_press_that_changes_nothing_is_quiet(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    """F15."""
    await person.start()
    await person.press("Zorgen om een kind")
    calls = len(person.telegram.calls)
    person.phone.forge(f"{EDITION}|nl||welcome||worried")
    await person.answered()
    refused = [call.method for call in list(person.telegram.calls)[calls:] if not call.ok]
    assert refused == ["editMessageText"]
    assert not person.phone.unanswered
    assert capsys.readouterr() == ("", "")


async def test_a_press_that_is_too_old_to_answer_still_opens_its_page(person: Person) -> None:
    """F16."""
    await person.start()
    person.phone.press("Zorgen om een kind")
    person.clock.later(minutes=16)
    await person.answered()
    assert person.title == "Zorgen om een kind"


@pytest.mark.parametrize(
    "answer",
    [
        refusal("Forbidden: bot was blocked by the user", 403),
        refusal("Forbidden: user is deactivated", 403),
        refusal("Bad Request: chat not found"),
    ],
)
async def test_who_is_gone_is_let_go_without_a_second_try(person: Person, answer: dict[str, Any]) -> None:
    """F18: nothing is kept about them."""
    await person.start()
    person.telegram.calls.clear()
    person.telegram.answer_next("sendMessage", answer)
    await person.write("hallo")
    assert [call.method for call in person.telegram.calls].count("sendMessage") == 1
    assert len(person.handler.last_pages) == 0
    person.telegram.answer_next("editMessageText", answer)
    person.phone.forge(f"{EDITION}|nl||welcome||worried")
    await person.answered()
    assert not person.phone.unanswered


@pytest.mark.parametrize(
    "words", ["Bad Request: message can't be deleted for everyone", "Bad Request: message to delete not found"]
)
async def test_a_wipe_that_cannot_delete_says_what_to_do_by_hand(person: Person, words: str) -> None:
    """F19: the page is emptied all the same."""
    await person.start()
    await person.press("Zorgen om een kind")
    person.telegram.answer_next("deleteMessage", refusal(words))
    await person.press(said(chat.WIPE))
    assert person.title == "Menu"
    assert person.phone.alerts[-1]["text"] == said(chat.WIPED_PARTLY)


async def test_a_wipe_that_is_delivered_twice_does_not_take_back_its_word(person: Person) -> None:
    """F61: a process that died between deletion and answer; what is no longer there was wiped."""
    await person.start()
    page = person.phone.screen["message_id"]
    person.phone.delete(page)
    person.phone.forge(f"{EDITION}|nl||welcome||{WIPE}", page)
    await person.answered()
    assert person.phone.alerts[-1]["text"] == said(chat.WIPED_ALL)


# What a button or a link may carry


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "x" * 64,
        "x" * 65,
        "\0",
        "1|nl||welcome||\0",
        "\u202e1|nl||welcome||worried",
        "1|nl||welcome||' OR 1=1 --",
        "1|../../etc/passwd||||",
        "1|nl|%s|welcome||worried",
        "1|nl||{0.__class__}||",
        "1|nl||welcome|cu|",
        "1|nl||welcome||worried\n",
        "१|nl||welcome||worried",
        "💥" * 16,
        "\udcff",
        "1|nl||nowhere||",
        "1|xx||welcome||",
        "2|nl||welcome||",
    ],
)
async def test_a_button_of_anything_opens_the_page_for_old_buttons(
    pages: Pages, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """F25: and the page is the same for all of them, so it quotes none. More of them in `benchmarks/fuzz.py`."""
    assert pages.opened_by(Tap.unpack(data), DAY) == pages.answer(OLD_BUTTON, "nl", "", DAY)
    assert capsys.readouterr() == ("", "")


async def test_a_button_without_data_is_answered(person: Person) -> None:
    """F25: as Telegram sends for games."""
    await person.start()
    query = person.phone.forge("x")
    del person.telegram.updates.pending[-1]["callback_query"]["data"]
    await person.answered()
    assert query not in person.phone.unanswered
    assert person.title == "Dit menu is vernieuwd"


def test_a_choice_leads_only_where_it_is_open(pages: Pages) -> None:
    """F26: every trigger at some thirty screens, and with every fact at its own. What is forged opens the page of old
    buttons, or the screen that it names, as far as what was told allows: an old button may have had that choice."""
    guide = pages.guide
    old = pages.answer(OLD_BUTTON, "nl", "", DAY)
    screens = sorted(guide.screens)
    every = (
        (screen, Fact.NOTHING, trigger)
        for at, trigger in enumerate(sorted(guide.triggers - set(ANSWERS)))
        for screen in screens[at % 9 :: 9]
    )
    with_facts = (
        (screen, fact, choice.trigger)
        for screen, fact in product(guide.screens, [*Fact, Fact.UNSAFE | Fact.CHECKED])
        for choice in guide.all_choices(screen)
    )
    for screen, fact, trigger in chain(every, with_facts):
        page = pages.opened_by(Tap("nl", "", screen, fact, trigger), DAY)
        try:
            assert page is pages.show(guide.follow(guide.open(screen, fact), trigger), "nl", "", DAY)
        except NoSuchStep:
            there = Tap.unpack(page.reopens)
            assert there
            assert page is old or trigger in guide.screens
            assert there.screen == START or fact in there.facts
            assert there.screen == START or (Fact.CHECKED in there.facts) is (Fact.CHECKED in fact)


def test_a_button_of_another_edition_is_old(pages: Pages) -> None:
    """F27: one that nobody wrote. Those of releases are in `test_old_buttons.py`."""
    for edition in ("0", "2", "01", ""):
        assert pages.opened_by(Tap.unpack(f"{edition}|nl||welcome||worried"), DAY) is pages.answer(
            OLD_BUTTON, "nl", "", DAY
        )


@pytest.mark.parametrize("where", [{"inline_message_id": "abc"}, {}, {"message": {"chat": "group"}}])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("x", "Deze knop werkt hier niet. Open de gids zelf, in een eigen gesprek."),
        ("1|en||welcome||worried", "This button does not work here. Open the guide yourself, in a chat of your own."),
        (f"1|en||welcome||{WIPE}", "This button does not work here. Open the guide yourself, in a chat of your own."),
    ],
)
async def test_a_button_outside_a_chat_with_us_gets_an_alert_and_draws_nothing(
    person: Person, where: dict[str, Any], data: str, words: str
) -> None:
    """F28: the alert says nothing of children or help, since whoever pressed may not be alone there."""
    await person.start()
    if "message" in where:
        chat = {"id": -9, "type": "group", "title": "g"}
        where = {"message": {"message_id": 3, "date": 1, "chat": chat, "text": "forwarded"}}
    sender = {"id": 5, "is_bot": False, "first_name": "V"}
    person.telegram.calls.clear()
    person.telegram.updates.push(
        {"callback_query": {"id": "7", "from": sender, "chat_instance": "1", "data": data} | where}
    )
    await person.answered()
    (made,) = [call for call in person.telegram.calls if call.method != "getUpdates"]
    assert made.method == "answerCallbackQuery"
    assert (made.params["text"], made.params["show_alert"]) == (words, True)


@pytest.mark.parametrize("code", ["a" * 65, "%00", "\0", "💥", "<b>x", "person_now", "1|nl||danger||", "=cmd()"])
async def test_a_link_with_any_other_code_starts_the_guide_as_usual(person: Person, code: str) -> None:
    """F29, F30: also when it is the name of a screen. `tests/bot/chat/test_handlers.py` has more of them."""
    await person.write(f"/start {code}")
    assert person.title == "Wat kan ik doen?"
    assert code not in person.text


# Kinds of updates

PRIVATE = {"id": 5, "type": "private", "first_name": "V"}
SENDER = {"id": 5, "is_bot": False, "first_name": "<a href='x'>{0}\u202e", "username": "canary"}
FILE = {"file_id": "f", "file_unique_id": "f"}
MEDIA: dict[str, Any] = {
    "photo": [FILE | {"width": 1, "height": 1}],
    "successful_payment": {
        "currency": "EUR",
        "total_amount": 1,
        "invoice_payload": "canary",
        "telegram_payment_charge_id": "canary",
        "provider_payment_charge_id": "canary",
    },
    "video": FILE | {"width": 1, "height": 1, "duration": 1},
    "voice": FILE | {"duration": 1},
    "audio": FILE | {"duration": 1},
    "video_note": FILE | {"length": 1, "duration": 1},
    "document": FILE,
    "sticker": FILE | {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"},
    "location": {"latitude": 52.0, "longitude": 4.0},
    "contact": {"phone_number": "canary", "first_name": "canary"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "1",
        "question": "canary",
        "options": [{"text": "a", "voter_count": 0, "persistent_id": "1"}],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    },
    "game": {"title": "canary", "description": "canary", "photo": []},
    "web_app_data": {"data": "canary", "button_text": "canary"},
}


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 90, "date": 1_764_000_000, "chat": PRIVATE, "from": SENDER} | content


@pytest.mark.parametrize("kind", MEDIA)
async def test_whatever_is_sent_is_never_fetched(person: Person, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """F40: a page that asks for words instead, nothing quoted, and an attempt to take it away."""
    await person.start()
    person.telegram.updates.push({"message": message(**{kind: MEDIA[kind]}, caption="canary")})
    await person.answered()
    assert person.title in {ANSWERS[name].title for name in FOR_NO_TEXT}
    assert all(number in person.text for number in ("112", VEILIG_THUIS, KINDERTELEFOON))
    calls = {call.method for call in person.telegram.calls}
    assert "deleteMessage" in calls
    assert "getFile" not in calls
    assert "canary" not in "".join([*person.chat, *capsys.readouterr()])


@pytest.mark.parametrize(
    "content",
    [
        {"text": "words", "forward_origin": {"type": "hidden_user", "sender_user_name": "canary", "date": 1}},
        {"text": "words", "reply_to_message": {"message_id": 1, "date": 1, "chat": PRIVATE, "text": "canary"}},
        {"text": "words", "via_bot": {"id": 9, "is_bot": True, "first_name": "canary"}},
        {"text": "words", "is_from_offline": True},
        {"text": "words", "from": {"id": 9, "is_bot": True, "first_name": "canary"}},
        {"text": "words", "quote": {"text": "canary", "position": 0}},
        {"text": "\u200b" * 4096},
        {"text": "x" * 4096},
        {"text": "words", "entities": [{"type": "bold", "offset": 0, "length": 1}] * 100},
    ],
)
async def test_words_of_any_origin_are_met_alike(person: Person, content: dict[str, Any]) -> None:
    """F34, F44: and neither the words nor a name is quoted (F45)."""
    await person.start()
    person.telegram.updates.push({"message": message(**content)})
    await person.answered()
    assert VEILIG_THUIS in person.text
    assert "canary" not in "".join(person.chat)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("text", ["/start", "/wis", "words", "/help@watkanikdoen_bot"])
async def test_where_others_read_along_we_are_silent(person: Person, kind: str, text: str) -> None:
    """F42: no page, no answer, no deletion."""
    await person.start()
    person.telegram.calls.clear()
    chat = {"id": -9, "type": kind, "title": "g"}
    for name in ("message", "edited_message"):
        person.telegram.updates.push({name: message(text=text, chat=chat, sender_chat=chat, message_thread_id=4)})
    await person.answered()
    assert {call.method for call in person.telegram.calls} == {"getUpdates"}


async def test_a_group_that_shuts_us_out_or_up_is_left_without_a_word(person: Person) -> None:
    """F42."""
    for words, code in [("Bad Request: have no rights to send a message", 400), ("Forbidden: bot was kicked", 403)]:
        group = person.telegram.phone(9, "nl").group("g")
        group.add_bot()
        person.telegram.answer_next("sendMessage", refusal(words, code))
        person.telegram.answer_next("leaveChat", refusal(words, code))
        person.telegram.calls.clear()
        await person.answered()
        assert [call.method for call in person.telegram.calls].count("leaveChat") == 1


async def test_a_channel_that_adds_us_as_admin_is_left_without_a_word(person: Person) -> None:
    """F42: whatever stands in a channel, all who follow it read."""
    bot = {"id": 1, "is_bot": True, "first_name": "b"}
    rights = "manage_chat delete_messages manage_video_chats restrict_members promote_members change_info"
    rights += " invite_users post_stories edit_stories delete_stories be_edited"
    change = {
        "chat": {"id": -9, "type": "channel", "title": "c"},
        "from": SENDER,
        "date": 1,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": {"status": "administrator", "user": bot, "is_anonymous": True}
        | {f"can_{right}": True for right in rights.split()},
    }
    await person.bot.initialize()
    person.telegram.calls.clear()
    person.telegram.updates.push({"my_chat_member": change})
    await person.answered()
    assert [call.method for call in person.telegram.calls if call.method != "getUpdates"] == ["leaveChat"]


STRANGE: dict[str, Any] = {
    "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel", "title": "c"}, "text": "x"},
    "edited_channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}, "text": "x"},
    "inline_query": {"id": "1", "from": SENDER, "query": "x", "offset": ""},
    "chosen_inline_result": {"result_id": "1", "from": SENDER, "query": "x"},
    "shipping_query": {"id": "1", "from": SENDER, "invoice_payload": "x", "shipping_address": None},
    "poll_answer": {"poll_id": "1", "user": SENDER, "option_ids": [0], "option_persistent_ids": ["1"]},
    "business_message": message(text="x", business_connection_id="1"),
    "message_reaction": {"chat": PRIVATE, "message_id": 1, "date": 1, "old_reaction": [], "new_reaction": []},
    "chat_boost": {"chat": PRIVATE, "boost": None},
    "removed_chat_boost": {"chat": PRIVATE, "boost_id": "1", "remove_date": 1, "source": None},
    "telepathy": {"from": SENDER, "chat": PRIVATE},
}


@pytest.mark.parametrize("kind", STRANGE)
async def test_a_kind_of_update_that_we_did_not_ask_for_is_dropped(intake: Intake, kind: str) -> None:
    """F43: without a word to anybody, and without harm to the next."""
    assert kind not in ALLOWED_UPDATES
    intake.telegram.updates.push({kind: STRANGE[kind]})
    intake.begin(1)
    async with intake.running():
        await intake.answered()
    assert intake.missing(1) == []
    assert {call.method for call in intake.telegram.calls} <= {"getMe", "getUpdates", "sendMessage", "deleteMessage"}


async def test_being_blocked_and_unblocked_says_nothing(person: Person) -> None:
    """F43: `my_chat_member` of a private chat."""
    await person.start()
    person.phone.block()
    person.telegram.calls.clear()
    await person.answered()
    assert {call.method for call in person.telegram.calls} == {"getUpdates"}


# The network


def connecting(seen: list[object]) -> Callable[[str, tuple[Any, ...]], None]:
    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event == "socket.connect":
            seen.append(given[1])
        elif event == "socket.getaddrinfo":
            seen.append((given[0], given[1]))

    return hook


LISTENING, LOOPBACK = "0A", "0100007F"
"""A state and an address as Linux writes them in /proc/net/tcp."""


@pytest.fixture(scope="module")
def connections() -> list[object]:
    """Every address that this process connects to or looks up. An audit hook cannot be taken away: it stays, idle."""
    seen: list[object] = []
    sys.addaudithook(connecting(seen))
    return seen


def peers() -> set[str]:
    """The addresses at the other end of each TCP connection of this process, as Linux tells them: what is not made by
    Python passes no audit hook."""
    inodes = set()
    for fd in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # that of the listing itself
            inodes.add(os.readlink(fd).removeprefix("socket:[").removesuffix("]"))
    tables = [Path("/proc/self/net", kind).read_text("ascii") for kind in ("tcp", "tcp6")]
    rows = [row.split() for table in tables for row in table.splitlines()[1:]]
    return {row[2].partition(":")[0] for row in rows if row[9] in inodes and row[3] != LISTENING}


async def test_a_whole_conversation_connects_to_telegram_only(connections: list[object]) -> None:
    """F65: over real sockets, with the client as `run` makes it; a unix socket has a path and no address."""
    clock = Clock(lambda: NIGHT)
    telegram = Stubborn(clock, TOKEN)
    async with serve(telegram, clock, port=0) as root:
        connections.clear()
        client = Client(TOKEN, base_url=f"{root}/bot", request=Connection(), get_updates_request=Connection())
        intake = Intake()
        intake.telegram = telegram
        intake.use(client)
        intake.renew()
        async with intake.running():
            for step in FLOW:
                step(intake)
                await intake.answered()
                assert peers() == {LOOPBACK}
        await client.shutdown()
    assert not connections  # nothing but the client, which passes no audit hook


@pytest.mark.parametrize("kind", Kind)
async def test_every_fault_on_the_wire_is_an_error_that_is_tried_again(kind: Kind) -> None:
    """F07, F21: real bytes and real resets, through our own connection; no error quotes the address or the token."""
    from telegram.error import BadRequest, Forbidden, TelegramError  # noqa: PLC0415 - the rest speaks of people only

    clock = Clock()
    telegram = Telegram(clock, TOKEN)
    phone = telegram.phone(5)
    phone.start()
    async with serve(telegram, clock, port=0) as root:
        bot = Client(TOKEN, base_url=f"{root}/bot", request=Connection(), get_updates_request=Connection())
        async with bot:
            faults = [Fault(kind, seconds=1)]
            faults += [Fault(kind, code=code) for code in (200, 403, 404)] if kind is Kind.HTML else []
            for fault in faults:
                telegram.faults.plan("sendMessage", fault)
                error = None
                with suppress(AssertionError):
                    try:
                        await bot.send_message(5, "page", read_timeout=0.3 if "no answer" in kind else 5)
                    except TelegramError as raised:
                        error = raised
                assert (error is None) is (kind is Kind.SLOW)
                assert not isinstance(error, BadRequest | Forbidden)
                assert TOKEN not in f"{error!r}"
                sent = len(phone.messages)
                await bot.send_message(5, "page")
                assert len(phone.messages) == sent + 1
    assert len(phone.messages) == 1 + len(faults) + (kind in AFTER or kind is Kind.SLOW)


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_telegram_that_cannot_be_reached_is_tried_again(scheme: str) -> None:
    """F07: a port that nobody listens on, and one where nobody speaks TLS. A name that is not found is the same class
    of pyreqwest's; a test that looks one up would leave this computer. A half-open socket is "no answer" below."""
    from telegram.error import BadRequest, NetworkError  # noqa: PLC0415 - the rest speaks of people only

    async with await asyncio.start_server(_hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        if scheme == "http":
            server.close()
            await server.wait_closed()
        bot = Client(TOKEN, base_url=f"{scheme}://127.0.0.1:{port}/bot", request=Connection())
        with pytest.raises(NetworkError) as refused:
            await bot.initialize()
        await bot.shutdown()
    assert not isinstance(refused.value, BadRequest)
    assert TOKEN not in f"{refused.value!r}"


async def _hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    writer.close()


async def test_the_seam_and_the_wire_fail_alike() -> None:
    """What tests without HTTP prove about faults holds for the real client: the same classes of errors."""
    clock = Clock()
    telegram = Telegram(clock, TOKEN)
    telegram.phone(5).start()
    async with serve(telegram, clock, port=0) as root:
        wire = Client(TOKEN, base_url=f"{root}/bot", request=Connection(), get_updates_request=Connection())
        seam = Client(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram))
        async with wire, seam:
            for kind in Kind:
                is_silent = kind in (Kind.SILENCE_BEFORE, Kind.SILENCE_AFTER)
                raised = []
                for bot in (wire, seam):
                    telegram.faults.plan("sendMessage", Fault(kind, seconds=1))
                    try:
                        await bot.send_message(5, "page", read_timeout=1 if is_silent else 60)
                    except Exception as error:
                        raised.append(type(error).__name__)
                    else:
                        raised.append("")
                assert raised[0] == raised[1], kind


async def test_a_redirect_is_not_followed() -> None:
    """F65: the address holds the token, and something in between could send it anywhere."""
    asked = []

    async def redirecting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).partition(b" HTTP")[0])
        # Said to be closed: else who follows would come to a connection that is gone, and seem not to have come.
        head = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        writer.write(head)
        await writer.drain()
        writer.close()

    from telegram.error import NetworkError  # noqa: PLC0415 - the rest speaks of people only

    async with await asyncio.start_server(redirecting, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        bot = Client(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=Connection())
        with pytest.raises(NetworkError):
            await bot.initialize()
        await bot.shutdown()
    assert asked == [f"POST /bot{TOKEN}/getMe".encode()]


def test_outcomes_are_a_closed_set() -> None:
    """F04, F07: counts name no person."""
    for outcome in health.OUTCOMES:
        assert health.UPDATES.labels(outcome)._value.get() >= 0


async def test_one_refused_token_at_the_start_is_not_the_end(tmp_path: Path) -> None:
    """F05: a slip of Telegram's own must not end a process that no supervisor starts again after exit 78."""
    async with simulated() as (telegram, root):
        telegram.answer_next("setMyCommands", {"ok": False, "error_code": 401, "description": "Unauthorized"})
        async with run(tmp_path / "w", root) as bot:
            await bot.says("event=ready")
            assert await bot.stopped() == 0
