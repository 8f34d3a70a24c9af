"""A simulated Telegram with a clock that stands still until a test moves it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from simulator.telegram import Telegram
from simulator.visitor import Phone
from tests.support import TOKEN
from tests.support.seam import InProcess
from tests.support.standing_clock import StandingClock


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def telegram(clock: StandingClock) -> Telegram:
    return Telegram(clock, TOKEN, name="Wat kan ik doen?")


@pytest.fixture
def phone(telegram: Telegram) -> Phone:
    """A visitor who has pressed START."""
    phone = telegram.phone(5, "nl")
    phone.start()
    return phone


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, request=InProcess(telegram), get_updates_request=InProcess(telegram)) as bot:
        yield bot
