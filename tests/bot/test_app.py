"""The parts together: a start that waits for Telegram, and what is promised to be forgotten while nobody comes."""

import asyncio
from typing import Any

import pytest
from telegram.error import InvalidToken

import locales
from bot import app
from bot.api.client import Client
from bot.api.events import Wipe
from bot.chat.pages import Page, Pages
from bot.chat.ways import PageKey
from bot.delivery.coordination import LATE, LocalCoordination
from bot.delivery.last_pages import PageRef
from bot.ops import metrics
from flows.guide import Guide
from flows.map import REGIONS
from simulator.telegram import Telegram
from tests.support import TOKEN
from tests.support.person import new_pages
from tests.support.processes import until
from tests.support.seam import InProcess
from tests.support.standing_clock import DAY, StandingClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def simulated(clock: StandingClock) -> tuple[Telegram, Client]:
    telegram = Telegram(clock, TOKEN)
    return telegram, Client(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram))


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pause between two tries is short."""
    monkeypatch.setattr("bot.delivery.outage.Outage.pause", 0.01)


async def test_a_bot_that_nobody_visits_forgets_its_last_visitor_in_time() -> None:
    clock, passed, stop = StandingClock(), 0.0, asyncio.Event()
    _, client = simulated(clock)
    coordination = LocalCoordination(seconds=lambda: passed)
    coordination.last_pages.note(1, PageRef(101, DAY, "nl", ""))
    await coordination.end(Wipe(update_id=5, chat_id=1), answered=True)
    serving = asyncio.ensure_future(app.serve(client, new_pages(), clock, stop, coordination=coordination, pause=0.01))
    passed = LATE + 1
    await until(lambda: not coordination._turns)
    assert len(coordination.last_pages) == 1
    clock.later(hours=48, seconds=1)
    await until(lambda: not len(coordination.last_pages))
    stop.set()
    await serving


class Torn(Pages):
    """A guide of which one page cannot be made, far from the first."""

    def page(self, place: PageKey) -> Page:
        if place.visit.screen == "worried_which" and place.locale == "en":
            raise KeyError("canary")
        return super().page(place)


async def test_a_page_that_cannot_be_made_is_known_before_somebody_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.app.BETWEEN_PAGES", 0)
    pulse, stop = metrics.Pulse(), asyncio.Event()
    monkeypatch.setattr(metrics, "close", pulse.close)
    clock = StandingClock()
    pages = Torn(Guide(REGIONS), locales.read())
    serving = asyncio.ensure_future(app.serve(simulated(clock)[1], pages, clock, stop))
    await until(lambda: pulse.closed)
    stop.set()
    await serving
    written = "".join(capsys.readouterr())
    assert "a page cannot be made" in written
    assert "canary" not in written


def refusal(words: str, code: int = 400, **more: Any) -> dict[str, Any]:
    return {"ok": False, "error_code": code, "description": words} | more


PASSING = {
    "logged out": refusal("Bad Request: Logged out"),
    "any 400": refusal("Bad Request: wrong file identifier"),
    "a 400 without words": refusal(""),
    "a 403": refusal("Forbidden: the server is being moved", 403),
    "another poller": refusal("Conflict: terminated by other getUpdates request", 409),
    "a wait": refusal("Too Many Requests: retry after 1", 429, parameters={"retry_after": 1}),
    "a server error": refusal("Internal Server Error", 500),
    "a token refused once": refusal("Unauthorized", 401),
    "a code of tomorrow": refusal("I'm a teapot", 418),
}


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("answer", PASSING.values(), ids=PASSING)
@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_whatever_telegram_says_at_the_start_is_asked_again(method: str, answer: dict[str, Any]) -> None:
    """G07."""
    telegram, client = simulated(StandingClock())
    telegram.answer_next(method, answer)
    await app.begin(client)
    assert client.username == "a_bot"


@pytest.mark.usefixtures("soon")
async def test_a_bot_that_is_logged_out_says_what_that_means(capsys: pytest.CaptureFixture[str]) -> None:
    """G07: and it does not come as an error that nobody expected."""
    telegram, client = simulated(StandingClock())
    telegram.answer_next("getMe", PASSING["logged out"])
    await app.begin(client)
    written = "".join(capsys.readouterr())
    assert "logged out at this Bot API server" in written
    assert "nobody expected" not in written


@pytest.mark.usefixtures("soon")
async def test_a_token_that_stays_refused_at_the_start_ends_it() -> None:
    """F05."""
    telegram, client = simulated(StandingClock())
    telegram.answer_next("getMe", *[PASSING["a token refused once"]] * app.REFUSALS)
    with pytest.raises(InvalidToken):
        await app.begin(client)


@pytest.mark.usefixtures("soon")
async def test_a_profile_that_telegram_does_not_take_is_not_tried_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    """G07: nobody waits for it, and the log has it."""
    telegram, client = simulated(StandingClock())
    await app.begin(client)
    telegram.answer_next("getMyName", *[PASSING["any 400"]] * app.REFUSALS)
    await app.show_itself(client, new_pages())
    assert "could not present the bot" in "".join(capsys.readouterr())
