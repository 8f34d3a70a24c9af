"""Leave no trace: one message in the chat at any moment, and none after the wipe. Cases of faults.psv are named."""

from collections import Counter
from itertools import product

import pytest

from bot.api.client import edit
from bot.chat.pages import Pages
from flows.answers import ANSWERS, FOR_NO_TEXT, OLD_BUTTON
from flows.helplines import HELPLINES
from flows.words import chat
from flows.words.answering import TYPED
from tests.conftest import Printed
from tests.support.person import Person
from tests.walks import walks, wipe_everywhere

WALKS = 40
ALERT = 200
SAMPLE = 7


@pytest.fixture(scope="module")
def pages(printed: Printed) -> Pages:
    return printed.pages


async def test_random_walks_never_leave_two_pages_or_a_visitors_message(pages: Pages) -> None:
    """F59, F63. `python -m tests.walks 10000` takes ten thousand of them."""
    found = await walks(WALKS, pages)
    assert found.keys() == {"steps"}


async def test_the_wipe_empties_the_chat_on_every_page_there_is(pages: Pages) -> None:
    """F57: states and languages, each after a history of its own, in at most three calls after the last page.

    A sample here; `python -m tests.walks wipes 20` takes every page, with twenty histories each.
    """
    found = await wipe_everywhere(pages, seed=0, every=SAMPLE)
    assert +found == Counter(wipes=found["wipes"])
    assert found["wipes"] > 2 * len(pages.guide.reachable) // SAMPLE


@pytest.mark.parametrize(
    ("starts", "texts", "presses"), [(0, 0, 30), (5, 0, 1), (1, 5, 3), (5, 5, 0), (0, 30, 0), (3, 2, 10)]
)
@pytest.mark.parametrize("how", ["button", "/wis", "/stop"])
async def test_the_wipe_leaves_nothing_whatever_came_before(
    starts: int, texts: int, presses: int, how: str, pages: Pages
) -> None:
    """F57, F59."""
    person = Person("nl", pages=lambda: pages)
    await person.start()
    for _ in range(starts):
        await person.start()
    for _ in range(texts):
        await person.write("mijn buurmeisje")
    for _ in range(presses):
        await person.press("English" if "English" in person.labels else "Nederlands")
    if how == "button":
        await person.press("Wis chat" if "Wis chat" in person.labels else "Wipe chat")
    else:
        await person.write(how)
    assert person.chat == []


@pytest.mark.parametrize(("minutes", "gone"), [(48 * 60 - 1, True), (48 * 60 + 1, False)])
async def test_a_page_just_within_two_days_goes_and_an_older_one_is_emptied(
    minutes: int, gone: bool, pages: Pages
) -> None:
    """F58, F19, F60."""
    person = Person("nl", pages=lambda: pages)
    await person.start()
    await person.tidied()
    swept = len(person.telegram.calls)
    person.clock.later(minutes=minutes)
    await person.press("Wis chat")
    locale = pages.locales["nl"]
    said = person.phone.alerts[-1]["text"]
    if gone:
        assert person.chat == []
        assert said == locale.say(chat.WIPED_ALL)
    else:
        assert person.title == "Menu"
        assert "Verwijderen" in person.text
        assert said == locale.say(chat.WIPED_PARTLY)
    if gone:  # it would say that it deleted what it did not
        assert "deleteMessages" not in {call.method for call in list(person.telegram.calls)[swept:]}


async def test_a_wipe_that_was_cut_off_is_finished_by_the_press_that_comes_again(pages: Pages) -> None:
    """F61: at worst the page is covered and stands there; the redelivered press takes it away."""
    person = Person("nl", pages=lambda: pages)
    await person.start()
    message = person.phone.screen["message_id"]
    wiping = next(b["callback_data"] for row in person.phone.screen["keyboard"] for b in row if b["text"] == "Wis chat")
    cover = pages.answer("wiped", "nl", "", person.clock())
    await edit(person.bot, person.user_id, message, cover)
    person.restart()
    person.phone.forge(wiping, message)
    await person.answered()
    assert person.chat == []


async def test_after_the_wipe_any_button_begins_cleanly(pages: Pages) -> None:
    """F62: nothing says 'welcome back'."""
    fresh = Person("nl", pages=lambda: pages)
    await fresh.start()
    again = Person("nl", pages=lambda: pages)
    await again.start()
    await again.press("Ik ben onder 18", "Wis chat")
    await again.start()
    assert again.text == fresh.text
    assert again.labels == fresh.labels


FRIGHTENING = ("mishandel", "geweld", "abuse", "violence", "slaan", "hit", "Veilig Thuis")
IDLE = [
    "hallo",
    "?",
    "wat is dit",
    "wie ben jij",
    "terug",
    "verder",
    "menu",
    "ja",
    "nee",
    "ok",
    "back",
    "go on",
    "\N{THUMBS UP SIGN}",
]
"""What somebody types who picks up the phone."""
ASKING = [
    "met een ouder praten",
    "geen van deze",
    "english",
    "112",
    "/help",
    "/privacy",
    "/voorlezen",
    "/en",
    "/onbekend",
]


async def wiped(pages: Pages, how: str) -> Person:
    """Somebody whom talking is unsafe for, in the other language and the reading mode, who wipes at the end."""
    person = Person("nl", pages=lambda: pages)
    await person.start("voorbeeldstad")
    await person.press("Zorgen om een kind", "Praten", "Met een ouder", "Ja, of ik weet het niet", "English")
    await person.write("/aloud")
    await person.write("hij slaat haar weer, ik heet Sanne")
    await (person.press("Wipe chat") if how == "button" else person.write(how))
    assert person.chat == []
    return person


@pytest.mark.parametrize("how", ["button", "/wis", "verwijder alles"])
async def test_after_a_wipe_nothing_typed_tells_what_this_was_for(how: str, pages: Pages) -> None:
    """Point 10: the next person gets what anybody gets who never was here, under a neutral title."""
    for words in (*IDLE, *ASKING):
        again, fresh = await wiped(pages, how), Person("nl", pages=lambda: pages)
        for person in (again, fresh):
            await person.write(words)
        assert (again.text, again.labels) == (fresh.text, fresh.labels)
        assert words in ASKING or not any(word in again.title for word in FRIGHTENING)


@pytest.mark.parametrize(("code", "words"), list(product(["nl", "en"], [chat.WIPED_ALL, chat.WIPED_PARTLY])))
def test_the_alert_is_short_enough_for_telegram(code: str, words: str, pages: Pages) -> None:
    assert len(pages.locales[code].say(words)) <= ALERT


def test_every_address_is_plain_and_secure() -> None:
    """F64: https, no parameters that follow a person; the registry is the list of allowed domains."""
    for line in HELPLINES.values():
        assert not line.url or (line.url.startswith("https://") and "?" not in line.url and "#" not in line.url)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_first_line_of_the_first_page_is_neutral(code: str, pages: Pages) -> None:
    """F63: it is what the lock screen and the chat list show."""
    first = [pages.guide.screens["welcome"].title, *(ANSWERS[name].title for name in (TYPED, OLD_BUTTON, *FOR_NO_TEXT))]
    for title in first:
        assert not any(word in pages.locales[code].say(title) for word in FRIGHTENING)
