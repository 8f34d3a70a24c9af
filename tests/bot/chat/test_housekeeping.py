"""A forgotten page covers itself: without a sound, once, behind every visitor, and a button brings it back."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from telegram.error import NetworkError, RetryAfter

from bot.api.client import Client, send
from bot.api.events import ALLOWED_UPDATES
from bot.chat.handlers import GuideHandler
from bot.chat.housekeeping import Cover, Housekeeping, Sweep
from bot.chat.pages import Page
from bot.chat.tap import Tap
from bot.delivery.last_pages import PageRef
from bot.delivery.queues import ChatQueues
from flows.answers import ANSWERS, COVERED, GROUP
from flows.visit import Visit
from simulator.faults import Fault, Kind
from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.conftest import Printed
from tests.support import TOKEN
from tests.support.person import LISTENER, VOCABULARY, Person, new_pages
from tests.support.seam import InProcess
from tests.support.standing_clock import StandingClock as Clock

# Of RetryAfter itself, which will give a timedelta one day; bot.api.client.seconds takes both.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def later(person: Person, **time: float) -> None:
    person.clock.later(**time)
    await person.tidied()


@pytest.fixture
async def person() -> Person:
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind", "Ik twijfel")
    return person


async def test_a_page_that_nobody_presses_for_an_hour_is_covered_in_its_place(person: Person) -> None:
    before = person.phone.screen["message_id"]
    await later(person, minutes=59)
    assert person.title == "Ik twijfel"
    await later(person, minutes=2)
    assert person.text == "Menu\n\nDruk op de knop om verder te gaan."
    assert person.labels == ["Verder", "Wis chat"]
    assert person.phone.screen["message_id"] == before
    assert person.phone.notifications == []
    assert len(person.chat) == 1


async def test_what_telegram_refuses_waits_as_long_as_it_asks_and_no_cover_waits_with_it() -> None:
    clock = Clock()
    housekeeping = Housekeeping(clock)
    housekeeping.page_stands(1)
    sweep, away = Sweep(chat_id=2, message_ids=(5,)), Sweep(chat_id=3, message_ids=(6,))
    clock.later(minutes=61)
    housekeeping.put_again(sweep, RetryAfter(600))
    housekeeping.put_again(away, NetworkError("unreachable"))
    assert housekeeping.due() == [Cover(chat_id=1)]
    clock.later(seconds=599)
    assert housekeeping.due() == [away]
    assert housekeeping.due() == []
    clock.later(seconds=1)
    assert housekeeping.due() == [sweep]
    assert housekeeping.due() == []


async def test_going_on_opens_the_very_page_and_what_was_told_there() -> None:
    person = Person()
    await person.start()
    await person.press("Zorgen om een kind", "Praten met kind of ouder", "Met een ouder", "Nee, niets hiervan")
    before = person.text, person.labels
    await later(person, minutes=61)
    await person.press("Verder")
    assert (person.text, person.labels) == before
    await later(person, minutes=61)
    assert person.title == "Menu"


@pytest.mark.parametrize("deed", ["Stel dat ik het mis heb?", "hallo"])
async def test_whoever_comes_back_within_the_hour_has_another_hour(person: Person, deed: str) -> None:
    person.clock.later(minutes=59)
    await (person.press(deed) if deed in person.labels else person.write(deed))
    await later(person, minutes=59)
    assert person.title != "Menu"
    await later(person, minutes=2)
    assert person.title == "Menu"


async def test_a_cover_can_be_wiped_and_is_not_drawn_twice(person: Person) -> None:
    await later(person, minutes=61)
    before = len(person.telegram.calls)
    await later(person, hours=3)
    assert len(person.telegram.calls) == before
    await person.press("Wis chat")
    assert person.chat == []
    await later(person, hours=2)
    assert person.chat == []


async def test_a_page_that_was_wiped_is_not_covered(person: Person) -> None:
    await person.press("Wis chat")
    await person.tidied()
    before = len(person.telegram.calls)
    await later(person, hours=2)
    assert len(person.telegram.calls) == before


async def test_zero_minutes_switch_it_off() -> None:
    person = Person()
    person.handler.housekeeping.cover_after = timedelta()
    await person.start()
    await later(person, hours=5)
    assert person.title == "Wat kan ik doen?"


async def test_words_typed_below_a_cover_are_answered_in_the_language_and_campaign_of_the_page() -> None:
    person = Person()
    await person.start("voorbeeldstad")
    await person.press("English")
    await later(person, minutes=61)
    await person.write("hello")
    assert "Danger now?" in person.text
    last = person.handler.last_pages.last(person.user_id, person.clock())
    assert last
    assert (last.locale, last.campaign) == ("en", "voorbeeldstad")


async def test_a_clock_that_was_ahead_for_one_visitor_keeps_no_page_uncovered(person: Person) -> None:
    """G19: a relative."""
    other = person.telegram.phone(6, "nl")
    person.clock.later(hours=30)
    other.start()
    await person.answered()
    person.clock.later(hours=-30)
    await person.press("Stel dat ik het mis heb?")
    await person.tidied()
    await later(person, minutes=61)
    assert person.title == "Menu"
    assert str(other.screen["text"]).startswith("Menu")


@pytest.mark.parametrize("fault", [Fault(Kind.WAIT, seconds=600), Fault(Kind.SERVER), Fault(Kind.SILENCE_AFTER)])
async def test_a_cover_that_fails_keeps_nobody_waiting(person: Person, fault: Fault) -> None:
    person.clock.later(minutes=61)
    person.telegram.faults.plan("editMessageText", fault)
    await person.tidied()  # raises nothing, so no pause begins in this chat
    await person.press("Verder" if person.title == "Menu" else "Stel dat ik het mis heb?")
    assert person.title in ("Ik twijfel", "Stel dat ik het mis heb?")


async def test_every_page_comes_back_from_its_cover(printed: Printed) -> None:
    """In both languages: what the button carries opens the page that it stood on."""
    at = printed.pages
    moment = Clock()()
    for code in at.locales:
        places = [(visit, "") for visit in at.guide.reachable]
        places += [(Visit(), name) for name in ANSWERS.keys() - {GROUP, COVERED}]
        for visit, answer in places:
            campaign = "gemeente-utrecht" if visit.local else ""
            page = at.answer(answer, code, "", moment) if answer else at.show(visit, code, campaign, moment)
            tap = Tap.unpack(page.reopens)
            assert tap, page.reopens
            assert at.opened_by(tap, moment) == page, page.reopens
            assert at.cover(code, page.reopens).keyboard[0][0].callback_data == page.reopens


async def test_a_worker_that_does_not_speak_the_language_of_a_page_covers_it_all_the_same(printed: Printed) -> None:
    """A rolling update may add a language."""
    at = printed.pages
    for code in (*at.locales, *at.other_languages, ""):
        cover = at.cover(code, "opens it again")
        assert cover.locale == (code if code in at.locales else at.locales.choose(None).code)
        assert cover.reopens == "opens it again"


async def left_on_pages_of_every_kind(handler: GuideHandler, phones: list[Phone], clock: Clock) -> dict[int, Page]:
    """What stands in each chat, in both languages."""
    visits = sorted(handler.pages.guide.reachable, key=str)
    opened = {}
    for n, phone in enumerate(phones):
        phone.delete(phone.start())
        visit = visits[n % len(visits)]
        page = handler.pages.show(visit, ("nl", "en")[n % 2], "voorbeeldstad" if visit.local else "", clock())
        opened[phone.chat_id] = page
        sent = await send(handler.bot, phone.chat_id, page)
        assert sent
        handler.last_pages.note(phone.chat_id, PageRef(sent, clock(), page.locale, page.campaign, page.reopens))
        handler.housekeeping.page_stands(phone.chat_id)
    return opened


async def test_ten_thousand_chats_are_covered_within_ten_minutes_once_and_without_a_sound() -> None:
    clock = Clock()
    telegram = Telegram(clock, TOKEN, name="Wat kan ik doen?", username="watkanikdoen_bot")
    bot = Client(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram))
    await bot.initialize()
    handler = GuideHandler(bot, new_pages(), clock, LISTENER, vocabulary=VOCABULARY)
    queues = ChatQueues(handler)
    phones = [telegram.phone(100 + n, ("nl", "en")[n % 2]) for n in range(10_000)]
    opened = await left_on_pages_of_every_kind(handler, phones, clock)
    telegram.updates.clear()
    began = clock()

    async def tick(seconds: float) -> None:
        clock.later(seconds=seconds)
        await asyncio.sleep(0)
        await queues.drained(20)
        if clock() - began > timedelta(minutes=70):
            raise asyncio.CancelledError

    clock.later(minutes=60)
    telegram.calls.clear()
    with pytest.raises(asyncio.CancelledError):
        await handler.housekeeping.run(queues, sleep=tick)
    edits = Counter(int(call.params["chat_id"]) for call in telegram.calls if call.method == "editMessageText")
    assert edits == Counter(phone.chat_id for phone in phones)
    assert all(str(phone.screen["text"]).startswith("Menu") for phone in phones)
    assert not any(phone.notifications for phone in phones)
    for phone in phones[::101]:
        phone.press((0, 0))
    for update in await bot.fetch_updates(0, 0, ALLOWED_UPDATES):
        await asyncio.wait_for(queues.take(update), 20)
    for phone in phones[::101]:
        assert phone.screen["text"].partition("\n")[0] in opened[phone.chat_id].text
