"""What a person in a chat sees happen: taps, commands, words, pictures, groups, and the quick exit."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from telegram.error import NetworkError, RetryAfter

import locales
from bot.api.events import ALLOWED_UPDATES, understand
from bot.api.update import Update
from bot.chat.handlers import GuideHandler
from bot.chat.pages import Pages
from bot.delivery.last_pages import MOST_UNFINISHED
from campaigns import Campaign, Contact
from flows.guide import Guide
from flows.map import REGIONS
from flows.routes import Route
from flows.visit import START
from listening.understanding import Certainty, Understanding
from locales import other_languages
from simulator.faults import Fault, Kind
from tests.support.numbers import CLOSES, KINDERTELEFOON, SEXUAL_VIOLENCE, VEILIG_THUIS
from tests.support.person import Person
from tests.support.standing_clock import NIGHT
from tests.support.standing_clock import StandingClock as Clock


@pytest.fixture
def person() -> Person:
    return Person()


async def test_start_shows_one_page_and_removes_what_was_typed(person: Person) -> None:
    await person.start()
    assert person.title == "Wat kan ik doen?"
    assert len(person.chat) == 1


async def test_a_press_draws_the_next_page_in_place(person: Person) -> None:
    await person.start()
    first = person.phone.screen["message_id"]
    await person.press("Zorgen om een kind")
    assert person.title == "Zorgen om een kind"
    assert person.phone.screen["message_id"] == first
    assert not person.phone.unanswered


async def test_five_starts_leave_one_page(person: Person) -> None:
    for _ in range(5):
        await person.start()
    assert len(person.chat) == 1


async def test_a_press_after_a_restart_goes_on_where_it_was(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Ik twijfel")
    person.restart()
    await person.press("Stel dat ik het mis heb?")
    assert person.title == "Stel dat ik het mis heb?"


@pytest.mark.parametrize(
    ("app", "title"),
    [("nl", "Wat kan ik doen?"), ("en-GB", "What can I do?"), ("it", "Wat kan ik doen?"), (None, "Wat kan ik doen?")],
)
async def test_the_first_page_speaks_the_language_of_the_app(app: str | None, title: str) -> None:
    person = Person(language=app)
    await person.start()
    assert person.title == title


async def test_the_language_button_keeps_the_page_and_counts_from_then_on(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "English")
    assert person.title == "Worried about a child"
    await person.write("hello")
    assert "Gevaar nu?" not in person.text
    assert "Danger now?" in person.text


async def test_the_112_page_brings_one_back_to_the_same_page_with_what_was_told(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Praten met kind of ouder", "Met een ouder", "Nee, niets hiervan")
    before = person.text
    await person.press("112: zo bel je")
    assert "Ik kan niet voor je bellen" in person.text
    await person.press("English", "‹ With a parent", "Nederlands")
    assert person.text == before


async def test_an_unsafe_answer_closes_the_way_to_the_parents_until_the_beginning(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Praten met kind of ouder", "Met een ouder", "Ja, of ik weet het niet")
    await person.press("Praten met kind of ouder", "Met een ouder")
    assert person.title == "Eerst Veilig Thuis bellen"
    await person.press("‹ Begin", "Zorgen om een kind", "Praten met kind of ouder", "Met een ouder")
    assert "Nee, niets hiervan" in person.labels


async def test_start_forgets_the_answer_as_well(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Signalen herkennen", "Seksuele grenzen")
    await person.start()
    await person.press("Zorgen om een kind", "Praten met kind of ouder", "Met een ouder")
    assert "Nee, niets hiervan" in person.labels


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("/help", "Nu met iemand praten"),
        ("/privacy", "Wat er bewaard wordt"),
        ("/en", "What can I do?"),
        ("/nl", "Wat kan ik doen?"),
        ("/START@watkanikdoen_bot", "Wat kan ik doen?"),
        ("/onbekend", "Dit kun je nu doen"),
    ],
)
async def test_a_command_opens_its_page_in_place_of_the_one_before(person: Person, command: str, title: str) -> None:
    await person.start()
    await person.write(command)
    assert person.title == title
    assert len(person.chat) == 1


async def test_typed_words_are_met_with_human_lines_and_the_menu_and_taken_away(person: Person) -> None:
    await person.start()
    await person.write("mijn buurmeisje Sanne wordt geslagen")
    for number in ("112", VEILIG_THUIS, KINDERTELEFOON):
        assert number in person.text
    assert "Sanne" not in "".join(person.chat)
    assert "Zorgen om een kind" in person.labels
    assert "‹ Begin" in person.labels
    assert len(person.chat) == 1


async def test_words_that_nobody_knows_are_met_with_human_lines_and_the_whole_menu(person: Person) -> None:
    """F39: never only that we do not understand."""
    await person.start()
    await person.write("qwrtzpsdf")
    for number in ("112", VEILIG_THUIS, KINDERTELEFOON, "113"):
        assert number in person.text
    assert {"Zorgen om een kind", "Ik ben onder 18", "Zelf niet veilig"} <= set(person.labels)


@pytest.mark.parametrize(
    ("words", "number", "button"),
    [
        ("help hij slaat haar nu", "112", "Ik zie of hoor het nu"),
        ("ik wil dood", "113", "Als je niet meer kunt"),
        ("mijn oom zit aan me", SEXUAL_VIOLENCE, "Over aanraken"),
        ("mijn vader slaat mij", KINDERTELEFOON, "Hulp voor jou"),
        ("ik heb mijn zoontje geslagen", "112", "Het ging mis"),
        ("mijn man slaat mij", VEILIG_THUIS, "Mijn relatie"),
        ("ik maak me zorgen om mijn buurmeisje", VEILIG_THUIS, "Zorgen om een kind"),
        ("is bellen anoniem", VEILIG_THUIS, "Kan het zonder mijn naam?"),
        ("wordt het kind dan uit huis gehaald", VEILIG_THUIS, "Moet het kind dan weg?"),
    ],
)
async def test_words_are_answered_with_the_number_first_and_then_what_may_be_meant(
    person: Person, words: str, number: str, button: str
) -> None:
    await person.start()
    await person.write(words)
    shown = list(dict.fromkeys(re.findall(r"\b(?:11[23]|0800-\d{4})\b", person.text)))
    assert shown[0] == number
    assert "112" in shown[:2]
    assert person.labels.index(button) < person.labels.index("112")  # the row at the bottom


async def test_the_answer_to_words_stays_the_same_in_the_other_language(person: Person) -> None:
    await person.start()
    await person.write("is bellen anoniem")
    await person.press("English")
    assert person.title == "What you can do now"
    assert "Can I leave out my name?" in person.labels


async def test_a_typed_label_is_a_press(person: Person) -> None:
    """Point 4: one page, where the button leads, and what was typed is gone."""
    await person.start()
    for words, title in [
        ("zorgen om een kind", "Zorgen om een kind"),
        ("Ik twijfel.", "Ik twijfel"),
        ("stel dat ik het mis hep", "Stel dat ik het mis heb?"),
        ("terug", "Ik twijfel"),
        ("english", "I have doubts"),
        ("back", "Worried about a child"),
        ("Nederlands", "Zorgen om een kind"),
        ("112", "112: zo bel je"),
        ("terug", "Zorgen om een kind"),
        (f"kopieer {VEILIG_THUIS}", "Dat kan alleen met de knop"),
        ("‹ zorgen", "Zorgen om een kind"),
        ("menu", "Wat kan ik doen?"),
        ("Ik ben zelf niet veilig", "Hulp voor jezelf"),
    ]:
        await person.write(words)
        assert person.title == title
        assert len(person.chat) == 1


async def test_an_unsafe_answer_stays_through_whatever_is_typed(person: Person) -> None:
    """Point 2."""
    await person.start()
    await person.press("Zorgen om een kind", "Praten", "Met een ouder", "Ja, of ik weet het niet")
    for words in ("/help", "/privacy", "over deze gids", "english", "/nl", "hulp als ouder", "de andere ouder"):
        await person.write(words)
    person.phone.send_photo("")
    await person.answered()
    await person.press("‹ Andere ouder", "Een ander kind", "Praten", "Met een ouder")
    assert person.title == "Eerst Veilig Thuis bellen"
    await person.write("met een ouder praten")
    assert person.title == "Eerst Veilig Thuis bellen"


async def test_only_the_beginning_forgets_when_it_is_typed(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Praten", "Met een ouder", "Ja, of ik weet het niet")
    for words in ("begin", "zorgen om een kind", "praten", "met een ouder"):
        await person.write(words)
    assert person.title == "Eerst even dit"


async def test_a_place_counts_for_two_hours(person: Person) -> None:
    """Point 1: later another person may have the phone. A button on the page still carries it."""
    await person.start()
    await person.press("Zorgen om een kind", "Ik twijfel")
    person.clock.moment += timedelta(hours=1, minutes=59)
    await person.write("english")
    assert person.title == "I have doubts"
    person.clock.moment += timedelta(hours=2, minutes=1)
    await person.write("nederlands")
    assert person.title == "Wat kan ik doen?"


async def test_after_a_restart_no_place_is_assumed(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Praten", "Met een ouder", "Nee, niets hiervan")
    person.restart()
    await person.write("woorden voor een ouder")
    assert person.title == "Eerst even dit"


async def test_the_language_holds_as_long_as_anything_is_known_of_the_chat(person: Person) -> None:
    """Point 9: also while the page is covered, and after a press."""
    await person.start()
    await person.press("Zorgen om een kind", "English")
    person.clock.moment += timedelta(hours=1)
    await person.tidied()
    assert person.text.startswith("Menu")
    await person.write("hello")
    assert "Danger now?" in person.text
    person.clock.moment += timedelta(hours=47)
    await person.tidied()
    await person.press("Go on")
    person.clock.moment += timedelta(hours=47)
    await person.write("/start")
    assert person.title == "What can I do?"
    person.clock.moment += timedelta(hours=49)
    await person.write("hello")
    assert "Gevaar nu?" in person.text


async def test_an_unreadable_button_is_answered_in_the_language_of_the_chat(person: Person) -> None:
    """Point 9: an old page of another edition, below which the chat went on."""
    await person.start()
    await person.press("English")
    person.phone.forge("9|what|ever")
    await person.answered()
    assert person.title == "This menu has changed"


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("mijn naam is Sanne en mijn vader slaat mij", True),
        ("het is op 1234 AB 12, hij slaat haar", True),
        ("mijn vader slaat mij, ik ben 12", False),
        ("kan het zonder mijn naam", False),
    ],
)
async def test_who_types_a_name_is_told_that_none_is_needed(person: Person, words: str, *, is_told: bool) -> None:
    """Point 8: one line more on the answer, in a caption too; and what was typed is gone."""
    await person.start()
    await person.write(words)
    assert ("Namen hoeven niet. Ik bewaar ze niet." in person.text) is is_told
    person.phone.send_photo(words)
    await person.answered()
    assert ("Namen hoeven niet. Ik bewaar ze niet." in person.text) is is_told
    assert "Sanne" not in "".join(person.chat)


@pytest.mark.parametrize("code", other_languages.read())
async def test_a_page_in_another_language_has_no_line_that_its_reader_cannot_read(person: Person, code: str) -> None:
    class Hears:
        def hear(self, text: str, weights: Mapping[Route, float]) -> Understanding:
            return Understanding(Certainty.LANGUAGE, language=code, length=5)

    person.handler.listener = Hears()
    read = set()
    for words in ("0612345678", "mijn naam is Sanne", "nothing of anybody"):
        await person.write(words)
        read.add(person.text)
    assert len(read) == 1


async def test_a_caption_is_listened_to(person: Person) -> None:
    await person.start()
    person.phone.send_photo("ik wil dood")
    await person.answered()
    assert "113" in person.text
    assert "getFile" not in {call.method for call in person.telegram.calls}


async def test_words_in_distress_are_heard_in_a_changed_message_too(person: Person) -> None:
    """F41."""
    await person.start()
    person.phone.type("hallo")
    person.phone.edit("ik wil dood")
    await person.answered()
    assert "113" in person.text


@pytest.mark.parametrize("words", ["wis", "WIS!", "wis alles", "Delete this chat."])
async def test_a_word_that_asks_to_wipe_leaves_nothing(person: Person, words: str) -> None:
    await person.start()
    await person.write(words)
    assert person.chat == []


async def test_a_changed_message_is_met_like_a_new_one(person: Person) -> None:
    """F41."""
    await person.start()
    person.phone.type("eerst")
    person.phone.edit("later")
    await person.answered()
    assert VEILIG_THUIS in person.text
    assert len(person.chat) == 1


@pytest.mark.parametrize(("text", "title"), [("ik wil dood", "Dit kun je nu doen"), ("/help", "Nu met iemand")])
async def test_a_message_that_is_changed_after_it_was_taken_away_still_leads_to_help(
    person: Person, text: str, title: str
) -> None:
    """F41: the change was under way when we deleted it. One page, also when the change is delivered twice."""
    person.handler.one_page.at_first = 0
    await person.start()
    number = person.phone.type("eerst")
    change = dict(person.telegram.updates.pending[-1]["message"]) | {"text": text, "edit_date": 1_795_525_300}
    await person.answered()
    assert number not in [message["message_id"] for message in person.phone.messages]
    for _ in range(2):
        person.telegram.updates.push({"edited_message": change})
        await person.answered()
    assert person.title.startswith(title)
    assert VEILIG_THUIS in person.text
    assert "112" in person.text
    assert len(person.chat) == 1


async def test_a_picture_is_never_fetched_and_is_taken_away(person: Person) -> None:
    """F40."""
    await person.start()
    person.phone.send_photo("kijk")
    await person.answered()
    assert person.title == "Liever geen foto's"
    assert len(person.chat) == 1
    assert "getFile" not in {call.method for call in person.telegram.calls}


async def test_a_code_of_a_campaign_adds_its_local_help(person: Person) -> None:
    await person.start("voorbeeldstad")
    await person.press("Zorgen om een kind", "Hulp in de buurt")
    assert "Dorpsplein 1, Voorbeeldstad" in person.text


@pytest.mark.parametrize("code", ["", "bibliotheek", "onzin", "s_local", "<b>", "a" * 64])
async def test_any_other_code_starts_the_guide_as_usual(person: Person, code: str) -> None:
    await person.write(f"/start {code}")
    assert person.title == "Wat kan ik doen?"
    await person.press("Zorgen om een kind", "Wat je nog meer kunt doen")
    assert "Hulp in de buurt" not in person.labels


async def test_a_name_of_a_screen_is_no_code(person: Person) -> None:
    for screen in person.handler.pages.guide.screens:
        await person.start(screen)
        assert person.title == "Wat kan ik doen?"


CITY = Campaign(
    code="stad",
    organisation="Stad",
    languages=("en",),
    starts=date(2026, 11, 1),
    ends=date(2026, 11, 24),
    contact=(Contact(name={"en": "Team"}, about={"en": "Questions"}),),
)


def in_the_city() -> Pages:
    return Pages(Guide(REGIONS), locales.read(), {"stad": CITY})


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 23, 0, tzinfo=UTC), False),
    ],
)
async def test_a_code_counts_from_midnight_to_midnight_in_amsterdam(moment: datetime, counts: bool) -> None:
    person = Person(pages=in_the_city, clock=Clock(moment), language="en")
    await person.start("stad")
    assert person.title == "What can I do?"
    await person.press("Worried about a child")
    assert ("Help nearby" in person.labels) is counts


async def test_a_code_that_ends_meanwhile_takes_its_help_along_and_leaves_the_guide() -> None:
    person = Person(pages=in_the_city, language="en")
    await person.start("stad")
    await person.press("Worried about a child", "Help nearby")
    assert "Questions" in person.text
    person.clock.later(days=1)
    await person.press("Nederlands")  # the same page again, by a button that names the code
    assert "Questions" not in person.text
    await person.write("hallo")
    await person.press("Zorgen om een kind", "Wat je nog meer kunt doen")
    assert "Hulp in de buurt" not in person.labels


@pytest.mark.parametrize(
    ("app", "code", "title"),
    [
        ("nl", "stad", "What can I do?"),
        ("de", "stad", "What can I do?"),
        (None, "stad", "What can I do?"),
        ("en-GB", "stad", "What can I do?"),
        ("de", "", "Wat kan ik doen?"),
        ("nl", "onzin", "Wat kan ik doen?"),
    ],
)
async def test_a_code_begins_in_a_language_of_its_campaign(app: str | None, code: str, title: str) -> None:
    person = Person(pages=in_the_city, language=app)
    await person.start(code)
    assert person.title == title


async def test_a_code_keeps_the_language_that_somebody_reads_already() -> None:
    person = Person(pages=in_the_city)
    await person.start()
    await person.start("stad")
    assert person.title == "Wat kan ik doen?"


async def test_wiping_empties_the_chat_and_says_what_remains(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind", "Wis chat")
    assert person.chat == []
    assert person.phone.alerts[-1]["show_alert"]
    assert "de naam in je lijst" in person.phone.alerts[-1]["text"]


@pytest.mark.parametrize("command", ["/wis", "/stop", "wis", " Weg ", "STOP", "delete"])
async def test_wiping_by_command_or_word_leaves_nothing(person: Person, command: str) -> None:
    await person.start()
    await person.write(command)
    assert person.chat == []


@pytest.mark.parametrize(
    ("text", "first"), [("/wis", True), ("/stop", True), ("wis", True), (" Weg ", True), ("hallo", False)]
)
async def test_a_wipe_overtakes_what_waits_before_it(person: Person, text: str, first: bool) -> None:
    person.phone.type(text)
    (update,) = await person.bot.fetch_updates(0, 0, ALLOWED_UPDATES)
    assert isinstance(update, Update)
    event = understand(update)
    assert event
    assert event.is_urgent is first


async def test_a_page_too_old_to_delete_is_emptied_and_the_alert_says_so(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind")
    person.clock.later(hours=48, minutes=1)
    await person.press("Wis chat")
    assert person.title == "Menu"
    assert "kind" not in person.text
    assert "niet weghalen" in person.phone.alerts[-1]["text"]


async def test_after_a_wipe_everything_begins_anew(person: Person) -> None:
    await person.start()
    await person.press("English", "Wipe chat")
    await person.start()
    assert person.title == "Wat kan ik doen?"


async def test_a_button_on_a_page_that_telegram_calls_inaccessible_still_works(person: Person) -> None:
    """F17."""
    await person.start()
    person.clock.later(hours=50)
    await person.press("Zorgen om een kind")
    assert person.title == "Zorgen om een kind"
    assert len(person.chat) == 1


async def test_a_page_that_is_gone_is_sent_again(person: Person) -> None:
    """F17."""
    await person.start()
    page = person.phone.screen
    data = next(b["callback_data"] for row in page["keyboard"] for b in row if b["text"] == "Zorgen om een kind")
    person.phone.delete(page["message_id"])
    person.phone.forge(data, page["message_id"])
    await person.answered()
    assert person.title == "Zorgen om een kind"


@pytest.mark.parametrize(
    "data",
    [
        "x",
        "0|nl||welcome||worried",
        "1|xx||welcome||",
        "1|nl||talk_parent||",
        "1|nl||talk_parent|uc|talk_parent_words",
        "1|nl|onzin|local||",
        "{0.__class__}",
        "%s",
        "💥" * 16,
        "../../etc",
    ],
)
async def test_an_old_or_forged_button_opens_a_page_with_help(person: Person, data: str) -> None:
    await person.start()
    person.phone.forge(data)
    await person.answered()
    assert person.title == "Dit menu is vernieuwd"
    assert VEILIG_THUIS in person.text
    assert "Zorgen om een kind" in person.labels


async def test_an_old_or_forged_way_to_a_talk_with_the_parents_opens_the_question_before_it(person: Person) -> None:
    await person.start()
    person.phone.forge("1|nl||welcome||talk_parent")
    await person.answered()
    assert person.title == "Eerst even dit"


async def test_the_same_press_twice_is_quiet(person: Person) -> None:
    await person.start()
    person.phone.press("Zorgen om een kind")
    data = person.phone.screen["keyboard"][0][0]["callback_data"]
    person.phone.forge(data)
    await person.answered()
    assert person.title == "Zorgen om een kind"
    assert not person.phone.unanswered


async def test_somebody_who_blocked_us_is_let_go(person: Person) -> None:
    await person.start()
    person.phone.type("hallo")
    person.phone.block()
    await person.answered()
    assert len(person.handler.last_pages) == 0


async def _left_half_done(person: Person, method: str, fault: Kind) -> None:
    """Somebody types, and this call of the answer goes wrong; nobody tries again."""
    person.telegram.faults.plan(method, Fault(fault))
    with pytest.raises(NetworkError):
        await person.write("hallo")
    person.telegram.updates.clear()


def _unfinished(person: Person) -> tuple[int, int]:
    """Of how many answers something is still to be tidied, and of how many it is unknown whether they arrived."""
    typed = [(person.user_id, number, None) for number in range(6 * MOST_UNFINISHED)]
    pages = person.handler.last_pages
    return sum(map(pages.has_answered, typed)), sum(map(pages.has_timed_out, typed))


@pytest.mark.parametrize("half", [("deleteMessage", Kind.SERVER), ("sendMessage", Kind.SILENCE_AFTER)])
async def test_what_could_not_be_finished_is_remembered_for_48_hours_at_most(
    person: Person, half: tuple[str, Kind]
) -> None:
    await person.start()
    await _left_half_done(person, *half)
    person.clock.later(hours=47, minutes=59)
    await person.start()
    assert sum(_unfinished(person)) == 1
    person.clock.later(minutes=2)
    person.handler.last_pages.forget_old(person.clock())  # whether somebody comes or not
    assert sum(_unfinished(person)) == 0


async def test_of_what_could_not_be_finished_the_latest_thousand_are_remembered(person: Person) -> None:
    await person.start()
    for method, fault in (("deleteMessage", Kind.SERVER), ("sendMessage", Kind.SILENCE_AFTER)):
        for _ in range(MOST_UNFINISHED + 2):
            await _left_half_done(person, method, fault)
    assert _unfinished(person) == (MOST_UNFINISHED, MOST_UNFINISHED)


async def test_every_send_is_silent_and_without_preview(person: Person) -> None:
    await person.start()
    await person.press("Zorgen om een kind")
    await person.write("hallo")
    assert person.phone.notifications == []
    for call in person.telegram.calls:
        if call.method in ("sendMessage", "editMessageText"):
            assert "is_disabled" in str(call.params["link_preview_options"])


async def test_added_to_a_group_we_say_where_to_talk_and_leave(person: Person) -> None:
    """F42."""
    group = person.telegram.phone(9, "nl").group("buurt")
    group.add_bot()
    group.type("/start mijn buurmeisje")
    await person.answered()
    said = [message for message in group.messages if message["from_bot"]]
    assert [message["keyboard"][0][0]["url"] for message in said] == ["https://t.me/watkanikdoen_bot"]
    assert "kind" not in said[0]["text"]
    assert "leaveChat" in [call.method for call in person.telegram.calls]


async def test_at_night_the_open_line_comes_first() -> None:
    person = Person(clock=Clock(NIGHT))
    await person.start()
    await person.press("Ik ben onder 18")
    assert person.text.index(VEILIG_THUIS) < person.text.index(KINDERTELEFOON)
    assert "dicht tot" in person.text


async def test_by_day_a_child_sees_de_kindertelefoon_first(person: Person) -> None:
    await person.start()
    await person.press("Ik ben onder 18")
    assert person.text.index(KINDERTELEFOON) < person.text.index(VEILIG_THUIS)
    assert f"open tot {CLOSES}.00" in person.text


async def test_two_people_do_not_meet() -> None:
    one = Person()
    other = one.telegram.phone(6, "en")
    await one.start("voorbeeldstad")
    other.start()
    await one.answered()
    await one.press("Zorgen om een kind")
    assert str(other.screen["text"]).startswith("What can I do?")
    assert isinstance(one.handler, GuideHandler)
    assert one.handler.pages.guide.begin().screen == START


# What Telegram itself puts into a chat, and what it refuses.


SERVICE = {
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
    "pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}},
    "chat_background_set": {"type": {}},
    "users_shared": {"request_id": 1, "users": []},
    "write_access_allowed": {"from_request": True},
    "successful_payment": {"currency": "XTR", "total_amount": 1},
    "gift": {},
    "something_of_next_year": {"what": "ever"},
}


@pytest.mark.parametrize("field", SERVICE)
async def test_a_service_message_changes_nothing(person: Person, field: str) -> None:
    """G14: the guide itself advises to set the auto-delete timer."""
    await person.start()
    await person.press("Zorgen om een kind")
    before, calls = person.text, len(person.telegram.calls)
    somebody = {"id": 5, "is_bot": False, "first_name": ""}
    message = {"message_id": 77, "date": 1, "chat": {"id": 5, "type": "private"}, "from": somebody}
    person.telegram.updates.push({"message": message | {field: SERVICE[field]}})
    await person.answered()
    assert person.text == before
    assert {call.method for call in list(person.telegram.calls)[calls:]} <= {"getMe", "getUpdates"}


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("voice", "Ik kan niet luisteren"),
        ("video_note", "Ik kan niet luisteren"),
        ("location", "Je locatie helpt hier niet"),
        ("venue", "Je locatie helpt hier niet"),
        ("contact", "Liever geen namen"),
        ("document", "Liever geen foto's"),
        ("video", "Liever geen foto's"),
        ("sticker", "Typ liever een paar woorden"),
        ("animation", "Typ liever een paar woorden"),
        ("poll", "Typ liever een paar woorden"),
        ("dice", "Typ liever een paar woorden"),
    ],
)
async def test_whatever_a_person_sends_has_an_answer_of_its_own_and_is_taken_away(
    person: Person, field: str, title: str
) -> None:
    """G14: a relative, the other way round. The answer leads back to where they were, with all they told."""
    await person.start()
    await person.press("Zorgen om een kind", "Signalen herkennen", "Seksuele grenzen")
    before = person.text
    somebody = {"id": 5, "is_bot": False, "first_name": ""}
    message = {"message_id": 77, "date": 1, "chat": {"id": 5, "type": "private"}, "from": somebody, field: {"x": 1}}
    person.handler.one_page.at_first = 0
    person.telegram.updates.push({"message": message})
    await person.answered()
    assert person.title == title
    for number in ("112", VEILIG_THUIS, KINDERTELEFOON):
        assert number in person.text
    assert 77 in [call.params.get("message_id") for call in person.telegram.calls if call.method == "deleteMessage"]
    await person.press("‹ Waar je was")
    assert person.text == before
    await person.press("‹ Signalen", "‹ Zorgen", "Praten", "Met een ouder")
    assert person.title == "Eerst Veilig Thuis bellen"


REFUSALS = ["MESSAGE_DELETE_FORBIDDEN", "Bad Request: message can't be deleted for everyone", "PEER_ID_INVALID"]


@pytest.mark.parametrize("words", REFUSALS)
async def test_a_refusal_to_delete_in_any_words_is_told_in_the_alert(person: Person, words: str) -> None:
    """G16."""
    await person.start()
    person.telegram.faults.plan("deleteMessage", Fault(Kind.REFUSED, code=400, words=words))
    await person.press("Wis chat")
    assert person.title == "Menu"
    assert "niet weghalen" in person.phone.alerts[-1]["text"]
    assert not person.phone.unanswered


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_a_deletion_that_telegram_puts_off_leaves_no_press_unanswered(person: Person) -> None:
    """G16: RetryAfter 3000 on a delete."""
    await person.start()
    person.telegram.faults.plan("deleteMessage", Fault(Kind.WAIT, seconds=3000))
    await person.press("Wis chat")
    assert person.title == "Menu"
    assert "niet weghalen" in person.phone.alerts[-1]["text"]


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_a_wipe_that_telegram_puts_off_says_so_at_once_and_is_tried_again(person: Person) -> None:
    """G16: a relative, nothing may be drawn or deleted."""
    await person.start()
    wait = Fault(Kind.WAIT, seconds=3000)
    person.telegram.faults.plan("editMessageText", wait)
    person.telegram.faults.plan("deleteMessage", wait)
    with pytest.raises(RetryAfter):  # for the queue, which tries again
        await person.press("Wis chat")
    assert "later opnieuw" in person.phone.alerts[-1]["text"]
    await person.answered()
    assert person.chat == []


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_a_former_page_whose_deletion_is_put_off_is_emptied(person: Person) -> None:
    """G16: a relative, while tidying."""
    await person.start()
    former = person.phone.screen["message_id"]
    person.telegram.faults.plan("deleteMessage", Fault(Kind.WAIT, seconds=3000))
    await person.write("/help")
    assert person.title == "Nu met iemand praten"
    assert [m["text"].partition("\n")[0] for m in person.phone.messages if m["message_id"] == former] == ["Menu"]


@pytest.fixture
def in_a_topic(person: Person) -> Person:
    """BotFather was told that the chats of this bot have topics."""
    person.telegram.switches["has_topics_enabled"] = True
    person.phone.open_topic()
    person.telegram.updates.clear()
    return person


@pytest.mark.parametrize("text", ["/start", "hallo", "wis"])
async def test_in_a_chat_with_topics_the_answer_appears_in_the_topic(in_a_topic: Person, text: str) -> None:
    """G18."""
    await in_a_topic.write(text)
    sent = [call.params for call in in_a_topic.telegram.calls if call.method == "sendMessage"]
    assert all(params["message_thread_id"] == in_a_topic.phone.topic for params in sent)


async def test_a_page_that_is_sent_again_after_a_press_stays_in_its_topic(in_a_topic: Person) -> None:
    """G18: a relative."""
    await in_a_topic.start()
    page = in_a_topic.phone.screen["message_id"]
    in_a_topic.phone.press("Zorgen om een kind")
    in_a_topic.phone.delete(page)
    await in_a_topic.answered()
    sent = [call.params for call in in_a_topic.telegram.calls if call.method == "sendMessage"]
    assert [params["message_thread_id"] for params in sent] == [in_a_topic.phone.topic] * 2


async def test_in_a_topic_that_was_deleted_meanwhile_the_answer_still_comes(in_a_topic: Person) -> None:
    """G18: a relative."""
    in_a_topic.phone.type("ik wil dood")
    in_a_topic.phone._chat.threads.clear()
    await in_a_topic.answered()
    assert "113" in in_a_topic.text


async def test_a_group_that_becomes_a_supergroup_while_we_leave_is_left(person: Person) -> None:
    """G17."""
    group = person.telegram.phone(9, "nl").group("buurt")
    group.add_bot()
    moved = {"ok": False, "error_code": 400, "description": "Bad Request: group chat was upgraded to a supergroup chat"}
    person.telegram.answer_next("leaveChat", moved | {"parameters": {"migrate_to_chat_id": -100_9}})
    await person.answered()
    left = [int(call.params["chat_id"]) for call in person.telegram.calls if call.method == "leaveChat"]
    assert left == [group.chat_id, -100_9]
